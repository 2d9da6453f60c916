// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extraction/html/CssSelect.h"

#include "extraction/html/Utf8.h"

#include <algorithm>
#include <unordered_map>

namespace pricewright {
namespace {

// Which child of its parent each element is, from 1; and which of its name.
struct ChildNumbers {
  std::vector<std::uint32_t> any, ofType;
  explicit ChildNumbers(const PageDom& dom) : any(dom.size(), 0), ofType(dom.size(), 0) {
    std::unordered_map<std::string_view, std::uint32_t> names;
    for (NodeId parent = 0; parent < dom.size(); ++parent) {
      names.clear();
      std::uint32_t count = 0;
      for (NodeId i = dom[parent].firstChild; i != kNoNode; i = dom[i].next)
        if (dom.isElement(i))
          any[i] = ++count, ofType[i] = ++names[dom[i].text];
    }
  }
};

bool hasClassName(std::string_view classes, std::string_view name) {
  for (std::size_t at = classes.find(name); at != std::string_view::npos; at = classes.find(name, at + 1)) {
    const std::size_t end = at + name.size();
    if ((at == 0 || isSpaceByte(classes[at - 1])) && (end == classes.size() || isSpaceByte(classes[end])))
      return true;
  }
  return false;
}

class CssMatcher {
 public:
  CssMatcher(const PageDom& dom, const ChildNumbers* numbers) : m_dom(dom), m_numbers(numbers) {}
  bool matches(const CssComplex& complex, NodeId node) {
    m_steps = 0;
    return matchesFrom(complex, complex.size() - 1, node);
  }

 private:
  // The number of compounds is limited, so is this recursion; the steps keep wide searches short.
  bool matchesFrom(const CssComplex& complex, std::size_t index, NodeId node) {
    if (++m_steps > kMostSteps || ++m_allSteps > kMostAllSteps || !holds(complex[index].tests, node))
      return false;
    if (index == 0)
      return true;
    switch (complex[index].combinator) {
    case '>':
      return m_dom[node].parent != kNoNode && matchesFrom(complex, index - 1, m_dom[node].parent);
    case '+':
    case '~': {
      const bool next = complex[index].combinator == '+';
      for (NodeId i = elementBefore(node); i != kNoNode; i = next ? kNoNode : elementBefore(i))
        if (matchesFrom(complex, index - 1, i))
          return true;
      return false;
    }
    default:
      for (NodeId i = m_dom[node].parent; i != kNoNode; i = m_dom[i].parent)
        if (matchesFrom(complex, index - 1, i))
          return true;
      return false;
    }
  }
  NodeId elementBefore(NodeId node) {
    if (m_dom[node].parent == kNoNode)
      return kNoNode;
    // The node before in document order leads up to it: its ancestor that is a sibling.
    for (NodeId i = node; i > m_dom[node].parent + 1; i = m_before) {
      m_before = i - 1;
      while (m_dom[m_before].parent != m_dom[node].parent)
        m_before = m_dom[m_before].parent;
      if (m_dom.isElement(m_before))
        return m_before;
    }
    return kNoNode;
  }
  bool holds(const std::vector<CssTest>& tests, NodeId node) const {
    return m_dom.isElement(node) && m_dom[node].tag != Tag::Document &&
           std::all_of(tests.begin(), tests.end(), [&](const CssTest& test) { return holds(test, node); });
  }
  bool holds(const CssTest& test, NodeId node) const {
    using Kind = CssTest::Kind;
    switch (test.kind) {
    case Kind::Any:
      return true;
    case Kind::TagIs:
      return m_dom[node].text == test.name;
    case Kind::Id:
      return m_dom.attribute(node, "id") == test.value;
    case Kind::Class:
      return hasClassName(m_dom.attribute(node, "class"), test.value);
    case Kind::Attribute:
      return attributeHolds(test, node);
    case Kind::NthChild:
      return isNth(test, m_numbers->any[node]);
    case Kind::NthOfType:
      return isNth(test, m_numbers->ofType[node]);
    case Kind::LastChild:
    case Kind::LastOfType:
      for (NodeId i = m_dom[node].next; i != kNoNode; i = m_dom[i].next)
        if (m_dom.isElement(i) && (test.kind == Kind::LastChild || m_dom[i].text == m_dom[node].text))
          return false;
      return true;
    case Kind::Not:
      return !holds(test.inner, node);
    }
    return false;
  }
  static bool isNth(const CssTest& test, std::uint32_t number) {
    const int beyond = static_cast<int>(number) - test.offset;
    return test.step == 0 ? beyond == 0 : beyond % test.step == 0 && beyond / test.step >= 0;
  }
  bool attributeHolds(const CssTest& test, NodeId node) const {
    const std::string_view* value = m_dom.find(node, test.name);
    if (!value)
      return false;
    switch (test.match) {
    case '\0':
      return true;
    case '^':
      return !test.value.empty() && value->starts_with(test.value);
    case '$':
      return !test.value.empty() && value->ends_with(test.value);
    case '*':
      return !test.value.empty() && value->find(test.value) != std::string_view::npos;
    case '~':
      return !test.value.empty() && hasClassName(*value, test.value);
    case '|':
      return *value == test.value || (value->starts_with(test.value) && value->substr(test.value.size(), 1) == "-");
    default:
      return *value == test.value;
    }
  }

  static constexpr int kMostSteps = 2'000, kMostAllSteps = 20'000'000; // for one element, for all of them
  const PageDom& m_dom;
  const ChildNumbers* m_numbers;
  NodeId m_before = 0;
  int m_steps = 0, m_allSteps = 0;
};

} // namespace

std::vector<NodeId> CssSelector::select(const PageDom& dom, std::size_t most) const {
  std::vector<NodeId> found;
  std::unique_ptr<const ChildNumbers> numbers;
  if (m_counts)
    numbers = std::make_unique<const ChildNumbers>(dom);
  CssMatcher matcher(dom, numbers.get());
  for (NodeId i = 1; i < dom.size() && found.size() < most; ++i)
    if (dom.isElement(i) && std::any_of(m_list.begin(), m_list.end(),
                                        [&](const CssComplex& complex) { return matcher.matches(complex, i); }))
      found.push_back(i);
  return found;
}

NodeId CssSelector::first(const PageDom& dom) const {
  const auto found = select(dom, 1);
  return found.empty() ? kNoNode : found.front();
}

} // namespace pricewright
