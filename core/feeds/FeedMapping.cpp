// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "feeds/FeedMapping.h"

#include "base/Words.h"

namespace pricewright {
namespace {

constexpr std::array<const char*, 4> kFeedKinds{"prisync", "json", "xml", "table"};

Error badMapping(const QString& where, const QString& why) {
  return fail(s("feed.bad-mapping"), {{s("where"), where}, {s("why"), why}});
}

// Names of HTTP's tokens: nothing that could begin another header.
bool isToken(const QString& text) {
  constexpr qsizetype kLongest = 100;
  return !text.isEmpty() && text.size() <= kLongest && std::all_of(text.begin(), text.end(), [](QChar c) {
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'-' || c == u'_' ||
           c == u'.';
  });
}

class MappingReader {
 public:
  MappingReader(const QJsonObject& object, FeedKind kind) : m_object(object), m_kind(kind) {}

  Result<FeedMapping> read() {
    PW_CHECK(known(m_object, {},
                   {"items", "fields", "next", "constants", "decimal_mark", "auth", "files", "sftp", "prisync"}));
    PW_CHECK(readItems());
    PW_CHECK(readFields());
    PW_CHECK(readNext());
    PW_CHECK(readConstants());
    PW_CHECK(readAuth());
    PW_CHECK(readPlace());
    return m;
  }

 private:
  static Status known(const QJsonObject& object, const QString& where, std::initializer_list<const char*> names) {
    for (auto it = object.begin(); it != object.end(); ++it)
      if (std::none_of(names.begin(), names.end(), [&](const char* name) { return it.key() == QLatin1String(name); }))
        return badMapping(where.isEmpty() ? it.key() : where + u'.' + it.key(), s("mapping.unknown-member"));
    return {};
  }
  static Result<QString> text(const QJsonObject& object, const QString& where, const char* name) {
    const QJsonValue value = object.value(QLatin1String(name));
    if (value.isUndefined())
      return QString();
    if (!value.isString() || value.toString().size() > 1000)
      return badMapping(where, s("mapping.text-wanted"));
    return value.toString();
  }
  Result<QJsonObject> part(const char* name) const {
    const QJsonValue value = m_object.value(QLatin1String(name));
    if (value.isUndefined() || value.isObject())
      return value.toObject();
    return badMapping(s(name), s("mapping.object-wanted"));
  }
  static Result<JsonPointer> pointer(const QString& text, const QString& where) {
    const std::optional<JsonPointer> read = JsonPointer::parse(text);
    return read ? Result<JsonPointer>(*read) : badMapping(where, s("mapping.no-pointer"));
  }

  Status readItems() {
    PW_TRY(const QString items, text(m_object, s("items"), "items"));
    PW_TRY(m.items, pointer(items, s("items")));
    return {};
  }

  Status readFields() {
    PW_TRY(const QJsonObject fields, part("fields"));
    bool hasPrice = false;
    for (auto it = fields.begin(); it != fields.end(); ++it) {
      const QString where = s("fields.") + it.key();
      const std::optional<FeedField> field = feedFieldFrom(it.key());
      if (!field)
        return badMapping(where, s("mapping.no-such-field"));
      if (!it.value().isString())
        return badMapping(where, s("mapping.text-wanted"));
      hasPrice = hasPrice || *field == FeedField::Price || *field == FeedField::SalePrice;
      if (m_kind == FeedKind::Table) {
        m.columns.insert(*field, it.value().toString());
        continue;
      }
      PW_TRY(JsonPointer at, pointer(it.value().toString(), where));
      m.fields.emplace_back(*field, std::move(at));
    }
    if (m_kind == FeedKind::Json && !hasPrice)
      return badMapping(s("fields"), s("mapping.no-price"));
    return {};
  }

  Status readNext() {
    PW_TRY(const QJsonObject next, part("next"));
    if (next.isEmpty())
      return {};
    PW_CHECK(known(next, s("next"), {"url", "token", "parameter", "page", "offset", "from", "step"}));
    PW_TRY(const QString url, text(next, s("next.url"), "url"));
    PW_TRY(const QString token, text(next, s("next.token"), "token"));
    PW_TRY(const QString page, text(next, s("next.page"), "page"));
    PW_TRY(const QString offset, text(next, s("next.offset"), "offset"));
    if (int(!url.isEmpty()) + int(!token.isEmpty()) + int(!page.isEmpty()) + int(!offset.isEmpty()) != 1)
      return badMapping(s("next"), s("mapping.one-way-on"));
    if (!url.isEmpty() || !token.isEmpty()) {
      m.next = url.isEmpty() ? FeedMapping::Next::Token : FeedMapping::Next::Url;
      PW_TRY(m.nextAt, pointer(url.isEmpty() ? token : url, s("next")));
      if (url.isEmpty()) {
        PW_TRY(m.nextParameter, text(next, s("next.parameter"), "parameter"));
      }
    } else {
      m.next = page.isEmpty() ? FeedMapping::Next::Offset : FeedMapping::Next::Page;
      m.nextParameter = page.isEmpty() ? offset : page;
      PW_TRY(m.from, number(next, "from", page.isEmpty() ? 0 : 1));
      PW_TRY(m.step, number(next, "step", page.isEmpty() ? 0 : 1));
    }
    if (m.next != FeedMapping::Next::Url && !isToken(m.nextParameter))
      return badMapping(s("next"), s("mapping.parameter-wanted"));
    return {};
  }
  static Result<qint64> number(const QJsonObject& object, const char* name, qint64 otherwise) {
    constexpr qint64 kMost = 1'000'000'000;
    const QJsonValue value = object.value(QLatin1String(name));
    if (value.isUndefined())
      return otherwise;
    const qint64 read = value.toInteger(-1);
    if (read < 0 || read > kMost)
      return badMapping(s("next.") + s(name), s("mapping.number-wanted"));
    return read;
  }

  Status readConstants() {
    PW_TRY(const QJsonObject constants, part("constants"));
    PW_CHECK(known(constants, s("constants"), {"currency", "seller", "country"}));
    PW_TRY(m.currency, text(constants, s("constants.currency"), "currency"));
    PW_TRY(m.seller, text(constants, s("constants.seller"), "seller"));
    PW_TRY(m.country, text(constants, s("constants.country"), "country"));
    if (!m.currency.isEmpty() && !Currency::fromCode(m.currency))
      return badMapping(s("constants.currency"), s("mapping.no-currency"));
    PW_TRY(const QString mark, text(m_object, s("decimal_mark"), "decimal_mark"));
    if (!mark.isEmpty() && mark != u"." && mark != u",")
      return badMapping(s("decimal_mark"), s("mapping.mark-wanted"));
    m.decimalMark = mark.isEmpty() ? QChar() : mark[0];
    return {};
  }

  Status readAuth() {
    PW_TRY(const QJsonObject auth, part("auth"));
    PW_CHECK(known(auth, s("auth"), {"header", "prefix", "parameter"}));
    PW_TRY(const QString header, text(auth, s("auth.header"), "header"));
    PW_TRY(const QString prefix, text(auth, s("auth.prefix"), "prefix"));
    PW_TRY(m.authParameter, text(auth, s("auth.parameter"), "parameter"));
    if (auth.isEmpty())
      return {};
    if (header.isEmpty() == m.authParameter.isEmpty())
      return badMapping(s("auth"), s("mapping.header-or-parameter"));
    if (!isToken(header.isEmpty() ? m.authParameter : header))
      return badMapping(s("auth"), s("mapping.bad-name"));
    if (std::any_of(prefix.begin(), prefix.end(), [](QChar c) { return c < u' ' || c > u'~'; }))
      return badMapping(s("auth.prefix"), s("mapping.plain-only"));
    m.authHeader = header.toLatin1(), m.authPrefix = prefix.toLatin1();
    return {};
  }

  Status readPlace() {
    PW_TRY(const QString files, text(m_object, s("files"), "files"));
    if (files.contains(u'/'))
      return badMapping(s("files"), s("mapping.pattern-wanted"));
    if (!files.isEmpty())
      m.files = files;
    PW_TRY(const QJsonObject sftp, part("sftp"));
    PW_CHECK(known(sftp, s("sftp"), {"key_file", "known_hosts"}));
    PW_TRY(m.keyFile, text(sftp, s("sftp.key_file"), "key_file"));
    PW_TRY(m.knownHosts, text(sftp, s("sftp.known_hosts"), "known_hosts"));
    PW_TRY(const QString prisync, text(m_object, s("prisync"), "prisync"));
    if (!prisync.isEmpty() && prisync != u"urls" && prisync != u"summary")
      return badMapping(s("prisync"), s("mapping.urls-or-summary"));
    m.prisyncSummary = prisync == u"summary";
    return {};
  }

  const QJsonObject& m_object;
  FeedKind m_kind;
  FeedMapping m;
};

} // namespace

QString feedKindName(FeedKind kind) { return s(kFeedKinds[std::size_t(kind)]); }

std::optional<FeedKind> feedKindFrom(QStringView name) {
  for (std::size_t i = 0; i < kFeedKinds.size(); ++i)
    if (name == QLatin1String(kFeedKinds[i]))
      return FeedKind(i);
  return std::nullopt;
}

std::optional<JsonPointer> JsonPointer::parse(QStringView text) {
  JsonPointer out;
  if (text.isEmpty())
    return out;
  if (!text.startsWith(u'/'))
    return std::nullopt;
  const auto parts = text.sliced(1).split(u'/');
  for (const QStringView part : parts) {
    QString plain;
    for (qsizetype i = 0; i < part.size(); ++i) {
      if (part[i] != u'~') {
        plain += part[i];
        continue;
      }
      if (++i == part.size() || (part[i] != u'0' && part[i] != u'1'))
        return std::nullopt;
      plain += part[i] == u'0' ? u'~' : u'/';
    }
    out.m_parts.push_back(plain.toStdString());
  }
  return out;
}

JsonId JsonPointer::find(const JsonTree& tree, JsonId from) const {
  for (const std::string& part : m_parts) {
    if (from >= tree.size())
      return kNoJson;
    if (tree[from].kind == JsonKind::Object) {
      JsonId at = tree[from].firstChild;
      while (at != kNoJson && tree[at].key != part &&
             (tree[at].key.find('\\') == std::string_view::npos || unescapedJson(tree[at].key) != part))
        at = tree[at].next;
      from = at;
    } else if (tree[from].kind == JsonKind::Array && !part.empty() && part.size() <= 9 &&
               part.find_first_not_of("0123456789") == std::string::npos && (part.size() == 1 || part[0] != '0')) {
      JsonId at = tree[from].firstChild;
      for (int left = std::stoi(part); left > 0 && at != kNoJson; --left)
        at = tree[at].next;
      from = at;
    } else {
      return kNoJson;
    }
  }
  return from;
}

Result<FeedMapping> FeedMapping::parse(const QJsonObject& object, FeedKind kind) {
  return MappingReader(object, kind).read();
}

} // namespace pricewright
