// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/plans/PromotionCalendar.h"

#include "base/Words.h"
#include "catalog/Permissions.h"
#include "catalog/Rows.h"
#include "engine/OneMoment.h"
#include "engine/plans/PromotionShop.h"

namespace pricewright {
namespace {

constexpr int kBeforeDays = 56;
constexpr std::chrono::days kFarAhead{36'500};

PromotionState stateOn(const Promotion& p, Day today) {
  return p.to < today ? PromotionState::Past : p.from > today ? PromotionState::Planned : PromotionState::Running;
}

// What runs, the first to end first; then what comes, the first to begin first; then what was, the last first.
bool comesFirst(const PromotionRow& a, const PromotionRow& b) {
  const auto rank = [](const PromotionRow& r) {
    return r.state == PromotionState::Running ? 0 : r.state == PromotionState::Planned ? 1 : 2;
  };
  if (rank(a) != rank(b))
    return rank(a) < rank(b);
  const Promotion &x = a.promotion.what, &y = b.promotion.what;
  return a.state == PromotionState::Running   ? x.to < y.to
         : a.state == PromotionState::Planned ? x.from < y.from
                                              : x.from > y.from;
}

// What was sold in the periods that lie mostly within some days.
struct Sold {
  double units = 0;
  int days = 0, periods = 0;
  void add(double more, int inDays) {
    units += more;
    days += inDays;
    ++periods;
  }
  std::optional<double> aWeek() const { return days > 0 ? std::optional(7 * units / days) : std::nullopt; }
};

class CalendarReader {
 public:
  CalendarReader(Workspace& w, const PromotionShop& shop) : m_ws(w), m_shop(shop) {}

  Result<PromotionCalendar> read(int weeksBack, int most) {
    PromotionStore store(m_ws.database(), m_ws.journal());
    m_out.today = m_shop.today();
    const Day since = m_out.today - std::chrono::days(7 * weeksBack);
    PW_TRY(auto found, store.touching(since - std::chrono::days(kBeforeDays), m_out.today + kFarAhead, most + 1));
    m_out.more = int(found.size()) > most;
    found.resize(std::min(found.size(), std::size_t(most)));
    for (const CalendarPromotion& p : found)
      m_spans[p.what.listingNo].emplace_back(p.what.from, p.what.to);
    m_out.channels = m_shop.catalog().channels;
    m_out.zones = m_shop.catalog().zones;
    PW_TRY(Query q, Query::prepare(m_ws.database(), "SELECT day, days, units_milli, deal_milli FROM sale WHERE "
                                                    "listing_no = ?1 AND day >= ?2 AND day <= ?3"));
    for (CalendarPromotion& p : found) {
      if (p.what.to < since)
        continue;
      PW_CHECK(addRow(std::move(p), q));
    }
    std::stable_sort(m_out.rows.begin(), m_out.rows.end(), comesFirst);
    return std::move(m_out);
  }

 private:
  Status addRow(CalendarPromotion p, Query& sales) {
    const ShopPrice* shop = m_shop.find(p.what.listingNo);
    if (!shop)
      return {};
    PromotionRow row;
    row.sku = shop->row->sku;
    row.product = shop->row->product;
    row.category = shop->row->category;
    row.zone = shop->row->zone;
    row.channel = m_shop.channelCode(p.what.channelNo);
    row.state = stateOn(p.what, m_out.today);
    row.regular = shop->row->price;
    if (p.what.priceMinor) {
      row.price = Money(*p.what.priceMinor, shop->row->currency);
      row.discountBp = discountBp(row.regular, row.price);
      row.marginBp = shop->marginAt(row.price);
    }
    m_out.running += row.state == PromotionState::Running;
    m_out.planned += row.state == PromotionState::Planned;
    if (row.state != PromotionState::Planned) {
      PW_CHECK(readUnits(row, p.what, sales));
    }
    row.promotion = std::move(p);
    m_out.rows.push_back(std::move(row));
    return {};
  }

  Status readUnits(PromotionRow& row, const Promotion& p, Query& q) const {
    q.reset();
    q.bind(1, p.listingNo).bind(2, toDayNumber(p.from) - kBeforeDays).bind(3, toDayNumber(p.to));
    Sold during, before;
    PW_CHECK(eachRow(q, [&]() -> Status {
      const Day from = fromDayNumber(smallInteger(q, 0));
      const int days = smallInteger(q, 1);
      const Day last = from + std::chrono::days(std::max(days, 1) - 1);
      const double units = double(q.integer(2)) / 1000;
      const auto shared = (std::min(last, p.to) - std::max(from, p.from)).count() + 1;
      if (2 * shared >= days)
        during.add(units, days);
      else if (last < p.from && q.integer(3) == 0 && !onPromotion(p.listingNo, from, last))
        before.add(units, days);
      return {};
    }));
    row.unitsDuring = during.aWeek();
    row.unitsBefore = before.aWeek();
    row.periodsDuring = during.periods;
    row.periodsBefore = before.periods;
    return {};
  }

  bool onPromotion(int listing, Day from, Day last) const {
    const auto found = m_spans.find(listing);
    return found != m_spans.end() && std::any_of(found->second.begin(), found->second.end(), [&](const auto& span) {
             return span.first <= last && span.second >= from;
           });
  }

  Workspace& m_ws;
  const PromotionShop& m_shop;
  PromotionCalendar m_out;
  std::map<int, std::vector<std::pair<Day, Day>>> m_spans; // by listing
};

// One change of the calendar's rows: everything in it or nothing.
class CalendarChange {
 public:
  explicit CalendarChange(Workspace& w) : m_ws(w), m_store(w.database(), w.journal()) {}
  Status begin() {
    PW_CHECK(m_ws.trusted());
    PW_TRY(Transaction in, Transaction::begin(m_ws.database()));
    m_in.emplace(std::move(in));
    PW_TRY(m_who, mayDo(m_ws.database(), m_ws.me(), Permission::EditProducts));
    return {};
  }
  PromotionStore& store() { return m_store; }
  const Actor& who() const { return m_who; }
  Result<CalendarPromotion> mustFind(const Id& id) {
    PW_TRY(const auto found, m_store.find(id));
    if (!found)
      return fail(s("promotion.gone"));
    return *found;
  }
  Status commit() { return m_in->commit(); }

 private:
  Workspace& m_ws;
  PromotionStore m_store;
  std::optional<Transaction> m_in;
  Actor m_who;
};

QJsonObject belowMargin(const PromotionCheck& check) {
  for (const Error& note : check.notes)
    if (note.code == u"promotion.below-margin-note")
      return {{s("below_margin_bp"), check.marginBp.value_or(0)}};
  return {};
}

} // namespace

Result<PromotionCalendar> promotionCalendar(Workspace& w, int weeksBack, int most) {
  return ofOneMoment(w.database(), [&]() -> Result<PromotionCalendar> {
    PW_TRY(const PromotionShop shop, PromotionShop::open(w));
    return CalendarReader(w, shop).read(std::clamp(weeksBack, 0, 520), std::clamp(most, 1, 1'000'000));
  });
}

Result<std::vector<PromotionCheck>> checkPromotions(Workspace& w, const PromotionWish& wish, const JobContext& job) {
  PW_TRY(const PromotionShop shop, PromotionShop::open(w));
  std::vector<PromotionCheck> checks;
  for (const int listing : shop.listingsOf(wish)) {
    if (job.cancelled())
      return fail(s("engine.cancelled"));
    PW_TRY(PromotionCheck check, shop.check(listing, wish));
    checks.push_back(std::move(check));
  }
  return checks;
}

Result<PromotionsPlanned> planPromotions(Workspace& w, const PromotionWish& wish, const JobContext& job) {
  PW_TRY(const auto checks, checkPromotions(w, wish, job));
  CalendarChange change(w);
  PW_CHECK(change.begin());
  IdSource ids(w.clock());
  PromotionsPlanned done;
  for (const PromotionCheck& check : checks) {
    if (check.refusal) {
      done.refused.push_back(check);
      continue;
    }
    CalendarPromotion p{ids.next(), {check.listingNo, wish.channelNo, wish.from, wish.to, {}, wish.mechanism}, {}};
    if (check.price.isValid())
      p.what.priceMinor = check.price.minor();
    PW_CHECK(change.store().put(change.who(), p, belowMargin(check)));
    done.changes.push_back({std::nullopt, p});
  }
  if (done.changes.empty())
    return done.refused.empty() ? fail(s("promotion.nothing")) : *done.refused.front().refusal;
  PW_CHECK(change.commit());
  return done;
}

Result<PromotionChange> changePromotion(Workspace& w, const Id& id, Day from, Day to,
                                        const std::optional<Money>& price) {
  PW_TRY(const PromotionShop shop, PromotionShop::open(w));
  CalendarChange change(w);
  PW_CHECK(change.begin());
  PW_TRY(const CalendarPromotion before, change.mustFind(id));
  const PromotionState state = stateOn(before.what, shop.today());
  if (state == PromotionState::Past)
    return fail(s("promotion.over"));
  const std::optional<qint64> minor = price ? std::optional(price->minor()) : std::nullopt;
  if (state == PromotionState::Running && (from != before.what.from || minor != before.what.priceMinor))
    return fail(s("promotion.begun"));
  PromotionWish wish;
  wish.channelNo = before.what.channelNo;
  wish.from = from;
  wish.to = to;
  wish.mechanism = before.what.mechanism;
  wish.price = price;
  PW_TRY(const PromotionCheck check, shop.check(before.what.listingNo, wish, id));
  if (check.refusal)
    return *check.refusal;
  CalendarPromotion after = before;
  after.what.from = from;
  after.what.to = to;
  after.what.priceMinor = minor;
  PW_CHECK(change.store().put(change.who(), after, belowMargin(check)));
  PW_CHECK(change.commit());
  return PromotionChange{before, after};
}

Result<std::vector<PromotionChange>> cancelPromotions(Workspace& w, std::span<const Id> ids) {
  const Day today = dayOf(w.clock().now());
  CalendarChange change(w);
  PW_CHECK(change.begin());
  std::vector<PromotionChange> done;
  for (const Id& id : ids) {
    PW_TRY(const CalendarPromotion before, change.mustFind(id));
    switch (stateOn(before.what, today)) {
    case PromotionState::Past:
      return fail(s("promotion.over"));
    case PromotionState::Planned:
      PW_CHECK(change.store().remove(change.who(), before));
      done.push_back({before, std::nullopt});
      break;
    case PromotionState::Running: {
      CalendarPromotion after = before;
      after.what.to = today;
      PW_CHECK(change.store().put(change.who(), after, {{s("ended"), true}}));
      done.push_back({before, after});
      break;
    }
    }
  }
  PW_CHECK(change.commit());
  return done;
}

Status undoPromotions(Workspace& w, std::span<const PromotionChange> changes) {
  CalendarChange change(w);
  PW_CHECK(change.begin());
  for (const PromotionChange& one : changes) {
    PW_TRY(const auto now, change.store().find(one.after ? one.after->id : one.before->id));
    if (now != one.after)
      return fail(s("engine.changed-meanwhile"));
    PW_CHECK(one.before ? change.store().put(change.who(), *one.before)
                        : change.store().remove(change.who(), *one.after));
  }
  return change.commit();
}

} // namespace pricewright
