// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/Cancel.h"
#include "feeds/FeedMapping.h"
#include "fetching/PageFetcher.h"

namespace pricewright {

// One feed as it is to be pulled. `location`: http or https, sftp://user@host/folder/ (or a file), or a folder's path.
struct FeedTask {
  FeedKind kind = FeedKind::Table;
  QString location;
  FeedMapping mapping;
  // "" none. Where the mapping says (header or parameter); of Prisync "apikey:apitoken"; of SFTP the password, or what
  // the key file is locked with.
  QString secret;
  int requestsAMinute = 60;
  QJsonObject memory; // what an earlier pull left: the file that was read last, those that could not be read
};

struct FeedOutcome {
  FeedCounts counts;
  Error error; // code "": none
  // All of the feed was read. Where it was not, what came is good, but what it does not list is not gone.
  bool complete = false;
  bool isUnchanged = false; // no file is newer than the last one
  int waiting = 0;          // files that are still being written
  int pages = 0;
  qint64 requests = 0, retries = 0, bytes = 0;
  QJsonObject memory;
  std::optional<Instant> notBefore; // the service wants to be left alone until then
  Duration took{};
  bool isOk() const { return error.code.isEmpty(); }
};

struct FeedClientSettings {
  AddressAllowList allowed; // addresses inside that may be asked
  QByteArray userAgent = "Pricewright/1.0", caFile;
  FeedLimits limits;
  Duration total = std::chrono::minutes(10); // of one request
  int retries = 3;
  Duration retryBase = std::chrono::seconds(1), retryCap = std::chrono::seconds(30);
  Duration longestWait = std::chrono::minutes(5); // that a Retry-After is waited for; beyond it the pull ends
  int mostPages = 10'000;
  int mostFiles = 20; // of a folder, in one pull; the newest
};

// Pulls a feed to its end, one request at a time and no more of them a minute than the feed wants. 429 and Retry-After
// are obeyed, failures that may pass are tried again with full jitter. The secret goes to the host that was named, by
// TLS, and to no other. Files of a folder are read where they lie and stay there; one that was written to within the
// last minute is left for the next time. One thread, the caller's.
// A transfer that breaks off gives its whole rows (feed.broken-off: bytes, line, rows, why).
// Of a folder one file that cannot be read hides none: the first such error stands, caused by feed.in-file (file), and
// the file is tried again at each pull until it can be read or is gone.
// What FeedOutcome::error may be: feed.bad-location, fetch.*, address.*, feed.http (status),
// .login-refused (status), .bad-secret, .not-encrypted (a secret over plain http), .loop (a page that was there
// already, or the same page again), .too-many-pages (limit), .next-elsewhere (host), .folder-missing (path),
// .file-unreadable, .no-sftp, .sftp (why), .unknown-host-key, .no-file, .cancelled, and what the readers answer.
class FeedClient {
 public:
  FeedClient(FeedClientSettings settings, const Clock& clock, std::uint64_t seed);
  ~FeedClient();
  // What is done to let time pass; empty: time passes.
  std::function<void(Duration)> wait;
  FeedOutcome pull(const FeedTask& task, const FeedSink& sink, const JobContext& job);
  const FeedClientSettings& settings() const { return m_settings; }
  const Clock& clock() const { return m_clock; }

 private:
  friend class FeedHttp;
  FeedClientSettings m_settings;
  const Clock& m_clock;
  std::uint64_t m_random;
  std::unique_ptr<PageFetcher> m_fetcher;
};

// The files of a folder that a pull could not read, by name: they are tried again.
QStringList brokenFeedFiles(const QJsonObject& memory);

// Bytes of a feed of that kind, once they are here.
Status readFeedBytes(FeedKind kind, const QByteArray& bytes, const FeedMapping& mapping, FeedIntake& intake);

} // namespace pricewright
