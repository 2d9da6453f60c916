// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extraction/html/Utf8.h"

#include <cstring>

namespace pricewright {
namespace {

// The length of the sequence that starts here, 0 if it is none: overlong forms and surrogates are none.
std::size_t sequenceAt(std::string_view b, std::size_t at) {
  const auto byte = [&](std::size_t i) { return at + i < b.size() ? static_cast<unsigned char>(b[at + i]) : 0u; };
  const auto tail = [&](std::size_t i) { return (byte(i) & 0xC0u) == 0x80u; };
  const unsigned first = byte(0);
  if (first >= 0xC2 && first <= 0xDF)
    return tail(1) ? 2 : 0;
  if (first >= 0xE0 && first <= 0xEF) {
    const bool overlong = first == 0xE0 && byte(1) < 0xA0, surrogate = first == 0xED && byte(1) >= 0xA0;
    return tail(1) && tail(2) && !overlong && !surrogate ? 3 : 0;
  }
  if (first >= 0xF0 && first <= 0xF4) {
    const bool overlong = first == 0xF0 && byte(1) < 0x90, beyond = first == 0xF4 && byte(1) >= 0x90;
    return tail(1) && tail(2) && tail(3) && !overlong && !beyond ? 4 : 0;
  }
  return 0;
}

} // namespace

std::string_view trimmedView(std::string_view text) {
  while (!text.empty() && isSpaceByte(text.front()))
    text.remove_prefix(1);
  while (!text.empty() && isSpaceByte(text.back()))
    text.remove_suffix(1);
  return text;
}

bool startsNoCase(std::string_view any, std::string_view lower) {
  if (any.size() < lower.size())
    return false;
  for (std::size_t i = 0; i < lower.size(); ++i)
    if (lowerByte(any[i]) != lower[i])
      return false;
  return true;
}

bool equalsNoCase(std::string_view any, std::string_view lower) {
  return any.size() == lower.size() && startsNoCase(any, lower);
}

std::size_t findNoCase(std::string_view any, std::string_view lower, std::size_t from) {
  if (lower.empty())
    return from <= any.size() ? from : std::string_view::npos;
  const char first = lower.front();
  for (std::size_t i = from; i + lower.size() <= any.size(); ++i)
    if (lowerByte(any[i]) == first && startsNoCase(any.substr(i), lower))
      return i;
  return std::string_view::npos;
}

bool containsNoCase(std::string_view any, std::string_view lower) {
  return findNoCase(any, lower) != std::string_view::npos;
}

std::string lowered(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    c = lowerByte(c);
  return out;
}

std::string collapsed(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool gap = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool hard = text[i] == '\xC2' && i + 1 < text.size() && text[i + 1] == '\xA0';
    if (hard || isSpaceByte(text[i])) {
      gap = true;
      i += hard ? 1 : 0;
      continue;
    }
    if (gap && !out.empty())
      out += ' ';
    gap = false;
    out += text[i];
  }
  return out;
}

void appendUtf8(std::string& out, char32_t c) {
  if (c == 0 || c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF))
    c = 0xFFFD;
  const auto put = [&](char32_t byte) { out += static_cast<char>(static_cast<unsigned char>(byte)); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0 | (c >> 6)), put(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    put(0xE0 | (c >> 12)), put(0x80 | ((c >> 6) & 0x3F)), put(0x80 | (c & 0x3F));
  } else {
    put(0xF0 | (c >> 18)), put(0x80 | ((c >> 12) & 0x3F)), put(0x80 | ((c >> 6) & 0x3F)), put(0x80 | (c & 0x3F));
  }
}

bool isValidUtf8(std::string_view bytes, bool& anyBeyondAscii) {
  anyBeyondAscii = false;
  for (std::size_t i = 0; i < bytes.size();) {
    std::uint64_t eight = 0;
    if (i + 8 <= bytes.size()) {
      std::memcpy(&eight, bytes.data() + i, 8);
      if ((eight & 0x8080808080808080u) == 0) {
        i += 8;
        continue;
      }
    }
    if (static_cast<unsigned char>(bytes[i]) < 0x80) {
      ++i;
      continue;
    }
    anyBeyondAscii = true;
    const std::size_t length = sequenceAt(bytes, i);
    if (length == 0)
      return false;
    i += length;
  }
  return true;
}

QString snippetOf(std::string_view text, qsizetype most) {
  const QString whole = toQt(collapsed(text.substr(0, static_cast<std::size_t>(most) * 8))); // enough for the longest
  if (whole.size() <= most)
    return whole;
  QString cut = whole.left(most - 1);
  if (!cut.isEmpty() && cut.back().isHighSurrogate())
    cut.chop(1);
  return cut + QChar(0x2026);
}

} // namespace pricewright
