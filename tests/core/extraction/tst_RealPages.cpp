// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extraction/ProductPage.h"

#include "support/TestData.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QTest>

using namespace pricewright;

namespace {
QByteArray unpacked(const QString& path) {
  QProcess gzip;
  gzip.start(QStringLiteral("gzip"), {QStringLiteral("-dc"), path});
  gzip.waitForFinished(60'000);
  return gzip.readAllStandardOutput();
}
QString bare(const QString& text) {
  QString out;
  for (const QChar c : text.toLower())
    if (c.isLetterOrNumber())
      out += c;
  return out;
}
bool isOneOf(const QJsonArray& accepted, const QString& value) {
  return std::any_of(accepted.begin(), accepted.end(),
                     [&](const QJsonValue& v) { return bare(v.toString()) == bare(value); });
}
// Where whole thousands are written with a dot, the accepted text is what the page shows: "23.450" for 23450.
bool isPrice(const QJsonArray& accepted, const FieldValue& price) {
  return price.amount && std::any_of(accepted.begin(), accepted.end(), [&](const QJsonValue& v) {
           const auto number = Decimal::parse(v.toString().trimmed());
           return number && (*number == *price.amount || number->micros() * 1000 == price.amount->micros());
         });
}
bool isCurrency(const QString& accepted, const QString& code) {
  static const QMap<QString, QString> kCodes{{QStringLiteral("€"), QStringLiteral("EUR")},
                                             {QStringLiteral("£"), QStringLiteral("GBP")},
                                             {QStringLiteral("zł"), QStringLiteral("PLN")},
                                             {QStringLiteral("Lei"), QStringLiteral("RON")}};
  if (accepted.size() == 3 && accepted[0].unicode() < 128 && accepted == accepted.toUpper())
    return accepted == code;
  return kCodes.contains(accepted) ? kCodes[accepted] == code : !code.isEmpty(); // "$" and "Rs" are several countries'
}
struct Figures {
  double right = 0, wrong = 0, none = 0, currency = 0, currencies = 0, sku = 0, skus = 0, gtin = 0, gtins = 0,
         stock = 0;
  void count(const ProductPage& page, const QJsonObject& wanted) {
    if (wanted.contains(QStringLiteral("price"))) {
      const FieldValue& price = page[ProductField::Price];
      ++(!price.isKnown() ? none : isPrice(wanted[QStringLiteral("price")].toArray(), price) ? right : wrong);
    }
    const auto add = [&](const char* name, ProductField field, double& good, double& all) {
      const QJsonArray accepted = wanted[QLatin1String(name)].toArray();
      all += accepted.isEmpty() ? 0 : 1;
      good += !accepted.isEmpty() && isOneOf(accepted, page[field].value) ? 1 : 0;
    };
    double every = 0;
    add("sku", ProductField::Sku, sku, skus), add("gtin", ProductField::Gtin, gtin, gtins);
    add("availability", ProductField::Availability, stock, every);
    if (const QJsonArray accepted = wanted[QStringLiteral("currency")].toArray(); !accepted.isEmpty()) {
      ++currencies;
      currency += isCurrency(accepted[0].toString(), page[ProductField::Currency].value) ? 1 : 0;
    }
  }
  double f1() const { return 2 * right / (2 * right + 2 * wrong + none); }
};
} // namespace

// Saved pages of shops, with what people read on them. The figures that were reached, with a little slack.
class TestRealPages : public QObject {
  Q_OBJECT
 private slots:
  void pagesOfShops() {
    const QString folder = test::realDataFolder() + QStringLiteral("/product_pages/");
    QFile truth(folder + QStringLiteral("ground-truth.json"));
    if (test::realDataFolder().isEmpty() || !truth.open(QIODevice::ReadOnly))
      QSKIP("the pages are not here");
    const QJsonObject pages = QJsonDocument::fromJson(truth.readAll()).object();
    Figures f;
    qint64 nanoseconds = 0;
    for (auto it = pages.begin(); it != pages.end(); ++it) {
      const QJsonObject wanted = it.value().toObject();
      const QByteArray bytes = unpacked(folder + it.key() + QStringLiteral(".html.gz"));
      QElapsedTimer timer;
      timer.start();
      const ProductPage page = extractProduct({bytes, wanted[QStringLiteral("url")].toString(), {}});
      nanoseconds += timer.nsecsElapsed();
      f.count(page, wanted);
    }
    const double milliseconds = double(nanoseconds) / 1e6 / double(pages.size());
    qInfo("price F1 %.3f (%g right, %g wrong, %g undecided), currency %g/%g, availability %g/%lld, SKU %g/%g, GTIN "
          "%g/%g, "
          "%.1f ms a page",
          f.f1(), f.right, f.wrong, f.none, f.currency, f.currencies, f.stock, static_cast<long long>(pages.size()),
          f.sku, f.skus, f.gtin, f.gtins, milliseconds);
    QVERIFY(f.f1() >= 0.96);
    QVERIFY(f.wrong <= 2);
    QVERIFY(f.currency >= 0.95 * f.currencies);
    QVERIFY(f.stock >= 0.95 * double(pages.size()));
    QVERIFY(f.sku >= 0.92 * f.skus);
    QVERIFY(f.gtin >= 0.9 * f.gtins);
    QVERIFY(milliseconds < 200); // sanitizers, busy machines
  }
};

QTEST_GUILESS_MAIN(TestRealPages)
#include "tst_RealPages.moc"
