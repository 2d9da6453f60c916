// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "audit/Journal.h"
#include "decision/DecisionSummary.h"
#include <functional>

#include <QJsonArray>

#include <unordered_map>

namespace pricewright {

// What one station did in one cycle.
struct StationReport {
  QString station;
  qint64 count = 0;
  Duration took{};
  QString fallback;                       // "" or the code of the fallback that was taken
  QString ended = QStringLiteral("done"); // done, cancelled, failed:<code>
  QMap<QString, qint64> reasons;          // code → how many
  bool operator==(const StationReport&) const = default;
};
struct CycleReport {
  QString cycleId;
  QString state;    // running, finished, halted, cancelled, failed, abandoned
  QString haltedBy; // rule id of the breaker, where halted
  Instant startedAt{}, endedAt{};
  QString startedBy;
  quint64 seed = 0;
  std::vector<StationReport> stations;
  bool operator==(const CycleReport&) const = default;
};
QJsonObject toJson(const CycleReport& r);
Result<CycleReport> cycleReportFromJson(const QJsonObject& json);

struct DecisionFilter {
  std::vector<DecisionState> states; // empty = all
  QString cycleId;
  std::optional<int> listingNo;
  int most = 10'000;
};

// Reads and writes cycles, cases and decisions. On the engine thread (packing and unpacking use the pool). Bad input to
// save(): decision.unknown-cycle, .without-id, .wrong-currency, .listing-twice, .case-differs; nothing is kept then.
// Writers ask catalog/Permissions.h whether the actor may (catalog.not-allowed).
class DecisionStore {
 public:
  DecisionStore(Database& db, Journal& journal, const Clock& clock, IdSource& ids);
  Result<QString> beginCycle(const Actor& by, quint64 seed);   // marks a "running" one that died as abandoned
  Status endCycle(const Actor& by, const CycleReport& report); // decision.unknown-cycle, .cycle-ended, .bad-cycle-state
  Result<std::vector<CycleReport>> cycles(int most) const;     // newest first; proposals by hand are none

  // One transaction: the cases, their decisions, the supersession of older open decisions on the same listings, one
  // audit entry for the batch and one per decision that is not Unchanged. Calling it again with the same ids changes
  // nothing. Superseded are pending and held ones, and approved ones that are not released yet where the new decision
  // proposes another price: those leave their batch, and a batch that is empty then is cancelled.
  struct CaseWithDecisions {
    QString caseId;
    PricingCase content;
    std::vector<PriceDecision> decisions;
  };
  Status save(const Actor& by, const QString& cycleId, std::span<const CaseWithDecisions> cases);
  // The same for prices that a person proposes outside any cycle; gives what stands for their cycle. `reason` goes to
  // the journal, and as a comment to each decision.
  // `alongWith`: what is written in the same transaction, where there is something.
  Result<QString> propose(const Actor& by, const QString& reason, std::span<const CaseWithDecisions> cases,
                          const std::function<Status(Transaction&)>& alongWith = {});

  Result<std::vector<PriceDecision>> decisions(const DecisionFilter& filter) const; // by value at stake
  // All of one state as lists show them, by value at stake. What was read before is kept until it changes.
  Result<std::vector<DecisionSummary>> summaries(DecisionState state) const;
  Result<PriceDecision> decision(const Id& id) const; // decision.unknown
  Result<PricingCase>
  pricingCase(const QString& caseId) const; // checks its SHA-256: decision.case-damaged, .unknown-case
  // Optimistic: fails with decision.changed-meanwhile unless the row still has `version`. Inside the caller's
  // transaction; the caller knows what happened and leaves the audit entry.
  Status update(Transaction& in, const PriceDecision& d, qint64 expectedVersion);

  Result<QJsonObject> rules() const; // enabled rules, by priority, as RuleSet reads them
  // New or changed, by "id", else by "name". decision.bad-rule, .rule-name-taken
  Status putRule(const Actor& by, const QJsonObject& rule);
  Result<QJsonArray> allRules() const; // those that are off too, by priority
  // All rules at once: one transaction, one entry of the journal for each that was added, changed or removed, and a
  // version that one can go back to. `base`: the digest of allRules() that was edited; decision.rules-changed where
  // others have saved meanwhile. rules/ judges the content before.
  Result<qint64> replaceRules(const Actor& by, const QJsonArray& rules, const QString& base, const QString& note);
  static QString digestOf(const QJsonArray& rules);
  struct RuleVersion {
    qint64 no = 0;
    Instant at{};
    QString by, note;
    QJsonArray rules;
  };
  Result<std::vector<RuleVersion>> ruleVersions(int most = 200) const; // newest first

 private:
  class Packing;
  struct Saving;
  Status saveInside(Transaction& in, Saving& work);
  Status commentNew(const Saving& work, const QString& text);
  Status findNew(Saving& work);
  Status supersede(Transaction& in, Saving& work);
  Status insertNew(Transaction& in, Saving& work);
  Status keepDemand(const CaseWithDecisions& one) const;
  Status cancelEmptied(Transaction& in, const Saving& work);
  Status recordSaved(const Saving& work);

  Database& m_db;
  Journal& m_journal;
  const Clock& m_clock;
  IdSource& m_ids;
  mutable std::unordered_map<qint64, DecisionSummary> m_summaries; // by row; looked up only
};

} // namespace pricewright
