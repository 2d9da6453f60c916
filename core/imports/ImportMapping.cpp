// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/ImportMapping.h"

#include <QJsonArray>

namespace pricewright {
namespace {

constexpr std::array kKinds{ImportKind::Products, ImportKind::Costs,        ImportKind::Stock,
                            ImportKind::Sales,    ImportKind::Promotions,   ImportKind::CompetitorPrices,
                            ImportKind::Prices,   ImportKind::ExchangeRates};

QJsonObject toJson(const QMap<QString, QString>& map) {
  QJsonObject o;
  for (auto it = map.begin(); it != map.end(); ++it)
    o.insert(it.key(), it.value());
  return o;
}

Error badMapping(const QString& key) {
  return fail(QStringLiteral("import.bad-mapping"), {{QStringLiteral("key"), key}});
}

Result<QMap<QString, QString>> textMap(const QJsonObject& json, const QString& key) {
  QMap<QString, QString> map;
  const QJsonValue value = json.value(key);
  if (value.isUndefined())
    return map;
  if (!value.isObject())
    return badMapping(key);
  const QJsonObject o = value.toObject();
  for (auto it = o.begin(); it != o.end(); ++it) {
    if (!it.value().isString())
      return badMapping(key + u'.' + it.key());
    map.insert(it.key(), it.value().toString());
  }
  return map;
}

Status takeText(const QJsonObject& json, const QString& key, QString& into) {
  const QJsonValue value = json.value(key);
  if (value.isUndefined())
    return {};
  if (!value.isString())
    return badMapping(key);
  into = value.toString();
  return {};
}

Status takeSwitch(const QJsonObject& json, const QString& key, bool& into) {
  const QJsonValue value = json.value(key);
  if (value.isUndefined())
    return {};
  if (!value.isBool())
    return badMapping(key);
  into = value.toBool();
  return {};
}

} // namespace

QString importKindName(ImportKind k) {
  switch (k) {
  case ImportKind::Products:
    return QStringLiteral("products");
  case ImportKind::Costs:
    return QStringLiteral("costs");
  case ImportKind::Stock:
    return QStringLiteral("stock");
  case ImportKind::Sales:
    return QStringLiteral("sales");
  case ImportKind::Promotions:
    return QStringLiteral("promotions");
  case ImportKind::CompetitorPrices:
    return QStringLiteral("offers");
  case ImportKind::Prices:
    return QStringLiteral("prices");
  case ImportKind::ExchangeRates:
    break;
  }
  return QStringLiteral("fx");
}

Result<ImportKind> importKindFrom(QStringView name) {
  for (const ImportKind k : kKinds)
    if (importKindName(k) == name)
      return k;
  return fail(QStringLiteral("import.unknown-kind"), {{QStringLiteral("kind"), name.left(80).toString()}});
}

QJsonObject toJson(const ImportMapping& m) {
  QJsonObject o{{QStringLiteral("name"), m.name},
                {QStringLiteral("kind"), importKindName(m.kind)},
                {QStringLiteral("separator"), m.separator},
                {QStringLiteral("encoding"), m.encoding},
                {QStringLiteral("decimalMark"), m.decimalMark},
                {QStringLiteral("dateFormat"), m.dateFormat},
                {QStringLiteral("columns"), toJson(m.columns)},
                {QStringLiteral("constants"), toJson(m.constants)},
                {QStringLiteral("keepOnly"), toJson(m.keepOnly)},
                {QStringLiteral("createMissing"), m.createMissing}};
  if (m.roundPrices)
    o.insert(QStringLiteral("roundPrices"), true);
  if (m.invoiceLines)
    o.insert(QStringLiteral("invoiceLines"), true);
  if (m.periodTotals)
    o.insert(QStringLiteral("periodTotals"), true);
  if (m.invoiceLines || !m.notProducts.isEmpty())
    o.insert(QStringLiteral("notProducts"), QJsonArray::fromStringList(m.notProducts));
  if (m.invoiceLines || !m.digitLedCodes)
    o.insert(QStringLiteral("digitLedCodes"), m.digitLedCodes);
  return o;
}

Result<ImportMapping> importMappingFromJson(const QJsonObject& json) {
  static const QStringList kKnown{
      QStringLiteral("name"),          QStringLiteral("kind"),          QStringLiteral("separator"),
      QStringLiteral("encoding"),      QStringLiteral("decimalMark"),   QStringLiteral("dateFormat"),
      QStringLiteral("columns"),       QStringLiteral("constants"),     QStringLiteral("keepOnly"),
      QStringLiteral("roundPrices"),   QStringLiteral("invoiceLines"),  QStringLiteral("notProducts"),
      QStringLiteral("createMissing"), QStringLiteral("digitLedCodes"), QStringLiteral("periodTotals")};
  for (auto it = json.begin(); it != json.end(); ++it)
    if (!kKnown.contains(it.key()))
      return badMapping(it.key());
  ImportMapping m;
  QString kind;
  PW_CHECK(takeText(json, QStringLiteral("kind"), kind));
  PW_TRY(m.kind, importKindFrom(kind));
  PW_CHECK(takeText(json, QStringLiteral("name"), m.name));
  PW_CHECK(takeText(json, QStringLiteral("separator"), m.separator));
  PW_CHECK(takeText(json, QStringLiteral("encoding"), m.encoding));
  PW_CHECK(takeText(json, QStringLiteral("decimalMark"), m.decimalMark));
  PW_CHECK(takeText(json, QStringLiteral("dateFormat"), m.dateFormat));
  PW_TRY(m.columns, textMap(json, QStringLiteral("columns")));
  PW_TRY(m.constants, textMap(json, QStringLiteral("constants")));
  PW_TRY(m.keepOnly, textMap(json, QStringLiteral("keepOnly")));
  PW_CHECK(takeSwitch(json, QStringLiteral("roundPrices"), m.roundPrices));
  PW_CHECK(takeSwitch(json, QStringLiteral("invoiceLines"), m.invoiceLines));
  PW_CHECK(takeSwitch(json, QStringLiteral("periodTotals"), m.periodTotals));
  PW_CHECK(takeSwitch(json, QStringLiteral("createMissing"), m.createMissing));
  PW_CHECK(takeSwitch(json, QStringLiteral("digitLedCodes"), m.digitLedCodes));
  const QJsonValue codes = json.value(QStringLiteral("notProducts"));
  if (!codes.isUndefined() && !codes.isArray())
    return badMapping(QStringLiteral("notProducts"));
  for (const QJsonValue code : codes.toArray()) {
    if (!code.isString())
      return badMapping(QStringLiteral("notProducts"));
    m.notProducts << code.toString();
  }
  return m;
}

} // namespace pricewright
