// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "storage/Database.h"

#include <QFile>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <functional>
#include <sqlite3.h>
#include <vector>

namespace pricewright::test {

template <class T> T take(Result<T> result) {
  if (result)
    return std::move(*result);
  std::fprintf(stderr, "%s\n", qPrintable(result.error().debugText()));
  std::exit(1);
}

// Wall clock, and the processor's time of all threads, which others on the machine do not lengthen.
struct Lap {
  double seconds = 0, cpu = 0;
};
inline Lap lapOf(const std::function<void()>& work) {
  const auto start = std::chrono::steady_clock::now();
  const std::clock_t busy = std::clock();
  work();
  return {std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count(),
          double(std::clock() - busy) / CLOCKS_PER_SEC};
}

// The most memory that this process has held so far.
inline long peakMegabytes() {
  QFile status(QStringLiteral("/proc/self/status"));
  if (!status.open(QIODevice::ReadOnly))
    return 0;
  for (const QByteArray& line : status.readAll().split('\n'))
    if (line.startsWith("VmHWM:"))
      return line.mid(6).trimmed().split(' ').front().toLong() / 1024;
  return 0;
}

// ── Raw limits ──────────────────────────────────────────────────────────────────────────────────────────────────────
inline void readAlone(const QString& path) {
  QFile file(path);
  if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
    std::exit(1);
  std::vector<char> block(1 << 20);
  while (file.read(block.data(), static_cast<qint64>(block.size())) > 0) {
  }
}

// The same table, the same number of rows in key order, prepared once, one transaction.
inline void insertSalesAlone(const QString& path, int skus, int weeks) {
  auto db = take(Database::open(path, OpenMode::CreateNew));
  Transaction in = take(Transaction::begin(*db));
  sqlite3_stmt* s = nullptr;
  const char* sql = "INSERT INTO sale (listing_no, day, days, units_milli, price_micro, regular_micro, deal_milli, "
                    "feature_milli, in_stock_days, import_no) VALUES (?, ?, 7, ?, ?, ?, 0, 0, NULL, 1)";
  if (sqlite3_prepare_v2(db->handle(), sql, -1, &s, nullptr) != SQLITE_OK)
    std::exit(1);
  for (int sku = 1; sku <= skus; ++sku) {
    for (int week = 0; week < weeks; ++week) {
      sqlite3_bind_int64(s, 1, sku);
      sqlite3_bind_int64(s, 2, 19'723 + 7 * week);
      sqlite3_bind_int64(s, 3, 1000ll * ((sku * 31 + week) % 90));
      sqlite3_bind_int64(s, 4, 2'490'000 + 10'000ll * (week % 30));
      sqlite3_bind_int64(s, 5, 2'790'000);
      if (sqlite3_step(s) != SQLITE_DONE)
        std::exit(1);
      sqlite3_reset(s);
    }
  }
  sqlite3_finalize(s);
  if (!in.commit())
    std::exit(1);
}

} // namespace pricewright::test
