// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "support/LoopbackServer.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QMessageAuthenticationCode>
#include <QStringList>
#include <QUrl>
#include <QUrlQuery>

#include <map>
#include <mutex>
#include <random>
#include <set>

namespace pricewright::test {

// A payment service that lives in this process and knows the truth: it takes payments, captures part of them, gives
// back, is disputed; tells each of it by a signed webhook, and everything again through its lists. What money there is
// it counts by itself, in the minor units of Stripe's API. One second passes with each step.
class FakeStripe {
 public:
  struct Books {
    qint64 captured = 0, refunded = 0, disputed = 0, lost = 0;
    bool operator==(const Books&) const = default;
  };
  struct Delivery {
    QByteArray body, header;
    int event = 0;
  };

  explicit FakeStripe(std::uint32_t seed, qint64 now) : m_dice(seed), m_now(now) {}
  qint64 now() const { return m_now; }
  void pass(qint64 seconds) { m_now += seconds; }
  const std::map<QString, Books>& books() const { return m_books; }
  const std::vector<QJsonObject>& events() const { return m_events; }
  const std::map<QString, QJsonObject>& objects() const { return m_objects; }
  QByteArray secret = "whsec_fake", key = "sk_fake";
  QString account = QStringLiteral("acct_fake");

  // Money. Ids are those of the charge, the refund, the dispute.
  QString pay(const QString& currency, qint64 amount, const QJsonObject& metadata = {}) {
    const QString charge = authorize(currency, amount, metadata);
    return capture(charge, amount, QStringLiteral("charge.succeeded"));
  }
  QString authorize(const QString& currency, qint64 amount, const QJsonObject& metadata = {}) {
    const QString intent = make(QStringLiteral("pi"), QStringLiteral("payment_intent"), currency, amount);
    const QString charge = make(QStringLiteral("ch"), QStringLiteral("charge"), currency, amount);
    QJsonObject& i = m_objects[intent];
    i[u"metadata"] = metadata, i[u"latest_charge"] = charge, i[u"status"] = QStringLiteral("requires_capture");
    i[u"amount_received"] = 0;
    QJsonObject& c = m_objects[charge];
    c[u"payment_intent"] = intent, c[u"status"] = QStringLiteral("succeeded"), c[u"captured"] = false;
    c[u"amount_captured"] = c[u"amount_refunded"] = 0;
    tell(QStringLiteral("charge.succeeded"), charge);
    return charge;
  }
  QString capture(const QString& charge, qint64 amount, const QString& type = QStringLiteral("charge.captured")) {
    QJsonObject& c = m_objects[charge];
    const qint64 before = c[u"amount_captured"].toInteger();
    c[u"captured"] = true, c[u"amount_captured"] = amount, c[u"balance_transaction"] = c[u"id"].toString() + u'b';
    QJsonObject& i = m_objects[c[u"payment_intent"].toString()];
    i[u"status"] = QStringLiteral("succeeded"), i[u"amount_received"] = amount;
    bookOf(charge).captured += amount - before;
    tell(type, charge);
    tell(QStringLiteral("payment_intent.succeeded"), i[u"id"].toString());
    return charge;
  }
  QString refund(const QString& charge, qint64 amount, const QString& status = QStringLiteral("succeeded")) {
    const QString id = part(QStringLiteral("re"), QStringLiteral("refund"), charge, amount, status);
    m_objects[id][u"balance_transaction"] = id + u'b';
    QJsonObject& c = m_objects[charge];
    c[u"amount_refunded"] = c[u"amount_refunded"].toInteger() + amount;
    bookOf(charge).refunded += amount;
    tell(QStringLiteral("refund.created"), id);
    tell(QStringLiteral("charge.refunded"), charge);
    return id;
  }
  // What was held and never captured, as a refund that no balance sees.
  void release(const QString& charge) {
    QJsonObject& c = m_objects[charge];
    const qint64 rest = c[u"amount"].toInteger() - c[u"amount_captured"].toInteger();
    const QString id = part(QStringLiteral("re"), QStringLiteral("refund"), charge, rest, QStringLiteral("succeeded"));
    c[u"amount_refunded"] = c[u"amount_refunded"].toInteger() + rest;
    tell(QStringLiteral("refund.created"), id);
  }
  void finishRefund(const QString& refund, bool works) {
    QJsonObject& r = m_objects[refund];
    r[u"status"] = works ? QStringLiteral("succeeded") : QStringLiteral("failed");
    if (!works)
      bookOf(refund).refunded -= r[u"amount"].toInteger();
    tell(works ? QStringLiteral("refund.updated") : QStringLiteral("refund.failed"), refund);
  }
  QString dispute(const QString& charge, qint64 amount) {
    const QString id =
        part(QStringLiteral("dp"), QStringLiteral("dispute"), charge, amount, QStringLiteral("needs_response"));
    bookOf(charge).disputed += amount;
    tell(QStringLiteral("charge.dispute.created"), id);
    tell(QStringLiteral("charge.dispute.funds_withdrawn"), id);
    return id;
  }
  void close(const QString& dispute, bool won) {
    QJsonObject& d = m_objects[dispute];
    d[u"status"] = won ? QStringLiteral("won") : QStringLiteral("lost");
    Books& book = bookOf(dispute);
    book.disputed -= d[u"amount"].toInteger();
    if (!won)
      book.lost += d[u"amount"].toInteger();
    tell(QStringLiteral("charge.dispute.closed"), dispute);
    if (won)
      tell(QStringLiteral("charge.dispute.funds_reinstated"), dispute);
  }
  // So many payments with what becomes of them, in these currencies.
  void live(int payments, const QStringList& currencies);

  // Webhooks of the events from number `from` on, as a bad network brings them: some lost, some twice, out of order.
  std::vector<Delivery> deliveries(double lost, double twice, std::size_t from = 0);
  Delivery deliver(int event) const {
    const QByteArray body = QJsonDocument(m_events[std::size_t(event)]).toJson(QJsonDocument::Compact);
    return {body, sign(body, m_now), event};
  }
  QByteArray sign(const QByteArray& body, qint64 at) const {
    const QByteArray time = QByteArray::number(at);
    return "t=" + time +
           ",v1=" + QMessageAuthenticationCode::hash(time + '.' + body, secret, QCryptographicHash::Sha256).toHex();
  }

  // What it answers from now on is not what it counted.
  void spoil(const QString& object, const char* member, const QJsonValue& value) {
    m_objects.at(object).insert(QLatin1String(member), value);
  }
  void spoilEvent(std::size_t at, const char* member, const QJsonValue& value) {
    m_events.at(at).insert(QLatin1String(member), value);
  }
  void forget(const QString& object) {
    m_objects.erase(object);
    for (auto& [kind, ids] : m_lists)
      std::erase(ids, object);
  }

  // The API. Every `n`th request is told to come back later, every `m`th finds the service broken; 0: none.
  int busyEvery = 0, brokenEvery = 0;
  LoopbackServer::Reply answer(const LoopbackServer::Request& request);
  int below(int n) { return int(m_dice() % std::uint32_t(n)); }

 private:
  double share() { return double(m_dice()) / 4294967296.0; }
  Books& bookOf(const QString& object) { return m_books[m_objects[object][u"currency"].toString()]; }
  QString make(const QString& prefix, const QString& object, const QString& currency, qint64 amount) {
    ++m_now;
    const QString id = QStringLiteral("%1_%2").arg(prefix).arg(++m_made, 6, 10, QLatin1Char('0'));
    m_objects[id] = {{QStringLiteral("id"), id},
                     {QStringLiteral("object"), object},
                     {QStringLiteral("amount"), amount},
                     {QStringLiteral("currency"), currency},
                     {QStringLiteral("created"), m_now},
                     {QStringLiteral("livemode"), true},
                     {QStringLiteral("metadata"), QJsonObject()}};
    m_lists[object].push_back(id);
    return id;
  }
  QString part(const QString& prefix, const QString& object, const QString& charge, qint64 amount,
               const QString& status) {
    const QJsonObject c = m_objects[charge];
    const QString id = make(prefix, object, c[u"currency"].toString(), amount);
    QJsonObject& o = m_objects[id];
    o[u"charge"] = charge, o[u"payment_intent"] = c[u"payment_intent"], o[u"status"] = status;
    return id;
  }
  void tell(const QString& type, const QString& object) {
    m_now += below(3); // several may fall into one second
    m_events.push_back({{QStringLiteral("id"), QStringLiteral("evt_%1").arg(m_events.size(), 6, 10, QLatin1Char('0'))},
                        {QStringLiteral("object"), QStringLiteral("event")},
                        {QStringLiteral("type"), type},
                        {QStringLiteral("created"), m_now},
                        {QStringLiteral("livemode"), true},
                        {QStringLiteral("data"), QJsonObject{{QStringLiteral("object"), m_objects[object]}}}});
  }
  QJsonObject page(const std::vector<QJsonObject>& all, const QUrlQuery& query) const;

  std::mt19937 m_dice;
  qint64 m_now, m_made = 0;
  std::map<QString, QJsonObject> m_objects;
  std::map<QString, std::vector<QString>> m_lists; // object → ids, oldest first
  std::vector<QJsonObject> m_events;
  std::map<QString, Books> m_books;
  std::atomic<int> m_asked = 0;
};

inline void FakeStripe::live(int payments, const QStringList& currencies) {
  std::vector<QString> pending, disputes;
  for (int n = 0; n < payments; ++n) {
    m_now += below(600);
    const qint64 amount = 100 * (1 + below(5000)); // whole in every currency, that of Iceland too
    const QString currency = currencies[below(int(currencies.size()))];
    const QJsonObject meta =
        below(2) == 0 ? QJsonObject{{QStringLiteral("order_id"), QStringLiteral("O%1").arg(n)}} : QJsonObject();
    QString charge;
    qint64 captured = amount;
    if (below(4) == 0) {
      charge = authorize(currency, amount, meta);
      if (below(5) == 0)
        continue; // never captured
      captured = 100 * (1 + below(int(amount / 100)));
      capture(charge, captured);
      if (captured < amount && below(2) == 0)
        release(charge);
    } else {
      charge = pay(currency, amount, meta);
    }
    qint64 left = captured;
    while (left > 0 && below(4) == 0) {
      const qint64 back = 100 * (1 + below(int(left / 100)));
      const bool isPending = below(3) == 0;
      const QString id = refund(charge, back, isPending ? QStringLiteral("pending") : QStringLiteral("succeeded"));
      left -= back;
      if (isPending || below(10) == 0)
        pending.push_back(id);
    }
    if (left > 0 && below(10) == 0)
      disputes.push_back(dispute(charge, left));
    while (!pending.empty() && below(2) == 0)
      finishRefund(pending.back(), below(3) != 0), pending.pop_back();
    while (!disputes.empty() && below(4) == 0)
      close(disputes.back(), below(2) == 0), disputes.pop_back();
  }
}

inline std::vector<FakeStripe::Delivery> FakeStripe::deliveries(double lost, double twice, std::size_t from) {
  std::vector<Delivery> out;
  for (std::size_t i = from; i < m_events.size(); ++i) {
    if (share() < lost)
      continue;
    out.push_back(deliver(int(i)));
    while (share() < twice)
      out.push_back(out.back());
  }
  for (std::size_t i = out.size(); i > 1; --i)
    std::swap(out[i - 1], out[std::size_t(below(int(i)))]);
  return out;
}

inline QJsonObject FakeStripe::page(const std::vector<QJsonObject>& all, const QUrlQuery& query) const {
  const auto value = [&](const char* name) { return query.queryItemValue(QLatin1String(name), QUrl::FullyDecoded); };
  const QString after = value("starting_after");
  const qint64 from = value("created[gte]").toLongLong(), to = value("created[lte]").toLongLong();
  const int limit = value("limit").toInt();
  QJsonArray data;
  bool more = false, begun = after.isEmpty();
  for (auto it = all.rbegin(); it != all.rend() && !more; ++it) { // newest first
    const qint64 created = (*it)[u"created"].toInteger();
    if (begun && created >= from && created <= to) {
      if (data.size() < limit)
        data.append(*it);
      else
        more = true;
    }
    begun = begun || (*it)[u"id"].toString() == after;
  }
  return {{QStringLiteral("object"), QStringLiteral("list")},
          {QStringLiteral("data"), data},
          {QStringLiteral("has_more"), more}};
}

inline LoopbackServer::Reply FakeStripe::answer(const LoopbackServer::Request& request) {
  LoopbackServer::Reply out;
  out.type = "application/json";
  const int asked = ++m_asked;
  if (request.headers.value("authorization") != "Bearer " + key) {
    out.status = 401, out.body = "{}";
    return out;
  }
  if (busyEvery > 0 && asked % busyEvery == 0) {
    out.status = 429, out.headers = {{"Retry-After", "1"}}, out.body = "{}";
    return out;
  }
  if (brokenEvery > 0 && asked % brokenEvery == 0) {
    out.status = 503, out.body = "no";
    return out;
  }
  const QUrl url(QString::fromLatin1(request.target));
  const QStringList path = url.path().split(QLatin1Char('/'), Qt::SkipEmptyParts); // v1, list, id
  static const QMap<QString, QString> kObjects{{QStringLiteral("charges"), QStringLiteral("charge")},
                                               {QStringLiteral("refunds"), QStringLiteral("refund")},
                                               {QStringLiteral("disputes"), QStringLiteral("dispute")},
                                               {QStringLiteral("payment_intents"), QStringLiteral("payment_intent")},
                                               {QStringLiteral("balance_transactions"), QStringLiteral("none")}};
  const QString list = path.value(1);
  if (list == u"account") {
    const QJsonObject own{{QStringLiteral("id"), account}, {QStringLiteral("object"), list}};
    out.status = account.isEmpty() ? 403 : 200; // a restricted key
    out.body = account.isEmpty() ? QByteArray("{}") : QJsonDocument(own).toJson();
    return out;
  }
  if (path.size() == 3) {
    const auto at = m_objects.find(path[2]);
    out.status = at == m_objects.end() ? 404 : 200;
    out.body = at == m_objects.end() ? QByteArray(R"({"error":{"code":"resource_missing"}})")
                                     : QJsonDocument(at->second).toJson();
    return out;
  }
  std::vector<QJsonObject> all;
  if (list == u"events")
    all = m_events;
  else if (const auto ids = m_lists.find(kObjects.value(list)); ids != m_lists.end())
    for (const QString& id : ids->second)
      all.push_back(m_objects.at(id));
  out.body = QJsonDocument(page(all, QUrlQuery(url))).toJson(QJsonDocument::Compact);
  return out;
}

} // namespace pricewright::test
