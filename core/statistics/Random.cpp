// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/Random.h"

#include "statistics/Distributions.h"

namespace pricewright {
namespace {

// SplitMix64's output function: Steele, Lea, Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014.
std::uint64_t mixed(std::uint64_t z) {
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
  return z ^ (z >> 31);
}

} // namespace

std::uint64_t Random::next() { return mixed(m_state += 0x9E3779B97F4A7C15ULL); }

double Random::uniform() { return (static_cast<double>(next() >> 11) + 0.5) * 0x1.0p-53; }

double Random::normal() { return normalQuantile(uniform()); }

std::uint64_t Random::seedFrom(std::uint64_t seed, std::string_view name) {
  std::uint64_t hash = 0xCBF29CE484222325ULL; // FNV-1a, then mixed, so that names that differ little lead far apart
  for (const char c : name)
    hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
  return mixed(mixed(seed + 0x9E3779B97F4A7C15ULL) ^ hash);
}

} // namespace pricewright
