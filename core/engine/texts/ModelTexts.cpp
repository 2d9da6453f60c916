// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/texts/TextTables.h"

#include <QtGlobal>

namespace pricewright {
namespace {

// The registry of models, the feature store and the watch over drift.
#define ROW(code, english) {code, QT_TRANSLATE_NOOP("Texts", english)}
constexpr TextRow kModelErrors[] = {
    ROW("model.unknown.name",
        "There is no model \"{model}\". There are: elasticity_estimator, demand_forecaster, price_optimizer. "
        "Nothing was changed."),
    ROW("model.unknown", "There is no {model} {version}. Nothing was changed."),
    ROW("model.bad-version", "\"{version}\" is no version: three numbers as in 1.2.0. Nothing was added."),
    ROW("model.taken", "{model} {version} is there already. Nothing was added."),
    ROW("model.not-newer", "{version} does not follow on {newest}, the newest version. Nothing was added."),
    ROW("model.unknown-parameter", "{model} has no parameter \"{parameter}\". Nothing was added."),
    ROW("model.bad-parameter", "{parameter} lies between {least} and {most}. Nothing was added."),
    ROW("model.not-a-pair", "\"{text}\" is no parameter: write what a version sets as name=value. Nothing was added."),
    ROW("model.is-champion", "{model} {version} is the champion already. Nothing was changed."),
    ROW("model.nothing-before", "Nothing stood before {model} {version}, so nothing can be gone back to."),
    ROW("model.untried", "{model} {version} has not been compared with the champion yet: do that first. Nothing was "
                         "changed."),
    ROW("model.nothing-learnt",
        "{model} has nothing to learn from: no sales lie in the weeks that it looks at. It was not "
        "compared."),
    ROW("model.reason-missing", "A new champion needs a reason: it stands in the journal. Nothing was changed."),
    ROW("model.no-challenger", "There is no challenger of {model}. Add one, or name a version to compare."),
    // Scenarios
    ROW("scenario.infeasible", "No prices keep all of these limits. Nothing was planned."),
    ROW("scenario.infeasible.relations",
        "No prices within the moves allowed keep all of these relations. Let prices move further, or ask for less. "
        "Nothing was planned."),
    ROW("scenario.infeasible.one",
        "No prices keep this limit: {names}. The nearest that can be kept: {nearest}. Nothing was planned."),
    ROW("scenario.infeasible.several",
        "No prices keep all of these together: {names}. Nearest, each with the others held: {nearest}. Nothing was "
        "planned."),
    ROW("scenario.nothing", "No price can be planned here: each needs a demand estimate and a cost, and no rule that "
                            "sets or holds it."),
    ROW("scenario.no-competitors", "Prices cannot be held against competitors here: of none of these products is their "
                                   "price known. Nothing was planned."),
    ROW("scenario.no-kvi", "None of these products is a key value item, so there is no index of them to limit. "
                           "Nothing was planned."),
    ROW("scenario.bad-goal", "This cannot be asked: {field} is out of its range. Nothing was planned."),
    ROW("scenario.bad-goal.objective", "The objective is profit, revenue, units or weighted, with a weight of profit "
                                       "from 0 to 1 and a caution of 0 or "
                                       "more. Nothing was planned."),
    ROW("scenario.bad-goal.floor",
        "A floor of revenue or profit is a change in percent of what it is today, from -100 to 900. Nothing was "
        "planned."),
    ROW("scenario.bad-goal.index", "A limit of an index lies between -100 and 100 %, against competitors between -1000 "
                                   "and 1000 %. Nothing was planned."),
    ROW("scenario.bad-goal.changes", "A number of price changes is 0 or more. Nothing was planned."),
    ROW("scenario.bad-relation",
        "\"{relation}\" is no relation between prices. Write PRIVATE <= 0.9 * BRAND, or A@ZONE <= "
        "A@ZONE + 0.10. Nothing was planned."),
    ROW("scenario.unknown-relation",
        "\"{relation}\" names no two prices that are planned here, in one currency. Nothing "
        "was planned."),
    ROW("scenario.impossible-relation", "{lower} cannot come below {lowest}, and against {upper} it may cost {most} at "
                                        "most ({more} more like this): prices go where they were seen and one step "
                                        "beyond, within the move allowed. Allow a larger one, try such prices in a "
                                        "test first, or leave these out. Nothing was planned."),
    ROW("scenario.no-name", "A scenario is kept under a name. Nothing was kept."),
    ROW("scenario.unknown", "This scenario is no longer there. Nothing was changed."),
    ROW("scenario.damaged", "A kept scenario cannot be read."),
};
constexpr TextRow kModelCodes[] = {
    ROW("scenario.kept", "scenario kept"),
    ROW("scenario.dropped", "scenario dropped"),
    ROW("scenario.read", "reading the assortment"),
    ROW("scenario.learn", "learning demand"),
    ROW("scenario.plan", "planning prices"),
    ROW("scenario.conflict", "finding what contradicts"),
    ROW("scenario.frontier", "planning the frontier"),
    ROW("revenue", "revenue"),
    ROW("profit", "profit"),
    ROW("index", "price index"),
    ROW("index-low", "price index, at least"),
    ROW("relations", "relations between prices"),
    ROW("known", "more would bring little"),
    ROW("worth-testing", "worth a test"),
    ROW("cannot-tell", "cannot tell"),
    ROW("enough-is-known", "knowing more would bring little"),
    ROW("test-pays", "a test pays"),
    ROW("test-costs-more", "a test would cost more than it brings"),
    ROW("nothing-to-try", "no other price may be tried"),
    ROW("margin", "margin"),
    ROW("category-index", "index of each category"),
    ROW("category-index-low", "index of each category, at least"),
    ROW("competitor-index", "index against competitors"),
    ROW("competitor-index-low", "index against competitors, at least"),
    ROW("category-competitor-index", "index of each category against competitors"),
    ROW("category-competitor-index-low", "index of each category against competitors, at least"),
    ROW("kvi-index", "index of key value items"),
    ROW("kvi-index-low", "index of key value items, at least"),
    ROW("changes", "price changes"),
    ROW("units", "units"),
    ROW("weighted", "profit and revenue"),
    ROW("model.added", "model version added"),
    ROW("model.promoted", "model promoted"),
    ROW("model.rolled_back", "model rolled back"),
    ROW("elasticity_estimator", "elasticities"),
    ROW("demand_forecaster", "forecast"),
    ROW("price_optimizer", "prices"),
    ROW("profit_weight", "weight of profit against revenue, 0 to 1; left out: as the settings say"),
    ROW("label_cost", "what changing one price costs a week; left out: as the settings say"),
    ROW("max_move", "how far one price moves in a cycle, %; left out: as the settings say"),
    ROW("max_category_move", "how far a category's price index moves in a cycle, %; left out: as the settings say"),
    ROW("draws", "draws behind intervals and confidence; left out: as the settings say"),
    ROW("champion", "champion"),
    ROW("challenger", "challenger"),
    ROW("shadow.champion", "asking the champion"),
    ROW("shadow.challenger", "asking the challenger"),
    // What a version may set
    ROW("season", "an annual cycle; needs 78 weeks of history"),
    ROW("history_weeks", "learn from the newest so many weeks; 0 from all"),
    ROW("level_rate", "how fast the level of demand moves; -1 chooses the likeliest"),
    ROW("elasticity_share", "weight of the elasticities; the rest is the trees'"),
    ROW("trees", "trees in each bag"),
    ROW("leaves", "leaves of a tree at most"),
    ROW("learning_rate", "how much of each tree counts"),
    // Features, and why one cannot be told or watched
    ROW("competitor_price_avg_7d", "competitors' mean price, 7 days"),
    ROW("competitor_price_min_max", "competitors' lowest and highest price"),
    ROW("historical_demand_30d", "units of 30 days"),
    ROW("price_elasticity_coefficient", "price elasticity"),
    ROW("inventory_level", "stock on hand"),
    ROW("seasonality_factor", "season"),
    ROW("customer_segment_willingness_to_pay", "willingness to pay"),
    ROW("conversion_rate_at_price_point", "conversion at the price"),
    ROW("margin_percent", "margin"),
    ROW("days_since_last_price_change", "days since the last price change"),
    ROW("own_price", "own price"),
    ROW("drift", "drift"),
    ROW("forecast-errors", "forecast errors"),
    ROW("calibration", "calibration"),
    ROW("few-rows", "too few rows"),
    ROW("price-never-moves", "the price never moves"),
    ROW("collinear", "moves together with something else"),
    ROW("no-stock-history", "stock was not counted often enough"),
    ROW("calendar", "told by the calendar"),
    ROW("one-per-training", "one number a training: compare versions instead"),
    ROW("as-average", "moves with the mean price"),
};
#undef ROW

} // namespace

std::span<const TextRow> modelErrors() { return kModelErrors; }
std::span<const TextRow> modelCodes() { return kModelCodes; }

} // namespace pricewright
