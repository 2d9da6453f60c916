// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/earnings/EarningsView.h"
#include "engine/experiments/TestsDashboard.h"
#include "itemmodels/Tone.h"

namespace pricewright {

// Money of dashboards: millionths of a major unit, said in whole units from 1,000 on and in minor units below; no mark.
QString microText(qint64 micro, Currency currency, bool withSign = false);
QString wholeMicroText(qint64 micro, Currency currency, bool withSign = false); // whole units, however small
QString microTextMarked(qint64 micro, Currency currency);                       // "$1,234", "CHF 1,234"
QString exactMicroText(qint64 micro, Currency currency);  // to the minor unit, rounded half-even: clipboard
QString majorText(double major, bool withSign = true);    // models' money: "+412", "−3.50"
QString majorTextMarked(double major, Currency currency); // "+$412"
QString majorInterval(double low, double high);           // "[−3 … +27]"
// After against before in percent; none where before is nothing, or of another sign.
std::optional<double> changePercent(qint64 before, qint64 after);

QString againstWord(const EarningsWish& wish);                          // "13 weeks before", "last year"
QString periodText(const EarningsPeriod& period);                       // "8/24/26 – 11/22/26"
QString leftOutText(const std::vector<LeftOutSales>& leftOut);          // sentences; "" where nothing was
QString percentInterval(double low, double high, bool withSign = true); // "[+0.8 … +5.4]", of shares
QString shareText(const ShareOf& share);                                // "62 % of 13 [36 … 82]"

// What came of a decision against what was predicted, in a word.
struct ScoreWord {
  QString word, detail;
  paint::Tone tone = paint::Tone::Neutral;
};
ScoreWord scoreWord(const ScoreRow& row);
bool isTold(const ScoreRow& row); // predicted and realized profit both stand there
ScoreWord bandWord(const AutoBand& band);
QString bandText(const AutoBand& band); // "±5.0", "–"
ScoreWord testWord(const TestLine& line);
QString testMetricWord(TestMetric metric);
QString scoreByWord(ScoreBy by); // "By analyst"

} // namespace pricewright
