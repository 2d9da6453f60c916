// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/models/SelectionEffect.h"

#include "base/Parallel.h"
#include "catalog/Rows.h"
#include "decision/PriceLimits.h"
#include "engine/WorkspaceRates.h"
#include "pipeline/optimizer/Draws.h"
#include "statistics/Distributions.h"

#include <cmath>
#include <map>
#include <set>

namespace pricewright {
namespace {

struct Move {
  int listingNo = 0;
  Money to;
};

// What one group adds.
struct Part {
  bool known = false;
  Currency currency;
  int unknown = 0;
  Effect effect;
  double revenueNow = 0, revenueThen = 0, profitNow = 0, profitThen = 0;
  double logNow = 0, logThen = 0, weight = 0; // of the moved prices' index
};

std::optional<double> referenceOf(const ListingCase& l) {
  const Amount* reference = usableReference(l);
  return reference && reference->value.micros() > 0 ? std::optional(reference->value.toDouble()) : std::nullopt;
}

Part partOf(const PricingCase& c, const std::vector<Move>& moves) {
  Part part;
  const GroupModel model(c);
  std::vector<std::pair<std::size_t, double>> at;
  for (std::size_t i = 0; i < c.listings.size(); ++i)
    for (const Move& m : moves)
      if (m.listingNo == c.listings[i].listingNo) {
        at.emplace_back(i, m.to.toDouble());
        part.currency = m.to.currency();
        part.unknown += !model.at(i).earns;
      }
  if (at.empty())
    return part;
  const Draws draws(model, c.seed, c.settings.integer(u"optimizer.draws"));
  part.effect = draws.judge(at).effect;
  part.known = part.unknown < static_cast<int>(at.size());
  const std::vector<ListingOutlook> outlook = draws.outlook(at);
  for (const ListingOutlook& o : outlook) {
    part.revenueNow += o.revenueNow, part.revenueThen += o.revenueThen;
    part.profitNow += o.profitNow, part.profitThen += o.profitThen;
  }
  for (const auto& [i, price] : at)
    if (const auto reference = referenceOf(c.listings[i]); reference && outlook[i].revenueNow > 0) {
      part.logNow += outlook[i].revenueNow * std::log(c.listings[i].current.toDouble() / *reference);
      part.logThen += outlook[i].revenueNow * std::log(price / *reference);
      part.weight += outlook[i].revenueNow;
    }
  return part;
}

// Means add up, variances too.
class Sum {
 public:
  void add(double rate, double mean, double low, double high) {
    m_mean += rate * mean;
    m_low = m_parts == 0 ? rate * low : 0;
    m_high = m_parts == 0 ? rate * high : 0;
    const double sd = rate * (high - low) / (2 * kNormal90);
    m_variance += sd * sd;
    ++m_parts;
  }
  JointChange get() const {
    if (m_parts == 1) // its own interval, which need not lie evenly around the mean
      return {m_mean, m_low, m_high};
    const double half = kNormal90 * std::sqrt(m_variance);
    return {m_mean, m_mean - half, m_mean + half};
  }

 private:
  double m_mean = 0, m_variance = 0, m_low = 0, m_high = 0;
  int m_parts = 0;
};

void addUp(SelectionEffect& out, const std::vector<Part>& parts, const WorkspaceRates& rates) {
  Sum profit, revenue, units;
  double revenueNow = 0, revenueThen = 0, profitNow = 0, profitThen = 0, logNow = 0, logThen = 0, weight = 0;
  for (const Part& p : parts) {
    out.unknown += p.unknown;
    const double rate = p.known ? rates.worth(p.currency) : 0;
    if (rate <= 0)
      continue;
    const Effect& e = p.effect;
    profit.add(rate, e.profit, e.profitLow, e.profitHigh);
    revenue.add(rate, e.revenue, e.revenueLow, e.revenueHigh);
    units.add(1, e.units, e.unitsLow, e.unitsHigh);
    revenueNow += rate * p.revenueNow, revenueThen += rate * p.revenueThen;
    profitNow += rate * p.profitNow, profitThen += rate * p.profitThen;
    logNow += rate * p.logNow, logThen += rate * p.logThen, weight += rate * p.weight;
  }
  out.profit = profit.get(), out.revenue = revenue.get(), out.units = units.get();
  if (revenueNow > 0)
    out.marginNow = 100 * profitNow / revenueNow;
  if (revenueThen > 0)
    out.marginThen = 100 * profitThen / revenueThen;
  if (weight > 0) {
    out.indexNow = 100 * std::exp(logNow / weight);
    out.indexThen = 100 * std::exp(logThen / weight);
  }
}

Status countLimits(Workspace& w, std::span<const Ask> asks, SelectionEffect& out) {
  PW_TRY(const std::vector<Answer> answers, w.approval().mayApprove(w.me(), asks));
  for (const Answer& a : answers) {
    if (a.done)
      ++out.mine;
    else
      ++out.refused[a.why.code];
  }
  return {};
}

} // namespace

Result<SelectionEffect> selectionEffect(Workspace& w, std::span<const Ask> asks, const JobContext& job) {
  SelectionEffect out;
  PW_TRY(const QString currency, w.catalog().workspaceValue(QStringLiteral("currency")));
  PW_TRY(out.currency, Currency::fromCode(currency));
  PW_TRY(const Settings settings, w.catalog().settings());
  std::map<QString, std::vector<Move>> byCase;
  std::set<qint64> skus;
  PW_TRY(Query q,
         Query::prepare(w.database(), "SELECT d.case_id, d.listing_no, d.proposed_minor, d.currency, l.sku_no "
                                      "FROM decision d JOIN listing l ON l.no = d.listing_no WHERE d.id = ?1"));
  CurrencyReader currencies;
  for (const Ask& ask : asks) {
    q.reset();
    q.bind(1, ask.decision.toString());
    PW_TRY(const bool row, q.step());
    const auto known = row ? currencies.read(q.utf8(3)) : std::nullopt;
    if (!known || q.integer(2) <= 0)
      continue;
    byCase[q.text(0)].push_back({smallInteger(q, 1), Money(q.integer(2), *known)});
    skus.insert(q.integer(4));
    ++out.prices;
  }
  out.skus = static_cast<int>(skus.size());
  out.groups = static_cast<int>(byCase.size());
  std::vector<PricingCase> cases;
  std::vector<const std::vector<Move>*> moves;
  for (const auto& [id, some] : byCase) {
    if (job.cancelled())
      return fail(QStringLiteral("engine.cancelled"));
    PW_TRY(PricingCase one, w.decisions().pricingCase(id));
    cases.push_back(std::move(one));
    moves.push_back(&some);
  }
  std::vector<Part> parts(cases.size());
  if (!parallelFor(cases.size(), 1, job, [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i)
          parts[i] = partOf(cases[i], *moves[i]);
      }))
    return fail(QStringLiteral("engine.cancelled"));
  const Day today = dayOf(w.clock().now());
  PW_TRY(const WorkspaceRates rates, WorkspaceRates::on(w, settings, today, out.currency));
  addUp(out, parts, rates);
  PW_CHECK(countLimits(w, asks, out));
  return out;
}

} // namespace pricewright
