// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "feeds/FeedHttp.h"

#include "base/Json.h"
#include "base/Words.h"
#include "feeds/JsonFeed.h"
#include "feeds/XmlFeed.h"
#include "fetching/ContentDecoding.h"
#include "fetching/Url.h"

#include <QUrlQuery>

namespace pricewright {
namespace {

constexpr Duration kLookAtStop = std::chrono::milliseconds(100);

// Failures that another try may mend.
bool mayPass(const FetchAnswer& a) {
  if (a.error.isEmpty())
    return a.status == 408 || a.status == 425 || a.status == 429 || a.status >= 500;
  static const QStringList kPassing{s("fetch.timeout"),     s("fetch.slow"),       s("fetch.no-connection"),
                                    s("fetch.broken-off"),  s("fetch.no-address"), s("fetch.bad-answer"),
                                    s("fetch.bad-encoding")};
  return kPassing.contains(a.error);
}

Error errorOfAnswer(const FetchAnswer& a) {
  if (a.error == u"fetch.cancelled")
    return fail(s("feed.cancelled"));
  if (!a.error.isEmpty())
    return fail(a.error);
  const bool refused = a.status == 401 || a.status == 403;
  return fail(refused ? s("feed.login-refused") : s("feed.http"), {{s("status"), QString::number(a.status)}});
}

QUrl withParameter(const QUrl& url, const QString& name, const QString& value) {
  QUrl out = url;
  QUrlQuery query(url);
  query.removeAllQueryItems(name);
  query.addQueryItem(name, QString::fromLatin1(QUrl::toPercentEncoding(value)));
  out.setQuery(query);
  return out;
}

bool isSameSite(const QUrl& a, const QUrl& b) { return a.scheme() == b.scheme() && a.authority() == b.authority(); }

// A packed file that broke off, as far as it can be unpacked.
QByteArray unpackedPart(const QByteArray& part, qint64 most) {
  if (!part.startsWith("\x1f\x8b"))
    return part;
  ContentDecoding gzip(most);
  gzip.setEncodings("gzip");
  QByteArray plain;
  return gzip.take(part, plain) == ContentDecoding::Outcome::Good ? plain : QByteArray();
}

// Of a table that was cut off the rows that surely came whole: up to the last end of a line outside of quotes. "3.4" of
// a price of 3.49 is a price as well, so the rest is none. JSON and XML say by themselves where a row ends.
QByteArray wholeRows(FeedKind kind, QByteArray part) {
  if (kind != FeedKind::Table)
    return part;
  if (part.contains('\0')) // UTF-16: its ends of lines are not told by single bytes
    return {};
  qsizetype end = 0;
  bool isQuoted = false;
  for (qsizetype i = 0; i < part.size(); ++i) {
    isQuoted = isQuoted != (part[i] == '"');
    if (part[i] == '\n' && !isQuoted)
      end = i + 1;
  }
  part.truncate(end);
  return part;
}

QString basePath(QString path) {
  if (const qsizetype list = path.indexOf(u"/list/product"); list >= 0)
    path.truncate(list);
  while (path.endsWith(u'/'))
    path.chop(1);
  return path;
}

} // namespace

Status FeedHttp::run() {
  PW_TRY(m_start, admissibleUrl(m_task.location.trimmed(), m_client.settings().allowed));
  PW_CHECK(checkSecret());
  switch (m_task.kind) {
  case FeedKind::Prisync:
    return pullPrisync();
  case FeedKind::Json:
    return pullPages();
  default:
    return pullOne();
  }
}

// A key is told to nobody on the way. Addresses that the user has allowed inside may do without TLS.
Status FeedHttp::checkSecret() {
  constexpr qsizetype kLongest = 4096;
  const QString& secret = m_task.secret;
  if (m_task.kind == FeedKind::Prisync && !secret.contains(u':'))
    return fail(s("feed.bad-secret"));
  if (secret.isEmpty())
    return {};
  if (secret.size() > kLongest ||
      std::any_of(secret.begin(), secret.end(), [](QChar c) { return c < u' ' || c > u'~'; }))
    return fail(s("feed.bad-secret"));
  const std::optional<IpAddress> address = parseIpAddress(m_start.host());
  if (m_start.scheme() != u"https" && !(address && m_client.settings().allowed.contains(*address)))
    return fail(s("feed.not-encrypted"), {{s("host"), m_start.host()}});
  return {};
}

FetchAnswer FeedHttp::ask(const QUrl& url) {
  FetchRequest request;
  request.url = url, request.keepsPart = true;
  const QByteArray secret = m_task.secret.toLatin1();
  if (m_task.kind == FeedKind::Prisync)
    request.headers = {"apikey: " + secret.left(secret.lastIndexOf(':')),
                       "apitoken: " + secret.mid(secret.lastIndexOf(':') + 1)};
  else if (!secret.isEmpty() && !m_task.mapping.authHeader.isEmpty())
    request.headers = {m_task.mapping.authHeader + ": " + m_task.mapping.authPrefix + secret};
  else if (!secret.isEmpty() && !m_task.mapping.authParameter.isEmpty())
    request.url = withParameter(url, m_task.mapping.authParameter, m_task.secret);
  std::optional<FetchAnswer> got;
  ++m_out.requests;
  m_last = m_client.clock().now();
  m_client.m_fetcher->start(std::move(request), [&](FetchAnswer answer) { got = std::move(answer); });
  while (!got) {
    if (m_job.cancelled())
      m_client.m_fetcher->cancelAll();
    else
      m_client.m_fetcher->perform(kLookAtStop);
  }
  m_out.bytes += got->bytesOnWire;
  return std::move(*got);
}

void FeedHttp::pause(Duration time) {
  if (time <= Duration(0))
    return;
  if (m_client.wait)
    return m_client.wait(time);
  for (const auto until = std::chrono::steady_clock::now() + time;
       !m_job.cancelled() && std::chrono::steady_clock::now() < until;)
    m_client.m_fetcher->idle(
        std::min(kLookAtStop, std::chrono::ceil<Duration>(until - std::chrono::steady_clock::now())));
}

Result<QByteArray> FeedHttp::get(const QUrl& url) {
  const Duration spacing = Duration(std::chrono::minutes(1)) / std::max(1, m_task.requestsAMinute);
  m_part.clear();
  for (int attempt = 1;; ++attempt) {
    if (m_last) // a clock that is set back does not make it wait longer
      pause(std::min(spacing, *m_last + spacing - m_client.clock().now()));
    if (m_job.cancelled())
      return fail(s("feed.cancelled"));
    FetchAnswer answer = ask(url);
    if (answer.isOk()) {
      m_part.clear();
      return std::move(answer.body);
    }
    if (answer.part.size() > m_part.size())
      m_part = std::move(answer.part);
    const bool tooLong = answer.retryAfter && *answer.retryAfter > m_client.settings().longestWait;
    if (answer.retryAfter && mayPass(answer))
      m_out.notBefore = m_client.clock().now() + *answer.retryAfter;
    if (!mayPass(answer) || tooLong || attempt > m_client.settings().retries)
      return errorOfAnswer(answer);
    ++m_out.retries;
    pause(answer.retryAfter ? *answer.retryAfter : jitter(attempt));
    m_out.notBefore.reset();
  }
}

// SplitMix64; full jitter (uniform below the bound).
Duration FeedHttp::jitter(int attempt) {
  std::uint64_t& state = m_client.m_random;
  state += 0x9e3779b97f4a7c15ULL;
  std::uint64_t z = state;
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
  const double uniform = double((z ^ (z >> 31)) >> 11) / 9007199254740992.0;
  const FeedClientSettings& how = m_client.settings();
  const double bound =
      std::min(double(how.retryCap.count()), double(how.retryBase.count()) * double(1 << std::min(attempt - 1, 20)));
  return Duration(qint64(uniform * bound));
}

// What came before it broke off is read as far as its rows are whole.
Status FeedHttp::endedEarly(const Error& why) {
  if (m_part.isEmpty() || m_task.kind == FeedKind::Prisync)
    return why;
  const QByteArray part = wholeRows(m_task.kind, unpackedPart(m_part, m_client.settings().limits.bytes));
  const qint64 before = m_intake.counts().items + m_intake.counts().unreadable;
  m_intake.seenAt = m_client.clock().now();
  if (!part.isEmpty()) {
    const Status read = readFeedBytes(m_task.kind, part, m_task.mapping, m_intake);
    if (!read && (read.error().is(u"feed.cancelled") || read.error().is(u"feed.too-many-items")))
      return read;
  }
  const qint64 rows = m_intake.counts().items + m_intake.counts().unreadable - before;
  return fail(s("feed.broken-off"), {{s("bytes"), QString::number(m_part.size())},
                                     {s("line"), QString::number(m_part.count('\n') + 1)},
                                     {s("rows"), QString::number(rows)},
                                     {s("why"), why.code}});
}

Status FeedHttp::pullOne() {
  const Result<QByteArray> got = get(m_start);
  if (!got)
    return endedEarly(got.error());
  const QByteArray& bytes = *got;
  ++m_out.pages;
  m_intake.seenAt = m_client.clock().now();
  return readFeedBytes(m_task.kind, bytes, m_task.mapping, m_intake);
}

Result<QByteArray> FeedHttp::page(const QUrl& url) {
  if (m_out.pages >= m_client.settings().mostPages)
    return fail(s("feed.too-many-pages"), {{s("limit"), QString::number(m_client.settings().mostPages)}});
  const QString name = url.toString(QUrl::FullyEncoded);
  if (m_seen.contains(name))
    return fail(s("feed.loop"));
  m_seen.insert(name);
  PW_TRY(const QByteArray packed, get(url));
  PW_TRY(QByteArray bytes, unpackedFeed(packed, m_client.settings().limits.bytes));
  ++m_out.pages;
  m_intake.seenAt = m_client.clock().now();
  return bytes;
}

Result<QUrl> FeedHttp::nextUrl(const QString& text, const QUrl& from) const {
  const QUrl next = from.resolved(QUrl(text.trimmed()));
  PW_TRY(const QUrl url, admissibleUrl(QString::fromLatin1(next.toEncoded()), m_client.settings().allowed));
  if (!isSameSite(url, m_start))
    return fail(s("feed.next-elsewhere"), {{s("host"), url.host()}});
  return url;
}

Status FeedHttp::pullPages() {
  using Next = FeedMapping::Next;
  const FeedMapping& how = m_task.mapping;
  const bool counts = how.next == Next::Page || how.next == Next::Offset;
  qint64 place = how.from;
  QUrl url = counts ? withParameter(m_start, how.nextParameter, QString::number(place)) : m_start;
  for (;;) {
    const Result<QByteArray> got = page(url);
    if (!got)
      return endedEarly(got.error());
    const QByteArray& bytes = *got;
    const QByteArray digest = sha256(bytes);
    const bool isSame = digest == m_lastPage;
    m_lastPage = digest;
    if (isSame) {
      // An empty page may well look like the one before; one with items would never end.
      FeedIntake unread(m_intake.how(), [](const FeedItem&) {});
      const Result<JsonPage> again = readJsonPage(bytes, how, unread);
      return again && again->rows == 0 ? Status() : fail(s("feed.loop"));
    }
    PW_TRY(const JsonPage read, readJsonPage(bytes, how, m_intake));
    if (how.next == Next::None || (counts ? read.rows == 0 : read.next.isEmpty()))
      return {};
    if (how.next == Next::Url) {
      PW_TRY(url, nextUrl(read.next, url));
    } else if (how.next == Next::Token) {
      url = withParameter(m_start, how.nextParameter, read.next);
    } else {
      place += how.step > 0 ? how.step : how.next == Next::Page ? 1 : read.rows;
      url = withParameter(m_start, how.nextParameter, QString::number(place));
    }
  }
}

Status FeedHttp::pullPrisync() {
  QUrl base = m_start;
  base.setPath(basePath(base.path())), base.setQuery(QString());
  QUrl url = base;
  url.setPath(base.path() + (m_task.mapping.prisyncSummary ? s("/list/product/summary/startFrom/0")
                                                           : s("/list/product/startFrom/0")));
  for (;;) {
    PW_TRY(const QByteArray bytes, page(url));
    const QByteArray digest = sha256(bytes);
    if (digest == m_lastPage)
      return fail(s("feed.loop"));
    m_lastPage = digest;
    PW_TRY(PrisyncPage read, readPrisyncList(bytes, m_intake));
    if (!m_task.mapping.prisyncSummary)
      for (PrisyncProduct& product : read.products)
        PW_CHECK(pullProduct(base, product));
    if (read.next.isEmpty())
      return {};
    PW_TRY(url, nextUrl(read.next, url));
  }
}

// Where one address of a product does not come, the others still do; where the service fails, they do not.
Status FeedHttp::pullProduct(const QUrl& base, PrisyncProduct& product) {
  const auto at = [&](const char* path, const QString& id) {
    QUrl url = base;
    url.setPath(base.path() + s(path) + id);
    return url;
  };
  const auto fetched = [&](const QUrl& url, const auto& read) -> Status {
    const Result<QByteArray> bytes = get(url);
    const Status done = bytes ? read(*bytes) : Status(bytes.error());
    if (done || !(done.error().is(u"feed.bad-json") ||
                  (done.error().is(u"feed.http") && done.error().arguments.value(s("status")) == u"404")))
      return done;
    return m_intake.takeBroken(m_intake.counts().items + m_intake.counts().unreadable + 1, url.path());
  };
  m_intake.seenAt = m_client.clock().now();
  if (!product.knowsUrls && !product.id.isEmpty())
    PW_CHECK(fetched(at("/get/product/id/", product.id),
                     [&](const QByteArray& bytes) { return readPrisyncProduct(bytes, product, m_intake); }));
  const QStringList urls = product.urls;
  for (const QString& id : urls) {
    m_intake.seenAt = m_client.clock().now();
    PW_CHECK(fetched(at("/get/url/id/", id),
                     [&](const QByteArray& bytes) { return readPrisyncUrl(bytes, product, m_intake); }));
  }
  return {};
}

} // namespace pricewright
