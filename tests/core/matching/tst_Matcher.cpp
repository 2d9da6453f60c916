// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "matching/Matcher.h"
#include "support/ProcessorTime.h"

#include <QTest>

#include <random>

using namespace pricewright;

namespace {

// Our list: made-up products of four languages and three trades.
constexpr std::array kOurTitles{
    "Bergquell Mineralwasser still 6 x 1,5 l",
    "Bergquell Mineralwasser Sprudel 6 x 1,5 l",
    "Bergquell Apfelschorle 6 x 0,5 l",
    "Sunny Cola Classic 330 ml",
    "Sunny Cola Zero 330 ml",
    "Alpina Joghurt Erdbeere 150 g",
    "Alpina Joghurt Vanille 150 g",
    "Alpina Vollmilchschokolade Haselnuss 100 g",
    "Moka Reale Espresso Bohnen 1 kg",
    "Moka Reale Espresso gemahlen 250 g",
    "Moka Reale Espresso entkoffeiniert gemahlen 250 g",
    "Maison Verte Confiture de fraises 370 g",
    "Maison Verte Confiture de framboises 370 g",
    "Montclair Lait entier 1 L",
    "Montclair Lait demi-écrémé 1 L",
    "Montclair Beurre doux 250 g",
    "Casa Luna Aceite de oliva virgen extra 750 ml",
    "Casa Luna Vinagre de vino tinto 500 ml",
    "Trigal Galletas integrales 200 g",
    "Golden Hen Chicken Noodle Soup 10.5 oz",
    "Golden Hen Tomato Soup 10.5 oz",
    "Airon V15 Detect Akkusauger",
    "Airon V12 Detect Akkusauger",
    "Sonar WH-1000XM5 Wireless Headphones Black",
    "Sonar WH-1000XM4 Wireless Headphones Black",
    "Nova Phone 8 128GB blue",
    "Nova Phone 8 256GB blue",
    "Rapid USB Stick 3.0 32GB",
    "Rapid HDMI Kabel 2 m",
    "Lumea Shampoo trockenes Haar 250 ml",
    "Lumea Shampoo fettiges Haar 250 ml",
    "Lumea Tagescreme Aloe 50 ml",
    "Lumea Sun Milk SPF 30 200 ml",
    "Lumea Sun Milk SPF 50 200 ml",
    "Rosalie Rouge à lèvres mat rouge",
    "Rosalie Crème mains amande 75 ml",
};

struct Question {
  const char* title;
  int ours; // -1: we have none
};
constexpr std::array kQuestions{
    Question{"Mineralwasser Bergquell still 1500ml 6er Pack", 0},
    Question{"Bergquell Sprudel Mineralwasser 1.5L", 1},
    Question{"Sunny Cola Classic 24 x 0,33 l Dosen", 3},
    Question{"SUNNY COLA ZERO SUGAR 33CL", 4},
    Question{"Joghurt Erdbeere von Alpina 150g", 5},
    Question{"Alpina Joghurt Heidelbeere 150 g", -1},
    Question{"Alpina Vollmilch Schokolade mit Haselnüssen 100g", 7},
    Question{"Moka Reale Espresso ganze Bohnen 1000 g", 8},
    Question{"Moka Reale Espresso koffeinfrei gemahlen 250g", 10},
    Question{"Confiture de fraise Maison Verte 370g", 11},
    Question{"Lait demi écrémé Montclair 1 litre", 14},
    Question{"Montclair Beurre demi-sel 250 g", -1},
    Question{"Aceite de oliva virgen extra Casa Luna 0,75 L", 16},
    Question{"Aceite de girasol Casa Luna 750 ml", -1},
    Question{"Golden Hen Chkn Noodle Soup 298 g", 19},
    Question{"Airon V12 Detect Akkusauger inkl. Versand", 22},
    Question{"Airon V11 Detect Akkusauger", -1},
    Question{"Sonar WH 1000XM5 Headphones Wireless schwarz", 23},
    Question{"Nova Phone 8 blau 256 GB", 26},
    Question{"Nova Phone 8 512GB blue", -1},
    Question{"Rapid HDMI Kabel 5 m", -1},
    Question{"Lumea Shampoo für fettiges Haar 0,25 l", 30},
    Question{"Lumea Sun Milk LSF 50 200ml", 33},
    Question{"Rosalie rouge a levres mat rose", -1},
    Question{"Rosalie Crème pour les mains Amande 75ml", 35},
    Question{"Garden hose 20 m green", -1},
};

std::vector<MatchProduct> ourList() {
  std::vector<MatchProduct> out;
  for (const char* title : kOurTitles) {
    MatchProduct p;
    p.title = QString::fromUtf8(title);
    out.push_back(p);
  }
  return out;
}

QString inventedWord(std::mt19937& random) {
  QString w;
  for (int i = 0; i < 3; ++i)
    w += QChar(u"bdfgklmnprst"[random() % 12]), w += QChar(u"aeiou"[random() % 5]);
  return w;
}

} // namespace

// Finding ours for theirs in a list: the right one first, none where there is none, quickly in long lists.
class TestMatcher : public QObject {
  Q_OBJECT
 private slots:
  void findsOursForTheirs_data() {
    QTest::addColumn<QString>("title");
    QTest::addColumn<int>("ours");
    for (const Question& q : kQuestions)
      QTest::newRow(q.title) << QString::fromUtf8(q.title) << q.ours;
  }
  void findsOursForTheirs() {
    QFETCH(QString, title);
    static const Matcher matcher(ourList());
    MatchProduct theirs;
    theirs.title = title;
    const auto got = matcher.suggest(theirs, 3, 0.8);
    const auto all = matcher.suggest(theirs, 1, 0);
    const QString best = all.empty() ? QString()
                                     : QString::number(all[0].ours) + u' ' + QString::number(all[0].score.confidence) +
                                           u' ' + (all[0].score.evidence + all[0].score.objections).join(u' ');
    QFETCH(int, ours);
    QVERIFY2((got.empty() ? -1 : got[0].ours) == ours, qPrintable(best));
  }

  void keepsItsLimits() {
    const Matcher matcher(ourList());
    MatchProduct theirs;
    theirs.title = QStringLiteral("Sunny Cola 330 ml");
    QVERIFY(matcher.suggest(theirs, 0, 0).empty() && matcher.suggest(theirs, -1, 0).empty());
    QCOMPARE(matcher.suggest(theirs, 1, 0).size(), std::size_t{1});
    for (const Suggestion& x : matcher.suggest(theirs, 100, 0.5))
      QVERIFY(x.score.confidence >= 0.5);
    QVERIFY(Matcher({}).suggest(theirs, 5, 0).empty());
    theirs.title.clear();
    QVERIFY(matcher.suggest(theirs, 5, 0).empty());
    theirs.title = QString(1'000'000, u'x'), theirs.brand = theirs.mpn = theirs.gtin = theirs.title;
    QVERIFY(matcher.suggest(theirs, 5, 0.8).empty());
  }

  void findsByNumberWithoutWords() {
    auto list = ourList();
    list[5].gtin = QStringLiteral("4006381333931");
    MatchProduct theirs;
    theirs.gtin = list[5].gtin;
    const auto got = Matcher(list).suggest(theirs, 3, 0.8);
    QVERIFY(got.size() == 1 && got[0].ours == 5 && got[0].score.reason == QLatin1String("gtin"));
  }

  // A list in which every title holds the same words must not make each question visit all of it.
  void longListsTakeSeconds() {
    std::mt19937 random(7);
    std::vector<QString> words;
    for (int i = 0; i < 3000; ++i)
      words.push_back(inventedWord(random));
    std::vector<MatchProduct> ours(10'000);
    for (MatchProduct& p : ours)
      p.title = QStringLiteral("Common Brand %1 %2 %3 %4 ml")
                    .arg(words[random() % 3000], words[random() % 3000], words[random() % 300])
                    .arg(50 * (1 + random() % 20));
    const test::ProcessorTime clock;
    const Matcher matcher(ours);
    int right = 0;
    const int questions = qEnvironmentVariableIsSet("PRICEWRIGHT_LONG") ? 10'000 : 1'000;
    for (int i = 0; i < questions; ++i) {
      const auto got = matcher.suggest(ours[std::size_t(i)], 3, 0.8);
      right += !got.empty() && (got[0].ours == i || ours[std::size_t(got[0].ours)].title == ours[std::size_t(i)].title);
    }
    qInfo("%d of 10000: %lld ms, %d right", questions, clock.elapsed(), right);
    QVERIFY(right > questions * 98 / 100);
    QVERIFY(clock.elapsed() < 30'000);
  }
};

QTEST_GUILESS_MAIN(TestMatcher)
#include "tst_Matcher.moc"
