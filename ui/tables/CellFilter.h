// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "tables/Column.h"

#include <QDate>
#include <QLocale>
#include <QRegularExpression>

#include <optional>
#include <vector>

namespace pricewright {

// What is typed into a column's filter, understood. Words by spaces must all hold, "|" separates alternatives.
//   OJ-*  *64oz  o?j     wildcards over the whole cell       orange     contained, case aside
//   "exact words"        contained as they stand             !stale     not
//   >20  >=20 %  <0  =3.19  10..20   numbers, in the locale's way or with a point; "%", "$" and spaces are overlooked
//   >2026-01-31  7d      days; newer than seven days         -          nothing there
class CellFilter {
 public:
  static std::optional<CellFilter> parse(const QString& typed, CellKind kind, QDate today,
                                         const QLocale& locale = QLocale()); // none: not understood
  bool isEmpty() const { return m_any.empty(); }
  // text: as shown, case-folded; extra: the detail behind it, case-folded; number: NaN where nothing is
  bool matches(const QString& foldedText, const QString& foldedExtra, double number) const;

 private:
  struct Term {
    enum class Is { Contains, Pattern, Range, Nothing } is = Is::Contains;
    bool negated = false;
    QString word;
    QRegularExpression pattern;
    double low = 0, high = 0;
    bool lowOpen = false, highOpen = false;
  };
  static std::optional<Term> term(QString word, CellKind kind, QDate today, const QLocale& locale);
  static bool holds(const Term& t, const QString& text, const QString& extra, double number);
  std::vector<std::vector<Term>> m_any; // alternatives of terms that must all hold
};

} // namespace pricewright
