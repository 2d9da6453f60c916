// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/CellFilter.h"

#include <QDateTime>

#include <cmath>
#include <limits>

namespace pricewright {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr qsizetype kLongest = 500; // characters: more than anybody types, and no pattern to hang in
constexpr double kDayMs = 86'400'000.0;

// "20", "20 %", "1.299,50", "$3.19": a number as the locale or as a program writes it.
std::optional<double> numberFrom(QString word, const QLocale& locale) {
  static const QRegularExpression marks(QStringLiteral("[\\s\\p{Sc}%\u2030']|[A-Z]{3}$"));
  word.remove(marks);
  word.replace(QChar(0x2212), QLatin1Char('-'));
  if (word.isEmpty())
    return std::nullopt;
  bool ok = false;
  double value = QLocale::c().toDouble(word, &ok);
  if (!ok)
    value = locale.toDouble(word, &ok);
  return ok && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

std::optional<QDate> dayFrom(const QString& word, const QLocale& locale) {
  QDate day = QDate::fromString(word, Qt::ISODate);
  if (!day.isValid())
    day = locale.toDate(word, QLocale::ShortFormat);
  return day.isValid() ? std::optional(day) : std::nullopt;
}

// First and last number that an operand stands for: a day is a whole day also where instants are compared.
std::optional<std::pair<double, double>> operand(const QString& word, CellKind kind, const QLocale& locale) {
  if (kind == CellKind::Date || kind == CellKind::Moment) {
    const auto day = dayFrom(word.trimmed(), locale);
    if (!day)
      return std::nullopt;
    if (kind == CellKind::Date)
      return std::pair(double(day->toJulianDay()), double(day->toJulianDay()));
    const double from = double(day->startOfDay(Qt::UTC).toMSecsSinceEpoch());
    return std::pair(from, from + kDayMs - 1);
  }
  const auto value = numberFrom(word, locale);
  return value ? std::optional(std::pair(*value, *value)) : std::nullopt;
}

QStringList wordsOf(const QString& typed) {
  QStringList words;
  QString word;
  bool quoted = false;
  for (const QChar c : typed) {
    if (c == QLatin1Char('"')) {
      quoted = !quoted;
      word += c;
    } else if (c.isSpace() && !quoted) {
      if (!word.isEmpty())
        words << std::exchange(word, {});
    } else {
      word += c;
    }
  }
  if (!word.isEmpty())
    words << word;
  // "> 20 %" is one word: an operator takes what follows, a sign of unit belongs to what stands before it.
  QStringList joined;
  for (const QString& w : std::as_const(words)) {
    static const QRegularExpression onlyOperator(QStringLiteral("^!?(>=|<=|>|<|=)$"));
    const bool unit = w == u"%" || w == u"‰";
    if (!joined.isEmpty() && (unit || onlyOperator.match(joined.last()).hasMatch()))
      joined.last() += w;
    else
      joined << w;
  }
  return joined;
}

} // namespace

std::optional<CellFilter::Term> CellFilter::term(QString word, CellKind kind, QDate today, const QLocale& locale) {
  Term t;
  if (word.startsWith(QLatin1Char('!')) && word.size() > 1) {
    t.negated = true;
    word.remove(0, 1);
    if (word.startsWith(QLatin1Char('=')) && word.size() > 1 && !isNumeric(kind))
      word.remove(0, 1);
  }
  if (word == u"-" || word == u"–") {
    t.is = Term::Is::Nothing;
    return t;
  }
  if (word.size() >= 2 && word.startsWith(QLatin1Char('"'))) {
    t.word = word.remove(QLatin1Char('"')).toCaseFolded();
    return t;
  }
  static const QRegularExpression comparison(QStringLiteral("^(>=|<=|>|<|=)(.+)$"));
  static const QRegularExpression newer(QStringLiteral("^(\\d{1,5})d$"), QRegularExpression::CaseInsensitiveOption);
  if (const auto m = comparison.match(word); m.hasMatch() && isNumeric(kind)) {
    const auto value = operand(m.captured(2), kind, locale);
    if (!value)
      return std::nullopt;
    const QString op = m.captured(1);
    t.is = Term::Is::Range;
    t.low = op == u">" ? value->second : (op == u">=" || op == u"=" ? value->first : -kInfinity);
    t.high = op == u"<" ? value->first : (op == u"<=" || op == u"=" ? value->second : kInfinity);
    t.lowOpen = op == u">";
    t.highOpen = op == u"<";
    return t;
  }
  if (const qsizetype dots = word.indexOf(QStringLiteral("..")); dots >= 0 && isNumeric(kind)) {
    const QString first = word.left(dots), last = word.mid(dots + 2);
    const auto low = first.isEmpty() ? std::pair(-kInfinity, -kInfinity) : operand(first, kind, locale);
    const auto high = last.isEmpty() ? std::pair(kInfinity, kInfinity) : operand(last, kind, locale);
    if (!low || !high || (first.isEmpty() && last.isEmpty()))
      return std::nullopt;
    t.is = Term::Is::Range;
    t.low = low->first;
    t.high = high->second;
    return t;
  }
  if (const auto m = newer.match(word); m.hasMatch() && (kind == CellKind::Date || kind == CellKind::Moment)) {
    const auto from = operand(today.addDays(-m.captured(1).toInt()).toString(Qt::ISODate), kind, locale);
    t.is = Term::Is::Range;
    t.low = from->first;
    t.high = kInfinity;
    return t;
  }
  if (word.startsWith(QLatin1Char('=')) && word.size() > 1) {
    t.is = Term::Is::Pattern;
    t.pattern =
        QRegularExpression(QRegularExpression::anchoredPattern(QRegularExpression::escape(word.mid(1).toCaseFolded())));
    return t;
  }
  if (word.contains(QLatin1Char('*')) || word.contains(QLatin1Char('?'))) {
    QString pattern = QRegularExpression::escape(word.toCaseFolded());
    pattern.replace(QStringLiteral("\\*"), QStringLiteral(".*")).replace(QStringLiteral("\\?"), QStringLiteral("."));
    t.is = Term::Is::Pattern;
    t.pattern = QRegularExpression(QRegularExpression::anchoredPattern(pattern));
    return t.pattern.isValid() ? std::optional(t) : std::nullopt;
  }
  t.word = word.toCaseFolded();
  return t;
}

std::optional<CellFilter> CellFilter::parse(const QString& typed, CellKind kind, QDate today, const QLocale& locale) {
  CellFilter filter;
  if (typed.size() > kLongest)
    return std::nullopt;
  const QStringList alternatives = typed.split(QLatin1Char('|'));
  for (const QString& alternative : alternatives) {
    std::vector<Term> all;
    const QStringList words = wordsOf(alternative);
    for (const QString& word : words) {
      std::optional<Term> t = term(word, kind, today, locale);
      if (!t)
        return std::nullopt;
      all.push_back(std::move(*t));
    }
    if (!all.empty())
      filter.m_any.push_back(std::move(all));
  }
  return filter;
}

bool CellFilter::holds(const Term& t, const QString& text, const QString& extra, double number) {
  switch (t.is) {
  case Term::Is::Nothing:
    return text.isEmpty() || text == u"–" || text == u"—";
  case Term::Is::Range:
    return std::isfinite(number) && (t.lowOpen ? number > t.low : number >= t.low) &&
           (t.highOpen ? number < t.high : number <= t.high);
  case Term::Is::Pattern:
    return t.pattern.match(text).hasMatch();
  case Term::Is::Contains:
    break;
  }
  return text.contains(t.word) || extra.contains(t.word);
}

bool CellFilter::matches(const QString& foldedText, const QString& foldedExtra, double number) const {
  if (m_any.empty())
    return true;
  return std::any_of(m_any.begin(), m_any.end(), [&](const std::vector<Term>& all) {
    return std::all_of(all.begin(), all.end(),
                       [&](const Term& t) { return holds(t, foldedText, foldedExtra, number) != t.negated; });
  });
}

} // namespace pricewright
