// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "extraction/ClassWords.h"
#include "extraction/html/PageDom.h"
#include "extraction/structured/StructuredData.h"

#include <QString>

namespace pricewright {

// What holds for a node from its element and from those around it.
namespace place {
constexpr std::uint16_t Silent = 1; // scripts, styles, templates: nobody reads it
constexpr std::uint16_t Hidden = 2; // style or attribute says so
constexpr std::uint16_t InLink = 4;
constexpr std::uint16_t Struck = 8;   // crossed out
constexpr std::uint16_t Chrome = 16;  // header, footer, menu, cart
constexpr std::uint16_t Related = 32; // other products
constexpr std::uint16_t Review = 64;
constexpr std::uint16_t Choice = 128;  // within <option>, or one of several variants
constexpr std::uint16_t Product = 256; // a class says that it is the product's own part
constexpr std::uint16_t Button = 512;
constexpr std::uint16_t MaybeHidden = 1024; // a class says so
} // namespace place

// The page with what every search needs, gathered once.
struct PageScan {
  explicit PageScan(const PageDom& page, const QString& pageUrl);

  const PageDom& dom;
  QString url;
  std::vector<std::uint32_t> words;  // of each node's own class, id and the like: bits of says
  std::vector<std::uint16_t> places; // of each node: bits of place
  std::vector<std::uint32_t> order;  // of each node: how many characters people read before it
  std::vector<MetaProperty> metas;
  std::string htmlLanguage, windowTitle, ogTitle;
  std::string canonical;  // of <link rel=canonical>, og:url
  std::string country;    // ISO 3166 by language tag and domain, "" unknown
  NodeId title = kNoNode; // the product's name, as people read it
  std::string titleText;
  std::vector<NodeId> buyButtons; // in document order; disabled ones as well

  bool isReadable(NodeId id) const { return !(places[id] & (place::Silent | place::Hidden)); }
  std::string_view meta(std::string_view name) const;
  // What the classes of the node and of up to `levels` elements around it say.
  std::uint32_t wordsAround(NodeId id, int levels) const;
  bool isDisabled(NodeId id) const;

 private:
  void scanNodes();
  void scanPlaces();
  std::uint16_t placeOf(NodeId id, std::uint16_t around) const;
  void findTitle();
  void markRelated();
  void findButtons();
};

// The share of the words of `a` that are in `b`, in either direction the greater: 0 … 1.
double similarity(std::string_view a, std::string_view b);

// The country of a web address by its domain ("co.uk" → GB) or by its path ("/de-at/"), "" for generic domains.
std::string countryOfUrl(const QString& url);

} // namespace pricewright
