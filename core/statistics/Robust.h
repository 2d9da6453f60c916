// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <span>
#include <vector>

namespace pricewright {

double median(std::vector<double> values);                      // NaN when empty
double medianAbsoluteDeviation(std::span<const double> values); // × 1.4826, comparable with a standard deviation
// (x − median) / max(MAD, floor): how far x is from where the others are. NaN where there is nothing to measure by.
double robustZ(double x, std::span<const double> others, double floor);

} // namespace pricewright
