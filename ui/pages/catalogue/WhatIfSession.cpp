// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/catalogue/WhatIfSession.h"

#include <cmath>

namespace pricewright {
namespace {
constexpr std::size_t kMostModels = 64; // about 1 MB each
}

WhatIfModelPtr WhatIfSession::modelOf(int listingNo) const {
  for (const WhatIfModelPtr& model : m_models)
    if (model->listing(listingNo))
      return model;
  return nullptr;
}

void WhatIfSession::focus(int listingNo) {
  if (listingNo == m_listing)
    return;
  m_listing = listingNo;
  m_tried.reset();
  if (listingNo != 0 && !modelOf(listingNo) && m_refused.count(listingNo) == 0)
    emit modelWanted(listingNo);
  emit focusChanged();
}

void WhatIfSession::take(const WhatIfModelPtr& model) {
  if (!model)
    return;
  std::erase_if(m_models, [&](const WhatIfModelPtr& m) { return m->content().key == model->content().key; });
  m_models.insert(m_models.begin(), model);
  if (m_models.size() > kMostModels)
    m_models.pop_back();
  emit focusChanged(); // the curve, or what all groups together add up to
  wantMissing();
}

// One after the other, once the one in focus is there: the newest question replaces an older one.
void WhatIfSession::wantMissing() {
  if (m_listing != 0 && !model() && m_refused.count(m_listing) == 0)
    return;
  for (const auto& [listing, price] : m_locked)
    if (!modelOf(listing) && m_refused.count(listing) == 0)
      return emit modelWanted(listing);
}

void WhatIfSession::refuse(int listingNo, const QString& why) {
  m_refused[listingNo] = why;
  if (listingNo == m_listing)
    emit focusChanged();
  wantMissing();
}

void WhatIfSession::forgetModels() {
  m_models.clear();
  m_refused.clear();
  if (m_listing != 0)
    emit modelWanted(m_listing);
}

void WhatIfSession::clear() {
  m_models.clear();
  m_refused.clear();
  m_locked.clear();
  m_tried.reset();
  m_listing = 0;
  emit locksChanged();
  emit focusChanged();
}

WhatIfModelPtr WhatIfSession::model() const { return m_listing == 0 ? nullptr : modelOf(m_listing); }
QString WhatIfSession::why() const {
  const auto found = m_refused.find(m_listing);
  return found == m_refused.end() ? QString() : found->second;
}
Money WhatIfSession::now() const {
  const WhatIfModelPtr m = model();
  return m ? m->listing(m_listing)->current : Money();
}
Money WhatIfSession::tried() const {
  const auto locked = m_locked.find(m_listing);
  return locked != m_locked.end() ? locked->second : m_tried.value_or(now());
}

void WhatIfSession::tryPrice(const Money& price) {
  if (!model() || !price.isValid() || price == tried())
    return;
  if (isLocked(m_listing)) {
    m_locked[m_listing] = price; // it stays locked, where it is dragged to
    emit locksChanged();
  } else {
    m_tried = price;
  }
  emit changed();
}

void WhatIfSession::dragTo(double price) {
  if (const WhatIfModelPtr m = model())
    tryPrice(m->nearest(m_listing, price));
}
void WhatIfSession::step(int rungs) {
  if (const WhatIfModelPtr m = model())
    tryPrice(m->step(m_listing, tried(), rungs));
}

void WhatIfSession::toggleLock() {
  if (!model())
    return;
  if (isLocked(m_listing)) {
    m_tried = m_locked[m_listing];
    m_locked.erase(m_listing);
  } else {
    m_locked[m_listing] = tried();
    m_tried.reset();
  }
  emit locksChanged();
  emit changed();
}

void WhatIfSession::backToNow() {
  const bool wasLocked = m_locked.erase(m_listing) > 0;
  m_tried.reset();
  if (wasLocked)
    emit locksChanged();
  emit changed();
}

void WhatIfSession::lock(int listingNo, const std::optional<Money>& price) {
  if (price)
    m_locked[listingNo] = *price;
  else
    m_locked.erase(listingNo);
  if (listingNo == m_listing)
    m_tried.reset();
  emit locksChanged();
  emit focusChanged();
  wantMissing();
}

void WhatIfSession::drop(const std::vector<int>& listings) {
  for (const int listing : listings) {
    m_locked.erase(listing);
    if (listing == m_listing)
      m_tried.reset();
  }
  emit locksChanged();
  emit focusChanged();
}

std::vector<PriceWish> WhatIfSession::wishes() const {
  std::map<int, Money> all = m_locked;
  if (m_tried)
    all.insert_or_assign(m_listing, *m_tried);
  std::vector<PriceWish> wishes;
  for (const auto& [listing, price] : all) {
    const WhatIfModelPtr m = modelOf(listing);
    if (!m || m->listing(listing)->current != price)
      wishes.push_back({listing, price});
  }
  return wishes;
}

std::vector<WhatIfPrice> WhatIfSession::pricesIn(const WhatIfModel& model) const {
  std::vector<WhatIfPrice> prices;
  for (const auto& [listing, price] : m_locked)
    if (model.listing(listing))
      prices.emplace_back(listing, price);
  if (m_tried && model.listing(m_listing))
    prices.emplace_back(m_listing, *m_tried);
  return prices;
}

std::vector<WhatIfPrice> WhatIfSession::others() const {
  std::vector<WhatIfPrice> prices;
  if (const WhatIfModelPtr m = model())
    prices = pricesIn(*m);
  std::erase_if(prices, [this](const WhatIfPrice& p) { return p.first == m_listing; });
  return prices;
}

WhatIfResult WhatIfSession::result() const {
  const WhatIfModelPtr m = model();
  return m ? m->evaluate(pricesIn(*m)) : WhatIfResult();
}

// Groups are independent of each other in what the model knows, so intervals are added as the roots of sums of squares.
WhatIfSession::Portfolio WhatIfSession::portfolio() const {
  Portfolio out;
  struct Squares {
    double low = 0, high = 0;
  } units, revenue, profit;
  const auto add = [](WhatIfFigure& into, Squares& squares, const WhatIfFigure& f) {
    into.change += f.change;
    squares.low += (f.change - f.low) * (f.change - f.low);
    squares.high += (f.high - f.change) * (f.high - f.change);
  };
  for (const WhatIfModelPtr& m : m_models) {
    const std::vector<WhatIfPrice> prices = pricesIn(*m);
    if (prices.empty())
      continue;
    const WhatIfResult r = m->evaluate(prices);
    out.prices += r.moved;
    add(out.units, units, r.units);
    add(out.revenue, revenue, r.revenue);
    add(out.profit, profit, r.profit);
  }
  const auto close = [](WhatIfFigure& f, const Squares& s) {
    f.then = f.change;
    f.low = f.change - std::sqrt(s.low);
    f.high = f.change + std::sqrt(s.high);
  };
  close(out.units, units);
  close(out.revenue, revenue);
  close(out.profit, profit);
  for (const auto& [listing, price] : m_locked)
    out.notCounted += !modelOf(listing);
  return out;
}

} // namespace pricewright
