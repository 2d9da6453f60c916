// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/BatchStore.h"
#include "catalog/CatalogStore.h"

namespace pricewright::test {

// A small workspace in memory: one zone in dollars, one category, listings 1…n, its clock at the start of 2026.
struct Shop {
  FixedClock clock{*parseInstant(u"2026-01-01T09:00:00Z")};
  IdSource ids{clock, 7};
  std::unique_ptr<Database> db = *Database::open(QStringLiteral(":memory:"), OpenMode::CreateNew);
  Journal journal{*db, clock, ids};
  CatalogStore catalog{*db, journal, clock, ids};
  BatchStore batches{*db, journal, clock, ids};
  Actor anna{QStringLiteral("anna"), QStringLiteral("director"), false};
  Currency usd = *Currency::fromCode(u"USD");

  explicit Shop(int listings = 0) {
    NewWorkspace what;
    what.name = QStringLiteral("Corner shop");
    what.userName = anna.user;
    must(catalog.createWorkspace(what));
    must(catalog.putCategory(anna, {0, QStringLiteral("juice"), QStringLiteral("Juice")}));
    PriceZone zone;
    zone.code = QStringLiteral("Z1");
    zone.currency = usd;
    must(catalog.putZone(anna, zone));
    Transaction in = *Transaction::begin(*db);
    for (int i = 1; i <= listings; ++i)
      addListing(i);
    must(in.commit());
  }
  static void must(const Status& status) {
    if (!status)
      qFatal("%s", qPrintable(status.error().debugText()));
  }
  void run(const QString& sql) { must(db->execute(sql)); }
  void addListing(int no) {
    run(QStringLiteral("INSERT INTO sku (no, id, code, name, category_no) VALUES (%1, 'sku-%1', '00%1', 'Juice %1', 1)")
            .arg(no));
    run(QStringLiteral("INSERT INTO listing (no, sku_no, zone_no) VALUES (%1, %1, 1)").arg(no));
  }
  void addSale(int listing, int day, qint64 priceMicro, const QString& regular = QStringLiteral("NULL"), int deal = 0,
               int days = 7) {
    run(QStringLiteral(
            "INSERT INTO sale (listing_no, day, days, units_milli, price_micro, regular_micro, deal_milli, import_no) "
            "VALUES (%1, %2, %3, 5000, %4, %5, %6, 1)")
            .arg(listing)
            .arg(day)
            .arg(days)
            .arg(priceMicro)
            .arg(regular)
            .arg(deal));
  }
  qint64 count(const char* sql) {
    Query q = *Query::prepare(*db, sql);
    return *q.step() ? q.integer(0) : -1;
  }
  Status put(const PublishedPrice& price, const QString& decision = {}) {
    Transaction in = *Transaction::begin(*db);
    if (const Status done = catalog.putPrice(in, price, decision, std::nullopt); !done)
      return done;
    return in.commit();
  }
  PublishedPrice price(int listing, qint64 minor, Instant from, PriceType type = PriceType::Regular) const {
    return {listing, 1, type, Money(minor, usd), from, std::nullopt, PriceOrigin::Manual};
  }
};

// The code of what went wrong; "" where nothing did.
template <class T> QString codeOf(const Result<T>& result) { return result ? QString() : result.error().code; }

} // namespace pricewright::test
