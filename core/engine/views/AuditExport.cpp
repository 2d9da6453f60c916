// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/views/AuditView.h"

#include "base/Words.h"
#include "exports/Report.h"

#include <QFileInfo>
#include <QSysInfo>

#include <algorithm>

namespace pricewright {
namespace {

Error notWritten(const QString& path, const QString& what) {
  return fail(s("export.not-written"), {{s("path"), path}, {s("what"), what}});
}

QStringList cellsOf(const JournalRow& row) {
  return {QString::number(row.sequence),
          isoInstant(row.at),
          row.actor,
          row.role,
          row.kind,
          row.table,
          row.rowId,
          QString::fromUtf8(row.body),
          QString::fromLatin1(row.previousHash.toHex()),
          QString::fromLatin1(row.hash.toHex())};
}

} // namespace

AuditExport::AuditExport(AuditFilter filter, QString path, AuditFormat format, QChar decimalMark)
    : m_filter(std::move(filter)), m_path(std::move(path)), m_format(format), m_mark(decimalMark) {}
AuditExport::~AuditExport() = default;

// Looking for what fits takes the first half where there is a filter.
double AuditExport::fraction() const {
  const bool looks = m_journal && !m_journal->isEmpty();
  const double all = double(std::max<std::size_t>(1, m_hasAll ? std::size_t(m_newest) : m_numbers.size()));
  const double written = !m_found ? 0 : m_proof ? m_proof->fraction() : std::min(1.0, double(m_written) / all);
  return looks ? (m_found ? 0.5 + written / 2 : m_searched / 2) : written;
}

Status AuditExport::begin(Workspace& w) {
  PW_TRY(m_journal, journalFilter(w, m_filter));
  if (m_format == AuditFormat::Proof) {
    PW_TRY(m_witness, HeadWitness::open(HeadWitness::defaultFolder()));
    PW_TRY(const QString id, w.catalog().workspaceValue(s("id")));
    PW_CHECK(m_witness->check(id, w.database()));
  }
  const QFileInfo target(m_path);
  if (target.exists() && !target.isFile()) // a device or a folder must not be replaced by a file
    return notWritten(m_path, s("it is not a file"));
  m_file = std::make_unique<QSaveFile>(m_path);
  if (!m_file->open(QIODevice::WriteOnly))
    return notWritten(m_path, m_file->errorString());
  PW_TRY(m_newest, JournalQuery(w.database(), {}).newest());
  m_hasAll = m_journal->isEmpty();
  return {};
}

// True: all numbers that fit the filter are known.
Result<bool> AuditExport::find(Workspace& w, qint64 most, const JobContext& job) {
  if (m_hasAll)
    return true;
  const auto page = JournalQuery(w.database(), *m_journal)
                        .page(m_cursor, int(std::clamp<qint64>(most, 1, 10'000)), job, std::chrono::milliseconds(200));
  if (!page)
    return page.error();
  for (const JournalRow& row : page->rows)
    if (row.sequence <= m_newest)
      m_numbers.push_back(row.sequence);
  m_cursor = page->next;
  m_searched = m_newest > 0 ? double(page->searched) / double(m_newest) : 1.0;
  if (page->end)
    std::reverse(m_numbers.begin(), m_numbers.end());
  return page->end;
}

Result<std::optional<AuditExported>> AuditExport::step(Workspace& w, qint64 most, const JobContext& job) {
  if (job.cancelled())
    return fail(s("audit.cancelled"));
  if (!m_file)
    PW_CHECK(begin(w));
  JobContext quiet = job;
  quiet.progress = {};
  bool done = false;
  if (!m_found) {
    PW_TRY(m_found, find(w, most, quiet));
  } else {
    PW_TRY(done, write(w, most, quiet));
  }
  job.report("audit.export", fraction());
  if (!done)
    return std::optional<AuditExported>();
  PW_CHECK(commit());
  AuditExported result{m_path, {}, m_written, 0};
  if (m_proof) {
    PW_TRY(const QByteArray key, m_witness->publicKey());
    result.fingerprint = keyFingerprint(key);
    result.leftOut = m_proof->leftOut();
  }
  return std::optional(result);
}

Result<bool> AuditExport::write(Workspace& w, qint64 most, const JobContext& job) {
  if (m_format != AuditFormat::Proof) {
    const qint64 all = m_hasAll ? m_newest : qint64(m_numbers.size());
    PW_CHECK(writeCsv(w, std::min<qint64>(most, 10'000)));
    return m_written >= all;
  }
  if (!m_proof) {
    ProofScope scope;
    PW_TRY(scope.workspaceId, w.catalog().workspaceValue(s("id")));
    PW_TRY(scope.workspaceName, w.catalog().workspaceValue(s("name")));
    scope.device = QSysInfo::machineHostName();
    scope.writtenBy = w.me().user;
    scope.writtenAt = w.clock().now();
    scope.filter = toJson(m_filter);
    scope.to = m_newest;
    if (m_cursor.period) {
      scope.from = m_cursor.period->first;
      scope.to = std::min(m_newest, m_cursor.period->second);
    }
    if (!m_hasAll)
      scope.entries = std::move(m_numbers);
    PW_TRY(m_proof, ProofWriter::begin(*m_file, w.database(), *m_witness, std::move(scope)));
  }
  PW_TRY(const bool done, m_proof->step(w.database(), most, job));
  m_written = m_proof->entries();
  if (done)
    PW_CHECK(m_proof->finish());
  return done;
}

Status AuditExport::writeCsv(Workspace& w, qint64 most) {
  const CsvPreset preset = m_format == AuditFormat::CsvExcel ? CsvPreset::Excel : CsvPreset::Machine;
  const auto csv = [&](const ReportTable& table) {
    return toCsv(table, preset, m_mark, m_mark == u',' ? QChar(u';') : QChar(u','));
  };
  ReportTable table = auditTable({});
  const QByteArray head = csv(table); // written once; what comes later goes on below it
  const qint64 all = m_hasAll ? m_newest : qint64(m_numbers.size());
  const bool first = m_written == 0;
  for (const qint64 last = std::min(all, m_written + most); m_written < last; ++m_written) {
    PW_TRY(const std::optional<JournalRow> row,
           JournalQuery::entry(w.database(), m_hasAll ? m_written + 1 : m_numbers[std::size_t(m_written)]));
    if (row)
      table.rows.push_back(cellsOf(*row));
  }
  return put(first ? csv(table) : csv(table).mid(head.size()));
}

Status AuditExport::put(const QByteArray& bytes) {
  if (m_file->write(bytes) == bytes.size())
    return {};
  return notWritten(m_path, m_file->errorString());
}

Status AuditExport::commit() { return m_file->commit() ? Status() : Status(notWritten(m_path, m_file->errorString())); }

Result<AuditExported> exportAudit(Workspace& w, const AuditFilter& filter, const QString& path, AuditFormat format,
                                  const JobContext& job, QChar decimalMark) {
  AuditExport out(filter, path, format, decimalMark);
  for (;;) {
    PW_TRY(std::optional<AuditExported> done, out.step(w, 20'000, job));
    if (done)
      return *std::move(done);
  }
}

} // namespace pricewright
