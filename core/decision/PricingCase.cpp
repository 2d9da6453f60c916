// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "decision/PricingCase.h"

#include "decision/Fields.h"

namespace pricewright {

QJsonObject toJson(const PricingCase& c) { return toObject(c); }
Result<PricingCase> pricingCaseFromJson(const QJsonObject& json) { return fromJson<PricingCase>(json); }

} // namespace pricewright
