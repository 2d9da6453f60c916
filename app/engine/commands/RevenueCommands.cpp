// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Orders, refunds and disputes: files, webhooks, a gateway's API.
#include "RevenueCommands.h"

#include "Shapes.h"
#include "base/Words.h"
#include "engine/earnings/RevenueDesk.h"
#include "engine/texts/Texts.h"

#include <QJsonArray>

namespace pricewright {
namespace {

QJsonObject countsJson(const QMap<QString, qint64>& counts) {
  QJsonObject out;
  for (auto it = counts.begin(); it != counts.end(); ++it)
    out.insert(it.key(), it.value());
  return out;
}

QString moneyText(qint64 minor, Currency c) { return Money(minor, c).toString(); }

QJsonObject toJson(const MoneyTotals& t, Currency c) {
  return {{"captured", moneyText(t.captured, c)},
          {"refunded", moneyText(t.refunded, c)},
          {"disputed", moneyText(t.disputed, c)},
          {"lost", moneyText(t.lost, c)},
          {"fees", moneyText(t.fees, c)},
          {"net", moneyText(t.net(), c)},
          {"charges", t.charges},
          {"refunds", t.refunds},
          {"disputes", t.disputes}};
}

QJsonObject toJson(const RevenueFreshness& f) {
  QJsonObject o{{"state", feedStateName(f.state)}, {"why", f.why}};
  if (f.lastEvent)
    o.insert("last_event", isoInstant(*f.lastEvent));
  if (f.lastReconciliation)
    o.insert("last_exact_reconciliation", isoInstant(*f.lastReconciliation));
  if (f.newestOrder)
    o.insert("newest_order", isoInstant(*f.newestOrder));
  if (f.age)
    o.insert("age_ms", qint64(f.age->count()));
  return o;
}

QJsonObject toJson(const ReconciliationRun& r) {
  return {{"reconciliation", r.id.toString()},
          {"provider", r.provider},
          {"account", r.account},
          {"from", isoInstant(r.from)},
          {"to", isoInstant(r.to)},
          {"ended", isoInstant(r.ended)},
          {"objects", r.objects},
          {"events", r.events},
          {"missed_events", r.missedEvents},
          {"missed_objects", r.missedObjects},
          {"differing", r.differing},
          {"vanished", r.vanished},
          {"exact", r.isExact},
          {"error", r.error},
          {"findings", r.findings}};
}

// --column FIELD=NAME
Result<QMap<OrderField, QString>> namedColumns(const Arguments& typed) {
  QMap<OrderField, QString> out;
  PW_TRY(const auto named, pairs(typed, "column"));
  for (auto it = named.begin(); it != named.end(); ++it) {
    const std::optional<OrderField> field = orderFieldFrom(it.key());
    if (!field)
      return fail(s("usage.bad-value"), {{s("option"), s("--column")},
                                         {s("value"), it.key()},
                                         {s("wanted"), s("order, line, sku, zone, quantity, amount, unit_price, tax, "
                                                         "currency, time, visitor, customer, kind, refund or shown")}});
    out.insert(*field, it.value());
  }
  return out;
}

QString fileText(const OrderFileReport& r) {
  QString text = r.load.changedAnything()
                     ? s("%1: %2 rows read, %3 new, %4 the same, %5 rejected.\n  load %6 (take it back with: revenue "
                         "undo %6)\n")
                           .arg(r.path)
                           .arg(r.rows)
                           .arg(r.load.added)
                           .arg(r.load.same)
                           .arg(r.rejected)
                           .arg(r.load.id.toString())
                     : s("%1: %2 rows read, %3 rejected, nothing new. Nothing was changed.\n")
                           .arg(r.path)
                           .arg(r.rows)
                           .arg(r.rejected);
  if (r.repeated > 0)
    text += s("  %1 rows repeat an order that was there already, word for word: each counts once. Where they are "
              "lines of their own, number them (a column \"line\").\n")
                .arg(r.repeated);
  for (auto it = r.rejectedBy.begin(); it != r.rejectedBy.end(); ++it)
    text += s("  rejected %1: %2\n").arg(it.value()).arg(codeText(it.key()));
  if (!r.rejectFile.isEmpty())
    text += s("  every rejected row, with line and reason: %1\n").arg(r.rejectFile);
  for (const QString& note : r.notes)
    text += s("  note: %1\n").arg(codeText(note));
  return text;
}

int ingestFile(Session& session) {
  const Arguments& typed = session.arguments;
  OrderFileWish wish;
  wish.path = typed.words.first(), wish.currency = typed.value("currency"), wish.rejectFile = typed.value("rejects");
  PW_SAY(session, wish.columns, namedColumns(typed));
  PW_SAY(session, wish.written, writtenAs(typed));
  if (typed.has("lines-of"))
    wish.provider = typed.value("lines-of"), wish.isPaid = false;
  PW_OPEN(session, w, Changing);
  PW_SAY(session, const OrderFileReport r, ingestOrderFile(w, wish, session.job()));
  QJsonObject columns;
  for (auto it = r.columns.begin(); it != r.columns.end(); ++it)
    columns.insert(it.key(), it.value());
  return session.answer({{"load", r.load.changedAnything() ? r.load.id.toString() : QString()},
                         {"nothing_changed", !r.load.changedAnything()},
                         {"rows", r.rows},
                         {"added", r.load.added},
                         {"same", r.load.same},
                         {"rejected", r.rejected},
                         {"repeated", r.repeated},
                         {"rejected_by", countsJson(r.rejectedBy)},
                         {"reject_file", r.rejectFile},
                         {"columns", columns},
                         {"notes", QJsonArray::fromStringList(r.notes)}},
                        fileText(r), r.rejected > 0 ? kPartly : kOk);
}

int ingestEvents(Session& session) {
  PW_OPEN(session, w, Changing);
  PW_SAY(session, const EventsReport r, ingestStripeEvents(w, session.arguments.value("stripe-events"), session.job()));
  QString text = s("%1 events read, %2 of them unreadable.\n").arg(r.read).arg(r.unreadable);
  for (auto it = r.states.begin(); it != r.states.end(); ++it)
    text += s("  %1: %2\n").arg(codeText(it.key())).arg(it.value());
  for (auto it = r.reasons.begin(); it != r.reasons.end(); ++it)
    text += s("  not counted, %1: %2\n").arg(codeText(it.key())).arg(it.value());
  const bool partly = r.unreadable > 0 || r.states.value(eventStateName(EventState::Failed)) > 0;
  return session.answer({{"read", r.read},
                         {"unreadable", r.unreadable},
                         {"added", r.added},
                         {"changed", r.changed},
                         {"states", countsJson(r.states)},
                         {"reasons", countsJson(r.reasons)}},
                        text, partly ? kPartly : kOk);
}

int ingestWebhook(Session& session) {
  PW_SAY(session, const QByteArray body, readFile(session.arguments.value("webhook-body")));
  PW_OPEN(session, w, Changing);
  PW_SAY(session, const auto secrets, openSecrets());
  const QByteArray signature = session.arguments.value("signature").toUtf8();
  PW_SAY(session, const WebhookAnswer a, takeStripeWebhook(w, *secrets, body, {{s("Stripe-Signature"), signature}}));
  const QString words = a.code.isEmpty() ? QString() : s(", ") + codeText(a.code);
  return session.answer({{"status", a.status},
                         {"event", a.eventId},
                         {"type", a.type},
                         {"state", eventStateName(a.state)},
                         {"code", a.code}},
                        a.status == 200 ? s("%1 %2: %3%4.\n").arg(a.eventId, a.type, eventStateName(a.state), words)
                                        : s("Refused with HTTP %1%2.\n").arg(a.status).arg(words),
                        a.status == 200 ? kOk : kFailed);
}

QString booksText(const ReconcileReport& r) {
  std::vector<QStringList> rows;
  for (const CurrencyBooks& b : r.books)
    rows.push_back({b.currency.code(), moneyText(b.gateway.net(), b.currency), moneyText(b.before.net(), b.currency),
                    moneyText(b.after.net(), b.currency)});
  QString text = s("%1 to %2: %3 events and %4 objects looked at, %5 events and %6 objects missed, %7 differed, %8 "
                   "unknown to the gateway.\n")
                     .arg(isoInstant(r.run.from).left(16), isoInstant(r.run.to).left(16))
                     .arg(r.run.events)
                     .arg(r.run.objects)
                     .arg(r.run.missedEvents)
                     .arg(r.run.missedObjects)
                     .arg(r.run.differing)
                     .arg(r.run.vanished);
  if (!rows.empty())
    text += textTable({"currency", "gateway", "ours before", "ours now"}, rows, s(" rrr"));
  if (r.unreadable > 0)
    text += s("%1 could not be understood and were set aside.\n").arg(r.unreadable);
  if (r.completed > 0)
    text += s("Of %1 more is known now; their money was right.\n").arg(r.completed);
  for (const ReconcileFinding& f : r.findings)
    text += s("  %1 %2: %3 (%4)\n")
                .arg(f.kind, f.objectId, codeText(f.code),
                     f.code == u"revenue.unreadable" ? codeText(f.theirs)
                     : f.ours.isEmpty()              ? f.theirs
                                                     : f.ours + s(" → ") + f.theirs);
  return text + (r.run.isExact           ? s("The books agree to the smallest unit.\n")
                 : r.run.error.isEmpty() ? s("The books are not known to agree.\n")
                                         : s("It ended early: %1.\n").arg(codeText(r.run.error)));
}

int sayReconciled(Session& session, const ReconcileReport& r) {
  QJsonObject object = toJson(r.run);
  object.insert("unreadable", r.unreadable), object.insert("completed", r.completed);
  return session.answer(object, booksText(r),
                        r.run.isExact                         ? kOk
                        : r.run.error == u"gateway.cancelled" ? kCancelled
                                                              : kPartly);
}

int reconcile(Session& session, std::optional<Instant> since) {
  PW_OPEN(session, w, Changing);
  PW_SAY(session, const auto secrets, openSecrets());
  if (session.arguments.has("if-due")) {
    PW_SAY(session, const auto due, reconcileStripeIfDue(w, *secrets, session.job()));
    return due ? sayReconciled(session, *due)
               : session.answer({{"due", false}}, s("Not due, or no key is kept. Nothing was asked.\n"));
  }
  PW_SAY(session, const ReconcileReport r,
         reconcileStripe(w, *secrets, since, session.job(), {}, session.arguments.value("account")));
  return sayReconciled(session, r);
}

QJsonObject toJson(const RevenueStatus& status) {
  QJsonArray currencies, loads;
  for (const CurrencyRevenue& c : status.currencies) {
    QJsonObject o = toJson(c.totals, c.currency);
    o.insert("currency", c.currency.code()), o.insert("orders", c.orders);
    currencies.append(o);
  }
  for (const OrderLoad& load : status.loads)
    loads.append(QJsonObject{{"load", load.id.toString()},
                             {"source", load.source},
                             {"name", load.name},
                             {"at", isoInstant(load.at)},
                             {"by", load.madeBy},
                             {"added", load.added},
                             {"changed", load.changed},
                             {"rejected", load.rejected},
                             {"undone", load.undoneAt.has_value()}});
  QJsonObject answer{{"now", isoInstant(status.now)},       {"currencies", currencies},         {"lines", status.lines},
                     {"events", countsJson(status.events)}, {"feed", toJson(status.freshness)}, {"loads", loads}};
  if (status.lastRun)
    answer.insert("last_reconciliation", toJson(*status.lastRun));
  return answer;
}

QString statusText(const RevenueStatus& status) {
  std::vector<QStringList> rows;
  for (const CurrencyRevenue& c : status.currencies)
    rows.push_back({c.currency.code(), QString::number(c.orders), moneyText(c.totals.captured, c.currency),
                    moneyText(c.totals.refunded, c.currency), moneyText(c.totals.disputed + c.totals.lost, c.currency),
                    moneyText(c.totals.fees, c.currency), moneyText(c.totals.net(), c.currency)});
  QString text = rows.empty() ? s("No revenue yet.\n")
                              : textTable({"currency", "orders", "captured", "refunded", "disputed", "fees", "net"},
                                          rows, s(" rrrrrr"));
  for (const CurrencyRevenue& c : status.currencies)
    if (c.totals.net() < 0)
      text +=
          s("More went back in %1 than was paid: orders have not come, or refunds are wrong. \"revenue order NAME\" "
            "shows each.\n")
              .arg(c.currency.code());
  if (status.lines > 0)
    text += s("These orders tell tests by visitors what was bought (experiment design --sales-from orders). Tests by "
              "zones, pairs or blocks of time are told by the sales that were imported.\n");
  const RevenueFreshness& f = status.freshness;
  text += s("Revenue is %1%2%3.\n")
              .arg(feedStateName(f.state), f.why.isEmpty() ? QString() : s(": ") + codeText(f.why),
                   f.age ? s(" (last news %1 ago)").arg(humanDuration(*f.age)) : QString());
  if (f.newestOrder)
    text += s("The newest order is of %1.\n").arg(isoInstant(*f.newestOrder).left(16));
  if (status.lastRun)
    text += s("Books compared last: %1, %2.\n")
                .arg(isoInstant(status.lastRun->ended).left(16), status.lastRun->isExact ? s("they agree")
                                                                 : status.lastRun->error.isEmpty()
                                                                     ? s("they do not agree")
                                                                     : codeText(status.lastRun->error));
  return text;
}

QJsonObject toJson(const OrderView& view) {
  QJsonArray lines, movements, totals;
  for (const OrderLine& l : view.lines)
    lines.append(QJsonObject{{"line", l.line},
                             {"sku", l.code},
                             {"quantity_milli", l.quantityMilli},
                             {"amount", moneyText(l.amountMinor, l.currency)},
                             {"currency", l.currency.code()}});
  for (const Movement& m : view.movements)
    movements.append(QJsonObject{{"object", m.objectId},
                                 {"kind", movementKindName(m.kind)},
                                 {"status", movementStatusName(m.status)},
                                 {"amount", moneyText(m.amountMinor, m.currency)},
                                 {"currency", m.currency.code()},
                                 {"at", isoInstant(m.happened)},
                                 {"counts", counts(m)}});
  for (const auto& [currency, t] : view.totals) {
    QJsonObject o = toJson(t, currency);
    o.insert("currency", currency.code());
    totals.append(o);
  }
  return {{"order", view.orderId}, {"provider", view.provider}, {"state", orderStateName(view.state)},
          {"lines", lines},        {"movements", movements},    {"totals", totals}};
}

QString orderText(const OrderView& view) {
  QString text =
      s("%1 of %2 is %3.\n").arg(view.orderId, view.provider, codeText(s("order.") + orderStateName(view.state)));
  for (const OrderLine& l : view.lines)
    text += s("  line %1: %2, %3 %4\n").arg(l.line, l.code, moneyText(l.amountMinor, l.currency), l.currency.code());
  for (const Movement& m : view.movements)
    text += s("  %1 %2 %3: %4 %5 %6\n")
                .arg(isoInstant(m.happened).left(16), movementKindName(m.kind), m.objectId,
                     codeText(movementStatusName(m.status)), moneyText(m.amountMinor, m.currency), m.currency.code());
  return text;
}

} // namespace

int runRevenueIngest(Session& session) {
  const Arguments& typed = session.arguments;
  const int ways = int(!typed.words.isEmpty()) + int(typed.has("stripe-events")) + int(typed.has("webhook-body")) +
                   int(typed.has("stripe"));
  if (ways != 1 || typed.has("signature") != typed.has("webhook-body"))
    return session.usage(s("revenue ingest FILE.csv | --stripe-events FILE | --webhook-body FILE --signature HEADER | "
                           "--stripe"));
  if (typed.has("stripe-events"))
    return ingestEvents(session);
  if (typed.has("webhook-body"))
    return ingestWebhook(session);
  return typed.has("stripe") ? reconcile(session, {}) : ingestFile(session);
}

int runRevenueUndo(Session& session) {
  PW_SAY(session, const Id load, Id::parse(session.arguments.words.first()));
  PW_OPEN(session, w, Changing);
  PW_SAY(session, const OrderLoad undone, undoOrderFile(w, load));
  return session.answer({{"load", load.toString()}, {"rows", undone.changed}},
                        s("%1 rows were taken back.\n").arg(undone.changed));
}

int runRevenueReconcile(Session& session) {
  std::optional<Instant> since;
  if (session.arguments.has("since")) {
    PW_SAY(session, since, parseInstant(session.arguments.value("since")));
  }
  return reconcile(session, since);
}

int runRevenueStatus(Session& session) {
  PW_OPEN(session, w, Looking);
  PW_SAY(session, const RevenueStatus status, revenueStatus(w));
  return session.answer(toJson(status), statusText(status));
}

int runRevenueOrder(Session& session) {
  const QString order = session.arguments.words.first();
  PW_OPEN(session, w, Looking);
  const OrderStore store = orderStore(w);
  Result<OrderView> found = store.order(session.arguments.value("provider", s("file")), order);
  if (!found && !session.arguments.has("provider"))
    found = store.order(s("stripe"), order);
  PW_SAY(session, const OrderView view, std::move(found));
  return session.answer(toJson(view), orderText(view));
}

} // namespace pricewright
