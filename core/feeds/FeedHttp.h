// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "feeds/FeedClient.h"
#include "feeds/Prisync.h"

#include <QSet>
#include <QUrl>

namespace pricewright {

// The requests of one pull over HTTP. Internal to FeedClient.
class FeedHttp {
 public:
  FeedHttp(FeedClient& client, const FeedTask& task, FeedIntake& intake, FeedOutcome& outcome, const JobContext& job)
      : m_client(client), m_task(task), m_intake(intake), m_out(outcome), m_job(job) {}
  Status run();

 private:
  Status pullOne();
  Status pullPages();
  Status pullPrisync();
  Status pullProduct(const QUrl& base, PrisyncProduct& product);
  Status checkSecret();
  Result<QByteArray> get(const QUrl& url);  // where it breaks off, m_part is what came
  Status endedEarly(const Error& why);      // reads m_part, where there is one
  Result<QByteArray> page(const QUrl& url); // of a list: not again, and not the same
  Result<QUrl> nextUrl(const QString& text, const QUrl& from) const;
  FetchAnswer ask(const QUrl& url);
  void pause(Duration wait);
  Duration jitter(int attempt);

  FeedClient& m_client;
  const FeedTask& m_task;
  FeedIntake& m_intake;
  FeedOutcome& m_out;
  const JobContext& m_job;
  QUrl m_start;
  std::optional<Instant> m_last; // request's start
  QSet<QString> m_seen;
  QByteArray m_lastPage; // its digest
  QByteArray m_part;     // of the page that broke off, unpacked; the longest of all tries
};

// The files of a folder, here or at the other end of an SFTP connection. Internal to FeedClient.
struct FeedFile {
  QString name;
  Instant written{};
};
class FeedFiles {
 public:
  virtual ~FeedFiles() = default;
  virtual Result<std::vector<FeedFile>> list(const QString& pattern) = 0;
  virtual Status read(const FeedFile& file, const FeedTask& task, FeedIntake& intake) = 0;
};
Status pullFiles(FeedFiles& files, const FeedClientSettings& settings, const FeedTask& task, FeedIntake& intake,
                 FeedOutcome& outcome, const JobContext& job);
bool fitsFeedPattern(const QString& name, const QString& pattern); // no hidden files, nor those that are half there
Result<std::unique_ptr<FeedFiles>> localFeedFiles(const FeedTask& task);
Result<std::unique_ptr<FeedFiles>> sftpFeedFiles(const FeedTask& task, const FeedClientSettings& settings,
                                                 FeedOutcome& outcome, const JobContext& job);

} // namespace pricewright
