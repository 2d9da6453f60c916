// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "decision/DecisionStore.h"

#include <unordered_map>

namespace pricewright {

// How a decision stands in its row, and a case in its own.
extern const char kDecisionColumns[]; // "SELECT … FROM decision d "

// Rows are read one by one, then their evidence in the order in which it is stored; both are unpacked in parallel.
struct DecisionRow {
  PriceDecision decision;
  qint64 no = 0;
  QByteArray summary;
  QByteArray evidence; // of several rows in one piece: thousands of small ones would be slow to get and to give back
  std::size_t start = 0, size = 0; // its own part
};
Result<DecisionRow> readDecisionRow(const Query& q);
Status readEvidence(Database& db, std::vector<DecisionRow>& rows);
Result<std::vector<PriceDecision>> unpackDecisions(std::vector<DecisionRow> rows);
qint64 microsOf(double value); // what the columns for sorting hold

Status checkDecision(const PriceDecision& d);
struct PackedDecision {
  QByteArray summary, evidence;
};
PackedDecision packDecision(const PriceDecision& d);
Status insertDecision(Database& db, const PriceDecision& d, const PackedDecision& packed, const QString& cycleId,
                      const QString& caseId);
Result<bool> updateDecision(Database& db, const PriceDecision& d, qint64 expectedVersion); // false: another version

struct PackedCase {
  QString sha256;
  QByteArray blob;
};
PackedCase packCase(const PricingCase& c);
// False: it was there already. decision.case-differs
Result<bool> insertCase(Database& db, const QString& caseId, const QString& cycleId, const QString& key,
                        const PackedCase& packed);
Result<PricingCase> unpackCase(const QString& caseId, const PackedCase& packed);

extern const char kSummarySql[]; // ?1: the state; by value at stake
// Reads rows of kSummarySql; what `known` has in the same version is not read again.
Result<std::vector<DecisionSummary>> readSummaries(Query& q, DecisionState state,
                                                   std::unordered_map<qint64, DecisionSummary>& known);

} // namespace pricewright
