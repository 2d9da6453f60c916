// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/revenue/StripeGateway.h"

#include "base/Json.h"
#include "base/Words.h"
#include "pipeline/revenue/StripeSignature.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QUrlQuery>

namespace pricewright {
namespace {

constexpr Duration kLookAtStop = std::chrono::milliseconds(100);
constexpr qsizetype kLongestRefusal = 100'000;
constexpr char kBearer[] = "Authorization: Bearer ";
constexpr char kVersion[] = "Stripe-Version: 2024-06-20"; // the objects' shape does not change under us

const char* listOf(MovementKind kind) {
  switch (kind) {
  case MovementKind::Intent:
    return "payment_intents";
  case MovementKind::Charge:
    return "charges";
  case MovementKind::Refund:
    return "refunds";
  case MovementKind::Dispute:
    return "disputes";
  case MovementKind::Fee:
    return "balance_transactions";
  }
  return "";
}

bool mayPass(const FetchAnswer& a) {
  if (a.error.isEmpty())
    return a.status == 409 || a.status == 429 || a.status >= 500;
  static const QStringList kPassing{s("fetch.timeout"),     s("fetch.slow"),       s("fetch.no-connection"),
                                    s("fetch.broken-off"),  s("fetch.no-address"), s("fetch.bad-answer"),
                                    s("fetch.bad-encoding")};
  return kPassing.contains(a.error);
}

Error errorOf(const FetchAnswer& a) {
  if (a.error == u"fetch.cancelled")
    return fail(s("gateway.cancelled"));
  if (!a.error.isEmpty())
    return fail(a.error);
  const bool refused = a.status == 401 || a.status == 403;
  // Only Stripe itself can say that it does not know something: anybody's web server has pages that are missing.
  const QJsonObject told = QJsonDocument::fromJson(a.body.left(kLongestRefusal)).object();
  return fail(refused           ? s("gateway.login")
              : a.status == 429 ? s("gateway.busy")
                                : s("gateway.http"),
              {{s("status"), QString::number(a.status)},
               {s("reason"), told.value(u"error").toObject().value(u"code").toString().left(kLongestStripeId)}});
}

bool isUnknownThere(const Error& e) {
  return e.is(u"gateway.http") && e.arguments.value(s("status")) == u"404" &&
         e.arguments.value(s("reason")) == u"resource_missing";
}

bool isOfTestMode(QByteArrayView key) { return key.startsWith("sk_test_") || key.startsWith("rk_test_"); }

QString stripeIdOf(const QJsonObject& object) { return object.value(u"id").toString().left(kLongestStripeId); }

// Something else stands where an object of this kind should.
Error notOf(MovementKind kind, const QJsonObject& object) {
  return fail(s("gateway.bad-object"), {{s("object"), stripeIdOf(object)}, {s("why"), movementKindName(kind)}});
}

} // namespace

QString stripeKeyName(const QUrl& api) { return s("stripe.") + api.host(QUrl::FullyEncoded).toLower(); }

StripeGateway::StripeGateway(StripeSettings settings, SecretStore& secrets, const Clock& clock, StripeTools tools)
    : m_settings(std::move(settings)), m_secrets(secrets), m_clock(clock), m_tools(std::move(tools)),
      m_random(m_tools.seed) {}
StripeGateway::~StripeGateway() = default;

Result<EventFacts> StripeGateway::verify(const QByteArray& body, const WebhookHeaders& headers, Instant now) const {
  QByteArray header;
  for (auto it = headers.begin(); it != headers.end(); ++it)
    if (it.key().compare(u"Stripe-Signature", Qt::CaseInsensitive) == 0)
      header = it.value();
  PW_TRY(std::optional<QByteArray> kept, m_secrets.read(s(kStripeSigningName)));
  if (!kept)
    return fail(s("gateway.no-secret"), {{s("name"), s(kStripeSigningName)}});
  std::vector<QByteArray> secrets;
  QList<QByteArray> words = kept->replace(',', ' ').simplified().split(' ');
  for (QByteArray& word : words)
    secrets.push_back(std::move(word));
  const Status good = checkStripeSignature(body, header, secrets, now, m_settings.tolerance);
  for (QByteArray& secret : secrets)
    wipe(secret);
  wipe(*kept);
  PW_CHECK(good);
  return readEvent(body);
}

Result<EventFacts> StripeGateway::readEvent(const QByteArray& body) const {
  return readStripeEvent(body, m_settings.reading);
}

Result<QByteArray> StripeGateway::authorization() const {
  const std::optional<IpAddress> inside = parseIpAddress(m_settings.api.host());
  if (m_settings.api.scheme() != u"https" && !(inside && m_settings.allowed.contains(*inside)))
    return fail(s("gateway.not-encrypted"), {{s("host"), m_settings.api.host()}});
  const QString name = stripeKeyName(m_settings.api);
  PW_TRY(std::optional<QByteArray> key, m_secrets.read(name));
  if (!key)
    return fail(s("gateway.no-key"), {{s("name"), name}});
  const WipeAtEnd wiped(*key);
  const QByteArray plain = key->trimmed();
  if (plain.isEmpty() || std::any_of(plain.begin(), plain.end(), [](char c) { return c <= ' ' || c > '~'; }))
    return fail(s("gateway.no-key"), {{s("name"), name}});
  // Not every object says which mode it is of: the key does.
  if (!m_settings.reading.testModeCounts && isOfTestMode(plain))
    return fail(s("gateway.test-mode"), {{s("object"), name}});
  return kBearer + plain;
}

FetchAnswer StripeGateway::ask(const QUrl& url, const QList<QByteArray>& headers, const JobContext& job) {
  ++m_requests;
  if (m_tools.get)
    return m_tools.get(url, headers, job);
  if (!m_fetcher) {
    PageFetcher::Settings how;
    how.userAgent = "Pricewright/1.0", how.allowed = m_settings.allowed, how.limits.redirects = 0;
    m_fetcher = std::make_unique<PageFetcher>(std::move(how));
  }
  FetchRequest request;
  request.url = url, request.headers = headers;
  request.mayFollow = [](const QUrl&) { return false; }; // the key goes nowhere else
  std::optional<FetchAnswer> got;
  m_fetcher->start(std::move(request), [&](FetchAnswer answer) { got = std::move(answer); });
  while (!got) {
    if (job.cancelled())
      m_fetcher->cancelAll();
    else
      m_fetcher->perform(kLookAtStop);
  }
  return std::move(*got);
}

void StripeGateway::pause(Duration time, const JobContext& job) {
  if (m_tools.wait)
    return m_tools.wait(time);
  PageFetcher::Settings plain;
  if (!m_fetcher)
    m_fetcher = std::make_unique<PageFetcher>(std::move(plain));
  for (const auto until = std::chrono::steady_clock::now() + time;
       !job.cancelled() && std::chrono::steady_clock::now() < until;)
    m_fetcher->idle(std::min(kLookAtStop, std::chrono::ceil<Duration>(until - std::chrono::steady_clock::now())));
}

// SplitMix64; uniform in [0, 1).
double StripeGateway::jitter() {
  m_random += 0x9e3779b97f4a7c15ULL;
  std::uint64_t z = m_random;
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
  return double((z ^ (z >> 31)) >> 11) / 9007199254740992.0;
}

Result<QJsonObject> StripeGateway::get(const QUrl& url, const JobContext& job) {
  PW_TRY(QByteArray key, authorization());
  const WipeAtEnd wiped(key);
  std::optional<FetchAnswer> last;
  std::optional<Error> final; // that no other try will mend
  const auto attempt = [&]() -> Status {
    last = ask(url, {key, kVersion}, job);
    if (last->isOk())
      return {};
    const Error error = errorOf(*last);
    if (!mayPass(*last) || (last->retryAfter && *last->retryAfter > m_settings.longestWait)) {
      final = error;
      return {};
    }
    return error;
  };
  const RetryTools tools{
      [&](Duration backoff) { pause(last && last->retryAfter ? std::max(backoff, *last->retryAfter) : backoff, job); },
      [this] { return jitter(); }};
  if (const Status done = retry(m_settings.retry, tools, job, attempt); !done)
    return done.error().is(u"job.cancelled") ? fail(s("gateway.cancelled")) : done.error();
  if (final)
    return *final;
  const Result<QJsonObject> read = parseObject(last->body);
  if (!read)
    return fail(s("gateway.unreadable"), {{s("why"), s("JSON")}}).causedBy(read.error());
  return *read;
}

Status StripeGateway::eachItem(const char* list, Instant from, Instant to,
                               const std::function<Status(const QJsonObject&)>& take, const JobContext& job) {
  const auto seconds = [](Instant at) {
    return QString::number(std::chrono::floor<std::chrono::seconds>(at).time_since_epoch().count());
  };
  QString after;
  for (int page = 0;; ++page) {
    if (page >= m_settings.mostPages)
      return fail(s("gateway.too-many-pages"), {{s("limit"), QString::number(m_settings.mostPages)}});
    QUrlQuery query;
    query.addQueryItem(s("limit"), QString::number(m_settings.pageSize));
    query.addQueryItem(s("created[gte]"), seconds(from)), query.addQueryItem(s("created[lte]"), seconds(to));
    if (!after.isEmpty())
      query.addQueryItem(s("starting_after"), after);
    QUrl url = m_settings.api;
    url.setPath(m_settings.api.path() + s("/v1/") + s(list)), url.setQuery(query);
    PW_TRY(const QJsonObject answer, get(url, job));
    if (!answer.value(u"data").isArray())
      return fail(s("gateway.unreadable"), {{s("why"), s("data")}});
    const QJsonArray data = answer.value(u"data").toArray();
    for (const QJsonValue& item : data)
      PW_CHECK(take(item.toObject()));
    if (!answer.value(u"has_more").toBool())
      return {};
    const QString last = data.isEmpty() ? QString() : data.last().toObject().value(u"id").toString();
    if (last.isEmpty() || last == after) // it would never end
      return fail(s("gateway.loop"));
    after = last;
  }
}

Result<QString> StripeGateway::account(const JobContext& job) {
  PW_TRY(QByteArray key, authorization());
  const WipeAtEnd wiped(key);
  const bool isTest = isOfTestMode(QByteArrayView(key).sliced(qsizetype(qstrlen(kBearer))));
  QUrl url = m_settings.api;
  url.setPath(m_settings.api.path() + s("/v1/account"));
  const Result<QJsonObject> told = get(url, job);
  if (!told && told.error().arguments.value(s("status")) == u"403") // a restricted key
    return fail(s("gateway.no-account")).causedBy(told.error());
  if (!told)
    return told.error();
  const QString id = stripeIdOf(*told);
  if (id.isEmpty() || told->value(u"object").toString() != u"account")
    return fail(s("gateway.unreadable"), {{s("why"), s("account")}});
  return isTest ? id + s("/test") : id;
}

Status StripeGateway::pageObjects(MovementKind kind, Instant from, Instant to, const ObjectSink& sink,
                                  const JobContext& job) {
  const Instant asOf = m_clock.now();
  const auto take = [&](const QJsonObject& object) -> Status {
    Result<std::optional<Movement>> m = readStripeObject(object, asOf, m_settings.reading);
    if (!m)
      return m.error().is(u"gateway.test-mode") ? Status() : sink(m.error().with(s("object"), stripeIdOf(object)));
    if (*m && (*m)->kind == kind)
      return sink(std::move(**m));
    const bool isFreeBooking =
        kind == MovementKind::Fee && object.value(u"object").toString() == u"balance_transaction";
    return isFreeBooking ? Status() : sink(notOf(kind, object));
  };
  return eachItem(listOf(kind), from, to, take, job);
}

Status StripeGateway::pageEvents(Instant from, Instant to, const EventSink& sink, const JobContext& job) {
  const auto take = [&](const QJsonObject& object) -> Status {
    Result<EventFacts> event = readStripeEvent(object, m_settings.reading);
    return event ? sink(std::move(event)) : sink(event.error().with(s("object"), stripeIdOf(object)));
  };
  return eachItem("events", from, to, take, job);
}

Result<std::optional<Movement>> StripeGateway::fetch(MovementKind kind, const QString& objectId,
                                                     const JobContext& job) {
  const bool isId = !objectId.isEmpty() && std::all_of(objectId.begin(), objectId.end(), [](QChar c) {
    return (c >= u'0' && c <= u'9') || (c >= u'A' && c <= u'Z') || (c >= u'a' && c <= u'z') || c == u'_';
  });
  if (!isId) // it would be another address
    return std::optional<Movement>();
  QUrl url = m_settings.api;
  url.setPath(m_settings.api.path() + s("/v1/") + s(listOf(kind)) + u'/' + objectId);
  const Result<QJsonObject> object = get(url, job);
  if (!object && isUnknownThere(object.error()))
    return std::optional<Movement>();
  if (!object)
    return object.error().is(u"gateway.unreadable") ? object.error().with(s("object"), objectId) : object.error();
  Result<std::optional<Movement>> m = readStripeObject(*object, m_clock.now(), m_settings.reading);
  if (!m)
    return m.error().is(u"gateway.test-mode") ? Result<std::optional<Movement>>(std::nullopt)
                                              : m.error().with(s("object"), objectId);
  if (!*m || (*m)->kind != kind || (*m)->objectId != objectId) // an answer, but not to what was asked
    return notOf(kind, *object).with(s("object"), objectId);
  return m;
}

} // namespace pricewright
