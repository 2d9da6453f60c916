// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as an alert rule and as what one remembers: refused with a reason, or read back the same and stepped over a
// small market without harm, each event told once at most.
#include "alerts/AlertEngine.h"
#include "base/Json.h"
#include "fuzz/Fuzz.h"

using namespace pricewright;
using namespace pricewright::fuzz;

namespace {

const RivalTape& smallTape() {
  static const RivalTape* const made = [] {
    const Currency usd = *Currency::fromCode(u"USD");
    Catalog catalog;
    catalog.categories = {{1, QStringLiteral("JUICE"), QStringLiteral("Juice")}};
    catalog.skus.resize(1), catalog.zones.resize(1), catalog.listings.resize(1);
    catalog.skus[0].no = catalog.zones[0].no = catalog.listings[0].no = 1;
    catalog.skus[0].categoryNo = catalog.listings[0].skuNo = catalog.listings[0].zoneNo = 1;
    catalog.zones[0].currency = usd;
    QHash<int, Source> sources;
    sources[1].no = 1;
    auto* tape = new RivalTape(catalog, sources, {{1, QStringLiteral("C1"), {}}}, {});
    Offer o;
    o.matchNo = o.listingNo = o.competitorNo = o.sourceNo = 1;
    for (int hour = 0; hour < 200; hour += 7) {
      o.no = hour + 1, o.observedAt = fromMillis(1'774'000'000'000 + hour * 3'600'000LL);
      o.price = {Decimal::fromMicros(10'000'000 - hour % 5 * 1'700'000), usd};
      tape->add(o);
    }
    tape->sort();
    return tape;
  }();
  return *made;
}

void walk(const AlertRule& rule, AlertState state) {
  const RivalTape& tape = smallTape();
  RivalView view(tape, rule.reach(tape.longestHold()));
  AlertEngine engine(rule, view);
  qint64 told = 0, had = 0, fired = 0;
  const auto waiting = [](const AlertState& s) {
    qint64 sum = qint64(s.quiet.serials.size() + s.overCap.serials.size());
    for (const auto& [group, some] : s.runs)
      sum += qint64(some.serials.size());
    return sum;
  };
  had = waiting(state);
  for (int hour = 0; hour < 200; hour += 3) {
    view.advanceTo(fromMillis(1'774'000'000'000 + hour * 3'600'000LL));
    const AlertStep step = engine.step(state);
    fired += qint64(step.events.size());
    for (const AlertMessage& m : step.messages)
      told += qint64(m.serials.size());
  }
  need(told + waiting(state) == had + fired, "what fires is told once, or waits");
  need(*AlertState::parse(state.toJson()) == state, "what is remembered reads back");
}

} // namespace

// The first line is the rule, the rest is what it remembers.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Input in(data, size);
  const auto json = parseObject(Input::toBytes(in.line()));
  if (!json)
    return 0;
  const auto rule = AlertRule::parse(*json);
  if (!rule) {
    need(rule.error().code.startsWith(u"alert.bad-"), "a reason");
    return 0;
  }
  const AlertRule again = sure(AlertRule::parse(rule->toJson()), "a rule reads back");
  need(again == *rule, "as the same rule");
  AlertState state;
  if (const auto memory = parseObject(in.rest())) {
    const auto read = AlertState::parse(*memory);
    if (!read)
      need(read.error().is(u"alert.bad-state"), "a reason");
    else
      state = *read;
  }
  constexpr qint64 kFar = 1LL << 52; // numbers of a state that was written by steps
  if (state.events < kFar && state.messages < kFar && state.toldToday < 1'000'000)
    walk(*rule, std::move(state));
  return 0;
}
