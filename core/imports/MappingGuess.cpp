// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/MappingGuess.h"

#include <string>
#include <unordered_set>

namespace pricewright {
namespace {

QString bare(const QString& name) {
  QString out;
  for (const QChar c : name.toLower())
    if (c.isLetterOrNumber())
      out += c;
  return out;
}

bool has(const ImportMapping& m, const char* field) {
  const QString name = QString::fromLatin1(field);
  return m.columns.contains(name) || m.constants.contains(name);
}

// A guess that only makes sense beside, or instead of, another field.
bool wanted(const ImportMapping& m, const QString& field) {
  if (m.kind == ImportKind::Sales && field == QStringLiteral("revenue"))
    return !has(m, "price");
  if (m.kind == ImportKind::Sales && field == QStringLiteral("invoice"))
    return m.invoiceLines;
  if (m.kind == ImportKind::Sales && field == QStringLiteral("regular"))
    return !m.invoiceLines;
  if (m.kind == ImportKind::Costs && (field == QStringLiteral("price") || field == QStringLiteral("margin_percent")))
    return !has(m, "amount");
  return true;
}

int dayRank(const FileScan& scan, qsizetype column) {
  switch (bareDays(scan, column)) {
  case BareDays::No:
    return scan.columns[static_cast<std::size_t>(column)].isDay() ? 0 : 1;
  case BareDays::Spreadsheet:
    return 1;
  case BareDays::Periods:
    break;
  }
  return 2;
}

} // namespace

bool LineEvidence::areLines() const {
  if ((times && invoices) || ((times || invoices) && repeated > 0 && repeated * 200 >= rows))
    return true;
  return rows >= 100 && repeated * 5 >= rows; // totals of a period do not come again and again
}

ImportMapping guessColumns(ImportMapping m, const FileScan& scan) {
  QStringList bareHeader, used = m.columns.values();
  for (const QString& name : scan.header)
    bareHeader << bare(name);
  for (const FieldSpec& field : importFields(m.kind)) {
    if (m.columns.contains(field.name) || m.constants.contains(field.name) || !wanted(m, field.name))
      continue;
    qsizetype best = -1;
    int bestRank = 3;
    for (const QString& guess : field.guesses) {
      const qsizetype at = bareHeader.indexOf(guess);
      if (at < 0 || used.contains(scan.header[at]))
        continue;
      const int rank = field.type == QStringLiteral("day") ? dayRank(scan, at) : 0;
      if (rank < bestRank) {
        best = at;
        bestRank = rank;
      }
    }
    if (best >= 0) {
      m.columns.insert(field.name, scan.header[best]);
      used << scan.header[best];
    }
  }
  if (m.kind == ImportKind::Costs && has(m, "price") && !has(m, "margin_percent"))
    m.columns.remove(QStringLiteral("price"));
  return m;
}

Result<LineEvidence> lookForLines(const QString& path, const FileScan& scan, const ImportMapping& m) {
  static constexpr qint64 kMostRows = 20'000;
  LineEvidence e;
  const auto column = [&](const char* field) {
    return static_cast<std::size_t>(scan.header.indexOf(m.columns.value(QLatin1String(field))));
  };
  const std::size_t none = static_cast<std::size_t>(-1), sku = column("sku"), zone = column("zone"),
                    day = column("day");
  if (sku == none || day == none)
    return e;
  e.times = scan.columns[day].hasTimes();
  ImportMapping lines = m;
  lines.invoiceLines = true;
  e.invoices = guessColumns(lines, scan).columns.contains(QStringLiteral("invoice"));
  PW_TRY(ByteSource source, ByteSource::open(path, scan.encoding));
  CsvReader reader(std::move(source), scan.separator);
  std::unordered_set<std::string> seen;
  CsvRow row;
  PW_TRY(bool more, reader.next(row)); // the header
  while (more && e.rows < kMostRows) {
    PW_TRY(more, reader.next(row));
    if (!more || row.fault != RowFault::None || row.cells.size() < scan.columns.size())
      continue;
    const std::string_view code = trimmed(row.cells[sku]), when = trimmed(row.cells[day]);
    if (code.empty() || when.empty())
      continue;
    ++e.rows;
    e.letterLed += code.front() < '0' || code.front() > '9';
    std::string key(code);
    key += '\n';
    if (zone != none)
      key += trimmed(row.cells[zone]);
    key += '\n';
    key += when.substr(0, when.find_first_of(" T")); // the day alone
    e.repeated += !seen.insert(std::move(key)).second;
  }
  return e;
}

QStringList missingFields(const ImportMapping& m, bool wideRates) {
  QStringList missing;
  for (const FieldSpec& field : importFields(m.kind))
    if (field.required && !m.columns.contains(field.name) && !m.constants.contains(field.name))
      missing << field.name;
  if (m.kind == ImportKind::Costs && !has(m, "amount") && !(has(m, "price") && has(m, "margin_percent")))
    missing << QStringLiteral("amount|price+margin_percent");
  if (m.kind == ImportKind::Sales && !has(m, "price") && !has(m, "revenue"))
    missing << QStringLiteral("price|revenue");
  if (m.kind == ImportKind::CompetitorPrices && !has(m, "competitor") && !has(m, "seller"))
    missing << QStringLiteral("competitor|seller");
  if (m.kind == ImportKind::ExchangeRates && !wideRates && !(has(m, "currency") && has(m, "rate")))
    missing << QStringLiteral("currency+rate");
  return missing;
}

} // namespace pricewright
