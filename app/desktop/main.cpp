// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Application.h"

#include <QApplication>
#include <QCommandLineParser>

int main(int argc, char** argv) {
  QGuiApplication::setHighDpiScaleFactorRoundingPolicy(Qt::HighDpiScaleFactorRoundingPolicy::PassThrough);
  QApplication qt(argc, argv);
  QCoreApplication::setOrganizationName(QStringLiteral("Pricewright"));
  QCoreApplication::setApplicationName(QStringLiteral("Pricewright"));
  QCoreApplication::setApplicationVersion(QStringLiteral(PRICEWRIGHT_VERSION));

  QCommandLineParser arguments;
  arguments.setApplicationDescription(QCoreApplication::translate("main", "The pricing workstation: its window."));
  arguments.addHelpOption();
  arguments.addVersionOption();
  const QCommandLineOption workspace(
      QStringLiteral("workspace"),
      QCoreApplication::translate("main", "The workspace to open; without it, the last one."), QStringLiteral("FILE"));
  arguments.addOption(workspace);
  arguments.addPositionalArgument(QStringLiteral("FILE"), QCoreApplication::translate("main", "The same."),
                                  QStringLiteral("[FILE]"));
  arguments.process(qt);

  pricewright::Application application;
  QString path = arguments.value(workspace);
  if (path.isEmpty())
    path = arguments.positionalArguments().value(0);
  application.start(path);
  return QCoreApplication::exec();
}
