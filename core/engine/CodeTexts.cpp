// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/TextTables.h"

#include <QtGlobal>

namespace pricewright {
namespace {

// Codes whose words are not simply their own, hyphens left out.
#define ROW(code, english) {code, QT_TRANSLATE_NOOP("Texts", english)}
constexpr TextRow kRows[] = {
    // States and routes of a decision
    ROW("unchanged", "no change"),
    ROW("held", "held: the price in force stays"),
    ROW("pending", "waits for a human"),
    ROW("approved", "approved, waits for its release"),
    ROW("rejected", "rejected"),
    ROW("expired", "expired"),
    ROW("superseded", "replaced by a newer decision"),
    ROW("published", "published"),
    ROW("rolled_back", "rolled back"),
    ROW("no-change", "no change"),
    ROW("automatic", "automatic"),
    ROW("human", "a human decides"),
    ROW("hold", "hold"),
    ROW("conflict", "limits leave no room"),
    ROW("blocked", "blocked"),
    // Verdicts
    ROW("pass", "within the limit"),
    ROW("adjusted", "adjusted to the limit"),
    ROW("needs-approval", "needs approval"),
    ROW("alert", "alert"),
    ROW("not-applicable", "does not apply"),
    ROW("undecidable", "cannot be decided"),
    // Limits and reasons
    ROW("bounds", "absolute bounds"),
    ROW("margin", "minimum margin"),
    ROW("gouging", "far above competitors"),
    ROW("step", "large change"),
    ROW("step-24h", "large change in 24 hours"),
    ROW("step-7d", "large change in 7 days"),
    ROW("frequency", "too many changes"),
    ROW("confidence", "low confidence"),
    ROW("expected-loss", "expected loss over its limit"),
    ROW("identification", "weak evidence of elasticity"),
    ROW("price-war", "price war"),
    ROW("freshness", "stale input"),
    ROW("stale", "stale input"),
    ROW("segment", "segment"),
    ROW("prior-price", "prior price of a reduction"),
    ROW("map", "minimum advertised price"),
    ROW("ending", "price ending"),
    ROW("law", "law"),
    ROW("floor", "floor"),
    ROW("ceiling", "ceiling"),
    ROW("anomaly", "anomaly"),
    ROW("fallback", "fallback taken"),
    ROW("rule", "pricing rule"),
    ROW("edited", "price set by hand"),
    ROW("batch-breaker", "the whole cycle looks wrong"),
    ROW("breaker-floor", "many prices on a floor"),
    ROW("breaker-median", "large median change"),
    ROW("breaker-count", "too many changes"),
    ROW("breaker-factor", "a feed moved by a factor"),
    ROW("feeds-moved-by-factor", "a feed moved by a factor"),
    ROW("cost", "cost missing or not usable"),
    ROW("cost-missing", "cost missing"),
    ROW("missing", "missing"),
    ROW("not-positive", "not positive"),
    ROW("no-rate", "no exchange rate"),
    // Recommendations
    ROW("model", "model"),
    ROW("rules", "rules stand in: margin and competitor reference"),
    ROW("historical-average", "historical average"),
    ROW("none", "none"),
    ROW("change", "a change pays"),
    ROW("no-change-gain-below-cost", "no change: the gain is smaller than the cost of a new label"),
    ROW("no-change-at-optimum", "no change: the price is where it pays most"),
    ROW("no-change-corridor-empty", "no change: the limits leave no other price"),
    ROW("no-recommendation", "nothing can be recommended"),
    // Demand
    ROW("own", "its own history"),
    ROW("category", "its category"),
    ROW("all", "all products"),
    ROW("experiment", "from an experiment"),
    ROW("cost-shock", "from cost changes"),
    ROW("observational", "observational"),
    ROW("weak", "weak"),
    ROW("few-prices", "too few different prices were seen"),
    ROW("wide-interval", "the interval is wide"),
    ROW("no-history", "no history"),
    ROW("pooled-only", "nothing of its own, only its category's"),
    // Market
    ROW("live", "live"),
    ROW("cached", "cached"),
    ROW("unavailable", "unavailable"),
    ROW("accepted", "accepted"),
    ROW("quarantined", "quarantined"),
    ROW("too-few-sellers", "fewer than two sellers"),
    ROW("no-offers", "no offers"),
    ROW("price-jump", "jumps out of its own history"),
    ROW("factor-slip", "off by a factor of 10 or 100"),
    ROW("currency-flip", "another currency than before"),
    ROW("not-public", "from a source that is not public"),
    ROW("cost-jump", "the cost jumped"),
    ROW("unknown-currency", "unknown currency"),
    // Cycles, stations, batches
    ROW("running", "running"),
    ROW("finished", "finished"),
    ROW("halted", "halted before publishing"),
    ROW("cancelled", "stopped"),
    ROW("failed", "failed"),
    ROW("abandoned", "interrupted, nothing lost"),
    ROW("done", "done"),
    ROW("scheduled", "waits for its release"),
    ROW("publishing", "being published"),
    ROW("written", "written, nothing had changed"),
    ROW("interrupted", "interrupted"),
    ROW("planned-anew", "planned anew"),
    ROW("no-price", "no price in force"),
    ROW("ml", "inference"),
    // Reasons of a rejection
    ROW("too-high", "too high"),
    ROW("too-low", "too low"),
    ROW("timing", "not now"),
    ROW("competitor-data-doubtful", "competitor data are doubtful"),
    ROW("cost-doubtful", "the cost is doubtful"),
    ROW("brand-policy", "brand policy"),
    ROW("non-price-response", "answered without a price"),
    ROW("other", "other"),
    // What a broken journal shows
    ROW("audit.hash", "an entry's content was changed"),
    ROW("audit.link", "an entry does not follow on the one before it"),
    ROW("audit.sequence", "an entry is missing"),
    ROW("audit.truncated", "entries at the end are missing, or were replaced"),
    ROW("audit.head-signature", "the signed head outside the file was changed"),
};
#undef ROW

} // namespace

std::span<const TextRow> codeTexts() { return kRows; }

} // namespace pricewright
