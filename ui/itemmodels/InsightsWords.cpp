// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "itemmodels/InsightsWords.h"

#include "base/Words.h"
#include "engine/texts/Texts.h"
#include "itemmodels/ExperimentWords.h"
#include "itemmodels/Format.h"
#include "itemmodels/Words.h"

#include <QCoreApplication>

#include <cmath>

namespace pricewright {
namespace {

struct Insights {
  Q_DECLARE_TR_FUNCTIONS(Insights)
};
using paint::Tone;

constexpr qint64 kMicro = 1'000'000;
constexpr qint64 kMinorBelow = 1'000 * kMicro; // from here on minor units are noise

// Rounded half-even, in whole numbers.
qint64 roundedBy(qint64 value, qint64 by) {
  const qint64 sign = value < 0 ? -1 : 1, size = std::abs(value), whole = size / by, rest = 2 * (size % by);
  return sign * (whole + (rest > by || (rest == by && whole % 2 == 1) ? 1 : 0));
}

QString withPlus(const QString& text, bool plus) { return plus ? u'+' + text : text; }

// Broken off: by harm, or as it was no longer the test that was registered. What it had found by then is no verdict.
bool wasStopped(const TestLine& line) {
  static const QStringList kWhy{s("severe-harm"),   s("guard-crossed"), s("sample-ratio"), s("plan-changed"),
                                s("price-refused"), s("price-lost"),    s("sales-silent"), s("model-silent"),
                                s("model-gone"),    s("model-replaced")};
  return line.state == TestState::Reverted && kWhy.contains(line.reason);
}

} // namespace

QString microText(qint64 micro, Currency currency, bool withSign) {
  if (std::abs(micro) >= kMinorBelow || micro == 0)
    return wholeMicroText(micro, currency, withSign);
  return withPlus(exactMicroText(micro, currency), withSign && micro > 0);
}

QString wholeMicroText(qint64 micro, Currency currency, bool withSign) {
  if (!currency.isValid())
    return s("–");
  const qint64 major = roundedBy(micro, kMicro);
  const QString text = QLocale().toString(qlonglong(std::abs(major)));
  return major < 0 ? QChar(0x2212) + text : withPlus(text, withSign && major > 0);
}

QString microTextMarked(qint64 micro, Currency currency) {
  const QString mark = currencyMark(currency);
  const QString text = microText(micro < 0 ? -micro : micro, currency);
  return (micro < 0 ? QString(QChar(0x2212)) : QString()) + mark + (mark.size() > 1 ? s(" ") : QString()) + text;
}

QString exactMicroText(qint64 micro, Currency currency) {
  return currency.isValid() ? moneyText(Money(roundedBy(micro, kMicro / currency.minorPerMajor()), currency)) : s("–");
}

QString majorText(double major, bool withSign) {
  const int places = std::abs(major) < 10 ? 2 : std::abs(major) < 100 ? 1 : 0;
  return withSign ? signedNumber(major, places) : plainNumber(major, places);
}

QString majorTextMarked(double major, Currency currency) {
  const QString mark = currency.isValid() ? currencyMark(currency) : QString();
  const QString sign = major > 0 ? s("+") : major < 0 ? QString(QChar(0x2212)) : QString();
  return sign + mark + (mark.size() > 1 ? s(" ") : QString()) + majorText(std::abs(major), false);
}

QString majorInterval(double low, double high) { return s("[%1 … %2]").arg(majorText(low), majorText(high)); }

std::optional<double> changePercent(qint64 before, qint64 after) {
  if (before == 0 || (before < 0) != (after < 0))
    return std::nullopt;
  return 100 * (double(after) / double(before) - 1);
}

QString againstWord(const EarningsWish& wish) {
  if (wish.against == EarningsAgainst::LastYear)
    return Insights::tr("last year");
  return wish.weeks > 0 ? Insights::tr("%n week(s) before", nullptr, wish.weeks) : Insights::tr("as many weeks before");
}

QString periodText(const EarningsPeriod& period) { return s("%1 – %2").arg(dayText(period.from), dayText(period.to)); }

QString leftOutText(const std::vector<LeftOutSales>& leftOut) {
  QStringList parts;
  for (const LeftOutSales& l : leftOut)
    parts << (l.why == u"no-rate"
                  ? Insights::tr("%n price(s) in %1 left out: no exchange rate in one of the periods.", nullptr,
                                 l.prices)
                        .arg(l.currency)
                  : Insights::tr("%n price(s) left out: no VAT rate for their market and class.", nullptr, l.prices));
  return parts.join(u' ');
}

QString percentInterval(double low, double high, bool withSign) {
  const auto one = [&](double share) {
    return withSign ? signedNumber(100 * share, 1) : QLocale().toString(100 * share, 'f', 0);
  };
  return s("[%1 … %2]").arg(one(low), one(high));
}

QString shareText(const ShareOf& share) {
  if (share.of == 0)
    return s("–");
  return Insights::tr("%1 % of %2 %3")
      .arg(QLocale().toString(100 * share.share, 'f', 0), QLocale().toString(share.of),
           percentInterval(share.low, share.high, false));
}

bool isTold(const ScoreRow& row) {
  return row.score.state == ScoreState::Scored && row.profit.has_value() && row.score.profit.has_value();
}

ScoreWord scoreWord(const ScoreRow& row) {
  const QString state = codeText(scoreStateName(row.score.state));
  if (row.rolledBack)
    return {Insights::tr("rolled back"), QString(), Tone::Neutral};
  if (row.score.state == ScoreState::Waiting)
    return {state, QString(), Tone::Neutral};
  if (row.score.state == ScoreState::NoPrediction)
    return {Insights::tr("not predicted"), QString(), Tone::Neutral};
  if (!isTold(row))
    return {Insights::tr("cannot be told"), row.score.state == ScoreState::Scored ? Insights::tr("no cost") : state,
            Tone::Neutral};
  const RealizedEffect& came = *row.score.profit;
  // The measurement's own noise is allowed for: what is judged is where it lies among all that could have come.
  const double at = came.position.value_or(0.5);
  const QString apart = came.error ? Insights::tr("%1 sd").arg(signedNumber(*came.error, 1)) : QString();
  if (at >= 0.05 && at <= 0.95)
    return {Insights::tr("inside"), apart, Tone::Positive};
  return at < 0.05 ? ScoreWord{Insights::tr("outside, less"), apart, Tone::Negative}
                   : ScoreWord{Insights::tr("outside, more"), apart, Tone::Warning};
}

ScoreWord bandWord(const AutoBand& band) {
  const Tone tone = band.state == BandState::Earned      ? Tone::Positive
                    : band.state == BandState::TakenAway ? Tone::Negative
                                                         : Tone::Neutral;
  return {codeText(s(bandStateName(band.state))), codeText(s(bandWhyName(band.why))), tone};
}

QString bandText(const AutoBand& band) {
  return band.bandBp > 0 ? QChar(0xB1) + percentText(band.bandBp, false) : s("–");
}

ScoreWord testWord(const TestLine& line) {
  const bool says = !line.reason.isEmpty();
  QString state = codeText(s("test-state.") + testStateName(line.state));
  if (says && line.state == TestState::Reverted)
    state = Insights::tr("reverted: %1").arg(testReasonWord(line.reason));
  if (says && line.state == TestState::Paused)
    state = Insights::tr("paused: %1").arg(testReasonWord(line.reason));
  if (wasStopped(line))
    return {state, QString(), Tone::Negative};
  const Tone tone = line.verdict == TestVerdict::Better  ? Tone::Positive
                    : line.verdict == TestVerdict::Worse ? Tone::Negative
                    : line.state == TestState::Paused    ? Tone::Warning
                    : isUnderWay(line.state)             ? Tone::Accent
                                                         : Tone::Neutral;
  if (line.verdict == TestVerdict::Undecided)
    return {state, QString(), tone};
  return {codeText(s("test-verdict.") + testVerdictName(line.verdict)), state, tone};
}

QString testMetricWord(TestMetric metric) {
  switch (metric) {
  case TestMetric::Profit:
    return Insights::tr("profit");
  case TestMetric::Revenue:
    return Insights::tr("revenue");
  case TestMetric::Units:
    return Insights::tr("units");
  default:
    return Insights::tr("conversion");
  }
}

QString scoreByWord(ScoreBy by) {
  switch (by) {
  case ScoreBy::Sku:
    return Insights::tr("By product");
  case ScoreBy::Category:
    return Insights::tr("By category");
  case ScoreBy::Analyst:
    return Insights::tr("By analyst");
  case ScoreBy::Model:
    return Insights::tr("By model");
  default:
    return Insights::tr("By rule");
  }
}

} // namespace pricewright
