// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/texts/TextTables.h"

#include <QtGlobal>

namespace pricewright {
namespace {

#define ROW(code, english) {code, QT_TRANSLATE_NOOP("Texts", english)}
// Why it cannot be told what was earned.
constexpr TextRow kEarningsErrors[] = {
    ROW("earnings.no-rate", "There is no exchange rate for {currency} in one of the periods. Nothing was computed; "
                            "import rates, or choose other weeks."),
    ROW("earnings.bad-rate", "The exchange rate of {currency} is not positive. Nothing was computed; import it again."),
    ROW("earnings.no-currency", "An amount has no currency. Nothing was computed."),
    ROW("earnings.row-twice", "Price number {row} stands there twice. Nothing was computed."),
    ROW("earnings.out-of-range", "An amount is larger than the program can add up exactly. Nothing was computed; look "
                                 "for prices, units or costs that slipped by a factor."),
    ROW("earnings.bad-shape", "The figures do not belong together. Nothing was computed."),
    ROW("earnings.not-finite",
        "The figures hold something that is not a number, or is infinite. Nothing was computed."),
    ROW("earnings.bad-standard-error", "A standard error must be a positive number: without it nobody can say how sure "
                                       "a figure is. Nothing was computed."),
    ROW("earnings.bad-weight", "The weight of {test} is not a number from 0 up. Nothing was computed."),
    ROW("earnings.test-twice",
        "The test {test} stands there twice for the same category and period. Nothing was computed."),
    ROW("earnings.bad-rule", "The rule for earned bands contradicts itself. Nothing was changed."),
    ROW("earnings.bad-weeks", "{weeks} weeks cannot be shown: take 1 to 52, or the year to date."),
    ROW("earnings.bad-results",
        "Line {line} of the results cannot be read: {what}. Nothing was computed; columns are test, category, period, "
        "lift and standard_error, and if you like weight and rolled_out."),
};
// A few words.
constexpr TextRow kEarningsCodes[] = {
    ROW("earned", "earned"),
    ROW("not-yet", "not yet"),
    ROW("taken-away", "taken away"),
    ROW("holds", "calibrated, and right"),
    ROW("too-few", "too few scored prices"),
    ROW("too-few-told", "too few effects that can be told from zero"),
    ROW("untried", "only tried with smaller changes"),
    ROW("uncovered", "too many outcomes outside the interval"),
    ROW("wrong-sign", "wrong too often about up or down"),
    ROW("loses", "its changes lost money"),
    ROW("too-few-weeks", "too few different weeks"),
    ROW("unproven", "not certain to earn more than no change"),
    ROW("no-limit", "the guardrails let no change through"),
    ROW("scored", "scored"),
    ROW("waiting", "too early"),
    ROW("no-comparable", "nothing untouched to compare with"),
    ROW("not-charged", "not charged at the tills"),
    ROW("no-prediction", "nothing was predicted"),
};
#undef ROW

} // namespace

std::span<const TextRow> earningsErrors() { return kEarningsErrors; }
std::span<const TextRow> earningsCodes() { return kEarningsCodes; }

} // namespace pricewright
