// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Commands.h"

#include "Shapes.h"
#include "base/Words.h"
#include "engine/texts/Texts.h"
#include "pipeline/guardrail/Guardrail.h"

#include <QJsonArray>

namespace pricewright {
namespace {

// --reason is the rejection's own word, so rows are picked by --only; all that are given must fit.
bool picked(const Arguments& typed, const QueueRow& row) {
  const auto fits = [&typed](const char* option, const QString& value) {
    return !typed.has(option) || typed.value(option) == value;
  };
  return fits("only", row.primaryReason) && fits("zone", row.zone) && fits("category", row.category);
}

// What is picked by must be there, or a slip of the keyboard would look like an empty queue.
Status checkPicks(const Arguments& typed, Workspace& w, const QueueSnapshot& queue) {
  const auto check = [&typed](const char* option, QStringList known, const QStringList& alsoKnown = {}) -> Status {
    const QString value = typed.value(option);
    if (!typed.has(option) || known.contains(value) || alsoKnown.contains(value))
      return {};
    if (known.isEmpty())
      known = alsoKnown;
    known.removeDuplicates();
    constexpr qsizetype kNamed = 8;
    return fail(s("usage.unknown-value"),
                {{s("option"), s(option)},
                 {s("value"), value},
                 {s("known"), known.mid(0, kNamed).join(s(", ")) + (known.size() > kNamed ? s(", …") : QString())}});
  };
  if (!typed.has("only") && !typed.has("zone") && !typed.has("category"))
    return {};
  QStringList reasons, everyReason, zones, categories;
  for (const auto* rows : {&queue.pending, &queue.approved})
    for (const QueueRow& row : *rows)
      if (!row.primaryReason.isEmpty())
        reasons << row.primaryReason;
  for (const char* reason : queueReasons())
    everyReason << s(reason);
  PW_TRY(const Catalog catalog, w.catalog().load());
  for (const PriceZone& zone : catalog.zones)
    zones << zone.code;
  for (const Category& category : catalog.categories)
    categories << category.code;
  PW_CHECK(check("only", reasons, everyReason));
  PW_CHECK(check("zone", zones));
  return check("category", categories);
}

QStringList textRow(const QueueRow& r) {
  const Currency c = r.now.currency();
  const QString margin =
      r.costKnown ? s("%1 → %2").arg(percentText(r.marginNowBp), percentText(r.marginThenBp)) : s("no cost");
  return {r.id.toString(),
          s("%1@%2").arg(r.sku, r.zone),
          s("%1 → %2").arg(r.now.toString(), r.proposed.toString()),
          percentText(r.changeBp, true),
          margin,
          s("%1 [%2 … %3]")
              .arg(amountText(r.profit, true, c), amountText(r.profitLow, true, c), amountText(r.profitHigh, true, c)),
          QString::number(r.confidence, 'f', 2),
          codeText(r.primaryReason) + (r.isCounterProposal ? s(", counter-proposal") : QString()),
          r.reasonDetail};
}

// A row of the queue by "ID", "ID:HASH" (bound to the content that was looked at) or "SKU@ZONE".
Result<Ask> asked(const QString& word, std::span<const QueueRow> rows) {
  const qsizetype colon = word.lastIndexOf(u':');
  const auto id = Id::parse(colon < 0 ? word : word.left(colon));
  const Place place = placeFrom(word);
  const QueueRow* found = nullptr;
  for (const QueueRow& row : rows) {
    if (id ? row.id != *id : row.sku != place.sku || (!place.zone.isEmpty() && row.zone != place.zone))
      continue;
    if (found)
      return fail(s("usage.which-zone"), {{s("sku"), place.sku}});
    found = &row;
  }
  if (id) // the station itself says what is wrong with one that does not wait here
    return Ask{*id, colon > 0 ? word.mid(colon + 1) : found ? found->contentHash : QString()};
  if (!found)
    return fail(s("decision.not-in-queue"), {{s("what"), word}});
  return Ask{found->id, found->contentHash};
}

// What can be undone: what waits for its release, and what was rejected and has not been decided anew since.
Result<Id> toUndo(Workspace& w, const QString& word, std::span<const QueueRow> approved) {
  const Result<Ask> found = asked(word, approved);
  if (found)
    return found->decision;
  if (!found.error().is(u"decision.not-in-queue"))
    return found.error();
  const Place place = placeFrom(word);
  constexpr int kMost = 1000;
  PW_TRY(const auto decisions, w.decisionsOfSku(place.sku, place.zone, kMost)); // newest first
  std::optional<Id> rejected;
  QStringList seen;
  for (const PriceDecision& d : decisions) {
    if (seen.contains(d.zoneCode))
      continue;
    seen << d.zoneCode;
    if (d.state != DecisionState::Rejected)
      continue;
    if (rejected)
      return fail(s("usage.which-zone"), {{s("sku"), place.sku}});
    rejected = d.id;
  }
  if (!rejected)
    return found.error();
  return *rejected;
}

Result<std::vector<Ask>> selected(const Arguments& typed, std::span<const QueueRow> rows) {
  const bool bulk = typed.has("all") || typed.has("only") || typed.has("zone") || typed.has("category");
  if (typed.words.isEmpty() == !bulk)
    return fail(s("usage.nothing-selected"));
  std::vector<Ask> asks;
  for (const QueueRow& row : rows)
    if (bulk && picked(typed, row))
      asks.push_back({row.id, row.contentHash});
  for (const QString& word : typed.words) {
    PW_TRY(Ask ask, asked(word, rows));
    asks.push_back(std::move(ask));
  }
  return asks;
}

int tell(const Session& session, const std::vector<Answer>& answers, const QString& verb) {
  QJsonArray all;
  QStringList refused;
  int done = 0, own = 0;
  for (const Answer& a : answers) {
    all.append(toJson(a));
    done += a.done;
    own += a.selfApproved;
    if (!a.done)
      refused << s("  %1: %2").arg(a.decision.toString(), errorText(a.why));
  }
  QString text = s("%1 %2 of %3.").arg(verb).arg(done).arg(answers.size());
  if (own)
    text += s(" %1 by the person who proposed or edited them: the audit says so.").arg(own);
  if (!refused.isEmpty())
    text += u'\n' + refused.join(u'\n');
  const int exit = done == static_cast<int>(answers.size()) ? kOk : done ? kPartly : kFailed;
  return session.answer({{"answers", all}, {"done", done}, {"of", static_cast<int>(answers.size())}}, text, exit);
}

template <class Act> int decide(Session& session, const QString& verb, Act&& action) {
  PW_OPEN(session, w, Changing);
  PW_SAY(session, const QueueSnapshot queue, w.queue());
  if (const Status known = checkPicks(session.arguments, w, queue); !known)
    return session.refuse(known.error());
  PW_SAY(session, const auto asks, selected(session.arguments, queue.pending));
  PW_SAY(session, const auto answers, action(w, asks));
  return tell(session, answers, verb);
}

QJsonArray jsonRows(const std::vector<QueueRow>& rows, const Arguments& typed) {
  QJsonArray all;
  for (const QueueRow& row : rows)
    if (picked(typed, row))
      all.append(toJson(row));
  return all;
}

QString approvedText(const QueueSnapshot& queue) {
  std::vector<QStringList> rows;
  for (const QueueRow& r : queue.approved)
    rows.push_back({r.id.toString(), s("%1@%2").arg(r.sku, r.zone),
                    s("%1 → %2").arg(r.now.toString(), r.proposed.toString()),
                    r.releaseAt ? humanDuration(*r.releaseAt - queue.now) : QString()});
  return rows.empty() ? QString()
                      : u'\n' + textTable({"approved", "SKU@zone", "price", "released in"}, rows, s("lllr"));
}

} // namespace

int runQueueList(Session& session) {
  qint64 most = std::numeric_limits<int>::max();
  if (session.arguments.has("most")) {
    PW_SAY(session, most, wholeNumber(session.arguments.value("most"), "--most", 0, most));
  }
  PW_OPEN(session, w, Looking);
  PW_SAY(session, const QueueSnapshot queue, w.queue());
  if (const Status known = checkPicks(session.arguments, w, queue); !known)
    return session.refuse(known.error());
  std::vector<QStringList> rows;
  qint64 fitting = 0;
  for (const QueueRow& row : queue.pending)
    if (picked(session.arguments, row) && fitting++ < most)
      rows.push_back(textRow(row));
  QStringList counts;
  for (auto it = queue.byReason.begin(); it != queue.byReason.end(); ++it)
    counts << s("%1: %2").arg(codeText(it.key())).arg(it.value());
  QString text = s("%1 wait for a human%2, %3 approved and waiting for their release\n")
                     .arg(queue.pending.size())
                     .arg(counts.isEmpty() ? QString() : s(" (%1)").arg(counts.join(s(", "))))
                     .arg(queue.approved.size());
  if (!rows.empty())
    text += u'\n' + textTable({"decision", "SKU@zone", "price", "change %", "margin %", "profit a week [90 %]", "conf.",
                               "why a human", ""},
                              rows, s("llrrrrrll"));
  if (fitting > static_cast<qint64>(rows.size()))
    text += s("… and %1 more, of less at stake\n").arg(fitting - static_cast<qint64>(rows.size()));
  if (!session.arguments.has("pending"))
    text += approvedText(queue);
  return session.answer({{"now", isoInstant(queue.now)},
                         {"pending", jsonRows(queue.pending, session.arguments)},
                         {"approved", jsonRows(queue.approved, session.arguments)}},
                        text);
}

int runQueueApprove(Session& session) {
  return decide(session, s("Approved"), [&](Workspace& w, const std::vector<Ask>& asks) {
    return w.approve(asks, session.arguments.value("comment"));
  });
}

int runQueueReject(Session& session) {
  if (!session.arguments.has("reason"))
    return session.usage(s("queue reject ID… --reason CODE"));
  return decide(session, s("Rejected"), [&](Workspace& w, const std::vector<Ask>& asks) {
    return w.reject(asks, session.arguments.value("reason"), session.arguments.value("comment"));
  });
}

int runQueueUndo(Session& session) {
  PW_OPEN(session, w, Changing);
  PW_SAY(session, const QueueSnapshot queue, w.queue());
  std::vector<Id> ids;
  for (const QString& word : session.arguments.words) {
    PW_SAY(session, const Id id, toUndo(w, word, queue.approved));
    ids.push_back(id);
  }
  PW_SAY(session, const auto answers, w.undo(ids));
  return tell(session, answers, s("Undone"));
}

int runQueueEdit(Session& session) {
  const bool preview = session.arguments.has("preview");
  PW_OPEN(session, w, Changing);
  PW_SAY(session, const QueueSnapshot queue, w.queue());
  PW_SAY(session, Ask ask, asked(session.arguments.words[0], queue.pending));
  PW_SAY(session, const DecisionDetail detail, w.detail(ask.decision));
  PW_SAY(session, const Money price, exactPrice(session.arguments.words[1], detail.decision.current.currency()));
  if (preview) {
    PW_SAY(session, const PriceDecision guarded, w.previewEdit(ask.decision, price));
    return session.answer({{"proposed", guarded.proposed.toString()}, {"guarded", toJson(guarded.guarded)}},
                          s("%1: %2, because of: %3")
                              .arg(guarded.proposed.toString(), codeText(routeName(guarded.guarded.route)),
                                   codeText(guarded.guarded.primaryReason)));
  }
  if (ask.contentHash.isEmpty())
    ask.contentHash = detail.decision.contentHash;
  PW_SAY(session, const Answer answer, w.editPrice(ask, price));
  return tell(session, {answer}, s("Edited"));
}

} // namespace pricewright
