// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/experiments/ExperimentFigures.h"

#include "base/Words.h"

#include <cmath>

namespace pricewright {
namespace {

Lift meanAsLift(const ArmMoments& arm) {
  return {arm.plainMean, std::sqrt(arm.plainVariance / arm.units), arm.units - 1, arm.units, LiftKind::Absolute};
}

} // namespace

KnownMean meanAtAnyLook(const ArmMoments& arm, const SequenceSetting& setting) {
  const auto watched = confidenceSequence(meanAsLift(arm), setting);
  return watched ? KnownMean{arm.plainMean, watched->low, watched->high}
                 : KnownMean{arm.plainMean, arm.plainMean, arm.plainMean};
}

KnownMean meanAtOneLook(const ArmMoments& arm, double alpha) {
  const Lift mean = meanAsLift(arm);
  const auto test =
      mean.standardError > 0 ? testLift(mean, alpha) : Result<LiftTest>(fail(s("experiment.no-variance")));
  return test ? KnownMean{arm.plainMean, test->low, test->high}
              : KnownMean{arm.plainMean, arm.plainMean, arm.plainMean};
}

QString whyNoBaseline(const KnownMean& control) {
  if (control.value == 0)
    return s("experiment.no-baseline");
  return control.low <= 0 && control.high >= 0 ? s("experiment.noisy-baseline") : QString();
}

TestFigure figureOver(const KnownMean& control, TestMetric metric, const TestDifference& difference, double p) {
  const QString why = whyNoBaseline(control);
  if (why.isEmpty()) {
    const double scale = 1 / std::abs(control.value);
    return {metric, difference.value * scale, difference.low * scale, difference.high * scale, p, {}, {}};
  }
  TestFigure out = TestFigure::unknown(metric, why);
  out.p = p, out.difference = difference;
  out.difference->mostOfControl = std::max(std::abs(control.low), std::abs(control.high));
  return out;
}

} // namespace pricewright
