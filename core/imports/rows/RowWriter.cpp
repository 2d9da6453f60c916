// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/rows/RowWriter.h"

namespace pricewright {

int FieldTable::find(const char* name) const {
  for (std::size_t i = 0; i < m_fields.size(); ++i)
    if (m_fields[i].name == QLatin1String(name))
      return static_cast<int>(i);
  return -1;
}

std::string_view RowInput::text(int field) const {
  if (field < 0)
    return {};
  const FieldSource& f = m_fields.at(field);
  if (f.column < 0)
    return f.constant;
  const auto column = static_cast<std::size_t>(f.column);
  return column < m_row.cells.size() ? trimmed(m_row.cells[column]) : std::string_view();
}

// "4.00638E+12": what a spreadsheet leaves of a long number. The digits that it dropped are lost.
static bool isSpreadsheetNumber(std::string_view code) {
  const auto digits = [&code](std::size_t& at) {
    const std::size_t from = at;
    while (at < code.size() && code[at] >= '0' && code[at] <= '9')
      ++at;
    return at - from;
  };
  std::size_t at = 0;
  if (digits(at) != 1)
    return false;
  if (at < code.size() && (code[at] == '.' || code[at] == ',') && (++at, digits(at) == 0))
    return false;
  if (at + 2 >= code.size() || (code[at] != 'E' && code[at] != 'e') || code[at + 1] != '+')
    return false;
  at += 2;
  const std::size_t exponent = digits(at);
  return at == code.size() && exponent > 0 && exponent <= 3;
}

RowFail NamedCurrencies::mustFit(Currency currency) const {
  for (std::size_t i = 0; i < m_count; ++i)
    if (!m_marks[i].first.fits(currency))
      return {"import.mixed-currency", m_marks[i].second};
  return {};
}

Currency NamedCurrencies::only() const {
  for (std::size_t i = 0; i < m_count; ++i)
    if (const Currency c = m_marks[i].first.only(); c.isValid())
      return c;
  return {};
}

RowFail RowInput::code(int field, std::string_view& out, Need need) const {
  out = text(field);
  if (out.empty())
    return need == Need::Required ? RowFail{"import.missing-value", field} : RowFail{};
  if (out.size() > 200)
    return {"import.text-too-long", field};
  bool plus = false;
  for (const char c : out) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f)
      return {"import.bad-code", field};
    plus = plus || c == '+';
  }
  return plus && isSpreadsheetNumber(out) ? RowFail{"import.spreadsheet-code", field} : RowFail{};
}

RowFail RowInput::name(int field, std::string_view& out) const {
  out = text(field);
  return out.size() > 1000 ? RowFail{"import.text-too-long", field} : RowFail{};
}

RowFail RowInput::number(int field, int places, std::int64_t& out, Need need, NamedCurrencies* named) const {
  const std::string_view t = text(field);
  if (t.empty())
    return need == Need::Required ? RowFail{"import.missing-value", field} : RowFail{};
  const ParsedNumber n = parseNumber(t, m_fields.at(field).decimalMark, places);
  if (n.fault != ValueFault::None)
    return {valueFaultCode(n.fault), field};
  if (n.rounded && n.value == 0)
    return {"import.too-fine", field};
  if (named)
    named->add(n.currency, field);
  out = n.value;
  return {};
}

RowFail RowInput::share(int field, std::int64_t& milli) const {
  const std::string_view t = text(field);
  if (t.empty())
    return {};
  const ParsedNumber n = parseNumber(t, m_fields.at(field).decimalMark, 3);
  if (n.fault == ValueFault::None && t.back() != '%') {
    milli = n.value;
    return milli < 0 || milli > 1000 ? RowFail{"import.bad-share", field} : RowFail{};
  }
  if (n.fault == ValueFault::None) { // thousandths of a percent: down to thousandths, half away from zero
    milli = (n.value + 50) / 100;
    return n.value < 0 || milli > 1000 ? RowFail{"import.bad-share", field} : RowFail{};
  }
  const ParsedSwitch s = parseSwitch(t);
  if (s.fault != ValueFault::None)
    return {"import.bad-share", field};
  milli = s.on ? 1000 : 0;
  return {};
}

RowFail RowInput::whole(int field, std::int64_t lowest, std::int64_t highest, std::int64_t& out,
                        const char* fault) const {
  const std::string_view t = text(field);
  if (t.empty())
    return {};
  const ParsedNumber n = parseNumber(t, m_fields.at(field).decimalMark, 0);
  if (n.fault != ValueFault::None)
    return {valueFaultCode(n.fault), field};
  if (n.rounded || n.value < lowest || n.value > highest)
    return {fault, field};
  out = n.value;
  return {};
}

RowFail RowInput::day(int field, std::int64_t& day, Need need) const {
  const std::string_view t = text(field);
  if (t.empty())
    return need == Need::Required ? RowFail{"import.missing-value", field} : RowFail{};
  const auto moment = m_fields.at(field).dayFormat.parse(t);
  if (moment.fault != ValueFault::None)
    return {valueFaultCode(moment.fault), field};
  day = moment.day();
  return {};
}

RowFail RowInput::moment(int field, std::int64_t& ms) const {
  const std::string_view t = text(field);
  if (t.empty())
    return {"import.missing-value", field};
  const auto moment = m_fields.at(field).dayFormat.parse(t);
  if (moment.fault != ValueFault::None)
    return {valueFaultCode(moment.fault), field};
  ms = moment.ms;
  return {};
}

RowFail RowInput::past(int field, std::int64_t day, Instant now) const {
  return day > toDayNumber(dayOf(now)) + 1 ? RowFail{"import.future-day", field} : RowFail{};
}

RowFail RowInput::toggle(int field, bool& out) const {
  const std::string_view t = text(field);
  if (t.empty())
    return {};
  const ParsedSwitch s = parseSwitch(t);
  if (s.fault != ValueFault::None)
    return {valueFaultCode(s.fault), field};
  out = s.on;
  return {};
}

RowFail RowInput::currency(int field, Currency& out) const {
  const std::string_view t = text(field);
  if (t.empty())
    return {};
  const auto found = Currency::fromCode(QString::fromUtf8(t.data(), static_cast<qsizetype>(t.size())).toUpper());
  if (!found)
    return {"import.unknown-currency", field};
  out = *found;
  return {};
}

RowFail RowInput::price(int field, Currency currency, bool mayRound, std::int64_t& minor, Need need) const {
  const std::string_view t = text(field);
  if (t.empty())
    return need == Need::Required ? RowFail{"import.missing-value", field} : RowFail{};
  const ParsedNumber n = parseNumber(t, m_fields.at(field).decimalMark, 6);
  if (n.fault != ValueFault::None)
    return {valueFaultCode(n.fault), field};
  if (n.value <= 0)
    return {"import.price-not-positive", field};
  if (!n.currency.fits(currency))
    return {"import.mixed-currency", field};
  const qint64 microPerMinor = Decimal::kOne / currency.minorPerMajor();
  if (!mayRound && (n.rounded || n.value % microPerMinor != 0))
    return {"import.too-fine", field};
  minor = Money::round(Decimal::fromMicros(n.value), currency, Rounding::HalfEven).minor();
  return minor <= 0 ? RowFail{"import.price-not-positive", field} : RowFail{};
}

Status RowWriter::finish(const JobContext&) { return {}; }

} // namespace pricewright
