// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "audit/Journal.h"
#include "orders/Attribution.h"
#include "orders/OrderBatch.h"

namespace pricewright {

struct OrderView {
  QString provider, orderId;
  std::vector<OrderLine> lines;
  std::vector<Movement> movements; // by time, then object
  TotalsByCurrency totals;
  OrderState state = OrderState::Open;
};
struct MoneyFilter {
  QString provider;                // "": all
  std::optional<Instant> from, to; // when it happened: from ≤ t ≤ to
  bool withFees = true;
};
struct GatewayNews {
  // Received: event, file or page that brought something; a file counts as newsOfFile() says.
  std::optional<Instant> lastEvent;
  std::optional<Instant> lastFile;       // when the last file of orders came, whatever is in it
  std::optional<Instant> newestOrder;    // when it was placed; of all providers together only
  std::optional<Instant> lastExact;      // end of the last reconciliation that was exact
  std::optional<Instant> lastRun;        // end of the last one at all
  std::optional<Instant> reconciledUpTo; // the books have agreed up to there, by exact runs without a gap between them
  QString account;                       // whose books they are, by the first run that could rely on it
  bool usesGateway = false;              // there were events, or books that agreed
};

// Orders, the money that moved for them, and what gateways told. On the engine thread. Each batch is one transaction
// with its entry of the journal and its outbox row; a batch that brings nothing new leaves no trace but how often its
// events came. Errors: orders.unknown-load (id), .already-undone, .not-a-file, .unknown (order), .person-in-clear
// (object: somebody's address where a hash belongs), catalog.not-allowed, storage.*.
class OrderStore {
 public:
  OrderStore(Database& db, Journal& journal, const Clock& clock, IdSource& ids);

  Result<LoadReport> keep(const Actor& by, const OrderBatch& batch);
  // Takes back what a file brought: its lines, its money, and orders that are left without lines.
  Result<OrderLoad> undo(const Actor& by, const Id& load);
  Result<std::vector<OrderLoad>> loads(int most) const; // newest first

  Result<std::optional<Movement>> movement(const QString& provider, const QString& objectId) const;
  Result<std::vector<Movement>> movements(const MoneyFilter& filter) const;
  Result<TotalsByCurrency> totals(const MoneyFilter& filter) const;
  Result<qint64> knownObjects(const MoneyFilter& filter) const;                  // that are not void
  Result<QMap<QString, qint64>> orderCounts(const QString& provider = {}) const; // currency → orders with money
  Result<OrderView> order(const QString& provider, const QString& orderId) const;
  Result<qint64> lineCount() const;
  // Lines placed from ≤ t < to, with our listing where code and zone name just one. A payment that names its SKU
  // itself stands in where the order has no lines.
  Result<std::vector<SoldLine>> soldLines(Instant from, Instant to) const;

  Result<QMap<QString, qint64>> eventCounts(const QString& provider) const; // state → events; "duplicate" → deliveries
  Result<QByteArray> salt() const; // of this workspace, for names of people: storage.corrupt
  // What it said, that is: an event that was ignored may say something to other settings.
  Result<bool> knowsEvent(const QString& provider, const QString& eventId) const;
  Result<GatewayNews> news(const QString& provider = {}) const;

  // From now on the provider is another account: what is kept of `from` stays, under the name "provider/from", and what
  // was set apart of `to` comes back. The money of a test mode is set void on its way out: it never was any, and books
  // that are compared again bring it back. Returns how many rows were set apart. catalog.not-allowed
  Result<qint64> changeAccount(const Actor& by, const QString& provider, const QString& from, const QString& to);
  Status keepRun(const Actor& by, ReconciliationRun run);
  Result<std::vector<ReconciliationRun>> runs(const QString& provider, int most) const; // newest first

 private:
  Database& m_db;
  Journal& m_journal;
  const Clock& m_clock;
  IdSource& m_ids;
};

} // namespace pricewright
