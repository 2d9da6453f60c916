// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/evaluator/Evaluator.h"

#include "decision/PriceLimits.h"
#include "statistics/Robust.h"

#include <cmath>

namespace pricewright {
namespace {

constexpr qint64 kInsaneFactor = 10; // a price ten times or a tenth of today's is a slip, not a decision
constexpr double kAnomalyZ = 4;      // robust z, guardrails.md
constexpr double kOwnSpread = 0.05;  // floors of the spreads, in logs: an unchanging history is not infinitely exact
constexpr double kCategorySpread = 0.1;
constexpr std::size_t kEnough = 5; // observations, before a spread means anything

QString text(const Money& m) {
  return m.isValid() ? m.toString() + u' ' + m.currency().code() : QStringLiteral("missing");
}
QString text(const Amount* a) {
  return a ? a->value.toString() + u' ' + a->currency.code() : QStringLiteral("missing");
}
QString signedText(qint64 minor, Currency currency) {
  const QString plain = Money(minor, currency).toString();
  return minor < 0 ? plain : u'+' + plain;
}

Verdict verdict(const char* rule, int precedence, const Recommendation& r) {
  Verdict v;
  v.ruleId = QString::fromLatin1(rule);
  v.station = QStringLiteral("evaluator");
  v.precedence = precedence;
  v.beforeMinor = v.afterMinor = r.proposed.minor();
  v.inputs.push_back({QStringLiteral("proposed"), text(r.proposed), {}});
  return v;
}

// One call a listing: reads and remembers, so that each check stands alone.
struct Check {
  const PricingCase& c;
  const ListingCase& l;
  const Recommendation& r;
  Evaluation out;

  bool priced() const { return r.proposed.isValid() && r.proposed.minor() > 0 && r.proposed.sameCurrency(l.current); }

  void sanity() {
    Verdict v = verdict("sanity", 1, r);
    v.inputs.push_back({QStringLiteral("current"), text(l.current), c.now - l.currentSince});
    const qint64 now = l.current.minor(), then = r.proposed.minor();
    const bool finite = std::isfinite(r.confidence) && std::isfinite(r.expectedLoss) &&
                        std::isfinite(r.effect.profit) && std::isfinite(r.effect.profitLow) &&
                        std::isfinite(r.effect.profitHigh);
    v.limit = QStringLiteral("> 0, < %1 ×").arg(kInsaneFactor);
    if (r.method == Method::None) {
      v.outcome = VerdictOutcome::NotApplicable, v.code = QStringLiteral("sanity.no-recommendation");
    } else if (!l.current.isValid() || now <= 0) {
      v.outcome = VerdictOutcome::Held, v.code = QStringLiteral("sanity.no-current-price");
    } else if (!priced() || !finite) {
      v.outcome = VerdictOutcome::Held,
      v.code = priced() ? QStringLiteral("sanity.not-finite") : QStringLiteral("sanity.not-a-price");
    } else if (compareProducts(then, 1, now, kInsaneFactor) >= 0 || compareProducts(then, kInsaneFactor, now, 1) <= 0) {
      v.outcome = VerdictOutcome::Held, v.code = QStringLiteral("sanity.factor-slip");
      v.distance = signedText(then - now, l.current.currency());
    } else {
      v.code = QStringLiteral("sanity.plausible");
      v.distance = signedText(then - now, l.current.currency());
    }
    out.rejected |= v.outcome == VerdictOutcome::Held;
    out.verdicts.push_back(std::move(v));
  }

  void margin() {
    Verdict v = verdict("margin", 2, r);
    const Amount* cost = usableCost(l);
    v.inputs.push_back({QStringLiteral("cost"), text(cost),
                        cost ? std::optional(Duration(c.now - startOf(l.costFrom))) : std::nullopt});
    const MarginLimit limit = marginLimit(c, l);
    if (!limit.exception.isEmpty())
      v.inputs.push_back({QStringLiteral("exception"), limit.exception + u' ' + limit.approvedBy, {}});
    const auto minimum = cost ? minimumPriceMinor(*cost, limit.bp, l.vatBp, l.grossPrices, l.ladder)
                              : Result<qint64>(fail(QStringLiteral("margin.no-cost")));
    if (!minimum || !priced()) {
      v.outcome = VerdictOutcome::Undecidable,
      v.code = cost ? QStringLiteral("margin.undecidable") : QStringLiteral("margin.no-cost");
      out.verdicts.push_back(std::move(v));
      return;
    }
    out.minimumPriceMinor = *minimum;
    v.limit = QStringLiteral("≥ %1").arg(Money(*minimum, l.current.currency()).toString());
    v.distance = signedText(r.proposed.minor() - *minimum, l.current.currency());
    const bool below = r.proposed.minor() < *minimum && !keepsMargin(*cost, limit.bp);
    v.outcome = below ? VerdictOutcome::Alert : VerdictOutcome::Pass;
    v.code = below ? QStringLiteral("margin.rejected") : QStringLiteral("margin.kept");
    out.rejected |= below;
    out.verdicts.push_back(std::move(v));
  }

  // Off the ladder a price may keep its margin and still lie below the lowest rung that does.
  bool keepsMargin(const Amount& cost, int bp) const {
    const auto exact = minimumPriceMinor(cost, bp, l.vatBp, l.grossPrices, LadderSpec{});
    return exact && r.proposed.minor() >= *exact;
  }

  // Robust z of the price against the regular prices of its own history, and of its price-to-cost ratio against the
  // category's. Where there is too little to compare with, that half is silent; with both silent nothing is said.
  void anomaly() {
    Verdict v = verdict("anomaly", 5, r);
    v.limit = QStringLiteral("|z| ≤ %1").arg(kAnomalyZ);
    for (const QString& code : l.anomalies)
      v.inputs.push_back({QStringLiteral("monitor"), code, {}});
    std::optional<double> own, category;
    if (priced()) {
      own = ownZ();
      category = categoryZ();
    }
    if (own)
      v.inputs.push_back({QStringLiteral("z against own history"), QString::number(*own, 'f', 2), {}});
    if (category)
      v.inputs.push_back({QStringLiteral("z against category"), QString::number(*category, 'f', 2), {}});
    // A half that is silent does not speak against the other.
    const auto unusual = [](const std::optional<double>& z) { return !z || std::abs(*z) > kAnomalyZ; };
    const bool odd = (own || category) && unusual(own) && unusual(category);
    const bool changes = priced() && r.proposed.minor() != l.current.minor();
    if (!l.anomalies.isEmpty()) {
      v.outcome = VerdictOutcome::NeedsApproval, v.code = QStringLiteral("anomaly.") + l.anomalies.front();
    } else if (odd && changes) {
      v.outcome = VerdictOutcome::NeedsApproval, v.code = QStringLiteral("anomaly.unusual-price");
    } else {
      v.outcome = own || category ? VerdictOutcome::Pass : VerdictOutcome::NotApplicable;
      v.code = own || category ? QStringLiteral("anomaly.none") : QStringLiteral("anomaly.too-little-history");
    }
    out.verdicts.push_back(std::move(v));
  }

  std::optional<double> ownZ() const {
    std::vector<double> logs;
    for (const PublishedPrice& p : l.history)
      if (p.type == PriceType::Regular && p.amount.minor() > 0 && p.amount.sameCurrency(r.proposed))
        logs.push_back(std::log(p.amount.toDouble()));
    if (logs.size() < kEnough)
      return std::nullopt;
    return robustZ(std::log(r.proposed.toDouble()), logs, kOwnSpread);
  }

  std::optional<double> categoryZ() const {
    const Amount* cost = usableCost(l);
    std::vector<double> logs;
    for (const ListingCase& other : c.listings)
      if (const Amount* theirs = usableCost(other);
          theirs && other.listingNo != l.listingNo && other.current.minor() > 0)
        logs.push_back(std::log(other.current.toDouble() / theirs->value.toDouble()));
    if (!cost || logs.size() < kEnough)
      return std::nullopt;
    return robustZ(std::log(r.proposed.toDouble() / cost->value.toDouble()), logs, kCategorySpread);
  }

  // A contract on the advertised price is kept where it is lawful, and never where it would be resale price
  // maintenance.
  void policy() {
    Verdict v = verdict("policy", 1, r);
    const MapState state = mapState(l);
    if (l.mapMinor)
      v.inputs.push_back(
          {QStringLiteral("minimum advertised price"), Money(*l.mapMinor, l.current.currency()).toString(), {}});
    v.inputs.push_back({QStringLiteral("market"), l.market.isEmpty() ? QStringLiteral("missing") : l.market, {}});
    const bool below = priced() && l.mapMinor && r.proposed.minor() < *l.mapMinor;
    if (state == MapState::Enforced && priced()) {
      v.limit = QStringLiteral("≥ %1").arg(Money(*l.mapMinor, l.current.currency()).toString());
      v.distance = signedText(r.proposed.minor() - *l.mapMinor, l.current.currency());
      v.outcome = below ? VerdictOutcome::Blocked : VerdictOutcome::Pass;
      v.code = below ? QStringLiteral("policy.below-map") : QStringLiteral("policy.kept");
      out.policyViolation = below;
    } else {
      v.outcome = VerdictOutcome::NotApplicable;
      v.code = state == MapState::NotEnforced ? QStringLiteral("policy.map-not-enforced-here")
                                              : QStringLiteral("policy.none-recorded");
    }
    out.verdicts.push_back(std::move(v));
  }
};

} // namespace

Evaluation evaluateRecommendation(const PricingCase& c, const ListingCase& listing, const Recommendation& r) {
  Check check{c, listing, r, {}};
  check.sanity();
  check.margin();
  check.anomaly();
  check.policy();
  return std::move(check.out);
}

Result<qint64> minimumPriceMinor(const Amount& cost, int minMarginBp, int vatBp, bool gross, const LadderSpec& ladder) {
  return marginFloorMinor(cost, minMarginBp, vatBp, gross, ladder);
}

int grossMarginBp(const Money& price, const Amount& cost, int vatBp, bool gross) {
  return exactMarginBp(price, cost, vatBp, gross);
}

} // namespace pricewright
