// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/rows/SeenRows.h"

#include <cstring>

namespace pricewright {

const SeenRows::Row* SeenRows::find(std::string_view key, std::size_t hash) const {
  if (m_slots.empty())
    return nullptr;
  const std::size_t mask = m_slots.size() - 1; // a power of two, at most half full
  for (std::size_t slot = hash & mask; m_slots[slot] != 0; slot = (slot + 1) & mask)
    if (const Row& row = m_rows[m_slots[slot] - 1]; row.hash == hash && row.key() == key)
      return &row;
  return nullptr;
}

void SeenRows::add(std::string_view key, std::string_view told, std::size_t hash, std::int64_t no) {
  if (2 * (m_rows.size() + 1) > m_slots.size())
    grow();
  char* text = room(key.size() + told.size());
  std::memcpy(text, key.data(), key.size());
  if (!told.empty())
    std::memcpy(text + key.size(), told.data(), told.size());
  m_rows.push_back({text, static_cast<std::uint32_t>(key.size()), static_cast<std::uint32_t>(told.size()), no, hash});
  const std::size_t mask = m_slots.size() - 1;
  std::size_t slot = hash & mask;
  while (m_slots[slot] != 0)
    slot = (slot + 1) & mask;
  m_slots[slot] = static_cast<std::uint32_t>(m_rows.size());
}

char* SeenRows::room(std::size_t bytes) {
  if (bytes > kBlock - m_used) {
    m_blocks.push_back(std::make_unique_for_overwrite<char[]>(std::max(bytes, kBlock)));
    m_used = 0;
  }
  char* at = m_blocks.back().get() + m_used;
  m_used = std::min(m_used + bytes, kBlock); // a longer row has a block of its own
  return at;
}

void SeenRows::grow() {
  m_slots.assign(std::max<std::size_t>(1024, 2 * m_slots.size()), 0);
  const std::size_t mask = m_slots.size() - 1;
  for (std::size_t i = 0; i < m_rows.size(); ++i) {
    std::size_t slot = m_rows[i].hash & mask;
    while (m_slots[slot] != 0)
      slot = (slot + 1) & mask;
    m_slots[slot] = static_cast<std::uint32_t>(i + 1);
  }
}

} // namespace pricewright
