// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "fetching/BrowserFetcher.h"
#include "support/LoopbackServer.h"

#include <poll.h>

#include <array>

namespace pricewright::test {

// A browser that may go to two addresses of this machine and no other.
inline BrowserSettings browserSettings() {
  BrowserSettings s;
  s.allowed = AddressAllowList::parse(u"127.0.0.1, 127.0.0.3").value();
  s.allowRootWithoutSandbox = true;
  return s;
}

inline FetchAnswer fetch(BrowserFetcher& fetcher, const QByteArray& url, FetchRequest request = {}) {
  request.url = QUrl::fromEncoded(url);
  std::optional<FetchAnswer> answer;
  fetcher.start(std::move(request), [&](FetchAnswer a) { answer = std::move(a); });
  while (fetcher.perform(std::chrono::milliseconds(50))) {
  }
  if (!answer)
    qFatal("no answer was told");
  return *answer;
}

inline LoopbackServer::Reply page(const QByteArray& body, const QByteArray& type = "text/html; charset=utf-8") {
  LoopbackServer::Reply r;
  r.body = "<!DOCTYPE html>" + body, r.type = type;
  if (!type.startsWith("text/html"))
    r.body = body;
  return r;
}

// Whoever comes here has passed by the proxy: a door of TCP and one of UDP, both of the same number where asked for.
class Doors {
 public:
  explicit Doors(quint32 address) {
    m_stream = opened(SOCK_STREAM, address, 0, streamPort);
    m_datagram = opened(SOCK_DGRAM, address, streamPort, datagramPort);
    ::listen(m_stream, 64);
    m_thread = std::thread([this] { watch(); });
  }
  ~Doors() {
    m_stopped = true;
    m_thread.join();
    ::close(m_stream);
    ::close(m_datagram);
  }
  Doors(const Doors&) = delete;
  int streamPort = 0, datagramPort = 0;
  std::atomic<int> streams = 0, datagrams = 0;

 private:
  static int opened(int type, quint32 address, int wanted, int& port) {
    const int socket = ::socket(AF_INET, type | SOCK_CLOEXEC, 0);
    sockaddr_in here{};
    here.sin_family = AF_INET, here.sin_addr.s_addr = htonl(address), here.sin_port = htons(quint16(wanted));
    socklen_t size = sizeof here;
    auto* any = reinterpret_cast<sockaddr*>(&here);
    if (::bind(socket, any, size) != 0 || ::getsockname(socket, any, &size) != 0)
      qFatal("no port on this machine");
    port = ntohs(here.sin_port);
    return socket;
  }
  void watch() {
    while (!m_stopped) {
      std::array<pollfd, 2> ends{{{m_stream, POLLIN, 0}, {m_datagram, POLLIN, 0}}};
      if (::poll(ends.data(), ends.size(), 20) <= 0)
        continue;
      if (ends[0].revents != 0) {
        ++streams;
        ::close(::accept(m_stream, nullptr, nullptr));
      }
      char byte = 0;
      if (ends[1].revents != 0 && ::recv(m_datagram, &byte, 1, 0) >= 0)
        ++datagrams;
    }
  }
  int m_stream = -1, m_datagram = -1;
  std::atomic<bool> m_stopped = false;
  std::thread m_thread;
};

} // namespace pricewright::test
