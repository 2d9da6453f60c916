// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/Result.h"
#include "base/Time.h"

#include <QByteArray>

#include <vector>

namespace pricewright {

// Stripe-Signature: "t=1700000000,v1=<hex>,v1=<hex>,v0=…": v1 is HMAC-SHA256 with the secret of the time, a dot and the
// body (https://docs.stripe.com/webhooks/signature). Good if any v1 fits any of the secrets: while a secret is being
// changed both sign. Other schemes count for nothing. Compared in a time that tells nothing of how much fits.
// `tolerance`: how old, or how far in the future, the time may be; exactly so much is still good; 0: any.
// gateway.no-secret, .no-signature (header empty), .bad-header (no time or no v1), .bad-signature, .too-old,
// .from-the-future (seconds)
Status checkStripeSignature(const QByteArray& body, const QByteArray& header, const std::vector<QByteArray>& secrets,
                            Instant now, std::chrono::seconds tolerance);
QByteArray stripeSignature(const QByteArray& secret, qint64 unixSeconds, const QByteArray& body); // v1, in hex

} // namespace pricewright
