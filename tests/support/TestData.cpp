// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/TestData.h"

#include <QDir>

namespace pricewright::test {
namespace {

QString folder(const char* variable, const QString& besideCheckout) {
  const QString named = qEnvironmentVariable(variable);
  const QString path = named.isEmpty() ? QStringLiteral(PRICEWRIGHT_SOURCE_DIR "/../shared/") + besideCheckout : named;
  return QDir(path).exists() ? QDir(path).canonicalPath() : QString();
}

} // namespace

QString realDataFolder() { return folder("PRICEWRIGHT_REAL_DATA", QStringLiteral("data")); }
QString oraclesFolder() { return folder("PRICEWRIGHT_ORACLES", QStringLiteral("oracles")); }
QString sampleFolder() { return sourceTree("/resources/sample"); }

QString sourceTree(const char* path) { return QStringLiteral(PRICEWRIGHT_SOURCE_DIR) + QLatin1String(path); }

QString builtProgram(const char* name) { return QStringLiteral(PRICEWRIGHT_BINARY_DIR "/bin/") + QLatin1String(name); }

} // namespace pricewright::test
