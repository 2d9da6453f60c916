// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/Result.h"

#include <vector>

namespace pricewright {

// Several files that replace their older versions: all of them are written and forced to disk under other names first,
// and only then renamed, so that a full disk or a read-only folder leaves every old file as it was.
class AtomicFiles {
 public:
  explicit AtomicFiles(QString folder) : m_folder(std::move(folder)) {}
  void add(const QString& name, const QByteArray& bytes) { m_files.push_back({name, bytes}); }
  Status write() const; // channels.folder-unwritable, .disk-full, .write-failed, each with path
  static Result<QByteArray> read(const QString& path);

 private:
  struct File {
    QString name;
    QByteArray bytes;
  };
  Status writeBeside(const File& file) const;
  QString m_folder;
  std::vector<File> m_files;
};

} // namespace pricewright
