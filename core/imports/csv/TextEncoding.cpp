// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/csv/ByteSource.h"

#include <cstring>

namespace pricewright {

QString textEncodingName(TextEncoding e) {
  switch (e) {
  case TextEncoding::Auto:
    return QStringLiteral("auto");
  case TextEncoding::Utf8:
    return QStringLiteral("utf-8");
  case TextEncoding::Latin1:
    return QStringLiteral("latin-1");
  case TextEncoding::Windows1252:
    return QStringLiteral("windows-1252");
  case TextEncoding::Utf16Le:
  case TextEncoding::Utf16Be:
    break;
  }
  return QStringLiteral("utf-16");
}

Result<TextEncoding> textEncodingFrom(const QString& name) {
  const QString n = name.toLower();
  if (n == QStringLiteral("auto") || n.isEmpty())
    return TextEncoding::Auto;
  if (n == QStringLiteral("utf-8") || n == QStringLiteral("utf8"))
    return TextEncoding::Utf8;
  if (n == QStringLiteral("latin-1") || n == QStringLiteral("latin1") || n == QStringLiteral("iso-8859-1"))
    return TextEncoding::Latin1;
  if (n == QStringLiteral("windows-1252") || n == QStringLiteral("cp1252") || n == QStringLiteral("ansi"))
    return TextEncoding::Windows1252;
  if (n == QStringLiteral("utf-16"))
    return TextEncoding::Auto; // its mark decides between the two byte orders
  return fail(QStringLiteral("import.unknown-encoding"), {{QStringLiteral("encoding"), name}});
}

void Utf8Check::start(unsigned char c) {
  m_low = 0x80, m_high = 0xbf;
  if (c >= 0xc2 && c <= 0xdf)
    m_left = 1;
  else if (c >= 0xe0 && c <= 0xef) {
    m_left = 2;
    m_low = c == 0xe0 ? 0xa0 : 0x80;
    m_high = c == 0xed ? 0x9f : 0xbf;
  } else if (c >= 0xf0 && c <= 0xf4) {
    m_left = 3;
    m_low = c == 0xf0 ? 0x90 : 0x80;
    m_high = c == 0xf4 ? 0x8f : 0xbf;
  } else {
    broken();
    m_windows = m_windows || (c >= 0x80 && c <= 0x9f);
  }
}

// Broken bytes side by side are one damage.
void Utf8Check::broken() {
  m_bad += !m_wasBroken;
  m_wasBroken = true;
}

void Utf8Check::see(const char* bytes, std::size_t n) {
  for (std::size_t i = 0; i < n;) {
    if (m_left == 0) {
      std::uint64_t eight = 0;
      for (; i + 8 <= n && (std::memcpy(&eight, bytes + i, 8), (eight & 0x8080808080808080u) == 0); i += 8)
        m_wasBroken = false;
      if (i >= n)
        break;
    }
    const auto c = static_cast<unsigned char>(bytes[i]);
    if (m_left > 0 && c >= m_low && c <= m_high) {
      m_low = 0x80, m_high = 0xbf;
      m_good += --m_left == 0;
      m_wasBroken = m_left > 0 && m_wasBroken;
    } else if (m_left > 0) {
      broken();
      m_left = 0;
      continue; // this byte may start something itself
    } else if (c >= 0x80)
      start(c);
    else
      m_wasBroken = false;
    ++i;
  }
}

void Utf8Check::end() {
  if (m_left > 0)
    broken();
  m_left = 0;
}

bool isUtf8(std::string_view text) {
  Utf8Check check;
  check.see(text.data(), text.size());
  check.end();
  return check.invalid() == 0;
}

void appendLatin1(std::string_view bytes, std::string& utf8) {
  static constexpr std::array<char16_t, 32> kWindows1252{
      0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
      0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
      0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};
  for (const char ch : bytes) {
    const auto c = static_cast<unsigned char>(ch);
    if (c < 0x80) {
      utf8 += ch;
      continue;
    }
    const char16_t u = c < 0xa0 ? kWindows1252[c - 0x80u] : c;
    if (u < 0x800) {
      utf8 += static_cast<char>(0xc0 | (u >> 6));
    } else {
      utf8 += static_cast<char>(0xe0 | (u >> 12));
      utf8 += static_cast<char>(0x80 | ((u >> 6) & 0x3f));
    }
    utf8 += static_cast<char>(0x80 | (u & 0x3f));
  }
}

} // namespace pricewright
