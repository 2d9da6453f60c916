// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/Workspace.h"

namespace pricewright {

// Did one kind of data land, completely, and when?
struct FeedReadiness {
  enum class State { Missing, Complete, Partial, Stale };
  QString feed; // code: sales, costs, stock, offers, fx
  State state = State::Missing;
  std::optional<Instant> landedAt; // the newest import of it that was not undone
  std::optional<Day> through;      // the last day that the data cover
  qint64 rows = 0, rejected = 0;   // of that import
  int covered = 0, expected = 0;   // prices that have such data; offers: sources that are fresh
  QStringList late;                // sources that are not, by name
  Duration limit{};                // older than this is stale
};

// Something that waits for a person.
struct TodayNeed {
  // cycle-halted, waiting, blocked, held-by-test, failed-release, release-due, sources-stale, offers-doubtful, alerts,
  // pages-failing, matches, costs-missing, costs-coming, rows-rejected, tests-decided, tests-paused
  QString what;
  int count = 0;
  double stake = 0;            // per week, in the workspace's currency; waiting only
  std::optional<Instant> when; // the oldest expires / goes out / takes effect / landed
  QString example;             // the commonest reason's code, a source's, file's or test's name, what halted the cycle
  bool operator==(const TodayNeed&) const = default;
};

// A price that another one took the place of.
struct PriceMove {
  QString sku, product, zone;
  Money from, to;
  Instant at{};
  bool ours = true;
  QString by; // ours: code of the origin (decision, manual, import, rollback); theirs: the seller
  int changeBp() const;
};
struct PriceMoves {
  int up = 0, down = 0;           // prices, not moves
  std::vector<PriceMove> largest; // by size of the relative change, few
};

struct TodaySnapshot {
  QString workspaceName;
  Currency currency; // of the stake
  Instant now{};
  bool asOf = false;                  // the workspace stands at a date of its own
  std::optional<Instant> nextRelease; // of what is approved
  std::vector<FeedReadiness> feeds;   // in the order of the codes above; fx only where currencies differ
  std::vector<TodayNeed> needs;       // the most urgent first; nothing with a count of 0
  std::vector<CycleReport> cycles;    // newest first
  PriceMoves ours, theirs;            // of the last 24 hours
  int prices = 0;                     // listings
};

// Counts and summaries: no case is opened. Also beside a writer. A few tens of milliseconds for 10,000 prices.
Result<TodaySnapshot> todayView(Workspace& workspace);

} // namespace pricewright
