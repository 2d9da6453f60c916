// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/Rows.h"
#include "decision/JsonText.h"
#include "decision/Names.h"

#include "base/Settings.h"

#include <QJsonDocument>

#include <type_traits>

// One list of fields per struct serves writing and reading: what is not in the list does not exist in either, and the
// two cannot drift apart. A list is in the order of its keys, which makes the text canonical without sorting.
namespace pricewright {

template <class Archive, class T> using Field = std::conditional_t<Archive::kReads, T, const T>;

// Lists of these can be written as tables: {"columns": ["age", …], "rows": [[…], …]}, each name once and not in every
// row. A list inside a row has its columns beside its name, ["inputs", "age", …], and only rows itself. Reading goes by
// the names in the header, so a table of another version is read like an object of another version.
enum class Layout { Plain, Tables };
template <class T> inline constexpr bool kInTable = false;
template <> inline constexpr bool kInTable<Feature> = true;
template <> inline constexpr bool kInTable<Verdict> = true;
template <> inline constexpr bool kInTable<VerdictInput> = true;

struct TableColumn {
  std::string_view key;
  std::vector<TableColumn> inner;
};
template <class T> const std::string& columnsText(); // the header of a table of T

class JsonWriter {
 public:
  static constexpr bool kReads = false;
  explicit JsonWriter(Layout layout = Layout::Plain) : m_layout(layout) {}
  template <class T> void operator()(const char* key, const T& v) {
    if (m_inRow)
      m_text.item();
    else
      m_text.key(std::string_view(key));
    value(v);
  }
  QByteArray text() const { return m_text.take(); }
  int nulls() const { return 0; }

  void value(bool v) { m_text.boolean(v); }
  void value(int v) { m_text.integer(v); }
  void value(qint64 v) { m_text.integer(v); }
  void value(quint64 v) { m_text.unsignedInteger(v); }
  void value(double v) { m_text.real(v); }
  void value(const QString& v) { m_text.string(v); }
  void value(const QByteArray& v) { m_text.string(QString::fromUtf8(v)); }
  void value(const Id& v) { m_text.string(v.isNull() ? QString() : v.toString()); }
  void value(const Currency& v) { m_text.string(v.isValid() ? v.code() : QString()); }
  void value(const Decimal& v) { m_text.integer(v.micros()); }
  void value(const Money& v) { pair(v.currency(), v.minor()); }
  void value(const Amount& v) { pair(v.currency, v.value); }
  void value(Instant v) { m_text.integer(toMillis(v)); }
  void value(Duration v) { m_text.integer(v.count()); }
  void value(Day v) { m_text.integer(toDayNumber(v)); }
  void value(const QJsonObject& v) {
    const QByteArray text = canonicalJson(v);
    m_text.raw({text.constData(), static_cast<std::size_t>(text.size())});
  }
  void value(const Settings& v);
  template <class T> void value(const std::optional<T>& v) { v ? value(*v) : m_text.null(); }
  template <class T> void value(const std::vector<T>& v) {
    if constexpr (kInTable<T>) {
      if (m_layout == Layout::Tables && !v.empty())
        return table(v);
    }
    list(v);
  }
  void value(const QStringList& v) { list(v); }
  template <std::size_t N> void value(const std::array<double, N>& v) { list(v); }
  template <class A, class B> void value(const QPair<A, B>& v) { pair(v.first, v.second); }
  template <class V> void value(const QMap<QString, V>& v) {
    m_text.open('{');
    for (auto it = v.begin(); it != v.end(); ++it) {
      m_text.key(it.key());
      value(it.value());
    }
    m_text.close('}');
  }
  template <class T> void value(const T& v) {
    if constexpr (std::is_enum_v<T>) {
      m_text.string(nameOf(v));
    } else {
      const bool outer = std::exchange(m_inRow, false);
      m_text.open('{');
      fields(*this, v);
      m_text.close('}');
      m_inRow = outer;
    }
  }

 private:
  template <class T> void table(const std::vector<T>& v) {
    const bool isInner = std::exchange(m_inRow, true);
    if (!isInner)
      m_text.raw("{\"columns\":" + columnsText<T>() + ",\"rows\":");
    m_text.open('[');
    for (const T& one : v) {
      m_text.item();
      m_text.open('[');
      fields(*this, one);
      m_text.close(']');
    }
    m_text.close(']');
    if (!isInner)
      m_text.raw("}");
    m_inRow = isInner;
  }
  template <class List> void list(const List& v) {
    m_text.open('[');
    for (const auto& one : v) {
      m_text.item();
      value(one);
    }
    m_text.close(']');
  }
  template <class A, class B> void pair(const A& a, const B& b) {
    m_text.open('[');
    m_text.item();
    value(a);
    m_text.item();
    value(b);
    m_text.close(']');
  }
  JsonText m_text;
  Layout m_layout;
  bool m_inRow = false; // the members of a row of a table have no names
};

// Names the columns of a table.
class ColumnNames {
 public:
  static constexpr bool kReads = false;
  template <class T> void operator()(const char* key, const T&) { add('"' + std::string(key) + '"'); }
  template <class T> void operator()(const char* key, const std::vector<T>&) {
    std::string name = '"' + std::string(key) + '"';
    if constexpr (kInTable<T>) {
      ColumnNames inner;
      const T none{};
      fields(inner, none);
      name = '[' + name + ',' + inner.m_names + ']';
    }
    add(name);
  }
  int nulls() const { return 0; }
  std::string text() const { return '[' + m_names + ']'; }

 private:
  void add(const std::string& name) { m_names += (m_names.empty() ? "" : ",") + name; }
  std::string m_names;
};
template <class T> const std::string& columnsText() {
  static const std::string kText = [] {
    ColumnNames names;
    const T value{};
    fields(names, value);
    return names.text();
  }();
  return kText;
}

// A key that is missing leaves the member's default, an unknown one is passed over: texts of other versions can be
// read. A wrong type, an unknown name or a key out of order stops it.
class JsonReader {
 public:
  static constexpr bool kReads = true;
  JsonReader(std::string_view text, StringPool& pool) : m_in(text, pool) {}
  template <std::size_t N, class T> void operator()(const char (&key)[N], T& v) {
    if (m_level.columns)
      return cell(std::string_view(key, N - 1), v);
    // Nearly always the very key that comes next in the list stands there.
    if (!m_level.has && !m_level.closed) {
      if (m_in.expectedKey(key, m_level.first)) {
        m_level.first = false;
        m_level.key = std::string_view(key, N - 1);
        return value(v);
      }
      next();
    }
    const std::string_view wanted(key, N - 1);
    while (m_level.has && m_level.key < wanted) {
      m_in.skip();
      next();
    }
    if (!m_level.has || m_level.key != wanted)
      return;
    m_level.has = false;
    value(v);
  }
  template <class T> Status readAll(T& v) {
    value(v);
    if (!m_in.failed() && !m_in.atEnd())
      m_in.refuse();
    return m_in.failed() ? Status(m_in.error()) : Status();
  }
  int nulls() const { return m_in.nulls(); }

  void value(bool& v) { v = m_in.boolean(); }
  void value(qint64& v) { v = m_in.integer(); }
  void value(quint64& v) { v = m_in.unsignedInteger(); }
  void value(double& v) { v = m_in.real(); }
  void value(QString& v) { v = m_in.string(); }
  void value(QByteArray& v) { v = m_in.string().toUtf8(); }
  void value(Decimal& v) { v = Decimal::fromMicros(m_in.integer()); }
  void value(Instant& v) { v = fromMillis(m_in.integer()); }
  void value(Duration& v) { v = Duration(m_in.integer()); }
  void value(int& v);
  void value(Day& v);
  void value(Id& v);
  void value(Currency& v);
  void value(Money& v);
  void value(Amount& v) { pair(v.currency, v.value); }
  void value(QJsonObject& v);
  void value(Settings& v);
  template <class T> void value(std::optional<T>& v) {
    v.reset();
    if (!m_in.null())
      value(v.emplace());
  }
  template <class T> void value(std::vector<T>& v) {
    v.clear();
    if constexpr (kInTable<T>) {
      if (m_level.columns && m_inner && !m_inner->empty())
        return rows(v, m_inner);
      if (m_in.peek() == '{')
        return table(v);
    }
    each([&] { value(v.emplace_back()); });
  }
  void value(QStringList& v) {
    v.clear();
    each([&] { v.append(m_in.string()); });
  }
  template <std::size_t N> void value(std::array<double, N>& v) {
    std::size_t count = 0;
    each([&] { count < N ? value(v[count++]) : m_in.refuse(); });
    if (count != N)
      m_in.refuse();
  }
  template <class A, class B> void value(QPair<A, B>& v) { pair(v.first, v.second); }
  template <class V> void value(QMap<QString, V>& v) {
    v.clear();
    eachMember([&](const QString& key) { value(v[key]); });
  }
  template <class T> void value(T& v) {
    if constexpr (std::is_enum_v<T>) {
      if (!fromName(m_in.string(), v))
        m_in.refuse();
    } else {
      object(v);
    }
  }

 private:
  struct Level {
    std::string_view key;                              // the last one read
    bool has = false, first = true, closed = false;    // has: its value has not been read yet
    const std::vector<TableColumn>* columns = nullptr; // in a row of a table: what its members are
    std::size_t column = 0;
  };
  template <class T> void cell(std::string_view key, T& v) {
    const std::vector<TableColumn>& columns = *m_level.columns;
    if (m_exact) { // the header is this build's own: no name needs to be looked at
      if (!m_in.more(']', m_level.column == 0))
        return m_in.refuse();
      m_inner = &columns[m_level.column++].inner;
      return value(v);
    }
    for (; m_level.column < columns.size() && columns[m_level.column].key < key; ++m_level.column)
      skipCell();
    if (m_level.column == columns.size() || columns[m_level.column].key != key)
      return;
    if (!m_in.more(']', m_level.column == 0))
      return m_in.refuse();
    m_inner = &columns[m_level.column++].inner;
    value(v);
  }
  void skipCell();
  template <class T> void table(std::vector<T>& v) {
    const bool outer = m_exact;
    const std::vector<TableColumn> columns = header(columnsText<T>(), m_exact);
    if (!m_in.failed())
      rows(v, &columns);
    m_exact = outer;
    if (!m_in.failed() && m_in.more('}', false))
      m_in.refuse();
  }
  std::vector<TableColumn> header(std::string_view own, bool& isOwn); // {"columns": …, "rows":
  template <class T> void rows(std::vector<T>& v, const std::vector<TableColumn>* columns) {
    const Level outer = m_level;
    each([&] {
      if (v.empty())
        v.reserve(sizeof(T) > 100 ? 32 : 2);
      m_level = {};
      m_level.columns = columns;
      if (!m_in.open('['))
        return;
      fields(*this, v.emplace_back());
      for (; m_level.column < columns->size() && !m_in.failed(); ++m_level.column)
        skipCell();
      if (m_in.more(']', columns->empty()))
        m_in.refuse();
    });
    m_level = outer;
  }
  template <class T> void object(T& v) {
    if (!m_in.open('{'))
      return;
    const Level outer = std::exchange(m_level, {});
    fields(*this, v);
    if (!m_level.has && !m_level.closed)
      next();
    while (m_level.has) {
      m_in.skip();
      next();
    }
    m_level = outer;
  }
  void next() {
    m_level.has = m_in.more('}', m_level.first);
    m_level.closed = !m_level.has;
    if (!m_level.has)
      return;
    const std::string_view key = m_in.key();
    if (!m_level.first && key <= m_level.key)
      m_in.refuse();
    m_level.key = key;
    m_level.first = false;
    m_level.has = !m_in.failed();
    m_level.closed = m_in.failed();
  }
  template <class Take> void each(const Take& take) {
    if (!m_in.open('['))
      return;
    for (bool first = true; m_in.more(']', first); first = false)
      take();
  }
  template <class Take> void eachMember(const Take& take) {
    if (!m_in.open('{'))
      return;
    for (bool first = true; m_in.more('}', first); first = false)
      take(m_in.textKey());
  }
  template <class A, class B> void pair(A& a, B& b) {
    int count = 0;
    each([&] {
      if (count == 0)
        value(a);
      else if (count == 1)
        value(b);
      else
        m_in.refuse();
      ++count;
    });
    if (count != 2)
      m_in.refuse();
  }

  JsonCursor m_in;
  CurrencyReader m_currencies;
  Level m_level;
  const std::vector<TableColumn>* m_inner = nullptr; // columns of the list inside the row that is read next
  bool m_exact = false;                              // the table that is being read has this build's own columns
};

// Canonical text of any struct that has a list of fields, and back.
template <class T> QByteArray toText(const T& v, Layout layout = Layout::Plain) {
  JsonWriter writer(layout);
  writer.value(v);
  return writer.text();
}
template <class T> Status fromText(std::string_view text, StringPool& pool, T& v) {
  JsonReader reader(text, pool);
  return reader.readAll(v);
}
template <class T> Result<T> fromJson(const QJsonObject& json) {
  const QByteArray text = canonicalJson(json);
  StringPool pool;
  T v;
  PW_CHECK(fromText(std::string_view(text.constData(), static_cast<std::size_t>(text.size())), pool, v));
  return v;
}
template <class T> QJsonObject toObject(const T& v) { return QJsonDocument::fromJson(toText(v)).object(); }

} // namespace pricewright
