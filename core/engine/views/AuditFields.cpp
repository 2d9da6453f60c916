// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/views/AuditFields.h"

#include "base/Json.h"
#include "base/Words.h"

#include <QJsonArray>

#include <algorithm>

namespace pricewright {
namespace {

constexpr std::size_t kMostFields = 400; // a cycle's report has a few dozen
constexpr int kMostDepth = 6;

QString valueText(const QJsonValue& value) {
  if (value.isNull() || value.isUndefined())
    return {};
  return value.isString() ? value.toString() : QString::fromUtf8(canonicalJson(value));
}

bool isPlain(const QJsonArray& array) {
  return std::none_of(array.begin(), array.end(), [](const QJsonValue& v) { return v.isObject() || v.isArray(); });
}

QString listText(const QJsonArray& array) {
  QStringList values;
  for (const QJsonValue& value : array)
    values << valueText(value);
  return values.join(s(", "));
}

// Objects within objects become dotted names.
void flatten(const QString& name, const QJsonValue& value, QMap<QString, QString>& out, int depth = 0) {
  if (out.size() >= qsizetype(kMostFields))
    return;
  const bool deep = depth >= kMostDepth;
  if (value.isObject() && !deep) {
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it)
      flatten(name.isEmpty() ? it.key() : name + u'.' + it.key(), it.value(), out, depth + 1);
    return;
  }
  if (value.isArray() && !deep && !isPlain(value.toArray())) {
    const QJsonArray array = value.toArray();
    for (qsizetype i = 0; i < array.size(); ++i)
      flatten(QStringLiteral("%1.%2").arg(name).arg(i + 1), array[i], out, depth + 1);
    return;
  }
  out.insert(name, value.isArray() ? listText(value.toArray()) : valueText(value));
}

// Names under which an entry keeps the value before and the value since.
struct Pair {
  const char *before, *after, *field;
};
constexpr Pair kPairs[] = {
    {"proposed_before", "proposed", "proposed"}, {"before", "price", "price"}, {"current", "proposed", "price"}};

bool isFromTo(const QString& kind, const QJsonObject& body) {
  const bool ofOneValue = kind.endsWith(u".changed") || kind == u"batch.moved";
  return ofOneValue && body.contains(s("from")) && body.contains(s("to")) && !body.contains(s("price"));
}

QString fromToField(const QString& kind, const QString& rowId) { return kind == u"batch.moved" ? s("release") : rowId; }

void takePair(const QJsonObject& body, const Pair& pair, QMap<QString, QString>& rest,
              std::vector<AuditField>& fields) {
  const QString before = s(pair.before), after = s(pair.after);
  if (!body.contains(before) || !body.contains(after) || !rest.contains(before) || !rest.contains(after))
    return;
  const QString was = rest.take(before), is = rest.take(after);
  fields.push_back({s(pair.field), was, is, was != is});
}

} // namespace

bool needsEntryBefore(const QString& kind, const QJsonObject& body) {
  return kind.endsWith(u".changed") && !isFromTo(kind, body) && !body.contains(s("before"));
}

std::vector<AuditField> auditFields(const QString& kind, const QString& rowId, const QJsonObject& body,
                                    const std::optional<QJsonObject>& before) {
  QMap<QString, QString> now, then;
  flatten({}, body, now);
  std::vector<AuditField> fields;
  if (isFromTo(kind, body)) {
    const QString was = now.take(s("from")), is = now.take(s("to"));
    fields.push_back({fromToField(kind, rowId), was, is, was != is});
  }
  for (const Pair& pair : kPairs)
    takePair(body, pair, now, fields);
  if (before)
    flatten({}, *before, then);
  for (auto it = now.begin(); it != now.end(); ++it) {
    const bool known = before && then.contains(it.key());
    fields.push_back({it.key(), known ? then[it.key()] : QString(), it.value(), known && then[it.key()] != it.value()});
  }
  for (auto it = then.begin(); it != then.end(); ++it)
    if (!now.contains(it.key()) && it.key() != u"account")
      fields.push_back({it.key(), it.value(), QString(), true});
  std::stable_partition(fields.begin(), fields.end(), [](const AuditField& f) { return f.changed; });
  return fields;
}

QString auditNote(const QJsonObject& body) {
  for (const char* name : {"comment", "reason", "why", "file", "haltedBy", "name", "channel"})
    if (const QString text = body.value(QLatin1String(name)).toString(); !text.isEmpty())
      return text;
  return {};
}

} // namespace pricewright
