// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/insights/InsightsFigures.h"

#include "base/Words.h"
#include "itemmodels/Format.h"
#include "itemmodels/InsightsWords.h"

#include <QCoreApplication>

#include <cmath>

namespace pricewright {
namespace {

struct Tell {
  Q_DECLARE_TR_FUNCTIONS(InsightsFigures)
};
using paint::Tone;

constexpr double kDecidedTarget = 0.8; // of ended tests, within their planned time

void setChange(FigureTile::Figure& out, double change, const QString& text) {
  out.direction = change > 0 ? 1 : change < 0 ? -1 : 0;
  out.tone = change > 0 ? Tone::Positive : change < 0 ? Tone::Negative : Tone::Neutral;
  out.delta = text;
}

// "+1.9 %" with its interval below; colored only where the interval leaves zero out.
void setLift(FigureTile::Figure& out, double percent, double low, double high) {
  out.value = Tell::tr("%1 %").arg(signedNumber(percent, 1));
  out.tone = low > 0 ? Tone::Positive : high < 0 ? Tone::Negative : Tone::Neutral;
  out.direction = low > 0 ? 1 : high < 0 ? -1 : 0;
  out.delta = s("[%1 … %2]").arg(signedNumber(low, 1), signedNumber(high, 1));
}

FigureTile::Figure nothing(const QString& why, const QString& definition) {
  FigureTile::Figure out;
  out.value = s("–");
  out.beside = why;
  out.definition = definition;
  return out;
}

// How much the weeks differ among themselves: the least one to the most one, beside a sum.
QString weeksRange(const RevenueDashboard& d, BridgeMeasure measure, std::vector<double>& weeks) {
  qint64 low = 0, high = 0;
  for (const EarningsWeek& w : d.weeks) {
    if (!w.current)
      continue;
    const qint64 micro = measure == BridgeMeasure::Revenue ? w.revenueMicro : w.profitMicro;
    low = weeks.empty() ? micro : std::min(low, micro), high = weeks.empty() ? micro : std::max(high, micro);
    weeks.push_back(double(micro) / 1e6);
  }
  return weeks.empty() ? QString()
                       : Tell::tr("a week %1 … %2").arg(microText(low, d.currency), microText(high, d.currency));
}

} // namespace

FigureTile::Figure earnedFigure(const RevenueDashboard& d, BridgeMeasure measure) {
  const bool revenue = measure == BridgeMeasure::Revenue;
  const ChangeBridge& bridge = revenue ? d.revenue : d.profit;
  FigureTile::Figure out;
  out.definition = revenue ? Tell::tr("Net of VAT, over all prices that sold. A price that was returned more than it "
                                      "sold counts as negative.")
                           : Tell::tr("Revenue less units at the cost of their day, where costs are known.");
  if (!d.through)
    return nothing(Tell::tr("no sales yet"), out.definition);
  out.value = microTextMarked(bridge.total.after, d.currency);
  if (const auto change = changePercent(bridge.total.before, bridge.total.after))
    setChange(out, *change, Tell::tr("%1 % on %2").arg(signedNumber(*change, 1), againstWord(d.wish)));
  else
    setChange(out, double(bridge.total.change()),
              Tell::tr("%1 on %2").arg(microText(bridge.total.change(), d.currency, true), againstWord(d.wish)));
  const QString range = weeksRange(d, measure, out.weeks);
  QStringList beside{Tell::tr("%n price(s)", nullptr, int(bridge.rows.size())),
                     Tell::tr("%n week(s)", nullptr, d.period.weeks)};
  if (!revenue && bridge.unknownAfter != 0)
    beside = QStringList{Tell::tr("no cost for %1").arg(microTextMarked(bridge.unknownAfter, d.currency))};
  out.beside = beside.join(s(" · "));
  out.definition += u'\n' + range;
  return out;
}

FigureTile::Figure keptMarginFigure(const RevenueDashboard& d) {
  const MarginRow& m = d.margin;
  FigureTile::Figure out;
  out.definition = Tell::tr("Margin earned ÷ margin of the same units at the prices that were set. 100 % means that "
                            "nothing leaked through deals, coupons and old price tags. Interval 90 %, by how much "
                            "weeks differ.");
  if (!m.percent)
    return nothing(d.through ? Tell::tr("no costs, or one week only") : Tell::tr("no sales yet"), out.definition);
  out.value = Tell::tr("%1 %").arg(plainNumber(*m.percent, 1));
  QString text;
  if (m.percentLow && m.percentHigh)
    text = s("[%1 … %2]").arg(plainNumber(*m.percentLow, 1), plainNumber(*m.percentHigh, 1));
  if (d.marginBefore.percent)
    setChange(out, *m.percent - *d.marginBefore.percent,
              Tell::tr("%1 pt %2").arg(signedNumber(*m.percent - *d.marginBefore.percent, 1), text));
  else
    out.delta = text;
  if (m.percentOfRevenue && m.plannedPercentOfRevenue)
    out.beside = Tell::tr("%1 of planned %2 % · %n week(s)", nullptr, m.weeks)
                     .arg(plainNumber(*m.percentOfRevenue, 1), plainNumber(*m.plannedPercentOfRevenue, 1));
  return out;
}

FigureTile::Figure decisionLiftFigure(const ScoreBoard* scores) {
  const QString what = Tell::tr("Realized change of profit of all scored prices together, of what would have come at "
                                "the old prices. Interval 90 %.");
  if (!scores)
    return nothing(Tell::tr("being worked out …"), what);
  if (!scores->profitLift)
    return nothing(scores->rows.empty() ? Tell::tr("no price published yet")
                                        : Tell::tr("%n too early", nullptr, scores->waiting),
                   what);
  FigureTile::Figure out;
  out.definition = what;
  setLift(out, scores->profitLift->percent, scores->profitLift->low, scores->profitLift->high);
  out.beside = Tell::tr("%n price(s) scored", nullptr, scores->profitLift->decisions);
  return out;
}

FigureTile::Figure testLiftFigure(const TestsDashboard* tests) {
  const QString what =
      Tell::tr("Tests that ended in the period and were decided by profit, each weighted by how precise "
               "it is, as found. Interval 90 %. Shrunk: the luck of the winners taken off.");
  if (!tests)
    return nothing(Tell::tr("being worked out …"), what);
  const LiftRow& all = tests->lifts.total;
  if (all.tests == 0)
    return nothing(tests->tests.empty() ? Tell::tr("no tests yet") : Tell::tr("no test ended in the period"), what);
  FigureTile::Figure out;
  out.definition = what;
  setLift(out, 100 * all.lift, 100 * all.low, 100 * all.high);
  QStringList beside{Tell::tr("%n test(s)", nullptr, all.tests),
                     Tell::tr("shrunk %1 %").arg(signedNumber(100 * all.shrunk, 1))};
  if (tests->before)
    out.delta += s(" · ") + Tell::tr("before %1").arg(signedNumber(100 * tests->before->lift, 1));
  out.beside = beside.join(s(" · "));
  return out;
}

FigureTile::Figure inTimeFigure(const TestsDashboard& t) {
  FigureTile::Figure out;
  out.definition =
      Tell::tr("Tests that ended in the period with a verdict on or before the last day that was planned, of "
               "all that ended. Target 80 %. Interval 95 %.");
  if (t.inTime.of == 0)
    return nothing(Tell::tr("no test ended in the period"), out.definition);
  out.value = Tell::tr("%1 %").arg(QLocale().toString(100 * t.inTime.share, 'f', 0));
  // Few tests show nothing, however well they went: what counts is the whole interval.
  const bool met = t.inTime.low >= kDecidedTarget, missed = t.inTime.high < kDecidedTarget;
  out.tone = met ? Tone::Positive : missed ? Tone::Negative : Tone::Neutral;
  out.direction = met ? 1 : missed ? -1 : 0;
  out.delta = met      ? Tell::tr("target 80 % met")
              : missed ? Tell::tr("below the target of 80 %")
                       : Tell::tr("target 80 %: not shown yet");
  out.beside = Tell::tr("%1 of %2 %3")
                   .arg(QLocale().toString(t.inTime.hits), QLocale().toString(t.inTime.of),
                        percentInterval(t.inTime.low, t.inTime.high, false));
  if (t.inTimeBefore.of > 0)
    out.beside += s(" · ") + Tell::tr("before %1 %").arg(QLocale().toString(100 * t.inTimeBefore.share, 'f', 0));
  return out;
}

FigureTile::Figure underWayFigure(const TestsDashboard& t) {
  int active = 0, wait = 0, paused = 0, ended = 0;
  for (const TestLine& line : t.tests) {
    active += isUnderWay(line.state), wait += line.state == TestState::Decided;
    paused += line.state == TestState::Paused, ended += line.counted;
  }
  FigureTile::Figure out;
  out.definition = Tell::tr("Tests whose prices may be in force now.");
  out.value = QLocale().toString(active);
  if (wait > 0) {
    out.tone = Tone::Warning;
    out.delta = Tell::tr("%n wait(s) for a decision", nullptr, wait);
  }
  out.beside =
      Tell::tr("%1 paused · %2 ended in the period").arg(QLocale().toString(paused), QLocale().toString(ended));
  return out;
}

FigureTile::Figure rolledOutFigure(const TestsDashboard& t) {
  const LiftTable& l = t.lifts;
  FigureTile::Figure out;
  out.definition =
      Tell::tr("Profit a week that tests of the period which were rolled out bring, shrunk: winners are picked "
               "for looking good, so what they were found to bring is too much on average. Interval 90 %.");
  if (l.rolledOut == 0)
    return nothing(Tell::tr("nothing rolled out in the period"), out.definition);
  out.value = majorTextMarked(l.rolledOutShrunk, t.currency);
  out.tone = l.rolledOutShrunkLow > 0 ? Tone::Positive : l.rolledOutShrunkHigh < 0 ? Tone::Negative : Tone::Neutral;
  out.direction = l.rolledOutShrunkLow > 0 ? 1 : l.rolledOutShrunkHigh < 0 ? -1 : 0;
  out.delta = majorInterval(l.rolledOutShrunkLow, l.rolledOutShrunkHigh);
  out.beside = Tell::tr("%n test(s) · found %1", nullptr, l.rolledOut).arg(majorText(l.rolledOutRaw));
  return out;
}

FigureTile::Figure daysFigure(const TestsDashboard& t) {
  FigureTile::Figure out;
  out.definition =
      Tell::tr("Median over tests of the period that came to a verdict, from the first day that is compared.");
  if (!t.daysToDecision)
    return nothing(Tell::tr("no verdict in the period"), out.definition);
  const auto days = [](double value) { return plainNumber(value, std::abs(value - std::round(value)) < 1e-9 ? 0 : 1); };
  out.value = Tell::tr("%1 days").arg(days(*t.daysToDecision));
  if (t.daysPlanned)
    out.delta = Tell::tr("planned %1").arg(days(*t.daysPlanned));
  int least = 0, most = 0;
  for (const TestLine& line : t.tests)
    if (line.counted && line.decidedOn) {
      least = most == 0 ? *line.decidedOn : std::min(least, *line.decidedOn);
      most = std::max(most, *line.decidedOn);
    }
  out.beside = Tell::tr("%n test(s)", nullptr, t.decided) + s(" · ") +
               Tell::tr("%1 … %2 days").arg(QLocale().toString(least), QLocale().toString(most));
  return out;
}

void arrangeTiles(QGridLayout& grid, std::span<FigureTile* const> tiles, int room) {
  constexpr int least = 180;
  const int count = int(tiles.size()), columns = std::clamp(room / least, 1, count);
  const int even =
      (count + (count + columns - 1) / columns - 1) / ((count + columns - 1) / columns); // 3 + 2, not 4 + 1
  if (grid.property("columns").toInt() == even)
    return;
  grid.setProperty("columns", even);
  for (FigureTile* tile : tiles)
    grid.removeWidget(tile);
  for (int i = 0; i < count; ++i)
    grid.addWidget(tiles[std::size_t(i)], i / even, i % even);
}

} // namespace pricewright
