// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "fetching/CheckingProxy.h"
#include "fetching/DevTools.h"
#include "fetching/PageFetcher.h"

#include <QSet>

namespace pricewright {

struct BrowserSettings {
  QByteArray userAgent = "PricewrightBot/1.0 (+https://pricewright.org/bot)";
  QString program;                      // name or path; "": what is installed
  bool allowRootWithoutSandbox = false; // Chromium has no sandbox for root: pages of strangers then run unboxed
  AddressAllowList allowed;
  FetchLimits
      limits; // redirects; bytes: of the page, as sent and as it stands at the end; total: with the browser's start
  qint64 wireBytes = 30'000'000;                   // of one page with all it loads
  qint64 memory = 1'500'000'000;                   // of all the browser's processes
  Duration quiet = std::chrono::milliseconds(500); // nothing on the way for so long: the page stands
  Duration settle = std::chrono::seconds(10);      // after its text came, a page that never rests is taken as it is
  int pagesPerBrowser = 100;                       // then a fresh one
  // Asked in the proxy's thread for every host that a page wants anything of; empty: yes.
  std::function<bool(const QString& host, int port)> mayAsk;
  // Asked for each script, style sheet and answer that a page loads; empty: yes. Pages themselves: mayFollow.
  std::function<bool(const QUrl& page, const QUrl& resource)> mayLoad;
};

// One page in a tab of its own: from "about:blank" to the text that its scripts made of it.
class BrowserPage {
 public:
  using Steady = std::chrono::steady_clock::time_point;
  BrowserPage(FetchRequest request, PageFetcher::Done done, const BrowserSettings& settings, Steady now);
  void open(DevTools& devTools, const CheckingProxy& proxy, const QString& context);
  void take(const QString& session, const QString& method, const QJsonObject& event, Steady now);
  void look(Steady now); // has it come to rest, or is it too late
  void end(const QString& error);
  bool isOver() const { return m_isOver; }
  const QString& error() const { return m_answer.error; }
  const QUrl& url() const { return m_request.url; }
  const QString& target() const { return m_target; }
  void tell(Steady now); // once
  static bool isLoaded(const QString& resourceType);

 private:
  void attach(const QString& session);
  void prepare(const QString& session);
  void navigate();
  void navigated(const QJsonObject& result);
  void takePaused(const QString& session, const QJsonObject& event);
  QString refusalOf(const QString& type, const QString& url, bool isMain);
  QString pageRefusal(const QUrl& url);
  void takeChallenge(const QString& session, const QJsonObject& event);
  void takeNetwork(const QString& method, const QJsonObject& event, Steady now);
  void takeResponse(const QJsonObject& response);
  void takeFailure(const QString& words);
  void collect();
  void takeDocument(const QJsonObject& value);

  FetchRequest m_request;
  PageFetcher::Done m_done;
  const BrowserSettings& m_settings;
  DevTools* m_devTools = nullptr;
  const CheckingProxy* m_proxy = nullptr;
  FetchAnswer m_answer;
  QString m_context, m_target, m_session;
  Steady m_began, m_active, m_readable{};
  QSet<QString> m_loading, m_challenged; // request ids
  QString m_mainRequest;
  qint64 m_bytes = 0; // of the page as it was sent, decoded
  int m_pages = 0;    // requests for the page itself: the first, redirects, and where scripts went on to
  bool m_isReadable = false, m_isLoaded = false, m_isCollecting = false, m_isOver = false;
};

} // namespace pricewright
