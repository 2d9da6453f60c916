// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/texts/TextTables.h"

#include <QtGlobal>

namespace pricewright {
namespace {

// Why a design cannot be studied, and what is to be known about its answers.
#define ROW(code, english) {code, QT_TRANSLATE_NOOP("Texts", english)}
constexpr TextRow kExperimentStudyTexts[] = {
    ROW("experiment.not-positive", "A ratio of logarithms needs outcomes above 0, and unit {cluster} has one that is "
                                   "not. Nothing was computed; take the relative effect instead."),
    ROW("experiment.short-history",
        "The history has {periods} weeks, and this needs {needed}. Ask for fewer weeks of test or before it."),
    ROW("experiment.no-sales-there",
        "None of these products has been sold in these price zones. Nothing was computed."),
    ROW("experiment.no-such-design",
        "There is no design \"{value}\". There are: visitors, clusters, switchback, pairs."),
    ROW("experiment.no-such-metric", "There is no metric \"{value}\" to be had from sales. There are: profit, revenue, "
                                     "units."),
    ROW("experiment.given-incomplete", "To plan from given figures, {missing} is needed as well."),
    ROW("experiment.share-or-mean",
        "A unit buys or does not (--share), or brings more or less (--mean and --sd): give one of the two."),
    ROW("experiment.visitors-need-figures",
        "Sales do not tell who visited: a test on visitors is planned from --share, or "
        "--mean and --sd, with --units-a-day."),
    ROW("experiment.no-washout",
        "No week is left out after a switch: what buyers stock up on or put off counts twice."),
    ROW("experiment.few-clusters-warning", "There are few clusters: the result holds for them, and hardly beyond."),
    ROW("experiment.few-ways-to-decide",
        "{clusters} clusters can be dealt out in so few ways that their p never falls below {least} %, and {level} % "
        "decides. No such test was planned; take more clusters, or one look at the end."),
    ROW("experiment.clusters-not-adjusted", "Clusters are compared without what was known of them before, so --cuped "
                                            "makes their test no shorter. Read the plan without it."),
    ROW("experiment.coarse", "There are so few ways to draw the prices that early looks can hardly decide anything."),
};
#undef ROW

} // namespace

std::span<const TextRow> experimentStudyErrors() { return kExperimentStudyTexts; }

} // namespace pricewright
