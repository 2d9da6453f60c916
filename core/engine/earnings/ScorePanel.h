// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "earnings/PriceScore.h"
#include "engine/earnings/EarningsLedger.h"

namespace pricewright {

// Which weeks a published price is judged by, and with what it is compared.
struct ScoreWindow {
  PriceToScore wish;         // without predictions
  bool sharesBuyers = false; // see ScoreRow
  int endDay = 0;            // the day after the last week that counts
};

// The weeks around published prices, side by side, oldest week first, of every price of the categories that they lie
// in.
class ScorePanel {
 public:
  static constexpr int kMostBefore = 26, kMostAfter = 13; // weeks
  // `weeks` back from the end of the sales; `categories` by number. Those of EarningsLedger
  static Result<ScorePanel> read(EarningsLedger& ledger, int weeks, const std::vector<bool>& categories,
                                 const JobContext& job);
  const WeekPanel& panel() const { return m_panel; }
  // A price that was published by a decision, from the ledger's prices of the listing. None: not in the panel.
  std::optional<ScoreWindow> windowOf(std::size_t listing, std::size_t price, Money before) const;

 private:
  int firstDay(int week) const { return m_end - 7 * (int(m_panel.weeks) - week); }
  int weekFrom(int day) const; // the first week that begins on that day or later
  std::optional<double> meanPrice(int row, int from, int until) const;
  bool untouched(int row, const PriceToScore& w) const;
  void findComparables(std::size_t listing, ScoreWindow& out) const;

  const EarningsLedger* m_ledger = nullptr;
  int m_end = 0;
  WeekPanel m_panel;
  std::vector<int> m_rows;                   // of each listing; −1: none
  std::vector<std::size_t> m_listings;       // of each row
  std::map<int, std::vector<int>> m_members; // rows by category
};

} // namespace pricewright
