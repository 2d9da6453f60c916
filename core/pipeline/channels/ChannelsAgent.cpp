// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/channels/ChannelsAgent.h"

#include "base/Log.h"
#include "pipeline/channels/AtomicFile.h"
#include "pipeline/channels/Hold.h"
#include "pipeline/channels/Work.h"

#include <QFileInfo>

namespace pricewright {

ChannelsAgent::ChannelsAgent(Database& db, Journal& journal, const Clock& clock, IdSource& ids, CatalogStore& catalog,
                             BatchStore& batches, DecisionStore& decisions)
    : m_db(db), m_journal(journal), m_clock(clock), m_ids(ids), m_catalog(catalog), m_batches(batches),
      m_decisions(decisions) {}

QString ChannelsAgent::folder() const {
  const Result<Settings> settings = m_catalog.settings();
  const QString named = settings ? settings->text(u"channels.folder") : QString();
  return named.isEmpty() ? QFileInfo(m_db.path()).absoluteFilePath() + QStringLiteral(".prices") : named;
}

Result<ChannelsAgent::Work> ChannelsAgent::prepare(const Actor& by) const {
  Work w;
  w.by = by;
  PW_TRY(w.at, moment());
  w.folder = folder();
  PW_TRY(w.catalog, m_catalog.load());
  return w;
}

Result<std::vector<PublishReport>> ChannelsAgent::releaseDue(const Actor& by, const JobContext& job) {
  PW_TRY(const Hold held, hold());
  PW_CHECK(closeInterrupted(by));
  PW_TRY(std::vector<PriceBatch> due, m_batches.due(m_clock.now()));
  PW_TRY(const std::vector<PriceBatch> all, m_batches.batches(1000));
  for (const PriceBatch& batch : all)
    if (batch.state == u"failed")
      due.push_back(batch);
  std::sort(due.begin(), due.end(), [](const PriceBatch& a, const PriceBatch& b) {
    return std::tie(a.releaseAt, a.no) < std::tie(b.releaseAt, b.no);
  });
  std::vector<PublishReport> reports;
  for (std::size_t i = 0; i < due.size() && !job.cancelled(); ++i) {
    job.report("publish", double(i) / double(due.size()));
    PW_TRY(auto report, releaseOne(by, due[i]));
    if (report)
      reports.push_back(std::move(*report));
  }
  return reports;
}

Result<std::optional<PublishReport>> ChannelsAgent::release(const Actor& by, qint64 batchNo) {
  PW_TRY(const Hold held, hold());
  PW_CHECK(closeInterrupted(by));
  PW_TRY(PriceBatch batch, m_batches.batch(batchNo));
  if (batch.state != u"scheduled" && batch.state != u"failed" && batch.state != u"publishing")
    return fail(QStringLiteral("catalog.bad-batch-state"), {{QStringLiteral("batch"), QString::number(batchNo)},
                                                            {QStringLiteral("state"), batch.state},
                                                            {QStringLiteral("wanted"), QStringLiteral("published")}});
  if (batch.state == u"scheduled" && batch.releaseAt > m_clock.now()) {
    PW_TRY(Transaction in, Transaction::begin(m_db));
    PW_CHECK(m_batches.setRelease(in, by, batchNo, m_clock.now()));
    PW_CHECK(in.commit());
    PW_TRY(batch, m_batches.batch(batchNo));
  }
  return releaseOne(by, batch);
}

Result<std::optional<PublishReport>> ChannelsAgent::releaseOne(const Actor& by, const PriceBatch& batch) {
  PW_TRY(Work w, prepare(by));
  w.batchNo = w.report.batchNo = batch.no;
  if (batch.state == u"publishing")
    PW_CHECK(takeUp(w));
  PW_CHECK(selectRows(w, batch));
  if (w.rows.empty())
    return strikeOut(w);
  PW_TRY(PublishReport report, climb(w));
  return std::optional(std::move(report));
}

// Nothing of the batch is left to publish: no file is touched.
Result<std::optional<PublishReport>> ChannelsAgent::strikeOut(Work& w) {
  PW_TRY(Transaction in, Transaction::begin(m_db));
  PW_CHECK(holdBack(w));
  PW_CHECK(closeOtherPlans(w));
  // A batch that was being published fails before it is over: that is the order of its states.
  PW_CHECK(m_batches.setState(in, w.by, *w.batchNo, QStringLiteral("failed")));
  PW_CHECK(m_batches.setState(in, w.by, *w.batchNo, QStringLiteral("cancelled")));
  PW_CHECK(in.commit());
  w.report.state = QStringLiteral("cancelled");
  return w.heldBack.empty() ? std::optional<PublishReport>() : std::optional(w.report);
}

// The ladder. Files are touched only after the plan is on disk, and prices count as published only after both files of
// every channel were read back.
Result<PublishReport> ChannelsAgent::climb(Work& w) {
  PW_CHECK(buildLists(w));
  PW_CHECK(plan(w));
  tell("planned");
  Status done = apply(w);
  if (done) {
    tell("written");
    done = record(w);
  }
  if (done) {
    tell("recorded");
    return w.report;
  }
  qCWarning(logPipeline) << "publishing failed:" << done.error().debugText();
  w.report.state = QStringLiteral("failed");
  w.report.error = done.error();
  if (done.error().is(u"storage.commit-unknown"))
    return done.error(); // what was committed shows after reopening; the next release finishes it
  PW_CHECK(recordFailure(w, done.error()));
  return w.report;
}

Status ChannelsAgent::buildLists(Work& w) const {
  PriceChanges changes;
  for (const ChannelRow& row : w.rows)
    changes.emplace(row.listingNo, row.after);
  w.lists.clear();
  for (const Channel& channel : w.catalog.channels) {
    PW_TRY(PriceList list, buildPriceList(m_db, m_catalog, w.catalog, channel, w.at, changes, w.origin));
    if (!list.rows.empty())
      w.lists.push_back(std::move(list));
  }
  return {};
}

// Writes all files of all channels, then reads them back and compares every price.
Status ChannelsAgent::apply(Work& w) const {
  AtomicFiles files(w.folder);
  for (const PriceList& list : w.lists) {
    files.add(list.channel.code + QStringLiteral(".csv"), list.csv);
    files.add(list.channel.code + QStringLiteral(".json"), list.json);
  }
  PW_CHECK(files.write());
  for (const PriceList& list : w.lists) {
    const QString base = w.folder + u'/' + list.channel.code;
    PW_TRY(const QByteArray csv, AtomicFiles::read(base + QStringLiteral(".csv")));
    PW_TRY(const QByteArray json, AtomicFiles::read(base + QStringLiteral(".json")));
    if (const Status same = verifyPriceList(list, csv, json); !same)
      return same.error().with(QStringLiteral("path"), base);
    w.report.listed += int(list.rows.size());
    w.report.files << base + QStringLiteral(".csv") << base + QStringLiteral(".json");
  }
  return {};
}

Result<std::vector<PublishReport>> ChannelsAgent::ensureLists(const Actor& by, const QString& onlyChannel) {
  PW_TRY(const Hold held, hold());
  return writeLists(by, onlyChannel);
}

Result<std::vector<PublishReport>> ChannelsAgent::writeLists(const Actor& by, const QString& onlyChannel) {
  PW_CHECK(closeInterrupted(by));
  PW_TRY(Work w, prepare(by));
  PW_CHECK(buildLists(w));
  std::erase_if(w.lists, [&](const PriceList& list) {
    if (!onlyChannel.isEmpty() && list.channel.code != onlyChannel)
      return true;
    const QString base = w.folder + u'/' + list.channel.code;
    const auto csv = AtomicFiles::read(base + QStringLiteral(".csv"));
    const auto json = AtomicFiles::read(base + QStringLiteral(".json"));
    return csv && json && *csv == list.csv && *json == list.json;
  });
  std::vector<PublishReport> reports;
  if (w.lists.empty())
    return reports;
  PW_CHECK(plan(w));
  Status done = apply(w);
  if (done)
    done = record(w);
  if (!done) {
    w.report.state = QStringLiteral("failed");
    w.report.error = done.error();
    PW_CHECK(recordFailure(w, done.error()));
  }
  reports.push_back(w.report);
  return reports;
}

} // namespace pricewright
