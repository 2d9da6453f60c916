// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/Time.h"
#include "money/Money.h"

#include <QDate>
#include <QLocale>

#include <optional>

namespace pricewright {

// Numbers as people read them, in their locale. Money goes from minor units straight to text: no binary float between.
QString moneyText(const Money& money, const QLocale& locale = QLocale(), bool grouped = true); // "1,234.50", no code
QString amountText(const Amount& amount, const QLocale& locale = QLocale());                   // "2.0349 USD"
QString decimalText(const Decimal& value, const QLocale& locale = QLocale());
QString currencyMark(const Currency& currency); // "$", "€", "£", "¥", else the ISO code
// Reads a price as typed: locale's or plain decimal point, grouping marks allowed, no more places than the currency
// has. Nothing where the text is not one exact price.
std::optional<Money> moneyFromText(const QString& typed, const Currency& currency, const QLocale& locale = QLocale());
// A number that is not negative, as typed; at most six places.
std::optional<Decimal> decimalFromText(const QString& typed, const QLocale& locale = QLocale());

QString signedNumber(double value, int places, const QLocale& locale = QLocale()); // "+412", "−3.5", "0"
QString plainNumber(double value, int places, const QLocale& locale = QLocale());
QString percentText(int basisPoints, bool withSign, const QLocale& locale = QLocale()); // "9.4", one place, no unit
QDate dateOf(Day day);
QString dayText(Day day, const QLocale& locale = QLocale());             // "11/25/26", as the user's locale has it
double julianDay(Day day);                                               // what a column of days is sorted by
QString clockText(const QTime& time, const QLocale& locale = QLocale()); // "6:30 PM", "18:30": never with seconds
QString durationText(Duration d); // two units at most: "58 s", "3 h 12 min", "2 d 4 h"
QString secondsText(Duration d, const QLocale& locale = QLocale()); // "11.8 s", "40 ms": how long something took

} // namespace pricewright
