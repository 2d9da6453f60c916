// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extraction/pricetext/AmountText.h"

#include <vector>

namespace pricewright {
namespace {

constexpr qsizetype kMostAmountDigits = 40; // beyond any price; keeps every step short
constexpr int kMostAmountPlaces = 6;        // of Decimal
constexpr QChar kArabicDecimal(0x066B), kArabicGroup(0x066C);

bool isAmountDigit(QChar c) { return c >= u'0' && c <= u'9'; }
bool amountDigitAt(QStringView plain, qsizetype at) { return at >= 0 && at < plain.size() && isAmountDigit(plain[at]); }

int superscriptDigit(QChar c) {
  switch (c.unicode()) {
  case 0x00B9:
    return 1;
  case 0x00B2:
    return 2;
  case 0x00B3:
    return 3;
  default:
    return c == QChar(0x2070) || (c >= QChar(0x2074) && c <= QChar(0x2079)) ? c.unicode() - 0x2070 : -1;
  }
}

// Whether the space at a place stands between groups of three: "1 299" but not "12 99" nor "2 1999".
bool spaceGroups(QStringView plain, qsizetype space, qsizetype groupSize, bool firstGroup, bool leadingZero) {
  if (firstGroup ? groupSize < 1 || groupSize > 3 || leadingZero : groupSize != 3)
    return false;
  return amountDigitAt(plain, space + 1) && amountDigitAt(plain, space + 2) && amountDigitAt(plain, space + 3) &&
         !amountDigitAt(plain, space + 4);
}

// The mark at a place if it is one inside a number, in the spelling of WrittenAmount; null if not.
QChar innerAmountMark(QStringView plain, qsizetype at) {
  if (!amountDigitAt(plain, at + 1))
    return {};
  const QChar c = plain[at];
  if (c == u'.' || c == u',' || c == u'\'')
    return c;
  if (c == kArabicDecimal || c == QChar(0x00B7))
    return u'D';
  return c == kArabicGroup ? QChar(u'G') : QChar();
}

// "12..99", "12,,99": a mark that was typed twice. "10..20" may be a range as well: then as two marks, which nobody can
// read.
QString doubledMark(QStringView plain, qsizetype at, QStringView whole) {
  const bool twice = at + 1 < plain.size() && (plain[at] == u'.' || plain[at] == u',') && plain[at + 1] == plain[at];
  if (!twice || !amountDigitAt(plain, at + 2) || !amountDigitAt(plain, at + 3) || amountDigitAt(plain, at + 4))
    return {};
  const bool mayBeRange = whole.size() <= 2 && plain.mid(at + 2, 2).toInt() > whole.toInt() && plain[at + 3] != u'9';
  return mayBeRange ? QStringLiteral("DD") : QStringLiteral("D");
}

void addSuperscript(QStringView plain, WrittenAmount& out) {
  if (out.end + 1 >= plain.size())
    return;
  const int tens = superscriptDigit(plain[out.end]), ones = superscriptDigit(plain[out.end + 1]);
  const bool more = out.end + 2 < plain.size() && superscriptDigit(plain[out.end + 2]) >= 0;
  if (tens < 0 || ones < 0 || more || out.digits.contains(u'D'))
    return;
  out.digits += u'D';
  out.digits += QChar(u'0' + tens);
  out.digits += QChar(u'0' + ones);
  out.end += 2;
}

struct AmountParts {
  std::vector<QStringView> groups; // one more than marks
  std::vector<QChar> marks;
};

AmountParts amountPartsOf(QStringView digits) {
  AmountParts parts;
  qsizetype from = 0;
  for (qsizetype at = 0; at < digits.size(); ++at) {
    if (isAmountDigit(digits[at]))
      continue;
    parts.groups.push_back(digits.mid(from, at - from));
    parts.marks.push_back(digits[at]);
    from = at + 1;
  }
  parts.groups.push_back(digits.mid(from));
  return parts;
}

// Whether the first `count` marks part groups as people write them: by threes, or the Indian way (…,99,99,999).
bool areGroups(const AmountParts& parts, std::size_t count) {
  if (count == 0)
    return true;
  const QStringView first = parts.groups[0];
  if (first.isEmpty() || first.size() > 3 || first[0] == u'0' || parts.groups[count].size() != 3)
    return false;
  bool threes = true, twos = first.size() <= 2;
  for (std::size_t i = 1; i < count; ++i) {
    threes = threes && parts.groups[i].size() == 3, twos = twos && parts.groups[i].size() == 2;
    if (parts.marks[i] != parts.marks[0])
      return false;
  }
  return threes || (twos && (parts.marks[0] == u',' || parts.marks[0] == u'G'));
}

// Which mark is the decimal one: its index, kNoMark where there is none, or a code.
struct MarkDecision {
  std::size_t decimal = 0;
  QString why;
};
constexpr std::size_t kNoMark = ~std::size_t{0};
MarkDecision decimalMarkAt(std::size_t decimal) { return {decimal, {}}; }
MarkDecision markRefused(const char16_t* why) { return {kNoMark, QString::fromUtf16(why)}; }

std::size_t lastMarkOf(const AmountParts& parts, QChar mark) {
  for (std::size_t i = parts.marks.size(); i-- > 0;)
    if (parts.marks[i] == mark)
      return i;
  return kNoMark;
}

MarkDecision threeDigits(QChar mark, const AmountReading& reading) {
  if (reading.noFraction)
    return decimalMarkAt(kNoMark);
  if (mark == u',' ? reading.commaThousandths : reading.dotThousandths)
    return decimalMarkAt(0);
  const bool isLocal = mark == reading.localDecimalMark;
  if (reading.finePrice && (isLocal || reading.localDecimalMark.isNull()))
    return isLocal ? decimalMarkAt(0) : markRefused(u"ambiguous");
  return isLocal ? markRefused(u"ambiguous") : decimalMarkAt(kNoMark);
}

MarkDecision loneMark(const AmountParts& parts, const AmountReading& reading) {
  const QChar mark = parts.marks[0];
  const QStringView whole = parts.groups[0], rest = parts.groups[1];
  const bool grouped = areGroups(parts, 1);
  if (mark == u' ' || mark == u'G')
    return grouped ? decimalMarkAt(kNoMark) : markRefused(u"ambiguous");
  if (mark == u'\'')
    return grouped                                ? decimalMarkAt(kNoMark)
           : rest.size() <= 2 && !whole.isEmpty() ? decimalMarkAt(0)
                                                  : markRefused(u"not-a-number");
  if (grouped)
    return threeDigits(mark, reading);
  return reading.noFraction && rest.size() == 3 ? markRefused(u"ambiguous") : decimalMarkAt(0);
}

MarkDecision manyMarks(const AmountParts& parts) {
  const std::size_t last = parts.marks.size() - 1;
  const QChar mark = parts.marks[last];
  if (parts.groups[0].isEmpty())
    return markRefused(u"ambiguous");
  const bool mayBeDecimal = mark == u'.' || mark == u',' || (mark == u'\'' && parts.groups.back().size() <= 2);
  if (mark != parts.marks[0])
    return mayBeDecimal && areGroups(parts, last) ? decimalMarkAt(last) : markRefused(u"ambiguous");
  if (areGroups(parts, last + 1))
    return decimalMarkAt(kNoMark);
  // "1.299.00": the same mark for both.
  return mayBeDecimal && parts.groups.back().size() == 2 && areGroups(parts, last) ? decimalMarkAt(last)
                                                                                   : markRefused(u"not-a-number");
}

// What the caller knows is beyond doubt: then every other mark is nothing but a groupMark.
MarkDecision markByHint(const AmountParts& parts, const AmountReading& reading) {
  if (!reading.decimalMark.isNull())
    if (const std::size_t found = lastMarkOf(parts, reading.decimalMark); found != kNoMark)
      return decimalMarkAt(found);
  if (parts.marks.size() == 1 && parts.marks[0] != reading.groupMark && reading.decimalMark.isNull())
    return decimalMarkAt(0);
  if (areGroups(parts, parts.marks.size()))
    return decimalMarkAt(kNoMark);
  const std::size_t last = parts.marks.size() - 1;
  const bool other = reading.decimalMark.isNull() && parts.marks[last] != reading.groupMark;
  return other && areGroups(parts, last) ? decimalMarkAt(last) : markRefused(u"ambiguous");
}

MarkDecision decideMark(const AmountParts& parts, const AmountReading& reading) {
  if (parts.marks.empty())
    return decimalMarkAt(kNoMark);
  if (const std::size_t sure = lastMarkOf(parts, u'D'); sure != kNoMark)
    return sure + 1 == parts.marks.size() && areGroups(parts, sure) ? decimalMarkAt(sure)
                                                                    : markRefused(u"not-a-number");
  if (!reading.decimalMark.isNull() || !reading.groupMark.isNull())
    return markByHint(parts, reading);
  return parts.marks.size() == 1 ? loneMark(parts, reading) : manyMarks(parts);
}

void evaluateAmount(QString whole, QString fraction, int shift, AmountRead& out) {
  while (fraction.endsWith(u'0'))
    fraction.chop(1);
  if (whole.isEmpty())
    whole = QStringLiteral("0");
  if (fraction.size() - shift > kMostAmountPlaces && !fraction.isEmpty()) {
    out.why = QStringLiteral("too-fine");
    return;
  }
  QString text = whole;
  if (!fraction.isEmpty())
    text += u'.' + fraction;
  if (shift != 0)
    text += u'e' + QString::number(shift);
  if (const auto value = Decimal::parse(text))
    out.value = *value;
  else
    out.why = QStringLiteral("too-large");
}

bool isAmongPairs(QStringView list, QStringView word) {
  for (qsizetype i = 0; i + 2 <= list.size(); i += 3)
    if (list.mid(i, 2).compare(word, Qt::CaseInsensitive) == 0)
      return true;
  return false;
}

} // namespace

WrittenAmount amountAt(QStringView plain, qsizetype start, bool spaced) {
  WrittenAmount out;
  qsizetype i = start, groupSize = 0;
  bool first = true, leadingZero = false; // spaced: only spaces part groups so far
  if (i < plain.size() && (plain[i] == u'.' || plain[i] == u',') && amountDigitAt(plain, i + 1)) {
    out.digits = plain[i++];
    spaced = false;
  }
  if (!amountDigitAt(plain, i))
    return {};
  leadingZero = plain[i] == u'0';
  while (i < plain.size()) {
    if (isAmountDigit(plain[i])) {
      out.digits += plain[i++];
      ++groupSize;
      continue;
    }
    if (const QString doubled = doubledMark(plain, i, out.digits); !doubled.isEmpty()) {
      out.digits += doubled;
      i += 2, spaced = first = false, groupSize = 0;
      continue;
    }
    QChar mark = innerAmountMark(plain, i);
    if (mark.isNull() && spaced && plain[i] == u' ' && spaceGroups(plain, i, groupSize, first, leadingZero))
      mark = u' ';
    if (mark.isNull())
      break;
    spaced = spaced && mark == u' ', first = false, groupSize = 0;
    out.digits += mark;
    ++i;
  }
  out.end = i;
  addSuperscript(plain, out);
  return out;
}

AmountRead readAmount(QStringView digits, const AmountReading& reading) {
  AmountRead out;
  if (digits.size() > kMostAmountDigits) {
    out.why = QStringLiteral("too-large");
    return out;
  }
  const AmountParts parts = amountPartsOf(digits);
  const MarkDecision decision = decideMark(parts, reading);
  if (!decision.why.isEmpty()) {
    out.why = decision.why;
    return out;
  }
  QString whole, fraction;
  for (std::size_t i = 0; i < parts.groups.size(); ++i)
    (decision.decimal != kNoMark && i > decision.decimal ? fraction : whole) += parts.groups[i];
  out.places = int(fraction.size());
  evaluateAmount(whole, fraction, reading.shift, out);
  return out;
}

QChar localDecimalMark(QStringView language, QStringView country) {
  constexpr QStringView kDotLanguages = u"en ja zh ko th he hi bn ur ta te ms ga sw ";
  constexpr QStringView kCommaLanguages = u"de fr es it pt nl sv da nb nn no fi pl cs sk hu ro bg ru uk be el tr sl hr "
                                          u"sr bs mk sq lt lv et is ca gl eu id vi az kk ka ";
  constexpr QStringView kDotCountries = u"US GB IE AU NZ IN JP CN KR TH IL SG HK TW MY PH MX CH LI PK LK BD NG KE GH "
                                        u"GT HN NI SV PA DO PR PE ";
  constexpr QStringView kCommaCountries = u"DE AT FR ES IT PT NL BE SE DK NO FI PL CZ SK HU RO BG RU UA BY GR TR SI HR "
                                          u"RS BA MK AL LT LV EE IS BR AR CL CO ID VN UY PY VE EC ";
  if (country.compare(u"ZA", Qt::CaseInsensitive) == 0)
    return {}; // both are in use
  const QStringView tongue = language.left(2);
  const bool known = !tongue.isEmpty();
  if (isAmongPairs(kDotCountries, country) && (!known || !isAmongPairs(u"id vi ", tongue)))
    return u'.';
  if (known)
    return isAmongPairs(kDotLanguages, tongue)     ? QChar(u'.')
           : isAmongPairs(kCommaLanguages, tongue) ? QChar(u',')
                                                   : QChar();
  return isAmongPairs(kCommaCountries, country) ? QChar(u',') : QChar();
}

} // namespace pricewright
