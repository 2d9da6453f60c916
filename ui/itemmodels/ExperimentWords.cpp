// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "itemmodels/ExperimentWords.h"

#include "base/Words.h"
#include "engine/texts/Texts.h"
#include "itemmodels/Format.h"
#include "itemmodels/Words.h"

#include <QCoreApplication>
#include <QSet>

#include <cmath>

namespace pricewright {
namespace {

QString tr(const char* text, int n = -1) { return QCoreApplication::translate("ExperimentWords", text, nullptr, n); }
QString figure(int n) { return QLocale().toString(n); }

// What the program decides by has words; a person's reason is a sentence of his own.
QString reasonCode(const QString& reason) { return s("test-reason.") + reason; }
QString reasonText(const QString& reason) {
  return hasWords(reasonCode(reason)) ? codeText(reasonCode(reason)) : reason;
}

ExperimentState pausedState(const ExperimentCard& card, Instant now) {
  QString word = tr("paused");
  if (card.row.reason == u"sales-silent") {
    // It pauses once sales are as old as the plan allows; since then they grew older.
    const Duration silent = std::chrono::hours(card.row.plan.silentHours) + (now - card.row.stateSince);
    word = tr("paused: sales silent %1").arg(durationText(silent));
  } else if (!card.row.reason.isEmpty()) {
    word = tr("paused: %1").arg(testReasonWord(card.row.reason));
  }
  return {word, paint::Tone::Negative, tr("Nothing is decided until sales come in again. Prices stay as they are.")};
}

ExperimentState decidedState(const ExperimentCard& card, Instant now) {
  const Duration left = card.row.stateSince + std::chrono::days(card.row.plan.decideDays) - now;
  const QString until = left.count() > 0
                            ? tr("Yours to decide: without a decision, prices go back in %1.").arg(durationText(left))
                            : tr("Nobody has decided in time: prices go back with the next check.");
  switch (card.row.verdict) {
  case TestVerdict::Better:
    return {tr("decided: better"), paint::Tone::Positive, until};
  case TestVerdict::Worse:
    return {tr("decided: worse"), paint::Tone::Negative, until};
  case TestVerdict::Equivalent:
    return {tr("likely equivalent"), paint::Tone::Warning, until};
  case TestVerdict::Futile:
    return {tr("decided: no gain to be found"), paint::Tone::Warning, until};
  case TestVerdict::Undecided:
    break;
  }
  return {tr("decided"), paint::Tone::Warning, until};
}

QString endText(const ExperimentCard& card) {
  if (!card.row.endedAt)
    return {};
  QString text = tr("Ended on %1.").arg(dayText(dayOf(*card.row.endedAt)));
  if (card.row.coolUntil && !testsModel(card))
    text += u' ' + tr("Its prices are left alone until %1.").arg(dayText(dayOf(*card.row.coolUntil)));
  return text;
}

// Why, in full where there are words for it: what a person typed is said as it was typed.
QString endedText(const ExperimentCard& card) {
  const QString& reason = card.row.reason;
  QStringList parts;
  if (!reason.isEmpty())
    parts << capitalized(reasonText(reason)) + u'.';
  if (const QString end = endText(card); !end.isEmpty())
    parts << end;
  return parts.join(u' ');
}

ExperimentState priceTestState(const ExperimentCard& card, Instant now) {
  const ExperimentRow& row = card.row;
  switch (row.state) {
  case TestState::Draft:
    return {tr("draft"), paint::Tone::Neutral, tr("No price has changed. S starts it, E changes it.")};
  case TestState::Waiting:
    return {tr("waiting for approvals"), paint::Tone::Warning,
            tr("Its first prices are in Approvals. It begins once they are in force.")};
  case TestState::Ramping: {
    const auto step = std::size_t(std::clamp(row.rampStep, 0, std::max(0, int(row.plan.rampPercent.size()) - 1)));
    const int percent = row.plan.rampPercent.empty() ? 100 : row.plan.rampPercent[step];
    return {tr("ramping %1 %").arg(figure(percent)), paint::Tone::Accent,
            tr("So many of those that are to get the new price have it. Nothing is compared before all have it.")};
  }
  case TestState::Running:
    return {tr("running"), paint::Tone::Accent,
            tr("Looked at every %1. It stops by itself when harm is certain.").arg(tr("%n day(s)", row.plan.lookDays))};
  case TestState::Paused:
    return pausedState(card, now);
  case TestState::Decided:
    return decidedState(card, now);
  case TestState::RollingOut:
    return {tr("rolling out"), paint::Tone::Accent, tr("The remaining prices go through Approvals.")};
  case TestState::RolledOut:
    return {tr("rolled out"), paint::Tone::Positive, endText(card)};
  case TestState::Reverted:
    return {row.reason.isEmpty() ? tr("reverted") : tr("reverted: %1").arg(testReasonWord(row.reason)),
            row.verdict == TestVerdict::Worse || row.reason == u"severe-harm" ? paint::Tone::Negative
                                                                              : paint::Tone::Neutral,
            endedText(card)};
  case TestState::Removed:
    break;
  }
  return {};
}

} // namespace

// Words of the reasons that fit into a chip; the whole sentence is codeText()'s.
QString testReasonWord(const QString& reason) {
  static const QHash<QString, const char*> kWords{
      {s("severe-harm"), QT_TRANSLATE_NOOP("ExperimentWords", "severe harm")},
      {s("guard-crossed"), QT_TRANSLATE_NOOP("ExperimentWords", "guard crossed")},
      {s("decided-worse"), QT_TRANSLATE_NOOP("ExperimentWords", "worse")},
      {s("sample-ratio"), QT_TRANSLATE_NOOP("ExperimentWords", "arms out of ratio")},
      {s("price-refused"), QT_TRANSLATE_NOOP("ExperimentWords", "a price was refused")},
      {s("price-lost"), QT_TRANSLATE_NOOP("ExperimentWords", "a price was replaced")},
      {s("plan-changed"), QT_TRANSLATE_NOOP("ExperimentWords", "plan was changed")},
      {s("undecided-at-the-end"), QT_TRANSLATE_NOOP("ExperimentWords", "undecided")},
      {s("nobody-decided"), QT_TRANSLATE_NOOP("ExperimentWords", "nobody decided")},
      {s("decided-futile"), QT_TRANSLATE_NOOP("ExperimentWords", "no gain to be found")},
      {s("sales-silent"), QT_TRANSLATE_NOOP("ExperimentWords", "sales silent")},
      {s("model-silent"), QT_TRANSLATE_NOOP("ExperimentWords", "model silent")}};
  const auto word = kWords.constFind(reason);
  if (word != kWords.cend())
    return tr(*word);
  return hasWords(reasonCode(reason)) ? codeText(reasonCode(reason)) : tr("by a person");
}

ExperimentState experimentState(const ExperimentCard& card, Instant now) {
  ExperimentState state = priceTestState(card, now);
  if (testsModel(card))
    sayAsModelTest(card, now, state);
  return state;
}

const TestReading* newestReading(const ExperimentCard& card) {
  return card.looks.empty() ? nullptr : &card.looks.back().reading;
}

const TestReading* newestFigures(const ExperimentCard& card) {
  for (auto look = card.looks.rbegin(); look != card.looks.rend(); ++look)
    if (!look->reading.figures.empty())
      return &look->reading;
  return nullptr;
}

int daysLeftToExtend(const ExperimentCard& card) { return std::max(0, card.row.plan.longestDays - card.days); }

bool mayBeExtended(const ExperimentCard& card) {
  const TestState state = card.row.state;
  return (state == TestState::Running || state == TestState::Paused || state == TestState::Decided) &&
         daysLeftToExtend(card) > 0;
}

QString designWord(TestDesign design) {
  switch (design) {
  case TestDesign::Clusters:
    return tr("zones");
  case TestDesign::Switchback:
    return tr("switchback");
  case TestDesign::Pairs:
    return tr("matched pairs");
  case TestDesign::Visitors:
    return tr("visitors");
  }
  return {};
}

QString unitsWord(TestDesign design) { return design == TestDesign::Switchback ? tr("blocks") : designWord(design); }

QString designText(const ExperimentCard& card) {
  if (testsModel(card))
    return testedModelText(card);
  const QString word = unitsWord(card.row.plan.design);
  if (card.unitsControl + card.unitsTreatment == 0)
    return word;
  if (card.row.plan.design == TestDesign::Pairs)
    return tr("%1, %2").arg(word, figure(std::min(card.unitsControl, card.unitsTreatment)));
  return tr("%1, %2 + %3").arg(word, figure(card.unitsControl), figure(card.unitsTreatment));
}

QString progressText(const ExperimentCard& card) {
  const QString day = tr("day %1 of %2").arg(figure(card.day), figure(card.days));
  switch (card.row.state) {
  case TestState::Draft:
    return tr("%n day(s) planned", card.row.plan.days);
  case TestState::Waiting:
    return tr("before its start");
  case TestState::Ramping:
    return tr("step %1 of %2").arg(figure(card.row.rampStep + 1), figure(int(card.row.plan.rampPercent.size())));
  default:
    return card.days > 0 ? day : QString();
  }
}

QString salesFromWord(SalesFrom from) {
  return from == SalesFrom::Orders ? tr("orders kept here") : tr("the shop’s events");
}

QString metricWord(TestMetric metric) {
  switch (metric) {
  case TestMetric::Profit:
    return tr("profit");
  case TestMetric::Revenue:
    return tr("revenue");
  case TestMetric::Units:
    return tr("units");
  case TestMetric::Conversion:
    return tr("conversion");
  }
  return {};
}

QString liftText(double lift) { return std::isfinite(lift) ? signedNumber(100 * lift, 1) + s(" %") : s("–"); }

QString shareWord(double share) {
  const double percent = 100 * share;
  return plainNumber(percent, std::abs(percent - std::round(percent)) < 0.05 ? 0 : 1) + s(" %");
}

bool isShownByVisitor(const ExperimentCard& card) { return card.row.plan.design == TestDesign::Visitors; }

QString intervalText(double low, double high) {
  return s("[%1 … %2]").arg(signedNumber(100 * low, 1), signedNumber(100 * high, 1));
}

QString levelText(const ExperimentPlan& plan) {
  const double percent = 100 - plan.alphaBp / 100.0;
  return plainNumber(percent, percent == std::floor(percent) ? 0 : 1) + s(" %");
}

QString looksText(const ExperimentPlan& plan) {
  const QString often = plan.lookDays == 1   ? tr("looked at daily")
                        : plan.lookDays == 7 ? tr("looked at weekly")
                                             : tr("looked at every %1 days").arg(figure(plan.lookDays));
  return tr("%1; error rates hold").arg(often);
}

QString markedPrice(const Money& price) {
  const QString mark = currencyMark(price.currency());
  return (mark.size() > 1 ? mark + QChar(0xA0) : mark) + moneyText(price);
}

QString newPriceText(const ExperimentCard& card) {
  const std::vector<TestedPrice>& prices = card.row.setup.prices;
  if (prices.empty())
    return {};
  for (const TestedPrice& p : prices)
    if (p.treatment != prices.front().treatment)
      return {};
  return markedPrice(prices.front().treatment);
}

QString boardText(const ExperimentBoard& board) {
  if (board.cards.empty())
    return {};
  QStringList parts{tr("%1 active").arg(figure(board.active))};
  if (board.toDecide > 0)
    parts << tr("%1 decided").arg(figure(board.toDecide));
  if (board.paused > 0)
    parts << tr("%1 paused").arg(figure(board.paused));
  if (board.endedInQuarter > 0)
    parts << tr("%1 % of tests decided within their horizon this quarter")
                 .arg(figure(int(std::lround(100.0 * board.decidedInQuarter / board.endedInQuarter))));
  return parts.join(s(" · "));
}

QString weeklyText(const ExperimentCard& card) {
  const TestReading* r = newestFigures(card);
  if (!r || !r->weekly || !card.currency.isValid())
    return {};
  const QString mark = currencyMark(card.currency), amount = plainNumber(std::abs(*r->weekly), 0);
  const QString sign = *r->weekly > 0 ? s("+") : *r->weekly < 0 ? s("−") : QString();
  const QString text = tr("%1 a week").arg(sign + (mark.size() > 1 ? mark + QChar(0xA0) : mark) + amount);
  if (!r->weeklyLow || !r->weeklyHigh)
    return text;
  return s("%1 [%2 … %3]").arg(text, signedNumber(*r->weeklyLow, 0), signedNumber(*r->weeklyHigh, 0));
}

QString actionText(const TestOrder& order) {
  const auto with = [&](const QString& what) {
    const QString why = testReasonWord(order.reason);
    return why.isEmpty() ? what : s("%1 (%2)").arg(what, why);
  };
  switch (order.action) {
  case TestAction::None:
    return tr("goes on");
  case TestAction::StartRamp:
    return tr("begins with its first step");
  case TestAction::NextStep:
    return tr("takes its next step");
  case TestAction::Count:
    return tr("is compared from now on");
  case TestAction::Pause:
    return with(tr("paused"));
  case TestAction::Resume:
    return tr("goes on again");
  case TestAction::Extend:
    return tr("undecided: extended");
  case TestAction::Decide:
    return tr("decided: yours to roll out or revert");
  case TestAction::Revert:
    return with(order.reason.startsWith(u"model-") ? tr("the champion decides again") : tr("prices go back"));
  case TestAction::FinishRollOut:
    return tr("rolled out");
  }
  return {};
}

QString segmentWord(const QString& segment) {
  if (segment == u"contract")
    return tr("customers under contract");
  if (segment == u"loyalty")
    return tr("members of the loyalty program");
  if (segment == u"quantity")
    return tr("who buys by quantity");
  if (segment == u"channel")
    return tr("visitors of a channel");
  if (segment == u"market")
    return tr("visitors of a market");
  return tr("everyone");
}

ExperimentArm experimentArm(const ExperimentCard& card, const TestedPrice& price) {
  const TestDesign design = card.row.plan.design;
  if (card.row.state == TestState::RolledOut)
    return ExperimentArm::New;
  if (card.row.state == TestState::Reverted)
    return ExperimentArm::Control;
  if (design == TestDesign::Switchback)
    return ExperimentArm::Alternates;
  if (design == TestDesign::Visitors)
    return ExperimentArm::Shown;
  const QString& unit = design == TestDesign::Clusters ? price.zone : price.sku;
  for (const TestUnit& u : card.row.setup.units)
    if (u.unit == unit && u.arm == 1)
      return u.step <= card.row.rampStep && card.row.state != TestState::Waiting ? ExperimentArm::New
                                                                                 : ExperimentArm::Later;
  return ExperimentArm::Control;
}

ExperimentReach experimentReach(const ExperimentCard& card) {
  ExperimentReach reach;
  QSet<QString> zones, raised;
  for (const TestedPrice& p : card.row.setup.prices) {
    ++reach.prices;
    zones.insert(p.zone);
    if (isUnderWay(card.row.state) && experimentArm(card, p) == ExperimentArm::New) {
      ++reach.raised;
      raised.insert(p.zone);
    }
  }
  reach.zones = int(zones.size()), reach.raisedZones = int(raised.size());
  return reach;
}

} // namespace pricewright
