// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/earnings/RevenueDesk.h"

#include "base/Words.h"
#include "experiments/events/SipHash.h"

#include <QFile>
#include <QFileInfo>

namespace pricewright {
namespace {

constexpr qint64 kLongestEventLine = 4'000'000; // bytes

IdSource& revenueIds(Workspace& w) { return w.planner().tools().ids; }

// The number that exposures have of a visitor, and then as orders keep him.
std::function<QString(const QString&)> visitorsWith(const QByteArray& salt) {
  return [salt](const QString& visitor) { return hashedUnit(salt, nameNumber(visitor.toStdString())); };
}

// A gateway and the agent that works with it, for one call.
struct StripeDesk {
  OrderStore store;
  StripeGateway gateway;
  RevenueAgent agent;
  StripeDesk(Workspace& w, SecretStore& secrets, StripeSettings settings, StripeTools tools)
      : store(orderStore(w)), gateway(std::move(settings), secrets, w.clock(), std::move(tools)),
        agent(store, gateway, w.clock(), w.telemetry()) {}
};

// Where no secret is needed.
class NoSecrets final : public SecretStore {
 public:
  Result<std::optional<QByteArray>> read(const QString&) override { return std::optional<QByteArray>(); }
  Status write(const QString&, const QByteArray&) override { return fail(s("secrets.read-only")); }
  Status remove(const QString&) override { return fail(s("secrets.read-only")); }
  QString where() const override { return {}; }
};

} // namespace

Result<QString> unitHashOf(Workspace& w, std::uint64_t unit) {
  PW_TRY(const QByteArray salt, orderStore(w).salt());
  return hashedUnit(salt, unit);
}

OrderStore orderStore(Workspace& w) { return OrderStore(w.database(), w.journal(), w.clock(), revenueIds(w)); }

Result<RevenueRules> revenueRules(Workspace& w) {
  PW_TRY(const Settings settings, w.catalog().settings());
  const auto number = [&](const char* key, qint64 otherwise) {
    return findSetting(s(key)) ? settings.integer(s(key)) : otherwise;
  };
  RevenueRules out;
  out.freshness.late = std::chrono::minutes(number("revenue.late.minutes", 120));
  out.freshness.silent = std::chrono::minutes(number("revenue.silent.minutes", 360));
  out.reconcileEvery = std::chrono::minutes(number("revenue.reconcile.minutes", 60));
  out.overlap = std::chrono::minutes(number("revenue.overlap.minutes", 120));
  out.attribution.window = std::chrono::days(number("revenue.window.days", 7));
  out.stripe.tolerance = std::chrono::seconds(number("revenue.tolerance.seconds", 300));
  const QString url = s("revenue.stripe.url"), mode = s("revenue.stripe.test-mode");
  const QString allowed = s("revenue.allowed-addresses");
  if (findSetting(url) && !settings.text(url).trimmed().isEmpty())
    out.stripe.api = QUrl(settings.text(url).trimmed());
  out.stripe.reading.testModeCounts = findSetting(mode) && settings.isOn(mode);
  if (findSetting(allowed)) {
    PW_TRY(out.stripe.allowed, AddressAllowList::parse(settings.text(allowed)));
  }
  PW_TRY(out.stripe.reading.salt, orderStore(w).salt());
  out.stripe.reading.unitHash = visitorsWith(out.stripe.reading.salt);
  return out;
}

Result<RevenueFreshness> feedFreshness(Workspace& w) {
  PW_TRY(const RevenueRules rules, revenueRules(w));
  PW_TRY(const GatewayNews news, orderStore(w).news());
  RevenueFreshness out =
      revenueFreshness(news.lastEvent, news.lastExact, news.usesGateway, rules.freshness, w.clock().now());
  out.newestOrder = news.newestOrder;
  if (out.why == u"revenue.no-news" && news.lastFile && news.lastFile > news.lastEvent)
    out.why = s("revenue.old-orders"); // something has come in
  return out;
}

Result<OrderFileReport> ingestOrderFile(Workspace& w, const OrderFileWish& wish, const JobContext& job) {
  OrderFileOptions how;
  how.provider = wish.provider, how.columns = wish.columns, how.isPaid = wish.isPaid;
  how.written = wish.written;
  PW_TRY(const QString own, w.catalog().workspaceValue(s("currency")));
  PW_TRY(how.currency, Currency::fromCode(wish.currency.isEmpty() ? own : wish.currency.toUpper()));
  PW_TRY(how.salt, orderStore(w).salt());
  how.unitHash = visitorsWith(how.salt);
  how.latest = w.clock().now() + kOrderClockSlack;
  OrderRejects rejects(wish.rejectFile, wish.path);
  const auto reject = [&](const RejectedOrderRow& row) { return rejects.take(row); };
  PW_TRY(const OrderFile file, readOrderFile(wish.path, how, reject, job));
  OrderFileReport out;
  out.path = wish.path, out.rows = file.rows, out.repeated = file.repeated, out.columns = file.columns,
  out.notes = file.notes;
  PW_TRY(out.load, orderStore(w).keep(w.me(), file.batch));
  Status told = file.tellConflicts(out.load, reject);
  if (told) {
    const Result<QString> written = rejects.finish();
    out.rejectFile = written.value_or(QString());
    told = written ? Status() : Status(written.error());
  }
  if (!told) { // nobody would know what is missing
    if (out.load.changedAnything()) {
      PW_CHECK(orderStore(w).undo(w.me(), out.load.id));
    }
    return told.error();
  }
  out.rejected = rejects.count(), out.rejectedBy = rejects.byCode();
  return out;
}

Result<OrderLoad> undoOrderFile(Workspace& w, const Id& load) { return orderStore(w).undo(w.me(), load); }

Result<EventsReport> ingestStripeEvents(Workspace& w, const QString& path, const JobContext& job) {
  PW_TRY(const RevenueRules rules, revenueRules(w));
  QFile file(path);
  if (!file.open(QIODevice::ReadOnly))
    return fail(s("import.file-missing"), {{s("path"), path}});
  NoSecrets none;
  StripeDesk desk(w, none, rules.stripe, {});
  const auto next = [&]() -> Result<std::optional<QByteArray>> {
    if (file.atEnd())
      return std::optional<QByteArray>();
    QByteArray line = file.readLine(kLongestEventLine);
    for (bool isCut = !line.endsWith('\n'); isCut && !file.atEnd();) { // too long: its rest is no event of its own
      isCut = !file.readLine(kLongestEventLine).endsWith('\n');
      line = "too long";
    }
    return std::optional(line);
  };
  return desk.agent.takeEvents(w.me(), next, QFileInfo(path).fileName(), job);
}

Result<WebhookAnswer> takeStripeWebhook(Workspace& w, SecretStore& secrets, const QByteArray& body,
                                        const WebhookHeaders& headers) {
  PW_TRY(const RevenueRules rules, revenueRules(w));
  StripeDesk desk(w, secrets, rules.stripe, {});
  return desk.agent.takeWebhook(w.me(), body, headers);
}

Result<ReconcileReport> reconcileStripe(Workspace& w, SecretStore& secrets, std::optional<Instant> since,
                                        const JobContext& job, const StripeTools& tools, const QString& account) {
  PW_TRY(const RevenueRules rules, revenueRules(w));
  StripeDesk desk(w, secrets, rules.stripe, tools);
  ReconcileOptions how;
  how.since = since, how.overlap = rules.overlap, how.account = account;
  return desk.agent.reconcile(w.me(), how, job);
}

Result<std::optional<ReconcileReport>> reconcileStripeIfDue(Workspace& w, SecretStore& secrets, const JobContext& job,
                                                            const StripeTools& tools) {
  PW_TRY(const RevenueRules rules, revenueRules(w));
  PW_TRY(const GatewayNews news, orderStore(w).news(s("stripe")));
  const Instant now = w.clock().now();
  if (news.lastRun && *news.lastRun <= now && now - *news.lastRun < rules.reconcileEvery)
    return std::optional<ReconcileReport>();
  PW_TRY(std::optional<QByteArray> key, secrets.read(stripeKeyName(rules.stripe.api)));
  if (!key)
    return std::optional<ReconcileReport>();
  wipe(*key);
  PW_TRY(ReconcileReport report, reconcileStripe(w, secrets, {}, job, tools));
  return std::optional(std::move(report));
}

Result<RevenueStatus> revenueStatus(Workspace& w) {
  constexpr int kMostLoads = 10;
  const OrderStore store = orderStore(w);
  RevenueStatus out;
  out.now = w.clock().now();
  PW_TRY(const TotalsByCurrency totals, store.totals({}));
  PW_TRY(const auto orders, store.orderCounts());
  for (const auto& [currency, t] : totals)
    out.currencies.push_back({currency, orders.value(currency.code()), t});
  PW_TRY(out.lines, store.lineCount());
  PW_TRY(out.events, store.eventCounts({}));
  PW_TRY(out.freshness, feedFreshness(w));
  PW_TRY(std::vector<ReconciliationRun> runs, store.runs({}, 1));
  if (!runs.empty())
    out.lastRun = std::move(runs.front());
  PW_TRY(out.loads, store.loads(kMostLoads));
  return out;
}

Result<RevenueAttribution> attributeRevenue(Workspace& w, std::span<const PriceExposure> exposures, Instant from,
                                            Instant to) {
  PW_TRY(const RevenueRules rules, revenueRules(w));
  RevenueAttribution out;
  PW_TRY(out.lines, orderStore(w).soldLines(from, to));
  out.report = attribute(out.lines, exposures, rules.attribution);
  return out;
}

} // namespace pricewright
