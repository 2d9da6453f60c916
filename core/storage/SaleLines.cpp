// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/SaleLines.h"

namespace pricewright {
namespace {

void appendNumber(std::uint64_t value, std::string& out) { // seven bits a byte, the lowest first
  for (; value >= 0x80; value >>= 7)
    out += static_cast<char>((value & 0x7f) | 0x80);
  out += static_cast<char>(value);
}

bool takeNumber(std::string_view& in, std::int64_t& value) {
  std::uint64_t v = 0;
  for (int shift = 0; shift < 63 && !in.empty(); shift += 7) {
    const auto byte = static_cast<unsigned char>(in.front());
    in.remove_prefix(1);
    v |= static_cast<std::uint64_t>(byte & 0x7f) << shift;
    if (byte < 0x80) {
      value = static_cast<std::int64_t>(v);
      return true;
    }
  }
  return false;
}

} // namespace

void packSaleLine(const SaleLine& l, std::int64_t week, std::string& out) {
  for (int i = 0; i < 8; ++i)
    out += static_cast<char>(l.key >> (8 * i));
  for (const std::int64_t v : {l.day - week, l.unitsMilli, l.priceMicro, l.revenueMicro, l.regularMicro, l.dealMilli,
                               l.featureMilli, l.inStock + 1})
    appendNumber(static_cast<std::uint64_t>(v), out);
}

bool unpackSaleLine(std::string_view& in, std::int64_t week, SaleLine& l) {
  if (in.size() < 8)
    return false;
  l.key = 0;
  for (std::size_t i = 0; i < 8; ++i)
    l.key |= static_cast<std::uint64_t>(static_cast<unsigned char>(in[i])) << (8 * i);
  in.remove_prefix(8);
  for (std::int64_t* v : {&l.day, &l.unitsMilli, &l.priceMicro, &l.revenueMicro, &l.regularMicro, &l.dealMilli,
                          &l.featureMilli, &l.inStock})
    if (!takeNumber(in, *v))
      return false;
  l.day += week;
  --l.inStock;
  return true;
}

} // namespace pricewright
