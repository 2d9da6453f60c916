// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ExperimentStudyCommands.h"

namespace pricewright {
namespace {

std::vector<Option> studyOptions(std::initializer_list<Option> more) {
  std::vector<Option> options{
      {"design", "D",
       "needed: visitors (power, from figures alone), clusters (price zones), switchback or pairs (of products)"},
      {"metric", "M", "profit, revenue or units; profit if left out"},
      {"sku", "CODE", "whose sales count; may repeat. All if left out"},
      {"category", "CODE", "all products of this category"},
      {"zone", "CODE", "a price zone that takes part; may repeat. All if left out"},
      {"before", "N", "weeks before the test that are used; 26 if left out, or a third of what there is"},
      {"strata", "N", "clusters: drawn within so many alike, 2 for pairs; over all if left out"},
      {"block", "N", "switchback: weeks a block; 2 if left out"},
      {"washout", "N", "switchback: weeks left out after each switch; 1 if left out"},
      {"together", "", "switchback: all zones switch at once"},
      {"splits", "N", "how often the design is tried; power: 200, aa: 1000 if left out"},
      {"alpha", "P", "false positives allowed, in percent; 5 if left out"},
      {"seed", "N", "of the draws; 1 if left out"}};
  options.insert(options.end(), more);
  return options;
}

} // namespace

std::vector<Command> experimentStudyCommands() {
  return {
      {"experiment power", "", 0, 0,
       "how many units and how long a test takes, and the least lift that it finds: from own sales, or from figures",
       studyOptions(
           {{"weeks", "4,8,…", "lengths of the test to try; 4, 8, 13 and 26 if left out"},
            {"power", "P", "chance to find it, in percent; 80 if left out"},
            {"share", "P", "visitors: how many of a hundred buy"},
            {"mean", "X", "visitors, or clusters from figures: a unit's mean"},
            {"sd", "X", "and its standard deviation"},
            {"below-mean", "X",
             "of a ratio, such as revenue per visit of visitors: the mean of what stands below the line; --mean "
             "and --sd are of what stands above it"},
            {"below-sd", "X", "and its standard deviation"},
            {"correlation", "R", "of the two, unit by unit; 0 if left out"},
            {"units-a-day", "N", "of all arms together"},
            {"effect", "P", "the relative lift to be found, in percent; 5 if left out"},
            {"cuped", "R", "correlation of a unit's figure with the same before the test"},
            {"ratio", "X", "units of the new price for each of the old; 1 if left out"},
            {"clusters", "N", "from figures: how many"},
            {"icc", "X", "from figures: intraclass correlation; 0.05 if left out"},
            {"size-variation", "X", "from figures: coefficient of variation of the clusters' sizes"}}),
       runExperimentPower},
      {"experiment aa", "", 0, 0,
       "a design tried on own sales with no effect put in, and with 5 and 10 percent: what it finds",
       studyOptions({{"weeks", "N", "of the test; 13 if left out"}}), runExperimentAa},
  };
}

} // namespace pricewright
