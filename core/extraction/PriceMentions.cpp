// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extraction/PriceMentions.h"

#include "extraction/PageWords.h"
#include "extraction/PriceScore.h"
#include "extraction/html/Utf8.h"

#include <algorithm>

namespace pricewright {
namespace {

constexpr std::size_t kMostMentions = 1'500; // a page with more prices is a list
constexpr NodeId kLargestBox = 400;          // nodes of an element that may be one price's

// Arabic, Persian and wide digits as well. npos: none.
std::size_t firstDigit(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (isDigitByte(text[i]))
      return i;
    const auto at = [&](std::size_t k) {
      return k < text.size() ? static_cast<unsigned char>(text[k]) : static_cast<unsigned char>(0);
    };
    const unsigned char first = at(i), second = at(i + 1), third = at(i + 2);
    if ((first == 0xD9 && second >= 0xA0 && second <= 0xA9) || (first == 0xDB && second >= 0xB0 && second <= 0xB9) ||
        (first == 0xEF && second == 0xBC && third >= 0x90 && third <= 0x99))
      return i;
  }
  return std::string_view::npos;
}
bool hasDigit(std::string_view text) { return firstDigit(text) != std::string_view::npos; }

// "1 299:-", "24,-", "1'299.–": nobody writes anything but money so.
bool dashForCents(std::string_view text) {
  for (const std::string_view dash : {":-", ",-", ".-", ",\u2013", ".\u2013"})
    if (const std::size_t at = text.find(dash); at != std::string_view::npos && at > 0 && isDigitByte(text[at - 1]))
      return true;
  return false;
}

// Signs and short words beside a number that are worth asking the reader of prices about.
bool hintsAtMoney(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (text[i] == '$' || (byte == 0xC2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) >= 0xA2) ||
        (byte == 0xE2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) == 0x82) || byte >= 0xD0)
      return true;
  }
  return dashForCents(text);
}

// "12€" and "12": without the sign of a currency at its end.
std::string_view withoutSign(std::string_view number) {
  while (!number.empty() &&
         (number.back() == '$' || number.back() == ' ' || static_cast<unsigned char>(number.back()) >= 0x80))
    number.remove_suffix(1);
  return number;
}

// "19" + "99" raised, "12€" + "99": two digits by themselves that follow a whole number at once.
bool areCents(const PageScan& scan, NodeId text, std::string_view characters, std::string_view before) {
  before = withoutSign(before);
  if (characters.size() != 2 || !isDigitByte(characters[0]) || !isDigitByte(characters[1]) || before.empty() ||
      !isDigitByte(before.back()))
    return false;
  const NodeId parent = scan.dom[text].parent;
  return scan.dom[parent].tag == Tag::Sup || (scan.wordsAround(parent, 1) & says::Cents) ||
         scan.dom[parent].tag == Tag::Small || scan.dom[parent].tag == Tag::Span;
}

class MentionFinder {
 public:
  MentionFinder(const PageScan& scan, const PriceTextHints& hints) : m_scan(scan), m_dom(scan.dom), m_hints(hints) {}
  PriceMentions find() {
    for (NodeId i = 0; i < m_dom.size() && m_found.all.size() < kMostMentions; ++i)
      if (m_dom.isText(i) && m_scan.isReadable(i))
        visit(i);
    return std::move(m_found);
  }

 private:
  void visit(NodeId text) {
    const std::string_view characters = trimmedView(m_dom[text].text);
    if (characters.size() < 60 && m_scan.title != kNoNode && hasPhrase(characters, PhraseKind::CallForPrice) &&
        !(m_scan.places[text] & (place::Chrome | place::Related | place::Choice)))
      m_found.callForPrice = true;
    if (text < m_done || characters.empty() || characters.size() > 160 || !hasDigit(characters))
      return;
    const NodeId parent = m_dom[text].parent;
    const bool priced = (m_scan.wordsAround(parent, 3) & says::Price) || (m_scan.places[parent] & place::Struck);
    if (!priced && !hintsAtMoney(characters) && !nearMoney(text))
      return;
    const NodeId box = boxOf(text);
    PriceMention mention;
    mention.node = box;
    mention.text = priceCharacters(m_scan, box);
    if (mention.text.size() > 160 || !hasDigit(mention.text))
      return;
    mention.price = parsePriceText(toQt(mention.text), m_hints);
    if (!mention.price.amount && hasPhrase(mention.text, PhraseKind::Shipping)) // no price, says its reader, but a cost
      mention.price = parsePriceText(toQt(withoutPhrases(mention.text, PhraseKind::Shipping)), m_hints);
    if (!mention.price.amount && hasPhrase(mention.text, PhraseKind::Shipping))
      mention.price = parsePriceText(toQt(std::string_view(mention.text).substr(firstDigit(mention.text))), m_hints);
    if (!writesMoney(mention))
      readNeighbours(mention, text);
    if (!mention.price.amount || (!priced && mention.price.currencyText == m_hints.currency && !writesMoney(mention)))
      return;
    if (box != text)
      m_done = m_dom[box].end;
    mention.writesMoney = writesMoney(mention);
    m_found.all.push_back(std::move(mention));
  }
  // A sign in the text next to the number.
  void readNeighbours(PriceMention& mention, NodeId text) const {
    const std::string wide = neighbours(text, mention.text);
    if (wide.size() == mention.text.size())
      return;
    PriceText price = parsePriceText(toQt(wide), m_hints);
    if (price.amount && price.amount == mention.price.amount && !price.currencyText.isEmpty() &&
        toQt(wide).contains(price.currencyText))
      mention.price = std::move(price), mention.text = wide;
  }
  std::string neighbours(NodeId text, std::string_view characters) const {
    std::string before, after;
    for (NodeId i = text; i-- > 1 && i + 6 > text;)
      if (m_dom.isText(i) && m_scan.isReadable(i) && !trimmedView(m_dom[i].text).empty()) {
        before = collapsed(m_dom[i].text);
        break;
      }
    for (NodeId i = text + 1; i < m_dom.size() && i < text + 6; ++i)
      if (m_dom.isText(i) && m_scan.isReadable(i) && !trimmedView(m_dom[i].text).empty()) {
        after = collapsed(m_dom[i].text.substr(0, 60));
        break;
      }
    std::string out;
    if (!before.empty() && before.size() <= 8 && !hasDigit(before))
      out = before + ' ';
    out += characters;
    if (!after.empty() && after.size() <= 16 && !hasDigit(after))
      out += ' ' + after;
    return out;
  }
  // A currency that is written, not hinted at.
  bool writesMoney(const PriceMention& mention) const {
    return dashForCents(mention.text) ||
           (!mention.price.currencyText.isEmpty() && toQt(mention.text).contains(mention.price.currencyText));
  }
  // Short words such as "kr" and "lei", beside the number or in the element next to it.
  bool nearMoney(NodeId text) const {
    const std::string_view characters = trimmedView(m_dom[text].text);
    if (characters.size() > 40)
      return false;
    const std::string around = neighbours(text, characters);
    const bool letters = std::any_of(around.begin(), around.end(), isAlphaByte) || hintsAtMoney(around);
    return letters && !parsePriceText(toQt(around), {}).currencyText.isEmpty();
  }
  // The element around the text that holds the whole price and nothing else with a number.
  NodeId boxOf(NodeId text) const {
    NodeId best = m_dom[text].parent;
    if (countNumbers(best) > 1)
      return text; // beside other numbers in elements of their own
    for (NodeId at = best; at != kNoNode && m_dom[at].end - at < 24; at = m_dom[at].parent) {
      const bool holdsName = m_scan.title != kNoNode && m_dom.contains(at, m_scan.title);
      if (m_dom[at].tag == Tag::Body || m_dom[at].tag == Tag::Td || holdsName || countNumbers(at) > 1 ||
          priceCharacters(m_scan, at).size() > 40)
        break;
      best = at;
      if (m_dom[at].tag == Tag::Del || m_dom[at].tag == Tag::S || m_dom[at].tag == Tag::A || m_dom[at].tag == Tag::Li)
        break;
    }
    return best;
  }
  // 0, 1, or more: 2.
  int countNumbers(NodeId element) const {
    if (m_dom[element].end - element > kLargestBox)
      return 2;
    int count = 0;
    std::string before;
    for (NodeId i = element + 1; i < m_dom[element].end; ++i) {
      if (!m_dom.isText(i) || !m_scan.isReadable(i))
        continue;
      const std::string_view characters = trimmedView(m_dom[i].text);
      const bool mark = !before.empty() && (before.back() == ',' || before.back() == '.');
      const bool goesOn = !characters.empty() && (characters[0] == ',' || characters[0] == '.');
      if (hasDigit(characters) && !mark && !goesOn && !areCents(m_scan, i, characters, before))
        ++count;
      const bool sign =
          characters.size() <= 3 && !hasDigit(characters) && withoutSign(characters).empty() && !before.empty();
      if (sign) // "38", "€", "75"
        before += characters;
      else if (!characters.empty())
        before = std::string(characters);
    }
    return count;
  }

  const PageScan& m_scan;
  const PageDom& m_dom;
  const PriceTextHints& m_hints;
  PriceMentions m_found;
  NodeId m_done = 0; // what was read as part of a price
};

} // namespace

std::string priceCharacters(const PageScan& scan, NodeId element) {
  std::string out;
  const PageDom& dom = scan.dom;
  if (dom.isText(element))
    return collapsed(dom[element].text);
  for (NodeId i = element + 1; i < dom[element].end && out.size() < 400; ++i) {
    if (dom.isElement(i)) {
      if ((tagKind(dom[i].tag) & tagkind::Block) || dom[i].tag == Tag::Br)
        out += ' ';
      continue;
    }
    if (!scan.isReadable(i))
      continue;
    const std::string_view characters = trimmedView(dom[i].text);
    const std::string sofar = collapsed(out);
    if (areCents(scan, i, characters, sofar)) {
      const std::size_t digits = sofar.find_last_not_of("0123456789.,");
      const std::string_view number = std::string_view(sofar).substr(digits == std::string::npos ? 0 : digits + 1);
      const bool marked = number.size() > 3 && number.size() >= 3 &&
                          (number[number.size() - 3] == '.' || number[number.size() - 3] == ',');
      if (!marked && isDigitByte(sofar.back())) // the mark that is not used already; a sign is one itself
        out = sofar + (number.find('.') == std::string_view::npos ? '.' : ',');
    }
    out += dom[i].text;
  }
  return collapsed(out);
}

bool PriceMentions::shows(Decimal amount) const {
  return std::any_of(all.begin(), all.end(), [&](const PriceMention& m) {
    return m.price.amount == amount && m.role != PriceRole::Saving && m.role != PriceRole::Instalment;
  });
}

PriceTextHints priceHints(const PageScan& scan, const QString& currency) {
  PriceTextHints hints;
  hints.currency = currency;
  hints.country = toQt(scan.country);
  hints.language = toQt(std::string_view(scan.htmlLanguage).substr(0, 2)).toLower();
  return hints;
}

PriceMentions findPriceMentions(const PageScan& scan, const PriceTextHints& hints) {
  PriceMentions found = MentionFinder(scan, hints).find();
  scorePriceMentions(scan, found);
  return found;
}

} // namespace pricewright
