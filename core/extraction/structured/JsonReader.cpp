// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extraction/structured/JsonTree.h"

#include "extraction/html/Utf8.h"

#include <algorithm>

namespace pricewright {

class JsonReader {
 public:
  JsonReader(JsonTree& tree, std::string_view text, const JsonLimits& limits)
      : m_tree(tree), m_text(text), m_limits(limits) {}
  bool read(std::size_t& used) {
    skipSpace();
    const bool good = readValue({}) && readRest();
    used = m_at;
    return good && !m_tree.m_nodes.empty();
  }

 private:
  char peek(std::size_t ahead = 0) const { return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : '\0'; }
  bool atEnd() const { return m_at >= m_text.size(); }
  void skipSpace();
  bool skipComment();
  bool readRest();
  bool readMember();
  bool readKey(std::string_view& key);
  bool readValue(std::string_view key);
  bool readWord(std::string_view key);
  bool readString(std::string_view& text, bool& escaped);
  bool endsString(std::size_t quote) const;
  bool skipExpression();
  JsonId add(JsonKind kind, std::string_view key, std::string_view text);
  void close();

  JsonTree& m_tree;
  std::string_view m_text;
  const JsonLimits m_limits;
  std::size_t m_at = 0;
  std::vector<JsonId> m_open;
};

void JsonReader::skipSpace() {
  while (!atEnd())
    if (isSpaceByte(peek()) || static_cast<unsigned char>(peek()) < 0x20)
      ++m_at;
    else if (m_text.substr(m_at, 3) == "\xEF\xBB\xBF")
      m_at += 3;
    else if (m_text.substr(m_at, 2) == "\xC2\xA0")
      m_at += 2;
    else if (!skipComment())
      return;
}

bool JsonReader::skipComment() {
  const auto past = [&](std::string_view end) {
    const std::size_t found = m_text.find(end, m_at);
    m_at = found == std::string_view::npos ? m_text.size() : found + end.size();
    return true;
  };
  if (peek() == '/')
    return peek(1) == '/' ? past("\n") : peek(1) == '*' && past("*/");
  // The marks that hide a script from old browsers and from XML: only themselves are left out, not what they enclose.
  for (const std::string_view mark : {"<!--", "-->", "<![CDATA[", "]]>"})
    if (peek() == mark.front() && m_text.substr(m_at, mark.size()) == mark) {
      m_at += mark.size();
      return true;
    }
  return false;
}

JsonId JsonReader::add(JsonKind kind, std::string_view key, std::string_view text) {
  auto& nodes = m_tree.m_nodes;
  const auto id = static_cast<JsonId>(nodes.size());
  JsonNode node;
  node.kind = kind, node.key = key, node.text = text, node.end = id + 1;
  if (!m_open.empty()) {
    JsonNode& parent = nodes[m_open.back()];
    node.parent = m_open.back();
    if (parent.firstChild == kNoJson)
      parent.firstChild = id;
    else
      nodes[parent.lastChild].next = id;
    parent.lastChild = id;
  }
  nodes.push_back(node);
  return id;
}

void JsonReader::close() {
  m_tree.m_nodes[m_open.back()].end = static_cast<JsonId>(m_tree.m_nodes.size());
  m_open.pop_back();
}

bool JsonReader::readRest() {
  while (!m_open.empty()) {
    if (m_tree.m_nodes.size() >= m_limits.nodes) {
      m_tree.m_truncated = true;
      while (!m_open.empty())
        close();
      return !m_limits.complete;
    }
    skipSpace();
    if (atEnd()) {
      if (m_limits.complete)
        return false;
      while (!m_open.empty())
        close();
      return true;
    }
    if (!readMember())
      return false;
  }
  return true;
}

bool JsonReader::readMember() {
  const bool object = m_tree.m_nodes[m_open.back()].kind == JsonKind::Object;
  if (peek() == ',') {
    ++m_at;
    return true;
  }
  if (peek() == (object ? '}' : ']')) {
    ++m_at;
    close();
    return true;
  }
  std::string_view key;
  if (object) {
    if (!readKey(key))
      return false;
    skipSpace();
    if (peek() != ':')
      return false;
    ++m_at;
    skipSpace();
  }
  return readValue(key);
}

bool JsonReader::readKey(std::string_view& key) {
  bool escaped = false;
  if (peek() == '"' || peek() == '\'')
    return readString(key, escaped);
  const std::size_t first = m_at;
  while (isAlphaByte(peek()) || isDigitByte(peek()) || peek() == '_' || peek() == '$' || peek() == '@')
    ++m_at;
  key = m_text.substr(first, m_at - first);
  return !key.empty();
}

bool JsonReader::readValue(std::string_view key) {
  const char c = peek();
  if (c == '{' || c == '[') {
    if (m_open.size() >= m_limits.depth)
      return false;
    ++m_at;
    const JsonId id = add(c == '{' ? JsonKind::Object : JsonKind::Array, key, {});
    m_open.push_back(id);
    return true;
  }
  if (c == '"' || c == '\'') {
    std::string_view text;
    bool escaped = false;
    if (!readString(text, escaped))
      return false;
    m_tree.m_nodes[add(JsonKind::String, key, text)].escaped = escaped;
    skipSpace();
    return peek() != '+' || skipExpression(); // "a" + b: what is known of it
  }
  return readWord(key);
}

bool JsonReader::readWord(std::string_view key) {
  const std::size_t first = m_at;
  while (isAlphaByte(peek()) || isDigitByte(peek()) || peek() == '.' || peek() == '-' || peek() == '+' ||
         peek() == '_' || peek() == '!' || peek() == '$')
    ++m_at;
  const std::string_view word = m_text.substr(first, m_at - first);
  const std::size_t sign = !word.empty() && (word.front() == '-' || word.front() == '+') ? 1 : 0;
  const bool number = word.size() > sign &&
                      (isDigitByte(word[sign]) || (word[sign] == '.' && word.size() > sign + 1)) &&
                      word.find_first_not_of("0123456789.eE+-") == std::string_view::npos;
  if (number)
    add(JsonKind::Number, key, word);
  else if (word == "true" || word == "!0")
    add(JsonKind::True, key, {});
  else if (word == "false" || word == "!1")
    add(JsonKind::False, key, {});
  else if (word == "null" || word == "undefined" || (m_open.empty() ? false : skipExpression()))
    add(JsonKind::Null, key, {});
  else
    return false;
  return true;
}

// Up to the comma or bracket that ends this member. Short, so that wrong guesses cost little.
bool JsonReader::skipExpression() {
  std::size_t depth = 0;
  for (const std::size_t first = m_at; m_at < m_text.size() && m_at - first < 300; ++m_at) {
    const char c = peek();
    if (c == '"' || c == '\'') {
      std::string_view text;
      bool escaped = false;
      if (!readString(text, escaped))
        return false;
      --m_at;
    } else if (c == '(' || c == '[' || c == '{') {
      ++depth;
    } else if (depth == 0 && (c == ',' || c == '}' || c == ']')) {
      return true;
    } else if (c == ')' || c == ']' || c == '}') {
      if (depth == 0)
        return false;
      --depth;
    } else if (c == ';' && depth == 0) {
      return false;
    }
  }
  return false;
}

bool JsonReader::endsString(std::size_t quote) const {
  std::size_t i = quote + 1;
  while (i < m_text.size() && isSpaceByte(m_text[i]))
    ++i;
  return i >= m_text.size() || m_text[i] == ',' || m_text[i] == ':' || m_text[i] == '}' || m_text[i] == ']';
}

bool JsonReader::readString(std::string_view& text, bool& escaped) {
  const char quote = peek();
  const std::size_t first = ++m_at;
  for (; m_at < m_text.size(); ++m_at) {
    const char c = m_text[m_at];
    if (c == '\\') {
      escaped = true;
      ++m_at;
    } else if (c == quote && (!m_limits.looseQuotes || endsString(m_at))) {
      text = m_text.substr(first, m_at - first);
      ++m_at;
      return true;
    }
  }
  m_at = m_text.size();
  text = m_text.substr(first);
  return !m_limits.complete;
}

bool JsonTree::read(std::string_view text, std::size_t& used, const JsonLimits& limits) {
  m_nodes.clear();
  m_truncated = false;
  return JsonReader(*this, text, limits).read(used);
}

} // namespace pricewright
