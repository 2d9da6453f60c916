// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/Migrator.h"

#include "base/Log.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

// A static library's resources must be asked for by name, outside any namespace, or the linker leaves them out.
static void loadStorageSchema() { Q_INIT_RESOURCE(storage_schema); }

namespace pricewright {
namespace {

Result<Migration> readMigration(const QFileInfo& file, int expected) {
  static const QRegularExpression kName(QStringLiteral("^(\\d{4})_\\w+\\.sql$"));
  const QRegularExpressionMatch match = kName.match(file.fileName());
  QFile text(file.filePath());
  if (!match.hasMatch() || match.captured(1).toInt() != expected || !text.open(QIODevice::ReadOnly))
    return fail(QStringLiteral("storage.bad-migration"), {{QStringLiteral("step"), file.fileName()}});
  return Migration{expected, file.fileName(), text.readAll()};
}

Result<bool> holdsData(Database& db) {
  PW_TRY(Query q, Query::prepare(db, "SELECT EXISTS (SELECT 1 FROM sqlite_schema)"));
  PW_TRY(const bool row, q.step());
  return row && q.integer(0) != 0;
}

Status backUpBeside(Database& db, int version) {
  const QString base = db.path() + QStringLiteral(".before-v%1").arg(version);
  QString name = base + QStringLiteral(".backup");
  for (int copy = 2; QFileInfo::exists(name); ++copy)
    name = base + QStringLiteral("-%1.backup").arg(copy);
  return db.backupTo(name);
}

Status checkReferences(Database& db) {
  PW_TRY(Query q, Query::prepare(db, "PRAGMA foreign_key_check"));
  PW_TRY(const bool dangling, q.step());
  if (!dangling)
    return {};
  return fail(QStringLiteral("storage.constraint"),
              {{QStringLiteral("path"), db.path()}, {QStringLiteral("message"), q.text(0)}});
}

Status applyStep(Database& db, const Migration& step) {
  PW_TRY(Transaction transaction, Transaction::begin(db));
  PW_CHECK(db.execute(QString::fromUtf8(step.sql)));
  PW_CHECK(checkReferences(db));
  PW_CHECK(db.execute(QStringLiteral("PRAGMA user_version = %1").arg(step.number)));
  return transaction.commit();
}

// Tables are rebuilt in some steps; meanwhile references dangle. They are checked before each commit.
// https://www.sqlite.org/lang_altertable.html#otheralter
Status applySteps(Database& db, const std::vector<Migration>& migrations, int from) {
  PW_CHECK(db.execute(QStringLiteral("PRAGMA foreign_keys = OFF")));
  Status done;
  for (const Migration& step : migrations) {
    if (step.number <= from || !done)
      continue;
    done = applyStep(db, step);
    if (!done)
      done = fail(QStringLiteral("storage.migration-failed"),
                  {{QStringLiteral("path"), db.path()}, {QStringLiteral("step"), step.name}})
                 .causedBy(done.error());
  }
  PW_CHECK(db.execute(QStringLiteral("PRAGMA foreign_keys = ON")));
  return done;
}

} // namespace

Result<std::vector<Migration>> embeddedMigrations() {
  loadStorageSchema();
  const QDir folder(QStringLiteral(":/pricewright/schema"));
  const QFileInfoList files = folder.entryInfoList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name);
  std::vector<Migration> steps;
  for (const QFileInfo& file : files) {
    PW_TRY(Migration step, readMigration(file, static_cast<int>(steps.size()) + 1));
    steps.push_back(std::move(step));
  }
  if (steps.empty())
    return fail(QStringLiteral("storage.bad-migration"), {{QStringLiteral("step"), folder.path()}});
  return steps;
}

Result<int> schemaVersion(Database& db) {
  PW_TRY(Query q, Query::prepare(db, "PRAGMA user_version"));
  PW_TRY(const bool row, q.step());
  return row ? static_cast<int>(q.integer(0)) : 0;
}

Status migrate(Database& db, const std::vector<Migration>& migrations) {
  PW_TRY(const int version, schemaVersion(db));
  const int newest = migrations.empty() ? 0 : migrations.back().number;
  if (version > newest)
    return fail(QStringLiteral("storage.newer-file"), {{QStringLiteral("path"), db.path()},
                                                       {QStringLiteral("version"), QString::number(version)},
                                                       {QStringLiteral("known"), QString::number(newest)}});
  if (version == newest)
    return {};
  PW_TRY(const bool old, holdsData(db));
  if (old && db.path() != u":memory:") {
    PW_CHECK(backUpBeside(db, newest));
    qCInfo(logStorage) << "backed up" << db.path() << "before schema" << newest;
  }
  return applySteps(db, migrations, version);
}

} // namespace pricewright
