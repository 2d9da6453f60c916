// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/optimizer/CoupledChoice.h"

#include <algorithm>
#include <cmath>

namespace pricewright {

Status checkCoupled(const CoupledProblem& p) {
  const auto finite = [](double v) { return std::isfinite(v); };
  if (!std::all_of(p.values.begin(), p.values.end(), finite))
    return fail(QStringLiteral("choice.not-finite"));
  for (const Coupling& c : p.couplings) {
    const auto known = [&](int part) { return part >= 0 && std::size_t(part) < c.most.size(); };
    if (c.use.size() != p.values.size() || c.most.empty() || (!c.part.empty() && c.part.size() != p.items()) ||
        !std::all_of(c.part.begin(), c.part.end(), known))
      return fail(QStringLiteral("choice.bad-shape"));
    if (!std::all_of(c.use.begin(), c.use.end(), finite) || !std::all_of(c.most.begin(), c.most.end(), finite))
      return fail(QStringLiteral("choice.not-finite"));
  }
  if (p.first.back() != p.values.size() || (!p.stay.empty() && p.stay.size() != p.items()))
    return fail(QStringLiteral("choice.bad-shape"));
  for (std::size_t i = 0; i < p.items(); ++i)
    if (p.first[i] >= p.first[i + 1] || (!p.stay.empty() && p.stay[i] >= int(p.first[i + 1] - p.first[i])))
      return fail(QStringLiteral("choice.empty-item"), {{QStringLiteral("item"), QString::number(i)}});
  return {};
}

} // namespace pricewright
