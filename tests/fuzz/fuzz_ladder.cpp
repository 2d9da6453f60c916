// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Any text as a listing's ladder, any numbers as a price's neighbors: rungs are never negative, never overflow, and
// stand where they were asked for.
#include "catalog/Catalog.h"
#include "fuzz/Fuzz.h"

using namespace pricewright;
using namespace pricewright::fuzz;

namespace {

void neighbors(const PriceLadder& ladder, qint64 price) {
  const qint64 above = ladder.atOrAbove(price), below = ladder.atOrBelow(price), nearest = ladder.nearest(price);
  need(above == -1 || (above >= 0 && above >= price && ladder.contains(above)), "the rung above");
  need(below == -1 || (below >= 0 && below <= price && ladder.contains(below)), "the rung below");
  need(above != -1 || below != -1, "a ladder has rungs");
  need(nearest == above || nearest == below, "the nearest is a neighbor");
  need(!ladder.contains(price) || (above == price && below == price), "a rung is its own neighbor");
}

void between(const PriceLadder& ladder, qint64 low, qint64 high) {
  const std::vector<qint64> rungs = ladder.between(low, high, 40);
  need(rungs.size() <= 40, "no more than asked for");
  for (std::size_t i = 0; i < rungs.size(); ++i) {
    need(rungs[i] >= low && rungs[i] <= high && ladder.contains(rungs[i]), "rungs within the interval");
    need(i == 0 || rungs[i] > rungs[i - 1], "rungs rise");
  }
  if (!rungs.empty())
    need(rungs.front() == ladder.atOrAbove(low) && rungs.back() == ladder.atOrBelow(high), "the ends are kept");
}

} // namespace

// Lines: the ladder's text; step; cycle; endings with spaces between; two prices.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Input in(data, size);
  const auto stored = ladderFromText(in.text());
  if (stored && *stored) {
    sureStatus(checkLadder(**stored), "a stored ladder is a ladder");
    need(sure(ladderFromText(ladderText(*stored)), "a ladder's text reads back") == *stored, "to the same ladder");
  }
  LadderSpec spec{in.text().toLongLong(), {}, 1};
  spec.cycleMinor = in.text().toLongLong();
  for (const QString& ending : in.text().split(u' '))
    spec.endingsMinor.push_back(ending.toLongLong());
  if (spec.endingsMinor == std::vector<qint64>{0})
    spec.endingsMinor.clear();
  const qint64 low = in.text().toLongLong(), high = in.text().toLongLong();
  for (const PriceLadder& ladder : {PriceLadder(spec), PriceLadder(stored ? stored->value_or(spec) : spec)}) {
    sureStatus(checkLadder(ladder.spec()), "a ladder keeps what is tidied");
    neighbors(ladder, low);
    neighbors(ladder, high);
    between(ladder, low, high);
  }
  return 0;
}
