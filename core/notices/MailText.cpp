// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "notices/MailText.h"

#include "base/Words.h"
#include "notices/Notice.h"

#include <QDateTime>
#include <QLocale>
#include <QUrl>

#include <algorithm>

namespace pricewright {
namespace {

constexpr std::size_t kMostRecipients = 100;
constexpr qsizetype kLine = 76;      // bytes of a line; an encoded word may have 75
constexpr qsizetype kWordBytes = 45; // of UTF-8 in an encoded word: 60 in base64, 72 with what is around them
constexpr qsizetype kLongestLocal = 64, kLongestDomain = 253;

Error badAddress(QStringView text) { return fail(s("mail.bad-address"), {{s("address"), saidLine(text.toUtf8())}}); }

bool isAtomSign(QChar c) {
  return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') ||
         QStringView(u"!#$%&'*+-/=?^_`{|}~").contains(c);
}

// Dots only between signs: the form that every server knows. Quoted local parts are refused.
bool isDotAtom(QStringView text) {
  return !text.isEmpty() && text.size() <= kLongestLocal && !text.startsWith(u'.') && !text.endsWith(u'.') &&
         !text.contains(u"..") &&
         std::all_of(text.begin(), text.end(), [](QChar c) { return c == u'.' || isAtomSign(c); });
}

bool isHostName(const QByteArray& host) {
  return !host.isEmpty() && host.size() <= kLongestDomain && !host.startsWith('.') && !host.endsWith('.') &&
         !host.startsWith('-') && !host.contains("..") && std::all_of(host.begin(), host.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-';
         });
}

// Control characters, and the line ends that Unicode has beside them, become spaces.
QString oneLine(const QString& text) {
  QString out = text;
  for (QChar& c : out)
    if (c < u' ' || c == QChar(0x7f) || (c >= QChar(0x80) && c < QChar(0xa0)) || c == QChar(0x2028) ||
        c == QChar(0x2029))
      c = u' ';
  return out.trimmed();
}

bool isPlain(const QString& text) {
  return !text.contains(u"=?") && std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u' ' && c <= u'~'; });
}

Result<MailAddress> parseOne(QStringView given) {
  const QStringView text = given.trimmed();
  MailAddress out;
  QStringView spec = text;
  if (text.endsWith(u'>')) {
    const qsizetype open = text.lastIndexOf(u'<');
    if (open < 0)
      return badAddress(text);
    spec = text.sliced(open + 1).chopped(1);
    QString name = text.first(open).trimmed().toString();
    if (name.size() >= 2 && name.startsWith(u'"') && name.endsWith(u'"'))
      name = name.mid(1, name.size() - 2).replace(s("\\\""), s("\"")).replace(s("\\\\"), s("\\"));
    out.name = oneLine(name).left(200);
  }
  const qsizetype at = spec.lastIndexOf(u'@');
  if (at < 1 || !isDotAtom(spec.first(at)))
    return badAddress(text);
  const QByteArray host = QUrl::toAce(spec.sliced(at + 1).toString()).toLower();
  if (!isHostName(host))
    return badAddress(text);
  out.address = spec.first(at).toLatin1() + '@' + host;
  return out;
}

// The pieces between separators that no quotes hold.
std::vector<QStringView> split(QStringView text) {
  std::vector<QStringView> out;
  bool quoted = false;
  qsizetype from = 0;
  for (qsizetype i = 0; i <= text.size(); ++i) {
    const QChar c = i < text.size() ? text[i] : u'\n';
    if (quoted && c == u'\\' && i + 1 < text.size())
      ++i;
    else if (c == u'"')
      quoted = !quoted;
    else if (i == text.size() || (!quoted && (c == u',' || c == u';' || c == u'\n' || c == u'\r'))) {
      if (const QStringView piece = text.sliced(from, i - from); !piece.trimmed().isEmpty())
        out.push_back(piece);
      from = i + 1;
    }
  }
  return out;
}

// Encoded words, each of whole characters.
QByteArray encodedWords(const QString& text, qsizetype firstLine) {
  const QByteArray utf8 = text.toUtf8();
  QByteArray out;
  qsizetype column = firstLine;
  for (qsizetype at = 0; at < utf8.size();) {
    qsizetype room = std::min(kWordBytes, (kLine - column - 12) / 4 * 3);
    if (room < 6) {
      out += "\r\n ", column = 1;
      continue;
    }
    room = std::min(room, utf8.size() - at);
    while (at + room < utf8.size() && (uchar(utf8[at + room]) & 0xc0) == 0x80)
      --room;
    const QByteArray word = "=?UTF-8?B?" + utf8.mid(at, room).toBase64() + "?=";
    out += word, column += word.size(), at += room;
    if (at < utf8.size())
      out += "\r\n ", column = 1;
  }
  return out;
}

// Folded at spaces; none where a word is too long for a line.
std::optional<QByteArray> foldedPlain(const QString& text, qsizetype firstLine) {
  QByteArray out;
  qsizetype column = firstLine;
  const QList<QByteArray> words = text.toLatin1().split(' ');
  for (qsizetype i = 0; i < words.size(); ++i) {
    if (words[i].size() > kLine - 2)
      return std::nullopt;
    // A line of spaces alone would end the header for some readers, and a space that folds away would be lost.
    const bool folds = i > 0 && !words[i].isEmpty() && column + 1 + words[i].size() > kLine;
    if (i == 0 && column + words[i].size() > kLine)
      return std::nullopt;
    out += folds ? QByteArray("\r\n ") : i > 0 ? QByteArray(" ") : QByteArray();
    column = folds ? 1 : column + (i > 0 ? 1 : 0);
    out += words[i], column += words[i].size();
  }
  return out;
}

QByteArray domainOf(const MailAddress& from) { return from.address.mid(from.address.lastIndexOf('@') + 1); }

QByteArray quotedPrintable(const QByteArray& text) { // RFC 2045, 6.7; lines end with \n in, CR LF out
  constexpr qsizetype kMost = 75;                    // and the = of a soft end
  const QByteArrayView digits("0123456789ABCDEF");
  QByteArray out;
  qsizetype column = 0;
  for (qsizetype i = 0; i < text.size(); ++i) {
    const auto c = uchar(text[i]);
    if (c == '\n') {
      out += "\r\n", column = 0;
      continue;
    }
    const bool endsLine = i + 1 == text.size() || text[i + 1] == '\n';
    // Dots and "From " at the beginning of a line have meanings on the way.
    const bool verbatim = (c > ' ' && c <= '~' && c != '=' && !(column == 0 && (c == '.' || c == 'F'))) ||
                          ((c == ' ' || c == '\t') && !endsLine);
    const qsizetype size = verbatim ? 1 : 3;
    if (column + size > kMost)
      out += "=\r\n", column = 0;
    if (verbatim)
      out += char(c);
    else
      (out += '=') += digits[c >> 4], out += digits[c & 15];
    column += size;
  }
  return out;
}

QByteArray base64Lines(const QByteArray& bytes) {
  const QByteArray all = bytes.toBase64();
  QByteArray out;
  for (qsizetype at = 0; at < all.size(); at += kLine)
    out += all.mid(at, kLine) + "\r\n";
  return out;
}

} // namespace

Result<std::vector<MailAddress>> parseMailAddresses(QStringView text) {
  constexpr qsizetype kLongest = 40'000;
  if (text.size() > kLongest)
    return fail(s("mail.too-many-recipients"), {{s("limit"), QString::number(kMostRecipients)}});
  std::vector<MailAddress> out;
  for (const QStringView piece : split(text)) {
    PW_TRY(MailAddress one, parseOne(piece));
    if (std::any_of(out.begin(), out.end(), [&](const MailAddress& a) { return a.address == one.address; }))
      continue;
    out.push_back(std::move(one));
    if (out.size() > kMostRecipients)
      return fail(s("mail.too-many-recipients"), {{s("limit"), QString::number(kMostRecipients)}});
  }
  if (out.empty())
    return fail(s("mail.no-recipient"));
  return out;
}

QByteArray mailText(const QString& given, qsizetype firstLine) {
  const QString text = oneLine(given);
  if (isPlain(text))
    if (const std::optional<QByteArray> folded = foldedPlain(text, firstLine))
      return *folded;
  return encodedWords(text, firstLine);
}

QByteArray mailAddressList(const std::vector<MailAddress>& addresses, qsizetype firstLine) {
  QByteArray out;
  qsizetype column = firstLine;
  for (std::size_t i = 0; i < addresses.size(); ++i) {
    const MailAddress& a = addresses[i];
    if (i > 0)
      out += ",\r\n ", column = 1;
    const QString name = oneLine(a.name);
    if (name.isEmpty()) {
      out += a.address;
      continue;
    }
    QString quoted = name;
    quoted.replace(u'\\', s("\\\\")).replace(u'"', s("\\\""));
    const bool fits = isPlain(name) && column + quoted.size() + 2 <= kLine;
    out += fits ? '"' + quoted.toLatin1() + '"' : encodedWords(name, column);
    out += "\r\n <" + a.address + '>';
  }
  return out;
}

QByteArray mailDate(Instant at) {
  return QLocale::c()
      .toString(QDateTime::fromMSecsSinceEpoch(toMillis(at), Qt::UTC), s("ddd, dd MMM yyyy HH:mm:ss '+0000'"))
      .toLatin1();
}

QByteArray mailBytes(const MailMessage& m) {
  QString body = m.body;
  body.replace(s("\r\n"), s("\n")).replace(u'\r', u'\n').replace(QChar(0), u' ');
  if (!body.endsWith(u'\n'))
    body += u'\n';
  const QByteArray utf8 = body.toUtf8();
  const auto strange = std::count_if(utf8.begin(), utf8.end(), [](char c) { return uchar(c) >= 0x80; });
  const bool printable = strange * 6 <= utf8.size();
  QByteArray out = "Date: " + mailDate(m.date) + "\r\nFrom: " + mailAddressList({m.from}, 6) +
                   "\r\nTo: " + mailAddressList(m.to, 4) + "\r\nSubject: " + mailText(m.subject, 9) +
                   "\r\nMessage-ID: <" + noticeFingerprint(m.key).toLatin1() + '@' + domainOf(m.from) +
                   ">\r\nAuto-Submitted: auto-generated\r\nMIME-Version: 1.0"
                   "\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: ";
  out += printable ? "quoted-printable\r\n\r\n" : "base64\r\n\r\n";
  // The text's own line ends are CR LF in base64 as well.
  out += printable ? quotedPrintable(utf8) : base64Lines(QByteArray(utf8).replace("\n", "\r\n"));
  return out;
}

} // namespace pricewright
