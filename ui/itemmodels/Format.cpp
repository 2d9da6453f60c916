// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "itemmodels/Format.h"

#include <QCoreApplication>

#include <cmath>
#include <limits>

namespace pricewright {
namespace {

constexpr QChar kMinus(0x2212);

QString tr(const char* text) { return QCoreApplication::translate("Format", text); }

// Digits of a whole number in the locale's own figures, zero-filled, without grouping.
QString fraction(quint64 value, int digits, const QLocale& locale) {
  QString ascii = QString::number(value).rightJustified(digits, QLatin1Char('0'));
  QString out;
  const char32_t zero = locale.zeroDigit().toUcs4().value(0, U'0');
  for (const QChar c : std::as_const(ascii)) {
    const char32_t digit = zero + static_cast<char32_t>(c.digitValue());
    out += QString::fromUcs4(&digit, 1);
  }
  return out;
}

QString exactText(qint64 units, qint64 perMajor, int digits, const QLocale& locale, bool grouped) {
  const bool negative = units < 0;
  const quint64 magnitude = negative ? quint64(0) - static_cast<quint64>(units) : static_cast<quint64>(units);
  QLocale plain = locale;
  if (!grouped)
    plain.setNumberOptions(plain.numberOptions() | QLocale::OmitGroupSeparator);
  QString text = plain.toString(static_cast<qulonglong>(magnitude / static_cast<quint64>(perMajor)));
  if (digits > 0)
    text += locale.decimalPoint() + fraction(magnitude % static_cast<quint64>(perMajor), digits, locale);
  return negative ? kMinus + text : text;
}

// The typed text as ASCII digits with one '.', or nothing. Grouping marks are dropped only where they group by three.
std::optional<QString> plainDigits(const QString& typed, const QLocale& locale) {
  QString text = typed.trimmed();
  const QString point = locale.decimalPoint(), group = locale.groupSeparator();
  const bool hasPoint = text.contains(point);
  if (!hasPoint && point != QLatin1String(".") && text.count(QLatin1Char('.')) == 1 &&
      (group.isEmpty() || !text.contains(group))) {
    text.replace(QLatin1Char('.'), point); // a plain dot is accepted where it cannot be a grouping mark
  } else if (!hasPoint && group == QLatin1String(".") && text.count(QLatin1Char('.')) == 1 &&
             text.size() - text.indexOf(QLatin1Char('.')) - 1 != 3) {
    text.replace(QLatin1Char('.'), point);
  }
  const qsizetype at = text.indexOf(point);
  QString whole = at < 0 ? text : text.left(at);
  const QString rest = at < 0 ? QString() : text.mid(at + point.size());
  if (!group.isEmpty() && whole.contains(group)) {
    const QStringList parts = whole.split(group);
    if (parts.first().isEmpty() || parts.first().size() > 3)
      return std::nullopt;
    for (qsizetype i = 1; i < parts.size(); ++i)
      if (parts[i].size() != 3)
        return std::nullopt;
    whole = parts.join(QString());
  }
  if (whole.isEmpty() || (at >= 0 && rest.isEmpty()))
    return std::nullopt;
  QString out;
  for (const QChar c : whole + QLatin1Char('|') + rest) {
    if (c == QLatin1Char('|'))
      out += QLatin1Char('.');
    else if (c.isDigit())
      out += QString::number(c.digitValue());
    else
      return std::nullopt;
  }
  return out;
}

} // namespace

QString moneyText(const Money& money, const QLocale& locale, bool grouped) {
  if (!money.isValid())
    return QStringLiteral("–");
  return exactText(money.minor(), money.currency().minorPerMajor(), money.currency().minorDigits(), locale, grouped);
}

QString decimalText(const Decimal& value, const QLocale& locale) {
  qint64 units = value.micros(), perMajor = Decimal::kOne;
  int digits = 6;
  while (digits > 2 && units % 10 == 0) {
    units /= 10;
    perMajor /= 10;
    --digits;
  }
  return exactText(units, perMajor, digits, locale, true);
}

QString amountText(const Amount& amount, const QLocale& locale) {
  return decimalText(amount.value, locale) + QChar(0xA0) + amount.currency.code();
}

QString currencyMark(const Currency& currency) {
  if (!currency.isValid())
    return {};
  const QString code = currency.code();
  if (code == QLatin1String("USD"))
    return QStringLiteral("$");
  if (code == QLatin1String("EUR"))
    return QStringLiteral("€");
  if (code == QLatin1String("GBP"))
    return QStringLiteral("£");
  if (code == QLatin1String("JPY"))
    return QStringLiteral("¥");
  return code;
}

std::optional<Money> moneyFromText(const QString& typed, const Currency& currency, const QLocale& locale) {
  if (!currency.isValid())
    return std::nullopt;
  const std::optional<QString> digits = plainDigits(typed, locale);
  if (!digits)
    return std::nullopt;
  const qsizetype point = digits->indexOf(QLatin1Char('.'));
  QString decimals = digits->mid(point + 1);
  while (decimals.size() > currency.minorDigits() && decimals.endsWith(QLatin1Char('0')))
    decimals.chop(1);
  if (decimals.size() > currency.minorDigits())
    return std::nullopt;
  bool fits = false;
  const qint64 minor =
      (digits->left(point) + decimals.leftJustified(currency.minorDigits(), QLatin1Char('0'))).toLongLong(&fits);
  if (!fits || minor <= 0)
    return std::nullopt;
  return Money(minor, currency);
}

std::optional<Decimal> decimalFromText(const QString& typed, const QLocale& locale) {
  std::optional<QString> digits = plainDigits(typed, locale);
  if (!digits || digits->size() - digits->indexOf(QLatin1Char('.')) > 7)
    return std::nullopt;
  if (digits->endsWith(QLatin1Char('.')))
    digits->chop(1);
  const Result<Decimal> value = Decimal::parse(*digits);
  return value ? std::optional(*value) : std::nullopt;
}

QString plainNumber(double value, int places, const QLocale& locale) {
  if (!std::isfinite(value))
    return QStringLiteral("–");
  QString text = locale.toString(std::abs(value), 'f', places);
  const bool isZero = text == locale.toString(0.0, 'f', places);
  return value < 0 && !isZero ? kMinus + text : text;
}

QString signedNumber(double value, int places, const QLocale& locale) {
  const QString text = plainNumber(value, places, locale);
  const bool isZero = text == plainNumber(0, places, locale);
  return std::isfinite(value) && value > 0 && !isZero ? QLatin1Char('+') + text : text;
}

QString percentText(int basisPoints, bool withSign, const QLocale& locale) {
  const double percent = basisPoints / 100.0;
  return withSign ? signedNumber(percent, 1, locale) : plainNumber(percent, 1, locale);
}

QDate dateOf(Day day) { return QDate(1970, 1, 1).addDays(day.time_since_epoch().count()); }
QString dayText(Day day, const QLocale& locale) { return locale.toString(dateOf(day), QLocale::ShortFormat); }
double julianDay(Day day) { return double(dateOf(day).toJulianDay()); }

QString clockText(const QTime& time, const QLocale& locale) {
  return locale.toString(time, locale.timeFormat(QLocale::ShortFormat).remove(QStringLiteral(":ss")));
}

QString durationText(Duration d) {
  const qint64 seconds = std::max<qint64>(0, d.count() / 1000);
  const qint64 minutes = seconds / 60, hours = minutes / 60, days = hours / 24;
  const QLocale locale;
  const auto n = [&locale](qint64 value) { return locale.toString(value); };
  if (seconds < 120)
    return tr("%1 s").arg(n(seconds));
  if (minutes < 60)
    return tr("%1 min").arg(n(minutes));
  if (hours < 10)
    return minutes % 60 == 0 ? tr("%1 h").arg(n(hours)) : tr("%1 h %2 min").arg(n(hours), n(minutes % 60));
  if (hours < 48)
    return tr("%1 h").arg(n(hours));
  if (days < 10 && hours % 24 != 0)
    return tr("%1 d %2 h").arg(n(days), n(hours % 24));
  return tr("%1 d").arg(n(days));
}

QString secondsText(Duration d, const QLocale& locale) {
  if (d.count() >= 120'000)
    return durationText(d);
  if (d.count() < 100)
    return tr("%1 ms").arg(locale.toString(qlonglong(d.count())));
  return tr("%1 s").arg(plainNumber(static_cast<double>(d.count()) / 1000.0, 1, locale));
}

} // namespace pricewright
