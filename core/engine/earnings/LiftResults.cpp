// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/earnings/LiftResults.h"

#include "base/Words.h"
#include "imports/csv/CsvReader.h"
#include "imports/csv/TypeGuess.h"

#include <cmath>

namespace pricewright {
namespace {

constexpr std::size_t kMostResults = 1'000'000, kWeight = 5;

class ResultReader {
 public:
  Status findColumns(const QString& file, const FileScan& scan) {
    QStringList names;
    for (const QString& name : scan.header)
      names << name.trimmed().toLower();
    for (const char* name : {"test", "lift", "standard_error", "category", "period", "weight", "rolled_out"})
      m_at.push_back(names.indexOf(s(name)));
    for (const std::size_t needed : {0, 1, 2})
      if (m_at[needed] < 0)
        return fail(s("import.missing-field"), {{s("field"), s(std::array{"test", "lift", "standard_error"}[needed])}});
    for (const qsizetype at : m_at)
      if (at >= 0) {
        PW_CHECK(checkOnlyOne(scan, file, scan.header[at]));
      }
    return {};
  }

  Result<TestLift> read(const CsvRow& row) const {
    TestLift t{cell(row, 0), cell(row, 3), cell(row, 4)};
    if (row.fault != RowFault::None || t.test.isEmpty())
      return wrong(row, s("test"));
    PW_TRY(t.estimate, number(row, 1));
    PW_TRY(t.standardError, number(row, 2));
    if (!cell(row, 5).isEmpty()) {
      PW_TRY(t.weight, number(row, 5));
    }
    const QString taken = cell(row, 6).toLower();
    if (!taken.isEmpty() && !QStringList{s("0"), s("1"), s("no"), s("yes"), s("false"), s("true")}.contains(taken))
      return wrong(row, s("rolled_out"));
    t.rolledOut = !QStringList{s("0"), s("no"), s("false")}.contains(taken);
    return t;
  }

 private:
  static Error wrong(const CsvRow& row, const QString& what) {
    return fail(s("earnings.bad-results"), {{s("line"), QString::number(row.line)}, {s("what"), what}});
  }
  QString cell(const CsvRow& row, std::size_t column) const {
    const qsizetype at = m_at[column];
    if (at < 0 || std::size_t(at) >= row.cells.size())
      return {};
    const std::string_view text = row.cells[std::size_t(at)];
    return QString::fromUtf8(text.data(), qsizetype(text.size())).trimmed();
  }
  Result<double> number(const CsvRow& row, std::size_t column) const {
    bool isNumber = false;
    const double value = cell(row, column).toDouble(&isNumber);
    constexpr double kMost = 1e6; // as a share, of what is money more
    if (!isNumber || !(std::abs(value) <= (column == kWeight ? kMost * kMost : kMost)))
      return wrong(row, cell(row, column).left(40));
    return value;
  }
  std::vector<qsizetype> m_at;
};

} // namespace

Result<std::vector<TestLift>> liftResults(const QString& file, const JobContext& job) {
  PW_TRY(const FileScan scan, scanFile(file, {}));
  ResultReader results;
  PW_CHECK(results.findColumns(file, scan));
  PW_TRY(ByteSource source, ByteSource::open(file, scan.encoding));
  CsvReader reader(std::move(source), scan.separator);
  std::vector<TestLift> out;
  CsvRow row;
  PW_TRY(bool more, reader.next(row)); // the header
  while (more) {
    if (job.cancelled())
      return fail(s("job.cancelled"));
    PW_TRY(more, reader.next(row));
    if (!more)
      break;
    if (out.size() >= kMostResults)
      return fail(s("earnings.bad-results"), {{s("line"), QString::number(row.line)}, {s("what"), s("…")}});
    PW_TRY(out.emplace_back(), results.read(row));
  }
  return out;
}

} // namespace pricewright
