// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "money/Currency.h"

namespace pricewright {
namespace {

struct Row {
  char code[4];
  std::uint8_t digits;    // ISO 4217 minor units
  std::uint16_t cashStep; // smallest cash amount in minor units
};
// Active codes of ISO 4217 with their minor units (list one of the standard, 2024), and cash rounding as the Unicode
// CLDR gives it (supplementalData, currencyData/fractions). Funds codes with four digits, metals and test codes are
// left out. Sorted by code. A published code never changes its number of digits: amounts that are stored would change
// their meaning.
// clang-format off
constexpr Row kTable[] = {
    {"AED", 2, 1}, {"AFN", 2, 100}, {"ALL", 2, 100}, {"AMD", 2, 100}, {"ANG", 2, 1}, {"AOA", 2, 1}, {"ARS", 2, 1},
    {"AUD", 2, 1}, {"AWG", 2, 1}, {"AZN", 2, 1}, {"BAM", 2, 1}, {"BBD", 2, 1}, {"BDT", 2, 1}, {"BGN", 2, 1},
    {"BHD", 3, 1}, {"BIF", 0, 1}, {"BMD", 2, 1}, {"BND", 2, 1}, {"BOB", 2, 1}, {"BOV", 2, 1}, {"BRL", 2, 1},
    {"BSD", 2, 1}, {"BTN", 2, 1}, {"BWP", 2, 1}, {"BYN", 2, 1}, {"BZD", 2, 1}, {"CAD", 2, 5}, {"CDF", 2, 1},
    {"CHE", 2, 1}, {"CHF", 2, 5}, {"CHW", 2, 1}, {"CLP", 0, 1}, {"CNY", 2, 1}, {"COP", 2, 100}, {"COU", 2, 1},
    {"CRC", 2, 100}, {"CUC", 2, 1}, {"CUP", 2, 1}, {"CVE", 2, 1}, {"CZK", 2, 100}, {"DJF", 0, 1}, {"DKK", 2, 50},
    {"DOP", 2, 1}, {"DZD", 2, 1}, {"EGP", 2, 1}, {"ERN", 2, 1}, {"ETB", 2, 1}, {"EUR", 2, 1}, {"FJD", 2, 1},
    {"FKP", 2, 1}, {"GBP", 2, 1}, {"GEL", 2, 1}, {"GHS", 2, 1}, {"GIP", 2, 1}, {"GMD", 2, 1}, {"GNF", 0, 1},
    {"GTQ", 2, 1}, {"GYD", 2, 100}, {"HKD", 2, 1}, {"HNL", 2, 1}, {"HTG", 2, 1}, {"HUF", 2, 500}, {"IDR", 2, 100},
    {"ILS", 2, 1}, {"INR", 2, 1}, {"IQD", 3, 1000}, {"IRR", 2, 100}, {"ISK", 0, 1}, {"JMD", 2, 1}, {"JOD", 3, 1},
    {"JPY", 0, 1}, {"KES", 2, 1}, {"KGS", 2, 1}, {"KHR", 2, 1}, {"KMF", 0, 1}, {"KPW", 2, 100}, {"KRW", 0, 1},
    {"KWD", 3, 1}, {"KYD", 2, 1}, {"KZT", 2, 1}, {"LAK", 2, 100}, {"LBP", 2, 100}, {"LKR", 2, 1}, {"LRD", 2, 1},
    {"LSL", 2, 1}, {"LYD", 3, 1}, {"MAD", 2, 1}, {"MDL", 2, 1}, {"MGA", 2, 100}, {"MKD", 2, 1}, {"MMK", 2, 100},
    {"MNT", 2, 100}, {"MOP", 2, 1}, {"MRU", 2, 1}, {"MUR", 2, 100}, {"MVR", 2, 1}, {"MWK", 2, 1}, {"MXN", 2, 1},
    {"MXV", 2, 1}, {"MYR", 2, 1}, {"MZN", 2, 1}, {"NAD", 2, 1}, {"NGN", 2, 1}, {"NIO", 2, 1}, {"NOK", 2, 100},
    {"NPR", 2, 1}, {"NZD", 2, 1}, {"OMR", 3, 1}, {"PAB", 2, 1}, {"PEN", 2, 1}, {"PGK", 2, 1}, {"PHP", 2, 1},
    {"PKR", 2, 100}, {"PLN", 2, 1}, {"PYG", 0, 1}, {"QAR", 2, 1}, {"RON", 2, 1}, {"RSD", 2, 100}, {"RUB", 2, 1},
    {"RWF", 0, 1}, {"SAR", 2, 1}, {"SBD", 2, 1}, {"SCR", 2, 1}, {"SDG", 2, 1}, {"SEK", 2, 100}, {"SGD", 2, 1},
    {"SHP", 2, 1}, {"SLE", 2, 1}, {"SOS", 2, 100}, {"SRD", 2, 1}, {"SSP", 2, 1}, {"STN", 2, 1}, {"SVC", 2, 1},
    {"SYP", 2, 100}, {"SZL", 2, 1}, {"THB", 2, 1}, {"TJS", 2, 1}, {"TMT", 2, 1}, {"TND", 3, 1}, {"TOP", 2, 1},
    {"TRY", 2, 1}, {"TTD", 2, 1}, {"TWD", 2, 100}, {"TZS", 2, 100}, {"UAH", 2, 1}, {"UGX", 0, 1}, {"USD", 2, 1},
    {"USN", 2, 1}, {"UYI", 0, 1}, {"UYU", 2, 1}, {"UZS", 2, 100}, {"VED", 2, 1}, {"VES", 2, 1}, {"VND", 0, 1},
    {"VUV", 0, 1}, {"WST", 2, 1}, {"XAF", 0, 1}, {"XCD", 2, 1}, {"XOF", 0, 1}, {"XPF", 0, 1}, {"YER", 2, 100},
    {"ZAR", 2, 1}, {"ZMW", 2, 1}, {"ZWG", 2, 1},
};
// clang-format on
constexpr std::size_t kCount = std::size(kTable);
static_assert(std::is_sorted(std::begin(kTable), std::end(kTable), [](const Row& a, const Row& b) {
  return std::string_view(a.code, 3) < std::string_view(b.code, 3);
}));

const Row& rowOf(std::uint16_t index) { return kTable[index - 1]; }

} // namespace

Result<Currency> Currency::fromCode(QStringView code) {
  if (code.size() == 3) {
    const auto before = [](const Row& row, QStringView wanted) { return QLatin1String(row.code, 3) < wanted; };
    const auto* found = std::lower_bound(std::begin(kTable), std::end(kTable), code, before);
    if (found != std::end(kTable) && QLatin1String(found->code, 3) == code) {
      Currency currency;
      currency.m_index = static_cast<std::uint16_t>(found - std::begin(kTable) + 1);
      return currency;
    }
  }
  return fail(QStringLiteral("money.unknown-currency"), {{QStringLiteral("code"), code.left(20).toString()}});
}

QString Currency::code() const { return isValid() ? QString::fromLatin1(rowOf(m_index).code, 3) : QString(); }
int Currency::minorDigits() const { return isValid() ? rowOf(m_index).digits : 0; }
qint64 Currency::minorPerMajor() const {
  static constexpr qint64 kPowers[] = {1, 10, 100, 1000};
  return kPowers[minorDigits()];
}
qint64 Currency::cashStepMinor() const { return isValid() ? rowOf(m_index).cashStep : 1; }

std::span<const Currency> knownCurrencies() {
  static const std::vector<Currency> all = [] {
    std::vector<Currency> list;
    list.reserve(kCount);
    const auto add = [&list](QStringView code) { list.push_back(*Currency::fromCode(code)); };
    for (const char16_t* first : {u"USD", u"EUR", u"GBP"})
      add(first);
    for (const Row& row : kTable) {
      const QString code = QString::fromLatin1(row.code, 3);
      if (code != u"USD" && code != u"EUR" && code != u"GBP")
        add(code);
    }
    return list;
  }();
  return all;
}

} // namespace pricewright
