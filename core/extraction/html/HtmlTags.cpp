// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extraction/html/HtmlTags.h"

#include <array>
#include <vector>

namespace pricewright {
namespace {

struct TagFacts {
  Tag tag;
  std::string_view name;
  unsigned kind;
};

using namespace tagkind;
constexpr TagFacts kTags[] = {
    {Tag::Unknown, "", 0},
    {Tag::Document, "#document", Scope},
    {Tag::Text, "#text", 0},
    {Tag::A, "a", 0},
    {Tag::Abbr, "abbr", 0},
    {Tag::Address, "address", Block},
    {Tag::Area, "area", Void},
    {Tag::Article, "article", Block},
    {Tag::Aside, "aside", Block},
    {Tag::Audio, "audio", 0},
    {Tag::B, "b", 0},
    {Tag::Base, "base", Void | Head},
    {Tag::Bdi, "bdi", 0},
    {Tag::Big, "big", 0},
    {Tag::Blockquote, "blockquote", Block},
    {Tag::Body, "body", Block},
    {Tag::Br, "br", Void},
    {Tag::Button, "button", Scope},
    {Tag::Caption, "caption", Block | Scope},
    {Tag::Center, "center", Block},
    {Tag::Cite, "cite", 0},
    {Tag::Code, "code", 0},
    {Tag::Col, "col", Void},
    {Tag::Colgroup, "colgroup", Block},
    {Tag::Data, "data", 0},
    {Tag::Datalist, "datalist", 0},
    {Tag::Dd, "dd", Block},
    {Tag::Del, "del", 0},
    {Tag::Details, "details", Block},
    {Tag::Dialog, "dialog", Block},
    {Tag::Dir, "dir", Block},
    {Tag::Div, "div", Block},
    {Tag::Dl, "dl", Block},
    {Tag::Dt, "dt", Block},
    {Tag::Em, "em", 0},
    {Tag::Embed, "embed", Void},
    {Tag::Fieldset, "fieldset", Block},
    {Tag::Figcaption, "figcaption", Block},
    {Tag::Figure, "figure", Block},
    {Tag::Font, "font", 0},
    {Tag::Footer, "footer", Block},
    {Tag::Form, "form", Block},
    {Tag::Frame, "frame", Void},
    {Tag::Frameset, "frameset", Block},
    {Tag::H1, "h1", Block},
    {Tag::H2, "h2", Block},
    {Tag::H3, "h3", Block},
    {Tag::H4, "h4", Block},
    {Tag::H5, "h5", Block},
    {Tag::H6, "h6", Block},
    {Tag::Head, "head", Block},
    {Tag::Header, "header", Block},
    {Tag::Hgroup, "hgroup", Block},
    {Tag::Hr, "hr", Void | Block},
    {Tag::Html, "html", Block | Scope},
    {Tag::I, "i", 0},
    {Tag::Iframe, "iframe", Raw},
    {Tag::Img, "img", Void},
    {Tag::Input, "input", Void},
    {Tag::Ins, "ins", 0},
    {Tag::Label, "label", 0},
    {Tag::Legend, "legend", Block},
    {Tag::Li, "li", Block},
    {Tag::Link, "link", Void | Head},
    {Tag::Main, "main", Block},
    {Tag::Mark, "mark", 0},
    {Tag::Menu, "menu", Block},
    {Tag::Meta, "meta", Void | Head},
    {Tag::Meter, "meter", 0},
    {Tag::Nav, "nav", Block},
    {Tag::Nobr, "nobr", 0},
    {Tag::Noembed, "noembed", Raw},
    {Tag::Noframes, "noframes", Raw | Head},
    {Tag::Noscript, "noscript", Head},
    {Tag::Object, "object", Scope},
    {Tag::Ol, "ol", Block},
    {Tag::Optgroup, "optgroup", 0},
    {Tag::Option, "option", 0},
    {Tag::Output, "output", 0},
    {Tag::P, "p", Block},
    {Tag::Param, "param", Void},
    {Tag::Path, "path", 0},
    {Tag::Picture, "picture", 0},
    {Tag::Pre, "pre", Block},
    {Tag::ProgressBar, "progress", 0},
    {Tag::S, "s", 0},
    {Tag::Samp, "samp", 0},
    {Tag::Script, "script", Raw | Head},
    {Tag::Section, "section", Block},
    {Tag::Select, "select", Scope},
    {Tag::Small, "small", 0},
    {Tag::Source, "source", Void},
    {Tag::Span, "span", 0},
    {Tag::Strike, "strike", 0},
    {Tag::Strong, "strong", 0},
    {Tag::Style, "style", Raw | Head},
    {Tag::Sub, "sub", 0},
    {Tag::Summary, "summary", Block},
    {Tag::Sup, "sup", 0},
    {Tag::Svg, "svg", Scope},
    {Tag::Table, "table", Block | Scope},
    {Tag::Tbody, "tbody", Block},
    {Tag::Td, "td", Block | Scope},
    {Tag::Template, "template", Scope | Head},
    {Tag::Textarea, "textarea", Raw | Decoded},
    {Tag::Tfoot, "tfoot", Block},
    {Tag::Th, "th", Block | Scope},
    {Tag::Thead, "thead", Block},
    {Tag::Time, "time", 0},
    {Tag::Title, "title", Raw | Decoded | Head},
    {Tag::Tr, "tr", Block},
    {Tag::Track, "track", Void},
    {Tag::Tt, "tt", 0},
    {Tag::U, "u", 0},
    {Tag::Ul, "ul", Block},
    {Tag::Var, "var", 0},
    {Tag::Video, "video", 0},
    {Tag::Wbr, "wbr", Void},
    {Tag::Xmp, "xmp", Raw},
};
constexpr std::size_t kTagCount = std::size(kTags), kSlots = 512;
constexpr bool inOrder() {
  for (std::size_t i = 0; i < kTagCount; ++i)
    if (static_cast<std::size_t>(kTags[i].tag) != i)
      return false;
  return true;
}
static_assert(inOrder(), "the table is read by the tag's number");

constexpr char lowerTagChar(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }
constexpr std::size_t slotOf(std::string_view name) {
  std::uint32_t hash = 2166136261u;
  for (const char c : name)
    hash = (hash ^ static_cast<unsigned char>(lowerTagChar(c))) * 16777619u;
  return (hash ^ (hash >> 15)) % kSlots;
}
constexpr std::array<std::uint8_t, kSlots> tagSlots() {
  std::array<std::uint8_t, kSlots> table{};
  for (std::size_t i = 3; i < kTagCount; ++i) { // the first three are no names of elements
    std::size_t at = slotOf(kTags[i].name);
    while (table[at] != 0)
      at = (at + 1) % kSlots;
    table[at] = static_cast<std::uint8_t>(i);
  }
  return table;
}
constexpr std::array<std::uint8_t, kSlots> kSlotTable = tagSlots();

bool sameTagName(std::string_view any, std::string_view lower) {
  if (any.size() != lower.size())
    return false;
  for (std::size_t i = 0; i < any.size(); ++i)
    if (lowerTagChar(any[i]) != lower[i])
      return false;
  return true;
}

} // namespace

Tag tagOf(std::string_view name) {
  if (name.empty() || name.size() > 10)
    return Tag::Unknown;
  for (std::size_t at = slotOf(name); kSlotTable[at] != 0; at = (at + 1) % kSlots)
    if (sameTagName(name, kTags[kSlotTable[at]].name))
      return kTags[kSlotTable[at]].tag;
  return Tag::Unknown;
}

std::string_view tagName(Tag tag) { return kTags[static_cast<std::size_t>(tag)].name; }
unsigned tagKind(Tag tag) { return kTags[static_cast<std::size_t>(tag)].kind; }

} // namespace pricewright
