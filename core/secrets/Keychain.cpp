// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/Keychain.h"

#include "base/Words.h"

#include <condition_variable>
#include <mutex>
#include <thread>

// GLib has members of this name, which is a word of Qt's.
#pragma push_macro("signals")
#undef signals
#include <libsecret/secret.h>
#pragma pop_macro("signals")

namespace pricewright {
namespace {

constexpr Duration kProbe = std::chrono::seconds(5);

template <class T> struct ObjectCloser {
  void operator()(T* object) const { g_object_unref(object); }
};
template <class T> using Object = std::unique_ptr<T, ObjectCloser<T>>;
struct ErrorCloser {
  void operator()(GError* error) const { g_error_free(error); }
};
using OwnedError = std::unique_ptr<GError, ErrorCloser>;
struct ValueCloser {
  void operator()(SecretValue* value) const { secret_value_unref(value); }
};
using Value = std::unique_ptr<SecretValue, ValueCloser>;
struct SchemaCloser {
  void operator()(SecretSchema* schema) const { secret_schema_unref(schema); }
};
using Schema = std::unique_ptr<SecretSchema, SchemaCloser>;

Schema schema() {
  return Schema(
      secret_schema_new("org.pricewright.Secret", SECRET_SCHEMA_NONE, "name", SECRET_SCHEMA_ATTRIBUTE_STRING, nullptr));
}

// Cancels a call that has not ended in time.
class Deadline {
 public:
  explicit Deadline(Duration time)
      : m_cancellable(g_cancellable_new()), m_watch([this, time](const std::stop_token& ended) {
          std::unique_lock lock(m_mutex);
          if (!m_wake.wait_for(lock, ended, time, [] { return false; }) && !ended.stop_requested())
            g_cancellable_cancel(m_cancellable.get());
        }) {}
  GCancellable* token() const { return m_cancellable.get(); }
  bool passed() const { return g_cancellable_is_cancelled(m_cancellable.get()) != FALSE; }

 private:
  Object<GCancellable> m_cancellable;
  std::mutex m_mutex;
  std::condition_variable_any m_wake;
  std::jthread m_watch; // ends first
};

Error keychainError(const char* code, const GError* error) {
  return fail(s(code), {{s("message"), error && error->message ? QString::fromUtf8(error->message) : QString()}});
}

Error errorOfCall(const Deadline& deadline, GError* raw) {
  const OwnedError error(raw);
  if (deadline.passed())
    return keychainError("secrets.keychain-timeout", error.get());
  const bool isGone = error && (g_error_matches(error.get(), G_DBUS_ERROR, G_DBUS_ERROR_SERVICE_UNKNOWN) ||
                                g_error_matches(error.get(), G_DBUS_ERROR, G_DBUS_ERROR_NAME_HAS_NO_OWNER) ||
                                g_error_matches(error.get(), G_IO_ERROR, G_IO_ERROR_CLOSED) ||
                                g_error_matches(error.get(), G_IO_ERROR, G_IO_ERROR_NOT_FOUND));
  return keychainError(isGone ? "secrets.no-keychain" : "secrets.keychain-refused", error.get());
}

Error locked(const QString& name) { return fail(s("secrets.locked"), {{s("name"), name}}); }

// Where nothing was found: is it there, and its owner did not unlock it?
Result<bool> isThere(const QString& name, const Deadline& deadline) {
  GError* error = nullptr;
  GList* found = secret_password_search_sync(schema().get(), SECRET_SEARCH_NONE, deadline.token(), &error, "name",
                                             name.toUtf8().constData(), nullptr);
  if (error)
    return errorOfCall(deadline, error);
  const bool there = found != nullptr;
  g_list_free_full(found, g_object_unref);
  return there;
}

} // namespace

Result<std::unique_ptr<SecretStore>> KeychainSecrets::open(Duration deadline) {
  const Deadline probe(std::min(deadline, kProbe));
  GError* error = nullptr;
  // Opening a session is a question that the service itself has to answer; its name alone may belong to a dead one.
  const Object<SecretService> service(secret_service_get_sync(SECRET_SERVICE_OPEN_SESSION, probe.token(), &error));
  if (!service) {
    const OwnedError why(error);
    return keychainError("secrets.no-keychain", why.get());
  }
  return std::unique_ptr<SecretStore>(std::make_unique<KeychainSecrets>(deadline));
}

Result<std::optional<QByteArray>> KeychainSecrets::read(const QString& name) {
  PW_CHECK(checkSecretName(name));
  const Deadline deadline(m_deadline);
  GError* error = nullptr;
  const Value value(secret_password_lookup_binary_sync(schema().get(), deadline.token(), &error, "name",
                                                       name.toUtf8().constData(), nullptr));
  if (error)
    return errorOfCall(deadline, error);
  if (!value) {
    PW_TRY(const bool there, isThere(name, deadline));
    if (there)
      return locked(name);
    return std::optional<QByteArray>();
  }
  gsize size = 0;
  const gchar* bytes = secret_value_get(value.get(), &size);
  return std::optional(QByteArray(bytes, qsizetype(size)));
}

Status KeychainSecrets::write(const QString& name, const QByteArray& bytes) {
  PW_CHECK(checkSecretName(name));
  PW_CHECK(checkSecret(bytes));
  const Deadline deadline(m_deadline);
  // Text is stored as text: other programs that show the keychain can then show it.
  const Value value(secret_value_new(bytes.constData(), gssize(bytes.size()), "text/plain"));
  GError* error = nullptr;
  const QByteArray label = "Pricewright: " + name.toUtf8();
  const bool stored =
      secret_password_store_binary_sync(schema().get(), SECRET_COLLECTION_DEFAULT, label.constData(), value.get(),
                                        deadline.token(), &error, "name", name.toUtf8().constData(), nullptr) != FALSE;
  if (!stored)
    return errorOfCall(deadline, error);
  return {};
}

Status KeychainSecrets::remove(const QString& name) {
  PW_CHECK(checkSecretName(name));
  const Deadline deadline(m_deadline);
  GError* error = nullptr;
  const bool removed = secret_password_clear_sync(schema().get(), deadline.token(), &error, "name",
                                                  name.toUtf8().constData(), nullptr) != FALSE;
  if (error)
    return errorOfCall(deadline, error);
  if (!removed) {
    PW_TRY(const bool there, isThere(name, deadline));
    if (there)
      return locked(name);
  }
  return {};
}

QString KeychainSecrets::where() const { return s("keychain"); }

} // namespace pricewright
