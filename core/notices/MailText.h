// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/Time.h"

#include <QByteArray>

#include <vector>

namespace pricewright {

// A person or list as mail knows it: "Anna Bell <anna@shop.example>".
struct MailAddress {
  QString name;
  QByteArray address; // ASCII; a domain of another alphabet in its ASCII form
  bool operator==(const MailAddress&) const = default;
};
// One or more, separated by commas, semicolons or line ends; a name with such signs stands in quotes. Each address
// once. mail.bad-address (address), .no-recipient, .too-many-recipients (limit 100).
Result<std::vector<MailAddress>> parseMailAddresses(QStringView text);

// The value of a header field, folded into lines of at most 76 bytes, "" where `text` is empty. Plain ASCII stays as it
// is; all else, and what looks like an encoded word, becomes encoded words (RFC 2047). Control characters become
// spaces: no text can begin a header of its own. `firstLine`: what the field's name takes of the first line.
QByteArray mailText(const QString& text, qsizetype firstLine);
QByteArray mailAddressList(const std::vector<MailAddress>& addresses, qsizetype firstLine);
QByteArray mailDate(Instant at); // "Sun, 01 Mar 2026 09:30:00 +0000", RFC 5322

struct MailMessage {
  MailAddress from;
  std::vector<MailAddress> to;
  QString subject, body;
  Instant date{};
  QString key; // Message-ID is its fingerprint at the sender's domain
};
// The whole message (RFC 5322), lines end with CR LF and hold at most 78 bytes. The body is text/plain in UTF-8, as
// quoted-printable, or as base64 where more than a sixth of it is not ASCII. Auto-Submitted: auto-generated (RFC 3834).
QByteArray mailBytes(const MailMessage& message);

} // namespace pricewright
