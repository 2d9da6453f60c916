// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/SavingFolder.h"

#include <QDir>
#include <QFileInfo>
#include <QSettings>
#include <QStandardPaths>

namespace pricewright {
namespace {
QString savingKey() { return QStringLiteral("exports/folder"); }
} // namespace

QString savingFolder() {
  for (const QString& folder :
       {QSettings().value(savingKey()).toString(), QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)})
    if (!folder.isEmpty() && QFileInfo(folder).isDir())
      return folder;
  return QDir::homePath();
}

void rememberSavingFolder(const QString& file) { QSettings().setValue(savingKey(), QFileInfo(file).absolutePath()); }

} // namespace pricewright
