// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ExperimentCommands.h"

namespace pricewright {
namespace {

std::vector<Option> planOptions() {
  return {{"plan", "F.json", "the plan as JSON; what else is typed goes over it"},
          {"sku", "CODE", "whose price is tested; may repeat"},
          {"model", "VERSION",
           "or a version of the model that decides the prices in its zones cycle by cycle; products then stand for "
           "their categories, and none said are all"},
          {"count", "CODE",
           "what buyers turn to and is counted with them; may repeat. The rest of the category if left out"},
          {"in", "ZONE", "a price zone that takes part; may repeat. All that sell them if left out"},
          {"price", "SKU=PRICE", "the new price; may repeat"},
          {"change", "P", "or by how much all of them change, in percent"},
          {"design", "D", "clusters (price zones), pairs, switchback or visitors; what is advised if left out"},
          {"metric", "M", "profit, revenue, units or conversion; profit if left out"},
          {"guard", "METRIC=P", "must not fall by more; may repeat"},
          {"sales-from", "FROM",
           "visitors: where it is told what they bought: events (the shop's files, if left out) or orders (those kept "
           "here)"},
          {"days", "N", "how long; 28 if left out"},
          {"longest", "N", "how far it may be extended; half as long again if left out"},
          {"find", "P", "the least lift that it must be able to find; 5 if left out"},
          {"harm", "P", "certainly worse than this stops it at once; 10 if left out"},
          {"ramp", "20,100", "percent of those that get the new price, step by step"},
          {"ramp-days", "N", "each step but the last; 7 if left out"},
          {"seed", "N", "of who gets which price"},
          {"why", "TEXT", "the hypothesis"}};
}

std::vector<Option> panelOptions() {
  return {{"unit", "COLUMN", "who: a region, a store"},
          {"time", "COLUMN", "the day"},
          {"value", "COLUMN", "what the unit brought on that day"},
          {"treated", "COLUMN[=VALUE]", "who got the treatment; where it says 1 if no value is named"},
          {"start", "DAY", "the test's first day"},
          {"test", "COLUMN[=VALUE]", "or which rows are of the test"},
          {"period", "DAYS", "days that are added up; 1 if left out"},
          {"design", "D", "cluster (the usual), or switchback: then who is treated changes with time"},
          {"block", "N", "switchback: periods between two switches"},
          {"washout", "N", "switchback: periods at a block's start that are left out"},
          {"together", "", "switchback: all units switch at once"},
          {"looks", "N", "evenly spread over the test; 1 if left out"},
          {"before", "HOW", "regression (the usual), difference or none: what the time before the test is used for"},
          {"logarithm", "", "by ratios of positive values"},
          {"margin", "PERCENT", "a lift within this does not matter"},
          {"redraws", "N", "1999 if left out"},
          {"seed", "N", "of the redraws; 1 if left out"}};
}

} // namespace

std::vector<Command> experimentCommands() {
  return {
      {"experiment design", "NAME", 1, 1, "a price test as a draft, or a draft changed", planOptions(),
       runExperimentDesign},
      {"experiment preview",
       "NAME",
       1,
       1,
       "what a draft would come to if it started now: who gets which price, what limits say, what it collides with",
       {},
       runExperimentPreview},
      {"experiment start",
       "NAME",
       1,
       1,
       "registers the plan for good and proposes its first prices in the queue",
       {},
       runExperimentStart},
      {"experiment status", "[NAME]", 0, 1, "all tests, or one with its looks", {}, runExperimentStatus},
      {"experiment check",
       "",
       0,
       0,
       "one round of the test manager: looks at all tests and acts",
       {},
       runExperimentCheck},
      {"experiment stop",
       "NAME",
       1,
       1,
       "ends a test; its prices go back at once",
       {{"reason", "TEXT", "why"}},
       runExperimentStop},
      {"experiment roll-out",
       "NAME",
       1,
       1,
       "proposes a decided test's price for all that still have the old one; of a test of models, the challenger "
       "becomes the champion",
       {},
       runExperimentRollOut},
      {"experiment extend",
       "NAME",
       1,
       1,
       "lets a test run on, as far as was registered",
       {{"days", "N", "so many more"}},
       runExperimentExtend},
      {"experiment arm",
       "NAME UNIT…",
       2,
       std::numeric_limits<int>::max(),
       "which price visitors see in a test by visitors",
       {},
       runExperimentArm},
      {"experiment ingest",
       "NAME",
       1,
       1,
       "what the shop tells of a test by visitors; each row counts once",
       {{"exposures", "FILE", "who saw which arm (control, treatment), and when"},
        {"events", "FILE", "orders and refunds"}},
       runExperimentIngest},
      {"experiment panel", "FILE", 1, 1,
       "judges a test on regions or stores in a CSV file, a row a unit and day; no workspace is needed", panelOptions(),
       runExperimentPanel},
      {"experiment remove", "NAME", 1, 1, "removes a draft", {}, runExperimentRemove},
  };
}

} // namespace pricewright
