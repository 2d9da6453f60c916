// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QtGlobal>

#include <cstdint>
#include <string>
#include <string_view>

namespace pricewright {

// What was sold at one moment (an invoice line) or on one day.
struct SaleLine {
  std::uint64_t key = 0; // what tells it from others of its week; a day's is its number
  std::int64_t day = 0;
  std::int64_t unitsMilli = 0;
  std::int64_t priceMicro = 0;   // per unit …
  std::int64_t revenueMicro = 0; // … or, where it is above zero, the takings, from which the price follows
  std::int64_t regularMicro = 0; // 0: untold
  std::int64_t dealMilli = 0, featureMilli = 0;
  std::int64_t inStock = -1; // −1: untold
  qint64 line = 0;           // of the file; 0 for what an earlier import brought
};

// The lines of one week as table sale_part keeps them: eight bytes of key and eight numbers each. `week`: its Monday.
void packSaleLine(const SaleLine& line, std::int64_t week, std::string& out);
// Takes the first line off; false where none stands there.
bool unpackSaleLine(std::string_view& in, std::int64_t week, SaleLine& line);

} // namespace pricewright
