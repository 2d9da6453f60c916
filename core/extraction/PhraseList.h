// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "extraction/PageWords.h"

#include <span>

// For the files that hold the phrases.
namespace pricewright {

// In lower case, a "|" between two. A "~" before: also within words, for languages that join them.
struct PhraseList {
  PhraseKind kind;
  std::string_view phrases;
};
std::span<const PhraseList> offerPhrases();

} // namespace pricewright
