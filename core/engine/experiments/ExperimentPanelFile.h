// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/Cancel.h"
#include "base/Time.h"
#include "experiments/designs/DesignTest.h"
#include "imports/csv/TypeGuess.h"

#include <QStringList>

namespace pricewright {

// A file of units by days (or weeks): who was treated, and what each unit brought on each day.
struct PanelFileWish {
  QString path;
  // "": found by what they are usually called, the unit also as a cluster, the treated as an arm.
  QString unitColumn, timeColumn, valueColumn;
  // A unit is treated where this value stands in its rows. "": 1 where that stands there at all, else the one of two
  // arms that is no control by its name.
  QString treatedColumn, treatedValue;
  QString testColumn, testValue = QStringLiteral("1"); // rows of the test; or
  std::optional<Day> start;                            // the test's first day
  DesignKind design = DesignKind::Clusters;
  int periodDays = 1; // days that are added up to one period
  // Switchback: periods of a block, those at its start that are left out, and whether all units switch together.
  std::size_t blockPeriods = 1, washout = 0;
  bool together = false;
  EffectModel model{EffectScale::Relative, BeforeUse::Regression};
  double alpha = 0.05, margin = 0, goal = 0;
  std::size_t looks = 1; // evenly spread over the test; the last is its end
  std::size_t redraws = 1999;
  std::uint64_t seed = 1;
  WrittenAs written; // how numbers and days are; what is empty is guessed
};
struct PanelFileAnswer {
  std::size_t units = 0, before = 0, tested = 0, rows = 0;
  std::size_t assigned = 0, treated = 0; // units, or in a switchback the blocks of them
  // As they stand in the file, whether they were named or found.
  QString unitColumn, timeColumn, valueColumn, treatedColumn, treatedValue;
  std::optional<Error> leftOut; // experiment.rows-left-out: of rows that could not be read
  DesignResult result;
  // Difference in differences of the mean logarithms of what each unit brought a period, before and within the test,
  // with the standard error of two samples (Neyman 1923): as geographic tests are usually reported.
  struct Differences {
    double value = 0, standardError = 0, low = 0, high = 0, p = 1;
  };
  std::optional<Differences> differences; // none: a unit brought nothing in a period
};
// More than these are no panel, but a mistake in a time or a unit: experiment.panel-too-long (first, last, periods,
// most; before anything is computed), .panel-too-large (units, periods, most)
inline constexpr std::size_t kMostPanelPeriods = 3'660;    // ten years of days
inline constexpr std::size_t kMostPanelCells = 20'000'000; // units × periods
// experiment.no-column, .which-treated (column, found: nobody says which of its values is the treatment), .bad-rows,
// .two-arms (a unit, or a block of one, with both values), .one-arm, .no-exposure,
// .few-clusters, and testDesign()'s
Result<PanelFileAnswer> analyzePanelFile(const PanelFileWish& wish, const JobContext& job = {});

} // namespace pricewright
