// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "notices/MailText.h"
#include "notices/Notice.h"

#include <memory>

namespace pricewright {

struct MailServer {
  enum class Security { StartTls, Tls }; // there is no third: without TLS nothing is sent
  QString host;                          // a name or an address
  int port = 587;
  Security security = Security::StartTls;
  QString user; // "" : no login
  QByteArray password;
  MailAddress from;
  std::vector<MailAddress> to; // for notices that name nobody
  QByteArray caFile;           // "" : the system's authorities
  Duration connect = std::chrono::seconds(10), total = std::chrono::seconds(30);
};

Status checkMailHost(const QString& host); // mail.bad-host (host)

// Hands mail to one's own server (RFC 5321) through libcurl: TLS 1.2 or newer, the certificate checked against the
// server's name, login (PLAIN or LOGIN) only inside it. A recipient who is refused for good leaves the others theirs;
// one who is refused for now puts the message off for all, before anybody has it. Where the connection breaks after the
// message was handed over, it is sent again: its Message-ID is the same.
// Codes: smtp.timeout, .no-address, .no-connection, .no-tls, .certificate, .tls, .login-denied, .refused, .broken-off,
// .put-off, .message-refused, .recipient-refused, .some-refused (sent, but not to all), and those of
// parseMailAddresses().
class SmtpMailer final : public NoticeSender {
 public:
  // mail.bad-host (host), mail.no-password
  static Result<std::unique_ptr<SmtpMailer>> open(MailServer server);
  explicit SmtpMailer(MailServer server); // by open()
  ~SmtpMailer() override;
  QString destination(const Notice& notice) const override;
  Status ready(const Notice& notice) override; // mail.no-recipient
  Delivery deliver(const Notice& notice, Instant now, const JobContext& job) override;

 private:
  class Transfer;
  Delivery handOver(std::vector<MailAddress> to, const QByteArray& bytes, const JobContext& job);
  MailServer m_server;
  std::unique_ptr<Transfer> m_transfer;
};

} // namespace pricewright
