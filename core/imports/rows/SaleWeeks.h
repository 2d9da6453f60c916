// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "imports/rows/BatchContext.h"
#include "imports/rows/RawStatement.h"
#include "storage/SaleLines.h"

#include <functional>
#include <span>

namespace pricewright {

// Adds sales up to ISO weeks (Monday is the week's day) per listing. What a week consists of is kept import by import
// beside its total: a later file adds what is new to a week that it shares with an earlier one, and changes nothing
// where it brings the same again. Invoice lines are the same where moment, invoice, units and price are, as often as
// they come in one file; a day comes once, and later files correct it. The average price paid is exact: takings ÷
// units, rounded once to six places.
class SaleWeeks {
 public:
  enum class Form { Lines, Days };
  using Values = std::array<std::int64_t, 7>; // as the table `sale` has them: days … in_stock_days
  using Sink = std::function<Status(qint64 line, std::int64_t week, const Values& values)>;
  static constexpr std::int64_t kNull = std::numeric_limits<std::int64_t>::min();

  SaleWeeks(BatchContext& batch, Form form) : m_batch(batch), m_form(form) {}
  // All that the file has of one listing. Lines that cannot stand are rejected by their numbers.
  Status put(int listingNo, std::vector<SaleLine>& lines, const Sink& sink);
  Result<bool> hasParts(int listingNo);
  qint64 continued() const { return m_continued; } // weeks that earlier imports had begun

  static std::int64_t weekOf(std::int64_t day) { return day - (((day + 3) % 7) + 7) % 7; } // 1970-01-01: a Thursday

 private:
  Status prepare();
  Status putWeek(int listingNo, bool known, std::span<SaleLine> lines, const Sink& sink);
  Result<bool> overlaps(int listingNo, std::int64_t week);
  Status readParts(int listingNo, std::int64_t week);
  std::span<SaleLine> withoutRepeatedDays(std::span<SaleLine> lines);
  void merge(std::span<const SaleLine> lines); // m_all: what earlier imports and this one know; m_fresh: what is new
  std::optional<Values> total() const;
  std::int64_t commonPrice() const; // by lines, then by units, then the higher
  Status keepFresh(int listingNo, std::int64_t week);
  void reject(std::span<const SaleLine> lines, const char* code);

  BatchContext& m_batch;
  Form m_form;
  std::vector<SaleLine> m_all, m_fresh;
  std::string m_blob;
  qint64 m_continued = 0;
  RawStatement m_parts, m_insert, m_any, m_overlap;
};

} // namespace pricewright
