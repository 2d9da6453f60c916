// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extraction/PageWords.h"
#include "extraction/VisibleFacts.h"
#include "extraction/html/Utf8.h"

#include <algorithm>
#include <cmath>

namespace pricewright {
namespace {

class AvailabilityReader {
 public:
  AvailabilityReader(const PageScan& scan, const PriceMentions& mentions, ProductFacts& facts)
      : m_scan(scan), m_dom(scan.dom), m_facts(facts) {
    // The price is what availability stands beside; without one the name.
    m_anchor = scan.title;
    double best = 2;
    for (const PriceMention& m : mentions.all)
      if (m.role == PriceRole::Price && m.score > best)
        best = m.score, m_anchor = m.node;
  }
  void read() {
    for (NodeId i = 0; i < m_dom.size(); ++i)
      if (m_dom.isText(i) && m_scan.isReadable(i))
        readText(i);
    readButtons();
  }

 private:
  static constexpr std::uint16_t kAway = place::Chrome | place::Related | place::Review | place::Choice;

  void readText(NodeId text) {
    const std::string_view characters = trimmedView(m_dom[text].text);
    if (characters.size() < 4 || characters.size() > 90 || (m_scan.places[text] & kAway))
      return;
    const double near = nearAnchor(text);
    const NodeId parent = m_dom[text].parent;
    const bool stocked = m_scan.wordsAround(parent, 2) & says::Stock;
    if (near < 0.15 && !stocked)
      return;
    const bool brief = characters.size() <= 45;
    const double sure = (brief ? 0.35 : 0.2) + 0.35 * near + (stocked ? 0.2 : 0) -
                        ((m_scan.places[text] & place::MaybeHidden) ? 0.3 : 0);
    if (hasPhrase(characters, PhraseKind::OutOfStock) || countsNone(characters)) {
      if (!isAPromise(characters))
        add("OutOfStock", text, sure);
    } else if (hasPhrase(characters, PhraseKind::PreOrder) && brief)
      addLater("PreOrder", text, sure - 0.1);
    else if (hasPhrase(characters, PhraseKind::BackOrder) && brief)
      addLater("BackOrder", text, sure - 0.15);
    else if (hasPhrase(characters, PhraseKind::InStock))
      add("InStock", text, sure - 0.05);
  }
  // "Never out of stock", "Out of stock? We refund you": of no product now.
  static bool isAPromise(std::string_view characters) {
    return characters.find('?') != std::string_view::npos || containsNoCase(characters, "never ");
  }
  // "0 in stock", but not "100 in stock".
  static bool countsNone(std::string_view characters) {
    return characters.front() == '0' && characters.size() > 1 && isSpaceByte(characters[1]) &&
           hasPhrase(characters, PhraseKind::InStock);
  }
  void addLater(const char* code, NodeId text, double sure) {
    constexpr double kCredible = 0.3;
    m_later = m_later || sure > kCredible;
    add(code, text, sure);
  }
  void readButtons() {
    constexpr double kMeansLater = 0.35; // a button that sells what comes later sells all the same
    for (const NodeId b : m_scan.buyButtons) {
      const double near = nearAnchor(b);
      if (near < 0.1 || (m_scan.places[b] & (place::Related | place::Chrome)))
        continue;
      // A button that is off may wait for the choice of a size: it says little.
      if (m_scan.isDisabled(b))
        add("OutOfStock", b, 0.2 + 0.1 * near);
      else
        add("InStock", b, 0.35 + 0.25 * near - (m_later ? kMeansLater : 0));
    }
  }
  void add(const char* code, NodeId node, double confidence) {
    ProductFact fact;
    fact.field = ProductField::Availability, fact.value = QString::fromLatin1(code), fact.node = node;
    fact.confidence = std::clamp(confidence, 0.05, 0.9), fact.snippet = snippetOf(m_dom.textOf(node, 300));
    m_facts.push_back(std::move(fact));
  }
  double nearAnchor(NodeId node) const {
    if (m_anchor == kNoNode)
      return 0.3;
    const double away = std::abs(static_cast<double>(m_scan.order[node]) - static_cast<double>(m_scan.order[m_anchor]));
    return std::exp(-away / 500);
  }

  const PageScan& m_scan;
  const PageDom& m_dom;
  ProductFacts& m_facts;
  NodeId m_anchor = kNoNode;
  bool m_later = false; // it is said that it comes later
};

} // namespace

void addAvailabilityFacts(const PageScan& scan, const PriceMentions& mentions, ProductFacts& facts) {
  AvailabilityReader(scan, mentions, facts).read();
}

void addOtherFacts(const PageScan& scan, const PriceMentions& mentions, ProductFacts& facts) {
  ProductFact name;
  name.field = ProductField::Name, name.value = toQt(scan.titleText).left(500), name.node = scan.title;
  name.confidence = scan.title == kNoNode ? 0.4 : 0.7, name.snippet = snippetOf(scan.titleText);
  if (!name.value.isEmpty())
    facts.push_back(name);
  for (NodeId i = 0; i < scan.dom.size(); ++i) {
    if (!scan.dom.isText(i) || !scan.isReadable(i) || (scan.places[i] & (place::Chrome | place::Related)))
      continue;
    const std::string_view text = trimmedView(scan.dom[i].text);
    if (text.size() < 8 || text.size() > 60 || !hasPhrase(text, PhraseKind::FreeShipping) ||
        hasPhrase(text, PhraseKind::MinimumOrder))
      continue;
    ProductFact fact;
    fact.field = ProductField::Shipping, fact.value = QStringLiteral("0"), fact.amount = Decimal(), fact.node = i;
    fact.confidence = 0.5, fact.snippet = snippetOf(text);
    facts.push_back(std::move(fact));
    break;
  }
  for (const PriceMention& m : mentions.all) {
    if (m.role != PriceRole::Shipping || m.score < -2 || hasPhrase(m.text, PhraseKind::MinimumOrder))
      continue;
    ProductFact fact;
    fact.field = ProductField::Shipping, fact.amount = m.price.amount, fact.value = m.price.amount->toString();
    fact.currency = m.price.currency, fact.node = m.node, fact.snippet = snippetOf(m.text);
    fact.confidence = std::clamp(0.4 + m.score / 20, 0.1, 0.6);
    facts.push_back(std::move(fact));
  }
}

} // namespace pricewright
