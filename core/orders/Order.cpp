// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "orders/Order.h"

#include "base/Words.h"

#include <array>
#include <tuple>

namespace pricewright {
namespace {

constexpr std::array kKindNames{"intent", "charge", "refund", "dispute", "fee"};
constexpr std::array kStatusNames{"pending",  "needs-action", "authorized",     "failed", "canceled", "succeeded",
                                  "captured", "inquiry",      "inquiry-closed", "open",   "won",      "lost",
                                  "booked",   "void"};

template <class E, std::size_t n> std::optional<E> named(const std::array<const char*, n>& names, QStringView name) {
  for (std::size_t i = 0; i < n; ++i)
    if (name == QLatin1String(names[i]))
      return E(i);
  return std::nullopt;
}

// How far on an object is. A refund may still fail after it succeeded; an inquiry may become a dispute.
int progressOf(MovementStatus s) {
  using enum MovementStatus;
  switch (s) {
  case Pending:
  case NeedsAction:
  case Inquiry:
    return 0;
  case Authorized:
  case InquiryClosed:
    return 1;
  case Succeeded:
  case Open:
    return 2;
  case Failed:
  case Canceled:
    return 3;
  case Captured:
  case Won:
  case Lost:
  case Booked:
    return 4;
  case Void:
    return 5;
  }
  return 0;
}

auto rankOf(const Movement& m) {
  // What has been captured only grows; any other amount belongs to the later state.
  return std::tuple(progressOf(m.status), m.kind == MovementKind::Charge ? m.amountMinor : 0, toMillis(m.asOf),
                    int(m.status), m.amountMinor, int(m.kind), m.currency);
}

QString either(const QString& a, const QString& b) { return a.isEmpty() ? b : b.isEmpty() ? a : std::min(a, b); }

bool addUp(qint64& sum, qint64 more) { return !__builtin_add_overflow(sum, more, &sum); }

} // namespace

QString movementKindName(MovementKind k) { return s(kKindNames[std::size_t(k)]); }
QString movementStatusName(MovementStatus status) { return s(kStatusNames[std::size_t(status)]); }
std::optional<MovementKind> movementKindFrom(QStringView name) { return named<MovementKind>(kKindNames, name); }
std::optional<MovementStatus> movementStatusFrom(QStringView name) { return named<MovementStatus>(kStatusNames, name); }

bool counts(const Movement& m) {
  using enum MovementStatus;
  switch (m.kind) {
  case MovementKind::Intent:
    return false; // its charges are the money
  case MovementKind::Charge:
    return m.status == Captured;
  case MovementKind::Refund: // one that is on its way has left the balance
    return m.status == Pending || m.status == Succeeded;
  case MovementKind::Dispute:
    return m.status == Open || m.status == Lost;
  case MovementKind::Fee:
    return m.status == Booked;
  }
  return false;
}

Movement merged(const Movement& a, const Movement& b) {
  const bool isA = rankOf(a) >= rankOf(b);
  Movement out = isA ? a : b;
  const Movement& other = isA ? b : a;
  out.authorizedMinor = std::max(out.authorizedMinor, other.authorizedMinor);
  out.hasMoved = out.hasMoved || other.hasMoved;
  out.parentId = either(a.parentId, b.parentId), out.intentRef = either(a.intentRef, b.intentRef);
  out.orderRef = either(a.orderRef, b.orderRef), out.code = either(a.code, b.code);
  out.unitHash = either(a.unitHash, b.unitHash), out.customerHash = either(a.customerHash, b.customerHash);
  out.quantityMilli = std::max(a.quantityMilli, b.quantityMilli);
  out.happened = std::min(a.happened, b.happened);
  return out;
}

MoneyTotals& MoneySum::of(Currency c) {
  const auto at = std::lower_bound(m_totals.begin(), m_totals.end(), c,
                                   [](const auto& row, Currency wanted) { return row.first < wanted; });
  if (at != m_totals.end() && at->first == c)
    return at->second;
  return m_totals.insert(at, {c, {}})->second;
}

Status MoneySum::add(const Movement& m) {
  if (!counts(m))
    return {};
  MoneyTotals& t = of(m.currency);
  bool fits = true;
  switch (m.kind) {
  case MovementKind::Charge:
    ++t.charges, fits = addUp(t.captured, m.amountMinor);
    if (m.authorizedMinor > m.amountMinor) {
      Capture& capture = m_captures[m.objectId];
      capture.isCaptured = true, capture.rest = m.authorizedMinor - m.amountMinor, capture.currency = m.currency;
    }
    break;
  case MovementKind::Refund:
    ++t.refunds, fits = addUp(t.refunded, m.amountMinor);
    if (!m.hasMoved && m.status == MovementStatus::Succeeded && !m.parentId.isEmpty())
      m_captures[m.parentId].candidates.push_back(m.amountMinor);
    break;
  case MovementKind::Dispute:
    ++t.disputes, fits = addUp(m.status == MovementStatus::Lost ? t.lost : t.disputed, m.amountMinor);
    break;
  case MovementKind::Fee:
    fits = addUp(t.fees, m.amountMinor);
    break;
  case MovementKind::Intent:
    break;
  }
  return fits ? Status() : fail(s("money.out-of-range"), {{s("value"), m.objectId}});
}

// A partial capture's rest is booked as a refund that no balance ever saw: of exactly the rest, and once.
Result<TotalsByCurrency> MoneySum::totals() const {
  MoneySum settled;
  settled.m_totals = m_totals;
  for (const Capture& c : m_captures)
    if (c.isCaptured && std::find(c.candidates.begin(), c.candidates.end(), c.rest) != c.candidates.end()) {
      MoneyTotals& t = settled.of(c.currency);
      t.refunded -= c.rest, --t.refunds, ++t.releases;
    }
  std::sort(settled.m_totals.begin(), settled.m_totals.end(),
            [](const auto& a, const auto& b) { return a.first.code() < b.first.code(); });
  return std::move(settled.m_totals);
}

QString orderStateName(OrderState state) {
  constexpr std::array kNames{"open", "paid", "partly-refunded", "refunded", "disputed", "charged-back", "mixed"};
  return s(kNames[std::size_t(state)]);
}

OrderState orderState(const TotalsByCurrency& totals) {
  const MoneyTotals* only = nullptr;
  for (const auto& [currency, t] : totals) {
    if (t.charges + t.refunds + t.disputes == 0)
      continue; // fees may be in the currency of the account
    if (only)
      return OrderState::Mixed;
    only = &t;
  }
  if (!only)
    return OrderState::Open;
  const qint64 back = only->refunded + only->disputed + only->lost;
  if (back > only->captured)
    return only->captured == 0 ? OrderState::Open : OrderState::Mixed;
  if (only->disputed > 0)
    return OrderState::Disputed;
  if (only->lost > 0)
    return OrderState::ChargedBack;
  return only->refunded == 0               ? OrderState::Paid
         : only->refunded < only->captured ? OrderState::PartlyRefunded
                                           : OrderState::Refunded;
}

} // namespace pricewright
