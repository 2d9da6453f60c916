// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/JsonFields.h"

#include "base/Words.h"

#include <QJsonArray>

#include <cmath>

namespace pricewright {
namespace {

QString limitText(const NumberLimits& l, int value) {
  return l.isPercent ? QString::number(double(value) / 100, 'f', 2) : QString::number(value);
}

Error outOfRange(const char* prefix, const NumberLimits& l, const QString& value) {
  return JsonFields::bad(prefix, "number", l.field, value,
                         {{s("least"), limitText(l, l.least)}, {s("most"), limitText(l, l.most)}});
}

} // namespace

Error JsonFields::bad(const char* prefix, const char* code, const char* field, const QString& value,
                      QMap<QString, QString> more) {
  constexpr qsizetype kShown = 100;
  more.insert(s("field"), s(field));
  more.insert(s("value"), value.left(kShown));
  return fail(s(prefix) + s(".bad-") + s(code), std::move(more));
}

Status JsonFields::within(const char* prefix, const NumberLimits& l, int value) {
  if (value >= l.least && value <= l.most)
    return {};
  return outOfRange(prefix, l, limitText(l, value));
}

QString JsonFields::shown(const QJsonValue& v) {
  return v.isString()   ? v.toString()
         : v.isDouble() ? QString::number(v.toDouble())
         : v.isBool()   ? s(v.toBool() ? "true" : "false")
                        : s("…");
}

QJsonValue JsonFields::plainNumber(int value, bool isPercent) {
  return isPercent && value % 100 != 0 ? QJsonValue(double(value) / 100) : QJsonValue(isPercent ? value / 100 : value);
}

QJsonValue JsonFields::next(const char* field) {
  m_asked << s(field);
  return m_json.value(QLatin1String(field));
}

Status JsonFields::text(const char* field, QString& into, qsizetype longest) {
  const QJsonValue v = next(field);
  if (v.isUndefined())
    return {};
  if (!v.isString() || v.toString().size() > longest)
    return bad(m_prefix, "field", field, shown(v));
  into = v.toString();
  return {};
}

Status JsonFields::flag(const char* field, bool& into) {
  const QJsonValue v = next(field);
  if (v.isUndefined())
    return {};
  if (!v.isBool())
    return bad(m_prefix, "field", field, shown(v));
  into = v.toBool();
  return {};
}

Result<int> JsonFields::whole(const NumberLimits& l, const QJsonValue& v) const {
  const double scaled = v.toDouble(NAN) * (l.isPercent ? 100 : 1);
  constexpr double kFar = 1e9, kAlmost = 1e-6;
  if (!v.isDouble() || !(std::abs(scaled) < kFar) || std::abs(scaled - std::round(scaled)) > kAlmost)
    return outOfRange(m_prefix, l, shown(v));
  return int(std::lround(scaled));
}

Status JsonFields::number(const NumberLimits& l, int& into) {
  const QJsonValue v = next(l.field);
  if (!v.isUndefined()) {
    PW_TRY(into, whole(l, v));
  }
  return {};
}

Status JsonFields::numbers(const NumberLimits& l, std::vector<int>& into, qsizetype most) {
  const QJsonValue v = next(l.field);
  if (v.isUndefined())
    return {};
  if (!v.isArray() || v.toArray().size() > most)
    return bad(m_prefix, "field", l.field, shown(v));
  into.clear();
  for (const QJsonValue& one : v.toArray()) {
    PW_TRY(const int number, whole(l, one));
    into.push_back(number);
  }
  return {};
}

Status JsonFields::texts(const char* field, QStringList& into, qsizetype most, const char* code) {
  const QJsonValue v = next(field);
  if (v.isUndefined())
    return {};
  if (!v.isArray() || v.toArray().size() > most)
    return bad(m_prefix, code, field, shown(v));
  for (const QJsonValue& one : v.toArray()) {
    if (!one.isString() || one.toString().size() > kLongest * 5)
      return bad(m_prefix, code, field, shown(one));
    into << one.toString();
  }
  return {};
}

Result<QJsonObject> JsonFields::object(const char* field) {
  const QJsonValue v = next(field);
  if (!v.isUndefined() && !v.isObject())
    return bad(m_prefix, "field", field, shown(v));
  return v.toObject();
}

Status JsonFields::done() const {
  for (auto it = m_json.begin(); it != m_json.end(); ++it)
    if (!m_asked.contains(it.key()))
      return bad(m_prefix, "field", qPrintable(it.key().left(kLongest)), shown(it.value()));
  return {};
}

} // namespace pricewright
