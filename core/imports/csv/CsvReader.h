// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "imports/csv/ByteSource.h"

#include <string>
#include <string_view>
#include <vector>

namespace pricewright {

// What is wrong with a row as a row, before its cells are looked at.
enum class RowFault { None, BadQuote, UnclosedQuote, TooLong, NulByte, TooManyCells };
const char* rowFaultCode(RowFault f); // "import.bad-quote" …

struct CsvRow {
  qint64 line = 0; // where it starts, from 1
  RowFault fault = RowFault::None;
  std::vector<std::string_view> cells; // unquoted; valid until the next row
  std::string_view raw; // as it stands in the file, without its line end; cut at 4,096 bytes where too long
};

QString textOfCell(const CsvRow& row, int column); // trimmed; "" where the row has no such cell

struct CsvLimits {
  std::size_t mostBytesInRow = 1 << 20;
  std::size_t mostCells = 4096;
};

// Reads rows of RFC 4180 and of the wild: line ends LF, CRLF or CR, line breaks in quotes, quotes inside unquoted
// cells, blank lines (skipped), a first line "sep=;". A quote that is never closed costs its own line only: reading
// goes on with the next one. Streaming: memory does not grow with the file.
class CsvReader {
 public:
  CsvReader(ByteSource source, char separator, CsvLimits limits = {});
  Result<bool> next(CsvRow& row); // false at the end
  ByteSource& source() { return m_source; }

 private:
  Status fill();
  void parse(CsvRow& row, bool& complete);
  bool quotedCell(CsvRow& row, std::size_t& at, std::size_t end);
  bool skipTooLong(CsvRow& row);
  void decideLineEnd();

  ByteSource m_source;
  char m_separator;
  char m_lineEnd = '\n';
  CsvLimits m_limits;
  std::vector<char> m_buffer;
  std::string m_scratch; // unquoted texts of the present row; never grows past its reserve
  std::size_t m_begin = 0, m_end = 0;
  qint64 m_line = 1;
  bool m_atEnd = false, m_started = false;
  std::string m_cut; // beginning of a row that was too long
};

// "sep=;" in the first line, else the candidate that splits the first rows most evenly; ',' where nothing does.
char guessSeparator(std::string_view head);
std::optional<char> declaredSeparator(std::string_view firstLine);

} // namespace pricewright
