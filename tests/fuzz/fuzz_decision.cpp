// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as what is stored with a decision: refused, or read to something that is written and read to the same bits,
// as objects and as tables.
#include "decision/Fields.h"
#include "fuzz/Fuzz.h"

#include <cmath>

using namespace pricewright;
using namespace pricewright::fuzz;

namespace {

std::string_view view(const QByteArray& text) { return {text.constData(), std::size_t(text.size())}; }

template <class T> void bothWays(const T& value, Layout layout) {
  StringPool pool;
  const QByteArray text = toText(value, layout);
  T back;
  sureStatus(fromText(view(text), pool, back), "what is written is read");
  need(toText(back, layout) == text, "and is the same");
  need(toText(back) == toText(value), "whatever the layout");
  need(canonicalJson(sure(parseObject(text), "any reader of JSON reads it")) == text, "the text is canonical");
}

template <class T> std::optional<T> readOne(std::string_view text) {
  StringPool pool;
  T value;
  const Status status = fromText(text, pool, value);
  T again;
  const Status second = fromText(text, pool, again);
  need(status.has_value() == second.has_value(), "the same every time");
  if (!status) {
    need(!status.error().code.isEmpty(), "an error has a code");
    return {};
  }
  bothWays(value, Layout::Plain);
  bothWays(value, Layout::Tables);
  return value;
}

void finite(const DemandEstimate& d) {
  for (const double v : {d.referencePrice, d.logBase, d.logBaseSd, d.noiseSd, d.smearing, d.ownStandardError})
    need(std::isfinite(v), "an estimate is finite");
  for (const double v : d.mean)
    need(std::isfinite(v), "its terms are finite");
}

} // namespace

// The first byte says what the rest is.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Input in(data, size);
  const unsigned kind = in.byte();
  const QByteArray bytes = in.rest();
  switch (kind) {
  case 'c':
    if (const auto c = readOne<PricingCase>(view(bytes)))
      for (const ListingCase& listing : c->listings)
        finite(listing.demand);
    break;
  case 'd':
    if (const auto d = readOne<PriceDecision>(view(bytes)))
      need(contentHash(*d).size() == 64, "a decision has a hash");
    break;
  case 'r':
    readOne<CycleReport>(view(bytes));
    break;
  case 'g':
    readOne<Guarded>(view(bytes));
    break;
  case 'o': // through the tree, as rules and old rows come
    if (const auto object = parseObject(bytes); object)
      if (const auto d = priceDecisionFromJson(*object))
        bothWays(*d, Layout::Plain);
    break;
  default:
    break;
  }
  return 0;
}
