// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Real keychains, each in a session of its own: nobody's own is touched.
#include "secrets/Keychain.h"

#include "support/Python.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace pricewright;
using namespace pricewright::test;

namespace {

const QString kName = QStringLiteral("smtp.mail.example");

// Runs this program again in a session of its own, beside what `shell` starts there.
struct Session {
  int exit = -1;
  QByteArray said;
  explicit Session(const QString& shell, const QString& test) {
    QTemporaryDir home;
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("PRICEWRIGHT_TEST_SESSION"), QStringLiteral("1"));
    for (const char* name : {"HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_RUNTIME_DIR"})
      environment.insert(QString::fromLatin1(name), home.path());
    environment.remove(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"));
    environment.remove(QStringLiteral("DISPLAY"));
    // libsecret keeps a few bytes for itself, which is not ours to find.
    environment.insert(QStringLiteral("ASAN_OPTIONS"),
                       environment.value(QStringLiteral("ASAN_OPTIONS")) + QStringLiteral(":detect_leaks=0"));
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(QStringLiteral("dbus-run-session"),
                  {QStringLiteral("--"), QStringLiteral("sh"), QStringLiteral("-c"),
                   shell + QStringLiteral("; \"$0\" \"$1\""), QCoreApplication::applicationFilePath(), test});
    process.waitForFinished(60'000);
    exit = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    said = process.readAll();
  }
};

} // namespace

class tst_Keychain : public QObject {
  Q_OBJECT
 private slots:
  void aRealKeychainKeepsSecrets() {
    if (const QString why = missing({"dbus-run-session", "gnome-keyring-daemon"}); !why.isEmpty())
      QSKIP(qPrintable(why));
    const Session session(QStringLiteral("printf test | gnome-keyring-daemon --unlock --components=secrets "
                                         ">/dev/null 2>&1"),
                          QStringLiteral("keepsSecrets"));
    QVERIFY2(session.exit == 0, session.said.constData());
  }
  void aLockedKeychainIsNoEmptyOne() {
    if (const QString why = missing({"dbus-run-session", "gnome-keyring-daemon"}); !why.isEmpty())
      QSKIP(qPrintable(why));
    const Session session(QStringLiteral("printf test | gnome-keyring-daemon --unlock --components=secrets "
                                         ">/dev/null 2>&1"),
                          QStringLiteral("saysThatItIsLocked"));
    QVERIFY2(session.exit == 0, session.said.constData());
  }
  void aSilentKeychainEndsInTime() {
    if (const QString why = missing({"dbus-run-session"}); !why.isEmpty())
      QSKIP(qPrintable(why));
    QProcess hasBus;
    hasBus.start(python(), {QStringLiteral("-c"), QStringLiteral("import dbus")});
    if (!hasBus.waitForFinished() || hasBus.exitCode() != 0)
      QSKIP("Python's dbus module is not there");
    const Session session(
        QStringLiteral("%1 -c \"import dbus,time; b=dbus.SessionBus(); b.request_name('org.freedesktop.secrets'); "
                       "print('up',flush=True); time.sleep(30)\" > $HOME/up & trap \"kill $!\" EXIT; "
                       "while ! test -s $HOME/up; do :; done")
            .arg(python()),
        QStringLiteral("endsInTime"));
    QVERIFY2(session.exit == 0, session.said.constData());
  }

 private:
  static QString missing(std::initializer_list<const char*> programs) {
#ifdef __SANITIZE_THREAD__
    return QStringLiteral("GLib's threads are not compiled for ThreadSanitizer");
#endif
    for (const char* program : programs)
      if (QStandardPaths::findExecutable(QString::fromLatin1(program)).isEmpty())
        return QStringLiteral("%1 is not installed").arg(QString::fromLatin1(program));
    return {};
  }
};

// What runs inside a session with a keychain of its own.
class InSession : public QObject {
  Q_OBJECT
 private slots:
  void keepsSecrets() {
    const auto opened = openSecrets();
    QVERIFY(opened);
    SecretStore& store = **opened;
    QCOMPARE(store.where(), QStringLiteral("keychain"));
    QVERIFY(!store.read(kName)->has_value());
    const QByteArray odd("pass\0word\xff with ends", 20);
    const Status written = store.write(kName, odd);
    QVERIFY2(written, written ? "" : qPrintable(written.error().debugText()));
    QCOMPARE(store.read(kName)->value(), odd);
    QVERIFY(store.write(kName, "other"));
    QVERIFY(store.write(QStringLiteral("webhook.hooks.example"), "third"));
    QCOMPARE(store.read(kName)->value(), QByteArray("other"));
    QVERIFY(store.remove(kName));
    QVERIFY(store.remove(kName));
    QVERIFY(!store.read(kName)->has_value());
    QCOMPARE(store.read(QStringLiteral("webhook.hooks.example"))->value(), QByteArray("third"));
  }
  void saysThatItIsLocked() {
    const auto opened = KeychainSecrets::open(std::chrono::seconds(3));
    QVERIFY(opened);
    QVERIFY((*opened)->write(kName, "x"));
    QProcess lock;
    lock.start(QStringLiteral("dbus-send"),
               {QStringLiteral("--session"), QStringLiteral("--print-reply"),
                QStringLiteral("--dest=org.freedesktop.secrets"), QStringLiteral("/org/freedesktop/secrets"),
                QStringLiteral("org.freedesktop.Secret.Service.Lock"),
                QStringLiteral("array:objpath:/org/freedesktop/secrets/collection/login")});
    QVERIFY(lock.waitForFinished() && lock.exitCode() == 0);
    const auto read = (*opened)->read(kName); // nobody is there to answer its question for the password
    QVERIFY(!read);
    QCOMPARE(read.error().code, QStringLiteral("secrets.locked"));
    QVERIFY(!(*opened)->remove(kName));
  }
  void endsInTime() {
    const auto began = std::chrono::steady_clock::now();
    const auto opened = KeychainSecrets::open(std::chrono::milliseconds(300));
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, QStringLiteral("secrets.no-keychain"));
    QVERIFY(std::chrono::steady_clock::now() - began < std::chrono::seconds(20));
  }
};

int main(int argc, char** argv) {
  QCoreApplication app(argc, argv);
  if (qEnvironmentVariableIsSet("PRICEWRIGHT_TEST_SESSION")) {
    InSession inside;
    return QTest::qExec(&inside, argc, argv);
  }
  tst_Keychain outside;
  return QTest::qExec(&outside, argc, argv);
}

#include "tst_Keychain.moc"
