// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/monitor/PageDoubts.h"

#include "matching/MatchScore.h"

#include <QJsonObject>

#include <cmath>

namespace pricewright {
namespace {

constexpr double kAnotherProduct = 0.3; // of titles that still are of one product: MatchScore::confidence
constexpr double kFar = 7;              // times our price: no shop asks as much for the same
constexpr double kSlip = 0.15;          // of log ratio around 10 and 100

bool objects(const MatchScore& score, QLatin1String code) { return score.objections.contains(code); }

bool knowsPacks(const MatchScore& score) {
  return !objects(score, QLatin1String("pack-unknown")) && !objects(score, QLatin1String("content-unknown")) &&
         std::any_of(score.evidence.begin(), score.evidence.end(),
                     [](const QString& e) { return e.startsWith(QLatin1String("packs:")); });
}

// Titles are changed by shops for many reasons: only one that has nothing in common with the one before is another's.
QString identityDoubt(const MatchProduct& now, const ExpectedPage& expected) {
  const MatchScore score = scoreMatch(expected.accepted ? expected.accepted->product : expected.ours, now);
  if (objects(score, QLatin1String("gtin-differs")))
    return QStringLiteral("watch.other-product");
  if (score.reason == u"gtin")
    return {};
  const int theirs = expected.accepted ? 1 : expected.theirPacks, ours = expected.accepted ? 1 : expected.ourPacks;
  if (knowsPacks(score) && qint64(score.theirPacks) * ours != qint64(score.ourPacks) * theirs)
    return QStringLiteral("watch.other-pack");
  if (expected.accepted && !now.title.isEmpty() && !expected.accepted->product.title.isEmpty() &&
      score.confidence < kAnotherProduct &&
      (objects(score, QLatin1String("no-words")) || objects(score, QLatin1String("words-differ"))))
    return QStringLiteral("watch.other-product");
  return {};
}

QString priceDoubt(const Amount& price, const ExpectedPage& expected) {
  const double now = price.value.toDouble();
  if (expected.accepted) {
    const Amount& before = expected.accepted->price;
    if (before.currency != price.currency)
      return QStringLiteral("watch.currency-flip");
    const double ratio = std::abs(std::log(now / before.value.toDouble()));
    const bool slipped = std::abs(ratio - std::log(10)) <= kSlip || std::abs(ratio - std::log(100)) <= kSlip;
    return slipped ? QStringLiteral("watch.factor-slip") : QString();
  }
  if (!expected.ourPrice || expected.ourPrice->currency != price.currency || expected.theirPacks <= 0)
    return {};
  const double ratio = now * expected.ourPacks / expected.theirPacks / expected.ourPrice->value.toDouble();
  return ratio >= kFar || ratio <= 1 / kFar ? QStringLiteral("watch.far-from-ours") : QString();
}

} // namespace

QString doubtAbout(const ProductPage& page, const Amount& price, const ExpectedPage& expected) {
  if (const FieldValue& condition = page[ProductField::Condition]; condition.isKnown() && condition.value != u"New")
    return QStringLiteral("watch.not-new");
  const QString identity = identityDoubt(productOn(page), expected);
  return identity.isEmpty() ? priceDoubt(price, expected) : identity;
}

MatchProduct productOn(const ProductPage& page) {
  MatchProduct p;
  p.title = page[ProductField::Name].value, p.brand = page[ProductField::Brand].value;
  p.gtin = page[ProductField::Gtin].value, p.mpn = page[ProductField::Mpn].value;
  return p;
}

MatchProduct productFound(const QJsonObject& found) {
  const auto said = [&found](ProductField field) {
    return found.value(fieldName(field)).toObject().value(QLatin1String("value")).toString();
  };
  MatchProduct p;
  p.title = said(ProductField::Name), p.brand = said(ProductField::Brand);
  p.gtin = said(ProductField::Gtin), p.mpn = said(ProductField::Mpn);
  return p;
}

} // namespace pricewright
