// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "fetching/ProxyConnection.h"

#include <QHash>

#include <functional>
#include <memory>

namespace pricewright {

// What went to one host and port since the last renew().
struct ProxyHostCount {
  qint64 connections = 0, bytes = 0; // made to the server; both ways
  qint64 refusals = 0;
  QString refusal; // the code of the last one
};

// A forward proxy on 127.0.0.1 for a client that would otherwise go where it is led: plain HTTP and TLS tunnels, to
// public addresses and admissible ports only. It looks a name up itself and connects to an address that it has looked
// at, so that no second look-up can lead elsewhere. Whoever does not say its password gets nothing: other programs of
// this machine cannot use it. What goes on within TLS it does not see: a WebSocket there reaches a public address
// that was looked at, and counts like everything else. Its own threads; every call here may come from any thread.
//
// Refusals (in Proxy-Status, counts()): address.*, fetch.bad-port, fetch.bad-scheme and the other words of
// admissibleUrl, fetch.no-address, fetch.no-connection, fetch.timeout, fetch.bad-answer, fetch.broken-off,
// fetch.too-large, proxy.bad-request, proxy.upgrade, proxy.password, proxy.host-refused, proxy.not-tls, proxy.slow,
// proxy.busy.
class CheckingProxy {
 public:
  struct Settings {
    AddressAllowList allowed;
    ProxyLimits limits;
    std::function<bool(const QString& host, int port)> mayAsk; // in the proxy's thread, quick; empty: yes
    // All addresses of a name; may block, several at once. Empty: the system's resolver.
    std::function<std::vector<IpAddress>(const QString& host)> resolve;
  };
  // proxy.no-listener (cause): this machine gives no port.
  static Result<std::unique_ptr<CheckingProxy>> start(Settings settings);
  ~CheckingProxy(); // ends every connection; waits for look-ups that are under way
  CheckingProxy(const CheckingProxy&) = delete;
  CheckingProxy& operator=(const CheckingProxy&) = delete;

  int port() const;
  QByteArray user() const;
  QByteArray password() const; // of this proxy alone, never stored
  void renew();                // the bytes are counted from nought, by host too
  bool isExhausted() const;    // more bytes were wanted than `limits` has
  qint64 bytes() const;
  int openConnections() const;
  QHash<QString, ProxyHostCount> counts() const; // by "host:port"; at most 1000, the others as ""
  QString refusalOf(const QString& host, int port) const;

 private:
  class Loop;
  explicit CheckingProxy(std::unique_ptr<Loop> loop);
  std::unique_ptr<Loop> m;
};

} // namespace pricewright
