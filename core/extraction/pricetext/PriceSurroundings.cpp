// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extraction/pricetext/PriceSurroundings.h"

#include "extraction/pricetext/AmountText.h"
#include "extraction/pricetext/PriceWords.h"

#include <algorithm>

namespace pricewright {
namespace {

constexpr unsigned kSaysHarmless = kSaysFrom | kSaysFromAfter | kSaysOld | kSaysNow | kSaysLabel | kSaysFiller |
                                   kSaysEach | kSaysPer | kSaysFor | kSaysTo;
constexpr unsigned kSaysDeciding = kSaysOld | kSaysNow | kSaysAside | kSaysLabel;
constexpr qsizetype kLongestBareNumber = 9;   // longer ones without marks are article and telephone numbers
constexpr std::size_t kFarthestPriceWord = 6; // how many words may stand between "from" and its number

// Units that are priced to a tenth of a cent.
bool isFineUnit(QStringView unit) {
  constexpr QStringView kUnits[] = {u"l",   u"ltr",    u"liter", u"litre", u"liters", u"litres", u"litro",
                                    u"gal", u"gallon", u"kwh",   u"min",   u"minute", u"л"};
  return std::any_of(std::begin(kUnits), std::end(kUnits),
                     [unit](QStringView known) { return unit.compare(known, Qt::CaseInsensitive) == 0; });
}

template <std::size_t N> bool isOneOf(QStringView word, const QStringView (&known)[N]) {
  return std::any_of(std::begin(known), std::end(known),
                     [word](QStringView one) { return word.compare(one, Qt::CaseInsensitive) == 0; });
}

// Ways of sending that cost something by themselves.
bool saysRate(QStringView word) {
  constexpr QStringView kRates[] = {u"expedited", u"standard",      u"express",  u"economy", u"priority", u"overnight",
                                    u"tracked",   u"international", u"domestic", u"ground",  u"insured",  u"courier"};
  return isOneOf(word, kRates);
}
// Behind a word of postage: the amount before is not the postage.
bool saysIncluded(QStringView word) {
  constexpr QStringView kIncluded[] = {
      u"included",   u"includes",  u"paid",       u"inclus",      u"incluse",   u"incluses",
      u"offert",     u"offerts",   u"offerte",    u"offertes",    u"compris",   u"incluido",
      u"incluidos",  u"incluida",  u"incluídos",  u"incluído",    u"inclusi",   u"inclusa",
      u"inclusive",  u"inklusive", u"inbegrepen", u"inbegriffen", u"enthalten", u"inkluderad",
      u"inkluderat", u"wliczona",  u"wliczone",   u"включена",    u"включено",  u"dahil",
      u"別",         u"込",        u"含",         u"另",          u"별",        u"포"};
  return isOneOf(word, kIncluded);
}

// "1234 567,89": nobody groups so, and nobody can tell what was meant.
bool isBrokenGroup(const PriceCandidate& head, const PriceCandidate& rest, bool ofAWord) {
  const auto isDigit = [](QChar c) { return c.isDigit(); };
  const auto whole = std::find_if_not(rest.digits.begin(), rest.digits.end(), isDigit) - rest.digits.begin();
  return (ofAWord || head.digits.size() > 3) && whole == 3 &&
         std::all_of(head.digits.begin(), head.digits.end(), isDigit);
}

} // namespace

PriceSurroundings::PriceSurroundings(const PlainSpelling& text, const std::vector<PriceToken>& tokens)
    : m_text(text), m_tokens(tokens) {
  for (const PriceToken& token : tokens)
    m_hasUnknownWord = m_hasUnknownWord || (token.kind == TokenKind::Word && !token.foreign);
}

bool PriceSurroundings::saysNothingElse(const PriceToken& token) const {
  switch (token.kind) {
  case TokenKind::Word:
    return false;
  case TokenKind::Phrase:
    return (token.meaning & kSaysHarmless) != 0;
  default:
    return true;
  }
}

void PriceSurroundings::describe(std::vector<PriceCandidate>& candidates) const {
  readWordsBefore(candidates);
  PriceCandidate* previous = nullptr;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    PriceCandidate& c = candidates[i];
    readUnit(c);
    readChain(c, previous);
    readSign(c, previous);
    readNeighbours(c, previous, i + 1 < candidates.size() ? &candidates[i + 1] : nullptr);
    c.noPrice = !c.hasMoney() && (isSomethingElse(c) || continuesNumber(c, previous));
    previous = &c;
  }
}

bool PriceSurroundings::isOfPercentage(std::size_t at) const {
  const bool behind = at >= 1 && isMark(at - 1, u'%');
  return means(at, kSaysAside) && (behind || (at >= 2 && isNumber(at - 1) && isMark(at - 2, u'%')));
}

// Old, now, aside, label: the last word decides; a new clause forgets what was aside.
void PriceSurroundings::readWordsBefore(std::vector<PriceCandidate>& candidates) const {
  unsigned pending = 0;
  std::size_t next = 0;
  for (std::size_t i = 0; i < m_tokens.size(); ++i) {
    if (next < candidates.size() && candidates[next].first == i) {
      candidates[next].meaning = pending;
      candidates[next].aside = (pending & kSaysAside) != 0;
      pending = 0;
      i = candidates[next++].last;
      continue;
    }
    const PriceToken& token = m_tokens[i];
    if (token.kind == TokenKind::Mark && QStringView(u"|,;!.+").contains(QChar(token.mark)))
      pending &= ~unsigned(kSaysAside);
    if (isOfPercentage(i))
      continue; // "20 % off" says nothing of what follows
    const bool atSum = next < candidates.size() && candidates[next].first == i + 1;
    if (!atSum && textOf(i).compare(u"dont", Qt::CaseInsensitive) == 0)
      continue; // French "of which" stands at its sum
    if ((token.meaning & kSaysDeciding) != 0)
      pending &=
          (token.meaning & kSaysLabel) != 0 ? ~unsigned(kSaysAside) : ~unsigned(kSaysOld | kSaysNow | kSaysAside);
    pending |= token.meaning;
  }
}

QStringView PriceSurroundings::textOf(std::size_t at) const {
  return at < m_tokens.size() ? QStringView(m_text.plain).mid(m_tokens[at].begin, m_tokens[at].end - m_tokens[at].begin)
                              : QStringView();
}

// "Pixel8 699 €" may be "Bestpreis1 299 €"; "B550", "RTX4060" are names.
bool PriceSurroundings::isGluedToAWord(std::size_t number) const {
  constexpr qsizetype kLongestName = 3;
  if (number == 0 || !isGlued(number) || !is(number - 1, TokenKind::Word) || m_tokens[number - 1].foreign)
    return false;
  const QStringView word = textOf(number - 1);
  return word.size() > kLongestName || !std::all_of(word.begin(), word.end(), [](QChar c) { return c.isUpper(); });
}

// "99 zł za wysyłkę 12 zł": the word belongs to the amount behind it, unless the first is said to come on top, or is
// the smaller one: "£3.99 delivery £50 minimum".
bool PriceSurroundings::isOfTheNext(const PriceCandidate& c, const PriceCandidate* next) const {
  std::size_t at = c.last + 1;
  if (next == nullptr || !c.hasMoney() || !next->hasMoney() || !means(at, kSaysFee))
    return false;
  if (c.first > 0 && (isMark(c.first - 1, u'+') || means(c.first - 1, kSaysFiller)))
    return false;
  for (++at; isMark(at, u':') || isMark(at, u'.') || isMark(at, u'+') || means(at, kSaysFrom);)
    ++at;
  const AmountRead price = readAmount(c.digits, {}), fee = readAmount(next->digits, {});
  return at == next->first && price.value && fee.value && *price.value > *fee.value;
}

// "3.99 € delivery", but "12.99 € delivery free"; "5.99 Expedited Shipping", but "12.99 Fast Shipping".
bool PriceSurroundings::isAsideByWordsBehind(const PriceCandidate& c) const {
  const std::size_t behind = c.last + 1;
  if (means(behind, kSaysAsideAfter))
    return !means(behind + 1, kSaysFree) && !saysIncluded(textOf(behind + 1));
  return saysRate(textOf(behind)) && means(behind + 1, kSaysAsideAfter) && behind + 2 == m_tokens.size();
}

void PriceSurroundings::readNeighbours(PriceCandidate& c, PriceCandidate* previous, PriceCandidate* next) const {
  const std::size_t behind = c.last + 1;
  if (isOfTheNext(c, next))
    next->aside = true;
  else
    c.aside = c.aside || isAsideByWordsBehind(c);
  c.from = c.from || means(behind, kSaysFromAfter) || (isMark(behind, u'+') && isGlued(behind)) ||
           (isMark(behind, u'~') && !isNumber(behind + 1) && !isCurrency(behind + 1));
  c.times = c.times || (means(behind, kSaysTimes) && isNumber(behind + 1));
  readNumbersBehind(c);
  const std::size_t word = isMark(behind, u'(') ? behind + 1 : behind;
  const auto isSaid = [&](unsigned what) {
    return (c.first > 0 && means(c.first - 1, what)) ||
           (means(word, what) && !isNumber(word + 1) && !isCurrency(word + 1));
  };
  c.gross = isSaid(kSaysGross), c.taxed = isSaid(kSaysTaxed);
  if (previous != nullptr && previous->last + 1 == c.first && c.first == c.number &&
      isBrokenGroup(*previous, c, isGluedToAWord(previous->number)))
    previous->brokenGroup = c.brokenGroup = true;
  if (c.first == 0 || previous == nullptr || previous->hasMoney() || previous->last + 2 != c.first)
    return;
  // "2 for 5 €", "2/$5"
  c.multiBuy = c.hasMoney() && (means(c.first - 1, kSaysFor) || isMark(c.first - 1, u'/'));
}

// "$25/mo. for 24 months" is an instalment; "£1 2 99" may be anything.
void PriceSurroundings::readNumbersBehind(PriceCandidate& c) const {
  const std::size_t behind = c.last + 1;
  if (c.perUnit)
    for (std::size_t i = behind + 2; i < behind + kFarthestPriceWord && i < m_tokens.size(); ++i)
      if (means(i, kSaysFor) && isNumber(i + 1) && means(i + 2, kSaysUnit))
        c.times = true;
  const auto isShort = [this](std::size_t at) {
    return isNumber(at) && !isGlued(at) && m_tokens[at].digits.size() <= 2;
  };
  const bool whole = !c.digits.contains(u'.') && !c.digits.contains(u',') && !c.digits.contains(u'D');
  if (whole && c.hasMoney() && c.last == c.number && isShort(behind) && isShort(behind + 1) &&
      behind + 2 == m_tokens.size())
    c.brokenGroup = true;
}

// "/kg", "/ 100 g", "per month", "each", "1 kg = 5 €"
void PriceSurroundings::readUnit(PriceCandidate& c) const {
  std::size_t at = c.last + 1;
  const bool slash = isMark(at, u'/'), per = means(at, kSaysPer) && !means(at, kSaysEach);
  if (slash || per) {
    at += isNumber(at + 1) ? 2 : 1;
    const bool word = is(at, TokenKind::Word) || isPhrase(at);
    const bool letter = isCurrency(at) && !m_tokens[at].money.isStrong() && !isNumber(at + 1); // "/L"
    c.perUnit = c.perUnit || (slash ? word || letter : means(at, kSaysUnit | kSaysEach));
  } else {
    c.perUnit = c.perUnit || means(at, kSaysEach);
  }
  if (slash || per)
    c.finePrice = at < m_tokens.size() &&
                  isFineUnit(QStringView(m_text.plain).mid(m_tokens[at].begin, m_tokens[at].end - m_tokens[at].begin));
  std::size_t before = c.first;
  if (before >= 2 && (isMark(before - 1, u'=') || isMark(before - 1, u':')))
    --before;
  const bool measured =
      before >= 2 && means(before - 1, kSaysUnit) && (means(before - 2, kSaysPer) || isNumber(before - 2));
  const bool equated = before >= 2 && means(before - 1, kSaysUnit) && isMark(before, u'=');
  c.perUnit = c.perUnit || (c.hasMoney() && (equated || (measured && means(before - 2, kSaysPer))));
}

// "from", "up to" and "12 x" hold for a number only if nothing but words of prices stand between.
void PriceSurroundings::readChain(PriceCandidate& c, const PriceCandidate* previous) const {
  const std::size_t least = previous == nullptr ? 0 : previous->last + 1;
  for (std::size_t i = c.first, steps = 0; i > least && steps < kFarthestPriceWord; --i, ++steps) {
    const std::size_t at = i - 1;
    c.from = c.from || (means(at, kSaysFrom) && !means(at, kSaysUnit)) || (steps == 0 && means(at, kSaysFrom));
    c.upTo = c.upTo || means(at, kSaysUpTo);
    const bool brand = textOf(at).startsWith(u"msi", Qt::CaseInsensitive) && (at == 0 || !isNumber(at - 1));
    c.times =
        c.times || (means(at, kSaysInstalment) && !brand) || (means(at, kSaysTimes) && at > 0 && isNumber(at - 1));
    const bool harmless =
        isMark(at, u':') || isMark(at, u'(') || means(at, kSaysHarmless | kSaysInstalment | kSaysTimes);
    if (!harmless)
      return;
  }
}

// "-5 €" is negative, "- 5 €" has a bullet, "10-20 €" a range.
void PriceSurroundings::readSign(PriceCandidate& c, const PriceCandidate* previous) const {
  const std::size_t behind = c.last + 1;
  if (isMark(behind, u'-') && isGlued(behind) && behind + 1 == m_tokens.size() &&
      (c.digits.contains(u'.') || c.digits.contains(u',')))
    c.negative = true; // as bookkeepers write it
  if (c.first == 0 || !isMark(c.first - 1, u'-'))
    return;
  const std::size_t dash = c.first - 1;
  const bool starts = dash == 0 || isMark(dash - 1, u'(');
  const bool trueMinus = m_text.written[m_tokens[dash].begin] == QChar(0x2212);
  const bool apart = !m_tokens[dash].glued && (previous == nullptr || previous->last + 1 < dash || isGlued(c.first));
  if ((isGlued(c.first) && (starts || apart)) || (starts && trueMinus))
    c.negative = true;
}

// The rest of a telephone number: "0800-123-4567", "+49 30 123".
bool PriceSurroundings::continuesNumber(const PriceCandidate& c, const PriceCandidate* previous) const {
  const auto digitsOnly = [](const PriceCandidate& one) {
    return std::all_of(one.digits.begin(), one.digits.end(), [](QChar d) { return d.isDigit() || d == u' '; });
  };
  if (previous == nullptr || !previous->noPrice || !digitsOnly(*previous) || !digitsOnly(c))
    return false;
  const std::size_t link = previous->last + 1;
  return link == c.first || (link + 1 == c.first && is(link, TokenKind::Mark) && !isMark(link, u'%'));
}

bool PriceSurroundings::isPartOfAName(const PriceCandidate& c) const {
  const std::size_t behind = c.tail + 1, at = c.number;
  const auto letters = [this](std::size_t i, unsigned but) {
    constexpr qsizetype kShortestWord = 3; // "Price29" is a price, "A4" is not
    if (i >= m_tokens.size() || is(i, TokenKind::Number) || is(i, TokenKind::Mark) || m_tokens[i].foreign)
      return false;
    return !means(i, but) || m_tokens[i].end - m_tokens[i].begin < kShortestWord;
  };
  if (m_tokens[at].glued && at > 0 && letters(at - 1, kSaysHarmless))
    return true;
  return isGlued(behind) && letters(behind, kSaysHarmless) && !means(behind, kSaysTimes | kSaysMagnitude);
}

// A whole number among words that are not those of prices: "USB 3", "iPhone 14".
bool PriceSurroundings::isCountOfSomething(const PriceCandidate& c) const {
  const auto isDigit = [](QChar d) { return d.isDigit(); };
  if ((c.meaning & kSaysLabel) != 0)
    return false;
  const qsizetype mark = std::max(c.digits.lastIndexOf(u'.'), c.digits.lastIndexOf(u','));
  const bool written = mark >= 0 && c.digits.size() - mark > 2; // two decimals, or grouped
  if (written || (mark < 0 && !std::all_of(c.digits.begin(), c.digits.end(), isDigit)))
    return false;
  return m_hasUnknownWord;
}

// A percentage, a size, a count, a date, a time, a telephone or article number.
bool PriceSurroundings::isSomethingElse(const PriceCandidate& c) const {
  const std::size_t behind = c.tail + 1, at = c.number;
  if (isCountOfSomething(c))
    return true;
  const auto joins = [this](std::size_t mark, std::size_t other) {
    return (isMark(mark, u'/') || isMark(mark, u':')) && isNumber(other) && isGlued(mark);
  };
  if (isMark(behind, u'%') || isMark(behind, u'"') || isMark(behind, u'\'') || isMark(behind, u'°') ||
      (isMark(behind, u')') && c.depth == 0)) // a footnote
    return true;
  const bool ofCents = isCurrency(behind) && m_tokens[behind].money.is(kSignMinor); // not believed, or it had money
  const bool uncounted = c.power == 0 && means(behind, kSaysMagnitude);
  if (ofCents || uncounted || means(behind, kSaysUnit | kSaysTimes) || joins(behind, behind + 1) || isPartOfAName(c))
    return true;
  const bool leadingZero = c.digits.size() > 1 && c.digits[0] == u'0' && c.digits[1].isDigit();
  const auto isDigit = [](QChar d) { return d.isDigit(); };
  const bool bare = std::all_of(c.digits.begin(), c.digits.end(), isDigit);
  if (leadingZero || (bare && c.digits.size() > kLongestBareNumber))
    return true;
  const bool dashed = isMark(behind, u'-') && isGlued(behind) && isGlued(behind + 1) && isNumber(behind + 1) && bare;
  if (dashed && isMark(behind + 2, u'-'))
    return true;
  if (at == 0)
    return false;
  if (isMark(at - 1, u'%') || isMark(at - 1, u'#') || isMark(at - 1, u'+') || isMark(at - 1, u'/'))
    return true;
  if ((isMark(at - 1, u'-') || isMark(at - 1, u':')) && isGlued(at) && isGlued(at - 1) && at > 1 && isNumber(at - 2) &&
      (isMark(at - 1, u':') || (at > 2 && isMark(at - 3, u'-'))))
    return true;
  if (means(at - 1, kSaysPer) && !means(at - 1, kSaysFor | kSaysFrom | kSaysNow | kSaysFiller | kSaysTo))
    return true;
  std::size_t label = at - 1;
  while (label > 0 && (isMark(label, u':') || isMark(label, u'.') || isMark(label, u'#')))
    --label;
  return means(label, kSaysNumbered) || (means(at - 1, kSaysTimes) && c.times);
}

} // namespace pricewright
