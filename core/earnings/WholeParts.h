// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <boost/multiprecision/cpp_int.hpp>

#include <algorithm>
#include <array>
#include <numeric>

namespace pricewright {

// Signed parts with a common positive denominator, rounded to whole numbers whose sum is `total`: each is cut towards
// zero, then the largest cut-off pieces in the missing direction get one each, ties to the earlier part. The negative
// parts of a negative total are rounded to exactly the negative numbers. The parts' sum must be less than two from
// `total`. Internal to earnings.
template <class Wide, std::size_t N>
std::array<Wide, N> wholeParts(const std::array<Wide, N>& numerators, const Wide& denominator, const Wide& total) {
  std::array<Wide, N> whole, rest;
  Wide missing = total;
  for (std::size_t i = 0; i < N; ++i) {
    whole[i] = numerators[i] / denominator;
    rest[i] = numerators[i] - whole[i] * denominator;
    missing -= whole[i];
  }
  std::array<std::size_t, N> order;
  std::iota(order.begin(), order.end(), std::size_t(0));
  const bool up = missing > 0;
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return up ? rest[a] > rest[b] : rest[a] < rest[b]; });
  for (std::size_t i = 0; missing != 0; i = (i + 1) % N) {
    whole[order[i]] += up ? 1 : -1;
    missing -= up ? 1 : -1;
  }
  return whole;
}

} // namespace pricewright
