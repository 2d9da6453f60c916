// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/Result.h"

#include <QByteArray>

#include <cstdio>
#include <cstdlib>
#include <string_view>
#include <sys/mman.h>
#include <unistd.h>

namespace pricewright::fuzz {

// A property that every input must keep. The fuzzer takes the abort for a finding and keeps the input.
inline void need(bool holds, const char* what) {
  if (holds)
    return;
  std::fprintf(stderr, "does not hold: %s\n", what);
  std::abort();
}
// Says why, where a step must succeed whatever the input is.
template <class R> auto sure(R result, const char* what) {
  if (!result)
    std::fprintf(stderr, "%s\n", qPrintable(result.error().debugText()));
  need(result.has_value(), what);
  return std::move(result).value();
}
inline void sureStatus(const Status& status, const char* what) {
  if (!status)
    std::fprintf(stderr, "%s\n", qPrintable(status.error().debugText()));
  need(status.has_value(), what);
}

// Deals an input out: numbers byte by byte, texts line by line.
class Input {
 public:
  Input(const std::uint8_t* data, std::size_t size) : m_rest(reinterpret_cast<const char*>(data), size) {}
  bool empty() const { return m_rest.empty(); }
  unsigned byte() {
    if (m_rest.empty())
      return 0;
    const auto value = static_cast<unsigned char>(m_rest.front());
    m_rest.remove_prefix(1);
    return value;
  }
  std::string_view line() { return until('\n'); }
  std::string_view until(char end) {
    const std::size_t at = m_rest.find(end);
    const std::string_view found = m_rest.substr(0, at);
    m_rest.remove_prefix(at == std::string_view::npos ? m_rest.size() : at + 1);
    return found;
  }
  QString text() { return toText(line()); }
  QByteArray rest() { return toBytes(std::exchange(m_rest, {})); }
  static QString toText(std::string_view bytes) { return QString::fromUtf8(bytes.data(), qsizetype(bytes.size())); }
  static QByteArray toBytes(std::string_view bytes) { return QByteArray(bytes.data(), qsizetype(bytes.size())); }

 private:
  std::string_view m_rest;
};

// What holds a connection lives until the end: Qt's own list of connections is gone before a static object would be.
template <class T> T& kept() {
  static T* const value = new T;
  return *value;
}

// A file that lives in memory only.
class MemoryFile {
 public:
  MemoryFile(const void* data, std::size_t size) : m_handle(memfd_create("fuzz", 0)) {
    need(m_handle >= 0 && ::write(m_handle, data, size) == static_cast<ssize_t>(size), "the memory file");
  }
  explicit MemoryFile(const QByteArray& bytes) : MemoryFile(bytes.constData(), std::size_t(bytes.size())) {}
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;
  ~MemoryFile() { ::close(m_handle); }
  QString path() const { return QStringLiteral("/proc/self/fd/%1").arg(m_handle); }

 private:
  int m_handle;
};

} // namespace pricewright::fuzz
