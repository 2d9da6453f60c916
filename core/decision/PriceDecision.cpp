// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "decision/PriceDecision.h"

#include "decision/Fields.h"

#include <limits>

namespace pricewright {
namespace {

void writePrice(JsonWriter& w, const char* key, const Money& price) {
  w(key, price.isValid() && price.minor() > 0 ? std::optional(price) : std::optional<Money>());
}

// What an approval is bound to. Keys in order.
struct Content {
  const PriceDecision& d;
};
void fields(JsonWriter& w, const Content& content) {
  const PriceDecision& d = content.d;
  std::vector<QStringList> verdicts;
  for (const Verdict& v : d.guarded.verdicts)
    verdicts.push_back({v.station, v.ruleId, verdictOutcomeName(v.outcome)});
  w("case", d.caseId);
  writePrice(w, "current", d.current);
  w("listing", d.listingNo);
  w("method", d.recommendation.method);
  writePrice(w, "proposed", d.proposed);
  w("route", d.guarded.route);
  w("verdicts", verdicts);
}

} // namespace

QString contentHash(const PriceDecision& d) { return sha256Hex(toText(Content{d})); }

int changeBp(const Money& from, const Money& to) {
  constexpr int kMost = std::numeric_limits<int>::max();
  if (!from.isValid() || !from.sameCurrency(to) || from.minor() <= 0 || to.minor() < 0)
    return kMost;
  const Result<qint64> bp = mulDiv(to.minor() - from.minor(), 10'000, from.minor(), Rounding::HalfEven);
  return bp && *bp < kMost ? static_cast<int>(*bp) : kMost; // never below −10 000
}

QJsonObject toJson(const Recommendation& r) { return toObject(r); }
QJsonObject toJson(const Guarded& g) { return toObject(g); }
QJsonObject toJson(const RuleOutcome& o) { return toObject(o); }
QJsonObject toJson(const PriceDecision& d) { return toObject(d); }
Result<Recommendation> recommendationFromJson(const QJsonObject& json) { return fromJson<Recommendation>(json); }
Result<Guarded> guardedFromJson(const QJsonObject& json) { return fromJson<Guarded>(json); }
Result<RuleOutcome> ruleOutcomeFromJson(const QJsonObject& json) { return fromJson<RuleOutcome>(json); }
Result<PriceDecision> priceDecisionFromJson(const QJsonObject& json) { return fromJson<PriceDecision>(json); }

} // namespace pricewright
