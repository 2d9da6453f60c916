// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/Time.h"
#include "fetching/AddressGuard.h"

#include <QUrl>

#include <functional>
#include <memory>

namespace pricewright {

struct FetchLimits {
  int redirects = 5;
  qint64 bytes = 10'000'000; // decoded
  Duration total = std::chrono::seconds(30), connect = std::chrono::seconds(10);
  // Less than this many bytes a second for that long is no answer.
  int slowestRate = 100;
  Duration slowFor = std::chrono::seconds(10);
};
struct FetchRequest {
  QUrl url;                                   // as admissibleUrl() gave it
  QByteArray etag, lastModified;              // of the copy that is at hand: 304 then says that it still holds
  QByteArray language;                        // Accept-Language; "" none
  QByteArray cookies;                         // the site's, as an earlier answer gave them
  QString proxy;                              // "http://host:port", "" none; the environment's is never used
  QList<QByteArray> headers;                  // "name: value", of a service that is known to us; not sent to others
  std::function<bool(const QUrl&)> mayFollow; // asked before each redirect; empty: yes
  std::function<QString()> mayBegin;          // asked of what has waited: "" yes, else what it ends with; empty: yes
  bool follows = true;                        // no: a redirect is the answer, and whoever asked decides when to go on
  int redirects = 0;                          // followed by whoever asked, before this one: they count
  Duration spent{};                           // with them
  bool keepsPart = false;                     // what came before a transfer broke off is wanted: FetchAnswer::part
};
struct FetchAnswer {
  // "" : `status` came. fetch.timeout, .slow, .too-large, .too-many-redirects, .bad-redirect, .redirect-refused,
  // .no-address, .no-connection, .broken-off, .tls, .bad-encoding, .bad-answer, .cancelled, and of AddressGuard
  // address.*: a name that leads inside.
  QString error;
  int status = 0;
  QByteArray body; // decoded; empty with 304
  QByteArray part; // of a good answer that broke off: what came of its body, decoded; only where it is asked for
  QUrl finalUrl;
  QUrl redirectTo; // where the request does not follow: where it would have led, as admissibleUrl() gives it
  QByteArray contentType, etag, lastModified, server;
  std::optional<Duration> retryAfter;
  QByteArray cookies;
  QString address; // that was connected to
  int redirects = 0;
  qint64 bytesOnWire = 0;
  Duration took{};
  bool isOk() const { return error.isEmpty() && status >= 200 && status < 300; }
};

// Fetches pages of strangers with libcurl: HTTP/2, gzip, deflate and br, TLS 1.2 or newer with verified certificates.
// Every address is looked at right before it is connected to, whatever name led there, so that neither DNS nor a
// redirect reaches inside. Knows nothing of politeness: see Crawl. One thread; the thread that made it.
class PageFetcher {
 public:
  struct Settings {
    QByteArray userAgent = "PricewrightBot/1.0 (+https://pricewright.org/bot)";
    FetchLimits limits;
    AddressAllowList allowed;
    QByteArray caFile; // "" : the system's authorities
  };
  explicit PageFetcher(Settings settings);
  ~PageFetcher();
  using Done = std::function<void(FetchAnswer)>;
  void start(FetchRequest request, Done done);
  // Moves transfers on for at most `wait`, and tells those that ended. False: none is left.
  bool perform(Duration wait);
  void idle(Duration wait); // where nothing is on the way
  int running() const;
  void cancelAll(); // each ends with fetch.cancelled

 private:
  class Transfer;
  struct Multi;
  std::unique_ptr<Multi> m;
};

// Seconds, or an HTTP date against `now`; none where it is neither, at most a day.
std::optional<Duration> parseRetryAfter(QByteArrayView value, Instant now);

} // namespace pricewright
