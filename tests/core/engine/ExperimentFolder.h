// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/experiments/ExperimentAnalysis.h"

#include <QFile>
#include <QTemporaryDir>

namespace pricewright {

// A folder with the files of one made-up shop.
class Files {
 public:
  QString write(const char* name, const QByteArray& text) {
    const QString path = m_folder.filePath(QString::fromUtf8(name));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
      qFatal("cannot write");
    return path;
  }

 private:
  QTemporaryDir m_folder;
};
inline ExperimentRequest request() {
  ExperimentRequest out;
  out.nowMs = 1'790'000'000'000;
  return out;
}

} // namespace pricewright
