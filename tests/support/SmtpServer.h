// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "support/TlsLoopback.h"

#include <QStringList>

#include <map>
#include <vector>

namespace pricewright::test {

// A mail server that keeps what it is given, and fails as it is told.
class SmtpServer {
 public:
  struct Mood {
    bool offersTls = true, isTlsFromTheStart = false;
    QByteArray greeting = "220 mail.test ready\r\n";
    QByteArray tlsAnswer = "220 go ahead\r\n";
    QByteArray login = "235 welcome\r\n", sender = "250 ok\r\n", message = "250 taken\r\n";
    QByteArray ways = "PLAIN LOGIN";             // to log in
    std::map<QByteArray, QByteArray> recipients; // address → another answer than 250
    bool dropsAfterData = false;                 // the message is kept, and nobody is told so
    bool isSilent = false;
  };
  struct Mail {
    QByteArray from, data; // dots undone
    QList<QByteArray> to;
  };

  explicit SmtpServer(const TestAuthority& authority, Mood start)
      : m_authority(authority), m_mood(std::move(start)), m_server([this](Wire& wire) { serve(wire); }) {}
  int port() const { return m_server.port(); }
  void setMood(Mood now) {
    const std::lock_guard lock(m_mutex);
    m_mood = std::move(now);
  }
  std::vector<Mail> mails() const {
    const std::lock_guard lock(m_mutex);
    return m_mails;
  }
  QByteArray inTheOpen() const { // all that came without TLS
    const std::lock_guard lock(m_mutex);
    return m_open;
  }
  QByteArray inSecret() const {
    const std::lock_guard lock(m_mutex);
    return m_secret;
  }
  int connections() const {
    const std::lock_guard lock(m_mutex);
    return m_connections;
  }

 private:
  Mood mood() const {
    const std::lock_guard lock(m_mutex);
    return m_mood;
  }
  QByteArray hear(Wire& wire) {
    const QByteArray line = wire.line();
    const std::lock_guard lock(m_mutex);
    (wire.isSecret() ? m_secret : m_open) += line;
    return line;
  }
  static QByteArray addressIn(const QByteArray& line) {
    const qsizetype open = line.indexOf('<');
    return line.mid(open + 1, line.indexOf('>') - open - 1);
  }
  void serve(Wire& wire) {
    {
      const std::lock_guard lock(m_mutex);
      ++m_connections;
    }
    const Mood how = mood();
    if (how.isTlsFromTheStart && !wire.startTls(m_authority.context()))
      return;
    if (how.isSilent)
      return wire.waitUntilGone();
    wire.say(how.greeting);
    Mail mail;
    for (;;) {
      const QByteArray line = hear(wire), verb = line.left(4).toUpper();
      if (line.isEmpty() || !answer(wire, line, verb, mail))
        return;
    }
  }
  // False: the conversation is over.
  bool answer(Wire& wire, const QByteArray& line, const QByteArray& verb, Mail& mail) {
    const Mood how = mood();
    if (verb == "EHLO") {
      const bool offers = how.offersTls && !wire.isSecret();
      wire.say("250-mail.test\r\n" + QByteArray(offers ? "250-STARTTLS\r\n" : "") + "250-AUTH " + how.ways +
               "\r\n250 SIZE 1000000\r\n");
    } else if (verb == "STAR") {
      wire.say(how.tlsAnswer);
      return !how.tlsAnswer.startsWith("220") || wire.startTls(m_authority.context());
    } else if (verb == "AUTH") {
      if (line.simplified().split(' ').size() < 3) {
        wire.say("334 \r\n");
        hear(wire);
        if (line.contains("LOGIN"))
          wire.say("334 \r\n"), hear(wire);
      }
      wire.say(how.login);
    } else if (verb == "MAIL") {
      mail = {addressIn(line), {}, {}};
      wire.say(how.sender);
    } else if (verb == "RCPT") {
      const auto other = how.recipients.find(addressIn(line));
      if (other == how.recipients.end())
        mail.to << addressIn(line);
      wire.say(other == how.recipients.end() ? QByteArray("250 ok\r\n") : other->second);
    } else if (verb == "DATA") {
      return takeData(wire, how, mail);
    } else if (verb == "QUIT") {
      wire.say("221 bye\r\n");
      return false;
    } else {
      wire.say("250 ok\r\n");
    }
    return true;
  }
  bool takeData(Wire& wire, const Mood& how, Mail& mail) {
    wire.say("354 go on\r\n");
    for (;;) {
      QByteArray line = wire.line();
      if (line.isEmpty())
        return false;
      if (line == ".\r\n")
        break;
      mail.data += line.startsWith('.') ? line.mid(1) : line;
    }
    if (how.message.startsWith('2')) {
      const std::lock_guard lock(m_mutex);
      m_mails.push_back(mail);
    }
    if (how.dropsAfterData) {
      wire.reset();
      return false;
    }
    wire.say(how.message);
    return true;
  }

  const TestAuthority& m_authority;
  mutable std::mutex m_mutex;
  Mood m_mood;
  std::vector<Mail> m_mails;
  QByteArray m_open, m_secret;
  int m_connections = 0;
  WireServer m_server; // ends first
};

} // namespace pricewright::test
