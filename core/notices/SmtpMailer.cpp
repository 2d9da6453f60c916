// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "notices/SmtpMailer.h"

#include "base/Words.h"
#include "fetching/CurlParts.h"
#include "secrets/Wipe.h"

#include <QUrl>

#include <algorithm>
#include <cstring>

namespace pricewright {

// Where a conversation stands: the command that was sent last, and what was answered to it.
struct SmtpTalk {
  enum class At { Greeting, Hello, StartTls, Login, Sender, Recipient, Data } at = At::Greeting;
  int recipient = -1;  // index of the last that was named
  int code = 0;        // of the last answer, 0 where none has come
  QString said;        // its words
  bool isOver = false; // good-byes say nothing about the message

  void sent(QByteArrayView line) {
    // Whatever else is sent is a piece of the login, and is not looked at.
    if (line.startsWith("QUIT"))
      isOver = true;
    if (line.startsWith("EHLO ") || line.startsWith("HELO "))
      at = At::Hello;
    else if (line.startsWith("STARTTLS"))
      at = At::StartTls;
    else if (line.startsWith("AUTH "))
      at = At::Login;
    else if (line.startsWith("MAIL FROM:"))
      at = At::Sender, recipient = -1;
    else if (line.startsWith("RCPT TO:"))
      at = At::Recipient, ++recipient;
    else if (line.startsWith("DATA"))
      at = At::Data;
    else
      return;
    code = 0, said.clear();
  }
  void heard(QByteArrayView line) {
    bool isNumber = false;
    const int number = line.first(std::min<qsizetype>(3, line.size())).toByteArray().toInt(&isNumber);
    if (isOver || !isNumber || number < 200 || number > 599)
      return;
    code = number;
    said = saidLine(line.toByteArray());
  }
};

namespace {

// A name in its ASCII form, or an address as an URL writes it; "" for anything else.
QByteArray urlHost(const QString& host) {
  if (const std::optional<IpAddress> ip = parseIpAddress(host))
    return ip->isV4 ? host.toLatin1() : '[' + host.toLatin1() + ']';
  const QByteArray ace = QUrl::toAce(host).toLower();
  const bool fits = !ace.isEmpty() && ace.size() <= 253 && std::all_of(ace.begin(), ace.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-';
  });
  return fits ? ace : QByteArray();
}

Delivery answered(const SmtpTalk& talk) {
  const bool forGood = talk.code >= 500;
  switch (talk.at) {
  case SmtpTalk::At::Login:
    return Delivery::blocked(s("smtp.login-denied"), talk.said);
  case SmtpTalk::At::Recipient:
    return forGood ? Delivery::never(s("smtp.recipient-refused"), talk.said)
                   : Delivery::later(s("smtp.put-off"), talk.said);
  case SmtpTalk::At::Data:
    return forGood ? Delivery::never(s("smtp.message-refused"), talk.said)
                   : Delivery::later(s("smtp.put-off"), talk.said);
  case SmtpTalk::At::StartTls:
    return Delivery::blocked(s("smtp.no-tls"), talk.said);
  case SmtpTalk::At::Sender:
    if (talk.code == 552) // too large, which the size told it
      return Delivery::never(s("smtp.message-refused"), talk.said);
    break;
  case SmtpTalk::At::Greeting:
  case SmtpTalk::At::Hello:
    break;
  }
  // What is wrong with the sender is wrong with the settings: no reason to give a notice up.
  return Delivery::blocked(s("smtp.refused"), talk.said);
}

Delivery outcomeOf(CURLcode code, const SmtpTalk& talk, bool isTrusted, const JobContext& job) {
  switch (code) {
  case CURLE_OK:
    return Delivery::sent();
  case CURLE_ABORTED_BY_CALLBACK:
    return Delivery::later(s(job.cancelled() ? "job.cancelled" : "smtp.broken-off"));
  case CURLE_USE_SSL_FAILED:
    return Delivery::blocked(s("smtp.no-tls"));
  case CURLE_PEER_FAILED_VERIFICATION:
  case CURLE_SSL_ISSUER_ERROR:
    return Delivery::blocked(s("smtp.certificate"));
  case CURLE_SSL_CONNECT_ERROR:
    return Delivery::blocked(s(isTrusted ? "smtp.tls" : "smtp.certificate"));
  case CURLE_SSL_CIPHER:
  case CURLE_SSL_CERTPROBLEM:
  case CURLE_SSL_CACERT_BADFILE:
    return Delivery::blocked(s("smtp.tls"));
  case CURLE_COULDNT_RESOLVE_HOST:
    return Delivery::blocked(s("smtp.no-address"));
  case CURLE_COULDNT_CONNECT:
    return Delivery::blocked(s("smtp.no-connection"));
  case CURLE_OPERATION_TIMEDOUT:
    return Delivery::blocked(s("smtp.timeout"));
  default:
    break;
  }
  if (talk.code >= 400)
    return answered(talk);
  if (code == CURLE_LOGIN_DENIED) // no way to log in that both sides know
    return Delivery::blocked(s("smtp.login-denied"));
  return talk.at == SmtpTalk::At::Data ? Delivery::later(s("smtp.broken-off"))
                                       : Delivery::blocked(s("smtp.broken-off"));
}

} // namespace

// One connection, which is kept between messages.
class SmtpMailer::Transfer {
 public:
  explicit Transfer(const MailServer& server) : m_easy(curl_easy_init()) {
    const bool implicit = server.security == MailServer::Security::Tls;
    set(CURLOPT_URL,
        ((implicit ? "smtps://" : "smtp://") + urlHost(server.host) + ':' + QByteArray::number(server.port))
            .constData());
    set(CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    set(CURLOPT_USE_SSL, long(CURLUSESSL_ALL)); // without STARTTLS the conversation ends before anything is said
    set(CURLOPT_SSLVERSION, long(CURL_SSLVERSION_TLSv1_2));
    set(CURLOPT_SSL_VERIFYPEER, 1L), set(CURLOPT_SSL_VERIFYHOST, 2L);
    if (!server.caFile.isEmpty())
      set(CURLOPT_CAINFO, server.caFile.constData()), set(CURLOPT_CAPATH, nullptr);
    set(CURLOPT_NOSIGNAL, 1L), set(CURLOPT_PROXY, "");
    set(CURLOPT_CONNECTTIMEOUT_MS, long(server.connect.count()));
    set(CURLOPT_TIMEOUT_MS, long(server.total.count()));
    set(CURLOPT_MAIL_FROM, ('<' + server.from.address + '>').constData());
    if (!server.user.isEmpty()) {
      set(CURLOPT_USERNAME, server.user.toUtf8().constData());
      set(CURLOPT_PASSWORD, server.password.constData());
      set(CURLOPT_LOGIN_OPTIONS, "AUTH=PLAIN;AUTH=LOGIN"); // inside TLS; not the ways of a domain's own tickets
    }
    set(CURLOPT_UPLOAD, 1L);
    set(CURLOPT_READFUNCTION, &Transfer::give), set(CURLOPT_READDATA, this);
    set(CURLOPT_WRITEFUNCTION, &Transfer::ignore);
    set(CURLOPT_VERBOSE, 1L); // heard by us alone
    set(CURLOPT_DEBUGFUNCTION, &Transfer::listen), set(CURLOPT_DEBUGDATA, this);
    set(CURLOPT_NOPROGRESS, 0L);
    set(CURLOPT_XFERINFOFUNCTION, &Transfer::mayGoOn), set(CURLOPT_XFERINFODATA, this);
  }

  Delivery run(const std::vector<MailAddress>& to, const QByteArray& bytes, const JobContext& job) {
    m_job = &job, m_bytes = bytes, m_given = 0, m_talk = {};
    curl_slist* list = nullptr;
    for (const MailAddress& a : to)
      list = curl_slist_append(list, ('<' + a.address + '>').constData());
    const CurlList owned(list);
    set(CURLOPT_MAIL_RCPT, owned.get());
    set(CURLOPT_INFILESIZE_LARGE, curl_off_t(bytes.size()));
    const CURLcode code = curl_easy_perform(m_easy.get());
    set(CURLOPT_MAIL_RCPT, nullptr);
    return outcomeOf(code, m_talk, certificateFits(m_easy.get()), job);
  }
  int lastRecipient() const { return m_talk.recipient; }

 private:
  template <class T> void set(CURLoption option, T value) { curl_easy_setopt(m_easy.get(), option, value); }

  static std::size_t give(char* into, std::size_t size, std::size_t count, void* self) {
    auto& t = *static_cast<Transfer*>(self);
    const qsizetype bytes = std::min(qsizetype(size * count), t.m_bytes.size() - t.m_given);
    std::memcpy(into, t.m_bytes.constData() + t.m_given, std::size_t(bytes));
    t.m_given += bytes;
    return std::size_t(bytes);
  }
  static std::size_t ignore(char*, std::size_t size, std::size_t count, void*) { return size * count; }
  static int mayGoOn(void* self, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
    return static_cast<Transfer*>(self)->m_job->cancelled() ? 1 : 0;
  }
  static int listen(CURL*, curl_infotype type, char* data, std::size_t size, void* self) {
    auto& t = *static_cast<Transfer*>(self);
    const QByteArrayView line(data, qsizetype(size));
    if (type == CURLINFO_HEADER_OUT)
      t.m_talk.sent(line);
    else if (type == CURLINFO_HEADER_IN)
      t.m_talk.heard(line);
    return 0;
  }

  CurlEasy m_easy;
  const JobContext* m_job = nullptr;
  QByteArray m_bytes;
  qsizetype m_given = 0;
  SmtpTalk m_talk;
};

Status checkMailHost(const QString& host) {
  if (urlHost(host).isEmpty())
    return fail(s("mail.bad-host"), {{s("host"), saidLine(host.toUtf8())}});
  return {};
}

SmtpMailer::SmtpMailer(MailServer server) : m_server(std::move(server)) {
  startCurl();
  m_transfer = std::make_unique<Transfer>(m_server);
}
SmtpMailer::~SmtpMailer() { wipe(m_server.password); }

Result<std::unique_ptr<SmtpMailer>> SmtpMailer::open(MailServer server) {
  const WipeAtEnd wiped(server.password);
  PW_CHECK(checkMailHost(server.host));
  if (!server.user.isEmpty() && server.password.isEmpty())
    return fail(s("mail.no-password"), {{s("host"), server.host}});
  return std::make_unique<SmtpMailer>(std::move(server));
}

QString SmtpMailer::destination(const Notice&) const { return s("%1:%2").arg(m_server.host).arg(m_server.port); }

Status SmtpMailer::ready(const Notice& notice) {
  if (m_server.to.empty() && notice.recipient.trimmed().isEmpty())
    return fail(s("mail.no-recipient"));
  return {};
}

Delivery SmtpMailer::deliver(const Notice& notice, Instant now, const JobContext& job) {
  std::vector<MailAddress> to = m_server.to;
  if (!notice.recipient.trimmed().isEmpty()) {
    Result<std::vector<MailAddress>> named = parseMailAddresses(notice.recipient);
    if (!named)
      return Delivery::never(named.error().code, named.error().arguments.value(s("address")));
    to = std::move(*named);
  }
  if (to.empty())
    return Delivery::later(s("mail.no-recipient"));
  const QByteArray bytes = mailBytes({m_server.from, to, notice.subject, notice.body, now, notice.key});
  return handOver(std::move(to), bytes, job);
}

Delivery SmtpMailer::handOver(std::vector<MailAddress> to, const QByteArray& bytes, const JobContext& job) {
  QStringList refused;
  for (;;) {
    Delivery done = m_transfer->run(to, bytes, job);
    if (done.isSent() && !refused.isEmpty())
      done.code = s("smtp.some-refused"), done.detail = refused.join(u' ').left(200);
    const auto which = std::size_t(m_transfer->lastRecipient());
    if (done.code != u"smtp.recipient-refused" || which >= to.size())
      return done;
    refused << QString::fromLatin1(to[which].address);
    to.erase(to.begin() + std::ptrdiff_t(which));
    if (to.empty())
      return done;
  }
}

} // namespace pricewright
