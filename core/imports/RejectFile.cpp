// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/RejectFile.h"

#include "imports/csv/CsvReader.h"

#include <QDir>
#include <QFileInfo>

namespace pricewright {
namespace {

Error cannotWrite(const QSaveFile& file) {
  return fail(QStringLiteral("import.reject-file"),
              {{QStringLiteral("path"), file.fileName()}, {QStringLiteral("why"), file.errorString()}});
}

void appendQuoted(QByteArray& out, const QByteArray& text) {
  if (text.contains(',') || text.contains('"') || text.contains('\n') || text.contains('\r')) {
    out += '"';
    out += QByteArray(text).replace("\"", "\"\"");
    out += '"';
  } else {
    out += text;
  }
}

Result<std::unique_ptr<QSaveFile>> openSomewhere(const QString& target, const QString& source,
                                                 const QString& workspace) {
  const QFileInfo info(source);
  const QString name = info.fileName() + QStringLiteral(".rejected.csv");
  QStringList places{target};
  if (target.isEmpty())
    places = {info.absoluteDir().filePath(name), QFileInfo(workspace).absoluteDir().filePath(name),
              QDir::temp().filePath(name)};
  std::unique_ptr<QSaveFile> file;
  for (const QString& place : places) {
    file = std::make_unique<QSaveFile>(place);
    if (file->open(QIODevice::WriteOnly))
      return file;
  }
  return cannotWrite(*file);
}

} // namespace

Result<RejectFile> RejectFile::write(const QString& target, const QString& source, const QString& workspace,
                                     char separator, TextEncoding encoding, const RejectList& rejects,
                                     const QString& sourceSha256) {
  RejectFile result;
  PW_TRY(result.m_file, openSomewhere(target, source, workspace));
  QByteArray out("line,code,column,value,original\r\n");
  PW_TRY(ByteSource bytes, ByteSource::open(source, encoding));
  CsvReader reader(std::move(bytes), separator);
  CsvRow row;
  auto next = rejects.entries().begin();
  for (bool more = true; more;) {
    PW_TRY(more, reader.next(row));
    for (; more && next != rejects.entries().end() && next->line == row.line; ++next) {
      out += QByteArray::number(next->line) + ',' + next->code + ',';
      appendQuoted(out, rejects.text(next->column).toUtf8());
      out += ',';
      appendQuoted(out, rejects.text(next->value).toUtf8());
      out += ',';
      appendQuoted(out, QByteArray(row.raw.data(), static_cast<qsizetype>(row.raw.size())));
      out += "\r\n";
    }
    if (out.size() < (1 << 16) && more)
      continue;
    if (result.m_file->write(out) != out.size())
      return cannotWrite(*result.m_file);
    out.clear();
  }
  if (next != rejects.entries().end() || reader.source().sha256() != sourceSha256)
    return fail(QStringLiteral("import.file-changed"), {{QStringLiteral("path"), source}});
  if (!result.m_file->flush())
    return cannotWrite(*result.m_file);
  return result;
}

Status RejectFile::commit() {
  if (m_file->commit())
    return {};
  return cannotWrite(*m_file);
}

} // namespace pricewright
