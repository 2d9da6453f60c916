// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/revenue/StripeObjects.h"

#include "base/Json.h"
#include "base/Words.h"
#include "orders/OrderFile.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace pricewright {
namespace {

Error badObject(const QString& id, const char* why) {
  return fail(s("gateway.bad-object"), {{s("object"), id.left(kLongestStripeId)}, {s("why"), s(why)}});
}

// An id, or the object that was asked for in its place.
QString idIn(const QJsonValue& value) {
  return value.isObject() ? value.toObject().value(u"id").toString() : value.toString();
}

std::optional<qint64> wholeIn(const QJsonObject& o, const char* name) {
  const QJsonValue v = o.value(QLatin1String(name));
  if (!v.isDouble())
    return std::nullopt;
  constexpr qint64 kNone = std::numeric_limits<qint64>::min();
  const qint64 n = v.toInteger(kNone);
  return n == kNone ? std::nullopt : std::optional(n);
}

// What the shop has written on the payment: order_id, sku, quantity, visitor.
void readMetadata(const QJsonObject& object, const StripeReading& how, Movement& m) {
  const QJsonObject meta = object.value(u"metadata").toObject();
  const auto first = [&](std::initializer_list<const char*> names) {
    for (const char* name : names)
      if (const QString text = meta.value(QLatin1String(name)).toString().trimmed(); !text.isEmpty())
        return text;
    return QString();
  };
  m.orderRef = first({"order_id", "order", "order_number"}).left(kLongestStripeId);
  m.code = first({"sku", "product_code"}).left(kLongestStripeId);
  bool isNumber = false;
  const int quantity = first({"quantity", "qty"}).toInt(&isNumber);
  m.quantityMilli = m.code.isEmpty() ? 0 : isNumber && quantity > 0 ? qint64(quantity) * 1000 : 1000;
  if (const QString visitor = first({"visitor", "visitor_id", "unit"}); !visitor.isEmpty())
    m.unitHash = how.unitHash ? how.unitHash(visitor) : hashedName(how.salt, visitor);
  m.customerHash = hashedPerson(how.salt, idIn(object.value(u"customer")));
}

MovementStatus chargeStatus(const QJsonObject& o) {
  const QString status = o.value(u"status").toString();
  if (status == u"failed")
    return MovementStatus::Failed;
  if (status == u"pending")
    return MovementStatus::Pending;
  return o.value(u"captured").toBool() ? MovementStatus::Captured : MovementStatus::Authorized;
}

std::optional<MovementStatus> namedStatus(MovementKind kind, const QString& status) {
  using enum MovementStatus;
  struct Row {
    MovementKind kind;
    const char* name;
    MovementStatus is;
  };
  static constexpr Row kRows[] = {
      {MovementKind::Refund, "pending", Pending},
      {MovementKind::Refund, "requires_action", NeedsAction},
      {MovementKind::Refund, "succeeded", Succeeded},
      {MovementKind::Refund, "failed", Failed},
      {MovementKind::Refund, "canceled", Canceled},
      {MovementKind::Dispute, "warning_needs_response", Inquiry},
      {MovementKind::Dispute, "warning_under_review", Inquiry},
      {MovementKind::Dispute, "warning_closed", InquiryClosed},
      {MovementKind::Dispute, "prevented", InquiryClosed},
      {MovementKind::Dispute, "needs_response", Open},
      {MovementKind::Dispute, "under_review", Open},
      {MovementKind::Dispute, "charge_refunded", Won}, // of old: the refund says what it cost
      {MovementKind::Dispute, "won", Won},
      {MovementKind::Dispute, "lost", Lost},
      {MovementKind::Intent, "succeeded", Succeeded},
      {MovementKind::Intent, "canceled", Canceled},
  };
  for (const Row& row : kRows)
    if (row.kind == kind && status == QLatin1String(row.name))
      return row.is;
  return kind == MovementKind::Intent ? std::optional(Pending) : std::nullopt;
}

// Minor units of Stripe in ours; 0 where the member is missing.
Result<qint64> moneyIn(const QJsonObject& o, const char* name, const QString& currency) {
  const QJsonValue v = o.value(QLatin1String(name));
  if (v.isUndefined() || v.isNull())
    return 0;
  const std::optional<qint64> amount = wholeIn(o, name);
  if (!amount)
    return badObject(o.value(u"id").toString(), name);
  PW_TRY(const Money money, stripeMoney(*amount, currency));
  return money.minor();
}

Status readCharge(const QJsonObject& o, const QString& currency, Movement& m) {
  m.status = chargeStatus(o), m.intentRef = idIn(o.value(u"payment_intent"));
  PW_TRY(m.authorizedMinor, moneyIn(o, "amount", currency));
  // Old API versions tell no amount_captured: then it is all that was not given back.
  const char* captured = o.contains(u"amount_captured") ? "amount_captured" : "amount";
  PW_TRY(m.amountMinor, moneyIn(o, captured, currency));
  if (m.status != MovementStatus::Captured)
    m.amountMinor = 0;
  m.hasMoved = !idIn(o.value(u"balance_transaction")).isEmpty();
  return {};
}

Status readPart(const QJsonObject& o, const QString& currency, Movement& m) {
  const auto status = namedStatus(m.kind, o.value(u"status").toString());
  if (!status)
    return badObject(m.objectId, "status");
  m.status = *status, m.parentId = idIn(o.value(u"charge")), m.intentRef = idIn(o.value(u"payment_intent"));
  if (m.kind == MovementKind::Intent)
    m.intentRef.clear();
  PW_TRY(m.amountMinor, moneyIn(o, m.kind == MovementKind::Intent ? "amount_received" : "amount", currency));
  m.hasMoved = m.kind == MovementKind::Refund ? !idIn(o.value(u"balance_transaction")).isEmpty()
                                              : !o.value(u"balance_transactions").toArray().isEmpty();
  return {};
}

// What Stripe keeps of a booking; of a payment, a refund or a dispute.
Status readFee(const QJsonObject& o, const QString& currency, Movement& m) {
  m.status = MovementStatus::Booked, m.hasMoved = true, m.parentId = idIn(o.value(u"source"));
  PW_TRY(m.amountMinor, moneyIn(o, "fee", currency));
  return {};
}

std::optional<MovementKind> kindOf(const QJsonObject& o) {
  const QString object = o.value(u"object").toString();
  if (object == u"charge")
    return MovementKind::Charge;
  if (object == u"refund")
    return MovementKind::Refund;
  if (object == u"dispute")
    return MovementKind::Dispute;
  if (object == u"payment_intent")
    return MovementKind::Intent;
  return object == u"balance_transaction" && o.value(u"fee").toInteger() != 0 ? std::optional(MovementKind::Fee)
                                                                              : std::nullopt;
}

} // namespace

int stripeDigits(Currency currency) {
  static const QStringList kNone{s("BIF"), s("CLP"), s("DJF"), s("GNF"), s("JPY"), s("KMF"), s("KRW"), s("MGA"),
                                 s("PYG"), s("RWF"), s("VND"), s("VUV"), s("XAF"), s("XOF"), s("XPF")};
  static const QStringList kThree{s("BHD"), s("JOD"), s("KWD"), s("OMR"), s("TND")};
  const QString code = currency.code();
  return kNone.contains(code) ? 0 : kThree.contains(code) ? 3 : 2;
}

Result<Money> stripeMoney(qint64 amount, const QString& code) {
  PW_TRY(const Currency currency, Currency::fromCode(code.toUpper()));
  const auto bad = [&] {
    return fail(s("gateway.bad-amount"), {{s("amount"), QString::number(amount)}, {s("currency"), code.toUpper()}});
  };
  qint64 minor = amount;
  for (int d = stripeDigits(currency); d < currency.minorDigits(); ++d)
    if (__builtin_mul_overflow(minor, qint64(10), &minor))
      return bad();
  for (int d = stripeDigits(currency); d > currency.minorDigits(); --d) {
    if (minor % 10 != 0)
      return bad();
    minor /= 10;
  }
  if (minor > kMostOrderMinor || minor < -kMostOrderMinor)
    return bad();
  return Money(minor, currency);
}

Result<qint64> stripeAmount(const Money& money) {
  const QString code = money.currency().code();
  qint64 amount = money.minor();
  for (int d = money.currency().minorDigits(); d < stripeDigits(money.currency()); ++d)
    if (__builtin_mul_overflow(amount, qint64(10), &amount))
      return fail(s("gateway.bad-amount"), {{s("amount"), money.toString()}, {s("currency"), code}});
  for (int d = money.currency().minorDigits(); d > stripeDigits(money.currency()); --d) {
    if (amount % 10 != 0)
      return fail(s("gateway.bad-amount"), {{s("amount"), money.toString()}, {s("currency"), code}});
    amount /= 10;
  }
  return amount;
}

Result<std::optional<Movement>> readStripeObject(const QJsonObject& o, Instant asOf, const StripeReading& how) {
  const std::optional<MovementKind> kind = kindOf(o);
  if (!kind)
    return std::optional<Movement>();
  Movement m;
  m.provider = s("stripe"), m.objectId = o.value(u"id").toString(), m.kind = *kind, m.asOf = asOf;
  if (m.objectId.isEmpty() || m.objectId.size() > kLongestStripeId)
    return badObject(m.objectId, "id");
  if (!how.testModeCounts && o.value(u"livemode").isBool() && !o.value(u"livemode").toBool())
    return fail(s("gateway.test-mode"), {{s("object"), m.objectId}});
  const std::optional<qint64> created = wholeIn(o, "created");
  if (!created || *created < 0 || *created > kLastStripeSecond)
    return badObject(m.objectId, "created");
  m.happened = fromMillis(*created * 1000);
  const QString currency = o.value(u"currency").toString();
  PW_TRY(m.currency, Currency::fromCode(currency.toUpper()));
  if (m.kind == MovementKind::Charge) {
    PW_CHECK(readCharge(o, currency, m));
  } else if (m.kind == MovementKind::Fee) {
    PW_CHECK(readFee(o, currency, m));
  } else {
    PW_CHECK(readPart(o, currency, m));
  }
  if (m.kind != MovementKind::Fee && (m.amountMinor < 0 || m.authorizedMinor < 0))
    return badObject(m.objectId, "amount");
  readMetadata(o, how, m);
  return std::optional<Movement>(std::move(m));
}

Result<std::vector<Movement>> refundsWithin(const QJsonObject& charge, Instant asOf, const StripeReading& how) {
  std::vector<Movement> out;
  const QJsonArray data = charge.value(u"refunds").toObject().value(u"data").toArray();
  for (const QJsonValue& value : data) {
    QJsonObject refund = value.toObject();
    if (!refund.contains(u"charge"))
      refund.insert(s("charge"), charge.value(u"id"));
    PW_TRY(std::optional<Movement> m, readStripeObject(refund, asOf, how));
    if (m && m->kind == MovementKind::Refund)
      out.push_back(std::move(*m));
  }
  return out;
}

} // namespace pricewright
