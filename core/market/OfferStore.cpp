// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "market/OfferStore.h"

#include "base/Json.h"
#include "catalog/Permissions.h"
#include "catalog/Rows.h"
#include "market/Competitors.h"

#include <QJsonArray>

namespace pricewright {
namespace {

constexpr std::size_t kMostNamedInAudit = 500;

#define PW_OFFER_COLUMNS                                                                                               \
  "SELECT o.no, o.match_no, m.listing_no, m.competitor_no, o.source_no, m.state, o.seller, o.observed_ms, "            \
  "o.price_micro, o.currency, o.shipping_micro, m.their_packs, m.our_packs, o.in_stock, o.state, o.state_reason, "     \
  "o.evidence FROM offer o JOIN product_match m ON m.no = o.match_no "
#define PW_OFFERS PW_OFFER_COLUMNS "WHERE o.observed_ms > ?1 AND o.observed_ms <= ?2 "
#define PW_IN_ORDER "ORDER BY m.listing_no, o.seller, o.observed_ms, o.no"
// Two texts: a plan for both would read all offers for one listing's.
constexpr char kOffersSql[] = PW_OFFERS PW_IN_ORDER;
constexpr char kNewestOffersSql[] =
    PW_OFFER_COLUMNS "WHERE o.match_no = ?1 AND o.observed_ms > ?2 ORDER BY o.observed_ms DESC, o.no DESC LIMIT ?3";
constexpr char kListingsOffersSql[] = PW_OFFERS "AND m.listing_no = ?3 " PW_IN_ORDER;

Result<Offer> readOffer(const Query& q, CurrencyReader& currencies) {
  Offer offer;
  offer.no = q.integer(0);
  offer.matchNo = static_cast<int>(q.integer(1));
  offer.listingNo = static_cast<int>(q.integer(2));
  offer.competitorNo = static_cast<int>(q.integer(3));
  offer.sourceNo = static_cast<int>(q.integer(4));
  const std::optional<MatchState> match = matchStateFrom(q.text(5));
  if (!match)
    return damagedRow("product_match", QString::number(offer.matchNo), q.text(5));
  offer.match = *match;
  offer.seller = q.text(6);
  offer.observedAt = fromMillis(q.integer(7));
  const std::optional<Currency> currency = currencies.read(q.utf8(9));
  if (!currency)
    return damagedRow("offer", QString::number(offer.no), q.text(9));
  offer.price = {Decimal::fromMicros(q.integer(8)), *currency};
  offer.shipping = Decimal::fromMicros(q.integer(10));
  offer.theirPacks = static_cast<int>(q.integer(11));
  offer.ourPacks = static_cast<int>(q.integer(12));
  offer.inStock = q.integer(13) != 0;
  const std::optional<OfferState> state = offerStateFrom(q.text(14));
  if (!state)
    return damagedRow("offer", QString::number(offer.no), q.text(14));
  offer.state = *state;
  offer.stateReason = q.text(15);
  offer.evidence = q.text(16);
  return offer;
}

Result<std::vector<Offer>> readOffers(Database& db, Instant since, Instant until, std::optional<int> listingNo) {
  PW_TRY(Query q, Query::prepare(db, listingNo ? kListingsOffersSql : kOffersSql));
  q.bind(1, toMillis(since)).bind(2, toMillis(until));
  if (listingNo)
    q.bind(3, *listingNo);
  std::vector<Offer> offers;
  CurrencyReader currencies;
  for (;;) {
    PW_TRY(const bool row, q.step());
    if (!row)
      return offers;
    PW_TRY(Offer offer, readOffer(q, currencies));
    offers.push_back(std::move(offer));
  }
}

QJsonObject markedBody(const std::vector<qint64>& offerNos, OfferState state, const QString& reason) {
  QJsonArray numbers;
  for (const qint64 no : offerNos)
    numbers.append(no);
  QJsonObject body{{QStringLiteral("count"), static_cast<qint64>(offerNos.size())},
                   {QStringLiteral("digest"), sha256Hex(canonicalJson(numbers))},
                   {QStringLiteral("reason"), reason},
                   {QStringLiteral("state"), offerStateName(state)}};
  if (offerNos.size() <= kMostNamedInAudit)
    body.insert(QStringLiteral("offers"), numbers);
  return body;
}

// Whether the offer is there; changed ones are added to `changed`.
Status markOne(Database& db, qint64 no, OfferState state, const QString& reason, std::vector<qint64>& changed) {
  PW_TRY(Query find, Query::prepare(db, "SELECT state, state_reason FROM offer WHERE no = ?1"));
  PW_TRY(const bool there, find.bind(1, no).step());
  if (!there)
    return fail(QStringLiteral("market.unknown-offer"), {{QStringLiteral("offer"), QString::number(no)}});
  if (find.text(0) == offerStateName(state) && find.text(1) == reason)
    return {};
  PW_TRY(Query mark, Query::prepare(db, "UPDATE offer SET state = ?2, state_reason = ?3 WHERE no = ?1"));
  PW_CHECK(mark.bind(1, no).bind(2, offerStateName(state)).bind(3, reason).run());
  changed.push_back(no);
  return {};
}

struct RateTable {
  QString base;
  Day day;
};

Result<std::optional<RateTable>> findTable(Database& db, const char* sql, Day day, Currency base) {
  PW_TRY(Query q, Query::prepare(db, sql));
  PW_TRY(const bool row, q.bind(1, toDayNumber(day)).bind(2, base.code()).step());
  if (!row)
    return std::optional<RateTable>();
  return std::optional(RateTable{q.text(0), fromDayNumber(static_cast<int>(q.integer(1)))});
}

Result<FxRates> readTable(Database& db, const RateTable& table) {
  const Result<Currency> base = Currency::fromCode(table.base);
  if (!base)
    return damagedRow("fx_rate", QString::number(toDayNumber(table.day)), table.base);
  FxRates rates(*base, table.day);
  PW_TRY(Query q, Query::prepare(db, "SELECT currency, units_per_base FROM fx_rate WHERE day = ?1 AND base = ?2"));
  q.bind(1, toDayNumber(table.day)).bind(2, table.base);
  for (;;) {
    PW_TRY(const bool row, q.step());
    if (!row)
      return rates;
    const Result<Currency> currency = Currency::fromCode(q.text(0));
    if (!currency)
      continue; // a table may quote currencies that are no longer in use
    PW_CHECK(rates.set(*currency, q.text(1)));
  }
}

QJsonObject bodyOf(const Source& s) {
  return {{QStringLiteral("code"), s.code},
          {QStringLiteral("name"), s.name},
          {QStringLiteral("kind"), s.kind},
          {QStringLiteral("terms"), s.terms},
          {QStringLiteral("freshnessMs"), static_cast<qint64>(s.freshness.count())},
          {QStringLiteral("publicData"), s.publicData},
          {QStringLiteral("informsDemand"), s.informsDemand}};
}

Source readSource(const Query& q) {
  Source s;
  s.no = static_cast<int>(q.integer(0));
  s.code = q.text(1);
  s.name = q.text(2);
  s.kind = q.text(3);
  s.freshness = Duration(q.integer(4));
  s.publicData = q.integer(5) != 0;
  s.terms = q.text(6);
  s.informsDemand = q.integer(7) != 0;
  return s;
}

constexpr char kSourcesSql[] = "SELECT no, code, name, kind, freshness_ms, public_data, terms, informs_demand, id "
                               "FROM source WHERE ?1 IS NULL OR code = ?1 ORDER BY no";

} // namespace

OfferStore::OfferStore(Database& db, Journal& journal, IdSource& ids) : m_db(db), m_journal(journal), m_ids(ids) {}

Result<QHash<int, Source>> OfferStore::sources() const {
  PW_TRY(Query q, Query::prepare(m_db, kSourcesSql));
  QHash<int, Source> sources;
  for (;;) {
    PW_TRY(const bool row, q.step());
    if (!row)
      return sources;
    const Source source = readSource(q);
    sources.insert(source.no, source);
  }
}

Result<std::vector<Competitor>> OfferStore::competitors() const {
  PW_TRY(Query q, Query::prepare(m_db, "SELECT no, code, name FROM competitor ORDER BY no"));
  std::vector<Competitor> competitors;
  for (;;) {
    PW_TRY(const bool row, q.step());
    if (!row)
      return competitors;
    competitors.push_back({static_cast<int>(q.integer(0)), q.text(1), q.text(2)});
  }
}

Result<std::vector<Offer>> OfferStore::offers(Instant since, Instant until) const {
  return readOffers(m_db, since, until, std::nullopt);
}

Result<std::vector<Offer>> OfferStore::offersFor(int listingNo, Instant since, Instant until) const {
  return readOffers(m_db, since, until, listingNo);
}

Status OfferStore::newestOf(std::span<const int> matchNos, Instant since, int most, const TakeOffers& take) const {
  PW_TRY(Query q, Query::prepare(m_db, kNewestOffersSql));
  CurrencyReader currencies;
  std::vector<Offer> offers;
  for (const int match : matchNos) {
    offers.clear();
    q.bind(1, match).bind(2, toMillis(since)).bind(3, most);
    for (;;) {
      PW_TRY(const bool row, q.step());
      if (!row)
        break;
      PW_TRY(Offer offer, readOffer(q, currencies));
      offers.push_back(std::move(offer));
    }
    q.reset();
    if (!offers.empty())
      take(offers);
  }
  return {};
}

Result<QHash<int, std::vector<OurPrice>>> OfferStore::ourPrices(Instant since, std::optional<int> listingNo) const {
  // A price that was replaced at the moment it began was never in force.
  // A statement of its own, so that one listing's are found by their index.
  constexpr const char* kAll = "SELECT listing_no, from_ms, amount_minor, currency FROM price WHERE type = 'regular' "
                               "AND channel_no = (SELECT min(no) FROM channel) AND (to_ms IS NULL OR (to_ms > ?1 AND "
                               "to_ms > from_ms)) ORDER BY listing_no, from_ms";
  constexpr const char* kOne = "SELECT listing_no, from_ms, amount_minor, currency FROM price WHERE type = 'regular' "
                               "AND channel_no = (SELECT min(no) FROM channel) AND (to_ms IS NULL OR (to_ms > ?1 AND "
                               "to_ms > from_ms)) AND listing_no = ?2 ORDER BY from_ms";
  PW_TRY(Query q, Query::prepare(m_db, listingNo ? kOne : kAll));
  q.bind(1, toMillis(since));
  if (listingNo)
    q.bind(2, *listingNo);
  QHash<int, std::vector<OurPrice>> out;
  CurrencyReader currencies;
  for (;;) {
    PW_TRY(const bool row, q.step());
    if (!row)
      return out;
    const std::optional<Currency> currency = currencies.read(q.utf8(3));
    if (!currency)
      return damagedRow("price", QString::number(q.integer(0)), q.text(3));
    const Amount amount{Money(q.integer(2), *currency).toDecimal(), *currency};
    out[static_cast<int>(q.integer(0))].push_back({fromMillis(q.integer(1)), amount});
  }
}

Result<std::vector<OfferStore::ToJudge>> OfferStore::toJudge() const {
  PW_TRY(Query q, Query::prepare(m_db, "SELECT listing_no, changes FROM offer_to_judge ORDER BY listing_no"));
  std::vector<ToJudge> out;
  for (;;) {
    PW_TRY(const bool row, q.step());
    if (!row)
      return out;
    out.push_back({static_cast<int>(q.integer(0)), q.integer(1)});
  }
}

Status OfferStore::judged(std::span<const ToJudge> listings) {
  PW_TRY(Transaction transaction, Transaction::begin(m_db));
  PW_TRY(Query q, Query::prepare(m_db, "DELETE FROM offer_to_judge WHERE listing_no = ?1 AND changes = ?2"));
  for (const ToJudge& one : listings) {
    PW_CHECK(q.bind(1, one.listingNo).bind(2, one.changes).run());
    q.reset();
  }
  return transaction.commit();
}

Status OfferStore::markOffers(const Actor& by, const std::vector<qint64>& offerNos, OfferState state,
                              const QString& reason) {
  PW_TRY(Transaction transaction, Transaction::begin(m_db));
  PW_TRY(const Actor who, mayDo(m_db, by, Permission::RunCycles));
  std::vector<qint64> changed;
  for (const qint64 no : offerNos)
    PW_CHECK(markOne(m_db, no, state, reason, changed));
  if (changed.empty())
    return transaction.commit();
  const QString kind = QStringLiteral("offers.") + offerStateName(state);
  PW_TRY([[maybe_unused]] const qint64 entry,
         m_journal.append(who, kind, QStringLiteral("offer"), m_ids.next().toString(),
                          markedBody(changed, state, reason), QStringLiteral("bulk")));
  return transaction.commit();
}

Result<FxRates> OfferStore::ratesOn(Day day, Currency base, std::chrono::days fresh) const {
  PW_TRY(std::optional<RateTable> table,
         findTable(m_db, "SELECT base, day FROM fx_rate WHERE day <= ?1 AND base = ?2 ORDER BY day DESC LIMIT 1", day,
                   base));
  if (!table || day - table->day > fresh) {
    PW_TRY(const auto other, findTable(m_db,
                                       "SELECT base, day FROM fx_rate WHERE day <= ?1 AND currency = ?2 "
                                       "ORDER BY day DESC, base LIMIT 1",
                                       day, base));
    if (other && (!table || other->day > table->day))
      table = other;
  }
  if (table)
    return readTable(m_db, *table);
  return fail(QStringLiteral("fx.no-rate"),
              {{QStringLiteral("currency"), base.code()}, {QStringLiteral("day"), isoDay(day)}});
}

RateAge RateAge::of(const Settings& settings) {
  return {std::chrono::days(settings.integer(u"monitor.fx-freshness.days")),
          std::chrono::days(settings.integer(u"monitor.fx-limit.days"))};
}

Result<std::optional<FxRates>> OfferStore::usableRates(Day day, Currency base, const RateAge& age) const {
  Result<FxRates> found = ratesOn(day, base, age.fresh);
  if (!found && !found.error().is(u"fx.no-rate"))
    return found.error();
  if (!found || age.isTooOld(*found, day))
    return std::optional<FxRates>();
  return std::optional(std::move(*found));
}

Result<int> OfferStore::putSource(const Actor& by, const Source& source) {
  if (source.code.trimmed().isEmpty() || source.freshness <= Duration(0))
    return fail(QStringLiteral("market.bad-source"), {{QStringLiteral("code"), source.code}});
  PW_TRY(Transaction transaction, Transaction::begin(m_db));
  PW_TRY(const Actor who, mayDo(m_db, by, Permission::EditSources));
  PW_TRY(Query find, Query::prepare(m_db, kSourcesSql));
  PW_TRY(const bool known, find.bind(1, source.code).step());
  if (known && bodyOf(readSource(find)) == bodyOf(source))
    return static_cast<int>(find.integer(0));
  const QString id = known ? find.text(8) : m_ids.next().toString();
  PW_TRY(Query put, Query::prepare(m_db, "INSERT INTO source (id, code, name, kind, freshness_ms, public_data, terms, "
                                         "informs_demand) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) "
                                         "ON CONFLICT (code) DO UPDATE SET name = excluded.name, kind = excluded.kind, "
                                         "freshness_ms = excluded.freshness_ms, public_data = excluded.public_data, "
                                         "terms = excluded.terms, informs_demand = excluded.informs_demand, "
                                         "version = version + 1 RETURNING no"));
  put.bind(1, id).bind(2, source.code).bind(3, source.name).bind(4, source.kind);
  put.bind(5, source.freshness.count()).bind(6, source.publicData).bind(7, source.terms).bind(8, source.informsDemand);
  PW_TRY([[maybe_unused]] const bool written, put.step());
  const int no = static_cast<int>(put.integer(0));
  put.reset();
  PW_TRY([[maybe_unused]] const qint64 entry,
         m_journal.append(who, QStringLiteral("source.saved"), QStringLiteral("source"), id, bodyOf(source),
                          known ? QStringLiteral("update") : QStringLiteral("insert")));
  PW_CHECK(transaction.commit());
  return no;
}

Result<int> OfferStore::competitorNamed(const Actor& by, const QString& name) {
  PW_TRY(Competitors known, Competitors::load(m_db));
  if (const std::optional<int> no = known.find(name))
    return *no;
  PW_TRY(Transaction transaction, Transaction::begin(m_db));
  PW_TRY(const Actor who, mayDo(m_db, by, Permission::EditCompetitors));
  PW_TRY(known, Competitors::load(m_db)); // nobody else made it meanwhile
  PW_TRY(const int no, known.findOrMake(transaction, m_journal, m_ids, who, name));
  PW_CHECK(transaction.commit());
  return no;
}

Result<int> OfferStore::putCompetitor(const Actor& by, const Competitor& competitor) {
  if (competitor.code.trimmed().isEmpty())
    return fail(QStringLiteral("market.bad-competitor"), {{QStringLiteral("code"), competitor.code}});
  PW_TRY(Transaction transaction, Transaction::begin(m_db));
  PW_TRY(const Actor who, mayDo(m_db, by, Permission::EditCompetitors));
  PW_TRY(Query find, Query::prepare(m_db, "SELECT no, name, id FROM competitor WHERE code = ?1"));
  PW_TRY(const bool known, find.bind(1, competitor.code).step());
  if (known && find.text(1) == competitor.name)
    return static_cast<int>(find.integer(0));
  const QString id = known ? find.text(2) : m_ids.next().toString();
  PW_TRY(Query put, Query::prepare(m_db, "INSERT INTO competitor (id, code, name) VALUES (?1, ?2, ?3) ON CONFLICT "
                                         "(code) DO UPDATE SET name = excluded.name, version = version + 1 "
                                         "RETURNING no"));
  PW_TRY([[maybe_unused]] const bool written, put.bind(1, id).bind(2, competitor.code).bind(3, competitor.name).step());
  const int no = static_cast<int>(put.integer(0));
  put.reset();
  const QJsonObject body{{QStringLiteral("code"), competitor.code}, {QStringLiteral("name"), competitor.name}};
  PW_TRY([[maybe_unused]] const qint64 entry,
         m_journal.append(who, QStringLiteral("competitor.saved"), QStringLiteral("competitor"), id, body,
                          known ? QStringLiteral("update") : QStringLiteral("insert")));
  PW_CHECK(transaction.commit());
  return no;
}

} // namespace pricewright
