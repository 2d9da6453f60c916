// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extraction/pricetext/PriceTokens.h"

#include "extraction/pricetext/AmountText.h"
#include "extraction/pricetext/PriceWords.h"

#include <algorithm>

namespace pricewright {
namespace {

// One character in plain spelling; null for what is invisible.
QChar plainPriceCharacter(QChar c) {
  const char16_t u = c.unicode();
  if (u > ' ' && u < 0x7F && u != '`')
    return c;
  if (c.category() == QChar::Other_Format)
    return {};
  if (c.isDigit())
    return QChar(u'0' + c.digitValue());
  if (u >= 0xFF01 && u <= 0xFF5E)
    return QChar(char16_t(u - 0xFEE0));
  if (c.category() == QChar::Separator_Space)
    return u' ';
  if (c.isSpace() || c.category() == QChar::Other_Control)
    return u'\n';
  constexpr QStringView kFancy = u"\u2018\u2019\u02BC\u02BB\u2032\u00B4`\u05F3\u05F4\u2033\u201D\u2010\u2011\u2012"
                                 u"\u2013\u2014\u2015\u2212\u30FC\uFE63\u301C\u223C\u066A\u060C\uFE69\uFFE1\uFFE0\uFFE5"
                                 u"\uFFE6\u00D7\u2215\u2044\u3001";
  constexpr QStringView kAscii = u"''''''''\"\"\"-------"
                                 u"-"
                                 u"-~~%,$£¢¥₩×//,";
  static_assert(kFancy.size() == kAscii.size());
  const qsizetype found = kFancy.indexOf(c);
  return found < 0 ? c : kAscii[found];
}

bool priceDigitAt(QStringView plain, qsizetype at) {
  return at < plain.size() && plain[at] >= u'0' && plain[at] <= u'9';
}
bool priceSpaceAt(QStringView plain, qsizetype at) {
  return at < plain.size() && (plain[at] == u' ' || plain[at] == u'\n');
}

// Where what decorates a whole number ends: ",-" ".–" ":-" ". –" "/-" "/=". The same place where there is nothing.
qsizetype amountDecorationEnd(QStringView plain, qsizetype end) {
  qsizetype at = end;
  if (priceSpaceAt(plain, at) && at + 2 < plain.size() && (plain[at + 1] == u',' || plain[at + 1] == u':') &&
      plain[at + 2] == u'-')
    ++at;
  if (at + 1 >= plain.size() || !QStringView(u".,:/").contains(plain[at]))
    return end;
  const bool slash = plain[at++] == u'/';
  const bool spaced = !slash && priceSpaceAt(plain, at);
  at += spaced ? 1 : 0;
  const qsizetype strokes = at;
  while (at < plain.size() && at - strokes < 3 && (plain[at] == u'-' || (plain[at] == u'=' && !spaced)))
    ++at;
  if (at == strokes || priceDigitAt(plain, at))
    return end;
  const bool numberNext = spaced && priceSpaceAt(plain, at) && priceDigitAt(plain, at + 1);
  return numberNext ? end : at;
}

bool amountStartsWithMark(QStringView plain, qsizetype at) {
  if ((plain[at] != u'.' && plain[at] != u',') || !priceDigitAt(plain, at + 1))
    return false;
  constexpr qsizetype kFarthest = 4;
  qsizetype before = at;
  while (before > 0 && at - before < kFarthest && (plain[before - 1] == u'.' || plain[before - 1] == u','))
    --before;
  return before == 0 || (!isWordCharacter(plain[before - 1]) && !priceDigitAt(plain, before - 1));
}

class PriceLexer {
 public:
  explicit PriceLexer(QStringView plain) : m_plain(plain), m_lower(plain.toString()) {
    for (QChar& c : m_lower)
      c = c.toLower(); // character for character: places stay the same
  }

  std::vector<PriceToken> run() {
    while (m_at < m_plain.size()) {
      if (priceSpaceAt(m_plain, m_at)) {
        ++m_at;
        continue;
      }
      PriceToken token;
      token.begin = m_at, token.glued = m_at > 0 && !priceSpaceAt(m_plain, m_at - 1);
      if (priceDigitAt(m_plain, m_at) || amountStartsWithMark(m_plain, m_at))
        number(token);
      else if (!named(token))
        other(token);
      token.depth = m_depth;
      m_at = token.end;
      m_tokens.push_back(std::move(token));
    }
    return std::move(m_tokens);
  }

 private:
  void number(PriceToken& token) const {
    WrittenAmount amount = amountAt(m_plain, m_at, !endsAName(token));
    token.kind = TokenKind::Number, token.digits = std::move(amount.digits);
    token.digitsEnd = amount.end;
    token.end = amountDecorationEnd(m_plain, amount.end);
  }

  // "B550 129,99 €": what is glued to letters is a name's and begins no groups; currencies may be glued to it.
  bool endsAName(const PriceToken& number) const {
    if (!number.glued || m_tokens.empty())
      return false;
    const PriceToken& before = m_tokens.back();
    if (before.kind == TokenKind::Currency)
      return isWeakLetter(before) && moneyFollows(amountAt(m_plain, m_at).end);
    const bool letter =
        before.kind == TokenKind::Phrase && before.end - before.begin == 1 && m_plain[m_at - 1].isUpper();
    return !before.foreign && (before.kind == TokenKind::Word || letter);
  }

  // "L550 129,99 €": lempiras are written so, but not beside euros.
  bool isWeakLetter(const PriceToken& money) const {
    return money.end - money.begin == 1 && money.money.is(kSignWeak) && m_plain[money.begin].isLetter();
  }
  bool moneyFollows(qsizetype at) const {
    while (priceSpaceAt(m_plain, at))
      ++at;
    return at < m_plain.size() && currencyAt(m_plain, at).isStrong();
  }

  // A currency or a phrase; of the same length both, as "DA" may be dinars or an Italian "from".
  bool named(PriceToken& token) const {
    CurrencyMention money = currencyAt(m_plain, m_at);
    const PhraseMatch phrase = phraseAt(m_lower, m_at);
    if (money.length == 0 && phrase.length == 0)
      return false;
    if (phrase.length >= money.wordEnd)
      token.meaning = phrase.meaning, token.power = phrase.power;
    const bool isMoney = money.length > 0 && money.wordEnd >= phrase.length;
    token.kind = isMoney ? TokenKind::Currency : TokenKind::Phrase;
    token.end = m_at + (isMoney ? money.wordEnd : phrase.length);
    token.foreign = isUnspacedScript(m_plain[m_at]);
    if (isMoney)
      token.money = std::move(money);
    return true;
  }

  void other(PriceToken& token) {
    const QChar c = m_plain[m_at];
    token.end = m_at + 1;
    if (!isWordCharacter(c)) {
      token.mark = c.unicode();
      if (QStringView(u"([{").contains(c))
        ++m_depth;
      else if (QStringView(u")]}").contains(c))
        m_depth = std::max(0, m_depth - 1);
      return;
    }
    token.kind = TokenKind::Word, token.foreign = isUnspacedScript(c);
    while (!token.foreign && token.end < m_plain.size() && isWordCharacter(m_plain[token.end]) &&
           !isUnspacedScript(m_plain[token.end]))
      ++token.end;
    token.meaning = compoundMeaning(QStringView(m_lower).mid(token.begin, token.end - token.begin));
  }

  QStringView m_plain;
  QString m_lower;
  qsizetype m_at = 0;
  int m_depth = 0;
  std::vector<PriceToken> m_tokens;
};

} // namespace

bool isWordCharacter(QChar c) { return c.isLetter() || c.isMark() || c.isSurrogate(); }

bool isUnspacedScript(QChar c) {
  switch (c.script()) {
  case QChar::Script_Han:
  case QChar::Script_Hiragana:
  case QChar::Script_Katakana:
  case QChar::Script_Hangul:
  case QChar::Script_Thai:
  case QChar::Script_Lao:
  case QChar::Script_Khmer:
  case QChar::Script_Myanmar:
    return true;
  default:
    return false;
  }
}

PlainSpelling plainSpelling(QStringView text) {
  PlainSpelling out;
  out.written.reserve(text.size()), out.plain.reserve(text.size());
  for (const QChar c : text) {
    const QChar plain = plainPriceCharacter(c);
    if (plain.isNull() && !c.isNull())
      continue;
    out.written += c;
    out.plain += c.isNull() ? QChar(u'\n') : plain;
  }
  return out;
}

std::vector<PriceToken> priceTokens(QStringView plain) { return PriceLexer(plain).run(); }

} // namespace pricewright
