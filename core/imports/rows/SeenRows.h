// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <functional>
#include <memory>
#include <string_view>
#include <vector>

namespace pricewright {

// The rows of this file by key, with what was told of each: its texts stand behind one another in blocks, an open hash
// table points at them. A map with two strings a row took longer than the database's own inserts.
class SeenRows {
 public:
  struct Row {
    const char* text; // key, then what was told
    std::uint32_t keySize, toldSize;
    std::int64_t no;
    std::size_t hash;
    std::string_view key() const { return {text, keySize}; }
    std::string_view told() const { return {text + keySize, toldSize}; }
  };
  static std::size_t hashOf(std::string_view key) { return std::hash<std::string_view>{}(key); }
  const Row* find(std::string_view key, std::size_t hash) const; // valid until the next add
  void add(std::string_view key, std::string_view told, std::size_t hash, std::int64_t no);

 private:
  static constexpr std::size_t kBlock = 1 << 18;
  char* room(std::size_t bytes);
  void grow();
  std::vector<Row> m_rows;
  std::vector<std::uint32_t> m_slots; // 0: free; else the row's number from 1
  std::vector<std::unique_ptr<char[]>> m_blocks;
  std::size_t m_used = kBlock; // of the last block
};

} // namespace pricewright
