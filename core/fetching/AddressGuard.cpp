// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetching/AddressGuard.h"

#include "base/Words.h"

#include <algorithm>
#include <arpa/inet.h>
#include <cstddef>
#include <cstring>
#include <netinet/in.h>
#include <sys/socket.h>

namespace pricewright {
namespace {

constexpr std::size_t kMostRanges = 256;
constexpr qsizetype kLongestRange = 64; // characters; the longest IPv6 text has 45, a prefix 4

struct V4Range {
  quint32 base;
  int prefix;
  const char* code;
};
// The first that fits counts. Single addresses of cloud services stand before the ranges around them; one of them
// (168.63.129.16) lies in public space and is special to the machines of one provider only.
constexpr V4Range kV4Ranges[] = {
    {0xa9fea9fe, 32, "address.metadata"},      // 169.254.169.254
    {0xa9feaa02, 32, "address.metadata"},      // 169.254.170.2, containers
    {0xa9feaa17, 32, "address.metadata"},      // 169.254.170.23, pods
    {0x646464c8, 32, "address.metadata"},      // 100.100.100.200
    {0xc00000c0, 32, "address.metadata"},      // 192.0.0.192
    {0xa83f8110, 32, "address.metadata"},      // 168.63.129.16
    {0x00000000, 8, "address.unspecified"},    // 0.0.0.0/8: this host on this network
    {0x7f000000, 8, "address.loopback"},       // 127.0.0.0/8
    {0x0a000000, 8, "address.private"},        // 10.0.0.0/8
    {0xac100000, 12, "address.private"},       // 172.16.0.0/12
    {0xc0a80000, 16, "address.private"},       // 192.168.0.0/16
    {0x64400000, 10, "address.carrier-nat"},   // 100.64.0.0/10
    {0xa9fe0000, 16, "address.link-local"},    // 169.254.0.0/16
    {0xc0000200, 24, "address.documentation"}, // 192.0.2.0/24
    {0xc6336400, 24, "address.documentation"}, // 198.51.100.0/24
    {0xcb007100, 24, "address.documentation"}, // 203.0.113.0/24
    {0xc6120000, 15, "address.benchmark"},     // 198.18.0.0/15
    {0xc0000000, 24, "address.reserved"},      // 192.0.0.0/24: protocol assignments
    {0xc0586300, 24, "address.reserved"},      // 192.88.99.0/24: 6to4 relays of old
    {0xe0000000, 4, "address.multicast"},      // 224.0.0.0/4
    {0xffffffff, 32, "address.broadcast"},     //
    {0xf0000000, 4, "address.reserved"},       // 240.0.0.0/4
};

struct V6Range {
  quint64 high, low;
  int prefix;
  const char* code;
};
constexpr V6Range kV6Ranges[] = {
    {0, 0, 128, "address.unspecified"},
    {0, 1, 128, "address.loopback"},
    {0xfd00'0ec2'0000'0000, 0x254, 128, "address.metadata"},
    {0xfd20'00ce'0000'0000, 0x254, 128, "address.metadata"},
    {0xfd00'0042'0000'0000, 0x42, 128, "address.metadata"},
    {0xfe80'0000'0000'0000, 0xa9fe'a9fe, 128, "address.metadata"},
    {0xfe80'0000'0000'0000, 0, 10, "address.link-local"},
    {0xfec0'0000'0000'0000, 0, 10, "address.private"}, // site-local of old: some networks still use it
    {0xfc00'0000'0000'0000, 0, 7, "address.unique-local"},
    {0xff00'0000'0000'0000, 0, 8, "address.multicast"},
    {0x2001'0db8'0000'0000, 0, 32, "address.documentation"},
    {0x3fff'0000'0000'0000, 0, 20, "address.documentation"},
    {0x2001'0002'0000'0000, 0, 48, "address.benchmark"},
    {0x2001'0000'0000'0000, 0, 23, "address.reserved"}, // protocol assignments
};

// The high `bits` bits of a word.
constexpr quint64 mask(int bits) { return bits <= 0 ? 0 : bits >= 64 ? ~quint64{0} : ~(~quint64{0} >> bits); }

bool covers(quint64 high, quint64 low, int prefix, const IpAddress& address) {
  return ((high ^ address.high()) & mask(prefix)) == 0 && ((low ^ address.low()) & mask(prefix - 64)) == 0;
}

const char* v4Refusal(quint32 number) {
  for (const V4Range& r : kV4Ranges)
    if (((r.base ^ number) & static_cast<quint32>(mask(r.prefix) >> 32)) == 0)
      return r.code;
  return nullptr;
}

// The IPv4 addresses within an IPv6 one.
struct Carried {
  std::vector<quint32> numbers;
  bool isReachable = false; // traffic for such an address really goes to the IPv4 one
};

Carried carriedBy(const IpAddress& a) {
  const quint64 high = a.high(), low = a.low();
  const auto last = static_cast<quint32>(low);
  const quint64 above = low >> 32;
  if (high == 0 && above == 0xffff) // ::ffff:a.b.c.d, mapped: the system connects to the IPv4 address itself
    return {{last}, true};
  if (high == 0 && above == 0xffff'0000) // ::ffff:0:a.b.c.d, translated
    return {{last}, false};
  if (high == 0 && above == 0 && low > 1) // ::a.b.c.d, compatible
    return {{last}, false};
  if (high == 0x0064'ff9b'0000'0000 && above == 0) // 64:ff9b::a.b.c.d, NAT64: how IPv6-only networks reach the others
    return {{last}, true};
  if (high >> 48 == 0x2002) // 6to4
    return {{static_cast<quint32>(high >> 16)}, true};
  if (high >> 32 == 0x2001'0000) // Teredo: its server, and its client with every bit turned
    return {{static_cast<quint32>(high), ~last}, true};
  return {};
}

std::optional<QString> v6Refusal(const IpAddress& a, const AddressAllowList& allowed) {
  const Carried carried = carriedBy(a);
  bool allAllowed = !carried.numbers.empty();
  for (const quint32 number : carried.numbers) {
    if (allowed.contains(IpAddress::v4(number)))
      continue;
    allAllowed = false;
    if (const char* code = v4Refusal(number))
      return s(code);
  }
  if (allAllowed || carried.isReachable)
    return {};
  for (const V6Range& r : kV6Ranges)
    if (covers(r.high, r.low, r.prefix, a))
      return s(r.code);
  // Nothing but 2000::/3 has been given out as public addresses.
  return a.high() >> 61 == 1 ? std::nullopt : std::optional(s("address.reserved"));
}

// Digits only, at most `most`; -1 if not.
int prefixFrom(QStringView text, int most) {
  if (text.isEmpty() || text.size() > 3)
    return -1;
  int value = 0;
  for (const QChar c : text) {
    if (c < u'0' || c > u'9')
      return -1;
    value = value * 10 + (c.unicode() - u'0');
  }
  return value <= most ? value : -1;
}

bool bitsBeyond(const IpAddress& a, int prefix) {
  return (a.high() & ~mask(prefix)) != 0 || (a.low() & ~mask(prefix - 64)) != 0;
}

} // namespace

IpAddress IpAddress::v4(quint32 number) {
  IpAddress a;
  a.isV4 = true;
  for (std::size_t i = 0; i < 4; ++i)
    a.bytes[i] = static_cast<quint8>(number >> (24 - 8 * i));
  return a;
}

IpAddress IpAddress::v6(quint64 high, quint64 low) {
  IpAddress a;
  for (std::size_t i = 0; i < 8; ++i) {
    a.bytes[i] = static_cast<quint8>(high >> (56 - 8 * i));
    a.bytes[8 + i] = static_cast<quint8>(low >> (56 - 8 * i));
  }
  return a;
}

quint32 IpAddress::number() const { return static_cast<quint32>(high() >> 32); }

quint64 IpAddress::high() const {
  quint64 value = 0;
  for (std::size_t i = 0; i < 8; ++i)
    value = value << 8 | bytes[i];
  return value;
}

quint64 IpAddress::low() const {
  quint64 value = 0;
  for (std::size_t i = 8; i < 16; ++i)
    value = value << 8 | bytes[i];
  return value;
}

QString IpAddress::toString() const {
  char text[INET6_ADDRSTRLEN] = {};
  return inet_ntop(isV4 ? AF_INET : AF_INET6, bytes.data(), text, sizeof text) ? QString::fromLatin1(text) : QString();
}

std::optional<IpAddress> parseIpAddress(QStringView text) {
  if (text.isEmpty() || text.size() >= INET6_ADDRSTRLEN)
    return {};
  for (const QChar c : text) // toLatin1 would make '?' of others, and a null would end the text early
    if (c.unicode() <= 0x20 || c.unicode() >= 0x7f)
      return {};
  const QByteArray latin = text.toLatin1();
  IpAddress a;
  if (inet_pton(AF_INET, latin.constData(), a.bytes.data()) == 1) {
    a.isV4 = true;
    return a;
  }
  a = {};
  if (inet_pton(AF_INET6, latin.constData(), a.bytes.data()) == 1)
    return a;
  return {};
}

std::optional<IpAddress> ipAddressOf(const void* socketAddress, std::size_t size) {
  sockaddr_storage copy{};
  if (!socketAddress || size < sizeof(sa_family_t) + offsetof(sockaddr, sa_family))
    return {};
  std::memcpy(&copy, socketAddress, std::min(size, sizeof copy));
  IpAddress a;
  if (copy.ss_family == AF_INET && size >= sizeof(sockaddr_in)) {
    a.isV4 = true;
    std::memcpy(a.bytes.data(), reinterpret_cast<const char*>(&copy) + offsetof(sockaddr_in, sin_addr), 4);
    return a;
  }
  if (copy.ss_family == AF_INET6 && size >= sizeof(sockaddr_in6)) {
    std::memcpy(a.bytes.data(), reinterpret_cast<const char*>(&copy) + offsetof(sockaddr_in6, sin6_addr), 16);
    return a;
  }
  return {};
}

Result<AddressAllowList> AddressAllowList::parse(QStringView text) {
  AddressAllowList list;
  const auto bad = [](QStringView range) {
    return fail(s("fetch.bad-range"), {{s("range"), range.left(80).toString()}});
  };
  const auto isSeparator = [](QChar c) { return c == u',' || c.isSpace(); };
  for (qsizetype at = 0; at < text.size();) {
    if (isSeparator(text[at])) {
      ++at;
      continue;
    }
    qsizetype end = at;
    while (end < text.size() && !isSeparator(text[end]))
      ++end;
    const QStringView word = text.sliced(at, end - at);
    at = end;
    if (word.size() > kLongestRange || list.m_ranges.size() >= kMostRanges)
      return bad(word);
    const qsizetype slash = word.indexOf(u'/');
    const auto base = parseIpAddress(slash < 0 ? word : word.left(slash));
    if (!base)
      return bad(word);
    const int most = base->isV4 ? 32 : 128;
    const int prefix = slash < 0 ? most : prefixFrom(word.mid(slash + 1), most);
    if (prefix < 0 || bitsBeyond(*base, prefix))
      return bad(word);
    list.m_ranges.push_back({*base, prefix});
  }
  return list;
}

bool AddressAllowList::contains(const IpAddress& address) const {
  return std::any_of(m_ranges.begin(), m_ranges.end(), [&](const Range& r) {
    return r.base.isV4 == address.isV4 && covers(r.base.high(), r.base.low(), r.prefix, address);
  });
}

std::optional<QString> addressRefusal(const IpAddress& address, const AddressAllowList& allowed) {
  if (allowed.contains(address))
    return {};
  if (!address.isV4)
    return v6Refusal(address, allowed);
  const char* code = v4Refusal(address.number());
  return code ? std::optional(s(code)) : std::nullopt;
}

std::optional<QString> addressRefusal(QStringView address, const AddressAllowList& allowed) {
  const auto parsed = parseIpAddress(address);
  return parsed ? addressRefusal(*parsed, allowed) : std::optional(s("address.malformed"));
}

} // namespace pricewright
