// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/models/Learning.h"

#include "base/Parallel.h"
#include "base/Words.h"
#include "pipeline/optimizer/GroupModel.h"
#include "pipeline/planner/AssortmentNow.h"

#include <chrono>
#include <deque>
#include <map>

namespace pricewright {

namespace {

LearningRow rowOf(const std::vector<LearningPlace>& places, int horizonWeeks) {
  const ListingCase& first = places.front().content->listings[places.front().listing];
  LearningRow row{first.skuCode, first.skuName, first.categoryCode, first.current.currency(), {}, {}};
  row.value = learningValue(places, horizonWeeks);
  for (std::size_t p = 0; p < places.size(); ++p) {
    const ListingCase& l = places[p].content->listings[places[p].listing];
    const qint64 test = row.value.tests[p];
    row.places.push_back({l.zoneCode, l.current, test > 0 ? Money(test, l.current.currency()) : Money()});
  }
  return row;
}

} // namespace

QString knowledgeName(Knowledge knowledge) {
  switch (knowledge) {
  case Knowledge::Known:
    return s("known");
  case Knowledge::WorthTesting:
    return s("worth-testing");
  case Knowledge::CannotTell:
    break;
  }
  return s("cannot-tell");
}

Result<LearningReport> learningReport(Workspace& w, int horizonWeeks, const JobContext& job) {
  job.report("scenario.read", 0);
  PW_TRY(const AssortmentNow assortment, AssortmentNow::load(w.planner().tools()));
  PW_TRY(const ModelVersion champion, w.models().champion(modelName(ModelKind::ElasticityEstimator)));
  PW_TRY(const AssortmentNow::Learnt learnt, assortment.learn(champion, 0, job));
  const auto began = std::chrono::steady_clock::now();
  std::vector<std::vector<RuleOutcome>> rules;
  std::deque<GroupModel> models;
  std::map<std::pair<QString, QString>, std::vector<LearningPlace>> bySku; // and currency
  for (const PricingCase& c : learnt.cases) {
    rules.push_back(rulesOf(c));
    models.emplace_back(c);
    for (std::size_t i = 0; i < c.listings.size(); ++i)
      bySku[{c.listings[i].skuCode, c.listings[i].current.currency().code()}].push_back(
          {&c, &models.back(), i, i < rules.back().size() ? rules.back()[i] : RuleOutcome()});
  }
  std::vector<const std::vector<LearningPlace>*> products;
  for (const auto& [key, places] : bySku)
    products.push_back(&places);
  std::vector<LearningRow> rows(products.size());
  const bool done = parallelFor(products.size(), 4, job, [&](std::size_t begin, std::size_t end) {
    for (std::size_t k = begin; k < end; ++k)
      rows[k] = rowOf(*products[k], horizonWeeks);
  });
  if (!done)
    return fail(s("job.cancelled"));
  LearningReport out;
  out.horizonWeeks = horizonWeeks;
  out.rows = std::move(rows);
  for (const LearningRow& row : out.rows) {
    out.known += row.value.knowledge == Knowledge::Known;
    out.worthTesting += row.value.knowledge == Knowledge::WorthTesting;
    out.cannotTell += row.value.knowledge == Knowledge::CannotTell;
  }
  std::stable_sort(out.rows.begin(), out.rows.end(), [](const LearningRow& a, const LearningRow& b) {
    const bool first = a.value.knowledge == Knowledge::WorthTesting,
               second = b.value.knowledge == Knowledge::WorthTesting;
    return first != second ? first : a.value.net() > b.value.net();
  });
  out.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
  return out;
}

} // namespace pricewright
