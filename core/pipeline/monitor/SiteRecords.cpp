// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/monitor/SiteRecords.h"

namespace pricewright {
namespace {

QJsonValue timeOf(const std::optional<Instant>& at) { return at ? QJsonValue(toMillis(*at)) : QJsonValue(); }
std::optional<Instant> timeIn(const QJsonValue& value) {
  return value.isDouble() ? std::optional(fromMillis(value.toInteger())) : std::nullopt;
}

} // namespace

SiteMemory memoryFrom(const QJsonObject& json) {
  SiteMemory m;
  m.hasRobots = json.value(QLatin1String("hasRobots")).toBool();
  m.robots = QByteArray::fromBase64(json.value(QLatin1String("robots")).toString().toLatin1());
  m.robotsDisallowAll = json.value(QLatin1String("disallowAll")).toBool();
  m.robotsUntil = fromMillis(json.value(QLatin1String("robotsUntil")).toInteger());
  m.robotsUnreachableSince = timeIn(json.value(QLatin1String("unreachableSince")));
  m.cookies = json.value(QLatin1String("cookies")).toString().toUtf8();
  m.closedUntil = timeIn(json.value(QLatin1String("closedUntil")));
  m.closedWhy = json.value(QLatin1String("closedWhy")).toString();
  m.failures = json.value(QLatin1String("failures")).toInt();
  m.refusals = json.value(QLatin1String("refusals")).toInt();
  m.restsUntil = fromMillis(json.value(QLatin1String("restsUntil")).toInteger());
  return m;
}

QJsonObject toJson(const SiteMemory& m) {
  return {{QStringLiteral("hasRobots"), m.hasRobots},
          {QStringLiteral("robots"), QString::fromLatin1(m.robots.toBase64())},
          {QStringLiteral("disallowAll"), m.robotsDisallowAll},
          {QStringLiteral("robotsUntil"), toMillis(m.robotsUntil)},
          {QStringLiteral("unreachableSince"), timeOf(m.robotsUnreachableSince)},
          {QStringLiteral("cookies"), QString::fromUtf8(m.cookies)},
          {QStringLiteral("closedUntil"), timeOf(m.closedUntil)},
          {QStringLiteral("closedWhy"), m.closedWhy},
          {QStringLiteral("failures"), m.failures},
          {QStringLiteral("refusals"), m.refusals},
          {QStringLiteral("restsUntil"), toMillis(m.restsUntil)}};
}

SitePolicy policyOf(const Site& site) {
  SitePolicy p;
  p.delay = site.delay, p.concurrency = std::max(1, site.atOnce), p.language = site.language.toLatin1();
  p.proxies = site.proxies, p.robotsApply = site.obeysRobots;
  p.needsBrowser = site.fetcher == u"browser";
  return p;
}

std::vector<RecipeField> recipeFrom(const QJsonArray& json) {
  std::vector<RecipeField> out;
  for (const QJsonValue row : json)
    if (const auto field = fieldOf(row[QLatin1String("field")].toString()))
      out.push_back({*field, row[QLatin1String("selector")].toString(), row[QLatin1String("attribute")].toString()});
  return out;
}

QJsonArray recipeJson(const std::vector<RecipeField>& recipe) {
  QJsonArray out;
  for (const RecipeField& f : recipe)
    out.append(QJsonObject{{QStringLiteral("field"), fieldName(f.field)},
                           {QStringLiteral("selector"), f.selector},
                           {QStringLiteral("attribute"), f.attribute}});
  return out;
}

QJsonObject headersOf(const CrawlOutcome& outcome) {
  QJsonObject out;
  const auto put = [&](const char* name, const QByteArray& value) {
    if (!value.isEmpty())
      out.insert(QLatin1String(name), QString::fromLatin1(value.left(200)));
  };
  const FetchAnswer& a = outcome.answer;
  put("content-type", a.contentType), put("etag", a.etag), put("last-modified", a.lastModified),
      put("server", a.server);
  if (!a.address.isEmpty())
    out.insert(QStringLiteral("address"), a.address);
  if (outcome.robots.line > 0)
    out.insert(QStringLiteral("robots"), QStringLiteral("%1: %2").arg(outcome.robots.line).arg(outcome.robots.text));
  return out;
}

} // namespace pricewright
