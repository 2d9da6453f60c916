// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extraction/PageWords.h"
#include "extraction/StructuredFacts.h"
#include "extraction/VisibleFacts.h"
#include "extraction/html/Utf8.h"

#include <algorithm>
#include <cmath>

namespace pricewright {
namespace {

struct LabelMeaning {
  PhraseKind kind;
  ProductField field;
  double confidence;
};
constexpr LabelMeaning kLabelMeanings[] = {
    {PhraseKind::GtinLabel, ProductField::Gtin, 0.85},
    {PhraseKind::MpnLabel, ProductField::Mpn, 0.7},
    {PhraseKind::SkuLabel, ProductField::Sku, 0.8},
    {PhraseKind::BrandLabel, ProductField::Brand, 0.6},
    {PhraseKind::ConditionLabel, ProductField::Condition, 0.6},
    {PhraseKind::SellerLabel, ProductField::Seller, 0.55},
};

bool isSeparator(char c) { return c == ':' || c == '#' || c == '.' || c == ' ' || c == '-' || c == '='; }

// "KB-G4", "RS-VHR-L": capitals in parts, which no word is written in.
bool isCodeOfCapitals(std::string_view text) {
  const bool parts = text.find('-') != std::string_view::npos || text.find('_') != std::string_view::npos;
  return parts && text.size() >= 5 && isAlphaByte(text.front()) && std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= 'A' && c <= 'Z') || isDigitByte(c) || c == '-' || c == '_';
         });
}

// Letters, digits and the marks within item numbers, some digit among them.
bool isItemNumber(std::string_view text) {
  if (text.size() < 3 || text.size() > 40)
    return false;
  int digits = 0, blanks = 0;
  for (const char c : text) {
    const bool mark = c == '-' || c == '_' || c == '.' || c == '/' || c == ' ' || c == '#' || c == '+';
    if (!isAlphaByte(c) && !isDigitByte(c) && !mark)
      return false;
    digits += isDigitByte(c);
    blanks += c == ' ';
  }
  return (digits >= 2 && blanks <= 3) || isCodeOfCapitals(text);
}

// A word of an address that is a number of the shop's: mostly digits, or capitals and digits; of "c7200a278526196" the
// long number in it. "" for other words.
QString addressNumber(const QString& word) {
  if (word.size() > 24)
    return {};
  qsizetype digits = 0, capitals = 0, run = 0, longest = 0, longestEnd = 0;
  for (qsizetype i = 0; i < word.size(); ++i) {
    digits += word[i].isDigit(), capitals += word[i].isUpper();
    run = word[i].isDigit() ? run + 1 : 0;
    if (run > longest)
      longest = run, longestEnd = i + 1;
  }
  if (longest >= 6 && digits < word.size() && capitals == 0 && longest * 3 >= word.size() && word.size() - digits <= 3)
    return word.mid(longestEnd - longest, longest);
  const bool mostly = digits >= 4 && digits * 3 >= word.size();
  return mostly || (word.size() >= 6 && digits >= 2 && digits + capitals == word.size()) ? word : QString();
}

class LabelReader {
 public:
  LabelReader(const PageScan& scan, ProductFacts& facts) : m_scan(scan), m_dom(scan.dom), m_facts(facts) {}
  void read() {
    addBrandBesideTitle();
    for (NodeId i = 0; i < m_dom.size(); ++i) {
      if (!m_dom.isText(i) || !m_scan.isReadable(i) ||
          (m_scan.places[i] & (place::Chrome | place::Related | place::Review | place::Button)))
        continue;
      const std::string_view raw = trimmedView(m_dom[i].text);
      if (raw.size() >= 2 && raw.size() <= 200) {
        readText(i, collapsed(raw));
        readSeller(i, collapsed(raw));
      }
    }
  }

 private:
  void readText(NodeId text, const std::string& characters) {
    for (const LabelMeaning& meaning : kLabelMeanings) {
      const std::size_t length = leadingPhrase(characters, meaning.kind);
      if (length == 0)
        continue;
      std::size_t at = length;
      bool marked = false;
      while (at < characters.size() && isSeparator(characters[at])) {
        marked = marked || characters[at] == ':' || characters[at] == '#';
        ++at;
      }
      if (startsNoCase(std::string_view(characters).substr(at), "\xEF\xBC\x9A")) // the wide colon
        at += 3, marked = true;
      if (at < characters.size() &&
          (marked || meaning.field == ProductField::Sku || meaning.field == ProductField::Gtin)) {
        addValue(meaning, std::string_view(characters).substr(at), text, marked ? 1.0 : 0.75);
        return;
      }
      if (at >= characters.size()) { // the label alone: the value stands next
        addNext(meaning, text, marked ? 1.0 : 0.9);
        return;
      }
    }
  }
  // "Ships from Us and sold by Them GmbH and delivered by …": a name behind the words, which begins as names do ("sold
  // by the yard" names none); or the words end the text, and the name is a link behind them.
  void readSeller(NodeId text, const std::string& characters) {
    constexpr std::size_t kSentence = 100;
    if (characters.size() > kSentence)
      return;
    for (std::size_t at = 0; at < characters.size(); ++at) {
      if (at > 0 && characters[at - 1] != ' ')
        continue;
      const std::string_view from = std::string_view(characters).substr(at);
      const std::size_t length = leadingPhrase(from, PhraseKind::SoldBy);
      if (length == 0)
        continue;
      std::string_view name = trimmedView(from.substr(length));
      while (!name.empty() && isSeparator(name.front()))
        name.remove_prefix(1);
      if (name.empty())
        return addNext({PhraseKind::SoldBy, ProductField::Seller, 0.55}, text, 1);
      for (const std::string_view end : {" and ", " und ", " et ", " y ", " e ", " en ", " och ", " og ", " i ", " a ",
                                         ", ", " | ", " (", " \u00B7 ", ". "})
        name = name.substr(0, name.find(end));
      const bool isName = !name.empty() && (toQt(name).front().isUpper() || toQt(name).front().isDigit() ||
                                            name.find('.') != std::string_view::npos);
      if (isName)
        addValue({PhraseKind::SoldBy, ProductField::Seller, 0.55}, name, text, 1);
      return;
    }
  }
  // A short text near the product's name, of an element that is called its brand.
  void addBrandBesideTitle() {
    constexpr std::uint32_t kNear = 160; // characters people read between
    constexpr std::size_t kLongest = 40;
    if (m_scan.title == kNoNode)
      return;
    const std::uint32_t title = m_scan.order[m_scan.title];
    const auto isNear = [&](NodeId i) {
      return m_scan.order[i] + kNear > title && m_scan.order[i] < title + kNear + m_scan.titleText.size();
    };
    for (NodeId i = 0; i < m_dom.size(); ++i) {
      if (!(m_scan.words[i] & says::Brand) || !isNear(i) || !m_scan.isReadable(i) ||
          (m_scan.places[i] & (place::Chrome | place::Related | place::Review)) || m_dom.contains(i, m_scan.title))
        continue;
      const std::string text = m_dom.textOf(i, 200);
      if (text.size() < 2 || text.size() > kLongest || text.find(':') != std::string::npos)
        continue;
      ProductFact fact;
      fact.field = ProductField::Brand, fact.value = toQt(text), fact.node = i, fact.snippet = snippetOf(text);
      fact.confidence = 0.5;
      m_facts.push_back(std::move(fact));
      return;
    }
  }
  void addNext(const LabelMeaning& meaning, NodeId label, double certainty) {
    NodeId seen = 0;
    for (NodeId i = label + 1; i < m_dom.size() && i < label + 24; ++i) {
      if (!m_dom.isText(i) || !m_scan.isReadable(i))
        continue;
      const std::string value = collapsed(m_dom[i].text.substr(0, 200));
      if (value.empty() || value == ":" || value == "#")
        continue;
      if (++seen > 1)
        return;
      const bool listed = m_dom[m_dom[i].parent].tag == Tag::Dd || m_dom[m_dom[i].parent].tag == Tag::Td;
      addValue(meaning, value, i, listed ? 1.0 : certainty);
      return;
    }
  }
  void addValue(const LabelMeaning& meaning, std::string_view text, NodeId node, double certainty) {
    text = trimmedView(text);
    QString value;
    if (meaning.field == ProductField::Gtin) {
      value = toQt(text.substr(0, 40)).remove(u'-').remove(u' ');
      if (!isGtin(value))
        return;
    } else if (meaning.field == ProductField::Sku || meaning.field == ProductField::Mpn) {
      const std::string_view number = numberIn(text);
      if (number.empty())
        return;
      value = toQt(number);
    } else if (meaning.field == ProductField::Condition) {
      value = conditionCode(text);
    } else if (text.size() <= 60 && !hasPhrase(text, PhraseKind::Buy)) {
      value = toQt(text);
    }
    if (value.isEmpty())
      return;
    ProductFact fact;
    fact.field = meaning.field, fact.value = value, fact.node = node, fact.snippet = snippetOf(m_dom[node].text);
    fact.confidence = meaning.confidence * certainty * nearTitle(node);
    m_facts.push_back(std::move(fact));
  }
  // The whole text, or what stands before the first bracket, comma or bar.
  static std::string_view numberIn(std::string_view text) {
    text = trimmedView(text.substr(0, text.find_first_of("|,;()[]<>")));
    while (!text.empty() && (text.back() == '.' || text.back() == ':'))
      text.remove_suffix(1);
    if (isItemNumber(text))
      return text;
    const std::string_view first = text.substr(0, text.find(' '));
    return isItemNumber(first) ? first : std::string_view();
  }
  double nearTitle(NodeId node) const {
    if (m_scan.title == kNoNode)
      return 0.85;
    const double away =
        std::abs(static_cast<double>(m_scan.order[node]) - static_cast<double>(m_scan.order[m_scan.title]));
    return 0.7 + 0.3 * std::exp(-away / 2500);
  }

  const PageScan& m_scan;
  const PageDom& m_dom;
  ProductFacts& m_facts;
};

} // namespace

void addLabelFacts(const PageScan& scan, ProductFacts& facts) { LabelReader(scan, facts).read(); }

void addAddressFacts(const PageScan& scan, ProductFacts& facts) {
  const QString path = scan.url.section(u'#', 0, 0).section(u'?', 0, 0).section(u'/', 3);
  QString best, word;
  const auto finish = [&] { // the last one counts
    if (const QString number = addressNumber(std::exchange(word, {})); !number.isEmpty())
      best = number;
  };
  for (const QChar c : path.left(1000))
    if (c.isLetterOrNumber() && c.unicode() < 128)
      word += c;
    else
      finish();
  finish();
  if (best.isEmpty())
    return;
  ProductFact fact;
  fact.field = ProductField::Sku, fact.value = best, fact.confidence = 0.35, fact.snippet = snippetOf(toUtf8(scan.url));
  facts.push_back(fact);
}

} // namespace pricewright
