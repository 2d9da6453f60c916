// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "experiments/events/OrderedValues.h"

#include <algorithm>

namespace pricewright::ledger {
namespace {

constexpr std::size_t kMostInPiece = 512, kFreshPiece = kMostInPiece / 2;
constexpr std::size_t kWorthMerging = 16; // one in so many moves: all of them are laid out anew

// One move for each value, those that cancel out left out.
std::vector<ValueMove> netOf(std::vector<ValueMove> moves) {
  std::sort(moves.begin(), moves.end(), [](const ValueMove& a, const ValueMove& b) { return a.what < b.what; });
  std::size_t kept = 0;
  for (std::size_t i = 0; i < moves.size();) {
    ValueMove one{moves[i].what, 0};
    for (; i < moves.size() && moves[i].what == one.what; ++i)
      one.sign += moves[i].sign;
    if (one.sign != 0)
      moves[kept++] = one;
  }
  moves.resize(kept);
  return moves;
}

} // namespace

void OrderedValues::apply(std::vector<ValueMove> moves) {
  moves = netOf(std::move(moves));
  if (moves.size() * kWorthMerging > m_size)
    return merge(moves);
  for (const ValueMove& move : moves)
    move.sign > 0 ? insert(move.what) : erase(move.what);
}

void OrderedValues::merge(const std::vector<ValueMove>& moves) {
  std::vector<PlacedValue> all;
  all.reserve(m_size + moves.size());
  auto next = moves.begin();
  const auto comeIn = [&](const auto& isBefore) {
    for (; next != moves.end() && isBefore(next->what); ++next)
      if (next->sign > 0)
        all.push_back(next->what);
  };
  for (const Piece& piece : m_pieces)
    for (const PlacedValue& one : piece) {
      comeIn([&](const PlacedValue& what) { return what < one; });
      if (next != moves.end() && next->what == one && (next++)->sign < 0)
        continue;
      all.push_back(one);
    }
  comeIn([](const PlacedValue&) { return true; });
  m_pieces.clear(), m_size = all.size();
  for (std::size_t at = 0; at < all.size(); at += kFreshPiece)
    m_pieces.emplace_back(all.begin() + std::ptrdiff_t(at),
                          all.begin() + std::ptrdiff_t(std::min(at + kFreshPiece, all.size())));
}

void OrderedValues::insert(const PlacedValue& what) {
  auto piece = std::lower_bound(m_pieces.begin(), m_pieces.end(), what,
                                [](const Piece& p, const PlacedValue& v) { return p.back() < v; });
  if (piece == m_pieces.end() && m_pieces.empty())
    piece = m_pieces.emplace(piece);
  else if (piece == m_pieces.end())
    --piece;
  piece->insert(std::lower_bound(piece->begin(), piece->end(), what), what);
  ++m_size;
  if (piece->size() <= kMostInPiece)
    return;
  const auto half = piece->begin() + std::ptrdiff_t(piece->size() / 2);
  Piece upper(half, piece->end());
  piece->erase(half, piece->end());
  m_pieces.insert(piece + 1, std::move(upper));
}

void OrderedValues::erase(const PlacedValue& what) {
  const auto piece = std::lower_bound(m_pieces.begin(), m_pieces.end(), what,
                                      [](const Piece& p, const PlacedValue& v) { return p.back() < v; });
  if (piece == m_pieces.end())
    return;
  const auto at = std::lower_bound(piece->begin(), piece->end(), what);
  if (at == piece->end() || *at != what)
    return;
  piece->erase(at);
  --m_size;
  if (piece->empty())
    m_pieces.erase(piece);
}

std::size_t OrderedValues::below(std::int64_t value) const {
  std::size_t count = 0;
  for (const Piece& piece : m_pieces) {
    if (piece.back().value >= value) {
      const auto at = std::lower_bound(piece.begin(), piece.end(), value,
                                       [](const PlacedValue& one, std::int64_t v) { return one.value < v; });
      return count + std::size_t(at - piece.begin());
    }
    count += piece.size();
  }
  return count;
}

std::int64_t OrderedValues::at(std::size_t rank) const {
  for (const Piece& piece : m_pieces) {
    if (rank < piece.size())
      return piece[rank].value;
    rank -= piece.size();
  }
  return 0;
}

} // namespace pricewright::ledger
