// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/texts/TextTables.h"

#include <QtGlobal>

namespace pricewright {
namespace {

// Delivery of notices, and the secrets that it needs.
#define ROW(code, english) {code, QT_TRANSLATE_NOOP("Texts", english)}
constexpr TextRow kNoticeErrors[] = {
    ROW("secrets.bad-name",
        "\"{name}\" is no name for a secret: use a-z, 0-9, dot, - and _, at most 128. Nothing was kept."),
    ROW("secrets.empty", "No value came on standard input. Nothing was changed."),
    ROW("secrets.too-large", "A secret has at most {limit} bytes. Nothing was changed."),
    ROW("secrets.read-only", "{name} comes from the environment ({variable}) and can only be changed there."),
    ROW("secrets.passphrase-missing",
        "No keychain answers, and {path} needs a passphrase: set PRICEWRIGHT_PASSPHRASE. Nothing was changed."),
    ROW("secrets.passphrase", "The passphrase does not open {path}. The file was left as it is."),
    ROW("secrets.damaged",
        "{path} is damaged ({why}) and was left as it is. Put a copy back, or move it away and set the secrets again."),
    ROW("secrets.unreadable", "{path} cannot be read: {message}. Nothing was changed."),
    ROW("secrets.not-written", "{path} cannot be written: {message} What was kept before is still there."),
    ROW("secrets.busy", "Another program has been writing {path} for half a minute. Nothing was changed; try again."),
    ROW("secrets.no-memory", "There is too little memory for the key of the secrets' file. Nothing was changed."),
    ROW("secrets.no-keychain", "No keychain answers ({message})."),
    ROW("secrets.keychain-timeout", "The keychain did not answer in time. Unlock it and try again."),
    ROW("secrets.keychain-refused", "The keychain refused ({message}). Nothing was changed."),
    ROW("secrets.locked", "{name} is in the keychain, which is locked. Unlock it and try again."),
    ROW("notice.unknown", "There is no notice {no}. Nothing was changed."),
    ROW("notice.already-sent", "Notice {no} has been sent. Nothing was changed."),
    ROW("notice.not-set-up", "Notices by {channel} are not set up: see the settings notify.*. They wait."),
    ROW("notice.bad-payload", "The data of notice {no} are no JSON object."),
    ROW("notice.desktop-is-shown", "Notices on the desktop are shown by the window and need no test."),
    ROW("mail.bad-host", "\"{host}\" is no name of a mail server (notify.smtp.host). Notices wait."),
    ROW("mail.bad-security",
        "notify.smtp.security is starttls or tls, not \"{value}\". Without TLS nothing is sent; notices wait."),
    ROW("mail.no-sender", "Notices need a sender: set notify.smtp.from. They wait."),
    ROW("mail.no-password", "The password for {host} is not kept yet: secret set {name}. Notices wait."),
    ROW("mail.bad-address", "\"{address}\" is no address for mail."),
    ROW("mail.no-recipient", "Nobody is named who gets it: set notify.smtp.to. Notices wait."),
    ROW("mail.too-many-recipients", "Mail goes to at most {limit} addresses at once."),
    ROW("webhook.no-url", "No address is set for webhooks: notify.webhook.url. Notices wait."),
    ROW("webhook.no-secret",
        "Nothing is kept to sign messages to {host} with: secret set webhook.{host}. Notices wait."),
};
constexpr TextRow kNoticeCodes[] = {
    ROW("notices.send", "sending notices"),
    ROW("notice-desktop", "desktop"),
    ROW("notice-email", "mail"),
    ROW("notice-webhook", "webhook"),
    ROW("notice.not-set-up", "not set up"),
    ROW("notice.bad-payload", "its data are damaged"),
    ROW("smtp.timeout", "the mail server does not answer in time"),
    ROW("smtp.no-address", "the mail server's name leads nowhere"),
    ROW("smtp.no-connection", "nobody answers at the mail server"),
    ROW("smtp.no-tls", "the mail server offers no encryption, so nothing was said to it"),
    ROW("smtp.certificate", "the mail server's certificate cannot be trusted"),
    ROW("smtp.tls", "no secure connection to the mail server"),
    ROW("smtp.login-denied", "the mail server denies the login"),
    ROW("smtp.refused", "the mail server refuses the sender"),
    ROW("smtp.broken-off", "the connection to the mail server broke off"),
    ROW("smtp.put-off", "the mail server wants it later"),
    ROW("smtp.message-refused", "the mail server refuses the message"),
    ROW("smtp.recipient-refused", "the mail server does not know the recipient"),
    ROW("smtp.some-refused", "sent, but not to these"),
    ROW("mail.bad-host", "no name of a mail server"),
    ROW("mail.bad-security", "neither starttls nor tls"),
    ROW("mail.no-sender", "no sender is set"),
    ROW("mail.no-password", "the password is not kept yet"),
    ROW("mail.bad-address", "no address for mail"),
    ROW("mail.no-recipient", "nobody is named"),
    ROW("mail.too-many-recipients", "too many recipients"),
    ROW("webhook.no-url", "no address is set"),
    ROW("webhook.not-https", "only https addresses are told"),
    ROW("webhook.no-secret", "nothing is kept to sign with"),
    ROW("webhook.gone", "the address says that it is gone for good"),
    ROW("webhook.busy", "the receiver is busy"),
    ROW("webhook.redirected", "the address leads elsewhere, which is not followed"),
    ROW("webhook.refused", "the receiver refuses it"),
    ROW("webhook.failed", "the receiver has failed"),
    ROW("webhook.timeout", "the receiver does not answer in time"),
    ROW("webhook.no-address", "the receiver's name leads nowhere"),
    ROW("webhook.no-connection", "nobody answers at the receiver"),
    ROW("webhook.certificate", "the receiver's certificate cannot be trusted"),
    ROW("webhook.tls", "no secure connection to the receiver"),
    ROW("webhook.broken-off", "the connection to the receiver broke off"),
    ROW("secrets.passphrase-missing", "the passphrase of the secrets' file is missing"),
    ROW("secrets.passphrase", "the passphrase of the secrets' file is wrong"),
    ROW("secrets.damaged", "the secrets' file is damaged"),
    ROW("secrets.locked", "the keychain is locked"),
    ROW("secrets.keychain-timeout", "the keychain does not answer"),
    ROW("secrets.keychain-refused", "the keychain refuses"),
    ROW("notice.retried", "notices made due again"),
};
#undef ROW

} // namespace

std::span<const TextRow> noticeErrors() { return kNoticeErrors; }
std::span<const TextRow> noticeCodes() { return kNoticeCodes; }

} // namespace pricewright
