// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/Id.h"
#include "decision/PricingCase.h"

namespace pricewright {

// What rules say of one listing before the optimizer looks: the corridor, a target where a rule sets one, and every
// hit.
struct RuleHit {
  QString ruleId, name, kind; // kind: floor, ceiling, match, undercut, index, cost-plus, ending, hold
  int priority = 0;
  QString effect; // code and numbers of what it did, for people: "floor 2.49"
  QMap<QString, QString> facts;
  bool operator==(const RuleHit&) const = default;
};
struct RuleOutcome {
  std::optional<qint64> floorMinor, ceilingMinor, targetMinor;
  bool hold = false;
  std::vector<RuleHit> hits;
  bool operator==(const RuleOutcome&) const = default;
};

enum class Objective { Profit, Revenue, Weighted };
enum class Method { Model, Rules, HistoricalAverage, None };
QString methodName(Method m); // "model", "historical-average" …
std::optional<Method> methodFrom(QStringView name);

// An expected weekly change against keeping today's price, in the zone's currency, with the 90 % interval that belongs
// to it. Same draws for all three, so they agree.
struct Effect {
  double profit = 0, profitLow = 0, profitHigh = 0;
  double revenue = 0, revenueLow = 0, revenueHigh = 0;
  double units = 0, unitsLow = 0, unitsHigh = 0;
  bool operator==(const Effect&) const = default;
};

// The optimizer's proposal for one listing.
struct Recommendation {
  int listingNo = 0;
  Method method = Method::None;
  QString fallbackReason; // code, where method is not Model
  Money proposed;         // = current where nothing should change; invalid where nothing can be said
  QString outcome;        // change, no-change-gain-below-cost, no-change-at-optimum, no-change-corridor-empty,
                          // no-recommendation …
  // The figures are those of the price that would be published: limits may have made another one of the proposal.
  Effect effect;           // of this change alone, siblings as they are
  double confidence = 0;   // P(change in the category's profit exceeds the cost of the change)
  double expectedLoss = 0; // E[loss | the change is wrong] × P(wrong), per week
  double valueAtStake = 0; // width of the 90 % profit interval + expected loss of leaving it, per week
  qint64 searchLowMinor = 0, searchHighMinor = 0; // where prices have been observed ± one step, cut to the corridor
  std::vector<QPair<qint64, double>> profitCurve; // (minor, expected group profit change) at each rung searched
  QStringList siblingsMoved;                      // SKU codes whose profit changes with it most
  // Where prices are drawn at random to learn from (see Exploration.h): each price that could have come, in minor
  // units, with its probability, and the one that would have been proposed without. Empty and 0: nothing was drawn.
  std::vector<QPair<qint64, double>> chances;
  qint64 preferredMinor = 0;
  bool operator==(const Recommendation&) const = default;
};

enum class VerdictOutcome { Pass, Adjusted, NeedsApproval, Blocked, Held, Alert, NotApplicable, Undecidable };
QString verdictOutcomeName(VerdictOutcome o); // "pass", "needs-approval" …
std::optional<VerdictOutcome> verdictOutcomeFrom(QStringView name);

struct VerdictInput {
  QString name;  // "cost", "competitor reference" …
  QString value; // exact text with its currency, or "missing"
  std::optional<Duration> age;
  bool operator==(const VerdictInput&) const = default;
};
// One limit's say. Every rule leaves one, passing or not.
struct Verdict {
  QString ruleId;     // bounds, margin, gouging, step, step-24h, step-7d, frequency, confidence, …
  QString station;    // evaluator, guardrail
  int precedence = 0; // law 1, floor 2, cap 3, step 4, approval 5, ending 6
  VerdictOutcome outcome = VerdictOutcome::Pass;
  std::vector<VerdictInput> inputs;
  QString limit;    // the limit in words and numbers: "≥ 2.49"
  QString distance; // how far the price is from it, signed: "+0.12"; "" where it cannot be said
  QString code;     // what to say: margin.below-minimum …
  qint64 beforeMinor = 0, afterMinor = 0;
  bool operator==(const Verdict&) const = default;
};

enum class Route { NoChange, Automatic, Human, Hold, Conflict, Blocked };
QString routeName(Route r); // "no-change", "automatic" …
std::optional<Route> routeFrom(QStringView name);

// What evaluator and guardrail make of a recommendation.
struct Guarded {
  Money final;                    // the price that would be published; = current on Hold and Conflict
  bool isCounterProposal = false; // Blocked: final is a counter-proposal that only a human can release
  Route route = Route::Hold;
  QString primaryReason; // the one word of the queue: margin, step, gouging, confidence, stale, conflict, anomaly …
  QStringList reasons;   // all of them, gravest first
  std::vector<Verdict> verdicts;
  QStringList alerts; // codes
  bool operator==(const Guarded&) const = default;
};

enum class DecisionState { Unchanged, Held, Pending, Approved, Rejected, Expired, Superseded, Published, RolledBack };
QString decisionStateName(DecisionState s); // "pending", "rolled_back" …
std::optional<DecisionState> decisionStateFrom(QStringView name);

// One price decision and every stamp that it has collected.
struct PriceDecision {
  Id id;
  QString cycleId, caseId;
  int listingNo = 0;
  QString skuCode, skuName, zoneCode, categoryCode;
  DecisionState state = DecisionState::Held;
  Money current, proposed;
  int marginNowBp = 0, marginThenBp = 0; // gross margin net of VAT; meaningless without cost (costKnown false)
  bool costKnown = false;
  QString contentHash;
  Recommendation recommendation;
  Guarded guarded;
  std::vector<Feature> features;
  QString proposedBy, editedBy;
  std::optional<qint64> batchNo;
  Instant createdAt{}, expiresAt{};
  std::optional<Instant> decidedAt;
  qint64 version = 1;
  bool operator==(const PriceDecision&) const = default;
};

// SHA-256 over what an approval is bound to: listing, current and proposed price, currency, case, method, route and
// every verdict's outcome. A changed price or verdict is another content. The canonical JSON that is hashed:
// {"case", "current": [currency, minor] or null, "listing", "method", "proposed", "route",
//  "verdicts": [[station, rule, outcome] …]} — a price that is not positive is null.
QString contentHash(const PriceDecision& d);
// Signed, hundredths of a percent, exact, rounded half-even. INT_MAX where it cannot be said (no price before, another
// currency) or does not fit: a change without a measure is over every limit.
int changeBp(const Money& from, const Money& to);

// JSON: money is [currency, minor units], instants and durations are milliseconds; a whole number beyond ±2⁵³ is a
// string, a double that is not finite is null and reads back as 0 (an optional one as missing, a demand estimate as not
// usable).

QJsonObject toJson(const Recommendation& r);
QJsonObject toJson(const Guarded& g);
QJsonObject toJson(const RuleOutcome& o);
QJsonObject toJson(const PriceDecision& d);
Result<Recommendation> recommendationFromJson(const QJsonObject& json);
Result<Guarded> guardedFromJson(const QJsonObject& json);
Result<RuleOutcome> ruleOutcomeFromJson(const QJsonObject& json);
Result<PriceDecision> priceDecisionFromJson(const QJsonObject& json); // decision.bad-json with "offset"

} // namespace pricewright
