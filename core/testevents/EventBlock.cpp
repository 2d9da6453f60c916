// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testevents/EventBlock.h"

#include "base/Words.h"

#include <QtEndian>

#include <algorithm>
#include <string_view>

namespace pricewright {
namespace {

constexpr std::string_view kEventsMark = "PWE1", kExposuresMark = "PWX1";

class BlockWriter {
 public:
  BlockWriter(std::string_view mark, std::size_t rows, std::size_t bytesARow) {
    m_out.resize(qsizetype(64 + rows * bytesARow));
    for (const char c : mark)
      m_out[m_at++] = c;
    number(rows);
  }
  void raw(std::uint64_t value) {
    room(8);
    qToLittleEndian(value, m_out.data() + m_at);
    m_at += 8;
  }
  void number(std::uint64_t value) {
    room(10);
    char* to = m_out.data() + m_at;
    for (; value >= 0x80; value >>= 7)
      *to++ = char(value | 0x80);
    *to++ = char(value);
    m_at = to - m_out.data();
  }
  void signedNumber(std::int64_t value) { // small ones of either sign are short
    number((std::uint64_t(value) << 1) ^ std::uint64_t(value >> 63));
  }
  QByteArray done() {
    m_out.resize(m_at);
    return std::move(m_out);
  }

 private:
  void room(qsizetype bytes) {
    if (m_at + bytes > m_out.size())
      m_out.resize(m_out.size() * 2);
  }
  QByteArray m_out;
  qsizetype m_at = 0;
};

class BlockReader {
 public:
  explicit BlockReader(const QByteArray& block) : m_at(block.constData()), m_end(m_at + block.size()) {}
  // The number of rows, 0 where it is no such block.
  std::size_t open(std::string_view mark) {
    if (std::size_t(m_end - m_at) < mark.size() || std::string_view(m_at, mark.size()) != mark)
      return 0;
    m_at += mark.size();
    const std::uint64_t rows = number();
    return m_good && rows <= kMostRowsInBlock ? std::size_t(rows) : 0;
  }
  std::uint64_t raw() {
    if (m_end - m_at < 8)
      return bad();
    const auto value = qFromLittleEndian<std::uint64_t>(m_at);
    m_at += 8;
    return value;
  }
  std::uint64_t number() {
    std::uint64_t value = 0;
    for (int shift = 0; m_at < m_end && shift < 64; shift += 7) {
      const auto byte = static_cast<unsigned char>(*m_at++);
      value |= std::uint64_t(byte & 0x7f) << shift;
      if (byte < 0x80)
        return value;
    }
    return bad();
  }
  std::int64_t signedNumber() {
    const std::uint64_t value = number();
    return static_cast<std::int64_t>((value >> 1) ^ (~(value & 1) + 1));
  }
  [[nodiscard]] bool wholly() const { return m_good && m_at == m_end; }

 private:
  std::uint64_t bad() {
    m_good = false, m_at = m_end;
    return 0;
  }
  const char* m_at;
  const char* m_end;
  bool m_good = true;
};

Error corruptBlock() { return fail(s("storage.corrupt"), {{s("what"), s("test_event_block")}}); }

// Differences of times wrap around without harm.
std::int64_t apart(std::int64_t a, std::int64_t b) { return std::int64_t(std::uint64_t(a) - std::uint64_t(b)); }
std::int64_t after(std::int64_t a, std::int64_t step) { return std::int64_t(std::uint64_t(a) + std::uint64_t(step)); }

} // namespace

QByteArray packEvents(std::span<const ShopEvent> events) {
  constexpr std::size_t kBytesARow = 48;
  BlockWriter out(kEventsMark, events.size(), kBytesARow);
  for (const ShopEvent& e : events)
    out.raw(e.id);
  for (const ShopEvent& e : events)
    out.raw(e.unit);
  std::int64_t before = 0;
  for (const ShopEvent& e : events)
    out.signedNumber(apart(e.atMs, std::exchange(before, e.atMs)));
  for (const ShopEvent& e : events) // 0: none, 1: its own, 2: another
    out.number(e.order == 0 ? 0 : e.order == e.id ? 1 : 2);
  for (const ShopEvent& e : events)
    if (e.order != 0 && e.order != e.id)
      out.raw(e.order);
  for (const ShopEvent& e : events)
    out.signedNumber(e.amount);
  for (const ShopEvent& e : events)
    out.signedNumber(e.cost);
  for (const ShopEvent& e : events)
    out.signedNumber(e.quantity);
  for (const ShopEvent& e : events)
    out.number(std::uint64_t(e.currency) << 1 | std::uint64_t(e.kind == EventKind::Refund));
  return out.done();
}

Status unpackEvents(const QByteArray& block, std::vector<ShopEvent>& out) {
  BlockReader in(block);
  const std::size_t rows = in.open(kEventsMark), first = out.size();
  if (rows == 0)
    return corruptBlock();
  out.resize(first + rows);
  const std::span<ShopEvent> events = std::span(out).subspan(first);
  for (ShopEvent& e : events)
    e.id = in.raw();
  for (ShopEvent& e : events)
    e.unit = in.raw();
  std::int64_t at = 0;
  for (ShopEvent& e : events)
    e.atMs = at = after(at, in.signedNumber());
  for (ShopEvent& e : events)
    e.order = in.number();
  for (ShopEvent& e : events)
    e.order = e.order == 0 ? 0 : e.order == 1 ? e.id : in.raw();
  for (ShopEvent& e : events)
    e.amount = in.signedNumber();
  for (ShopEvent& e : events)
    e.cost = in.signedNumber();
  for (ShopEvent& e : events)
    e.quantity = in.signedNumber();
  for (ShopEvent& e : events) {
    const std::uint64_t last = in.number();
    e.currency = static_cast<std::uint16_t>(last >> 1), e.kind = (last & 1) != 0 ? EventKind::Refund : EventKind::Order;
  }
  if (in.wholly())
    return {};
  out.resize(first);
  return corruptBlock();
}

QByteArray packExposures(std::span<const Exposure> exposures) {
  constexpr std::size_t kBytesARow = 20;
  BlockWriter out(kExposuresMark, exposures.size(), kBytesARow);
  for (const Exposure& e : exposures)
    out.raw(e.unit);
  std::int64_t before = 0;
  for (const Exposure& e : exposures)
    out.signedNumber(apart(e.atMs, std::exchange(before, e.atMs)));
  for (const Exposure& e : exposures)
    out.number(e.arm), out.number(e.group), out.number(e.test);
  return out.done();
}

Status unpackExposures(const QByteArray& block, std::vector<Exposure>& out) {
  BlockReader in(block);
  const std::size_t rows = in.open(kExposuresMark), first = out.size();
  if (rows == 0)
    return corruptBlock();
  out.resize(first + rows);
  const std::span<Exposure> exposures = std::span(out).subspan(first);
  for (Exposure& e : exposures)
    e.unit = in.raw();
  std::int64_t at = 0;
  for (Exposure& e : exposures)
    e.atMs = at = after(at, in.signedNumber());
  for (Exposure& e : exposures) {
    e.arm = static_cast<std::uint16_t>(in.number()), e.group = static_cast<std::uint16_t>(in.number());
    e.test = static_cast<std::uint16_t>(in.number());
  }
  if (in.wholly())
    return {};
  out.resize(first);
  return corruptBlock();
}

std::uint16_t currencyNumber(QStringView code) {
  if (code.size() != 3)
    return 0;
  std::uint16_t out = 0;
  for (const QChar c : code) {
    if (c < u'A' || c > u'Z')
      return 0;
    out = static_cast<std::uint16_t>(out << 5 | (c.unicode() - u'A' + 1));
  }
  return out;
}

} // namespace pricewright
