// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a rule set: refused with a reason, or rules whose outcome is a corridor, a positive target, and the same
// every time.
#include "base/Json.h"
#include "fuzz/Fuzz.h"
#include "rules/RuleSet.h"

using namespace pricewright;
using namespace pricewright::fuzz;

namespace {

Amount amount(qint64 micros, Currency currency) { return {Decimal::fromMicros(micros), currency}; }

ListingCase listing(unsigned shape) {
  static constexpr const char* kCurrencies[] = {"USD", "JPY", "KWD", "CHF"};
  static constexpr qint64 kSizes[] = {1, 319, 1'000'000, std::numeric_limits<qint64>::max() / 10'000};
  const Currency currency = *Currency::fromCode(QString::fromLatin1(kCurrencies[shape & 3]));
  const qint64 size = kSizes[shape >> 2 & 3];
  ListingCase l;
  l.skuCode = QStringLiteral("OJ-64"), l.categoryCode = QStringLiteral("juice"), l.zoneCode = QStringLiteral("store-2");
  l.role = SkuRole::Kvi;
  l.current = Money(size, currency);
  l.ladder = defaultLadder(currency);
  l.competitorState = QStringLiteral("live");
  l.reference.sellers = 3;
  if (shape & 16)
    l.cost = amount(size * 6'000, currency);
  if (shape & 32) {
    l.reference.median = amount(size * 9'000, currency);
    l.reference.lowest = amount(size * 8'000, currency);
  }
  if (shape & 64)
    l.stockMilli = 40'000;
  if (shape & 128)
    l.grossPrices = true, l.vatBp = 1900;
  return l;
}

void check(const RuleOutcome& o, const ListingCase& l) {
  const PriceLadder ladder(l.ladder);
  need(!o.floorMinor || *o.floorMinor > 0, "a floor is a price");
  need(!o.ceilingMinor || *o.ceilingMinor > 0, "a ceiling is a price");
  need(!o.floorMinor || !o.ceilingMinor || *o.floorMinor <= *o.ceilingMinor, "a corridor is not empty");
  if (o.targetMinor) {
    need(*o.targetMinor > 0 && ladder.contains(*o.targetMinor), "a target is a price of the ladder");
    need(!o.floorMinor || *o.targetMinor >= *o.floorMinor, "a target keeps the floor");
    const qint64 first = o.floorMinor ? ladder.atOrAbove(*o.floorMinor) : 0;
    const bool roomy = !o.ceilingMinor || (first >= 0 && first <= *o.ceilingMinor);
    need(!o.ceilingMinor || !roomy || *o.targetMinor <= *o.ceilingMinor, "a target keeps the ceiling");
  }
  for (const RuleHit& hit : o.hits)
    need(!hit.ruleId.isEmpty() && hit.facts.contains(QStringLiteral("outcome")), "a hit says what it did");
}

} // namespace

// The first byte shapes the listing, the second chooses the time zone, the rest is JSON.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const QByteArray kZones[] = {"UTC", "Europe/Berlin", "Nowhere/Land", "Pacific/Kiritimati"};
  Input in(data, size);
  const ListingCase l = listing(in.byte());
  const unsigned when = in.byte();
  const auto json = parseObject(in.rest());
  if (!json)
    return 0;
  const auto set = RuleSet::parse(*json);
  if (!set) {
    need(set.error().code.startsWith(u"rules.") && !set.error().code.endsWith(u'.'), "a reason from the rules");
    return 0;
  }
  const RuleSet again = sure(RuleSet::parse(sure(parseObject(canonicalJson(*json)), "rules read back")), "as rules");
  need(again.version() == set->version() && again.count() == set->count(), "with the same version");
  const Instant at = fromMillis(1'700'000'000'000 + when * 3'600'000LL);
  const RuleOutcome outcome = set->evaluate(l, kZones[when & 3], at);
  check(outcome, l);
  need(outcome == again.evaluate(l, kZones[when & 3], at), "the same outcome every time");
  return 0;
}
