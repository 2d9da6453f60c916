// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/FileSecrets.h"

#include "base/Words.h"

#include <QDir>
#include <QFileInfo>
#include <QLockFile>

#include <fcntl.h>
#include <filesystem>
#include <unistd.h>

namespace pricewright {
namespace {

constexpr QFileDevice::Permissions kOwnersOwn = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
constexpr QFileDevice::Permissions kOthers = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ExeGroup |
                                             QFileDevice::ReadOther | QFileDevice::WriteOther | QFileDevice::ExeOther;
constexpr int kLongestWaitMs = 30'000; // for another writer: his two derivations of a key, on a slow machine

Error ofFile(const char* code, const QString& path, const QString& message) {
  return fail(s(code), {{s("path"), path}, {s("message"), message}});
}

Status makeOwnFolder(const QString& path) {
  const QDir folder(path);
  if (folder.exists())
    return {};
  const QString parent = QFileInfo(path).absolutePath();
  if (!QDir().mkpath(parent) || (!QDir().mkdir(path, kOwnersOwn | QFileDevice::ExeOwner) && !folder.exists()))
    return ofFile("secrets.not-written", path, qt_error_string());
  return {};
}

// A rename is only kept once its folder is.
void forceFolder(const QString& path) {
  const int handle = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (handle < 0)
    return;
  ::fsync(handle);
  ::close(handle);
}

// Under the lock: the name beside the file is ours, and one that a crash left is thrown away.
Status replaceFile(const QString& path, const QByteArray& bytes) {
  QFile beside(path + s(".new"));
  beside.remove();
  if (!beside.open(QIODevice::WriteOnly | QIODevice::NewOnly, kOwnersOwn))
    return ofFile("secrets.not-written", path, beside.errorString());
  const bool whole = beside.write(bytes) == bytes.size() && beside.flush() && ::fsync(beside.handle()) == 0;
  const QString message = beside.errorString();
  beside.close();
  std::error_code failed;
  if (whole)
    std::filesystem::rename(std::filesystem::path(beside.fileName().toStdU16String()),
                            std::filesystem::path(path.toStdU16String()), failed);
  if (!whole || failed) {
    beside.remove();
    return ofFile("secrets.not-written", path, whole ? QString::fromStdString(failed.message()) : message);
  }
  forceFolder(QFileInfo(path).absolutePath());
  return {};
}

} // namespace

FileSecrets::FileSecrets(QString path, const QByteArray& passphrase, SecretFileCost cost)
    // A copy of its own, so that it can be wiped whoever else holds the passphrase.
    : m_path(std::move(path)), m_passphrase(passphrase.constData(), passphrase.size()), m_cost(cost) {}

FileSecrets::~FileSecrets() { wipe(m_passphrase); }

Result<SecretTable> FileSecrets::load() const {
  if (m_passphrase.isEmpty())
    return fail(s("secrets.passphrase-missing"), {{s("path"), m_path}});
  QFile file(m_path);
  if (!file.exists())
    return SecretTable();
  if (!file.open(QIODevice::ReadOnly))
    return ofFile("secrets.unreadable", m_path, file.errorString());
  if (file.permissions() & kOthers)
    file.setPermissions(kOwnersOwn);
  const QByteArray bytes = file.read(kSecretFileLimit + 1);
  if (file.error() != QFileDevice::NoError)
    return ofFile("secrets.unreadable", m_path, file.errorString());
  if (bytes.size() > kSecretFileLimit)
    return fail(s("secrets.damaged"), {{s("path"), m_path}, {s("why"), s("large")}});
  Result<SecretTable> table = openSecretFile(bytes, m_passphrase);
  if (!table)
    return table.error().with(s("path"), m_path);
  return table;
}

Result<std::optional<QByteArray>> FileSecrets::read(const QString& name) {
  PW_CHECK(checkSecretName(name));
  PW_TRY(const SecretTable table, load());
  const auto found = table.values.find(name.toLatin1());
  if (found == table.values.end())
    return std::optional<QByteArray>();
  // Bytes of its own: the table's are wiped.
  return std::optional(QByteArray(found->second.constData(), found->second.size()));
}

Status FileSecrets::save(const SecretTable& table) const {
  PW_TRY(const QByteArray bytes, sealSecretFile(table, m_passphrase, m_cost));
  return replaceFile(m_path, bytes);
}

Status FileSecrets::change(const QString& name, const QByteArray* bytes) {
  if (m_passphrase.isEmpty())
    return fail(s("secrets.passphrase-missing"), {{s("path"), m_path}});
  PW_CHECK(makeOwnFolder(QFileInfo(m_path).absolutePath()));
  QLockFile lock(m_path + s(".lock"));
  lock.setStaleLockTime(0); // a slow writer is no dead one
  if (!lock.tryLock(kLongestWaitMs))
    return lock.error() == QLockFile::LockFailedError ? fail(s("secrets.busy"), {{s("path"), m_path}})
                                                      : ofFile("secrets.not-written", m_path, qt_error_string());
  PW_TRY(SecretTable table, load());
  const QByteArray key = name.toLatin1();
  if (const auto found = table.values.find(key); found != table.values.end()) {
    wipe(found->second);
    table.values.erase(found);
  } else if (!bytes) {
    return {};
  }
  if (bytes)
    table.values.emplace(key, QByteArray(bytes->constData(), bytes->size()));
  return save(table);
}

Status FileSecrets::write(const QString& name, const QByteArray& bytes) {
  PW_CHECK(checkSecretName(name));
  PW_CHECK(checkSecret(bytes));
  return change(name, &bytes);
}

Status FileSecrets::remove(const QString& name) {
  PW_CHECK(checkSecretName(name));
  return change(name, nullptr);
}

} // namespace pricewright
