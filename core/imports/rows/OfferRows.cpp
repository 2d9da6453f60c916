// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/rows/KeyedTable.h"
#include "imports/rows/RowWriter.h"

namespace pricewright {
namespace {

// Competitors' prices. Whoever hands in a file of matched products says that they match, so a new match is confirmed by
// the importing user; a match that someone rejected stays rejected.
class OfferRows final : public RowWriter {
 public:
  OfferRows(BatchContext& batch, const FieldTable& fields)
      : m_batch(batch), m_sku(fields.find("sku")), m_zone(fields.find("zone")), m_competitor(fields.find("competitor")),
        m_seller(fields.find("seller")), m_external(fields.find("external_code")), m_title(fields.find("title")),
        m_price(fields.find("price")), m_shipping(fields.find("shipping")), m_currency(fields.find("currency")),
        m_observed(fields.find("observed")), m_inStock(fields.find("in_stock")), m_source(fields.find("source")),
        m_theirs(fields.find("their_packs")), m_ours(fields.find("our_packs")), m_user(batch.user.toStdString()),
        m_matches(batch, {.table = "product_match",
                          .keys = {"competitor_no", "external_code", "listing_no"},
                          .values = {"title", "their_packs", "our_packs"},
                          .onlyNew = {"id", "state", "confirmed_by"},
                          .byTheDozen = true}),
        m_offers(batch, {.table = "offer",
                         .keys = {"match_no", "source_no", "seller", "observed_ms"},
                         .values = {"price_micro", "shipping_micro", "currency", "in_stock"},
                         .onlyNew = {},
                         .hasVersion = false,
                         .byTheDozen = true}) {}

  Result<RowFail> add(const RowInput& in) override {
    Told t;
    if (const RowFail f = read(in, t))
      return f;
    RowFail fail;
    PW_TRY(const ListingRef listing, m_batch.codes.listing(t.sku, t.zone, {}, false, fail, m_sku, m_zone, -1));
    if (fail)
      return fail;
    PW_TRY(const std::optional<int> competitor, m_batch.codes.competitor(t.competitor));
    if (!competitor)
      return RowFail{"import.unknown-competitor", m_competitor};
    PW_TRY(const std::optional<int> source, m_batch.codes.source(t.source));
    if (!source)
      return RowFail{"import.unknown-source", m_source};
    PW_TRY(const auto match, putMatch(t, *competitor, listing.no));
    if (match.outcome == PutOutcome::Duplicate)
      return RowFail{"import.duplicate-key", m_theirs};
    const std::array<Cell, 4> keys{match.no, *source, t.seller, t.observedMs};
    const std::array<Cell, 4> values{t.price, m_shipping >= 0 ? Cell(t.shipping) : Cell(),
                                     codeOf(t.currency.isValid() ? t.currency : listing.zone.currency),
                                     m_inStock >= 0 ? Cell(int(t.inStock)) : Cell()};
    const std::array<Cell, 4> defaults{Cell(), 0, Cell(), 1};
    PW_TRY(const auto offer, m_offers.put(keys, values, defaults, {}, m_matches.isNew(match.no)));
    if (offer.outcome == PutOutcome::Duplicate)
      return RowFail{"import.duplicate-key", m_observed};
    countOutcome(m_batch, combined(match.outcome, offer.outcome));
    if (std::max(m_matches.waiting(), m_offers.waiting()) >= kWaiting)
      PW_CHECK(flush());
    return fail;
  }
  Status finish(const JobContext&) override { return flush(); }

 private:
  struct Told {
    std::string_view sku, zone, competitor, seller, external, title, source;
    std::int64_t price = 0, shipping = 0, observedMs = 0, theirs = 1, ours = 1;
    bool inStock = true;
    Currency currency;
  };

  // An offer points at its match, which therefore comes first.
  Status flush() {
    PW_CHECK(m_matches.flush());
    return m_offers.flush();
  }

  RowFail read(const RowInput& in, Told& t) {
    if (const RowFail f = in.code(m_sku, t.sku))
      return f;
    if (const RowFail f = in.code(m_zone, t.zone, m_zone >= 0 ? Need::Required : Need::Optional))
      return f;
    for (const auto& [field, text] : {std::pair{m_competitor, &t.competitor},
                                      {m_seller, &t.seller},
                                      {m_external, &t.external},
                                      {m_source, &t.source}})
      if (const RowFail f = in.code(field, *text, Need::Optional))
        return f;
    if (t.competitor.empty() && t.seller.empty())
      return {"import.missing-value", m_competitor >= 0 ? m_competitor : m_seller};
    t.competitor = t.competitor.empty() ? t.seller : t.competitor;
    t.seller = t.seller.empty() ? t.competitor : t.seller;
    t.external = t.external.empty() ? t.sku : t.external;
    t.source = t.source.empty() ? std::string_view("import") : t.source;
    if (const RowFail f = in.name(m_title, t.title))
      return f;
    return readValues(in, t);
  }

  RowFail readValues(const RowInput& in, Told& t) {
    NamedCurrencies named;
    if (const RowFail f = in.number(m_price, 6, t.price, Need::Required, &named))
      return f;
    if (t.price <= 0)
      return {"import.price-not-positive", m_price};
    if (const RowFail f = in.number(m_shipping, 6, t.shipping, Need::Optional, &named))
      return f;
    if (t.shipping < 0)
      return {"import.negative-value", m_shipping};
    if (const RowFail f = currency(in, t.currency))
      return f;
    if (named.any()) { // an offer has a currency of its own: what the cell names is one
      const Currency usual = m_batch.codes.currencyOf(t.zone, {});
      if (!t.currency.isValid() && named.mustFit(usual))
        t.currency = named.only();
      if (const RowFail f = named.mustFit(t.currency.isValid() ? t.currency : usual))
        return f;
    }
    if (const RowFail f = in.moment(m_observed, t.observedMs))
      return f;
    if (const RowFail f = in.past(m_observed, DayFormat::Moment{t.observedMs}.day(), m_batch.now))
      return f;
    if (const RowFail f = in.toggle(m_inStock, t.inStock))
      return f;
    if (const RowFail f = in.whole(m_theirs, 1, 100'000, t.theirs, "import.bad-pack"))
      return f;
    return in.whole(m_ours, 1, 100'000, t.ours, "import.bad-pack");
  }

  // Files hardly ever change their currency: the last answer is the next.
  RowFail currency(const RowInput& in, Currency& out) {
    const std::string_view text = in.text(m_currency);
    if (text.empty() || (text == m_lastText && m_lastTold.isValid())) {
      out = text.empty() ? out : m_lastTold;
      return {};
    }
    const RowFail f = in.currency(m_currency, out);
    if (!f) {
      m_lastText = text;
      m_lastTold = out;
    }
    return f;
  }
  std::string_view codeOf(Currency currency) {
    if (currency != m_lastCoded || m_code.empty()) {
      m_lastCoded = currency;
      m_code = currency.code().toStdString();
    }
    return m_code;
  }

  Result<KeyedTable::Put> putMatch(const Told& t, int competitor, int listingNo) {
    const std::array<Cell, 3> keys{competitor, t.external, listingNo};
    const std::array<Cell, 3> values{Cell::toldText(t.title), m_theirs >= 0 ? Cell(t.theirs) : Cell(),
                                     m_ours >= 0 ? Cell(t.ours) : Cell()};
    const std::array<Cell, 3> defaults{"", 1, 1};
    const std::array<Cell, 3> onlyNew{Cell::newId(), "confirmed", std::string_view(m_user)};
    return m_matches.put(keys, values, defaults, onlyNew, m_batch.codes.isNewListing(listingNo));
  }

  static constexpr std::size_t kWaiting = 256;

  BatchContext& m_batch;
  int m_sku, m_zone, m_competitor, m_seller, m_external, m_title, m_price, m_shipping, m_currency, m_observed,
      m_inStock, m_source, m_theirs, m_ours;
  std::string m_user;
  std::string m_lastText, m_code;
  Currency m_lastTold, m_lastCoded;
  KeyedTable m_matches, m_offers;
};

} // namespace

std::unique_ptr<RowWriter> makeOfferRows(BatchContext& batch, const FieldTable& fields) {
  return std::make_unique<OfferRows>(batch, fields);
}

} // namespace pricewright
