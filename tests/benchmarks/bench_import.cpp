// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A year of a big shop comes in: rows a second of the whole import, beside what reading the file and SQLite's own
// inserts alone would take. usage: bench_import [skus] [weeks]
#include "benchmarks/Generator.h"
#include "catalog/CatalogStore.h"
#include "imports/Importer.h"

#include <QFile>
#include <QTemporaryDir>

#include <chrono>
#include <cstdio>
#include <ctime>
#include <sqlite3.h>

using namespace pricewright;

namespace {

template <class T> T take(Result<T> result) {
  if (!result) {
    std::fprintf(stderr, "%s\n", qPrintable(result.error().debugText()));
    std::exit(1);
  }
  return std::move(*result);
}

// Wall clock, and the processor's time, which others on the machine do not lengthen.
template <class Work> void measure(const char* name, double rows, double megabytes, const Work& work) {
  const auto start = std::chrono::steady_clock::now();
  const std::clock_t busy = std::clock();
  work();
  const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  const double cpu = double(std::clock() - busy) / CLOCKS_PER_SEC;
  std::printf("%-44s %8.2f s %8.2f s CPU %12.0f rows/s %8.0f MB/s\n", name, seconds, cpu, rows / seconds,
              megabytes / seconds);
  std::fflush(stdout);
}

long peakMegabytes() {
  QFile status(QStringLiteral("/proc/self/status"));
  if (!status.open(QIODevice::ReadOnly))
    return 0;
  for (const QByteArray& line : status.readAll().split('\n'))
    if (line.startsWith("VmHWM:"))
      return line.mid(6).trimmed().split(' ').front().toLong() / 1024;
  return 0;
}

void readAlone(const QString& path) {
  QFile file(path);
  if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
    std::exit(1);
  std::vector<char> block(1 << 20);
  while (file.read(block.data(), static_cast<qint64>(block.size())) > 0) {
  }
}

// The same table, the same number of rows in key order, prepared once, one transaction.
void insertAlone(const QString& path, int skus, int weeks) {
  auto db = take(Database::open(path, OpenMode::CreateNew));
  Transaction in = take(Transaction::begin(*db));
  sqlite3_stmt* s = nullptr;
  sqlite3_prepare_v2(db->handle(), "INSERT INTO sale VALUES (?,?,7,?,?,?,0,0,NULL,1)", -1, &s, nullptr);
  for (int sku = 1; sku <= skus; ++sku) {
    for (int week = 0; week < weeks; ++week) {
      sqlite3_bind_int64(s, 1, sku);
      sqlite3_bind_int64(s, 2, 19'723 + 7 * week);
      sqlite3_bind_int64(s, 3, 1000ll * ((sku * 31 + week) % 90));
      sqlite3_bind_int64(s, 4, 2'490'000 + 10'000ll * (week % 30));
      sqlite3_bind_int64(s, 5, 2'790'000);
      sqlite3_step(s);
      sqlite3_reset(s);
    }
  }
  sqlite3_finalize(s);
  if (!in.commit())
    std::exit(1);
}

} // namespace

int main(int argc, char** argv) {
  test::GeneratorOptions options;
  if (argc > 1)
    options.skus = std::atoi(argv[1]);
  if (argc > 2)
    options.weeks = std::atoi(argv[2]);
  QTemporaryDir dir;
  const auto made = take(test::generateShop(dir.path(), options));
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
          [&] { insertAlone(dir.filePath(QStringLiteral("raw.pricewright")), options.skus, options.weeks); });
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
  return 0;
}
