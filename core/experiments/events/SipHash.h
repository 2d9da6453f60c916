// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <compare>
#include <cstdint>
#include <string_view>

namespace pricewright {

// SipHash-2-4 (Aumasson & Bernstein 2012): 64 bits of a text under a key of 128 bits. The same on every machine and for
// ever: assignments of units to prices hang on it.
struct SipKey {
  std::uint64_t low = 0, high = 0;
  auto operator<=>(const SipKey&) const = default;
};
std::uint64_t sipHash(const SipKey& key, std::string_view bytes);
std::uint64_t sipHash(const SipKey& key, std::uint64_t number); // of its eight bytes, the lowest first
// The key that belongs to a salt in words.
SipKey keyOf(std::string_view salt);

// What a unit, an order or an event is called, as a number that tables are made of. Two names meet with a chance of
// 2^-64 for each pair: about 3e-8 among a million. Never 0.
std::uint64_t nameNumber(std::string_view name);

} // namespace pricewright
