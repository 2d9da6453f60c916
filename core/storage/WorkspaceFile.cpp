// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/WorkspaceFile.h"

#include <QFile>
#include <QFileInfo>
#include <QtEndian>

#include <sqlite3.h>

#include <algorithm>
#include <cstring>
#include <memory>

namespace pricewright {
namespace {

// Offsets from https://www.sqlite.org/fileformat2.html#the_database_header
constexpr int kHeaderSize = 100;
constexpr int kPageSizeAt = 16;
constexpr int kUserVersionAt = 60;
constexpr int kApplicationIdAt = 68;

Error refused(const QString& code, const QString& path, const QString& reason = {}) {
  Error error = fail(code, {{QStringLiteral("path"), path}});
  return reason.isEmpty() ? error : error.with(QStringLiteral("reason"), reason);
}

qint32 numberAt(const QByteArray& header, int offset) { return qFromBigEndian<qint32>(header.constData() + offset); }

Status checkHeader(const QString& path, const QByteArray& header, int newestVersion) {
  const QString notOurs = QStringLiteral("storage.not-a-workspace");
  if (header.isEmpty())
    return refused(notOurs, path, QStringLiteral("empty"));
  if (!header.startsWith(QByteArray("SQLite format 3\0", 16)))
    return refused(notOurs, path, QStringLiteral("garbage"));
  if (header.size() < kHeaderSize)
    return refused(QStringLiteral("storage.corrupt"), path, QStringLiteral("truncated"));
  if (numberAt(header, kApplicationIdAt) != kApplicationId)
    return refused(notOurs, path, QStringLiteral("foreign"));
  const int version = numberAt(header, kUserVersionAt);
  if (version > newestVersion)
    return refused(QStringLiteral("storage.newer-file"), path)
        .with(QStringLiteral("version"), QString::number(version))
        .with(QStringLiteral("known"), QString::number(newestVersion));
  return {};
}

bool hasUnmergedLog(const QString& path) {
  return QFileInfo(path + QStringLiteral("-wal")).size() > 0 || QFileInfo(path + QStringLiteral("-journal")).size() > 0;
}

struct FileHead {
  QByteArray bytes; // up to kHeaderSize
  qint64 size = 0;
};
// Read by SQLite, never by a descriptor of our own: whoever closes any descriptor of a file gives up all locks that the
// process holds on it (POSIX), and another program, seeing none, would delete the log that this one still writes to
// (https://www.sqlite.org/howtocorrupt.html, 2.2). SQLite closes its own only where nothing is locked.
Result<FileHead> readHead(const QString& path) {
  sqlite3* opened = nullptr;
  const QByteArray name = QFile::encodeName(QFileInfo(path).absoluteFilePath());
  const int code = sqlite3_open_v2(name.constData(), &opened, SQLITE_OPEN_READONLY, nullptr);
  const std::unique_ptr<sqlite3, int (*)(sqlite3*)> connection(opened, &sqlite3_close);
  sqlite3_file* file = nullptr;
  if (code == SQLITE_OK)
    sqlite3_file_control(opened, "main", SQLITE_FCNTL_FILE_POINTER, &file);
  FileHead head;
  sqlite3_int64 size = 0;
  if (!file || !file->pMethods || file->pMethods->xFileSize(file, &size) != SQLITE_OK)
    return refused(QStringLiteral("storage.io"), path)
        .with(QStringLiteral("message"), QString::fromLocal8Bit(std::strerror(sqlite3_system_errno(opened))));
  head.size = size;
  head.bytes.resize(qsizetype(std::min<qint64>(size, kHeaderSize)));
  if (!head.bytes.isEmpty() && file->pMethods->xRead(file, head.bytes.data(), int(head.bytes.size()), 0) != SQLITE_OK)
    return refused(QStringLiteral("storage.io"), path).with(QStringLiteral("message"), QStringLiteral("read"));
  return head;
}

// SQLite rounds a broken last page up and misses its cut. With a log beside the file the last page may be on its way.
bool isCutWithinPage(const QString& path, const QByteArray& header, qint64 size) {
  const qint64 pageSize = qFromBigEndian<quint16>(header.constData() + kPageSizeAt);
  return size % (pageSize > 1 ? pageSize : 65536) != 0 && !hasUnmergedLog(path);
}

} // namespace

Status checkWorkspaceFile(const QString& path, OpenMode mode, int newestVersion) {
  const QFileInfo info(path);
  if (!info.exists())
    return refused(QStringLiteral("storage.missing"), path);
  if (!info.isFile()) {
    const QString reason = info.isDir() ? QStringLiteral("folder") : QStringLiteral("device");
    return refused(QStringLiteral("storage.not-a-workspace"), path, reason);
  }
  PW_TRY(const FileHead head, readHead(path));
  PW_CHECK(checkHeader(path, head.bytes, newestVersion));
  if (isCutWithinPage(path, head.bytes, head.size))
    return refused(QStringLiteral("storage.corrupt"), path, QStringLiteral("truncated"));
  const bool writable = info.isWritable() && QFileInfo(info.absolutePath()).isWritable();
  if (mode == OpenMode::ReadWrite && !writable)
    return refused(QStringLiteral("storage.read-only"), path);
  return {};
}

Status checkPlaceForNew(const QString& path) {
  const QFileInfo info(path);
  if (info.exists() || info.isSymLink())
    return refused(QStringLiteral("storage.exists"), path);
  const QFileInfo folder(info.absolutePath());
  if (!folder.isDir())
    return refused(QStringLiteral("storage.no-folder"), path).with(QStringLiteral("folder"), info.absolutePath());
  if (!folder.isWritable())
    return refused(QStringLiteral("storage.read-only"), path);
  return {};
}

bool canReadWithoutHelpers(const QString& path) {
  return !QFileInfo(QFileInfo(path).absolutePath()).isWritable() && !hasUnmergedLog(path);
}

} // namespace pricewright
