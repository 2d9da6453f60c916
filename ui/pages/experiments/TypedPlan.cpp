// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/experiments/TypedPlan.h"

#include "base/Words.h"
#include "itemmodels/Format.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace pricewright {
namespace {

bool partsCodes(QChar c) { return c.isSpace() || c == u';' || c == u','; }

// "A 12", with each quote in it doubled; `at` stands on the first quote and is moved behind the last.
QString quotedPart(const QString& text, qsizetype& at) {
  QString code;
  for (++at; at < text.size(); ++at) {
    if (text[at] == u'"' && (at + 1 >= text.size() || text[at + 1] != u'"'))
      return ++at, code;
    at += text[at] == u'"' ? 1 : 0;
    code += text[at];
  }
  return code;
}

// In CODE=3,49 the comma is the price's, unless what follows is another code with its price, or a quoted one.
QString pricePart(const QString& text, qsizetype& at) {
  qsizetype end = at;
  while (end < text.size() && !text[end].isSpace() && text[end] != u';' && text[end] != u'"')
    ++end;
  QString price = text.mid(at, end - at);
  if (const qsizetype next = price.indexOf(u'='); next >= 0)
    price.truncate(std::max<qsizetype>(0, price.lastIndexOf(u',', next)));
  at = price.isEmpty() ? end : at + price.size();
  while (price.endsWith(u','))
    price.chop(1);
  return price;
}

} // namespace

std::vector<TypedCode> typedCodes(const QString& text) {
  std::vector<TypedCode> all;
  for (qsizetype at = 0; at < text.size();) {
    if (partsCodes(text[at])) {
      ++at;
      continue;
    }
    TypedCode one;
    if (text[at] == u'"') {
      one.code = quotedPart(text, at);
    } else {
      const qsizetype from = at;
      while (at < text.size() && !partsCodes(text[at]) && text[at] != u'=')
        ++at;
      one.code = text.mid(from, at - from);
    }
    if (at < text.size() && text[at] == u'=')
      one.price = pricePart(text, ++at);
    all.push_back(std::move(one));
  }
  return all;
}

QStringList codesOf(const QString& text) {
  QStringList codes;
  for (const TypedCode& one : typedCodes(text))
    if (!one.code.isEmpty())
      codes << one.code;
  codes.removeDuplicates();
  return codes;
}

QString quoted(const QString& code) {
  const bool plain =
      std::none_of(code.begin(), code.end(), [](QChar c) { return partsCodes(c) || c == u'=' || c == u'"'; });
  return plain ? code : u'"' + QString(code).replace(u'"', s("\"\"")) + u'"';
}

QString quotedCodes(const QStringList& codes) {
  QStringList all;
  for (const QString& code : codes)
    all << quoted(code);
  return all.join(u' ');
}

std::optional<double> typedNumber(QString text) {
  text = text.replace(u'−', u'-').remove(u'%').remove(u'+').trimmed();
  bool ok = false;
  double value = QLocale().toDouble(text, &ok);
  if (!ok)
    value = text.toDouble(&ok);
  return ok && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

QString typedPercent(int bp) { return QLocale().toString(bp / 100.0, 'g', 6); }

QString outOfRange(const QString& name, double least, double most) {
  return QCoreApplication::translate("ExperimentForm", "%1: a number from %2 to %3.")
      .arg(name, QLocale().toString(least), QLocale().toString(most));
}

QString typedPrice(const QString& plain) { return QString(plain).replace(u'.', QLocale().decimalPoint()); }

std::optional<QString> plainPrice(const QString& typed) {
  const auto value = decimalFromText(typed);
  return value && value->micros() > 0 ? std::optional(value->toString()) : std::nullopt;
}

} // namespace pricewright
