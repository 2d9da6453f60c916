// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Which of a competitor's products is which of ours.
#include "Commands.h"

#include "Shapes.h"
#include "base/Words.h"
#include "engine/market/MatchQueue.h"
#include "engine/texts/Texts.h"

#include <QJsonArray>

namespace pricewright {
namespace {

Result<double> confidence(const QString& text, const char* option) {
  bool isNumber = false;
  const double value = text.toDouble(&isNumber);
  if (!isNumber || !(value > 0) || !(value <= 1))
    return fail(s("usage.bad-value"),
                {{s("option"), s("--") + s(option)}, {s("value"), text}, {s("wanted"), s("a number from 0 to 1")}});
  return value;
}

int decide(Session& session, MatchState state) {
  std::vector<int> numbers;
  for (const QString& word : session.arguments.words) {
    PW_SAY(session, const qint64 no, wholeNumber(word, "MATCH", 1, std::numeric_limits<int>::max()));
    numbers.push_back(int(no));
  }
  PW_OPEN(session, w, Changing);
  MatchStore store(w.database(), w.journal(), w.planner().tools().ids);
  if (const Status decided = store.decide(w.me(), numbers, state); !decided)
    return session.refuse(decided.error());
  return session.answer({{"matches", qint64(numbers.size())}, {"state", matchStateName(state)}},
                        s("%1 matches are %2.\n").arg(numbers.size()).arg(codeText(matchStateName(state))));
}

} // namespace

int runMatchSuggest(Session& session) {
  MatchWish wish;
  wish.file = session.arguments.words.first();
  wish.competitor = session.arguments.value("competitor"), wish.zone = session.arguments.value("zone");
  if (wish.competitor.isEmpty())
    return session.usage(s("match suggest FILE.csv --competitor CODE"));
  if (session.arguments.has("least")) {
    PW_SAY(session, wish.least, confidence(session.arguments.value("least"), "least"));
  }
  if (session.arguments.has("confirm-from")) {
    PW_SAY(session, wish.confirmFrom, confidence(session.arguments.value("confirm-from"), "confirm-from"));
  }
  PW_OPEN(session, w, Changing);
  PW_SAY(session, const MatchReport r, suggestMatches(w, wish, session.job()));
  return session.answer(
      {{"products", r.products},
       {"suggested", r.suggested},
       {"confirmed", r.confirmed},
       {"without", r.without},
       {"unreadable", r.unreadable},
       {"seconds", r.seconds}},
      s("%1 products of theirs in %2 s: %3 new suggestions, %4 confirmed at once; none for %5; %6 rows "
        "could not be read.\n")
          .arg(r.products)
          .arg(r.seconds, 0, 'f', 1)
          .arg(r.suggested)
          .arg(r.confirmed)
          .arg(r.without)
          .arg(r.unreadable),
      r.unreadable > 0 ? kPartly : kOk);
}

int runMatchList(Session& session) {
  MatchState state = MatchState::Suggested;
  if (session.arguments.has("state")) {
    const auto named = matchStateFrom(session.arguments.value("state"));
    if (!named)
      return session.refuse(fail(s("usage.bad-value"), {{s("option"), s("--state")},
                                                        {s("value"), session.arguments.value("state")},
                                                        {s("wanted"), s("suggested, confirmed or rejected")}}));
    state = *named;
  }
  PW_SAY(session, const qint64 most, wholeNumber(session.arguments.value("most", s("1000")), "--most", 1, 1'000'000));
  PW_OPEN(session, w, Looking);
  PW_SAY(session, const auto queue, matchQueue(w, state, int(most)));
  QJsonArray all;
  std::vector<QStringList> rows;
  for (const MatchRow& r : queue) {
    const QString packs = s("%1/%2").arg(r.match.theirPacks).arg(r.match.ourPacks);
    all.append(QJsonObject{{"match", r.match.no},
                           {"competitor", r.competitor},
                           {"code", r.match.externalCode},
                           {"title", r.match.title},
                           {"sku", r.sku},
                           {"zone", r.zone},
                           {"product", r.product},
                           {"confidence", r.match.confidence},
                           {"packs", packs},
                           {"by", r.match.confirmedBy}});
    rows.push_back({QString::number(r.match.no), r.competitor, r.match.title.left(44), r.sku, r.zone,
                    r.product.left(44), QString::number(r.match.confidence, 'f', 2), packs});
  }
  return session.answer({{"count", qint64(all.size())}, {"matches", all}},
                        rowsText({"match", "competitor", "theirs", "SKU", "zone", "ours", "sure", "packs"},
                                 s("r     rr"), rows.size(), {}, [&](std::size_t i) { return rows[i]; }));
}

int runMatchConfirm(Session& session) { return decide(session, MatchState::Confirmed); }
int runMatchReject(Session& session) { return decide(session, MatchState::Rejected); }

} // namespace pricewright
