// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace pricewright {

// Open addressing from 64-bit numbers to rows counted from 0. Internal to this folder. Numbers are spread by a multiply
// (Fibonacci hashing, Knuth 6.4) on top of a fold, so that counters do as well as hashes.
class NumberTable {
 public:
  static constexpr std::uint32_t kNone = 0xffff'ffff;

  void reserve(std::size_t numbers) {
    const std::size_t wanted = std::bit_ceil(std::max<std::size_t>(16, numbers * 2));
    if (wanted > m_slots.size())
      rehash(wanted);
  }
  [[nodiscard]] std::size_t size() const { return m_size; }
  [[nodiscard]] std::uint32_t find(std::uint64_t number) const {
    if (m_slots.empty())
      return kNone;
    return m_slots[slotOf(number)].row;
  }
  // The row that the number has, or else is given.
  std::uint32_t put(std::uint64_t number, std::uint32_t row) {
    reserve(m_size + 1);
    Slot& slot = m_slots[slotOf(number)];
    if (slot.row == kNone) {
      slot = {number, row};
      ++m_size;
    }
    return slot.row;
  }
  void prefetch(std::uint64_t number) const {
    if (!m_slots.empty())
      __builtin_prefetch(&m_slots[spread(number)]);
  }

 private:
  struct Slot {
    std::uint64_t number = 0;
    std::uint32_t row = kNone;
  };
  [[nodiscard]] std::size_t spread(std::uint64_t number) const {
    return ((number ^ (number >> 32)) * 0x9E3779B97F4A7C15ULL) >> m_shift;
  }
  [[nodiscard]] std::size_t slotOf(std::uint64_t number) const {
    std::size_t at = spread(number);
    while (m_slots[at].row != kNone && m_slots[at].number != number)
      at = (at + 1) & (m_slots.size() - 1);
    return at;
  }
  void rehash(std::size_t wanted) {
    std::vector<Slot> old(wanted);
    old.swap(m_slots);
    m_shift = 64 - std::countr_zero(wanted);
    for (const Slot& slot : old)
      if (slot.row != kNone)
        m_slots[slotOf(slot.number)] = slot;
  }
  std::vector<Slot> m_slots;
  std::size_t m_size = 0;
  int m_shift = 64;
};

} // namespace pricewright
