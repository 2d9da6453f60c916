// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/experiments/ExperimentAnalysis.h"
#include "experiments/Bandit.h"
#include "experiments/events/AdaptiveMeans.h"

#include <QJsonObject>

namespace pricewright {

// A bandit in a file: a row an exposure, with the arm that was drawn, the probability with which it was, and what it
// brought. The other arms' probabilities stand in columns of their own ("p_ARM", "probability_ARM", "propensity_ARM"),
// or follow: of two arms from the one, of more from the rows of the same round (in which no arm's probability changes).
struct BanditFileWish {
  QString path, reward;                  // the reward's column
  QString probability;                   // its column; "": guessed
  QMap<ExperimentColumn, QString> named; // arm, unit and time, where they go by other names
  WrittenAs written;                     // where the file does not tell
  QString control;                       // "": the arm that sounds like one, else the first by name
  QMap<QString, double> worth;           // of one reward in an arm, such as its price; 1 where nothing is said
  BanditRule rule;
  double alpha = 0.05, tunedAt = 5'000;
};
struct BanditFileAnswer {
  QStringList arms;
  std::size_t control = 0;
  bool controlGuessed = false, areShares = false;
  qint64 rows = 0, repeated = 0; // repeated: rows of a unit that was there before: its first in time counts
  BadRows bad;
  std::vector<ExperimentReport::Whale> whales; // single rewards that decide
  AdaptiveEstimates estimates;                 // of rewards, each times its arm's worth
  BanditAllocation next;
};
// experiment.no-column, .bad-rows, .no-rows, .one-arm, .too-many-names, .unknown-arm, .unknown-probabilities,
// .bad-share, adaptiveEstimates()' and nextAllocation()'s
Result<BanditFileAnswer> analyzeBanditFile(const BanditFileWish& wish, const JobContext& job = {});

// {control, reward: share|mean, rows, repeated, draws_p, burning_in, floor, burn_in, alpha, arms: [{arm, steps,
//  plain_mean, weighted, value, standard_error, low, high, chance_of_best, next_share}], lifts: [{arm, value,
//  standard_error, low, high, anytime: {value, low, high, p, decided}}], bad_rows, notes: [code],
//  remarks: [{code, arguments}]}
QJsonObject banditJson(const BanditFileAnswer& answer, const BanditFileWish& wish);
QStringList banditNotes(const BanditFileAnswer& answer);
std::vector<Error> banditRemarks(const BanditFileAnswer& answer, const BanditFileWish& wish); // the same with figures

// The arm that sounds like a control ("A", "baseline", "no e-mail" …); −1: none does.
qsizetype likelyControl(const QStringList& arms);

} // namespace pricewright
