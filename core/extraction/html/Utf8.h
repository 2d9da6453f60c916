// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>

#include <cstdint>
#include <string>
#include <string_view>

// Small steps over UTF-8 text. A page is read as bytes: most of it is never looked at as characters.
namespace pricewright {

inline bool isSpaceByte(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f'; }
inline bool isDigitByte(char c) { return c >= '0' && c <= '9'; }
inline bool isAlphaByte(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
inline char lowerByte(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

std::string_view trimmedView(std::string_view text);
bool equalsNoCase(std::string_view any, std::string_view lower);                            // ASCII case
bool containsNoCase(std::string_view any, std::string_view lower);                          // ASCII case
bool startsNoCase(std::string_view any, std::string_view lower);                            // ASCII case
std::size_t findNoCase(std::string_view any, std::string_view lower, std::size_t from = 0); // npos
std::string lowered(std::string_view text);                                                 // ASCII letters only
std::string collapsed(std::string_view text);  // runs of white space (with U+00A0) to one blank, trimmed
void appendUtf8(std::string& out, char32_t c); // U+FFFD for what is no character
bool isValidUtf8(std::string_view bytes, bool& anyBeyondAscii);
inline QString toQt(std::string_view text) { return QString::fromUtf8(text.data(), qsizetype(text.size())); }
inline std::string toUtf8(QStringView text) {
  const QByteArray bytes = text.toUtf8();
  return std::string(bytes.constData(), std::size_t(bytes.size()));
}
// A short piece for a person to recognise: white space collapsed, cut at a character.
QString snippetOf(std::string_view text, qsizetype most = 200);

} // namespace pricewright
