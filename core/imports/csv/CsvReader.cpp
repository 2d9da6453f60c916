// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/csv/CsvReader.h"

#include <cstring>

namespace pricewright {
namespace {

constexpr std::size_t kShownBytes = 4096;

bool blank(std::string_view text) { return text.find_first_not_of(" \t\r\f\x1a") == std::string_view::npos; }

} // namespace

QString textOfCell(const CsvRow& row, int column) {
  if (column < 0 || std::size_t(column) >= row.cells.size())
    return {};
  const std::string_view cell = row.cells[std::size_t(column)];
  return QString::fromUtf8(cell.data(), qsizetype(cell.size())).trimmed();
}

const char* rowFaultCode(RowFault f) {
  switch (f) {
  case RowFault::BadQuote:
    return "import.bad-quote";
  case RowFault::UnclosedQuote:
    return "import.unclosed-quote";
  case RowFault::TooLong:
    return "import.line-too-long";
  case RowFault::NulByte:
    return "import.nul-byte";
  case RowFault::TooManyCells:
    return "import.ragged-row";
  case RowFault::None:
    break;
  }
  return "";
}

CsvReader::CsvReader(ByteSource source, char separator, CsvLimits limits)
    : m_source(std::move(source)), m_separator(separator), m_limits(limits),
      m_buffer(std::max<std::size_t>(2 * limits.mostBytesInRow + 64, 1 << 18)) {
  m_scratch.reserve(limits.mostBytesInRow + 64);
}

// Moves what is left to the front and reads until the buffer is full or the file ends.
Status CsvReader::fill() {
  std::memmove(m_buffer.data(), m_buffer.data() + m_begin, m_end - m_begin);
  m_end -= m_begin;
  m_begin = 0;
  while (!m_atEnd && m_buffer.size() - m_end >= 64) {
    PW_TRY(const std::size_t n, m_source.read(m_buffer.data() + m_end, m_buffer.size() - m_end));
    m_atEnd = n == 0;
    m_end += n;
  }
  return {};
}

void CsvReader::decideLineEnd() {
  const std::string_view seen(m_buffer.data(), m_end);
  if (seen.find('\n') == std::string_view::npos && seen.find('\r') != std::string_view::npos)
    m_lineEnd = '\r';
  const auto firstEnd = seen.find(m_lineEnd);
  if (firstEnd != std::string_view::npos && declaredSeparator(seen.substr(0, firstEnd))) {
    m_begin = firstEnd + 1;
    m_line = 2;
  }
}

// at: behind the opening quote. True when the cell was closed; then `at` is on the separator, the line end or the end.
bool CsvReader::quotedCell(CsvRow& row, std::size_t& at, std::size_t end) {
  const char* b = m_buffer.data();
  std::size_t from = at;
  std::optional<std::size_t> copied; // where its text starts in the scratch, once it holds a doubled quote
  for (;;) {
    const void* found = std::memchr(b + at, '"', end - at);
    if (!found)
      return false;
    at = static_cast<std::size_t>(static_cast<const char*>(found) - b);
    if (at + 1 < end && b[at + 1] == '"') {
      if (!copied)
        copied = m_scratch.size();
      m_scratch.append(b + from, at + 1 - from);
      at += 2;
      from = at;
      continue;
    }
    break;
  }
  if (copied) {
    m_scratch.append(b + from, at - from);
    row.cells.emplace_back(m_scratch.data() + *copied, m_scratch.size() - *copied);
  } else {
    row.cells.emplace_back(b + from, at - from);
  }
  ++at;
  const std::size_t after = at;
  while (at < end && b[at] != m_separator && b[at] != m_lineEnd)
    ++at;
  if (!blank(std::string_view(b + after, at - after)))
    row.fault = RowFault::BadQuote;
  return true;
}

// One row from m_begin. complete = false: more bytes are needed (or a quote never closes).
void CsvReader::parse(CsvRow& row, bool& complete) {
  row.cells.clear();
  row.fault = RowFault::None;
  row.line = m_line;
  m_scratch.clear();
  const char* b = m_buffer.data();
  const std::size_t end = std::min(m_end, m_begin + m_limits.mostBytesInRow);
  std::size_t at = m_begin;
  bool quotes = false;
  for (;;) {
    if (at < end && b[at] == '"') {
      quotes = true;
      ++at;
      if (!quotedCell(row, at, end)) {
        complete = false;
        row.fault = RowFault::UnclosedQuote;
        return;
      }
    } else {
      const std::size_t from = at;
      while (at < end && b[at] != m_separator && b[at] != m_lineEnd)
        ++at;
      row.cells.emplace_back(b + from, at - from);
    }
    if (at < end && b[at] == m_separator) {
      ++at;
      continue;
    }
    break;
  }
  complete = at < end || (m_atEnd && end == m_end);
  if (!complete)
    return;
  row.raw = std::string_view(b + m_begin, at - m_begin);
  if (m_lineEnd == '\n' && !row.raw.empty() && row.raw.back() == '\r') {
    row.raw.remove_suffix(1);
    if (auto& last = row.cells.back();
        !last.empty() && last.data() + last.size() == row.raw.data() + row.raw.size() + 1)
      last.remove_suffix(1);
  }
  m_line += quotes ? 1 + std::count(row.raw.begin(), row.raw.end(), m_lineEnd) : 1;
  m_begin = std::min(at + 1, m_end);
  if (row.cells.size() > m_limits.mostCells)
    row.fault = RowFault::TooManyCells;
  if (std::memchr(row.raw.data(), '\0', row.raw.size()))
    row.fault = RowFault::NulByte;
}

// The row at m_begin has no end within the limit. An open quote gives up its first line; a line without end is dropped
// up to the next line end, however far that is.
bool CsvReader::skipTooLong(CsvRow& row) {
  const std::string_view seen(m_buffer.data() + m_begin, m_end - m_begin);
  const auto lineEnd = seen.find(m_lineEnd);
  row.cells.clear();
  row.line = m_line;
  if (lineEnd != std::string_view::npos || m_atEnd) {
    const std::size_t length = std::min(lineEnd, seen.size());
    if (row.fault != RowFault::UnclosedQuote || length > m_limits.mostBytesInRow)
      row.fault = RowFault::TooLong;
    m_cut.assign(seen.substr(0, std::min(length, kShownBytes)));
    m_begin = std::min(m_begin + length + 1, m_end);
    ++m_line;
    row.raw = m_cut;
    return true;
  }
  return false;
}

Result<bool> CsvReader::next(CsvRow& row) {
  if (!m_started) {
    m_started = true;
    PW_CHECK(fill());
    decideLineEnd();
  }
  for (;;) {
    if (m_begin == m_end) {
      if (m_atEnd)
        return false;
      PW_CHECK(fill());
      continue;
    }
    bool complete = false;
    parse(row, complete);
    if (!complete && !m_atEnd && m_end - m_begin < m_limits.mostBytesInRow + 1) {
      PW_CHECK(fill());
      continue;
    }
    if (!complete && !skipTooLong(row)) { // no line end in sight: keep its beginning, drop the rest unread
      const std::string cut(m_buffer.data() + m_begin, std::min(kShownBytes, m_end - m_begin));
      const void* found = nullptr;
      while (!found && m_begin < m_end) {
        m_begin = m_end;
        PW_CHECK(fill());
        found = std::memchr(m_buffer.data(), m_lineEnd, m_end);
      }
      m_begin = found ? static_cast<std::size_t>(static_cast<const char*>(found) - m_buffer.data()) + 1 : m_end;
      m_cut = cut;
      row.raw = m_cut;
      row.fault = RowFault::TooLong;
      ++m_line;
    }
    if (row.fault != RowFault::None || !blank(row.raw))
      return true;
  }
}

std::optional<char> declaredSeparator(std::string_view firstLine) {
  while (!firstLine.empty() && (firstLine.back() == '\r' || firstLine.back() == '"'))
    firstLine.remove_suffix(1);
  if (!firstLine.empty() && firstLine.front() == '"')
    firstLine.remove_prefix(1);
  if (firstLine.size() == 5 && (firstLine.starts_with("sep=") || firstLine.starts_with("SEP=")))
    return firstLine[4];
  return std::nullopt;
}

char guessSeparator(std::string_view head) {
  const auto firstEnd = head.find_first_of("\r\n");
  if (const auto declared = declaredSeparator(head.substr(0, firstEnd)))
    return *declared;
  char best = ',';
  double bestScore = 0;
  for (const char candidate : {',', ';', '\t', '|'}) {
    std::vector<int> counts;
    int count = 0;
    bool quoted = false, any = false;
    for (const char c : head.substr(0, 1 << 15)) {
      if (c == '"')
        quoted = !quoted;
      else if (!quoted && (c == '\n' || c == '\r')) {
        if (any)
          counts.push_back(count);
        count = 0, any = false;
        if (counts.size() == 100)
          break;
        continue;
      } else if (!quoted && c == candidate)
        ++count;
      any = true;
    }
    if (any && counts.empty())
      counts.push_back(count);
    if (counts.empty() || counts.front() == 0)
      continue;
    const auto alike = std::count(counts.begin(), counts.end(), counts.front());
    // Evenness first; among equally even ones the one that makes more columns.
    const double score = static_cast<double>(alike) / static_cast<double>(counts.size()) + counts.front() * 1e-4;
    if (score > bestScore)
      best = candidate, bestScore = score;
  }
  return best;
}

} // namespace pricewright
