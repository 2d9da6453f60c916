// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "matching/MatchView.h"

namespace pricewright {

// Whether two products are the same, how sure that is, and why.
//
// Confidence is meant as the share of such pairs that are truly the same product:
//   0.99      the same worldwide GTIN, nothing against it
//   0.97      the same brand and manufacturer's part number
//   0.7       the same part number alone, at least; its evidence is mpn-alone, which confirms nothing by itself
//   <= 0.95   titles; a logistic curve over the weighted share of common words, then lowered by each objection
// Objections do not subtract, they cap: a contradiction (another colour, model or brand) leaves 0.15 to 0.4 however
// alike the rest is, something only one side says leaves at most 0.78. The curve and the caps were laid by hand while
// looking at real titles with injected typing errors, cut words and other units: from 0.8 on, 97 in 100 or more were
// right there; between 0.5 and 0.8 the figure is an order only, it claimed too much for short, generic titles. It is no
// learned model: a shop that confirms and rejects suggestions should measure its own rates.
struct MatchScore {
  double confidence = 0;            // 0 to 1
  QString reason;                   // "gtin", "mpn-brand" or "title"
  int theirPacks = 1, ourPacks = 1; // their content = theirPacks / ourPacks of ours, reduced
  // Codes, with a detail behind a colon: gtin, gtin-case, mpn, mpn-in-title, mpn-alone, brand, brand-in-title,
  // words:0.87, model:v15, content, packs:6/1, price
  QStringList evidence;
  // gtin-differs, packs-differ, pack-unknown, brand-differs, brand-unknown, mpn-differs, model-differs:v15/v12,
  // model-one-sided:v15, number-differs, number-one-sided, variant-differs:colour, variant-one-sided:colour,
  // attribute-differs:gb, attribute-one-sided:gb, content-differs, size-differs, content-unknown, bundle,
  // price-implausible, words-differ, no-words
  QStringList objections;
};

// The weights are those of the words in our list; without them every word weighs the same.
MatchScore scoreMatch(const MatchProduct& ours, const MatchProduct& theirs, const WordWeights& weights = {});
MatchScore scoreMatch(const MatchView& ours, const MatchView& theirs, const WordWeights& weights);

} // namespace pricewright
