// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/Workspace.h"
#include "notices/Delivery.h"
#include "secrets/SecretStore.h"

namespace pricewright {

// Delivery of notices by the workspace's settings (notify.*), with passwords and keys from the store of secrets.
// A secret belongs to the host that it is for, by its name: a workspace from somebody else that names another server
// gets no password of ours.
QString mailSecretName(const QString& host);    // "smtp.mail.example"
QString webhookSecretName(const QString& host); // "webhook.hooks.example"

struct NoticeTransport {
  QByteArray caFile; // "" : the system's authorities
};

// Sends what is due. A channel that is not set up, or not rightly, leaves its notices waiting; the reason stands in its
// report: notice.not-set-up, mail.bad-host, .bad-security, .no-sender, .bad-address, .no-password, secrets.*.
// The store of secrets is only asked where something is due. On the engine thread; may take long: see the job.
Result<DeliveryReport> deliverDue(Workspace& workspace, SecretStore& secrets, const JobContext& job,
                                  const NoticeTransport& transport = {});

// The same from beside the writer, for a window whose writer must not wait for a mail server: rows are claimed and
// marked through a connection of its own, a statement each, as another process would.
Result<DeliveryReport> deliverDueBeside(Workspace& readOnly, SecretStore& secrets, const JobContext& job,
                                        const NoticeTransport& transport = {});
// What the window has to show now, the oldest first, twenty at most; marked as shown.
Result<std::vector<Notice>> takeDesktopNotices(Workspace& workspace);

// One message that says that it is a test, now and once; no row is made. `recipient` "" : the settings'. An Error where
// the channel is not set up rightly; notice.desktop-is-shown for the window's.
Result<Delivery> sendTestNotice(Workspace& workspace, SecretStore& secrets, NoticeChannel channel,
                                const QString& recipient, const JobContext& job, const NoticeTransport& transport = {});

struct NoticeStatus {
  Instant now{};
  std::map<NoticeChannel, NoticeCounts> counts;
  QString mailServer, mailUser, mailSecret; // "" : not set up, no login, no secret is needed
  QString webhookUrl, webhookSecret;        // of notices that name none
  QString mailProblem, webhookProblem;      // codes of what is wrong with the settings, as far as they tell
  std::vector<Notice> givenUp;              // newest first, a hundred at most
};
Result<NoticeStatus> noticeStatus(Workspace& workspace);

// Those given up, or just these, are due again; the journal says who wanted it. Gives how many. notice.unknown,
// .already-sent, catalog.not-allowed; all or none.
Result<qint64> retryNotices(Workspace& workspace, std::span<const qint64> numbers);

} // namespace pricewright
