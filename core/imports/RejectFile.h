// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "imports/csv/ByteSource.h"
#include "imports/rows/BatchContext.h"

#include <QSaveFile>

namespace pricewright {

// Writes rejected rows as CSV: line, code, column, value, original row. The original rows are read from the file once
// more, so that memory stays small; a file that changed meanwhile is noticed (import.file-changed). The result appears
// under its name only at commit(). Errors: import.reject-file.
class RejectFile {
 public:
  // "" as target: beside the file, else beside the workspace, else in the temporary folder.
  static Result<RejectFile> write(const QString& target, const QString& source, const QString& workspace,
                                  char separator, TextEncoding encoding, const RejectList& rejects,
                                  const QString& sourceSha256);
  Status commit();
  QString path() const { return m_file->fileName(); }

 private:
  std::unique_ptr<QSaveFile> m_file;
};

} // namespace pricewright
