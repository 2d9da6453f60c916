// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extraction/ProductPage.h"

#include "extraction/FactVote.h"
#include "extraction/PageKind.h"
#include "extraction/PriceNature.h"
#include "extraction/StructuredFacts.h"
#include "extraction/VisibleFacts.h"
#include "extraction/html/PageText.h"

#include <QJsonArray>

namespace pricewright {
namespace {

void addMachineFacts(const PageScan& scan, ProductFacts& facts) {
  addGraphFacts(scan, jsonLdGraph(jsonLdScripts(scan.dom)), FactSource::JsonLd, facts);
  addGraphFacts(scan, microdataGraph(scan.dom), FactSource::Microdata, facts);
  addGraphFacts(scan, rdfaGraph(scan.dom), FactSource::Rdfa, facts);
  addLooseFacts(scan, facts);
  addMetaFacts(scan, facts);
  addStateFacts(scan, facts);
}

// The currency that machines are told, to read lone numbers and a "$" by.
QString toldCurrency(const ProductFacts& facts) {
  double most = 0.4;
  QString code;
  for (const ProductFact& fact : facts)
    if (fact.field == ProductField::Currency && fact.confidence > most)
      most = fact.confidence, code = fact.value;
  return code;
}

QJsonValue fieldJson(const FieldValue& field) {
  if (!field.isKnown())
    return QJsonValue::Null;
  QJsonObject evidence;
  if (!field.selector.isEmpty())
    evidence.insert(QStringLiteral("selector"), field.selector);
  if (!field.pointer.isEmpty())
    evidence.insert(QStringLiteral("pointer"), field.pointer);
  evidence.insert(QStringLiteral("snippet"), field.snippet);
  return QJsonObject{{QStringLiteral("value"), field.value},
                     {QStringLiteral("confidence"), qRound(field.confidence * 1000) / 1000.0},
                     {QStringLiteral("source"), sourceName(field.source)},
                     {QStringLiteral("evidence"), evidence}};
}

bool isPdf(const PageInput& input) {
  return input.contentType.trimmed().startsWith(u"application/pdf", Qt::CaseInsensitive) ||
         input.bytes.first(std::min<qsizetype>(input.bytes.size(), 1024)).trimmed().startsWith("%PDF-");
}

} // namespace

ProductPage extractProduct(const PageInput& input, const std::vector<RecipeField>& recipe) {
  ProductPage page;
  if (isPdf(input)) { // its bytes are no words
    page.why = QStringLiteral("pdf-page");
    page.flags << page.why;
    return page;
  }
  PageText text = readPageText(input.bytes, input.contentType);
  page.charset = text.charset;
  if (text.truncated)
    page.flags << QStringLiteral("truncated");
  const PageDom dom = PageDom::read(std::move(text.utf8));
  if (dom.truncated() && page.flags.isEmpty())
    page.flags << QStringLiteral("truncated");
  const PageScan scan(dom, input.url);
  ProductFacts facts;
  addRecipeFacts(scan, recipe, facts);
  addMachineFacts(scan, facts);
  const PriceMentions mentions = findPriceMentions(scan, priceHints(scan, toldCurrency(facts)));
  addLabelFacts(scan, facts);
  addAddressFacts(scan, facts);
  addAvailabilityFacts(scan, mentions, facts);
  addOtherFacts(scan, mentions, facts);
  if (const QString kind = refusalOf(scan, mentions, facts); !kind.isEmpty()) {
    page.why = kind;
    page.flags << kind;
    voteTexts(scan, facts, page);
    return page;
  }
  if (showsAProduct(scan, mentions, facts))
    votePrice(scan, mentions, facts, page);
  else
    page.why = QStringLiteral("no-price");
  voteCurrency(scan, mentions, facts, page);
  voteAvailability(scan, facts, page);
  voteTexts(scan, facts, page);
  addNatureFlags(scan, mentions, facts, page);
  addPageFlags(scan, facts, page);
  return page;
}

QJsonObject toJson(const ProductPage& page) {
  QJsonObject out;
  for (std::size_t i = 0; i < page.fields.size(); ++i)
    out.insert(fieldName(static_cast<ProductField>(i)), fieldJson(page.fields[i]));
  out.insert(QStringLiteral("why"), page.why);
  out.insert(QStringLiteral("flags"), QJsonArray::fromStringList(page.flags));
  out.insert(QStringLiteral("charset"), page.charset);
  return out;
}

} // namespace pricewright
