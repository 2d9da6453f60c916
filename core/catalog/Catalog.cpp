// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/Catalog.h"

#include "base/Json.h"

#include <QJsonArray>
#include <QLocale>

namespace pricewright {
namespace {

constexpr std::array<const char*, 4> kRoles = {"kvi", "foreground", "background", "tail"};
constexpr std::array<const char*, 3> kTypes = {"regular", "promotion", "markdown"};
constexpr std::array<const char*, 5> kOrigins = {"import", "observed", "decision", "manual", "rollback"};

template <class Enum, std::size_t N> QString nameOf(const std::array<const char*, N>& names, Enum value) {
  const auto index = static_cast<std::size_t>(value);
  return index < N ? QString::fromLatin1(names[index]) : QString();
}

template <class Enum, std::size_t N>
std::optional<Enum> valueOf(const std::array<const char*, N>& names, QStringView name) {
  for (std::size_t i = 0; i < N; ++i)
    if (name == QLatin1String(names[i]))
      return static_cast<Enum>(i);
  return std::nullopt;
}

template <class Row> const Row* byNumber(const std::vector<Row>& rows, int no) {
  const auto it = std::lower_bound(rows.begin(), rows.end(), no, [](const Row& r, int n) { return r.no < n; });
  return it != rows.end() && it->no == no ? &*it : nullptr;
}

Error badLadder(const QString& text) {
  return fail(QStringLiteral("catalog.bad-ladder"), {{QStringLiteral("ladder"), text.left(80)}});
}

} // namespace

QString skuRoleName(SkuRole r) { return nameOf(kRoles, r); }
std::optional<SkuRole> skuRoleFrom(QStringView name) { return valueOf<SkuRole>(kRoles, name); }
QString priceTypeName(PriceType t) { return nameOf(kTypes, t); }
std::optional<PriceType> priceTypeFrom(QStringView name) { return valueOf<PriceType>(kTypes, name); }
QString priceOriginName(PriceOrigin o) { return nameOf(kOrigins, o); }
std::optional<PriceOrigin> priceOriginFrom(QStringView name) { return valueOf<PriceOrigin>(kOrigins, name); }
QString costKindName(CostKind k) {
  return k == CostKind::Replacement ? QStringLiteral("replacement") : QStringLiteral("accounting");
}

QString ladderText(const std::optional<LadderSpec>& ladder) {
  if (!ladder)
    return {};
  QJsonArray endings;
  for (const qint64 ending : ladder->endingsMinor)
    endings.append(ending);
  return QString::fromUtf8(canonicalJson(QJsonObject{{QStringLiteral("cycle"), ladder->cycleMinor},
                                                     {QStringLiteral("endings"), endings},
                                                     {QStringLiteral("step"), ladder->stepMinor}}));
}

Result<std::optional<LadderSpec>> ladderFromText(QStringView text) {
  if (text.isEmpty())
    return std::optional<LadderSpec>();
  const Result<QJsonObject> json = parseObject(text.toUtf8());
  if (!json)
    return badLadder(text.toString()).causedBy(json.error());
  LadderSpec ladder;
  ladder.stepMinor = json->value(QStringLiteral("step")).toInteger(ladder.stepMinor);
  ladder.cycleMinor = json->value(QStringLiteral("cycle")).toInteger(ladder.cycleMinor);
  const QJsonArray endings = json->value(QStringLiteral("endings")).toArray();
  for (const QJsonValue& ending : endings)
    ladder.endingsMinor.push_back(ending.toInteger(-1));
  PW_CHECK(checkListingLadder(ladder));
  return std::optional(std::move(ladder));
}

Status checkListingLadder(const LadderSpec& ladder) {
  const auto& endings = ladder.endingsMinor;
  const bool sorted = std::adjacent_find(endings.begin(), endings.end(), std::greater_equal<>()) == endings.end();
  const bool inside = endings.empty() || (endings.front() >= 0 && endings.back() < ladder.cycleMinor);
  if (ladder.stepMinor > 0 && ladder.cycleMinor > 0 && sorted && inside)
    return {};
  return badLadder(ladderText(ladder));
}

const Category* Catalog::category(int no) const { return byNumber(categories, no); }
const Sku* Catalog::sku(int no) const { return byNumber(skus, no); }
const PriceZone* Catalog::zone(int no) const { return byNumber(zones, no); }
const Listing* Catalog::listing(int no) const { return byNumber(listings, no); }

const Sku* Catalog::skuByCode(QStringView code) const {
  const auto it = std::find_if(skus.begin(), skus.end(), [&](const Sku& s) { return s.code == code; });
  return it == skus.end() ? nullptr : &*it;
}

bool isMarketCode(QStringView code) {
  const auto capital = [](QChar c) { return c >= u'A' && c <= u'Z'; };
  if (code.size() != 2 || !std::all_of(code.begin(), code.end(), capital))
    return false;
  return code == u"EU" || QLocale::codeToTerritory(code) != QLocale::AnyTerritory;
}

std::optional<int> Catalog::vatBp(QStringView market, QStringView vatClass, Day on) const {
  const VatRate* newest = nullptr;
  for (const VatRate& rate : vatRates)
    if (rate.market == market && rate.vatClass == vatClass && rate.from <= on && (!newest || newest->from < rate.from))
      newest = &rate;
  return newest ? std::optional(newest->rateBp) : std::nullopt;
}

} // namespace pricewright
