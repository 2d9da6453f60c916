// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QByteArray>
#include <QHash>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <functional>
#include <map>
#include <mutex>
#include <thread>
#include <vector>

namespace pricewright::test {

// A web server on 127.0.0.1 that answers as it is told, also as no good server would. Each connection has its thread
// and carries one request.
class LoopbackServer {
 public:
  struct Request {
    QByteArray method, target, host;
    QHash<QByteArray, QByteArray> headers; // names in lower case
    std::chrono::steady_clock::time_point at;
  };
  struct Reply {
    int status = 200;
    QByteArray body, type = "text/html; charset=utf-8";
    std::vector<std::pair<QByteArray, QByteArray>> headers;
    std::chrono::milliseconds wait{0};  // before anything is sent
    bool resets = false;                // the connection breaks instead of an answer
    qint64 cutAfter = -1;               // bytes of the body, then the connection breaks
    bool isEndless = false;             // the body goes on and on
    std::chrono::milliseconds drip{-1}; // one byte, then so long nothing
    QByteArray raw;                     // instead of everything above
  };
  using Handler = std::function<Reply(const Request&)>;

  // `everywhere`: 127.0.0.2 and so on are other shops of the same server.
  explicit LoopbackServer(Handler handler, bool everywhere = false) : m_handler(std::move(handler)) {
    m_socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const int yes = 1;
    ::setsockopt(m_socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    sockaddr_in address{};
    address.sin_family = AF_INET, address.sin_addr.s_addr = htonl(everywhere ? INADDR_ANY : INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto* any = reinterpret_cast<sockaddr*>(&address);
    if (m_socket < 0 || ::bind(m_socket, any, size) != 0 || ::listen(m_socket, 512) != 0 ||
        ::getsockname(m_socket, any, &size) != 0)
      qFatal("no server on this machine");
    m_port = ntohs(address.sin_port);
    m_accepts = std::thread([this] { accept(); });
  }
  ~LoopbackServer() {
    m_stopped = true;
    ::shutdown(m_socket, SHUT_RDWR);
    ::close(m_socket);
    m_accepts.join();
    for (std::thread& t : m_threads)
      t.join();
  }
  LoopbackServer(const LoopbackServer&) = delete;

  int port() const { return m_port; }
  QByteArray url(const QByteArray& path = "/", const QByteArray& host = "127.0.0.1") const {
    return "http://" + host + ":" + QByteArray::number(m_port) + path;
  }
  std::vector<Request> requests() const {
    const std::lock_guard lock(m_mutex);
    return m_requests;
  }
  int count(const QByteArray& target) const {
    const std::lock_guard lock(m_mutex);
    return int(
        std::count_if(m_requests.begin(), m_requests.end(), [&](const Request& r) { return r.target == target; }));
  }

 private:
  void accept() {
    while (!m_stopped) {
      const int connection = ::accept4(m_socket, nullptr, nullptr, SOCK_CLOEXEC);
      if (connection < 0)
        return;
      m_threads.emplace_back([this, connection] { serve(connection); });
    }
  }

  static Request parse(const QByteArray& head) {
    Request r;
    r.at = std::chrono::steady_clock::now();
    const QList<QByteArray> lines = head.split('\n');
    const QList<QByteArray> words = lines.first().trimmed().split(' ');
    r.method = words.value(0), r.target = words.value(1);
    for (const QByteArray& line : lines.mid(1))
      if (const qsizetype colon = line.indexOf(':'); colon > 0)
        r.headers.insert(line.left(colon).toLower(), line.mid(colon + 1).trimmed());
    r.host = r.headers.value("host");
    return r;
  }

  void serve(int connection) {
    QByteArray head;
    char buffer[4096];
    while (!head.contains("\r\n\r\n") && head.size() < 65'536) {
      const ssize_t n = ::recv(connection, buffer, sizeof buffer, 0);
      if (n <= 0)
        break;
      head.append(buffer, n);
    }
    if (head.contains("\r\n\r\n")) {
      const Request request = parse(head);
      {
        const std::lock_guard lock(m_mutex);
        m_requests.push_back(request);
      }
      answer(connection, m_handler(request));
    }
    ::close(connection);
  }

  // False: the other side has gone.
  bool send(int connection, const QByteArray& bytes) const {
    for (qsizetype at = 0; at < bytes.size();) {
      const ssize_t n = ::send(connection, bytes.constData() + at, std::size_t(bytes.size() - at), MSG_NOSIGNAL);
      if (n <= 0 || m_stopped)
        return false;
      at += n;
    }
    return true;
  }
  void sleepUnlessStopped(std::chrono::milliseconds time) const {
    for (const auto until = std::chrono::steady_clock::now() + time;
         !m_stopped && std::chrono::steady_clock::now() < until;)
      std::this_thread::sleep_for(std::min(time, std::chrono::milliseconds(5)));
  }
  static void reset(int connection) {
    const linger now{1, 0};
    ::setsockopt(connection, SOL_SOCKET, SO_LINGER, &now, sizeof now);
  }

  void answer(int connection, const Reply& reply) const {
    sleepUnlessStopped(reply.wait);
    if (reply.resets)
      return reset(connection);
    if (!reply.raw.isEmpty()) {
      send(connection, reply.raw);
      return;
    }
    QByteArray head = "HTTP/1.1 " + QByteArray::number(reply.status) + " Status\r\nConnection: close\r\n";
    if (!reply.type.isEmpty())
      head += "Content-Type: " + reply.type + "\r\n";
    for (const auto& [name, value] : reply.headers)
      head += name + ": " + value + "\r\n";
    if (!reply.isEndless && reply.status != 304)
      head += "Content-Length: " + QByteArray::number(reply.body.size()) + "\r\n";
    if (!send(connection, head + "\r\n"))
      return;
    if (reply.isEndless) {
      while (send(connection, QByteArray(65'536, 'x'))) {
      }
    } else if (reply.drip.count() >= 0) {
      for (const char c : reply.body) {
        if (!send(connection, QByteArray(1, c)))
          return;
        sleepUnlessStopped(reply.drip);
      }
    } else if (reply.cutAfter >= 0) {
      send(connection, reply.body.left(reply.cutAfter));
      reset(connection);
    } else {
      send(connection, reply.body);
    }
  }

  Handler m_handler;
  int m_socket = -1, m_port = 0;
  std::atomic<bool> m_stopped = false;
  std::thread m_accepts;
  std::vector<std::thread> m_threads; // of the accepting thread, until it has ended
  mutable std::mutex m_mutex;
  std::vector<Request> m_requests;
};

} // namespace pricewright::test
