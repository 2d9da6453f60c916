// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a file to import: never a crash, never an endless loop, the same rows every time. The first byte chooses
// the limits, so that short inputs reach the edges of the buffer.
#include "fuzz/Fuzz.h"
#include "imports/csv/TypeGuess.h"

using namespace pricewright;
using namespace pricewright::fuzz;

namespace {

void readCell(std::string_view cell) {
  for (const char mark : {'.', ','}) {
    const ParsedNumber n = parseNumber(cell, mark, 6);
    need(n.fault != ValueFault::None || std::abs(n.value) <= 1'000'000'000'000'000'001, "a number within its limits");
    exactNumberText(cell, mark);
  }
  static const std::array formats{
      *DayFormat::fromName(QStringLiteral("iso")), *DayFormat::fromName(QStringLiteral("d/m/y")),
      *DayFormat::fromName(QStringLiteral("m/d/y")), *DayFormat::fromName(QStringLiteral("week:1989-09-14"))};
  for (const DayFormat& format : formats) {
    const DayFormat::Moment m = format.parse(cell);
    need(m.fault != ValueFault::None || (m.day() >= -7305 && m.day() <= 47'848), "a day of our time");
  }
  parseSwitch(cell);
}

// How many rows, and a sum over their bytes.
std::pair<qint64, std::uint64_t> readRows(const QString& path, char separator, std::size_t limit) {
  auto source = ByteSource::open(path, TextEncoding::Auto, {1 << 24, 1 << 20, 200});
  if (!source)
    return {-1, 0};
  CsvReader reader(std::move(*source), separator, {limit, 32});
  CsvRow row;
  qint64 rows = 0, line = 0;
  std::uint64_t sum = 0;
  for (;;) {
    const auto more = reader.next(row);
    if (!more || !*more)
      return {rows, sum};
    need(row.line > line, "lines rise");
    line = row.line;
    ++rows;
    if (row.fault != RowFault::None)
      continue;
    for (const std::string_view cell : row.cells) {
      sum = sum * 31 + std::hash<std::string_view>{}(cell);
      readCell(cell);
    }
  }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0)
    return 0;
  const MemoryFile file(data + 1, size - 1);
  const std::size_t limit = std::size_t(16) << (data[0] % 8);
  const char separator = ",;\t|"[data[0] / 8 % 4];
  need(readRows(file.path(), separator, limit) == readRows(file.path(), separator, limit), "the same rows every time");
  if (const auto scan = scanFile(file.path(), {})) {
    decideDecimalMarks(*scan, std::vector<bool>(scan->columns.size(), true));
    for (const ColumnProfile& column : scan->columns)
      static_cast<void>(decideDayFormat(column, {}));
  }
  return 0;
}
