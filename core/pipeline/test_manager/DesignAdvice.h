// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "decision/ExperimentPlan.h"

namespace pricewright {

// What of the workspace a design depends on.
struct TestFacts {
  struct Item {
    QString sku, category;
    bool storable = true;
  };
  std::vector<Item> tested;   // the plan's products
  int zones = 0;              // that take part
  bool visitorPrices = false; // the workspace lets visitors see different prices
};

// Why a design is not to be had for these products; none: it may be run.
//   experiment.few-clusters (clusters, needed)      too few zones; pairs: too few products
//   experiment.substitutes-apart (sku, other)       pairs: two products of one category in different arms: what one
//                                                   loses the other gains, and the difference is up to twice the effect
//   experiment.storable-switchback (sku)            buyers of what keeps wait for the cheap block
//   experiment.visitor-prices-off                   consumers are not shown different prices, see the setting
std::optional<Error> whyNot(TestDesign design, const TestFacts& facts, bool storableAllowed);

struct DesignAdvice {
  std::optional<TestDesign> design; // none: nothing can be told apart here
  QString reason;                   // code
  std::vector<std::pair<TestDesign, Error>> refused;
};
// Zones before pairs, pairs before blocks, blocks before visitors: the fewer buyers see both prices, the less one arm
// spoils the other.
DesignAdvice adviseDesign(const TestFacts& facts);

enum class CollisionKind { Test, CoolOff, Promotion, PendingPrice, ScheduledPrice };
QString collisionKindName(CollisionKind k); // "test", "cool-off" …
// Something else that moves the same prices or the same buyers while the test runs.
struct TestCollision {
  CollisionKind kind = CollisionKind::Test;
  QString sku, zone;
  QString what; // the other test, the promotion's days, the price
  // Two tests on one price, or a price that is about to change: the test cannot start. A promotion is a warning where
  // both arms get it.
  bool forbids = true;
};

} // namespace pricewright
