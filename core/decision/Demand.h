// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>

#include <array>
#include <optional>
#include <vector>

namespace pricewright {

// The terms of the log-demand equation of one listing. All regressors are zero at the reference point (reference price,
// no promotion), so exp(logBase) is the units of an ordinary week there.
enum Term : int {
  kOwnRegular,  // log(regular price / reference)
  kOwnDiscount, // log(paid price / regular price), ≤ 0 on promotion
  kSibling,     // share-weighted mean log(price / reference) of the siblings in the same zone
  kCompetitor,  // log(competitor reference / its reference), where an independent source exists
  kDeal,        // share of the week on deal, 0…1
  kFeature,     // share of the week featured, 0…1
  kSeasonSin,
  kSeasonCos, // one annual harmonic
  kTerms
};
QString termName(int term);

enum class Identification { Experiment, CostShock, Observational, Weak };
QString identificationName(Identification i); // "experiment", "cost-shock" …
std::optional<Identification> identificationFrom(QStringView name);

// What demand says of one listing: a normal posterior over its terms, and where it was learnt. Travels with a decision.
struct DemandEstimate {
  bool usable = false;
  QString pooledFrom; // "own", "category", "all": whose data carry it
  Identification grade = Identification::Weak;
  QString gradeReason; // code: few-prices, wide-interval, no-history, never-sold, pooled-only, scale-changed
  std::array<double, kTerms> mean{};
  std::array<double, std::size_t(kTerms) * kTerms> covariance{}; // row-major
  double referencePrice = 0;                                     // major units, as published
  double logBase = 0;                     // log of expected units per week at the reference point next week
  double logBaseSd = 0;                   // its uncertainty
  double noiseSd = 0;                     // week-to-week scatter of log units
  double smearing = 1;                    // mean of exp(residual): from the log back to units
  double seasonShift = 0;                 // what the season adds in the week priced for; logBase holds it already
  double siblingShare = 0;                // share of the group's revenue, weight in its siblings' index
  double lowestSeen = 0, highestSeen = 0; // regular prices observed, major units
  int weeks = 0;                          // periods used
  int distinctPrices = 0;                 // regular prices observed at least twice
  double ownStandardError = 0;   // of the regular elasticity from this SKU's own data, robust to common weeks; 0 = none
  double naiveStandardError = 0; // the same without that
  // Whose doubt it is: shares of the variance of the own-price elasticity, and of its sum with the siblings' (what a
  // rise of the whole category does), that are in common with the whole category, in all zones; and, beyond that, with
  // the same product in other zones. Zeros: not told, every listing's doubt counts as its own.
  std::array<double, 2> categoryShare{}, productShare{};
  bool operator==(const DemandEstimate&) const = default;
};

} // namespace pricewright
