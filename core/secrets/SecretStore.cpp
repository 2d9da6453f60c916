// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/SecretStore.h"

#include "base/Words.h"
#include "secrets/FileSecrets.h"
#include "secrets/Keychain.h"

#include <QDir>
#include <QStandardPaths>

#include <algorithm>
#include <openssl/crypto.h>

namespace pricewright {
namespace {

constexpr qsizetype kLongestName = 128, kLongestSecret = 65'536;

Error readOnly(const QString& name) {
  return fail(s("secrets.read-only"),
              {{s("name"), name}, {s("variable"), QString::fromLatin1(EnvironmentSecrets::variableFor(name))}});
}

// The environment in front of the place where secrets are kept.
class LayeredSecrets final : public SecretStore {
 public:
  explicit LayeredSecrets(std::unique_ptr<SecretStore> kept) : m_kept(std::move(kept)) {}
  Result<std::optional<QByteArray>> read(const QString& name) override {
    PW_TRY(std::optional<QByteArray> named, m_environment.read(name));
    if (named)
      return named;
    return m_kept->read(name);
  }
  Status write(const QString& name, const QByteArray& bytes) override { return m_kept->write(name, bytes); }
  Status remove(const QString& name) override { return m_kept->remove(name); }
  QString where() const override { return m_kept->where(); }

 private:
  EnvironmentSecrets m_environment;
  std::unique_ptr<SecretStore> m_kept;
};

} // namespace

void wipe(QByteArray& secret) {
  if (!secret.isDetached()) {
    secret.clear();
    return;
  }
  OPENSSL_cleanse(secret.data(), std::size_t(secret.size()));
  secret.resize(0); // its memory stays with it
}

Status checkSecretName(const QString& name) {
  const bool fits =
      !name.isEmpty() && name.size() <= kLongestName && std::all_of(name.begin(), name.end(), [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'.' || c == u'_' || c == u'-';
      });
  if (!fits)
    return fail(s("secrets.bad-name"), {{s("name"), name.left(kLongestName)}});
  return {};
}

Status checkSecret(const QByteArray& bytes) {
  if (bytes.isEmpty())
    return fail(s("secrets.empty"));
  if (bytes.size() > kLongestSecret)
    return fail(s("secrets.too-large"), {{s("limit"), QString::number(kLongestSecret)}});
  return {};
}

QByteArray EnvironmentSecrets::variableFor(const QString& name) {
  QByteArray out = "PRICEWRIGHT_SECRET_";
  for (const QChar c : name.toUpper())
    out += (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') ? char(c.unicode()) : '_';
  return out;
}

Result<std::optional<QByteArray>> EnvironmentSecrets::read(const QString& name) {
  PW_CHECK(checkSecretName(name));
  QByteArray value = qgetenv(variableFor(name).constData());
  if (value.isEmpty())
    return std::optional<QByteArray>();
  PW_CHECK(checkSecret(value));
  return std::optional(std::move(value));
}
Status EnvironmentSecrets::write(const QString& name, const QByteArray&) { return readOnly(name); }
Status EnvironmentSecrets::remove(const QString& name) { return readOnly(name); }
QString EnvironmentSecrets::where() const { return s("environment"); }

QString defaultSecretsFile() {
  const QString named = qEnvironmentVariable("PRICEWRIGHT_SECRETS");
  if (!named.isEmpty())
    return named;
  const QString folder = QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation);
  return QDir(folder).filePath(s("pricewright/secrets"));
}

Result<std::unique_ptr<SecretStore>> openSecrets(SecretOptions options) {
  using Place = SecretOptions::Place;
  if (options.passphrase.isEmpty())
    options.passphrase = qgetenv("PRICEWRIGHT_PASSPHRASE");
  const WipeAtEnd wiped(options.passphrase);
  std::unique_ptr<SecretStore> kept;
  // Who gives a passphrase means the file, also at a desk: what is set there is what a service without a desktop finds.
  if (options.place == Place::Keychain || (options.place == Place::Automatic && options.passphrase.isEmpty())) {
    auto keychain = KeychainSecrets::open(options.deadline);
    if (keychain)
      kept = std::move(*keychain);
    else if (options.place == Place::Keychain)
      return keychain.error();
  }
  if (!kept)
    kept =
        std::make_unique<FileSecrets>(options.file.isEmpty() ? defaultSecretsFile() : options.file, options.passphrase);
  return std::unique_ptr<SecretStore>(std::make_unique<LayeredSecrets>(std::move(kept)));
}

} // namespace pricewright
