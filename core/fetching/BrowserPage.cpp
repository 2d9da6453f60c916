// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetching/BrowserPage.h"

#include "base/Words.h"
#include "fetching/Url.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

namespace pricewright {
namespace {

constexpr qsizetype kMostOnTheWay = 10'000; // requests that are kept count of

QString text(const QJsonObject& o, const char* key) { return o.value(s(key)).toString(); }
QJsonObject object(const QJsonObject& o, const char* key) { return o.value(s(key)).toObject(); }

QByteArray headerOf(const QJsonObject& headers, const char* name) {
  for (auto h = headers.begin(); h != headers.end(); ++h)
    if (h.key().compare(QLatin1String(name), Qt::CaseInsensitive) == 0)
      return h.value().toString().toUtf8();
  return {};
}

// What network errors of the browser mean in this program's words.
struct NetworkWords {
  const char* begin;
  const char* code;
};
constexpr std::array kNetworkWords = {
    NetworkWords{"net::ERR_CERT_", "fetch.tls"},
    NetworkWords{"net::ERR_SSL_", "fetch.tls"},
    NetworkWords{"net::ERR_BAD_SSL_", "fetch.tls"},
    NetworkWords{"net::ERR_CONTENT_DECODING", "fetch.bad-encoding"},
    NetworkWords{"net::ERR_INVALID_", "fetch.bad-answer"},
    NetworkWords{"net::ERR_UNEXPECTED", "fetch.bad-answer"},
    NetworkWords{"net::ERR_RESPONSE_HEADERS", "fetch.bad-answer"},
    NetworkWords{"net::ERR_NAME_NOT_RESOLVED", "fetch.no-address"},
    NetworkWords{"net::ERR_TUNNEL_", "fetch.no-connection"},
    NetworkWords{"net::ERR_PROXY_", "fetch.no-connection"},
    NetworkWords{"net::ERR_TOO_MANY_REDIRECTS", "fetch.too-many-redirects"},
    NetworkWords{"net::ERR_TIMED_OUT", "fetch.timeout"},
    NetworkWords{"net::ERR_ABORTED", "fetch.bad-answer"}, // nothing that is shown: 204
};

// Read in a world of its own, where the page's scripts have changed nothing. %1: the most characters.
QString readingScript(qint64 most) {
  return s("(()=>{const d=document,r=d.documentElement,t=(d.doctype?'<!DOCTYPE '+d.doctype.name+'>':'')+"
           "(r?r.outerHTML:'');return{n:t.length,t:t.length>%1?'':t,u:location.href};})()")
      .arg(most);
}

} // namespace

// Pictures, films and fonts say nothing about a price; frames are other pages; the rest is for
// windows, or for those who count visitors.
bool BrowserPage::isLoaded(const QString& type) {
  return type == u"Document" || type == u"Script" || type == u"Stylesheet" || type == u"XHR" || type == u"Fetch" ||
         type == u"Preflight";
}

BrowserPage::BrowserPage(FetchRequest request, PageFetcher::Done done, const BrowserSettings& settings, Steady now)
    : m_request(std::move(request)), m_done(std::move(done)), m_settings(settings), m_began(now), m_active(now) {
  m_answer.finalUrl = m_request.url;
}

void BrowserPage::end(const QString& error) {
  if (m_isOver)
    return;
  m_isOver = true;
  m_answer.error = error;
  if (m_devTools && !m_target.isEmpty())
    m_devTools->call(s("Target.closeTarget"), {{s("targetId"), m_target}});
}

void BrowserPage::tell(Steady now) {
  m_answer.took = std::chrono::duration_cast<Duration>(now - m_began);
  m_answer.bytesOnWire = m_proxy ? m_proxy->bytes() : 0;
  m_answer.cookies = m_request.cookies; // the browser's own stay with it
  if (!m_answer.error.isEmpty())
    m_answer.body.clear();
  if (const auto done = std::exchange(m_done, {}))
    done(std::move(m_answer));
}

void BrowserPage::open(DevTools& devTools, const CheckingProxy& proxy, const QString& context) {
  m_devTools = &devTools, m_proxy = &proxy, m_context = context;
  m_devTools->call(s("Target.createTarget"), {{s("url"), s("about:blank")}, {s("browserContextId"), context}}, {},
                   [this](const QJsonObject& made, const QString& error) {
                     m_target = text(made, "targetId");
                     if (!error.isEmpty() || m_target.isEmpty())
                       return end(s("browser.crashed"));
                     m_devTools->call(s("Target.attachToTarget"), {{s("targetId"), m_target}, {s("flatten"), true}}, {},
                                      [this](const QJsonObject& attached, const QString& why) {
                                        why.isEmpty() ? attach(text(attached, "sessionId")) : end(s("browser.crashed"));
                                      });
                   });
}

// What holds for the page, and for the workers and frames that it starts.
void BrowserPage::prepare(const QString& session) {
  const auto call = [&](const char* method, const QJsonObject& parameters = {}) {
    m_devTools->call(s(method), parameters, session);
  };
  call("Fetch.enable", {{s("handleAuthRequests"), true}});
  call("Network.enable",
       {{s("maxTotalBufferSize"), 1'000'000}, {s("maxResourceBufferSize"), 1}, {s("maxPostDataSize"), 0}});
  call("Network.setBypassServiceWorker", {{s("bypass"), true}});
  QJsonObject agent{{s("userAgent"), QString::fromLatin1(m_settings.userAgent)}};
  if (!m_request.language.isEmpty())
    agent.insert(s("acceptLanguage"), QString::fromLatin1(m_request.language));
  call("Network.setUserAgentOverride", agent);
  call("Target.setAutoAttach", {{s("autoAttach"), true}, {s("waitForDebuggerOnStart"), true}, {s("flatten"), true}});
}

void BrowserPage::attach(const QString& session) {
  m_session = session;
  prepare(session);
  m_devTools->call(s("Inspector.enable"), {}, session);
  m_devTools->call(s("Page.enable"), {}, session, [this](const QJsonObject&, const QString& error) {
    error.isEmpty() ? navigate() : end(s("browser.crashed"));
  });
}

void BrowserPage::navigate() {
  m_devTools->call(s("Page.navigate"), {{s("url"), QString::fromLatin1(m_request.url.toEncoded())}}, m_session,
                   [this](const QJsonObject& result, const QString& error) {
                     error.isEmpty() ? navigated(result) : end(s("browser.crashed"));
                   });
}

void BrowserPage::navigated(const QJsonObject& result) {
  const QString words = text(result, "errorText");
  if (m_isOver || words.isEmpty())
    return;
  // An answer came, and there is no page: it is for saving.
  const bool hasText = m_answer.status != 204 && m_answer.status != 205 && m_answer.status > 0;
  if (result.value(s("isDownload")).toBool() || (words == u"net::ERR_ABORTED" && hasText))
    return end(s("browser.download"));
  if (words == u"net::ERR_HTTP_RESPONSE_CODE_FAILURE" && m_answer.status >= 400)
    return end({}); // an answer with nothing in it
  takeFailure(words);
}

void BrowserPage::takeFailure(const QString& words) {
  const QUrl& at = m_answer.finalUrl;
  if (m_proxy->isExhausted())
    return end(s("fetch.too-large"));
  // Which the proxy knows better, where it made the connection.
  if (const QString why = m_proxy->refusalOf(at.host(QUrl::FullyEncoded), at.port(at.scheme() == u"https" ? 443 : 80));
      !why.isEmpty())
    return end(why);
  const auto known = std::find_if(kNetworkWords.begin(), kNetworkWords.end(),
                                  [&](const NetworkWords& w) { return words.startsWith(QLatin1String(w.begin)); });
  end(known == kNetworkWords.end() ? s("fetch.broken-off") : s(known->code));
}

void BrowserPage::take(const QString& session, const QString& method, const QJsonObject& event, Steady now) {
  if (m_isOver)
    return;
  if (method.endsWith(u".downloadWillBegin")) {   // told of the whole browser: an earlier page's may come late
    const QString frame = text(event, "frameId"); // a main frame is named as its tab
    return frame.isEmpty() || frame == m_target ? end(s("browser.download")) : void();
  }
  if (session.isEmpty())
    return;
  if (method == u"Fetch.requestPaused")
    takePaused(session, event);
  else if (method == u"Fetch.authRequired")
    takeChallenge(session, event);
  else if (method == u"Target.attachedToTarget") {
    const QString child = text(event, "sessionId");
    prepare(child);
    m_devTools->call(s("Runtime.runIfWaitingForDebugger"), {}, child);
  } else if (session != m_session)
    return;
  else if (method.startsWith(u"Network."))
    takeNetwork(method, event, now);
  else if (method == u"Page.domContentEventFired")
    m_isReadable = true, m_readable = now;
  else if (method == u"Page.loadEventFired")
    m_isLoaded = true, m_active = now;
  else if (method == u"Page.javascriptDialogOpening")
    m_devTools->call(s("Page.handleJavaScriptDialog"), {{s("accept"), false}}, m_session);
  else if (method == u"Inspector.targetCrashed" || method == u"Inspector.detached")
    end(s("browser.crashed"));
}

// Why the page may not go there; "" if it may.
QString BrowserPage::pageRefusal(const QUrl& url) {
  if (m_pages == 1)
    return {}; // as it was asked for
  ++m_answer.redirects;
  if (m_answer.redirects > m_settings.limits.redirects)
    return s("fetch.too-many-redirects");
  return m_request.mayFollow && !m_request.mayFollow(url) ? s("fetch.redirect-refused") : QString();
}

QString BrowserPage::refusalOf(const QString& type, const QString& url, bool isMain) {
  const Result<QUrl> admitted = admissibleUrl(url, m_settings.allowed);
  if (isMain) {
    ++m_pages;
    if (!admitted)
      return admitted.error().is(u"fetch.private-address") ? admitted.error().code : s("fetch.bad-redirect");
    if (const QString refusal = pageRefusal(*admitted); !refusal.isEmpty())
      return refusal;
    m_answer.finalUrl = *admitted;
    return {};
  }
  if (type == u"Document" || !isLoaded(type))
    return s("browser.not-loaded");
  if (!admitted)
    return admitted.error().code;
  return m_settings.mayLoad && !m_settings.mayLoad(m_answer.finalUrl, *admitted) ? s("browser.not-loaded") : QString();
}

void BrowserPage::takePaused(const QString& session, const QJsonObject& event) {
  const QString type = text(event, "resourceType");
  const bool isMain = type == u"Document" && text(event, "frameId") == m_target;
  const QString refusal = refusalOf(type, text(object(event, "request"), "url"), isMain);
  const QString id = text(event, "requestId");
  if (refusal.isEmpty())
    m_devTools->call(s("Fetch.continueRequest"), {{s("requestId"), id}}, session);
  else
    m_devTools->call(s("Fetch.failRequest"), {{s("requestId"), id}, {s("errorReason"), s("BlockedByClient")}}, session);
  if (isMain && !refusal.isEmpty())
    end(refusal);
}

// The proxy's password, once for each request; none for servers.
void BrowserPage::takeChallenge(const QString& session, const QJsonObject& event) {
  const QString id = text(event, "requestId");
  const bool isProxy = text(object(event, "authChallenge"), "source") == u"Proxy" && !m_challenged.contains(id);
  if (m_challenged.size() < kMostOnTheWay)
    m_challenged.insert(id);
  QJsonObject response{{s("response"), isProxy ? s("ProvideCredentials") : s("CancelAuth")}};
  if (isProxy) {
    response.insert(s("username"), QString::fromLatin1(m_proxy->user()));
    response.insert(s("password"), QString::fromLatin1(m_proxy->password()));
  }
  m_devTools->call(s("Fetch.continueWithAuth"), {{s("requestId"), id}, {s("authChallengeResponse"), response}},
                   session);
}

void BrowserPage::takeNetwork(const QString& method, const QJsonObject& event, Steady now) {
  const QString id = text(event, "requestId"), type = text(event, "type");
  const bool isMain = type == u"Document" && text(event, "frameId") == m_target;
  if (method == u"Network.requestWillBeSent") {
    m_active = now;
    if (isLoaded(type) && m_loading.size() < kMostOnTheWay) // what is blocked or never ends is not waited for
      m_loading.insert(id);
    if (isMain && id != m_mainRequest) // another document begins
      m_mainRequest = id, m_isReadable = m_isLoaded = false, m_answer.status = 0, m_bytes = 0;
  } else if (method == u"Network.dataReceived" && id == m_mainRequest) {
    m_bytes += event.value(s("dataLength")).toInteger(); // unpacked: what is sent small may be large
    if (m_bytes > m_settings.limits.bytes)
      end(s("fetch.too-large"));
  } else if (method == u"Network.responseReceived" && isMain) {
    takeResponse(object(event, "response"));
  } else if (method == u"Network.loadingFinished" || method == u"Network.loadingFailed") {
    m_active = now;
    m_loading.remove(id);
    // Given up by the browser itself is no failure: a script has gone on to another page, say.
    const QString words = text(event, "errorText");
    if (id == m_mainRequest && m_answer.status > 0 && !m_isReadable && !words.isEmpty() &&
        words != u"net::ERR_ABORTED" && words != u"net::ERR_HTTP_RESPONSE_CODE_FAILURE")
      takeFailure(words);
  }
}

void BrowserPage::takeResponse(const QJsonObject& response) {
  const QJsonObject headers = object(response, "headers");
  const QString from = text(response, "remoteIPAddress");
  const bool isOurs = from == u"127.0.0.1" && response.value(s("remotePort")).toInt() == m_proxy->port();
  if (!from.isEmpty() && !isOurs)
    return end(s("browser.bypassed")); // a policy of this machine, say, that has put another proxy in its place
  const QByteArray proxyStatus = headerOf(headers, "proxy-status");
  if (text(response, "url").startsWith(u"http:") && !proxyStatus.isEmpty())
    return end(refusalIn(proxyStatus));
  m_answer.status = response.value(s("status")).toInt();
  m_answer.etag = headerOf(headers, "etag"), m_answer.lastModified = headerOf(headers, "last-modified");
  m_answer.server = headerOf(headers, "server");
  m_answer.contentType = "text/html; charset=utf-8"; // of what is told: the page as it stands in the end
  m_answer.retryAfter = parseRetryAfter(headerOf(headers, "retry-after"), SystemClock().now());
}

void BrowserPage::look(Steady now) {
  if (m_isOver)
    return;
  if (m_proxy && m_proxy->isExhausted())
    return end(s("fetch.too-large"));
  if (now - m_began >= m_settings.limits.total)
    return end(s("browser.timeout"));
  if (!m_isReadable || m_isCollecting || m_answer.status == 0)
    return;
  const bool isQuiet = m_isLoaded && m_loading.isEmpty() && now - m_active >= m_settings.quiet;
  if (isQuiet || now - m_readable >= m_settings.settle)
    collect();
}

void BrowserPage::collect() {
  m_isCollecting = true;
  m_devTools->call(s("Page.createIsolatedWorld"), {{s("frameId"), m_target}, {s("worldName"), s("pricewright")}},
                   m_session, [this](const QJsonObject& world, const QString&) {
                     m_devTools->call(s("Runtime.evaluate"),
                                      {{s("contextId"), world.value(s("executionContextId"))},
                                       {s("expression"), readingScript(m_settings.limits.bytes)},
                                       {s("returnByValue"), true}},
                                      m_session, [this](const QJsonObject& result, const QString& error) {
                                        m_isCollecting = false;
                                        const QJsonObject value = object(object(result, "result"), "value");
                                        if (error.isEmpty() &&
                                            !value.isEmpty()) // else it has just gone on to another page
                                          takeDocument(value);
                                      });
                   });
}

void BrowserPage::takeDocument(const QJsonObject& value) {
  m_answer.body = text(value, "t").toUtf8();
  if (value.value(s("n")).toDouble() > double(m_settings.limits.bytes) ||
      m_answer.body.size() > m_settings.limits.bytes)
    return end(s("fetch.too-large"));
  // Scripts may rename their page within its own site.
  const Result<QUrl> at = admissibleUrl(text(value, "u"), m_settings.allowed);
  if (at && at->authority() == m_answer.finalUrl.authority() && at->scheme() == m_answer.finalUrl.scheme())
    m_answer.finalUrl = *at;
  end({});
}

} // namespace pricewright
