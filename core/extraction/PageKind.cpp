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

} // namespace

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
  if (few && (hasPhrase(heads, PhraseKind::Captcha) || hasPhrase(collapsed(body), PhraseKind::Captcha)))
    return QStringLiteral("blocked-page");
  if (hasPhrase(heads, PhraseKind::NotFound) && mentions.all.size() < 3)
    return QStringLiteral("not-found-page");
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
