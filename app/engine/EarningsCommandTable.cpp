// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "EarningsCommands.h"

namespace pricewright {
namespace {

std::vector<Option> periodOptions(std::initializer_list<Option> more) {
  std::vector<Option> options{{"weeks", "N", "1 to 52, or ytd: the year to date; 13 if left out"},
                              {"against", "WHAT", "previous: the weeks before, or last-year; previous if left out"},
                              {"currency", "CODE", "of the report; the workspace's if left out"}};
  options.insert(options.end(), more);
  options.push_back({"out", "FILE.csv", "where the rows go, to the last millionth"});
  return options;
}

} // namespace

std::vector<Command> earningsCommands() {
  return {{"revenue bridge", "", 0, 0,
           "why revenue changed: price, volume, mix, currency, new and gone products; adds up exactly",
           periodOptions({{"by", "WHAT", "rows by category, sku or zone; category if left out"},
                          {"profit", "", "the same of gross profit, with cost as a part"}}),
           runRevenueBridge},
          {"revenue margin", "", 0, 0, "margin realized against the margin at the prices that were set, with interval",
           periodOptions({{"by", "WHAT", "rows by category, sku or zone; category if left out"}}), runRevenueMargin},
          {"revenue scores",
           "",
           0,
           0,
           "what published prices brought against what was predicted, and how far predictions can be believed",
           {{"by", "WHAT", "rows by sku, category, analyst, model or rule; each decision if left out"},
            {"most", "N", "at most so many decisions are told; 1000 if left out"},
            {"out", "FILE.csv", "where the rows go, all of them"}},
           runRevenueScores},
          {"revenue lift",
           "RESULTS.csv",
           1,
           1,
           "lifts of tests added up by their precision, and without the luck of winners",
           {{"by", "WHAT", "rows by test, category or period; category if left out"}},
           runRevenueLift}};
}

} // namespace pricewright
