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
    c.perUnit = unit;
    c.money.push_back(at), c.first = at;
    m_used[at] = true;
    if (at > 0 && isMoney(at - 1, c.number, false)) {
      c.money.insert(c.money.begin(), at - 1), c.first = at - 1;
      m_used[at - 1] = true;
    }
  }

  // "1.5 lakh", and letters at a sum of money: "$5k", "1.2M €".
  int magnitudeAt(const PriceCandidate& c, std::size_t at) const {
    if (m_view.means(at, kSaysMagnitude))
      return m_tokens[at].power;
    if (at >= m_tokens.size() || !m_tokens[at].glued || m_tokens[at].end != m_tokens[at].begin + 1)
      return 0;
    if (!c.hasMoney() && !(m_view.isCurrency(at + 1) && m_tokens[at + 1].money.isStrong()))
      return 0;
    const QChar letter = m_text.plain[m_tokens[at].begin].toLower();
    return letter == u'k' ? 3 : letter == u'm' ? 6 : 0;
  }

  void takeBehind(PriceCandidate& c) {
    std::size_t at = c.last + 1;
    if (m_view.isMark(at, u'*'))
      ++at;
    if (const int power = magnitudeAt(c, at); power > 0)
      c.power = power, c.last = at++;
    if (!isMoney(at, c.number, true))
      return;
    const bool numberNext = m_view.isNumber(at + 1) && !m_tokens[at].money.is(kSignAfter);
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
    if (!isWholeAmount(c.digits) || m_tokens[c.number].end != m_tokens[c.number].digitsEnd)
      return false;
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

  // "12 99 €", "$12 99", "$134. 95", "£134 .95"
  bool centsBehindSpace(PriceCandidate& c, bool quiet) {
    const bool mark = m_view.isMark(c.number + 1, u'.') || m_view.isMark(c.number + 1, u',');
    const std::size_t cents = c.number + (mark && m_view.isGlued(c.number + 1) ? 2 : 1);
    if (!m_view.isNumber(cents) || m_view.isGlued(cents))
      return false;
    QString digits = m_tokens[cents].digits;
    const bool marked = digits.startsWith(u'.') || digits.startsWith(u',');
    if (marked)
      digits.remove(0, 1);
    if (!areAmountDigits(digits, 2, 2) || (marked && cents != c.number + 1))
      return false;
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
