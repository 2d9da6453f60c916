// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extraction/pricetext/PriceCandidates.h"

#include "extraction/pricetext/PriceSurroundings.h"
#include "extraction/pricetext/PriceWords.h"

#include <algorithm>

namespace pricewright {
namespace {

// Whether the digits are whole and can be followed by cents: "1 299" but not "1.299".
bool isWholeAmount(const QString& digits) {
  return std::all_of(digits.begin(), digits.end(), [](QChar c) { return c.isDigit() || c == u' ' || c == u'\''; });
}
bool areAmountDigits(const QString& digits, qsizetype least, qsizetype most) {
  return digits.size() >= least && digits.size() <= most &&
         std::all_of(digits.begin(), digits.end(), [](QChar c) { return c.isDigit(); });
}

// "8,000" as 8000; what is not grouped by commas stays as it is.
QString withoutGroups(const QString& digits) {
  QString out;
  for (qsizetype i = 0; i < digits.size(); ++i) {
    const qsizetype left = digits.size() - i; // with the comma
    if (digits[i] != u',' || left % 4 != 0 || i == 0)
      out += digits[i];
  }
  return out;
}

class CandidateFinder {
 public:
  CandidateFinder(const PlainSpelling& text, const std::vector<PriceToken>& tokens, const PriceTextHints& hints)
      : m_text(text), m_tokens(tokens), m_hints(hints), m_view(text, tokens), m_used(tokens.size(), false) {
    m_onlyPrice = true;
    for (const PriceToken& token : tokens) {
      m_hasStrong = m_hasStrong || (token.kind == TokenKind::Currency && token.money.isStrong());
      m_onlyPrice = m_onlyPrice && m_view.saysNothingElse(token);
    }
  }

  std::vector<PriceCandidate> run() {
    bool quiet = true; // nothing but words of prices so far
    for (std::size_t i = 0; i < m_tokens.size(); ++i) {
      if (m_view.isNumber(i) && !m_used[i]) {
        m_found.push_back(candidate(i, quiet));
        quiet = false;
        i = std::max(i, m_found.back().tail);
      } else {
        quiet = quiet && m_view.saysNothingElse(m_tokens[i]);
      }
    }
    settleContests();
    return std::move(m_found);
  }

 private:
  PriceCandidate candidate(std::size_t i, bool quiet) {
    PriceCandidate c;
    c.number = c.tail = c.first = c.last = i;
    c.digits = m_tokens[i].digits, c.depth = m_tokens[i].depth;
    m_used[i] = true;
    takeBefore(c);
    if (!takeCents(c, quiet))
      takeBehind(c);
    for (const std::size_t at : c.money)
      c.minor = c.minor || m_tokens[at].money.is(kSignMinor);
    return c;
  }

  // A weak sign (a lone letter, a unit) is money only where nothing else in the text speaks against it.
  bool isMoney(std::size_t at, std::size_t number, bool behind) const {
    if (!m_view.isCurrency(at) || m_used[at])
      return false;
    const CurrencyMention& money = m_tokens[at].money;
    if (!behind && money.is(kSignAfter))
      return false;
    if (!money.is(kSignWeak))
      return true;
    if (behind && money.is(kSignMinor) && !money.users.isEmpty() && isOfAUnit(at + 1))
      return true;
    if (m_hasStrong || m_view.means(at, kSaysNumbered)) // "TOP 10"
      return false;
    if (behind && money.is(kSignUnit) && currencyAmong(u'?' + money.users, m_hints.currency, m_hints.country).isEmpty())
      return false;
    if (behind && money.is(kSignApart) && m_tokens[at].glued)
      return false;
    if (m_onlyPrice)
      return true;
    const bool marked = !areAmountDigits(m_tokens[number].digits, 1, 40);
    if (money.is(kSignCode)) // in a text of capitals it may be any word
      return marked || (behind && m_text.plain != m_text.plain.toUpper());
    return marked && !behind && m_tokens[number].glued;
  }

  // "29,9 ct/kWh", "25p per 100g"
  bool isOfAUnit(std::size_t per) const {
    const std::size_t unit = per + (m_view.isNumber(per + 1) ? 2 : 1);
    return (m_view.isMark(per, u'/') || m_view.means(per, kSaysPer)) && m_view.means(unit, kSaysUnit);
  }

  void takeBefore(PriceCandidate& c) {
    std::size_t at = c.number;
    if (at == 0)
      return;
    --at;
    const bool dash = m_view.isMark(at, u'-') && m_tokens[c.number].glued;
    if (at > 0 && (m_view.isMark(at, u':') || m_view.isMark(at, u'=') || dash))
      --at;
    const bool unit = at >= 2 && m_view.means(at, kSaysUnit | kSaysEach) && m_view.isMark(at - 1, u'/');
    if (unit)
      at -= 2; // "€/kg 5,00"
    if (!isMoney(at, c.number, false))
      return;
    c.negative = dash && c.number >= 2 && at + 2 == c.number;
    // "¢99" is a cent's sign; "¢1.500" the sign of colones as some type it.
    c.brokenGroup = m_tokens[at].money.is(kSignMinor) && !areAmountDigits(c.digits, 1, 2);
    c.perUnit = unit;
    c.money.push_back(at), c.first = at;
    m_used[at] = true;
    if (at > 0 && isMoney(at - 1, c.number, false)) {
      c.money.insert(c.money.begin(), at - 1), c.first = at - 1;
      m_used[at - 1] = true;
    }
  }

  QString lowerText(std::size_t at) const {
    return m_text.plain.mid(m_tokens[at].begin, m_tokens[at].end - m_tokens[at].begin).toLower();
  }

  bool isRupiah(const PriceCandidate& c, std::size_t behind) const {
    const auto named = [this](std::size_t at) { return m_tokens[at].money.users == u"IDR"; };
    return std::any_of(c.money.begin(), c.money.end(), named) || (m_view.isCurrency(behind) && named(behind)) ||
           (c.money.empty() && currencyOfSymbol(m_hints.currency) == u"IDR");
  }

  // "Rp150.000 rb": thousands already.
  static bool isGroupedBefore(const PriceCandidate& c, const QString& word) {
    const auto mark = std::find_if_not(c.digits.begin(), c.digits.end(), [](QChar d) { return d.isDigit(); });
    return (word == u"rb" || word == u"jt") && c.digits.end() - mark > 3;
  }

  // Words that are parts of names as well: "RB 3025" behind dollars; what is counted in thousands at a leather's name.
  bool isOtherWord(const PriceCandidate& c, std::size_t at) const {
    const QString word = lowerText(at);
    if (word == u"rb" || word == u"ribu" || word == u"jt" || word == u"juta") {
      const bool shouted = m_text.plain[m_tokens[at].begin].isUpper() && isGroupedBefore(c, word);
      return shouted || (m_view.isNumber(at + 1) && m_view.isGlued(at + 1)) || !isRupiah(c, at + 1);
    }
    if (word == u"千" || word == u"百")
      return !m_tokens[at].glued;
    const bool counts = m_tokens[at].glued && (at + 1 == m_tokens.size() || m_view.isNumber(at + 1) ||
                                               m_view.isCurrency(at + 1) || m_view.means(at + 1, kSaysMagnitude));
    return (word == u"천" || word == u"백") && !counts;
  }

  // "1.5 lakh", and letters at a sum of money: "$5k", "1.2M €".
  int magnitudeAt(const PriceCandidate& c, std::size_t at) const {
    if (m_view.means(at, kSaysMagnitude))
      return isOtherWord(c, at) ? 0 : m_tokens[at].power;
    if (at >= m_tokens.size() || !m_tokens[at].glued || m_tokens[at].end != m_tokens[at].begin + 1)
      return 0;
    if (!c.hasMoney() && !(m_view.isCurrency(at + 1) && m_tokens[at + 1].money.isStrong()))
      return 0;
    const QChar letter = m_text.plain[m_tokens[at].begin].toLower();
    return letter == u'k' ? 3 : letter == u'm' ? 6 : 0;
  }

  // "1万2800円" is 12800, "2億3000万円" 230 million: what follows is counted in ones or in the lesser magnitude.
  void takeOnes(PriceCandidate& c) {
    for (std::size_t ones = c.last + 1; c.power > 0 && m_tokens[c.last].foreign && m_view.isNumber(ones) &&
                                        (m_view.isGlued(ones) || isCounted(c, ones));
         ones = c.last + 1) {
      const int lesser = magnitudeAt(c, ones + 1);
      const QString whole = withoutGroups(c.digits), digits = withoutGroups(m_tokens[ones].digits);
      const int places = c.power - lesser;
      if (places > 0 && areAmountDigits(whole, 1, 16) && areAmountDigits(digits, 1, places))
        c.digits = whole + digits.rightJustified(places, u'0');
      else
        c.brokenGroup = true; // but the tail by itself is no price either
      c.power = lesser, c.tail = ones, c.last = lesser > 0 ? ones + 1 : ones;
      m_used[ones] = true;
    }
  }
  // "3만 8,000원": a space between.
  bool isCounted(const PriceCandidate& c, std::size_t ones) const {
    return !c.hasMoney() && m_view.isGlued(ones + 1) && (m_view.isCurrency(ones + 1) || magnitudeAt(c, ones + 1) > 0) &&
           m_tokens[ones + 1].foreign;
  }

  // "12,99 €1)", "12,99 €²": the small number refers to a note below.
  bool isFootnote(std::size_t at) const {
    return m_view.isNumber(at) && m_view.isGlued(at) && areAmountDigits(m_tokens[at].digits, 1, 2) &&
           m_view.isMark(at + 1, u')') && m_tokens[at].depth == 0;
  }

  void takeBehind(PriceCandidate& c) {
    std::size_t at = c.last + 1;
    if (m_view.isMark(at, u'*'))
      ++at;
    if (const int power = magnitudeAt(c, at); power > 0) {
      c.power = power, c.last = at;
      c.brokenGroup = c.brokenGroup || isGroupedBefore(c, lowerText(at));
      takeOnes(c);
      at = c.last + 1;
    }
    if (!isMoney(at, c.number, true))
      return;
    const bool numberNext = m_view.isNumber(at + 1) && !isFootnote(at + 1) && !m_tokens[at].money.is(kSignAfter);
    const bool pulledAway = m_view.isGlued(at + 1) && !m_tokens[at].glued;
    if (numberNext && (c.hasMoney() || pulledAway))
      return;
    if (numberNext && !m_view.isGlued(at + 1) && !m_tokens[at].glued)
      c.contender = at + 1;
    c.money.push_back(at), c.last = at;
    m_used[at] = true;
    if (isMoney(at + 1, c.number, true) && !m_view.isNumber(at + 2)) {
      c.money.push_back(at + 1), c.last = at + 1;
      m_used[at + 1] = true;
    }
  }

  bool endsHere(std::size_t at) const {
    return at >= m_tokens.size() || (m_tokens[at].kind == TokenKind::Mark && !m_view.isMark(at, u'%')) ||
           (m_view.isPhrase(at) && !m_view.means(at, kSaysUnit | kSaysTimes));
  }

  void addCents(PriceCandidate& c, std::size_t at, const QString& cents) {
    c.digits += u'D' + cents.rightJustified(2, u'0');
    c.tail = c.last = at;
    m_used[at] = true;
  }

  bool takeCents(PriceCandidate& c, bool quiet) {
    if (m_tokens[c.number].end != m_tokens[c.number].digitsEnd)
      return false;
    if (!isWholeAmount(c.digits))
      return centsBehindGroups(c);
    return centsBehindMoney(c, quiet) || centsBehindColon(c) || centsBehindSpace(c, quiet);
  }

  // "12€99", "12 € 99", "5 руб. 50 коп."
  bool centsBehindMoney(PriceCandidate& c, bool quiet) {
    const std::size_t money = c.number + 1, cents = c.number + 2;
    if (c.hasMoney() || !m_view.isNumber(cents) || !isMoney(money, c.number, true))
      return false;
    const QString& digits = m_tokens[cents].digits;
    const QStringView written = QStringView(m_text.plain).mid(m_tokens[money].begin, m_tokens[money].money.length);
    const bool asMark =
        !m_hints.decimalMark.isNull() && written == m_hints.decimalMark && areAmountDigits(digits, 1, 40);
    const bool named = m_view.isCurrency(cents + 1) && m_tokens[cents + 1].money.is(kSignMinor);
    const bool glued = m_tokens[money].glued && m_tokens[cents].glued;
    const bool alone = quiet && endsHere(cents + 1);
    const bool pair = areAmountDigits(digits, 2, 2) && m_tokens[cents].end == m_tokens[cents].digitsEnd;
    if (!asMark && !(named && areAmountDigits(digits, 1, 2)) &&
        !(pair && (alone || (glued && !m_view.isCurrency(cents + 1)))))
      return false;
    if (m_tokens[money].money.is(kSignMinor)) { // "99¢ 16": a cent has no hundredths
      c.brokenGroup = true;
      return false;
    }
    c.money.push_back(money);
    m_used[money] = true;
    if (asMark)
      c.digits += u'D' + digits, c.tail = c.last = cents, m_used[cents] = true;
    else
      addCents(c, cents, digits);
    if (named)
      c.last = c.tail = cents + 1, m_used[cents + 1] = true;
    return true;
  }

  // "12:50 kr"; without a currency it is the time of day.
  bool centsBehindColon(PriceCandidate& c) {
    const std::size_t cents = c.number + 2;
    const bool joined = m_view.isMark(cents - 1, u':') && m_view.isGlued(cents - 1) && m_view.isGlued(cents);
    if (!joined || !m_view.isNumber(cents) || !areAmountDigits(m_tokens[cents].digits, 2, 2))
      return false;
    if (!c.hasMoney() && !isMoney(cents + 1, c.number, true))
      return false;
    addCents(c, cents, m_tokens[cents].digits);
    if (!c.hasMoney())
      takeBehind(c);
    return true;
  }

  // "$1,299 .99", "1.299 ,99 €"
  bool centsBehindGroups(PriceCandidate& c) {
    const std::size_t cents = c.number + 1;
    const bool behind = !c.hasMoney() && isMoney(cents + 1, c.number, true);
    if (!m_view.isNumber(cents) || m_view.isGlued(cents) || (!behind && !endsHere(cents + 1)))
      return false;
    const QString& digits = m_tokens[cents].digits;
    const QChar mark = digits[0];
    if (mark.isDigit() || c.digits.contains(mark) || !areAmountDigits(digits.mid(1), 2, 2))
      return false;
    addCents(c, cents, digits.mid(1));
    if (behind)
      takeBehind(c);
    return true;
  }

  // "12 99 €", "$12 99", "$134. 95", "£134 .95"
  bool centsBehindSpace(PriceCandidate& c, bool quiet) {
    const bool mark = m_view.isMark(c.number + 1, u'.') || m_view.isMark(c.number + 1, u',');
    const std::size_t cents = c.number + (mark && (m_view.isGlued(c.number + 1) || c.hasMoney()) ? 2 : 1);
    if (!m_view.isNumber(cents) || m_view.isGlued(cents))
      return false;
    QString digits = m_tokens[cents].digits;
    const bool marked = digits.startsWith(u'.') || digits.startsWith(u',');
    if (marked)
      digits.remove(0, 1);
    if (!areAmountDigits(digits, 2, 2) || (marked && cents != c.number + 1))
      return false;
    if (mark && m_view.isNumber(cents + 2) && m_view.isMark(cents + 1, m_tokens[c.number + 1].mark)) {
      c.brokenGroup = true; // "$10, 25, 50": a list
      return false;
    }
    const bool before = c.hasMoney() && endsHere(cents + 1);
    const bool behind = quiet && !c.hasMoney() && isMoney(cents + 1, c.number, true) && !m_view.isNumber(cents + 2);
    if (!before && !behind && !(marked && endsHere(cents + 1)))
      return false;
    addCents(c, cents, digits);
    if (behind)
      takeBehind(c);
    return true;
  }

  // "205 € 205": nothing to settle. "42 € 59,99": the one with decimals is the price.
  void settleContests() {
    for (std::size_t k = 0; k + 1 < m_found.size(); ++k) {
      PriceCandidate &one = m_found[k], &next = m_found[k + 1];
      if (!one.contender || *one.contender != next.number)
        continue;
      if (next.hasMoney()) {
        one.contender.reset();
      } else if (isWholeAmount(one.digits) && !isWholeAmount(next.digits)) {
        next.money.push_back(one.money.back()), next.first = one.money.back();
        one.money.clear(), one.last = one.tail;
        one.contender.reset();
      }
    }
  }

  const PlainSpelling& m_text;
  const std::vector<PriceToken>& m_tokens;
  const PriceTextHints& m_hints;
  PriceSurroundings m_view;
  std::vector<bool> m_used;
  std::vector<PriceCandidate> m_found;
  bool m_hasStrong = false, m_onlyPrice = false;
};

} // namespace

std::vector<PriceCandidate> priceCandidates(const PlainSpelling& text, const std::vector<PriceToken>& tokens,
                                            const PriceTextHints& hints) {
  std::vector<PriceCandidate> found = CandidateFinder(text, tokens, hints).run();
  PriceSurroundings(text, tokens).describe(found);
  return found;
}

} // namespace pricewright
