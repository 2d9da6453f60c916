// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetching/Url.h"

#include "base/Words.h"

#include <QTest>
#include <netinet/in.h>
#include <random>

using namespace pricewright;

namespace {

AddressAllowList allowList(QStringView text) {
  auto list = AddressAllowList::parse(text);
  return list ? *list : AddressAllowList();
}

QString refusal(const QString& address) { return addressRefusal(address).value_or(QString()); }
QString hostCode(const QString& host) { return hostRefusal(host).value_or(QString()); }

// "code: word word …" a line; the code's rows get its prefix.
void addRows(const char* table) {
  QTest::addColumn<QString>("text");
  QTest::addColumn<QString>("code");
  for (const QString& line : s(table).split(u'\n', Qt::SkipEmptyParts)) {
    const QString code = line.section(u':', 0, 0).trimmed();
    for (const QString& word : line.section(u':', 1).split(u' ', Qt::SkipEmptyParts))
      QTest::newRow(qPrintable(code + u' ' + word)) << word << (code == u"-" ? QString() : s("address.") + code);
  }
}

// By its four numbers, as the registry of special addresses lists them.
bool isSpecial(quint32 number) {
  const unsigned a = number >> 24, b = number >> 16 & 255, c = number >> 8 & 255, d = number & 255;
  if (a == 0 || a == 10 || a == 127 || a >= 224)
    return true;
  if (a == 100)
    return b >= 64 && b <= 127;
  if (a == 168)
    return b == 63 && c == 129 && d == 16;
  if (a == 169)
    return b == 254;
  if (a == 172)
    return b >= 16 && b <= 31;
  if (a == 192)
    return b == 168 || (b == 0 && (c == 0 || c == 2)) || (b == 88 && c == 99);
  if (a == 198)
    return b == 18 || b == 19 || (b == 51 && c == 100);
  return a == 203 && b == 0 && c == 113;
}

void urlRow(const QString& url, const QString& expected) {
  QTest::newRow(qPrintable(url.left(60).simplified())) << url << expected;
}

void addAdmitted() {
  urlRow(s(" https://Shop.Example:443 "), s("https://shop.example/"));
  urlRow(s("http://shop.example:80?a=b#c"), s("http://shop.example/?a=b"));
  urlRow(s("HTTP://shop.example.:8080/a/./b/../c//d"), s("http://shop.example:8080/a/c//d"));
  urlRow(s("https://müller.de/ü?q=ü"), s("https://xn--mller-kva.de/%C3%BC?q=%C3%BC"));
  urlRow(s("https://shop.example/%7Ea/%2e%2e/b c?d=%zz"), s("https://shop.example/b%20c?d=%25zz"));
  urlRow(s("https://shop.example:1025/?u=http://127.0.0.1/@x:y\\"),
         s("https://shop.example:1025/?u=http://127.0.0.1/@x:y%5C"));
  urlRow(s("https://[2606:4700:4700::1111]:8443/a"), s("https://[2606:4700:4700::1111]:8443/a"));
  urlRow(s("http://shop.example:/a"), s("http://shop.example/a"));
  urlRow(s("https://8.8.2056/"), s("https://8.8.8.8/"));
}

void addMalformed() {
  for (const char* url : {"", " ", "/a", "shop.example", "//shop.example/", "://a.b", "http:", "http:/a.b", "http:a.b",
                          "http://", "http:///a", "http://?a", "http://#a", "http://:80/"})
    urlRow(s(url), s("fetch.bad-url"));
  for (const char* url :
       {"http:\\\\a.b",   "http://a.b\\c",  "http://a.b\\:80/\\x",       "http://a.b/c\\d",  "http://a..b/",
        "http://[::1",    "http://::1/",    "http://a.b:80:80/",         "http://a b.c/",    "http://a.b/\tc",
        "http://a.b/\nc", "http://\x7f.b/", "http://256.1.1.1/",         "http://1.2.3.4.5", "http://[1.2.3.4]/",
        "1http://a.b",    "ht tp://a.b/",   "http://[2606:4700::1]a.b/", "http://a%00.b/",   "http://a%2fb.c/",
        "http://-a-.b/"})
    urlRow(s(url), s("fetch.bad-url"));
  urlRow(s("http://a.b/") + QChar(0xdc00), s("fetch.bad-url"));
}

void addLong() {
  urlRow(s("http://shop.example/") + QString(8172, u'a'), QString());
  urlRow(s("http://shop.example/") + QString(8173, u'a'), s("fetch.url-too-long"));
  urlRow(s("http://shop.example/") + QString(3000, QChar(0xfc)), s("fetch.url-too-long")); // once it is encoded
  urlRow(QString(1'000'000, u'a'), s("fetch.url-too-long"));
}

void addForbidden() {
  for (const char* url : {"ftp://a.b/", "file:///etc/passwd", "javascript:alert(1)", "data:text/html,x", "mailto:a@b.c",
                          "gopher://a.b/", "ws://a.b/", "view-source:http://a.b", "https+x://a.b/", "localhost:80/"})
    urlRow(s(url), s("fetch.bad-scheme"));
  for (const char* url : {"http://u@a.b/", "http://u:p@a.b/", "http://@a.b/", "http://8.8.8.8@127.0.0.1/",
                          "http://:@a.b", "http://127.0.0.1#@a.b@/", "http://a.b\\@127.0.0.1/", "https://[::1]@a.b/"})
    urlRow(s(url), s(s(url).contains(u'#') ? "fetch.private-address" : "fetch.credentials"));
  for (const char* port : {"0",     "1",    "22",   "25",   "79",   "81",    "1023",
                           "1024",  "2049", "5060", "6000", "6667", "10080", "65536",
                           "99999", "0x50", "-80",  "+80",  "８０", "80a",   "100000000000000000000"})
    urlRow(s("http://shop.example:") + s(port) + u'/', s("fetch.bad-port"));
  for (const char* host : {"localhost",        "127.1",          "2130706433",        "0x7f.1",
                           "0177.1",           "[::1]",          "[::ffff:10.0.0.1]", "10.0.0.1:8080",
                           "[fe80::1%25eth0]", "[fe80::1%eth0]", "１２７.0.0.1",      "%31%32%37.1",
                           "localhost.",       "shop.internal",  "169.254.169.254",   "ⓛocalhost",
                           "intranet",         "[fd00::1]:8443", "192.168.0.1",       "0",
                           "nas.home.arpa"})
    urlRow(s("https://") + s(host) + s("/x"), s("fetch.private-address"));
}

} // namespace

class AddressGuardTest : public QObject {
  Q_OBJECT
 private slots:
  void addresses_data() {
    addRows(R"(
      unspecified: 0.0.0.0 0.1.2.3 0.255.255.255 :: ::0 0:0:0:0:0:0:0:0 ::ffff:0.0.0.0 64:ff9b::
      loopback: 127.0.0.1 127.0.0.0 127.255.255.255 ::1 0:0:0:0:0:0:0:1 ::ffff:127.0.0.1 ::ffff:7f00:1 ::127.0.0.1
      loopback: 64:ff9b::127.0.0.1 2002:7f00:1:: ::ffff:0:127.0.0.1 2001:0:7f00:1:: 2001:0:808:808::80ff:fffe
      private: 10.0.0.0 10.255.255.255 172.16.0.0 172.31.255.255 192.168.0.0 192.168.255.255 ::ffff:10.1.2.3
      private: ::ffff:ac10:1 64:ff9b::c0a8:101 2002:c0a8:101::1 ::10.0.0.1 fec0::1 feff::1
      carrier-nat: 100.100.100.201 100.64.0.0 100.127.255.255 ::ffff:100.64.0.1 64:ff9b::6440:1
      link-local: 169.254.0.0 169.254.255.255 fe80::1 febf:ffff::1 ::ffff:169.254.1.1
      metadata: 169.254.169.254 169.254.170.2 169.254.170.23 100.100.100.200 192.0.0.192 168.63.129.16
      metadata: ::ffff:169.254.169.254 ::ffff:a9fe:a9fe 64:ff9b::a9fe:a9fe fd00:ec2::254 fd20:ce::254 fe80::a9fe:a9fe
      metadata: 2002:a9fe:a9fe:: fd00:42::42
      unique-local: fc00:: fc00::1 fd12:3456:789a::1 fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff
      documentation: 192.0.2.0 192.0.2.255 198.51.100.7 203.0.113.0 203.0.113.255 2001:db8::1 3fff::1 3fff:fff::1
      benchmark: 198.18.0.0 198.19.255.255 2001:2::1
      multicast: 224.0.0.1 239.255.255.250 ff02::1 ff0e::1 ffff:: ::ffff:224.0.0.1
      broadcast: 255.255.255.255 ::ffff:255.255.255.255
      reserved: 192.0.0.1 192.88.99.1 240.0.0.1 255.255.255.254 100::1 64:ff9b:1::1 5f00::1 4000::1 1::1 ::8.8.8.8
      reserved: 2001:1ff::1 2001:20::1 ::ffff:0:8.8.8.8 e000::1 fe00::1 0:0:0:1::
      malformed: 127.1 2130706433 0x7f.0.0.1 0177.0.0.1 1.2.3 1.2.3.4.5 256.1.1.1 [::1] fe80::1%eth0 ::1/128 ::g 1:2
      malformed: ::1::2 1.2.3.4: 12345::1 localhost １.1.1.1 1.1.1.1. -1.1.1.1 1.1.1.1a ::ffff:1.2.3 +1.1.1.1
      -: 1.0.0.0 1.1.1.1 8.8.8.8 9.255.255.255 11.0.0.0 100.63.255.255 100.128.0.0 126.255.255.255
      -: 128.0.0.0 168.63.129.15 168.63.129.17 169.253.255.255 169.255.0.0 172.15.255.255 172.32.0.0 191.255.255.255
      -: 192.0.1.0 192.0.3.0 192.31.196.1 192.88.98.255 192.88.100.0 192.167.255.255 192.169.0.0 192.175.48.1
      -: 198.17.255.255 198.20.0.0 198.51.99.255 198.51.101.0 203.0.112.255 203.0.114.0 223.255.255.255 93.184.216.34
      -: 2000::1 2001:200::1 2001:db7::1 2001:db9::1 2003::1 2400:cb00::1 2606:4700:4700::1111 2a00:1450::1 2a01:4f8::2
      -: 2001:4860:4860::8888 2001:4860:4860:0:0:0:0:8888 2620:fe::fe 2a02:26f0::1 3ffe::1 3fff:1000::1 2002:808:808::1
      -: ::ffff:8.8.8.8 ::ffff:808:808 64:ff9b::8.8.8.8 64:ff9b::808:808 2001:0:808:808::f7f7:f7f7 2607:f8b0::1
      -: 2a03:2880:f12f::1 2a04:4e42::81 2804:14c::1 2c0f:fb50::1 2401:db00::1 2001:67c::1 2001:500::1 2001:7fe::53
      -: 4.4.4.4 13.107.21.200 17.253.144.10 23.1.1.1 31.13.71.36 52.94.236.248 104.16.132.229 142.250.74.110
      -: 151.101.1.69 199.232.1.1 205.251.242.103 216.58.212.142 217.70.184.38 5.9.1.1 45.57.1.1 62.1.1.1 77.88.55.60
      -: 81.2.69.142 91.198.174.192 101.0.0.1 140.82.121.4 170.0.0.1 173.0.0.1 188.114.96.1 185.60.216.35 195.8.215.136 212.58.244.1
    )");
  }
  void addresses() {
    QFETCH(QString, text);
    QFETCH(QString, code);
    QCOMPARE(refusal(text), code);
  }

  void everyIpv4RangeIsAsTheRegistrySays() {
    std::mt19937 random(20);
    const quint32 edges[] = {0,          0x01000000, 0x0a000000, 0x0b000000, 0x64400000, 0x64800000, 0x7f000000,
                             0x80000000, 0xa9fe0000, 0xa9ff0000, 0xac100000, 0xac200000, 0xc0000000, 0xc0000100,
                             0xc0000200, 0xc0000300, 0xc0586300, 0xc0586400, 0xc0a80000, 0xc0a90000, 0xc6120000,
                             0xc6140000, 0xc6336400, 0xc6336500, 0xcb007100, 0xcb007200, 0xe0000000, 0xf0000000};
    for (int i = 0; i < 200'000; ++i) {
      quint32 number = quint32(random());
      if (i % 2 == 1) // near an edge, where a wrong mask would show
        number = edges[random() % std::size(edges)] + quint32(int(random() % 513) - 256);
      const IpAddress address = IpAddress::v4(number);
      QCOMPARE(address.number(), number);
      const auto code = addressRefusal(address);
      QVERIFY2(code.has_value() == isSpecial(number), qPrintable(address.toString()));
      QCOMPARE(parseIpAddress(address.toString()), std::optional(address));
      QCOMPARE(addressRefusal(IpAddress::v6(0, 0xffff'0000'0000 | number)), code);
      QCOMPARE(addressRefusal(IpAddress::v6(0x0064'ff9b'0000'0000, number)), code);
      QCOMPARE(addressRefusal(IpAddress::v6(0x2002'0000'0000'0000 | quint64(number) << 16, 1)), code);
      // Every spelling of one address gets one answer.
      for (const QString& spelling :
           {QString::number(number), s("0x") + QString::number(number, 16), s("0") + QString::number(number, 8),
            s("%1.0%2.%3").arg(number >> 24).arg(number >> 16 & 255, 0, 8).arg(number & 0xffff),
            address.toString() + u'.'})
        if (number > 0)
          QCOMPARE(hostRefusal(spelling), code);
    }
  }

  void hosts_data() {
    addRows(R"(
      loopback: 2130706433 017700000001 0x7f000001 0X7F000001 127.1 127.0.1 0x7f.1 0177.0.0.1 0177.1 0x7f.0.0.0x1
      loopback: 127.0.0.1. １２７.0.0.1 127。0。0。1 127．0．0．1 127｡0｡0｡1 ①②⑦.0.0.1 %31%32%37.0.0.1 127.0.0.%31
      loopback: [::1] ::1 [0:0:0:0:0:0:0:1] [::ffff:127.0.0.1] [::ffff:7f00:1] [::127.0.0.1] [::1%25lo] [::1%lo] 0x7f.0x1
      loopback: 00000177.0.0.1 127.0.0.01 127.00.00.1 0x0000007f.1 127.16777215 ０x7f.1 𝟏𝟐𝟕.0.0.1
      unspecified: 0 0.0 0x0 00 0x 0.0.0.0 [::] ::
      private: 167772161 0xa.1 012.1 10.1 192.168.257 0xc0a80101 0300.0250.1.1 [::ffff:192.168.0.1] 172.1048577
      metadata: 2852039166 0xa9fea9fe 0251.0376.0251.0376 169.254.43518 [::ffff:a9fe:a9fe] [fd00:ec2::254] 0xa9.0xfe.0xa9.0xfe
      link-local: [fe80::1] [fe80::1%25eth0] [fe80::1%eth0] [fe80::1%1] [2606:4700::1%25eth0]
      unique-local: [fd00::1] [FC00::1]
      multicast: [ff02::1] 224.1
      broadcast: 4294967295 0xffffffff 255.255.65535 037777777777
      documentation: [2001:db8::1] 192.0.2.1
      local-name: localhost LOCALHOST localhost. a.localhost A.B.LocalHost ⓛocalhost ｌｏｃａｌｈｏｓｔ loc%61lhost local­host
      local-name: localhost.localdomain ip6-localhost ip6-loopback printer.local shop.internal metadata.google.internal
      local-name: nas.home.arpa home.arpa x.lan x.intranet x.corp x.home x.private router intranet local x.local. x.LOCAL
      local-name: host.docker.internal com x.localdomain x。local
      malformed: 08.1.1.1 256.1.1.1 1.2.3.4.5 4294967296 0x100000000 1.2.3.256 1.16777216 a.0x7f shop.example.1 1..1 .. .
      malformed: [::1 ::1] [] [127.0.0.1] [::1]x [v1.a] [::g] 1:2 a..b .a a.b.. a_b!.c a/b.c a?b.c a#b.c a@b.c a:b a\b.c %00.c
      malformed: a%b.c a%2fb.c a%40b.c a%5cb.c ä..com a,b.c a;b.c (a).c <a>.c "a".c 09 1.2.3.4%00 a%00.com 0x7f.1.1.1.1
      -: shop.example shop.example. SHOP.example www.shop-a.co.uk a.b.c.d.e.f xn--mller-kva.de müller.de MÜLLER.de faß.de
      -: localhost.example notlocalhost.com local.example internal.example.com mylocal.net x.locals home.arpa.com a_b.example
      -: 例え.テスト xn--r8jz45g.xn--zckzah 1.example 1password.com 0x7f.com 127.0.0.1.example 8.8.8.8 134744072 0x8.0x8.0x8.0x8
      -: 010.010.010.010 8.8 8.8.2056 [2606:4700:4700::1111] 2606:4700:4700::1111 [::ffff:8.8.8.8] [64:ff9b::808:808]
      -: ８.8.8.8 8。8。8。8 m%C3%BCller.de a.museum a.cafe a.dead a.0xg a.x0 1e3.com shop.xn--p1ai магазин.рф shop.香港 3com.com
      -: 1-2-3-4.example 0.example a.b1 a.1b 163.com x--y.example a.co 127-0-0-1.example homelocal.de private.de lan.com
    )");
    QTest::newRow("empty") << QString() << s("address.malformed");
    QTest::newRow("space") << s("a b.c") << s("address.malformed");
    QTest::newRow("long") << QString(70, u'a') + s(".com") << s("address.malformed");
    QTest::newRow("longest label") << QString(63, u'a') + s(".com") << QString();
    QTest::newRow("huge") << QString(100'000, u'1') << s("address.malformed");
    QTest::newRow("lone surrogate") << QString(QChar(0xd800)) + s(".com") << s("address.malformed");
  }
  void hosts() {
    QFETCH(QString, text);
    QFETCH(QString, code);
    QCOMPARE(hostCode(text), code);
  }

  void allowedRanges() {
    const auto list = allowList(u" 127.0.0.0/8, ::1\n10.20.0.0/16,fd00:1::/32 ");
    for (const char* fine : {"127.0.0.1", "127.9.9.9", "::1", "10.20.255.1", "fd00:1::5", "::ffff:127.0.0.1",
                             "::10.20.0.1", "64:ff9b::10.20.1.1"})
      QVERIFY2(!addressRefusal(s(fine), list), fine);
    for (const char* not_ : {"10.21.0.1", "fd00:2::5", "::ffff:10.21.0.1", "::2", "192.168.0.1", "2001:0:7f00:1::"})
      QVERIFY2(addressRefusal(s(not_), list), not_);
    QVERIFY(!hostRefusal(u"localhost", list) && !hostRefusal(u"shop.internal", list) && !hostRefusal(u"0x7f.1", list));
    QVERIFY(hostRefusal(u"localhost", allowList(u"10.20.0.0/16")) && hostRefusal(u"10.21.1", list));
    QVERIFY(!addressRefusal(u"169.254.169.254", allowList(u"0.0.0.0/0")) &&
            addressRefusal(u"::1", allowList(u"0.0.0.0/0")));
    QVERIFY(AddressAllowList::parse(u"")->isEmpty() && AddressAllowList::parse(u" ,\n,")->isEmpty());
    for (const char* bad :
         {"10.0.0.1/8", "10.0.0.0/33", "10.0.0.0/", "/8", "10.0.0.0/-1", "10.0.0.0/8/8", "10.0.0.0/0008", "10/8",
          "::1/129", "fd00::1/64", "shop.example", "10.0.0.0/８", "[::1]", "1.2.3.4-1.2.3.9"}) {
      const auto parsed = AddressAllowList::parse(s(bad));
      QVERIFY2(!parsed && parsed.error().is(u"fetch.bad-range"), bad);
    }
    QVERIFY(AddressAllowList::parse(s("10.0.0.0/8 ").repeated(256)) &&
            !AddressAllowList::parse(s("10.0.0.0/8 ").repeated(257)));
    QVERIFY(!AddressAllowList::parse(QString(1'000'000, u'1')));
  }

  void socketAddresses() {
    sockaddr_in v4{};
    v4.sin_family = AF_INET, v4.sin_addr.s_addr = htonl(0x7f000001);
    QCOMPARE(ipAddressOf(&v4, sizeof v4), std::optional(IpAddress::v4(0x7f000001)));
    sockaddr_in6 v6{};
    v6.sin6_family = AF_INET6, v6.sin6_addr.s6_addr[15] = 1;
    QCOMPARE(ipAddressOf(&v6, sizeof v6), std::optional(IpAddress::v6(0, 1)));
    QVERIFY(!ipAddressOf(&v6, sizeof v4) && !ipAddressOf(&v4, sizeof v4 - 1) && !ipAddressOf(&v4, 0));
    QVERIFY(!ipAddressOf(nullptr, 99));
    v4.sin_family = AF_UNIX;
    QVERIFY(!ipAddressOf(&v4, sizeof v4));
    QCOMPARE(IpAddress::v6(0x2001'0db8'0000'0000, 1).toString(), s("2001:db8::1"));
  }

  void urls_data() {
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("expected"); // what is sent, or the code
    addAdmitted();
    addMalformed();
    addLong();
    addForbidden();
  }
  void urls() {
    QFETCH(QString, url);
    QFETCH(QString, expected);
    const auto admitted = admissibleUrl(url);
    if (expected.isEmpty()) {
      QVERIFY(admitted);
    } else if (expected.startsWith(u"fetch.")) {
      QVERIFY2(!admitted, admitted ? admitted->toEncoded().constData() : "");
      QCOMPARE(admitted.error().code, expected);
      QVERIFY(!admitted.error().debugText().contains(s("u:p")));
    } else {
      QVERIFY2(admitted, qPrintable(admitted ? QString() : admitted.error().debugText()));
      QCOMPARE(QString::fromLatin1(admitted->toEncoded()), expected);
      QCOMPARE(*admissibleUrl(expected), *admitted);
    }
  }
  void dotSegmentsAreResolved() {
    for (const auto& [path, expected] :
         std::initializer_list<std::pair<const char*, const char*>>{{"/a/../b", "/b"},
                                                                    {"/..", "/"},
                                                                    {"/../../a/", "/a/"},
                                                                    {"/a/.", "/a/"},
                                                                    {"/a/..", "/"},
                                                                    {"/a/b/..", "/a/"},
                                                                    {"//a", "//a"},
                                                                    {"/a//../b", "/a/b"},
                                                                    {"/.../a.", "/.../a."},
                                                                    {"/%2E./a", "/a"},
                                                                    {"/a%2f../b", "/a%2F../b"},
                                                                    {"/a?/../b", "/a?/../b"},
                                                                    {"/..//a", "//a"},
                                                                    {"/%252e%252e/a", "/%252e%252e/a"},
                                                                    {"/a;b/./c", "/a;b/c"}}) {
      const auto url = admissibleUrl(s("http://a.b") + s(path));
      QVERIFY(url);
      QCOMPARE(url->toEncoded(), QByteArray("http://a.b") + expected);
    }
  }
  void urlsOfAnIntranet() {
    const auto list = allowList(u"127.0.0.0/8");
    QCOMPARE(admissibleUrl(u"http://127.1:8080/a", list)->toEncoded(), QByteArray("http://127.0.0.1:8080/a"));
    QVERIFY(admissibleUrl(u"http://localhost:8080/", list) && admissibleUrl(u"http://shop.internal/", list));
    const auto refused = admissibleUrl(u"http://10.1/", list);
    QVERIFY(!refused);
    QCOMPARE(refused.error().arguments[s("reason")], s("address.private"));
  }
};

QTEST_GUILESS_MAIN(AddressGuardTest)
#include "tst_AddressGuard.moc"
