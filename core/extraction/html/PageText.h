// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QByteArray>
#include <QString>

#include <string>

namespace pricewright {

struct PageText {
  std::string utf8;       // valid UTF-8
  QString charset;        // what it was read as, lower case: "utf-8", "windows-1252"
  bool truncated = false; // more than kMostPageBytes: the rest was not read
};
constexpr qsizetype kMostPageBytes = qsizetype(10) * 1024 * 1024;

// The page as text. In this order: a byte-order mark, UTF-8 if the bytes are that (what a page says about itself is
// often wrong, but other text is hardly ever valid UTF-8 by accident), the charset of the HTTP header, of <meta>,
// windows-1252. What cannot be decoded becomes U+FFFD.
PageText readPageText(const QByteArray& bytes, const QString& contentType);

} // namespace pricewright
