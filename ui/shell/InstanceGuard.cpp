// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/InstanceGuard.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QLocalSocket>
#include <QStandardPaths>

namespace pricewright {
namespace {

constexpr int kAnswerMs = 200; // a window of this desk answers at once, or hangs

QString placeForLocks() {
  const QString runtime = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
  return runtime.isEmpty() ? QDir::tempPath() : runtime;
}

} // namespace

// The same file by whatever name it is opened.
QString InstanceGuard::nameOf(const QString& path) {
  const QFileInfo file(path);
  const QString real = file.exists() ? file.canonicalFilePath() : file.absoluteFilePath();
  const QByteArray digest = QCryptographicHash::hash(real.toUtf8(), QCryptographicHash::Sha256).toHex();
  return QStringLiteral("pricewright-") + QString::fromLatin1(digest.left(24));
}

bool InstanceGuard::holds(const QString& path) const { return m_lock && m_name == nameOf(path); }

bool InstanceGuard::claim(const QString& path) {
  release();
  m_name = nameOf(path);
  auto lock = std::make_unique<QLockFile>(QDir(placeForLocks()).filePath(m_name + QStringLiteral(".lock")));
  lock->setStaleLockTime(0); // age says nothing: whether its process lives does
  if (lock->tryLock(0)) {
    m_lock = std::move(lock);
    listen();
    return true;
  }
  if (lock->error() != QLockFile::LockFailedError) { // no folder to keep it in: then nothing is kept from working
    m_lock = std::move(lock);
    return true;
  }
  QLocalSocket socket;
  socket.connectToServer(m_name);
  if (socket.waitForConnected(kAnswerMs))
    socket.disconnectFromServer();
  m_name.clear();
  return false;
}

void InstanceGuard::listen() {
  QLocalServer::removeServer(m_name); // of a window that died
  m_server = std::make_unique<QLocalServer>();
  m_server->setSocketOptions(QLocalServer::UserAccessOption);
  connect(m_server.get(), &QLocalServer::newConnection, this, [this] {
    while (QLocalSocket* socket = m_server->nextPendingConnection())
      socket->deleteLater();
    emit wanted();
  });
  m_server->listen(m_name);
}

void InstanceGuard::takeOver(InstanceGuard& other) {
  release();
  m_lock = std::move(other.m_lock);
  m_name = std::exchange(other.m_name, {});
  other.release();
  listen();
}

void InstanceGuard::release() {
  m_server.reset();
  m_lock.reset();
  m_name.clear();
}

} // namespace pricewright
