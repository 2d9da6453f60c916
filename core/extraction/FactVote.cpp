// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extraction/FactVote.h"

#include "extraction/html/CssSelect.h"
#include "extraction/html/Utf8.h"
#include "extraction/pricetext/CurrencySymbols.h"

#include <algorithm>
#include <deque>
#include <map>

namespace pricewright {
namespace {

// Numbers and names that differ in case, blanks and marks only are the same.
QString sameText(const QString& text) {
  QString out;
  for (const QChar c : text.toLower())
    if (c.isLetterOrNumber())
      out += c;
  return out;
}

// What people can read, as one text to look numbers up in.
std::string readableText(const PageScan& scan) {
  std::string out;
  for (NodeId i = 0; i < scan.dom.size() && out.size() < 300'000; ++i)
    if (scan.dom.isText(i) && scan.isReadable(i) && !(scan.places[i] & place::Related)) {
      out += scan.dom[i].text;
      out += ' ';
    }
  return lowered(out);
}

using TextGroups = std::map<QString, Agreement>;
TextGroups groupsOf(const ProductFacts& facts, ProductField field) {
  TextGroups groups;
  for (const ProductFact& fact : facts)
    if (fact.field == field)
      if (const QString key = sameText(fact.value); !key.isEmpty())
        groups[key].add(fact, fact.confidence);
  return groups;
}

void takeBest(const PageScan& scan, const TextGroups& groups, ProductField field, ProductPage& page) {
  const Agreement* best = nullptr;
  for (const auto& [key, group] : groups)
    if (!best || group.confidence() > best->confidence())
      best = &group;
  if (best)
    page[field] = fieldValue(scan, *best->best(), best->confidence());
}

// The price is written in a currency that is none any more, as on pages from an archive.
const PriceMention* unlistedCurrency(const PriceMentions& mentions, const std::optional<Decimal>& price) {
  for (const PriceMention& m : mentions.all)
    if (m.price.amount == price && m.price.currency.isEmpty() && sameText(toQt(m.text)).endsWith(QStringLiteral("kn")))
      return &m;
  return nullptr;
}

// Where the price stands with a currency beside it; the likeliest such place.
const PriceMention* writerOf(const PriceMentions& mentions, Decimal price) {
  const PriceMention* best = nullptr;
  for (const PriceMention& m : mentions.all)
    if (m.role == PriceRole::Price && m.price.amount == price && m.writesMoney && !m.price.currency.isEmpty() &&
        m.score > 0 && (best == nullptr || m.score > best->score))
      best = &m;
  return best;
}
bool isOfARecipe(const ProductPage& page) { return page[ProductField::Price].source == FactSource::Recipe; }

const ProductFact* statedCurrency(const ProductFacts& facts, FactSource source, const QString& code) {
  const auto found = std::find_if(facts.begin(), facts.end(), [&](const ProductFact& fact) {
    return fact.field == ProductField::Currency && fact.source == source && fact.value == code;
  });
  return found == facts.end() ? nullptr : &*found;
}

ProductFact factAt(NodeId node, const QString& snippet) {
  ProductFact fact;
  fact.node = node, fact.snippet = snippet;
  return fact;
}

// What told the country: its domain, else the language that the page says it is in.
QString countrySnippet(const PageScan& scan) {
  const std::string byAddress = countryOfUrl(scan.url.isEmpty() ? toQt(scan.canonical) : scan.url);
  if (byAddress == scan.country)
    return snippetOf(toUtf8(scan.url.isEmpty() ? toQt(scan.canonical) : scan.url));
  const std::string_view locale = scan.meta("og:locale");
  return scan.htmlLanguage.size() == 5 || locale.empty() ? snippetOf("lang=" + scan.htmlLanguage)
                                                         : snippetOf("og:locale=" + std::string(locale));
}

NodeId elementOfLanguage(const PageDom& dom) {
  for (NodeId i = 0; i < dom.size(); ++i)
    if (dom[i].tag == Tag::Html)
      return i;
  return kNoNode;
}

// "AB123-1", where the address has "AB123".
bool beginsInAddress(const QString& number, const QString& url) {
  const qsizetype mark = std::max(number.lastIndexOf(u'-'), number.lastIndexOf(u'_'));
  return mark >= 5 && url.contains(number.left(mark), Qt::CaseInsensitive);
}

// An item number that people can read, or that the address has, is the shop's; one that is neither may be internal.
void voteSku(const PageScan& scan, const ProductFacts& facts, ProductPage& page) {
  const TextGroups groups = groupsOf(facts, ProductField::Sku);
  if (groups.empty())
    return;
  const std::string readable = readableText(scan);
  const QString address = sameText(scan.url);
  const Agreement* best = nullptr;
  double most = 0;
  for (const auto& [key, group] : groups) {
    if (key.size() < 3 || key.size() > 50)
      continue;
    double weight = group.confidence();
    const bool shown = readable.find(lowered(toUtf8(group.best()->value))) != std::string::npos;
    const bool addressed = key.size() >= 4 && address.contains(key);
    weight += shown ? 0.08 : -0.14;
    weight += addressed ? 0.06 : 0;
    weight -= group.best()->value.contains(u' ') ? 0.2 : 0; // rather a name or a model
    if (!addressed && group.best()->source != FactSource::Heuristic && beginsInAddress(group.best()->value, scan.url))
      weight -= 0.7; // of a variant: the address has the product's
    if (weight > most)
      most = weight, best = &group;
  }
  if (best)
    page[ProductField::Sku] = fieldValue(scan, *best->best(), std::min(most, 0.99));
}

} // namespace

void Agreement::add(const ProductFact& fact, double confidence) {
  double& known = m_bySource[static_cast<std::size_t>(fact.source)];
  known = std::max(known, std::clamp(confidence, 0.0, 0.98));
  if (confidence > m_most)
    m_most = confidence, m_best = &fact;
}

double Agreement::confidence() const {
  if (m_bySource[static_cast<std::size_t>(FactSource::Recipe)] > 0)
    return 1; // somebody showed where it stands
  double doubt = 1;
  for (const double c : m_bySource)
    doubt *= 1 - c;
  return 1 - doubt;
}

std::size_t Agreement::sources() const {
  return static_cast<std::size_t>(std::count_if(m_bySource.begin(), m_bySource.end(), [](double c) { return c > 0; }));
}

FieldValue fieldValue(const PageScan& scan, const ProductFact& fact, double confidence) {
  FieldValue value;
  value.value = fact.value, value.amount = fact.amount, value.source = fact.source;
  value.confidence = std::clamp(confidence, 0.0, 0.999);
  value.pointer = fact.pointer, value.snippet = fact.snippet;
  if (fact.field == ProductField::Shipping)
    value.currency = fact.currency;
  if (fact.node != kNoNode)
    value.selector = cssPath(scan.dom, fact.node);
  return value;
}

void voteCurrency(const PageScan& scan, const PriceMentions& mentions, const ProductFacts& facts, ProductPage& page) {
  const auto& price = page[ProductField::Price].amount;
  TextGroups groups = groupsOf(facts, ProductField::Currency);
  std::deque<ProductFact> made;
  const auto add = [&](const QString& code, const ProductFact& from, double confidence) {
    const ProductFact* own = statedCurrency(facts, from.source, code); // it shows where the currency itself stands
    made.push_back(own ? *own : from);
    made.back().field = ProductField::Currency, made.back().value = code, made.back().amount.reset();
    groups[code.toLower()].add(made.back(), confidence);
  };
  for (const ProductFact& fact : facts)
    if (fact.field == ProductField::Price && !fact.currency.isEmpty())
      add(fact.currency, fact, fact.amount == price ? fact.confidence + 0.05 : fact.confidence * 0.4);
  for (const PriceMention& m : mentions.all)
    if (!m.price.currency.isEmpty() && m.role == PriceRole::Price && m.score > 0) {
      add(m.price.currency, factAt(m.node, snippetOf(m.text)), m.price.amount == price ? 0.7 : 0.25);
    }
  if (const PriceMention* unlisted = unlistedCurrency(mentions, price))
    add(QStringLiteral("HRK"), factAt(unlisted->node, snippetOf(unlisted->text)), 0.7);
  if (const QString code = currencyOfCountry(toQt(scan.country)); !code.isEmpty())
    add(code, factAt(elementOfLanguage(scan.dom), countrySnippet(scan)), 0.2);
  takeBest(scan, groups, ProductField::Currency, page);
  if (const PriceMention* writer = price ? writerOf(mentions, *price) : nullptr;
      writer && page[ProductField::Currency].value != writer->price.currency && !isOfARecipe(page)) {
    const bool told = std::any_of(facts.begin(), facts.end(), [&](const ProductFact& fact) {
      return fact.field == ProductField::Price && fact.amount == price;
    });
    // Machines are told of another currency: the one written at the amount, where the amount is people's alone.
    if (!told) {
      ProductFact fact = factAt(writer->node, snippetOf(writer->text));
      fact.field = ProductField::Currency, fact.value = writer->price.currency;
      page[ProductField::Currency] = fieldValue(scan, fact, 0.6);
    }
    if (!page.flags.contains(QStringLiteral("price-disputed")))
      page.flags << QStringLiteral("price-disputed");
  }
  if (!price && page[ProductField::Currency].confidence < 0.5)
    page[ProductField::Currency] = {};
}

void voteAvailability(const PageScan& scan, const ProductFacts& facts, ProductPage& page) {
  TextGroups groups;
  bool machines = false;
  for (const ProductFact& fact : facts)
    if (fact.field == ProductField::Availability) {
      machines = machines || fact.source != FactSource::Heuristic;
      groups[fact.value].add(fact, fact.confidence);
    }
  const auto sure = [&](const char* code) {
    const auto found = groups.find(QString::fromLatin1(code));
    return found == groups.end() ? 0.0 : found->second.confidence();
  };
  // Of several offers or sizes one that can be had is enough.
  const Agreement* best = nullptr;
  double most = 0;
  for (const auto& [code, group] : groups) {
    const double weight = group.confidence() + (code == QStringLiteral("InStock") ? 0.05 : 0);
    if (weight > most)
      most = weight, best = &group;
  }
  if (best) {
    const double other = best->best()->value == QStringLiteral("InStock") ? sure("OutOfStock") : sure("InStock");
    page[ProductField::Availability] = fieldValue(scan, *best->best(), best->confidence() * (1 - 0.4 * other));
  } else if (page[ProductField::Price].isKnown()) { // what has a price and no word against it is sold: the price tells
    FieldValue value = page[ProductField::Price];
    value.value = QStringLiteral("InStock"), value.amount.reset(), value.confidence = 0.35;
    page[ProductField::Availability] = std::move(value);
  }
}

void voteTexts(const PageScan& scan, const ProductFacts& facts, ProductPage& page) {
  voteSku(scan, facts, page);
  for (const ProductField field :
       {ProductField::Gtin, ProductField::Mpn, ProductField::Brand, ProductField::Name, ProductField::Condition,
        ProductField::Seller, ProductField::Shipping, ProductField::Url})
    takeBest(scan, groupsOf(facts, field), field, page);
}

} // namespace pricewright
