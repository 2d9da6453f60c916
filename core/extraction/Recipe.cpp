// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extraction/Recipe.h"

#include "extraction/PageScan.h"
#include "extraction/PriceMentions.h"
#include "extraction/StructuredFacts.h"
#include "extraction/html/CssSelect.h"
#include "extraction/html/Utf8.h"

namespace pricewright {
namespace {

constexpr double kRecipeTrust = 0.97;

bool isAmount(ProductField field) {
  return field == ProductField::Price || field == ProductField::ListPrice || field == ProductField::Shipping;
}

// What the text means for the field, "" if it is of no use.
ProductFact recipeFact(const PageScan& scan, ProductField field, const std::string& text) {
  ProductFact fact;
  fact.field = field, fact.source = FactSource::Recipe, fact.confidence = kRecipeTrust, fact.snippet = snippetOf(text);
  if (isAmount(field)) {
    fact.amount = machineAmount(text, scan, fact.currency);
    if (!fact.amount) {
      const PriceText read = parsePriceText(toQt(std::string_view(text).substr(0, 300)), priceHints(scan));
      fact.amount = read.amount, fact.currency = read.currency;
    }
    fact.value = fact.amount ? fact.amount->toString() : QString();
  } else if (field == ProductField::Currency) {
    fact.value = currencyCode(text, scan);
  } else if (field == ProductField::Availability) {
    fact.value = availabilityCode(text);
  } else if (field == ProductField::Condition) {
    fact.value = conditionCode(text);
  } else if (field == ProductField::Gtin) {
    fact.value = toQt(text).remove(u'-').remove(u' ');
    fact.value = isGtin(fact.value) ? fact.value : QString();
  } else {
    fact.value = toQt(collapsed(text)).left(1000);
  }
  return fact;
}

} // namespace

void addRecipeFacts(const PageScan& scan, const std::vector<RecipeField>& recipe, ProductFacts& facts) {
  for (const RecipeField& step : recipe) {
    const auto selector = CssSelector::parse(step.selector);
    const NodeId node = selector ? selector->first(scan.dom) : kNoNode;
    if (node == kNoNode)
      continue;
    const std::string text = step.attribute.isEmpty()
                                 ? (isAmount(step.field) ? priceCharacters(scan, node) : scan.dom.textOf(node))
                                 : std::string(scan.dom.attribute(node, toUtf8(step.attribute.toLower())));
    ProductFact fact = recipeFact(scan, step.field, text);
    fact.node = node;
    if (!fact.value.isEmpty())
      facts.push_back(std::move(fact));
  }
}

Status checkRecipe(const std::vector<RecipeField>& recipe) {
  for (const RecipeField& step : recipe)
    PW_CHECK(CssSelector::parse(step.selector));
  return {};
}

Result<RecipeField> learnRecipe(const PageDom& dom, NodeId node, ProductField field) {
  if (node < dom.size() && dom.isText(node))
    node = dom[node].parent;
  PW_TRY(const QString selector, selectorFor(dom, node));
  RecipeField step{field, selector, {}};
  if (dom[node].tag == Tag::Meta)
    step.attribute = QStringLiteral("content");
  else if (dom[node].tag == Tag::Input)
    step.attribute = QStringLiteral("value");
  else if (dom[node].tag == Tag::Link)
    step.attribute = QStringLiteral("href");
  else if (isAmount(field))
    for (const char* name : {"content", "data-price", "data-price-amount"})
      if (const std::string_view* value = dom.find(node, name);
          value && !value->empty() && isDigitByte(value->front())) {
        step.attribute = QString::fromLatin1(name);
        break;
      }
  return step;
}

} // namespace pricewright
