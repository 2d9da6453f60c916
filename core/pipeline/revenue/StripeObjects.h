// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "orders/OrderBatch.h"

#include <QJsonObject>

#include <functional>

namespace pricewright {

// Minor digits of a currency in Stripe's API (https://docs.stripe.com/currencies): 0 for BIF CLP DJF GNF JPY KMF KRW
// MGA PYG RWF VND VUV XAF XOF XPF; 3 for BHD JOD KWD OMR TND; 2 for all others. ISK and UGX have no minor unit any more
// and are written with two digits all the same, "00", for compatibility. HUF and TWD have two (whole units are asked
// for in payouts only).
int stripeDigits(Currency currency);
// gateway.bad-amount (amount, currency): a fraction of a minor unit, say half a krona; or beyond kMostOrderMinor.
Result<Money> stripeMoney(qint64 amount, const QString& currency); // money.unknown-currency
Result<qint64> stripeAmount(const Money& money);                   // the way back

constexpr qsizetype kLongestStripeId = 255;
constexpr qint64 kLastStripeSecond = 253'402'300'799; // of the year 9999

struct StripeReading {
  bool testModeCounts = false;                     // what livemode = false says is money as well
  std::function<QString(const QString&)> unitHash; // as OrderFileOptions
  QByteArray salt;
};
// One object of the API: payment_intent, charge, refund, dispute, balance_transaction. None: of another kind, or one
// that is no money of orders (payouts, top-ups). gateway.bad-object (why), .bad-amount, money.unknown-currency,
// gateway.test-mode
Result<std::optional<Movement>> readStripeObject(const QJsonObject& object, Instant asOf, const StripeReading& how);
// Refunds that a charge carries in itself (API versions before 2022-11-15).
Result<std::vector<Movement>> refundsWithin(const QJsonObject& charge, Instant asOf, const StripeReading& how);

// An event: id, type, what its object says. Understood: payment_intent.*, charge.*, refund.*, charge.refund.*,
// charge.dispute.*; others are ignored (gateway.other-type). gateway.unreadable: no event at all.
Result<EventFacts> readStripeEvent(const QByteArray& body, const StripeReading& how);
Result<EventFacts> readStripeEvent(const QJsonObject& event, const StripeReading& how);

} // namespace pricewright
