// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/Cancel.h"
#include "imports/csv/CsvReader.h"
#include "imports/csv/Values.h"
#include "imports/rows/BatchContext.h"

namespace pricewright {

// Where a field's text comes from and how its column is written.
struct FieldSource {
  QString name;    // "price"
  int column = -1; // −1: the same constant in every row
  std::string constant;
  QString columnName; // as the file calls it; "" for a constant
  char decimalMark = '.';
  DayFormat dayFormat;
};
class FieldTable {
 public:
  explicit FieldTable(std::vector<FieldSource> fields = {}) : m_fields(std::move(fields)) {}
  int find(const char* name) const; // −1 where the field is neither mapped nor constant
  bool has(const char* name) const { return find(name) >= 0; }
  const FieldSource& at(int field) const { return m_fields[static_cast<std::size_t>(field)]; }

 private:
  std::vector<FieldSource> m_fields;
};

// Why a row is rejected: a code, and the field at fault where there is one. False means: the row is good.
struct RowFail {
  const char* code = nullptr;
  int field = -1;
  explicit operator bool() const { return code != nullptr; }
};

enum class Need { Optional, Required };

// The currencies that the cells of one row name beside their numbers.
class NamedCurrencies {
 public:
  void add(CurrencyMark mark, int field) {
    if (mark.told() && m_count < m_marks.size())
      m_marks[m_count++] = {mark, field};
  }
  bool any() const { return m_count > 0; }
  RowFail mustFit(Currency currency) const; // import.mixed-currency
  Currency only() const;                    // the one that they name; none where a sign could be that of several

 private:
  std::array<std::pair<CurrencyMark, int>, 3> m_marks{};
  std::size_t m_count = 0;
};

// One row through the eyes of its mapping. Readers leave their target alone where an optional cell is empty.
class RowInput {
 public:
  RowInput(const CsvRow& row, const FieldTable& fields) : m_row(row), m_fields(fields) {}
  qint64 line() const { return m_row.line; }
  const CsvRow& row() const { return m_row; }
  std::string_view text(int field) const;
  bool told(int field) const { return !text(field).empty(); }
  RowFail code(int field, std::string_view& out, Need need = Need::Required) const; // ≤ 200 bytes, printable
  RowFail name(int field, std::string_view& out) const;                             // optional, ≤ 1,000 bytes
  // A number so small that nothing of it is left is refused. `named` takes the currency that the cell names.
  RowFail number(int field, int places, std::int64_t& out, Need need, NamedCurrencies* named = nullptr) const;
  RowFail share(int field, std::int64_t& milli) const; // optional; 0 … 1 or yes/no
  RowFail whole(int field, std::int64_t lowest, std::int64_t highest, std::int64_t& out,
                const char* fault) const; // optional
  RowFail day(int field, std::int64_t& day, Need need) const;
  RowFail moment(int field, std::int64_t& ms) const; // required
  // What has happened on a day after tomorrow has not happened: import.future-day.
  RowFail past(int field, std::int64_t day, Instant now) const;
  RowFail toggle(int field, bool& out) const;       // optional
  RowFail currency(int field, Currency& out) const; // optional
  // A published price > 0 in whole minor units; finer ones are rounded half-even where the mapping allows it.
  RowFail price(int field, Currency currency, bool mayRound, std::int64_t& minor, Need need) const;

 private:
  const CsvRow& m_row;
  const FieldTable& m_fields;
};

// Checks the rows of one kind of import and writes the good ones. Inside the import's open transaction.
class RowWriter {
 public:
  virtual ~RowWriter() = default;
  virtual Result<RowFail> add(const RowInput& in) = 0;
  virtual Status finish(const JobContext& job); // what waited for the end of the file
};

std::unique_ptr<RowWriter> makeProductRows(BatchContext& batch, const FieldTable& fields);
std::unique_ptr<RowWriter> makeCostRows(BatchContext& batch, const FieldTable& fields);
std::unique_ptr<RowWriter> makeStockRows(BatchContext& batch, const FieldTable& fields);
std::unique_ptr<RowWriter> makeSaleRows(BatchContext& batch, const FieldTable& fields);
std::unique_ptr<RowWriter> makeInvoiceRows(BatchContext& batch, const FieldTable& fields);
std::unique_ptr<RowWriter> makePromotionRows(BatchContext& batch, const FieldTable& fields);
std::unique_ptr<RowWriter> makeOfferRows(BatchContext& batch, const FieldTable& fields);
std::unique_ptr<RowWriter> makePriceRows(BatchContext& batch, const FieldTable& fields);
// `rateColumns`: (column, currency code) of the ECB's wide form; empty for one rate a row.
std::unique_ptr<RowWriter> makeRateRows(BatchContext& batch, const FieldTable& fields,
                                        std::vector<std::pair<int, std::string>> rateColumns);

} // namespace pricewright
