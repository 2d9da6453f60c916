// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Session.h"

#include <QCoreApplication>

int main(int argc, char** argv) {
  QCoreApplication application(argc, argv);
  QCoreApplication::setApplicationName(QStringLiteral("pricewright-engine"));
  QCoreApplication::setApplicationVersion(QStringLiteral(PRICEWRIGHT_VERSION));
  return pricewright::runCommandLine(application.arguments().mid(1));
}
