// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/Retry.h"
#include "fetching/PageFetcher.h"
#include "pipeline/revenue/PaymentGateway.h"
#include "pipeline/revenue/StripeObjects.h"
#include "secrets/SecretStore.h"

namespace pricewright {

// Where the keys are kept: the API's by the host that it is for, so that a workspace that names another host gets no
// key of ours; the signing secrets of webhooks, several while one is being changed, separated by white space or commas.
QString stripeKeyName(const QUrl& api); // "stripe.api.stripe.com"
constexpr char kStripeSigningName[] = "stripe-webhook";

struct StripeSettings {
  QUrl api{QStringLiteral("https://api.stripe.com")};
  StripeReading reading;
  std::chrono::seconds tolerance{300}; // of a webhook's time, both ways
  int pageSize = 100;                  // Stripe gives no more
  int mostPages = 100'000;
  RetryPolicy retry{5, Duration(500), Duration(30'000)};
  Duration longestWait = std::chrono::minutes(5); // that a Retry-After is waited for
  AddressAllowList allowed;                       // addresses inside that may be asked: for tests and proxies
};
struct StripeTools {
  // One GET; empty: over the network, with TLS unless the address is an allowed one inside.
  std::function<FetchAnswer(const QUrl& url, const QList<QByteArray>& headers, const JobContext& job)> get;
  std::function<void(Duration)> wait; // what is done to let time pass; empty: time passes
  std::uint64_t seed = 1;             // of the jitter
};

// Stripe (https://docs.stripe.com/api, version 2024-06-20): webhooks by their signature, and the API's lists by
// created[gte], created[lte] and starting_after until has_more is false. 429, 5xx and broken connections are tried
// again with full jitter, Retry-After is obeyed. Only GETs: nothing is ever changed there. The keys are read from the
// store of secrets when they are needed and wiped at once. One thread.
class StripeGateway final : public PaymentGateway {
 public:
  StripeGateway(StripeSettings settings, SecretStore& secrets, const Clock& clock, StripeTools tools = {});
  ~StripeGateway() override;
  QString provider() const override { return QStringLiteral("stripe"); }
  Result<EventFacts> verify(const QByteArray& body, const WebhookHeaders& headers, Instant now) const override;
  Result<EventFacts> readEvent(const QByteArray& body) const override;
  Result<QString> account(const JobContext& job) override; // "acct_…", and "acct_…/test" with a key of its test mode
  Status pageObjects(MovementKind kind, Instant from, Instant to, const ObjectSink& sink,
                     const JobContext& job) override;
  Status pageEvents(Instant from, Instant to, const EventSink& sink, const JobContext& job) override;
  Result<std::optional<Movement>> fetch(MovementKind kind, const QString& objectId, const JobContext& job) override;
  qint64 requests() const { return m_requests; }

 private:
  Status eachItem(const char* list, Instant from, Instant to, const std::function<Status(const QJsonObject&)>& take,
                  const JobContext& job);
  Result<QJsonObject> get(const QUrl& url, const JobContext& job);
  FetchAnswer ask(const QUrl& url, const QList<QByteArray>& headers, const JobContext& job);
  Result<QByteArray> authorization() const;
  void pause(Duration time, const JobContext& job);
  double jitter();

  StripeSettings m_settings;
  SecretStore& m_secrets;
  const Clock& m_clock;
  StripeTools m_tools;
  std::unique_ptr<PageFetcher> m_fetcher;
  std::uint64_t m_random;
  qint64 m_requests = 0;
};

} // namespace pricewright
