// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <string_view>

namespace pricewright {

// A small, fast, seedable generator (SplitMix64, Steele et al. 2014): same seed, same stream, on every machine.
class Random {
 public:
  explicit Random(std::uint64_t seed) : m_state(seed) {}
  std::uint64_t next();
  double uniform(); // (0, 1)
  double normal();  // by inverse of the normal distribution: one draw, one number
  static std::uint64_t seedFrom(std::uint64_t seed, std::string_view name); // an independent stream a name

 private:
  std::uint64_t m_state;
};

} // namespace pricewright
