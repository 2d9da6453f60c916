// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "market/Offer.h"
#include "money/FxRates.h"

#include <QHash>

namespace pricewright {

// Computes A for one listing from its offers as of `now`; offers observed after `now` do not exist. What is stale, each
// source says. `rates` may be null: offers in other currencies are then excluded. A rounding to six places happens at
// most twice an offer, once for the currency and once for the pack.
CompetitorReference competitorReference(std::span<const Offer> offers, const QHash<int, Source>& sources, Currency into,
                                        const FxRates* rates, Instant now);
// What an offer asks for our content in our currency, delivered: what is compared. None without a rate, or where
// nothing can be compared.
std::optional<Amount> comparablePrice(const Offer& offer, Currency into, const FxRates* rates);
// (a + b) / 2 of the two amounts in the middle, half-even, without overflow. Neither is negative.
qint64 middleAmount(qint64 a, qint64 b);
// The mean of the offers that counted there, rounded half-even; none where the reference is undecidable.
std::optional<Amount> competitorMean(const CompetitorReference& reference, std::span<const Offer> offers, Currency into,
                                     const FxRates* rates);

} // namespace pricewright
