// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QLocale>
#include <QTranslator>

namespace pricewright {

// The window's texts in another language. One dictionary for the whole program: the same English words are the same
// words everywhere, whatever their context, so that free functions of core and window need none.
class OneContext : public QTranslator {
  Q_OBJECT
 public:
  using QTranslator::QTranslator;
  bool isEmpty() const override { return false; }
  QString translate(const char* context, const char* source, const char* disambiguation, int n) const override;
};

// "": as the system; else the language's code. Kept per device, in force from the next start.
QString chosenLanguage();
void chooseLanguage(const QString& code);
QList<QPair<QString, QString>> languages(); // name in its own words, code; English first
// Installs the texts of the chosen language, and Qt's own. Numbers, days and money stay in the system's locale.
void installLanguage();
bool loadLanguage(QTranslator& into, const QString& code); // false: there is none

} // namespace pricewright
