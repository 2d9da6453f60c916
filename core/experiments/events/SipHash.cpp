// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "experiments/events/SipHash.h"

#include <bit>

namespace pricewright {
namespace {

// Little-endian, whatever the machine. Without a loop, so that compilers turn it into one load.
std::uint64_t eightBytes(const char* at) {
  const auto byte = [at](int i) { return std::uint64_t(static_cast<unsigned char>(at[i])) << (8 * i); };
  return byte(0) | byte(1) | byte(2) | byte(3) | byte(4) | byte(5) | byte(6) | byte(7);
}

// What is left after whole words, below the length in the highest byte.
std::uint64_t lastWord(std::string_view bytes) {
  const std::size_t rest = bytes.size() % 8;
  const std::uint64_t length = std::uint64_t(bytes.size()) << 56;
  if (rest == 0)
    return length;
  if (bytes.size() > 8) // the last eight bytes, less those that were taken already
    return length | eightBytes(bytes.data() + bytes.size() - 8) >> (8 * (8 - rest));
  std::uint64_t out = length;
  for (std::size_t i = 0; i < rest; ++i)
    out |= std::uint64_t(static_cast<unsigned char>(bytes[i])) << (8 * i);
  return out;
}

struct SipState {
  std::uint64_t v0, v1, v2, v3;
  explicit SipState(const SipKey& key)
      : v0(key.low ^ 0x736f6d6570736575ULL), v1(key.high ^ 0x646f72616e646f6dULL), v2(key.low ^ 0x6c7967656e657261ULL),
        v3(key.high ^ 0x7465646279746573ULL) {}
  void round() {
    v0 += v1, v1 = std::rotl(v1, 13), v1 ^= v0, v0 = std::rotl(v0, 32);
    v2 += v3, v3 = std::rotl(v3, 16), v3 ^= v2;
    v0 += v3, v3 = std::rotl(v3, 21), v3 ^= v0;
    v2 += v1, v1 = std::rotl(v1, 17), v1 ^= v2, v2 = std::rotl(v2, 32);
  }
  void take(std::uint64_t word) {
    v3 ^= word;
    round(), round();
    v0 ^= word;
  }
  std::uint64_t end() {
    v2 ^= 0xff;
    round(), round(), round(), round();
    return v0 ^ v1 ^ v2 ^ v3;
  }
};

constexpr SipKey kKeyLow{0x50726963652e6c6fULL, 1}, kKeyHigh{0x50726963652e6869ULL, 2};
constexpr SipKey kNames{0x50726963652e6e61ULL, 3};

} // namespace

std::uint64_t sipHash(const SipKey& key, std::string_view bytes) {
  SipState state(key);
  for (std::size_t at = 0; at + 8 <= bytes.size(); at += 8)
    state.take(eightBytes(bytes.data() + at));
  state.take(lastWord(bytes));
  return state.end();
}

std::uint64_t sipHash(const SipKey& key, std::uint64_t number) {
  SipState state(key);
  state.take(number);
  state.take(std::uint64_t(8) << 56);
  return state.end();
}

SipKey keyOf(std::string_view salt) { return {sipHash(kKeyLow, salt), sipHash(kKeyHigh, salt)}; }

std::uint64_t nameNumber(std::string_view name) {
  const std::uint64_t number = sipHash(kNames, name);
  return number != 0 ? number : 1;
}

} // namespace pricewright
