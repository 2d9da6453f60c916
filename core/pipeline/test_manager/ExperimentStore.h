// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "audit/Journal.h"
#include "base/Id.h"
#include "decision/ExperimentPlan.h"

#include <map>
#include <span>

namespace pricewright {

struct ExperimentRow {
  int no = 0;
  Id id;
  ExperimentPlan plan;
  ExperimentSetup setup;  // empty before its start
  QString registeredHash; // "" before its start
  QString storedHash;     // of plan and setup as they stand in the file now
  TestState state = TestState::Draft;
  QString reason; // code: why it is in this state
  TestVerdict verdict = TestVerdict::Undecided;
  int rampStep = 0;
  Instant stateSince{}, madeAt{};
  QString madeBy, startedBy;
  std::optional<Instant> startedAt, countedFrom, endsAt, endedAt, coolUntil;
  int version = 0;
  [[nodiscard]] bool isAsRegistered() const { return registeredHash.isEmpty() || storedHash == registeredHash; }
};

// What a change of state brings with it.
struct TestMove {
  TestState state = TestState::Draft;
  QString reason;
  std::optional<TestVerdict> verdict;
  std::optional<int> rampStep;
  std::optional<Instant> countedFrom, endsAt, endedAt, coolUntil;
  QString note; // a person's words, for the journal
};

// Which test lays claim to a listing.
struct ExperimentClaim {
  QString test;
  bool cools = false;   // it is over, and the listing is left alone for a while
  bool byModel = false; // a test of a model: cycles go on deciding it
};

struct ExperimentLook {
  int serial = 0;
  TestReading reading;
  QString action, reason;
};

struct ExperimentPrice {
  int listingNo = 0, serial = 0;
  Money control, treatment;
  Id decision; // null: none made
};

// Why a test that is no draft stays as it is: experiment.not-a-draft under way, .is-over afterwards.
Error noDraft(const ExperimentRow& row);

// Price tests of the workspace: drafts, what was registered, their states, prices and looks. Each change is one
// transaction with its entry in the journal (experiment.*). One thread.
class ExperimentStore {
 public:
  ExperimentStore(Database& db, Journal& journal, const Clock& clock, IdSource& ids);

  Result<std::vector<ExperimentRow>> all() const;         // but removed ones, the newest first
  Result<std::vector<ExperimentRow>> underWay() const;    // as isUnderWay() has it
  Result<ExperimentRow> named(const QString& name) const; // or an id. experiment.unknown
  Result<ExperimentRow> byNo(int no) const;

  Result<ExperimentRow> add(const Actor& by, const ExperimentPlan& plan);   // a draft. experiment.taken
  Status change(const Actor& by, const Id& id, const ExperimentPlan& plan); // noDraft()'s, experiment.taken
  Status remove(const Actor& by, const Id& id);                             // a draft; noDraft()'s
  Status restore(const Actor& by, const Id& id);                            // its undo. experiment.taken
  // Freezes plan and setup and keeps their hash. noDraft()'s
  Status registerStart(const Actor& by, const ExperimentRow& row, const ExperimentSetup& setup);
  // experiment.changed-meanwhile where the row is no longer of `row.version`; experiment.tampered where plan or setup
  // no longer are what was registered: such a test may only be reverted.
  Status move(const Actor& by, const ExperimentRow& row, const TestMove& move);
  Status addPrices(Transaction& in, const Actor& by, const ExperimentRow& row, std::span<const ExperimentPrice> prices);
  Result<std::vector<ExperimentPrice>> prices(int no) const;
  // A cycle had to do without the version that a test is about.
  Status noteModelFailure(const Actor& by, const ExperimentRow& row, const QString& why);
  Status addLook(const ExperimentRow& row, const TestReading& reading, const QString& action, const QString& reason);
  Result<std::vector<ExperimentLook>> looks(int no) const;
  Result<std::optional<ExperimentLook>> lastLook(int no) const;

  // Listings whose prices, or whose sales, a test under way or its cool-off lays claim to.
  Result<std::map<int, ExperimentClaim>> claimed() const;

 private:
  Result<std::vector<ExperimentRow>> rows(const char* where, const QString& value) const;
  Status checkFree(const QString& name, const Id& besides) const;
  Status record(const Actor& who, const char* kind, const ExperimentRow& row, QJsonObject body,
                const char* operation = "update");
  Result<Actor> mayTest(const Actor& by) const;

  Database& m_db;
  Journal& m_journal;
  const Clock& m_clock;
  IdSource& m_ids;
};

} // namespace pricewright
