// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "matching/MatchView.h"

#include "matching/Gtin.h"
#include "matching/WordForms.h"

#include "base/Words.h"

#include <QSet>

#include <algorithm>

namespace pricewright {
namespace {

constexpr qsizetype kMostText = 512;

struct WeightedKey {
  QString word;
  double weight = 0;
  double matched = 0; // the likeness to its partner; 0 without one
};

std::vector<WeightedKey> weighted(const QStringList& keys, const WordWeights& weights) {
  std::vector<WeightedKey> out;
  for (const QString& key : keys)
    out.push_back({key, weights.weight(key), 0});
  return out;
}

bool isPlainKey(const QString& key) { return !key.contains(u':'); }
bool isModelKey(const QString& key) {
  return std::ranges::any_of(key, [](QChar c) { return c.isDigit(); }) &&
         std::ranges::any_of(key, [](QChar c) { return c.isLetter(); });
}

double likenessOf(const QString& a, const QString& b) {
  if (!isPlainKey(a) || !isPlainKey(b))
    return 0;
  const QString& shorter = a.size() <= b.size() ? a : b;
  const QString& longer = a.size() <= b.size() ? b : a;
  if (shorter.size() >= 4 && isModelKey(shorter) && (longer.startsWith(shorter) || longer.endsWith(shorter)))
    return 0.85; // "WH 1000XM5" and "WH-1000XM5"
  return wordLikeness(a, b);
}

void pair(WeightedKey& a, WeightedKey& b, double likeness) { a.matched = b.matched = likeness; }

void pairEqual(std::vector<WeightedKey>& a, std::vector<WeightedKey>& b) {
  for (WeightedKey& x : a)
    for (WeightedKey& y : b)
      if (x.matched <= 0 && y.matched <= 0 && x.word == y.word)
        pair(x, y, 1);
}

void pairAlike(std::vector<WeightedKey>& a, std::vector<WeightedKey>& b) {
  for (WeightedKey& x : a) {
    if (x.matched > 0)
      continue;
    WeightedKey* best = nullptr;
    double most = 0;
    for (WeightedKey& y : b)
      if (y.matched <= 0)
        if (const double l = likenessOf(x.word, y.word); l > most)
          most = l, best = &y;
    if (best)
      pair(x, *best, most);
  }
}

// "Vollmilch Schokolade" and "Vollmilchschokolade": two neighbours of one side are one word of the other.
void pairCompounds(std::vector<WeightedKey>& a, std::vector<WeightedKey>& b) {
  for (std::size_t i = 0; i + 1 < a.size(); ++i) {
    if (a[i].matched > 0 || a[i + 1].matched > 0 || !isPlainKey(a[i].word) || !isPlainKey(a[i + 1].word))
      continue;
    const QString both = a[i].word + a[i + 1].word;
    for (WeightedKey& y : b)
      if (y.matched <= 0 && y.word == both)
        y.matched = a[i].matched = a[i + 1].matched = 0.95;
  }
}

struct Sums {
  double total = 0, matched = 0, unmatched = 0;
  QStringList alone;
};
Sums sumsOf(const std::vector<WeightedKey>& keys) {
  Sums sums;
  for (const WeightedKey& k : keys) {
    sums.total += k.weight, sums.matched += k.weight * k.matched;
    sums.unmatched += k.weight * (k.matched <= 0 ? 1 : 0.3 * (1 - k.matched));
    if (k.matched <= 0)
      sums.alone.append(k.word);
  }
  return sums;
}

} // namespace

QString partNumber(const QString& text) {
  constexpr qsizetype kShortest = 3;
  static const QSet<QString> kNone{s("doesnotapply"),
                                   s("notapplicable"),
                                   s("notavailable"),
                                   s("none"),
                                   s("null"),
                                   s("nan"),
                                   s("unknown"),
                                   s("undefined"),
                                   s("nichtzutreffend"),
                                   s("unbekannt"),
                                   s("keine"),
                                   s("ohne"),
                                   s("nonapplicable"),
                                   s("noaplica"),
                                   s("tbd"),
                                   s("mpn")};
  const QString joined = joinedLetters(text);
  const bool isRow = !joined.isEmpty() && joined.count(joined[0]) == joined.size();
  return joined.size() < kShortest || isRow || kNone.contains(joined) ? QString() : joined;
}

QString joinedLetters(QStringView text) {
  QString out;
  for (const QChar c : plainLetters(text.left(kMostText)))
    if (c.isLetterOrNumber())
      out += c.toLower();
  return out;
}

NumberInTitle numberInTitle(QStringView number, QStringView title) {
  const QString plain = plainLetters(title).toLower();
  const auto isPart = [&](qsizetype at) { return at >= 0 && at < plain.size() && plain[at].isLetterOrNumber(); };
  const auto isJoint = [&](qsizetype at) {
    return at >= 0 && at < plain.size() && QStringView(u"-/._+").contains(plain[at]);
  };
  NumberInTitle found = NumberInTitle::Absent;
  for (qsizetype start = 0; start < plain.size() && !number.isEmpty(); ++start) {
    if (plain[start] != number[0] || isPart(start - 1) || (isJoint(start - 1) && isPart(start - 2)))
      continue;
    qsizetype at = start, matched = 0;
    while (at < plain.size() && matched < number.size() && (!isPart(at) || plain[at] == number[matched]))
      matched += isPart(at++) ? 1 : 0;
    if (matched < number.size())
      continue;
    if (!isPart(at) && !(isJoint(at) && isPart(at + 1)))
      return NumberInTitle::Whole;
    found = NumberInTitle::Begun;
  }
  return found;
}

MatchView matchView(const MatchProduct& product) {
  MatchView v;
  v.facts = parseTitle(product.title);
  v.gtin = worldwideGtin(product.gtin).value_or(QString());
  v.mpn = partNumber(product.mpn), v.brand = joinedLetters(product.brand);
  for (const QString& word : product.brand.left(kMostText).simplified().split(u' ', Qt::SkipEmptyParts))
    if (const QString letters = joinedLetters(word); !letters.isEmpty())
      v.brandWords.append(letters);
  v.joined = joinedLetters(product.title), v.title = product.title.left(kMostText);
  v.content = product.content.unit == ContentUnit::None ? v.facts.content : product.content;
  v.packCount = product.packCount > 0 ? product.packCount : v.facts.packCount;
  v.price = product.price, v.currency = product.currency.toUpper();
  v.keys = parseTitle(product.brand).words + v.facts.words + v.facts.models + v.facts.numbers;
  for (const VariantWord& variant : v.facts.variants)
    v.keys.append(variant.group + u':' + variant.meaning);
  v.keys.removeDuplicates();
  return v;
}

KeyLikeness keyLikeness(const MatchView& ours, const MatchView& theirs, const WordWeights& weights) {
  std::vector<WeightedKey> a = weighted(ours.keys, weights), b = weighted(theirs.keys, weights);
  pairEqual(a, b);
  pairCompounds(a, b);
  pairCompounds(b, a);
  pairAlike(a, b);
  const Sums x = sumsOf(a), y = sumsOf(b);
  KeyLikeness out;
  out.onlyOurs = x.alone, out.onlyTheirs = y.alone;
  if (x.total <= 0 || y.total <= 0)
    return out;
  out.unmatchedOurs = x.unmatched / x.total, out.unmatchedTheirs = y.unmatched / y.total;
  const double both = (x.matched + y.matched) / (x.total + y.total);
  const double contained = std::max(x.matched / x.total, y.matched / y.total);
  const double exchanged = std::min(out.unmatchedOurs, out.unmatchedTheirs);
  out.similarity = std::clamp(0.7 * both + 0.3 * contained - 0.4 * exchanged, 0.0, 1.0);
  return out;
}

} // namespace pricewright
