// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <string_view>

namespace pricewright {

// Appends `text` with its character references resolved: "&euro;", "&#8364;", "&#x20AC;", also without the semicolon
// for numbers and for the old Latin-1 names ("&nbsp"), as browsers do outside of attributes. A name that is not known
// stays as it is.
void appendDecoded(std::string& out, std::string_view text);

// What browsers take the bytes 0x80 … 0x9F for.
char32_t windows1252(unsigned char byte);

} // namespace pricewright
