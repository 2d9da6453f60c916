// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "secrets/SecretStore.h"

namespace pricewright {

// The desktop's keychain through the Secret Service (GNOME Keyring, KWallet, KeePassXC), by libsecret's synchronous
// calls: they wait on a context of their own, so that no event loop of ours runs inside a call, and each can be
// cancelled, so that a service that never answers ends with its deadline. It may ask its owner to unlock it.
// secrets.no-keychain, .keychain-timeout, .keychain-refused (each with message), .locked (name).
class KeychainSecrets final : public SecretStore {
 public:
  explicit KeychainSecrets(Duration deadline) : m_deadline(deadline) {}
  // Asks once whether a service answers, without unlocking anything: at most five seconds.
  static Result<std::unique_ptr<SecretStore>> open(Duration deadline);
  Result<std::optional<QByteArray>> read(const QString& name) override;
  Status write(const QString& name, const QByteArray& bytes) override;
  Status remove(const QString& name) override;
  QString where() const override;

 private:
  Duration m_deadline; // of each call
};

} // namespace pricewright
