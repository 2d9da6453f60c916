// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/Time.h"

#include <QByteArrayView>
#include <QStringList>

#include <array>
#include <optional>
#include <vector>

// What a site lets robots fetch: the Robots Exclusion Protocol, RFC 9309. Pure decisions: bytes, statuses and instants
// come in, nothing is fetched here.
namespace pricewright {

constexpr qsizetype kMostRobotsBytes =
    qsizetype(512) * 1024; // what follows is ignored, and so is a line that is cut by it
constexpr Duration kLongestCrawlDelay = std::chrono::hours(1);
constexpr Duration kLongestRobotsCache = std::chrono::hours(24);
constexpr Duration kRobotsRetry = std::chrono::hours(1);          // after no answer
constexpr Duration kSoonestRobotsRetry = std::chrono::minutes(1); // however little it asks for
constexpr Duration kRobotsGivenUp = std::chrono::days(30);        // unreachable for so long: as if there were none
constexpr int kMostRobotsRedirects = 5;                           // followed in a row

// May this agent fetch this URL, and what says so.
struct RobotsVerdict {
  bool allowed = true;
  int line = 0;                       // of the deciding rule, from 1; 0 where no rule matches
  QString text;                       // that line without its comment, at most 200 characters
  QString agent;                      // whose group applied: the token in lower case, "*", "" where none did
  std::optional<Duration> crawlDelay; // advice of the group, not part of the RFC; at most kLongestCrawlDelay
};

class RobotsRules {
 public:
  // `agent`: the product token ("PricewrightBot"); a version after "/" is left out. What is no product token
  // (isProductToken) is bound by the "*" group only. `url`: as it is sent, that is percent-encoded
  // (QUrl::FullyEncoded); with or without scheme and host. Takes time proportional to rules × URL at worst, whatever
  // the wildcards.
  //
  // Where two spellings may or may not mean the same address (a percent-encoded letter, an unencoded "ü" in the URL),
  // a disallow holds for both; an allow must match the URL as it is written, or as it is once letters that need no
  // encoding are decoded.
  RobotsVerdict verdict(QStringView agent, QStringView url) const;
  const QStringList& sitemaps() const { return m_sitemaps; } // as written, in their order; not checked
  qsizetype ruleCount() const { return qsizetype(m_rules.size()); }
  bool isTruncated() const { return m_truncated; }

 private:
  friend class RobotsReader;
  // Three spellings of a pattern, each compared with the same spelling of the URL's path.
  using Spellings = std::array<QByteArray, 3>;
  struct Rule {
    Spellings pattern;
    bool sameAsFirst[3] = {true, true, true};
    bool isAllow = false, isAnchored = false; // anchored: "$" at its end
    qsizetype octets = 0;                     // the longest match decides
    int group = 0, line = 0;
    qsizetype textAt = 0, textSize = 0;
  };
  struct Agent {
    QByteArray token; // lower case, or "*"
    int group = 0;
    std::optional<Duration> delay;
  };
  struct Chosen {
    QByteArray token;
    std::vector<bool> groups;
    std::optional<Duration> delay;
  };
  Chosen choose(const QByteArray& token) const;
  const Rule* decide(const std::vector<bool>& groups, QByteArrayView path) const; // null: none matches

  QByteArray m_text;
  std::vector<Agent> m_agents;
  std::vector<Rule> m_rules; // the longest first; of equal length allow first
  QStringList m_sitemaps;
  int m_groups = 0;
  bool m_truncated = false;
};

// Any bytes have rules, though it may be none: UTF-8 with or without a mark, lines ended by CR, LF or both. Linear.
// Common misspellings are understood ("dissallow", "useragent", a missing colon); unknown lines are skipped and end no
// group.
RobotsRules parseRobots(QByteArrayView bytes);

// Letters, "-" and "_": what a robot may call itself in robots.txt.
bool isProductToken(QStringView agent);

// What came of asking for /robots.txt.
struct RobotsAnswer {
  int httpStatus = 0;                      // 0: no answer (no address, no connection, no TLS, time-out, broken off)
  bool hasLocation = true;                 // of a redirect: whether it says where to
  int redirectsFollowed = 0;               // before this answer, in a row, across hosts
  bool hasCopy = false;                    // there is an earlier robots.txt of this site
  Instant at{};                            // of this answer
  std::optional<Instant> unreachableSince; // first failure since the last answer; none: this one, if it is one
  std::optional<Duration> maxAge;          // as the answer's cache rules say
  std::optional<Duration> retryAfter;      // as it asks
};

struct RobotsAccess {
  enum class Kind { Parse, FollowRedirect, AllowAll, DisallowAll, UseCopy };
  Kind kind = Kind::DisallowAll;
  // robots.found, .redirected, .unavailable (4xx, or too many redirects: there are no rules), .unreachable (5xx, 429,
  // no answer: nothing may be fetched), .given-up (unreachable for 30 days), .unchanged (304)
  QString reason;
  Instant goodUntil{}; // ask again then
};
RobotsAccess robotsAccess(const RobotsAnswer& answer);

// Whether a copy fetched then is too old to decide by; also where the clock has been set back since.
bool isRobotsStale(Instant fetchedAt, Instant now);

} // namespace pricewright
