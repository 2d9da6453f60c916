// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extraction/html/CssSelect.h"
#include "extraction/html/Utf8.h"

#include <algorithm>

namespace pricewright {
namespace {

constexpr std::size_t kMostSelectorBytes = 2'000, kMostCompounds = 32, kMostTests = 32;

class CssParser {
 public:
  explicit CssParser(std::string text) : m_text(std::move(text)) {}
  bool parse(std::vector<CssComplex>& list, bool& counts) {
    if (m_text.size() > kMostSelectorBytes)
      return false;
    do {
      CssComplex complex;
      if (!parseComplex(complex))
        return false;
      list.push_back(std::move(complex));
    } while (take(','));
    counts = m_counts;
    return m_at == m_text.size();
  }
  std::size_t position() const { return m_at; }

 private:
  char peek() const { return m_at < m_text.size() ? m_text[m_at] : '\0'; }
  bool take(char c) {
    if (peek() != c)
      return false;
    ++m_at;
    return true;
  }
  bool skipBlanks() {
    const std::size_t before = m_at;
    while (isSpaceByte(peek()))
      ++m_at;
    return m_at > before;
  }
  bool parseName(std::string& name) {
    name.clear();
    while (m_at < m_text.size()) {
      const char c = peek();
      const bool part =
          isAlphaByte(c) || isDigitByte(c) || c == '-' || c == '_' || static_cast<unsigned char>(c) >= 0x80;
      if (c == '\\' && m_at + 1 < m_text.size())
        ++m_at;
      else if (!part)
        break;
      name += m_text[m_at++];
    }
    return !name.empty();
  }
  bool parseComplex(CssComplex& complex) {
    skipBlanks();
    char combinator = ' ';
    for (;;) {
      CssCompound compound;
      compound.combinator = combinator;
      if (complex.size() >= kMostCompounds || !parseCompound(compound.tests, 0))
        return false;
      complex.push_back(std::move(compound));
      const bool blank = skipBlanks();
      combinator = ' ';
      if (peek() == '>' || peek() == '+' || peek() == '~') {
        combinator = m_text[m_at++];
        skipBlanks();
      } else if (m_at == m_text.size() || peek() == ',') {
        return true;
      } else if (!blank) {
        return false;
      }
    }
  }
  bool parseCompound(std::vector<CssTest>& tests, int depth) {
    while (tests.size() < kMostTests) {
      CssTest test;
      const char c = peek();
      const std::size_t before = m_at;
      if (c == '*') {
        ++m_at;
      } else if (c == '#' || c == '.') {
        ++m_at;
        test.kind = c == '#' ? CssTest::Kind::Id : CssTest::Kind::Class;
        if (!parseName(test.value))
          return false;
      } else if (c == '[') {
        if (!parseAttribute(test))
          return false;
      } else if (c == ':') {
        if (!parsePseudo(test, depth))
          return false;
      } else if (tests.empty() && parseName(test.name)) {
        test.kind = CssTest::Kind::TagIs, test.name = lowered(test.name);
      } else {
        m_at = before;
        return !tests.empty();
      }
      tests.push_back(std::move(test));
    }
    return false;
  }
  bool parseAttribute(CssTest& test) {
    ++m_at;
    skipBlanks();
    test.kind = CssTest::Kind::Attribute;
    if (!parseName(test.name))
      return false;
    test.name = lowered(test.name);
    skipBlanks();
    if (take(']'))
      return true;
    test.match = '=';
    if (peek() != '=' && peek() != '\0' && std::string_view("^$*~|").find(peek()) != std::string_view::npos)
      test.match = m_text[m_at++];
    if (!take('='))
      return false;
    skipBlanks();
    if (const char quote = peek(); quote == '"' || quote == '\'') {
      ++m_at;
      while (m_at < m_text.size() && peek() != quote) {
        if (peek() == '\\' && m_at + 1 < m_text.size())
          ++m_at;
        test.value += m_text[m_at++];
      }
      if (!take(quote))
        return false;
    } else if (!parseName(test.value)) {
      return false;
    }
    skipBlanks();
    return take(']');
  }
  bool parsePseudo(CssTest& test, int depth) {
    const std::size_t before = m_at++;
    std::string name;
    parseName(name);
    name = lowered(name);
    using Kind = CssTest::Kind;
    test.offset = 1;
    if (name == "first-child" || name == "first-of-type")
      test.kind = name == "first-child" ? Kind::NthChild : Kind::NthOfType;
    else if (name == "last-child" || name == "last-of-type")
      test.kind = name == "last-child" ? Kind::LastChild : Kind::LastOfType;
    else if (name == "nth-child" || name == "nth-of-type")
      test.kind = name == "nth-child" ? Kind::NthChild : Kind::NthOfType;
    else if (name == "not")
      test.kind = Kind::Not;
    else {
      m_at = before;
      return false;
    }
    m_counts = m_counts || test.kind == Kind::NthChild || test.kind == Kind::NthOfType;
    if (test.kind == Kind::Not) {
      if (depth > 0 || !take('('))
        return false;
      skipBlanks();
      const bool good = parseCompound(test.inner, depth + 1);
      skipBlanks();
      return good && take(')');
    }
    return name.substr(0, 3) != "nth" || parseNth(test);
  }
  bool parseNth(CssTest& test) { // 3, 2n+1, n+4, -n+3, odd, even
    if (!take('('))
      return false;
    std::string text;
    while (m_at < m_text.size() && peek() != ')' && text.size() < 20)
      if (const char c = lowerByte(m_text[m_at++]); !isSpaceByte(c))
        text += c;
    if (!take(')'))
      return false;
    if (text == "odd" || text == "even") {
      test.step = 2, test.offset = text == "odd" ? 1 : 0;
      return true;
    }
    bool good = true;
    const std::size_t n = text.find('n');
    if (n == std::string::npos) {
      test.offset = toQt(text).toInt(&good);
      return good;
    }
    const std::string step = text.substr(0, n), offset = text.substr(n + 1);
    test.step = step.empty() || step == "+" ? 1 : step == "-" ? -1 : toQt(step).toInt(&good);
    bool goodOffset = true;
    test.offset = offset.empty() ? 0 : toQt(offset).toInt(&goodOffset);
    return good && goodOffset && std::abs(test.step) < 100'000 && std::abs(test.offset) < 1'000'000;
  }

  const std::string m_text;
  std::size_t m_at = 0;
  bool m_counts = false;
};

} // namespace

Result<CssSelector> CssSelector::parse(QStringView text) {
  CssSelector selector;
  CssParser parser(toUtf8(text.trimmed()));
  if (!parser.parse(selector.m_list, selector.m_counts))
    return fail(QStringLiteral("extraction.selector"),
                {{QStringLiteral("text"), text.left(200).toString()},
                 {QStringLiteral("position"), QString::number(parser.position())}});
  return selector;
}

} // namespace pricewright
