// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/texts/TextTables.h"

#include <QtGlobal>

namespace pricewright {
namespace {

// Alerts on what competitors' prices do.
#define ROW(code, english) {code, QT_TRANSLATE_NOOP("Texts", english)}
constexpr TextRow kAlertErrors[] = {
    // What fired
    ROW("alert.move-down", "{competitor} asks {now} {currency} for {product} ({sku}, {zone}), {value} % less than the "
                           "{before} within {days} days. Seller: {seller}."),
    ROW("alert.move-up", "{competitor} asks {now} {currency} for {product} ({sku}, {zone}), {value} % more than the "
                         "{before} within {days} days. Seller: {seller}."),
    ROW("alert.undercut",
        "{competitor} is {value} % below us with {product} ({sku}, {zone}): {now} against our {before} "
        "{currency}, delivered. Seller: {seller}."),
    ROW("alert.index-below",
        "The price index of {category} is {value}, below {threshold}; it stands on {count} prices."),
    ROW("alert.index-above",
        "The price index of {category} is {value}, above {threshold}; it stands on {count} prices."),
    ROW("alert.reference-fell", "Price war? What competitors ask for {product} ({sku}, {zone}) fell by {value} % in 7 "
                                "days, from {before} to {now} {currency}."),
    ROW("alert.mutual-undercutting",
        "Price war? We and {competitor} went below each other {count} times in 7 days with "
        "{product} ({sku}, {zone})."),
    ROW("alert.sold-out", "{product} ({sku}, {zone}) is sold out at {count} of the sellers that are watched, and in "
                          "stock at none."),
    ROW("alert.silent", "{source} has told no price for {value} hours; {threshold} are allowed."),
    ROW("alert.subject-one", "{name}"),
    ROW("alert.subject-many", "{name}: {count} alerts"),
    ROW("alert.subject-quiet", "{name}: {count} in the quiet hours"),
    ROW("alert.subject-summary", "{name}: {count} more since yesterday's last message"),
    ROW("alert.and-more", "… and {count} more. The inbox has all of them."),
    // What is wrong with a rule
    ROW("alert.bad-name", "An alert needs a name of one line, 120 characters at most. Nothing was saved."),
    ROW("alert.bad-kind", "\"{value}\" is no kind of alert. Known are: move-down, move-up, undercut, index-below, "
                          "index-above, price-war, sold-out, silent. Nothing was saved."),
    ROW("alert.bad-number", "{field} is a number from {least} to {most}, not {value}. Nothing was saved."),
    ROW("alert.bad-scope", "This kind of alert cannot be narrowed by {field} ({value}). Nothing was saved."),
    ROW("alert.bad-semantics",
        "An alert fires by \"crossing\" or by \"level\", not by \"{value}\". Nothing was saved."),
    ROW("alert.bad-quiet", "Quiet hours are two times such as 22:00 and 07:00 and a time zone such as Europe/Berlin; "
                           "{field} is \"{value}\". Nothing was saved."),
    ROW("alert.bad-group", "Messages are grouped by none, competitor or category, not by \"{value}\". Nothing was "
                           "saved."),
    ROW("alert.bad-delivery", "\"{value}\" is no address for {field}: at most 20 each, e-mail as name@shop.example, "
                              "webhooks as https addresses without a password. Nothing was saved."),
    ROW("alert.bad-field", "An alert has no field {field} with the value {value}. Nothing was saved."),
    ROW("alert.bad-state", "What this alert remembers is damaged ({field}). Switch it off and on again to begin anew."),
    ROW("alert.bad-period",
        "An alert is tried from an earlier to a later time, in 50,000 steps at most; not from {from} "
        "to {to}."),
    ROW("alert.bad-snooze", "Say until when, and in the future. Nothing was changed."),
    ROW("alert.unknown", "There is no alert \"{name}\"."),
    ROW("alert.unknown-event", "There is no event {event} in the inbox. Nothing was changed."),
    ROW("alert.unknown-scope", "There is no {field} with the code {value}: this alert would never fire."),
    ROW("alert.taken", "There is an alert \"{name}\" already. Nothing was changed."),
    ROW("alert.removed", "The alert \"{name}\" was removed. Put it back first."),
    ROW("alert.changed-meanwhile", "Somebody else has looked at the alert \"{name}\", or changed it, at the same time. "
                                   "Nothing was told twice; look again."),
    ROW("market.unknown-competitor", "There is no competitor with the code {code}."),
};
constexpr TextRow kAlertCodes[] = {
    ROW("alert.try", "replaying the market"),
    // Moves
    ROW("down", "cheaper"),
    ROW("up", "dearer"),
    ROW("currency-switch", "another currency"),
    ROW("back-in-stock", "in stock again"),
    ROW("sold-out", "sold out"),
    ROW("new-seller", "a new seller"),
    ROW("seller-gone", "no longer offered"),
    ROW("returned", "offered again"),
    ROW("blip", "undone at once"),
    // Kinds
    ROW("move-down", "a competitor drops"),
    ROW("move-up", "a competitor rises"),
    ROW("index-below", "the price index falls below"),
    ROW("index-above", "the price index rises above"),
    ROW("silent", "a source is silent"),
    ROW("crossing", "once, when it becomes true"),
    ROW("level", "as long as it is true"),
    ROW("too-few-prices", "too few prices to tell"),
    ROW("no-prices", "no matched price"),
    // States of an event
    ROW("seen", "seen"),
    ROW("acted", "acted on"),
    ROW("snoozed", "put off"),
    // The journal
    ROW("alert.added", "alert added"),
    ROW("alert.changed", "alert changed"),
    ROW("alert.switched", "alert switched on or off"),
    ROW("alert.removed", "alert removed"),
    ROW("alert.restored", "alert put back"),
    ROW("alerts.fired", "alerts fired"),
    ROW("alerts.marked", "alerts marked"),
};
#undef ROW

} // namespace

std::span<const TextRow> alertErrors() { return kAlertErrors; }
std::span<const TextRow> alertCodes() { return kAlertCodes; }

} // namespace pricewright
