// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "matching/TitleFacts.h"

#include "matching/TitleQuantities.h"
#include "matching/TitleTokens.h"
#include "matching/VariantWords.h"
#include "matching/WordForms.h"

#include <algorithm>

namespace pricewright {
namespace {

constexpr qsizetype kMostWords = 48;

// What the quantities left: variants, models, numbers and the words of the name.
class NameReader {
 public:
  NameReader(const std::vector<TitleToken>& tokens, TitleFacts& into) : m_tokens(tokens), m_facts(into) {}
  void run() {
    for (std::size_t i = 0; i < m_tokens.size();)
      i += std::max<std::size_t>(1, m_tokens[i].used ? 1 : take(i));
    brandCandidates();
  }

 private:
  bool isFreeWord(std::size_t i) const {
    return i < m_tokens.size() && m_tokens[i].kind == TokenKind::Word && !m_tokens[i].used;
  }

  std::size_t take(std::size_t i) {
    const TitleToken& t = m_tokens[i];
    switch (t.kind) {
    case TokenKind::Model:
      m_facts.models.append(t.text.left(40));
      return 1;
    case TokenKind::Number:
      return takeNumber(i);
    case TokenKind::Word:
      return takeWord(i);
    case TokenKind::Sign:
      return 1;
    }
    return 1;
  }

  std::size_t takeNumber(std::size_t i) {
    const bool letterFollows = isFreeWord(i + 1) && m_tokens[i + 1].glued && m_tokens[i + 1].text.size() <= 2;
    if (letterFollows) { // "5G": a unit's letter that is none here
      m_facts.models.append(m_tokens[i].text.left(20) + m_tokens[i + 1].text);
      return 2;
    }
    m_facts.numbers.append(m_tokens[i].text.left(20));
    return 1;
  }

  std::size_t takeWord(std::size_t i) {
    const QString& word = m_tokens[i].text;
    if (isFreeWord(i + 1)) {
      const QString& next = m_tokens[i + 1].text;
      if (const auto both = variantOf(word + next))
        return m_facts.variants.push_back(*both), 2;
      if (next == QLatin1String("free") || next == QLatin1String("frei"))
        return m_facts.variants.push_back(withoutVariant(word)), 2;
      if (isNegation(word) && next.size() > 2)
        return takeNegated(i);
    }
    if (const auto one = variantOf(word))
      return m_facts.variants.push_back(*one), 1;
    if (const auto two = compoundVariants(word); !two.empty())
      return m_facts.variants.insert(m_facts.variants.end(), two.begin(), two.end()), 1;
    if (word.size() > 7 && word.endsWith(QLatin1String("frei"))) // "glutenfrei"
      return m_facts.variants.push_back(withoutVariant(word.chopped(4))), 1;
    if (m_tokens[i].capital && word.size() == 1 && (word == QLatin1String("s") || word == QLatin1String("m")))
      return m_facts.variants.push_back({QStringLiteral("size"), word}), 1;
    // "LETTER D", "Size N": a letter alone names one of a series, unless it may be a little word.
    if (word.size() == 1 && !QStringView(u"aeouydls").contains(word))
      return m_facts.numbers.append(word), 1;
    if (word.size() == 1)
      return 1;
    if (!isStopWord(word) && m_facts.words.size() < kMostWords)
      m_facts.words.append(wordStem(word));
    return 1;
  }

  // "without added sugar", "sans sucres ajoutés"
  std::size_t takeNegated(std::size_t i) {
    std::size_t j = i + 1;
    if ((m_tokens[j].text == QLatin1String("added") || m_tokens[j].text == QLatin1String("zusatz")) &&
        isFreeWord(j + 1))
      ++j;
    const VariantWord without = withoutVariant(m_tokens[j].text);
    if (m_tokens[i].text == QLatin1String("zero") && without.group == QLatin1String("without")) {
      m_facts.variants.push_back({QStringLiteral("diet"), QStringLiteral("zero")}); // "Zero Cola"
      return 1;
    }
    m_facts.variants.push_back(without);
    return j + 1 - i;
  }

  void brandCandidates() {
    QStringList& out = m_facts.brandCandidates;
    if (!m_facts.words.isEmpty())
      out.append(m_facts.words[0]);
    if (m_facts.words.size() > 1)
      out.append(m_facts.words[0] + m_facts.words[1]);
    for (std::size_t i = 0; i + 1 < m_tokens.size(); ++i)
      if ((m_tokens[i].text == QLatin1String("by") || m_tokens[i].text == QLatin1String("von")) && isFreeWord(i + 1))
        out.append(wordStem(m_tokens[i + 1].text));
    out.removeDuplicates();
  }

  const std::vector<TitleToken>& m_tokens;
  TitleFacts& m_facts;
};

template <class T> void sortOnce(std::vector<T>& list) {
  std::sort(list.begin(), list.end());
  list.erase(std::unique(list.begin(), list.end()), list.end());
}

} // namespace

TitleFacts parseTitle(QStringView title) {
  TitleFacts facts;
  std::vector<TitleToken> tokens = titleTokens(title);
  readQuantities(tokens, facts);
  NameReader(tokens, facts).run();
  std::erase_if(facts.variants, [](const VariantWord& v) { return v.meaning.isEmpty(); });
  sortOnce(facts.variants);
  sortOnce(facts.attributes);
  facts.words.removeDuplicates(), facts.models.removeDuplicates(), facts.numbers.removeDuplicates();
  return facts;
}

} // namespace pricewright
