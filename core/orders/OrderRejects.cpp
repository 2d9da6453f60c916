// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of a file of orders that could not be kept, as a file of their own.
#include "orders/OrderFile.h"

#include "base/Words.h"

#include <QSaveFile>

namespace pricewright {
namespace {

QByteArray quotedCell(const QByteArray& text) {
  const bool plain = !text.contains(',') && !text.contains('"') && !text.contains('\n') && !text.contains('\r');
  return plain ? text : '"' + QByteArray(text).replace("\"", "\"\"") + '"';
}

} // namespace

OrderRejects::OrderRejects(const QString& target, const QString& source)
    : m_path(target.isEmpty() ? source + s(".rejected.csv") : target) {}
OrderRejects::~OrderRejects() = default;

Status OrderRejects::write(const QByteArray& text) {
  if (m_file->write(text) == text.size())
    return {};
  return fail(s("import.reject-file"), {{s("path"), m_path}, {s("why"), m_file->errorString()}});
}

Status OrderRejects::take(const RejectedOrderRow& r) {
  if (!m_file) {
    m_file = std::make_unique<QSaveFile>(m_path);
    if (!m_file->open(QIODevice::WriteOnly))
      return fail(s("import.reject-file"), {{s("path"), m_path}, {s("why"), m_file->errorString()}});
    PW_CHECK(write("line,code,column,value,original\r\n"));
  }
  ++m_count, ++m_byCode[r.code];
  return write(QByteArray::number(r.line) + ',' + r.code.toLatin1() + ',' + quotedCell(r.column.toUtf8()) + ',' +
               quotedCell(r.value.toUtf8()) + ',' + quotedCell(r.original) + "\r\n");
}

Result<QString> OrderRejects::finish() {
  if (!m_file)
    return QString();
  if (!m_file->commit())
    return fail(s("import.reject-file"), {{s("path"), m_path}, {s("why"), m_file->errorString()}});
  m_file.reset();
  return m_path;
}

} // namespace pricewright
