// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/rows/KeyedTable.h"
#include "imports/rows/RowWriter.h"

namespace pricewright {
namespace {

// Reference rates as exact decimal texts: one a row, or one column a currency as the European Central Bank publishes
// them, where an empty cell or N/A means "not quoted that day".
class RateRows final : public RowWriter {
 public:
  RateRows(BatchContext& batch, const FieldTable& fields, std::vector<std::pair<int, std::string>> columns)
      : m_batch(batch), m_fields(fields), m_columns(std::move(columns)), m_day(fields.find("day")),
        m_base(fields.find("base")), m_currency(fields.find("currency")), m_rate(fields.find("rate")),
        m_table(batch, {.table = "fx_rate",
                        .keys = {"day", "base", "currency"},
                        .values = {"units_per_base"},
                        .onlyNew = {},
                        .hasNo = false,
                        .hasVersion = false}) {}

  Result<RowFail> add(const RowInput& in) override {
    std::int64_t day = 0;
    if (const RowFail f = in.day(m_day, day, Need::Required))
      return f;
    std::string base = "EUR", currency;
    if (const RowFail f = code(in, m_base, base))
      return f;
    if (!m_columns.empty())
      return addWide(in, day, base);
    if (!in.told(m_currency))
      return RowFail{"import.missing-value", m_currency};
    if (const RowFail f = code(in, m_currency, currency))
      return f;
    std::string rate;
    if (const char* fault = rateText(in.text(m_rate), m_fields.at(m_rate).decimalMark, rate))
      return RowFail{fault, m_rate};
    PW_TRY(const PutOutcome outcome, put(day, base, currency, rate));
    if (outcome == PutOutcome::Duplicate)
      return RowFail{"import.duplicate-key", m_rate};
    countOutcome(m_batch, outcome);
    return RowFail{};
  }

 private:
  RowFail code(const RowInput& in, int field, std::string& out) {
    if (!in.told(field) || m_lastCode == in.text(field)) {
      if (in.told(field))
        out = m_lastKnown;
      return {};
    }
    Currency known;
    if (const RowFail f = in.currency(field, known))
      return f;
    out = known.code().toStdString();
    m_lastCode = in.text(field);
    m_lastKnown = out;
    return {};
  }

  static const char* rateText(std::string_view text, char mark, std::string& out) {
    if (text.empty())
      return "import.missing-value";
    out = exactNumberText(text, mark);
    if (out.empty())
      return "import.not-a-number";
    if (out.front() == '-' || out == "0")
      return "import.price-not-positive";
    return out.size() > 30 ? "import.out-of-range" : nullptr;
  }

  Result<PutOutcome> put(std::int64_t day, const std::string& base, const std::string& currency,
                         const std::string& rate) {
    const std::array<Cell, 3> keys{day, std::string_view(base), std::string_view(currency)};
    const std::array<Cell, 1> values{std::string_view(rate)};
    PW_TRY(const auto put, m_table.put(keys, values));
    return put.outcome;
  }

  // The row is checked as a whole before anything of it is written.
  Result<RowFail> addWide(const RowInput& in, std::int64_t day, const std::string& base) {
    m_rates.clear();
    for (const auto& [column, currency] : m_columns) {
      const auto at = static_cast<std::size_t>(column);
      const std::string_view cell = at < in.row().cells.size() ? trimmed(in.row().cells[at]) : std::string_view();
      if (cell.empty() || cell == "N/A" || cell == "-")
        continue;
      std::string rate;
      if (const char* fault = rateText(cell, m_rate >= 0 ? m_fields.at(m_rate).decimalMark : '.', rate))
        return RowFail{fault, -1};
      m_rates.emplace_back(&currency, std::move(rate));
    }
    if (m_seenDays.contains(day)) // only a line that repeats itself may come twice
      for (const auto& [currency, rate] : m_rates) {
        PW_TRY(const PutOutcome outcome, put(day, base, *currency, rate));
        if (outcome == PutOutcome::Duplicate)
          return RowFail{"import.duplicate-key", m_day};
      }
    m_seenDays.insert(day);
    for (const auto& [currency, rate] : m_rates) {
      PW_TRY(const PutOutcome outcome, put(day, base, *currency, rate));
      countOutcome(m_batch, outcome);
    }
    return RowFail{};
  }

  BatchContext& m_batch;
  const FieldTable& m_fields;
  std::vector<std::pair<int, std::string>> m_columns;
  int m_day, m_base, m_currency, m_rate;
  KeyedTable m_table;
  std::vector<std::pair<const std::string*, std::string>> m_rates;
  QSet<qint64> m_seenDays;
  std::string m_lastCode, m_lastKnown;
};

} // namespace

std::unique_ptr<RowWriter> makeRateRows(BatchContext& batch, const FieldTable& fields,
                                        std::vector<std::pair<int, std::string>> rateColumns) {
  return std::make_unique<RateRows>(batch, fields, std::move(rateColumns));
}

} // namespace pricewright
