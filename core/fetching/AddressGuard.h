// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/Result.h"

#include <array>
#include <optional>
#include <vector>

namespace pricewright {

// An IP address in network order; of IPv4 the first four bytes count and the others are zero.
struct IpAddress {
  std::array<quint8, 16> bytes{};
  bool isV4 = false;

  static IpAddress v4(quint32 number); // 0x7f000001 is 127.0.0.1
  static IpAddress v6(quint64 high, quint64 low);
  quint32 number() const; // of IPv4
  quint64 high() const;
  quint64 low() const;
  QString toString() const; // as inet_ntop writes it
  bool operator==(const IpAddress&) const = default;
};

// "192.0.2.1", "2001:db8::1", "::ffff:192.0.2.1": the canonical spellings only, neither brackets nor a zone.
std::optional<IpAddress> parseIpAddress(QStringView text);
// From what a resolver or an accepted connection gave (sockaddr_in, sockaddr_in6); none for other families and where
// `size` bytes are too few. The bytes need not be aligned.
std::optional<IpAddress> ipAddressOf(const void* socketAddress, std::size_t size);

// Ranges that may be connected to although they are not public: an intranet's, a test server's.
class AddressAllowList {
 public:
  // "127.0.0.0/8, ::1, 10.20.0.0/16": separated by commas or white space; an address alone is itself. Whatever a range
  // covers is allowed, the metadata services too. fetch.bad-range (range): not a range, bits beyond its prefix, or more
  // than 256 of them.
  static Result<AddressAllowList> parse(QStringView text);
  bool contains(const IpAddress& address) const;
  bool isEmpty() const { return m_ranges.empty(); }

 private:
  struct Range {
    IpAddress base;
    int prefix = 0; // bits
  };
  std::vector<Range> m_ranges;
};

// Why this address may not be connected to; none if it may. To be asked of every address that a name resolves to, right
// before the connection, and of that very address: a name may resolve to another one the next time.
// address.unspecified, .loopback, .private, .carrier-nat, .link-local, .unique-local, .metadata, .documentation,
// .benchmark, .multicast, .broadcast, .reserved. An IPv6 address that carries an IPv4 one (mapped, compatible,
// translated, 6to4, Teredo) is refused for what it carries.
std::optional<QString> addressRefusal(const IpAddress& address, const AddressAllowList& allowed = {});
// The same of an address as text: also address.malformed.
std::optional<QString> addressRefusal(QStringView address, const AddressAllowList& allowed = {});

} // namespace pricewright
