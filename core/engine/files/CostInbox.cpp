// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/files/CostInbox.h"

#include "base/Words.h"
#include "catalog/Permissions.h"
#include "catalog/Rows.h"
#include "engine/views/CatalogueView.h"

#include <cmath>
#include <map>

namespace pricewright {
namespace {

// Each cost beside the one before it on the same listing, and what was decided after it was learnt: when its import
// ran, or when it was typed.
constexpr const char* kCostsSql =
    "SELECT * FROM (SELECT c.listing_no, c.from_day, c.amount_micro, c.currency, "
    "lag(c.amount_micro) OVER w AS before_micro, lag(c.currency) OVER w AS before_currency, c.import_no, i.file_name, "
    "i.at_ms, (SELECT d.state FROM decision d WHERE d.listing_no = c.listing_no AND d.created_ms > coalesce(i.at_ms, "
    "(SELECT max(e.at_ms) FROM audit_entry e WHERE e.subject_table = 'cost' AND e.subject_id = c.listing_no || "
    "'|replacement|' || date(c.from_day * 86400, 'unixepoch')), c.from_day * 86400000) AND d.state IN ('pending', "
    "'approved', 'published') "
    "ORDER BY d.created_ms DESC LIMIT 1) "
    "FROM cost c LEFT JOIN import_batch i ON i.no = c.import_no WHERE c.kind = 'replacement' "
    "WINDOW w AS (PARTITION BY c.listing_no ORDER BY c.from_day)) "
    "WHERE from_day >= ?1 AND before_micro > 0 AND before_currency = currency AND before_micro <> amount_micro "
    "ORDER BY from_day DESC, listing_no";

std::optional<int> marginAt(const CatalogueRow& row, const Amount& cost) {
  if (!row.marginBp || !row.cost || row.cost->value.micros() <= 0 || cost.currency != row.cost->currency)
    return std::nullopt;
  // The cost in force and its margin give the price net of VAT.
  const double net = double(row.cost->value.micros()) / (1 - *row.marginBp / 10'000.0);
  return net > 0 ? std::optional(int(std::lround(10'000 * (1 - double(cost.value.micros()) / net)))) : std::nullopt;
}

CostRow rowOf(const CatalogueRow& c, const Amount& before, const Amount& after) {
  CostRow row;
  row.listingNo = c.listingNo;
  row.sku = c.sku;
  row.product = c.product;
  row.zone = c.zone;
  row.before = before;
  row.after = after;
  row.price = c.price;
  row.marginBp = marginAt(c, after);
  row.marginBeforeBp = marginAt(c, before);
  row.unitsPerWeek = c.unitsPerWeek;
  return row;
}

void addUp(CostEvent& event) {
  double stake = 0;
  bool all = !event.rows.empty();
  event.currency = all ? event.rows.front().after.currency : Currency();
  for (const CostRow& row : event.rows) {
    all &= row.unitsPerWeek.has_value() && row.after.currency == event.currency;
    stake += row.unitsPerWeek.value_or(0) * (row.after.value.toDouble() - row.before.value.toDouble());
  }
  if (all)
    event.stakePerWeek = stake;
}

struct Mark {
  QString user, note;
};
Result<std::map<QString, Mark>> marks(Database& db) {
  PW_TRY(Query q, Query::prepare(db, "SELECT event_key, user, note FROM cost_event_mark"));
  std::map<QString, Mark> all;
  PW_CHECK(eachRow(q, [&]() -> Status {
    all.emplace(q.text(0), Mark{q.text(1), q.text(2)});
    return {};
  }));
  return all;
}

Status mark(Workspace& w, const QString& key, const QString& note, bool on) {
  PW_CHECK(w.trusted());
  PW_TRY(const CostInbox inbox, costInbox(w));
  const bool known =
      std::any_of(inbox.events.begin(), inbox.events.end(), [&](const CostEvent& e) { return e.key == key; });
  if (!known)
    return fail(s("cost.unknown-event"));
  PW_TRY(Transaction in, Transaction::begin(w.database()));
  PW_TRY(const Actor who, mayDo(w.database(), w.me(), Permission::EditProducts));
  PW_TRY(Query q, Query::prepare(w.database(), on ? "INSERT OR REPLACE INTO cost_event_mark (event_key, user, note, "
                                                    "at_ms) VALUES (?1, ?2, ?3, ?4)"
                                                  : "DELETE FROM cost_event_mark WHERE event_key = ?1"));
  q.bind(1, key);
  if (on)
    q.bind(2, who.user).bind(3, note.left(500)).bind(4, toMillis(w.clock().now()));
  PW_CHECK(q.run());
  PW_CHECK(w.journal().append(who, on ? s("costs.dismissed") : s("costs.recalled"), s("cost_event_mark"), key,
                              {{s("note"), note.left(500)}}, on ? s("insert") : s("delete")));
  return in.commit();
}

} // namespace

int CostEvent::open() const {
  return dismissed ? 0 : int(std::count_if(rows.begin(), rows.end(), [](const CostRow& r) { return !r.answered; }));
}

Result<CostInbox> costInbox(Workspace& w, int daysBack) {
  PW_TRY(const CatalogueSnapshot catalogue, catalogueView(w));
  std::map<int, const CatalogueRow*> byListing;
  for (const CatalogueRow& row : catalogue.rows)
    byListing.emplace(row.listingNo, &row);
  PW_TRY(const auto dealtWith, marks(w.database()));
  CostInbox inbox{dayOf(catalogue.now), {}, 0};
  PW_TRY(Query q, Query::prepare(w.database(), kCostsSql));
  q.bind(1, qint64(toDayNumber(inbox.today)) - daysBack);
  std::map<QString, std::size_t> places;
  PW_CHECK(eachRow(q, [&]() -> Status {
    const auto found = byListing.find(int(q.integer(0)));
    const auto currency = Currency::fromCode(q.text(3));
    if (found == byListing.end() || !currency)
      return {};
    const bool byHand = q.text(6).isEmpty();
    const QString key = (byHand ? s("hand") : q.text(6)) + u'|' + q.text(1);
    const auto [place, isNew] = places.emplace(key, inbox.events.size());
    if (isNew) {
      CostEvent event;
      event.key = key;
      event.from = Day(std::chrono::days(q.integer(1)));
      event.source = byHand ? QString() : q.text(7);
      event.learnt = byHand ? startOf(event.from) : fromMillis(q.integer(8));
      inbox.events.push_back(std::move(event));
    }
    CostRow row = rowOf(*found->second, {Decimal::fromMicros(q.integer(4)), *currency},
                        {Decimal::fromMicros(q.integer(2)), *currency});
    if (!q.text(9).isEmpty())
      row.answered = decisionStateFrom(q.text(9));
    inbox.events[place->second].rows.push_back(std::move(row));
    return {};
  }));
  for (CostEvent& event : inbox.events) {
    std::sort(event.rows.begin(), event.rows.end(),
              [](const CostRow& a, const CostRow& b) { return std::tie(a.sku, a.zone) < std::tie(b.sku, b.zone); });
    addUp(event);
    if (const auto known = dealtWith.find(event.key); known != dealtWith.end()) {
      event.dismissed = true;
      event.dismissedBy = known->second.user;
      event.note = known->second.note;
    }
    inbox.open += event.open() > 0;
  }
  return inbox;
}

std::vector<PriceWish> passOn(const CostEvent& event, PassOn how, int sharePercent) {
  std::vector<PriceWish> wishes;
  for (const CostRow& row : event.rows) {
    if (row.answered || !row.price.isValid() || row.price.minor() <= 0)
      continue;
    const double before = row.before.value.toDouble(), after = row.after.value.toDouble();
    const double price = row.price.toDouble();
    double wanted = price * after / before;
    if (how != PassOn::MarginRate) {
      // What one unit of cost is in the price: VAT, as the margin beside it tells.
      const double net = row.marginBeforeBp ? before / (1 - *row.marginBeforeBp / 10'000.0) : price;
      const double gross = net > 0 ? price / net : 1;
      wanted = price + (after - before) * gross * (how == PassOn::Share ? sharePercent / 100.0 : 1);
    }
    const double minor = wanted * double(row.price.currency().minorPerMajor());
    if (!std::isfinite(minor) || minor < 1 || minor > 1e15)
      continue;
    const Money target(std::llround(minor), row.price.currency());
    if (target != row.price)
      wishes.push_back({row.listingNo, target});
  }
  return wishes;
}

Status dismissCosts(Workspace& w, const QString& eventKey, const QString& note) {
  return mark(w, eventKey, note, true);
}
Status recallCosts(Workspace& w, const QString& eventKey) { return mark(w, eventKey, {}, false); }

} // namespace pricewright
