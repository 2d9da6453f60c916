// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "decision/DecisionStore.h"
#include "decision/JsonArchive.h"

// The fields of everything that is stored with a decision, each list in the order of its keys. A new member of one of
// these structs belongs in here, or it does not survive: a test counts them. Money and amounts are [currency, minor
// units or millionths]; instants and durations are milliseconds; days are numbers since 1970.
namespace pricewright {

template <class A> void fields(A& a, Field<A, LadderSpec>& v) {
  a("cycleMinor", v.cycleMinor);
  a("endingsMinor", v.endingsMinor);
  a("stepMinor", v.stepMinor);
}

template <class A> void fields(A& a, Field<A, PublishedPrice>& v) {
  a("amount", v.amount);
  a("channelNo", v.channelNo);
  a("from", v.from);
  a("listingNo", v.listingNo);
  a("origin", v.origin);
  a("to", v.to);
  a("type", v.type);
}

template <class A> void fields(A& a, Field<A, MarginException>& v) {
  a("approvedBy", v.approvedBy);
  a("from", v.from);
  a("listingNo", v.listingNo);
  a("minMarginBp", v.minMarginBp);
  a("reason", v.reason);
  a("to", v.to);
}

template <class A> void fields(A& a, Field<A, CompetitorReference>& v) {
  a("excluded", v.excluded);
  a("highest", v.highest);
  a("lowest", v.lowest);
  a("median", v.median);
  a("offerNos", v.offerNos);
  a("oldest", v.oldest);
  a("sellers", v.sellers);
  a("stale", v.stale);
  a("why", v.why);
}

template <class A> void fields(A& a, Field<A, Feature>& v) {
  a("asOf", v.asOf);
  a("name", v.name);
  a("state", v.state);
  a("unit", v.unit);
  a("value", v.value);
  a("why", v.why);
}

template <class A> void fields(A& a, Field<A, DemandEstimate>& v) {
  const int before = a.nulls();
  a("categoryShare", v.categoryShare);
  a("covariance", v.covariance);
  a("distinctPrices", v.distinctPrices);
  a("grade", v.grade);
  a("gradeReason", v.gradeReason);
  a("highestSeen", v.highestSeen);
  a("logBase", v.logBase);
  a("logBaseSd", v.logBaseSd);
  a("lowestSeen", v.lowestSeen);
  a("mean", v.mean);
  a("naiveStandardError", v.naiveStandardError);
  a("noiseSd", v.noiseSd);
  a("ownStandardError", v.ownStandardError);
  a("pooledFrom", v.pooledFrom);
  a("productShare", v.productShare);
  a("referencePrice", v.referencePrice);
  a("seasonShift", v.seasonShift);
  a("siblingShare", v.siblingShare);
  a("smearing", v.smearing);
  a("usable", v.usable);
  a("weeks", v.weeks);
  // An estimate that was not finite somewhere is none: nothing may be priced from the zeros in its place.
  if constexpr (A::kReads)
    if (a.nulls() != before)
      v.usable = false;
}

template <class A> void fields(A& a, Field<A, ListingCase>& v) {
  a("alsoInForce", v.alsoInForce);
  a("anomalies", v.anomalies);
  a("categoryCode", v.categoryCode);
  a("competitorState", v.competitorState);
  a("cost", v.cost);
  a("costFrom", v.costFrom);
  a("costWhy", v.costWhy);
  a("current", v.current);
  a("currentSince", v.currentSince);
  a("demand", v.demand);
  a("drawnHolds", v.drawnHolds);
  a("drawnUntil", v.drawnUntil);
  a("features", v.features);
  a("grossPrices", v.grossPrices);
  a("history", v.history);
  a("ladder", v.ladder);
  a("listingNo", v.listingNo);
  a("mapMinor", v.mapMinor);
  a("marginException", v.marginException);
  a("market", v.market);
  a("maxMinor", v.maxMinor);
  a("minMinor", v.minMinor);
  a("onPromotion", v.onPromotion);
  a("reference", v.reference);
  a("referenceWeekAgo", v.referenceWeekAgo);
  a("role", v.role);
  a("skuCode", v.skuCode);
  a("skuName", v.skuName);
  a("staleInputs", v.staleInputs);
  a("stockMilli", v.stockMilli);
  a("underTest", v.underTest);
  a("undercutsWithin7Days", v.undercutsWithin7Days);
  a("vatBp", v.vatBp);
  a("zoneCode", v.zoneCode);
}

template <class A> void fields(A& a, Field<A, PricingCase>& v) {
  a("amountsWhy", v.amountsWhy);
  a("autoBandBp", v.autoBandBp);
  a("effective", v.effective);
  a("expectedLossLimit", v.expectedLossLimit);
  a("guardrailsVersion", v.guardrailsVersion);
  a("key", v.key);
  a("labelCost", v.labelCost);
  a("listings", v.listings);
  a("modelFailure", v.modelFailure);
  a("modelVersion", v.modelVersion);
  a("now", v.now);
  a("rules", v.rules);
  a("rulesVersion", v.rulesVersion);
  a("seed", v.seed);
  a("settings", v.settings);
  a("timeZone", v.timeZone);
}

template <class A> void fields(A& a, Field<A, RuleHit>& v) {
  a("effect", v.effect);
  a("facts", v.facts);
  a("kind", v.kind);
  a("name", v.name);
  a("priority", v.priority);
  a("ruleId", v.ruleId);
}

template <class A> void fields(A& a, Field<A, RuleOutcome>& v) {
  a("ceilingMinor", v.ceilingMinor);
  a("floorMinor", v.floorMinor);
  a("hits", v.hits);
  a("hold", v.hold);
  a("targetMinor", v.targetMinor);
}

template <class A> void fields(A& a, Field<A, Effect>& v) {
  a("profit", v.profit);
  a("profitHigh", v.profitHigh);
  a("profitLow", v.profitLow);
  a("revenue", v.revenue);
  a("revenueHigh", v.revenueHigh);
  a("revenueLow", v.revenueLow);
  a("units", v.units);
  a("unitsHigh", v.unitsHigh);
  a("unitsLow", v.unitsLow);
}

template <class A> void fields(A& a, Field<A, Recommendation>& v) {
  a("chances", v.chances);
  a("confidence", v.confidence);
  a("effect", v.effect);
  a("expectedLoss", v.expectedLoss);
  a("fallbackReason", v.fallbackReason);
  a("listingNo", v.listingNo);
  a("method", v.method);
  a("outcome", v.outcome);
  a("preferredMinor", v.preferredMinor);
  a("profitCurve", v.profitCurve);
  a("proposed", v.proposed);
  a("searchHighMinor", v.searchHighMinor);
  a("searchLowMinor", v.searchLowMinor);
  a("siblingsMoved", v.siblingsMoved);
  a("valueAtStake", v.valueAtStake);
}

template <class A> void fields(A& a, Field<A, VerdictInput>& v) {
  a("age", v.age);
  a("name", v.name);
  a("value", v.value);
}

template <class A> void fields(A& a, Field<A, Verdict>& v) {
  a("afterMinor", v.afterMinor);
  a("beforeMinor", v.beforeMinor);
  a("code", v.code);
  a("distance", v.distance);
  a("inputs", v.inputs);
  a("limit", v.limit);
  a("outcome", v.outcome);
  a("precedence", v.precedence);
  a("ruleId", v.ruleId);
  a("station", v.station);
}

template <class A> void fields(A& a, Field<A, Guarded>& v) {
  a("alerts", v.alerts);
  a("final", v.final);
  a("isCounterProposal", v.isCounterProposal);
  a("primaryReason", v.primaryReason);
  a("reasons", v.reasons);
  a("route", v.route);
  a("verdicts", v.verdicts);
}

template <class A> void fields(A& a, Field<A, PriceDecision>& v) {
  a("batchNo", v.batchNo);
  a("caseId", v.caseId);
  a("categoryCode", v.categoryCode);
  a("contentHash", v.contentHash);
  a("costKnown", v.costKnown);
  a("createdAt", v.createdAt);
  a("current", v.current);
  a("cycleId", v.cycleId);
  a("decidedAt", v.decidedAt);
  a("editedBy", v.editedBy);
  a("expiresAt", v.expiresAt);
  a("features", v.features);
  a("guarded", v.guarded);
  a("id", v.id);
  a("listingNo", v.listingNo);
  a("marginNowBp", v.marginNowBp);
  a("marginThenBp", v.marginThenBp);
  a("proposed", v.proposed);
  a("proposedBy", v.proposedBy);
  a("recommendation", v.recommendation);
  a("skuCode", v.skuCode);
  a("skuName", v.skuName);
  a("state", v.state);
  a("version", v.version);
  a("zoneCode", v.zoneCode);
}

// What stands beside a decision's row as its evidence, and what the row keeps in its summary column; everything else of
// a decision has a column of its own.
template <class Decision> struct Evidence {
  Decision& d;
};
template <class A> void evidenceFields(A& a, Field<A, PriceDecision>& v) {
  a("features", v.features);
  a("guarded", v.guarded);
  a("recommendation", v.recommendation);
}
template <class A, class Decision> void fields(A& a, const Evidence<Decision>& v) { evidenceFields(a, v.d); }
template <class A, class Decision> void fields(A& a, Evidence<Decision>& v) { evidenceFields(a, v.d); }

template <class A> void fields(A& a, Field<A, DecisionSummary>& v) {
  a("categoryCode", v.categoryCode);
  a("costKnown", v.costKnown);
  a("isCounterProposal", v.isCounterProposal);
  a("marginNowBp", v.marginNowBp);
  a("marginThenBp", v.marginThenBp);
  a("reasonDetail", v.reasonDetail);
  a("reasons", v.reasons);
  a("skuCode", v.skuCode);
  a("skuName", v.skuName);
  a("zoneCode", v.zoneCode);
}
// Of these, what a decision needs that is read as a whole: the rest stands in its evidence.
template <class Decision> struct Named {
  Decision& d;
};
template <class A, class Decision> void fields(A& a, Named<Decision>& v) {
  a("categoryCode", v.d.categoryCode);
  a("costKnown", v.d.costKnown);
  a("marginNowBp", v.d.marginNowBp);
  a("marginThenBp", v.d.marginThenBp);
  a("skuCode", v.d.skuCode);
  a("skuName", v.d.skuName);
  a("zoneCode", v.d.zoneCode);
}

template <class A> void fields(A& a, Field<A, StationReport>& v) {
  a("count", v.count);
  a("ended", v.ended);
  a("fallback", v.fallback);
  a("reasons", v.reasons);
  a("station", v.station);
  a("took", v.took);
}

template <class A> void fields(A& a, Field<A, CycleReport>& v) {
  a("cycleId", v.cycleId);
  a("endedAt", v.endedAt);
  a("haltedBy", v.haltedBy);
  a("seed", v.seed);
  a("startedAt", v.startedAt);
  a("startedBy", v.startedBy);
  a("state", v.state);
  a("stations", v.stations);
}

} // namespace pricewright
