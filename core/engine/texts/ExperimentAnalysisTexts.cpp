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
                                    "FILE --design switchback. Nothing was analyzed."),
    ROW("experiment.too-many-names", "A column holds more than {most} different names, {name} among them. "
                                     "Is it the "
                                     "right column? Nothing was analyzed."),
    ROW("experiment.unknown-test", "These events belong to a test that is not "
                                   "known here. Nothing was taken in."),
    ROW("experiment.assignment-changed", "A running test may let more units in, and nothing else: its {what} "
                                         "would change, and units would see another "
                                         "price than before. Nothing was changed."),
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
    ROW("few-clusters", "few clusters: only the redraws are to be relied on"),
    ROW("no-times", "no times: every event of a unit counts"),
    ROW("no-planned-end", "nothing is decided: to decide at the planned end, say how many units are planned"),
    ROW("one-look",
        "the p of clusters holds for one look only, at an end that was planned before the start: it decides "
        "nothing here"),
    ROW("testevents.stored", "test events stored"),
    ROW("testevents.forgotten", "old test events forgotten"),
};
#undef ROW

} // namespace

std::span<const TextRow> experimentAnalysisErrors() { return kExperimentAnalysisErrors; }
std::span<const TextRow> experimentAnalysisCodes() { return kExperimentAnalysisCodes; }

} // namespace pricewright
