// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/Cancel.h"
#include "orders/OrderBatch.h"

#include <functional>

namespace pricewright {

using WebhookHeaders = QMap<QString, QByteArray>; // names in any case

// What a payment service must be able to tell, in our words. Each object comes as a Movement as of now; amounts in the
// minor units of our own table of currencies, exactly or not at all. No call writes anything.
class PaymentGateway {
 public:
  virtual ~PaymentGateway() = default;
  virtual QString provider() const = 0; // "stripe"

  // A webhook's bytes, once its signature has been found good. gateway.no-secret, .no-signature, .bad-signature,
  // .bad-header, .too-old, .from-the-future, .unreadable. What is signed and cannot be understood is an event that
  // failed, not an error.
  virtual Result<EventFacts> verify(const QByteArray& body, const WebhookHeaders& headers, Instant now) const = 0;
  virtual Result<EventFacts>
  readEvent(const QByteArray& body) const = 0; // the same of a trusted file: gateway.unreadable

  // Whose books these are: the same as long as it is the same account, whatever key is used. gateway.no-account (the
  // key may not know), and those below.
  virtual Result<QString> account(const JobContext& job) = 0;
  // The gateway's own books, page by page, oldest or newest first. `from` ≤ created ≤ `to`. gateway.no-key, .login,
  // .http (status), .busy, .loop, .unreadable, .too-many-pages, .cancelled, fetch.*
  // What cannot be understood comes as its error (argument "object") and holds up none of the others.
  using ObjectSink = std::function<Status(Result<Movement>&&)>;
  using EventSink = std::function<Status(Result<EventFacts>&&)>;
  virtual Status pageObjects(MovementKind kind, Instant from, Instant to, const ObjectSink& sink,
                             const JobContext& job) = 0;
  virtual Status pageEvents(Instant from, Instant to, const EventSink& sink, const JobContext& job) = 0;
  // One object as it is now; none: the gateway says that it does not know it. Errors as of lists, and with an argument
  // "object" where only this one cannot be understood.
  virtual Result<std::optional<Movement>> fetch(MovementKind kind, const QString& objectId, const JobContext& job) = 0;
};

} // namespace pricewright
