// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A workspace file with any of its bytes changed, cut or replaced: opening and reading it gives what is there or an
// Error, never a crash; a foreign file stays as it was.
#include "catalog/CatalogStore.h"
#include "decision/DecisionStore.h"
#include "fuzz/Fuzz.h"
#include "storage/WorkspaceFile.h"

#include <QFile>
#include <QTemporaryDir>

using namespace pricewright;
using namespace pricewright::fuzz;

namespace {

QByteArray contentOf(const QString& path) {
  QFile file(path);
  need(file.open(QIODevice::ReadOnly), "the file is there");
  return file.readAll();
}

struct Place {
  QTemporaryDir folder;
  QString path = folder.filePath(QStringLiteral("w.pricewright"));
  FixedClock clock{fromMillis(1'772'000'000'000)};
  IdSource ids{clock, 3};
  QByteArray whole = make();

  QByteArray make() {
    {
      const auto db = sure(Database::open(path, OpenMode::CreateNew), "a new file");
      Journal journal(*db, clock, ids);
      CatalogStore catalog(*db, journal, clock, ids);
      sureStatus(catalog.createWorkspace({QStringLiteral("W"), QStringLiteral("EUR"), {}, QStringLiteral("dora")}),
                 "a new workspace");
      const Actor dora{QStringLiteral("dora"), QStringLiteral("director"), true};
      sureStatus(catalog.putCategory(dora, {0, QStringLiteral("juice"), QStringLiteral("Juice")}), "a category");
      Sku sku;
      sku.categoryNo = sure(catalog.load(), "the catalogue").categories.front().no;
      for (const char* code : {"OJ-64", "OJ-96"}) {
        sku.code = QString::fromLatin1(code);
        sureStatus(catalog.putSku(dora, sku), "a product");
      }
      PriceZone zone;
      zone.code = QStringLiteral("Z"), zone.currency = *Currency::fromCode(u"EUR");
      sureStatus(catalog.putZone(dora, zone), "a zone");
      sureStatus(db->execute(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode = DELETE")),
                 "one file");
    }
    return contentOf(path);
  }
  void put(const QByteArray& bytes) const {
    for (const QString& name : QDir(folder.path()).entryList(QDir::Files))
      QFile::remove(folder.filePath(name));
    QFile file(path);
    need(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size(), "the file is written");
  }
};

// Lines: "@offset text" writes over, "-size" cuts, "+text" appends, "=text" is the whole file. Numbers are decimal;
// in texts %xx is a byte.
QByteArray edited(QByteArray bytes, Input in) {
  while (!in.empty()) {
    const QByteArray line = Input::toBytes(in.line());
    const QByteArray text = QByteArray::fromPercentEncoding(line.mid(1));
    if (line.startsWith('-'))
      bytes.truncate(std::min<qsizetype>(bytes.size(), text.toUInt()));
    else if (line.startsWith('+') && bytes.size() < 1'000'000)
      bytes += text;
    else if (line.startsWith('='))
      bytes = text;
    else if (line.startsWith('@')) {
      const qsizetype space = text.indexOf(' ');
      const qsizetype offset = text.left(space).toUInt();
      if (space >= 0 && offset < bytes.size())
        bytes.replace(offset, std::min(text.size() - space - 1, bytes.size() - offset), text.mid(space + 1));
    }
  }
  return bytes;
}

void readEverything(Database& db, Place& place) {
  Journal journal(db, place.clock, place.ids);
  CatalogStore catalog(db, journal, place.clock, place.ids);
  DecisionStore decisions(db, journal, place.clock, place.ids);
  const bool sound = db.fullCheck().has_value();
  static_cast<void>(catalog.settings());
  static_cast<void>(catalog.users());
  static_cast<void>(catalog.pricesInForce(1, place.clock.now()));
  static_cast<void>(decisions.decisions({}));
  static_cast<void>(decisions.rules());
  static_cast<void>(decisions.cycles(10));
  static_cast<void>(journal.entries(0, 100));
  const auto chain = journal.verify();
  const auto loaded = catalog.load();
  if (sound && chain && chain->intact() && loaded)
    for (const Sku& sku : loaded->skus)
      need(!sku.code.isEmpty(), "a product has a code");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static Place place;
  Input in(data, size);
  const OpenMode mode = in.byte() % 2 == 0 ? OpenMode::ReadWrite : OpenMode::ReadOnly;
  const QByteArray bytes = edited(place.whole, in);
  place.put(bytes);
  const auto db = Database::open(place.path, mode);
  if (db) {
    readEverything(**db, place);
    need(bytes != place.whole || (*db)->fullCheck(), "an unharmed file is sound");
    return 0;
  }
  need(db.error().code.startsWith(u"storage."), "a reason from the storage");
  need(bytes != place.whole, "an unharmed file opens");
  if (db.error().is(u"storage.not-a-workspace") || mode == OpenMode::ReadOnly)
    need(contentOf(place.path) == bytes, "a file that is refused stays as it was");
  return 0;
}
