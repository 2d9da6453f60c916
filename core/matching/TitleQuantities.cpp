// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "matching/TitleQuantities.h"

#include "matching/UnitWords.h"

#include <algorithm>
#include <cmath>

namespace pricewright {
namespace {

constexpr double kMostPacks = 500;
constexpr double kAlike = 0.04; // "12 oz (355 ml)": the same content, rounded

struct FoundContent {
  Content content;
  double packs = 1;
  std::size_t end = 0; // the token behind it
};

bool isWhole(double v, double most) { return v >= 1 && v <= most && v == std::floor(v); }

ContentUnit contentUnitOf(UnitKind kind) {
  switch (kind) {
  case UnitKind::Volume:
    return ContentUnit::Millilitre;
  case UnitKind::Mass:
  case UnitKind::Ounce:
    return ContentUnit::Gram;
  case UnitKind::Length:
    return ContentUnit::Metre;
  default:
    return ContentUnit::None;
  }
}

class QuantityReader {
 public:
  QuantityReader(std::vector<TitleToken>& tokens, TitleFacts& into) : m_tokens(tokens), m_facts(into) {
    m_shouting = std::ranges::none_of(
        tokens, [](const TitleToken& t) { return t.kind == TokenKind::Word && t.text.size() > 2 && !t.capital; });
  }
  void run() {
    for (std::size_t i = 0; i < m_tokens.size();)
      i = std::max(i + 1, readAt(i));
    settle();
  }

 private:
  bool isSign(std::size_t i, const char* sign) const {
    return i < m_tokens.size() && m_tokens[i].kind == TokenKind::Sign && m_tokens[i].text == QLatin1String(sign);
  }
  bool isNumber(std::size_t i) const { return i < m_tokens.size() && m_tokens[i].kind == TokenKind::Number; }
  bool isWord(std::size_t i, const char* word) const {
    return i < m_tokens.size() && m_tokens[i].kind == TokenKind::Word && m_tokens[i].text == QLatin1String(word);
  }
  void use(std::size_t from, std::size_t to) {
    for (std::size_t i = from; i < std::min(to, m_tokens.size()); ++i)
      m_tokens[i].used = true;
  }

  std::size_t readAt(std::size_t i) {
    if (isNumber(i))
      return readNumber(i);
    if (isSign(i, "x") && isNumber(i + 1))
      return readTimesBefore(i);
    if (m_tokens[i].kind == TokenKind::Word && takesNumber(m_tokens[i].text))
      return readNoun(i);
    if (isWord(i, "dozen") || isWord(i, "dutzend") || isWord(i, "douzaine") || isWord(i, "docena"))
      return m_facts.pieces = 12, use(i, i + 1), i + 1;
    return i + 1;
  }

  // The unit at a token; how many tokens it takes is left in m_unitTokens.
  UnitWord unitAt(std::size_t i) {
    m_unitTokens = 1;
    if (i >= m_tokens.size() || m_tokens[i].kind == TokenKind::Number || m_tokens[i].kind == TokenKind::Model)
      return {};
    const TitleToken& t = m_tokens[i];
    if ((t.text == QLatin1String("fl") || t.text == QLatin1String("fluid")) && i + 1 < m_tokens.size() &&
        unitWord(m_tokens[i + 1].text).kind == UnitKind::Ounce)
      return m_unitTokens = 2, unitWord(QStringLiteral("floz"));
    const UnitWord unit = unitWord(t.text);
    // "3M" and "5G" are names; a metre and a gram are written small, unless everything is in capitals.
    if (t.text.size() == 1 && t.glued && t.capital && !m_shouting &&
        (t.text == QLatin1String("m") || (t.text == QLatin1String("g") && m_tokens[i - 1].value <= 6)))
      return {};
    if (t.text == QLatin1String("er") && !t.glued && !m_shouting)
      return {};
    return unit;
  }

  std::size_t readNumber(std::size_t i) {
    std::vector<std::size_t> chain{i};
    std::size_t j = i + 1;
    while ((isSign(j, "x") && isNumber(j + 1)) && chain.size() < 4)
      chain.push_back(j + 1), j += 2;
    const UnitWord unit = unitAt(j);
    const std::size_t end = unit.kind == UnitKind::None ? j : j + m_unitTokens;
    switch (unit.kind) {
    case UnitKind::None:
      return readBare(chain, j);
    case UnitKind::Attribute:
      return readAttribute(chain, unit, end);
    case UnitKind::Piece:
    case UnitKind::Pack:
      return readCount(chain, unit, end);
    default:
      return readContent(chain, unit, end);
    }
  }

  std::size_t readAttribute(const std::vector<std::size_t>& chain, const UnitWord& unit, std::size_t end) {
    for (const std::size_t k : chain)
      m_facts.attributes.push_back({unit.attribute, m_tokens[k].value * unit.factor});
    use(chain.front(), end);
    return end;
  }

  double productOf(const std::vector<std::size_t>& chain, std::size_t count) const {
    double product = 1;
    for (std::size_t k = 0; k < count; ++k)
      product *= m_tokens[chain[k]].value;
    return product;
  }

  std::size_t readCount(const std::vector<std::size_t>& chain, const UnitWord& unit,
                        std::size_t end) { // "Tile 7 pack of 5": the pack is of 5, the 7 is of the name.
    if (unit.kind == UnitKind::Pack && isPackNoun(m_tokens[end - 1].text) && isWord(end, "of") && isNumber(end + 1))
      return end - 1;
    const double count = productOf(chain, chain.size()) * unit.factor;
    if (!isWhole(count, 100'000))
      return chain.back() + 1;
    use(chain.front(), end);
    while (end < m_tokens.size() && m_tokens[end].kind == TokenKind::Word && isPackNoun(m_tokens[end].text) &&
           (!isNumber(end + 1) || m_tokens[end - 1].text == QLatin1String("er"))) // "12er Pack"
      use(end, end + 1), ++end;
    if (unit.kind == UnitKind::Piece) {
      m_facts.pieces = std::max(m_facts.pieces, int(count));
      m_piecesEach = m_piecesEach || isWord(end, "a") || isWord(end, "je") || isWord(end, "each");
    } else if (count <= kMostPacks) {
      m_packWord = std::max(m_packWord, count);
    }
    return end;
  }

  std::size_t readContent(const std::vector<std::size_t>& chain, const UnitWord& unit, std::size_t end) {
    const std::size_t first = chain.front();
    const bool perAmount = first > 0 && (isWord(first - 1, "per") || isWord(first - 1, "pro") ||
                                         isWord(first - 1, "par") || isWord(first - 1, "por"));
    use(first, end);
    const double base = m_tokens[first].value;
    if (perAmount && (base == 1 || base == 100)) // "per 100 g": the base of a unit price
      return end;
    const TitleToken& last = m_tokens[chain.back()];
    const bool half = first > 1 && isSign(first - 1, "/") && isNumber(first - 2) && m_tokens[first - 2].value == 1;
    double amount = (unit.factor < 10 ? last.grouped : last.value) * unit.factor;
    if (half && last.value > 1) // "1/2 gallon"
      amount = unit.factor / last.value, use(first - 2, first);
    const double packs = productOf(chain, chain.size() - 1);
    if (amount <= 0 || amount > 1e9 || !isWhole(packs, kMostPacks))
      return end;
    FoundContent found{{amount, contentUnitOf(unit.kind), unit.kind == UnitKind::Ounce}, packs, end};
    const bool adds = !m_found.empty() && first > 0 && isSign(first - 1, "+") && m_found.back().end + 1 == first &&
                      m_found.back().content.unit == found.content.unit && packs == 1;
    if (adds) // "500 g + 100 g"
      m_found.back().content.amount += amount, m_found.back().end = end;
    else
      m_found.push_back(found);
    return end;
  }

  // Numbers without a unit: "6x" and "6x Bottle" are packs, "10x zoom" is not, "6x4" is a measure.
  std::size_t readBare(const std::vector<std::size_t>& chain, std::size_t end) {
    if (chain.size() > 1) {
      QString measure;
      for (const std::size_t k : chain)
        measure += (measure.isEmpty() ? QString() : QStringLiteral("x")) + m_tokens[k].text;
      m_facts.models.append(measure);
      use(chain.front(), end);
      return end;
    }
    if (!isSign(end, "x"))
      return end;
    const double count = m_tokens[chain.front()].value;
    if (isWord(end + 1, "zoom") || isWord(end + 1, "optical") || isWord(end + 1, "optischer") || !isWhole(count, 200))
      return end;
    use(chain.front(), end + 1);
    m_packWord = std::max(m_packWord, count);
    return end + 1;
  }

  // "Press X200" is a name, as "Press Z200" would be; "330 ml X6", "Cola x6" and "Yaourt X4" are packs: what may be one
  // is taken for it, as a pack's price must not pass for one piece's.
  bool isModel(std::size_t i) const {
    constexpr double kMostOfOne = 48; // packs that are sold without a word for it
    const bool followsContent = i > 0 && m_tokens[i - 1].used;
    return m_tokens[i].letter && m_tokens[i + 1].glued && !followsContent && m_tokens[i + 1].value > kMostOfOne;
  }

  // "330 ml x 6"
  std::size_t readTimesBefore(std::size_t i) {
    if (isModel(i)) {
      m_tokens[i].kind = TokenKind::Model, m_tokens[i].text += m_tokens[i + 1].text;
      use(i + 1, i + 2);
      return i + 2;
    }
    const double count = m_tokens[i + 1].value;
    if (unitAt(i + 2).kind != UnitKind::None || isSign(i + 2, "x") || !isWhole(count, 200))
      return i + 1;
    use(i, i + 2);
    m_packWord = std::max(m_packWord, count);
    return i + 2;
  }

  // "pack of 6", "lot de 4", "caja 12", "SPF 30"
  std::size_t readNoun(std::size_t i) {
    std::size_t j = i + 1;
    while (j < m_tokens.size() && j < i + 3 && m_tokens[j].kind == TokenKind::Word &&
           QStringView(u" of de a von mit con with ").contains(u' ' + m_tokens[j].text + u' '))
      ++j;
    const bool pack = isPackNoun(m_tokens[i].text);
    if (!isNumber(j))
      return i + 1;
    if (!pack) {
      m_facts.attributes.push_back({QStringLiteral("spf"), m_tokens[j].value});
      use(i, j + 1);
      return j + 1;
    }
    const UnitKind unit = unitAt(j + 1).kind;
    if (isSign(j + 1, "x") || (unit != UnitKind::None && unit != UnitKind::Pack) || !isWhole(m_tokens[j].value, 200))
      return i + 1;
    m_packWord = std::max(m_packWord, m_tokens[j].value);
    use(i, j + 1);
    return j + 1;
  }

  static double inMillilitres(const Content& c) { return c.maybeFluid ? c.amount / 28.3495 * 29.5735 : c.amount; }
  static bool alike(double a, double b) { return std::abs(a - b) <= kAlike * std::max(a, b); }
  static bool sameAmount(const Content& a, double timesA, const Content& b, double timesB) {
    if (a.unit == b.unit && alike(a.amount * timesA, b.amount * timesB))
      return true;
    const bool fluid = a.maybeFluid || b.maybeFluid;
    return fluid && alike(inMillilitres(a) * timesA, inMillilitres(b) * timesB);
  }

  // Of several mentions, the one with packs counts; the others confirm it, or the title is of several things.
  void settle() {
    const auto best = std::ranges::max_element(m_found, {}, [](const FoundContent& f) { return f.packs > 1; });
    double packs = m_packWord;
    if (best != m_found.end()) {
      packs = best->packs > 1 ? best->packs : m_packWord;
      m_facts.content = best->content;
      for (const FoundContent& other : m_found) {
        const bool same = sameAmount(best->content, 1, other.content, 1);
        const bool total = sameAmount(best->content, packs, other.content, other.packs);
        if (same && best->content.maybeFluid && !other.content.maybeFluid)
          m_facts.content = other.content; // "12 oz (355 ml)" says which ounce it was
        if (!same && !total)
          m_facts.severalContents = true;
      }
      if (m_piecesEach && packs == 1 && m_facts.pieces > 0)
        packs = m_facts.pieces;
    } else if (m_facts.pieces > 0) {
      m_facts.content = {double(m_facts.pieces), ContentUnit::Piece, false};
    }
    m_facts.packCount = int(std::clamp(packs, 1.0, kMostPacks));
  }

  std::vector<TitleToken>& m_tokens;
  TitleFacts& m_facts;
  std::vector<FoundContent> m_found;
  double m_packWord = 1;
  std::size_t m_unitTokens = 1;
  bool m_piecesEach = false, m_shouting = false;
};

} // namespace

void readQuantities(std::vector<TitleToken>& tokens, TitleFacts& into) { QuantityReader(tokens, into).run(); }

} // namespace pricewright
