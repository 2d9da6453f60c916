// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "feeds/XmlFeed.h"

#include "base/Words.h"
#include "extraction/Gzip.h"

#include <QBuffer>
#include <QSet>
#include <QXmlStreamReader>

namespace pricewright {
namespace {

constexpr int kDeepest = 64;
constexpr int kMostAttributes = 64;         // each is compared with each
constexpr qsizetype kLongestTag = 65'536;   // bytes
constexpr int kMostEntityCharacters = 1000; // no feed needs them

Error brokenXml(qint64 line, const QString& why) {
  return fail(s("feed.broken-xml"), {{s("line"), QString::number(line)}, {s("why"), why}});
}

// The parser compares each attribute of a tag with each other one: a tag of millions of them would keep it for hours.
// So tags are counted out before it sees them.
class TagCheck {
 public:
  explicit TagCheck(QByteArrayView bytes) : m_bytes(bytes) {}
  Status run() {
    for (qsizetype at = 0; (at = m_bytes.indexOf('<', at)) >= 0;) {
      const QByteArrayView rest = m_bytes.sliced(at);
      if (rest.startsWith("<!--"))
        at = behind("-->", at + 4);
      else if (rest.startsWith("<![CDATA["))
        at = behind("]]>", at);
      else if (rest.startsWith("<?"))
        at = behind("?>", at);
      else if (!rest.startsWith("<!") && !isShort(at))
        return brokenXml(1 + m_bytes.first(at).count('\n'), s("a tag is too long"));
      else
        ++at;
    }
    return {};
  }

 private:
  qsizetype behind(const char* end, qsizetype from) const {
    const qsizetype at = m_bytes.indexOf(end, from);
    return at < 0 ? m_bytes.size() : at + 1;
  }
  bool isShort(qsizetype at) const {
    char quote = 0;
    int equals = 0;
    for (qsizetype i = at + 1; i < m_bytes.size(); ++i) {
      const char c = m_bytes[i];
      if (quote != 0)
        quote = c == quote ? char(0) : quote;
      else if (c == '"' || c == '\'')
        quote = c;
      else if (c == '>' || c == '<')
        return true;
      else if (c == '=' && ++equals > kMostAttributes)
        return false;
      if (i - at > kLongestTag)
        return false;
    }
    return true;
  }
  QByteArrayView m_bytes;
};

// What people write without declaring it.
class CommonEntities : public QXmlStreamEntityResolver {
 public:
  QString resolveUndeclaredEntity(const QString& name) override {
    static const QHash<QString, char16_t> kKnown{
        {s("nbsp"), 0xA0},    {s("euro"), 0x20AC},  {s("pound"), 0xA3},   {s("yen"), 0xA5},     {s("cent"), 0xA2},
        {s("copy"), 0xA9},    {s("reg"), 0xAE},     {s("trade"), 0x2122}, {s("ndash"), 0x2013}, {s("mdash"), 0x2014},
        {s("lsquo"), 0x2018}, {s("rsquo"), 0x2019}, {s("ldquo"), 0x201C}, {s("rdquo"), 0x201D}, {s("hellip"), 0x2026},
        {s("auml"), 0xE4},    {s("ouml"), 0xF6},    {s("uuml"), 0xFC},    {s("Auml"), 0xC4},    {s("Ouml"), 0xD6},
        {s("Uuml"), 0xDC},    {s("szlig"), 0xDF},   {s("eacute"), 0xE9},  {s("egrave"), 0xE8},  {s("agrave"), 0xE0},
        {s("ccedil"), 0xE7},  {s("aring"), 0xE5},   {s("oslash"), 0xF8},  {s("deg"), 0xB0},     {s("middot"), 0xB7}};
    const auto found = kKnown.constFind(name);
    return found == kKnown.constEnd() ? QString() : QString(QChar(*found));
  }
};

class XmlFeedReader {
 public:
  XmlFeedReader(const QByteArray& bytes, FeedIntake& intake) : m_intake(intake) {
    m_device.setData(bytes);
    m_device.open(QIODevice::ReadOnly);
    m_xml.setDevice(&m_device);
    m_xml.setNamespaceProcessing(false); // an undeclared "g:" would be an error
    m_xml.setEntityExpansionLimit(kMostEntityCharacters);
    m_xml.setEntityResolver(&m_entities);
  }

  Status read() {
    while (!m_xml.atEnd()) {
      switch (m_xml.readNext()) {
      case QXmlStreamReader::StartElement:
        PW_CHECK(open());
        break;
      case QXmlStreamReader::EndElement:
        PW_CHECK(close());
        break;
      case QXmlStreamReader::Characters:
        if (m_textDepth == m_depth && !m_intake.isTooLong(m_text.size()))
          m_text += m_xml.text();
        break;
      case QXmlStreamReader::DTD:
        if (!m_xml.entityDeclarations().isEmpty())
          return fail(s("feed.dtd"));
        break;
      default:
        break;
      }
    }
    if (m_xml.hasError())
      return brokenXml(m_xml.lineNumber(), m_xml.errorString().left(200));
    return m_isFeed ? Status() : fail(s("feed.not-a-feed"));
  }

 private:
  struct Name {
    QStringView prefix, local;
  };
  Name nameNow() const {
    const QStringView whole = m_xml.qualifiedName();
    const qsizetype colon = whole.indexOf(u':');
    return colon < 0 ? Name{{}, whole} : Name{whole.first(colon), whole.sliced(colon + 1)};
  }
  bool isGoogle(const Name& name) const {
    return name.prefix.isEmpty() ? m_googleIsDefault : m_google.contains(name.prefix.toString());
  }

  void noteNamespaces() {
    for (const QXmlStreamAttribute& a : m_xml.attributes()) {
      if (!a.qualifiedName().startsWith(u"xmlns") || !a.value().contains(u"base.google.com/ns/1.0"))
        continue;
      if (a.qualifiedName() == u"xmlns")
        m_googleIsDefault = true;
      else if (m_google.size() < kMostAttributes)
        m_google.insert(a.qualifiedName().sliced(qsizetype(6)).toString());
    }
  }

  Status open() {
    if (++m_depth > kDeepest)
      return brokenXml(m_xml.lineNumber(), s("elements stand too deep"));
    noteNamespaces();
    const Name name = nameNow();
    if (m_depth == 1)
      m_isFeed = name.local == u"rss" || name.local == u"feed" || name.local == u"RDF";
    if (m_itemDepth == 0) {
      if (name.local == u"item" || name.local == u"entry") {
        m_isFeed = true, m_itemDepth = m_depth;
        m_item = FeedItem();
        m_item.position = ++m_number;
        m_ranks.fill(kNoRank), m_shippingIsCountrys = false;
      }
      return {};
    }
    if (m_depth == m_itemDepth + 1) {
      openField(name);
    } else if (m_inShipping && m_depth == m_itemDepth + 2) {
      m_text.clear(), m_textDepth = 0;
      if (name.local == u"price" || name.local == u"country")
        startText();
    }
    return {};
  }

  void openField(const Name& name) {
    m_field.reset(), m_textDepth = 0;
    const bool google = isGoogle(name);
    if (!google && !name.prefix.isEmpty())
      return;
    const std::optional<FeedName> known = feedFieldOfName(name.local);
    if (!known)
      return;
    m_rank = known->rank + (google ? 0 : kPlainRank);
    m_inShipping = known->field == FeedField::Shipping;
    m_shippingPrice.clear(), m_shippingCountry.clear();
    if (known->field == FeedField::Url && m_xml.attributes().hasAttribute(s("href"))) { // Atom
      const QStringView relation = m_xml.attributes().value(s("rel"));
      if ((relation.isEmpty() || relation == u"alternate") && m_rank < m_ranks[std::size_t(FeedField::Url)])
        put(FeedField::Url, m_xml.attributes().value(s("href")).toString());
      return;
    }
    if (!m_inShipping && m_rank >= m_ranks[std::size_t(known->field)])
      return;
    m_field = known->field;
    startText();
  }
  void startText() { m_text.clear(), m_textDepth = m_depth; }
  void put(FeedField field, const QString& text) {
    if (text.trimmed().isEmpty())
      return;
    m_item[field] = text;
    m_ranks[std::size_t(field)] = m_rank;
  }

  Status close() {
    const int depth = m_depth--;
    if (m_itemDepth == 0)
      return {};
    if (depth == m_itemDepth) {
      m_itemDepth = 0, m_textDepth = 0, m_inShipping = false;
      return m_intake.take(std::move(m_item));
    }
    if (depth == m_itemDepth + 2 && m_inShipping && m_textDepth == depth) {
      (nameNow().local == u"price" ? m_shippingPrice : m_shippingCountry) = m_text.trimmed();
      m_text.clear(), m_textDepth = 0;
    }
    if (depth != m_itemDepth + 1)
      return {};
    if (m_inShipping)
      closeShipping();
    else if (m_field && m_textDepth == depth)
      put(*m_field, m_text);
    m_field.reset(), m_textDepth = 0, m_inShipping = false;
    return {};
  }

  void closeShipping() {
    const QString price = m_shippingPrice.isEmpty() ? m_text : m_shippingPrice;
    const bool countrys = !m_intake.how().country.isEmpty() && m_shippingCountry == m_intake.how().country;
    if (m_shippingIsCountrys || (!countrys && !m_item[FeedField::Shipping].isEmpty()))
      return;
    m_shippingIsCountrys = countrys;
    put(FeedField::Shipping, price);
  }

  static constexpr int kNoRank = 1'000'000, kPlainRank = 1000;
  FeedIntake& m_intake;
  QBuffer m_device;
  CommonEntities m_entities;
  QXmlStreamReader m_xml;
  QSet<QString> m_google{s("g")};
  bool m_googleIsDefault = false, m_isFeed = false, m_inShipping = false, m_shippingIsCountrys = false;
  int m_depth = 0, m_itemDepth = 0, m_textDepth = 0, m_rank = 0;
  qint64 m_number = 0;
  FeedItem m_item;
  std::array<int, kFeedFields> m_ranks{};
  std::optional<FeedField> m_field;
  QString m_text, m_shippingPrice, m_shippingCountry;
};

} // namespace

Result<QByteArray> unpackedFeed(const QByteArray& bytes, qint64 most) {
  const auto tooLarge = [&] { return fail(s("feed.too-large"), {{s("limit"), QString::number(most)}}); };
  if (bytes.size() > most)
    return tooLarge();
  if (!bytes.startsWith("\x1f\x8b"))
    return bytes;
  Result<QByteArray> out = inflateGzip(bytes, qsizetype(most));
  if (out)
    return out;
  return out.error().is(u"extraction.gzip-too-large") ? tooLarge() : fail(s("feed.damaged"));
}

Status readXmlFeed(const QByteArray& bytes, FeedIntake& intake) {
  PW_TRY(const QByteArray plain, unpackedFeed(bytes, intake.how().limits.bytes));
  PW_CHECK(TagCheck(plain).run());
  return XmlFeedReader(plain, intake).read();
}

} // namespace pricewright
