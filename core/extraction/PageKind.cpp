// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extraction/PageKind.h"

#include "extraction/PageWords.h"
#include "extraction/html/Utf8.h"

#include <algorithm>
#include <set>

namespace pricewright {
namespace {

struct PageCounts {
  std::size_t readable = 0, scripts = 0, links = 0;
};

PageCounts countsOf(const PageScan& scan) {
  PageCounts c;
  for (NodeId i = 0; i < scan.dom.size(); ++i) {
    const Tag tag = scan.dom[i].tag;
    c.scripts += tag == Tag::Script;
    c.links += tag == Tag::A;
    if (tag == Tag::Text && scan.isReadable(i))
      c.readable += trimmedView(scan.dom[i].text).size();
  }
  return c;
}

bool anyPrice(const ProductFacts& facts) {
  return std::any_of(facts.begin(), facts.end(), [](const ProductFact& f) {
    return f.field == ProductField::Price && f.amount && f.amount->micros() > 0 && f.confidence >= 0.4;
  });
}

// By what it calls itself, or by the element that its heading and its text stand in.
bool isAnArticle(const PageScan& scan) {
  const PageDom& dom = scan.dom;
  if (equalsNoCase(scan.meta("og:type"), "article"))
    return true;
  for (NodeId i = scan.title; i != kNoNode; i = dom[i].parent)
    if (dom[i].tag == Tag::Article)
      return !(scan.words[i] & says::Product);
  for (NodeId i = 0; i < dom.size(); ++i)
    if (dom[i].tag == Tag::Script && containsNoCase(dom.attribute(i, "type"), "ld+json") &&
        dom[i].firstChild != kNoNode)
      for (const std::string_view type : {"\"blogposting\"", "\"newsarticle\"", "\"article\"", "\"jobposting\""})
        if (containsNoCase(dom[dom[i].firstChild].text, type))
          return true;
  return false;
}

// An amount that stands for itself, not within a sentence: "$12.50", "Price: $12.50".
bool standsAlone(const PageScan& scan, const PriceMention& mention) {
  constexpr std::size_t kLabel = 24;
  NodeId block = mention.node;
  while (scan.dom[block].parent != kNoNode && !(tagKind(scan.dom[block].tag) & tagkind::Block))
    block = scan.dom[block].parent;
  const PriceText& price = mention.price;
  const auto own = static_cast<std::size_t>(price.amountText.toUtf8().size() + price.currencyText.toUtf8().size());
  return scan.dom.textOf(block, 400).size() <= own + kLabel;
}

bool looksLikeAPrice(const PageScan& scan, const PriceMention& mention, bool article) {
  if (mention.role != PriceRole::Price && mention.role != PriceRole::ListPrice)
    return false;
  const NodeId element = scan.dom.isText(mention.node) ? scan.dom[mention.node].parent : mention.node;
  return (scan.wordsAround(element, 2) & says::Price) || (!article && standsAlone(scan, mention));
}

bool speaksOfAProduct(const ProductFact& fact) {
  constexpr double kLabelled = 0.5, kTold = 0.4;
  switch (fact.field) {
  case ProductField::Price:
  case ProductField::ListPrice:
  case ProductField::Sku:
  case ProductField::Gtin:
  case ProductField::Mpn:
  case ProductField::Availability:
    return fact.confidence >= (fact.source == FactSource::Heuristic ? kLabelled : kTold);
  default:
    return false;
  }
}

// A field for how many of it: nothing else is asked for so.
bool asksForAQuantity(const PageScan& scan) {
  constexpr std::string_view kNames[] = {"qty",    "quantity", "anzahl", "menge", "cantidad", "quantite", "quantita",
                                         "aantal", "antal",    "ilosc",  "qte",   "kolicina", "mnozstvi", "quantidade"};
  const auto isOne = [&](NodeId i) {
    const Tag tag = scan.dom[i].tag;
    return (tag == Tag::Input || tag == Tag::Select) && !(scan.places[i] & (place::Chrome | place::Related)) &&
           std::any_of(std::begin(kNames), std::end(kNames),
                       [&](std::string_view name) { return containsNoCase(scan.dom.attribute(i, "name"), name); });
  };
  for (NodeId i = 0; i < scan.dom.size(); ++i)
    if (isOne(i))
      return true;
  return false;
}

// The page sends its reader on by itself, at once or soon: what it is for stands elsewhere.
bool sendsOn(const PageScan& scan) {
  for (NodeId i = 0; i < scan.dom.size(); ++i)
    if (scan.dom[i].tag == Tag::Meta && collapsed(scan.dom.attribute(i, "http-equiv")).size() == 7 &&
        containsNoCase(scan.dom.attribute(i, "http-equiv"), "refresh") &&
        containsNoCase(scan.dom.attribute(i, "content"), "url"))
      return true;
  return false;
}

// A price and a button that buys, both of the page itself.
bool sells(const PageScan& scan, const PriceMentions& mentions) {
  constexpr double kCredible = 2;
  const auto isOfThePage = [&](NodeId button) { return (scan.places[button] & (place::Chrome | place::Related)) == 0; };
  return std::any_of(scan.buyButtons.begin(), scan.buyButtons.end(), isOfThePage) &&
         std::any_of(mentions.all.begin(), mentions.all.end(),
                     [](const PriceMention& m) { return m.role == PriceRole::Price && m.score > kCredible; });
}

} // namespace

bool showsAProduct(const PageScan& scan, const PriceMentions& mentions, const ProductFacts& facts) {
  const bool article = isAnArticle(scan);
  const auto isOfThePage = [&](NodeId button) { return (scan.places[button] & (place::Chrome | place::Related)) == 0; };
  return std::any_of(scan.buyButtons.begin(), scan.buyButtons.end(), isOfThePage) ||
         std::any_of(facts.begin(), facts.end(), speaksOfAProduct) ||
         std::any_of(mentions.all.begin(), mentions.all.end(),
                     [&](const PriceMention& m) { return looksLikeAPrice(scan, m, article); }) ||
         asksForAQuantity(scan);
}

QString refusalOf(const PageScan& scan, const PriceMentions& mentions, const ProductFacts& facts) {
  if (anyPrice(facts))
    return {}; // whatever else the page is, it sells something
  const PageCounts counts = countsOf(scan);
  const bool few = counts.readable < 2'000 && mentions.all.size() < 2;
  std::string body;
  if (few)
    for (NodeId i = 0; i < scan.dom.size(); ++i)
      if (scan.dom.isText(i) && scan.isReadable(i))
        body += std::string(scan.dom[i].text) + ' ';
  const std::string heads = scan.windowTitle + ' ' + scan.titleText;
  if (few && !sells(scan, mentions) &&
      (hasPhrase(heads, PhraseKind::Captcha) || hasPhrase(collapsed(body), PhraseKind::Captcha)))
    return QStringLiteral("blocked-page");
  if (hasPhrase(heads, PhraseKind::NotFound) && mentions.all.size() < 3)
    return QStringLiteral("not-found-page");
  if (counts.readable < 200 && mentions.all.empty() && sendsOn(scan))
    return QStringLiteral("redirect-page");
  if (counts.readable < 200 && counts.scripts > 0 && mentions.all.empty())
    return QStringLiteral("script-only-page");
  if (counts.readable == 0 && mentions.all.empty())
    return QStringLiteral("empty-page");
  return {};
}

void addPageFlags(const PageScan& scan, const ProductFacts& facts, ProductPage& page) {
  std::set<qint64> offers;
  for (const ProductFact& fact : facts)
    if (fact.field == ProductField::Price && fact.amount && fact.confidence >= 0.6)
      offers.insert(fact.amount->micros());
  if (offers.size() > 1)
    page.flags << QStringLiteral("variants");
  if (!page[ProductField::Price].isKnown() && countsOf(scan).readable < 1'500 &&
      (containsNoCase(scan.windowTitle, "cookie") || containsNoCase(scan.windowTitle, "consent") ||
       containsNoCase(scan.windowTitle, "privacy")))
    page.flags << QStringLiteral("consent-page");
}

} // namespace pricewright
