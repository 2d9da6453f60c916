// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/Id.h"
#include "money/Money.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

#include <optional>

namespace pricewright {

enum class TermsState { Open, Accepted, Refused };
QString termsStateName(TermsState s); // "open", "accepted", "refused"
std::optional<TermsState> termsStateFrom(QStringView name);

// A competitor's shop as it is watched. Without accepted terms nothing of it is fetched.
struct Site {
  int no = 0;
  Id id;
  QString host; // as Crawl::siteOf() names it
  int competitorNo = 0, sourceNo = 0;
  bool isOn = true;
  TermsState terms = TermsState::Open;
  QString termsBy, termsNote; // who accepted them or refused, and what he wrote
  std::optional<Instant> termsAt;
  bool obeysRobots = true;
  Duration delay = std::chrono::seconds(1);
  int atOnce = 1;
  int windowFrom = 0, windowTo = 0; // minutes of the day, UTC; the same: always
  QString language, currency;
  QString fetcher = QStringLiteral("http"); // or "browser": pages are made by scripts
  QStringList proxies;
  QJsonArray recipe;
  QJsonObject memory; // what the monitor keeps between looks
};
bool isInWindow(const Site& site, Instant at);

// One page that tells the price of one matched product.
struct Watch {
  int no = 0, siteNo = 0, matchNo = 0, listingNo = 0;
  QString url;
  bool isOn = true;
  Instant next{};
  qint64 looks = 0, moves = 0;
  int failures = 0;
  std::optional<Instant> last, lastGood;
  QString lastError, etag, lastModified;
  std::optional<Decimal> price;
  QString currency;
  int theirPacks = 1, ourPacks = 1; // of its match
  bool isMatched = true;            // which is confirmed: else nobody asks for it
};

enum class LookOrigin { Live, Unchanged, Api, None };
QString lookOriginName(LookOrigin o); // "live", "unchanged", "api", "none"
std::optional<LookOrigin> lookOriginFrom(QStringView name);

// What one look at a page found, or why it found nothing.
struct PageLook {
  qint64 no = 0;
  int watchNo = 0;
  Instant at{};
  QString url;
  LookOrigin origin = LookOrigin::None;
  int status = 0;
  QString error;
  int attempts = 1;
  qint64 requests = 0; // sent for it: redirects and tries
  Duration took{};
  qint64 bytes = 0;
  QJsonObject headers, found;
  QString pageSha256;
  std::optional<qint64> offerNo;
};

} // namespace pricewright
