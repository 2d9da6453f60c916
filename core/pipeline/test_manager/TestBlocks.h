// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/Catalog.h"
#include "pipeline/test_manager/ExperimentStore.h"

#include <set>
#include <span>

namespace pricewright {

inline bool isByBlocks(const ExperimentPlan& plan) { return plan.design == TestDesign::Switchback; }

// The unit of a test by blocks: a zone in a block, or a block of all zones together (`zone` is "" then). Blocks are
// counted from 0 here, and named from 1 on: "BERLIN#3", "#3".
QString blockUnit(const QString& zone, int block);

// Why a plan's blocks cannot be run: sales are compared by whole weeks, the first of each block still feel the price
// before, and each zone has each price once in two blocks. none: they can.
//   experiment.block-weeks                   blocks, and what is left out of them, are not whole weeks, or nothing is
//   experiment.block-twos (field, days)      no multiple of two blocks
std::optional<Error> whyNotBlocks(const ExperimentPlan& plan);

// When a test by blocks begins: the first midnight from now on that lies whole weeks after the end of the sales, so
// that its weeks are those of the sales.
Instant firstBlockFrom(Instant now, std::optional<Instant> newestSale);

// Which price each zone has at a time: a function of what was registered, of when it began, and of the time alone.
class BlockCalendar {
 public:
  explicit BlockCalendar(const ExperimentRow& row);

  struct Span {
    Instant from{}, compared{}, until{}; // compared: its washout is over
  };
  [[nodiscard]] int blocks() const { return m_blocks; }
  [[nodiscard]] bool together() const { return m_together; } // all zones switch at once
  [[nodiscard]] const QStringList& zones() const { return m_zones; }
  [[nodiscard]] Span span(int block) const;
  // The block under way; before the first one begins it is the first, after the last there is none.
  [[nodiscard]] std::optional<int> at(Instant now) const;
  [[nodiscard]] bool isTreated(const QString& zone, std::optional<int> block) const; // none: no zone is
  [[nodiscard]] bool anyTreated(int block) const;
  // A look tells something at the end of a block; where all switch together, of two.
  [[nodiscard]] int lookDays() const { return m_blockDays * (m_together ? 2 : 1); }

 private:
  int m_blockDays = 0, m_washoutDays = 0, m_blocks = 0;
  bool m_together = false;
  QStringList m_zones; // in the order of the units
  std::set<QString> m_treated;
  std::optional<Instant> m_from; // none: it has not begun
};

// Whether a listing's regular price in the channel was this one all the time.
bool wasHeld(std::span<const PublishedPrice> history, int channelNo, const Money& price, Instant from, Instant until);

} // namespace pricewright
