// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/texts/TextTables.h"

#include <QtGlobal>

namespace pricewright {
namespace {

// Why an experiment's files cannot be judged, or its events not be taken.
#define ROW(code, english) {code, QT_TRANSLATE_NOOP("Texts", english)}
constexpr TextRow kExperimentAnalysisErrors[] = {
    ROW("experiment.no-column", "{path} has no column for {column}. It has: "
                                "{found}. Name the column that is meant."),
    ROW("experiment.bad-rows", "{rows} of the {of} rows of {path} cannot be "
                               "read, the first in line {line}, column "
                               "{column}: \"{value}\". Nothing was analyzed; "
                               "more than one row in a hundred is too many."),
    ROW("experiment.no-rows", "{path} holds no rows that can be read. Nothing was analyzed."),
    ROW("experiment.which-metric", "Say which columns are to be compared. There are: {found}."),
    ROW("experiment.which-currency", "The events are in several currencies: {found}. Say which one counts; "
                                     "the others "
                                     "are left out unless they have a rate."),
    ROW("experiment.no-share", "Nobody has said what share arm {arm} was to get. Name all arms, or none."),
    ROW("experiment.unknown-arm", "There is no arm {arm}. There are: {found}."),
    ROW("experiment.unknown-metric", "There is no metric {metric}. There are conversion, revenue, profit, "
                                     "units, "
                                     "orders, ratios such as revenue/orders, and: {found}."),
    ROW("experiment.mixed-cluster", "Cluster {cluster} has units in two arms, "
                                    "so it was not assigned as a whole. "
                                    "Nothing was analyzed; compare by visitor, "
                                    "or name the cluster that was assigned."),
    ROW("experiment.too-few-clusters", "{clusters} clusters are too few to tell a lift from chance; {needed} "
                                       "are the "
                                       "least, two of them in each arm. Nothing was decided."),
    ROW("experiment.no-switchback", "A switchback is judged from what each unit brought day by day: experiment panel "
                                    "FILE --design switchback --unit REGION --time DAY --value REVENUE --treated ARM "
                                    "--start DAY, with the columns of the file. Nothing was analyzed."),
    ROW("experiment.which-treated",
        "Which value of {column} is the treatment? There are: {found}. Nothing was analyzed; "
        "say it (--treated COLUMN=VALUE)."),
    ROW("experiment.panel-too-long",
        "From {first} to {last} are {periods} periods, and {most} are the most: one of the days is likely mistyped. "
        "Nothing was analyzed; look at the first and the last day, or take longer periods (--period)."),
    ROW("experiment.panel-too-large", "{units} units of {periods} periods are more figures than {most}. Nothing was "
                                      "analyzed; look at the column of the units, or take longer periods (--period)."),
    ROW("experiment.in-two-arms", "{count} units were shown both prices and count in no arm."),
    ROW("experiment.rows-left-out", "{count} rows of {file} hold something that cannot be read, or a figure that is "
                                    "too large, and count for nothing. The first: line {line}, {column} \"{value}\"."),
    ROW("experiment.events-outside", "All {count} events are from before their unit was shown a price, or after its "
                                     "window: none counts. Look at the times of both files and at the window."),
    ROW("experiment.events-unmatched",
        "{count} of the {all} events are of units without exposure and count for nothing. Where these were shown a "
        "price, their ids are written otherwise than in the exposures."),
    ROW("experiment.no-id-matches",
        "None of the {all} events is of a unit that was shown a price: no id matches (\"{event}\" among the events, "
        "\"{exposed}\" among the exposures). Nothing can be said; look at the columns of the units, and at how their "
        "ids are written."),
    ROW("experiment.refunds-beyond", "{count} orders had more given back than was paid for them, which takes revenue "
                                     "from what their unit paid otherwise. Look at them before believing the figures."),
    ROW("experiment.too-large", "{count} events hold a figure that is too large to be one and count for nothing."),
    ROW("experiment.look-elsewhere",
        "The last look is said to be at {said} % of the planned units, and {seen} % are there. Nothing was decided; "
        "say the share that is there as the last of the looks."),
    ROW("experiment.looks-unplanned", "Looks are shares of the planned units, and nobody said how many these are. "
                                      "Nothing was decided; say it (--planned-units)."),
    ROW("experiment.segments-shared-out", "The arms have other shares from segment to segment (p {p}); as each is "
                                          "compared by itself, that moves no lift."),
    ROW("experiment.strata-set-aside", "Too few units of an arm are in the segments {segments}: their {units} units "
                                       "are in no lift."),
    ROW("experiment.strata-too-small",
        "Too few units of an arm are in the segments {segments}: {units} of all {of} units would be left out. Nothing "
        "was compared; take larger segments, or compare without them."),
    ROW("experiment.stratum-alike",
        "Every unit of an arm did the same in the segment \"{segment}\", so chance cannot be judged there. Nothing was "
        "compared; put it together with another segment, or compare without them."),
    ROW("experiment.segments-differ", "The lift of {metric} in {arm} differs from segment to segment (p {p}): look at "
                                      "each before taking the one of all."),
    ROW("experiment.stratify-what", "To compare within segments, name their column (--segment). Nothing was analyzed."),
    ROW("experiment.stratified-clusters", "Clusters are compared as a whole, and not within segments. Nothing was "
                                          "analyzed; leave --stratify out."),
    ROW("experiment.refunds-wait", "{count} refunds are of orders that have not come, and wait for them."),
    ROW("experiment.dated-wrongly", "{count} rows are dated in the future or before 2000 and count for nothing."),
    ROW("experiment.unit-rows", "{count} rows are of units that were there already: the first row of each counts. A "
                                "file with a row for each metric of a unit must be made one with a column for each."),
    ROW("experiment.days-only", "{count} events tell a day and no time: each counts at the end of its day, so one of "
                                "the day of the exposure counts as well."),
    ROW("experiment.same-order-twice", "{count} rows repeat a row of their order word for word: each counts once. "
                                       "Where they are lines of their own, an id of events tells "
                                       "(--event-id-column)."),
    ROW("experiment.orders-differ", "{count} orders have several rows that differ: they are taken for lines of one "
                                    "order and added up. Where the later one corrects the earlier, the revenue is too "
                                    "high."),
    ROW("experiment.ids-differ",
        "{count} rows have the id of an event that was there with other contents: the first of each counts."),
    ROW("experiment.one-unit-decides", "One unit of {arm} brings {percent} % of all {metric} of its arm ({value}): see "
                                       "what is left with the largest values cut before believing the mean."),
    ROW("experiment.one-unit-before-the-cut", "One unit of {arm} brings {percent} % of all {metric} of its arm "
                                              "({value}) before the largest values are cut."),
    ROW("experiment.one-reward-decides", "One reward of {arm} is {percent} % of all that its arm brought ({value}): "
                                         "chances and shares follow it. Look whether it is one before taking them."),
    ROW("experiment.too-few-redraws", "{redraws} redraws of so few clusters cannot decide one of {comparisons} "
                                      "comparisons by itself, whatever they show; {needed} are needed at least."),
    ROW("experiment.unknown-probabilities",
        "With what probability each arm would have been drawn cannot be told for line {row}: those of all arms "
        "must "
        "add up to 1. Have the log tell each arm's own in a column p_ARM. Nothing was analyzed."),
    ROW("experiment.too-many-names", "A column holds more than {most} different names, {name} among them. "
                                     "Is it the "
                                     "right column? Nothing was analyzed."),
    ROW("experiment.unknown-test", "These events belong to a test that is not "
                                   "known here. Nothing was taken in."),
    ROW("experiment.assignment-changed", "A running test may let more units in, and nothing else: its {what} "
                                         "would change, and units would see another "
                                         "price than before. Nothing was changed."),
    ROW("testevents.forget-future", "{before} is still to come: events that arrive until then would be turned away. "
                                    "Nothing was forgotten."),
    ROW("experiment.still-needed", "Events from before {before} cannot be forgotten yet: a test under way or its "
                                   "cool-off is read from them. {earliest} is the latest day that may be said. "
                                   "Nothing was changed."),
};
// Remarks, and entries of the journal.
constexpr TextRow kExperimentAnalysisCodes[] = {
    ROW("sample-ratio", "not to be trusted: the arms did not get the shares that were planned"),
    ROW("contamination", "not to be trusted: too many units were seen in two arms"),
    ROW("foreign-currency", "not to be trusted: too many events are in a currency without a rate"),
    ROW("segment-ratio",
        "not to be trusted: the arms have other shares from segment to segment, so the segments decide "
        "what is seen; compare within them (--stratify)"),
    ROW("unmatched-events", "not to be trusted: events are of units without exposure, and an arm lacks them"),
    ROW("control-guessed", "which arm is the control was guessed"),
    ROW("draws-not-as-logged", "not to be trusted: the arms were not drawn with the probabilities that were logged"),
    ROW("burning-in", "equal shares for now: too few exposures of an arm, or none that brought anything"),
    ROW("units-repeat", "some units are there more than once: the first row of each counts"),
    ROW("few-clusters", "few clusters: what decides is the p of the redraws"),
    ROW("few-ways", "nothing can be decided now, whatever it shows: so few clusters can be dealt out in too few ways "
                    "for so many comparisons and looks"),
    ROW("rows-repeat",
        "many rows of events are there twice, word for word, and count twice; where they are one, an id of "
        "events tells (--event-id-column)"),
    ROW("no-times", "no times: every event of a unit counts"),
    ROW("no-planned-end", "nothing is decided: to decide at the planned end, say how many units are planned"),
    ROW("testevents.allocated", "shares of a test's prices follow what was bought"),
    ROW("testevents.drawn", "visitors drawn for a price"),
    ROW("testevents.stored", "test events stored"),
    ROW("testevents.forgotten", "old test events and draws of visitors forgotten"),
};
#undef ROW

} // namespace

std::span<const TextRow> experimentAnalysisErrors() { return kExperimentAnalysisErrors; }
std::span<const TextRow> experimentAnalysisCodes() { return kExperimentAnalysisCodes; }

} // namespace pricewright
