// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "demand/ElasticityModel.h"

namespace pricewright {

// How likely each series' SKU is featured one, two … weeks from `from` on where no plan says, by the weeks since most
// of its zones last featured it: what was featured last week hardly is in the next. Chances are those of the category's
// SKUs, drawn towards its share of featured weeks. For eight weeks at most, from points before `from` alone; empty
// where fewer than 26 weeks or six features of the category are known.
std::vector<std::vector<double>> featureChances(std::span<const DemandSeries> series, qint32 from, int weeks);

} // namespace pricewright
