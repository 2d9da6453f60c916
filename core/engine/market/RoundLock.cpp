// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/market/RoundLock.h"

#include "base/Words.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QSysInfo>

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace pricewright {
namespace {

// A workspace has one lock, by whichever link it was opened.
QString lockFileOf(const QString& workspaceFile) {
  const QFileInfo info(workspaceFile);
  const QString real = info.canonicalFilePath();
  return (real.isEmpty() ? info.absoluteFilePath() : real) + s(".round");
}

Error noRoundLock(const QString& path, int reason) {
  return fail(s("monitor.no-round-lock"), {{s("file"), path}, {s("reason"), qt_error_string(reason)}});
}

// Who holds it, as they wrote: process, program, computer.
Error roundUnderWay(const QString& path) {
  QFile file(path);
  QList<QByteArray> lines;
  constexpr qint64 kMostBytes = 1024;
  if (file.open(QIODevice::ReadOnly))
    lines = file.read(kMostBytes).split('\n');
  const auto line = [&](qsizetype no) {
    const QString text = QString::fromUtf8(lines.value(no)).trimmed();
    return text.isEmpty() ? s("?") : text;
  };
  return fail(s("monitor.round-under-way"), {{s("pid"), line(0)}, {s("host"), line(2)}, {s("file"), path}});
}

// A file of another user's can be locked, though not written. -1 and an error: neither.
int openLockFile(const QByteArray& name) {
  constexpr mode_t kForAll = 0666; // less what this user's mask takes away
  // NOLINTBEGIN(cppcoreguidelines-pro-type-vararg)
  const int file = ::open(name.constData(), O_RDWR | O_CREAT | O_CLOEXEC, kForAll);
  if (file >= 0 || (errno != EACCES && errno != EROFS && errno != EPERM))
    return file;
  return ::open(name.constData(), O_RDONLY | O_CLOEXEC);
  // NOLINTEND(cppcoreguidelines-pro-type-vararg)
}

// Whether it is still the file of that name: whoever held it before takes its name away.
bool isStillThere(int file, const QByteArray& name) {
  struct stat opened{}, named{};
  return ::fstat(file, &opened) == 0 && ::stat(name.constData(), &named) == 0 && opened.st_dev == named.st_dev &&
         opened.st_ino == named.st_ino;
}

} // namespace

struct RoundLock::Held {
  int file = -1;
  QByteArray name;
  bool isLocked = false;

  Held(int opened, QByteArray path) : file(opened), name(std::move(path)) {}
  Held(const Held&) = delete;
  Held& operator=(const Held&) = delete;
  Held(Held&&) = delete;
  Held& operator=(Held&&) = delete;
  ~Held() {
    if (isLocked)
      ::unlink(name.constData()); // while it is held: nobody else's
    ::close(file);
  }
  // 0, or why not
  int lock() {
    while (::flock(file, LOCK_EX | LOCK_NB) != 0)
      if (errno != EINTR)
        return errno;
    isLocked = true;
    return 0;
  }
  // For others to read. Where it cannot be written the lock holds all the same.
  void sign() const {
    const QByteArray text = QByteArray::number(QCoreApplication::applicationPid()) + '\n' +
                            QCoreApplication::applicationName().toUtf8() + '\n' + QSysInfo::machineHostName().toUtf8() +
                            '\n';
    if (::ftruncate(file, 0) == 0) [[maybe_unused]]
      const auto written = ::pwrite(file, text.constData(), std::size_t(text.size()), 0);
  }
};

Result<RoundLock> RoundLock::take(Workspace& w) { return take(w.database().path()); }

Result<RoundLock> RoundLock::take(const QString& workspaceFile) {
  const QString path = lockFileOf(workspaceFile);
  const QByteArray name = QFile::encodeName(path);
  constexpr int kTries = 100; // others' rounds that end between two looks at it
  for (int i = 0; i < kTries; ++i) {
    const int file = openLockFile(name);
    if (file < 0 && errno == ENOENT)
      return RoundLock(nullptr); // not allowed to make one
    if (file < 0)
      return noRoundLock(path, errno);
    auto held = std::make_shared<Held>(file, name);
    const int why = held->lock();
    if (why == EWOULDBLOCK)
      return roundUnderWay(path);
    if (why != 0)
      return noRoundLock(path, why);
    if (isStillThere(file, name)) {
      held->sign();
      return RoundLock(std::move(held));
    }
    held->isLocked = false; // its name is somebody else's by now
  }
  return roundUnderWay(path);
}

} // namespace pricewright
