// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/rows/KeyedTable.h"
#include "imports/rows/RowWriter.h"

namespace pricewright {
namespace {

// Products, and with a zone their listings with absolute bounds. An empty cell says nothing: an existing product keeps
// what it has. The same product may come once a zone; what is said of the product itself must then agree.
class ProductRows final : public RowWriter {
 public:
  ProductRows(BatchContext& batch, const FieldTable& fields)
      : m_batch(batch), m_sku(fields.find("sku")), m_name(fields.find("name")), m_brand(fields.find("brand")),
        m_gtin(fields.find("gtin")), m_mpn(fields.find("mpn")), m_category(fields.find("category")),
        m_role(fields.find("role")), m_vat(fields.find("vat_class")), m_count(fields.find("pack_count")),
        m_size(fields.find("pack_size")), m_unit(fields.find("pack_unit")), m_storable(fields.find("storable")),
        m_zone(fields.find("zone")), m_min(fields.find("min_price")), m_max(fields.find("max_price")),
        m_map(fields.find("map")), m_currency(fields.find("currency")),
        m_skus(batch, {.table = "sku",
                       .keys = {"code"},
                       .values = {"name", "brand", "gtin", "category_no", "role", "vat_class", "pack_count",
                                  "pack_size_micro", "pack_unit", "storable", "mpn"},
                       .onlyNew = {"id"}}),
        m_listings(batch, {.table = "listing",
                           .keys = {"sku_no", "zone_no"},
                           .values = {"min_minor", "max_minor", "map_minor"},
                           .onlyNew = {}}) {}

  Result<RowFail> add(const RowInput& in) override {
    Product p;
    if (const RowFail f = read(in, p))
      return f;
    ZoneRef zone;
    std::array<Cell, 3> bounds;
    const bool zoned = m_zone >= 0 || m_min >= 0 || m_max >= 0 || m_map >= 0;
    if (zoned) {
      PW_TRY(const RowFail f, readZone(in, zone, bounds));
      if (f)
        return f;
    }
    if (zoned) {
      PW_TRY(const bool crossed, crossesKnownBounds(m_batch.codes.sku(p.code).value_or(0), zone.no, bounds));
      if (crossed)
        return RowFail{"import.bounds-crossed", m_max >= 0 ? m_max : m_min};
    }
    PW_TRY(PutOutcome outcome, putSku(p));
    if (outcome == PutOutcome::Duplicate)
      return RowFail{"import.duplicate-key", m_sku};
    if (zoned) {
      PW_TRY(const PutOutcome listed, putListing(p, zone, bounds));
      outcome = combined(outcome, listed);
      if (outcome == PutOutcome::Duplicate)
        return RowFail{"import.duplicate-key", m_sku};
    }
    countOutcome(m_batch, outcome);
    return RowFail{};
  }

 private:
  struct Product {
    std::string_view code, name, brand, mpn, category, role, vat, unit;
    std::string gtin;
    std::int64_t count = 0, size = 0;
    bool storable = true, storableTold = false;
    int no = 0;
  };

  RowFail read(const RowInput& in, Product& p) const {
    if (const RowFail f = in.code(m_sku, p.code))
      return f;
    for (const auto& [field, text] : {std::pair{m_name, &p.name}, {m_brand, &p.brand}, {m_mpn, &p.mpn}})
      if (const RowFail f = in.name(field, *text))
        return f;
    for (const auto& [field, text] : {std::pair{m_category, &p.category}, {m_vat, &p.vat}, {m_unit, &p.unit}})
      if (const RowFail f = in.code(field, *text, Need::Optional))
        return f;
    if (const RowFail f = readGtin(in, p.gtin))
      return f;
    p.role = in.text(m_role);
    if (!p.role.empty() && p.role != "kvi" && p.role != "foreground" && p.role != "background" && p.role != "tail")
      return {"import.bad-choice", m_role};
    if (const RowFail f = in.whole(m_count, 1, 100'000, p.count, "import.bad-pack"))
      return f;
    if (const RowFail f = in.number(m_size, 6, p.size, Need::Optional))
      return f;
    if (in.told(m_size) && p.size <= 0)
      return {"import.bad-pack", m_size};
    p.storableTold = in.told(m_storable);
    return in.toggle(m_storable, p.storable);
  }

  // 8 to 14 digits, the last of which is the check digit: with it the digits, from the last on weighed 1, 3, 1 …, come
  // to a multiple of ten (GS1 General Specifications, 7.9). Blanks and hyphens between them are dropped. "4.00638E+12"
  // is what a spreadsheet leaves of one.
  RowFail readGtin(const RowInput& in, std::string& gtin) const {
    for (const char c : in.text(m_gtin)) {
      if (c >= '0' && c <= '9')
        gtin += c;
      else if (c != ' ' && c != '-')
        return {"import.bad-gtin", m_gtin};
    }
    int sum = 0;
    for (std::size_t i = 0; i < gtin.size(); ++i)
      sum += (gtin[gtin.size() - 1 - i] - '0') * (i % 2 == 0 ? 1 : 3);
    return in.told(m_gtin) && (gtin.size() < 8 || gtin.size() > 14 || sum % 10 != 0)
               ? RowFail{"import.bad-gtin", m_gtin}
               : RowFail{};
  }

  Result<RowFail> readZone(const RowInput& in, ZoneRef& zone, std::array<Cell, 3>& bounds) {
    std::string_view told;
    Currency wanted;
    if (const RowFail f = in.code(m_zone, told, m_zone >= 0 ? Need::Required : Need::Optional))
      return f;
    if (const RowFail f = in.currency(m_currency, wanted))
      return f;
    const std::string name = told.empty() ? m_batch.codes.onlyZone().value_or("default") : std::string(told);
    const auto known = m_batch.codes.zone(name);
    if (known && wanted.isValid() && wanted != known->currency)
      return RowFail{"import.mixed-currency", m_currency};
    if (!known && !m_batch.options.createMissing)
      return RowFail{"import.unknown-zone", m_zone};
    const Currency currency = known ? known->currency : wanted.isValid() ? wanted : m_batch.codes.workspaceCurrency();
    const std::array fields{m_min, m_max, m_map};
    for (std::size_t i = 0; i < fields.size(); ++i) {
      if (!in.told(fields[i]))
        continue;
      std::int64_t minor = 0;
      if (const RowFail f = in.price(fields[i], currency, m_batch.options.roundPrices, minor, Need::Optional))
        return f;
      bounds[i] = minor;
    }
    if (bounds[0].kind == Cell::Kind::Integer && bounds[1].kind == Cell::Kind::Integer &&
        bounds[0].integer > bounds[1].integer)
      return RowFail{"import.bounds-crossed", m_max};
    if (known) {
      zone = *known;
    } else {
      PW_TRY(zone, m_batch.codes.makeZone(name, currency));
    }
    return RowFail{};
  }

  Result<PutOutcome> putSku(Product& p) {
    const bool known = m_batch.codes.sku(p.code).has_value();
    Cell category;
    if (!p.category.empty() || !known) {
      PW_TRY(const int no, m_batch.codes.category(p.category.empty() ? "general" : p.category));
      if (!p.category.empty())
        category = no;
      m_generalNo = p.category.empty() ? no : m_generalNo;
    }
    const std::array<Cell, 1> keys{p.code};
    std::array<Cell, 11> values{Cell::toldText(p.name),
                                Cell::toldText(p.brand),
                                Cell::toldText(p.gtin),
                                category,
                                Cell::toldText(p.role),
                                Cell::toldText(p.vat),
                                Cell(),
                                Cell(),
                                Cell::toldText(p.unit),
                                Cell(),
                                Cell::toldText(p.mpn)};
    if (p.count > 0)
      values[6] = p.count;
    if (p.size > 0)
      values[7] = p.size;
    if (p.storableTold)
      values[9] = static_cast<int>(p.storable);
    const std::array<Cell, 11> defaults{p.code,        "",     "", m_generalNo, "background", "standard", 1,
                                        Decimal::kOne, "each", 1,  ""};
    const std::array<Cell, 1> onlyNew{Cell::newId()};
    PW_TRY(const auto put, m_skus.put(keys, values, defaults, onlyNew));
    p.no = static_cast<int>(put.no);
    if (put.outcome == PutOutcome::Added)
      m_batch.codes.addSku(p.code, p.no);
    return put.outcome;
  }

  Result<PutOutcome> putListing(const Product& p, const ZoneRef& zone, const std::array<Cell, 3>& bounds) {
    const std::array<Cell, 2> keys{p.no, zone.no};
    PW_TRY(const auto put, m_listings.put(keys, bounds));
    if (put.outcome == PutOutcome::Added)
      m_batch.codes.addListing(p.no, zone.no, static_cast<int>(put.no));
    return put.outcome;
  }

  // A floor alone may not rise above a ceiling that the listing has already, nor the reverse.
  Result<bool> crossesKnownBounds(int skuNo, int zoneNo, const std::array<Cell, 3>& bounds) {
    const bool hasMin = bounds[0].kind == Cell::Kind::Integer, hasMax = bounds[1].kind == Cell::Kind::Integer;
    if (hasMin == hasMax)
      return false;
    PW_TRY(Query q, Query::prepare(m_batch.db, "SELECT 1 FROM listing WHERE sku_no = ?1 AND zone_no = ?2 AND "
                                               "((?3 AND max_minor < ?4) OR (NOT ?3 AND min_minor > ?4))"));
    q.bind(1, skuNo).bind(2, zoneNo).bind(3, int(hasMin)).bind(4, qint64(bounds[hasMin ? 0 : 1].integer));
    return q.step();
  }

  BatchContext& m_batch;
  int m_sku, m_name, m_brand, m_gtin, m_mpn, m_category, m_role, m_vat, m_count, m_size, m_unit, m_storable, m_zone,
      m_min, m_max, m_map, m_currency;
  int m_generalNo = 0;
  KeyedTable m_skus, m_listings;
};

} // namespace

std::unique_ptr<RowWriter> makeProductRows(BatchContext& batch, const FieldTable& fields) {
  return std::make_unique<ProductRows>(batch, fields);
}

} // namespace pricewright
