// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/Cancel.h"
#include "base/Time.h"

#include <QByteArray>

namespace pricewright {

enum class NoticeChannel { Desktop, Email, Webhook };
QString noticeChannelName(NoticeChannel channel); // "desktop", "email", "webhook"
std::optional<NoticeChannel> noticeChannelFrom(QStringView name);

// One thing that somebody is to be told, by one way. Written by whoever noticed it; delivered at least once.
struct Notice {
  qint64 no = 0;
  NoticeChannel channel = NoticeChannel::Desktop;
  QString recipient; // addresses or an URL; "" : those of the settings
  QString subject, body;
  QByteArray payload; // JSON object; "" none
  Instant madeAt{}, dueAt{};
  int tries = 0; // begun, this one included
  std::optional<Instant> sentAt;
  QString error; // why it was not sent the last time: a code, then perhaps what the other side said
  QString key;   // the same for the same thing: the receiver can recognize a repetition
};
// What a receiver recognizes a notice by: 32 hexadecimal digits of its key's SHA-256.
QString noticeFingerprint(const QString& key);

// How one attempt ended.
struct Delivery {
  enum class Outcome {
    Sent,
    Later, // tried again
    Never  // nothing will change it: given up at once
  };
  Outcome outcome = Outcome::Later;
  QString code;                       // why not, or what was not quite right with it; "" sent
  QString detail;                     // what the other side said: one line, at most 200 characters
  std::optional<Duration> retryAfter; // not before
  bool blocksOthers = false;          // the others to the same destination would fare alike: not tried now
  bool isSent() const { return outcome == Outcome::Sent; }
  QString error() const { return detail.isEmpty() ? code : code + u' ' + detail; }

  static Delivery sent() { return {Outcome::Sent, {}, {}, {}, false}; }
  static Delivery later(const QString& why, const QString& said = {}) { return {Outcome::Later, why, said, {}, false}; }
  static Delivery never(const QString& why, const QString& said = {}) { return {Outcome::Never, why, said, {}, false}; }
  static Delivery blocked(const QString& why, const QString& said = {}) {
    return {Outcome::Later, why, said, {}, true};
  }
};

// A way to deliver. One thread; each call ends by itself within half a minute, or soon after the job is cancelled.
class NoticeSender {
 public:
  NoticeSender() = default;
  NoticeSender(const NoticeSender&) = delete;
  NoticeSender& operator=(const NoticeSender&) = delete;
  virtual ~NoticeSender() = default;
  virtual QString destination(const Notice& notice) const = 0; // what blocksOthers is about
  // What has to be mended on this side before it can be sent: asked first, and no try is counted for it.
  virtual Status ready(const Notice& notice) = 0;
  virtual Delivery deliver(const Notice& notice, Instant now, const JobContext& job) = 0;
};
// One line of what another side said, for people: no control characters, at most 200.
QString saidLine(const QByteArray& bytes);

} // namespace pricewright
