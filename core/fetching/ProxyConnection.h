// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/Time.h"
#include "fetching/AddressGuard.h"
#include "fetching/ProxyRequest.h"

#include <poll.h>

namespace pricewright {

struct ProxyLimits {
  qint64 bytes = 30'000'000;                   // both ways, of all connections, between two calls of renew()
  int connections = 64;                        // at once
  Duration head = std::chrono::seconds(10);    // until a request or an answer to a plain one has begun in full
  Duration connect = std::chrono::seconds(10); // all addresses together, with their look-up
  Duration idle = std::chrono::seconds(30);    // without a byte either way
  Duration total = std::chrono::minutes(2);    // of one connection
};

// What a connection of the checking proxy asks the proxy for. All in the proxy's thread.
class ProxyDesk {
 public:
  virtual ~ProxyDesk() = default;
  virtual const ProxyLimits& limits() const = 0;
  virtual const AddressAllowList& allowed() const = 0;
  virtual bool knows(const QByteArray& authorization) const = 0;
  virtual bool mayAsk(const QString& host, int port) = 0;
  virtual void resolve(quint64 connection, const QString& host) = 0; // the answer comes by resolved()
  virtual void connected(const QString& host, int port) = 0;
  virtual bool spend(const QString& host, int port, qint64 bytes) = 0; // false: no more
  virtual bool isExhausted() const = 0;
  virtual void refused(const QString& host, int port, const QString& code) = 0;
};

// One client's connection and the server's that belongs to it: one request, or one tunnel. Never blocks.
class ProxyConnection {
 public:
  using Steady = std::chrono::steady_clock::time_point;
  ProxyConnection(int client, quint64 no, ProxyDesk& desk, Steady now);
  ~ProxyConnection();
  ProxyConnection(const ProxyConnection&) = delete;
  ProxyConnection& operator=(const ProxyConnection&) = delete;

  quint64 no() const { return m_no; }
  pollfd client() const;
  pollfd server() const;
  void act(short client, short server, Steady now); // what poll() saw
  void resolved(const std::vector<IpAddress>& addresses, Steady now);
  void refuse(int status, const QString& code, Steady now);
  Steady deadline() const;
  bool isDead() const { return m_state == State::Dead; }

 private:
  enum class State { Head, Resolving, Connecting, Answer, Relaying, Ending, Dead };
  bool isOpen() const { return m_state == State::Answer || m_state == State::Relaying; }
  void enter(State state, Steady now);
  void lapse(Steady now);
  void readClient(Steady now);
  void readServer(Steady now);
  void takeHead(Steady now);
  void takeAnswer(Steady now);
  void takeUp(QByteArrayView bytes);
  void connectNext(Steady now);
  void connectionEnded(Steady now);
  void write(int socket, QByteArray& bytes);
  void settle(Steady now);
  void breakOff();
  bool spend(qint64 bytes);

  int m_client, m_server = -1;
  quint64 m_no;
  ProxyDesk& m_desk;
  State m_state = State::Head;
  Steady m_began, m_entered, m_active;
  ProxyRequest m_request;
  std::vector<IpAddress> m_addresses; // admissible, still to be tried
  QByteArray m_in;                    // a head that is coming: the client's, then the server's
  QByteArray m_up, m_down;            // on the way to the server, to the client
  qint64 m_bodyLeft = 0;              // of a plain request
  qint64 m_seen = 0;                  // bytes of the client in a tunnel
  bool m_clientEnded = false, m_serverEnded = false, m_saidUp = false, m_saidDown = false;
};

} // namespace pricewright
