// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "support/TlsLoopback.h"

#include <QHash>

#include <vector>

namespace pricewright::test {

// Takes POSTs over HTTPS on 127.0.0.1; each connection carries as many as come.
class HookServer {
 public:
  struct Request {
    QByteArray method, target, body;
    QHash<QByteArray, QByteArray> headers; // names in lower case
  };
  struct Reply {
    int status = 204;
    QByteArray headers; // "Name: value\r\n" …
    QByteArray body;
    bool drops = false, isSilent = false;
  };
  using Handler = std::function<Reply(const Request&)>;
  HookServer(const TestAuthority& authority, Handler handler)
      : m_authority(authority), m_handler(std::move(handler)), m_server([this](Wire& wire) { serve(wire); }) {}
  QString url(const QString& path = QStringLiteral("/hook")) const {
    return QStringLiteral("https://127.0.0.1:%1%2").arg(m_server.port()).arg(path);
  }
  std::vector<Request> requests() const {
    const std::lock_guard lock(m_mutex);
    return m_requests;
  }
  int connections() const { return m_connections; }

 private:
  void serve(Wire& wire) {
    ++m_connections;
    if (!wire.startTls(m_authority.context()))
      return;
    for (;;) {
      Request r;
      const QList<QByteArray> words = wire.line().trimmed().split(' ');
      if (words.size() < 2)
        return;
      r.method = words[0], r.target = words[1];
      for (QByteArray line = wire.line(); !line.trimmed().isEmpty(); line = wire.line())
        r.headers.insert(line.left(line.indexOf(':')).toLower(), line.mid(line.indexOf(':') + 1).trimmed());
      r.body = wire.bytes(r.headers.value("content-length").toLongLong());
      {
        const std::lock_guard lock(m_mutex);
        m_requests.push_back(r);
      }
      const Reply reply = m_handler(r);
      if (reply.isSilent)
        return wire.waitUntilGone();
      if (reply.drops)
        return wire.reset();
      wire.say(
          "HTTP/1.1 " + QByteArray::number(reply.status) + " Status\r\n" + reply.headers +
          (reply.status == 204 ? QByteArray() : "Content-Length: " + QByteArray::number(reply.body.size()) + "\r\n") +
          "\r\n" + reply.body);
    }
  }
  const TestAuthority& m_authority;
  Handler m_handler;
  mutable std::mutex m_mutex;
  std::vector<Request> m_requests;
  std::atomic<int> m_connections = 0;
  WireServer m_server; // ends first
};

} // namespace pricewright::test
