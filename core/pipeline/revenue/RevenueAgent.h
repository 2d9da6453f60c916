// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "orders/OrderStore.h"
#include "orders/RevenueFreshness.h"
#include "pipeline/revenue/PaymentGateway.h"
#include "telemetry/Telemetry.h"

namespace pricewright {

// What the server that took a webhook is to answer. 200: it is known now, or needs nothing; 400: not the gateway's, or
// no event; 413: too long; 500: not kept, the gateway shall send it again.
struct WebhookAnswer {
  int status = 200;
  QString code; // "" , or why: gateway.*, storage.*
  QString eventId, type;
  EventState state = EventState::Applied;
};
struct EventsReport {
  qint64 read = 0, unreadable = 0, added = 0, changed = 0; // added, changed: objects
  QMap<QString, qint64> states;                            // applied, duplicate, ignored, waiting, failed
  QMap<QString, qint64> reasons;                           // code of why ignored or failed → events
};
struct ReconcileOptions {
  std::optional<Instant> since;             // none: since the books agreed last
  Duration overlap = std::chrono::hours(2); // before that, once more
  Duration first = std::chrono::days(30);   // where they never did
  Duration slice = std::chrono::days(1);    // compared at once
  bool withFees = true;
  // The account that takes the place of the one that the books are of: what is kept of that stays, set apart
  // (OrderStore::changeAccount). Must be the key's own; "": no change.
  QString account;
};
struct ReconcileFinding {
  QString objectId, kind, code; // revenue.missed, .differs, .vanished, .unreadable; kind: of an event "event"
  QString ours, theirs;         // "captured 12.50 EUR"; of what is unreadable: code of why
};
struct CurrencyBooks {
  Currency currency;
  MoneyTotals gateway, before, after; // ours before and after the repair
};
struct ReconcileReport {
  ReconciliationRun run;
  std::vector<CurrencyBooks> books;       // by code
  std::vector<ReconcileFinding> findings; // the first hundred
  qint64 unreadable = 0;                  // objects and events that were set aside
  qint64 completed = 0;                   // objects of which more is known now, their money being the same
};

// Brings in what a gateway tells, and compares its books with ours. Every way in ends in the same join of states, so
// webhooks may be lost, come twice, late and in any order. On the engine thread.
class RevenueAgent {
 public:
  RevenueAgent(OrderStore& store, PaymentGateway& gateway, const Clock& clock, Telemetry& telemetry);

  WebhookAnswer takeWebhook(const Actor& by, const QByteArray& body, const WebhookHeaders& headers);
  // Events as a file holds them, one a line, none at its end; a thousand of them are one transaction.
  using NextLine = std::function<Result<std::optional<QByteArray>>()>;
  Result<EventsReport> takeEvents(const Actor& by, const NextLine& next, const QString& name, const JobContext& job);

  // Pages the gateway's events and objects over a window, keeps what was missed, repairs what differs, and says whether
  // each currency's sums then agree to the minor unit. What the gateway does not know is voided, never deleted, and
  // such a run is not exact, nor is one that could not read everything. A run that ends early is recorded too, with its
  // error, and what it had repaired stays. Error: the store's; where nothing could be asked at all: gateway.no-key,
  // .not-encrypted, .test-mode, .no-account, secrets.*; and where these are somebody else's books, by the account
  // (gateway.other-account: ours, theirs) or because too little of ours is known there (revenue.too-many-vanished:
  // vanished, known): then nothing is changed.
  Result<ReconcileReport> reconcile(const Actor& by, const ReconcileOptions& options, const JobContext& job);

 private:
  OrderStore& m_store;
  PaymentGateway& m_gateway;
  const Clock& m_clock;
  Telemetry& m_telemetry;
};

} // namespace pricewright
