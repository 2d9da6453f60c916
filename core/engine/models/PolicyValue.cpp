// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/models/PolicyValue.h"

#include "base/Parallel.h"
#include "base/Words.h"
#include "decision/DrawStore.h"
#include "pipeline/optimizer/Draws.h"
#include "pipeline/planner/AssortmentNow.h"

#include <cmath>
#include <map>

namespace pricewright {
namespace {

// What a listing earns a week by the case's model, siblings as they are.
double expectedProfit(const GroupListing& l, double price) {
  return (l.net(price) - l.cost) * std::exp(l.logMeanUnits(l.x1 + std::log(price) - l.logCurrent, l.x2));
}

// Profit a week of the whole periods inside a draw's time; none where no period has passed yet.
std::optional<double> earned(std::span<const SalePoint> sales, const PriceDraw& draw, const GroupListing& l) {
  const qint32 from = toDayNumber(dayOf(draw.at)) + 1, until = toDayNumber(dayOf(draw.until));
  double profit = 0;
  int days = 0;
  for (const SalePoint& p : sales)
    if (p.day >= from && p.day + p.days <= until && p.priceMicro >= 0) {
      profit += double(p.unitsMilli) / 1e3 * (l.net(double(p.priceMicro) / 1e6) - l.cost);
      days += p.days;
    }
  if (days == 0)
    return std::nullopt;
  return profit * 7 / days;
}

class DrawReader {
 public:
  DrawReader(Workspace& w, const SalesHistory& history) : m_w(w), m_history(history) {}

  Result<std::vector<DrawValue>> read(const JobContext& job) {
    PW_TRY(const std::vector<PriceDraw> draws, allDraws(m_w.database()));
    for (const PriceDraw& draw : draws) {
      if (job.cancelled())
        return fail(s("job.cancelled"));
      PW_CHECK(take(draw));
    }
    std::vector<DrawValue> out;
    for (auto& [code, found] : m_byCurrency) {
      found.value.comparison = comparePolicies(found.rows);
      out.push_back(found.value);
    }
    return out;
  }

 private:
  struct Found {
    DrawValue value;
    std::vector<DrawnAction> rows;
  };
  struct Asked {
    QString id;
    PricingCase content;
    std::optional<GroupModel> model;
  };

  // Draws of a group stand one after the other, and share a case.
  Status ask(const QString& caseId) {
    if (m_asked.id == caseId)
      return {};
    m_asked.model.reset();
    PW_TRY(m_asked.content, m_w.decisions().pricingCase(caseId));
    m_asked.model.emplace(m_asked.content);
    m_asked.id = caseId;
    return {};
  }

  Status take(const PriceDraw& draw) {
    PW_CHECK(ask(draw.caseId));
    const auto& listings = m_asked.content.listings;
    const auto at = std::find_if(listings.begin(), listings.end(),
                                 [&](const ListingCase& l) { return l.listingNo == draw.listingNo; });
    if (at == listings.end() || !m_asked.model->at(std::size_t(at - listings.begin())).earns)
      return {};
    const GroupListing& l = m_asked.model->at(std::size_t(at - listings.begin()));
    const Currency currency = at->current.currency();
    Found& found = m_byCurrency[currency.code()];
    found.value.currency = currency;
    ++found.value.draws;
    const std::optional<double> reward = earned(m_history.salesOf(draw.listingNo), draw, l);
    if (!reward) {
      ++found.value.waiting;
      return {};
    }
    found.value.elsewhere += draw.chosenMinor != draw.preferredMinor;
    found.rows.push_back(rowOf(draw, l, currency, *reward));
    return {};
  }

  DrawnAction rowOf(const PriceDraw& draw, const GroupListing& l, Currency currency, double reward) {
    DrawnAction row;
    row.reward = reward;
    row.cluster = m_skus.emplace(skuOf(draw.listingNo), int(m_skus.size())).first->second;
    row.block = toDayNumber(dayOf(draw.at));
    for (std::size_t k = 0; k < draw.chances.size(); ++k) {
      const auto& [minor, chance] = draw.chances[k];
      row.chances.push_back(chance);
      row.predicted.push_back(expectedProfit(l, Money(minor, currency).toDouble()));
      if (minor == draw.chosenMinor)
        row.taken = k;
      if (minor == draw.preferredMinor)
        row.policy = k;
    }
    // Where today's price could not come, nothing is held against it.
    row.baseline = row.policy;
    for (std::size_t k = 0; k < draw.chances.size(); ++k)
      if (draw.chances[k].first == draw.currentMinor)
        row.baseline = k;
    return row;
  }

  int skuOf(int listingNo) const {
    const Listing* listing = m_history.catalog.listing(listingNo);
    return listing ? listing->skuNo : 0;
  }

  Workspace& m_w;
  const SalesHistory& m_history;
  Asked m_asked;
  std::map<QString, Found> m_byCurrency;
  std::map<int, int> m_skus;
};

// What one case's changes do together, draw by draw.
struct Changes {
  std::vector<std::pair<std::size_t, double>> moves;
  int prices = 0;
};

Changes changesOf(const PricingCase& c) {
  Changes out;
  for (std::size_t i = 0; const PriceDecision& d : decideCase(c)) {
    const bool moves = d.guarded.final.isValid() && d.guarded.final != d.current && d.guarded.route != Route::Blocked;
    if (moves && d.recommendation.method == Method::Model)
      out.moves.emplace_back(i, d.guarded.final.toDouble());
    ++out.prices, ++i;
  }
  return out;
}

// The case with the slopes that all history tells; levels stay those of then.
PricingCase withSlopesOf(PricingCase c, const std::unordered_map<int, const DemandEstimate*>& known) {
  for (ListingCase& l : c.listings)
    if (const auto found = known.find(l.listingNo);
        found != known.end() && found->second->usable && found->second->referencePrice > 0) {
      const DemandEstimate then = l.demand;
      // Both estimates are told from their own reference price: the level moves along the slope to the same one.
      const double toThere = std::log(l.current.toDouble() / then.referencePrice);
      const double fromHere = std::log(l.current.toDouble() / found->second->referencePrice);
      l.demand = *found->second;
      l.demand.logBase = then.logBase + then.mean[kOwnRegular] * toThere - found->second->mean[kOwnRegular] * fromHere;
      l.demand.logBaseSd = then.logBaseSd, l.demand.siblingShare = then.siblingShare;
      l.demand.seasonShift = then.seasonShift;
    }
  return c;
}

class Replay {
 public:
  Replay(Workspace& w, const PolicyValueWish& wish, const JobContext& job) : m_w(w), m_wish(wish), m_job(job) {}

  Status run(std::vector<ReplayOrigin>& out) {
    PW_TRY(m_champion, m_w.models().champion(modelName(ModelKind::ElasticityEstimator)));
    PW_TRY(const AssortmentNow now, AssortmentNow::load(m_w.planner().tools()));
    PW_TRY(const AssortmentNow::Learnt all, now.learn(m_champion, 0, m_job));
    for (const PricingCase& c : all.cases)
      for (const ListingCase& l : c.listings)
        m_known[l.listingNo] = &l.demand;
    qint32 last = 0;
    for (const SalePoint& p : now.world().sales.points)
      last = std::max(last, p.day + p.days);
    for (int k = m_wish.origins; k > 0; --k) {
      m_job.report("backtest.origin", double(m_wish.origins - k) / m_wish.origins);
      PW_CHECK(replay(Day(std::chrono::days(last - 7 * m_wish.weeks * k)), out));
    }
    return {};
  }

 private:
  Status replay(Day at, std::vector<ReplayOrigin>& out) {
    const Result<AssortmentNow> then = AssortmentNow::loadAt(m_w.planner().tools(), startOf(at));
    if (!then && then.error().is(u"forecast.no-history"))
      return {}; // before anything was sold
    if (!then)
      return then.error();
    PW_TRY(AssortmentNow::Learnt learnt, then->learn(m_champion, 0, m_job));
    std::map<QString, std::pair<ReplayOrigin, std::pair<DrawSums, DrawSums>>> byCurrency;
    std::vector<Changes> changes(learnt.cases.size());
    if (!parallelFor(changes.size(), 1, m_job, [&](std::size_t begin, std::size_t end) {
          for (std::size_t i = begin; i < end; ++i)
            changes[i] = changesOf(learnt.cases[i]);
        }))
      return fail(s("job.cancelled"));
    for (std::size_t i = 0; i < changes.size(); ++i) {
      const PricingCase& c = learnt.cases[i];
      if (c.listings.empty())
        continue;
      const Currency currency = c.listings.front().current.currency();
      auto& [origin, sums] = byCurrency[currency.code()];
      origin.at = at, origin.currency = currency;
      origin.prices += changes[i].prices, origin.changes += int(changes[i].moves.size());
      if (changes[i].moves.empty())
        continue;
      sums.first.add(sumsOf(c, changes[i]));
      sums.second.add(sumsOf(withSlopesOf(c, m_known), changes[i]));
    }
    for (auto& [code, found] : byCurrency) {
      if (found.first.changes > 0) {
        found.first.expected = Draws::effectOf(std::move(found.second.first));
        found.first.hindsight = Draws::effectOf(std::move(found.second.second));
      }
      out.push_back(found.first);
    }
    return {};
  }

  static DrawSums sumsOf(const PricingCase& c, const Changes& changes) {
    const GroupModel model(c);
    return Draws(model, c.seed, c.settings.integer(u"optimizer.draws")).sums(changes.moves);
  }

  Workspace& m_w;
  const PolicyValueWish& m_wish;
  const JobContext& m_job;
  ModelVersion m_champion;
  std::unordered_map<int, const DemandEstimate*> m_known; // looked up only
};

} // namespace

Result<PolicyValue> policyValue(Workspace& w, const PolicyValueWish& wish, const JobContext& job) {
  PolicyValue out;
  SalesHistory history;
  const Instant now = w.clock().now();
  PW_CHECK(loadSalesHistory(history, w.database(), w.catalog(), w.offers(), dayOf(now), now));
  if (history.sales.points.empty())
    return fail(s("forecast.no-history"));
  PW_TRY(out.draws, DrawReader(w, history).read(job));
  if (wish.origins > 0)
    PW_CHECK(Replay(w, wish, job).run(out.origins));
  return out;
}

} // namespace pricewright
