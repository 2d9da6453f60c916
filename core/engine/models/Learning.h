// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/Workspace.h"
#include "pipeline/optimizer/LearningValue.h"

namespace pricewright {

// Of each product: known, worth a test, or beyond telling; with what a test in every second of its zones would cost and
// be worth. Demand is learnt anew from all that was sold.
struct LearningRow {
  QString sku, product, category;
  Currency currency; // of the money; a product with prices in two of them has two rows
  struct Place {
    QString zone;
    Money now, test; // test: invalid where this zone is what others are held against
  };
  std::vector<Place> places;
  LearningValue value;
};
struct LearningReport {
  std::vector<LearningRow> rows; // what pays most first
  int known = 0, worthTesting = 0, cannotTell = 0;
  int horizonWeeks = kLearningWeeks;
  double seconds = 0; // of the judgement alone
};
// A read-only workspace will do. forecast.no-history, job.cancelled
Result<LearningReport> learningReport(Workspace& workspace, int horizonWeeks, const JobContext& job = {});

QString knowledgeName(Knowledge knowledge); // code: known, worth-testing, cannot-tell

} // namespace pricewright
