// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "matching/MatchScore.h"

#include <QHash>

namespace pricewright {

struct Suggestion {
  int ours = -1; // the place in the list that the matcher was made of
  MatchScore score;
};

// Finds, for products of theirs, the likely ones of ours. Several of theirs may have the same one of ours. Reads our
// list once; a question visits a bounded number of candidates, so its time grows slower than the list. suggest() may be
// called from several threads.
class Matcher {
 public:
  explicit Matcher(const std::vector<MatchProduct>& ours);
  // The surest first, none below `least`, at most `most`; equal ones in the order of our list.
  std::vector<Suggestion> suggest(const MatchProduct& theirs, int most, double least) const;
  const WordWeights& weights() const { return m_weights; }

 private:
  std::vector<int> candidates(const MatchView& theirs) const;

  std::vector<MatchView> m_ours;
  WordWeights m_weights;
  QHash<QString, std::vector<int>> m_byKey;    // words, and their first three letters behind "^"
  QHash<QString, std::vector<int>> m_byNumber; // "g" + GTIN body, "m" + MPN
};

} // namespace pricewright
