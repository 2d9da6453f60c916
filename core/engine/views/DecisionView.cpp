// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/views/DecisionView.h"

#include "catalog/Rows.h"
#include "engine/OneMoment.h"
#include "engine/models/ObservedWeeks.h"
#include "market/UsableRates.h"
#include "rules/RuleSet.h"

namespace pricewright {
namespace {

constexpr auto kPriceTime = std::chrono::hours(24 * 7 * 52), kOfferTime = std::chrono::hours(24 * 30);
constexpr int kMostPast = 60;

RuleOutcome rulesOf(const PricingCase& c, const ListingCase& l) {
  const Result<RuleSet> rules = RuleSet::parse(c.rules);
  return rules ? rules->evaluate(l, c.timeZone, c.effective) : RuleOutcome();
}

void addOwn(std::vector<OwnPrice>& own, OwnPrice next) {
  if (next.until <= next.from)
    return;
  if (!own.empty() && own.back().price == next.price && own.back().observed == next.observed &&
      own.back().until == next.from)
    own.back().until = next.until;
  else
    own.push_back(next);
}

// Weeks are told up to the first published price; from there on what was published.
std::vector<OwnPrice> ownPrices(std::span<const SalePoint> sales, std::span<const PublishedPrice> published,
                                Currency currency, Instant since, Instant now) {
  std::vector<OwnPrice> regular;
  int channel = std::numeric_limits<int>::max();
  for (const PublishedPrice& p : published)
    if (p.type == PriceType::Regular)
      channel = std::min(channel, p.channelNo);
  Instant first = now;
  for (const PublishedPrice& p : published) {
    if (p.type != PriceType::Regular || p.channelNo != channel || p.from > now || p.amount.currency() != currency)
      continue;
    first = std::min(first, p.from);
    addOwn(regular, {std::max(p.from, since), std::min(p.to.value_or(now), now), p.amount.toDecimal(), false});
  }
  std::vector<OwnPrice> out;
  for (const SalePoint& s : sales) {
    const Instant from = startOf(fromDayNumber(s.day)), until = from + std::chrono::hours(24 * s.days);
    const qint64 micros = s.regularMicro > 0 ? s.regularMicro : (s.dealMilli == 0 ? s.priceMicro : 0);
    if (micros > 0 && until > since)
      addOwn(out, {std::max(from, since), std::min(until, first), Decimal::fromMicros(micros), true});
  }
  for (const OwnPrice& p : regular)
    addOwn(out, p);
  return out;
}

Status addMarket(Workspace& w, const ListingCase& l, DecisionView& view) {
  PW_TRY(const auto sources, w.offers().sources());
  PW_TRY(const auto competitors, w.offers().competitors());
  PW_TRY(std::vector<Offer> offers, w.offers().offersFor(l.listingNo, view.from - kOfferTime, view.asOf));
  PW_TRY(const QString code, w.catalog().workspaceValue(QStringLiteral("currency")));
  PW_TRY(const Currency base, Currency::fromCode(code));
  PW_TRY(const Settings settings, w.catalog().settings());
  UsableRates rates(w.offers(), base, settings); // offers in other currencies are compared by the rates of their day
  const Currency into = l.current.currency();
  std::vector<Offer> recent;
  for (const Offer& o : offers)
    if (o.observedAt > view.asOf - kOfferTime)
      recent.push_back(o);
  const bool foreign =
      std::any_of(recent.begin(), recent.end(), [into](const Offer& o) { return o.price.currency != into; });
  const FxRates* then = nullptr;
  if (foreign) {
    PW_TRY(then, rates.on(dayOf(view.asOf)));
  }
  view.offers = offerLines(recent, sources, competitors, l.reference, into, then, view.asOf);
  const RatesOfDay ratesOf = [&rates](Day day) { return rates.on(day).value_or(nullptr); };
  view.rivals = rivalPoints(std::move(offers), sources, into, ratesOf, view.from, view.asOf);
  return {};
}

constexpr char kPast[] =
    "SELECT d.id, z.code, d.created_ms, d.decided_ms, d.current_minor, d.proposed_minor, d.currency, d.state, "
    "d.proposed_by, d.edited_by, d.primary_reason, a.user, a.action, a.reason_code, a.comment "
    "FROM listing l JOIN decision d ON d.listing_no = l.no JOIN price_zone z ON z.no = l.zone_no "
    "LEFT JOIN approval a ON a.id = (SELECT b.id FROM approval b WHERE b.decision_id = d.id AND b.action IN "
    "('approve', 'reject', 'undo') ORDER BY b.at_ms DESC, b.id DESC LIMIT 1) "
    "WHERE l.sku_no = (SELECT sku_no FROM listing WHERE no = ?1) AND d.state <> 'unchanged' "
    "ORDER BY d.created_ms DESC, d.no DESC LIMIT ?2";

Status addPast(Workspace& w, int listingNo, DecisionView& view) {
  PW_TRY(Query q, Query::prepare(w.database(), kPast));
  q.bind(1, listingNo).bind(2, kMostPast);
  CurrencyReader currencies;
  return eachRow(q, [&]() -> Status {
    const auto currency = currencies.read(q.utf8(6));
    const auto state = decisionStateFrom(q.text(7));
    if (!currency || !state)
      return damagedRow("decision", q.text(0), currency ? q.text(7) : q.text(6));
    PastDecision p;
    p.id = idOf(q, 0);
    p.zone = q.text(1);
    p.createdAt = fromMillis(q.integer(2));
    p.decidedAt = optionalInstant(q, 3);
    p.from = Money(q.integer(4), *currency);
    p.to = Money(q.integer(5), *currency);
    p.state = *state;
    p.proposedBy = q.text(8);
    p.editedBy = q.text(9);
    p.primaryReason = q.text(10);
    p.by = q.text(11);
    p.action = q.text(12);
    p.reason = q.text(13);
    p.comment = q.text(14);
    view.past.push_back(std::move(p));
    return {};
  });
}

} // namespace

Result<DecisionView> decisionView(Workspace& w, const DecisionDetail& detail) {
  DecisionView view;
  const PricingCase& c = *detail.pricingCase;
  const ListingCase& l = c.listings[static_cast<std::size_t>(detail.listingIndex)];
  view.asOf = c.now;
  view.from = c.now - kPriceTime;
  PW_TRY(view.workspace, w.catalog().workspaceValue(QStringLiteral("name")));
  view.rules = rulesOf(c, l);
  view.waterfall = priceWaterfall(detail.decision, c, l, view.rules);
  view.bounds = priceBounds(c, l, view.rules);
  PW_TRY(const auto sales, w.catalog().salesOf(l.listingNo, dayOf(c.now)));
  view.observed = observedWeeks(sales, toDayNumber(dayOf(c.now)));
  PW_TRY(const auto published, w.catalog().priceHistory(l.listingNo, view.from));
  if (l.current.isValid()) {
    view.own = ownPrices(sales, published, l.current.currency(), view.from, view.asOf);
    PW_CHECK(addMarket(w, l, view));
  }
  PW_CHECK(addPast(w, l.listingNo, view));
  return view;
}

Result<DecisionDetail> wholeDetail(Workspace& w, const Id& decision) {
  return ofOneMoment(w.database(), [&]() -> Result<DecisionDetail> {
    PW_TRY(DecisionDetail detail, w.detail(decision));
    PW_TRY(DecisionView view, decisionView(w, detail));
    detail.view = std::make_shared<const DecisionView>(std::move(view));
    return detail;
  });
}

} // namespace pricewright
