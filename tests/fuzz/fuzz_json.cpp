// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as JSON: what is read has one canonical text, and that text reads back to the same content, so that a hash
// of it can be trusted.
#include "base/Json.h"
#include "fuzz/Fuzz.h"

using namespace pricewright;
using namespace pricewright::fuzz;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto read = parseObject(Input(data, size).rest());
  if (!read) {
    need(!read.error().code.isEmpty(), "an error has a code");
    return 0;
  }
  const QByteArray text = canonicalJson(*read);
  const QJsonObject again = sure(parseObject(text), "canonical text reads back");
  need(canonicalJson(again) == text, "canonical text is stable");
  need(sha256Hex(canonicalJson(again)) == sha256Hex(text), "the same hash");
  for (auto it = again.begin(); it != again.end(); ++it)
    need(text.contains(canonicalJson(it.value())), "a lone value is written as within its object");
  return 0;
}
