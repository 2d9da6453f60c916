// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "decision/DecisionStore.h"

namespace pricewright {

// How a decision stands in its row, and a case in its own.
extern const char kDecisionColumns[]; // "SELECT … FROM decision d "

// Rows are read one by one, their evidence is unpacked in parallel afterwards.
struct DecisionRow {
  PriceDecision decision;
  QByteArray evidence;
};
Result<DecisionRow> readDecisionRow(const Query& q);
Result<std::vector<PriceDecision>> unpackDecisions(std::vector<DecisionRow> rows);

Status checkDecision(const PriceDecision& d);
Status insertDecision(Database& db, const PriceDecision& d, const QString& cycleId, const QString& caseId);
Result<bool> updateDecision(Database& db, const PriceDecision& d, qint64 expectedVersion); // false: another version

struct PackedCase {
  QString sha256;
  QByteArray blob;
};
PackedCase packCase(const PricingCase& c);
Result<PricingCase> unpackCase(const QString& caseId, const PackedCase& packed);

} // namespace pricewright
