// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/Time.h"

#include <QHash>
#include <QJsonObject>

#include <functional>

namespace pricewright {

// Cuts a stream into its messages: each ends with a zero byte. What is too long ends the stream.
class MessageCutter {
 public:
  explicit MessageCutter(qsizetype longest) : m_longest(longest) {}
  // False: a message is longer than allowed.
  bool take(QByteArrayView bytes, const std::function<void(const QByteArray&)>& message);

 private:
  qsizetype m_longest;
  QByteArray m_open;
};

// The DevTools protocol over the two stream sockets of a browser (JSON messages that end with a zero byte). Answers and
// events come in perform(). One thread.
class DevTools {
 public:
  using Answered =
      std::function<void(const QJsonObject& result, const QString& error)>; // error: "" or the browser's words
  using Event = std::function<void(const QString& session, const QString& method, const QJsonObject& parameters)>;
  // Takes both ends; `longest`: bytes of a message.
  DevTools(int readEnd, int writeEnd, qsizetype longest, Event event);
  ~DevTools();
  DevTools(const DevTools&) = delete;
  DevTools& operator=(const DevTools&) = delete;

  void call(const QString& method, const QJsonObject& parameters = {}, const QString& session = {},
            const Answered& answered = {});
  void perform(Duration wait); // waits so long for something to come; takes all that is there
  bool isOpen() const { return m_isOpen; }
  bool wasTooLong() const { return m_wasTooLong; }
  void forget(); // nobody waits for the answers of before

 private:
  void write();
  void read();
  void takeMessage(const QByteArray& bytes);

  int m_read, m_write;
  Event m_event;
  MessageCutter m_cutter;
  QByteArray m_out;
  QHash<int, Answered> m_waiting;
  int m_last = 0;
  bool m_isOpen = true, m_wasTooLong = false;
};

} // namespace pricewright
