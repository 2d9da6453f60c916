// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extraction/html/PageText.h"

#include "extraction/html/HtmlEntities.h"
#include "extraction/html/Utf8.h"

#include <QStringDecoder>

namespace pricewright {
namespace {

std::string_view charsetIn(std::string_view text) {
  const std::size_t at = findNoCase(text, "charset");
  if (at == std::string_view::npos)
    return {};
  std::string_view rest = trimmedView(text.substr(at + 7));
  if (rest.empty() || rest.front() != '=')
    return {};
  rest = trimmedView(rest.substr(1));
  while (!rest.empty() && (rest.front() == '"' || rest.front() == '\''))
    rest.remove_prefix(1);
  std::size_t end = 0;
  while (end < rest.size() &&
         (isAlphaByte(rest[end]) || isDigitByte(rest[end]) || rest[end] == '-' || rest[end] == '_'))
    ++end;
  return rest.substr(0, end);
}

// As browsers do, only the beginning is searched, here generously.
std::string_view charsetOfMeta(std::string_view page) {
  const std::string_view head = page.substr(0, 16'384);
  for (std::size_t at = findNoCase(head, "<meta"); at != std::string_view::npos; at = findNoCase(head, "<meta", at + 5))
    if (const auto name = charsetIn(head.substr(at, head.find('>', at) - at)); !name.empty())
      return name;
  return {};
}

std::string fromWindows1252(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size() + bytes.size() / 8);
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80)
      out += c;
    else if (byte >= 0xA0)
      appendUtf8(out, byte);
    else
      appendUtf8(out, windows1252(byte));
  }
  return out;
}

// More replacement characters than characters beyond ASCII that could be read.
bool mostlyBroken(std::string_view utf8) {
  std::size_t broken = 0, good = 0;
  for (std::size_t i = 0; i < utf8.size(); ++i) {
    if (static_cast<unsigned char>(utf8[i]) < 0xC2)
      continue;
    ++(utf8.substr(i, 3) == "\xEF\xBF\xBD" ? broken : good);
  }
  return broken > good;
}

std::string fromQt(const QString& text) {
  const QByteArray utf8 = text.toUtf8();
  return std::string(utf8.constData(), std::size_t(utf8.size()));
}

bool isLatin(std::string_view name) {
  return name == "iso-8859-1" || name == "latin1" || name == "iso8859-1" || name == "windows-1252" ||
         name == "cp1252" || name == "us-ascii" || name == "ascii";
}

// Without a charset if there is no such.
PageText decodedAs(std::string_view bytes, const std::string& name) {
  PageText page;
  page.charset = toQt(name);
  if (name.empty())
    return page;
  if (isLatin(name)) { // browsers read the one as the other
    page.charset = QStringLiteral("windows-1252");
    page.utf8 = fromWindows1252(bytes);
    return page;
  }
  QStringDecoder decoder(name.c_str());
  if (!decoder.isValid())
    return {};
  page.utf8 = fromQt(decoder.decode(QByteArrayView(bytes.data(), qsizetype(bytes.size()))));
  return page;
}

PageText withoutMark(std::string_view bytes, const QString& contentType) {
  const std::string header = lowered(charsetIn(toUtf8(contentType))), meta = lowered(charsetOfMeta(bytes));
  const std::string& said = header.empty() ? meta : header;
  bool beyondAscii = false;
  const bool escapes = said == "iso-2022-jp"; // all of its bytes are ASCII
  if (!escapes && isValidUtf8(bytes, beyondAscii))
    return {std::string(bytes), QStringLiteral("utf-8"), false};
  PageText read = decodedAs(bytes, said);
  if (read.charset.isEmpty() && said != meta)
    read = decodedAs(bytes, meta);
  // A page that calls itself UTF-8 and is not: a few broken bytes, or a lie.
  if (read.charset.isEmpty() || (read.charset == QStringLiteral("utf-8") && mostlyBroken(read.utf8)))
    read = {fromWindows1252(bytes), QStringLiteral("windows-1252"), false};
  return read;
}

} // namespace

PageText readPageText(const QByteArray& all, const QString& contentType) {
  const std::string_view bytes(all.constData(), std::size_t(std::min(all.size(), kMostPageBytes)));
  PageText page;
  if (bytes.substr(0, 2) == "\xFF\xFE" || bytes.substr(0, 2) == "\xFE\xFF")
    page = decodedAs(bytes, "utf-16");
  else if (bytes.substr(0, 3) == "\xEF\xBB\xBF")
    page = decodedAs(bytes.substr(3), "utf-8");
  else
    page = withoutMark(bytes, contentType);
  page.truncated = all.size() > kMostPageBytes;
  return page;
}

} // namespace pricewright
