// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "decision/JsonArchive.h"

#include <limits>

namespace pricewright {

void JsonWriter::value(const Settings& v) {
  m_text.open('{');
  const QMap<QString, QVariant>& changed = v.changed();
  for (auto it = changed.begin(); it != changed.end(); ++it) {
    m_text.key(it.key());
    switch (it.value().typeId()) {
    case QMetaType::Bool:
      m_text.boolean(it.value().toBool());
      break;
    case QMetaType::Double:
      m_text.real(it.value().toDouble());
      break;
    case QMetaType::QString:
      m_text.string(it.value().toString());
      break;
    default:
      m_text.integer(it.value().toLongLong());
    }
  }
  m_text.close('}');
}

// The settings that this build knows decide what a value is. One that it does not know, or refuses, cannot be replayed.
void JsonReader::value(Settings& v) {
  v = Settings();
  eachMember([&](const QString& key) {
    const SettingSpec* spec = findSetting(key);
    QVariant given;
    if (!spec)
      return m_in.refuse(fail(QStringLiteral("settings.unknown"), {{QStringLiteral("key"), key}}));
    switch (spec->type) {
    case SettingType::Switch:
      given = m_in.boolean();
      break;
    case SettingType::Real:
      given = m_in.real();
      break;
    case SettingType::Integer:
      given = m_in.integer();
      break;
    case SettingType::Text:
      given = m_in.string();
      break;
    }
    if (m_in.failed())
      return;
    if (const Status set = v.set(key, given); !set)
      m_in.refuse(set.error());
  });
}

void JsonReader::skipCell() {
  if (!m_in.more(']', m_level.column == 0))
    return m_in.refuse();
  m_in.skip();
}

std::vector<TableColumn> JsonReader::header(std::string_view own, bool& isOwn) {
  std::vector<TableColumn> columns;
  if (!m_in.open('{'))
    return columns;
  if (!m_in.expectedKey("columns", true))
    m_in.refuse();
  isOwn = m_in.standsHere(own);
  each([&] {
    TableColumn column;
    if (m_in.peek() == '[') {
      each([&] {
        const std::string_view name = m_in.name();
        if (column.key.empty())
          column.key = name;
        else
          column.inner.push_back({name, {}});
      });
    } else {
      column.key = m_in.name();
    }
    if (!columns.empty() && column.key <= columns.back().key)
      m_in.refuse();
    columns.push_back(std::move(column));
  });
  if (!m_in.failed() && !m_in.expectedKey("rows", false))
    m_in.refuse();
  return columns;
}

void JsonReader::value(int& v) {
  const qint64 wide = m_in.integer();
  if (wide < std::numeric_limits<int>::min() || wide > std::numeric_limits<int>::max())
    return m_in.refuse();
  v = static_cast<int>(wide);
}

void JsonReader::value(Day& v) {
  int number = 0;
  value(number);
  v = fromDayNumber(number);
}

void JsonReader::value(Id& v) {
  const QString text = m_in.string();
  const Result<Id> id = text.isEmpty() ? Result<Id>(Id()) : Id::parse(text);
  if (!id)
    return m_in.refuse(id.error());
  v = *id;
}

void JsonReader::value(Currency& v) {
  const QByteArray code = m_in.string().toUtf8();
  v = Currency();
  if (code.isEmpty())
    return;
  const auto known = m_currencies.read(std::string_view(code.constData(), static_cast<std::size_t>(code.size())));
  if (!known)
    return m_in.refuse(
        fail(QStringLiteral("money.unknown-currency"), {{QStringLiteral("code"), QString::fromUtf8(code)}}));
  v = *known;
}

void JsonReader::value(Money& v) {
  Currency currency;
  qint64 minor = 0;
  pair(currency, minor);
  v = Money(minor, currency);
}

void JsonReader::value(QJsonObject& v) {
  if (m_in.peek() != '{')
    return m_in.refuse();
  const std::string_view text = m_in.skip();
  Result<QJsonObject> object = parseObject(QByteArray(text.data(), static_cast<qsizetype>(text.size())));
  if (!object)
    return m_in.refuse(object.error());
  v = *std::move(object);
}

} // namespace pricewright
