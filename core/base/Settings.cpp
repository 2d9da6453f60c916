// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/Settings.h"

#include "base/DailySchedule.h"
#include "base/Json.h"
#include "base/Words.h"

#include <cmath>

namespace pricewright {
namespace {

using enum SettingScope;
using enum SettingType;

const QString kSchedule = QStringLiteral("planner.schedule");

SettingSpec number(const char* key, double standard, double lowest, double highest, const char* unit,
                   const char* meaning) {
  return {s(key), Workspace, Real, standard, lowest, highest, s(unit), s(meaning)};
}
SettingSpec whole(const char* key, qint64 standard, qint64 lowest, qint64 highest, const char* unit,
                  const char* meaning) {
  return {s(key), Workspace, Integer, standard, lowest, highest, s(unit), s(meaning)};
}
SettingSpec text(const char* key, const char* standard, const char* meaning) {
  return {s(key), Workspace, Text, s(standard), {}, {}, {}, s(meaning)};
}
SettingSpec onOff(const char* key, bool standard, const char* meaning) {
  return {s(key), Workspace, Switch, standard, {}, {}, {}, s(meaning)};
}

std::vector<SettingSpec> makeTable() {
  return {
      // Guardrails: see the catalogue of limits in the help.
      number("guardrail.margin.percent", 10, 0, 95, "%", "Minimum gross margin, net of VAT."),
      number("guardrail.step.percent", 20, 0, 1000, "%", "A larger change against the price in force needs approval."),
      number("guardrail.step-24h.percent", 20, 0, 1000, "%", "A larger change within 24 hours needs approval."),
      number("guardrail.step-7d.percent", 20, 0, 1000, "%", "A larger change within 7 days needs approval."),
      whole("guardrail.changes-per-day", 1, 1, 1000, "", "More changes of one price in 24 hours need approval."),
      whole("guardrail.changes-per-week", 3, 1, 1000, "", "More changes of one price in 7 days need approval."),
      number("guardrail.gouging.block-percent", 200, 100, 1000, "%",
             "A price above this share of the competitor reference is blocked."),
      number("guardrail.gouging.cap-percent", 150, 100, 1000, "%",
             "The counter-proposal to a blocked price, as a share of the competitor reference."),
      number("guardrail.confidence", 0.6, 0, 1, "", "A change with less confidence goes to a human."),
      number("guardrail.expected-loss.amount", 0, 0, 1e12, "currency/week",
             "A change with a larger expected loss, in the workspace's currency, goes to a human; 0 sets no limit."),
      number(
          "guardrail.expected-loss.percent", 2, 0, 100, "%",
          "The same as a share of what the listing earns a week today, never less than a label's cost; 0 sets none."),
      number("guardrail.price-war.percent", 20, 1, 100, "%",
             "A competitor reference that falls this far in 7 days is a price war."),
      whole("guardrail.price-war.undercuts", 3, 1, 100, "", "Mutual undercutting this often in 7 days is a price war."),
      whole("guardrail.prior-price.days", 30, 30, 365, "d",
            "How far back the prior price of an announced reduction looks."),
      onOff("guardrail.reference-required", true,
            "Without a decidable competitor reference every change asks a human; off: only price rises do."),
      // The batch breaker looks at a whole cycle.
      whole("breaker.minimum-changes", 5, 1, 100000, "",
            "Of fewer changes than this a percentage says nothing: those on a floor go to a human instead."),
      number("breaker.floor-share.percent", 5, 0, 100, "%", "More changes than this on a floor halt the cycle."),
      number("breaker.median-change.percent", 10, 0, 1000, "%", "A larger median change halts the cycle."),
      whole("breaker.max-changes", 10000, 1, 100000000, "", "More changes than this halt the cycle."),
      number("breaker.max-change-share.percent", 75, 0, 100, "%",
             "A larger share of all listings changing at once halts the cycle, from 20 listings on."),
      // Optimizer
      text("optimizer.objective", "profit", "What is maximized: profit, revenue or weighted."),
      number("optimizer.profit-weight", 0.5, 0, 1, "",
             "Weight of profit against revenue where the objective is weighted."),
      number("optimizer.label-cost", 0.10, 0, 1e9, "currency/week",
             "What changing one price costs, in the workspace's currency: a smaller gain leaves it alone."),
      number("optimizer.max-move.percent", 10, 0, 100, "%", "How far the optimizer moves a price in one cycle."),
      number("optimizer.max-category-move.percent", 3, 0, 100, "%",
             "How far the optimizer moves a category's price index in one cycle."),
      number("optimizer.fallback-margin.percent", 30, 0, 95, "%", "Margin that rules aim at where inference fails."),
      whole("optimizer.draws", 400, 100, 10000, "", "Draws from the posterior behind intervals and confidence."),
      number(
          "explore.share.percent", 0, 0, 20, "%",
          "Share of prices that are drawn at random near the best one, with their probabilities kept: only from such "
          "prices can anybody tell what a price causes. 0: none."),
      number("explore.step.percent", 3, 0.5, 10, "%", "How far apart the prices are that are drawn from."),
      number("explore.most-cost.percent", 3, 0, 100, "%",
             "No price is drawn that is expected to cost more than this share of the product's weekly profit."),
      whole("explore.hold.days", 14, 7, 180, "d", "A drawn price stays for this time, so that sales can answer it."),
      onOff(
          "experiment.visitor-prices", false,
          "Visitors may be shown different prices in a test. Off: consumers all see the same price, and tests are told "
          "apart by zones, products or times."),
      // Revenue
      whole("revenue.late.minutes", 120, 1, 100'000, "min",
            "Without news of orders or payments for longer, they are late."),
      whole("revenue.silent.minutes", 360, 1, 100'000, "min", "And then silent: tests that are judged by them pause."),
      whole("revenue.reconcile.minutes", 60, 5, 10'000, "min", "How often the gateway's books are compared with ours."),
      whole("revenue.overlap.minutes", 120, 0, 100'000, "min",
            "How far each comparison reaches back over the last one."),
      whole("revenue.window.days", 7, 1, 365, "d", "How long after a price was seen an order counts as bought at it."),
      whole("revenue.tolerance.seconds", 300, 1, 86'400, "s", "How old a signed message of the gateway may be."),
      text("revenue.stripe.url", "https://api.stripe.com", "Where Stripe answers."),
      onOff("revenue.stripe.test-mode", false, "Take in what Stripe marks as a test."),
      text("revenue.allowed-addresses", "", "Inner addresses that a gateway may be at; empty: none."),
      // Approval
      number("approval.limit.analyst.percent", 5, 0, 1000, "%", "Largest change that an analyst may approve."),
      number("approval.limit.manager.percent", 20, 0, 1000, "%", "Largest change that a manager may approve."),
      onOff("approval.self-approval", false, "One person may approve what he proposed or edited; the audit says so."),
      onOff("approval.auto-band", false,
            "Categories whose published prices have kept their word so far need no human for weak evidence alone, up "
            "to a "
            "change that they have earned; they lose it again when they do not."),
      whole("approval.expiry.hours", 48, 1, 8760, "h",
            "Proposals expire after this time rather than being applied on old evidence."),
      // Channels
      whole("channels.undo.seconds", 60, 60, 86400, "s", "Time after an approval in which it can be undone."),
      whole("channels.slot.minutes", 1, 1, 1440, "min", "Prices are released at multiples of this time."),
      text("channels.folder", "", "Where price files are written; empty: beside the workspace file."),
      // Planner and monitor
      whole("planner.inference-timeout.seconds", 60, 1, 3600, "s", "Inference that takes longer is replaced by rules."),
      text("planner.schedule", "",
           "When cycles run by themselves while the program is open, by this computer's clock: 06:30, or mon-fri 06:30 "
           "14:00; empty: never."),
      whole("monitor.cache.hours", 24, 1, 168, "h",
            "How long the last good view of the market stands in when reading fails."),
      whole("monitor.sales-freshness.days", 8, 1, 365, "d", "Sales and stock that end longer ago are stale."),
      whole("monitor.cost-freshness.days", 400, 1, 3650, "d", "A replacement cost that is older is stale."),
      whole("monitor.fx-freshness.days", 7, 1, 365, "d",
            "What older exchange rates convert is stale; a week bridges weekends and holidays."),
      whole("monitor.fx-limit.days", 30, 1, 3650, "d", "Older exchange rates convert nothing: such a cost holds."),
      onOff("monitor.automatic", true,
            "Pages and feeds that are due are looked at by themselves while the program is open."),
      text("monitor.contact", "",
           "Where the owner of a watched site finds out who we are: an address of a page or for mail, sent with each "
           "request."),
      text("monitor.allowed-addresses", "",
           "Ranges that watched pages may lie in although they are not public, as 10.20.0.0/16; for an intranet."),
      number("monitor.cost-per-request", 0.0005, 0, 100, "currency",
             "What one request of a watched page costs us: traffic, proxies, machines."),
      number("monitor.cost-per-gigabyte", 0.10, 0, 1000, "currency", "What a gigabyte of watched pages costs us."),
      number("monitor.budget-per-day", 0, 0, 1e6, "currency/day",
             "Looks at watched pages are spread out to stay within this; 0: as often as they are worth."),
      whole("monitor.page-retention.days", 90, 1, 3650, "d",
            "How long the pages that prices were read from are kept, and looks that found no price."),
      whole("monitor.offer-retention.days", 730, 90, 36500, "d",
            "How long competitors' offers from watched pages and feeds are kept. Older ones are deleted for good, with "
            "the looks that found them; imported offers, each seller's newest ones, and what decisions, alerts and the "
            "journal name, stay for ever."),
      // Notices: delivered by mail and webhook. Passwords and keys are kept outside: secret set.
      text("notify.smtp.host", "", "Mail server that notices are sent through; empty: none are sent by mail."),
      whole("notify.smtp.port", 587, 1, 65535, "", "Its port: mostly 587 with starttls, 465 with tls."),
      text("notify.smtp.security", "starttls",
           "starttls or tls: how the connection to it is secured. Without either nothing is sent."),
      text("notify.smtp.user", "",
           "Who logs in to it; empty: nobody does. The password is kept outside: secret set smtp.HOST."),
      text("notify.smtp.from", "", "The sender of notices, as Pricewright <prices@shop.example>."),
      text("notify.smtp.to", "", "Who gets the notices that name nobody; several are separated by commas."),
      text("notify.webhook.url", "",
           "Where notices that name no address are posted to, https only; signed with secret set webhook.HOST."),
      text("notify.webhook.allowed-addresses", "",
           "Ranges that webhooks may lie in although they are not public, as 10.20.0.0/16; for an intranet."),
      // This device only
      {s("device.theme"), Device, Text, s("system"), {}, {}, {}, s("Light, dark, or as the system.")},
  };
}

const std::vector<SettingSpec>& table() {
  static const std::vector<SettingSpec> rows = makeTable();
  return rows;
}

Error refused(const char* code, const QString& key, const QString& limit = {}) {
  return fail(QString::fromLatin1(code), {{QStringLiteral("key"), key}, {QStringLiteral("limit"), limit}});
}

} // namespace

std::span<const SettingSpec> settingsTable() { return table(); }

const SettingSpec* findSetting(QStringView key) {
  const auto it = std::find_if(table().begin(), table().end(), [&](const SettingSpec& row) { return row.key == key; });
  return it == table().end() ? nullptr : &*it;
}

Status Settings::set(const QString& key, const QVariant& given) {
  const SettingSpec* spec = findSetting(key);
  if (!spec)
    return refused("settings.unknown", key);
  QVariant value = given;
  bool ok = true;
  switch (spec->type) {
  case Integer:
    value = given.toLongLong(&ok);
    break;
  case Real:
    value = given.toDouble(&ok);
    ok = ok && std::isfinite(value.toDouble());
    break;
  case Text:
    value = given.toString();
    if (key == kSchedule)
      PW_CHECK(DailySchedule::parse(value.toString()));
    break;
  case Switch: {
    const QString word = given.toString().toLower();
    ok = word == u"true" || word == u"false" || word == u"1" || word == u"0" || word == u"on" || word == u"off";
    value = word == u"true" || word == u"1" || word == u"on";
    break;
  }
  }
  if (!ok)
    return refused("settings.wrong-type", key);
  if (spec->lowest.isValid() && value.toDouble() < spec->lowest.toDouble())
    return refused("settings.too-small", key, spec->lowest.toString());
  if (spec->highest.isValid() && value.toDouble() > spec->highest.toDouble())
    return refused("settings.too-large", key, spec->highest.toString());
  m_values.insert(key, value);
  return {};
}

QVariant Settings::value(QStringView key) const {
  const auto it = m_values.find(key.toString());
  if (it != m_values.end())
    return it.value();
  const SettingSpec* spec = findSetting(key);
  Q_ASSERT_X(spec, "Settings", "a key that is not in the table");
  return spec ? spec->standard : QVariant();
}

qint64 Settings::integer(QStringView key) const { return value(key).toLongLong(); }
double Settings::real(QStringView key) const { return value(key).toDouble(); }
QString Settings::text(QStringView key) const { return value(key).toString(); }
bool Settings::isOn(QStringView key) const { return value(key).toBool(); }

QString Settings::digest() const {
  QJsonObject object;
  for (const SettingSpec& row : table())
    if (row.scope == Workspace && row.key != kSchedule && row.key != u"monitor.automatic" &&
        !row.key.startsWith(u"notify.") && !row.key.startsWith(u"experiment.") &&
        !row.key.startsWith(u"revenue.")) // they decide nothing
      object.insert(row.key, QJsonValue::fromVariant(value(row.key)));
  return sha256Hex(canonicalJson(object)).left(16);
}

} // namespace pricewright
