// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/Workspace.h"
#include "engine/experiments/ExperimentDesk.h"
#include "statistics/Random.h"
#include "support/Needed.h"

#include <QTemporaryDir>

#include <cmath>

namespace pricewright::test {

// A shop whose buyers are known: each category has one tested product and one that buyers turn to, sold in all zones.
// What sells in a week depends on the price that is in force when the week begins, on how large the zone is, on what
// week it is everywhere, and on chance (Poisson, and a spread that zones keep to themselves from week to week).
class SimulatedShop {
 public:
  struct Buyers {
    double elasticity = -2; // of the tested product
    double toSibling = 0.3; // of the sibling to the tested product's price
  };
  struct Size {
    int zones = 12, weeksBefore = 26;
    std::uint64_t seed = 1;
    double weekly = 120;  // units of a listing in a zone of usual size
    double spread = 0.05; // of a zone's week, besides Poisson's
  };
  static constexpr double kPrice = 4, kCost = 2.4;

  QTemporaryDir dir;
  FixedClock clock{take(parseInstant(u"2026-03-02T09:00:00Z"))}; // a Monday
  std::unique_ptr<Workspace> ws;

  SimulatedShop(std::vector<Buyers> categories, const Size& size)
      : m_categories(std::move(categories)), m_size(size), m_random(size.seed) {
    qputenv("PRICEWRIGHT_WITNESS", dir.filePath(QStringLiteral("witness")).toUtf8());
    NewWorkspace what;
    what.name = QStringLiteral("Simulated shop");
    what.userName = QStringLiteral("dora");
    ws = take(Workspace::create(path(), what, &clock));
    beginIds(size.seed);
    need(ws->catalog().putUser(ws->me(), {QStringLiteral("max"), QStringLiteral("Max"), QStringLiteral("director")}));
    need(ws->catalog().putUser(ws->me(), {operatingSystemUser(), {}, QStringLiteral("director")}));
    need(ws->actAs(QStringLiteral("dora")));
    // A sale a week old is what this shop has at best.
    need(ws->catalog().setSetting(ws->me(), QStringLiteral("guardrail.reference-required"), false));
    fill();
  }

  QString path() const { return dir.filePath(QStringLiteral("shop.pricewright")); }
  static QString tested(int category) { return QStringLiteral("T%1").arg(category + 1, 2, 10, QLatin1Char('0')); }
  static QString sibling(int category) { return QStringLiteral("S%1").arg(category + 1, 2, 10, QLatin1Char('0')); }
  void reopen() {
    ws.reset();
    ws = take(Workspace::open(path(), OpenMode::ReadWrite, &clock));
    beginIds(m_size.seed + 1000 * ++m_reopened);
    need(ws->actAs(QStringLiteral("dora")));
  }

  // What a price of `factor` times today's really does to a zone's weekly profit of the whole category.
  [[nodiscard]] double trueLift(int category, double factor) const {
    const Buyers& b = m_categories[std::size_t(category)];
    const double own = std::pow(factor, b.elasticity) * (kPrice * factor - kCost);
    const double other = std::pow(factor, b.toSibling) * (kPrice - kCost);
    return (own + other) / (2 * (kPrice - kCost)) - 1;
  }
  // The elasticity at which a price of `factor` times today's has this lift.
  static double elasticityFor(double lift, double factor, double toSibling) {
    const double own = 2 * (kPrice - kCost) * (1 + lift) - std::pow(factor, toSibling) * (kPrice - kCost);
    return std::log(own / (kPrice * factor - kCost)) / std::log(factor);
  }

  // The week goes by: sales of it are there when it is over, unless the feed is silent.
  void week(bool feedWorks = true) {
    const int monday = toDayNumber(dayOf(clock.now()));
    std::map<int, double> prices;
    for (const PublishedPrice& p : take(ws->catalog().regularPricesInForce(clock.now())))
      prices[p.listingNo] = p.amount.toDouble();
    const double everywhere = std::exp(0.1 * m_random.normal());
    Transaction in = take(Transaction::begin(ws->database()));
    for (int zone = 0; zone < m_size.zones; ++zone)
      for (int c = 0; c < int(m_categories.size()); ++c)
        sell(zone, c, monday, prices, everywhere, feedWorks);
    need(in.commit());
    clock.advance(std::chrono::hours(24 * 7));
  }
  // Everything that waits for approval, signed by somebody else than who proposed it, and released.
  int approveAll() {
    std::vector<Ask> asks;
    for (const QueueRow& row : take(ws->queue()).pending)
      asks.push_back({row.id, row.contentHash});
    need(ws->actAs(QStringLiteral("max")));
    int done = 0;
    for (const Answer& answer : take(ws->approve(asks)))
      done += answer.done ? 1 : 0;
    need(ws->actAs(QStringLiteral("dora")));
    clock.advance(std::chrono::minutes(10));
    take(ws->publish({}));
    return done;
  }
  TestStep check(const QString& name) {
    for (TestStep& step : take(watchExperiments(*ws)).steps)
      if (step.name == name)
        return std::move(step);
    qFatal("no such test under way");
  }
  // A test of the category's product at `change` basis points; starts at once.
  ExperimentPlan plan(const QString& name, int category, int changeBp) const {
    ExperimentPlan p;
    p.name = name;
    p.skus = QStringList{tested(category)};
    p.changeBp = changeBp;
    p.rampPercent = {100};
    p.days = 35, p.longestDays = 49;
    p.coolOffDays = 0;
    return p;
  }
  double priceNow(const QString& sku, int zone) const {
    const Catalog catalog = take(ws->catalog().load());
    const Sku* found = catalog.skuByCode(sku);
    for (const PublishedPrice& p : take(ws->catalog().regularPricesInForce(clock.now()))) {
      const Listing* listing = catalog.listing(p.listingNo);
      if (listing && found && listing->skuNo == found->no && listing->zoneNo == zone + 1)
        return p.amount.toDouble();
    }
    return 0;
  }
  int journalCount(const QString& kind) const {
    Query q = take(Query::prepare(ws->database(), "SELECT count(*) FROM audit_entry WHERE kind = ?1"));
    return take(q.bind(1, kind).step()) ? int(q.integer(0)) : -1;
  }

 private:
  // Ids of an earlier run's, so that chance that hangs on them is the same: who sees which price follows from a test's.
  void beginIds(std::uint64_t seed) {
    clock.advance(std::chrono::milliseconds(1)); // ids of one millisecond count on from wherever they began
    ws->planner().tools().ids.makeReproducible(seed);
  }
  int listingNo(int zone, int category, bool isSibling) const {
    return 1 + (zone * int(m_categories.size()) + category) * 2 + (isSibling ? 1 : 0);
  }

  void fill() {
    Transaction in = take(Transaction::begin(ws->database()));
    IdSource ids(clock, 99);
    for (int z = 1; z <= m_size.zones; ++z) {
      run("INSERT INTO price_zone (no, id, code, name, market, currency) VALUES (?, ?, ?, ?, 'US', 'USD')",
          {z, ids.next().toString(), QStringLiteral("Z%1").arg(z), QStringLiteral("Zone %1").arg(z)});
      m_zoneSize.push_back(std::exp(0.4 * m_random.normal()));
    }
    for (int c = 0; c < int(m_categories.size()); ++c)
      fillCategory(c, ids);
    need(in.commit());
    const Instant now = clock.now();
    clock.set(now - std::chrono::hours(24 * 7 * m_size.weeksBefore));
    setPrices();
    for (int w = 0; w < m_size.weeksBefore; ++w)
      week();
    clock.set(now);
  }

  void fillCategory(int c, IdSource& ids) {
    run("INSERT INTO category (no, code, name) VALUES (?, ?, ?)",
        {c + 1, QStringLiteral("C%1").arg(c + 1), QStringLiteral("Category %1").arg(c + 1)});
    for (const bool isSibling : {false, true}) {
      const int sku = 1 + c * 2 + (isSibling ? 1 : 0);
      const QString code = isSibling ? sibling(c) : tested(c);
      run("INSERT INTO sku (no, id, code, name, category_no) VALUES (?, ?, ?, ?, ?)",
          {sku, ids.next().toString(), code, QStringLiteral("Product %1").arg(code), c + 1});
      for (int z = 0; z < m_size.zones; ++z) {
        const int no = listingNo(z, c, isSibling);
        run("INSERT INTO listing (no, sku_no, zone_no) VALUES (?, ?, ?)", {no, sku, z + 1});
        run("INSERT INTO cost (listing_no, kind, from_day, amount_micro, currency) VALUES (?, 'replacement', ?, ?, "
            "'USD')",
            {no, toDayNumber(dayOf(clock.now())) - 300, qint64(std::llround(kCost * 1e6))});
      }
    }
  }

  void setPrices() {
    const Catalog catalog = take(ws->catalog().load());
    Transaction in = take(Transaction::begin(ws->database()));
    for (const Listing& listing : catalog.listings)
      need(ws->catalog().putPrice(in,
                                  {listing.no,
                                   catalog.channels.front().no,
                                   PriceType::Regular,
                                   Money(std::llround(kPrice * 100) - 1, catalog.currency),
                                   clock.now(),
                                   {},
                                   PriceOrigin::Manual},
                                  {}, {}));
    need(in.commit());
  }

  void sell(int zone, int c, int monday, const std::map<int, double>& prices, double everywhere, bool feedWorks) {
    const Buyers& b = m_categories[std::size_t(c)];
    const double factor = prices.at(listingNo(zone, c, false)) / (kPrice - 0.01);
    for (const bool isSibling : {false, true}) {
      const int no = listingNo(zone, c, isSibling);
      const double response = std::pow(factor, isSibling ? b.toSibling : b.elasticity);
      const double mean = m_size.weekly * m_zoneSize[std::size_t(zone)] * everywhere * response *
                          std::exp(m_size.spread * m_random.normal());
      const qint64 units = std::max<qint64>(0, std::llround(mean + std::sqrt(mean) * m_random.normal()));
      if (feedWorks)
        run("INSERT INTO sale (listing_no, day, units_milli, price_micro, regular_micro, import_no) VALUES (?, ?, ?, "
            "?, ?, 0)",
            {no, monday, units * 1000, qint64(std::llround(prices.at(no) * 1e6)),
             qint64(std::llround(prices.at(no) * 1e6))});
    }
  }

  void run(const char* text, std::initializer_list<QVariant> values) {
    Query q = take(Query::prepare(ws->database(), text));
    need(q.bindAll(values).run());
  }

  std::vector<Buyers> m_categories;
  Size m_size;
  int m_reopened = 0;
  Random m_random;
  std::vector<double> m_zoneSize;
};

} // namespace pricewright::test
