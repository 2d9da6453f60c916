// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/revenue/Reconciliation.h"

#include "base/Json.h"
#include "base/Words.h"

#include <QJsonArray>

namespace pricewright {
namespace {

constexpr std::size_t kMostFindings = 100, kMissedAtOnce = 1'000;

bool isSameMoney(const Movement& a, const Movement& b) {
  return a.status == b.status && a.amountMinor == b.amountMinor && a.currency == b.currency && a.kind == b.kind;
}

// And whatever else sums are made of.
bool isSameBooking(const Movement& a, const Movement& b) {
  return isSameMoney(a, b) && a.hasMoved == b.hasMoved && a.authorizedMinor == b.authorizedMinor &&
         a.happened == b.happened;
}

bool isSameButForWhen(Movement a, const Movement& b) {
  a.asOf = b.asOf;
  return a == b;
}

QString wordsOf(const Movement* m) {
  return m ? s("%1 %2 %3")
                 .arg(movementStatusName(m->status), Money(m->amountMinor, m->currency).toString(), m->currency.code())
           : QString();
}

// What is told beside the money stays known.
Movement withOurNames(Movement theirs, const Movement& ours) {
  const Movement both = merged(ours, theirs);
  theirs.parentId = both.parentId, theirs.intentRef = both.intentRef, theirs.orderRef = both.orderRef;
  theirs.unitHash = both.unitHash, theirs.customerHash = both.customerHash, theirs.code = both.code;
  theirs.quantityMilli = both.quantityMilli;
  return theirs;
}

Instant wholeSecond(Instant at) { return std::chrono::floor<std::chrono::seconds>(at); }

MoneyTotals in(const TotalsByCurrency& all, Currency c) {
  for (const auto& [currency, totals] : all)
    if (currency == c)
      return totals;
  return {};
}

void addTo(MoneyTotals& sum, const MoneyTotals& t) {
  sum.captured += t.captured, sum.refunded += t.refunded, sum.disputed += t.disputed, sum.lost += t.lost;
  sum.fees += t.fees, sum.charges += t.charges, sum.refunds += t.refunds, sum.disputes += t.disputes;
  sum.releases += t.releases;
}

QJsonObject totalsJson(const MoneyTotals& t) {
  return {{s("captured"), t.captured}, {s("refunded"), t.refunded}, {s("disputed"), t.disputed},
          {s("lost"), t.lost},         {s("fees"), t.fees},         {s("net"), t.net()}};
}

QJsonObject findingsJson(const ReconcileReport& report) {
  QJsonArray books, first;
  for (const CurrencyBooks& b : report.books)
    books.append(QJsonObject{{s("currency"), b.currency.code()},
                             {s("gateway"), totalsJson(b.gateway)},
                             {s("before"), totalsJson(b.before)},
                             {s("after"), totalsJson(b.after)}});
  for (const ReconcileFinding& f : report.findings)
    first.append(QJsonObject{{s("object"), f.objectId},
                             {s("kind"), f.kind},
                             {s("code"), f.code},
                             {s("ours"), f.ours},
                             {s("theirs"), f.theirs}});
  return {{s("books"), books},
          {s("first"), first},
          {s("unreadable"), report.unreadable},
          {s("completed"), report.completed}};
}

} // namespace

Status Reconciliation::runSlice(Instant from, Instant to) {
  m_theirs.clear(), m_setAside.clear(), m_eventIds.clear();
  PW_TRY(const TotalsByCurrency before, ofStore(m_store.totals(window(from, to))));
  PW_CHECK(missedEvents(from, to));
  PW_CHECK(theirObjects(from, to));
  OrderBatch batch;
  batch.provider = m_gateway.provider(), batch.source = LoadSource::Repair, batch.name = isoInstant(from);
  const std::map<QString, Movement> listed = m_theirs; // compare() may find newer states
  for (const auto& [id, theirs] : listed)
    PW_CHECK(compare(theirs, batch));
  PW_CHECK(ourObjects(from, to, batch));
  if (!batch.movements.empty() || !batch.replacing.empty()) {
    QByteArray text;
    for (const auto* list : {&batch.movements, &batch.replacing})
      for (const Movement& m : *list)
        text += (m.objectId + u' ' + wordsOf(&m) + u'\n').toUtf8();
    batch.digest = sha256Hex(text);
    PW_CHECK(ofStore(m_store.keep(m_by, batch)));
  }
  return sums(from, to, before);
}

Status Reconciliation::missedEvents(Instant from, Instant to) {
  OrderBatch batch;
  batch.provider = m_gateway.provider(), batch.source = LoadSource::Api, batch.name = s("events");
  const auto take = [&](Result<EventFacts>&& event) -> Status {
    ++m_out->run.events;
    if (!event) {
      setAside(event.error().arguments.value(s("object")), s("event"), event.error().code);
      return {};
    }
    PW_TRY(const bool known, ofStore(m_store.knowsEvent(batch.provider, event->id)));
    if (known || event->state == EventState::Ignored || m_eventIds.contains(event->id))
      return {};
    if (event->state == EventState::Failed) // it is kept as such, and known from now on
      setAside(event->id, s("event"), event->error);
    ++m_out->run.missedEvents;
    m_eventIds.insert(event->id);
    batch.events.push_back(std::move(*event));
    return batch.events.size() < kMissedAtOnce ? Status() : keepEvents(batch);
  };
  PW_CHECK(m_gateway.pageEvents(from, to, take, m_job));
  return keepEvents(batch);
}

Status Reconciliation::keepEvents(OrderBatch& batch) {
  if (batch.events.empty())
    return {};
  QByteArray all;
  for (const EventFacts& event : batch.events) {
    all += event.id.toUtf8() + ' ' + event.digest.toLatin1() + '\n';
    for (const Movement& m : event.movements)
      if (const auto known = ofStore(m_store.movement(m.provider, m.objectId)); known && !*known)
        find("revenue.missed", m, nullptr, &m);
  }
  batch.digest = sha256Hex(all);
  PW_CHECK(ofStore(m_store.keep(m_by, batch)));
  batch.events.clear();
  return {};
}

Status Reconciliation::theirObjects(Instant from, Instant to) {
  MovementKind kind = MovementKind::Intent;
  const auto take = [&](Result<Movement>&& m) -> Status {
    ++m_out->run.objects;
    if (!m) {
      setAside(m.error().arguments.value(s("object")), movementKindName(kind), m.error().code);
      return {};
    }
    const QString id = m->objectId;
    const auto [at, isNew] = m_theirs.try_emplace(id, *m);
    if (!isNew) // an object that came twice, pages having moved meanwhile
      at->second = merged(at->second, *m);
    return {};
  };
  for (const MovementKind next :
       {MovementKind::Intent, MovementKind::Charge, MovementKind::Refund, MovementKind::Dispute, MovementKind::Fee}) {
    kind = next;
    if (kind != MovementKind::Fee || m_options.withFees)
      PW_CHECK(m_gateway.pageObjects(kind, from, to, take, m_job));
  }
  return {};
}

// Where theirs is farther on than ours, the join has it. Where ours is, either it came meanwhile or it is wrong: the
// gateway is asked once more.
Status Reconciliation::compare(Movement theirs, OrderBatch& batch) {
  PW_TRY(const std::optional<Movement> ours, ofStore(m_store.movement(theirs.provider, theirs.objectId)));
  if (!ours) {
    ++m_out->run.missedObjects;
    find("revenue.missed", theirs, nullptr, &theirs);
    batch.movements.push_back(std::move(theirs));
    return {};
  }
  if (!isSameBooking(merged(*ours, theirs), theirs))
    return confirm(*ours, std::move(theirs), batch);
  if (note(*ours, theirs))
    batch.movements.push_back(std::move(theirs));
  return {};
}

Status Reconciliation::confirm(const Movement& ours, Movement theirs, OrderBatch& batch) {
  const Result<std::optional<Movement>> now = m_gateway.fetch(theirs.kind, theirs.objectId, m_job);
  if (!now && !isOfOneObject(now.error()))
    return now.error();
  if (!now) {
    setAside(theirs.objectId, movementKindName(theirs.kind), now.error().code);
    return {};
  }
  if (*now)
    theirs = merged(theirs, **now);
  m_theirs[theirs.objectId] = theirs;
  const bool isFarther = isSameBooking(merged(ours, theirs), theirs);
  if (!note(ours, theirs) && isFarther)
    return {};
  if (isFarther)
    batch.movements.push_back(std::move(theirs));
  else
    batch.replacing.push_back(withOurNames(std::move(theirs), ours));
  return {};
}

// Whether theirs says anything that ours does not.
bool Reconciliation::note(const Movement& ours, const Movement& theirs) {
  if (!isSameMoney(ours, theirs)) {
    ++m_out->run.differing;
    find("revenue.differs", theirs, &ours, &theirs);
    return true;
  }
  if (isSameButForWhen(merged(ours, theirs), ours) && isSameBooking(ours, theirs))
    return false;
  ++m_out->completed;
  return true;
}

// What we have of that time and they did not list.
Status Reconciliation::ourObjects(Instant from, Instant to, OrderBatch& batch) {
  PW_TRY(const std::vector<Movement> ours, ofStore(m_store.movements(window(from, to))));
  for (const Movement& m : ours) {
    if (m_theirs.contains(m.objectId) || m_setAside.contains(m.objectId) || m.status == MovementStatus::Void)
      continue;
    if (m_vanished.contains(m.objectId)) {
      ++m_out->run.vanished;
      find("revenue.vanished", m, &m, nullptr);
      Movement gone = m;
      gone.status = MovementStatus::Void, gone.asOf = m_clock.now();
      batch.replacing.push_back(std::move(gone));
      continue;
    }
    Result<std::optional<Movement>> theirs = m_gateway.fetch(m.kind, m.objectId, m_job);
    if (!theirs && !isOfOneObject(theirs.error()))
      return theirs.error();
    if (!theirs) {
      setAside(m.objectId, movementKindName(m.kind), theirs.error().code);
    } else if (*theirs) {
      m_theirs.emplace(m.objectId, **theirs);
      PW_CHECK(compare(std::move(**theirs), batch));
    } else {
      m_out->run.isExact = false; // known a moment ago: the next run asks again before it is voided
    }
  }
  return {};
}

Status Reconciliation::sums(Instant from, Instant to, const TotalsByCurrency& before) {
  MoneySum theirs;
  for (const auto& [id, m] : m_theirs)
    if (m.happened >= from && m.happened <= to)
      PW_CHECK(theirs.add(m));
  PW_TRY(const TotalsByCurrency gateway, theirs.totals());
  PW_TRY(const TotalsByCurrency after, ofStore(m_store.totals(window(from, to))));
  std::vector<Currency> currencies;
  for (const auto* list : {&gateway, &before, &after})
    for (const auto& [currency, totals] : *list)
      currencies.push_back(currency);
  for (const Currency c : currencies)
    if (std::none_of(m_out->books.begin(), m_out->books.end(), [&](const auto& b) { return b.currency == c; }))
      m_out->books.push_back({c, {}, {}, {}});
  for (CurrencyBooks& b : m_out->books) {
    addTo(b.gateway, in(gateway, b.currency)), addTo(b.before, in(before, b.currency));
    addTo(b.after, in(after, b.currency));
    m_out->run.isExact = m_out->run.isExact && in(gateway, b.currency) == in(after, b.currency);
  }
  return {};
}

void Reconciliation::setAside(const QString& id, const QString& kind, const QString& code) {
  if (m_setAside.contains(id) && !id.isEmpty())
    return;
  m_setAside.insert(id);
  ++m_out->unreadable;
  if (m_out->findings.size() < kMostFindings)
    m_out->findings.push_back({id, kind, s("revenue.unreadable"), {}, code});
}

void Reconciliation::find(const char* code, const Movement& m, const Movement* ours, const Movement* theirs) {
  if (m_out->findings.size() < kMostFindings)
    m_out->findings.push_back({m.objectId, movementKindName(m.kind), s(code), wordsOf(ours), wordsOf(theirs)});
}

Result<ReconcileReport> RevenueAgent::reconcile(const Actor& by, const ReconcileOptions& options,
                                                const JobContext& job) {
  ReconcileReport out;
  PW_TRY(GatewayNews news, m_store.news(m_gateway.provider()));
  if (!options.account.isEmpty() && options.account != news.account) {
    PW_TRY(const QString theirs, m_gateway.account(job));
    if (theirs != options.account)
      return fail(s("gateway.other-account"), {{s("ours"), options.account}, {s("theirs"), theirs}});
    PW_TRY(
        [[maybe_unused]] const qint64 apart,
        m_store.changeAccount(by, m_gateway.provider(), news.account.isEmpty() ? s("earlier") : news.account, theirs));
    PW_TRY(news, m_store.news(m_gateway.provider()));
  }
  ReconciliationRun& run = out.run;
  run.provider = m_gateway.provider(), run.started = m_clock.now(), run.to = wholeSecond(run.started);
  run.from = wholeSecond(options.since         ? *options.since
                         : news.reconciledUpTo ? *news.reconciledUpTo - options.overlap
                                               : run.started - options.first);
  if (run.from > run.to) // a clock that was set back
    run.from = run.to - options.overlap;
  run.isExact = true; // until a slice says otherwise
  Reconciliation work(m_store, m_gateway, m_clock, by, options, job);
  const Status done = work.run(out, news.account);
  if (!done && (work.storeFailed() || Reconciliation::isRefusal(done.error())))
    return done.error();
  if (!done)
    run.error = done.error().code;
  run.isExact = run.isExact && done.has_value() && out.unreadable == 0 && run.vanished == 0;
  run.ended = m_clock.now();
  std::sort(out.books.begin(), out.books.end(),
            [](const auto& a, const auto& b) { return a.currency.code() < b.currency.code(); });
  run.findings = findingsJson(out);
  PW_CHECK(m_store.keepRun(by, run));
  m_telemetry.count(s("revenue_events_missed"), run.missedEvents);
  m_telemetry.gauge(s("revenue_books_exact"), run.isExact ? 1 : 0);
  if (!done && done.error().is(u"revenue.too-many-vanished")) // with its counts
    return done.error();
  return out;
}

} // namespace pricewright
