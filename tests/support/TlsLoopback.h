// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QByteArray>
#include <QFile>
#include <QTemporaryDir>

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <csignal>
#include <functional>
#include <list>
#include <memory>
#include <mutex>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>
#include <thread>

namespace pricewright::test {

// A certificate authority that nobody knows, and a certificate by it for one server's name.
class TestAuthority {
 public:
  explicit TestAuthority(const QByteArray& serverName = "IP:127.0.0.1") {
    std::signal(SIGPIPE, SIG_IGN); // OpenSSL writes to who has gone
    const auto caKey = key(), serverKey = key();
    const auto ca = certificate("test authority", caKey.get(), nullptr, caKey.get(), "CA:TRUE", {});
    const auto server = certificate("test server", serverKey.get(), ca.get(), caKey.get(), "CA:FALSE", serverName);
    QFile file(caFileName());
    if (!file.open(QIODevice::WriteOnly) || file.write(pem(ca.get())) <= 0)
      qFatal("no room for a test");
    m_context.reset(SSL_CTX_new(TLS_server_method()));
    if (SSL_CTX_use_certificate(m_context.get(), server.get()) != 1 ||
        SSL_CTX_use_PrivateKey(m_context.get(), serverKey.get()) != 1)
      qFatal("no certificate on this machine");
  }
  QByteArray caFile() const { return caFileName().toLocal8Bit(); }
  SSL_CTX* context() const { return m_context.get(); }

 private:
  struct Closer {
    void operator()(EVP_PKEY* k) const { EVP_PKEY_free(k); }
    void operator()(X509* c) const { X509_free(c); }
    void operator()(SSL_CTX* c) const { SSL_CTX_free(c); }
  };
  using Key = std::unique_ptr<EVP_PKEY, Closer>;
  using Certificate = std::unique_ptr<X509, Closer>;

  static Key key() { return Key(EVP_EC_gen("P-256")); }
  static Certificate certificate(const char* name, EVP_PKEY* own, X509* issuer, EVP_PKEY* signs, const char* kind,
                                 const QByteArray& alsoCalled) {
    Certificate c(X509_new());
    X509_set_version(c.get(), 2);
    ASN1_INTEGER_set(X509_get_serialNumber(c.get()), issuer ? 2 : 1);
    X509_gmtime_adj(X509_getm_notBefore(c.get()), -3600);
    X509_gmtime_adj(X509_getm_notAfter(c.get()), 86'400);
    X509_set_pubkey(c.get(), own);
    X509_NAME_add_entry_by_txt(X509_get_subject_name(c.get()), "CN", MBSTRING_ASC,
                               reinterpret_cast<const unsigned char*>(name), -1, -1, 0);
    X509_set_issuer_name(c.get(), X509_get_subject_name(issuer ? issuer : c.get()));
    extend(c.get(), NID_basic_constraints, kind);
    if (!alsoCalled.isEmpty())
      extend(c.get(), NID_subject_alt_name, alsoCalled.constData());
    X509_sign(c.get(), signs, EVP_sha256());
    return c;
  }
  static void extend(X509* certificate, int what, const char* value) {
    X509_EXTENSION* extension = X509V3_EXT_conf_nid(nullptr, nullptr, what, value);
    X509_add_ext(certificate, extension, -1);
    X509_EXTENSION_free(extension);
  }
  static QByteArray pem(X509* certificate) {
    BIO* memory = BIO_new(BIO_s_mem());
    PEM_write_bio_X509(memory, certificate);
    char* data = nullptr;
    const long size = BIO_get_mem_data(memory, &data);
    const QByteArray out(data, size);
    BIO_free(memory);
    return out;
  }
  QString caFileName() const { return m_folder.filePath(QStringLiteral("ca.pem")); }

  QTemporaryDir m_folder;
  std::unique_ptr<SSL_CTX, Closer> m_context;
};

// One connection as its server sees it; in the open until startTls().
class Wire {
 public:
  explicit Wire(int socket) : m_socket(socket) {}
  ~Wire() {
    SSL_free(m_tls);
    ::close(m_socket);
  }
  Wire(const Wire&) = delete;
  bool startTls(SSL_CTX* context) {
    m_pending.clear(); // what came before counts for nothing
    m_tls = SSL_new(context);
    SSL_set_fd(m_tls, m_socket);
    return SSL_accept(m_tls) == 1;
  }
  bool isSecret() const { return m_tls != nullptr; }
  // With its end; empty where the other side has gone.
  QByteArray line() {
    while (!m_pending.contains('\n'))
      if (!more())
        return {};
    const QByteArray out = m_pending.left(m_pending.indexOf('\n') + 1);
    m_pending.remove(0, out.size());
    return out;
  }
  QByteArray bytes(qsizetype count) {
    while (m_pending.size() < count)
      if (!more())
        break;
    const QByteArray out = m_pending.left(count);
    m_pending.remove(0, out.size());
    return out;
  }
  void say(const QByteArray& text) {
    if (m_tls)
      SSL_write(m_tls, text.constData(), int(text.size()));
    else
      ::send(m_socket, text.constData(), std::size_t(text.size()), MSG_NOSIGNAL);
  }
  void reset() { // the connection breaks instead of ending
    const linger now{1, 0};
    ::setsockopt(m_socket, SOL_SOCKET, SO_LINGER, &now, sizeof now);
    m_isReset = true;
  }
  void waitUntilGone() {
    while (more())
      m_pending.clear();
  }
  void stop() const { ::shutdown(m_socket, SHUT_RDWR); }

 private:
  bool more() {
    QByteArray buffer(4096, Qt::Uninitialized);
    const auto n = m_tls ? ssize_t(SSL_read(m_tls, buffer.data(), int(buffer.size())))
                         : ::recv(m_socket, buffer.data(), std::size_t(buffer.size()), 0);
    if (n <= 0)
      return false;
    m_pending.append(buffer.constData(), n);
    return true;
  }

  int m_socket;
  SSL* m_tls = nullptr;
  QByteArray m_pending;
  bool m_isReset = false;
};

// A server on 127.0.0.1; each connection has its thread.
class WireServer {
 public:
  using Serve = std::function<void(Wire&)>;
  explicit WireServer(Serve serve) : m_serve(std::move(serve)) {
    m_socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET, address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto* any = reinterpret_cast<sockaddr*>(&address);
    if (m_socket < 0 || ::bind(m_socket, any, size) != 0 || ::listen(m_socket, 64) != 0 ||
        ::getsockname(m_socket, any, &size) != 0)
      qFatal("no server on this machine");
    m_port = ntohs(address.sin_port);
    m_accepts = std::thread([this] { accept(); });
  }
  ~WireServer() {
    m_stopped = true;
    ::shutdown(m_socket, SHUT_RDWR);
    m_accepts.join();
    ::close(m_socket);
    {
      const std::lock_guard lock(m_mutex);
      for (const Wire* wire : m_open)
        wire->stop();
    }
    for (std::thread& t : m_threads)
      t.join();
  }
  WireServer(const WireServer&) = delete;
  int port() const { return m_port; }

 private:
  void accept() {
    while (!m_stopped) {
      const int connection = ::accept4(m_socket, nullptr, nullptr, SOCK_CLOEXEC);
      if (connection < 0)
        return;
      m_threads.emplace_back([this, connection] {
        Wire wire(connection);
        {
          const std::lock_guard lock(m_mutex);
          m_open.push_back(&wire);
        }
        if (!m_stopped)
          m_serve(wire);
        const std::lock_guard lock(m_mutex);
        m_open.remove(&wire);
      });
    }
  }
  Serve m_serve;
  int m_socket = -1, m_port = 0;
  std::atomic<bool> m_stopped = false;
  std::mutex m_mutex;
  std::list<const Wire*> m_open;
  std::vector<std::thread> m_threads; // of the accepting thread, until it has ended
  std::thread m_accepts;
};

} // namespace pricewright::test
