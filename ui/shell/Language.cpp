// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/Language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QSettings>

// A static library's resources are left out by the linker unless somebody names them. Must stand outside a namespace.
static void keepTranslations() { Q_INIT_RESOURCE(translations); }

namespace pricewright {
namespace {

QString key() { return QStringLiteral("language"); }

void install(const QString& base, const QString& code, const QString& folder) {
  auto* translator = new QTranslator(QCoreApplication::instance());
  if (translator->load(base + u'_' + code, folder))
    QCoreApplication::installTranslator(translator);
  else
    delete translator;
}

} // namespace

QString OneContext::translate(const char*, const char* source, const char* disambiguation, int n) const {
  return QTranslator::translate("Pricewright", source, disambiguation, n);
}

QString chosenLanguage() { return QSettings().value(key()).toString(); }

void chooseLanguage(const QString& code) {
  code.isEmpty() ? QSettings().remove(key()) : QSettings().setValue(key(), code);
}

QList<QPair<QString, QString>> languages() {
  return {{QStringLiteral("English"), QStringLiteral("en")}, {QStringLiteral("Deutsch"), QStringLiteral("de")}};
}

bool loadLanguage(QTranslator& into, const QString& code) {
  keepTranslations();
  return into.load(QStringLiteral(":/translations/pricewright_%1.qm").arg(code));
}

void installLanguage() {
  QString code = chosenLanguage();
  if (code.isEmpty())
    code = QLocale().name().left(2);
  const auto known = languages();
  if (std::none_of(known.begin(), known.end(), [&](const auto& l) { return l.second == code; }))
    code = QStringLiteral("en");
  install(QStringLiteral("qtbase"), code, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
  auto* ours = new OneContext(QCoreApplication::instance()); // English too: it has the plural forms
  if (loadLanguage(*ours, code))
    QCoreApplication::installTranslator(ours);
  else
    delete ours;
}

} // namespace pricewright
