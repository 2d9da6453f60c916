// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/PromotionStore.h"
#include "engine/Workspace.h"

namespace pricewright {

enum class PromotionState { Past, Running, Planned };

// One promotion as the calendar shows it.
struct PromotionRow {
  CalendarPromotion promotion;
  QString sku, product, category, zone;
  QString channel; // "" all
  PromotionState state = PromotionState::Planned;
  Money price;                   // invalid: nobody said
  Money regular;                 // in force now; invalid: none
  std::optional<int> discountBp; // of that regular price
  std::optional<int> marginBp;   // at the promotion's price and the cost in force, net of VAT
  // Sold a week while it ran, and in the eight weeks before without any promotion. A comparison in time, not an effect:
  // nobody knows what would have been sold without it.
  std::optional<double> unitsDuring, unitsBefore;
  int periodsDuring = 0, periodsBefore = 0;
  std::optional<double> upliftPercent() const {
    return unitsDuring && unitsBefore && *unitsBefore > 0 ? std::optional(100 * (*unitsDuring / *unitsBefore - 1))
                                                          : std::nullopt;
  }
};
struct PromotionCalendar {
  Day today{};
  std::vector<PromotionRow> rows; // what runs, then what comes, then what was; each nearest first
  std::vector<Channel> channels;
  std::vector<PriceZone> zones;
  int running = 0, planned = 0;
  bool more = false; // older ones were left out
};
// Everything that runs or is planned, and what ended within so many weeks. Also on a read-only workspace.
Result<PromotionCalendar> promotionCalendar(Workspace& workspace, int weeksBack = 26, int most = 20'000);

// What somebody wants to plan, for many prices at once.
struct PromotionWish {
  std::vector<int> listings; // or, where none is given,
  QString skus, zone;        // what fits these codes (* stands for anything; spaces, commas or lines between them)
  int channelNo = 0;         // 0: all
  Day from{}, to{};          // both of them are days of the promotion
  QString mechanism = QStringLiteral("price");
  std::optional<int> cutPercent; // off the regular price, down to the next price of the ladder; or
  std::optional<Money> price;    // the same price everywhere; or neither, for what is only shown (feature, display)
};
// What becomes of it for one price. Refused where it breaks what binds everybody: promotion.not-lower, .below-floor,
// .below-map, .overlaps, .past, .no-price, .too-long, .no-such-price, and .below-margin for whom the roles do not let
// go below the minimum margin.
struct PromotionCheck {
  int listingNo = 0;
  QString sku, product, zone;
  Money regular, price;
  std::optional<int> discountBp, marginBp;
  std::optional<int> announcedPercent; // Directive 98/6/EC Art. 6a: what may be claimed of the prior price
  std::optional<Error> refusal;
  std::vector<Error> notes; // promotion.below-margin-note, .no-cost, .no-claim, .claim-unknown
};
Result<std::vector<PromotionCheck>> checkPromotions(Workspace& workspace, const PromotionWish& wish,
                                                    const JobContext& job = {});

struct PromotionChange { // enough to put it back
  std::optional<CalendarPromotion> before, after;
};
struct PromotionsPlanned {
  std::vector<PromotionChange> changes;
  std::vector<PromotionCheck> refused;
};
// Plans what may be planned, in one transaction. catalog.not-allowed; promotion.nothing: all were refused (the first
// reason in it).
Result<PromotionsPlanned> planPromotions(Workspace& workspace, const PromotionWish& wish, const JobContext& job = {});
// Other days or another price for one. What has begun keeps its first day and its price; what is over stays as it was:
// promotion.over, .begun, .gone.
Result<PromotionChange> changePromotion(Workspace& workspace, const Id& id, Day from, Day to,
                                        const std::optional<Money>& price);
// What has not begun goes; what runs ends today.
Result<std::vector<PromotionChange>> cancelPromotions(Workspace& workspace, std::span<const Id> ids);
Status undoPromotions(Workspace& workspace, std::span<const PromotionChange> changes); // engine.changed-meanwhile

} // namespace pricewright
