// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "matching/TitleFacts.h"

#include <optional>

namespace pricewright {

// A product as either side knows it. Whatever is unknown stays empty: the title is then asked for it.
struct MatchProduct {
  QString code, title, brand, gtin, mpn;
  Content content;             // of one piece; unit None: the title decides
  int packCount = 0;           // pieces in one sales unit; 0: the title decides
  std::optional<double> price; // of one sales unit
  QString currency;            // ISO 4217; prices are compared in equal currencies only
};

} // namespace pricewright
