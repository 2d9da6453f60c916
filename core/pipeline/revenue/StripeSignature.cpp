// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/revenue/StripeSignature.h"

#include "base/Words.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

namespace pricewright {
namespace {

constexpr qsizetype kLongestHeader = 8192, kDigestHex = 64;
constexpr std::size_t kMostSignatures = 32;

struct SignatureHeader {
  std::optional<qint64> time;
  std::vector<QByteArray> v1;
};

SignatureHeader parseHeader(const QByteArray& header) {
  SignatureHeader out;
  const QList<QByteArray> parts = header.left(kLongestHeader).split(',');
  for (const QByteArray& part : parts) {
    const qsizetype equals = part.indexOf('=');
    const QByteArray name = part.left(equals).trimmed(), value = part.mid(equals + 1).trimmed();
    if (equals <= 0)
      continue;
    bool isNumber = false;
    const qint64 number = value.toLongLong(&isNumber);
    if (name == "t" && isNumber && number >= 0)
      out.time = number;
    else if (name == "v1" && out.v1.size() < kMostSignatures)
      out.v1.push_back(value);
  }
  return out;
}

bool isEqual(const QByteArray& a, const QByteArray& b) {
  return a.size() == kDigestHex && b.size() == kDigestHex &&
         CRYPTO_memcmp(a.constData(), b.constData(), std::size_t(kDigestHex)) == 0;
}

} // namespace

QByteArray stripeSignature(const QByteArray& secret, qint64 unixSeconds, const QByteArray& body) {
  const QByteArray text = QByteArray::number(unixSeconds) + '.' + body;
  std::array<unsigned char, EVP_MAX_MD_SIZE> sum{};
  unsigned int size = 0;
  HMAC(EVP_sha256(), secret.constData(), int(secret.size()), reinterpret_cast<const unsigned char*>(text.constData()),
       std::size_t(text.size()), sum.data(), &size);
  return QByteArray(reinterpret_cast<const char*>(sum.data()), qsizetype(size)).toHex();
}

Status checkStripeSignature(const QByteArray& body, const QByteArray& header, const std::vector<QByteArray>& secrets,
                            Instant now, std::chrono::seconds tolerance) {
  if (secrets.empty())
    return fail(s("gateway.no-secret"));
  if (header.trimmed().isEmpty())
    return fail(s("gateway.no-signature"));
  const SignatureHeader told = parseHeader(header);
  if (!told.time || told.v1.empty())
    return fail(s("gateway.bad-header"));
  bool fits = false;
  for (const QByteArray& secret : secrets) {
    if (secret.isEmpty())
      continue;
    const QByteArray wanted = stripeSignature(secret, *told.time, body);
    for (const QByteArray& given : told.v1)
      fits = isEqual(given, wanted) || fits;
  }
  if (!fits)
    return fail(s("gateway.bad-signature"));
  const qint64 unixNow = std::chrono::floor<std::chrono::seconds>(now).time_since_epoch().count();
  // Compared this way round so that no time of the header overflows.
  if (tolerance.count() > 0 && *told.time < unixNow - tolerance.count())
    return fail(s("gateway.too-old"), {{s("seconds"), QString::number(unixNow - *told.time)}});
  if (tolerance.count() > 0 && *told.time > unixNow + tolerance.count())
    return fail(s("gateway.from-the-future"), {{s("seconds"), QString::number(*told.time - unixNow)}});
  return {};
}

} // namespace pricewright
