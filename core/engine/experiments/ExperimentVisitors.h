// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/experiments/ExperimentDesk.h"
#include "engine/experiments/ExperimentOrders.h"
#include "experiments/events/Assignment.h"
#include "experiments/events/EventTable.h"
#include "imports/csv/TypeGuess.h"
#include "testevents/EventStore.h"

#include <map>

namespace pricewright {

// A test by visitors: the shop shows the prices. It asks for each visitor's arm, and tells who saw which and who bought
// what; prices on the lists stay as they are until the test is rolled out.

// How visitors are dealt out at the test's present step of its ramp. experiment.not-visitors, .not-under-way
Result<AssignmentPlan> visitorAssignment(const ExperimentRow& row);

// What the shop tells, from files: who saw which arm ("control", "treatment"), and orders. Each row once, however often
// it comes; nothing where one of the files cannot be read. experiment.not-visitors, .unknown-arm (arm), .no-times (a
// file that does not say when), .no-column, .bad-rows, .sales-from-orders (events for a test that reads the orders),
// catalog.not-allowed, and the readers' own
struct VisitorIntake {
  qint64 exposures = 0, exposuresRepeated = 0, events = 0, eventsRepeated = 0, refused = 0;
  qint64 forgotten = 0; // from before what was forgotten: not kept
  qint64 others = 0;    // events of other kinds than orders and refunds: not kept
};
Result<VisitorIntake> takeInVisitors(Workspace& workspace, const QString& name, const QString& exposuresFile,
                                     const QString& eventsFile, const JobContext& job = {},
                                     const WrittenAs& written = {});

// Single visitors' exposures, events and draws from before that day, of tests that are over; looks, shares and
// decisions stay. EventStore::forgetBefore()'s errors.
Result<ForgottenEvents> forgetVisitors(Workspace& workspace, Day before);
Result<StoredEvents> visitorsStored(Workspace& workspace);

// Readings of tests by visitors for one round of looks. What the shop told, and the orders, are read at the first of
// them, once for all tests that run and learn their sales there: all readings of a round see the same.
class VisitorReadings {
 public:
  explicit VisitorReadings(Workspace& workspace) : m_ws(workspace) {}
  // With `why` where nothing can be said yet. An Error only where the file fails.
  Result<TestReading> of(const ExperimentRow& row);
  Result<std::vector<EventTable::UnitView>> unitsOf(const ExperimentRow& row); // of a test that was read in this round

 private:
  // All tests that learn their sales from one place.
  struct Source {
    EventTable table;
    QMap<int, std::size_t> tests; // number of the experiment → of the table
    OrderEvents orders;           // without the events; of SalesFrom::Orders
  };
  Status readAll(const ExperimentRow& asked, Source& into);
  Status readOrders(Source& into, Instant from);
  Workspace& m_ws;
  std::map<SalesFrom, Source> m_sources;
};

} // namespace pricewright
