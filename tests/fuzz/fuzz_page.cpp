// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a product page: there is a price or a reason why not, its evidence can be found again, and a page that
// is read twice says the same. The first line is the address, the second one a selector.
#include "base/Json.h"
#include "extraction/ProductPage.h"
#include "extraction/html/CssSelect.h"
#include "extraction/html/PageText.h"
#include "extraction/structured/StructuredData.h"
#include "fuzz/Fuzz.h"

using namespace pricewright;
using namespace pricewright::fuzz;

namespace {

void checkTree(const PageDom& dom) {
  for (NodeId i = 1; i < dom.size(); ++i) {
    need(dom[i].parent < i && dom[i].end > i && dom[i].end <= dom[dom[i].parent].end, "a node is within its parent");
    need(dom[i].depth == dom[dom[i].parent].depth + 1, "a node is one deeper than its parent");
  }
}

void checkSelectors(const PageDom& dom, const QString& text) {
  if (const auto selector = CssSelector::parse(text))
    for (const NodeId id : selector->select(dom, 100))
      need(dom.isElement(id), "a selector finds elements");
  for (NodeId i = 1; i < dom.size() && i < 40; i += 7) {
    if (!dom.isElement(i))
      continue;
    if (const auto own = selectorFor(dom, i))
      need(sure(CssSelector::parse(*own), "a selector that is made can be read").select(dom) == std::vector<NodeId>{i},
           "a selector that is made finds just its node");
  }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Input input(data, size);
  const QString url = input.text(), selector = input.text();
  const QByteArray bytes = input.rest();
  const PageDom dom = PageDom::read(readPageText(bytes, {}).utf8);
  checkTree(dom);
  checkSelectors(dom, selector);
  (void)jsonLdJson(dom), (void)microdataJson(dom), (void)rdfaJson(dom), (void)openGraphJson(dom);
  const std::vector<RecipeField> recipe{{ProductField::Seller, selector, {}}};
  const ProductPage page = extractProduct({bytes, url, {}}, recipe);
  const FieldValue& price = page[ProductField::Price];
  need(price.isKnown() == page.why.isEmpty(), "a price or a reason");
  need(!price.isKnown() || (price.amount && price.amount->micros() > 0), "a price is above nothing");
  for (const FieldValue& field : page.fields) {
    need(field.confidence >= 0 && field.confidence <= 1, "a confidence");
    need(field.snippet.size() <= 200, "a snippet is short");
  }
  need(canonicalJson(toJson(page)) == canonicalJson(toJson(extractProduct({bytes, url, {}}, recipe))),
       "the same again");
  return 0;
}
