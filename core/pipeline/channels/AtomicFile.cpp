// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/channels/AtomicFile.h"

#include <QDir>
#include <QFile>

#include <filesystem>
#ifdef Q_OS_UNIX
#include <cerrno>
#include <fcntl.h>
#include <unistd.h>
#endif

namespace pricewright {
namespace {

// A fixed name: what a killed run left behind is overwritten, not piled up.
QString temporaryName(const QString& folder, const QString& name) {
  return folder + QStringLiteral("/.") + name + QStringLiteral(".new");
}

Error failed(const char* code, const QString& path, const QString& why = {}) {
  return fail(QString::fromLatin1(code), {{QStringLiteral("path"), path}, {QStringLiteral("why"), why}});
}

Error writeError(const QFile& file) {
#ifdef Q_OS_UNIX
  const bool full = errno == ENOSPC || errno == EDQUOT || errno == EFBIG;
#else
  const bool full = file.error() == QFileDevice::ResourceError;
#endif
  return failed(full ? "channels.disk-full" : "channels.write-failed", file.fileName(), file.errorString());
}

bool forceToDisk([[maybe_unused]] const QFile& file) {
#ifdef Q_OS_UNIX
  return ::fsync(file.handle()) == 0 || errno == EINVAL; // EINVAL: a special file that has nothing to force
#else
  return true;
#endif
}

void forceFolderToDisk([[maybe_unused]] const QString& folder) {
#ifdef Q_OS_UNIX
  const int handle = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (handle >= 0) {
    ::fsync(handle);
    ::close(handle);
  }
#endif
}

} // namespace

Status AtomicFiles::writeBeside(const File& file) const {
  QFile out(temporaryName(m_folder, file.name));
  if (!out.open(QIODevice::WriteOnly | QIODevice::Truncate | QIODevice::Unbuffered))
    return failed("channels.folder-unwritable", m_folder, out.errorString());
  const bool written = out.write(file.bytes) == file.bytes.size() && forceToDisk(out);
  if (written)
    return {};
  Error why = writeError(out);
  out.close();
  out.remove();
  return why;
}

Status AtomicFiles::write() const {
  if (!QDir().mkpath(m_folder))
    return failed("channels.folder-unwritable", m_folder);
  for (const File& file : m_files)
    PW_CHECK(writeBeside(file));
  for (const File& file : m_files) {
    std::error_code code;
    std::filesystem::rename(std::filesystem::path(temporaryName(m_folder, file.name).toStdU16String()),
                            std::filesystem::path((m_folder + u'/' + file.name).toStdU16String()), code);
    if (code)
      return failed("channels.write-failed", m_folder + u'/' + file.name, QString::fromStdString(code.message()));
  }
  forceFolderToDisk(m_folder);
  return {};
}

Result<QByteArray> AtomicFiles::read(const QString& path) {
  QFile file(path);
  if (!file.open(QIODevice::ReadOnly))
    return failed("channels.read-back-differs", path, file.errorString());
  return file.readAll();
}

} // namespace pricewright
