// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "matching/MatchScore.h"
#include "matching/PackRatio.h"

#include <QTest>

using namespace pricewright;

namespace {
MatchProduct named(const QString& title, const QString& brand = {}) {
  MatchProduct p;
  p.title = title, p.brand = brand;
  return p;
}
MatchProduct numbered(const char* title, const char* gtin) {
  MatchProduct p = named(QString::fromUtf8(title));
  p.gtin = QString::fromLatin1(gtin);
  return p;
}
bool has(const QStringList& codes, const char* start) {
  return std::ranges::any_of(codes, [&](const QString& c) { return c.startsWith(QLatin1String(start)); });
}
} // namespace

// When two products are the same, when they are a pack of each other, and when they only look alike.
class TestMatchScore : public QObject {
  Q_OBJECT
 private slots:
  void sameProducts_data() {
    QTest::addColumn<QString>("ours");
    QTest::addColumn<QString>("theirs");
    QTest::addColumn<int>("theirPacks");
    QTest::addColumn<int>("ourPacks");
    const auto row = [](const char* a, const char* b, int theirs = 1, int ours = 1) {
      QTest::newRow(a) << QString::fromUtf8(a) << QString::fromUtf8(b) << theirs << ours;
    };
    row("Bergquell Mineralwasser still 6 x 1,5 l", "Mineralwasser Bergquell still, 6er Pack 1500 ml");
    row("Bergquell Mineralwasser still 1,5 l", "Bergquell Mineralwasser still 6 x 1.5L", 6);
    row("Sunny Cola Zero 12 x 330 ml", "Sunny Cola Zero Sugar 4 x 33cl", 1, 3);
    row("Sunny Cola Classic 330 ml", "Sunny Cola 330ml can");
    row("Alpina Müsli Nuss 500 g", "ALPINA Muesli Nuss 0,5kg");
    row("Alpina Vollmilchschokolade Haselnuss 100g", "Alpina Vollmilch-Schokolade mit Haselnüssen 100 g");
    row("Maison Verte Confiture de fraises 370 g", "Confiture Maison Verte fraise 370g");
    row("Casa Luna Aceite de oliva virgen extra 750 ml", "Aceite oliva Casa Luna virgen extra 75 cl");
    row("Golden Hen Chicken Noodle Soup 10.5 oz", "Golden Hen Chkn Noodle Soup 298g");
    row("Airon V15 Detect Akkusauger", "Airon V15 Detect Akkusauger kabellos");
    row("Sonar WH-1000XM5 Wireless Headphones Black", "Sonar WH1000XM5 Wireless Headphones, schwarz");
    row("Nova Phone 8 128GB blue", "NOVA Phone 8 blau 128 GB");
    row("Lumea Shampoo trockenes Haar 250ml", "Lumea Shampoo für trockenes Haar 250 ml");
    row("Lumea Sun Milk SPF 30 200ml", "Lumea Sun-Milk LSF30 0,2 l");
  }
  void sameProducts() {
    QFETCH(QString, ours);
    QFETCH(QString, theirs);
    const MatchScore score = scoreMatch(named(ours), named(theirs));
    QVERIFY2(score.confidence >= 0.8, qPrintable(told(score)));
    QTEST(score.theirPacks, "theirPacks");
    QTEST(score.ourPacks, "ourPacks");
    QCOMPARE(score.reason, QStringLiteral("title"));
  }

  void othersOnlyLookAlike_data() {
    QTest::addColumn<QString>("ours");
    QTest::addColumn<QString>("theirs");
    QTest::addColumn<QString>("objection");
    const auto row = [](const char* a, const char* b, const char* objection) {
      QTest::newRow(a) << QString::fromUtf8(a) << QString::fromUtf8(b) << QString::fromUtf8(objection);
    };
    row("Sunny Cola Zero 330 ml", "Sunny Cola Classic 330 ml", "variant-one-sided:diet");
    row("Moka Kaffee gemahlen 500 g", "Moka Kaffee gemahlen entkoffeiniert 500 g", "variant-one-sided:caffeine");
    row("Valle Orange Juice with pulp 1 L", "Valle Orange Juice no pulp 1 L", "variant-differs:pulp");
    row("Flash Drive Rapid 16GB", "Flash Drive Rapid 32GB", "attribute-differs:gb");
    row("Alpina Joghurt Erdbeere 150 g", "Alpina Joghurt Vanille 150 g", "variant-differs:flavour");
    row("Lumea Lippenstift rot", "Lumea Lippenstift rosa", "variant-differs:colour");
    row("Airon V15 Detect Akkusauger", "Airon V12 Detect Akkusauger", "model-differs:v15/v12");
    row("Nova Phone 8 128GB", "Nova Phone 9 128GB", "number-differs");
    row("Casa Luna Aceite de oliva 750 ml", "Casa Luna Aceite de oliva 500 ml", "content-differs");
    row("Casa Luna Aceite de oliva 500 ml", "Casa Luna Aceite de oliva 1 L", "size-differs");
    row("Herren T-Shirt Basic weiss M", "Herren T-Shirt Basic weiss XL", "variant-differs:size");
    row("Lumea Tagescreme 50 ml", "Lumea Nachtcreme 50 ml", "variant-differs:time");
    row("Lait entier Montclair 1 L", "Lait demi-écrémé Montclair 1 L", "variant-differs:milkfat");
    row("Sun Milk Lumea SPF 30 200ml", "Sun Milk Lumea SPF 50 200ml", "attribute-differs:spf");
    row("Galletas Trigal integrales 200 g", "Servilletas Trigal blancas 200 g", "words-differ");
    row("Lumea Shampoo 250 ml", "Lumea Shampoo 250 ml + Conditioner 200 ml", "bundle");
    row("", "Lumea Shampoo", "no-words");
    row("???", "!!!", "no-words");
  }
  void othersOnlyLookAlike() {
    QFETCH(QString, ours);
    QFETCH(QString, theirs);
    QFETCH(QString, objection);
    const MatchScore score = scoreMatch(named(ours), named(theirs));
    QVERIFY2(score.confidence < 0.75, qPrintable(told(score)));
    QVERIFY2(has(score.objections, objection.toLatin1().constData()), qPrintable(told(score)));
  }

  void numbersDecide() {
    const MatchScore same = scoreMatch(numbered("Ink pen", "4006381333931"), numbered("Stift", "4006381333931"));
    QCOMPARE(same.reason, QStringLiteral("gtin"));
    QVERIFY2(same.confidence >= 0.9, qPrintable(told(same)));
    QCOMPARE(scoreMatch(numbered("Marker blue", "4006381333931"), numbered("Marker blue", "04006381333931")).confidence,
             0.99);
    const MatchScore other =
        scoreMatch(numbered("Marker blue fine", "4006381333931"), numbered("Marker blue fine", "036000291452"));
    QVERIFY2(other.confidence <= 0.4 && has(other.objections, "gtin-differs"), qPrintable(told(other)));
    const MatchScore pack =
        scoreMatch(numbered("Sunny Cola 330 ml", "4006381333931"), numbered("Sunny Cola 6 x 330 ml", "4006381333931"));
    QVERIFY2(pack.confidence < 0.9 && pack.theirPacks == 6 && pack.ourPacks == 1, qPrintable(told(pack)));
    // A case of it: the same body behind another packaging level.
    const MatchScore level =
        scoreMatch(numbered("Marker blue", "4006381333931"), numbered("Marker blue 10er Pack", "14006381333938"));
    QVERIFY2(level.confidence > 0.9 && level.theirPacks == 10, qPrintable(told(level)));
    QVERIFY(
        scoreMatch(numbered("Marker blue", "4006381333931"), numbered("Marker blue", "14006381333938")).confidence <=
        0.6);
  }

  void partNumbersNeedTheirBrand() {
    MatchProduct a = named(QStringLiteral("Headphones over ear"), QStringLiteral("Sonar"));
    MatchProduct b = named(QStringLiteral("Kopfhörer"), QStringLiteral("SONAR"));
    a.mpn = QStringLiteral("WH-1000XM5/B"), b.mpn = QStringLiteral("wh1000xm5b");
    QCOMPARE(scoreMatch(a, b).reason, QStringLiteral("mpn-brand"));
    QCOMPARE(scoreMatch(a, b).confidence, 0.97);
    b.brand = QStringLiteral("Otherone");
    QVERIFY(scoreMatch(a, b).confidence <= 0.3);
  }

  // Two makers may well give the same number to two things.
  void aPartNumberAloneIsAHint() {
    MatchProduct a = named(QStringLiteral("Seal for pump"), {}), b = named(QStringLiteral("Dichtring"), {});
    a.mpn = QStringLiteral("77-4410"), b.mpn = QStringLiteral("774410");
    const MatchScore alone = scoreMatch(a, b);
    QVERIFY2(alone.confidence <= 0.7 && alone.confidence > 0.5 && has(alone.evidence, "mpn-alone"),
             qPrintable(told(alone)));
    a.brand = QStringLiteral("Hydra"); // theirs is not told, nor stands it in their title
    const MatchScore oneSided = scoreMatch(a, b);
    QVERIFY2(oneSided.confidence <= 0.7 && has(oneSided.evidence, "mpn-alone") &&
                 has(oneSided.objections, "brand-unknown"),
             qPrintable(told(oneSided)));
    b.title = QStringLiteral("Hydra Dichtring");
    QVERIFY2(scoreMatch(a, b).confidence >= 0.7 && !has(scoreMatch(a, b).evidence, "mpn-alone"),
             qPrintable(told(scoreMatch(a, b))));
    b.title = QStringLiteral("Dichtring 77-4410"), b.mpn.clear(), a.brand.clear();
    const MatchScore inTitle = scoreMatch(a, b);
    QVERIFY2(inTitle.confidence <= 0.7 && has(inTitle.evidence, "mpn-alone"), qPrintable(told(inTitle)));
  }

  void anotherPartNumberOfTheBrandSpeaksAgainst() {
    MatchProduct a = numbered("Marker blue", "4006381333931"), b = numbered("Marker blue", "4006381333931");
    a.brand = b.brand = QStringLiteral("Stabo");
    a.mpn = QStringLiteral("ST-100"), b.mpn = QStringLiteral("ST-200");
    const MatchScore number = scoreMatch(a, b);
    QVERIFY2(number.confidence <= 0.9 && has(number.objections, "mpn-differs"), qPrintable(told(number)));
    a.gtin.clear(), b.gtin.clear();
    const MatchScore title = scoreMatch(a, b);
    QVERIFY2(title.confidence <= 0.4 && has(title.objections, "mpn-differs"), qPrintable(told(title)));
  }

  // The same number, but the titles name two colours: a person looks.
  void aPartNumberAgainstTheTitlesDecidesNothing() {
    MatchProduct a = named(QStringLiteral("Backpack 20 l black"), QStringLiteral("Trail"));
    MatchProduct b = named(QStringLiteral("Backpack 20 l red"), QStringLiteral("Trail"));
    a.mpn = b.mpn = QStringLiteral("TR-20");
    QVERIFY2(scoreMatch(a, b).confidence <= 0.8, qPrintable(told(scoreMatch(a, b))));
    b.title = a.title;
    QCOMPARE(scoreMatch(a, b).confidence, 0.97);
  }

  void whatIsNoPartNumberTiesNothing() {
    for (const char* none : {"Does not apply", "N/A", "0000", "-", "12"}) {
      MatchProduct a = named(QStringLiteral("Seal"), QStringLiteral("Hydra"));
      MatchProduct b = named(QStringLiteral("Garden hose"), QStringLiteral("Hydra"));
      a.mpn = b.mpn = QLatin1String(none);
      QVERIFY2(scoreMatch(a, b).reason != u"mpn-brand" && scoreMatch(a, b).confidence < 0.5, none);
    }
  }

  void aLineOfTheBrandIsTheBrand() {
    MatchProduct a = named(QStringLiteral("Akkuschrauber"), QStringLiteral("Bosch Professional"));
    MatchProduct b = named(QStringLiteral("Cordless drill"), QStringLiteral("Bosch"));
    a.mpn = b.mpn = QStringLiteral("GSR12V-15");
    QCOMPARE(scoreMatch(a, b).reason, QStringLiteral("mpn-brand"));
    a.brand = QStringLiteral("Robert Bosch");
    QCOMPARE(scoreMatch(b, a).reason, QStringLiteral("mpn-brand"));
    a.brand = QStringLiteral("Boschung");
    QVERIFY2(scoreMatch(a, b).confidence <= 0.3, qPrintable(told(scoreMatch(a, b))));
  }

  void aNumberThatIsOnlyBegunIsAnother() {
    MatchProduct a = named(QStringLiteral("Akku-Bohrschrauber GSR12V-15"), QStringLiteral("Bosch"));
    MatchProduct b = named(QStringLiteral("Akku-Bohrschrauber"), QStringLiteral("Bosch"));
    b.mpn = QStringLiteral("GSR12V");
    const MatchScore begun = scoreMatch(a, b);
    QVERIFY2(begun.confidence <= 0.6 && has(begun.objections, "mpn-differs"), qPrintable(told(begun)));
    b.mpn = QStringLiteral("GSR 12V-15");
    QVERIFY2(has(scoreMatch(a, b).evidence, "mpn-in-title"), qPrintable(told(scoreMatch(a, b))));
    a.mpn = QStringLiteral("GSR12V");
    const MatchScore both = scoreMatch(a, b);
    QVERIFY2(both.confidence <= 0.4 && has(both.objections, "mpn-differs"), qPrintable(told(both)));
  }

  // The number is that of one product, the title that of another: nobody but a person can tell.
  void aNumberAgainstTheTitleDecidesNothing() {
    MatchProduct zero = numbered("Sunny Cola Zero 330 ml", "4006381333931");
    MatchProduct classic = numbered("Sunny Cola Classic 330 ml", "036000291452");
    const MatchProduct theirs = numbered("Sunny Cola Zero 330 ml", "036000291452");
    const MatchScore byNumber = scoreMatch(classic, theirs), byTitle = scoreMatch(zero, theirs);
    QVERIFY2(byNumber.confidence <= 0.8 && byNumber.reason == u"gtin", qPrintable(told(byNumber)));
    QVERIFY2(byTitle.confidence <= 0.4, qPrintable(told(byTitle)));
    // Another language is no contradiction.
    QCOMPARE(scoreMatch(numbered("Marker blue", "4006381333931"), numbered("Marker blau", "4006381333931")).confidence,
             0.99);
  }

  void brandsMustAgree() {
    const auto score = [](const char* a, const char* b) {
      return scoreMatch(named(QStringLiteral("Greek Yogurt plain 500 g"), QString::fromLatin1(a)),
                        named(QStringLiteral("Greek Yogurt plain 500 g"), QString::fromLatin1(b)));
    };
    QVERIFY(score("Alpina", "alpina").confidence > 0.8);
    QVERIFY(score("Alpina", "Montclair").confidence <= 0.3);
    QVERIFY(score("Alpina", "").confidence <= 0.75);
  }

  void pricesMakeItPlausible() {
    MatchProduct a = named(QStringLiteral("Sunny Cola Zero 330 ml")),
                 b = named(QStringLiteral("Sunny Cola Zero 6 x 330 ml"));
    a.currency = b.currency = QStringLiteral("EUR");
    a.price = 1.0, b.price = 5.4;
    QVERIFY(scoreMatch(a, b).confidence > 0.8);
    b.price = 30.0;
    QVERIFY(has(scoreMatch(a, b).objections, "price-implausible"));
    QVERIFY(scoreMatch(a, b).confidence <= 0.6);
    b.currency = QStringLiteral("JPY");
    QVERIFY(!has(scoreMatch(a, b).objections, "price-implausible"));
    for (const double odd : {0.0, -1.0, double(INFINITY), double(NAN)}) {
      b.currency = a.currency, b.price = odd;
      const double confidence = scoreMatch(a, b).confidence;
      QVERIFY(confidence >= 0 && confidence <= 1);
    }
  }

  void ratiosAreReduced() {
    const Content can{330, ContentUnit::Millilitre, false};
    const PackRatio r = packRatio(can, 4, can, 6);
    QVERIFY(r.kind == PackRatio::Kind::Packs && r.theirs == 3 && r.ours == 2);
    QVERIFY(packRatio({354.88, ContentUnit::Millilitre, false}, 1, {340.19, ContentUnit::Gram, true}, 1).kind ==
            PackRatio::Kind::Same);
    QVERIFY(packRatio(can, 1, {330, ContentUnit::Gram, false}, 1).kind == PackRatio::Kind::Contradiction);
    QVERIFY(packRatio({1e-300, ContentUnit::Gram, false}, 1, {1e300, ContentUnit::Gram, false}, 1).kind ==
            PackRatio::Kind::Contradiction);
    QVERIFY(packRatio({}, -5, {}, 0).kind == PackRatio::Kind::Same);
  }

 private:
  static QString told(const MatchScore& m) {
    return QString::number(m.confidence) + u' ' + m.evidence.join(u' ') + QStringLiteral(" | ") +
           m.objections.join(u' ');
  }
};

QTEST_GUILESS_MAIN(TestMatchScore)
#include "tst_MatchScore.moc"
