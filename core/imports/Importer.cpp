// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/Importer.h"

#include "base/Json.h"
#include "imports/ImportPlan.h"
#include "imports/RejectFile.h"

#include <QFileInfo>
#include <QJsonArray>

#include <chrono>

namespace pricewright {
namespace {

constexpr qint64 kPreviewRows = 200'000;
constexpr qint64 kTriedRows = 2'000;
constexpr std::size_t kMostRejects = 1'000'000;
constexpr std::size_t kShownRejects = 20;

std::unique_ptr<RowWriter> makeWriter(BatchContext& batch, const ImportPlan& plan) {
  switch (plan.mapping.kind) {
  case ImportKind::Products:
    return makeProductRows(batch, plan.fields);
  case ImportKind::Costs:
    return makeCostRows(batch, plan.fields);
  case ImportKind::Stock:
    return makeStockRows(batch, plan.fields);
  case ImportKind::Sales:
    return plan.mapping.invoiceLines ? makeInvoiceRows(batch, plan.fields) : makeSaleRows(batch, plan.fields);
  case ImportKind::Promotions:
    return makePromotionRows(batch, plan.fields);
  case ImportKind::CompetitorPrices:
    return makeOfferRows(batch, plan.fields);
  case ImportKind::Prices:
    return makePriceRows(batch, plan.fields);
  case ImportKind::ExchangeRates:
    break;
  }
  return makeRateRows(batch, plan.fields, plan.rateColumns);
}

RowOptions rowOptions(const ImportPlan& plan) {
  RowOptions o;
  o.createMissing = plan.mapping.createMissing;
  o.roundPrices = plan.mapping.roundPrices;
  o.digitLedCodes = plan.mapping.digitLedCodes;
  for (const QString& code : plan.mapping.notProducts)
    o.notProducts.insert(code.toUpper());
  o.expectedRows = plan.scan.rows;
  return o;
}

// One import on its way: reads, writes, counts. Everything happens inside the transaction that `Importer::run` holds.
class Run {
 public:
  Run(const ImportPlan& plan, BatchContext& batch, const QString& path, const JobContext& job)
      : m_plan(plan), m_batch(batch), m_path(path), m_job(job) {}

  Status readAll(ImportReport& report, qint64 mostRows = -1) {
    PW_TRY(ByteSource source, ByteSource::open(m_path, m_plan.scan.encoding));
    CsvReader reader(std::move(source), m_plan.scan.separator);
    const std::unique_ptr<RowWriter> writer = makeWriter(m_batch, m_plan);
    CsvRow row;
    PW_TRY(bool more, reader.next(row)); // the header
    const std::size_t width = row.cells.size();
    while (more && report.read != mostRows) {
      PW_TRY(more, reader.next(row));
      if (!more)
        break;
      if (++report.read % 4096 == 0)
        PW_CHECK(pause(reader));
      PW_CHECK(take(row, width, *writer, report));
    }
    PW_CHECK(writer->finish(m_job));
    m_sha256 = mostRows < 0 ? reader.source().sha256() : QString();
    return m_job.cancelled() ? Status(fail(QStringLiteral("import.cancelled"))) : Status();
  }
  QString sha256() const { return m_sha256; }

 private:
  Status pause(CsvReader& reader) const {
    if (m_job.cancelled())
      return fail(QStringLiteral("import.cancelled"));
    if (m_batch.rejects.size() > kMostRejects)
      return fail(QStringLiteral("import.too-many-rejects"),
                  {{QStringLiteral("limit"), QString::number(kMostRejects)}});
    const qint64 all = std::max<qint64>(reader.source().fileBytes(), 1);
    m_job.report("read", static_cast<double>(reader.source().fileBytesRead()) / static_cast<double>(all));
    return {};
  }

  // The row as a row: its quotes, its characters, its number of cells.
  const char* faultOf(const CsvRow& row, std::size_t width) const {
    if (row.fault != RowFault::None)
      return rowFaultCode(row.fault);
    if (row.cells.size() < width)
      return "import.ragged-row";
    for (std::size_t i = width; i < row.cells.size(); ++i)
      if (!trimmed(row.cells[i]).empty())
        return "import.ragged-row";
    return isUtf8(row.raw) ? nullptr : "import.bad-encoding";
  }

  bool isKept(const CsvRow& row) const {
    for (const auto& [column, value] : m_plan.keepOnly)
      if (static_cast<std::size_t>(column) >= row.cells.size() ||
          trimmed(row.cells[static_cast<std::size_t>(column)]) != value)
        return false;
    return true;
  }

  Status take(const CsvRow& row, std::size_t width, RowWriter& writer, ImportReport& report) {
    if (const char* fault = faultOf(row, width)) {
      m_batch.rejects.add(row.line, fault, {}, {});
      return {};
    }
    if (!isKept(row)) {
      ++report.skipped;
      return {};
    }
    const RowInput in(row, m_plan.fields);
    PW_TRY(const RowFail fail, writer.add(in));
    if (fail) {
      const QString column = fail.field < 0 ? QString() : m_plan.fields.at(fail.field).columnName;
      m_batch.rejects.add(row.line, fail.code, column.toStdString(), in.text(fail.field));
    }
    return {};
  }

  const ImportPlan& m_plan;
  BatchContext& m_batch;
  const QString& m_path;
  const JobContext& m_job;
  QString m_sha256;
};

// Into a report or a preview.
template <class T> void countRejects(const RejectList& rejects, T& report) {
  report.rejected = static_cast<qint64>(rejects.size());
  for (const RejectList::Entry& e : rejects.entries()) {
    ++report.rejectedBy[QLatin1String(e.code)];
    if (report.firstRejects.size() < kShownRejects)
      report.firstRejects.push_back({e.line, QLatin1String(e.code), rejects.text(e.column), rejects.text(e.value)});
  }
}

QJsonObject auditBody(const QString& path, const ImportPlan& plan, const ImportReport& report, const QString& sha256,
                      const QString& digest) {
  QJsonObject rejected;
  for (auto it = report.rejectedBy.begin(); it != report.rejectedBy.end(); ++it)
    rejected.insert(it.key(), it.value());
  return {{QStringLiteral("kind"), importKindName(plan.mapping.kind)},
          {QStringLiteral("file"), QFileInfo(path).fileName()},
          {QStringLiteral("file_sha256"), sha256},
          {QStringLiteral("mapping"), plan.mapping.name},
          {QStringLiteral("read"), report.read},
          {QStringLiteral("added"), report.added},
          {QStringLiteral("changed"), report.changed},
          {QStringLiteral("same"), report.same},
          {QStringLiteral("skipped"), report.skipped},
          {QStringLiteral("rejected"), rejected},
          {QStringLiteral("created"), QJsonArray::fromStringList(report.created)},
          {QStringLiteral("digest"), digest}};
}

// The batch's row stands first, because what is imported points to it; its figures follow at the end.
Result<qint64> openBatch(Database& db, const Id& id, const QString& path, const ImportPlan& plan, Instant at) {
  PW_TRY(Query q, Query::prepare(db, "INSERT INTO import_batch (id, kind, file_name, file_sha256, mapping, rows_read, "
                                     "rows_new, rows_changed, rows_same, rows_rejected, digest, state, at_ms) "
                                     "VALUES (?1, ?2, ?3, '', ?4, 0, 0, 0, 0, 0, '', 'applied', ?5)"));
  q.bind(1, id.toString()).bind(2, importKindName(plan.mapping.kind)).bind(3, QFileInfo(path).fileName());
  q.bind(4, QString::fromUtf8(canonicalJson(toJson(plan.mapping)))).bind(5, toMillis(at));
  PW_CHECK(q.run());
  return q.lastRowId();
}

Status closeBatch(Database& db, qint64 no, const ImportReport& r, const QString& sha256, const QString& digest) {
  PW_TRY(Query q,
         Query::prepare(db, "UPDATE import_batch SET file_sha256 = ?2, rows_read = ?3, rows_new = ?4, "
                            "rows_changed = ?5, rows_same = ?6, rows_rejected = ?7, digest = ?8 WHERE no = ?1"));
  q.bind(1, no).bind(2, sha256).bind(3, r.read).bind(4, r.added).bind(5, r.changed).bind(6, r.same);
  q.bind(7, r.rejected).bind(8, digest);
  return q.run();
}

Status checkPlan(const ImportPlan& plan, const CodeBook& codes) {
  if (plan.openDays)
    return Error(*plan.openDays);
  QStringList missing = plan.missing;
  const ImportMapping& m = plan.mapping;
  const bool zoned = m.columns.contains(QStringLiteral("zone")) || m.constants.contains(QStringLiteral("zone"));
  const bool needsZone = m.kind == ImportKind::Products
                             ? plan.fields.has("min_price") || plan.fields.has("max_price") || plan.fields.has("map")
                             : m.kind != ImportKind::ExchangeRates;
  if (needsZone && !zoned && codes.zones() > 1)
    missing << QStringLiteral("zone");
  if (!missing.isEmpty())
    return fail(QStringLiteral("import.missing-field"),
                {{QStringLiteral("field"), missing.join(QStringLiteral(", "))}});
  if (m.kind == ImportKind::Prices && codes.channels().empty())
    return fail(QStringLiteral("import.no-channel"));
  return {};
}

} // namespace

Importer::Importer(Database& db, Journal& journal, const Clock& clock, IdSource& ids)
    : m_db(db), m_journal(journal), m_clock(clock), m_ids(ids) {}

Result<ImportPreview> Importer::preview(const QString& path, ImportKind kind, const ImportMapping* partial) const {
  ImportMapping start = partial ? *partial : ImportMapping();
  start.kind = kind;
  PW_TRY(const ImportPlan plan, planImport(path, start, {true, kPreviewRows, {}}));
  ImportPreview p;
  p.mapping = plan.mapping;
  p.separator = plan.mapping.separator;
  p.encoding = textEncodingName(plan.scan.encoding);
  p.decimalMark = plan.decimalMark;
  p.dateFormat = plan.mapping.dateFormat;
  p.hasByteOrderMark = plan.scan.hasByteOrderMark;
  p.missing = plan.missing;
  p.notes = plan.notes;
  p.fileBytes = plan.scan.fileBytes;
  p.fileRows = plan.scan.complete ? plan.scan.rows : 0;
  p.rows = plan.scan.sample;
  for (qsizetype i = 0; i < plan.scan.header.size(); ++i) {
    PreviewColumn column{plan.scan.header[i],
                         plan.scan.columns[static_cast<std::size_t>(i)].type(),
                         plan.mapping.columns.key(plan.scan.header[i]),
                         {}};
    for (const QStringList& row : plan.scan.sample)
      if (i < row.size() && column.samples.size() < 5)
        column.samples << row[i];
    p.columns.push_back(std::move(column));
  }
  p.refusal = plan.openDays;
  if (p.missing.isEmpty() && !p.refusal)
    if (const Status tried = tryRows(path, plan, p); !tried)
      p.refusal = tried.error();
  return p;
}

// What is written is given up with the transaction. A workspace that cannot be written now is shown without a trial.
Status Importer::tryRows(const QString& path, const ImportPlan& plan, ImportPreview& preview) const {
  auto transaction = Transaction::begin(m_db);
  if (!transaction)
    return {};
  const Instant now = m_clock.now();
  RowOptions options = rowOptions(plan);
  options.trial = true;
  options.expectedRows = std::min(options.expectedRows, kTriedRows);
  BatchContext batch(m_db, m_ids, now, {}, options);
  PW_TRY(const qint64 no, openBatch(m_db, m_ids.next(), path, plan, now));
  PW_CHECK(batch.begin(no));
  PW_CHECK(checkPlan(plan, batch.codes));
  ImportReport report;
  const JobContext unwatched; // Run keeps a reference
  Run run(plan, batch, path, unwatched);
  PW_CHECK(run.readAll(report, kTriedRows));
  batch.rejects.sort();
  countRejects(batch.rejects, preview);
  preview.tried = report.read;
  preview.notes << batch.notes;
  return {};
}

Result<ImportReport> Importer::run(const Actor& by, const QString& path, const ImportMapping& mapping,
                                   const JobContext& job, const QString& rejectFile) {
  const auto started = std::chrono::steady_clock::now();
  job.report("scan", 0);
  const bool guess = mapping.columns.isEmpty() && mapping.constants.isEmpty();
  PW_CHECK(mayDo(m_db, by, Permission::ImportData)); // before a long file is read
  PW_TRY(const ImportPlan plan, planImport(path, mapping, {guess, -1, job.stop}));
  PW_TRY(Transaction transaction, Transaction::begin(m_db));
  PW_TRY(const Actor who, mayDo(m_db, by, permissionToImport(plan.mapping)));
  const Instant now = m_clock.now();
  ImportReport report;
  report.file = path;
  report.batchId = m_ids.next();
  report.notes = plan.notes;
  BatchContext batch(m_db, m_ids, now, who.user, rowOptions(plan));
  PW_TRY(const qint64 no, openBatch(m_db, report.batchId, path, plan, now));
  PW_CHECK(batch.begin(no));
  PW_CHECK(checkPlan(plan, batch.codes));
  Run run(plan, batch, path, job);
  PW_CHECK(run.readAll(report));
  report.added = batch.added;
  report.changed = batch.changed;
  report.same = batch.same;
  report.created = batch.codes.created();
  report.notes << batch.notes;
  batch.rejects.sort();
  countRejects(batch.rejects, report);
  std::optional<RejectFile> rejected;
  if (report.rejected > 0) {
    PW_TRY(RejectFile file, RejectFile::write(rejectFile, path, m_db.path(), plan.scan.separator, plan.scan.encoding,
                                              batch.rejects, run.sha256()));
    rejected.emplace(std::move(file));
    report.rejectFile = rejected->path();
  }
  if (report.added + report.changed == 0) {
    report.nothingChanged = true;
    report.batchId = Id();
    report.created.clear(); // the transaction is given up: nothing was made
  } else {
    const QString digest = batch.digest.hex();
    PW_CHECK(closeBatch(m_db, no, report, run.sha256(), digest));
    PW_TRY(const qint64 sequence,
           m_journal.append(who, QStringLiteral("import.applied"), QStringLiteral("import_batch"),
                            report.batchId.toString(), auditBody(path, plan, report, run.sha256(), digest),
                            QStringLiteral("bulk")));
    Q_UNUSED(sequence);
    job.report("commit", 1);
    if (job.cancelled())
      return fail(QStringLiteral("import.cancelled"));
    PW_CHECK(transaction.commit());
  }
  if (rejected)
    PW_CHECK(rejected->commit());
  report.took = std::chrono::duration_cast<Duration>(std::chrono::steady_clock::now() - started);
  return report;
}

Status Importer::saveMapping(const Actor& by, const ImportMapping& mapping) {
  if (mapping.name.trimmed().isEmpty())
    return fail(QStringLiteral("import.bad-mapping"), {{QStringLiteral("key"), QStringLiteral("name")}});
  const QJsonObject json = toJson(mapping);
  PW_TRY(Transaction transaction, Transaction::begin(m_db));
  PW_TRY(const Actor who, mayDo(m_db, by, Permission::ImportData));
  PW_TRY(Query q,
         Query::prepare(m_db, "INSERT INTO import_mapping (name, kind, mapping) VALUES (?1, ?2, ?3) "
                              "ON CONFLICT (name) DO UPDATE SET kind = ?2, mapping = ?3, version = version + 1"));
  q.bind(1, mapping.name).bind(2, importKindName(mapping.kind)).bind(3, QString::fromUtf8(canonicalJson(json)));
  PW_CHECK(q.run());
  PW_TRY(const qint64 sequence, m_journal.append(who, QStringLiteral("import.mapping-saved"),
                                                 QStringLiteral("import_mapping"), mapping.name, json));
  Q_UNUSED(sequence);
  return transaction.commit();
}

Result<ImportMapping> Importer::loadMapping(const QString& name) const {
  PW_TRY(Query q, Query::prepare(m_db, "SELECT mapping FROM import_mapping WHERE name = ?1"));
  q.bind(1, name);
  PW_TRY(const bool found, q.step());
  if (!found)
    return fail(QStringLiteral("import.unknown-mapping"), {{QStringLiteral("name"), name}});
  PW_TRY(const QJsonObject json, parseObject(q.text(0).toUtf8()));
  return importMappingFromJson(json);
}

} // namespace pricewright
