// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetching/Url.h"

#include "base/Words.h"

#include <algorithm>

namespace pricewright {
namespace {

constexpr qsizetype kLongestHost = 1024; // characters before anything is decoded; DNS itself allows 253

// Above 1024, where mail, telephony, files, windows and chat are at home: a request there may be taken for a command.
constexpr int kOtherProtocols[] = {1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000,
                                   6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080};
// Zones that never were public names, or are set aside for private use.
constexpr const char* kLocalZones[] = {"local", "localdomain", "internal", "intranet", "lan",
                                       "home",  "corp",        "private",  "home.arpa"};

Error badUrl(QStringView text, const char* why) {
  return fail(s("fetch.bad-url"), {{s("url"), text.left(200).toString()}, {s("why"), s(why)}});
}

qsizetype upTo(QStringView text, QChar end) {
  const qsizetype at = text.indexOf(end);
  return at < 0 ? text.size() : at;
}

bool isAsciiDigit(QChar c) { return c >= u'0' && c <= u'9'; }
int hexDigit(QChar c) {
  return isAsciiDigit(c)          ? c.unicode() - u'0'
         : c >= u'a' && c <= u'f' ? c.unicode() - u'a' + 10
         : c >= u'A' && c <= u'F' ? c.unicode() - u'A' + 10
                                  : -1;
}

// Characters that the mapping for domain names drops: "local<soft hyphen>host" is asked as "localhost".
bool isDropped(QChar c) {
  const char16_t u = c.unicode();
  return u == 0x00ad || u == 0x034f || u == 0x2060 || u == 0x2064 || u == 0xfeff || (u >= 0x180b && u <= 0x180f) ||
         (u >= 0x200b && u <= 0x200d) || (u >= 0xfe00 && u <= 0xfe0f);
}

// Percent signs decoded once; one that no two digits follow stays, as in a zone ("%eth0").
QString decodedOnce(QStringView text) {
  QByteArray out;
  const QByteArray bytes = text.toUtf8();
  for (qsizetype i = 0; i < bytes.size(); ++i) {
    const int high = bytes[i] == '%' && i + 2 < bytes.size() ? hexDigit(QLatin1Char(bytes[i + 1])) : -1;
    const int low = high < 0 ? -1 : hexDigit(QLatin1Char(bytes[i + 2]));
    out += low < 0 ? bytes[i] : static_cast<char>(high * 16 + low);
    i += low < 0 ? 0 : 2;
  }
  return QString::fromUtf8(out);
}

// As a lenient client would understand it: decoded, compatible characters folded, one kind of dot, lower case.
QString plainHost(QStringView host) {
  QString text = decodedOnce(host);
  text.removeIf(isDropped);
  text = text.normalized(QString::NormalizationForm_KC).toLower();
  text.removeIf(isDropped);
  text.replace(QChar(0x3002), u'.');
  return text;
}

// One part of a numeric address: decimal, octal with a leading 0, hexadecimal after 0x ("0x" itself is nought). None if
// it is not a number; more than 32 bits stay too large for every use.
std::optional<quint64> numberPart(QStringView part) {
  int base = 10;
  if (part.startsWith(u"0x")) {
    base = 16, part = part.mid(2);
  } else if (part.size() > 1 && part.startsWith(u'0')) {
    base = 8, part = part.mid(1);
  } else if (part.isEmpty()) {
    return {};
  }
  quint64 value = 0;
  for (const QChar c : part) {
    const int digit = hexDigit(c);
    if (digit < 0 || digit >= base)
      return {};
    value = std::min<quint64>(value * quint64(base) + quint64(digit), quint64{1} << 40);
  }
  return value;
}

bool looksNumeric(QStringView label) {
  if (!label.isEmpty() && std::all_of(label.begin(), label.end(), isAsciiDigit))
    return true; // "08", too: not a number, but no name either
  return label.startsWith(u"0x") && numberPart(label).has_value();
}

// One to four parts, the last of which fills the bytes that are left.
std::optional<quint32> looseV4(const QList<QStringView>& parts) {
  if (parts.isEmpty() || parts.size() > 4)
    return {};
  quint64 number = 0;
  for (qsizetype i = 0; i < parts.size(); ++i) {
    const auto part = numberPart(parts[i]);
    const bool isLast = i + 1 == parts.size();
    const int bits = isLast ? 32 - 8 * int(i) : 8;
    if (!part || *part >> bits != 0)
      return {};
    number |= isLast ? *part : *part << (24 - 8 * i);
  }
  return static_cast<quint32>(number);
}

bool isUnder(QStringView name, QStringView zone) {
  return name.endsWith(zone) && (name.size() == zone.size() || name[name.size() - zone.size() - 1] == u'.');
}

std::optional<QString> nameRefusal(QStringView name, const AddressAllowList& allowed) {
  const bool isLoopback = isUnder(name, u"localhost") || isUnder(name, u"localhost.localdomain") ||
                          isUnder(name, u"localhost6.localdomain6") || name == u"ip6-localhost" ||
                          name == u"ip6-loopback" || name == u"loopback";
  if (isLoopback) {
    const bool opened = allowed.contains(IpAddress::v4(0x7f000001)) || allowed.contains(IpAddress::v6(0, 1));
    return opened ? std::nullopt : std::optional(s("address.local-name"));
  }
  const bool isLocal = !name.contains(u'.') || std::any_of(std::begin(kLocalZones), std::end(kLocalZones),
                                                           [&](const char* zone) { return isUnder(name, s(zone)); });
  return isLocal && allowed.isEmpty() ? std::optional(s("address.local-name")) : std::nullopt;
}

std::optional<QString> v6HostRefusal(QStringView host, const AddressAllowList& allowed) {
  if (host.startsWith(u'[') != host.endsWith(u']'))
    return s("address.malformed");
  if (host.startsWith(u'['))
    host = host.mid(1, host.size() - 2);
  const qsizetype zone = host.indexOf(u'%');
  const auto address = parseIpAddress(zone < 0 ? host : host.left(zone));
  if (!address || address->isV4)
    return s("address.malformed");
  if (auto refusal = addressRefusal(*address, allowed))
    return refusal;
  // A zone names a link of this very machine: no public server has one.
  return zone < 0 ? std::nullopt : std::optional(s("address.link-local"));
}

// Labels of 1 to 63 letters, digits, hyphens and underscores; 253 in all.
bool isDnsName(QStringView name) {
  if (name.isEmpty() || name.size() > 253)
    return false;
  qsizetype length = 0;
  for (const QChar c : name) {
    const bool isLetter = c >= u'a' && c <= u'z';
    if (c == u'.' ? length == 0 : !(isLetter || isAsciiDigit(c) || c == u'-' || c == u'_'))
      return false;
    length = c == u'.' ? 0 : length + 1;
    if (length > 63)
      return false;
  }
  return length > 0;
}

// What stands between "//" and the path, taken apart by hand: parsers disagree about odd authorities, so those that
// could be read in two ways are refused before one of them is asked.
struct Authority {
  QStringView host, port;
  bool hasCredentials = false, isOdd = false;
};

Authority splitAuthority(QStringView text) {
  Authority a;
  a.hasCredentials = text.contains(u'@');
  const qsizetype bracket = text.startsWith(u'[') ? text.indexOf(u']') : -1;
  const qsizetype colon = text.indexOf(u':', bracket < 0 ? 0 : bracket);
  a.host = colon < 0 ? text : text.left(colon);
  a.port = colon < 0 ? QStringView() : text.mid(colon + 1);
  a.isOdd = a.host.isEmpty() || text.contains(u'\\') || (text.startsWith(u'[') && bracket != a.host.size() - 1) ||
            a.port.contains(u':');
  return a;
}

// -1 for none given, 0 for one that is none.
int portFrom(QStringView text) {
  if (text.isEmpty())
    return -1;
  if (text.size() > 5 || !std::all_of(text.begin(), text.end(), isAsciiDigit))
    return 0;
  return text.toInt();
}

Status checkCharacters(QStringView text) {
  if (text.isEmpty())
    return badUrl(text, "empty");
  if (text.size() > kLongestUrl || text.toUtf8().size() > kLongestUrl)
    return fail(s("fetch.url-too-long"), {{s("limit"), QString::number(kLongestUrl)}});
  if (!text.isValidUtf16())
    return badUrl(u"", "characters");
  if (std::any_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x20 || c.unicode() == 0x7f; }))
    return badUrl(text, "characters");
  return {};
}

// Admits the scheme; what follows "http:" must be "//".
Result<QStringView> afterScheme(QStringView text) {
  const qsizetype colon = text.indexOf(u':');
  const qsizetype end = colon < 0 ? 0 : colon;
  const bool isScheme =
      end > 0 && !isAsciiDigit(text.front()) && std::all_of(text.begin(), text.begin() + end, [](QChar c) {
        return (c.unicode() < 0x80 && c.isLetterOrNumber()) || c == u'+' || c == u'-' || c == u'.';
      });
  if (!isScheme)
    return badUrl(text, "no-scheme");
  const QString scheme = text.left(end).toString().toLower();
  if (scheme != u"http" && scheme != u"https")
    return fail(s("fetch.bad-scheme"), {{s("scheme"), scheme.left(40)}});
  if (!text.mid(end).startsWith(u"://"))
    return badUrl(text, "no-host");
  return text.mid(end + 3);
}

Status checkHost(QStringView text, QStringView host, const AddressAllowList& allowed) {
  const auto refusal = hostRefusal(host, allowed);
  if (!refusal)
    return {};
  if (*refusal == u"address.malformed")
    return badUrl(text, "host");
  return fail(s("fetch.private-address"), {{s("host"), host.left(200).toString()}, {s("reason"), *refusal}});
}

Status checkAuthority(QStringView text, QStringView rest, const AddressAllowList& allowed) {
  const QStringView authority = rest.left(std::min({upTo(rest, u'/'), upTo(rest, u'?'), upTo(rest, u'#')}));
  const Authority a = splitAuthority(authority);
  if (a.hasCredentials)
    return fail(s("fetch.credentials"));
  if (a.isOdd)
    return badUrl(text, "host");
  if (const int port = portFrom(a.port); port >= 0 && !isAdmissiblePort(port))
    return fail(s("fetch.bad-port"), {{s("port"), a.port.left(20).toString()}});
  return checkHost(text, a.host, allowed);
}

void normalize(QUrl& url) {
  url.setFragment(QString());
  if (url.port() == (url.scheme() == u"https" ? 443 : 80))
    url.setPort(-1);
  if (url.host().endsWith(u'.'))
    url.setHost(url.host().chopped(1));
  url.setPath(QString::fromUtf8(withoutDots(url.path(QUrl::FullyEncoded).toUtf8())), QUrl::TolerantMode);
}

} // namespace

QByteArray withoutDots(QByteArrayView path) {
  QByteArray out;
  while (!path.isEmpty()) {
    const qsizetype end = path.sliced(1).indexOf('/') + 1; // of the segment, which begins with "/"
    const QByteArrayView segment = end > 0 ? path.first(end) : path;
    path = path.sliced(segment.size());
    const QByteArray name = segment.sliced(1).toByteArray().toLower().replace("%2e", ".");
    if (name == "..")
      out.truncate(std::max<qsizetype>(0, out.lastIndexOf('/')));
    if (name != "." && name != "..")
      out += segment;
    else if (path.isEmpty())
      out += '/';
  }
  return out.isEmpty() ? "/" : out;
}

std::optional<QString> hostRefusal(QStringView host, const AddressAllowList& allowed) {
  if (host.isEmpty() || host.size() > kLongestHost)
    return s("address.malformed");
  const QString plain = plainHost(host);
  if (plain.contains(u':') || plain.startsWith(u'['))
    return v6HostRefusal(plain, allowed);
  QStringView name = plain;
  if (name.endsWith(u'.'))
    name.chop(1);
  const QList<QStringView> labels = name.split(u'.');
  if (looksNumeric(labels.last())) {
    const auto number = looseV4(labels);
    return number ? addressRefusal(IpAddress::v4(*number), allowed) : std::optional(s("address.malformed"));
  }
  const QByteArray ace = QUrl::toAce(name.toString());
  if (!isDnsName(QString::fromLatin1(ace)))
    return s("address.malformed");
  return nameRefusal(QString::fromLatin1(ace), allowed);
}

bool isAdmissiblePort(int port) {
  if (port == 80 || port == 443)
    return true;
  return port > 1024 && port <= 65535 &&
         std::find(std::begin(kOtherProtocols), std::end(kOtherProtocols), port) == std::end(kOtherProtocols);
}

Result<QUrl> admissibleUrl(QStringView text, const AddressAllowList& allowed) {
  text = text.trimmed();
  PW_CHECK(checkCharacters(text));
  PW_TRY(const QStringView rest, afterScheme(text));
  PW_CHECK(checkAuthority(text, rest, allowed));
  // Some clients take "\" for "/", others do not.
  const QStringView path = rest.left(std::min(upTo(rest, u'?'), upTo(rest, u'#')));
  if (path.contains(u'\\'))
    return badUrl(text, "backslash");
  QUrl url(text.toString(), QUrl::TolerantMode);
  if (!url.isValid() || url.host().isEmpty() || !url.userInfo().isEmpty())
    return badUrl(text, "syntax");
  normalize(url);
  // Again, of what was understood: this is what will be asked.
  PW_CHECK(checkHost(text, url.host(QUrl::FullyEncoded), allowed));
  if (!isAdmissiblePort(url.port(url.scheme() == u"https" ? 443 : 80)))
    return fail(s("fetch.bad-port"), {{s("port"), QString::number(url.port())}});
  if (url.toEncoded().size() > kLongestUrl)
    return fail(s("fetch.url-too-long"), {{s("limit"), QString::number(kLongestUrl)}});
  return url;
}

} // namespace pricewright
