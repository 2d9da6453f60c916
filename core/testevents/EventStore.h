// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "audit/Journal.h"
#include "experiments/events/EventTable.h"
#include "storage/Database.h"

namespace pricewright {

struct EventBatch {
  Id id;
  qint64 kept = 0, repeated = 0;
  qint64 refused = 0;   // impossible times or amounts, see EventPlan.h
  qint64 forgotten = 0; // from before what was forgotten
  QString digest;       // SHA-256 over its blocks; "" where nothing was kept
};
struct StoredEvents {
  qint64 exposures = 0, events = 0, blocks = 0, bytes = 0;
  qint64 draws = 0; // of bandits: who was dealt which price, with what odds
  std::optional<Instant> forgottenBefore;
};

struct ForgottenEvents {
  qint64 rows = 0, draws = 0; // of exposures and events; of bandits
};

// Exposures and events of price tests in the workspace file, in packed blocks. A batch is one transaction with one
// entry of the journal and one outbox row that name its digest; an event id that is stored already is not stored again,
// whichever batch brings it, and a batch of exposures not twice. On the engine thread. Currencies are
// currencyNumber()s, Exposure::test is the experiment's number in its table (at most 65,535). Whoever changes anything
// must be permitted to run tests: catalog.not-allowed. Other errors besides storage's: experiment.bad-setting (source),
// experiment.too-many-units
class EventStore {
 public:
  EventStore(Database& db, Journal& journal, const Clock& clock, IdSource& ids);

  Result<EventBatch> addExposures(const Actor& by, std::span<const Exposure> exposures, const QString& source);
  Result<EventBatch> addEvents(const Actor& by, std::span<const ShopEvent> events, const QString& source);

  // Everything of the tests named into the table: experiment's number → test of the table. Blocks are checked against
  // their digests: storage.corrupt. job.cancelled
  Status load(const QMap<int, std::size_t>& tests, EventTable& table, const JobContext& job) const;
  // The exposures alone: what their units bought is told by somebody else.
  Status loadExposures(const QMap<int, std::size_t>& tests, EventTable& table, const JobContext& job) const;

  // Exposures and events from before are dropped, wherever they lie: a block that holds later ones too is written anew
  // without them, and has a digest of its own then (its batch keeps the one of what came). So are draws of visitors
  // from before: each is a person's, and the shares and readings that they led to stay without them. What is from
  // before is not taken in again. The most recent of two dates holds. experiment.still-needed (before, earliest): a
  // test under way or its cool-off is read from older ones; `earliest` is the latest day that may be said. So no
  // visitor of a test under way is dealt out twice.
  Result<ForgottenEvents> forgetBefore(const Actor& by, Instant before);
  Result<StoredEvents> stored() const;

 private:
  struct Block;
  Result<EventBatch> keep(Transaction& in, const Actor& who, const char* kind, const std::vector<Block>& blocks,
                          EventBatch batch, const QString& source);
  Status write(const char* kind, const std::vector<Block>& blocks, const EventBatch& batch, const QString& source);
  Result<qint64> forgottenMs() const;
  Result<std::optional<qint64>> neededFromMs() const;
  Status learnIds();
  Result<qint64> thinOut(qint64 ms);
  template <class Take> Status eachBlock(const char* kind, const Take& take) const;

  Database& m_db;
  Journal& m_journal;
  const Clock& m_clock;
  IdSource& m_ids;
  NumberTable m_seen; // ids of all stored events, once they were needed
  bool m_knowsIds = false;
  qint64 m_version = -1; // of the file, as other connections leave it
};

} // namespace pricewright
