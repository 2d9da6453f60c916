// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/Id.h"

#include <QRandomGenerator>

namespace pricewright {
namespace {

constexpr std::uint16_t kCounterMask = 0x0fff;

int hexValue(QChar c) {
  if (c >= u'0' && c <= u'9')
    return c.unicode() - u'0';
  if (c >= u'a' && c <= u'f')
    return c.unicode() - u'a' + 10;
  if (c >= u'A' && c <= u'F')
    return c.unicode() - u'A' + 10;
  return -1;
}

// SplitMix64: enough to spread a seed over an id's random bits.
std::uint64_t nextState(std::uint64_t& state) {
  state += 0x9e3779b97f4a7c15ULL;
  std::uint64_t z = state;
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
  return z ^ (z >> 31);
}

} // namespace

Result<Id> Id::parse(QStringView text) {
  const auto bad = [&] {
    return fail(QStringLiteral("id.not-an-id"), {{QStringLiteral("text"), text.left(80).toString()}});
  };
  if (text.size() != 36)
    return bad();
  Id id;
  int nibble = 0;
  for (int i = 0; i < 36; ++i) {
    if (i == 8 || i == 13 || i == 18 || i == 23) {
      if (text[i] != u'-')
        return bad();
      continue;
    }
    const int value = hexValue(text[i]);
    if (value < 0)
      return bad();
    auto& byte = id.m_bytes[static_cast<std::size_t>(nibble / 2)];
    byte = static_cast<std::uint8_t>(byte << 4 | value);
    ++nibble;
  }
  return id;
}

bool Id::isNull() const { return *this == Id(); }

QString Id::toString() const {
  static constexpr char kDigits[] = "0123456789abcdef";
  QString text;
  text.reserve(36);
  for (std::size_t i = 0; i < m_bytes.size(); ++i) {
    if (i == 4 || i == 6 || i == 8 || i == 10)
      text += u'-';
    text += QLatin1Char(kDigits[m_bytes[i] >> 4]);
    text += QLatin1Char(kDigits[m_bytes[i] & 15]);
  }
  return text;
}

IdSource::IdSource(const Clock& clock)
    : m_clock(clock), m_state(QRandomGenerator::system()->generate64()), m_seeded(false) {}
IdSource::IdSource(const Clock& clock, std::uint64_t seed) : m_clock(clock), m_state(seed), m_seeded(true) {}

Id IdSource::next() {
  const qint64 now = toMillis(m_clock.now());
  const auto random = [this] { return m_seeded ? nextState(m_state) : QRandomGenerator::system()->generate64(); };
  if (now > m_lastMillis) {
    m_lastMillis = now;
    m_counter = static_cast<std::uint16_t>(random() & 0x7ff); // upper half stays free to count in
  } else if (m_counter = (m_counter + 1) & kCounterMask; m_counter == 0) {
    ++m_lastMillis; // the counter ran over within one millisecond: borrow the next
  }
  const std::uint64_t tail = random();
  const auto ms = static_cast<std::uint64_t>(m_lastMillis);
  std::array<std::uint8_t, 16> bytes{};
  for (int i = 0; i < 6; ++i)
    bytes[static_cast<std::size_t>(i)] = static_cast<std::uint8_t>(ms >> (40 - 8 * i));
  bytes[6] = static_cast<std::uint8_t>(0x70 | (m_counter >> 8));
  bytes[7] = static_cast<std::uint8_t>(m_counter);
  for (int i = 0; i < 8; ++i)
    bytes[static_cast<std::size_t>(8 + i)] = static_cast<std::uint8_t>(tail >> (56 - 8 * i));
  bytes[8] = static_cast<std::uint8_t>((bytes[8] & 0x3f) | 0x80);
  return Id::fromBytes(bytes);
}

} // namespace pricewright

std::size_t std::hash<pricewright::Id>::operator()(const pricewright::Id& id) const noexcept {
  std::uint64_t h = 1469598103934665603ULL; // FNV-1a
  for (const std::uint8_t b : id.bytes())
    h = (h ^ b) * 1099511628211ULL;
  return static_cast<std::size_t>(h);
}
