// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "fetching/AddressGuard.h"
#include "notices/Notice.h"

#include <QUrl>

#include <functional>
#include <map>
#include <memory>

namespace pricewright {

// Who is told by POST, and how he can tell that it was us.
struct WebhookTarget {
  QString url; // for notices that name none; "" : such notices wait
  // What this host's messages are signed with; none: nothing is sent to it. Asked once for each host.
  std::function<Result<std::optional<QByteArray>>(const QString& host)> secretFor;
  AddressAllowList allowed; // ranges inside that may be told
  QByteArray caFile;        // "" : the system's authorities
  Duration total = std::chrono::seconds(10);
};
// "t=1772357400,v1=<hex of HMAC-SHA256(secret, "1772357400." + body)>": t are seconds since 1970, so that a receiver
// can refuse what is old.
QByteArray webhookSignature(const QByteArray& secret, Instant at, const QByteArray& body);
// {"body", "data": the payload, "id": the fingerprint of its key, "made_at", "subject"}: canonical, the same each time.
// notice.bad-payload
Result<QByteArray> webhookBody(const Notice& notice);

// POSTs JSON over HTTPS, never inside (the address is looked at right before it is connected to) and never onwards: a
// redirect is an error. Headers: Pricewright-Signature, and Idempotency-Key with the id. 2xx: delivered; 410: given up;
// 429, 503: when Retry-After says; all else is tried again.
// Codes: webhook.no-url, .not-https, .no-secret (the host), .gone, .busy, .redirected, .refused, .failed (each with the
// status), .timeout, .no-address, .no-connection, .certificate, .tls, .broken-off; notice.bad-payload, and those of
// admissibleUrl() and addressRefusal().
class WebhookSender final : public NoticeSender {
 public:
  explicit WebhookSender(WebhookTarget target);
  ~WebhookSender() override;
  QString destination(const Notice& notice) const override;
  Status ready(const Notice& notice) override; // webhook.no-url, .no-secret (host), and what secretFor answers
  Delivery deliver(const Notice& notice, Instant now, const JobContext& job) override;

 private:
  class Transfer;
  const Result<QByteArray>& secretOf(const QString& host);
  WebhookTarget m_target;
  std::map<QString, Result<QByteArray>> m_secrets; // asked for once; wiped at the end
  std::unique_ptr<Transfer> m_transfer;
};

} // namespace pricewright
