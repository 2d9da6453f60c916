// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetching/BrowserFetcher.h"

#include "base/Words.h"
#include "fetching/BrowserProcess.h"

#include <QJsonArray>

#include <deque>

namespace pricewright {
namespace {

constexpr Duration kBetweenLooks{50};                                  // at a page's state, while nothing comes
constexpr Duration kBetweenWeighings = std::chrono::milliseconds(500); // of the browser's memory
constexpr qsizetype kMostContexts = 20;                                // sites whose cookies are kept
constexpr qsizetype kEscaped = 6;                                      // bytes that JSON makes of one at worst

QString siteOfPage(const QUrl& url) { return url.scheme() + s("://") + url.authority(QUrl::FullyEncoded); }

} // namespace

struct BrowserFetcher::State {
  explicit State(Settings wanted) : settings(std::move(wanted)) {}

  using Steady = BrowserPage::Steady;
  struct Waiting {
    FetchRequest request;
    PageFetcher::Done done;
  };

  Settings settings;
  std::deque<Waiting> queue;
  std::unique_ptr<CheckingProxy> proxy;
  std::unique_ptr<BrowserProcess> browser;
  std::unique_ptr<BrowserPage> page;
  QHash<QString, QString> contexts; // by site
  QStringList contextOrder;         // sites, the oldest first
  int pages = 0;
  Steady weighed{};

  void stopBrowser() {
    contexts.clear(), contextOrder.clear();
    browser.reset();
    pages = 0;
  }

  // Its error's code, "" if one runs.
  QString haveBrowser() {
    if (browser && (!browser->devTools().isOpen() || pages >= settings.pagesPerBrowser))
      stopBrowser();
    if (browser)
      return {};
    if (!proxy) {
      CheckingProxy::Settings how;
      how.allowed = settings.allowed, how.mayAsk = settings.mayAsk;
      how.limits.bytes = settings.wireBytes, how.limits.total = settings.limits.total * 2;
      how.limits.connect = settings.limits.connect;
      auto made = CheckingProxy::start(std::move(how));
      if (!made)
        return made.error().code;
      proxy = std::move(*made);
    }
    BrowserProcess::Settings how;
    how.program = settings.program, how.allowRootWithoutSandbox = settings.allowRootWithoutSandbox;
    how.proxyPort = proxy->port(), how.userAgent = settings.userAgent;
    auto made = BrowserProcess::start(how, settings.limits.bytes * kEscaped + 1'000'000,
                                      [this](const QString& session, const QString& method, const QJsonObject& event) {
                                        take(session, method, event);
                                      });
    if (!made)
      return made.error().code;
    browser = std::move(*made);
    browser->devTools().call(s("Target.setDiscoverTargets"), {{s("discover"), true}});
    return {};
  }

  void take(const QString& session, const QString& method, const QJsonObject& event) {
    const QJsonObject info = event.value(s("targetInfo")).toObject();
    if (session.isEmpty() && method == u"Target.targetCreated" && !info.value(s("openerId")).toString().isEmpty())
      browser->devTools().call(s("Target.closeTarget"), {{s("targetId"), info.value(s("targetId"))}}); // a pop-up
    if (page)
      page->take(session, method, event, std::chrono::steady_clock::now());
  }

  void next(Steady now) {
    Waiting w = std::move(queue.front());
    queue.pop_front();
    const bool hasProxy = !w.request.proxy.isEmpty();
    const QString against = w.request.mayBegin ? w.request.mayBegin() : QString();
    page = std::make_unique<BrowserPage>(std::move(w.request), std::move(w.done), settings, now);
    if (!against.isEmpty())
      return page->end(against);
    if (hasProxy)
      return page->end(s("browser.proxy"));
    if (const QString error = haveBrowser(); !error.isEmpty())
      return page->end(error);
    ++pages;
    proxy->renew();
    const QString site = siteOfPage(page->url());
    if (contexts.contains(site))
      return page->open(browser->devTools(), *proxy, contexts.value(site));
    makeContext(site);
  }

  void makeContext(const QString& site) {
    DevTools& tools = browser->devTools();
    if (contextOrder.size() >= kMostContexts)
      tools.call(s("Target.disposeBrowserContext"), {{s("browserContextId"), contexts.take(contextOrder.takeFirst())}});
    tools.call(s("Target.createBrowserContext"),
               {{s("proxyServer"), s("http://127.0.0.1:") + QString::number(proxy->port())},
                {s("proxyBypassList"), s("<-loopback>")},
                {s("disposeOnDetach"), true}},
               {}, [this, site](const QJsonObject& made, const QString& error) {
                 const QString context = made.value(s("browserContextId")).toString();
                 if (!error.isEmpty() || context.isEmpty())
                   return page->end(s("browser.crashed"));
                 contexts.insert(site, context), contextOrder += site;
                 DevTools& to = browser->devTools();
                 to.call(s("Browser.setDownloadBehavior"),
                         {{s("behavior"), s("deny")}, {s("eventsEnabled"), true}, {s("browserContextId"), context}});
                 to.call(s("Browser.grantPermissions"),
                         {{s("permissions"), QJsonArray()}, {s("browserContextId"), context}});
                 page->open(to, *proxy, context);
               });
  }

  // One look at the page that is on the way.
  void look(Duration wait) {
    if (browser && !page->isOver()) {
      browser->devTools().perform(wait);
      const Steady now = std::chrono::steady_clock::now();
      if (!browser->devTools().isOpen())
        page->end(browser->devTools().wasTooLong() ? s("fetch.too-large") : s("browser.crashed"));
      page->look(now);
      if (now - weighed >= kBetweenWeighings) {
        weighed = now;
        if (browser->memory() > settings.memory)
          page->end(s("browser.memory"));
      }
    }
    if (page->isOver())
      finish();
  }

  void finish() {
    const std::unique_ptr<BrowserPage> ended = std::move(page);
    const QString& error = ended->error();
    if (browser) {
      browser->devTools().forget();
      // One that hangs, swells or is not what it should be gets no second page.
      const bool isPagesOwn = error == u"browser.download" || error == u"browser.proxy";
      if ((error.startsWith(u"browser.") && !isPagesOwn) || error == u"fetch.too-large")
        stopBrowser();
    }
    ended->tell(std::chrono::steady_clock::now());
  }
};

BrowserFetcher::BrowserFetcher(Settings settings) : m(std::make_unique<State>(std::move(settings))) {
  // The browser refuses others in a header, and would then name itself instead of this program.
  m->settings.userAgent.removeIf([](char c) { return c < 0x20 || c > 0x7e; });
}
BrowserFetcher::~BrowserFetcher() { m->stopBrowser(); }

Status BrowserFetcher::check(const Settings& settings) {
  if (BrowserProcess::find(settings.program).isEmpty())
    return fail(s("browser.not-installed"), {{s("program"), settings.program}});
  if (BrowserProcess::isRoot() && !settings.allowRootWithoutSandbox)
    return fail(s("browser.root"));
  return {};
}

QStringList BrowserFetcher::warnings(const Settings& settings) {
  return BrowserProcess::isRoot() && settings.allowRootWithoutSandbox ? QStringList{s("browser.no-sandbox")}
                                                                      : QStringList();
}

void BrowserFetcher::start(FetchRequest request, PageFetcher::Done done) {
  m->queue.push_back({std::move(request), std::move(done)});
}

bool BrowserFetcher::perform(Duration wait) {
  const auto until = std::chrono::steady_clock::now() + wait;
  for (auto now = std::chrono::steady_clock::now();; now = std::chrono::steady_clock::now()) {
    if (!m->page && m->queue.empty())
      return false;
    if (!m->page)
      m->next(now);
    const auto left = std::max(Duration(0), std::chrono::ceil<Duration>(until - now));
    m->look(std::min(left, kBetweenLooks));
    if (!m->page || now >= until)
      return running() > 0;
  }
}

int BrowserFetcher::running() const { return int(m->queue.size()) + (m->page ? 1 : 0); }

void BrowserFetcher::cancelAll() {
  const auto now = std::chrono::steady_clock::now();
  std::deque<State::Waiting> left;
  left.swap(m->queue);
  const std::unique_ptr<BrowserPage> page = std::move(m->page);
  if (page)
    page->end(s("fetch.cancelled"));
  m->stopBrowser();
  if (page)
    page->tell(now);
  for (State::Waiting& w : left) {
    BrowserPage never(std::move(w.request), std::move(w.done), m->settings, now);
    never.end(s("fetch.cancelled"));
    never.tell(now);
  }
}

qint64 BrowserFetcher::browser() const { return m->browser ? m->browser->id() : 0; }
const CheckingProxy* BrowserFetcher::proxy() const { return m->proxy.get(); }

} // namespace pricewright
