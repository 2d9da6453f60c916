// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/earnings/ScoreBoard.h"

#include "base/Words.h"
#include "catalog/Rows.h"
#include "engine/OneMoment.h"
#include "engine/WorkspaceRates.h"
#include "engine/earnings/ScorePanel.h"
#include "engine/models/OwnEffect.h"
#include "statistics/Distributions.h"

#include <cmath>

namespace pricewright {
namespace {

constexpr int kMostScored = 1'000'000, kMostPanelWeeks = 156;
constexpr std::array kScoreKeys{"sku", "category", "analyst", "model", "rule"};

// Where a decision's price stands among the prices of its listing.
struct PublishedAt {
  std::size_t listing = 0, price = 0;
};

QString ruleOf(const PriceDecision& d) {
  QString rule = s("none");
  for (const Verdict& v : d.guarded.verdicts)
    if (v.beforeMinor != v.afterMinor && v.afterMinor > 0)
      rule = v.ruleId;
  return rule;
}

class BoardReader {
 public:
  BoardReader(Workspace& w, const JobContext& job) : m_ws(w), m_job(job), m_out(std::make_shared<ScoreBoard>()) {}

  Result<std::shared_ptr<const ScoreBoard>> read() {
    PW_TRY(EarningsLedger ledger, EarningsLedger::open(m_ws, std::nullopt));
    m_ledger = &ledger;
    PW_TRY(const Settings settings, m_ws.catalog().settings());
    m_out->currency = ledger.into();
    if (ledger.endDay() > 0)
      m_out->through = fromDayNumber(ledger.endDay() - 1);
    findPrices();
    PW_CHECK(readApprovers());
    PW_CHECK(readDecisions());
    PW_CHECK(scoreAll());
    PW_TRY(const WorkspaceRates rates, WorkspaceRates::on(m_ws, settings, dayOf(m_ws.clock().now()), ledger.into()));
    PW_CHECK(sumUp(rates));
    m_out->bands = autoApprovalBands(ledger.catalog(), settings, m_out->rows);
    return std::shared_ptr<const ScoreBoard>(std::move(m_out));
  }

 private:
  void findPrices() {
    for (std::size_t i = 0; i < m_ledger->catalog().listings.size(); ++i)
      for (std::size_t p = 0; p < m_ledger->pricesOf(i).size(); ++p)
        if (const QString& id = m_ledger->pricesOf(i)[p].decisionId; !id.isEmpty())
          m_published.insert(id, PublishedAt{i, p});
  }

  Status readApprovers() {
    PW_TRY(Query q,
           Query::prepare(m_ws.database(), "SELECT decision_id, user FROM approval WHERE action IN ('approve', 'edit') "
                                           "ORDER BY at_ms, id"));
    return eachRow(q, [&]() -> Status {
      m_approvers[q.text(0)] = q.text(1);
      return {};
    });
  }

  Status readDecisions() {
    if (m_published.isEmpty())
      return {};
    DecisionFilter filter;
    filter.states = {DecisionState::Published, DecisionState::RolledBack};
    filter.most = kMostScored;
    PW_TRY(m_decisions, m_ws.decisions().decisions(filter));
    std::erase_if(m_decisions, [&](const PriceDecision& d) {
      return !m_published.contains(d.id.toString()) || d.proposed == d.current || !d.current.isValid();
    });
    // Those of a case one after the other: it is read once.
    std::stable_sort(m_decisions.begin(), m_decisions.end(),
                     [](const PriceDecision& a, const PriceDecision& b) { return a.caseId < b.caseId; });
    return {};
  }

  Result<ScorePanel> readPanel() const {
    int first = m_ledger->endDay();
    std::vector<bool> categories;
    for (const PriceDecision& d : m_decisions) {
      const PublishedAt at = m_published[d.id.toString()];
      first = std::min(first, m_ledger->pricesOf(at.listing)[at.price].fromDay);
      const Sku* sku = m_ledger->catalog().sku(m_ledger->catalog().listings[at.listing].skuNo);
      if (!sku)
        continue;
      categories.resize(std::max(categories.size(), std::size_t(sku->categoryNo) + 1));
      categories[std::size_t(sku->categoryNo)] = true;
    }
    const int weeks = std::min((m_ledger->endDay() - first + 6) / 7 + ScorePanel::kMostBefore + 1, kMostPanelWeeks);
    return ScorePanel::read(*m_ledger, weeks, categories, m_job);
  }

  Status scoreAll() {
    if (m_decisions.empty())
      return {};
    PW_TRY(const ScorePanel panel, readPanel());
    for (std::size_t i = 0; i < m_decisions.size(); ++i) {
      if (m_job.cancelled())
        return fail(s("engine.cancelled"));
      m_job.report("score", double(i) / double(m_decisions.size()));
      PW_CHECK(scoreOne(m_decisions[i], panel));
    }
    std::stable_sort(m_out->rows.begin(), m_out->rows.end(), [](const ScoreRow& a, const ScoreRow& b) {
      return std::tuple(b.publishedAt, a.sku, a.zone) < std::tuple(a.publishedAt, b.sku, b.zone);
    });
    return {};
  }

  Status scoreOne(const PriceDecision& d, const ScorePanel& panel) {
    const PublishedAt at = m_published[d.id.toString()];
    const auto& published = m_ledger->pricesOf(at.listing)[at.price];
    ScoreRow row{d.id, d.skuCode, d.skuName, d.zoneCode, d.categoryCode};
    row.analyst = !d.editedBy.isEmpty() ? d.editedBy : m_approvers.value(d.id.toString(), s("system"));
    row.model = methodName(d.recommendation.method), row.rule = ruleOf(d);
    row.currency = d.current.currency(), row.before = d.current, row.after = d.proposed;
    row.changeBp = changeBp(d.current, d.proposed), row.shown = d.recommendation.effect;
    row.publishedAt = startOf(fromDayNumber(published.fromDay)), row.rolledBack = d.state == DecisionState::RolledBack;
    auto window = panel.windowOf(at.listing, at.price, d.current);
    if (window) {
      row.sharesBuyers = window->sharesBuyers, row.scoredUntil = fromDayNumber(window->endDay - 1);
      PW_TRY(row.score, scorePrice(panel.panel(), window->wish));
      if (row.score.state == ScoreState::NoPrediction) {
        PW_CHECK(predict(d, row));
        window->wish.profit = row.profit, window->wish.revenue = row.revenue, window->wish.units = row.units;
        PW_TRY(row.score, scorePrice(panel.panel(), window->wish));
      }
    }
    count(row.score.state);
    m_out->rows.push_back(std::move(row));
    return {};
  }

  // What the model that proposed it expected of this product alone. None: no model did.
  Status predict(const PriceDecision& d, ScoreRow& row) {
    if (d.recommendation.method != Method::Model)
      return {};
    if (m_caseId != d.caseId) {
      PW_TRY(m_case, m_ws.decisions().pricingCase(d.caseId));
      m_model = std::make_unique<GroupModel>(m_case), m_caseId = d.caseId;
    }
    row.model = m_case.modelVersion.section(u'+', 0, 0);
    for (std::size_t i = 0; i < m_case.listings.size(); ++i)
      if (m_case.listings[i].listingNo == d.listingNo)
        if (const auto own = ownEffect(m_model->at(i), d.proposed.toDouble(), m_case.seed))
          row.profit = own->profit, row.revenue = own->revenue, row.units = own->units;
    return {};
  }

  void count(ScoreState state) {
    m_out->scored += state == ScoreState::Scored, m_out->waiting += state == ScoreState::Waiting;
    m_out->withoutPrediction += state == ScoreState::NoPrediction;
    m_out->untold +=
        state == ScoreState::NoHistory || state == ScoreState::NoComparable || state == ScoreState::NotCharged;
  }

  Status sumUp(const WorkspaceRates& rates) {
    std::vector<ScoredEffect> all;
    std::array<std::vector<QString>, 5> keys;
    LiftOf profit, revenue;
    for (ScoreRow& row : m_out->rows) {
      const double worth = row.worth = rates.worth(row.currency);
      if (!row.score.units)
        continue;
      if (worth <= 0) {
        ++m_out->leftOut;
        continue;
      }
      revenue.add(*row.score.revenue, worth);
      if (!row.score.profit)
        continue;
      profit.add(*row.score.profit, worth);
      if (!row.profit || !row.score.profit->position)
        continue;
      const RealizedEffect& r = *row.score.profit;
      all.push_back({0, worth * row.profit->mean, worth * row.profit->standardDeviation(), worth * r.mean,
                     worth * r.standardError, *r.position, r.insidePredicted});
      for (std::size_t k = 0; const QString& key : {row.sku, row.category, row.analyst, row.model, row.rule})
        keys[k++].push_back(key);
    }
    m_out->profitLift = profit.lift(), m_out->revenueLift = revenue.lift();
    PW_TRY(m_out->calibration, calibrationOf(all));
    for (std::size_t k = 0; k < keys.size(); ++k) {
      PW_TRY(m_out->groups[k], groupedBy(keys[k], all));
    }
    return {};
  }

  // All effects together against all that would have come.
  struct LiftOf {
    double effect = 0, variance = 0, base = 0;
    int decisions = 0;
    void add(const RealizedEffect& r, double worth) {
      effect += worth * r.mean, variance += worth * worth * r.standardError * r.standardError;
      base += worth * r.counterfactual, ++decisions;
    }
    std::optional<ScoreBoard::Lift> lift() const {
      if (decisions == 0 || base <= 0)
        return std::nullopt;
      const double percent = 100 * effect / base, reach = 100 * kNormal90 * std::sqrt(variance) / base;
      return ScoreBoard::Lift{percent, percent - reach, percent + reach, decisions};
    }
  };

  static Result<std::vector<ScoreGroupRow>> groupedBy(const std::vector<QString>& keys, std::vector<ScoredEffect> all) {
    std::map<QString, int> numbers;
    for (const QString& key : keys)
      numbers.try_emplace(key, 0);
    std::vector<ScoreGroupRow> out;
    for (auto& [key, no] : numbers)
      no = int(out.size()), out.push_back({key, {}});
    for (std::size_t i = 0; i < keys.size(); ++i)
      all[i].group = numbers[keys[i]];
    PW_TRY(const std::vector<ScoreGroup> groups, scoreGroups(all));
    for (const ScoreGroup& g : groups)
      out[std::size_t(g.group)].group = g;
    return out;
  }

  Workspace& m_ws;
  const JobContext& m_job;
  EarningsLedger* m_ledger = nullptr;
  QHash<QString, PublishedAt> m_published;
  QHash<QString, QString> m_approvers;
  std::vector<PriceDecision> m_decisions;
  QString m_caseId;
  PricingCase m_case;
  std::unique_ptr<GroupModel> m_model;
  std::shared_ptr<ScoreBoard> m_out;
};

std::optional<BandEvidence> bandEvidenceOf(const ScoreRow& row) {
  if (row.worth <= 0 || row.score.state != ScoreState::Scored || !row.score.profit || !row.score.profit->position ||
      !row.profit)
    return std::nullopt;
  const RealizedEffect& r = *row.score.profit;
  BandEvidence e{toDayNumber(row.scoredUntil), row.changeBp};
  e.inside90 = std::abs(*r.position - 0.5) <= 0.45;
  if (std::abs(r.mean) > r.standardError && row.profit->mean != 0)
    e.rightSign = (r.mean > 0) == (row.profit->mean > 0);
  e.realized = row.worth * r.mean, e.standardError = row.worth * r.standardError; // zones add up
  return e;
}

} // namespace

QString scoreStateName(ScoreState state) {
  constexpr std::array kNames{"scored", "waiting", "no-history", "no-comparable", "not-charged", "no-prediction"};
  return s(kNames[std::size_t(state)]);
}
QString scoreByName(ScoreBy by) { return s(kScoreKeys[std::size_t(by)]); }
std::optional<ScoreBy> scoreByFrom(QStringView name) {
  for (std::size_t i = 0; i < kScoreKeys.size(); ++i)
    if (name == s(kScoreKeys[i]))
      return ScoreBy(i);
  return std::nullopt;
}

Result<std::shared_ptr<const ScoreBoard>> scoreBoard(Workspace& workspace, const JobContext& job) {
  return ofOneMoment(workspace.database(), [&] { return BoardReader(workspace, job).read(); });
}

std::vector<CategoryBand> autoApprovalBands(const Catalog& catalog, const Settings& settings,
                                            std::span<const ScoreRow> rows) {
  double most = settings.real(u"guardrail.step.percent");
  for (const QStringView key : {QStringView(u"guardrail.step-24h.percent"), QStringView(u"guardrail.step-7d.percent")})
    most = std::min(most, settings.real(key));
  std::map<QString, std::vector<BandEvidence>> evidence;
  for (const ScoreRow& row : rows)
    if (const auto e = bandEvidenceOf(row))
      evidence[row.category].push_back(*e);
  std::vector<CategoryBand> out;
  for (const Category& c : catalog.categories) {
    CategoryBand& band = out.emplace_back(CategoryBand{c.no, c.code, c.name, {}});
    // Figures of the store that are no numbers earn nothing.
    if (const auto earned = autoBand(evidence[c.code], {int(std::floor(most * 100 + 1e-6)), 100}))
      band.band = *earned;
  }
  std::sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.code < b.code; });
  return out;
}

Result<std::vector<CategoryBand>> autoApprovalBands(Workspace& workspace, const JobContext& job) {
  PW_TRY(const auto board, scoreBoard(workspace, job));
  return board->bands;
}

} // namespace pricewright
