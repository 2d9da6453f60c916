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
    ROW("experiment.in-two-arms", "{count} units were shown both prices and count in no arm."),
    ROW("experiment.rows-left-out", "{count} rows of {file} could not be read and count for nothing. The first: line "
                                    "{line}, {column} \"{value}\"."),
    ROW("experiment.events-outside", "All {count} events are from before their unit was shown a price, or after its "
                                     "window: none counts. Look at the times of both files and at the window."),
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
