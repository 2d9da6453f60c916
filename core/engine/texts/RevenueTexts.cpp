// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/texts/TextTables.h"

#include <QtGlobal>

namespace pricewright {
namespace {

// Orders, the money that moved for them, and gateways.
#define ROW(code, english) {code, QT_TRANSLATE_NOOP("Texts", english)}
constexpr TextRow kRevenueErrors[] = {
    ROW("orders.unknown", "No order {order} is known."),
    ROW("orders.unknown-load", "Nothing was brought in under {id}. Nothing was changed."),
    ROW("orders.already-undone", "{id} has been taken back already. Nothing was changed."),
    ROW("orders.not-a-file", "{id} came from a gateway, not from a file: its "
                             "money cannot be taken back here. Nothing "
                             "was changed."),
    ROW("orders.person-in-clear", "{object} names a person where only a hash "
                                  "may be kept. Nothing of it was kept."),
    ROW("orders.no-column", "There is no column for {column}: name it with "
                            "--column {column}=NAME. Nothing was kept."),
    ROW("orders.cancelled", "Stopped on request. Nothing of the file was kept."),
    ROW("gateway.no-secret", "No signing secret of the gateway's webhooks is "
                             "kept: secret set {name}. Nothing was "
                             "kept; the gateway will send it again."),
    ROW("gateway.no-signature", "What came is not signed. Nothing of it was kept."),
    ROW("gateway.bad-header", "The signature cannot be read: it needs a time "
                              "(t) and a signature (v1). Nothing of it "
                              "was kept."),
    ROW("gateway.bad-signature", "The signature does not fit what came, by any "
                                 "of the secrets that are kept. Nothing "
                                 "of it was kept."),
    ROW("gateway.too-old", "What came was signed {seconds} seconds ago, which "
                           "is too long. Nothing of it was kept."),
    ROW("gateway.from-the-future", "What came was signed {seconds} seconds in "
                                   "the future: look at this computer's "
                                   "clock. Nothing of it was kept."),
    ROW("gateway.unreadable", "What the gateway sent cannot be understood "
                              "({why}). Nothing of it was kept."),
    ROW("gateway.bad-amount", "{amount} is no whole number of {currency}'s "
                              "smallest unit. It was not counted."),
    ROW("gateway.bad-object", "{object} cannot be understood ({why}). It was not counted."),
    ROW("gateway.test-mode", "{object} belongs to the gateway's test mode, "
                             "whose money is none. Nothing was counted; "
                             "the setting revenue.stripe.test-mode counts it."),
    ROW("gateway.other-type", "This kind of event says nothing of orders. It was not counted."),
    ROW("gateway.no-key", "No good key for the gateway's API is kept: secret "
                          "set {name}. Nothing was asked."),
    ROW("gateway.login", "The gateway refuses the key (HTTP {status}). Nothing "
                         "was changed; set another one."),
    ROW("gateway.http", "The gateway answered HTTP {status}. What had been "
                        "kept stays; try again later."),
    ROW("gateway.busy", "The gateway wants to be left alone for now. What had "
                        "been kept stays; try again later."),
    ROW("gateway.loop", "The gateway's list does not come to an end. What had "
                        "been kept stays."),
    ROW("gateway.too-many-pages", "The gateway's list has more than {limit} "
                                  "pages. Name a later beginning with "
                                  "--since. What had been kept stays."),
    ROW("gateway.no-account", "The gateway does not tell this key whose it is. "
                              "Nothing was changed; let the key read the "
                              "account, or set another one."),
    ROW("gateway.other-account", "The key is that of the account {theirs}, and "
                                 "the books here are those of {ours}. Nothing "
                                 "was changed; set a key of {ours}, or go over to {theirs} with revenue reconcile "
                                 "--account {theirs}: what is kept of {ours} stays, apart."),
    ROW("revenue.too-many-vanished", "The gateway does not know {vanished} or more of the {known} objects that are "
                                     "kept here of that time. Nothing was changed; see whether the key is that of "
                                     "the right account."),
    ROW("gateway.cancelled", "Stopped on request. What had been kept stays."),
    ROW("gateway.not-encrypted", "The key is not sent to {host} without encryption. Nothing was asked."),
};
constexpr TextRow kRevenueCodes[] = {
    ROW("orders.bad-kind", "neither an order nor a refund"),
    ROW("orders.negative", "an order with a negative amount"),
    ROW("orders.quantity-not-positive", "a quantity that is not positive"),
    ROW("orders.repeated-refund", "a refund that nothing tells from another: "
                                  "it needs a number of its own"),
    ROW("orders.told-by-gateway", "a refund, which the gateway tells"),
    ROW("orders.in-future", "dated more than a day in the future"),
    ROW("orders.line-differs", "a line that is kept already and says something "
                               "else; take the other file back first"),
    ROW("orders.refund-differs", "a refund that is kept already and says something else"),
    ROW("orders.loaded", "orders and payments brought in"),
    ROW("orders.undone", "a file of orders taken back"),
    ROW("orders.account-changed", "another account of the gateway; what was kept stays, apart"),
    ROW("orders.reconciled", "books compared with the gateway's"),
    ROW("revenue.reconcile", "comparing books"),
    ROW("revenue.never", "no revenue has come in yet"),
    ROW("revenue.old-orders", "the orders of the last file are old"),
    ROW("revenue.no-news", "nothing has come in for a while"),
    ROW("revenue.no-reconciliation", "the books have not been compared for a while"),
    ROW("revenue.clock", "the last news lies in the future: the clock was changed"),
    ROW("revenue.missed", "missed, and brought in now"),
    ROW("revenue.differs", "differed, and was put right"),
    ROW("revenue.vanished", "unknown to the gateway, and no longer counted"),
    ROW("revenue.unreadable", "cannot be understood, and was set aside"),
    ROW("gateway.other-type", "says nothing of orders"),
    ROW("gateway.test-mode", "of the gateway's test mode"),
    ROW("gateway.bad-object", "an object that cannot be understood"),
    ROW("gateway.bad-amount", "a fraction of the smallest unit"),
    ROW("gateway.unreadable", "no event"),
    ROW("gateway.http", "the gateway has failed"),
    ROW("gateway.busy", "the gateway is busy"),
    ROW("gateway.login", "the gateway refuses the key"),
    ROW("gateway.no-key", "no key is kept"),
    ROW("gateway.no-account", "the key may not know its account"),
    ROW("gateway.other-account", "another account's key"),
    ROW("revenue.too-many-vanished", "the gateway knows too little of what is kept here; nothing was changed"),
    ROW("gateway.cancelled", "stopped on request"),
    ROW("gateway.bad-signature", "the signature does not fit"),
    ROW("gateway.bad-header", "the signature cannot be read"),
    ROW("gateway.no-signature", "not signed"),
    ROW("gateway.no-secret", "no signing secret is kept"),
    ROW("gateway.too-old", "signed too long ago"),
    ROW("gateway.from-the-future", "signed in the future"),
};
#undef ROW

} // namespace

std::span<const TextRow> revenueErrors() { return kRevenueErrors; }
std::span<const TextRow> revenueCodes() { return kRevenueCodes; }

} // namespace pricewright
