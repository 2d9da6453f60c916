// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/RuleSet.h"

#include <array>

namespace pricewright {
namespace {

// Words that tell what a segment really is, each with the reason for which it is refused.
struct RefusedWord {
  QStringView word, reason;
};
constexpr RefusedWord kRefused[] = {
    {u"age", u"personal-trait"},
    {u"senior", u"personal-trait"},
    {u"young", u"personal-trait"},
    {u"gender", u"personal-trait"},
    {u"sex", u"personal-trait"},
    {u"female", u"personal-trait"},
    {u"male", u"personal-trait"},
    {u"women", u"personal-trait"},
    {u"men", u"personal-trait"},
    {u"race", u"personal-trait"},
    {u"ethnic", u"personal-trait"},
    {u"religion", u"personal-trait"},
    {u"disab", u"personal-trait"},
    {u"health", u"personal-trait"},
    {u"pregnan", u"personal-trait"},
    {u"orientation", u"personal-trait"},
    {u"national", u"personal-trait"},
    {u"income", u"personal-trait"},
    {u"wealth", u"personal-trait"},
    {u"family", u"personal-trait"},
    {u"marital", u"personal-trait"},
    {u"parent", u"personal-trait"},
    {u"behavio", u"behavior"},
    {u"browsing", u"behavior"},
    {u"browser", u"behavior"},
    {u"device", u"behavior"},
    {u"click", u"behavior"},
    {u"visit", u"behavior"},
    {u"history", u"behavior"},
    {u"returning", u"behavior"},
    {u"willing", u"behavior"},
    {u"profile", u"behavior"},
    {u"churn", u"behavior"},
    {u"score", u"behavior"},
    {u"residen", u"place-of-residence"},
    {u"postcode", u"place-of-residence"},
    {u"postal", u"place-of-residence"},
    {u"zip", u"place-of-residence"},
    {u"address", u"place-of-residence"},
    {u"home", u"place-of-residence"},
    {u"neighb", u"place-of-residence"},
    {u"ip", u"place-of-residence"},
    {u"geolocation", u"place-of-residence"},
    {u"payment", u"place-of-residence"},
    {u"district", u"place-of-residence"},
};

// Short words count as whole words only ("men" is not in "department"), longer ones as beginnings ("disabled").
bool tells(QStringView token, QStringView word) { return word.size() <= 5 ? token == word : token.startsWith(word); }

QStringList tokensOf(QStringView text) {
  QStringList tokens(QString{});
  for (const QChar c : text) {
    if (c.isLetter())
      tokens.last() += c.toLower();
    else if (!tokens.last().isEmpty())
      tokens << QString();
  }
  return tokens;
}

} // namespace

// Lawful names: contract, loyalty, quantity, channel, market, each with an optional ":which". An open loyalty tier is
// one that everybody may join; who somebody is, does or where he lives is none of these.
Status checkSegment(QStringView segment) {
  static constexpr std::array<QStringView, 5> kLawful{u"contract", u"loyalty", u"quantity", u"channel", u"market"};
  const QStringView trimmed = segment.trimmed();
  if (trimmed.isEmpty())
    return {};
  const auto refuse = [&](QStringView reason) {
    return fail(QStringLiteral("rules.unlawful-segment"), {{QStringLiteral("segment"), trimmed.left(60).toString()},
                                                           {QStringLiteral("reason"), reason.toString()}});
  };
  for (const QString& token : tokensOf(trimmed))
    for (const auto& [word, reason] : kRefused)
      if (tells(token, word))
        return refuse(reason);
  const QString name =
      trimmed.left(trimmed.indexOf(u':') < 0 ? trimmed.size() : trimmed.indexOf(u':')).toString().toLower();
  if (std::find(kLawful.begin(), kLawful.end(), QStringView(name)) == kLawful.end())
    return refuse(u"not-a-lawful-segment");
  // "loyalty:over-60" is an age; a quantity may well be over ten.
  const QString which = trimmed.mid(name.size()).toString();
  if (name != u"quantity" && name != u"contract" &&
      std::any_of(which.begin(), which.end(), [](QChar c) { return c.isDigit(); }) &&
      (which.contains(u"over", Qt::CaseInsensitive) || which.contains(u"under", Qt::CaseInsensitive) ||
       which.contains(u'+')))
    return refuse(u"personal-trait");
  return {};
}

} // namespace pricewright
