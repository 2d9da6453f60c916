// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/Result.h"

#include <QJsonObject>
#include <QStringList>

#include <vector>

namespace pricewright {

// A whole number of a JSON object and how far it may go. Percents are given with two decimals and kept as basis points.
struct NumberLimits {
  const char* field;
  int least, most;
  bool isPercent;
};

// Reads the fields of one object that somebody wrote: what is missing leaves its default, what nobody asked for is
// unknown. Errors are PREFIX.bad-field (field, value) and PREFIX.bad-number (field, value, least, most).
class JsonFields {
 public:
  static constexpr qsizetype kLongest = 200;
  JsonFields(const char* prefix, const QJsonObject& json) : m_prefix(prefix), m_json(json) {}

  Status text(const char* field, QString& into, qsizetype longest = kLongest);
  Status flag(const char* field, bool& into);
  Status number(const NumberLimits& limits, int& into);
  Status numbers(const NumberLimits& limits, std::vector<int>& into, qsizetype most);
  // As many texts as `most`; another code than bad-field says so where it is given.
  Status texts(const char* field, QStringList& into, qsizetype most, const char* code = "field");
  Result<QJsonObject> object(const char* field);
  Result<QJsonValue> any(const char* field) { return next(field); }
  Status done() const; // nothing but what was asked for

  static Error bad(const char* prefix, const char* code, const char* field, const QString& value,
                   QMap<QString, QString> more = {});
  static Status within(const char* prefix, const NumberLimits& limits, int value);
  static QString shown(const QJsonValue& value);
  static QJsonValue plainNumber(int value, bool isPercent); // back into JSON

 private:
  QJsonValue next(const char* field);
  Result<int> whole(const NumberLimits& limits, const QJsonValue& v) const;

  const char* m_prefix;
  const QJsonObject& m_json;
  QStringList m_asked;
};

} // namespace pricewright
