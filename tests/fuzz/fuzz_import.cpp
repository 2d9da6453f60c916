// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a file of any kind, all the way into a workspace: never a crash, every number in the tables within its
// limits, and the same file twice changes nothing.
#include "catalog/CatalogStore.h"
#include "fuzz/Fuzz.h"
#include "imports/Importer.h"

#include <QTemporaryDir>

using namespace pricewright;
using namespace pricewright::fuzz;

namespace {

struct Desk {
  FixedClock clock{fromMillis(1'772'000'000'000)};
  IdSource ids{clock, 3};
  std::unique_ptr<Database> db = sure(Database::open(QStringLiteral(":memory:"), OpenMode::CreateNew), "a workspace");
  Journal journal{*db, clock, ids};
  CatalogStore catalog{*db, journal, clock, ids};
  Importer importer{*db, journal, clock, ids};
  Actor by{QStringLiteral("dora"), QStringLiteral("director"), false};

  Desk() {
    sureStatus(catalog.createWorkspace({QStringLiteral("Desk"), QStringLiteral("EUR"), {}, QStringLiteral("dora")}),
               "a new workspace");
  }
  qint64 count(const char* sql) {
    Query q = sure(Query::prepare(*db, sql), "a query");
    return sure(q.step(), "its row") ? q.integer(0) : -1;
  }
};

void checkTables(Desk& d) {
  need(d.count("SELECT count(*) FROM price WHERE amount_minor <= 0") == 0, "prices are positive");
  need(d.count("SELECT count(*) FROM cost WHERE amount_micro <= 0") == 0, "costs are positive");
  need(d.count("SELECT count(*) FROM sale WHERE units_milli < 0 OR price_micro < 0") == 0, "sales are not negative");
  need(d.count("SELECT count(*) FROM sku WHERE trim(code) = ''") == 0, "every product has a code");
  sure(d.catalog.load(), "the catalogue loads");
  sure(d.journal.verify(), "the journal reads");
}

} // namespace

// The first byte says what kind of rows these are.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 2)
    return 0;
  static const QTemporaryDir folder;
  const QString rejects = folder.filePath(QStringLiteral("rejects.csv"));
  auto& desk = kept<std::unique_ptr<Desk>>();
  static int uses = 0;
  if (!desk || ++uses % 200 == 0)
    desk = std::make_unique<Desk>();
  Desk& d = *desk;
  Input in(data, size);
  const auto kind = ImportKind(in.byte() % 8);
  const QByteArray bytes = in.rest();
  const MemoryFile file(bytes);
  const auto preview = d.importer.preview(file.path(), kind);
  if (!preview)
    return 0;
  const auto report = d.importer.run(d.by, file.path(), preview->mapping, {}, rejects);
  need(!d.db->inTransaction(), "nothing is left open");
  if (!report)
    return 0;
  need(report->read == report->added + report->changed + report->same + report->skipped + report->rejected ||
           preview->mapping.invoiceLines || !report->notes.filter(QStringLiteral("import.days-summed")).isEmpty() ||
           kind == ImportKind::ExchangeRates || kind == ImportKind::Prices || kind == ImportKind::CompetitorPrices ||
           kind == ImportKind::Products,
       "every row is counted once");
  checkTables(d);
  const ImportReport again = sure(d.importer.run(d.by, file.path(), preview->mapping, {}, rejects), "the same again");
  need(again.nothingChanged, "the same file twice changes nothing");
  if (!report->nothingChanged) {
    const auto undone = d.importer.undo(d.by, report->batchId);
    need(undone || undone.error().is(u"import.newer-changes"), "an import can be taken back");
  }
  return 0;
}
