// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extraction/PriceNature.h"

#include "extraction/PageWords.h"
#include "extraction/PriceSurroundings.h"
#include "extraction/html/Utf8.h"

namespace pricewright {
namespace {

constexpr std::uint16_t kElsewhere = place::Chrome | place::Related | place::Review;

// Where the price is most likely written; what it is beside.
const PriceMention* placeOfPrice(const PriceMentions& mentions, Decimal price) {
  const PriceMention* best = nullptr;
  for (const PriceMention& m : mentions.all) {
    const bool isOther = m.role == PriceRole::ListPrice || m.role == PriceRole::Shipping || m.role == PriceRole::Saving;
    if (m.price.amount == price && !isOther && (!best || m.score > best->score))
      best = &m;
  }
  return best;
}

class NatureReader {
 public:
  NatureReader(const PageScan& scan, const PriceMentions& mentions, const ProductFacts& facts, ProductPage& page)
      : m_scan(scan), m_dom(scan.dom), m_page(page) {
    const Decimal price = *page[ProductField::Price].amount;
    m_toldToMachines = std::any_of(facts.begin(), facts.end(), [&](const ProductFact& f) {
      return f.field == ProductField::Price && f.source != FactSource::Heuristic && f.amount == price;
    });
    m_place = placeOfPrice(mentions, price);
    if (!m_place)
      return;
    const Surroundings s = around(scan, mentions, *m_place);
    constexpr std::size_t kLabel = 40; // what is further away speaks of something else
    m_rate = rateAfter(s.after);
    m_beside = std::string(lastBytes(s.before, kLabel)) + ' ' + m_place->text + ' ' + s.after.substr(0, kLabel) + ' ' +
               sameLineAfter(scan, *m_place);
  }

  void read() {
    const bool sells = hasButton(false);
    if (beside(PhraseKind::Bid) || (!sells && hasButton(true)))
      flag("auction-price");
    if (isFor(PhraseKind::Rent))
      flag("rental-price");
    const bool isInstalment = m_place && m_place->role == PriceRole::Instalment && !m_toldToMachines;
    if (isInstalment || isFor(PhraseKind::Lease))
      flag("monthly-price");
    if (beside(PhraseKind::TradeIn))
      flag("price-disputed");
    if (beside(PhraseKind::Ended) || (!sells && saysEnded()))
      flag("listing-ended");
  }

 private:
  bool beside(PhraseKind kind) const { return hasPhrase(m_beside, kind); }
  // What machines are told as the price is one, however often rents and instalments are also offered beside it.
  bool isFor(PhraseKind kind) const { return hasPhrase(m_toldToMachines ? m_rate : m_beside, kind); }
  // "/month" and "per day", where they follow the amount at once; "" where something else does.
  static std::string rateAfter(std::string_view after) {
    constexpr std::size_t kRate = 12;
    const std::string rate(trimmedView(after).substr(0, kRate));
    static constexpr std::string_view kBegins[] = {"/", "per ", "a ", "pro ", "par ", "al ", "por ", "im ", "i "};
    const auto begins = [&](std::string_view with) { return rate.starts_with(with); };
    return std::any_of(std::begin(kBegins), std::end(kBegins), begins) ? rate : std::string();
  }
  void flag(const char* name) {
    if (const QString text = QString::fromLatin1(name); !m_page.flags.contains(text))
      m_page.flags << text;
  }
  // One that bids, or one that buys.
  bool hasButton(bool bids) const {
    for (const NodeId b : m_scan.buyButtons)
      if (!m_scan.isDisabled(b) && !(m_scan.places[b] & kElsewhere) &&
          hasPhrase(m_dom.textOf(b, 60), PhraseKind::Bid) == bids)
        return true;
    if (!bids)
      return false;
    for (NodeId i = 0; i < m_dom.size(); ++i) // "Bieten" is no word of buying
      if (m_dom[i].tag == Tag::Button && m_scan.isReadable(i) && !(m_scan.places[i] & kElsewhere) &&
          hasPhrase(m_dom.textOf(i, 60), PhraseKind::Bid))
        return true;
    return false;
  }
  bool saysEnded() const {
    constexpr std::size_t kLongest = 90; // a sentence of its own
    for (NodeId i = 0; i < m_dom.size(); ++i) {
      if (!m_dom.isText(i) || !m_scan.isReadable(i) ||
          (m_scan.places[i] & (kElsewhere | place::Choice | place::InLink)))
        continue;
      const std::string_view text = trimmedView(m_dom[i].text);
      if (text.size() <= kLongest && text.find('?') == std::string_view::npos && hasPhrase(text, PhraseKind::Ended))
        return true;
    }
    return false;
  }

  const PageScan& m_scan;
  const PageDom& m_dom;
  ProductPage& m_page;
  const PriceMention* m_place = nullptr;
  std::string m_beside, m_rate;
  bool m_toldToMachines = false;
};

} // namespace

void addNatureFlags(const PageScan& scan, const PriceMentions& mentions, const ProductFacts& facts, ProductPage& page) {
  const FieldValue& price = page[ProductField::Price];
  if (price.amount && price.source != FactSource::Recipe)
    NatureReader(scan, mentions, facts, page).read();
}

} // namespace pricewright
