// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/Cancel.h"
#include "imports/ImportMapping.h"
#include "imports/rows/RowWriter.h"

namespace pricewright {

// A file of prices and promotions to come, week by week. Nothing of it is stored: forecasts read it.
struct PlannedWeek {
  qint64 line = 0;
  QString sku, zone; // zone "": all
  qint32 day = 0;    // first of the week
  qint64 priceMicro = 0;
  qint64 regularMicro = -1;
  qint16 dealMilli = 0, featureMilli = 0;
  Currency currency;     // of its column; invalid: none
  NamedCurrencies named; // beside its price: "$" is every dollar's
  bool isIn(Currency other) const { return (!currency.isValid() || currency == other) && !named.mustFit(other); }
};
struct PlanFileRow { // that cannot be used
  qint64 line = 0;
  QString code, field; // code: as of an import's rejects
};
struct PlanFile {
  std::vector<PlannedWeek> weeks;
  std::vector<PlanFileRow> rejected; // the first hundred
  qint64 rejectedRows = 0;
};
// Columns as in a sales file, units aside: sku, zone, day, price, regular, deal, feature, currency; guessed where the
// mapping leaves them open. Errors: import.missing-field (field), import.cancelled, and what planImport() answers.
Result<PlanFile> readPlanFile(const QString& path, const ImportMapping& mapping, const JobContext& job);

} // namespace pricewright
