// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "decision/PriceDecision.h"

namespace pricewright {

// Every enum that is stored has a name, and from the name the way back.
inline QString nameOf(SkuRole v) { return skuRoleName(v); }
inline QString nameOf(PriceType v) { return priceTypeName(v); }
inline QString nameOf(PriceOrigin v) { return priceOriginName(v); }
inline QString nameOf(Identification v) { return identificationName(v); }
inline QString nameOf(Method v) { return methodName(v); }
inline QString nameOf(VerdictOutcome v) { return verdictOutcomeName(v); }
inline QString nameOf(Route v) { return routeName(v); }
inline QString nameOf(DecisionState v) { return decisionStateName(v); }

template <class Enum> bool assignName(std::optional<Enum> found, Enum& v) {
  if (found)
    v = *found;
  return found.has_value();
}
inline bool fromName(QStringView name, SkuRole& v) { return assignName(skuRoleFrom(name), v); }
inline bool fromName(QStringView name, PriceType& v) { return assignName(priceTypeFrom(name), v); }
inline bool fromName(QStringView name, PriceOrigin& v) { return assignName(priceOriginFrom(name), v); }
inline bool fromName(QStringView name, Identification& v) { return assignName(identificationFrom(name), v); }
inline bool fromName(QStringView name, Method& v) { return assignName(methodFrom(name), v); }
inline bool fromName(QStringView name, VerdictOutcome& v) { return assignName(verdictOutcomeFrom(name), v); }
inline bool fromName(QStringView name, Route& v) { return assignName(routeFrom(name), v); }
inline bool fromName(QStringView name, DecisionState& v) { return assignName(decisionStateFrom(name), v); }

} // namespace pricewright
