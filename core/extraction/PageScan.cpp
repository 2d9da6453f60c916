// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extraction/PageScan.h"

#include "extraction/PageWords.h"
#include "extraction/html/Utf8.h"

#include <algorithm>

namespace pricewright {
namespace {

bool styleSays(std::string_view style, std::string_view property, std::string_view value) {
  const std::size_t at = findNoCase(style, property);
  if (at == std::string_view::npos)
    return false;
  const std::string_view rest = style.substr(at + property.size());
  return containsNoCase(rest.substr(0, rest.find(';')), value);
}

std::uint32_t wordsOfElement(const PageDom& dom, NodeId id) {
  std::uint32_t bits = 0;
  for (auto a = dom.attributesBegin(id); a != dom.attributesEnd(id); ++a)
    if (a->name == "class" || a->name == "id" || a->name == "itemprop" || a->name == "data-testid" ||
        a->name == "data-qa" || a->name == "data-test" || a->name == "data-role" || a->name == "data-price-type")
      bits |= classWords(a->value);
    else if (a->name.starts_with("data-") &&
             (containsNoCase(a->name, "price") || (a->value.size() < 40 && containsNoCase(a->value, "price"))))
      bits |= says::Price;
  return bits;
}

unsigned placeOfTag(Tag tag, std::uint16_t depth, bool holdsTitle) {
  switch (tag) {
  case Tag::Script:
  case Tag::Style:
  case Tag::Template:
  case Tag::Noscript:
  case Tag::Svg:
  case Tag::Head:
  case Tag::Iframe:
  case Tag::Textarea:
    return place::Silent;
  case Tag::Nav:
  case Tag::Footer:
    return holdsTitle ? 0u : place::Chrome;
  case Tag::Header:
    return holdsTitle || depth > 6 ? 0u : place::Chrome;
  case Tag::Del:
  case Tag::S:
  case Tag::Strike:
    return place::Struck;
  case Tag::Option:
  case Tag::Datalist:
  case Tag::Label: // of a box to tick: a variant, or something that may be added
    return place::Choice;
  case Tag::Button:
    return place::Button;
  default:
    return 0;
  }
}

unsigned placeOfAttributes(const PageDom& dom, NodeId id) {
  unsigned p = dom[id].tag == Tag::A && dom.find(id, "href") ? place::InLink : 0u;
  if (dom.find(id, "hidden"))
    p |= place::Hidden;
  const std::string_view style = dom.attribute(id, "style");
  if (style.empty())
    return p;
  if (styleSays(style, "display", "none") || styleSays(style, "visibility", "hidden"))
    p |= place::Hidden;
  return styleSays(style, "text-decoration", "line-through") ? p | place::Struck : p;
}

} // namespace

PageScan::PageScan(const PageDom& page, const QString& pageUrl) : dom(page), url(pageUrl) {
  metas = metaProperties(dom);
  scanNodes();
  scanPlaces();
  ogTitle = std::string(meta("og:title"));
  if (canonical.empty())
    canonical = std::string(meta("og:url"));
  country = countryOfUrl(url.isEmpty() ? toQt(canonical) : url);
  if (country.empty() && htmlLanguage.size() == 5 && (htmlLanguage[2] == '-' || htmlLanguage[2] == '_'))
    country = toUtf8(toQt(htmlLanguage.substr(3)).toUpper());
  if (country.empty())
    if (const std::string_view locale = meta("og:locale"); locale.size() == 5)
      country = toUtf8(toQt(locale.substr(3)).toUpper());
  findTitle();
  if (title != kNoNode)
    scanPlaces();
  markRelated();
  findButtons();
}

std::string_view PageScan::meta(std::string_view name) const {
  for (const MetaProperty& m : metas)
    if (equalsNoCase(m.name, name) && !m.content.empty())
      return m.content;
  return {};
}

std::uint16_t PageScan::placeOf(NodeId id, std::uint16_t around) const {
  const PageNode& node = dom[id];
  // Whatever it is called, what holds the product's name is neither a menu nor a list of other products.
  const bool holdsTitle = title != kNoNode && dom.contains(id, title);
  unsigned p = around | placeOfTag(node.tag, node.depth, holdsTitle);
  if (node.attributeCount == 0)
    return static_cast<std::uint16_t>(p);
  p |= placeOfAttributes(dom, id);
  const std::uint32_t said = words[id];
  const auto add = [&](bool holds, std::uint16_t bit) { p |= holds ? bit : 0u; };
  add(said & says::Crossed, place::Struck);
  add((said & says::Hidden) && node.tag != Tag::Body && node.tag != Tag::Html, place::MaybeHidden);
  add((said & says::Review) && !(said & says::Price), place::Review);
  add((said & says::Option) && !(said & says::Price), place::Choice);
  add(said & says::Product, place::Product);
  // Their classes speak of the page as a whole; the uppermost elements' may, as long as the name is not found.
  const bool uppermost = node.depth < 4 && title == kNoNode;
  if (node.tag == Tag::Body || node.tag == Tag::Html || node.tag == Tag::Main || uppermost || holdsTitle)
    return static_cast<std::uint16_t>(p);
  add((said & says::Related) && !(said & says::Price), place::Related);
  // A cart outside of the product is the visitor's own; within it is the place to buy.
  const bool cart = (said & says::Cart) && !(around & place::Product);
  add(((said & says::Chrome) || cart) && !(said & (says::Price | says::Buy | says::Product)), place::Chrome);
  return static_cast<std::uint16_t>(p);
}

void PageScan::scanNodes() {
  words.assign(dom.size(), 0);
  NodeId silentEnd = 0; // what is in scripts and pictures has no words
  for (NodeId i = 0; i < dom.size(); ++i) {
    const PageNode& node = dom[i];
    if (node.tag == Tag::Svg || node.tag == Tag::Script)
      silentEnd = std::max(silentEnd, node.end);
    if (node.tag != Tag::Text && node.attributeCount > 0 && i >= silentEnd)
      words[i] = wordsOfElement(dom, i);
    if (node.tag == Tag::Html)
      htmlLanguage = std::string(dom.attribute(i, "lang"));
    if (node.tag == Tag::Link && equalsNoCase(dom.attribute(i, "rel"), "canonical"))
      canonical = std::string(trimmedView(dom.attribute(i, "href")));
    if (node.tag == Tag::Title && windowTitle.empty() && i >= silentEnd)
      windowTitle = dom.textOf(i, 600);
  }
}

void PageScan::scanPlaces() {
  places.assign(dom.size(), 0);
  order.assign(dom.size(), 0);
  std::uint32_t read = 0;
  for (NodeId i = 0; i < dom.size(); ++i) {
    const PageNode& node = dom[i];
    const std::uint16_t around = node.parent == kNoNode ? std::uint16_t{0} : places[node.parent];
    order[i] = read;
    places[i] = node.tag == Tag::Text ? around : placeOf(i, around);
    if (node.tag == Tag::Text && !(around & (place::Silent | place::Hidden)))
      read += static_cast<std::uint32_t>(trimmedView(node.text).size());
  }
}

std::uint32_t PageScan::wordsAround(NodeId id, int levels) const {
  std::uint32_t bits = words[id];
  for (NodeId at = dom[id].parent; levels > 0 && at != kNoNode && dom[at].tag != Tag::Body; --levels) {
    bits |= words[at];
    at = dom[at].parent;
  }
  return bits;
}

bool PageScan::isDisabled(NodeId id) const {
  return dom.find(id, "disabled") || equalsNoCase(dom.attribute(id, "aria-disabled"), "true") ||
         (words[id] & says::Disabled);
}

// The heading that says what the window's title says, of several the greatest.
void PageScan::findTitle() {
  const std::string& wanted = ogTitle.empty() ? windowTitle : ogTitle;
  double best = 0;
  int seen = 0;
  for (NodeId i = 0; i < dom.size(); ++i) {
    const Tag tag = dom[i].tag;
    const bool heading = tag >= Tag::H1 && tag <= Tag::H4,
               named = (words[i] & says::Title) && (words[i] & says::Product);
    const bool property = dom.isElement(i) && dom[i].attributeCount > 0 && dom.attribute(i, "itemprop") == "name";
    if ((!heading && !named && !property) || !isReadable(i) || dom[i].tag == Tag::Meta || ++seen > 400)
      continue;
    const std::string text = dom.textOf(i, 500);
    if (text.size() < 3 || text.size() > 400)
      continue;
    const double like = std::max(similarity(text, wanted), similarity(text, windowTitle));
    const double rank = tag == Tag::H1 ? 0.55 : property ? 0.25 : tag == Tag::H2 ? 0.2 : named ? 0.2 : 0.1;
    const double away = (places[i] & (place::Chrome | place::Related)) ? 0.4 : (places[i] & place::InLink) ? 0.25 : 0;
    if (const double score = like + rank - away; score > best + 1e-9 && score > 0.5) {
      best = score;
      title = i, titleText = text;
    }
  }
  if (titleText.empty())
    titleText = wanted;
}

// "You may also like": the heading and what follows it in its element are of other products, whatever the classes say.
void PageScan::markRelated() {
  constexpr std::size_t kLongestHeading = 60;
  constexpr int kMostAround = 6; // elements that hold the heading alone
  for (NodeId i = 0; i < dom.size(); ++i) {
    if (!dom.isText(i) || !isReadable(i) || (places[i] & (place::Related | place::InLink)))
      continue;
    const std::string_view text = trimmedView(dom[i].text);
    if (text.size() < 4 || text.size() > kLongestHeading || leadingPhrase(text, PhraseKind::RelatedHeading) == 0)
      continue;
    NodeId heading = dom[i].parent;
    for (int up = 0; up < kMostAround && dom[heading].parent != kNoNode &&
                     dom.textOf(dom[heading].parent, 100).size() <= kLongestHeading;
         ++up)
      heading = dom[heading].parent;
    const NodeId box = dom[heading].parent;
    if (box == kNoNode || dom[box].tag == Tag::Body || dom[box].tag == Tag::Table || dom[box].tag == Tag::Tr)
      continue;
    // Beside the product itself only what a real heading stands over, up to the next one.
    const bool besideIt = title != kNoNode && dom.contains(box, title);
    const Tag tag = dom[heading].tag;
    if (besideIt && (tag < Tag::H2 || tag > Tag::H5 || heading < title))
      continue;
    for (NodeId at = heading; at < dom[box].end && !(besideIt && at > heading && dom[at].tag == tag); ++at)
      places[at] |= place::Related;
  }
}

void PageScan::findButtons() {
  for (NodeId i = 0; i < dom.size() && buyButtons.size() < 50; ++i) {
    const Tag tag = dom[i].tag;
    const bool input = tag == Tag::Input && (equalsNoCase(dom.attribute(i, "type"), "submit") ||
                                             equalsNoCase(dom.attribute(i, "type"), "button") ||
                                             equalsNoCase(dom.attribute(i, "type"), "image"));
    const bool clickable = tag == Tag::Button || tag == Tag::A || input || (words[i] & says::Buy);
    if (!clickable || !isReadable(i) || (places[i] & (place::Chrome | place::Related)) || dom[i].end - i > 40)
      continue;
    std::string text = input ? std::string(dom.attribute(i, "value")) : dom.textOf(i, 120);
    text += ' ';
    text += dom.attribute(i, "title");
    if (text.size() > 90)
      continue;
    const bool control = tag == Tag::Button || tag == Tag::A || input;
    if (hasPhrase(text, PhraseKind::Buy) || (control && (words[i] & says::Buy) && text.size() > 2))
      buyButtons.push_back(i);
  }
}

double similarity(std::string_view a, std::string_view b) {
  const auto split = [](std::string_view text) {
    std::vector<std::string> out;
    std::string word;
    const QByteArray lower = toQt(text.substr(0, 600)).toLower().toUtf8();
    for (const char c : lower) {
      const bool part = isAlphaByte(c) || isDigitByte(c) || static_cast<unsigned char>(c) >= 0x80;
      if (part)
        word += c;
      else if (!word.empty())
        out.push_back(std::exchange(word, {}));
    }
    if (!word.empty())
      out.push_back(word);
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
  };
  const auto left = split(a), right = split(b);
  if (left.empty() || right.empty())
    return 0;
  std::vector<std::string> both;
  std::set_intersection(left.begin(), left.end(), right.begin(), right.end(), std::back_inserter(both));
  const double less = static_cast<double>(std::min(left.size(), right.size()));
  const double common = static_cast<double>(both.size());
  // One common word of one is little, however all of it that is.
  return less < 2 ? common / less * 0.7 : common / less;
}

std::string countryOfUrl(const QString& url) {
  const qsizetype scheme = url.indexOf(QStringLiteral("://"));
  const QString rest = scheme < 0 ? url : url.mid(scheme + 3);
  const QString host = rest.section(u'/', 0, 0).section(u':', 0, 0).toLower();
  const QString last = host.section(u'.', -1);
  static constexpr std::u16string_view kGeneric[] = {u"io", u"tv", u"me", u"co", u"ai", u"cc",
                                                     u"fm", u"ly", u"to", u"ws", u"eu"};
  const bool generic =
      std::any_of(std::begin(kGeneric), std::end(kGeneric), [&](auto name) { return QStringView(name) == last; });
  if (last.size() == 2 && last[0].isLetter() && (!generic || host.count(u'.') > 2))
    return last == QStringLiteral("uk") ? "GB" : toUtf8(last.toUpper());
  // "ar-sa.shop.com", "shop.com/de-at/", "shop.com/ie/en/"
  const QStringList parts{host.section(u'.', 0, 0), rest.section(u'/', 1, 1).toLower()};
  for (const QString& part : parts)
    if (part.size() == 5 && (part[2] == u'-' || part[2] == u'_'))
      return toUtf8(part.mid(3).toUpper());
  const QString first = parts[1], second = rest.section(u'/', 2, 2);
  if (first.size() == 2 && second.size() == 2 && first[0].isLetter() && first[1].isLetter())
    return first == QStringLiteral("uk") ? "GB" : toUtf8(first.toUpper());
  return {};
}

} // namespace pricewright
