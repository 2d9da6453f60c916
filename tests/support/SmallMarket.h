// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/Workspace.h"
#include "statistics/Random.h"
#include "support/Needed.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <cmath>

namespace pricewright::test {

// A small workspace with two years of weekly sales of known elasticity, costs and three competitors: two categories of
// three SKUs in two zones. Prices are worth changing, and the data say so. Its clock stands still until it is moved.
class SmallMarket {
 public:
  QTemporaryDir dir;
  FixedClock clock{take(parseInstant(u"2026-03-02T09:00:00Z"))}; // a Monday
  std::unique_ptr<Workspace> ws;

  explicit SmallMarket(int skus = 6, int zones = 2, int weeks = 104) {
    qputenv("PRICEWRIGHT_WITNESS", dir.filePath(QStringLiteral("witness")).toUtf8());
    NewWorkspace what;
    what.name = QStringLiteral("Small market");
    what.userName = QStringLiteral("dora");
    ws = take(Workspace::create(path(), what, &clock));
    need(ws->catalog().putUser(ws->me(), {QStringLiteral("max"), QStringLiteral("Max"), QStringLiteral("manager")}));
    // Who runs the test directs too, so that he may act as the others.
    need(ws->catalog().putUser(ws->me(), {operatingSystemUser(), {}, QStringLiteral("director")}));
    need(ws->actAs(QStringLiteral("dora")));
    fill(skus, zones, weeks);
  }

  QString path() const { return dir.filePath(QStringLiteral("market.pricewright")); }
  QString priceFile(const char* extension = "csv") const {
    return path() + QStringLiteral(".prices/store.") + QLatin1String(extension);
  }
  QByteArray prices(const char* extension = "csv") const {
    QFile file(priceFile(extension));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
  }
  void reopen() {
    ws.reset();
    ws = take(Workspace::open(path(), OpenMode::ReadWrite, &clock));
    need(ws->actAs(QStringLiteral("dora")));
  }
  void sql(const char* text) { need(ws->database().execute(QString::fromUtf8(text))); }
  qint64 count(const char* text) {
    Query q = take(Query::prepare(ws->database(), text));
    return take(q.step()) ? q.integer(0) : -1;
  }
  CycleReport cycle(bool publish = true, const JobContext& job = {}) {
    CycleOptions options;
    options.seed = 42;
    options.publish = publish;
    return take(ws->runCycle(options, job));
  }
  std::vector<PriceDecision> decisionsOf(const CycleReport& report) {
    DecisionFilter filter;
    filter.cycleId = report.cycleId;
    return take(ws->decisions().decisions(filter));
  }
  std::optional<PriceDecision> decisionOf(const CycleReport& report, int listingNo) {
    for (PriceDecision& d : decisionsOf(report))
      if (d.listingNo == listingNo)
        return d;
    return std::nullopt;
  }
  static const StationReport& station(const CycleReport& report, const char* name) {
    for (const StationReport& s : report.stations)
      if (s.station == QLatin1String(name))
        return s;
    qFatal("no such station in the report");
  }
  // Fresh offers of three sellers for all listings, one of them late, at `share` of our price.
  void offers(double share = 1.0, int onlyListing = 0) {
    const Instant at = clock.now() - std::chrono::hours(1);
    forEachListing([&](int no, double price) {
      if (onlyListing == 0 || no == onlyListing)
        for (int s = 0; s < 3; ++s)
          offer(no, s, at, price * share * (0.97 + 0.03 * s));
    });
  }
  void offer(int listing, int seller, Instant at, double price) {
    Query q = take(Query::prepare(
        ws->database(), "INSERT OR REPLACE INTO offer (match_no, source_no, seller, observed_ms, price_micro, "
                        "currency) VALUES (?, 1, ?, ?, ?, 'USD')"));
    q.bind(1, listing * 10 + seller).bind(2, QStringLiteral("seller %1").arg(seller)).bind(3, toMillis(at));
    need(q.bind(4, qint64(std::llround(price * 100)) * 10'000).run());
  }

 private:
  void forEachListing(const std::function<void(int, double)>& work) {
    for (int no = 1; no <= m_listings; ++no)
      work(no, m_price[std::size_t(no)]);
  }

  void fill(int skus, int zones, int weeks) {
    m_listings = skus * zones;
    m_price.resize(std::size_t(m_listings) + 1);
    Transaction in = take(Transaction::begin(ws->database()));
    sql("INSERT INTO category (no, code, name) VALUES (1, 'JUICE', 'Juice'), (2, 'TEA', 'Tea');"
        "INSERT INTO source (no, id, code, name, informs_demand) VALUES (1, 's1', 'feed', 'Feed', 0);"
        "INSERT INTO competitor (no, id, code, name) VALUES (1, 'c1', 'C1', 'One'), (2, 'c2', 'C2', 'Two'), (3, 'c3', "
        "'C3', 'Three')");
    IdSource ids(clock, 99);
    for (int z = 1; z <= zones; ++z)
      run("INSERT INTO price_zone (no, id, code, name, market, currency) VALUES (?, ?, ?, ?, 'US', 'USD')",
          {z, ids.next().toString(), QStringLiteral("Z%1").arg(z), QStringLiteral("Zone %1").arg(z)});
    for (int s = 1; s <= skus; ++s)
      run("INSERT INTO sku (no, id, code, name, category_no) VALUES (?, ?, ?, ?, ?)",
          {s, ids.next().toString(), QStringLiteral("SKU-%1").arg(s, 2, 10, QLatin1Char('0')),
           QStringLiteral("Product %1").arg(s), 1 + s % 2});
    for (int no = 1; no <= m_listings; ++no)
      fillListing(no, 1 + (no - 1) % skus, 1 + (no - 1) / skus, weeks, ids);
    need(in.commit());
    offers();
  }

  void fillListing(int no, int sku, int zone, int weeks, IdSource& ids) {
    run("INSERT INTO listing (no, sku_no, zone_no) VALUES (?, ?, ?)", {no, sku, zone});
    Random random(Random::seedFrom(5, QStringLiteral("listing %1").arg(no).toStdString()));
    const double base = 2.49 + sku;
    const double elasticity = sku % 3 == 0 ? -4.0 : -1.7; // some are too dear, some too cheap
    const int monday = toDayNumber(dayOf(clock.now()));   // weeks end before today
    double factor = 1;
    for (int w = 0; w < weeks; ++w) {
      if (w % 4 == 0)
        factor = 0.85 + 0.05 * double(random.next() % 7);
      if (w >= weeks - 4)
        factor = 1;
      const double price = std::round(base * factor * 100) / 100;
      const double units = 60 * std::pow(price / base, elasticity) * std::exp(0.08 * random.normal());
      run("INSERT INTO sale (listing_no, day, units_milli, price_micro, regular_micro, import_no) VALUES (?, ?, ?, ?, "
          "?, 0)",
          {no, monday - 7 * (weeks - w), qint64(std::llround(units)) * 1000, qint64(std::llround(price * 1e6)),
           qint64(std::llround(price * 1e6))});
    }
    m_price[std::size_t(no)] = base;
    run("INSERT INTO cost (listing_no, kind, from_day, amount_micro, currency) VALUES (?, 'replacement', ?, ?, 'USD')",
        {no, monday - 100, qint64(std::llround(base * 0.55 * 1e6))});
    for (int s = 0; s < 3; ++s) {
      run("INSERT INTO product_match (no, id, competitor_no, external_code, listing_no, state) VALUES (?, ?, ?, ?, ?, "
          "'confirmed')",
          {no * 10 + s, ids.next().toString(), 1 + s, QStringLiteral("x%1").arg(no), no});
      for (int day = 12; day >= 1; --day)
        offer(no, s, clock.now() - std::chrono::hours(24 * day + 1), base * (0.97 + 0.03 * s));
    }
  }

  void run(const char* text, std::initializer_list<QVariant> values) {
    Query q = take(Query::prepare(ws->database(), text));
    need(q.bindAll(values).run());
  }

  int m_listings = 0;
  std::vector<double> m_price;
};

} // namespace pricewright::test
