// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "extraction/pricetext/PriceCandidates.h"

namespace pricewright {

// The tokens around a number, and what they make of it. Places beyond the ends are nothing.
class PriceSurroundings {
 public:
  PriceSurroundings(const PlainSpelling& text, const std::vector<PriceToken>& tokens);
  bool isNumber(std::size_t at) const { return is(at, TokenKind::Number); }
  bool isCurrency(std::size_t at) const { return is(at, TokenKind::Currency); }
  bool isPhrase(std::size_t at) const { return is(at, TokenKind::Phrase); }
  bool isMark(std::size_t at, char16_t mark) const { return is(at, TokenKind::Mark) && m_tokens[at].mark == mark; }
  bool isGlued(std::size_t at) const { return at < m_tokens.size() && m_tokens[at].glued; }
  bool means(std::size_t at, unsigned any) const { return at < m_tokens.size() && (m_tokens[at].meaning & any) != 0; }
  // Numbers, currencies, marks, and words that go with any price.
  bool saysNothingElse(const PriceToken& token) const;
  // Fills in everything that does not follow from number and currency alone.
  void describe(std::vector<PriceCandidate>& candidates) const;

 private:
  bool is(std::size_t at, TokenKind kind) const { return at < m_tokens.size() && m_tokens[at].kind == kind; }
  void readWordsBefore(std::vector<PriceCandidate>& candidates) const;
  void readNeighbours(PriceCandidate& c, PriceCandidate* previous, PriceCandidate* next) const;
  bool isAsideByWordsBehind(const PriceCandidate& c) const;
  bool isOfTheNext(const PriceCandidate& c, const PriceCandidate* next) const;
  bool isGluedToAWord(std::size_t number) const;
  QStringView textOf(std::size_t at) const;
  void readNumbersBehind(PriceCandidate& c) const;
  void readUnit(PriceCandidate& c) const;
  void readChain(PriceCandidate& c, const PriceCandidate* previous) const;
  void readSign(PriceCandidate& c, const PriceCandidate* previous) const;
  bool isOfPercentage(std::size_t at) const;
  bool isCountOfSomething(const PriceCandidate& c) const;
  bool isSomethingElse(const PriceCandidate& c) const;
  bool continuesNumber(const PriceCandidate& c, const PriceCandidate* previous) const;
  bool isPartOfAName(const PriceCandidate& c) const;

  const PlainSpelling& m_text;
  const std::vector<PriceToken>& m_tokens;
  bool m_hasUnknownWord = false;
};

} // namespace pricewright
