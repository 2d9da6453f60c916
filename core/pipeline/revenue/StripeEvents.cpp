// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/revenue/StripeObjects.h"

#include "base/Json.h"
#include "base/Words.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace pricewright {
namespace {

constexpr qsizetype kLongestBody = 4'000'000;

// By what they carry: a later API may well have types that nobody knows yet.
bool isOurs(const QString& type) {
  return type.startsWith(u"payment_intent.") || type.startsWith(u"charge.") || type.startsWith(u"refund.");
}

// The object's own money, refunds that it carries, and what it says that is still to come.
Status readData(const QJsonObject& object, const StripeReading& how, EventFacts& event) {
  PW_TRY(std::optional<Movement> m, readStripeObject(object, event.created, how));
  if (!m) {
    event.state = EventState::Ignored, event.error = s("gateway.other-type");
    return {};
  }
  if (m->kind == MovementKind::Charge) {
    PW_TRY(event.movements, refundsWithin(object, event.created, how));
    if (const qint64 told = object.value(u"amount_refunded").toInteger(); told > 0) {
      PW_TRY(const Money back, stripeMoney(told, object.value(u"currency").toString()));
      // A partial capture's rest counts as given back although no refund of it need come.
      const qint64 rest = m->status == MovementStatus::Captured ? m->authorizedMinor - m->amountMinor : 0;
      if (back.minor() > rest)
        event.waitsFor = m->objectId, event.waitsMinor = back.minor() - rest;
    }
  } else if (m->kind == MovementKind::Intent) {
    const QJsonValue latest = object.value(u"latest_charge");
    if (m->status == MovementStatus::Succeeded)
      event.waitsFor = latest.isObject() ? latest.toObject().value(u"id").toString() : latest.toString();
    const QJsonArray charges = object.value(u"charges").toObject().value(u"data").toArray();
    for (const QJsonValue& value : charges) {
      PW_TRY(std::optional<Movement> charge, readStripeObject(value.toObject(), event.created, how));
      if (charge)
        event.movements.push_back(std::move(*charge));
    }
  } else {
    event.waitsFor = m->parentId;
  }
  event.movements.insert(event.movements.begin(), std::move(*m));
  return {};
}

} // namespace

Result<EventFacts> readStripeEvent(const QJsonObject& o, const StripeReading& how) {
  EventFacts event;
  event.id = o.value(u"id").toString(), event.type = o.value(u"type").toString();
  if (event.id.isEmpty() || event.id.size() > kLongestStripeId || event.type.size() > kLongestStripeId)
    return fail(s("gateway.unreadable"), {{s("why"), s("id")}});
  const QJsonObject object = o.value(u"data").toObject().value(u"object").toObject();
  event.digest = sha256Hex(canonicalJson(object));
  event.objectId = object.value(u"id").toString().left(kLongestStripeId);
  event.created = fromMillis(std::clamp<qint64>(o.value(u"created").toInteger(), 0, kLastStripeSecond) * 1000);
  const bool isTest = !how.testModeCounts && o.value(u"livemode").isBool() && !o.value(u"livemode").toBool();
  if (!isOurs(event.type) || isTest) {
    event.state = EventState::Ignored, event.error = s(isTest ? "gateway.test-mode" : "gateway.other-type");
    return event;
  }
  if (const Status read = readData(object, how, event); !read) {
    const bool ignored = read.error().is(u"gateway.test-mode");
    event.state = ignored ? EventState::Ignored : EventState::Failed, event.error = read.error().code;
    event.movements.clear(), event.waitsFor.clear(), event.waitsMinor = 0;
  }
  return event;
}

Result<EventFacts> readStripeEvent(const QByteArray& body, const StripeReading& how) {
  if (body.size() > kLongestBody)
    return fail(s("gateway.unreadable"), {{s("why"), s("size")}});
  QJsonParseError error;
  const QJsonDocument read = QJsonDocument::fromJson(body, &error);
  if (!read.isObject())
    return fail(s("gateway.unreadable"), {{s("why"), s("JSON")}});
  return readStripeEvent(read.object(), how);
}

} // namespace pricewright
