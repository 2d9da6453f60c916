// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A year of a big shop comes in: rows a second of the whole import, beside what reading the file and SQLite's own
// inserts alone would take. usage: bench_import [skus] [weeks]
#include "benchmarks/Generator.h"
#include "benchmarks/Measure.h"
#include "catalog/CatalogStore.h"
#include "imports/Importer.h"

#include <QTemporaryDir>

using namespace pricewright;
using namespace pricewright::test;

namespace {

void measure(const char* name, double rows, double megabytes, const std::function<void()>& work) {
  const Lap lap = lapOf(work);
  std::printf("%-44s %8.2f s %8.2f s CPU %12.0f rows/s %8.0f MB/s\n", name, lap.seconds, lap.cpu, rows / lap.seconds,
              megabytes / lap.seconds);
  std::fflush(stdout);
}

// A file with what offers point at.
std::unique_ptr<Database> marketFile(const QString& path, int skus, int competitors) {
  auto db = take(Database::open(path, OpenMode::CreateNew));
  const QString counted =
      QStringLiteral("WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %1) INSERT INTO %2;");
  const QString sql =
      QStringLiteral("INSERT INTO category (code, name) VALUES ('c', 'c');"
                     "INSERT INTO price_zone (id, code, name, currency) VALUES ('z', 'z', 'z', 'USD');"
                     "INSERT INTO source (id, code, name) VALUES ('s', 's', 's');") +
      counted.arg(skus).arg(QStringLiteral("sku (id, code, name, category_no) SELECT 'id' || i, i, i, 1 FROM n")) +
      counted.arg(skus).arg(QStringLiteral("listing (sku_no, zone_no) SELECT i, 1 FROM n")) +
      counted.arg(competitors).arg(QStringLiteral("competitor (id, code, name) SELECT 'id' || i, i, i FROM n"));
  if (!db->execute(sql))
    std::exit(1);
  return db;
}

// As many matches and offers, each by a statement of its own, prepared once, one transaction. Two offers a match.
void insertOffersAlone(Database& db, int skus, int competitors, qint64 offers) {
  Transaction in = take(Transaction::begin(db));
  Query match =
      take(Query::prepare(db, "INSERT INTO product_match (id, competitor_no, external_code, listing_no, state, "
                              "confirmed_by) VALUES (?1, ?2, ?3, ?4, 'confirmed', 'dora')"));
  Query offer = take(Query::prepare(db, "INSERT INTO offer (match_no, source_no, seller, observed_ms, price_micro, "
                                        "currency, in_stock) VALUES (?1, 1, ?2, ?3, 2490000, 'USD', 1)"));
  for (qint64 i = 0; i < offers / 2; ++i) {
    const std::string number = std::to_string(i + 1'000'000'000);
    const std::string_view id = number;
    match.bind(1, id).bind(2, i * 37 % competitors + 1).bind(3, id.substr(5)).bind(4, i * skus * 2 / offers + 1);
    if (!match.run())
      std::exit(1);
    const qint64 no = match.lastRowId();
    for (const qint64 day : {20'443, 20'450})
      if (!offer.bind(1, no).bind(2, id.substr(0, 8)).bind(3, day * 86'400'000).run())
        std::exit(1);
  }
  if (!in.commit())
    std::exit(1);
}

} // namespace

int main(int argc, char** argv) {
  GeneratorOptions options;
  if (argc > 1)
    options.skus = std::atoi(argv[1]);
  if (argc > 2)
    options.weeks = std::atoi(argv[2]);
  QTemporaryDir dir;
  const auto made = take(generateShop(dir.path(), options));
  const QString path = dir.filePath(QStringLiteral("sales.csv"));
  const double rows = static_cast<double>(made.sales), megabytes = static_cast<double>(QFile(path).size()) / 1e6;
  std::printf("%lld rows, %.1f MB\n", made.sales, megabytes);

  FixedClock clock{take(parseInstant(u"2025-12-29T06:00:00Z"))};
  IdSource ids(clock, 1);
  auto db = take(Database::open(dir.filePath(QStringLiteral("w.pricewright")), OpenMode::CreateNew));
  Journal journal(*db, clock, ids);
  CatalogStore catalog(*db, journal, clock, ids);
  if (!catalog.createWorkspace({QStringLiteral("Bench"), QStringLiteral("USD"), {}, QStringLiteral("dora")}))
    return 1;
  Importer importer(*db, journal, clock, ids);
  const Actor dora{QStringLiteral("dora"), QStringLiteral("director"), false};
  const auto import = [&](const char* name, ImportKind kind, bool again) {
    const QString file = dir.filePath(QLatin1String(name));
    const ImportPreview preview = take(importer.preview(file, kind));
    const ImportReport r = take(importer.run(dora, file, preview.mapping, {}));
    if (r.rejected > 0 || r.nothingChanged != again)
      std::exit(1);
  };
  measure("reading the file alone", rows, megabytes, [&] { readAlone(path); });
  measure("SQLite's inserts alone", rows, megabytes,
          [&] { insertSalesAlone(dir.filePath(QStringLiteral("raw.pricewright")), options.skus, options.weeks); });
  measure("import sales", rows, megabytes, [&] { import("sales.csv", ImportKind::Sales, false); });
  std::printf("%-44s %8ld MB\n", "peak memory until here", peakMegabytes());
  measure("the same file again: nothing changes", rows, megabytes,
          [&] { import("sales.csv", ImportKind::Sales, true); });
  const auto others = {std::tuple{"products.csv", ImportKind::Products, double(options.skus)},
                       std::tuple{"costs.csv", ImportKind::Costs, double(made.costs)},
                       std::tuple{"offers.csv", ImportKind::CompetitorPrices, double(made.offers)}};
  for (const auto& [name, kind, count] : others)
    measure(name, count, static_cast<double>(QFile(dir.filePath(QLatin1String(name))).size()) / 1e6,
            [&, file = name, k = kind] { import(file, k, false); });
  const auto market =
      marketFile(dir.filePath(QStringLiteral("raw-market.pricewright")), options.skus, options.competitors);
  measure("SQLite's inserts of as many offers alone", static_cast<double>(made.offers), 0,
          [&] { insertOffersAlone(*market, options.skus, options.competitors, made.offers); });
  return 0;
}
