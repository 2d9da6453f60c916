// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "feeds/FeedClient.h"

#include "base/Words.h"
#include "feeds/FeedHttp.h"
#include "feeds/JsonFeed.h"
#include "feeds/XmlFeed.h"

namespace pricewright {
namespace {

PageFetcher::Settings fetcherSettings(const FeedClientSettings& s) {
  PageFetcher::Settings out;
  out.userAgent = s.userAgent, out.allowed = s.allowed, out.caFile = s.caFile;
  out.limits.bytes = s.limits.bytes, out.limits.total = s.total;
  out.limits.slowFor = std::chrono::seconds(30);
  return out;
}

} // namespace

FeedClient::FeedClient(FeedClientSettings settings, const Clock& clock, std::uint64_t seed)
    : m_settings(std::move(settings)), m_clock(clock), m_random(seed),
      m_fetcher(std::make_unique<PageFetcher>(fetcherSettings(m_settings))) {}
FeedClient::~FeedClient() = default;

FeedOutcome FeedClient::pull(const FeedTask& task, const FeedSink& sink, const JobContext& job) {
  const auto began = std::chrono::steady_clock::now();
  FeedReading how;
  how.now = m_clock.now(), how.currency = task.mapping.currency, how.seller = task.mapping.seller;
  how.country = task.mapping.country, how.decimalMark = task.mapping.decimalMark;
  how.limits = m_settings.limits, how.stop = job.stop;
  FeedIntake intake(how, sink);
  FeedOutcome out;
  out.memory = task.memory;
  job.report("feed.pull", 0);
  const auto run = [&]() -> Status {
    if (task.location.startsWith(u"http://", Qt::CaseInsensitive) ||
        task.location.startsWith(u"https://", Qt::CaseInsensitive))
      return FeedHttp(*this, task, intake, out, job).run();
    if (task.kind == FeedKind::Prisync)
      return fail(s("feed.bad-location"), {{s("location"), task.location.left(200)}});
    PW_TRY(const std::unique_ptr<FeedFiles> files, task.location.startsWith(u"sftp://", Qt::CaseInsensitive)
                                                       ? sftpFeedFiles(task, m_settings, out, job)
                                                       : localFeedFiles(task));
    return pullFiles(*files, m_settings, task, intake, out, job);
  };
  const Status done = run();
  if (!done)
    out.error = done.error();
  out.complete = done.has_value() && !out.isUnchanged;
  out.counts = intake.counts();
  out.took = std::chrono::duration_cast<Duration>(std::chrono::steady_clock::now() - began);
  job.report("feed.pull", 1);
  return out;
}

Status readFeedBytes(FeedKind kind, const QByteArray& bytes, const FeedMapping& mapping, FeedIntake& intake) {
  switch (kind) {
  case FeedKind::Xml:
    return readXmlFeed(bytes, intake);
  case FeedKind::Table:
    return readTableFeed(bytes, mapping.columns, intake);
  case FeedKind::Json: {
    PW_TRY(const QByteArray plain, unpackedFeed(bytes, intake.how().limits.bytes));
    PW_TRY([[maybe_unused]] const JsonPage page, readJsonPage(plain, mapping, intake));
    return {};
  }
  case FeedKind::Prisync: {
    PW_TRY([[maybe_unused]] const PrisyncPage page, readPrisyncList(bytes, intake));
    return {};
  }
  }
  return {};
}

} // namespace pricewright
