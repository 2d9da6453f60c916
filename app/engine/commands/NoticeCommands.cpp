// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Delivery of notices: what is due, what was given up, a test.
#include "NoticeCommands.h"

#include "Shapes.h"
#include "base/Words.h"
#include "engine/market/Notices.h"
#include "engine/texts/Texts.h"

#include <QJsonArray>

namespace pricewright {
namespace {

QJsonObject toJson(const ChannelReport& r) {
  QJsonObject reasons;
  for (auto it = r.reasons.begin(); it != r.reasons.end(); ++it)
    reasons.insert(it.key(), it.value());
  return {{"sent", r.sent}, {"failed", r.failed}, {"given_up", r.givenUp}, {"left", r.left}, {"reasons", reasons}};
}

QString deliveryText(const DeliveryReport& report) {
  QString text;
  for (const auto& [channel, r] : report.channels) {
    text += s("%1: %2 sent, %3 failed and tried again later, %4 given up, %5 left waiting.\n")
                .arg(codeText(s("notice-") + noticeChannelName(channel)))
                .arg(r.sent)
                .arg(r.failed)
                .arg(r.givenUp)
                .arg(r.left);
    for (auto it = r.reasons.begin(); it != r.reasons.end(); ++it)
      text += s("  %1: %2\n").arg(codeText(it.key())).arg(it.value());
  }
  return text;
}

// What a row keeps of its last failure: the code in words, and what the other side said.
QString errorWords(const QString& error) {
  const QString code = error.section(u' ', 0, 0), said = error.section(u' ', 1);
  return said.isEmpty() ? codeText(code) : s("%1 (%2)").arg(codeText(code), said);
}

QJsonObject toJson(const Notice& n) {
  return {{"notice", n.no},
          {"channel", noticeChannelName(n.channel)},
          {"recipient", n.recipient},
          {"subject", n.subject},
          {"made", isoInstant(n.madeAt)},
          {"tries", n.tries},
          {"error", n.error}};
}

QString setUpText(const NoticeStatus& status) {
  QString text = s("Mail: %1\n")
                     .arg(!status.mailProblem.isEmpty() ? codeText(status.mailProblem)
                          : status.mailServer.isEmpty() ? codeText(s("notice.not-set-up"))
                                                        : status.mailServer);
  if (!status.mailSecret.isEmpty())
    text += s("  the password of %1 is kept as %2\n").arg(status.mailUser, status.mailSecret);
  text += s("Webhook: %1\n")
              .arg(!status.webhookProblem.isEmpty() ? codeText(status.webhookProblem)
                   : status.webhookUrl.isEmpty()    ? codeText(s("notice.not-set-up"))
                                                    : status.webhookUrl);
  if (!status.webhookSecret.isEmpty())
    text += s("  signed with what is kept as %1\n").arg(status.webhookSecret);
  return text;
}

QString statusText(const NoticeStatus& status) {
  std::vector<QStringList> channels, given;
  for (const auto& [channel, c] : status.counts)
    channels.push_back({codeText(s("notice-") + noticeChannelName(channel)), QString::number(c.waiting),
                        QString::number(c.due), QString::number(c.givenUp), QString::number(c.sent),
                        c.next ? isoInstant(*c.next).left(16) : QString()});
  for (const Notice& n : status.givenUp)
    given.push_back({QString::number(n.no), codeText(s("notice-") + noticeChannelName(n.channel)), n.recipient,
                     n.subject.left(50), QString::number(n.tries), errorWords(n.error)});
  return setUpText(status) +
         textTable({"channel", "waiting", "due", "given up", "sent", "next"}, channels, s(" rrrr")) +
         (given.empty() ? QString()
                        : s("\nGiven up:\n") +
                              textTable({"notice", "channel", "to", "subject", "tries", "because"}, given, s("r   r")));
}

} // namespace

int runNotifySend(Session& session) {
  PW_OPEN(session, w, Changing);
  PW_SAY(session, const auto secrets, openSecrets());
  PW_SAY(session, const DeliveryReport report, deliverDue(w, *secrets, session.job()));
  QJsonObject channels;
  for (const auto& [channel, r] : report.channels)
    channels.insert(noticeChannelName(channel), toJson(r));
  return session.answer({{"sent", report.sent()},
                         {"not_sent", report.notSent()},
                         {"cancelled", report.cancelled},
                         {"channels", channels}},
                        deliveryText(report),
                        report.cancelled       ? kCancelled
                        : report.notSent() > 0 ? kPartly
                                               : kOk);
}

int runNotifyStatus(Session& session) {
  PW_OPEN(session, w, Looking);
  PW_SAY(session, const NoticeStatus status, noticeStatus(w));
  QJsonObject channels;
  for (const auto& [channel, c] : status.counts) {
    QJsonObject one{{"waiting", c.waiting}, {"due", c.due}, {"given_up", c.givenUp}, {"sent", c.sent}};
    if (c.next)
      one.insert("next", isoInstant(*c.next));
    channels.insert(noticeChannelName(channel), one);
  }
  QJsonArray given;
  for (const Notice& n : status.givenUp)
    given.append(toJson(n));
  return session.answer({{"now", isoInstant(status.now)},
                         {"channels", channels},
                         {"mail_server", status.mailServer},
                         {"mail_secret", status.mailSecret},
                         {"mail_problem", status.mailProblem},
                         {"webhook_url", status.webhookUrl},
                         {"webhook_secret", status.webhookSecret},
                         {"webhook_problem", status.webhookProblem},
                         {"given_up", given}},
                        statusText(status));
}

int runNotifyTest(Session& session) {
  const bool byMail = session.arguments.has("email");
  if (byMail == session.arguments.has("webhook"))
    return session.usage(s("notify test --email ADDRESS | --webhook URL"));
  PW_OPEN(session, w, Looking);
  PW_SAY(session, const auto secrets, openSecrets());
  const NoticeChannel channel = byMail ? NoticeChannel::Email : NoticeChannel::Webhook;
  const QString to = session.arguments.value(byMail ? "email" : "webhook");
  PW_SAY(session, const Delivery d, sendTestNotice(w, *secrets, channel, to, session.job()));
  const QJsonObject object{{"channel", noticeChannelName(channel)},
                           {"recipient", to},
                           {"sent", d.isSent()},
                           {"code", d.code},
                           {"said", d.detail}};
  if (d.isSent())
    return session.answer(object, d.code.isEmpty() ? s("The test was sent to %1.\n").arg(to)
                                                   : s("The test was sent: %1.\n").arg(errorWords(d.error())));
  return session.answer(object, s("The test was not sent: %1.\n").arg(errorWords(d.error())), kFailed);
}

int runNotifyRetry(Session& session) {
  std::vector<qint64> numbers;
  for (const QString& word : session.arguments.words) {
    PW_SAY(session, const qint64 no, wholeNumber(word, "NUMBER", 1, std::numeric_limits<qint64>::max()));
    numbers.push_back(no);
  }
  PW_OPEN(session, w, Changing);
  PW_SAY(session, const qint64 count, retryNotices(w, numbers));
  return session.answer({{"count", count}}, s("%1 notices are due again.\n").arg(count));
}

} // namespace pricewright
