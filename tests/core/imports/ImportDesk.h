// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/CatalogStore.h"
#include "imports/Importer.h"
#include "imports/rows/RawStatement.h"
#include "market/OfferStore.h"
#include "support/Needed.h"

#include <QFile>
#include <QTemporaryDir>

#include <functional>

// A workspace in memory, and what a test of imports does with it.
namespace pricewright::test {

class Desk {
 public:
  QTemporaryDir dir;
  FixedClock clock{take(parseInstant(u"2026-03-02T09:00:00Z"))};
  IdSource ids{clock, 3};
  std::unique_ptr<Database> db = take(Database::open(QStringLiteral(":memory:"), OpenMode::CreateNew));
  Journal journal{*db, clock, ids};
  CatalogStore catalog{*db, journal, clock, ids};
  OfferStore offers{*db, journal, ids};
  Importer importer{*db, journal, clock, ids};
  Actor dora{QStringLiteral("dora"), QStringLiteral("director"), false};

  explicit Desk(const QString& currency = QStringLiteral("EUR")) {
    need(catalog.createWorkspace({QStringLiteral("Desk"), currency, {}, QStringLiteral("dora")}));
  }
  QString file(const QByteArray& bytes, const char* name = "in.csv") const {
    QFile out(dir.filePath(QLatin1String(name)));
    if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size())
      qFatal("cannot write");
    return out.fileName();
  }
  Result<ImportReport> run(ImportKind kind, const QByteArray& bytes,
                           const std::function<void(ImportMapping&)>& adjust = {}) {
    const QString path = file(bytes);
    PW_TRY(ImportPreview preview, importer.preview(path, kind));
    if (adjust)
      adjust(preview.mapping);
    return importer.run(dora, path, preview.mapping, {});
  }
  // Every row of a query: values by |, rows by newline.
  QString rows(const char* sql) {
    const RawStatement q = take(RawStatement::prepare(*db, sql));
    QStringList out;
    while (sqlite3_step(q.get()) == SQLITE_ROW) {
      QStringList row;
      for (int i = 0; i < sqlite3_column_count(q.get()); ++i) {
        const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(q.get(), i));
        row << (text ? QString::fromUtf8(text) : QStringLiteral("–"));
      }
      out << row.join(u'|');
    }
    return out.join(u'\n');
  }
  // All that imports write, without what only ever rises.
  QString everything() {
    QString all;
    for (const char* sql :
         {"SELECT code, name, brand, gtin, mpn, role, pack_count, pack_size_micro FROM sku ORDER BY code",
          "SELECT code, currency FROM price_zone ORDER BY code", "SELECT code FROM category ORDER BY code",
          "SELECT sku_no, zone_no, min_minor, max_minor, map_minor FROM listing ORDER BY no",
          "SELECT listing_no, kind, from_day, amount_micro, currency, import_no FROM cost",
          "SELECT listing_no, day, on_hand_milli, import_no FROM stock",
          "SELECT listing_no, day, units_milli, price_micro, regular_micro, import_no FROM sale",
          "SELECT listing_no, channel_no, from_day, to_day, price_minor, mechanism, import_no FROM promotion ORDER BY "
          "no",
          "SELECT listing_no, amount_minor, from_ms, to_ms, origin, import_no FROM price ORDER BY no",
          "SELECT code FROM competitor", "SELECT code FROM source",
          "SELECT external_code, their_packs FROM product_match",
          "SELECT seller, observed_ms, price_micro, import_no FROM offer", "SELECT * FROM fx_rate"})
      all += rows(sql) + QStringLiteral("\n--\n");
    return all;
  }
};

inline QString reasons(const ImportReport& r) {
  QStringList out;
  for (auto it = r.rejectedBy.begin(); it != r.rejectedBy.end(); ++it)
    out << it.key().mid(7) + u':' + QString::number(it.value());
  return out.join(u' ');
}

} // namespace pricewright::test
