// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Before anything is changed: whether the gateway's books are those of ours at all.
#include "pipeline/revenue/Reconciliation.h"

#include "base/Words.h"

namespace pricewright {
namespace {

// More than three objects, and more than a fifth of them: that is no repair any more.
bool isTooMuch(qint64 vanished, qint64 known) { return vanished > 3 && vanished * 5 > known; }

} // namespace

bool Reconciliation::isRefusal(const Error& e) {
  return e.is(u"gateway.no-key") || e.is(u"gateway.not-encrypted") || e.is(u"gateway.test-mode") ||
         e.is(u"gateway.no-account") || e.is(u"gateway.other-account") || e.code.startsWith(u"secrets.");
}

bool Reconciliation::isOfOneObject(const Error& e) { return e.arguments.contains(s("object")) && !isRefusal(e); }

MoneyFilter Reconciliation::window(Instant from, Instant to) const {
  return {m_gateway.provider(), from, to, m_options.withFees};
}

Status Reconciliation::run(ReconcileReport& report, const QString& account) {
  m_out = &report;
  PW_TRY(const QString asked, askAccount(account));
  PW_CHECK(survey());
  report.run.account = asked;
  return eachSlice([&](Instant from, Instant to) -> Status {
    PW_CHECK(runSlice(from, to));
    m_job.report("revenue.reconcile",
                 double((to - report.run.from).count() + 1) / double((report.run.to - report.run.from).count() + 1));
    return {};
  });
}

Result<QString> Reconciliation::askAccount(const QString& ours) {
  PW_TRY(const QString theirs, m_gateway.account(m_job));
  if (!ours.isEmpty() && ours != theirs)
    return fail(s("gateway.other-account"), {{s("ours"), ours}, {s("theirs"), theirs}});
  return theirs;
}

Status Reconciliation::eachSlice(const std::function<Status(Instant, Instant)>& work) {
  const Duration slice = std::max<Duration>(m_options.slice, std::chrono::minutes(1));
  for (Instant from = m_out->run.from; from <= m_out->run.to; from += slice) {
    if (m_job.cancelled())
      return fail(s("gateway.cancelled"));
    // Lists hold whole seconds, both ends of them.
    PW_CHECK(work(from, std::min(m_out->run.to, Instant(from + slice - std::chrono::seconds(1)))));
  }
  return {};
}

// Whether they know what we know, before anything is changed: another account's key finds nothing of ours.
Status Reconciliation::survey() {
  PW_TRY(const qint64 known, ofStore(m_store.knownObjects(window(m_out->run.from, m_out->run.to))));
  if (known == 0)
    return {};
  return eachSlice([&](Instant from, Instant to) { return surveySlice(from, to, known); });
}

Status Reconciliation::surveySlice(Instant from, Instant to, qint64 known) {
  PW_TRY(std::vector<Movement> ours, ofStore(m_store.movements(window(from, to))));
  std::erase_if(ours, [](const Movement& m) { return m.status == MovementStatus::Void; });
  QSet<MovementKind> kinds;
  for (const Movement& m : ours)
    kinds.insert(m.kind);
  QSet<QString> listed;
  const auto take = [&](Result<Movement>&& m) -> Status {
    listed.insert(m ? m->objectId : m.error().arguments.value(s("object")));
    return {};
  };
  for (const MovementKind kind : std::as_const(kinds))
    PW_CHECK(m_gateway.pageObjects(kind, from, to, take, m_job));
  for (const Movement& m : ours) {
    if (listed.contains(m.objectId))
      continue;
    const Result<std::optional<Movement>> theirs = m_gateway.fetch(m.kind, m.objectId, m_job);
    if (!theirs && !isOfOneObject(theirs.error()))
      return theirs.error();
    if (!theirs || *theirs)
      continue;
    m_vanished.insert(m.objectId);
    if (isTooMuch(m_vanished.size(), known)) { // the rest need not be asked for
      m_out->run.vanished = m_vanished.size();
      return fail(s("revenue.too-many-vanished"),
                  {{s("vanished"), QString::number(m_vanished.size())}, {s("known"), QString::number(known)}});
    }
  }
  return {};
}

} // namespace pricewright
