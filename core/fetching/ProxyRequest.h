// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/Result.h"
#include "fetching/AddressGuard.h"

namespace pricewright {

constexpr qsizetype kLongestProxyHead = 65'536;    // bytes of a request's or an answer's head
constexpr qint64 kLargestProxyUpload = 10'000'000; // bytes of a request's body

// What a client of the checking proxy asks for (HTTP/1.1, RFC 9110 and 9112), read strictly: what two readers could
// understand in two ways is refused.
struct ProxyRequest {
  bool isTunnel = false;    // CONNECT
  QString host;             // in ACE; an IPv6 address without brackets
  int port = 0;             // an admissible one
  QByteArray authorization; // what Proxy-Authorization said
  // A plain request's head as the server gets it: origin form, our own Host, nothing that is meant for proxies, and
  // "Connection: close".
  QByteArray head;
  qint64 bodyBytes = 0;
};
// `head` ends with the empty line. proxy.bad-request (why): what is no request, and Transfer-Encoding in one;
// proxy.upgrade: WebSocket and others; fetch.*: what admissibleUrl() says of the target.
Result<ProxyRequest> parseProxyRequest(QByteArrayView head, const AddressAllowList& allowed = {});

// The value of "Proxy-Authorization" that proves user and password (RFC 7617).
QByteArray basicAuthorization(const QByteArray& user, const QByteArray& password);

struct ProxyAnswerHead {
  int status = 0;
  bool isInterim = false; // 1xx: another head follows
  QByteArray head;        // as the client gets it: "Connection: close", no word of proxies
};
// A server's answer; fetch.bad-answer: none of HTTP/1, or one that switches protocols.
Result<ProxyAnswerHead> parseProxyAnswer(QByteArrayView head);

// Bytes up to and with the empty line that ends a head; -1 where it has not come. `from`: where to look on.
qsizetype endOfHead(QByteArrayView bytes, qsizetype from = 0);

// The proxy's own refusal as an answer; `code` stands in Proxy-Status (RFC 9209), which no server's answer keeps, so
// that over plain HTTP nobody else can say it.
QByteArray proxyRefusal(int status, const QString& code);
QString refusalIn(const QByteArray& proxyStatus); // the code; "" where there is none

} // namespace pricewright
