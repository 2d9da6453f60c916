// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/texts/TextTables.h"

#include <QtGlobal>

namespace pricewright {
namespace {

// What people plan and keep by hand: promotions, products, schedules, targets.
#define ROW(code, english) {code, QT_TRANSLATE_NOOP("Texts", english)}
constexpr TextRow kPlanTexts[] = {
    // Why a promotion cannot be planned so
    ROW("promotion.taken", "A promotion of this kind begins on {day} already. Nothing was planned."),
    ROW("promotion.gone", "This promotion is no longer in the calendar. Nothing was changed."),
    ROW("promotion.over", "This promotion is over: what was is not changed. Nothing was changed."),
    ROW("promotion.begun", "This promotion has begun: its first day and its price stay. Its last day can be moved, or "
                           "it can be ended."),
    ROW("promotion.nothing", "No price was chosen, so nothing was planned."),
    ROW("promotion.no-such-price", "This product is no longer sold there."),
    ROW("promotion.no-price", "It has no regular price in force, so nothing tells what a reduction would be."),
    ROW("promotion.price-missing", "A price promotion needs a price, or a cut in percent."),
    ROW("promotion.bad-cut", "A cut lies between 1 and 99 percent."),
    ROW("promotion.too-long", "A promotion lasts {days} days at most. A lasting change is a new regular price."),
    ROW("promotion.past", "Its days are over already."),
    ROW("promotion.not-lower", "It is not below the regular price of {price}."),
    ROW("promotion.below-floor", "It lies below the absolute floor of {price}."),
    ROW("promotion.below-map", "It lies below the minimum advertised price of {price}."),
    ROW("promotion.overlaps", "Another promotion of this kind runs there from {from} to {to}."),
    ROW("promotion.below-margin",
        "Its margin of {margin} % lies below the minimum of {least} %: a manager may plan it."),
    // What to know of one that can be planned
    ROW("promotion.below-margin-note", "Its margin of {margin} % lies below the minimum of {least} %; the journal says "
                                       "so."),
    ROW("promotion.no-cost", "Its margin is not known: there is no usable cost."),
    ROW("promotion.no-claim", "No reduction may be announced: {price} was asked within the 30 days before."),
    ROW("promotion.claim-unknown", "What reduction may be announced cannot be told: the prices of the 30 days before "
                                   "are not all known."),
    // Products by hand
    ROW("master.no-zone", "A product is sold in at least one price zone. Nothing was added."),
    ROW("master.on-sale", "{sku} is sold in {zone} already. Nothing was added."),
    ROW("master.bad-gtin", "{gtin} is no GTIN: it has 8, 12, 13 or 14 digits, and the last one is a check digit. "
                           "Nothing was added."),
    ROW("master.price-needs-cost", "A first price needs a cost: without it nobody knows what it earns. Nothing was "
                                   "added."),
    ROW("master.bad-ladder", "\"{text}\" is no ladder. Write a step as 0.05, endings as .99 .49, endings within ten as "
                             "4.99 9.99 /10. The old one holds."),
    ROW("master.bad-price", "This is no price in {currency}, the currency of {zone}. Nothing was added."),
    ROW("master.no-vat", "Prices in {zone} include VAT, and no rate is known there for this VAT class. Nothing was "
                         "added."),
    ROW("master.below-margin", "Its margin of {margin} % lies below the minimum of {least} %: a manager may set it. "
                               "Nothing was added."),
    // Schedules
    ROW("schedule.bad", "\"{text}\" is no schedule. Write times as 06:30 or 6:30 14:00, with days before them where "
                        "it is not every day: mon-fri 06:30. The old one holds."),
    // Estimates and price problems
    ROW("statistics.no-rows", "There are no rows to learn from."),
    ROW("statistics.no-convergence", "This estimate does not settle: the data leave some effect without bounds."),
    ROW("statistics.no-spread", "These counts are no more spread than chance alone makes them, so their extra spread "
                                "cannot be told."),
    ROW("choice.empty-item", "Product {item} has no price to choose from."),
    ROW("problem.objective", "The objective of a problem is \"profit\", \"revenue\", \"units\" or \"weighted\"."),
    ROW("problem.weights", "The objective \"weighted\" needs weights of profit, revenue or units: none below zero, and "
                           "one above."),
    ROW("problem.cost", "A cost is below zero. Give what a unit costs, 0 or more."),
    ROW("problem.max-changes", "max_changes is a whole number, 0 or more."),
    ROW("problem.competitor", "p_competitor is a positive price for each product, or null where none is known; a limit "
                              "against competitors needs at least one."),
    ROW("problem.kvi", "kvi is true or false for each product; a limit of key value items needs at least one."),
    ROW("problem.relation", "Relation {entry} is none: its type is \"le\" (with a, b and a positive factor) or "
                            "\"ge_abs\" (with a, b and delta), and a and b are two products by their places, 0 to "
                            "{last}."),
    ROW("problem.cross",
        "Cross effect {entry} is none: of and from are two products by their places, 0 to {last}, with "
        "an elasticity between -100 and 100."),
    ROW("choice.bad-shape", "The lists of this problem have different lengths."),
    ROW("choice.not-finite", "A value of this problem is not a number, or is infinite."),
    ROW("choice.infeasible", "What all together must reach cannot be reached: {best} is the most there is."),
    ROW("ladder.bad-problem", "Product {product} of this problem lacks a positive price, a positive quantity or a "
                              "ladder of positive prices."),
    ROW("joint.bad-problem", "This problem does not fit together: each product needs positive reference values, a "
                             "ladder and a row and a column of elasticities."),
    ROW("joint.infeasible", "No prices were found that keep all the limits of this problem. These stand against each "
                            "other: {limits}. Nothing was computed."),
    // Targets
    ROW("target.bad-period", "\"{period}\" is no period. Write a month as 2026-11, a quarter as 2026-Q4, a year as "
                             "2026."),
    ROW("target.bad-value", "A revenue target is positive, a margin lies between 0 and 100 %, an index between 0 and "
                            "1000. Nothing was changed."),
    // Plans that bind many prices
    ROW("portfolio.bad-limits",
        "The limit {field} cannot be read as one: numbers are finite, counts not negative, lists as "
        "long as the products. Nothing was computed."),
    ROW("portfolio.too-large", "So many limits over so many prices need too much memory. Nothing was computed. Fewer "
                               "categories, or shorter ladders, can be solved."),
    ROW("optimize.too-short",
        "In {seconds} s no prices were found that keep all limits. Nothing says that there are none: allow more time."),
    ROW("portfolio.infeasible",
        "No prices were found that keep all limits. These stand against each other: {limits}. {limit} should be "
        "{wanted}, and {best} was the nearest to it that the other limits leave. Nothing was computed."),
    // Forecasts
    ROW("forecast.no-history",
        "Nothing was sold up to that day, so nothing can be forecast. Import sales first, or name a "
        "later day."),
    ROW("forecast.short-history", "History is too short to be replayed: 40 weeks are needed before the first week that "
                                  "is forecast. Nothing was computed. Fewer weeks at each origin need less."),
    ROW("forecast.bad-weeks", "{weeks} weeks cannot be forecast: 1 to 104 can."),
    ROW("forecast.no-days",
        "Sales are known by week only, so nothing can be said of single days. Import sales by day or invoice lines, or "
        "forecast by week."),
};
#undef ROW

} // namespace

std::span<const TextRow> planTexts() { return kPlanTexts; }

} // namespace pricewright
