// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/texts/TextTables.h"

#include <QtGlobal>

namespace pricewright {
namespace {

// Why an experiment's figures cannot be told.
#define ROW(code, english) {code, QT_TRANSLATE_NOOP("Texts", english)}
constexpr TextRow kExperimentErrors[] = {
    ROW("experiment.no-exposure",
        "Nobody has seen one of the prices yet, so nothing can be compared. Nothing was decided."),
    ROW("experiment.too-few-units", "There are too few units for this: {units}, where {needed} are needed. Nothing was "
                                    "decided; let the test run on."),
    ROW("experiment.too-many-units",
        "More units than this can be computed with to enough digits. Nothing was decided."),
    ROW("experiment.no-variance",
        "Every unit of an arm did the same, so chance cannot be judged. Nothing was decided; let the test run on."),
    ROW("experiment.no-baseline",
        "The mean to compare with is 0, so there is no relative lift. Look at the absolute one."),
    ROW("experiment.noisy-baseline", "The mean to compare with is so little known that it may be 0, so there is no "
                                     "relative lift yet. Look at the difference, or let the test run on."),
    ROW("experiment.not-finite",
        "The figures of the test hold something that is not a number, or is infinite. Nothing was decided."),
    ROW("experiment.bad-counts", "These counts or sums belong to no data: one is negative, or more succeeded than "
                                 "there were. Nothing was decided; check where they come from."),
    ROW("experiment.bad-shape",
        "The arms do not fit together, or there are too few or too many of them. Nothing was decided."),
    ROW("experiment.bad-level",
        "A level, power or share must lie between 0 and 1 (between 0 and 100 where it is in percent), and power above "
        "the level. Nothing was computed."),
    ROW("experiment.share-beyond", "A share of {share} % with a lift of {lift} % would be {treated} %, and no share "
                                   "is above 100 % or below 0. Nothing was computed; plan for a smaller lift."),
    ROW("experiment.bad-share",
        "The shares of the arms do not add up, or the least share is too large for so many arms. Nothing was changed."),
    ROW("experiment.bad-prior", "This belief to start from is none: its figures must be at least 0.1, its spread "
                                "positive. Nothing was computed."),
    ROW("experiment.bad-setting", "{setting} is out of its range. Nothing was computed."),
    ROW("experiment.no-effect", "A test for no difference at all cannot be planned: name the lift that it is to find."),
    ROW("experiment.out-of-reach",
        "No number of units that can be had finds this. Plan for a larger lift, or for less power."),
};
#undef ROW

} // namespace

std::span<const TextRow> experimentErrors() { return kExperimentErrors; }

} // namespace pricewright
