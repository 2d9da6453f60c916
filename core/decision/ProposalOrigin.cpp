// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "decision/ProposalOrigin.h"

#include <algorithm>
#include <array>

namespace pricewright {
namespace {

constexpr std::array kOrigins{"by-test", "by-scenario", "edited"};

auto isNamed(const QString& name) {
  return [&name](const VerdictInput& input) { return input.name == name; };
}

} // namespace

void sayOrigin(PriceDecision& d, const ProposalOrigin& origin) {
  Guarded& g = d.guarded;
  g.reasons << origin.reason;
  if (g.primaryReason.isEmpty())
    g.primaryReason = origin.reason;
  const auto input = std::find_if(g.verdicts.begin(), g.verdicts.end(),
                                  [](const Verdict& v) { return v.station == u"guardrail" && v.ruleId == u"input"; });
  if (!origin.name.isEmpty() && input != g.verdicts.end())
    input->inputs.push_back({origin.reason, origin.name, {}});
}

std::optional<ProposalOrigin> originOf(const PriceDecision& d) {
  for (const char* known : kOrigins) {
    const QString reason = QString::fromLatin1(known);
    if (!d.guarded.reasons.contains(reason))
      continue;
    ProposalOrigin origin{reason, {}};
    for (const Verdict& v : d.guarded.verdicts)
      if (const auto said = std::find_if(v.inputs.begin(), v.inputs.end(), isNamed(reason)); said != v.inputs.end())
        origin.name = said->value;
    return origin;
  }
  return std::nullopt;
}

} // namespace pricewright
