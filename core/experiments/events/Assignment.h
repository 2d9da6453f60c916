// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/Result.h"
#include "experiments/events/SipHash.h"

#include <optional>
#include <string>
#include <vector>

namespace pricewright {

inline constexpr int kWhole = 10'000; // shares are in ten-thousandths

// Which price a unit sees. Everything is a function of the unit's name and the words in here, so it survives restarts,
// needs no table and is the same on every machine.
struct AssignmentPlan {
  std::string salt;        // of this test: another salt is another draw
  std::vector<int> shares; // of the arms among the units that are in, the sum is kWhole
  int traffic = kWhole;    // how many of the units that may be in are in; a ramp raises this and nothing else
  std::string layer;       // tests of one layer share no unit as long as their slots do not overlap; "": no layer
  int slotFrom = 0, slotTo = kWhole; // of the layer: from, and up to but without
  std::string holdoutSalt;           // units that no test may touch are drawn by this, the same for all tests
  int holdout = 0;                   // their share
};

struct Assignment {
  enum class Place { In, Holdout, OtherTest, NotYet } place = Place::NotYet;
  int arm = -1; // from 0; also of a unit that is not yet in: the one that it will be in
  [[nodiscard]] bool isIn() const { return place == Place::In; }
};

class Assigner {
 public:
  // experiment.bad-share (shares that are none or do not add up, a traffic, slot or holdout out of its range),
  // .bad-shape (fewer than two arms or more than kMostAssigned), .bad-setting (no salt)
  static constexpr std::size_t kMostAssigned = 50;
  static Result<Assigner> from(const AssignmentPlan& plan);

  // A number and its digits are two different units: whoever hands both kinds in has to settle for one.
  [[nodiscard]] Assignment of(std::string_view unit) const;
  [[nodiscard]] Assignment of(std::uint64_t unit) const;
  [[nodiscard]] const AssignmentPlan& plan() const { return m_plan; }

 private:
  template <class Unit> Assignment place(Unit unit) const;
  AssignmentPlan m_plan;
  SipKey m_test, m_layer, m_holdout;
  std::vector<std::uint32_t> m_upTo; // cumulated shares
};

// Whether a plan may follow another in a running test: units may come in, and none may leave or change its arm.
// experiment.assignment-changed: what (arms, salt, layer, holdout, traffic)
Status mayFollow(const AssignmentPlan& before, const AssignmentPlan& after);
// Whether two tests never share a unit: the same layer and slots that do not overlap.
bool excludeEachOther(const AssignmentPlan& a, const AssignmentPlan& b);

} // namespace pricewright
