// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Alert rules as JSON, and what a rule may say.
#include "alerts/AlertRule.h"
#include "base/JsonFields.h"
#include "base/Words.h"

#include <QJsonArray>
#include <QUrl>

namespace pricewright {
namespace {

constexpr qsizetype kLongestName = 120, kMostReceivers = 20, kLongestAddress = 1000;
constexpr int kMinutesADay = 1440;

Error badAlert(const char* code, const char* field, const QString& value) {
  return JsonFields::bad("alert", code, field, value);
}

constexpr NumberLimits kPercent{"percent", 1, 9999, true}, kRisePercent{"percent", 1, 1'000'000, true};
constexpr NumberLimits kLevel{"level", 100, 1'000'000, true}, kDays{"days", 1, 90, false};
constexpr NumberLimits kLeastProducts{"least_products", 1, 100'000, false}, kUndercuts{"undercuts", 0, 100, false};
constexpr NumberLimits kSilentHours{"hours", 0, 24 * 90, false}, kHysteresis{"hysteresis", 0, 10'000, true};
constexpr NumberLimits kRepeat{"repeat_hours", 1, 24 * 90, false}, kMinutes{"minutes", 0, 7 * kMinutesADay, false};
constexpr NumberLimits kCap{"most_a_day", 0, 10'000, false};

Status within(const NumberLimits& l, int value) { return JsonFields::within("alert", l, value); }

Result<int> minuteFrom(const char* field, const QString& text) {
  const auto isDigit = [&](int i) { return text[i] >= u'0' && text[i] <= u'9'; };
  if (text.size() == 5 && text[2] == u':' && isDigit(0) && isDigit(1) && isDigit(3) && isDigit(4))
    if (const int hour = text.left(2).toInt(), minute = text.mid(3).toInt(); hour < 24 && minute < 60)
      return hour * 60 + minute;
  return badAlert("quiet", field, text);
}

QString minuteText(int minute) {
  return QStringLiteral("%1:%2").arg(minute / 60, 2, 10, QLatin1Char('0')).arg(minute % 60, 2, 10, QLatin1Char('0'));
}

Status readScope(const QJsonObject& json, AlertRule::Scope& scope) {
  JsonFields in("alert", json);
  QString role;
  PW_CHECK(in.text("category", scope.category));
  PW_CHECK(in.text("competitor", scope.competitor));
  PW_CHECK(in.text("sku", scope.sku));
  PW_CHECK(in.text("role", role));
  if (!role.isEmpty()) {
    scope.role = skuRoleFrom(role);
    if (!scope.role)
      return badAlert("scope", "role", role);
  }
  return in.done();
}

Status readQuiet(const QJsonObject& json, AlertRule& rule) {
  JsonFields in("alert", json);
  QString from, to, zone = QString::fromLatin1(rule.quietZone);
  PW_CHECK(in.text("from", from));
  PW_CHECK(in.text("to", to));
  PW_CHECK(in.text("zone", zone));
  PW_CHECK(in.done());
  rule.quietZone = zone.toUtf8();
  if (json.isEmpty())
    return {};
  PW_TRY(rule.quietFrom, minuteFrom("from", from));
  PW_TRY(rule.quietTo, minuteFrom("to", to));
  return {};
}

Status readGroup(const QJsonObject& json, AlertRule& rule) {
  JsonFields in("alert", json);
  QString by;
  PW_CHECK(in.text("by", by));
  PW_CHECK(in.number(kMinutes, rule.everyMinutes));
  if (by == u"competitor")
    rule.grouping = AlertGrouping::Competitor;
  else if (by == u"category")
    rule.grouping = AlertGrouping::Category;
  else if (!by.isEmpty() && by != u"none")
    return badAlert("group", "by", by);
  return in.done();
}

Status readDelivery(const QJsonObject& json, AlertRule& rule) {
  JsonFields in("alert", json);
  PW_CHECK(in.flag("desktop", rule.onDesktop));
  PW_CHECK(in.texts("email", rule.emails, kMostReceivers, "delivery"));
  PW_CHECK(in.texts("webhook", rule.webhooks, kMostReceivers, "delivery"));
  return in.done();
}

Status readNumbers(JsonFields& in, AlertRule& rule) {
  PW_CHECK(in.number(kPercent, rule.percentBp));
  PW_CHECK(in.number(kDays, rule.days));
  PW_CHECK(in.number(kLevel, rule.levelBp));
  PW_CHECK(in.number(kLeastProducts, rule.leastProducts));
  PW_CHECK(in.number(kUndercuts, rule.undercuts));
  PW_CHECK(in.number(kSilentHours, rule.hours));
  PW_CHECK(in.number(kHysteresis, rule.hysteresisBp));
  PW_CHECK(in.number(kRepeat, rule.repeatHours));
  return in.number(kCap, rule.mostADay);
}

bool isMailAddress(const QString& text) {
  const qsizetype at = text.indexOf(u'@');
  if (at < 1 || at != text.lastIndexOf(u'@') || at + 1 >= text.size() || text.size() > 254)
    return false;
  return std::all_of(text.begin(), text.end(), [](QChar c) {
    return c > u' ' && c < QChar(0x7f) && c != u',' && c != u';' && c != u'<' && c != u'>';
  });
}

bool isHookAddress(const QString& text) {
  const QUrl url(text, QUrl::StrictMode);
  return text.size() <= kLongestAddress && url.isValid() && !url.host().isEmpty() && url.userInfo().isEmpty() &&
         (url.scheme() == u"https" || url.scheme() == u"http");
}

Status checkReceivers(const AlertRule& rule) {
  if (rule.emails.size() > kMostReceivers || rule.webhooks.size() > kMostReceivers)
    return badAlert("delivery", rule.emails.size() > kMostReceivers ? "email" : "webhook", s("…"));
  for (const QString& email : rule.emails)
    if (!isMailAddress(email))
      return badAlert("delivery", "email", email);
  for (const QString& hook : rule.webhooks)
    if (!isHookAddress(hook))
      return badAlert("delivery", "webhook", hook);
  return {};
}

// A scope that the kind cannot keep to would be silently wider than it was meant.
Status checkScope(const AlertRule& rule) {
  const AlertRule::Scope& scope = rule.scope;
  if (rule.kind == AlertKind::Silent && (!scope.category.isEmpty() || !scope.sku.isEmpty() || scope.role))
    return badAlert("scope",
                    !scope.category.isEmpty() ? "category"
                    : !scope.sku.isEmpty()    ? "sku"
                                              : "role",
                    scope.category + scope.sku);
  return {};
}

} // namespace

Status AlertRule::check() const {
  if (name.trimmed().isEmpty() || name.size() > kLongestName || name.contains(u'\n'))
    return badAlert("name", "name", name);
  PW_CHECK(within(kind == AlertKind::MoveUp ? kRisePercent : kPercent, percentBp));
  PW_CHECK(within(kDays, days));
  PW_CHECK(within(kLevel, levelBp));
  PW_CHECK(within(kLeastProducts, leastProducts));
  PW_CHECK(within(kUndercuts, undercuts));
  PW_CHECK(within(kSilentHours, hours));
  PW_CHECK(within(kHysteresis, hysteresisBp));
  PW_CHECK(within(kRepeat, repeatHours));
  PW_CHECK(within(kMinutes, everyMinutes));
  PW_CHECK(within(kCap, mostADay));
  const bool isMinute = quietFrom >= 0 && quietFrom < kMinutesADay && quietTo >= 0 && quietTo < kMinutesADay;
  if (!isMinute)
    return badAlert("quiet", "from", QString::number(quietFrom));
  if (quietZone.isEmpty() || !utcOffset(quietZone, Instant{}))
    return badAlert("quiet", "zone", QString::fromUtf8(quietZone));
  PW_CHECK(checkScope(*this));
  return checkReceivers(*this);
}

Result<AlertRule> AlertRule::parse(const QJsonObject& json) {
  JsonFields in("alert", json);
  AlertRule rule;
  QString kind, semantics;
  PW_CHECK(in.text("name", rule.name, kLongestName));
  PW_CHECK(in.text("kind", kind));
  const std::optional<AlertKind> known = alertKindFrom(kind);
  if (!known)
    return badAlert("kind", "kind", kind);
  rule.kind = *known;
  PW_CHECK(readNumbers(in, rule));
  PW_TRY(const QJsonObject scope, in.object("scope"));
  PW_CHECK(readScope(scope, rule.scope));
  PW_CHECK(in.text("semantics", semantics));
  if (semantics == u"level")
    rule.semantics = AlertSemantics::Level;
  else if (!semantics.isEmpty() && semantics != u"crossing")
    return badAlert("semantics", "semantics", semantics);
  PW_TRY(const QJsonObject quiet, in.object("quiet"));
  PW_CHECK(readQuiet(quiet, rule));
  PW_CHECK(in.flag("critical", rule.isCritical));
  PW_TRY(const QJsonObject group, in.object("group"));
  PW_CHECK(readGroup(group, rule));
  PW_TRY(const QJsonObject deliver, in.object("deliver"));
  PW_CHECK(readDelivery(deliver, rule));
  PW_CHECK(in.done());
  PW_CHECK(rule.check());
  return rule;
}

QJsonObject AlertRule::toJson() const {
  QJsonObject who{{s("category"), scope.category}, {s("competitor"), scope.competitor}, {s("sku"), scope.sku}};
  who.insert(s("role"), scope.role ? skuRoleName(*scope.role) : QString());
  const char* by = grouping == AlertGrouping::Competitor ? "competitor"
                   : grouping == AlertGrouping::Category ? "category"
                                                         : "none";
  return {{s("name"), name},
          {s("kind"), alertKindName(kind)},
          {s("percent"), JsonFields::plainNumber(percentBp, true)},
          {s("days"), days},
          {s("level"), JsonFields::plainNumber(levelBp, true)},
          {s("least_products"), leastProducts},
          {s("undercuts"), undercuts},
          {s("hours"), hours},
          {s("scope"), who},
          {s("semantics"), s(semantics == AlertSemantics::Level ? "level" : "crossing")},
          {s("hysteresis"), JsonFields::plainNumber(hysteresisBp, true)},
          {s("repeat_hours"), repeatHours},
          {s("quiet"), QJsonObject{{s("from"), minuteText(quietFrom)},
                                   {s("to"), minuteText(quietTo)},
                                   {s("zone"), QString::fromUtf8(quietZone)}}},
          {s("critical"), isCritical},
          {s("group"), QJsonObject{{s("by"), s(by)}, {s("minutes"), everyMinutes}}},
          {s("most_a_day"), mostADay},
          {s("deliver"), QJsonObject{{s("desktop"), onDesktop},
                                     {s("email"), QJsonArray::fromStringList(emails)},
                                     {s("webhook"), QJsonArray::fromStringList(webhooks)}}}};
}

} // namespace pricewright
