// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/Time.h"

#include <QByteArray>

#include <array>
#include <compare>
#include <cstdint>

namespace pricewright {

// A UUIDv7 (RFC 9562): sortable by time of making, made offline, unique across devices.
class Id {
 public:
  Id() = default; // null
  static Result<Id> parse(QStringView text);
  static Id fromBytes(const std::array<std::uint8_t, 16>& bytes) {
    Id id;
    id.m_bytes = bytes;
    return id;
  }
  bool isNull() const;
  QString toString() const; // 8-4-4-4-12, lower case
  const std::array<std::uint8_t, 16>& bytes() const { return m_bytes; }
  auto operator<=>(const Id&) const = default;

 private:
  std::array<std::uint8_t, 16> m_bytes{};
};

// Makes ids that never go backwards within one source, even when the clock does. Not thread-safe: one per thread.
class IdSource {
 public:
  explicit IdSource(const Clock& clock);            // random bits from the system
  IdSource(const Clock& clock, std::uint64_t seed); // reproducible, for tests and the sample
  Id next();
  // From here on: in tests, whose chance hangs on ids (who sees which price follows from a test's own).
  void makeReproducible(std::uint64_t seed) { m_state = seed, m_seeded = true; }

 private:
  const Clock& m_clock;
  std::uint64_t m_state;
  bool m_seeded;
  qint64 m_lastMillis = 0;
  std::uint16_t m_counter = 0;
};

} // namespace pricewright

template <> struct std::hash<pricewright::Id> {
  std::size_t operator()(const pricewright::Id& id) const noexcept;
};
