// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extraction/FactVote.h"

#include "extraction/html/CssSelect.h"
#include "extraction/html/Utf8.h"

#include <algorithm>
#include <deque>
#include <map>

namespace pricewright {
namespace {

// From the score of a mention, about 0 … 8, to how sure one may be of it.
double sureness(double score) { return std::clamp(score / 7, 0.02, 0.9); }

struct PriceOption {
  Agreement agreement;
  double structured = 0, visible = 0; // best confidence of machines' facts, best score of mentions
  int mentions = 0;                   // that people can read, as the price
  bool isFrom = false;                // machines are told that others cost more
  bool shown = false, shownOld = false, shownToAll = false; // to all: not only as somebody's or of several pieces
  const PriceMention* mention = nullptr;
  double weight = 0;
};

class PriceVote {
 public:
  PriceVote(const PageScan& scan, const PriceMentions& mentions, const ProductFacts& facts, ProductPage& page)
      : m_scan(scan), m_mentions(mentions), m_facts(facts), m_page(page) {}

  void vote() {
    gather();
    weigh();
    choose();
    if (m_page[ProductField::Price].isKnown())
      chooseListPrice();
  }

 private:
  void gather() {
    for (const ProductFact& fact : m_facts)
      if (fact.field == ProductField::Price && fact.amount && fact.amount->micros() > 0) {
        PriceOption& option = m_options[fact.amount->micros()];
        option.agreement.add(fact, fact.confidence);
        option.structured = std::max(option.structured, fact.confidence);
        option.isFrom = option.isFrom || fact.isFrom;
      }
    for (const PriceMention& mention : m_mentions.all) {
      const qint64 micros = mention.price.amount->micros();
      if (micros <= 0)
        continue;
      const auto known = m_options.find(micros);
      if (mention.role == PriceRole::ListPrice && known != m_options.end())
        known->second.shownOld = true;
      if (mention.role != PriceRole::Price)
        continue;
      PriceOption& option = m_options[micros];
      option.shown = true;
      option.shownToAll = option.shownToAll || !mention.isConditional;
      option.mentions += mention.score > kCredible ? 1 : 0;
      if (!option.mention || mention.score > option.visible)
        option.mention = &mention, option.visible = mention.score;
    }
    const QString described = toQt(m_scan.meta("og:description")) + toQt(m_scan.meta("description"));
    for (auto& [micros, option] : m_options)
      if (option.mention) {
        option.agreement.add(factOf(*option.mention), sureness(option.visible));
        // What search engines are told names the price at times: no proof, but no other product's either.
        const QString& written = option.mention->price.amountText;
        if (written.size() >= 3 && option.visible > 0 && described.contains(written)) {
          ProductFact fact = factOf(*option.mention);
          fact.source = FactSource::OpenGraph;
          m_made.push_back(std::move(fact));
          option.agreement.add(m_made.back(), 0.3);
        }
      }
  }
  const ProductFact& factOf(const PriceMention& mention) {
    ProductFact fact;
    fact.field = ProductField::Price, fact.amount = mention.price.amount, fact.value = mention.price.amount->toString();
    fact.currency = mention.price.currency, fact.node = mention.node, fact.snippet = snippetOf(mention.text);
    fact.confidence = sureness(mention.score);
    m_made.push_back(std::move(fact));
    return m_made.back();
  }
  // What machines are told is doubtful where people are shown other prices.
  void weigh() {
    const bool anyShown = std::any_of(m_options.begin(), m_options.end(),
                                      [](const auto& o) { return o.second.mention && o.second.visible > 3.5; });
    for (auto& [micros, option] : m_options) {
      option.weight = option.agreement.confidence();
      if (option.weight >= 1)
        continue; // a recipe's
      option.weight = std::min(0.97, option.weight * (1 + kAgain * std::clamp(option.mentions - 1, 0, 3)));
      if (option.shown && !option.shownToAll)
        option.weight *= 0.6;
      else if (!option.shown && option.shownOld)
        option.weight *= 0.45;
      else if (!option.shown && anyShown)
        option.weight *= 0.7;
      else if (!option.shown)
        option.weight *= 0.9;
    }
  }
  void choose() {
    const PriceOption* best = nullptr;
    double second = 0;
    for (const auto& [micros, option] : m_options) {
      if (!best || option.weight > best->weight + 1e-12) {
        second = best ? best->weight : 0;
        best = &option;
      } else {
        second = std::max(second, option.weight);
      }
    }
    if (m_mentions.callForPrice && (!best || best->structured < 0.5)) {
      m_page.why = QStringLiteral("call-for-price");
      return;
    }
    if (!best || best->weight < kLeast) {
      m_page.why = QStringLiteral("no-price");
      return;
    }
    const bool recipe = best->agreement.best()->source == FactSource::Recipe;
    if (!recipe && best->weight < 0.8 && second > best->weight * 0.93) {
      m_page.why = QStringLiteral("several-prices");
      return;
    }
    if (!best->shown)
      m_page.flags << QStringLiteral("price-not-visible");
    if (second > 0.6 * best->weight && !recipe)
      m_page.flags << QStringLiteral("price-disputed");
    const PriceText* said = best->mention ? &best->mention->price : nullptr;
    if ((best->isFrom && !recipe) || (said && (said->isFrom || (said->upper && *said->upper != *said->amount))))
      m_page.flags << QStringLiteral("from-price");
    m_winner = best;
    const double sure = best->weight * (recipe ? 1 : 1 - 0.35 * std::min(1.0, second / best->weight));
    m_page[ProductField::Price] = fieldValue(m_scan, *best->agreement.best(), sure);
  }
  void chooseListPrice() {
    const qint64 price = m_page[ProductField::Price].amount->micros();
    ProductFact found;
    const auto consider = [&](const ProductFact& fact, double confidence) {
      if (fact.amount && fact.amount->micros() > price && fact.amount->micros() / 20 < price &&
          confidence > found.confidence) {
        found = fact;
        found.field = ProductField::ListPrice, found.confidence = confidence;
      }
    };
    for (const ProductFact& fact : m_facts)
      if (fact.field == ProductField::ListPrice)
        consider(fact, fact.confidence);
    for (const PriceMention& m : m_mentions.all)
      if (m.role == PriceRole::ListPrice && m_winner->mention) {
        const double near = m_winner->visible - m.score; // beside the price it loses only what it loses as an old one
        const bool close = m_scan.order[m.node] + 400 > m_scan.order[m_winner->mention->node] &&
                           m_scan.order[m.node] < m_scan.order[m_winner->mention->node] + 400;
        if (close && !(m_scan.places[m.node] & place::Related))
          consider(factOf(m), std::clamp(0.8 - near / 20, 0.2, 0.85));
      }
    if (found.confidence > 0.25)
      m_page[ProductField::ListPrice] = fieldValue(m_scan, found, found.confidence);
  }

  static constexpr double kLeast = 0.3, kCredible = 2;
  static constexpr double kAgain = 0.05; // what is written again counts so much more
  const PageScan& m_scan;
  const PriceMentions& m_mentions;
  const ProductFacts& m_facts;
  ProductPage& m_page;
  std::map<qint64, PriceOption> m_options;
  std::deque<ProductFact> m_made;
  const PriceOption* m_winner = nullptr;
};

} // namespace

void votePrice(const PageScan& scan, const PriceMentions& mentions, const ProductFacts& facts, ProductPage& page) {
  PriceVote(scan, mentions, facts, page).vote();
}

} // namespace pricewright
