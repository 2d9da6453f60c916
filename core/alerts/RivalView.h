// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "alerts/RivalTape.h"

namespace pricewright {

// The tape as it was known at a moment: nothing that is seen later exists. It is moved forward, never back, and each
// step costs what was seen in it. Equal observations in a row, without a gap longer than their freshness, are one run.
// What it answers depends only on what was seen within `reach` before now.
class RivalView {
 public:
  struct Run {
    Instant from{}, last{};                          // first and newest observation
    qint64 price = 0, delivered = 0, comparable = 0; // micros, as on the tape
    qint64 offerNo = 0;                              // of the newest
    int source = 0;
    Currency currency;
    bool inStock = true;
  };
  // What held at a moment, and when that will be another thing if nothing new is seen.
  struct Held {
    const Run* run = nullptr; // null: nothing was known, or it was too old
    Instant changes = Instant::max();
  };
  struct Market {
    std::optional<qint64> median; // of sellers, micros of our currency; none: fewer than two
    int sellers = 0;
    Instant changes = Instant::max();
  };

  RivalView(const RivalTape& tape, Duration reach);
  void advanceTo(Instant t);
  Instant now() const { return m_now; }
  const RivalTape& tape() const { return m_tape; }
  // What is new since the step before, in order. Places: anything. Moved places: another price or stock, or ours.
  // Stands: another price or stock, or seen again after a gap.
  std::span<const int> changedPlaces() const { return m_changed.all; }
  std::span<const int> movedPlaces() const { return m_moved.all; }
  std::span<const int> changedStands() const { return m_changedStands.all; }
  std::span<const int> standsAt(int place) const { return m_standsAt[std::size_t(place)]; } // by key
  std::span<const Run> runs(int stand) const { return m_runs[std::size_t(stand)]; }
  Held heldAt(int stand, Instant t) const;
  Instant holdsUntil(const Run& run) const; // inclusive: from then on it is too old
  std::optional<qint64> oursAt(int place, Instant t) const;
  std::span<const RivalTape::OwnPrice> ours(int place) const { return m_own[std::size_t(place)]; }
  std::optional<Instant> lastOf(int source, int competitorNo) const; // competitor 0: of any
  // The median as market/Reference.h takes it, as of `t`, which may lie before now.
  Market marketAt(int place, Instant t) const;
  // What one competitor's cheapest fresh offer in stock asks, comparable; none: there is none.
  Market lowestOf(int place, int competitorNo) const;
  // How often we and one competitor went below each other in turn, by cutting a price, since then. market/Offer.h's A
  // has no part in it. `changes`: when the first of these is too long ago.
  int undercuts(int place, int competitorNo, Instant since, Instant& changes) const;

 private:
  struct Marked { // a set of numbers
    std::vector<char> is;
    std::vector<int> all;
    void add(int no) {
      if (std::exchange(is[std::size_t(no)], 1) == 0)
        all.push_back(no);
    }
    void clear();
  };
  void take(const RivalTape::Sight& sight);

  const RivalTape& m_tape;
  Duration m_reach;
  Instant m_now = Instant::min();
  std::size_t m_nextSight = 0, m_nextOwn = 0;
  std::vector<Duration> m_hold; // by source
  std::vector<std::vector<int>> m_standsAt;
  std::vector<std::vector<Run>> m_runs;
  std::vector<std::vector<RivalTape::OwnPrice>> m_own;
  Marked m_changed, m_moved, m_changedStands;
  struct Ends { // of a stand, small
    int place = 0, rival = 0;
  };
  std::vector<Ends> m_ends;
  std::vector<int> m_rivals;     // competitors, by number
  std::vector<Instant> m_lastOf; // by source, then rival
};

} // namespace pricewright
