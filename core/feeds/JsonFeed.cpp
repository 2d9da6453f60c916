// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "feeds/JsonFeed.h"

#include "base/Words.h"

namespace pricewright {
namespace {

constexpr std::uint32_t kMostValues = 6'000'000;
constexpr std::size_t kDeepestJson = 64;

// Whether a text is JSON to the letter (RFC 8259): JsonTree reads what people make of it as well, and a service that
// sends that has broken off or sends something else. Linear, and counts the values before any of them takes memory.
class StrictJson {
 public:
  // `rowDepth`: of the array whose rows are kept where the text breaks off; 0: none are.
  explicit StrictJson(std::string_view text, std::size_t rowDepth = 0) : m_text(text), m_rowDepth(rowDepth) {}
  std::size_t at() const { return m_at; }
  std::uint32_t values() const { return m_values; }
  // What came up to the last row that came whole, closed as if the text ended there; "": no row came whole.
  QByteArray wholeRows() const {
    QByteArray out(m_text.data(), qsizetype(m_wholeRows));
    for (auto end = m_openThen.rbegin(); end != m_openThen.rend(); ++end)
      out += *end;
    return out;
  }

  bool holds() {
    if (m_text.starts_with("\xEF\xBB\xBF"))
      m_at = 3;
    if (!value())
      return false;
    while (!m_open.empty()) {
      space();
      if (!inside())
        return false;
    }
    space();
    return m_at == m_text.size();
  }

 private:
  char now() const { return m_at < m_text.size() ? m_text[m_at] : '\0'; }
  bool take(char c) {
    if (now() != c || m_at >= m_text.size())
      return false;
    ++m_at;
    return true;
  }
  void space() {
    while (m_at < m_text.size() && (now() == ' ' || now() == '\t' || now() == '\n' || now() == '\r'))
      ++m_at;
  }

  // After a value within an object or array: what may follow, and with a comma the next one.
  bool inside() {
    if (take(m_open.back())) {
      m_open.pop_back();
      if (!m_open.empty() && m_open.size() == m_rowDepth && m_open.back() == ']')
        m_wholeRows = m_at, m_openThen = m_open;
      return true;
    }
    return take(',') && member();
  }
  bool member() {
    space();
    if (m_open.back() == ']')
      return value();
    if (!string())
      return false;
    space();
    return take(':') && value();
  }

  bool value() {
    space();
    ++m_values;
    switch (now()) {
    case '{':
      return open('}');
    case '[':
      return open(']');
    case '"':
      return string();
    case 't':
      return word("true");
    case 'f':
      return word("false");
    case 'n':
      return word("null");
    default:
      return number();
    }
  }
  bool open(char end) {
    ++m_at;
    space();
    if (take(end))
      return true;
    if (m_open.size() >= kDeepestJson)
      return false;
    m_open.push_back(end);
    return member();
  }
  bool word(std::string_view wanted) {
    if (!m_text.substr(m_at).starts_with(wanted))
      return false;
    m_at += wanted.size();
    return true;
  }
  bool string() {
    if (!take('"'))
      return false;
    while (m_at < m_text.size()) {
      const char c = m_text[m_at++];
      if (c == '"')
        return true;
      if (static_cast<unsigned char>(c) < 0x20)
        return false;
      if (c == '\\')
        ++m_at;
    }
    return false;
  }
  bool digits() {
    const std::size_t from = m_at;
    while (now() >= '0' && now() <= '9')
      ++m_at;
    return m_at > from;
  }
  bool number() {
    take('-');
    if (!take('0') && !digits())
      return false;
    if (take('.') && !digits())
      return false;
    if (now() == 'e' || now() == 'E') {
      ++m_at;
      if (!take('+'))
        take('-');
      return digits();
    }
    return true;
  }

  std::string_view m_text;
  std::size_t m_at = 0;
  std::uint32_t m_values = 0;
  std::string m_open; // what closes each object and array
  std::size_t m_rowDepth, m_wholeRows = 0;
  std::string m_openThen;
};

bool isPriceField(FeedField field) {
  return field == FeedField::Price || field == FeedField::SalePrice || field == FeedField::ListPrice ||
         field == FeedField::Shipping;
}

} // namespace

Result<JsonTree> readFeedJson(const QByteArray& bytes) {
  const std::string_view text(bytes.constData(), std::size_t(bytes.size()));
  StrictJson strict(text);
  const auto bad = [](std::size_t at) { return fail(s("feed.bad-json"), {{s("offset"), QString::number(at)}}); };
  if (!strict.holds())
    return bad(strict.at());
  if (strict.values() > kMostValues)
    return fail(s("feed.too-large"), {{s("limit"), QString::number(kMostValues)}});
  JsonTree tree;
  JsonLimits limits;
  limits.nodes = strict.values() + 1, limits.complete = true;
  std::size_t used = 0;
  if (!tree.read(text, used, limits) || (tree[0].kind != JsonKind::Object && tree[0].kind != JsonKind::Array))
    return bad(used);
  return tree;
}

QString feedText(const JsonTree& tree, JsonId id) {
  if (id >= tree.size())
    return {};
  if (tree[id].kind == JsonKind::Array)
    id = tree[id].firstChild;
  if (id >= tree.size() || tree[id].kind == JsonKind::Array || tree[id].kind == JsonKind::Object ||
      tree[id].kind == JsonKind::Null)
    return {};
  return QString::fromStdString(tree.text(id));
}

QString feedNumberText(const JsonTree& tree, JsonId id) {
  const QString text = feedText(tree, id);
  if (id >= tree.size() || tree[id].kind != JsonKind::Number || !text.contains(u'e', Qt::CaseInsensitive))
    return text;
  const Result<Decimal> value = Decimal::parse(text);
  return value ? value->toString() : text;
}

namespace {

Result<JsonPage> pageFrom(const JsonTree& tree, const FeedMapping& mapping, FeedIntake& intake) {
  const JsonId items = mapping.items.find(tree, 0);
  if (items == kNoJson || tree[items].kind != JsonKind::Array)
    return fail(s("feed.no-items"));
  JsonPage page;
  for (JsonId row = tree[items].firstChild; row != kNoJson; row = tree[row].next) {
    ++page.rows;
    FeedItem item;
    item.position = intake.counts().items + intake.counts().unreadable + 1;
    for (const auto& [field, pointer] : mapping.fields) {
      const JsonId at = pointer.find(tree, row);
      item[field] = isPriceField(field) ? feedNumberText(tree, at) : feedText(tree, at);
      if (field == FeedField::Price && at != kNoJson && tree[at].kind == JsonKind::Number)
        item.decimalMark = u'.';
    }
    PW_CHECK(intake.take(std::move(item)));
  }
  if (mapping.next == FeedMapping::Next::Url || mapping.next == FeedMapping::Next::Token)
    page.next = feedText(tree, mapping.nextAt.find(tree, 0));
  return page;
}

// The rows that came whole are as good as those of a whole document; the one that is cut is none.
Status takeWholeRows(const QByteArray& bytes, const FeedMapping& mapping, FeedIntake& intake) {
  StrictJson strict({bytes.constData(), std::size_t(bytes.size())}, mapping.items.depth() + 1);
  strict.holds();
  const QByteArray whole = strict.wholeRows();
  const Result<JsonTree> tree = readFeedJson(whole);
  if (!tree)
    return {};
  const Result<JsonPage> page = pageFrom(*tree, mapping, intake);
  return page || page.error().is(u"feed.no-items") ? Status() : Status(page.error());
}

} // namespace

Result<JsonPage> readJsonPage(const QByteArray& bytes, const FeedMapping& mapping, FeedIntake& intake) {
  const Result<JsonTree> tree = readFeedJson(bytes);
  if (tree)
    return pageFrom(*tree, mapping, intake);
  Error error = tree.error();
  if (!error.is(u"feed.bad-json"))
    return error;
  const qint64 before = intake.counts().items;
  PW_CHECK(takeWholeRows(bytes, mapping, intake));
  const qint64 offset = error.arguments.value(s("offset")).toLongLong();
  error.arguments.insert(s("line"),
                         QString::number(bytes.first(std::min<qsizetype>(offset, bytes.size())).count('\n') + 1));
  error.arguments.insert(s("rows"), QString::number(intake.counts().items - before));
  return error;
}

} // namespace pricewright
