// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/texts/TextTables.h"

#include <QtGlobal>

namespace pricewright {
namespace {

#define ROW(code, english) {code, QT_TRANSLATE_NOOP("Texts", english)}
// Why a price test cannot be planned, started or ended so.
constexpr TextRow kExperimentDeskErrors[] = {
    ROW("experiment.unknown", "There is no test \"{name}\". Nothing was changed."),
    ROW("experiment.taken", "There is another test \"{name}\". Nothing was changed; choose another name."),
    ROW("experiment.bad-field", "{field} of the plan cannot be \"{value}\". Nothing was changed."),
    ROW("experiment.bad-number", "{field} of the plan is {value}; it must lie between {least} and {most}. Nothing was "
                                 "changed."),
    ROW("experiment.bad-plan", "The plan does not hold together ({why} {value}). Nothing was changed."),
    ROW("experiment.bad-plan.no-sku", "The plan names no product. Nothing was changed."),
    ROW("experiment.bad-plan.sku-twice", "The plan names a product twice. Nothing was changed."),
    ROW("experiment.bad-plan.no-price",
        "The plan says no new price: neither a change in percent nor a price of each product. Nothing was changed."),
    ROW("experiment.bad-plan.two-prices",
        "The plan says the new price twice: as a change in percent and as a price. Nothing was changed; leave one "
        "out."),
    ROW("experiment.bad-plan.bad-price",
        "\"{value}\" is no new price: it must be an amount above 0, up to a hundred million, such as 3.49. Nothing was "
        "changed."),
    ROW("experiment.bad-plan.price-of-another",
        "The plan has a price for {value}, which it does not test. Nothing was changed."),
    ROW("experiment.bad-plan.price-missing",
        "The plan has a price for some of its products only. Nothing was changed; say one for each, or a change in "
        "percent."),
    ROW("experiment.bad-plan.equivalence",
        "What changes nothing must be smaller than the least lift to find. Nothing was changed."),
    ROW("experiment.bad-plan.conversion",
        "Conversion is known of visitors only: a test by zones, times or pairs cannot be decided or guarded by it. "
        "Nothing was changed."),
    ROW("experiment.bad-plan.bandit-design",
        "Shares that follow what was bought need a test by visitors; this one is by {value}. Nothing was changed."),
    ROW("experiment.bad-plan.bandit-floor",
        "The share that the new price begins with is beyond what the floor leaves to it. Nothing was changed."),
    ROW("experiment.bad-plan.sales-from",
        "Only a test by visitors can learn its sales from orders. Nothing was changed."),
    ROW("experiment.bad-plan.pre-days",
        "Each unit is compared with itself: {value} days before the test are too few, 14 are the least. Nothing was "
        "changed."),
    ROW("experiment.bad-plan.counted-twice",
        "{value} is named twice among the products that are tested or counted. Nothing was changed."),
    ROW("experiment.bad-plan.ramp-end",
        "The steps must end with 100 %, and there may be ten of them. Nothing was changed."),
    ROW("experiment.bad-plan.ramp-order", "Each step must be larger than the one before. Nothing was changed."),
    ROW("experiment.bad-plan.longest", "Its longest time is shorter than its planned one. Nothing was changed."),
    ROW("experiment.bad-plan.look",
        "It would be looked at less often than once in its planned time. Nothing was changed."),
    ROW("experiment.bad-plan.washout", "The days left out must be fewer than those of a block. Nothing was changed."),
    ROW("experiment.bad-plan.blocks", "Its planned time must hold four blocks at least. Nothing was changed."),
    ROW("experiment.bad-plan.model-design", "A version of the model can be tested by zones only. Nothing was changed."),
    ROW("experiment.bad-plan.model-and-price",
        "The plan tests a version of the model, which finds the prices itself: a new price cannot be said too. "
        "Nothing was changed."),
    ROW("experiment.personal-trait",
        "A test may not choose people by \"{segment}\". Contract, loyalty, quantity, channel and market may be used. "
        "Nothing was changed."),
    ROW("experiment.busy",
        "Somebody else is looking at the tests right now. Nothing was changed; try again in a moment."),
    ROW("experiment.layer-taken",
        "\"{name}\" runs in the layer {layer}, and tests of one layer share no visitor. Nothing was started."),
    ROW("experiment.sales-from-orders", "\"{name}\" learns what was bought from the orders, not from a file of events. "
                                        "Nothing was taken in; bring the orders in as revenue."),
    ROW("experiment.no-times", "{file} does not say when things happened. Nothing was taken in."),
    ROW("experiment.not-a-draft", "\"{name}\" has started: its plan is registered and stays as it is. Stop it and "
                                  "design another one instead."),
    ROW("experiment.is-over",
        "\"{name}\" is over: what it found is kept, and neither started nor removed. Design another "
        "one instead."),
    ROW("experiment.changed-meanwhile", "Somebody else changed \"{name}\" meanwhile. Nothing was changed; look again."),
    ROW("experiment.tampered", "The plan of \"{name}\" is no longer what was registered at its start. It decides "
                               "nothing; its prices go back."),
    ROW("experiment.not-under-way", "\"{name}\" is not under way, so there is nothing to stop."),
    ROW("experiment.not-decided", "\"{name}\" has not been decided, so there is nothing to roll out."),
    ROW("experiment.not-running", "\"{name}\" is not running, so it cannot be extended."),
    ROW("experiment.too-long", "It can run on for {most} more days at most: that was registered. Nothing was changed."),
    ROW("experiment.few-clusters",
        "{clusters} zones or products take part; with fewer than {needed} chance cannot be told "
        "from an effect. Nothing was started."),
    ROW("experiment.few-draws", "There are too few ways to draw who gets which price for any result to be significant. "
                                "Nothing was started; take more units."),
    ROW("experiment.no-history", "A unit has no sales before the test to be compared with. Nothing was started."),
    ROW("experiment.one-arm", "All units have the same price, so nothing can be compared. Nothing was decided."),
    ROW("experiment.substitutes-apart",
        "{sku} and {other} are of one category: what one loses the other gains, and the difference between them can be "
        "twice the effect. Nothing was started; test by price zones, or take products of other categories."),
    ROW("experiment.storable-switchback",
        "{sku} keeps: buyers would wait for the cheap days and store. Nothing was started; test by price zones, or "
        "allow it in the plan and say why."),
    ROW("experiment.visitor-prices-off",
        "Visitors all see the same price in this workspace (setting experiment.visitor-prices). Nothing was started."),
    ROW("experiment.block-weeks",
        "Blocks, and the days left out at their start, must be whole weeks, as sales are compared by weeks: at least "
        "one week left out, and one compared. Nothing was started; two weeks a block and one left out is usual."),
    ROW("experiment.block-twos", "Each zone has each price once in two blocks, so {field} must be a multiple of {days} "
                                 "days. Nothing was started."),
    ROW("experiment.few-blocks",
        "With so few zones all of them switch together, and in {blocks} blocks chance cannot be told from an effect: "
        "{needed} are needed. Nothing was started; let it run for {days} days at most (longest_days), or longer."),
    ROW("experiment.not-visitors", "\"{name}\" is no test by visitors. Nothing was changed."),
    ROW("experiment.two-arms", "{unit} is said to be treated and not to be. Nothing was computed; look at the column."),
    ROW("experiment.not-sold-there", "{sku} is not sold in {zone}. Nothing was started."),
    ROW("experiment.nothing-sold-there",
        "Nothing that is tested has a price in {zone}. Nothing was started; leave the zone out."),
    ROW("experiment.model-replaced", "\"{name}\" compares version {version} with a champion that another version has "
                                     "replaced meanwhile. Nothing was promoted; the test ends with its next check."),
    ROW("experiment.no-price-now", "{sku} has no price in {zone} that a new one could be compared with. Nothing was "
                                   "started."),
    ROW("experiment.no-ladder-price",
        "{sku} costs {now} in {zone}, and its ladder has no price {percent} % from there or anywhere on that side. "
        "Nothing was started; name the price instead of a change, or leave this zone out."),
    ROW("experiment.same-price", "The new price of {sku} in {zone} is the one it has already ({price}), so there would "
                                 "be nothing to compare. Nothing was started; take another price, or leave these zones "
                                 "out."),
    ROW("experiment.price-refused", "The new price of {sku} does not pass the limits in {zone} ({reason}). Nothing was "
                                    "started; take another price, or leave these zones out."),
    ROW("experiment.collides", "Something else moves {sku} in {zone} at the same time ({kind}: {what}). Nothing was "
                               "started."),
    ROW("experiment.cost-missing", "A listing that is counted has no cost (number {listing}), so its profit cannot be "
                                   "told. Nothing was decided; import the cost, or test by revenue or units."),
    ROW("experiment.worth-unknown", "What sales of a listing are worth cannot be told (number {listing}): no exchange "
                                    "rate, or no VAT rate. Nothing was decided."),
};
// Words of tests: states, reasons, verdicts.
constexpr TextRow kExperimentCodes[] = {
    ROW("same-price", "it has this price already"),
    ROW("test-state.draft", "draft"),
    ROW("test-state.waiting", "waiting for approvals"),
    ROW("test-state.waiting-for-cycle", "waiting for a cycle"),
    ROW("test-state.ramping", "ramping"),
    ROW("test-state.running", "running"),
    ROW("test-state.paused", "paused"),
    ROW("test-state.decided", "decided"),
    ROW("test-state.rolling_out", "rolling out"),
    ROW("test-state.rolled_out", "rolled out"),
    ROW("test-state.reverted", "reverted"),
    ROW("test-state.removed", "removed"),
    ROW("test-verdict.undecided", "undecided"),
    ROW("test-verdict.better", "better"),
    ROW("test-verdict.worse", "worse"),
    ROW("test-verdict.equivalent", "equivalent"),
    ROW("test-verdict.futile", "futile"),
    ROW("test-reason.prices-wait", "its prices wait for approval"),
    ROW("test-reason.prices-in-force", "its prices are in force"),
    ROW("test-reason.price-refused", "a price was refused"),
    ROW("test-reason.price-lost", "another price took the place of one of its own"),
    ROW("test-reason.ramp-step", "more units get the new price"),
    ROW("test-reason.ramp-over", "all units have their price"),
    ROW("test-reason.sales-silent", "sales are late"),
    ROW("test-reason.sales-back", "sales are back"),
    ROW("test-reason.sample-ratio", "the arms are not as large as planned"),
    ROW("test-reason.severe-harm", "severe harm"),
    ROW("test-reason.guard-crossed", "a guard was crossed"),
    ROW("test-reason.decided-worse", "certainly worse"),
    ROW("test-reason.decided-better", "certainly better"),
    ROW("test-reason.decided-equivalent", "no difference that matters"),
    ROW("test-reason.decided-futile", "what it was to find is not there"),
    ROW("test-reason.undecided", "undecided at its planned end"),
    ROW("test-reason.undecided-at-the-end", "undecided at its end"),
    ROW("test-reason.nobody-decided", "nobody decided in time"),
    ROW("test-reason.cycle-waits", "waits for its first cycle"),
    ROW("test-reason.model-decides", "the challenger decides its first zones"),
    ROW("test-reason.model-ramp-step", "the challenger decides more zones"),
    ROW("test-reason.model-ramp-over", "the challenger decides all of its zones"),
    ROW("test-reason.model-silent", "the challenger cannot be asked"),
    ROW("test-reason.model-back", "the challenger can be asked again"),
    ROW("test-reason.model-replaced", "another version has become the champion"),
    ROW("test-reason.model-gone", "its version is no longer there"),
    ROW("test-reason.model-promoted", "the challenger is the champion now"),
    ROW("test-reason.model-not-promoted", "the challenger was not promoted"),
    ROW("test-reason.plan-changed", "its registered plan was changed"),
    ROW("test-reason.stopped-by-hand", "stopped by hand"),
    ROW("test-reason.rolled-out-by-hand", "rolled out by hand"),
    ROW("test-reason.extended-by-hand", "extended by hand"),
    ROW("why-not.few-clusters", "fewer than eight of them"),
    ROW("why-not.substitutes-apart", "what one of a category loses the other gains"),
    ROW("why-not.storable-switchback", "buyers would wait for the cheap days, and store"),
    ROW("why-not.visitor-prices-off", "visitors all see the same price here"),
    ROW("experiment.blocks-lost", "more than a quarter of the blocks did not have their price in time"),
    ROW("experiment.no-ramp-by-blocks", "blocks have no steps: all that a block gives the new price get it at once"),
    ROW("experiment.all-together", "fewer than eight zones: all of them switch together, block by block"),
    ROW("experiment.draws-unknown", "visitors were seen with a price that nobody drew for them (experiment arm)"),
    ROW("experiment.whale", "one unit alone sells a large part of everything"),
    ROW("experiment.missing-periods", "weeks of some units are missing"),
    ROW("experiment.treatment-price-moved", "a unit no longer has the new price"),
    ROW("experiment.control-price-moved", "a unit that keeps its price got another one"),
    ROW("experiment.sample-ratio", "the arms are not as large as planned"),
    ROW("experiment.orders-without-visitors", "none of the orders names a visitor of the test"),
    ROW("experiment.orders-without-cost", "more than one in a hundred order lines have no known cost or VAT"),
    ROW("experiment.contamination", "some visitors saw both prices"),
    ROW("experiment.refunds-exceed", "more was given back for some orders than was paid for them"),
    ROW("experiment.foreign-currency", "some orders are in a currency without a rate"),
    ROW("experiment.model-failed", "a cycle had to do without the challenger"),
    ROW("challenger-ready", "the challenger learnt along"),
    ROW("challenger-failed", "the champion stood in for the challenger"),
    ROW("experiment.designed", "test designed"),
    ROW("experiment.redesigned", "test designed anew"),
    ROW("experiment.removed", "test removed"),
    ROW("experiment.restored", "test put back"),
    ROW("experiment.registered", "test registered and started"),
    ROW("experiment.moved", "test moved on"),
    ROW("experiment.priced", "test prices proposed"),
    ROW("experiment.looked", "test looked at"),
    ROW("auto-bands.failed", "bands for automatic approval could not be told"),
    ROW("test-manager.failed", "the test manager could not do all of its round"),
};
#undef ROW

} // namespace

std::span<const TextRow> experimentDeskErrors() { return kExperimentDeskErrors; }
std::span<const TextRow> experimentCodes() { return kExperimentCodes; }

} // namespace pricewright
