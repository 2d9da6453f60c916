// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/Time.h"
#include "money/Money.h"

#include <span>
#include <vector>

namespace pricewright {

// One line of an order as its source tells it. Amounts are in minor units of `currency`; the amount is the whole
// line's, tax is part of it.
struct OrderLine {
  QString provider, orderId, line, code, zone; // code: the SKU as sold
  qint64 quantityMilli = 1000, amountMinor = 0;
  std::optional<qint64> taxMinor, shownMinor; // shown: the price of one piece that the customer saw
  Currency currency;
  Instant placed{};
  QString unitHash, customerHash;
  bool operator==(const OrderLine&) const = default;
};

// No single amount is larger, in whatever currency: so thousands of them still have a sum.
constexpr qint64 kMostOrderMinor = 1'000'000'000'000'000;

enum class MovementKind { Intent, Charge, Refund, Dispute, Fee };
// How far a movement is. Intent: Pending, Canceled, Succeeded. Charge: Pending, Authorized, Failed, Captured. Refund:
// Pending, NeedsAction, Succeeded, Failed, Canceled. Dispute: Inquiry, InquiryClosed, Open, Won, Lost. Fee: Booked.
// Void: the provider does not know it, found by comparing books.
enum class MovementStatus {
  Pending,
  NeedsAction,
  Authorized,
  Failed,
  Canceled,
  Succeeded,
  Captured,
  Inquiry,
  InquiryClosed,
  Open,
  Won,
  Lost,
  Booked,
  Void
};
QString movementKindName(MovementKind k);     // "charge" …
QString movementStatusName(MovementStatus s); // "inquiry-closed" …
std::optional<MovementKind> movementKindFrom(QStringView name);
std::optional<MovementStatus> movementStatusFrom(QStringView name);

// One object of a provider that is, or was, money on its way, as of a moment.
struct Movement {
  QString provider, objectId;
  MovementKind kind = MovementKind::Charge;
  MovementStatus status = MovementStatus::Pending;
  qint64 amountMinor = 0;     // of a charge: what has been captured
  qint64 authorizedMinor = 0; // of a charge
  Currency currency;
  bool hasMoved = false; // it is booked in the provider's balance
  QString parentId;      // the charge of a refund or dispute; what a fee is for
  QString intentRef;     // the payment that a charge belongs to
  QString orderRef;      // the order, where it is told
  QString unitHash, customerHash, code;
  qint64 quantityMilli = 0;
  Instant happened{}, asOf{};
  bool operator==(const Movement&) const = default;
};
bool counts(const Movement& m); // as money: captured charges, refunds not failed, disputes open or lost, fees

// What is known of an object from two of its states, whichever came first: the one that is farther on wins, since no
// object goes back (a charge is captured further, a refund fails after it succeeded, a dispute is closed); of equals
// the later one. Commutative, associative, idempotent: a join, so that neither order nor repetition matters.
Movement merged(const Movement& a, const Movement& b);

// What orders come to in one currency, in its minor units. A release is what a partial capture gives back of an
// authorization: providers book it like a refund, but that money never came.
struct MoneyTotals {
  qint64 captured = 0, refunded = 0, disputed = 0, lost = 0, fees = 0; // disputed: open; lost: closed against us
  qint64 charges = 0, refunds = 0, disputes = 0, releases = 0;
  qint64 net() const { return captured - refunded - disputed - lost - fees; }
  bool operator==(const MoneyTotals&) const = default;
};
using TotalsByCurrency = std::vector<std::pair<Currency, MoneyTotals>>; // by code
// Sums of any movements in any order; each object at most once. money.out-of-range beyond 64 bits.
class MoneySum {
 public:
  Status add(const Movement& m);
  Result<TotalsByCurrency> totals() const;

 private:
  struct Capture {
    qint64 rest = 0; // authorized and never captured
    std::vector<qint64> candidates;
    Currency currency;
    bool isCaptured = false;
  };
  MoneyTotals& of(Currency c);
  TotalsByCurrency m_totals;
  QMap<QString, Capture> m_captures; // by charge, where there may be a release
};

enum class OrderState { Open, Paid, PartlyRefunded, Refunded, Disputed, ChargedBack, Mixed };
QString orderStateName(OrderState s); // "partly-refunded" …
// Mixed: more than one currency, or more given back than ever came.
OrderState orderState(const TotalsByCurrency& totals);

} // namespace pricewright
