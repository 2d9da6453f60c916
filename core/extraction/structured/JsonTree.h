// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QJsonValue>

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace pricewright {

using JsonId = std::uint32_t;
constexpr JsonId kNoJson = std::numeric_limits<JsonId>::max();

enum class JsonKind : std::uint8_t { Null, False, True, Number, String, Array, Object };

struct JsonNode {
  std::string_view key;  // within an object, as written
  std::string_view text; // of a number or a string, as written, without quotes
  JsonId parent = kNoJson, firstChild = kNoJson, lastChild = kNoJson, next = kNoJson, end = 0;
  JsonKind kind = JsonKind::Null;
  bool escaped = false; // the text holds escapes
};

struct JsonLimits {
  std::uint32_t nodes = 200'000;
  std::uint32_t depth = 96;
  bool looseQuotes = false; // a quote ends a string only before , : } ] or the end: for texts with quotes in them
  bool complete = false;    // what is not closed at the end is no JSON
};

// JSON as it is found in pages, with what people and scripts make of it: comments, trailing and missing commas, line
// ends in strings, single quotes, names without quotes, expressions in the place of a value (read as null). Linear
// time, no recursion. Points into the text that was read. Nodes are numbered in document order: inside is (id, end).
class JsonTree {
 public:
  // Reads one value at the beginning of `text`; `used` is where it ended. False: there is none.
  bool read(std::string_view text, std::size_t& used, const JsonLimits& limits = {});
  std::size_t size() const { return m_nodes.size(); }
  const JsonNode& operator[](JsonId id) const { return m_nodes[id]; }
  bool truncated() const { return m_truncated; }
  JsonId find(JsonId object, std::string_view key) const; // kNoJson
  std::string text(JsonId id) const;                      // of a string, number or truth value; else ""
  QJsonValue toQt(JsonId id) const;
  std::string pointer(JsonId id) const; // RFC 6901

 private:
  friend class JsonReader;
  std::vector<JsonNode> m_nodes;
  bool m_truncated = false;
};

// Resolves the escapes of a JSON or JavaScript string.
std::string unescapedJson(std::string_view text);

} // namespace pricewright
