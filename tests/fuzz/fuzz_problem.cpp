// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Price problems from files: whatever they say, the answer holds its limits or is an error.
#include "base/Json.h"
#include "engine/plans/PriceProblem.h"
#include "fuzz/Fuzz.h"

#include <cmath>

using namespace pricewright;
using namespace pricewright::fuzz;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto problem = parseObject(QByteArray(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size)));
  if (!problem)
    return 0;
  const auto answer = solvePriceProblem(*problem);
  if (!answer)
    return 0;
  need(std::isfinite((*answer)["revenue"].toDouble()), "an answer is a number");
  if (answer->contains("choice") && (*problem)["revenue_min"].isDouble()) {
    const double floor = (*problem)["revenue_min"].toDouble(), revenue = (*answer)["revenue"].toDouble();
    need(revenue >= floor - 1e-6 * (std::abs(floor) + 1), "the floor is reached");
  }
  return 0;
}
