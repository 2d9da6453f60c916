// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/XlsxFile.h"

#include "base/Words.h"
#include "exports/ZipReader.h"

#include <QFile>
#include <QSaveFile>

#include <algorithm>
#include <cmath>
#include <xlsxwriter.h>

namespace pricewright {
namespace {

constexpr qsizetype kMostUnits = 32'767, kReadBlock = 1 << 20;
constexpr qint64 kMostExact = 999'999'999'999'999; // 15 digits
constexpr int kMostParts = 1000;

// Whether a sheet is there down to its end, with so many rows.
bool holdsRows(ZipReader& zip, qint64 rows) {
  constexpr QByteArrayView kRow("<row "), kEnd("</worksheet>");
  QByteArray block(kReadBlock, '\0'), text, tail;
  qint64 got = 0;
  while ((got = zip.read(block.data(), kReadBlock)) > 0) {
    text = tail + block.left(got);
    rows -= text.count(kRow);
    tail = text.right(kRow.size() - 1); // a mark may lie across two blocks
    if (text.endsWith(kEnd))
      tail = kEnd.toByteArray();
  }
  return got == 0 && rows == 0 && tail == kEnd;
}

} // namespace

Result<std::unique_ptr<XlsxFile>> XlsxFile::open(const QString& path, const QString& title) {
  PW_CHECK(checkTarget(path));
  std::unique_ptr<XlsxFile> file(new XlsxFile(path));
  QSaveFile target(path); // whether it may be written at all is said before the work, not after it
  if (!target.open(QIODevice::WriteOnly))
    return notWritten(path, target.errorString());
  target.cancelWriting();
  if (!file->m_folder.isValid())
    return notWritten(path, file->m_folder.errorString());
  file->m_folderName = QFile::encodeName(file->m_folder.path());
  lxw_workbook_options options{};
  options.constant_memory = LXW_TRUE;
  options.tmpdir = file->m_folderName.data();
  file->m_book = workbook_new_opt(QFile::encodeName(file->m_folder.filePath(s("workbook"))).constData(), &options);
  if (!file->m_book)
    return notWritten(path, s("no memory"));
  QByteArray name = title.toUtf8();
  lxw_doc_properties properties{};
  properties.title = name.data();
  workbook_set_properties(file->m_book, &properties);
  return file;
}

// A workbook that is not wanted any more is closed all the same: only that gives back what the library has opened.
XlsxFile::~XlsxFile() {
  if (m_book)
    workbook_close(m_book);
}

Status XlsxFile::commit(std::span<const qint64> rows) {
  const lxw_error error = workbook_close(std::exchange(m_book, nullptr));
  if (error != LXW_NO_ERROR)
    return notWritten(m_path, QString::fromUtf8(lxw_strerror(error)));
  PW_CHECK(checkWhole(rows));
  return replace();
}

Status XlsxFile::checkWhole(std::span<const qint64> rows) const {
  const auto lost = [&] { return notWritten(m_path, s("the disk of %1 is full").arg(m_folder.path())); };
  QFile made(m_folder.filePath(s("workbook")));
  bool tooMany = false;
  const auto zip = made.open(QIODevice::ReadOnly) ? ZipReader::open(made, kMostParts, tooMany) : nullptr;
  if (!zip)
    return lost();
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const QString name = s("xl/worksheets/sheet%1.xml").arg(i + 1);
    const auto at =
        std::find_if(zip->parts().begin(), zip->parts().end(), [&](const auto& p) { return p.name == name; });
    if (at == zip->parts().end() || !zip->openPart(int(at - zip->parts().begin())))
      return lost();
    PW_CHECK(holdsRows(*zip, rows[i]) ? Status() : lost());
  }
  return {};
}

Status XlsxFile::replace() {
  QFile made(m_folder.filePath(s("workbook")));
  QSaveFile target(m_path);
  if (!made.open(QIODevice::ReadOnly))
    return notWritten(m_path, made.errorString());
  if (!target.open(QIODevice::WriteOnly))
    return notWritten(m_path, target.errorString());
  while (!made.atEnd()) {
    const QByteArray block = made.read(kReadBlock);
    if (block.isEmpty())
      return notWritten(m_path, made.errorString());
    if (target.write(block) != block.size())
      return notWritten(m_path, target.errorString());
  }
  return target.commit() ? Status() : notWritten(m_path, target.errorString());
}

QByteArray xlsxText(const QString& text, bool& cut) {
  cut = text.size() > kMostUnits;
  QString out = cut ? text.left(kMostUnits - 1) : text;
  if (cut) {
    if (out.back().isHighSurrogate())
      out.chop(1);
    out += u'…';
  }
  out.replace(s("\r\n"), s("\n")).replace(u'\r', u'\n');
  for (QChar& c : out)
    if ((c < u' ' && c != u'\t' && c != u'\n') || c == QChar(0xFFFE) || c == QChar(0xFFFF))
      c = QChar::ReplacementCharacter;
  return out.toUtf8();
}

std::optional<double> xlsxNumber(const Money& money) {
  if (!money.isValid() || std::abs(money.minor()) > kMostExact)
    return std::nullopt;
  return double(money.minor()) / double(money.currency().minorPerMajor()); // both exact: the nearest
}

QByteArray xlsxNumberFormat(int places) {
  return places <= 0 ? QByteArray("#,##0") : "#,##0." + QByteArray(std::min(places, 12), '0');
}

} // namespace pricewright
