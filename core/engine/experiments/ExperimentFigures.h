// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "decision/ExperimentPlan.h"
#include "experiments/MeanTest.h"
#include "experiments/Sequential.h"

namespace pricewright {

// The control's mean with its interval, as what is said of it may be looked at: at all looks, or at this one.
struct KnownMean {
  double value = 0, low = 0, high = 0;
};
// A mean without variance is what it is.
KnownMean meanAtAnyLook(const ArmMoments& arm, const SequenceSetting& setting);
KnownMean meanAtOneLook(const ArmMoments& arm, double alpha);

// Why a mean is no baseline of a relative lift: experiment.no-baseline (it is 0), .noisy-baseline (its interval holds
// 0: it may be anything but a divisor); "" where it is one.
QString whyNoBaseline(const KnownMean& control);

// A difference over the control's mean. Where that is none to divide by, the figure says why, and keeps the difference:
// a test is decided by the difference all the same, and what is made of it must not read as a lift of 0.
TestFigure figureOver(const KnownMean& control, TestMetric metric, const TestDifference& difference, double p);

} // namespace pricewright
