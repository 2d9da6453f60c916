// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extraction/PageWords.h"
#include "extraction/StructuredFacts.h"
#include "extraction/html/Utf8.h"

#include "money/Currency.h"

#include <algorithm>

namespace pricewright {
namespace {

// "1299.00", "5", "1299.5": what needs no reading. Three places are no cents.
bool isPlainNumber(std::string_view text) {
  const std::size_t dot = text.find('.');
  const bool digits = !text.empty() && text.size() < 18 &&
                      std::all_of(
                          text.begin(), text.end(), [](char c) { return isDigitByte(c) || c == '.'; }) &&
                      isDigitByte(text.front()) && isDigitByte(text.back());
  const std::size_t places = dot == std::string_view::npos ? 0 : text.size() - dot - 1;
  return digits && text.rfind('.') == dot && places != 3;
}

} // namespace

std::optional<Decimal> machineAmount(std::string_view text, const PageScan& scan, QString& currency) {
  text = trimmedView(text);
  if (text.empty() || text.size() > 60)
    return {};
  if (isPlainNumber(text)) {
    const auto amount = Decimal::parse(toQt(text));
    return amount ? std::optional<Decimal>(*amount) : std::nullopt;
  }
  PriceTextHints hints;
  hints.currency = currency;
  hints.country = toQt(scan.country);
  hints.language = toQt(std::string_view(scan.htmlLanguage).substr(0, 2));
  const PriceText read = parsePriceText(toQt(text), hints);
  if (currency.isEmpty())
    currency = read.currency;
  return read.amount;
}

QString currencyCode(std::string_view text, const PageScan& scan) {
  const QString word = toQt(trimmedView(text.substr(0, 40)));
  if (word.size() == 3)
    if (const auto known = Currency::fromCode(word.toUpper()); known)
      return known->code();
  return currencyOfSymbol(word, toQt(scan.country));
}

QString availabilityCode(std::string_view text) {
  std::string word;
  for (const char c : localName(text.substr(0, 200)))
    if (isAlphaByte(c))
      word += c;
  struct Known {
    std::string_view word;
    const char* code;
  };
  static constexpr Known kKnown[] = {{"instock", "InStock"},
                                     {"instoreonly", "InStock"},
                                     {"onlineonly", "InStock"},
                                     {"limitedavailability", "InStock"},
                                     {"outofstock", "OutOfStock"},
                                     {"soldout", "OutOfStock"},
                                     {"oos", "OutOfStock"},
                                     {"preorder", "PreOrder"},
                                     {"presale", "PreOrder"},
                                     {"backorder", "BackOrder"},
                                     {"discontinued", "Discontinued"},
                                     {"available", "InStock"},
                                     {"unavailable", "OutOfStock"},
                                     {"notavailable", "OutOfStock"},
                                     {"availablefororder", "BackOrder"},
                                     {"pending", "OutOfStock"},
                                     {"limitedstock", "InStock"},
                                     {"madetoorder", "BackOrder"}};
  for (const Known& known : kKnown)
    if (word == known.word)
      return QString::fromLatin1(known.code);
  if (hasPhrase(text, PhraseKind::OutOfStock))
    return QStringLiteral("OutOfStock");
  if (hasPhrase(text, PhraseKind::PreOrder))
    return QStringLiteral("PreOrder");
  if (hasPhrase(text, PhraseKind::BackOrder))
    return QStringLiteral("BackOrder");
  return hasPhrase(text, PhraseKind::InStock) ? QStringLiteral("InStock") : QString();
}

QString conditionCode(std::string_view text) {
  const std::string word = localName(text.substr(0, 200));
  const auto has = [&](std::string_view part) { return word.find(part) != std::string::npos; };
  if (has("refurb") || has("renewed") || has("generalüberholt") || has("reconditionn") || has("ricondizionat"))
    return QStringLiteral("Refurbished");
  if (has("damaged") || has("for parts"))
    return QStringLiteral("Damaged");
  if ((has("used") && !has("unused")) || has("pre-owned") || has("preowned") || has("gebraucht") || has("occasion") ||
      has("usado") || has("usato") || has("second hand"))
    return QStringLiteral("Used");
  if (startsNoCase(word, "new") || has("unused") || has("brand new") || startsNoCase(word, "neu") ||
      startsNoCase(word, "nuevo") || startsNoCase(word, "nuovo") || startsNoCase(word, "neuf") ||
      startsNoCase(word, "novo"))
    return QStringLiteral("New");
  return {};
}

bool isGtin(QStringView text) {
  const qsizetype size = text.size();
  if (size == 10) { // ISBN-10: its last digit may be an X
    int sum = 0;
    for (qsizetype i = 0; i < 10; ++i) {
      const bool x = i == 9 && (text[i] == u'X' || text[i] == u'x');
      if (!x && (text[i] < u'0' || text[i] > u'9'))
        return false;
      sum += (10 - static_cast<int>(i)) * (x ? 10 : text[i].unicode() - u'0');
    }
    return sum % 11 == 0;
  }
  if (size != 8 && size != 12 && size != 13 && size != 14)
    return false;
  int sum = 0;
  bool zeros = true;
  for (qsizetype i = 0; i < size; ++i) {
    if (text[i] < u'0' || text[i] > u'9')
      return false;
    const int digit = text[i].unicode() - u'0';
    zeros = zeros && digit == 0;
    sum += digit * ((size - i) % 2 == 0 ? 3 : 1);
  }
  return sum % 10 == 0 && !zeros;
}

} // namespace pricewright
