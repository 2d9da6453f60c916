// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/Result.h"
#include "money/Currency.h"

#include <QJsonArray>
#include <QJsonObject>

#include <cmath>
#include <limits>
#include <span>
#include <vector>

// How the answers to expected values read the fields of a case. Internal to OracleAnswers and its parts.
namespace pricewright::oracle {

inline Error badCase(const QString& field) {
  return fail(QStringLiteral("oracle.bad-case"), {{QStringLiteral("field"), field}});
}

// Reads the fields of a case; a field of another type is refused, never taken for 0 or "".
inline Result<double> number(const QJsonValue& value, const QString& field) {
  if (!value.isDouble() || !std::isfinite(value.toDouble()))
    return badCase(field);
  return value.toDouble();
}
inline Result<double> number(const QJsonObject& in, const QString& field) { return number(in[field], field); }
inline Result<qint64> integer(const QJsonValue& value, const QString& field) {
  PW_TRY(const double read, number(value, field));
  constexpr qint64 kNone = std::numeric_limits<qint64>::min(); // what toInteger answers for a fraction or too much
  const qint64 whole = value.toInteger(kNone);
  if (whole == kNone || read != static_cast<double>(whole))
    return badCase(field);
  return whole;
}
inline Result<QString> text(const QJsonValue& value, const QString& field) {
  if (!value.isString())
    return badCase(field);
  return value.toString();
}
inline Result<QJsonArray> list(const QJsonObject& in, const QString& field) {
  if (!in[field].isArray())
    return badCase(field);
  return in[field].toArray();
}
inline Result<std::vector<double>> numbers(const QJsonArray& array, const QString& field) {
  std::vector<double> out;
  for (const QJsonValue& v : array) {
    PW_TRY(const double one, number(v, field));
    out.push_back(one);
  }
  return out;
}
inline Result<std::vector<double>> numbers(const QJsonObject& in, const QString& field) {
  PW_TRY(const QJsonArray array, list(in, field));
  return numbers(array, field);
}
inline Result<Currency> currency(const QJsonValue& value, const QString& field) {
  PW_TRY(const QString code, text(value, field));
  return Currency::fromCode(code);
}
inline QJsonArray array(std::span<const double> values) {
  QJsonArray out;
  for (const double v : values)
    out.append(v);
  return out;
}

// Rows of the same length, one after the other.
struct Matrix {
  std::vector<double> values;
  int columns = 0;
  std::size_t rows = 0;
};
inline Result<Matrix> matrix(const QJsonObject& in, const QString& field) {
  PW_TRY(const QJsonArray lines, list(in, field));
  Matrix out;
  for (const QJsonValue& line : lines) {
    if (!line.isArray())
      return badCase(field);
    PW_TRY(const std::vector<double> values, numbers(line.toArray(), field));
    if (out.rows > 0 && values.size() != static_cast<std::size_t>(out.columns))
      return badCase(field); // a row of another length
    out.columns = static_cast<int>(values.size());
    out.values.insert(out.values.end(), values.begin(), values.end());
    ++out.rows;
  }
  return out;
}
inline Result<double> numberOr(const QJsonObject& in, const QString& field, double none) {
  return in[field].isNull() || in[field].isUndefined() ? Result<double>(none) : number(in, field);
}

using AnswerCase = Result<QJsonObject> (*)(const QJsonObject&);
QMap<QString, AnswerCase> statisticTopics(); // smoothing, drift, counts, groups, shrinkage
QMap<QString, AnswerCase> priceTopics();     // optimum prices
QMap<QString, AnswerCase> testTopics();      // experiments: tests, power, sequences, beliefs

} // namespace pricewright::oracle
