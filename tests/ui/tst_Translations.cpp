// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The window in another language: complete, with its plural forms and its facts; and room for longer words, also from
// right to left.
#include "engine/texts/Texts.h"
#include "lookbook/SyntheticQueue.h"
#include "shell/Language.h"
#include "shell/MainWindow.h"
#include "support/TestData.h"

#include <QApplication>
#include <QLabel>
#include <QProcess>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace pricewright;
using namespace pricewright::test;

namespace {

struct Spoken {
  OneContext translator;
  explicit Spoken(const char* code) {
    if (!loadLanguage(translator, QString::fromLatin1(code)))
      qFatal("no such language");
    QCoreApplication::installTranslator(&translator);
  }
  ~Spoken() { QCoreApplication::removeTranslator(&translator); }
};

// Every text 40 % longer and accented: what is clipped then is clipped in some language.
class Pseudo : public QTranslator {
 public:
  bool isEmpty() const override { return false; }
  QString translate(const char*, const char* source, const char*, int) const override {
    static const QString from = QStringLiteral("aeiounscAEIOU"), to = QStringLiteral("åéîøüñšçÅÉÎØÜ");
    QString text = QString::fromUtf8(source);
    const qsizetype more = text.size() * 2 / 5;
    bool inPlace = false; // a placeholder stays as it is
    for (QChar& c : text) {
      inPlace = c == u'{' || (inPlace && c != u'}');
      if (const qsizetype at = from.indexOf(c); at >= 0 && !inPlace)
        c = to[at];
    }
    return text + QString(more, u'·');
  }
};

// What cannot be read in full, and no tool tip says it.
QStringList clipped(const QWidget& window) {
  QStringList found;
  for (const QWidget* w : window.findChildren<QWidget*>()) {
    if (!w->isVisible())
      continue;
    if (const auto* label = qobject_cast<const QLabel*>(w);
        label && !label->wordWrap() && label->pixmap().isNull() && !qobject_cast<const ElidedLabel*>(w)) {
      if (label->toolTip().isEmpty() && label->fontMetrics().horizontalAdvance(label->text()) > label->width() + 1)
        found << QStringLiteral("label “%1”").arg(label->text());
    } else if (const auto* button = qobject_cast<const QPushButton*>(w)) {
      if (button->toolTip().isEmpty() && button->width() < button->minimumSizeHint().width())
        found << QStringLiteral("button “%1”").arg(button->text());
    }
  }
  return found;
}

} // namespace

class TranslationsTest : public QObject {
  Q_OBJECT
  QTemporaryDir m_settings;

  QStringList clippedPages() {
    Theme theme;
    MainWindow window(theme);
    window.resize(1280, 800);
    window.show();
    window.showWorkspace(QStringLiteral("/nowhere/shop.pricewright"), false);
    window.showQueue(std::make_shared<const QueueSnapshot>(syntheticQueue()));
    QStringList all;
    for (Page* page : window.pages()) {
      window.openPage(page);
      QCoreApplication::processEvents();
      for (const QString& one : clipped(window))
        all << QStringLiteral("%1: %2").arg(QLatin1String(page->metaObject()->className()), one);
    }
    all.removeDuplicates();
    return all;
  }

 private slots:
  void initTestCase() {
    QCoreApplication::setOrganizationName(QStringLiteral("Pricewright"));
    QCoreApplication::setApplicationName(QStringLiteral("tst_Translations"));
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings.path());
  }

  void everyTextIsTranslated() {
    QProcess check;
    check.start(QStringLiteral("python3"),
                {pricewright::test::sourceTree("/resources/translations/update"), QStringLiteral("--check")});
    QVERIFY(check.waitForStarted());
    QVERIFY(check.waitForFinished());
    QVERIFY2(check.exitCode() == 0, check.readAllStandardOutput().constData());
  }

  void whateverTheContext() {
    Spoken german("de");
    QCOMPARE(QCoreApplication::translate("MainWindow", "Approvals"), QStringLiteral("Freigaben"));
    QCOMPARE(QCoreApplication::translate("", "Approvals"), QStringLiteral("Freigaben"));
    QCOMPARE(QCoreApplication::translate("MainWindow", "no such text"), QStringLiteral("no such text"));
  }

  void oneAndMany() {
    for (const auto& [code, one, many] : std::initializer_list<std::tuple<const char*, const char*, const char*>>{
             {"en", "1 row", "2 rows"}, {"de", "1 Zeile", "2 Zeilen"}}) {
      Spoken spoken(code);
      QCOMPARE(QCoreApplication::translate("x", "%n rows", "", 1), QString::fromLatin1(one));
      QCOMPARE(QCoreApplication::translate("x", "%n rows", "", 2), QString::fromLatin1(many));
    }
  }

  void errorsKeepTheirFacts() {
    Spoken german("de");
    const QString text = errorText(fail(QStringLiteral("storage.missing"), {{"path", "/a/b.pricewright"}}));
    QVERIFY2(text.contains(QStringLiteral("/a/b.pricewright")) && text.contains(QStringLiteral("Arbeitsmappe")),
             qPrintable(text));
  }

  void nothingIsClippedInGerman() {
    Spoken german("de");
    const QStringList bad = clippedPages();
    QVERIFY2(bad.isEmpty(), qPrintable(bad.join(u'\n')));
  }

  void longerWordsHaveRoom_data() {
    QTest::addColumn<Qt::LayoutDirection>("direction");
    QTest::newRow("left to right") << Qt::LeftToRight;
    QTest::newRow("right to left") << Qt::RightToLeft;
  }
  void longerWordsHaveRoom() {
    QFETCH(Qt::LayoutDirection, direction);
    Pseudo pseudo;
    QCoreApplication::installTranslator(&pseudo);
    QGuiApplication::setLayoutDirection(direction);
    const QStringList bad = clippedPages();
    QGuiApplication::setLayoutDirection(Qt::LeftToRight);
    QCoreApplication::removeTranslator(&pseudo);
    QVERIFY2(bad.isEmpty(), qPrintable(bad.join(u'\n')));
  }

  void theChoiceIsKept() {
    QVERIFY(chosenLanguage().isEmpty());
    chooseLanguage(QStringLiteral("de"));
    QCOMPARE(chosenLanguage(), QStringLiteral("de"));
    chooseLanguage({});
    QVERIFY(chosenLanguage().isEmpty());
  }
};

QTEST_MAIN(TranslationsTest)
#include "tst_Translations.moc"
