// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>
#include <QStringList>

#include <utility>
#include <vector>

namespace pricewright {

enum class ContentUnit { None, Millilitre, Gram, Piece, Metre };

// The content of one piece: 330 ml, 500 g, 60 tablets, 5 m.
struct Content {
  double amount = 0; // in `unit`
  ContentUnit unit = ContentUnit::None;
  bool maybeFluid = false; // grams from "oz": they may have been fluid ounces
};

// A word that tells one variant of a product from another: (group, meaning), in one language for all:
// ("colour", "black"), ("diet", "zero"), ("without", "gluten").
struct VariantWord {
  QString group, meaning;
  bool operator==(const VariantWord&) const = default;
  bool operator<(const VariantWord& o) const { return group != o.group ? group < o.group : meaning < o.meaning; }
};

// A property with a number: ("gb", 16), ("inch", 55), ("spf", 30).
struct TitleAttribute {
  QString name;
  double value = 0;
  bool operator==(const TitleAttribute&) const = default;
  bool operator<(const TitleAttribute& o) const { return name != o.name ? name < o.name : value < o.value; }
};

struct TitleFacts {
  QStringList brandCandidates;       // stems, likelier first: the title's first word, its first two joined, "by …"
  Content content;                   // of one piece
  int packCount = 1;                 // pieces in one sales unit
  int pieces = 0;                    // "20 bags" beside a weight; 0 where nothing is said
  bool severalContents = false;      // contents that do not agree: a bundle
  QStringList words;                 // stems of the name, in their order; quantities, variants and stop words left out
  QStringList models;                // "v15", "a4", "wh1000xm5"
  QStringList numbers;               // numbers that no unit explains: "7", "501"
  std::vector<VariantWord> variants; // sorted, each once
  std::vector<TitleAttribute> attributes; // sorted, each once
};

// Reads a title in English, German, French or Spanish. Anything gives facts, perhaps none; time and memory are bounded
// (the first 512 characters count). A quantity it does not understand stays a word or a number.
TitleFacts parseTitle(QStringView title);

} // namespace pricewright
