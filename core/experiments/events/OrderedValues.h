// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstddef>
#include <cstdint>
#include <vector>

// What EventTable is made of. Internal to this folder.
namespace pricewright::ledger {

// Where a member stands: rows of a shard never move.
struct Place {
  std::uint32_t shard = 0, member = 0;
  auto operator<=>(const Place&) const = default;
};
struct PlacedValue {
  std::int64_t value = 0;
  Place place;
  auto operator<=>(const PlacedValue&) const = default;
};
struct ValueMove {
  PlacedValue what;
  int sign = 0; // 1: comes in; −1: goes out
};

// Values of members in their order, with whose they are. They lie in pieces small enough to be shifted, so that a few
// that come or go cost hardly more among a million than among a thousand.
class OrderedValues {
 public:
  // In whatever order; what comes and goes cancels out. What goes out must be in.
  void apply(std::vector<ValueMove> moves);
  void clear() { m_pieces.clear(), m_size = 0; }
  [[nodiscard]] std::size_t size() const { return m_size; }
  [[nodiscard]] std::size_t below(std::int64_t value) const; // how many are less
  [[nodiscard]] std::int64_t at(std::size_t rank) const;     // rank < size()

  // Of all from the lower value on, up to the other but without it.
  template <class Take> void eachWithin(std::int64_t from, std::int64_t before, const Take& take) const {
    for (const Piece& piece : m_pieces) {
      if (piece.back().value < from)
        continue;
      for (const PlacedValue& one : piece) {
        if (one.value >= before)
          return;
        if (one.value >= from)
          take(one);
      }
    }
  }

 private:
  using Piece = std::vector<PlacedValue>;
  void insert(const PlacedValue& what);
  void erase(const PlacedValue& what);
  void merge(const std::vector<ValueMove>& moves); // sorted
  std::vector<Piece> m_pieces;                     // none is empty
  std::size_t m_size = 0;
};

} // namespace pricewright::ledger
