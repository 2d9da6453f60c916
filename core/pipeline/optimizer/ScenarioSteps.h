// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "pipeline/optimizer/PlanGroup.h"
#include "pipeline/optimizer/ScenarioPlan.h"

namespace pricewright {

// One group of a scenario, as its estimates say that prices act on each other. Internal to ScenarioPlan.
class ScenarioGroupModel : public PlanGroup {
 public:
  ScenarioGroupModel(const ScenarioGroup& group, std::size_t number);
  const GroupModel& model() const { return m_model; }
  double rate() const { return m_rate; }
  const std::vector<qint64>& minors(std::size_t k) const { return m_minors[k]; } // of item k's choices

  std::size_t size() const override { return m_model.size(); }
  PlanSums sums(const std::vector<double>& moves) const override;
  void choices(std::size_t k, const std::vector<double>& moves, std::vector<PlanSums>& out) const override;
  double labelCost() const override { return m_rate * m_model.labelCost(); }
  double caution(std::size_t k, std::size_t choice) const override;

 private:
  double shiftOf(std::size_t listing, const std::vector<double>& moves) const;
  PlanSums at(std::size_t listing, double move, double shift) const;
  GroupModel m_model;
  double m_rate;
  std::vector<std::vector<qint64>> m_minors;
};

struct ScenarioModel::Parts {
  std::vector<ScenarioGroup> groups;
  std::vector<const ScenarioGroupModel*> models;
  PlanParts plan;
  std::vector<ScenarioRelation> relations; // as asked
  std::size_t all = 0;
};

} // namespace pricewright
