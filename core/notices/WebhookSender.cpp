// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "notices/WebhookSender.h"

#include "base/Json.h"
#include "base/Words.h"
#include "fetching/CurlParts.h"
#include "fetching/PageFetcher.h"
#include "fetching/Url.h"
#include "secrets/Wipe.h"

#include <array>
#include <openssl/evp.h>
#include <openssl/hmac.h>

namespace pricewright {
namespace {

constexpr qsizetype kLongestHeaderLine = 8192;

Delivery notReached(CURLcode code, bool isTrusted) {
  switch (code) {
  case CURLE_OPERATION_TIMEDOUT:
    return Delivery::blocked(s("webhook.timeout"));
  case CURLE_COULDNT_RESOLVE_HOST:
    return Delivery::blocked(s("webhook.no-address"));
  case CURLE_COULDNT_CONNECT:
    return Delivery::blocked(s("webhook.no-connection"));
  case CURLE_PEER_FAILED_VERIFICATION:
  case CURLE_SSL_ISSUER_ERROR:
    return Delivery::blocked(s("webhook.certificate"));
  case CURLE_SSL_CONNECT_ERROR:
    return Delivery::blocked(s(isTrusted ? "webhook.tls" : "webhook.certificate"));
  case CURLE_SSL_CIPHER:
  case CURLE_SSL_CERTPROBLEM:
  case CURLE_SSL_CACERT_BADFILE:
    return Delivery::blocked(s("webhook.tls"));
  default:
    return Delivery::blocked(s("webhook.broken-off"));
  }
}

Delivery outcomeOfStatus(int status, std::optional<Duration> retryAfter) {
  const QString said = QString::number(status);
  if (status >= 200 && status < 300)
    return Delivery::sent();
  if (status == 410)
    return Delivery::never(s("webhook.gone"), said);
  if (status == 429 || status == 503) {
    Delivery busy = Delivery::blocked(s("webhook.busy"), said);
    busy.retryAfter = retryAfter;
    return busy;
  }
  if (status >= 300 && status < 400)
    return Delivery::blocked(s("webhook.redirected"), said);
  // These may be about this one message; anything else is about the address.
  const bool ofThisOne = status == 400 || status == 409 || status == 413 || status == 422 || status == 500;
  Delivery refused = Delivery::later(status >= 400 && status < 500 ? s("webhook.refused") : s("webhook.failed"), said);
  refused.blocksOthers = !ofThisOne;
  return refused;
}

} // namespace

QByteArray webhookSignature(const QByteArray& secret, Instant at, const QByteArray& body) {
  const QByteArray time = QByteArray::number(toMillis(at) / 1000);
  const QByteArray text = time + '.' + body;
  std::array<unsigned char, EVP_MAX_MD_SIZE> sum{};
  unsigned int size = 0;
  HMAC(EVP_sha256(), secret.constData(), int(secret.size()), reinterpret_cast<const unsigned char*>(text.constData()),
       std::size_t(text.size()), sum.data(), &size);
  return "t=" + time + ",v1=" + QByteArray(reinterpret_cast<const char*>(sum.data()), qsizetype(size)).toHex();
}

Result<QByteArray> webhookBody(const Notice& notice) {
  QJsonObject data;
  if (!notice.payload.trimmed().isEmpty()) {
    const Result<QJsonObject> read = parseObject(notice.payload);
    if (!read)
      return fail(s("notice.bad-payload"), {{s("no"), QString::number(notice.no)}}).causedBy(read.error());
    data = *read;
  }
  return canonicalJson(QJsonObject{{s("id"), noticeFingerprint(notice.key)},
                                   {s("made_at"), isoInstant(notice.madeAt)},
                                   {s("subject"), notice.subject},
                                   {s("body"), notice.body},
                                   {s("data"), data}});
}

// One connection, which is kept between messages.
class WebhookSender::Transfer {
 public:
  explicit Transfer(const WebhookTarget& target) : m_easy(curl_easy_init()) {
    m_watch.allowed = &target.allowed;
    watchAddresses(m_easy.get(), m_watch);
    set(CURLOPT_PROTOCOLS_STR, "https");
    set(CURLOPT_FOLLOWLOCATION, 0L), set(CURLOPT_NOSIGNAL, 1L), set(CURLOPT_PROXY, "");
    set(CURLOPT_SSLVERSION, long(CURL_SSLVERSION_TLSv1_2));
    set(CURLOPT_SSL_VERIFYPEER, 1L), set(CURLOPT_SSL_VERIFYHOST, 2L);
    if (!target.caFile.isEmpty())
      set(CURLOPT_CAINFO, target.caFile.constData()), set(CURLOPT_CAPATH, nullptr);
    set(CURLOPT_USERAGENT, "Pricewright/1.0");
    set(CURLOPT_TIMEOUT_MS, long(target.total.count()));
    set(CURLOPT_WRITEFUNCTION, &Transfer::ignore), set(CURLOPT_WRITEDATA, this);
    set(CURLOPT_HEADERFUNCTION, &Transfer::takeHeader), set(CURLOPT_HEADERDATA, this);
    set(CURLOPT_NOPROGRESS, 0L);
    set(CURLOPT_XFERINFOFUNCTION, &Transfer::mayGoOn), set(CURLOPT_XFERINFODATA, this);
  }

  Delivery post(const QUrl& url, const QByteArray& body, const QList<QByteArray>& headers, Instant now,
                const JobContext& job) {
    m_job = &job, m_now = now, m_retryAfter.reset(), m_watch.refusal.clear();
    curl_slist* list = nullptr;
    for (const QByteArray& line : headers)
      list = curl_slist_append(list, line.constData());
    const CurlList owned(list);
    set(CURLOPT_URL, url.toEncoded().constData());
    set(CURLOPT_HTTPHEADER, owned.get());
    set(CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(body.size()));
    set(CURLOPT_POSTFIELDS, body.constData());
    const CURLcode code = curl_easy_perform(m_easy.get());
    long status = 0;
    curl_easy_getinfo(m_easy.get(), CURLINFO_RESPONSE_CODE, &status);
    set(CURLOPT_HTTPHEADER, nullptr), set(CURLOPT_POSTFIELDS, nullptr);
    if (!m_watch.refusal.isEmpty())
      return Delivery::blocked(m_watch.refusal);
    if (code == CURLE_ABORTED_BY_CALLBACK)
      return Delivery::later(s("job.cancelled"));
    // What follows the head of an answer is of no interest, nor whether it arrives.
    return status >= 200 ? outcomeOfStatus(int(status), m_retryAfter) : notReached(code, certificateFits(m_easy.get()));
  }

 private:
  template <class T> void set(CURLoption option, T value) { curl_easy_setopt(m_easy.get(), option, value); }
  // The answer's status has come: the rest need not.
  static std::size_t ignore(char*, std::size_t, std::size_t, void*) { return 0; }
  static int mayGoOn(void* self, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
    return static_cast<Transfer*>(self)->m_job->cancelled() ? 1 : 0;
  }
  static std::size_t takeHeader(char* data, std::size_t size, std::size_t count, void* self) {
    auto& t = *static_cast<Transfer*>(self);
    const QByteArray line = QByteArray(data, qsizetype(size * count)).left(kLongestHeaderLine);
    if (line.toLower().startsWith("retry-after:"))
      t.m_retryAfter = parseRetryAfter(QByteArrayView(line).sliced(12), t.m_now);
    return size * count;
  }

  AddressWatch m_watch;
  CurlEasy m_easy;
  const JobContext* m_job = nullptr;
  Instant m_now{};
  std::optional<Duration> m_retryAfter;
};

WebhookSender::WebhookSender(WebhookTarget target) : m_target(std::move(target)) {
  startCurl();
  m_transfer = std::make_unique<Transfer>(m_target);
}
WebhookSender::~WebhookSender() {
  for (auto& [host, secret] : m_secrets)
    if (secret)
      wipe(*secret);
}

const Result<QByteArray>& WebhookSender::secretOf(const QString& host) {
  const auto known = m_secrets.find(host);
  if (known != m_secrets.end())
    return known->second;
  Result<std::optional<QByteArray>> kept = m_target.secretFor(host);
  Result<QByteArray> secret = fail(s("webhook.no-secret"), {{s("host"), host}});
  if (!kept)
    secret = kept.error();
  else if (*kept && !(*kept)->isEmpty())
    secret = std::move(**kept);
  return m_secrets.emplace(host, std::move(secret)).first->second;
}

Status WebhookSender::ready(const Notice& notice) {
  const QString named = destination(notice);
  if (named.isEmpty())
    return fail(s("webhook.no-url"));
  // An address that cannot be used is the notice's fault, and told by deliver().
  if (const Result<QUrl> url = admissibleUrl(named, m_target.allowed); url && url->scheme() == u"https")
    if (const Result<QByteArray>& secret = secretOf(url->host()); !secret)
      return secret.error();
  return {};
}

QString WebhookSender::destination(const Notice& notice) const {
  return notice.recipient.trimmed().isEmpty() ? m_target.url : notice.recipient.trimmed();
}

Delivery WebhookSender::deliver(const Notice& notice, Instant now, const JobContext& job) {
  const QString named = destination(notice);
  if (named.isEmpty())
    return Delivery::later(s("webhook.no-url"));
  const Result<QUrl> url = admissibleUrl(named, m_target.allowed);
  if (!url)
    return Delivery::never(url.error().code);
  if (url->scheme() != u"https")
    return Delivery::never(s("webhook.not-https"));
  const Result<QByteArray> body = webhookBody(notice);
  if (!body)
    return Delivery::never(body.error().code);
  const Result<QByteArray>& secret = secretOf(url->host());
  if (!secret)
    return Delivery::blocked(secret.error().code, secret.error().arguments.value(s("host")));
  return m_transfer->post(*url, *body,
                          {"Content-Type: application/json",
                           "Expect:", "Idempotency-Key: " + noticeFingerprint(notice.key).toLatin1(),
                           "Pricewright-Signature: " + webhookSignature(*secret, now, *body)},
                          now, job);
}

} // namespace pricewright
