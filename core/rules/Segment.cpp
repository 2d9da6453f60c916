// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/RuleSet.h"

#include "catalog/Catalog.h"

#include <QRegularExpression>

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
    {u"student", u"personal-trait"},
    {u"pension", u"personal-trait"},
    {u"retire", u"personal-trait"},
    {u"elder", u"personal-trait"},
    {u"teen", u"personal-trait"},
    {u"kids", u"personal-trait"},
    {u"child", u"personal-trait"},
    {u"mother", u"personal-trait"},
    {u"father", u"personal-trait"},
    {u"single", u"personal-trait"},
    {u"married", u"personal-trait"},
    {u"muslim", u"personal-trait"},
    {u"christian", u"personal-trait"},
    {u"jewish", u"personal-trait"},
    {u"black", u"personal-trait"},
    {u"blacks", u"personal-trait"},
    {u"white", u"personal-trait"},
    {u"whites", u"personal-trait"},
    {u"asian", u"personal-trait"},
    {u"foreign", u"personal-trait"},
    {u"migrant", u"personal-trait"},
    {u"citizen", u"personal-trait"},
    {u"veteran", u"personal-trait"},
    {u"union", u"personal-trait"},
    {u"frau", u"personal-trait"},
    {u"frauen", u"personal-trait"},
    {u"männer", u"personal-trait"},
    {u"rentner", u"personal-trait"},
    {u"senioren", u"personal-trait"},
    {u"studierende", u"personal-trait"},
    {u"kinder", u"personal-trait"},
    {u"familien", u"personal-trait"},
    {u"rich", u"personal-trait"},
    {u"poor", u"personal-trait"},
    {u"spender", u"behavior"},
    {u"iphone", u"behavior"},
    {u"android", u"behavior"},
    {u"desktop", u"behavior"},
    {u"loyalist", u"behavior"},
    {u"plz", u"place-of-residence"},
    {u"kiez", u"place-of-residence"},
    {u"city", u"place-of-residence"},
    {u"region", u"place-of-residence"},
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

// Lawful names: contract, loyalty, quantity, channel, market, each with an optional ":which". A contract is with a
// named company, a quantity is a number, a market a country; a channel or an open loyalty tier (one that everybody may
// join) is a code of one word. Who somebody is, does or where he lives is none of these. The words above catch a
// slip of the hand; a name that hides its meaning is for the bias audit to find.
Status checkSegment(QStringView segment) {
  static constexpr std::array<QStringView, 5> kLawful{u"contract", u"loyalty", u"quantity", u"channel", u"market"};
  const QStringView trimmed = segment.trimmed();
  if (trimmed.isEmpty())
    return {};
  const auto refuse = [&](QStringView reason) {
    return fail(QStringLiteral("rules.unlawful-segment"), {{QStringLiteral("segment"), trimmed.left(60).toString()},
                                                           {QStringLiteral("reason"), reason.toString()}});
  };
  const qsizetype colon = trimmed.indexOf(u':');
  const QString name = trimmed.left(colon < 0 ? trimmed.size() : colon).toString().toLower();
  const QString which = colon < 0 ? QString() : trimmed.mid(colon + 1).trimmed().toString();
  const bool lawful = std::find(kLawful.begin(), kLawful.end(), QStringView(name)) != kLawful.end();
  // A company may have any word in its name ("home-depot"); whatever else a segment is called tells whom it means.
  const QStringList tokens = tokensOf(trimmed);
  const bool company = lawful && name == u"contract" && tokens.size() > 2;
  for (const QString& token : tokens)
    for (const auto& [word, reason] : kRefused)
      if (!company && tells(token, word))
        return refuse(reason);
  if (!lawful)
    return refuse(u"not-a-lawful-segment");
  if (which.isEmpty() || name == u"contract")
    return {};
  static const QRegularExpression kNumber(
      QStringLiteral("^(over-|under-|from-|[<>≥≤]=?)?\\s*[0-9]{1,9}\\s*(\\+|-\\s*[0-9]{1,9})?$"));
  static const QRegularExpression kWord(QStringLiteral("^[A-Za-z][A-Za-z0-9_-]*$"));
  if (name == u"quantity")
    return kNumber.match(which).hasMatch() ? Status() : refuse(u"not-a-quantity");
  if (name == u"market") // a district or a postcode is where somebody lives
    return isMarketCode(which.toUpper()) ? Status() : refuse(u"place-of-residence");
  // "loyalty:over-60" is an age.
  const bool digits = std::any_of(which.begin(), which.end(), [](QChar c) { return c.isDigit(); });
  if (digits && (which.contains(u"over", Qt::CaseInsensitive) || which.contains(u"under", Qt::CaseInsensitive) ||
                 which.contains(u'+')))
    return refuse(u"personal-trait");
  if (!kWord.match(which).hasMatch())
    return refuse(u"not-a-lawful-segment");
  return {};
}

} // namespace pricewright
