// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetching/ProxyRequest.h"

#include "base/Words.h"
#include "fetching/Url.h"

#include <QUrl>

#include <algorithm>
#include <array>

namespace pricewright {
namespace {

constexpr qsizetype kMostProxyLines = 200;
constexpr std::array kProxyMethods = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"};

Error badProxyRequest(const char* why) { return fail(s("proxy.bad-request"), {{s("why"), s(why)}}); }

bool isTokenCharacter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         QByteArrayView("!#$%&'*+-.^_`|~").contains(c);
}
bool isToken(QByteArrayView text) { return !text.isEmpty() && std::all_of(text.begin(), text.end(), isTokenCharacter); }
// Visible ASCII: neither blanks nor what a terminal or another parser would take for an end.
bool isPlainTarget(QByteArrayView text) {
  return !text.isEmpty() && text.size() <= kLongestUrl &&
         std::all_of(text.begin(), text.end(), [](char c) { return c > 0x20 && c < 0x7f; });
}
bool isFieldValue(QByteArrayView text) {
  return std::all_of(text.begin(), text.end(), [](char c) {
    const auto u = static_cast<unsigned char>(c);
    return u == '\t' || (u >= 0x20 && u != 0x7f);
  });
}

struct HeadField {
  QByteArray name; // in lower case
  QByteArrayView line, value;
};
struct HeadLines {
  QByteArrayView first;
  std::vector<HeadField> fields;
};
// Lines end with CR LF, or with LF alone where a server may; no line goes on in the next.
std::optional<HeadLines> headLines(QByteArrayView head, bool strictEnds) {
  HeadLines out;
  for (qsizetype at = 0, no = 0; at < head.size(); ++no) {
    const qsizetype end = head.indexOf('\n', at);
    if (end < 0 || no > kMostProxyLines)
      return {};
    const bool hasReturn = end > at && head[end - 1] == '\r';
    const QByteArrayView line = head.sliced(at, end - at - (hasReturn ? 1 : 0));
    at = end + 1;
    if ((strictEnds && !hasReturn) || !isFieldValue(line))
      return {};
    if (line.isEmpty())
      return at == head.size() && no > 0 ? std::optional(std::move(out)) : std::nullopt;
    if (no == 0) {
      out.first = line;
      continue;
    }
    const qsizetype colon = line.indexOf(':');
    if (colon <= 0 || !isToken(line.first(colon)))
      return {};
    out.fields.push_back({line.first(colon).toByteArray().toLower(), line, line.sliced(colon + 1).trimmed()});
  }
  return {};
}

// What is meant for the next hop only (RFC 9110, 7.6.1), and what proxies tell each other.
bool isHopField(const QByteArray& name) {
  return name == "connection" || name == "keep-alive" || name == "te" || name == "trailer" || name == "upgrade" ||
         name == "expect" || name == "via" || name.startsWith("proxy-");
}
// The names that "Connection" calls hop by hop too.
QList<QByteArray> namedByConnection(const HeadLines& lines) {
  QList<QByteArray> out;
  for (const HeadField& f : lines.fields)
    if (f.name == "connection") {
      const QList<QByteArray> words = f.value.toByteArray().toLower().split(',');
      for (const QByteArray& word : words)
        out += word.trimmed();
    }
  return out;
}
// Without these a request or an answer would be another one, whatever "Connection" says.
bool staysAlways(const QByteArray& name) {
  return name == "content-length" || name == "content-type" || name == "transfer-encoding" || name == "host";
}

Result<qint64> bodyLength(const HeadLines& lines) {
  qint64 length = -1;
  for (const HeadField& f : lines.fields) {
    if (f.name == "transfer-encoding")
      return badProxyRequest("transfer-encoding");
    if (f.name != "content-length")
      continue;
    const bool isNumber = !f.value.isEmpty() && f.value.size() <= 18 &&
                          std::all_of(f.value.begin(), f.value.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (!isNumber || length >= 0)
      return badProxyRequest("content-length");
    length = f.value.toByteArray().toLongLong();
    if (length > kLargestProxyUpload)
      return badProxyRequest("too-large");
  }
  return std::max<qint64>(length, 0);
}

QByteArray plainHead(const QByteArray& method, QByteArrayView rest, const QUrl& url, const HeadLines& lines) {
  const QList<QByteArray> named = namedByConnection(lines);
  QByteArray out = method + ' ' + (rest.startsWith('/') ? "" : "/") + rest.toByteArray() + " HTTP/1.1\r\nHost: ";
  out += url.authority(QUrl::FullyEncoded).toLatin1() + "\r\n";
  for (const HeadField& f : lines.fields)
    if (f.name != "host" && !isHopField(f.name) && (staysAlways(f.name) || !named.contains(f.name)))
      out += f.line.toByteArray() + "\r\n";
  return out + "Connection: close\r\n\r\n";
}

Result<ProxyRequest> targetOf(const QByteArray& method, QByteArrayView target, const HeadLines& lines,
                              const AddressAllowList& allowed) {
  ProxyRequest out;
  out.isTunnel = method == "CONNECT";
  const bool isKnown = std::find(kProxyMethods.begin(), kProxyMethods.end(), method) != kProxyMethods.end();
  if (!out.isTunnel && !isKnown)
    return badProxyRequest("method");
  // A tunnel's target is "host:port" and nothing else.
  if (out.isTunnel && (target.contains('/') || target.contains('?') || target.contains('#') ||
                       target.lastIndexOf(':') <= target.lastIndexOf(']') || target.endsWith(':')))
    return badProxyRequest("target");
  const QString text = (out.isTunnel ? s("https://") : QString()) + QString::fromLatin1(target);
  PW_TRY(const QUrl url, admissibleUrl(text, allowed));
  if (!out.isTunnel && url.scheme() != u"http")
    return fail(s("fetch.bad-scheme"), {{s("scheme"), url.scheme()}});
  out.host = url.host(QUrl::FullyEncoded);
  out.port = url.port(out.isTunnel ? 443 : 80);
  if (out.host.startsWith(u'['))
    out.host = out.host.mid(1, out.host.size() - 2);
  if (out.isTunnel)
    return out;
  QByteArrayView rest = target.sliced(7); // behind "http://"
  qsizetype end = 0;
  while (end < rest.size() && rest[end] != '/' && rest[end] != '?' && rest[end] != '#')
    ++end;
  rest = rest.sliced(end);
  if (rest.contains('#'))
    return badProxyRequest("target");
  out.head = plainHead(method, rest, url, lines);
  return out;
}

} // namespace

qsizetype endOfHead(QByteArrayView bytes, qsizetype from) {
  for (qsizetype at = bytes.indexOf('\n', std::max<qsizetype>(0, from - 3)); at >= 0;
       at = bytes.indexOf('\n', at + 1)) {
    if (at + 1 < bytes.size() && bytes[at + 1] == '\n')
      return at + 2;
    if (at + 2 < bytes.size() && bytes[at + 1] == '\r' && bytes[at + 2] == '\n')
      return at + 3;
  }
  return -1;
}

Result<ProxyRequest> parseProxyRequest(QByteArrayView head, const AddressAllowList& allowed) {
  if (head.size() > kLongestProxyHead)
    return badProxyRequest("too-long");
  const std::optional<HeadLines> lines = headLines(head, true);
  if (!lines)
    return badProxyRequest("syntax");
  const qsizetype first = lines->first.indexOf(' '), last = lines->first.lastIndexOf(' ');
  if (first <= 0 || first == last)
    return badProxyRequest("syntax");
  const QByteArrayView target = lines->first.sliced(first + 1, last - first - 1);
  const QByteArrayView version = lines->first.sliced(last + 1);
  if (!isToken(lines->first.first(first)) || !isPlainTarget(target) || (version != "HTTP/1.1" && version != "HTTP/1.0"))
    return badProxyRequest("syntax");
  QByteArray authorization;
  for (const HeadField& f : lines->fields) {
    if (f.name == "upgrade")
      return fail(s("proxy.upgrade"),
                  {{s("protocol"), QString::fromLatin1(f.value.first(std::min<qsizetype>(f.value.size(), 40)))}});
    if (f.name == "proxy-authorization")
      authorization = f.value.toByteArray();
  }
  PW_TRY(const qint64 length, bodyLength(*lines));
  PW_TRY(ProxyRequest out, targetOf(lines->first.first(first).toByteArray(), target, *lines, allowed));
  if (out.isTunnel && length > 0)
    return badProxyRequest("content-length");
  out.authorization = authorization, out.bodyBytes = length;
  return out;
}

QByteArray basicAuthorization(const QByteArray& user, const QByteArray& password) {
  return "Basic " + (user + ':' + password).toBase64();
}

Result<ProxyAnswerHead> parseProxyAnswer(QByteArrayView head) {
  const std::optional<HeadLines> lines = headLines(head, false);
  const auto digit = [&](qsizetype i) { return lines->first[i] >= '0' && lines->first[i] <= '9'; };
  const bool isAnswer = lines && lines->first.size() >= 12 && lines->first.startsWith("HTTP/1.") && digit(7) &&
                        lines->first[8] == ' ' && digit(9) && digit(10) && digit(11) &&
                        (lines->first.size() == 12 || lines->first[12] == ' ');
  if (!isAnswer)
    return fail(s("fetch.bad-answer"));
  ProxyAnswerHead out;
  out.status = lines->first.sliced(9, 3).toByteArray().toInt();
  out.isInterim = out.status >= 100 && out.status < 200;
  if (out.status < 100 || out.status == 101)
    return fail(s("fetch.bad-answer"));
  const QList<QByteArray> named = namedByConnection(*lines);
  out.head = "HTTP/1.1" + lines->first.sliced(8).toByteArray() + "\r\n";
  for (const HeadField& f : lines->fields)
    if (!isHopField(f.name) && (staysAlways(f.name) || !named.contains(f.name)))
      out.head += f.line.toByteArray() + "\r\n";
  out.head += out.isInterim ? "\r\n" : "Connection: close\r\n\r\n";
  return out;
}

QByteArray proxyRefusal(int status, const QString& code) {
  const QByteArray body = "The checking proxy refuses: " + code.toLatin1() + "\n";
  QByteArray out = "HTTP/1.1 " + QByteArray::number(status) +
                   " Refused\r\nContent-Type: text/plain\r\nContent-Length: " + QByteArray::number(body.size()) +
                   "\r\nConnection: close\r\nCache-Control: no-store\r\n" + "Proxy-Status: pricewright; details=\"" +
                   code.toLatin1() + "\"\r\n";
  if (status == 407)
    out += "Proxy-Authenticate: Basic realm=\"pricewright\"\r\n";
  return out + "\r\n" + body;
}

QString refusalIn(const QByteArray& proxyStatus) {
  constexpr QByteArrayView kBegin = "pricewright; details=\"";
  if (!proxyStatus.startsWith(kBegin) || !proxyStatus.endsWith('"'))
    return {};
  return QString::fromLatin1(proxyStatus.sliced(kBegin.size(), proxyStatus.size() - kBegin.size() - 1));
}

} // namespace pricewright
