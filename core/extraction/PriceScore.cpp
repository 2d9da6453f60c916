// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extraction/PriceScore.h"

#include "extraction/PageWords.h"
#include "extraction/PriceSurroundings.h"
#include "extraction/html/Utf8.h"

#include <cmath>
#include <cstdlib>
#include <map>
#include <set>

namespace pricewright {
namespace {

// What stands before and behind the amount in its own text, up to the next number: "12.50 + 4.95 shipping" is the
// price of something.
Surroundings aroundAmount(const PriceMention& mention) {
  constexpr std::string_view kDigits = "0123456789";
  const std::string_view text = mention.text;
  const std::string amount = toUtf8(mention.price.amountText);
  const std::size_t found = amount.empty() ? std::string_view::npos : text.find(amount);
  const bool known = found != std::string_view::npos;
  const std::size_t first = known ? found : std::min(text.find_first_of(kDigits), text.size());
  const std::size_t last = text.find_last_of(kDigits);
  std::string_view after = known                            ? text.substr(found + amount.size())
                           : last == std::string_view::npos ? std::string_view()
                                                            : text.substr(last + 1);
  after = after.substr(0, after.find_first_of(kDigits));
  return {std::string(text.substr(0, first)), std::string(after)};
}

// "Shipping: 4.95", "+ 4.95 shipping"; but not "12.50 plus shipping", and not a price below a line about delivery.
bool isShipping(const PriceMention& mention, std::uint32_t own, const Surroundings& s) {
  const Surroundings inside = aroundAmount(mention);
  const std::string_view before = inside.before, after = inside.after;
  if (hasPhrase(before, PhraseKind::Shipping) || hasPhrase(before, PhraseKind::FreeShipping) ||
      (hasPhrase(after, PhraseKind::FreeShipping) && hasPhrase(before, PhraseKind::MinimumOrder)))
    return true;
  const bool added = trimmedView(before).starts_with('+');
  const bool apart =
      after.find('.') != std::string_view::npos || after.find(',') != std::string_view::npos || after.size() > 24;
  if (hasPhrase(after, PhraseKind::Shipping) && !hasPhrase(after, PhraseKind::FreeShipping) &&
      (added || (!apart && !hasPhrase(after, PhraseKind::Besides))))
    return true;
  const std::string_view label = lastBytes(s.before, 28);
  return !(own & says::Price) && hasPhrase(label, PhraseKind::Shipping) && !hasPhrase(label, PhraseKind::FreeShipping);
}

// "Buy 3 for 11.90 each": a verb of buying before a number of pieces.
bool buysSeveral(std::string_view words) {
  constexpr std::string_view kVerbs[] = {" buy ",        " acquista ", " compra ", " compre ",  " achetez ",
                                         " kaufen sie ", " koop ",     " kup ",    " kupte ",   " köp ",
                                         " kjøp ",       " køb ",      " osta ",   " купите ",  " купуйте ",
                                         " koupit ",     " cumpără ",  " vegyél ", " αγοράστε "};
  const std::string lower = ' ' + toUtf8(toQt(words).toLower());
  for (const std::string_view verb : kVerbs)
    if (const std::size_t at = lower.find(verb); at != std::string::npos) {
      const int pieces = std::atoi(lower.c_str() + at + verb.size());
      if (pieces > 1 && pieces < 10'000)
        return true;
    }
  return false;
}

// In a group of fields that is called "Add a warranty" or the like.
bool isAnExtra(const PageScan& scan, NodeId at) {
  const PageDom& dom = scan.dom;
  for (int up = 0; up < 5 && at != kNoNode && dom[at].tag != Tag::Body; ++up, at = dom[at].parent)
    if (dom[at].tag == Tag::Fieldset)
      return hasPhrase(dom.textOf(at, 40), PhraseKind::Conditional);
  return false;
}

// "Members: 16.99", "Subscribe & save 15 % 24.65": who is neither pays the other price. And what is another offer, or
// comes on top.
bool dependsOnBuyer(const PageScan& scan, const PriceMention& mention, const std::string& words,
                    const Surroundings& s) {
  const bool outsiders = containsNoCase(words, "non-member") || containsNoCase(words, "non member");
  return hasPhrase(mention.text, PhraseKind::Fee) || hasPhrase(lastBytes(s.before, 24), PhraseKind::Fee) ||
         hasPhrase(words, PhraseKind::TradeIn) || hasPhrase(sameLineAfter(scan, mention), PhraseKind::TradeIn) ||
         hasPhrase(lastBytes(s.before, 40), PhraseKind::TradeIn) ||
         (!outsiders && hasPhrase(words, PhraseKind::Conditional)) || hasPhrase(words, PhraseKind::OtherOffer) ||
         buysSeveral(words) || isAnExtra(scan, mention.node);
}

PriceRole roleOf(const PageScan& scan, const PriceMention& mention, std::uint32_t near, const Surroundings& s) {
  const std::uint32_t own = ownWords(scan, mention);
  const std::string_view after = std::string_view(s.after).substr(0, 24), before = lastBytes(s.before, 40);
  const bool unit = (mention.price.isPerUnit && !hasPhrase(mention.text, PhraseKind::Piece)) || (near & says::Unit);
  if (unit || hasPhrase(mention.text, PhraseKind::Unit))
    return PriceRole::Unit;
  if ((near & says::Instalment) || hasPhrase(mention.text, PhraseKind::Instalment) ||
      hasPhrase(after, PhraseKind::Instalment) ||
      (hasPhrase(before, PhraseKind::Instalment) && !hasPhrase(mention.text, PhraseKind::CurrentPrice)))
    return PriceRole::Instalment;
  if (hasPhrase(before, PhraseKind::Saving) || hasPhrase(mention.text, PhraseKind::Saving) ||
      ((near & says::Save) && !(near & says::Current) && !(near & says::Price)))
    return PriceRole::Saving;
  const bool old = hasPhrase(before, PhraseKind::OldPrice) || hasPhrase(mention.text, PhraseKind::OldPrice);
  if (scan.places[mention.node] & place::Struck)
    return PriceRole::ListPrice;
  if ((near & says::Shipping) || isShipping(mention, own, s))
    return PriceRole::Shipping;
  // "List price" has a price in it.
  if (old && !hasPhrase(withoutPhrases(before, PhraseKind::OldPrice), PhraseKind::CurrentPrice) &&
      !(own & says::Current))
    return PriceRole::ListPrice;
  // "+ 10.00" comes on top of a price.
  return trimmedView(mention.text).starts_with('+') ? PriceRole::Other : PriceRole::Price;
}

double wordScore(const PageScan& scan, const PriceMention& mention) {
  const std::uint32_t own = ownWords(scan, mention), near = scan.wordsAround(elementOf(scan, mention.node), 2);
  double score = 0;
  if (own & says::Price)
    score += 1.5;
  else if (near & says::Price)
    score += 1.2;
  if (own & says::Current)
    score += 0.8;
  else if ((near & says::Current) && !(own & says::Old))
    score += 0.4;
  if (own & says::Old)
    score -= 1;
  if (near & says::Buy)
    score += 0.5;
  if (near & says::Option)
    score -= 0.7;
  if (near & says::WithoutTax)
    score -= 1.2;
  if (near & says::Save)
    score -= 0.8;
  const std::string_view property = scan.dom.attribute(mention.node, "itemprop");
  if (property == "price" || property == "lowPrice")
    score += 1.5;
  return score;
}

double placeScore(const PageScan& scan, const PriceMention& mention) {
  const std::uint16_t place = scan.places[mention.node];
  double score = 0;
  const auto penalty = [&](std::uint16_t bit, double points) { score -= (place & bit) ? points : 0; };
  penalty(place::Chrome, 4), penalty(place::Related, 3), penalty(place::InLink, 2), penalty(place::Struck, 3);
  penalty(place::Review, 2), penalty(place::Choice, 1.2), penalty(place::MaybeHidden, 0.7);
  if ((place & place::Product) && !(place & place::Related))
    score += 0.3;
  return score;
}

// How large it is written, where a style or a heading says so: prices are.
double sizeScore(const PageScan& scan, NodeId node) {
  constexpr std::size_t kPriceAlone = 24;
  const NodeId element = elementOf(scan, node);
  const Tag tag = scan.dom[element].tag;
  if (((tag >= Tag::H2 && tag <= Tag::H4) || tag == Tag::Strong || tag == Tag::B) &&
      scan.dom.textOf(element, 60).size() <= kPriceAlone)
    return 0.8;
  for (int up = 0; up < 3 && node != kNoNode; ++up, node = scan.dom[node].parent) {
    const std::string_view style = scan.dom.attribute(node, "style");
    const std::size_t unit = style.find("px");
    if (style.find("font") == std::string_view::npos || unit == std::string_view::npos)
      continue;
    std::size_t first = unit;
    while (first > 0 && isDigitByte(style[first - 1]))
      --first;
    const int pixels =
        first + 3 >= unit && first < unit ? std::atoi(std::string(style.substr(first, unit - first)).c_str()) : 0;
    return pixels >= 18 ? 1.2 : pixels >= 1 && pixels <= 11 ? -0.5 : 0;
  }
  return 0;
}

// Nearness to the product's name and to the button that buys it, by the text between: 0 … 1.
double nearness(const PageScan& scan, NodeId from, NodeId to, double reach) {
  const double distance = std::abs(static_cast<double>(scan.order[from]) - static_cast<double>(scan.order[to]));
  return std::exp(-distance / reach);
}

double distanceScore(const PageScan& scan, const PriceMention& mention) {
  double score = 0;
  if (scan.title != kNoNode) {
    const double near = nearness(scan, scan.title, mention.node, 700);
    const bool justAbove = scan.order[mention.node] + 120 > scan.order[scan.title];
    score += mention.node > scan.title ? 3 * near : justAbove ? 2.2 * near : 1.2 * near;
  }
  double button = 0;
  for (const NodeId b : scan.buyButtons)
    button = std::max(button, nearness(scan, b, mention.node, 250));
  return score + 1.6 * button;
}

// A link to elsewhere as cards of products have it: with a picture, or with a name.
bool isCardLink(const PageScan& scan, NodeId link) {
  const PageDom& dom = scan.dom;
  const std::string_view href = dom.attribute(link, "href");
  if (href.size() < 8 || href[0] == '#' || startsNoCase(href, "javascript") || (scan.words[link] & says::Buy))
    return false;
  for (NodeId i = link + 1; i < dom[link].end; ++i)
    if (dom[i].tag == Tag::Img)
      return true;
  const std::string text = dom.textOf(link, 200);
  return text.size() > 24 && !hasPhrase(text, PhraseKind::Shipping) && !hasPhrase(text, PhraseKind::Instalment) &&
         similarity(text, scan.titleText) < 0.6;
}

// A card of another product: within a few elements around such a link comes before the price, and the page's own
// product's name is not there.
bool isCard(const PageScan& scan, NodeId node) {
  const PageDom& dom = scan.dom;
  NodeId at = node, seen = node;
  for (int up = 0; up < 6 && at != kNoNode && dom[at].tag != Tag::Body; ++up, at = dom[at].parent) {
    if ((scan.title != kNoNode && dom.contains(at, scan.title)) || dom[at].end - at > 120 ||
        (up > 2 && dom[at].tag == Tag::Form))
      return false;
    for (NodeId i = at; i < seen; ++i) // what is nearer was looked at before
      if (dom[i].tag == Tag::A && isCardLink(scan, i))
        return true;
    seen = at;
  }
  return false;
}

// Mentions whose elements are alike, with other amounts: a list.
std::string pathOf(const PageScan& scan, NodeId node) {
  std::string path;
  for (int up = 0; up < 4 && node != kNoNode && scan.dom[node].tag != Tag::Body; ++up, node = scan.dom[node].parent) {
    path += std::string(scan.dom[node].text) + '.';
    path += std::string(scan.dom.attribute(node, "class")) + '/';
  }
  return path;
}

double taxScore(const PriceMention& m, const Surroundings& s) {
  const auto says = [&](PhraseKind kind) {
    return hasPhrase(s.before + ' ' + m.text, kind) || hasPhrase(s.after, kind);
  };
  return says(PhraseKind::WithoutTax) ? -1.2 : says(PhraseKind::WithTax) ? 0.4 : 0;
}

// By what is said of it, in itself and around it.
void scoreByPhrases(const PageScan& scan, const PriceMentions& mentions, std::size_t which, PriceMention& m) {
  const Surroundings s = around(scan, mentions, m);
  const std::string words = wordsOfItsOwn(scan, mentions, which);
  m.role = roleOf(scan, m, scan.wordsAround(elementOf(scan, m.node), 2), s);
  if (hasPhrase(words, PhraseKind::LowestBefore))
    m.role = PriceRole::Other;
  if (hasPhrase(s.before + ' ' + m.text, PhraseKind::MinimumOrder) &&
      hasPhrase(s.before + s.after + m.text, PhraseKind::Shipping))
    m.role = PriceRole::Shipping;
  m.isConditional = dependsOnBuyer(scan, m, words, s);
  m.score += taxScore(m, s);
  m.score += hasPhrase(s.before, PhraseKind::CurrentPrice) ? 0.5 : 0;
  m.score -= m.isConditional ? 2.5 : 0;
  m.score -= m.role != PriceRole::Price && m.role != PriceRole::ListPrice ? 3 : 0;
}

} // namespace

void scorePriceMentions(const PageScan& scan, PriceMentions& mentions) {
  std::map<std::string, std::set<qint64>> alike;
  std::vector<std::string> paths;
  for (const PriceMention& m : mentions.all) {
    paths.push_back(pathOf(scan, m.node));
    alike[paths.back()].insert(m.price.amount->micros());
  }
  const bool anyWritesMoney =
      std::any_of(mentions.all.begin(), mentions.all.end(), [](const PriceMention& m) { return m.writesMoney; });
  for (std::size_t i = 0; i < mentions.all.size(); ++i) {
    PriceMention& m = mentions.all[i];
    m.score = wordScore(scan, m) + placeScore(scan, m) + distanceScore(scan, m) + sizeScore(scan, m.node);
    m.score += m.price.currencyText.isEmpty() ? 0 : 0.6;
    m.score -= alike[paths[i]].size() >= 4 ? 1.5 : 0;
    m.score -= isCard(scan, m.node) ? 2.5 : 0;
    m.score -= anyWritesMoney && isBareNumber(m) ? 2 : 0;
    m.score -= m.text.size() > 40 ? 1 : 0;
    m.score -= m.price.amount->micros() <= 0 ? 3 : 0;
    scoreByPhrases(scan, mentions, i, m);
  }
  markQuantityBreaks(scan, mentions);
  markQuantityRanges(scan, mentions);
  pairPrices(scan, mentions);
  trustUnitPrices(mentions);
}

} // namespace pricewright
