// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ExperimentAnalyzeCommand.h"

namespace pricewright {

std::vector<Command> experimentAnalyzeCommands() {
  return {
      {"experiment analyze",
       "",
       0,
       0,
       "judges an experiment in CSV files, plain or .gz; no workspace is "
       "needed",
       {{"exposures", "FILE", "who saw which arm, and when"},
        {"events", "FILE", "orders, refunds and other events of the same units"},
        {"units", "FILE", "instead of both: every row a unit with its arm and its outcomes"},
        {"metric", "NAME",
         "conversion, revenue, profit, units, orders, a ratio such as "
         "revenue/orders, or an event's "
         "name; with --units a column or a ratio of two; may repeat"},
        {"less-is-better", "NAME", "a metric of which less is better; may repeat"},
        {"design", "NAME",
         "what was assigned: visitor (the usual) or cluster; a switchback is judged by experiment panel FILE --design "
         "switchback"},
        {"arm-column", "NAME", "guessed if left out, like the columns below"},
        {"arms-column", "NAME", "the same"},
        {"unit-column", "NAME", "who"},
        {"time-column", "NAME", "when"},
        {"event-column", "NAME", "of events: what happened"},
        {"value-column", "NAME", "of events: how much money"},
        {"cost-column", "NAME", "of events: what it cost"},
        {"order-column", "NAME", "of events: to which order it belongs"},
        {"event-id-column", "NAME", "of events: by what a repeated event is known"},
        {"cluster-column", "NAME", "--design cluster: the store or region"},
        {"decimal-mark", "CHAR", ". or ,; guessed if left out"},
        {"date-format", "FORMAT", "yyyy-MM-dd, d.M.yyyy, d/m/y, m/d/y …; guessed if left out"},
        {"segment", "COLUMN",
         "of exposures or units: how the lift differs between these, and whether the arms have the same shares in "
         "each"},
        {"stratify", "", "--segment: compare within them, in whatever shares the arms are there"},
        {"covariate", "COLUMN",
         "of units: a figure of before the test, which takes noise off the "
         "means"},
        {"control", "ARM", "guessed if left out"},
        {"shares", "A=50,B=50", "planned; equal if left out"},
        {"window", "DAYS",
         "after its first exposure a unit's events count so long; without end "
         "if left out"},
        {"pre", "DAYS", "events so long before it take noise off"},
        {"winsor", "0.99", "values above this quantile of all arms are cut to it"},
        {"currency", "CODE", "of the test; others are left out"},
        {"rate", "EUR=1.08", "what one of another currency is in the test's own; may repeat"},
        {"planned-units", "N", "of all arms together; horizon and planned-looks need it"},
        {"tuned-at", "N",
         "units of two arms at which the sequence is narrowest; 3/4 of the "
         "planned ones if left out"},
        {"alpha", "0.05", "chance to err"},
        {"decide", "HOW", "any-look (the usual), horizon, or planned-looks"},
        {"looks", "0.25,0.5,1",
         "planned-looks: shares of the planned units at the looks so far, this "
         "one last: it must be what is there"},
        {"spending", "NAME", "planned-looks: obrien-fleming (the usual) or pocock"},
        {"margin", "PERCENT", "a relative lift within this does not matter: equivalence"},
        {"effect", "PERCENT",
         "the smallest relative lift that is looked for: futile once the interval excludes it, or, before the planned "
         "end, once the chance to find it there falls below 10 %"},
        {"adjust", "NAME", "over metrics and arms: holm (the usual), benjamini-hochberg or none"},
        {"prior", "PERCENT",
         "standard deviation of the relative lifts that are believed in "
         "before; flat if left out"},
        {"redraws", "N", "--design cluster: as many as the comparisons need, and 9999 at the least, if left out"},
        {"seed", "N", "of the redraws; 1 if left out"}},
       runExperimentAnalyze},
      {"experiment bandit",
       "FILE",
       1,
       1,
       "a bandit's log, a row an exposure with its arm and that arm's probability: what each arm is worth, corrected "
       "for "
       "having followed the winner, and the shares from now on (Thompson sampling); no workspace is needed",
       {{"reward", "COLUMN", "needed: what the exposure brought, 0 where nothing"},
        {"probability-column", "NAME",
         "with which the arm was drawn; guessed if left out. Those of all arms may stand in p_ARM"},
        {"arm-column", "NAME", "guessed if left out, like those below"},
        {"unit-column", "NAME", "who; the first row of each counts"},
        {"time-column", "NAME", "when; else the rows are in order"},
        {"decimal-mark", "CHAR", ". or ,; guessed if left out"},
        {"date-format", "FORMAT", "yyyy-MM-dd, d.M.yyyy, d/m/y, m/d/y …; guessed if left out"},
        {"worth", "ARM=X", "of one reward in this arm, such as its price; 1 if left out; may repeat"},
        {"control", "ARM", "guessed if left out"},
        {"floor", "PERCENT", "the least share of each arm; 10 if left out"},
        {"burn-in", "N", "exposures of each arm before it follows what they brought; 1000 if left out"},
        {"alpha", "0.05", "chance to err"},
        {"tuned-at", "N", "exposures at which the interval for any look is narrowest; 5000 if left out"}},
       runExperimentBandit},
  };
}

} // namespace pricewright
