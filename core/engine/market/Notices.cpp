// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/market/Notices.h"

#include "base/Words.h"
#include "catalog/Permissions.h"
#include "fetching/Url.h"
#include "notices/SmtpMailer.h"
#include "notices/WebhookSender.h"

#include <QJsonArray>

namespace pricewright {
namespace {

constexpr int kMostGivenUp = 100;

QString secretNameFor(const char* service, const QString& host) {
  QString name = s(service) + u'.' + QString::fromLatin1(QUrl::toAce(host)).toLower();
  if (name.endsWith(u'.')) // an address of version 6 has no ASCII form
    name += host.toLower();
  return name.replace(u':', u'_').left(128);
}

Error notSetUp(NoticeChannel channel) {
  return fail(s("notice.not-set-up"), {{s("channel"), noticeChannelName(channel)}});
}

// All but the password.
Result<MailServer> mailServerIn(const Settings& settings) {
  MailServer server;
  server.host = settings.text(u"notify.smtp.host").trimmed();
  if (server.host.isEmpty())
    return notSetUp(NoticeChannel::Email);
  PW_CHECK(checkMailHost(server.host));
  server.port = int(settings.integer(u"notify.smtp.port"));
  const QString security = settings.text(u"notify.smtp.security").trimmed().toLower();
  if (security != u"starttls" && security != u"tls")
    return fail(s("mail.bad-security"), {{s("value"), security}});
  server.security = security == u"tls" ? MailServer::Security::Tls : MailServer::Security::StartTls;
  server.user = settings.text(u"notify.smtp.user").trimmed();
  const QString from = settings.text(u"notify.smtp.from");
  if (from.trimmed().isEmpty())
    return fail(s("mail.no-sender"));
  PW_TRY(const auto senders, parseMailAddresses(from));
  if (senders.size() != 1)
    return fail(s("mail.bad-address"), {{s("address"), from}});
  server.from = senders.front();
  if (const QString to = settings.text(u"notify.smtp.to"); !to.trimmed().isEmpty()) {
    PW_TRY(server.to, parseMailAddresses(to));
  }
  return server;
}

Result<std::unique_ptr<SmtpMailer>> mailerFor(const Settings& settings, SecretStore& secrets,
                                              const NoticeTransport& transport) {
  PW_TRY(MailServer server, mailServerIn(settings));
  server.caFile = transport.caFile;
  if (!server.user.isEmpty()) {
    const QString name = mailSecretName(server.host);
    PW_TRY(std::optional<QByteArray> password, secrets.read(name));
    if (!password)
      return fail(s("mail.no-password"), {{s("host"), server.host}, {s("name"), name}});
    server.password = std::move(*password);
  }
  return SmtpMailer::open(std::move(server));
}

Result<std::unique_ptr<WebhookSender>> hookFor(const Settings& settings, SecretStore& secrets,
                                               const NoticeTransport& transport) {
  WebhookTarget target;
  target.url = settings.text(u"notify.webhook.url").trimmed();
  PW_TRY(target.allowed, AddressAllowList::parse(settings.text(u"notify.webhook.allowed-addresses")));
  target.caFile = transport.caFile;
  target.secretFor = [&secrets](const QString& host) { return secrets.read(webhookSecretName(host)); };
  return std::make_unique<WebhookSender>(std::move(target));
}

// Why a channel without a sender has none.
void explain(ChannelReport& report, const Error& why) {
  report.reasons.clear();
  if (report.left > 0)
    report.reasons.insert(why.code, report.left);
}

QString codeOfProblem(const Error& error) { return error.is(u"notice.not-set-up") ? QString() : error.code; }

} // namespace

QString mailSecretName(const QString& host) { return secretNameFor("smtp", host); }
QString webhookSecretName(const QString& host) { return secretNameFor("webhook", host); }

namespace {

Result<DeliveryReport> deliverThrough(Workspace& w, NoticeStore store, SecretStore& secrets, const JobContext& job,
                                      const NoticeTransport& transport) {
  PW_TRY(const Settings settings, w.catalog().settings());
  PW_TRY(const auto counts, store.counts(w.clock().now()));
  // A keychain may ask its owner for his password: not for nothing.
  Result<std::unique_ptr<SmtpMailer>> mailer = notSetUp(NoticeChannel::Email);
  if (counts.at(NoticeChannel::Email).due > 0)
    mailer = mailerFor(settings, secrets, transport);
  Result<std::unique_ptr<WebhookSender>> hook = notSetUp(NoticeChannel::Webhook);
  if (counts.at(NoticeChannel::Webhook).due > 0)
    hook = hookFor(settings, secrets, transport);
  PW_TRY(DeliveryReport report,
         deliverNotices(store, {mailer ? mailer->get() : nullptr, hook ? hook->get() : nullptr}, w.clock(), job));
  if (!mailer)
    explain(report.channels[NoticeChannel::Email], mailer.error());
  if (!hook)
    explain(report.channels[NoticeChannel::Webhook], hook.error());
  return report;
}

} // namespace

Result<DeliveryReport> deliverDue(Workspace& w, SecretStore& secrets, const JobContext& job,
                                  const NoticeTransport& transport) {
  return deliverThrough(w, NoticeStore(w.database()), secrets, job, transport);
}

Result<DeliveryReport> deliverDueBeside(Workspace& w, SecretStore& secrets, const JobContext& job,
                                        const NoticeTransport& transport) {
  PW_TRY(const std::unique_ptr<Database> own, Database::open(w.database().path(), OpenMode::ReadWrite));
  return deliverThrough(w, NoticeStore(*own), secrets, job, transport);
}

Result<std::vector<Notice>> takeDesktopNotices(Workspace& w) {
  constexpr int kMostShown = 20;
  NoticeStore store(w.database());
  PW_TRY(std::vector<Notice> notices, store.toShow(w.clock().now(), kMostShown));
  for (const Notice& notice : notices)
    PW_CHECK(store.markShown(notice.no, w.clock().now()));
  return notices;
}

Result<Delivery> sendTestNotice(Workspace& w, SecretStore& secrets, NoticeChannel channel, const QString& recipient,
                                const JobContext& job, const NoticeTransport& transport) {
  PW_TRY(const Settings settings, w.catalog().settings());
  PW_TRY(const WorkspaceStatus status, w.status());
  Notice notice;
  notice.channel = channel, notice.recipient = recipient, notice.tries = 1;
  notice.madeAt = notice.dueAt = w.clock().now();
  notice.key = s("test/%1/%2/%3").arg(status.id, noticeChannelName(channel), isoInstant(notice.madeAt));
  notice.subject = s("Pricewright: a test");
  notice.body =
      s("This is a test from the workspace \"%1\", sent by %2. Notices arrive here.").arg(status.name, w.me().user);
  notice.payload = "{\"test\":true}";
  std::unique_ptr<NoticeSender> sender;
  switch (channel) {
  case NoticeChannel::Desktop:
    return fail(s("notice.desktop-is-shown"));
  case NoticeChannel::Email: {
    PW_TRY(sender, mailerFor(settings, secrets, transport));
    break;
  }
  case NoticeChannel::Webhook: {
    PW_TRY(sender, hookFor(settings, secrets, transport));
    break;
  }
  }
  PW_CHECK(sender->ready(notice));
  return sender->deliver(notice, w.clock().now(), job);
}

Result<NoticeStatus> noticeStatus(Workspace& w) {
  PW_TRY(const Settings settings, w.catalog().settings());
  const NoticeStore store(w.database());
  NoticeStatus out;
  out.now = w.clock().now();
  PW_TRY(out.counts, store.counts(out.now));
  PW_TRY(out.givenUp, store.givenUp(kMostGivenUp));
  if (const Result<MailServer> server = mailServerIn(settings)) {
    out.mailServer = s("%1:%2").arg(server->host).arg(server->port), out.mailUser = server->user;
    if (!server->user.isEmpty())
      out.mailSecret = mailSecretName(server->host);
  } else {
    out.mailProblem = codeOfProblem(server.error());
  }
  const Result<AddressAllowList> allowed = AddressAllowList::parse(settings.text(u"notify.webhook.allowed-addresses"));
  out.webhookUrl = settings.text(u"notify.webhook.url").trimmed();
  if (!allowed) {
    out.webhookProblem = allowed.error().code;
  } else if (!out.webhookUrl.isEmpty()) {
    const Result<QUrl> url = admissibleUrl(out.webhookUrl, *allowed);
    if (!url)
      out.webhookProblem = url.error().code;
    else if (url->scheme() != u"https")
      out.webhookProblem = s("webhook.not-https");
    else
      out.webhookSecret = webhookSecretName(url->host());
  }
  return out;
}

Result<qint64> retryNotices(Workspace& w, std::span<const qint64> numbers) {
  PW_TRY(Transaction in, Transaction::begin(w.database()));
  PW_TRY(const Actor who, mayDo(w.database(), w.me(), Permission::RunCycles));
  NoticeStore store(w.database());
  const Instant now = w.clock().now();
  qint64 count = qint64(numbers.size());
  QJsonArray which;
  for (const qint64 no : numbers) {
    PW_CHECK(store.retry(no, now));
    which.append(no);
  }
  if (numbers.empty()) {
    PW_TRY(count, store.retryAll(now));
  }
  if (count == 0)
    return 0;
  PW_CHECK(w.journal().append(who, s("notice.retried"), s("notice"),
                              numbers.size() == 1 ? QString::number(numbers[0]) : s("all"),
                              {{s("count"), count}, {s("numbers"), which}}));
  PW_CHECK(in.commit());
  return count;
}

} // namespace pricewright
