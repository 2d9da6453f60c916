// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "earnings/AutoBand.h"
#include "earnings/PriceScore.h"
#include "earnings/ScoreGroups.h"
#include "engine/Workspace.h"

namespace pricewright {

QString scoreStateName(ScoreState state); // "scored" …

// A price that was published, and what came of it. Money a week, net of VAT, in the currency of its zone.
struct ScoreRow {
  Id decision;
  QString sku, name, zone, category;
  QString analyst; // who edited or approved it; "system" where nobody was asked
  QString model;   // the version that proposed it; "rules" and the like where no model did
  QString rule;    // the limit or rule that moved the proposal last; "none"
  Currency currency;
  double worth = 0; // of one unit of it in the workspace's currency, at today's rate; 0: there is no rate
  Money before, after;
  int changeBp = 0;
  Instant publishedAt{};
  bool rolledBack = false;
  PriceScore score;
  // Of this product alone, as the score is: what the model expected of it then, without its siblings.
  std::optional<PredictedEffect> profit, revenue, units;
  Effect shown;              // what the approver saw: with siblings, the label taken off
  bool sharesBuyers = false; // compared with products of the same zone, which may have taken or lost buyers to it
  Day scoredUntil{};         // the last day that counts
};
enum class ScoreBy { Sku, Category, Analyst, Model, Rule };
QString scoreByName(ScoreBy by);
std::optional<ScoreBy> scoreByFrom(QStringView name);
// One line of a grouping, in the workspace's currency at today's rates.
struct ScoreGroupRow {
  QString key;
  ScoreGroup group;
};
struct CategoryBand {
  int categoryNo = 0;
  QString code, name;
  AutoBand band;
};

// Prices that keep score. Immutable once made.
struct ScoreBoard {
  Currency currency;                                                           // of sums
  std::optional<Day> through;                                                  // the last day that sales cover
  std::vector<ScoreRow> rows;                                                  // newest publication first
  int scored = 0, waiting = 0, untold = 0, withoutPrediction = 0, leftOut = 0; // leftOut: no rate, not in the sums
  Calibration calibration;                                                     // of profit
  std::array<std::vector<ScoreGroupRow>, 5> groups;                            // by ScoreBy; by key
  std::vector<CategoryBand> bands;                                             // of every category, by code
  // Realized change of profit and revenue in percent of what would have come, all scored decisions together, with 90 %.
  struct Lift {
    double percent = 0, low = 0, high = 0;
    int decisions = 0;
  };
  std::optional<Lift> profitLift, revenueLift;
  const std::vector<ScoreGroupRow>& by(ScoreBy what) const { return groups[std::size_t(what)]; }
};
// Every published decision against what would have come at the old price: at most 26 weeks before it and 13 after, cut
// where the price changed again. Reads sales of those weeks only, and the cases that decisions were made from. Also on
// a read-only workspace. Cancellable: engine.cancelled. Those of the stores
Result<std::shared_ptr<const ScoreBoard>> scoreBoard(Workspace& workspace, const JobContext& job = {});

// How far each category's small changes may go by themselves, by what its published prices proved: never further than
// the narrowest step of the guardrails. By category number; a category that earned nothing has 0.
Result<std::vector<CategoryBand>> autoApprovalBands(Workspace& workspace, const JobContext& job = {});
std::vector<CategoryBand> autoApprovalBands(const Catalog& catalog, const Settings& settings,
                                            std::span<const ScoreRow> rows);

} // namespace pricewright
