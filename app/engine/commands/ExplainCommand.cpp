// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Commands.h"

#include "Shapes.h"
#include "base/Words.h"
#include "commands/ExplainText.h"
#include "engine/texts/Texts.h"

#include <QJsonArray>
#include <QSet>

namespace pricewright {
namespace {

// The newest decision of every price zone that the word names.
Result<std::vector<PriceDecision>> newestOf(Workspace& w, const QString& word) {
  const Place place = placeFrom(word);
  constexpr int kMost = 100'000;
  PW_TRY(auto all, w.decisionsOfSku(place.sku, place.zone, kMost));
  QSet<int> seen;
  std::erase_if(all, [&](const PriceDecision& d) { // newest first
    const bool older = seen.contains(d.listingNo);
    seen.insert(d.listingNo);
    return older;
  });
  if (all.empty())
    return fail(s("decision.none-yet"), {{s("sku"), word}});
  std::sort(all.begin(), all.end(),
            [](const PriceDecision& a, const PriceDecision& b) { return a.listingNo < b.listingNo; });
  return all;
}

// A product in many price zones: one line each, and how to see all of one.
int tellZones(const Session& session, const std::vector<PriceDecision>& decisions) {
  QJsonArray all;
  std::vector<QStringList> rows;
  for (const PriceDecision& d : decisions) {
    all.append(QJsonObject{{"id", d.id.toString()},
                           {"zone", d.zoneCode},
                           {"state", decisionStateName(d.state)},
                           {"now", d.current.toString()},
                           {"proposed", d.proposed.toString()},
                           {"outcome", d.recommendation.outcome},
                           {"reason", d.guarded.primaryReason},
                           {"confidence", d.recommendation.confidence}});
    rows.push_back(
        {d.zoneCode,
         d.current == d.proposed ? d.current.toString() : s("%1 → %2").arg(d.current.toString(), d.proposed.toString()),
         codeText(decisionStateName(d.state)), codeText(d.recommendation.outcome), codeText(d.guarded.primaryReason)});
  }
  const PriceDecision& first = decisions.front();
  return session.answer({{"sku", first.skuCode}, {"decisions", all}},
                        s("%1  %2, the newest decision in each price zone\n\n").arg(first.skuCode, first.skuName) +
                            textTable({"zone", "price", "state", "recommendation", "reason"}, rows, s("lr")) +
                            s("\nAll the evidence of one: explain %1@%2").arg(first.skuCode, first.zoneCode));
}

// Recomputes the whole case and adds what came out. The exit code.
Result<int> replayed(Workspace& w, const Id& id, QJsonObject& object, QString& text) {
  PW_TRY(const ReplayReport replay, w.replay(id));
  object.insert("replay", QJsonObject{{"same_bits", replay.sameBits},
                                      {"decisions", replay.decisions},
                                      {"differences", QJsonArray::fromStringList(replay.differences)}});
  text += replay.sameBits ? s("\nReplay: recomputed from the stored inputs, with its %1 siblings: the same bits")
                                .arg(std::max(0, replay.decisions - 1))
                          : s("\nReplay: DIFFERS from what is stored\n  ") + replay.differences.join(s("\n  "));
  return replay.sameBits ? kOk : kReplayDiffers;
}

} // namespace

int runExplain(Session& session) {
  const QString word = session.arguments.words.first();
  PW_OPEN(session, w, Looking);
  Id id;
  if (const auto given = Id::parse(word)) {
    id = *given;
  } else {
    PW_SAY(session, const auto newest, newestOf(w, word));
    if (newest.size() > 1 && session.arguments.has("replay"))
      return session.refuse(fail(s("usage.which-zone"), {{s("sku"), word}}));
    if (newest.size() > 1)
      return tellZones(session, newest);
    id = newest.front().id;
  }
  PW_SAY(session, const Evidence evidence, gather(w, id));
  QJsonObject object = explainJson(evidence);
  QString text = explainText(evidence);
  int exit = kOk;
  if (session.arguments.has("replay")) {
    PW_SAY(session, exit, replayed(w, id, object, text));
  }
  return session.answer(object, text, exit);
}

} // namespace pricewright
