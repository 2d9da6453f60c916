// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetching/ProxyConnection.h"

#include "base/Words.h"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

namespace pricewright {
namespace {

constexpr qsizetype kMostWaiting = 262'144; // bytes held for a side that does not read
constexpr std::size_t kOnePiece = 65'536;
constexpr Duration kLinger = std::chrono::seconds(2); // for the client to read a refusal

bool wouldWait() { return errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR; }

// A socket that is being connected to this very address, or -1.
int connecting(const IpAddress& address, int port) {
  const int socket =
      ::socket(address.isV4 ? AF_INET : AF_INET6, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, IPPROTO_TCP);
  if (socket < 0)
    return -1;
  const int yes = 1;
  ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
  int made = -1;
  if (address.isV4) {
    sockaddr_in to{};
    to.sin_family = AF_INET, to.sin_port = htons(quint16(port));
    std::memcpy(&to.sin_addr, address.bytes.data(), 4);
    made = ::connect(socket, reinterpret_cast<const sockaddr*>(&to), sizeof to);
  } else {
    sockaddr_in6 to{};
    to.sin6_family = AF_INET6, to.sin6_port = htons(quint16(port));
    std::memcpy(&to.sin6_addr, address.bytes.data(), address.bytes.size());
    made = ::connect(socket, reinterpret_cast<const sockaddr*>(&to), sizeof to);
  }
  if (made == 0 || errno == EINPROGRESS)
    return socket;
  ::close(socket);
  return -1;
}

} // namespace

ProxyConnection::ProxyConnection(int client, quint64 no, ProxyDesk& desk, Steady now)
    : m_client(client), m_no(no), m_desk(desk), m_began(now), m_entered(now), m_active(now) {}

ProxyConnection::~ProxyConnection() {
  if (m_client >= 0)
    ::close(m_client);
  if (m_server >= 0)
    ::close(m_server);
}

void ProxyConnection::enter(State state, Steady now) { m_state = state, m_entered = m_active = now; }

pollfd ProxyConnection::client() const {
  const bool takesBody =
      isOpen() && !m_clientEnded && m_up.size() < kMostWaiting && (m_request.isTunnel || m_bodyLeft > 0);
  int events = m_state == State::Head || (m_state == State::Ending && !m_clientEnded) || takesBody ? POLLIN : 0;
  if (!m_down.isEmpty())
    events |= POLLOUT;
  return {m_client, short(events), 0};
}

pollfd ProxyConnection::server() const {
  int events = m_state == State::Connecting || (isOpen() && !m_up.isEmpty()) ? POLLOUT : 0;
  if (isOpen() && !m_serverEnded && m_down.size() < kMostWaiting)
    events |= POLLIN;
  return {events == 0 ? -1 : m_server, short(events), 0}; // one that has hung up would wake us for ever
}

ProxyConnection::Steady ProxyConnection::deadline() const {
  const ProxyLimits& limits = m_desk.limits();
  switch (m_state) {
  case State::Head:
  case State::Answer:
    return std::min(m_entered + limits.head, m_began + limits.total);
  case State::Resolving:
  case State::Connecting:
    return m_entered + limits.connect;
  case State::Ending:
    return m_entered + kLinger;
  case State::Relaying:
  case State::Dead:
    break;
  }
  return std::min(m_active + limits.idle, m_began + limits.total);
}

void ProxyConnection::lapse(Steady now) {
  switch (m_state) {
  case State::Head:
    return refuse(408, s("proxy.slow"), now);
  case State::Resolving:
    return refuse(504, s("fetch.no-address"), now);
  case State::Connecting:
    return refuse(504, s("fetch.no-connection"), now);
  case State::Answer:
    return refuse(504, s("fetch.timeout"), now);
  case State::Relaying:
  case State::Ending:
  case State::Dead:
    break;
  }
  breakOff();
}

void ProxyConnection::act(short client, short server, Steady now) {
  if (m_state == State::Connecting && server != 0)
    connectionEnded(now);
  else if (isOpen() && server != 0)
    readServer(now);
  if (!isDead() && (client & POLLERR) == 0 && (client & POLLIN) != 0)
    readClient(now);
  else if (!isDead() && (client & (POLLERR | POLLHUP)) != 0)
    breakOff();
  if (!isDead() && isOpen() && m_server >= 0)
    write(m_server, m_up);
  if (!isDead())
    write(m_client, m_down);
  if (!isDead())
    settle(now);
  if (!isDead() && now >= deadline())
    lapse(now);
}

// Ends cleanly where both sides have: a side's end is passed on once all of it has been.
void ProxyConnection::settle(Steady now) {
  if (m_state == State::Ending) {
    if (m_down.isEmpty() && !m_saidDown)
      ::shutdown(m_client, SHUT_WR), m_saidDown = true;
    if (m_saidDown && m_clientEnded)
      m_state = State::Dead;
    return;
  }
  if (m_state != State::Relaying)
    return;
  if (m_clientEnded && m_up.isEmpty() && !m_saidUp && m_request.isTunnel)
    ::shutdown(m_server, SHUT_WR), m_saidUp = true;
  if (!m_serverEnded || !m_down.isEmpty())
    return;
  if (!m_request.isTunnel) {
    enter(State::Ending, now);
    return settle(now); // nothing else may happen that would bring us here again
  }
  if (!m_saidDown)
    ::shutdown(m_client, SHUT_WR), m_saidDown = true;
  if (m_clientEnded)
    m_state = State::Dead;
}

// The client must see that something is missing: an orderly end would pass for the whole.
void ProxyConnection::breakOff() {
  const linger none{1, 0};
  ::setsockopt(m_client, SOL_SOCKET, SO_LINGER, &none, sizeof none);
  m_state = State::Dead;
}

void ProxyConnection::refuse(int status, const QString& code, Steady now) {
  m_desk.refused(m_request.host, m_request.port, code);
  if (m_server >= 0)
    ::close(m_server), m_server = -1;
  m_up.clear();
  m_down = proxyRefusal(status, code);
  enter(State::Ending, now);
}

bool ProxyConnection::spend(qint64 bytes) {
  if (m_desk.spend(m_request.host, m_request.port, bytes))
    return true;
  m_desk.refused(m_request.host, m_request.port, s("fetch.too-large"));
  breakOff();
  return false;
}

void ProxyConnection::readClient(Steady now) {
  std::array<char, kOnePiece> buffer; // NOLINT(cppcoreguidelines-pro-type-member-init): recv fills what is read
  const ssize_t n = ::recv(m_client, buffer.data(), buffer.size(), 0);
  if (n < 0)
    return wouldWait() ? void() : breakOff();
  m_active = now;
  const QByteArrayView bytes(buffer.data(), n);
  if (n == 0) {
    m_clientEnded = true;
    if (m_state == State::Head || (isOpen() && m_bodyLeft > 0))
      breakOff(); // nothing has been asked, or half of it
    return;
  }
  if (m_state == State::Head) {
    m_in.append(bytes);
    return takeHead(now);
  }
  if (isOpen() && spend(n))
    takeUp(bytes); // what comes while a connection ends is dropped
}

void ProxyConnection::takeUp(QByteArrayView bytes) {
  if (!m_request.isTunnel) {
    const qint64 taken = std::min<qint64>(m_bodyLeft, bytes.size());
    m_up.append(bytes.first(taken)), m_bodyLeft -= taken;
    return; // behind the body there is nothing: one request a connection
  }
  // A tunnel carries TLS: WebSockets, mail or whatever else wants to go through one does not begin like this.
  for (qsizetype i = 0; i < bytes.size() && m_seen + i < 2; ++i)
    if (bytes[i] != (m_seen + i == 0 ? '\x16' : '\x03')) {
      m_desk.refused(m_request.host, m_request.port, s("proxy.not-tls"));
      return breakOff();
    }
  m_seen += bytes.size();
  m_up.append(bytes);
}

void ProxyConnection::takeHead(Steady now) {
  const qsizetype end = endOfHead(m_in);
  if (end < 0 && m_in.size() <= kLongestProxyHead)
    return;
  const Result<ProxyRequest> asked = end < 0 ? Result<ProxyRequest>(fail(s("proxy.bad-request")))
                                             : parseProxyRequest(QByteArrayView(m_in).first(end), m_desk.allowed());
  // Whom what is asked for would lead inside needs no password to be refused.
  if (asked && !m_desk.knows(asked->authorization))
    return refuse(407, s("proxy.password"), now);
  if (!asked)
    return refuse(asked.error().is(u"proxy.bad-request") ? 400 : 403,
                  asked.error().arguments.value(s("reason"), asked.error().code), now);
  const QByteArray rest = m_in.sliced(end);
  m_in.clear();
  m_request = *asked;
  if (m_desk.isExhausted())
    return refuse(403, s("fetch.too-large"), now);
  if (!m_desk.mayAsk(m_request.host, m_request.port))
    return refuse(403, s("proxy.host-refused"), now);
  m_up = m_request.head, m_bodyLeft = m_request.bodyBytes;
  enter(State::Resolving, now);
  takeUp(rest);
  if (!isDead())
    m_desk.resolve(m_no, m_request.host);
}

void ProxyConnection::resolved(const std::vector<IpAddress>& addresses, Steady now) {
  if (m_state != State::Resolving)
    return;
  std::optional<QString> why = s("fetch.no-address");
  for (const IpAddress& address : addresses) {
    const std::optional<QString> refusal = addressRefusal(address, m_desk.allowed());
    if (!refusal)
      m_addresses.push_back(address);
    else
      why = refusal;
  }
  if (m_addresses.empty())
    return refuse(addresses.empty() ? 502 : 403, *why, now);
  enter(State::Connecting, now);
  std::reverse(m_addresses.begin(), m_addresses.end()); // taken from the back
  connectNext(now);
}

// To exactly the addresses that were looked at: the name is not asked again.
void ProxyConnection::connectNext(Steady now) {
  if (m_server >= 0)
    ::close(m_server), m_server = -1;
  while (m_server < 0 && !m_addresses.empty()) {
    m_server = connecting(m_addresses.back(), m_request.port);
    m_addresses.pop_back();
  }
  if (m_server < 0)
    refuse(502, s("fetch.no-connection"), now);
}

void ProxyConnection::connectionEnded(Steady now) {
  int error = 0;
  socklen_t size = sizeof error;
  if (::getsockopt(m_server, SOL_SOCKET, SO_ERROR, &error, &size) != 0 || error != 0)
    return connectNext(now);
  m_desk.connected(m_request.host, m_request.port);
  if (m_request.isTunnel)
    m_down = "HTTP/1.1 200 Connected\r\n\r\n";
  enter(m_request.isTunnel ? State::Relaying : State::Answer, now);
  spend(m_up.size());
}

void ProxyConnection::readServer(Steady now) {
  if (m_serverEnded || m_down.size() >= kMostWaiting)
    return;
  std::array<char, kOnePiece> buffer; // NOLINT(cppcoreguidelines-pro-type-member-init): recv fills what is read
  const ssize_t n = ::recv(m_server, buffer.data(), buffer.size(), 0);
  if (n < 0 && wouldWait())
    return;
  if (m_state == State::Answer && n <= 0)
    return refuse(502, n < 0 ? s("fetch.broken-off") : s("fetch.bad-answer"), now);
  if (n < 0)
    return breakOff();
  m_active = now;
  m_serverEnded = n == 0;
  if (n == 0 || !spend(n))
    return;
  if (m_state == State::Relaying) {
    m_down.append(buffer.data(), n);
    return;
  }
  m_in.append(buffer.data(), n);
  takeAnswer(now);
}

void ProxyConnection::takeAnswer(Steady now) {
  while (m_state == State::Answer) {
    const qsizetype end = endOfHead(m_in);
    if (end < 0) {
      if (m_in.size() > kLongestProxyHead)
        refuse(502, s("fetch.bad-answer"), now);
      return;
    }
    const Result<ProxyAnswerHead> answer = parseProxyAnswer(QByteArrayView(m_in).first(end));
    if (!answer)
      return refuse(502, answer.error().code, now);
    m_in.remove(0, end);
    if (answer->isInterim)
      continue; // the real one is what counts
    m_down += answer->head + m_in;
    m_in.clear();
    enter(State::Relaying, now);
  }
}

void ProxyConnection::write(int socket, QByteArray& bytes) {
  if (bytes.isEmpty())
    return;
  const ssize_t n = ::send(socket, bytes.constData(), std::size_t(bytes.size()), MSG_NOSIGNAL);
  if (n > 0)
    bytes.remove(0, n);
  else if (n < 0 && !wouldWait())
    socket == m_server ? void(bytes.clear()) : breakOff(); // a server that answers before it has read all may do so
}

} // namespace pricewright
