// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "experiments/events/EventPlan.h"

#include <QByteArray>

#include <span>

namespace pricewright {

// Exposures or events packed by columns, as they lie in the workspace file. Numbers of 64 random bits stand as they
// are, little-endian; times as differences, the rest as they are, both in as few bytes as they need (7 bits a byte).
// The first bytes: "PWE1" for events, "PWX1" for exposures, then the number of rows.
inline constexpr std::size_t kMostRowsInBlock = 65'536;
QByteArray packEvents(std::span<const ShopEvent> events);      // at most kMostRowsInBlock, as the next
QByteArray packExposures(std::span<const Exposure> exposures); // Exposure::test is the experiment's number
// Appends to `out`. storage.corrupt: not what was packed.
Status unpackEvents(const QByteArray& block, std::vector<ShopEvent>& out);
Status unpackExposures(const QByteArray& block, std::vector<Exposure>& out);

// Three letters as the number that stands in an event, the same everywhere; 0 for none, or for what is no such code.
std::uint16_t currencyNumber(QStringView code);

} // namespace pricewright
