// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a plan comes to before it starts: what it would find, and what it holds up meanwhile.
#include "itemmodels/ExperimentWords.h"
#include "itemmodels/Format.h"

#include <QCoreApplication>

#include <algorithm>

namespace pricewright {
namespace {

QString tr(const char* text, int n = -1) { return QCoreApplication::translate("ExperimentWords", text, nullptr, n); }
QString planFigure(int n) { return QLocale().toString(n); }

} // namespace

QString planStudyWords(const PlanStudy& tried) {
  const auto percent = [](double share) { return QLocale().toString(100 * share, 'f', share < 0.1 ? 1 : 0); };
  const AaStudy& study = tried.study;
  const QString found =
      tr("Tried %1 times on %2 weeks of own sales of %3 zones or products: a lift of 5 % is found in %4 % of them, "
         "10 % in %5 %. Without any effect it found one in %6 % [%7 … %8].")
          .arg(QLocale().toString(qint64(study.none.splits)), planFigure(tried.weeks), planFigure(tried.units),
               percent(study.five.found.share), percent(study.ten.found.share), percent(study.none.found.share),
               percent(study.none.found.low), percent(study.none.found.high));
  return study.refused ? found + QLatin1Char(' ') + tr("That is too often: do not use this design on these sales.")
                       : found;
}

QString planPowerText(const ExperimentPlan& plan, const PlanPower& power) {
  if (power.isEnough())
    return {};
  const auto percent = [](double share) { return QLocale().toString(100 * share, 'f', share < 0.1 ? 1 : 0); };
  const QString found = tr("A lift of %1 % would be found in %2 % of such tests; %3 % are asked for.")
                            .arg(plainNumber(plan.mdeBp / 100.0, plan.mdeBp % 100 == 0 ? 0 : 1), percent(power.found),
                                 percent(power.asked));
  if (!power.days || !power.unitsFactor)
    return found + u' ' + tr("More days do not mend that: look for a larger lift, or count less.");
  return found + u' ' +
         tr("That takes about %1 days instead of %2, or %3 times as many %4.")
             .arg(planFigure(*power.days), planFigure(plan.days), plainNumber(*power.unitsFactor, 1),
                  unitsWord(plan.design));
}

QString heldPricesText(const ExperimentPreview& preview, Instant now) {
  if (preview.plan.testsModel() || preview.setup.counted.empty())
    return {};
  const auto falls = std::count_if(preview.collisions.begin(), preview.collisions.end(),
                                   [](const TestCollision& c) { return c.kind == CollisionKind::PendingPrice; });
  const auto day = [&](int days) {
    return now == Instant{} ? tr("%n day(s) from its start", days) : dayText(dayOf(now) + std::chrono::days(days));
  };
  const int held = int(preview.setup.counted.size());
  QString text = tr("%n price(s) are held until %1, %2 at the latest: no cycle changes them meanwhile", held)
                     .arg(day(preview.plan.days), day(preview.plan.longestDays));
  if (falls > 0)
    text += tr("; %n pending proposal(s) fall away with the next cycle", int(falls));
  return text + u'.';
}

} // namespace pricewright
