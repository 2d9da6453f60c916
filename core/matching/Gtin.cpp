// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "matching/Gtin.h"

namespace pricewright {
namespace {

bool checkDigitHolds(QStringView fourteen) {
  int sum = 0;
  for (int i = 0; i < 14; ++i)
    sum += (fourteen[i].unicode() - u'0') * (i % 2 == 0 ? 3 : 1);
  return sum % 10 == 0;
}

// Number ranges for use inside one company: they say nothing between two.
bool givenOutByShops(QStringView n) {
  if (n.startsWith(u"000000"))
    return n[6] == u'0' || n[6] == u'2';
  if (n[1] == u'2')
    return true;
  return n[1] == u'0' && (n[2] == u'2' || n[2] == u'4');
}

} // namespace

std::optional<QString> worldwideGtin(QStringView text) {
  if (text.size() > 32)
    return std::nullopt;
  QString digits;
  for (const QChar c : text) {
    if (c >= u'0' && c <= u'9')
      digits += c;
    else if (!c.isSpace() && c != u'-')
      return std::nullopt;
  }
  const auto length = digits.size();
  if (length != 8 && length != 12 && length != 13 && length != 14)
    return std::nullopt;
  const QString padded = digits.rightJustified(14, u'0');
  if (!checkDigitHolds(padded) || givenOutByShops(padded))
    return std::nullopt;
  return padded;
}

QStringView gtinBody(QStringView fourteen) { return fourteen.mid(1, 12); }

} // namespace pricewright
