// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetching/CheckingProxy.h"

#include "base/Words.h"

#include <QRandomGenerator>

#include <netdb.h>
#include <netinet/in.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <condition_variable>
#include <cstring>
#include <deque>
#include <mutex>
#include <thread>

namespace pricewright {
namespace {

constexpr int kLookUpsAtOnce = 4;
constexpr int kBacklog = 128;
constexpr qsizetype kMostHosts = 1000;
constexpr Duration kLongestSleep = std::chrono::minutes(1);

std::vector<IpAddress> systemAddresses(const QString& host) {
  addrinfo wanted{};
  wanted.ai_family = AF_UNSPEC, wanted.ai_socktype = SOCK_STREAM;
  addrinfo* found = nullptr;
  std::vector<IpAddress> out;
  if (::getaddrinfo(host.toLatin1().constData(), nullptr, &wanted, &found) != 0)
    return out;
  for (const addrinfo* a = found; a; a = a->ai_next)
    if (const std::optional<IpAddress> address = ipAddressOf(a->ai_addr, a->ai_addrlen))
      out.push_back(*address);
  ::freeaddrinfo(found);
  return out;
}

QByteArray freshPassword() {
  std::array<quint32, 6> words{};
  QRandomGenerator::system()->generate(words.begin(), words.end());
  return QByteArray(reinterpret_cast<const char*>(words.data()), sizeof words).toHex();
}

// Takes as long whatever is wrong: a guess must not learn how far it was right.
bool isSame(const QByteArray& a, const QByteArray& b) {
  if (a.size() != b.size())
    return false;
  int different = 0;
  for (qsizetype i = 0; i < a.size(); ++i)
    different |= a[i] ^ b[i];
  return different == 0;
}

QString countKey(const QString& host, int port) {
  return host.isEmpty() ? QString() : host + u':' + QString::number(port);
}

} // namespace

class CheckingProxy::Loop final : public ProxyDesk {
 public:
  explicit Loop(Settings settings)
      : m_settings(std::move(settings)), m_password(freshPassword()),
        m_proof(basicAuthorization("pricewright", m_password)) {
    if (!m_settings.resolve)
      m_settings.resolve = systemAddresses;
  }
  ~Loop() override {
    {
      const std::lock_guard lock(m_mutex);
      m_stopped = true;
      m_wanted.clear();
    }
    m_more.notify_all();
    wake();
    for (std::thread& t : m_threads)
      t.join();
    m_connections.clear();
    for (const int socket : {m_listener, m_wake})
      if (socket >= 0)
        ::close(socket);
  }
  Loop(const Loop&) = delete;
  Loop& operator=(const Loop&) = delete;

  Status listen() {
    m_wake = ::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    m_listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    sockaddr_in here{};
    here.sin_family = AF_INET, here.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof here;
    auto* any = reinterpret_cast<sockaddr*>(&here);
    if (m_wake < 0 || m_listener < 0 || ::bind(m_listener, any, size) != 0 || ::listen(m_listener, kBacklog) != 0 ||
        ::getsockname(m_listener, any, &size) != 0)
      return fail(s("proxy.no-listener"), {{s("cause"), QString::fromLocal8Bit(std::strerror(errno))}});
    m_port = ntohs(here.sin_port);
    m_threads.emplace_back([this] { run(); });
    for (int i = 0; i < kLookUpsAtOnce; ++i)
      m_threads.emplace_back([this] { lookUp(); });
    return {};
  }

  int port() const { return m_port; }
  const QByteArray& password() const { return m_password; }
  void renew() {
    const std::lock_guard lock(m_mutex);
    m_bytes = 0, m_exhausted = false;
    m_counts.clear();
  }
  qint64 bytes() const {
    const std::lock_guard lock(m_mutex);
    return m_bytes;
  }
  int open() const { return m_open; }
  QHash<QString, ProxyHostCount> counts() const {
    const std::lock_guard lock(m_mutex);
    return m_counts;
  }

  // What connections ask.
  const ProxyLimits& limits() const override { return m_settings.limits; }
  const AddressAllowList& allowed() const override { return m_settings.allowed; }
  bool knows(const QByteArray& authorization) const override { return isSame(authorization, m_proof); }
  bool mayAsk(const QString& host, int port) override { return !m_settings.mayAsk || m_settings.mayAsk(host, port); }
  void resolve(quint64 connection, const QString& host) override {
    {
      const std::lock_guard lock(m_mutex);
      m_wanted.push_back({connection, host});
    }
    m_more.notify_one();
  }
  void connected(const QString& host, int port) override {
    const std::lock_guard lock(m_mutex);
    ++countOf(host, port).connections;
  }
  bool spend(const QString& host, int port, qint64 bytes) override {
    const std::lock_guard lock(m_mutex);
    m_bytes += bytes;
    countOf(host, port).bytes += bytes;
    if (m_bytes > m_settings.limits.bytes)
      m_exhausted = true;
    return !m_exhausted;
  }
  bool isExhausted() const override { return m_exhausted; }
  void refused(const QString& host, int port, const QString& code) override {
    const std::lock_guard lock(m_mutex);
    ProxyHostCount& count = countOf(host, port);
    ++count.refusals;
    count.refusal = code;
  }

 private:
  struct LookUp {
    quint64 connection;
    QString host;
    std::vector<IpAddress> addresses;
  };

  ProxyHostCount& countOf(const QString& host, int port) {
    const QString key = countKey(host, port);
    return m_counts[m_counts.size() < kMostHosts || m_counts.contains(key) ? key : QString()];
  }

  void wake() const {
    const quint64 one = 1;
    (void)!::write(m_wake, &one, sizeof one); // full is awake, too
  }

  void lookUp() {
    for (;;) {
      LookUp next;
      {
        std::unique_lock lock(m_mutex);
        m_more.wait(lock, [this] { return m_stopped || !m_wanted.empty(); });
        if (m_stopped)
          return;
        next = std::move(m_wanted.front());
        m_wanted.pop_front();
      }
      next.addresses = m_settings.resolve(next.host);
      {
        const std::lock_guard lock(m_mutex);
        m_found.push_back(std::move(next));
      }
      wake();
    }
  }

  void run() {
    std::vector<pollfd> sockets;
    while (!m_stopped) {
      sockets.assign({{m_wake, POLLIN, 0}, {m_listener, POLLIN, 0}});
      auto now = std::chrono::steady_clock::now();
      Duration wait = kLongestSleep;
      for (const auto& c : m_connections) {
        sockets.push_back(c->client()), sockets.push_back(c->server());
        wait = std::min(wait, std::chrono::ceil<Duration>(c->deadline() - now));
      }
      ::poll(sockets.data(), sockets.size(), int(std::max<qint64>(0, wait.count())));
      now = std::chrono::steady_clock::now();
      quint64 count = 0;
      (void)!::read(m_wake, &count, sizeof count);
      for (std::size_t i = 0; i < m_connections.size(); ++i)
        m_connections[i]->act(sockets[2 + 2 * i].revents, sockets[3 + 2 * i].revents, now);
      takeFound(now);
      if (sockets[1].revents != 0)
        accept(now);
      std::erase_if(m_connections, [](const auto& c) { return c->isDead(); });
      m_open = int(m_connections.size());
    }
  }

  void takeFound(ProxyConnection::Steady now) {
    std::deque<LookUp> found;
    {
      const std::lock_guard lock(m_mutex);
      found.swap(m_found);
    }
    for (const LookUp& f : found)
      for (const auto& c : m_connections)
        if (c->no() == f.connection)
          c->resolved(f.addresses, now);
  }

  void accept(ProxyConnection::Steady now) {
    for (;;) {
      const int client = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK);
      if (client < 0)
        return;
      m_connections.push_back(std::make_unique<ProxyConnection>(client, ++m_last, *this, now));
      if (int(m_connections.size()) <= m_settings.limits.connections)
        continue;
      if (int(m_connections.size()) > 2 * m_settings.limits.connections)
        m_connections.pop_back(); // those that are told so are not too many either
      else
        m_connections.back()->refuse(503, s("proxy.busy"), now);
    }
  }

  Settings m_settings;
  QByteArray m_password, m_proof;
  int m_listener = -1, m_wake = -1, m_port = 0;
  quint64 m_last = 0;
  std::vector<std::unique_ptr<ProxyConnection>> m_connections; // of run()'s thread
  std::atomic<bool> m_stopped = false, m_exhausted = false;
  std::atomic<int> m_open = 0;
  std::vector<std::thread> m_threads;
  mutable std::mutex m_mutex; // what follows
  std::condition_variable m_more;
  std::deque<LookUp> m_wanted, m_found;
  qint64 m_bytes = 0;
  QHash<QString, ProxyHostCount> m_counts;
};

CheckingProxy::CheckingProxy(std::unique_ptr<Loop> loop) : m(std::move(loop)) {}
CheckingProxy::~CheckingProxy() = default;

Result<std::unique_ptr<CheckingProxy>> CheckingProxy::start(Settings settings) {
  auto loop = std::make_unique<Loop>(std::move(settings));
  PW_CHECK(loop->listen());
  return std::unique_ptr<CheckingProxy>(new CheckingProxy(std::move(loop))); // NOLINT: the constructor is private
}

int CheckingProxy::port() const { return m->port(); }
QByteArray CheckingProxy::user() const { return "pricewright"; }
QByteArray CheckingProxy::password() const { return m->password(); }
void CheckingProxy::renew() { m->renew(); }
bool CheckingProxy::isExhausted() const { return m->isExhausted(); }
qint64 CheckingProxy::bytes() const { return m->bytes(); }
int CheckingProxy::openConnections() const { return m->open(); }
QHash<QString, ProxyHostCount> CheckingProxy::counts() const { return m->counts(); }

QString CheckingProxy::refusalOf(const QString& host, int port) const {
  return m->counts().value(countKey(host, port)).refusal;
}

} // namespace pricewright
