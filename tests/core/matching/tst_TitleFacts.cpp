// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "matching/Gtin.h"
#include "matching/TitleFacts.h"
#include "matching/WordForms.h"
#include "support/ProcessorTime.h"

#include <QTest>

using namespace pricewright;

namespace {
constexpr int kMl = int(ContentUnit::Millilitre), kG = int(ContentUnit::Gram), kPiece = int(ContentUnit::Piece),
              kM = int(ContentUnit::Metre), kNone = int(ContentUnit::None);
} // namespace

// What a title says about content, packs, variants and models, in four languages.
class TestTitleFacts : public QObject {
  Q_OBJECT
 private slots:
  void readsContents_data() {
    QTest::addColumn<QString>("title");
    QTest::addColumn<double>("amount");
    QTest::addColumn<int>("unit");
    QTest::addColumn<int>("packs");
    const auto row = [](const char* title, double amount, int unit, int packs) {
      QTest::newRow(title) << QString::fromUtf8(title) << amount << unit << packs;
    };
    row("Bergquell Mineralwasser 6 x 330 ml", 330, kMl, 6);
    row("Bergquell Mineralwasser 12er Pack 0,33l", 330, kMl, 12);
    row("Bergquell Mineralwasser 12er-Pack (12 x 0,33 l)", 330, kMl, 12);
    row("Sunny Cola pack of 6 500ml", 500, kMl, 6);
    row("Eau Claire 4 × 1.5 L", 1500, kMl, 4);
    row("Agua Sierra 1,5 L pack de 6 botellas", 1500, kMl, 6);
    row("Farine de blé 2kg", 2000, kG, 1);
    row("Müsli Nuss 500g+100g gratis", 600, kG, 1);
    row("Corn Flakes 12 oz", 340.194, kG, 1);
    row("Orange Juice 64 fl oz", 1892.704, kMl, 1);
    row("Orange Juice 64 fl. oz.", 1892.704, kMl, 1);
    row("Soap Bars 3-pack 100 g", 100, kG, 3);
    row("Tonic 12 fl oz (355 ml) 8 pack", 354.882, kMl, 8);
    row("Tonic 12 oz (355 ml)", 355, kMl, 1);
    row("Lemonade 330ml x 24", 330, kMl, 24);
    row("Lemonade 330ml X24", 330, kMl, 24);
    row("LEMONADE X24", 0, kNone, 24);
    row("Lemonade x6", 0, kNone, 6);
    row("Eggs x 60", 0, kNone, 60);
    row("Orange Juice Press X200", 0, kNone, 1);
    row("Orange Juice Press x200", 0, kNone, 1);
    row("ORANGE JUICE PRESS X200", 0, kNone, 1);
    row("Danone Yaourt nature X4", 0, kNone, 4);
    row("Nova Cam X6 Kit", 0, kNone, 6); // a person settles it
    row("Lait demi-écrémé 75cl", 750, kMl, 1);
    row("Toilettenpapier 16 Rollen", 16, kPiece, 1);
    row("Eier 10 Stück", 10, kPiece, 1);
    row("Eggs 1 DZ", 12, kPiece, 1);
    row("Vitamin C 60 Tabletten", 60, kPiece, 1);
    row("Seife 3 Stück à 125 g", 125, kG, 3);
    row("HDMI Kabel 2 m", 2, kM, 1);
    row("Waschmittel 1.350 g", 1350, kG, 1);
    row("Sonnenblumenöl 0.750 L", 750, kMl, 1);
    row("Reis 1.000 kg", 1000, kG, 1);
    row("Milk 1/2 gal", 1892.705, kMl, 1);
    row("Butter 250 g (per 100 g 1.20)", 250, kG, 1);
    row("Fernglas 10x Zoom", 0, kNone, 1);
    row("BUDWAY BEER 6pk", 0, kNone, 6);
    row("Lot de 4 piles", 0, kNone, 4);
    row("3M Klebeband", 0, kNone, 1);
    row("Nova Phone 5G 128GB", 0, kNone, 1);
    row("Frame 20 x 30 cm", 0, kNone, 1);
  }
  void readsContents() {
    QFETCH(QString, title);
    QFETCH(double, amount);
    const TitleFacts facts = parseTitle(title);
    QTEST(int(facts.content.unit), "unit");
    QVERIFY2(std::abs(facts.content.amount - amount) < 0.01, qPrintable(QString::number(facts.content.amount)));
    QTEST(facts.packCount, "packs");
  }

  void readsVariants_data() {
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("expected");
    QTest::newRow("zero") << "Sunny Cola Zero" << "diet:zero";
    QTest::newRow("classic") << "Sunny Cola Classic" << "";
    QTest::newRow("sugar free") << "Gum sugar free" << "diet:zero";
    QTest::newRow("zuckerfrei") << "Kaugummi zuckerfrei" << "diet:zero";
    QTest::newRow("sans sucres") << "Biscuits sans sucres ajoutés" << "diet:zero";
    QTest::newRow("sin azucar") << "Galletas sin azúcar" << "diet:zero";
    QTest::newRow("pulp") << "Juice with pulp" << "pulp:with";
    QTest::newRow("no pulp") << "Juice no pulp" << "pulp:without";
    QTest::newRow("ohne") << "Saft ohne Fruchtfleisch" << "pulp:without";
    QTest::newRow("glutenfrei") << "Nudeln glutenfrei" << "without:gluten";
    QTest::newRow("decaf") << "Kaffee entkoffeiniert" << "caffeine:decaf";
    QTest::newRow("colour") << "T-Shirt schwarz XL" << "colour:black size:xl";
    QTest::newRow("semi") << "Semi-skimmed milk" << "milkfat:semi";
  }
  void readsVariants() {
    QFETCH(QString, title);
    QStringList got;
    for (const VariantWord& v : parseTitle(title).variants)
      got.append(v.group + u':' + v.meaning);
    QTEST(got.join(u' '), "expected");
  }

  void keepsModelsAndAttributes() {
    const TitleFacts vacuum = parseTitle(u"Airon V15 Detect");
    QCOMPARE(vacuum.models, QStringList{QStringLiteral("v15")});
    QCOMPARE(parseTitle(u"Paper A4 80 g").models, QStringList{QStringLiteral("a4")});
    QCOMPARE(parseTitle(u"Sonar WH-1000XM5 black").models, QStringList{QStringLiteral("wh1000xm5")});
    const TitleFacts stick = parseTitle(u"USB Stick 1TB 2,5 Zoll");
    QCOMPARE(stick.attributes.size(), std::size_t{2});
    QCOMPARE(stick.attributes[0].value, 1024.0);
    QCOMPARE(stick.attributes[1].value, 2.5);
    QCOMPARE(parseTitle(u"Sun Milk SPF 30 200ml").attributes[0].value, 30.0);
    QCOMPARE(parseTitle(u"Alpina Joghurt 500 g").brandCandidates.value(0), wordStem(QStringLiteral("alpina")));
  }

  void wordsMeetAcrossForms() {
    QCOMPARE(wordStem(QStringLiteral("muesli")), wordStem(plainLetters(u"müsli")));
    QCOMPARE(wordStem(QStringLiteral("tomatoes")), wordStem(QStringLiteral("tomato")));
    QVERIFY(wordLikeness(QStringLiteral("chkn"), QStringLiteral("chicken")) > 0.5);
    QVERIFY(wordLikeness(QStringLiteral("yoghurt"), QStringLiteral("yogurt")) > 0.8);
    QCOMPARE(wordLikeness(QStringLiteral("v15"), QStringLiteral("v12")), 0.0);
    QCOMPARE(wordLikeness(QStringLiteral("soap"), QStringLiteral("rope")), 0.0);
  }

  void checksGtins() {
    QCOMPARE(worldwideGtin(u"4006381333931").value_or(QString()), QStringLiteral("04006381333931"));
    QCOMPARE(worldwideGtin(u"036000291452").value_or(QString()), QStringLiteral("00036000291452"));
    QCOMPARE(worldwideGtin(u"0036000291452"), worldwideGtin(u"036000291452"));
    QVERIFY(!worldwideGtin(u"4006381333932"));
    QVERIFY(!worldwideGtin(u"2001234567893")); // given out by the shop
    QVERIFY(!worldwideGtin(u"0000000000000"));
    QVERIFY(!worldwideGtin(u"") && !worldwideGtin(u"40063813x3931") && !worldwideGtin(QString(100'000, u'1')));
  }

  void hostileTitlesEnd() {
    const test::ProcessorTime clock;
    for (const QString& piece :
         {s("6x"), s("1"), s("1."), s("+"), s("9 x 9 x "), s("é"), s("\xf0\x9f\x98\x80"), s("pack of "), s("1/2 "),
          s("no "), s("99999999999999999999kg "), s("x"), s("-"), s("0 x 0 ml "), s("SPF"), s("a1-")})
      for (const int times : {1, 7, 200, 100'000}) {
        const TitleFacts facts = parseTitle(piece.repeated(times));
        QVERIFY(facts.packCount >= 1 && facts.packCount <= 500);
        QVERIFY(facts.content.amount >= 0 && facts.content.amount <= 1e11);
        QVERIFY(facts.words.size() <= 96);
      }
    QCOMPARE(parseTitle(u"").packCount, 1);
    const QChar lone[] = {QChar(0xd800), QChar(0xdfff), QChar(0), QChar(0xffff), u'6', QChar(0xd800)};
    QVERIFY(parseTitle(QStringView(lone, 6)).words.size() < 3);
    QVERIFY(clock.elapsed() < 5'000);
  }

 private:
  static QString s(const char* text) { return QString::fromUtf8(text); }
};

QTEST_GUILESS_MAIN(TestTitleFacts)
#include "tst_TitleFacts.moc"
