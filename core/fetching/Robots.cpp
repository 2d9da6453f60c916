// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetching/Robots.h"

#include "base/Words.h"
#include "fetching/Url.h"

#include <algorithm>
#include <cstring>
#include <tuple>

namespace pricewright {
namespace {

constexpr qsizetype kLongestEvidence = 200; // characters

bool isTokenChar(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_'; }
bool isRobotsBlank(char c) { return c == ' ' || c == '\t' || c == '\v' || c == '\f'; }

QByteArrayView trimBlanks(QByteArrayView text) {
  while (!text.isEmpty() && isRobotsBlank(text.front()))
    text = text.sliced(1);
  while (!text.isEmpty() && isRobotsBlank(text.back()))
    text.chop(1);
  return text;
}

// The token that a value begins with, in lower case: "Shop-Bot/2.1 (fast)" is meant for shop-bot.
QByteArray leadingToken(QByteArrayView text) {
  qsizetype n = 0;
  while (n < text.size() && isTokenChar(text[n]))
    ++n;
  return text.first(n).toByteArray().toLower();
}

int hexValue(char c) {
  return c >= '0' && c <= '9'   ? c - '0'
         : c >= 'a' && c <= 'f' ? c - 'a' + 10
         : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                : -1;
}
bool isUnreserved(int octet) {
  return (octet >= '0' && octet <= '9') || (octet >= 'a' && octet <= 'z') || (octet >= 'A' && octet <= 'Z') ||
         octet == '-' || octet == '.' || octet == '_' || octet == '~';
}
void appendEncoded(QByteArray& out, int octet) {
  constexpr char kDigits[] = "0123456789ABCDEF";
  out += '%';
  out += kDigits[octet >> 4 & 15];
  out += kDigits[octet & 15];
}

enum Spelling : unsigned {
  Written = 0,
  EncodeForeign = 1,    // octets that no URI has: beyond ASCII, blanks, controls
  DecodeUnreserved = 2, // %62 is b
  EncodeQuery = 4, // delimiters of other parts of a URI, once in the query: "?from=http://" is "?from=http%3A%2F%2F"
};

// One of the spellings of a path. Always: digits of percent signs in capitals; "$" encoded, and "*" too unless it is a
// pattern's wildcard, so that a pattern can mean the characters themselves by %24 and %2A.
QByteArray spelt(QByteArrayView path, unsigned how, bool isPattern) {
  QByteArray out;
  out.reserve(path.size() + 16);
  bool inQuery = false;
  for (qsizetype i = 0; i < path.size(); ++i) {
    const int octet = static_cast<unsigned char>(path[i]);
    const int high = octet == '%' && i + 2 < path.size() ? hexValue(path[i + 1]) : -1;
    const int low = high >= 0 ? hexValue(path[i + 2]) : -1;
    if (low >= 0) {
      i += 2;
      if ((how & DecodeUnreserved) && isUnreserved(high * 16 + low))
        out += static_cast<char>(high * 16 + low);
      else
        appendEncoded(out, high * 16 + low);
      continue;
    }
    const bool isForeign = octet <= 0x20 || octet >= 0x7f;
    const bool isDelimiter = inQuery && octet != 0 && std::strchr(":/?#[]@", octet);
    if (octet == '$' || (octet == '*' && !isPattern) || (isForeign && (how & EncodeForeign)) ||
        (isDelimiter && (how & EncodeQuery)))
      appendEncoded(out, octet);
    else
      out += static_cast<char>(octet);
    inQuery = inQuery || octet == '?';
  }
  return out;
}

// The spellings in which an allow and a disallow are compared; the same three places for pattern and path.
constexpr unsigned kAllowPattern[] = {EncodeForeign, EncodeForeign, EncodeForeign | EncodeQuery};
constexpr unsigned kAllowPath[] = {Written, DecodeUnreserved, DecodeUnreserved | EncodeQuery};
constexpr unsigned kDisallow[] = {EncodeForeign, EncodeForeign | DecodeUnreserved,
                                  EncodeForeign | DecodeUnreserved | EncodeQuery};

// Where `needle` first is at or after `from`; -1. Linear, unlike QByteArrayView::indexOf at its worst.
qsizetype findFrom(QByteArrayView text, QByteArrayView needle, qsizetype from) {
  if (needle.isEmpty())
    return from;
  if (needle.size() > text.size() - from)
    return -1;
  const void* at =
      ::memmem(text.data() + from, std::size_t(text.size() - from), needle.data(), std::size_t(needle.size()));
  return at ? static_cast<const char*>(at) - text.data() : -1;
}

// Every piece between wildcards is taken at its first place: if any way of matching exists, that one does. So nothing
// is ever tried twice.
bool globMatches(QByteArrayView pattern, bool isAnchored, QByteArrayView path) {
  qsizetype star = pattern.indexOf('*');
  if (star < 0)
    return path.startsWith(pattern) && (!isAnchored || path.size() == pattern.size());
  if (!path.startsWith(pattern.first(star)))
    return false;
  qsizetype at = star;
  for (;;) {
    pattern = pattern.sliced(star + 1);
    star = pattern.indexOf('*');
    if (star < 0)
      break;
    at = findFrom(path, pattern.first(star), at);
    if (at < 0)
      return false;
    at += star;
  }
  if (isAnchored)
    return path.size() - at >= pattern.size() && path.endsWith(pattern);
  return findFrom(path, pattern, at) >= 0;
}

// Path and query of a URL, of a part of one, or of "host/path". What has no path has "/".
QByteArray pathOf(const QByteArray& url) {
  const qsizetype fragment = url.indexOf('#');
  QByteArrayView rest = fragment < 0 ? QByteArrayView(url) : QByteArrayView(url).first(fragment);
  const auto firstOf = [](QByteArrayView text) {
    const auto it = std::find_if(text.begin(), text.end(), [](char c) { return c == '/' || c == '?'; });
    return qsizetype(it - text.begin());
  };
  const qsizetype scheme = rest.indexOf("://");
  if (rest.startsWith("//"))
    rest = rest.sliced(2), rest = rest.sliced(firstOf(rest));
  else if (scheme >= 0 && firstOf(rest) > scheme)
    rest = rest.sliced(scheme + 3), rest = rest.sliced(firstOf(rest));
  else
    rest = rest.sliced(firstOf(rest));
  const QByteArray whole = rest.startsWith('/') ? rest.toByteArray() : '/' + rest.toByteArray();
  const qsizetype query = whole.indexOf('?');
  return query < 0 ? withoutDots(whole) : withoutDots(QByteArrayView(whole).first(query)) + whole.sliced(query);
}

// "2", "0.5", "1.": seconds, rounded up to milliseconds; none for anything else.
std::optional<Duration> crawlDelayFrom(QByteArrayView value) {
  qint64 millis = 0, place = 1000;
  bool sawDigit = false, sawPoint = false, isMore = false;
  for (const char c : value) {
    if (c == '.' && !sawPoint) {
      sawPoint = true;
      continue;
    }
    if (c < '0' || c > '9')
      return {};
    sawDigit = true;
    if (!sawPoint)
      millis = std::min<qint64>(millis * 10 + qint64(c - '0') * 1000, kLongestCrawlDelay.count());
    else if (place /= 10; place > 0)
      millis += (c - '0') * place;
    else
      isMore = isMore || c != '0';
  }
  if (!sawDigit)
    return {};
  return std::min(Duration(millis + isMore), kLongestCrawlDelay);
}

enum class RobotsKey { Agent, Allow, Disallow, Sitemap, CrawlDelay, Unknown };
struct RobotsKeyName {
  const char* name;
  RobotsKey key;
};
// With the misspellings that are common enough to be meant.
constexpr RobotsKeyName kRobotsKeys[] = {
    {"user-agent", RobotsKey::Agent},  {"useragent", RobotsKey::Agent},        {"user agent", RobotsKey::Agent},
    {"allow", RobotsKey::Allow},       {"disallow", RobotsKey::Disallow},      {"dissallow", RobotsKey::Disallow},
    {"dissalow", RobotsKey::Disallow}, {"disalow", RobotsKey::Disallow},       {"diasllow", RobotsKey::Disallow},
    {"disallaw", RobotsKey::Disallow}, {"disallowed", RobotsKey::Disallow},    {"sitemap", RobotsKey::Sitemap},
    {"site-map", RobotsKey::Sitemap},  {"crawl-delay", RobotsKey::CrawlDelay}, {"crawldelay", RobotsKey::CrawlDelay},
};

RobotsKey robotsKey(QByteArrayView name) {
  for (const RobotsKeyName& k : kRobotsKeys)
    if (name.compare(k.name, Qt::CaseInsensitive) == 0)
      return k.key;
  return RobotsKey::Unknown;
}

} // namespace

// Reads line by line; a group is a run of agents and the rules after it.
class RobotsReader {
 public:
  RobotsRules read(QByteArrayView bytes);

 private:
  void readLine(QByteArrayView line, qsizetype at);
  void addAgent(QByteArrayView value);
  void addDelay(QByteArrayView value);
  void addRule(bool isAllow, QByteArrayView value, QByteArrayView line, qsizetype at);

  RobotsRules m_out;
  int m_line = 0;
  bool m_ruleSeen = true;      // the next agent begins a group
  bool m_afterAgent = false;   // the line before was an agent
  std::size_t m_delayFrom = 0; // the agents that the next crawl delay is for
};

RobotsRules RobotsReader::read(QByteArrayView bytes) {
  m_out.m_truncated = bytes.size() > kMostRobotsBytes;
  if (m_out.m_truncated) {
    // Half a rule would be a wider one.
    bytes = bytes.first(kMostRobotsBytes);
    while (!bytes.isEmpty() && bytes.back() != '\n' && bytes.back() != '\r')
      bytes.chop(1);
  }
  // A mark of UTF-8, also one that lost its end on the way.
  for (const char mark : {'\xef', '\xbb', '\xbf'}) {
    if (!bytes.startsWith(mark))
      break;
    bytes = bytes.sliced(1);
  }
  m_out.m_text = bytes.toByteArray();
  const QByteArrayView text = m_out.m_text;
  for (qsizetype at = 0; at < text.size();) {
    qsizetype end = at;
    while (end < text.size() && text[end] != '\n' && text[end] != '\r')
      ++end;
    ++m_line;
    readLine(text.sliced(at, end - at), at);
    at = end + (text.sliced(end).startsWith("\r\n") ? 2 : 1);
  }
  m_out.m_groups += 1;
  std::sort(m_out.m_rules.begin(), m_out.m_rules.end(), [](const auto& a, const auto& b) {
    return std::tuple(-a.octets, !a.isAllow, a.line) < std::tuple(-b.octets, !b.isAllow, b.line);
  });
  return std::move(m_out);
}

void RobotsReader::readLine(QByteArrayView line, qsizetype at) {
  if (const qsizetype comment = line.indexOf('#'); comment >= 0)
    line = line.first(comment);
  const QByteArrayView trimmed = trimBlanks(line);
  at += trimmed.data() - line.data();
  qsizetype colon = trimmed.indexOf(':');
  if (colon < 0) {
    // "Disallow /path": understood where there are these two words and no more.
    const auto blank = std::find_if(trimmed.begin(), trimmed.end(), isRobotsBlank);
    const QByteArrayView rest = trimBlanks(trimmed.sliced(blank - trimmed.begin()));
    if (rest.isEmpty() || std::any_of(rest.begin(), rest.end(), isRobotsBlank))
      return;
    colon = blank - trimmed.begin();
  }
  const QByteArrayView value = trimBlanks(trimmed.sliced(colon + 1));
  const RobotsKey key = robotsKey(trimBlanks(trimmed.first(colon)));
  if (key == RobotsKey::Agent)
    addAgent(value);
  else if (key == RobotsKey::Allow || key == RobotsKey::Disallow)
    addRule(key == RobotsKey::Allow, value, trimmed, at);
  else if (key == RobotsKey::CrawlDelay)
    addDelay(value);
  else if (key == RobotsKey::Sitemap && !value.isEmpty())
    m_out.m_sitemaps += QString::fromUtf8(value);
  m_afterAgent = key == RobotsKey::Agent || (m_afterAgent && key == RobotsKey::Unknown);
}

void RobotsReader::addAgent(QByteArrayView value) {
  if (m_ruleSeen)
    m_out.m_groups += 1, m_ruleSeen = false, m_delayFrom = m_out.m_agents.size();
  else if (!m_afterAgent)
    m_delayFrom = m_out.m_agents.size();
  const bool isEveryone = value.startsWith('*') && (value.size() == 1 || isRobotsBlank(value[1]));
  m_out.m_agents.push_back({isEveryone ? QByteArray("*") : leadingToken(value), m_out.m_groups, {}});
}

// A delay ends no group, so "A, delay, B, disallow" is one group of two; but the delay was meant for A alone.
void RobotsReader::addDelay(QByteArrayView value) {
  const auto delay = crawlDelayFrom(value);
  for (std::size_t i = m_delayFrom; delay && i < m_out.m_agents.size(); ++i)
    m_out.m_agents[i].delay = std::max(*delay, m_out.m_agents[i].delay.value_or(Duration::zero()));
  m_delayFrom = m_ruleSeen || !delay ? m_delayFrom : m_out.m_agents.size();
}

void RobotsReader::addRule(bool isAllow, QByteArrayView value, QByteArrayView line, qsizetype at) {
  if (m_out.m_agents.empty())
    return;
  m_ruleSeen = true;
  if (value.isEmpty())
    return;
  RobotsRules::Rule rule;
  rule.isAllow = isAllow, rule.isAnchored = value.endsWith('$');
  rule.group = m_out.m_groups, rule.line = m_line;
  rule.textAt = at, rule.textSize = line.size();
  if (rule.isAnchored)
    value.chop(1);
  const QByteArray plain = spelt(value, EncodeForeign | DecodeUnreserved, true);
  rule.octets = plain.size() + rule.isAnchored;
  for (std::size_t i = 0; i < 3; ++i) {
    rule.pattern[i] = spelt(value, isAllow ? kAllowPattern[i] : kDisallow[i], true);
    rule.sameAsFirst[i] = rule.pattern[i] == rule.pattern[0];
    if (rule.sameAsFirst[i])
      rule.pattern[i] = rule.pattern[0]; // shared
  }
  m_out.m_rules.push_back(std::move(rule));
}

RobotsRules parseRobots(QByteArrayView bytes) { return RobotsReader().read(bytes); }

RobotsRules::Chosen RobotsRules::choose(const QByteArray& token) const {
  Chosen chosen{{}, std::vector<bool>(std::size_t(m_groups) + 1), {}};
  for (const Agent& a : m_agents) {
    if (token.isEmpty() || a.token != token)
      continue;
    chosen.token = token;
    chosen.groups[std::size_t(a.group)] = true;
    if (a.delay)
      chosen.delay = std::max(*a.delay, chosen.delay.value_or(Duration::zero()));
  }
  return chosen;
}

const RobotsRules::Rule* RobotsRules::decide(const std::vector<bool>& groups, QByteArrayView path) const {
  Spellings paths[2]; // for a disallow, for an allow
  bool same[2][3] = {};
  for (std::size_t i = 0; i < 3; ++i) {
    paths[0][i] = spelt(path, kDisallow[i], false), same[0][i] = paths[0][i] == paths[0][0];
    paths[1][i] = spelt(path, kAllowPath[i], false), same[1][i] = paths[1][i] == paths[1][0];
  }
  for (const Rule& rule : m_rules)
    for (std::size_t i = 0; groups[std::size_t(rule.group)] && i < 3; ++i) {
      const bool isNew = i == 0 || !rule.sameAsFirst[i] || !same[rule.isAllow][i];
      if (isNew && globMatches(rule.pattern[i], rule.isAnchored, paths[rule.isAllow][i]))
        return &rule;
    }
  return nullptr;
}

RobotsVerdict RobotsRules::verdict(QStringView agent, QStringView url) const {
  const QByteArray name = agent.toUtf8().trimmed();
  QByteArray token = leadingToken(name);
  if (token.size() != name.size() && name[token.size()] != '/')
    token.clear();
  Chosen chosen = choose(token);
  if (chosen.token.isEmpty())
    chosen = choose("*");
  RobotsVerdict out;
  out.agent = QString::fromLatin1(chosen.token), out.crawlDelay = chosen.delay;
  const QByteArray path = pathOf(url.toUtf8());
  const Rule* rule = path == "/robots.txt" ? nullptr : decide(chosen.groups, path);
  if (!rule)
    return out;
  const qsizetype most = std::min(rule->textSize, 4 * kLongestEvidence);
  out.allowed = rule->isAllow, out.line = rule->line;
  out.text = QString::fromUtf8(QByteArrayView(m_text).sliced(rule->textAt, most)).left(kLongestEvidence);
  return out;
}

bool isProductToken(QStringView agent) {
  return !agent.isEmpty() && std::all_of(agent.begin(), agent.end(), [](QChar c) {
    return c.unicode() < 0x80 && isTokenChar(static_cast<char>(c.unicode()));
  });
}

RobotsAccess robotsAccess(const RobotsAnswer& answer) {
  using Kind = RobotsAccess::Kind;
  const Instant until =
      answer.at + std::clamp(answer.maxAge.value_or(kLongestRobotsCache), Duration::zero(), kLongestRobotsCache);
  const int hundreds = answer.httpStatus / 100;
  if (hundreds == 2)
    return {Kind::Parse, s("robots.found"), until};
  if (answer.httpStatus == 304 && answer.hasCopy)
    return {Kind::UseCopy, s("robots.unchanged"), until};
  if (hundreds == 3 && answer.hasLocation && answer.redirectsFollowed < kMostRobotsRedirects)
    return {Kind::FollowRedirect, s("robots.redirected"), answer.at};
  // A site that is asked too often has not said that it has no rules. It answers, so it is never given up.
  constexpr int kTooManyRequests = 429;
  if (answer.httpStatus == kTooManyRequests)
    return {Kind::DisallowAll, s("robots.unreachable"),
            answer.at + std::clamp(answer.retryAfter.value_or(kRobotsRetry), kSoonestRobotsRetry, kLongestRobotsCache)};
  if (hundreds == 3 || hundreds == 4)
    return {Kind::AllowAll, s("robots.unavailable"), until};
  if (answer.at - answer.unreachableSince.value_or(answer.at) < kRobotsGivenUp)
    return {Kind::DisallowAll, s("robots.unreachable"), answer.at + kRobotsRetry};
  return {answer.hasCopy ? Kind::UseCopy : Kind::AllowAll, s("robots.given-up"), answer.at + kRobotsRetry};
}

bool isRobotsStale(Instant fetchedAt, Instant now) { return now < fetchedAt || now - fetchedAt >= kLongestRobotsCache; }

} // namespace pricewright
