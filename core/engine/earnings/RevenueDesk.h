// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/Workspace.h"
#include "orders/OrderFile.h"
#include "pipeline/revenue/RevenueAgent.h"
#include "pipeline/revenue/StripeGateway.h"

namespace pricewright {

// Orders, refunds and disputes of the workspace: files, webhooks and a
// gateway's API come in here, and everybody asks here whether revenue can be
// relied on.
OrderStore orderStore(Workspace& workspace);
// A unit of price tests (nameNumber of what the shop calls the visitor) as
// orders name him: so orders find what was shown to whom.
Result<QString> unitHashOf(Workspace& workspace, std::uint64_t unit);

// The settings revenue.*.
struct RevenueRules {
  FreshnessLimits freshness;
  Duration reconcileEvery = std::chrono::hours(1), overlap = std::chrono::hours(2);
  AttributionRules attribution;
  StripeSettings stripe;
};
Result<RevenueRules> revenueRules(Workspace& workspace);
Result<RevenueFreshness> feedFreshness(Workspace& workspace); // of all sources together

// A file of orders, with what of it was rejected and where that is told.
struct OrderFileWish {
  QString path;
  QMap<OrderField, QString> columns;
  WrittenAs written;                         // where the file does not tell
  QString currency;                          // code; of rows that name none. "": the workspace's
  QString provider = QStringLiteral("file"); // whose orders these are
  bool isPaid = true;                        // false: a gateway tells the money
  QString rejectFile;                        // "": beside the file
};
struct OrderFileReport {
  QString path, rejectFile; // "": nothing was rejected
  qint64 rows = 0;
  LoadReport load;
  QMap<QString, qint64> rejectedBy; // code → rows
  QMap<QString, QString> columns;   // field → column that was read
  QStringList notes;
  qint64 rejected = 0, repeated = 0; // repeated: rows that count once, see OrderFile
};
Result<OrderFileReport> ingestOrderFile(Workspace& workspace, const OrderFileWish& wish, const JobContext& job);
Result<OrderLoad> undoOrderFile(Workspace& workspace, const Id& load);

// Stripe. The events of a file, one object a line, are trusted: whoever may
// import may say so. A webhook must be signed.
Result<EventsReport> ingestStripeEvents(Workspace& workspace, const QString& path, const JobContext& job);
Result<WebhookAnswer> takeStripeWebhook(Workspace& workspace, SecretStore& secrets, const QByteArray& body,
                                        const WebhookHeaders& headers);
Result<ReconcileReport> reconcileStripe(Workspace& workspace, SecretStore& secrets, std::optional<Instant> since,
                                        const JobContext& job, const StripeTools& tools = {},
                                        const QString& account = {}); // as of ReconcileOptions
// None: it is not due yet, or no key of Stripe's is kept.
Result<std::optional<ReconcileReport>> reconcileStripeIfDue(Workspace& workspace, SecretStore& secrets,
                                                            const JobContext& job, const StripeTools& tools = {});

struct CurrencyRevenue {
  Currency currency;
  qint64 orders = 0; // with money
  MoneyTotals totals;
};
struct RevenueStatus {
  Instant now{};
  std::vector<CurrencyRevenue> currencies; // by code
  qint64 lines = 0;
  QMap<QString, qint64> events; // state → events
  RevenueFreshness freshness;
  std::optional<ReconciliationRun> lastRun;
  std::vector<OrderLoad> loads; // the newest ten
};
Result<RevenueStatus> revenueStatus(Workspace& workspace);

// Which of these exposures sold what was ordered from ≤ t < to, by the window
// of the settings.
struct RevenueAttribution {
  std::vector<SoldLine> lines;
  AttributionReport report;
};
Result<RevenueAttribution> attributeRevenue(Workspace& workspace, std::span<const PriceExposure> exposures,
                                            Instant from, Instant to);

} // namespace pricewright
