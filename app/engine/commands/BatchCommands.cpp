// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Commands.h"

#include "Shapes.h"
#include "base/Words.h"
#include "engine/texts/Texts.h"
#include "engine/views/PublicationsView.h"

#include <QJsonArray>

namespace pricewright {
namespace {

QJsonObject toJson(const JointEffect& e) {
  return {{"currency", e.counted > 0 ? e.currency.code() : QString()},
          {"profit", e.profit},
          {"profit_low", e.profitLow},
          {"profit_high", e.profitHigh},
          {"counted", e.counted},
          {"left_out", e.leftOut}};
}
QString effectText(const JointEffect& e) {
  if (e.counted == 0)
    return {};
  return s("%1 [%2 … %3]")
      .arg(amountText(e.profit, true, e.currency), amountText(e.profitLow, true, e.currency),
           amountText(e.profitHigh, true, e.currency));
}

QJsonObject toJson(const BatchSummary& b) {
  QJsonArray channels;
  for (const BatchInChannel& c : b.channels)
    channels.append(QJsonObject{{"channel", c.channel}, {"state", c.state}, {"why", c.why}, {"at", isoInstant(c.at)}});
  QJsonObject object{{"batch", b.no},
                     {"name", b.name},
                     {"owner", b.owner},
                     {"approved_by", QJsonArray::fromStringList(b.approvedBy)},
                     {"state", b.state},
                     {"release", isoInstant(b.releaseAt)},
                     {"effective", isoInstant(b.effectiveAt)},
                     {"prices", b.labels},
                     {"effect", toJson(b.effect)},
                     {"channels", channels}};
  if (b.publishedAt)
    object.insert("published", isoInstant(*b.publishedAt));
  return object;
}

QJsonArray refusedJson(const std::vector<BatchPlan::Refused>& refused) {
  QJsonArray all;
  for (const BatchPlan::Refused& r : refused)
    all.append(QJsonObject{
        {"decision", r.decision.toString()}, {"sku", r.sku}, {"zone", r.zone}, {"why", pricewright::toJson(r.why)}});
  return all;
}
QString refusedText(const std::vector<BatchPlan::Refused>& refused) {
  QString text;
  for (const BatchPlan::Refused& r : refused)
    text += s("\n  %1 stays out: %2")
                .arg(r.sku.isEmpty() ? r.decision.toString() : s("%1@%2").arg(r.sku, r.zone), errorText(r.why));
  return text;
}

// "ID", or "SKU@ZONE" of what waits for approval or for its release.
Result<std::vector<Ask>> chosenRows(const Arguments& typed, const BatchCandidates& all) {
  if (typed.words.isEmpty() != typed.has("all"))
    return fail(s("usage.nothing-selected"));
  std::vector<Ask> asks;
  for (const BatchCandidate& c : all.rows)
    if (typed.has("all") && c.batchNo == 0)
      asks.push_back({c.row.id, c.row.contentHash});
  for (const QString& word : typed.words) {
    const auto id = Id::parse(word);
    const Place place = placeFrom(word);
    const BatchCandidate* found = nullptr;
    for (const BatchCandidate& c : all.rows) {
      if (id ? c.row.id != *id : c.row.sku != place.sku || (!place.zone.isEmpty() && c.row.zone != place.zone))
        continue;
      if (found)
        return fail(s("usage.which-zone"), {{s("sku"), place.sku}});
      found = &c;
    }
    if (!found)
      return fail(s("decision.not-in-queue"), {{s("what"), word}});
    asks.push_back({found->row.id, found->row.contentHash});
  }
  return asks;
}

int tellChange(const Session& session, const BatchChange& change, const QString& verb) {
  QJsonArray batches;
  QStringList numbers;
  for (const qint64 no : change.batches) {
    batches.append(no);
    numbers << QString::number(no);
  }
  const int moved = static_cast<int>(change.moves.size());
  return session.answer({{"batches", batches}, {"prices", moved}, {"refused", refusedJson(change.refused)}},
                        s("%1 %2, %3 prices.").arg(verb, numbers.join(s(", "))).arg(moved) +
                            refusedText(change.refused),
                        change.refused.empty() ? kOk : kPartly);
}

Result<qint64> batchNumber(const QString& word) {
  return wholeNumber(word, "BATCH", 1, std::numeric_limits<qint64>::max());
}

} // namespace

int runBatchList(Session& session) {
  PW_OPEN(session, w, Looking);
  PW_SAY(session, const PublicationsSnapshot seen, publicationsView(w));
  QJsonArray all, channels;
  std::vector<QStringList> rows;
  for (const BatchSummary& b : seen.batches) {
    all.append(toJson(b));
    rows.push_back({QString::number(b.no), b.name, codeText(b.state),
                    b.waits() ? s("in %1").arg(humanDuration(std::max(Duration(0), b.releaseAt - seen.now)))
                              : (b.publishedAt ? isoInstant(*b.publishedAt) : QString()),
                    QString::number(b.labels), effectText(b.effect)});
  }
  QString text = rows.empty() ? s("No batch yet: queue approve or batch make makes one.\n")
                              : textTable({"batch", "name", "state", "released", "prices", "profit a week [90 %]"},
                                          rows, s("rlllrr"));
  for (const ChannelSummary& c : seen.channels) {
    channels.append(QJsonObject{{"channel", c.code},
                                {"state", c.state},
                                {"prices", c.prices},
                                {"differences", c.differences},
                                {"folder", c.folder}});
    text += s("\nChannel %1: %2, %3 of %4 prices differ from what they should be")
                .arg(c.code, codeText(c.state))
                .arg(c.differences)
                .arg(c.prices);
  }
  return session.answer({{"now", isoInstant(seen.now)}, {"batches", all}, {"channels", channels}}, text);
}

int runBatchShow(Session& session) {
  PW_SAY(session, const qint64 no, batchNumber(session.arguments.words.first()));
  PW_OPEN(session, w, Looking);
  PW_SAY(session, const BatchDetail detail, batchDetail(w, no));
  QJsonArray rows, events;
  std::vector<QStringList> lines, story;
  for (const BatchDetailRow& r : detail.rows) {
    QStringList channels;
    QJsonObject inChannels;
    for (const RowInChannel& c : r.channels) {
      channels << s("%1: %2").arg(c.channel, codeText(c.state));
      inChannels.insert(c.channel, c.state);
    }
    rows.append(QJsonObject{{"decision", r.decision.toString()},
                            {"sku", r.sku},
                            {"zone", r.zone},
                            {"state", decisionStateName(r.state)},
                            {"from", r.from.toString()},
                            {"to", r.to.toString()},
                            {"currency", r.to.currency().code()},
                            {"channels", inChannels}});
    lines.push_back({s("%1@%2").arg(r.sku, r.zone), s("%1 → %2").arg(r.from.toString(), r.to.toString()),
                     amountText(r.profit, true, r.to.currency()), channels.join(s(", "))});
  }
  for (const BatchEvent& e : detail.timeline) {
    events.append(QJsonObject{
        {"at", isoInstant(e.at)}, {"kind", e.kind}, {"who", e.who}, {"about", e.about}, {"count", e.count}});
    story.push_back(
        {isoInstant(e.at), codeText(e.kind) + (e.count > 1 ? s(" ×%1").arg(e.count) : QString()), e.who, e.about});
  }
  QJsonObject object = toJson(detail.batch);
  object.insert("rows", rows);
  object.insert("timeline", events);
  const QString text = s("Batch %1, %2: %3, %4 prices, %5\n\n")
                           .arg(no)
                           .arg(detail.batch.name, codeText(detail.batch.state))
                           .arg(detail.batch.labels)
                           .arg(effectText(detail.batch.effect)) +
                       textTable({"SKU@zone", "price", "profit a week", "in the channel"}, lines, s("lrrl")) + u'\n' +
                       textTable({"when", "what", "who", ""}, story);
  return session.answer(object, text);
}

int runBatchMake(Session& session) {
  BatchWish wish;
  wish.name = session.arguments.value("name");
  wish.comment = session.arguments.value("comment");
  if (wish.name.trimmed().isEmpty())
    return session.usage(s("batch make ID|SKU@ZONE… --name NAME"));
  if (session.arguments.has("day")) {
    PW_SAY(session, const Day day, parseDay(session.arguments.value("day")));
    wish.day = day;
  }
  const bool preview = session.arguments.has("preview");
  PW_OPEN(session, w, Changing);
  PW_SAY(session, const BatchCandidates all, batchCandidates(w));
  PW_SAY(session, wish.rows, chosenRows(session.arguments, all));
  if (!preview) {
    PW_SAY(session, const BatchChange change, w.makeBatch(wish));
    return tellChange(session, change, s("Made batch"));
  }
  PW_SAY(session, const BatchPlan plan, w.previewBatch(wish));
  QJsonArray parts;
  QString text = s("%1 labels, %2").arg(plan.labels).arg(effectText(plan.effect));
  for (const BatchPlan::Part& part : plan.parts) {
    parts.append(QJsonObject{{"time_zone", part.timeZone},
                             {"release", isoInstant(part.releaseAt)},
                             {"prices", part.labels},
                             {"effect", toJson(part.effect)}});
    text += s("\n  %1 go out at %2 (%3)").arg(part.labels).arg(isoInstant(part.releaseAt), part.timeZone);
  }
  return session.answer({{"prices", plan.labels},
                         {"to_sign", plan.toSign},
                         {"to_move", plan.toMove},
                         {"effect", toJson(plan.effect)},
                         {"parts", parts},
                         {"refused", refusedJson(plan.refused)}},
                        text + refusedText(plan.refused));
}

int runBatchMove(Session& session) {
  PW_SAY(session, const qint64 no, batchNumber(session.arguments.words[0]));
  PW_SAY(session, const Instant slot, parseInstant(session.arguments.words[1]));
  PW_OPEN(session, w, Changing);
  PW_SAY(session, const SlotChange change, w.moveBatch(no, slot));
  return session.answer(
      {{"batch", no}, {"before", isoInstant(change.before)}, {"release", isoInstant(change.after)}},
      s("Batch %1 goes out at %2, not at %3.").arg(no).arg(isoInstant(change.after), isoInstant(change.before)));
}

int runBatchCancel(Session& session) {
  PW_SAY(session, const qint64 no, batchNumber(session.arguments.words.first()));
  PW_OPEN(session, w, Changing);
  PW_SAY(session, const BatchCancelled done, w.cancelBatch(no));
  return session.answer({{"batch", no}, {"returned", done.returned}},
                        s("Batch %1 is cancelled; %2 prices wait for approval again.").arg(no).arg(done.returned));
}

int runBatchMerge(Session& session) {
  PW_SAY(session, const qint64 from, batchNumber(session.arguments.words[0]));
  PW_SAY(session, const qint64 into, batchNumber(session.arguments.words[1]));
  PW_OPEN(session, w, Changing);
  PW_SAY(session, const BatchChange change, w.mergeBatches(from, into));
  return tellChange(session, change, s("Joined into batch"));
}

int runBatchRelease(Session& session) {
  PW_SAY(session, const qint64 no, batchNumber(session.arguments.words.first()));
  PW_OPEN(session, w, Changing);
  PW_SAY(session, const PublishReport report, w.releaseBatch(no));
  return session.answer(toJson(report), publishText({report}),
                        report.error ? kFailed : (report.notPublished > 0 ? kPartly : kOk));
}

int runBatchVerify(Session& session) {
  PW_OPEN(session, w, Changing);
  PW_SAY(session, const auto looks, w.verifyChannels());
  QJsonArray all;
  QStringList lines;
  bool right = true;
  for (const ChannelLook& look : looks) {
    QJsonArray wrong;
    lines << s("Channel %1: %2, %3 of %4 prices differ")
                 .arg(look.channel.code, codeText(look.state))
                 .arg(look.differences)
                 .arg(look.prices.size());
    right = right && (look.state == u"live" || look.state == u"none");
    for (const LookedPrice& p : look.prices)
      if (!p.isSame()) {
        wrong.append(QJsonObject{{"sku", p.sku},
                                 {"zone", p.zone},
                                 {"intended", p.intended ? p.intended->toString() : QString()},
                                 {"csv", p.csv},
                                 {"json", p.json},
                                 {"state", p.state}});
        lines << s("  %1@%2: %3, should be %4, file says %5")
                     .arg(p.sku, p.zone, codeText(p.state), p.intended ? p.intended->toString() : s("absent"),
                          p.csv.isEmpty() ? s("nothing") : p.csv);
      }
    all.append(QJsonObject{{"channel", look.channel.code},
                           {"state", look.state},
                           {"prices", qint64(look.prices.size())},
                           {"differences", wrong}});
  }
  return session.answer({{"channels", all}}, lines.join(u'\n'), right ? kOk : kPartly);
}

} // namespace pricewright
