// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/rows/CodeBook.h"

#include "imports/rows/BatchContext.h"
#include "imports/rows/RowWriter.h"

namespace pricewright {
namespace {

std::int64_t pairKey(int skuNo, int zoneNo) { return (static_cast<std::int64_t>(skuNo) << 32) | zoneNo; }

Status loadCodes(Database& db, const char* sql, ByCode<int>& into) {
  PW_TRY(Query q, Query::prepare(db, sql));
  for (;;) {
    PW_TRY(const bool row, q.step());
    if (!row)
      return {};
    into.emplace(std::string(q.utf8(1)), static_cast<int>(q.integer(0)));
  }
}

} // namespace

Status CodeBook::load(BatchContext& batch) {
  m_batch = &batch;
  Database& db = batch.db;
  PW_CHECK(loadCodes(db, "SELECT no, code FROM sku", m_skus));
  PW_CHECK(loadCodes(db, "SELECT no, code FROM category", m_categories));
  PW_CHECK(loadCodes(db, "SELECT no, code FROM competitor", m_competitors));
  PW_CHECK(loadCodes(db, "SELECT no, code FROM source", m_sources));
  PW_CHECK(loadCodes(db, "SELECT no, code FROM channel", m_channels));
  for (const auto& [code, no] : m_channels)
    m_channelNos.push_back(no);
  std::sort(m_channelNos.begin(), m_channelNos.end());
  PW_TRY(Query zones, Query::prepare(db, "SELECT no, code, currency FROM price_zone"));
  for (;;) {
    PW_TRY(const bool row, zones.step());
    if (!row)
      break;
    PW_TRY(const Currency currency, Currency::fromCode(zones.text(2)));
    m_zones.emplace(std::string(zones.utf8(1)), ZoneRef{static_cast<int>(zones.integer(0)), currency});
  }
  PW_TRY(Query listings, Query::prepare(db, "SELECT no, sku_no, zone_no FROM listing"));
  for (;;) {
    PW_TRY(const bool row, listings.step());
    if (!row)
      break;
    const int no = static_cast<int>(listings.integer(0));
    m_listings.emplace(pairKey(static_cast<int>(listings.integer(1)), static_cast<int>(listings.integer(2))), no);
    m_firstNewListing = std::max(m_firstNewListing, no + 1);
  }
  PW_TRY(Query currency, Query::prepare(db, "SELECT value FROM workspace WHERE key = 'currency'"));
  PW_TRY(const bool known, currency.step());
  PW_TRY(m_currency, Currency::fromCode(known ? currency.text(0) : QStringLiteral("USD")));
  return {};
}

std::optional<int> CodeBook::sku(std::string_view code) const {
  const auto it = m_skus.find(code);
  return it == m_skus.end() ? std::nullopt : std::optional(it->second);
}

std::optional<ZoneRef> CodeBook::zone(std::string_view code) const {
  const auto it = m_zones.find(code);
  return it == m_zones.end() ? std::nullopt : std::optional(it->second);
}

std::optional<int> CodeBook::channel(std::string_view code) const {
  const auto it = m_channels.find(code);
  return it == m_channels.end() ? std::nullopt : std::optional(it->second);
}

std::optional<std::string> CodeBook::onlyZone() const {
  return m_zones.size() == 1 ? std::optional(m_zones.begin()->first) : std::nullopt;
}

Currency CodeBook::currencyOf(std::string_view zoneCode, Currency wanted) const {
  const auto known = zone(zoneCode.empty() ? onlyZone().value_or("default") : std::string(zoneCode));
  return known ? known->currency : wanted.isValid() ? wanted : m_currency;
}

Result<ListingRef> CodeBook::listing(std::string_view skuCode, std::string_view zoneCode, Currency wanted,
                                     bool sameCurrency, RowFail& fail, int skuField, int zoneField, int currencyField) {
  const bool clash = sameCurrency && wanted.isValid();
  if (m_last.no > 0 && m_lastSku == skuCode && m_lastZone == zoneCode) {
    if (clash && wanted != m_last.zone.currency)
      fail = {"import.mixed-currency", currencyField};
    return m_last;
  }
  std::string zoneName(zoneCode);
  if (zoneName.empty())
    zoneName = onlyZone().value_or("default");
  const auto knownZone = zone(zoneName);
  const auto knownSku = sku(skuCode);
  if (knownZone && clash && wanted != knownZone->currency)
    fail = {"import.mixed-currency", currencyField};
  else if (!knownSku && !m_batch->options.createMissing)
    fail = {"import.unknown-sku", skuField};
  else if (!knownZone && !m_batch->options.createMissing)
    fail = {"import.unknown-zone", zoneField};
  if (fail)
    return ListingRef{};
  ListingRef ref;
  if (knownZone) {
    ref.zone = *knownZone;
  } else {
    PW_TRY(ref.zone, makeZone(zoneName, wanted.isValid() ? wanted : m_currency));
  }
  if (knownSku) {
    ref.skuNo = *knownSku;
  } else {
    PW_TRY(ref.skuNo, makeSku(skuCode));
  }
  const auto found = m_listings.find(pairKey(ref.skuNo, ref.zone.no));
  if (found != m_listings.end()) {
    ref.no = found->second;
  } else {
    PW_TRY(Query q,
           Query::prepare(m_batch->db, "INSERT INTO listing (sku_no, zone_no, import_no) VALUES (?1, ?2, ?3)"));
    PW_CHECK(q.bind(1, qint64(ref.skuNo)).bind(2, qint64(ref.zone.no)).bind(3, m_batch->no).run());
    ref.no = static_cast<int>(q.lastRowId());
    addListing(ref.skuNo, ref.zone.no, ref.no);
    countCreated("listing");
  }
  m_lastSku = skuCode;
  m_lastZone = zoneCode;
  m_last = ref;
  return ref;
}

Result<int> CodeBook::makeSku(std::string_view code) {
  PW_TRY(const int general, category("general"));
  PW_TRY(Query q, Query::prepare(m_batch->db, "INSERT INTO sku (id, code, name, category_no, import_no) "
                                              "VALUES (?1, ?2, ?2, ?3, ?4)"));
  PW_CHECK(q.bind(1, m_batch->ids.next().toString()).bind(2, code).bind(3, qint64(general)).bind(4, m_batch->no).run());
  const int no = static_cast<int>(q.lastRowId());
  m_batch->digest.add(code);
  addSku(code, no);
  countCreated("sku");
  return no;
}

Result<ZoneRef> CodeBook::makeZone(std::string_view code, Currency currency) {
  PW_TRY(Query q,
         Query::prepare(m_batch->db, "INSERT INTO price_zone (id, code, name, currency) VALUES (?1, ?2, ?2, ?3)"));
  PW_CHECK(q.bind(1, m_batch->ids.next().toString()).bind(2, code).bind(3, currency.code()).run());
  const ZoneRef ref{static_cast<int>(q.lastRowId()), currency};
  PW_CHECK(m_batch->keepCreated("price_zone", ref.no));
  m_batch->digest.add(code);
  m_zones.emplace(std::string(code), ref);
  countCreated("price_zone");
  return ref;
}

Result<int> CodeBook::makeCode(const char* table, std::string_view code, ByCode<int>& into) {
  const bool category = std::string_view(table) == "category";
  const std::string sql = std::string("INSERT INTO ") + table +
                          (category ? " (code, name) VALUES (?1, ?1)" : " (code, name, id) VALUES (?1, ?1, ?2)");
  PW_TRY(Query q, Query::prepare(m_batch->db, sql.c_str()));
  q.bind(1, code);
  if (!category)
    q.bind(2, m_batch->ids.next().toString());
  PW_CHECK(q.run());
  const int no = static_cast<int>(q.lastRowId());
  PW_CHECK(m_batch->keepCreated(table, no));
  m_batch->digest.add(code);
  into.emplace(std::string(code), no);
  countCreated(table);
  return no;
}

Result<int> CodeBook::category(std::string_view code) {
  if (const auto it = m_categories.find(code); it != m_categories.end())
    return it->second;
  return makeCode("category", code, m_categories);
}

Result<std::optional<int>> CodeBook::competitor(std::string_view code) {
  if (const auto it = m_competitors.find(code); it != m_competitors.end())
    return std::optional(it->second);
  if (!m_batch->options.createMissing)
    return std::optional<int>();
  PW_TRY(const int no, makeCode("competitor", code, m_competitors));
  return std::optional(no);
}

Result<std::optional<int>> CodeBook::source(std::string_view code) {
  if (const auto it = m_sources.find(code); it != m_sources.end())
    return std::optional(it->second);
  if (!m_batch->options.createMissing)
    return std::optional<int>();
  PW_TRY(const int no, makeCode("source", code, m_sources));
  return std::optional(no);
}

void CodeBook::addSku(std::string_view code, int no) { m_skus.emplace(std::string(code), no); }
void CodeBook::addListing(int skuNo, int zoneNo, int no) { m_listings.emplace(pairKey(skuNo, zoneNo), no); }

QStringList CodeBook::created() const {
  QStringList out;
  for (const auto& [what, count] : m_created)
    out << QString::fromStdString(what) + u':' + QString::number(count);
  return out;
}

} // namespace pricewright
