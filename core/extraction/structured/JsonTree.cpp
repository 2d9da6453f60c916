// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extraction/structured/JsonTree.h"

#include "extraction/html/Utf8.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <cmath>

namespace pricewright {
namespace {

std::uint32_t hexAt(std::string_view text, std::size_t at, std::size_t digits, bool& good) {
  std::uint32_t value = 0;
  good = at + digits <= text.size();
  for (std::size_t i = at; good && i < at + digits; ++i) {
    const char low = lowerByte(text[i]);
    good = isDigitByte(low) || (low >= 'a' && low <= 'f');
    value = value * 16 + static_cast<std::uint32_t>(isDigitByte(low) ? low - '0' : low - 'a' + 10);
  }
  return value;
}

// At the "u" or "x" behind a backslash; returns how many bytes were used.
std::size_t appendHexEscape(std::string& out, std::string_view text, std::size_t at) {
  bool good = false;
  if (text[at] == 'x') {
    const std::uint32_t byte = hexAt(text, at + 1, 2, good);
    if (good)
      appendUtf8(out, byte);
    return good ? 3 : 1;
  }
  std::uint32_t value = hexAt(text, at + 1, 4, good);
  if (!good)
    return 1;
  std::size_t used = 5;
  if (value >= 0xD800 && value < 0xDC00 && text.substr(at + 5, 2) == "\\u") {
    const std::uint32_t low = hexAt(text, at + 7, 4, good);
    if (good && low >= 0xDC00 && low < 0xE000) {
      value = 0x10000 + ((value - 0xD800) << 10) + (low - 0xDC00);
      used = 11;
    }
  }
  appendUtf8(out, value);
  return used;
}

} // namespace

std::string unescapedJson(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\\' || i + 1 == text.size()) {
      out += text[i];
      continue;
    }
    switch (const char c = text[++i]) {
    case 'n':
      out += '\n';
      break;
    case 't':
      out += '\t';
      break;
    case 'r':
      out += '\r';
      break;
    case 'b':
    case 'f':
      out += ' ';
      break;
    case 'u':
    case 'x':
      i += appendHexEscape(out, text, i) - 1;
      break;
    default:
      out += c;
    }
  }
  return out;
}

JsonId JsonTree::find(JsonId object, std::string_view key) const {
  if (object >= m_nodes.size() || m_nodes[object].kind != JsonKind::Object)
    return kNoJson;
  for (JsonId i = m_nodes[object].firstChild; i != kNoJson; i = m_nodes[i].next)
    if (m_nodes[i].key == key)
      return i;
  return kNoJson;
}

std::string JsonTree::text(JsonId id) const {
  if (id >= m_nodes.size())
    return {};
  const JsonNode& node = m_nodes[id];
  if (node.kind == JsonKind::String && node.escaped)
    return unescapedJson(node.text);
  if (node.kind == JsonKind::True)
    return "true";
  return node.kind == JsonKind::False ? "false" : std::string(node.text);
}

// The depth is limited when reading, so is this recursion.
QJsonValue JsonTree::toQt(JsonId id) const {
  const JsonNode& node = m_nodes[id];
  switch (node.kind) {
  case JsonKind::Object: {
    QJsonObject object;
    for (JsonId i = node.firstChild; i != kNoJson; i = m_nodes[i].next)
      object.insert(pricewright::toQt(m_nodes[i].key.find('\\') == std::string_view::npos
                                          ? std::string(m_nodes[i].key)
                                          : unescapedJson(m_nodes[i].key)),
                    toQt(i));
    return object;
  }
  case JsonKind::Array: {
    QJsonArray array;
    for (JsonId i = node.firstChild; i != kNoJson; i = m_nodes[i].next)
      array.append(toQt(i));
    return array;
  }
  case JsonKind::Number: {
    const double number = QByteArray(node.text.data(), qsizetype(node.text.size())).toDouble();
    const double whole = std::nearbyint(number);
    return whole == number && std::abs(number) < 9e15 ? QJsonValue(static_cast<qint64>(number)) : QJsonValue(number);
  }
  case JsonKind::String:
    return pricewright::toQt(text(id));
  case JsonKind::True:
  case JsonKind::False:
    return node.kind == JsonKind::True;
  case JsonKind::Null:
    break;
  }
  return {};
}

std::string JsonTree::pointer(JsonId id) const {
  std::vector<std::string> parts;
  for (; id != kNoJson && m_nodes[id].parent != kNoJson; id = m_nodes[id].parent) {
    const JsonNode& parent = m_nodes[m_nodes[id].parent];
    std::string part(m_nodes[id].key);
    if (parent.kind == JsonKind::Array) {
      std::size_t index = 0;
      for (JsonId i = parent.firstChild; i != id; i = m_nodes[i].next)
        ++index;
      part = std::to_string(index);
    }
    for (std::size_t i = 0; i < part.size(); ++i)
      if (part[i] == '~' || part[i] == '/') {
        part.replace(i, 1, part[i] == '~' ? "~0" : "~1");
        ++i;
      }
    parts.push_back(std::move(part));
  }
  std::string out;
  for (auto part = parts.rbegin(); part != parts.rend(); ++part)
    out += '/' + *part;
  return out;
}

} // namespace pricewright
