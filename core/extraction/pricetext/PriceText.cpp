// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extraction/pricetext/PriceText.h"

#include "extraction/html/HtmlEntities.h"
#include "extraction/pricetext/AmountText.h"
#include "extraction/pricetext/PriceCandidates.h"
#include "extraction/pricetext/PriceWords.h"
#include "money/Currency.h"

#include <algorithm>

namespace pricewright {
namespace {

constexpr qsizetype kLongestPriceText = 2000; // no price tag is; what is longer is a page
constexpr qsizetype kLongestPriceHint = 500;

struct NamedCurrency {
  QString text, users; // as written; as CurrencySymbol
  bool known = false;
};

struct ReadPrice {
  const PriceCandidate* place = nullptr;
  NamedCurrency currency;
  QString code;
  AmountRead amount;
  std::optional<Decimal> upper;
  const PriceCandidate* upperPlace = nullptr;
  bool dropped = false;
};

NamedCurrency namedIn(const PlainSpelling& text, const PriceToken& token) {
  return {text.written.mid(token.begin, token.money.length), token.money.users, true};
}

// A hint may be a code, a sign, or a whole text with a price in it: "Price from £ 39.95".
NamedCurrency currencyOfHint(const QString& hint) {
  const QStringView trimmed = QStringView(hint).trimmed();
  if (trimmed.isEmpty() || trimmed.size() > kLongestPriceHint)
    return {};
  const PlainSpelling text = plainSpelling(trimmed);
  const std::vector<PriceToken> tokens = priceTokens(text.plain);
  if (tokens.size() == 1 && tokens[0].kind == TokenKind::Currency)
    return namedIn(text, tokens[0]);
  if (tokens.size() == 1 && trimmed.size() == 3) // "eur" where the letters are a word as well
    if (const CurrencyMention code = currencyAt(text.plain.toUpper(), 0); code.wordEnd == 3)
      return {text.written, code.users, true};
  for (const PriceCandidate& candidate : priceCandidates(text, tokens, {}))
    if (candidate.hasMoney() && !candidate.minor && !tokens[candidate.money[0]].money.is(kSignWeak))
      return namedIn(text, tokens[candidate.money[0]]);
  for (const PriceToken& token : tokens)
    if (token.kind == TokenKind::Currency && token.money.isStrong())
      return namedIn(text, token);
  return {};
}

QChar plainHintMark(QChar mark) {
  if (mark.isNull())
    return {};
  if (mark == QChar(0x066B) || mark == QChar(0x00B7))
    return u'D';
  if (mark == QChar(0x066C))
    return u'G';
  const QString plain = plainSpelling(QStringView(&mark, 1)).plain;
  return !plain.isEmpty() && QStringView(u".,' ").contains(plain[0]) ? plain[0] : QChar();
}

// Shops escape once too often: "12,99&nbsp;&euro;", even "&amp;euro;", where people were to read "12,99 €".
QString withoutEntities(QStringView text) {
  constexpr int kMostEscapes = 2;
  QString out = text.toString();
  for (int i = 0; i < kMostEscapes && out.contains(u'&'); ++i) {
    std::string decoded;
    appendDecoded(decoded, out.toStdString());
    out = QString::fromStdString(decoded);
  }
  return out;
}

class PriceReader {
 public:
  PriceReader(QStringView text, const PriceTextHints& hints)
      : m_hints(hints), m_hinted(currencyOfHint(hints.currency)), m_text(plainSpelling(text)),
        m_tokens(priceTokens(m_text.plain)), m_candidates(priceCandidates(m_text, m_tokens, hints)) {
    m_country = hints.country.isEmpty() ? countryOfLanguage(hints.language).toString() : hints.country;
    m_elsewhere = onlyCurrencyElsewhere();
    m_hintedCode = currencyAmong(m_hinted.users, {}, m_country);
  }

  PriceText read() {
    for (const PriceToken& token : m_tokens)
      m_said |= token.meaning;
    readAll();
    joinRanges();
    dropWhatIsNoPrice();
    PriceText out;
    if (m_prices.empty())
      refuseAll(out);
    else
      choose(out);
    if (out.currencyText.isEmpty() && m_hinted.known)
      out.currencyText = m_hinted.text, out.currency = m_hintedCode;
    return out;
  }

 private:
  // The currency beside the number; of two the left one is shown, and the more exact one tells the code ("$ … USD").
  void nameCurrency(ReadPrice& price) const {
    const PriceCandidate& c = *price.place;
    if (!c.hasMoney()) {
      price.currency = m_elsewhere.known ? m_elsewhere : m_hinted;
    } else {
      price.currency = namedIn(m_text, m_tokens[c.money[0]]);
    }
    QString wanted = m_hintedCode;
    for (const std::size_t at : c.money)
      if (const QString& users = m_tokens[at].money.users; users.size() == 3)
        wanted = users;
    price.code = currencyAmong(price.currency.users, wanted, m_country);
  }

  // "Prices in EUR: 45.00"
  NamedCurrency onlyCurrencyElsewhere() const {
    NamedCurrency only;
    for (const PriceToken& token : m_tokens) {
      if (token.kind != TokenKind::Currency || !token.money.isStrong() || token.money.is(kSignMinor))
        continue;
      if (only.known && only.users != token.money.users)
        return {};
      if (!only.known)
        only = namedIn(m_text, token);
    }
    return only;
  }

  AmountReading readingOf(const ReadPrice& price) const {
    AmountReading reading;
    reading.decimalMark = plainHintMark(m_hints.decimalMark), reading.groupMark = plainHintMark(m_hints.digitGroupMark);
    reading.localDecimalMark = localDecimalMark(m_hints.language, m_hints.country);
    reading.shift = price.place->power - (price.place->minor ? 2 : 0);
    const auto currency = Currency::fromCode(price.code);
    // Fils and dirhams circulate; Iraq's do not. The Gulf writes a dot before them, the Maghreb either mark.
    if (currency && currency->minorDigits() == 3 && currency->cashStepMinor() == 1) {
      reading.dotThousandths = true;
      reading.commaThousandths = price.code == u"TND" || price.code == u"LYD";
    }
    reading.noFraction = currency && currency->minorDigits() == 0;
    reading.finePrice = price.place->finePrice && (!currency || currency->cashStepMinor() < 100) &&
                        (!currency || currency->minorDigits() == 2);
    return reading;
  }

  void readAll() {
    const auto priced = [](const PriceCandidate& c) { return c.hasMoney(); };
    const bool anyMoney = std::any_of(m_candidates.begin(), m_candidates.end(), priced);
    for (const PriceCandidate& candidate : m_candidates) {
      if (candidate.noPrice)
        continue;
      ReadPrice price;
      price.place = &candidate;
      nameCurrency(price);
      price.amount = readAmount(candidate.digits, readingOf(price));
      if (price.amount.why != u"not-a-number")
        m_prices.push_back(std::move(price));
    }
    m_anyMoney = anyMoney;
  }

  bool areRange(const ReadPrice& low, const ReadPrice& high) const {
    const PriceCandidate &a = *low.place, &b = *high.place;
    if (!low.amount.value || !high.amount.value || *high.amount.value <= *low.amount.value || a.last + 2 != b.first)
      return false;
    const PriceToken& link = m_tokens[a.last + 1];
    const bool dash = link.mark == u'-' || link.mark == u'~';
    if ((!dash && (link.meaning & kSaysTo) == 0) || low.code != high.code || a.times || b.times)
      return false;
    const bool before = b.hasMoney() && b.first < b.number; // the sign stands before: then it does so twice or never
    if (a.hasMoney() || b.hasMoney())
      return a.hasMoney() ? b.hasMoney() || a.first < a.number : !before;
    return m_hinted.known || low.amount.places > 0 || (dash && !link.glued);
  }

  void joinRanges() {
    for (std::size_t i = 0; i + 1 < m_prices.size(); ++i) {
      if (m_prices[i].dropped || !areRange(m_prices[i], m_prices[i + 1]))
        continue;
      m_prices[i].upper = m_prices[i + 1].amount.value, m_prices[i].upperPlace = m_prices[i + 1].place;
      if (!m_prices[i].place->hasMoney())
        m_prices[i].currency = m_prices[i + 1].currency, m_prices[i].code = m_prices[i + 1].code;
      m_prices[i + 1].dropped = true;
    }
  }

  // What remains may be the price. Bare numbers count only where no number has a currency.
  void dropWhatIsNoPrice() {
    std::erase_if(m_prices, [this](const ReadPrice& p) {
      const PriceCandidate& c = *p.place;
      const bool hasMoney = c.hasMoney() || (p.upperPlace != nullptr && p.upperPlace->hasMoney());
      if (p.dropped || (m_anyMoney && !hasMoney))
        return true;
      m_sawNegative = m_sawNegative || c.negative;
      m_sawTimes = m_sawTimes || c.times;
      m_sawUnclear = m_sawUnclear || c.multiBuy || c.upTo;
      const bool aside = c.aside || (p.upperPlace != nullptr && p.upperPlace->aside);
      return c.negative || c.times || c.multiBuy || c.upTo || aside;
    });
    const bool called = (m_said & kSaysCall) != 0 && !m_anyMoney;
    if (called)
      std::erase_if(m_prices, [](const ReadPrice& p) { return p.amount.places != 2; });
  }

  template <class Wanted> void prefer(Wanted wanted) {
    if (std::any_of(m_prices.begin(), m_prices.end(), wanted))
      std::erase_if(m_prices, [&wanted](const ReadPrice& p) { return !wanted(p); });
  }

  void choose(PriceText& out) {
    prefer([](const ReadPrice& p) { return (p.place->meaning & kSaysNow) != 0; });
    prefer([](const ReadPrice& p) { return (p.place->meaning & kSaysOld) == 0; });
    prefer([](const ReadPrice& p) { return p.place->gross; });
    prefer([](const ReadPrice& p) { return p.place->depth == 0; });
    prefer([](const ReadPrice& p) { return p.place->taxed; });
    prefer([](const ReadPrice& p) { return !p.place->perUnit; });
    if (!m_anyMoney) {
      prefer([](const ReadPrice& p) { return (p.place->meaning & kSaysLabel) != 0; });
      prefer([](const ReadPrice& p) { return p.amount.places == 2; });
    }
    if (!m_hintedCode.isEmpty())
      prefer([this](const ReadPrice& p) { return p.code == m_hintedCode; });
    const ReadPrice& first = m_prices.front();
    out.currency = first.code, out.currencyText = first.currency.text;
    const bool alike = std::all_of(m_prices.begin(), m_prices.end(), [&first](const ReadPrice& p) {
      return p.amount.value == first.amount.value && p.code == first.code && p.upper == first.upper;
    });
    const bool wasFree = (m_said & kSaysFree) != 0 && (first.place->meaning & kSaysOld) != 0;
    if (!first.amount.value)
      out.why = first.amount.why;
    else if (!alike || isContested(first) || isOnlyAnAside(first) || first.place->brokenGroup || wasFree)
      out.why = QStringLiteral("ambiguous");
    else
      fill(first, out);
  }

  // "10 € 12": whose sign is it?
  bool isContested(const ReadPrice& price) const {
    if (!price.place->contender)
      return false;
    for (const PriceCandidate& other : m_candidates)
      if (other.number == *price.place->contender)
        return !other.noPrice && readAmount(other.digits, readingOf(price)).value != price.amount.value;
    return false;
  }

  // "28.50 (34.20 € incl. VAT)": the number outside has no sign, but is the first to be read.
  bool isOnlyAnAside(const ReadPrice& price) const {
    return price.place->depth > 0 && std::any_of(m_candidates.begin(), m_candidates.end(), [](const auto& other) {
             return other.depth == 0 && !other.noPrice && !other.hasMoney() && other.digits.size() > 3;
           });
  }

  void fill(const ReadPrice& price, PriceText& out) const {
    const PriceCandidate& c = *price.place;
    out.amount = price.amount.value, out.upper = price.upper;
    const PriceToken &head = m_tokens[c.number], &tail = m_tokens[c.tail];
    const qsizetype end = tail.kind == TokenKind::Number ? tail.digitsEnd : tail.end;
    out.amountText = m_text.written.mid(head.begin, end - head.begin);
    for (QChar& character : out.amountText)
      character = character.category() == QChar::Separator_Space ? QChar(u' ') : character;
    out.isFrom = c.from;
    out.isPerUnit = c.perUnit || (price.upperPlace != nullptr && price.upperPlace->perUnit);
    for (const ReadPrice& other : m_prices)
      out.isFrom = out.isFrom || other.place->from;
  }

  bool isFree() const {
    const auto fits = [](const PriceToken& token) {
      constexpr unsigned kBeside = kSaysFree | kSaysLabel | kSaysFiller | kSaysNow | kSaysFor;
      return token.kind == TokenKind::Mark || token.kind == TokenKind::Currency || (token.meaning & kBeside) != 0;
    };
    return (m_said & kSaysFree) != 0 && m_candidates.empty() && std::all_of(m_tokens.begin(), m_tokens.end(), fits);
  }

  void refuseAll(PriceText& out) const {
    if (isFree())
      out.amount = Decimal();
    else if (m_sawNegative)
      out.why = QStringLiteral("negative");
    else if (m_sawTimes)
      out.why = QStringLiteral("instalments");
    else if (m_sawUnclear)
      out.why = QStringLiteral("ambiguous");
    else if ((m_said & kSaysCall) != 0)
      out.why = QStringLiteral("call-for-price");
    else
      out.why = m_candidates.empty() ? QStringLiteral("no-digits") : QStringLiteral("no-price");
  }

  const PriceTextHints& m_hints;
  NamedCurrency m_hinted;
  QString m_hintedCode, m_country;
  PlainSpelling m_text;
  std::vector<PriceToken> m_tokens;
  std::vector<PriceCandidate> m_candidates;
  std::vector<ReadPrice> m_prices;
  NamedCurrency m_elsewhere;
  unsigned m_said = 0;
  bool m_anyMoney = false, m_sawNegative = false, m_sawTimes = false, m_sawUnclear = false;
};

} // namespace

PriceText parsePriceText(QStringView text, const PriceTextHints& hints) {
  const QStringView trimmed = text.trimmed();
  if (trimmed.size() <= kLongestPriceText)
    return trimmed.contains(u'&') ? PriceReader(withoutEntities(trimmed).trimmed(), hints).read()
                                  : PriceReader(trimmed, hints).read();
  PriceText out;
  out.why = QStringLiteral("too-long");
  return out;
}

} // namespace pricewright
