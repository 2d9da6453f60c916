// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "secrets/SecretFile.h"
#include "secrets/SecretStore.h"

namespace pricewright {

// A file that only its owner may read (0600), encrypted with a key from a passphrase (secrets/SecretFile.h). A change
// writes a new file beside it and renames; writers in several processes wait for each other. What cannot be read is
// never written over. secrets.passphrase-missing, .passphrase (path), .damaged (path, why), .unreadable, .not-written
// (path, message), .busy (path).
class FileSecrets final : public SecretStore {
 public:
  FileSecrets(QString path, const QByteArray& passphrase, SecretFileCost cost = {});
  ~FileSecrets() override;
  Result<std::optional<QByteArray>> read(const QString& name) override;
  Status write(const QString& name, const QByteArray& bytes) override;
  Status remove(const QString& name) override;
  QString where() const override { return m_path; }

 private:
  Result<SecretTable> load() const;
  Status save(const SecretTable& table) const;
  Status change(const QString& name, const QByteArray* bytes);

  QString m_path;
  QByteArray m_passphrase;
  SecretFileCost m_cost;
};

} // namespace pricewright
