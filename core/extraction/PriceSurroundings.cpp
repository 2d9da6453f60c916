// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extraction/PriceSurroundings.h"

#include "extraction/PageWords.h"
#include "extraction/html/Utf8.h"

#include <algorithm>

namespace pricewright {
namespace {

// The element around a mention with a line or so of text beside it.
NodeId blockAround(const PageScan& scan, const PriceMention& mention) {
  const PageDom& dom = scan.dom;
  NodeId block = mention.node;
  while (dom[block].parent != kNoNode && dom[block].tag != Tag::Body &&
         dom[dom[block].parent].end - dom[block].parent < 60) {
    block = dom[block].parent;
    if (dom.textOf(block, 200).size() > mention.text.size() + 40)
      break;
  }
  return block;
}

// What stands before another price is about that one, and what stands before the product's name about none.
std::string textBefore(const PageScan& scan, const PriceMentions& mentions, const PriceMention& mention, NodeId block) {
  const auto isAPrice = [&](NodeId text) {
    return std::any_of(mentions.all.begin(), mentions.all.end(),
                       [&](const PriceMention& m) { return scan.dom.contains(m.node, text); });
  };
  std::string before;
  for (NodeId i = block + 1; i < mention.node; ++i) {
    if (!scan.dom.isText(i) || !scan.isReadable(i))
      continue;
    if (isAPrice(i) || (scan.title != kNoNode && scan.dom.contains(scan.title, i))) {
      before.clear(); // "82.00 regular" is all of it about that one
      continue;
    }
    const std::string piece = collapsed(scan.dom[i].text.substr(0, 200));
    const std::size_t digit = piece.find_last_of("0123456789");
    if (digit == std::string::npos)
      before += ' ' + piece;
    else if (before = piece.substr(digit + 1); before.starts_with('%')) // "or 3 rates of" speaks of what follows
      before.clear();
  }
  return before.size() > 60 ? before.substr(before.size() - 60) : before;
}

// Up to the next number or line; the first line that follows belongs to the price unless it is the label of a number.
std::string textAfter(const PageScan& scan, const PriceMention& mention, NodeId block) {
  const PageDom& dom = scan.dom;
  std::string after;
  bool newLine = false, ended = false;
  for (NodeId i = dom[mention.node].end; i < dom[block].end && after.size() < 60; ++i) {
    if (tagKind(dom[i].tag) & tagkind::Block) {
      ended = ended || !after.empty();
      newLine = true;
    }
    if (!dom.isText(i) || !scan.isReadable(i))
      continue;
    const std::string piece = collapsed(dom[i].text.substr(0, 200));
    const bool number = std::any_of(piece.begin(), piece.end(), isDigitByte);
    if (number && (newLine || ended || after.ends_with(':')))
      after.clear();
    if (number || ended)
      break;
    if (!piece.empty())
      after += ' ' + piece;
  }
  return after.substr(0, 60);
}

// Beside the part that holds the mention a paragraph of its own that counts something.
bool hasOtherBlock(const PageDom& dom, NodeId element, NodeId mention) {
  for (NodeId child = dom[element].firstChild; child != kNoNode; child = dom[child].next) {
    if (dom.contains(child, mention) || !(tagKind(dom[child].tag) & tagkind::Block))
      continue;
    const std::string text = dom.textOf(child, 200);
    if (std::any_of(text.begin(), text.end(), isDigitByte))
      return true;
  }
  return false;
}

} // namespace

Surroundings around(const PageScan& scan, const PriceMentions& mentions, const PriceMention& mention) {
  const NodeId block = blockAround(scan, mention);
  return {textBefore(scan, mentions, mention, block), textAfter(scan, mention, block)};
}

std::string sameLineAfter(const PageScan& scan, const PriceMention& mention) {
  const PageDom& dom = scan.dom;
  constexpr NodeId kNear = 12;
  for (NodeId i = dom[mention.node].end; i < dom.size() && i < dom[mention.node].end + kNear; ++i) {
    if ((tagKind(dom[i].tag) & tagkind::Block) || dom[i].tag == Tag::Br)
      break;
    if (!dom.isText(i) || !scan.isReadable(i))
      continue;
    const std::string piece = collapsed(dom[i].text.substr(0, 60));
    if (!piece.empty())
      return piece.substr(0, piece.find_first_of("0123456789"));
  }
  return {};
}

std::string wordsOfItsOwn(const PageScan& scan, const PriceMentions& mentions, std::size_t which) {
  const PageDom& dom = scan.dom;
  const auto isIn = [&](NodeId element, std::size_t other) {
    return !isBareNumber(mentions.all[other]) && dom.contains(element, mentions.all[other].node);
  };
  std::size_t left = which, right = which + 1;
  while (left > 0 && isBareNumber(mentions.all[left - 1]))
    --left;
  while (right < mentions.all.size() && isBareNumber(mentions.all[right]))
    ++right;
  std::string text = mentions.all[which].text;
  NodeId at = mentions.all[which].node;
  for (int up = 0; up < 3; ++up) {
    at = dom[at].parent;
    if (at == kNoNode || dom[at].tag == Tag::Body || (left > 0 && isIn(at, left - 1)) ||
        (right < mentions.all.size() && isIn(at, right)))
      break;
    std::string wider = dom.textOf(at, 160);
    if (wider.size() > 120 || hasOtherBlock(dom, at, mentions.all[which].node))
      break;
    text = std::move(wider);
  }
  return text;
}

NodeId elementOf(const PageScan& scan, NodeId node) { return scan.dom.isText(node) ? scan.dom[node].parent : node; }

// A text that has the old price in an element beside it: "list" of the element around both speaks of that one.
std::uint32_t ownWords(const PageScan& scan, const PriceMention& mention) {
  if (!scan.dom.isText(mention.node))
    return scan.words[mention.node];
  const NodeId around = elementOf(scan, mention.node);
  std::uint32_t said = scan.words[around];
  for (NodeId i = around + 1; i < scan.dom[around].end; ++i)
    if ((scan.words[i] & says::Old) || (scan.places[i] & place::Struck))
      said &= ~says::Old;
  return said;
}

bool isBareNumber(const PriceMention& m) { return !m.writesMoney && m.price.amount->micros() % 1'000'000 == 0; }

std::string_view lastBytes(std::string_view text, std::size_t most) {
  if (text.size() > most)
    text.remove_prefix(text.size() - most);
  while (!text.empty() && (static_cast<unsigned char>(text.front()) & 0xC0) == 0x80)
    text.remove_prefix(1);
  return text;
}

} // namespace pricewright
