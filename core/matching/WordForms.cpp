// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "matching/WordForms.h"

#include "base/Words.h"

#include <QSet>

#include <algorithm>
#include <array>

namespace pricewright {
namespace {

bool isVowel(QChar c) { return c == u'a' || c == u'e' || c == u'i' || c == u'o' || c == u'u'; }
bool hasDigit(const QString& word) {
  return std::ranges::any_of(word, [](QChar c) { return c >= u'0' && c <= u'9'; });
}

// Letters that do not decompose into a base letter and a mark.
QString lettersFor(QChar c) {
  switch (c.unicode()) {
  case 0x00df:
    return QStringLiteral("ss");
  case 0x00e6:
    return QStringLiteral("ae");
  case 0x00c6:
    return QStringLiteral("AE");
  case 0x0153:
    return QStringLiteral("oe");
  case 0x0152:
    return QStringLiteral("OE");
  case 0x00f8:
    return QStringLiteral("o");
  case 0x00d8:
    return QStringLiteral("O");
  case 0x0142:
    return QStringLiteral("l");
  case 0x0141:
    return QStringLiteral("L");
  case 0x2044:
    return QStringLiteral("/");
  case 0x2019:
  case 0x2018:
    return QStringLiteral("'");
  case 0x201d:
  case 0x2033:
    return QStringLiteral("\"");
  default:
    return QString(c);
  }
}

// The optimal string alignment distance, but no more than `most` + 1. Words are short: they are cut at 24.
int distanceWithin(QStringView a, QStringView b, int most) {
  if (std::abs(a.size() - b.size()) > most || a.size() > 24 || b.size() > 24)
    return most + 1;
  std::array<std::array<int, 25>, 3> rows{};
  for (qsizetype j = 0; j <= b.size(); ++j)
    rows[0][std::size_t(j)] = int(j);
  for (qsizetype i = 1; i <= a.size(); ++i) {
    auto& now = rows[std::size_t(i % 3)];
    const auto& before = rows[std::size_t((i + 2) % 3)];
    const auto& earlier = rows[std::size_t((i + 1) % 3)];
    now[0] = int(i);
    int least = now[0];
    for (qsizetype j = 1; j <= b.size(); ++j) {
      const auto k = std::size_t(j);
      now[k] = std::min({before[k] + 1, now[k - 1] + 1, before[k - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        now[k] = std::min(now[k], earlier[k - 2] + 1);
      least = std::min(least, now[k]);
    }
    if (least > most)
      return most + 1;
  }
  return rows[std::size_t(a.size() % 3)][std::size_t(b.size())];
}

// "chkn" for "chicken": the first letter, then consonants in their order.
bool isSkeletonOf(const QString& cut, const QString& whole) {
  if (cut.size() < 3 || cut.size() >= whole.size() || cut[0] != whole[0])
    return false;
  if (std::any_of(cut.begin() + 1, cut.end(), isVowel))
    return false;
  qsizetype at = 0;
  for (const QChar c : cut) {
    at = whole.indexOf(c, at);
    if (at < 0)
      return false;
    ++at;
  }
  return true;
}

} // namespace

QString plainLetters(QStringView text) {
  const QString apart = text.toString().normalized(QString::NormalizationForm_KD);
  QString out;
  out.reserve(apart.size());
  for (const QChar c : apart) {
    if (c.isMark())
      continue;
    if (c.unicode() < 0x80)
      out += c;
    else
      out += lettersFor(c);
  }
  return out;
}

QString wordStem(const QString& plain) {
  QString w = plain;
  if (hasDigit(w) || w.size() < 4)
    return w;
  w.replace(QLatin1String("ae"), QLatin1String("a"));
  w.replace(QLatin1String("oe"), QLatin1String("o"));
  w.replace(QLatin1String("ue"), QLatin1String("u"));
  if (w.size() > 4 && w.endsWith(QLatin1String("ies")))
    w.replace(w.size() - 3, 3, QStringLiteral("y"));
  else if (w.size() > 3 && w.endsWith(u's') && !w.endsWith(QLatin1String("ss")))
    w.chop(1);
  if (w.size() > 7 && (w.endsWith(QLatin1String("en")) || w.endsWith(QLatin1String("er"))))
    w.chop(2);
  else if (w.size() > 4 && w.endsWith(u'e'))
    w.chop(1);
  return w;
}

bool isStopWord(const QString& plain) {
  static const QSet<QString> words = [] {
    const QStringList list =
        s("the a an and or of for with in on by to from at as is new neu nouveau nuevo our your best top offer sale "
          "der die das den dem des ein eine einer und oder fur mit im in am zu zum zur von vom aus auf bei je aktion "
          "le la les un une de du des et ou pour avec au aux en sur par chez l d "
          "el los las una y o para con del al por su lo "
          "free gratis shipping versand original-packung online shop buy kaufen acheter comprar product produkt "
          "can cans dose dosen bottle bottles flasche flaschen bouteille bouteilles botella botellas lata latas "
          "produit producto per pro each ea inkl incl plus stk approx ca approximately")
            .split(u' ', Qt::SkipEmptyParts);
    return QSet<QString>(list.begin(), list.end());
  }();
  return words.contains(plain);
}

double wordLikeness(const QString& a, const QString& b) {
  if (a == b)
    return 1;
  if (a.isEmpty() || b.isEmpty() || hasDigit(a) || hasDigit(b))
    return 0;
  const QString& shorter = a.size() <= b.size() ? a : b;
  const QString& longer = a.size() <= b.size() ? b : a;
  if (shorter.size() >= 3 && longer.startsWith(shorter))
    return shorter.size() >= 4 ? 0.85 : 0.65;
  if (isSkeletonOf(shorter, longer))
    return 0.8;
  if (longer.size() >= 5 && distanceWithin(a, b, 1) <= 1)
    return 0.85;
  if (shorter.size() >= 8 && distanceWithin(a, b, 2) <= 2)
    return 0.75;
  return 0;
}

} // namespace pricewright
