// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetching/PageFetcher.h"

#include "fetching/ContentDecoding.h"
#include "fetching/CurlParts.h"
#include "fetching/Url.h"

#include <algorithm>
#include <vector>

namespace pricewright {
namespace {

constexpr qsizetype kLongestHeader = 8192;
constexpr qsizetype kMostHeaders = 200'000; // bytes, of an answer; libcurl gives up at 300,000
constexpr int kMostAtOnce = 256;
constexpr Duration kClockSlack{20}; // between two clocks that tell one deadline

QString errorOf(CURLcode code) {
  switch (code) {
  case CURLE_OPERATION_TIMEDOUT:
    return QStringLiteral("fetch.timeout");
  case CURLE_COULDNT_RESOLVE_HOST:
  case CURLE_COULDNT_RESOLVE_PROXY:
    return QStringLiteral("fetch.no-address");
  case CURLE_COULDNT_CONNECT:
    return QStringLiteral("fetch.no-connection");
  case CURLE_PEER_FAILED_VERIFICATION:
  case CURLE_SSL_CONNECT_ERROR:
  case CURLE_SSL_CERTPROBLEM:
  case CURLE_SSL_CIPHER:
  case CURLE_SSL_CACERT_BADFILE:
  case CURLE_SSL_ISSUER_ERROR:
    return QStringLiteral("fetch.tls");
  case CURLE_BAD_CONTENT_ENCODING:
    return QStringLiteral("fetch.bad-encoding");
  case CURLE_WEIRD_SERVER_REPLY:
  case CURLE_UNSUPPORTED_PROTOCOL:
    return QStringLiteral("fetch.bad-answer");
  default: // resets, ends in the middle, broken frames
    return QStringLiteral("fetch.broken-off");
  }
}

bool isRedirect(int status) {
  return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

// The value of a header line of that name; null view where it is another.
QByteArrayView headerValue(QByteArrayView line, const char* name) {
  const auto size = qsizetype(qstrlen(name));
  if (line.size() <= size || line[size] != ':' || qstrnicmp(line.data(), size, name, size) != 0)
    return {};
  return line.sliced(size + 1).trimmed();
}

} // namespace

std::optional<Duration> parseRetryAfter(QByteArrayView value, Instant now) {
  constexpr Duration kLongest = std::chrono::hours(24);
  const QByteArray text = value.trimmed().toByteArray();
  bool isNumber = false;
  const qlonglong seconds = text.toLongLong(&isNumber);
  if (isNumber)
    return seconds < 0 ? std::nullopt
                       : std::optional(std::min<Duration>(kLongest, std::chrono::seconds(std::min(seconds, 86'400LL))));
  const time_t at = text.isEmpty() || text.size() > 64 ? -1 : curl_getdate(text.constData(), nullptr);
  if (at < 0)
    return std::nullopt;
  return std::clamp<Duration>(fromMillis(qint64(at) * 1000) - now, Duration(0), kLongest);
}

// One request with the redirects that it leads through.
class PageFetcher::Transfer {
 public:
  Transfer(FetchRequest request, Done done, const Settings& settings)
      : m_request(std::move(request)), m_done(std::move(done)), m_settings(settings), m_easy(curl_easy_init()),
        m_began(std::chrono::steady_clock::now() - m_request.spent), m_decoding(settings.limits.bytes) {
    m_answer.finalUrl = m_request.url, m_answer.redirects = m_request.redirects;
    prepare();
  }
  CURL* easy() const { return m_easy.get(); }
  Duration spent() const { return std::chrono::duration_cast<Duration>(std::chrono::steady_clock::now() - m_began); }

  // What the next hop needs anew.
  void aim() {
    m_location.clear(), m_encoding.clear(), m_answer.body.clear(), m_answer.contentType.clear();
    m_answer.retryAfter.reset(), m_hasBody = false, m_headerBytes = 0;
    set(CURLOPT_URL, m_answer.finalUrl.toEncoded().constData());
    set(CURLOPT_TIMEOUT_MS, long(std::max<qint64>(1, (m_settings.limits.total - spent()).count())));
  }

  // True: there is another hop to make.
  bool end(CURLcode code) {
    long status = 0;
    curl_easy_getinfo(easy(), CURLINFO_RESPONSE_CODE, &status);
    m_answer.status = int(status);
    curl_off_t bytes = 0;
    curl_easy_getinfo(easy(), CURLINFO_SIZE_DOWNLOAD_T, &bytes);
    m_answer.bytesOnWire += bytes;
    m_answer.address = m_watch.address;
    if (!m_refusal.isEmpty() || !m_watch.refusal.isEmpty())
      m_answer.error = m_refusal.isEmpty() ? m_watch.refusal : m_refusal;
    else if (code != CURLE_OK)
      m_answer.error = code == CURLE_OPERATION_TIMEDOUT && spent() + kClockSlack < m_settings.limits.total
                           ? QStringLiteral("fetch.slow")
                           : errorOf(code);
    else if (isRedirect(m_answer.status) && !m_location.isEmpty())
      return follow();
    else if (!isWhole())
      m_answer.error = QStringLiteral("fetch.broken-off");
    return false;
  }

  void tell(const QString& error = {}) {
    if (!error.isEmpty())
      m_answer.error = error;
    m_answer.took = spent();
    m_answer.cookies = cookiesNow();
    const bool brokeOff = m_answer.error == u"fetch.broken-off" || m_answer.error == u"fetch.slow" ||
                          m_answer.error == u"fetch.timeout" || m_answer.error == u"fetch.bad-answer";
    constexpr int kGood = 200;
    if (brokeOff && m_request.keepsPart && m_answer.status == kGood)
      m_answer.part = std::move(m_answer.body);
    if (!m_answer.error.isEmpty())
      m_answer.body.clear(); // half of a page is no page
    m_done(std::move(m_answer));
  }

 private:
  template <class T> void set(CURLoption option, T value) { curl_easy_setopt(easy(), option, value); }

  void prepare() {
    set(CURLOPT_PRIVATE, this);
    set(CURLOPT_PROTOCOLS_STR, "http,https");
    set(CURLOPT_FOLLOWLOCATION, 0L); // each hop is looked at
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_USERAGENT, m_settings.userAgent.constData());
    set(CURLOPT_ACCEPT_ENCODING, "gzip, deflate, br");
    set(CURLOPT_HTTP_CONTENT_DECODING, 0L); // libcurl takes a packed stream that is cut off for a whole one
    set(CURLOPT_HTTP_VERSION, long(CURL_HTTP_VERSION_2TLS));
    set(CURLOPT_SSLVERSION, long(CURL_SSLVERSION_TLSv1_2));
    if (!m_settings.caFile.isEmpty())
      set(CURLOPT_CAINFO, m_settings.caFile.constData());
    set(CURLOPT_PROXY, m_request.proxy.toUtf8().constData());
    set(CURLOPT_CONNECTTIMEOUT_MS, long(m_settings.limits.connect.count()));
    set(CURLOPT_LOW_SPEED_LIMIT, long(m_settings.limits.slowestRate));
    set(CURLOPT_LOW_SPEED_TIME,
        long(std::max<qint64>(1, std::chrono::duration_cast<std::chrono::seconds>(m_settings.limits.slowFor).count())));
    set(CURLOPT_WRITEFUNCTION, &Transfer::takeBody);
    set(CURLOPT_WRITEDATA, this);
    set(CURLOPT_HEADERFUNCTION, &Transfer::takeHeader);
    set(CURLOPT_HEADERDATA, this);
    m_watch.allowed = &m_settings.allowed, m_watch.guards = m_request.proxy.isEmpty();
    watchAddresses(easy(), m_watch);
    set(CURLOPT_COOKIEFILE, "");
    const QList<QByteArray> lines = m_request.cookies.split('\n');
    for (const QByteArray& line : lines)
      if (!line.isEmpty())
        set(CURLOPT_COOKIELIST, line.constData());
    m_headers.reset(headers());
    set(CURLOPT_HTTPHEADER, m_headers.get());
    aim();
  }

  curl_slist* headers() const {
    curl_slist* list =
        curl_slist_append(nullptr, "Accept: text/html,application/xhtml+xml,application/json;q=0.9,*/*;q=0.5");
    const auto add = [&](const char* name, const QByteArray& value) {
      if (!value.isEmpty() && !value.contains('\n') && !value.contains('\r'))
        list = curl_slist_append(list, (QByteArray(name) + ": " + value).constData());
    };
    add("Accept-Language", m_request.language);
    add("If-None-Match", m_request.etag);
    add("If-Modified-Since", m_request.lastModified);
    for (const QByteArray& line : m_request.headers)
      if (!line.contains('\n') && !line.contains('\r') && !line.contains('\0'))
        list = curl_slist_append(list, line.constData());
    return list;
  }

  bool follow() {
    if (++m_answer.redirects > m_settings.limits.redirects)
      return refuse(QStringLiteral("fetch.too-many-redirects"));
    const QUrl next = m_answer.finalUrl.resolved(QUrl::fromEncoded(m_location));
    const Result<QUrl> url = admissibleUrl(QString::fromLatin1(next.toEncoded()), m_settings.allowed);
    if (!url)
      return refuse(url.error().is(u"fetch.private-address") ? url.error().code : QStringLiteral("fetch.bad-redirect"));
    if (m_request.mayFollow && !m_request.mayFollow(*url))
      return refuse(QStringLiteral("fetch.redirect-refused"));
    if (!m_request.follows) {
      m_answer.redirectTo = *url;
      return false;
    }
    if (!m_request.headers.isEmpty() &&
        url->authority() + url->scheme() != m_answer.finalUrl.authority() + m_answer.finalUrl.scheme()) {
      m_request.headers.clear(); // keys are for the service that was named
      m_headers.reset(headers());
      set(CURLOPT_HTTPHEADER, m_headers.get());
    }
    m_answer.finalUrl = *url;
    aim();
    return true;
  }
  bool refuse(const QString& error) {
    m_answer.error = error;
    return false;
  }

  // A page whose packed stream has not come to its end has been cut off, though the transfer looks whole. Error pages
  // are not read: they may be as they are.
  bool isWhole() {
    constexpr int kPart = 206; // nobody asked for one
    if (m_answer.status == kPart)
      return false;
    if (m_answer.status < 200 || m_answer.status >= 300 || m_answer.status == 204 || m_encoding.isEmpty())
      return true;
    curl_off_t length = -1; // an empty body that says so is what it says
    curl_easy_getinfo(easy(), CURLINFO_CONTENT_LENGTH_DOWNLOAD_T, &length);
    return m_hasBody ? m_decoding.isWhole() : length == 0;
  }

  bool unpack(QByteArrayView bytes) {
    if (!m_hasBody)
      m_decoding.setEncodings(m_encoding);
    m_hasBody = true;
    switch (m_decoding.take(bytes, m_answer.body)) {
    case ContentDecoding::Outcome::Good:
      return true;
    case ContentDecoding::Outcome::Broken:
      m_refusal = QStringLiteral("fetch.bad-encoding");
      return false;
    case ContentDecoding::Outcome::TooLarge:
      break;
    }
    m_refusal = QStringLiteral("fetch.too-large");
    return false;
  }

  QByteArray cookiesNow() const {
    curl_slist* list = nullptr;
    if (curl_easy_getinfo(easy(), CURLINFO_COOKIELIST, &list) != CURLE_OK)
      return {};
    const CurlList owned(list);
    QByteArray out;
    for (const curl_slist* line = list; line && out.size() < 64'000; line = line->next)
      out += QByteArray(line->data) + '\n';
    return out;
  }

  static std::size_t takeBody(char* data, std::size_t size, std::size_t count, void* self) {
    auto& t = *static_cast<Transfer*>(self);
    const std::size_t bytes = size * count;
    return t.unpack(QByteArrayView(data, qsizetype(bytes))) ? bytes : 0;
  }

  static std::size_t takeHeader(char* data, std::size_t size, std::size_t count, void* self) {
    auto& t = *static_cast<Transfer*>(self);
    const QByteArrayView line(data, qsizetype(size * count));
    t.m_headerBytes += line.size();
    if (t.m_headerBytes > kMostHeaders) {
      t.m_refusal = QStringLiteral("fetch.too-large");
      return 0;
    }
    if (line.size() > kLongestHeader)
      return size * count; // whatever it is, it is nothing that matters here
    FetchAnswer& a = t.m_answer;
    const auto take = [&](const char* name, QByteArray& into) {
      if (const QByteArrayView value = headerValue(line, name); !value.isNull())
        into = value.toByteArray();
    };
    if (line.startsWith("HTTP/"))
      t.m_location.clear(), t.m_encoding.clear(), a.contentType.clear(), a.etag.clear(), a.lastModified.clear();
    take("location", t.m_location), take("content-type", a.contentType), take("etag", a.etag);
    if (const QByteArrayView value = headerValue(line, "content-encoding"); !value.isNull()) {
      t.m_encoding += t.m_encoding.isEmpty() ? "" : ","; // several lines are one list
      t.m_encoding += value;
    }
    take("last-modified", a.lastModified), take("server", a.server);
    if (const QByteArrayView value = headerValue(line, "retry-after"); !value.isNull())
      a.retryAfter = parseRetryAfter(value, SystemClock().now());
    return size * count;
  }

  FetchRequest m_request;
  Done m_done;
  const Settings& m_settings;
  AddressWatch m_watch;
  CurlEasy m_easy;
  CurlList m_headers;
  std::chrono::steady_clock::time_point m_began;
  FetchAnswer m_answer;
  QByteArray m_location, m_encoding;
  ContentDecoding m_decoding;
  bool m_hasBody = false;
  qsizetype m_headerBytes = 0;
  QString m_refusal;
};

struct PageFetcher::Multi {
  explicit Multi(Settings s) : settings(std::move(s)), handle(curl_multi_init()) {
    curl_multi_setopt(handle, CURLMOPT_MAX_TOTAL_CONNECTIONS, long(kMostAtOnce));
    curl_multi_setopt(handle, CURLMOPT_PIPELINING, long(CURLPIPE_MULTIPLEX));
  }
  ~Multi() {
    for (const auto& t : transfers)
      curl_multi_remove_handle(handle, t->easy());
    transfers.clear();
    curl_multi_cleanup(handle);
  }
  Multi(const Multi&) = delete;

  std::unique_ptr<Transfer> take(const Transfer* which) {
    const auto at = std::find_if(transfers.begin(), transfers.end(), [&](const auto& t) { return t.get() == which; });
    if (at == transfers.end())
      return nullptr;
    std::unique_ptr<Transfer> out = std::move(*at);
    transfers.erase(at);
    curl_multi_remove_handle(handle, out->easy());
    return out;
  }

  Settings settings;
  CURLM* handle;
  std::vector<std::unique_ptr<Transfer>> transfers;
};

PageFetcher::PageFetcher(Settings settings) {
  startCurl();
  m = std::make_unique<Multi>(std::move(settings));
}
PageFetcher::~PageFetcher() = default;

int PageFetcher::running() const { return int(m->transfers.size()); }

void PageFetcher::start(FetchRequest request, Done done) {
  m->transfers.push_back(std::make_unique<Transfer>(std::move(request), std::move(done), m->settings));
  curl_multi_add_handle(m->handle, m->transfers.back()->easy());
}

bool PageFetcher::perform(Duration wait) {
  int left = 0;
  curl_multi_perform(m->handle, &left);
  if (left > 0 && wait.count() > 0) {
    curl_multi_poll(m->handle, nullptr, 0, int(std::min<qint64>(wait.count(), 60'000)), nullptr);
    curl_multi_perform(m->handle, &left);
  }
  int queued = 0;
  while (CURLMsg* message = curl_multi_info_read(m->handle, &queued)) {
    if (message->msg != CURLMSG_DONE)
      continue;
    Transfer* which = nullptr;
    curl_easy_getinfo(message->easy_handle, CURLINFO_PRIVATE, &which);
    const CURLcode code = message->data.result; // `message` is gone after the next call
    if (which->end(code)) {
      curl_multi_remove_handle(m->handle, which->easy());
      curl_multi_add_handle(m->handle, which->easy());
    } else if (const std::unique_ptr<Transfer> ended = m->take(which)) {
      ended->tell();
    }
  }
  return !m->transfers.empty();
}

void PageFetcher::idle(Duration wait) {
  curl_multi_poll(m->handle, nullptr, 0, int(std::clamp<qint64>(wait.count(), 0, 60'000)), nullptr);
}

void PageFetcher::cancelAll() {
  while (!m->transfers.empty())
    m->take(m->transfers.back().get())->tell(QStringLiteral("fetch.cancelled"));
}

} // namespace pricewright
