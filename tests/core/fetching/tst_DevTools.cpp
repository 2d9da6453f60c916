// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetching/DevTools.h"

#include <QTest>

#include <sys/socket.h>
#include <unistd.h>

using namespace pricewright;
using namespace std::chrono_literals;

namespace {

// The browser's side of a conversation.
struct Browser {
  Browser() {
    std::array<int, 2> to{}, from{};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, to.data()) != 0 ||
        ::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, from.data()) != 0)
      qFatal("no sockets on this machine");
    hears = to[0], says = from[0];
    tools = std::make_unique<DevTools>(
        from[1], to[1], 1000, [this](const QString& session, const QString& method, const QJsonObject& event) {
          events += session + u' ' + method + u' ' + event.value(QStringLiteral("x")).toString();
        });
  }
  ~Browser() { leave(); }
  Browser(const Browser&) = delete;
  void leave() {
    for (int* end : {&hears, &says})
      if (*end >= 0)
        ::close(std::exchange(*end, -1));
  }
  void say(const QByteArray& bytes) const {
    QCOMPARE(::send(says, bytes.constData(), std::size_t(bytes.size()), MSG_NOSIGNAL), bytes.size());
    tools->perform(1s);
  }
  QByteArray heard() const {
    QByteArray out(10'000, Qt::Uninitialized);
    out.resize(std::max<ssize_t>(0, ::recv(hears, out.data(), std::size_t(out.size()), MSG_DONTWAIT)));
    return out;
  }
  int hears = -1, says = -1;
  QStringList events;
  std::unique_ptr<DevTools> tools;
};

const QByteArray kEnd(1, '\0');

} // namespace

class DevToolsTest : public QObject {
  Q_OBJECT
 private slots:
  void callsAreAnsweredByNumber() {
    Browser b;
    QStringList answers;
    const auto note = [&](const QJsonObject& result, const QString& error) {
      answers += result.value(QStringLiteral("v")).toString() + error;
    };
    b.tools->call(QStringLiteral("A.b"), {{QStringLiteral("p"), 1}}, QStringLiteral("s1"), note);
    b.tools->call(QStringLiteral("C.d"), {}, {}, note);
    QCOMPARE(b.heard(), R"({"id":1,"method":"A.b","params":{"p":1},"sessionId":"s1"})" + kEnd +
                            R"({"id":2,"method":"C.d"})" + kEnd);
    b.say(R"({"id":2,"error":{"message":"no such thing"}})" + kEnd + R"({"id":1,"result":{"v":"yes"}})" + kEnd);
    b.say(R"({"id":1,"result":{"v":"twice"}})" + kEnd + R"({"id":99,"result":{}})" + kEnd);
    QCOMPARE(answers, (QStringList{QStringLiteral("no such thing"), QStringLiteral("yes")}));
    b.tools->call(QStringLiteral("E.f"), {}, {}, note);
    b.tools->forget();
    b.say(R"({"id":3,"result":{"v":"late"}})" + kEnd);
    QCOMPARE(answers.size(), 2);
  }

  void eventsComeInPieces() {
    Browser b;
    b.say(R"({"method":"Page.x","sessio)");
    QVERIFY(b.events.isEmpty());
    b.say(R"(nId":"s","params":{"x":"1"}})" + kEnd + R"({"method":"N.y"})" + kEnd);
    QCOMPARE(b.events, (QStringList{QStringLiteral("s Page.x 1"), QStringLiteral(" N.y ")}));
  }

  void garbageIsPassedOver() {
    Browser b;
    for (const char* text : {"", "no json", "[]", "{\"id\":\"x\"}", "{\"id\":-1}", "{\"method\":7}", "\xff\xfe"})
      b.say(text + kEnd);
    QVERIFY(b.events.isEmpty() && b.tools->isOpen());
    b.say(QByteArray(2000, 'x'));
    QVERIFY(!b.tools->isOpen() && b.tools->wasTooLong());
  }

  void whoeverHasGoneIsNoticed() {
    Browser b;
    b.leave();
    b.tools->call(QStringLiteral("A.b")); // must not end this program
    b.tools->perform(1s);
    QVERIFY(!b.tools->isOpen() && !b.tools->wasTooLong());
  }

  void messagesAreCutAtTheirEnds() {
    MessageCutter cutter(10);
    QList<QByteArray> got;
    const auto take = [&](const QByteArray& m) { got += m; };
    QVERIFY(cutter.take("ab", take) && got.isEmpty());
    QVERIFY(cutter.take(QByteArrayView("c\0\0de\0f", 7), take));
    QCOMPARE(got, (QList<QByteArray>{"abc", "", "de"}));
    QVERIFY(cutter.take("123456789", take)); // ten with the one before
    QVERIFY(!cutter.take("0", take));
    QVERIFY(!MessageCutter(3).take(QByteArrayView("abcd\0", 5), take));
  }
};

QTEST_GUILESS_MAIN(DevToolsTest)
#include "tst_DevTools.moc"
