// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "orders/OrderRows.h"

#include "base/Words.h"
#include "catalog/Rows.h"

#include <array>

namespace pricewright {
namespace {

constexpr std::array kSourceNames{"file", "events", "webhook", "api", "repair"};
constexpr std::array kEventStateNames{"applied", "duplicate", "ignored", "waiting", "failed"};

} // namespace

QString loadSourceName(LoadSource source) { return s(kSourceNames[std::size_t(source)]); }
QString eventStateName(EventState state) { return s(kEventStateNames[std::size_t(state)]); }
std::optional<EventState> eventStateFrom(QStringView name) {
  for (std::size_t i = 0; i < kEventStateNames.size(); ++i)
    if (name == QLatin1String(kEventStateNames[i]))
      return EventState(i);
  return std::nullopt;
}

QString idPart(QString text) { return text.replace(u'%', s("%25")).replace(u'|', s("%7C")); }

Movement paymentOf(const OrderLine& line) {
  Movement m;
  m.provider = line.provider, m.objectId = idPart(line.orderId) + u'|' + idPart(line.line),
  m.kind = MovementKind::Charge;
  m.status = MovementStatus::Captured, m.amountMinor = m.authorizedMinor = line.amountMinor;
  m.currency = line.currency, m.hasMoved = true, m.orderRef = line.orderId;
  m.unitHash = line.unitHash, m.customerHash = line.customerHash, m.code = line.code;
  m.quantityMilli = line.quantityMilli, m.happened = m.asOf = line.placed;
  return m;
}

Result<Movement> readMovement(const Query& q) {
  Movement m;
  m.provider = q.text(0), m.objectId = q.text(1);
  const auto kind = movementKindFrom(q.text(2));
  const auto status = movementStatusFrom(q.text(3));
  const Result<Currency> currency = Currency::fromCode(q.text(6));
  if (!kind || !status || !currency)
    return damagedRow("money_movement", m.objectId, q.text(2) + u'/' + q.text(3) + u'/' + q.text(6));
  m.kind = *kind, m.status = *status, m.currency = *currency;
  m.amountMinor = q.integer(4), m.authorizedMinor = q.integer(5), m.hasMoved = q.integer(7) != 0;
  m.parentId = q.text(8), m.intentRef = q.text(9), m.orderRef = q.text(10);
  m.unitHash = q.text(11), m.customerHash = q.text(12), m.code = q.text(13), m.quantityMilli = q.integer(14);
  m.happened = fromMillis(q.integer(15)), m.asOf = fromMillis(q.integer(16));
  return m;
}

Result<std::vector<Movement>> readMovements(Query& q) {
  std::vector<Movement> out;
  PW_CHECK(eachRow(q, [&]() -> Status {
    PW_TRY(Movement m, readMovement(q));
    out.push_back(std::move(m));
    return {};
  }));
  return out;
}

Result<OrderLine> readOrderLine(const Query& q) {
  OrderLine l;
  l.provider = q.text(0), l.orderId = q.text(1), l.line = q.text(2), l.code = q.text(3), l.zone = q.text(4);
  l.quantityMilli = q.integer(5), l.amountMinor = q.integer(6);
  l.taxMinor = optionalInteger(q, 7), l.shownMinor = optionalInteger(q, 8);
  const Result<Currency> currency = Currency::fromCode(q.text(9));
  if (!currency)
    return damagedRow("order_line", l.orderId, q.text(9));
  l.currency = *currency, l.placed = fromMillis(q.integer(10)), l.unitHash = q.text(11), l.customerHash = q.text(12);
  return l;
}

} // namespace pricewright
