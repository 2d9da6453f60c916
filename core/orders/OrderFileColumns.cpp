// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Which column of a file of orders is which, by its name.
#include "orders/OrderFile.h"

#include "base/Json.h"
#include "base/Words.h"

#include <array>

namespace pricewright {
namespace {

constexpr std::array<const char*, kOrderFields> kFieldNames{"order",   "line",       "sku",  "zone",     "quantity",
                                                            "amount",  "unit_price", "tax",  "currency", "time",
                                                            "visitor", "customer",   "kind", "refund",   "shown"};

// Letters and digits alone: "Order ID", "order_id" and "orderId" are one name.
constexpr std::array<const char*, kOrderFields> kFieldColumns{
    "order orderid orderno ordernumber ordername invoice invoiceid invoiceno transaction transactionid",
    "line lineid lineno linenumber lineitem lineitemid position itemno",
    "sku skucode code product productcode productid stockcode item itemcode articleno lineitemsku upc",
    "zone pricezone store storeid market",
    "quantity qty units pieces lineitemquantity",
    "amount total lineamount linetotal amountpaid paid revenue gross turnover",
    "unitprice price priceperunit lineitemprice",
    "tax vat taxamount vatamount",
    "currency currencycode",
    "time timestamp placed placedat date datetime created createdat orderedat orderdate invoicedate paidat",
    "visitor visitorid unit unitid clientid anonymousid sessionid userid",
    "customer customerid email customeremail buyer buyerid",
    "kind type rowtype event",
    "refund refundid creditnote creditnoteid",
    "shown shownprice priceshown listprice displayedprice"};

} // namespace

QString orderFieldName(OrderField f) { return s(kFieldNames[std::size_t(f)]); }

std::optional<OrderField> orderFieldFrom(QStringView name) {
  for (std::size_t i = 0; i < kOrderFields; ++i)
    if (name == QLatin1String(kFieldNames[i]))
      return OrderField(i);
  return std::nullopt;
}

std::optional<OrderField> orderFieldOfColumn(QStringView column) {
  QString plain;
  for (const QChar c : column)
    if (c.isLetterOrNumber())
      plain += c.toLower();
  for (std::size_t i = 0; i < kOrderFields; ++i)
    if (s(kFieldColumns[i]).split(u' ').contains(plain))
      return OrderField(i);
  return std::nullopt;
}

QString hashedName(const QByteArray& salt, const QString& visitor) {
  return visitor.isEmpty() ? QString() : sha256Hex(salt + "\nvisitor\n" + visitor.toUtf8());
}

QString hashedUnit(const QByteArray& salt, std::uint64_t unit) {
  return sha256Hex(salt + "\nunit\n" + QByteArray::number(quint64(unit)));
}

QString hashedPerson(const QByteArray& salt, const QString& person) {
  const QString plain = person.trimmed().toLower();
  return plain.isEmpty() ? QString() : sha256Hex(salt + '\n' + plain.toUtf8());
}

} // namespace pricewright
