// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "fetching/CheckingProxy.h"

#include <QByteArray>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <thread>
#include <vector>

namespace pricewright::test {

// A client's end: sends what it is told, reads until the other side ends or breaks off.
class Client {
 public:
  explicit Client(int port) : m_socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in to{};
    to.sin_family = AF_INET, to.sin_port = htons(quint16(port)), to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const timeval patience{10, 0};
    ::setsockopt(m_socket, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    if (::connect(m_socket, reinterpret_cast<const sockaddr*>(&to), sizeof to) != 0)
      qFatal("the proxy does not listen");
  }
  ~Client() { ::close(m_socket); }
  Client(const Client&) = delete;
  Client& send(const QByteArray& bytes) {
    (void)!::send(m_socket, bytes.constData(), std::size_t(bytes.size()), MSG_NOSIGNAL);
    return *this;
  }
  Client& endSending() {
    ::shutdown(m_socket, SHUT_WR);
    return *this;
  }
  QByteArray readUntil(const QByteArray& end) {
    QByteArray out;
    char c = 0;
    while (!out.endsWith(end) && ::recv(m_socket, &c, 1, 0) == 1)
      out += c;
    return out;
  }
  QByteArray read() {
    QByteArray out;
    std::vector<char> buffer(65'536);
    for (;;) {
      const ssize_t n = ::recv(m_socket, buffer.data(), buffer.size(), 0);
      wasBroken = n < 0 && errno == ECONNRESET;
      timedOut = n < 0 && !wasBroken;
      if (n <= 0)
        return out;
      if (out.size() < 1'000'000)
        out.append(buffer.data(), n);
    }
  }
  bool wasBroken = false, timedOut = false;

 private:
  int m_socket;
};

// Takes one connection, hears it out, and answers once it has heard `until` ("": all of it).
class Listener {
 public:
  Listener(QByteArray until, QByteArray answer)
      : m_until(std::move(until)), m_answer(std::move(answer)),
        m_socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in here{};
    here.sin_family = AF_INET, here.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof here;
    auto* any = reinterpret_cast<sockaddr*>(&here);
    if (::bind(m_socket, any, size) != 0 || ::listen(m_socket, 1) != 0 || ::getsockname(m_socket, any, &size) != 0)
      qFatal("no port on this machine");
    m_port = ntohs(here.sin_port);
    m_thread = std::thread([this] { serve(); });
  }
  ~Listener() { (void)heard(); }
  Listener(const Listener&) = delete;
  int port() const { return m_port; }
  QByteArray heard() { // once the connection has ended
    if (m_thread.joinable()) {
      ::shutdown(m_socket, SHUT_RDWR); // whoever has not come does not come any more
      m_thread.join();
      ::close(m_socket);
    }
    return m_heard;
  }

 private:
  void serve() {
    const int socket = ::accept4(m_socket, nullptr, nullptr, SOCK_CLOEXEC);
    std::vector<char> buffer(4096);
    bool hasAnswered = false;
    for (ssize_t n = 1; socket >= 0 && n > 0;) {
      n = ::recv(socket, buffer.data(), buffer.size(), 0);
      m_heard.append(buffer.data(), std::max<ssize_t>(n, 0));
      if (hasAnswered || (m_until.isEmpty() ? n != 0 : !m_heard.contains(m_until)))
        continue;
      hasAnswered = ::send(socket, m_answer.constData(), std::size_t(m_answer.size()), MSG_NOSIGNAL) > 0;
      ::shutdown(socket, SHUT_WR);
    }
    ::close(socket);
  }
  QByteArray m_until, m_answer, m_heard;
  int m_socket, m_port = 0;
  std::thread m_thread;
};

using Proxy = std::unique_ptr<CheckingProxy>;

inline CheckingProxy::Settings proxySettings(QStringView allowed = u"127.0.0.1") {
  CheckingProxy::Settings s;
  s.allowed = AddressAllowList::parse(allowed).value();
  s.limits.head = s.limits.connect = s.limits.idle = std::chrono::seconds(3);
  return s;
}
inline Proxy started(CheckingProxy::Settings how = proxySettings()) {
  auto made = CheckingProxy::start(std::move(how));
  if (!made)
    qFatal("no proxy on this machine");
  return std::move(*made);
}

inline QByteArray proof(const Proxy& p) {
  return "Proxy-Authorization: " + basicAuthorization(p->user(), p->password()) + "\r\n";
}
inline QByteArray get(const Proxy& p, const QByteArray& url, const QByteArray& more = {}) {
  return "GET " + url + " HTTP/1.1\r\nHost: x\r\n" + proof(p) + more + "\r\n";
}
inline QByteArray connectTo(const Proxy& p, const QByteArray& target) {
  return "CONNECT " + target + " HTTP/1.1\r\nHost: " + target + "\r\n" + proof(p) + "\r\n";
}
inline QByteArray ask(const Proxy& p, const QByteArray& bytes) { return Client(p->port()).send(bytes).read(); }
inline QByteArray head(int port, const QByteArray& host = "127.0.0.1") { return host + ':' + QByteArray::number(port); }

// The status and, in brackets, the proxy's reason.
inline QByteArray verdict(const QByteArray& answer) {
  const qsizetype at = answer.indexOf("details=\"");
  const QByteArray code = at < 0 ? QByteArray() : answer.mid(at + 9, answer.indexOf('"', at + 9) - at - 9);
  return answer.mid(9, 3) + (code.isEmpty() ? QByteArray() : " " + code);
}

} // namespace pricewright::test
