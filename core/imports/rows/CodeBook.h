// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "money/Money.h"
#include "storage/Database.h"

#include <QStringList>

#include <map>
#include <optional>
#include <string>
#include <unordered_map>

namespace pricewright {

class BatchContext;
class RowInput;
struct RowFail;

struct StringHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view s) const noexcept { return std::hash<std::string_view>{}(s); }
};
template <class T> using ByCode = std::unordered_map<std::string, T, StringHash, std::equal_to<>>;

struct ZoneRef {
  int no = 0;
  Currency currency;
};
struct ListingRef {
  int no = 0;
  int skuNo = 0;
  ZoneRef zone;
};

// Turns the codes that a file uses into the workspace's numbers, and makes what is missing where that is wanted. What
// this import made is counted, and can be undone with it.
class CodeBook {
 public:
  Status load(BatchContext& batch);

  std::optional<int> sku(std::string_view code) const;
  std::optional<ZoneRef> zone(std::string_view code) const;
  // The one zone of a workspace that has no more than one; nothing where there are several.
  std::optional<std::string> onlyZone() const;
  std::size_t zones() const { return m_zones.size(); }
  Currency workspaceCurrency() const { return m_currency; }
  // The currency that amounts of this zone are in, or would be once it is made.
  Currency currencyOf(std::string_view zoneCode, Currency wanted) const;

  // sku × zone; an empty zone means the only one. `wanted` (where valid) must be the zone's own currency, and becomes
  // that of a new zone. Fills `fail` instead of making anything when the row cannot stand.
  Result<ListingRef> listing(std::string_view skuCode, std::string_view zoneCode, Currency wanted, bool sameCurrency,
                             RowFail& fail, int skuField, int zoneField, int currencyField);
  Result<int> category(std::string_view code);
  Result<std::optional<int>> competitor(std::string_view code);
  Result<std::optional<int>> source(std::string_view code);
  std::optional<int> channel(std::string_view code) const;
  const std::vector<int>& channels() const { return m_channelNos; }
  Result<ZoneRef> makeZone(std::string_view code, Currency currency);
  void addSku(std::string_view code, int no);
  void addListing(int skuNo, int zoneNo, int no);
  void countCreated(const char* what) { ++m_created[what]; }

  bool isNewListing(int no) const { return no >= m_firstNewListing; }
  QStringList created() const; // "price_zone:3", sorted

 private:
  Result<int> makeSku(std::string_view code);
  Result<int> makeCode(const char* table, std::string_view code, ByCode<int>& into);

  BatchContext* m_batch = nullptr;
  Currency m_currency;
  ByCode<int> m_skus, m_categories, m_competitors, m_sources, m_channels;
  ByCode<ZoneRef> m_zones;
  std::vector<int> m_channelNos;
  std::unordered_map<std::int64_t, int> m_listings;
  int m_firstNewListing = 1;
  std::map<std::string, int> m_created;
  std::string m_lastSku, m_lastZone; // files are mostly sorted: the last answer is often the next
  ListingRef m_last;
};

} // namespace pricewright
