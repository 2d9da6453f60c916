// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/market/MarketAlerts.h"

#include "base/Words.h"
#include "catalog/Rows.h"
#include "engine/earnings/SalesWorth.h"
#include "engine/texts/Texts.h"
#include "market/UsableRates.h"

#include <QJsonArray>

namespace pricewright {
namespace {

constexpr auto kMarketDay = std::chrono::hours(24);
constexpr int kWeightDays = 28, kMostDays = 366;
constexpr std::size_t kMostFired = 1'000;

RatesOn ratesByDay(Workspace& w, const Settings& settings, Currency base) {
  return [rates = std::make_shared<UsableRates>(w.offers(), base, settings)](Day day) {
    return rates->on(day).value_or(nullptr);
  };
}

constexpr char kTapeColumns[] =
    "SELECT o.no, o.match_no, m.listing_no, m.competitor_no, o.source_no, o.seller, o.observed_ms, o.price_micro, "
    "o.currency, o.shipping_micro, m.their_packs, m.our_packs, o.in_stock FROM offer o JOIN product_match m ON m.no = "
    "o.match_no WHERE o.state = 'accepted' AND m.state = 'confirmed' AND o.observed_ms > ?1 AND o.observed_ms <= ?2 ";

// Straight onto the tape: a quarter of a year of offers does not fit elsewhere.
Status readOffersOnto(Database& db, const std::string& sql, Instant since, Instant until, RivalTape& tape) {
  PW_TRY(Query q, Query::prepare(db, sql.c_str()));
  q.bind(1, toMillis(since)).bind(2, toMillis(until));
  CurrencyReader currencies;
  Offer o;
  return eachRow(q, [&]() -> Status {
    o.no = q.integer(0), o.matchNo = smallInteger(q, 1), o.listingNo = smallInteger(q, 2);
    o.competitorNo = smallInteger(q, 3), o.sourceNo = smallInteger(q, 4), o.seller = q.text(5);
    o.observedAt = fromMillis(q.integer(6));
    const std::optional<Currency> currency = currencies.read(q.utf8(8));
    if (!currency)
      return damagedRow("offer", QString::number(o.no), q.text(8));
    o.price = {Decimal::fromMicros(q.integer(7)), *currency}, o.shipping = Decimal::fromMicros(q.integer(9));
    o.theirPacks = smallInteger(q, 10), o.ourPacks = smallInteger(q, 11), o.inStock = q.integer(12) != 0;
    tape.add(o);
    return {};
  });
}

Result<QHash<int, double>> revenueBefore(Workspace& w, const Catalog& catalog, const Settings& settings, Day day) {
  PW_TRY(const SalesWorth worth, SalesWorth::read(w, catalog, settings, day));
  PW_TRY(Query q, Query::prepare(w.database(), "SELECT listing_no, sum(units_milli / 1000.0 * price_micro / 1e6) FROM "
                                               "sale WHERE day >= ?1 AND day + days <= ?2 GROUP BY listing_no"));
  q.bind(1, toDayNumber(day) - kWeightDays).bind(2, toDayNumber(day));
  QHash<int, double> out;
  PW_CHECK(eachRow(q, [&]() -> Status {
    if (worth.knows(q.integer(0)))
      out.insert(smallInteger(q, 0), q.real(1) * worth.perPrice(q.integer(0)));
    return {};
  }));
  return out;
}

struct TapeWish {
  Instant since{}, until{};
  bool latestOfSources = false; // also the newest offer of each source that is older
  std::optional<Day> weightsOn; // weighed by the revenue before that day
};
Result<std::unique_ptr<RivalTape>> readTape(Workspace& w, const Catalog& catalog, const TapeWish& wish) {
  PW_TRY(const Settings settings, w.catalog().settings());
  PW_TRY(const auto sources, w.offers().sources());
  PW_TRY(const auto competitors, w.offers().competitors());
  auto tape = std::make_unique<RivalTape>(catalog, sources, competitors, ratesByDay(w, settings, catalog.currency));
  PW_CHECK(readOffersOnto(w.database(), kTapeColumns, wish.since, wish.until, *tape));
  if (wish.latestOfSources) {
    std::string latest = kTapeColumns; // SQLite takes the other columns from the row of the one max()
    latest.replace(latest.find(" FROM offer"), 0, ", max(o.observed_ms)");
    latest += "GROUP BY o.source_no, m.competitor_no";
    PW_CHECK(readOffersOnto(w.database(), latest, Instant{}, wish.since, *tape));
  }
  PW_TRY(const auto prices, w.catalog().priceHistory(wish.since));
  for (const PublishedPrice& price : prices)
    tape->addOwn(price);
  if (wish.weightsOn) {
    PW_TRY(const auto revenue, revenueBefore(w, catalog, settings, *wish.weightsOn));
    tape->weigh(revenue);
  }
  tape->sort();
  return tape;
}

Duration longestHoldOf(const QHash<int, Source>& sources) {
  Duration longest{};
  for (const Source& source : sources)
    longest = std::max(longest, holdOf(source));
  return longest;
}

bool isIndex(const AlertRule& rule) { return rule.kind == AlertKind::IndexBelow || rule.kind == AlertKind::IndexAbove; }

QString argumentText(const QJsonValue& v) {
  return v.isDouble() ? QString::number(v.toDouble(), 'f', v.toDouble() == double(qint64(v.toDouble())) ? 0 : 1)
                      : v.toString();
}

// Who is told of a message, and in which words.
std::vector<NoticeDraft> noticesOf(const AlertRow& row, const AlertMessage& message) {
  const QString count = QString::number(message.serials.size());
  NoticeDraft draft;
  QStringList lines;
  for (const AlertEvent& event : message.events)
    lines << alertText(event);
  const char* subject = message.kind == AlertMessageKind::Quiet     ? "alert.subject-quiet"
                        : message.kind == AlertMessageKind::Summary ? "alert.subject-summary"
                        : message.serials.size() > 1                ? "alert.subject-many"
                                                                    : "alert.subject-one";
  draft.subject = errorText(fail(s(subject), {{s("name"), row.rule.name}, {s("count"), count}}));
  if (const std::size_t more = message.serials.size() - message.events.size(); more > 0)
    lines << errorText(fail(s("alert.and-more"), {{s("count"), QString::number(more)}}));
  draft.body = lines.join(u'\n');
  QJsonArray events;
  for (const AlertEvent& event : message.events)
    events.append(alertEventJson(event));
  draft.payload = {
      {s("rule"), row.rule.name}, {s("rule_id"), row.id.toString()}, {s("kind"), alertMessageKindName(message.kind)},
      {s("message"), message.no}, {s("at"), isoInstant(message.at)}, {s("total"), qint64(message.serials.size())},
      {s("events"), events}};
  draft.due = message.at;
  std::vector<NoticeDraft> out;
  const auto add = [&](const QString& channel, const QString& recipient) {
    draft.channel = channel, draft.recipient = recipient;
    draft.key = AlertStore::messageKey(row.id, message.no) + channel + u'/' + recipient;
    out.push_back(draft);
  };
  if (row.rule.onDesktop)
    add(s("desktop"), {});
  for (const QString& address : row.rule.emails)
    add(s("email"), address);
  for (const QString& address : row.rule.webhooks)
    add(s("webhook"), address);
  return out;
}

// One rule on the tape, as of now.
Result<AlertStore::Outcome> outcomeOf(const AlertStore& store, const AlertRow& row, const RivalTape& tape,
                                      Instant now) {
  PW_CHECK(knowsScope(row.rule, tape));
  PW_TRY(auto known, store.remembered(row.no));
  AlertStore::Outcome out;
  out.ruleNo = row.no, out.name = row.rule.name, out.version = known.version, out.state = std::move(known.state);
  RivalView view(tape, row.rule.reach(tape.longestHold()));
  view.advanceTo(now);
  out.step = AlertEngine(row.rule, view).step(out.state);
  for (const AlertMessage& message : out.step.messages)
    for (NoticeDraft& notice : noticesOf(row, message))
      out.notices.push_back(std::move(notice));
  return out;
}

template <class Rows> Result<int> numberByCode(const Rows& rows, const QString& code, const char* error) {
  for (const auto& row : rows)
    if (row.code == code)
      return row.no;
  return fail(s(error), {{s("code"), code}});
}

MarketMoveRow moveRowOf(const Catalog& catalog, const Listing& listing, const Sku& sku) {
  MarketMoveRow row;
  row.sku = sku.code, row.product = sku.name;
  if (const PriceZone* zone = catalog.zone(listing.zoneNo))
    row.zone = zone->code;
  if (const Category* c = catalog.category(sku.categoryNo))
    row.category = c->code;
  return row;
}

// What all rules that are on look at together.
TapeWish wishOf(const std::vector<AlertRow>& rules, Duration longestHold, Instant now) {
  TapeWish wish{now - longestHold, now, false, {}};
  for (const AlertRow& row : rules) {
    if (row.rule.kind == AlertKind::Silent)
      wish.latestOfSources = true;
    else
      wish.since = std::min(wish.since, now - row.rule.reach(longestHold));
    if (isIndex(row.rule))
      wish.weightsOn = dayOf(now);
  }
  return wish;
}

} // namespace

AlertStore alertStore(Workspace& w) { return {w.database(), w.journal(), w.clock(), w.planner().tools().ids}; }

QString alertText(const AlertEvent& event) {
  QMap<QString, QString> arguments;
  for (auto it = event.arguments.begin(); it != event.arguments.end(); ++it)
    arguments.insert(it.key(), argumentText(it.value()));
  return errorText(fail(event.code, arguments));
}

Result<MarketMoves> marketMoves(Workspace& w, const MovesQuery& query) {
  PW_TRY(const Catalog catalog, w.catalog().load());
  PW_TRY(const Settings settings, w.catalog().settings());
  PW_TRY(const auto sources, w.offers().sources());
  PW_TRY(const auto competitors, w.offers().competitors());
  int competitor = 0, category = 0;
  if (!query.competitor.isEmpty()) {
    PW_TRY(competitor, numberByCode(competitors, query.competitor, "market.unknown-competitor"));
  }
  if (!query.category.isEmpty()) {
    PW_TRY(category, numberByCode(catalog.categories, query.category, "catalog.unknown-category"));
  }
  MarketMoves out;
  MovesWish wish;
  out.now = wish.now = w.clock().now();
  wish.since = wish.now - kMarketDay * std::clamp(query.days, 1, kMostDays);
  wish.rates = ratesByDay(w, settings, catalog.currency);
  wish.currency = [&](int no) {
    const Listing* listing = catalog.listing(no);
    const PriceZone* zone = listing ? catalog.zone(listing->zoneNo) : nullptr;
    return zone ? zone->currency : Currency();
  };
  PW_TRY(const auto offers, w.offers().offers(wish.since - longestHoldOf(sources) - kMarketDay, wish.now));
  PW_TRY(const auto prices, w.catalog().regularPricesInForce(wish.now));
  QHash<int, Money> ours;
  for (const PublishedPrice& price : prices)
    ours.insert(price.listingNo, price.amount);
  for (RivalMove& move : rivalMoves(offers, sources, wish)) {
    const Listing* listing = catalog.listing(move.listingNo);
    const Sku* sku = listing ? catalog.sku(listing->skuNo) : nullptr;
    if (!sku || (competitor != 0 && move.competitorNo != competitor) || (category != 0 && sku->categoryNo != category))
      continue;
    if (++out.total > query.most)
      continue;
    MarketMoveRow row = moveRowOf(catalog, *listing, *sku);
    row.ours = ours.value(move.listingNo);
    for (const Competitor& c : competitors)
      if (c.no == move.competitorNo)
        row.competitor = c.name.isEmpty() ? c.code : c.name;
    row.source = sources.value(move.sourceNo).name;
    row.move = std::move(move);
    out.rows.push_back(std::move(row));
  }
  return out;
}

Result<MarketIndices> marketIndices(Workspace& w, int days, int leastPrices) {
  MarketIndices out;
  out.now = w.clock().now(), out.least = leastPrices;
  PW_TRY(const Catalog catalog, w.catalog().load());
  PW_TRY(const auto sources, w.offers().sources());
  const Instant from = out.now - kMarketDay * std::clamp(days, 0, kMostDays);
  TapeWish wish{from - longestHoldOf(sources) - kMarketDay, out.now, false, dayOf(out.now)};
  PW_TRY(const auto tape, readTape(w, catalog, wish));
  std::vector<int> rivals{0};
  for (const Competitor& c : tape->competitors())
    rivals.push_back(c.no);
  std::map<std::pair<int, int>, std::size_t> lineOf;
  for (IndexPoint& point : indexSeries(*tape, rivals, from, out.now, kMarketDay, leastPrices)) {
    const auto [at, isNew] = lineOf.try_emplace({point.competitorNo, point.categoryNo}, out.lines.size());
    if (isNew) {
      IndexLine line;
      line.competitor = tape->competitorName(point.competitorNo);
      if (const Category* c = point.categoryNo > 0 ? catalog.category(point.categoryNo) : nullptr)
        line.category = c->code, line.categoryName = c->name;
      out.lines.push_back(std::move(line));
    }
    out.lines[at->second].points.push_back(std::move(point));
  }
  return out;
}

Result<AlertCheck> checkAlerts(Workspace& w) {
  AlertCheck out;
  out.now = w.clock().now();
  AlertStore store = alertStore(w);
  PW_TRY(auto all, store.rules());
  std::erase_if(all, [](const AlertRow& row) { return !row.isOn; });
  out.rules = int(all.size());
  if (all.empty())
    return out;
  PW_TRY(const Catalog catalog, w.catalog().load());
  PW_TRY(const auto sources, w.offers().sources());
  PW_TRY(const auto tape, readTape(w, catalog, wishOf(all, longestHoldOf(sources), out.now)));
  std::vector<AlertStore::Outcome> outcomes;
  for (const AlertRow& row : all) {
    Result<AlertStore::Outcome> outcome = outcomeOf(store, row, *tape, out.now);
    if (!outcome) {
      out.notLooked.insert(row.rule.name, outcome.error());
      continue;
    }
    out.fired += qint64(outcome->step.events.size()), out.told += qint64(outcome->step.messages.size());
    for (const AlertEvent& event : outcome->step.events)
      if (out.events.size() < kMostFired)
        out.events.push_back({row.rule.name, event});
    if (const auto due = alertDue(row.rule, outcome->state, out.now))
      out.due = out.due ? std::min(*out.due, *due) : *due;
    outcomes.push_back(std::move(*outcome));
  }
  PW_CHECK(store.keep(w.me(), outcomes));
  return out;
}

Result<BackTest> tryAlert(Workspace& w, const AlertRule& rule, int days, const JobContext& job) {
  PW_CHECK(rule.check());
  PW_TRY(const Catalog catalog, w.catalog().load());
  PW_TRY(const auto sources, w.offers().sources());
  const Instant now = w.clock().now(), from = now - kMarketDay * std::clamp(days, 1, kMostDays);
  TapeWish wish{from - rule.reach(longestHoldOf(sources)), now, false, {}};
  if (isIndex(rule))
    wish.weightsOn = dayOf(from); // what sold later was not known then
  PW_TRY(const auto tape, readTape(w, catalog, wish));
  return backTest(rule, *tape, from, now, std::chrono::hours(1), job);
}

Result<AlertInbox> alertInbox(Workspace& w, int most) {
  AlertInbox out;
  out.now = w.clock().now();
  PW_TRY(out.rows, alertStore(w).events(true, Instant{}, most));
  return out;
}

Result<std::vector<AlertRule>> alertSuggestions(Workspace& w) {
  PW_TRY(const Catalog catalog, w.catalog().load());
  return suggestedAlerts(catalog.zones.empty() ? QByteArray() : catalog.zones.front().timeZone);
}

} // namespace pricewright
