// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Bandits in files: what their arms are worth, and who is to see which next.
#include "ExperimentAnalyzeCommand.h"

#include "Shapes.h"
#include "base/Words.h"
#include "engine/experiments/ExperimentBandit.h"
#include "engine/texts/Texts.h"

namespace pricewright {
namespace {

Result<double> banditNumber(const Arguments& typed, const char* option, double otherwise, double least, double most) {
  if (!typed.has(option))
    return otherwise;
  bool good = false;
  const double value = typed.value(option).toDouble(&good);
  if (!good || !(value >= least && value <= most))
    return fail(s("usage.bad-value"), {{s("option"), s("--") + s(option)},
                                       {s("value"), typed.value(option)},
                                       {s("wanted"), s("a number from %1 to %2").arg(least).arg(most)}});
  return value;
}

Result<BanditFileWish> banditAsked(const Arguments& typed) {
  BanditFileWish wish;
  wish.path = typed.words.front(), wish.reward = typed.value("reward");
  wish.probability = typed.value("probability-column"), wish.control = typed.value("control");
  for (const auto& [option, column] :
       {std::pair("arm-column", ExperimentColumn::Arm), std::pair("unit-column", ExperimentColumn::Unit),
        std::pair("time-column", ExperimentColumn::Time)})
    if (typed.has(option))
      wish.named.insert(column, typed.value(option));
  PW_TRY(wish.written, writtenAs(typed));
  PW_TRY(const auto worth, pairs(typed, "worth"));
  for (auto it = worth.begin(); it != worth.end(); ++it) {
    bool good = false;
    wish.worth[it.key()] = it.value().toDouble(&good);
    if (!good || !(wish.worth[it.key()] > 0))
      return fail(s("usage.bad-value"),
                  {{s("option"), s("--worth")}, {s("value"), it.value()}, {s("wanted"), s("ARM=NUMBER above 0")}});
  }
  constexpr double kPercent = 100;
  PW_TRY(const double floor, banditNumber(typed, "floor", wish.rule.floor * kPercent, 0, 50));
  PW_TRY(wish.rule.burnIn, banditNumber(typed, "burn-in", wish.rule.burnIn, 0, 1e12));
  PW_TRY(wish.alpha, banditNumber(typed, "alpha", wish.alpha, 1e-9, 0.499));
  PW_TRY(wish.tunedAt, banditNumber(typed, "tuned-at", wish.tunedAt, 1, 1e12));
  wish.rule.floor = floor / kPercent;
  return wish;
}

QString banditText(const BanditFileAnswer& a, const BanditFileWish& wish) {
  const auto number = [](double value) { return QString::number(value, 'g', 5); };
  const auto percent = [](double share) { return QString::number(100 * share, 'f', 1) + s(" %"); };
  std::vector<QStringList> arms, lifts;
  for (std::size_t i = 0; i < std::size_t(a.arms.size()); ++i) {
    const ArmEstimate& e = a.estimates.arms[i];
    const QString& name = a.arms[qsizetype(i)];
    arms.push_back({name, QString::number(e.steps, 'f', 0), number(e.plainMean), number(e.robust), number(e.low),
                    number(e.high), percent(a.next.chances[i]), percent(a.next.shares[i])});
    const ArmEstimate& lift = a.estimates.lifts[i];
    const SequentialTest& w = a.estimates.watched[i].test;
    if (i != a.control)
      lifts.push_back(
          {name, number(lift.robust), number(lift.low), number(lift.high), number(w.low), number(w.high), number(w.p)});
  }
  QString text = textTable({s("arm"), s("shown"), s("plain mean"), s("corrected"), s("low"), s("high"), s("best"),
                            s("share from now on")},
                           arms, s(" rrrrrrr")) +
                 textTable({s("against ") + a.arms[qsizetype(a.control)], s("lift"), s("low"), s("high"),
                            s("low at any look"), s("high at any look"), s("p at any look")},
                           lifts, s(" rrrrrr"));
  for (const QString& note : banditNotes(a))
    text += codeText(note) + u'\n';
  for (const Error& remark : banditRemarks(a, wish))
    text += errorText(remark) + u'\n';
  return text;
}

} // namespace

int runExperimentBandit(Session& session) {
  if (!session.arguments.has("reward"))
    return session.usage(s("experiment bandit FILE --reward COLUMN"));
  PW_SAY(session, const BanditFileWish wish, banditAsked(session.arguments));
  PW_SAY(session, const BanditFileAnswer answer, analyzeBanditFile(wish, session.job()));
  return session.answer(banditJson(answer, wish), banditText(answer, wish));
}

} // namespace pricewright
