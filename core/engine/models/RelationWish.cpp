// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/models/RelationWish.h"

#include "base/Words.h"

#include <QRegularExpression>

#include <cmath>

namespace pricewright {
namespace {

constexpr qsizetype kLongest = 500;
constexpr double kMostFactor = 1'000, kMostApart = 1e9;

// 0.9 and 0,9 alike.
std::optional<double> numberOf(QString text) {
  text.replace(u',', u'.').remove(u' ');
  bool ok = false;
  const double value = text.toDouble(&ok);
  return ok && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

bool splitZone(const QString& text, QString& sku, QString& zone) {
  const qsizetype at = text.lastIndexOf(u'@');
  sku = (at < 0 ? text : text.left(at)).trimmed();
  zone = at < 0 ? QString() : text.mid(at + 1).trimmed();
  return !sku.isEmpty() && (at < 0 || !zone.isEmpty());
}

} // namespace

Result<RelationWish> relationFrom(const QString& text) {
  const auto bad = [&] { return fail(s("scenario.bad-relation"), {{s("relation"), text.left(80).trimmed()}}); };
  if (text.size() > kLongest)
    return bad();
  QString plain = text;
  plain.replace(u'≤', s("<=")).replace(u'×', u'*').replace(u'−', u'-');
  static const QRegularExpression form(s(
      R"(^\s*(\S.*?)\s*<=\s*(?:([0-9]+(?:[.,][0-9]+)?)\s*\*\s*)?(\S+?)\s*(?:\s([+-])\s*([0-9]+(?:[.,][0-9]+)?))?\s*$)"));
  const QRegularExpressionMatch found = form.match(plain);
  RelationWish out;
  if (!found.hasMatch() || !splitZone(found.captured(1), out.lower, out.lowerZone) ||
      !splitZone(found.captured(3), out.upper, out.upperZone) || out.lowerZone.isEmpty() != out.upperZone.isEmpty() ||
      (out.lower == out.upper && out.lowerZone == out.upperZone))
    return bad();
  if (!found.captured(2).isEmpty()) {
    const auto factor = numberOf(found.captured(2));
    if (!factor || !(*factor > 0) || *factor > kMostFactor)
      return bad();
    out.factor = *factor;
  }
  if (!found.captured(5).isEmpty()) {
    const auto add = numberOf(found.captured(5));
    if (!add || *add > kMostApart)
      return bad();
    out.add = found.captured(4) == u"-" ? -*add : *add;
  }
  return out;
}

QStringList relationTexts(const QString& text) {
  QStringList out;
  for (const QString& one : text.split(QRegularExpression(s("[;\n]")), Qt::SkipEmptyParts))
    if (!one.trimmed().isEmpty())
      out << one.trimmed();
  return out;
}

} // namespace pricewright
