// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The steps at the end of a cycle: save, publish what may go out by itself, keep the lists complete.
#include "base/Log.h"
#include "pipeline/planner/Cycle.h"

namespace pricewright {
namespace {

bool isTransient(const Error& e) { return e.code.startsWith(u"channels.") || e.is(u"storage.busy"); }

} // namespace

// Automatic decisions were approved by policy: they travel in the cycle's own batch, released at once, for only a
// human's approval needs time to be undone. The batch comes first: a kill in between leaves an empty one, which the
// next release strikes out, and never an approved price that belongs nowhere.
Status PlannerAgent::Cycle::openCycleBatch() {
  PriceBatch batch;
  batch.name = QStringLiteral("cycle %1").arg(isoInstant(report.startedAt).left(16).replace(u'T', u' '));
  batch.owner = QStringLiteral("system");
  batch.reason = QStringLiteral("policy");
  batch.state = QStringLiteral("scheduled");
  batch.effectiveAt = batch.releaseAt = t.clock.now();
  batch.cycleId = report.cycleId;
  PW_TRY(Transaction in, Transaction::begin(t.db));
  PW_TRY(const qint64 no, t.batches.create(in, systemActor(), batch));
  PW_CHECK(in.commit());
  for (auto& c : cases)
    for (PriceDecision& d : c.decisions)
      if (d.state == DecisionState::Approved) {
        d.batchNo = no;
        d.decidedAt = t.clock.now();
      }
  return {};
}

Status PlannerAgent::Cycle::save(StationReport& r) {
  for (const auto& c : cases)
    for (const PriceDecision& d : c.decisions) {
      ++r.reasons[QStringLiteral("state:") + decisionStateName(d.state)];
      ++r.count;
      if (d.state == DecisionState::Approved)
        automatic.push_back(d.id);
    }
  if (!automatic.empty())
    PW_CHECK(openCycleBatch());
  PW_CHECK(retried([](const Error& e) { return e.is(u"storage.busy"); },
                   [&] { return t.decisions.save(by, report.cycleId, cases); }));
  saved = true;
  cases.clear();
  cases.shrink_to_fit();
  return {};
}

void PlannerAgent::Cycle::release(StationReport& r, const std::vector<PublishReport>& reports) {
  for (const PublishReport& p : reports) {
    r.count += p.prices;
    ++r.reasons[QStringLiteral("batch:") + p.state];
    if (p.notPublished > 0)
      r.reasons[QStringLiteral("not-published")] += p.notPublished;
    if (p.error)
      r.ended = QStringLiteral("failed:") + p.error->code;
  }
}

// A folder that cannot be written keeps the old lists in force; the batch waits for the next release.
Status PlannerAgent::Cycle::publish(StationReport& r) {
  published = true;
  if (!options.publish)
    return {};
  std::vector<PublishReport> reports;
  const Status released = retried(isTransient, [&]() -> Status {
    std::erase_if(reports, [](const PublishReport& p) { return p.error.has_value(); }); // they are tried again
    PW_TRY(const auto attempt, t.channels.releaseDue(by, job));
    reports.insert(reports.end(), attempt.begin(), attempt.end());
    for (const PublishReport& p : attempt)
      if (p.error)
        return *p.error;
    return {};
  });
  release(r, reports);
  if (released || isTransient(released.error())) {
    if (!released)
      r.fallback = QStringLiteral("previous-prices");
    return {};
  }
  return released;
}

Status PlannerAgent::Cycle::writeLists(StationReport& r) {
  if (!options.publish)
    return {};
  PW_TRY(const auto reports, t.channels.ensureLists(by));
  for (const PublishReport& p : reports) {
    r.count += p.listed;
    if (p.error)
      r.ended = QStringLiteral("failed:") + p.error->code;
  }
  return {};
}

// Stopped between saving and publishing: what policy had approved goes back to the people.
void PlannerAgent::Cycle::takeBackApprovals() {
  if (automatic.empty())
    return;
  if (const auto undone = t.approval.undo(systemActor(), automatic); !undone)
    qCWarning(logPipeline) << "approvals of a stopped cycle stand:" << undone.error().debugText();
}

} // namespace pricewright
