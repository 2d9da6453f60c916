// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extraction/PageWords.h"
#include "extraction/PriceScore.h"
#include "extraction/PriceSurroundings.h"
#include "extraction/html/Utf8.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace pricewright {
namespace {

constexpr double kForSeveral = 2.5; // what the price of several pieces loses

// The percentages in a text: "-5%", "15 % off".
std::vector<double> percentagesIn(const std::string& text) {
  std::vector<double> found;
  for (std::size_t at = text.find('%'); at != std::string::npos; at = text.find('%', at + 1)) {
    std::size_t end = at;
    while (end > 0 && text[end - 1] == ' ')
      --end;
    std::size_t first = end;
    while (first > 0 && end - first < 6 &&
           (isDigitByte(text[first - 1]) || text[first - 1] == '.' || text[first - 1] == ','))
      --first;
    if (first < end)
      found.push_back(std::atof(text.substr(first, end - first).c_str()));
  }
  return found;
}

// A piece is no unit but the product.
bool isOfAUnit(const PriceMention& m) { return m.price.isPerUnit && !hasPhrase(m.text, PhraseKind::Piece); }

bool onlyADashBetween(const PageScan& scan, const PriceMention& left, const PriceMention& right) {
  std::string between;
  for (NodeId i = scan.dom[left.node].end; i < right.node && between.size() < 12; ++i)
    if (scan.dom.isText(i) && scan.isReadable(i))
      between += collapsed(scan.dom[i].text.substr(0, 40));
  return between == "-" || between == "\u2013" || between == "\u2014";
}

// "You save 19.50" beside both says which is the old one, in whatever language.
bool saysDifference(const PageScan& scan, const PriceMentions& mentions, NodeId box, Decimal greater, Decimal less) {
  const qint64 difference = greater.micros() - less.micros();
  const NodeId around = scan.dom[box].parent == kNoNode ? box : scan.dom[box].parent;
  return std::any_of(mentions.all.begin(), mentions.all.end(), [&](const PriceMention& m) {
    return m.price.amount->micros() == difference && scan.dom.contains(around, m.node);
  });
}

bool isNet(const PriceMention& mention) { return hasPhrase(mention.text, PhraseKind::WithoutTax); }

} // namespace

void pairPrices(const PageScan& scan, PriceMentions& mentions) {
  const PageDom& dom = scan.dom;
  for (std::size_t i = 0; i + 1 < mentions.all.size(); ++i) {
    PriceMention &left = mentions.all[i], &right = mentions.all[i + 1];
    if (left.role != PriceRole::Price || right.role != PriceRole::Price || left.price.amount == right.price.amount ||
        scan.order[right.node] > scan.order[left.node] + 120 || isOfAUnit(left) || isOfAUnit(right))
      continue;
    const NodeId box = dom.commonAncestor(left.node, right.node);
    if (dom[box].end - box > 60)
      continue;
    if (left.price.amount < right.price.amount && onlyADashBetween(scan, left, right)) { // from … to
      left.price.isFrom = true;
      right.score -= 3;
      continue;
    }
    PriceMention& greater = left.price.amount > right.price.amount ? left : right;
    const PriceMention& less = &greater == &left ? right : left;
    const double ratio = less.price.amount->toDouble() / std::max(1e-6, greater.price.amount->toDouble());
    if (ratio > 0.7 && isNet(less) && hasPhrase(greater.text, PhraseKind::WithTax)) {
      // Both are labelled: the shop writes the one first that its customers reckon with.
      // In Japan it is the gross one, wherever it stands.
      const bool isGross = greater.text.find("税込") != std::string::npos;
      PriceMention &kept = isGross ? greater : left, &other = &kept == &left ? right : left;
      kept.score = std::max(left.score, right.score) + 0.3;
      other.score -= 1.2;
      continue;
    }
    // No such discount: they are prices of different things. And what is less by the tax only is no discount at all.
    if (ratio < 0.1 || isNet(less) || hasPhrase(greater.text, PhraseKind::WithTax))
      continue;
    if (less.isConditional) // the greater one is what everybody else pays
      continue;
    greater.score -= 1.2;
    if (saysDifference(scan, mentions, box, *greater.price.amount, *less.price.amount))
      greater.role = PriceRole::ListPrice;
    if ((ownWords(scan, greater) & says::Old) && !(ownWords(scan, less) & says::Old))
      greater.role = PriceRole::ListPrice;
    for (const double percent : percentagesIn(dom.textOf(dom[box].parent == kNoNode ? box : dom[box].parent, 400)))
      if (std::abs(100 * (1 - ratio) - percent) <= 1.01)
        greater.role = PriceRole::ListPrice;
  }
}

// A scale of quantities, "1 … 2.00, 10 … 1.80, 50 … 1.50": rows of a number of pieces and the price of one. Only the
// first row can be what one piece costs, and only if it begins with one.
void markQuantityBreaks(const PageScan& scan, PriceMentions& mentions) {
  std::vector<PriceMention>& all = mentions.all;
  const auto isRow = [&](std::size_t i) { // a number of pieces, and then its price, in one row of a table
    if (i == 0 || i >= all.size() || !isBareNumber(all[i - 1]) || isBareNumber(all[i]) ||
        all[i].role != PriceRole::Price)
      return false;
    const NodeId box = scan.dom.commonAncestor(all[i - 1].node, all[i].node);
    return scan.dom[box].tag == Tag::Tr || scan.dom[box].tag == Tag::Li;
  };
  for (std::size_t i = 1; i < all.size(); ++i) {
    if (!isRow(i))
      continue;
    std::size_t last = i;
    while (isRow(last + 2) && all[last + 1].price.amount > all[last - 1].price.amount &&
           all[last + 2].price.amount < all[last].price.amount)
      last += 2;
    const std::string row = scan.dom.textOf(scan.dom.commonAncestor(all[i - 1].node, all[i].node), 60);
    const bool ofOne =
        all[i - 1].price.amount->micros() <= 1'000'000 || leadingPhrase(trimmedView(row), PhraseKind::UpTo) > 0;
    if (last == i && ofOne)
      continue;
    for (std::size_t each = ofOne ? i + 2 : i; each <= last; each += 2)
      all[each].isConditional = true, all[each].score -= kForSeveral;
    i = last;
  }
}

namespace {

// "1-9", "10 – 99", "100+": the least number of pieces that a row's price is for; 0: that is no such range.
int leastPieces(std::string_view text) {
  constexpr std::size_t kMostDigits = 6;
  text = trimmedView(text);
  std::size_t end = 0;
  while (end < text.size() && end < kMostDigits && isDigitByte(text[end]))
    ++end;
  if (end == 0)
    return 0;
  const int least = std::atoi(std::string(text.substr(0, end)).c_str());
  std::string_view rest = trimmedView(text.substr(end));
  if (rest.starts_with('+'))
    return least;
  for (const std::string_view dash : {"-", "\u2013", "\u2014", "to ", "bis "})
    if (rest.starts_with(dash)) {
      rest = trimmedView(rest.substr(dash.size()));
      return !rest.empty() && isDigitByte(rest.front()) ? least : 0;
    }
  return 0;
}

// Of the row of a table that the mention stands in, by its other cells.
int leastPiecesOf(const PageScan& scan, NodeId mention) {
  const PageDom& dom = scan.dom;
  NodeId row = mention;
  for (int up = 0; up < 6 && row != kNoNode && dom[row].tag != Tag::Tr; ++up)
    row = dom[row].parent;
  if (row == kNoNode || dom[row].tag != Tag::Tr)
    return 0;
  for (NodeId cell = dom[row].firstChild; cell != kNoNode; cell = dom[cell].next)
    if (!dom.contains(cell, mention))
      if (const int least = leastPieces(dom.textOf(cell, 24)); least > 0)
        return least;
  return 0;
}

} // namespace

// The same scale with ranges for its numbers: the more pieces, the less each.
void markQuantityRanges(const PageScan& scan, PriceMentions& mentions) {
  std::vector<std::pair<int, PriceMention*>> rows;
  for (PriceMention& m : mentions.all)
    if (m.role == PriceRole::Price)
      if (const int least = leastPiecesOf(scan, m.node); least > 0)
        rows.emplace_back(least, &m);
  const auto isAStep = [](const auto& one, const auto& next) {
    return one.first < next.first && one.second->price.amount > next.second->price.amount;
  };
  const bool isAScale =
      rows.size() > 1 && std::adjacent_find(rows.begin(), rows.end(), [&](const auto& one, const auto& next) {
                           return !isAStep(one, next);
                         }) == rows.end();
  for (const auto& [least, mention] : rows)
    if (isAScale && least > 1 && !mention->isConditional)
      mention->isConditional = true, mention->score -= kForSeveral;
}

// Where there is no other price, one that is called a unit's only by a class is the price: of a unit of the product.
void trustUnitPrices(PriceMentions& mentions) {
  constexpr double kCredible = 2, kAsOthers = 3; // what another role has cost it
  for (const PriceMention& m : mentions.all)
    if (m.role == PriceRole::Price && m.score > kCredible)
      return;
  for (PriceMention& m : mentions.all)
    if (m.role == PriceRole::Unit && !m.price.isPerUnit && !hasPhrase(m.text, PhraseKind::Unit))
      m.role = PriceRole::Price, m.score += kAsOthers;
}

} // namespace pricewright
