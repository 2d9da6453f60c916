// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/Time.h"
#include "secrets/Wipe.h"

#include <QByteArray>

#include <memory>

namespace pricewright {

// Where passwords and keys of services are kept: never in the workspace, a log or an entry of the journal. A name is
// 1 to 128 of a-z 0-9 . _ -, a value 1 to 65,536 bytes. A call may take as long as the store's deadline: never on the
// thread of the window. Whoever reads a value wipes it (secrets/Wipe.h).
// Errors of all: secrets.bad-name (name), .empty, .too-large (limit).
class SecretStore {
 public:
  SecretStore() = default;
  SecretStore(const SecretStore&) = delete;
  SecretStore& operator=(const SecretStore&) = delete;
  virtual ~SecretStore() = default;
  virtual Result<std::optional<QByteArray>> read(const QString& name) = 0; // none: nothing is kept by that name
  virtual Status write(const QString& name, const QByteArray& bytes) = 0;  // over what is there
  virtual Status remove(const QString& name) = 0;                          // what is not there is removed as well
  virtual QString where() const = 0; // "environment", "keychain" or the path of the file
};
Status checkSecretName(const QString& name);
Status checkSecret(const QByteArray& bytes);

// The environment of this process, for services and containers: read only, secrets.read-only.
class EnvironmentSecrets final : public SecretStore {
 public:
  // "smtp.mail.example" → PRICEWRIGHT_SECRET_SMTP_MAIL_EXAMPLE
  static QByteArray variableFor(const QString& name);
  Result<std::optional<QByteArray>> read(const QString& name) override;
  Status write(const QString& name, const QByteArray& bytes) override;
  Status remove(const QString& name) override;
  QString where() const override;
};

struct SecretOptions {
  enum class Place {
    Automatic, // the file where a passphrase is given; else the keychain where one answers; else the file
    Keychain,
    File
  };
  Place place = Place::Automatic;
  QString file;          // "" : PRICEWRIGHT_SECRETS, else secrets in the user's configuration folder
  QByteArray passphrase; // "" : PRICEWRIGHT_PASSPHRASE
  Duration deadline = std::chrono::seconds(60); // of the keychain: it may ask its owner for his password
};
// What the environment names comes first when it is read; all else is kept in one place. A file without a passphrase
// is opened as well: each call answers secrets.passphrase-missing. secrets.no-keychain (message): only for
// Place::Keychain.
Result<std::unique_ptr<SecretStore>> openSecrets(SecretOptions options = {});
QString defaultSecretsFile();

} // namespace pricewright
