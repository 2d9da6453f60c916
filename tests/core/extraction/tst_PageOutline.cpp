// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a person may point to on a page, and that a recipe taught there reads other pages of the same template.
#include "extraction/PageOutline.h"

#include <QTest>

#include <ctime>

using namespace pricewright;

namespace {

using F = ProductField;

PageInput input(const QByteArray& body) {
  return {body, QStringLiteral("https://shop.example.com/p/kettle"), QStringLiteral("text/html; charset=utf-8")};
}
// Two prices that nothing tells apart: general rules leave such a page undecided, and a person knows which it is.
QByteArray twins(const QByteArray& name, const QByteArray& filter, const QByteArray& machine) {
  return "<!doctype html><html lang=en-us><head><title>" + name + "</title></head><body><h1>" + name +
         "</h1><div class=\"box\"><p>Filter</p><span class=\"filter\">$" + filter +
         "</span></div><div class=\"box\"><p>Machine</p><span class=\"machine\">$" + machine +
         "</span></div><button>Add to cart</button></body></html>";
}
const OutlineLine* lineWith(const PageOutline& outline, const char* text) {
  for (const OutlineLine& line : outline.lines)
    if (line.text == QString::fromUtf8(text))
      return &line;
  return nullptr;
}
// What this thread worked for it, the least of three: what others do on the machine does not count.
double workOf(const PageInput& page) {
  double least = 1e9;
  for (int i = 0; i < 3; ++i) {
    timespec from{}, to{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &from);
    (void)outlinePage(page);
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &to);
    least = std::min(least, double(to.tv_sec - from.tv_sec) + 1e-9 * double(to.tv_nsec - from.tv_nsec));
  }
  return least;
}

} // namespace

class TestPageOutline : public QObject {
  Q_OBJECT
 private slots:
  void linesComeInReadingOrder() {
    const PageOutline outline = outlinePage(input(twins("Steel kettle", "12.90", "145.00")));
    QStringList texts;
    for (const OutlineLine& line : outline.lines)
      texts << line.text;
    texts.removeAll(QStringLiteral("Steel kettle")); // of the window, where it is a line, and of the page
    QCOMPARE(texts, (QStringList{QStringLiteral("Filter"), QStringLiteral("$12.90"), QStringLiteral("Machine"),
                                 QStringLiteral("$145.00"), QStringLiteral("Add to cart")}));
    for (std::size_t i = 1; i < outline.lines.size(); ++i)
      QVERIFY(outline.lines[i - 1].node < outline.lines[i].node);
    QVERIFY(!outline.truncated);
    QCOMPARE(lineWith(outline, "$12.90")->where, QStringLiteral("body › div.box › span.filter"));
    // The same bytes, the same numbers: what a person pointed to is still there when it is learnt.
    const PageOutline again = outlinePage(input(twins("Steel kettle", "12.90", "145.00")));
    QCOMPARE(again.lines.size(), outline.lines.size());
    for (std::size_t i = 0; i < again.lines.size(); ++i)
      QCOMPARE(again.lines[i].node, outline.lines[i].node);
  }

  void pricesAreFound() {
    const PageOutline outline = outlinePage(input(twins("Steel kettle", "12.90", "1,450.00")));
    QCOMPARE(lineWith(outline, "$12.90")->price, QStringLiteral("12.9 USD"));
    QCOMPARE(lineWith(outline, "$1,450.00")->price, QStringLiteral("1450 USD"));
    QVERIFY(lineWith(outline, "$12.90")->score > 0);
    QCOMPARE(lineWith(outline, "Filter")->price, QString());
    // The price is where its characters are, not on the box around them and their label; cents and signs in elements of
    // their own belong together.
    const PageOutline parts = outlinePage(input("<html lang=en-us><body><h1>Kettle</h1><div class=a><b>Now "
                                                "</b><p>$<span>12</span><sup>50</sup></p></div></body></html>"));
    QCOMPARE(lineWith(parts, "$1250")->price, QStringLiteral("12.5 USD"));
    for (const OutlineLine& line : parts.lines)
      QCOMPARE(!line.price.isEmpty(), line.text == u"$1250");
    QCOMPARE(lineWith(outline, "Add to cart")->price, QString());
  }

  // What only machines read, and what people do not see.
  void attributesForMachinesAreLines() {
    const PageOutline outline = outlinePage(
        input("<html><head><meta property=\"product:price:amount\" content=\"12.90\"><meta name=author "
              "content=\"nobody\"><style>p{}</style></head><body><script>var a = 5;</script><h1>Kettle</h1><i "
              "data-price=\"7.50\"></i><input value=\"3.25\"><b data-price-amount=\"1.5\">$1.50</b><u "
              "data-price=\"call\"></u>"
              "<p hidden>unseen</p></body></html>"));
    QVERIFY(lineWith(outline, "content: 12.90"));
    QVERIFY(lineWith(outline, "data-price: 7.50"));
    QVERIFY(lineWith(outline, "value: 3.25"));
    QVERIFY(lineWith(outline, "$1.50")); // what people read there goes first
    for (const OutlineLine& line : outline.lines)
      for (const char* no : {"nobody", "var a", "p{}", "call", "unseen"})
        QVERIFY2(!line.text.contains(QLatin1String(no)), no);
    const PageInput page = input("<html><head><meta property=x content=\"12.90\"></head><body><h1>Kettle</h1></body>");
    const auto field = learnFromPage(page, lineWith(outlinePage(page), "content: 12.90")->node, F::Price);
    QVERIFY(field);
    QCOMPARE(field->attribute, QStringLiteral("content"));
    QCOMPARE(extractProduct(page, {*field})[F::Price].value, QStringLiteral("12.9"));
  }

  void aLearntRecipeReadsOtherPagesOfTheTemplate() {
    const PageInput taught = input(twins("Steel kettle", "12.90", "145.00"));
    const PageInput other = input(twins("Copper pan with a lid", "8.90", "101.25"));
    QCOMPARE(extractProduct(taught).why, QStringLiteral("several-prices"));
    QCOMPARE(extractProduct(other).why, QStringLiteral("several-prices"));
    const PageOutline outline = outlinePage(taught);
    const auto machine = learnFromPage(taught, lineWith(outline, "$145.00")->node, F::Price);
    QVERIFY(machine);
    const ProductPage same = extractProduct(taught, {*machine}), then = extractProduct(other, {*machine});
    QCOMPARE(same[F::Price].value, QStringLiteral("145"));
    QCOMPARE(then[F::Price].value, QStringLiteral("101.25"));
    QCOMPARE(then[F::Currency].value, QStringLiteral("USD"));
    QVERIFY(then[F::Price].source == FactSource::Recipe);
    const auto filter = learnFromPage(taught, lineWith(outline, "$12.90")->node, F::Price);
    QVERIFY(filter);
    QCOMPARE(extractProduct(other, {*filter})[F::Price].value, QStringLiteral("8.9"));
  }

  // Pointed to the characters or to the element around them: the same.
  void theWordsOfAnElementStandForIt() {
    const PageInput page = input("<h1>Kettle</h1><p class=now>$5.00</p>");
    const NodeId node = lineWith(outlinePage(page), "$5.00")->node;
    const auto element = learnFromPage(page, node, F::Price), text = learnFromPage(page, node + 1, F::Price);
    QVERIFY(element && text);
    QCOMPARE(text->selector, element->selector);
    QCOMPARE(element->selector, QStringLiteral(".now"));
  }

  void noMoreThanTheLimit() {
    const auto pageOf = [](int lines) {
      QByteArray body = "<html><body>";
      for (int i = 0; i < lines; ++i)
        body += "<p>line " + QByteArray::number(i) + "</p>";
      return input(body + "</body></html>");
    };
    const PageOutline full = outlinePage(pageOf(int(kMostOutlineLines)));
    QCOMPARE(full.lines.size(), kMostOutlineLines);
    QVERIFY(!full.truncated);
    const PageOutline more = outlinePage(pageOf(int(kMostOutlineLines) + 1));
    QCOMPARE(more.lines.size(), kMostOutlineLines);
    QVERIFY(more.truncated);
    QCOMPARE(more.lines.back().text, QStringLiteral("line 4999"));
  }

  void textsAreCutShort() {
    const PageOutline outline =
        outlinePage(input("<p class=" + QByteArray(5000, 'c') + ">" + QByteArray("word ").repeated(100'000) + "</p>"));
    QCOMPARE(outline.lines.size(), std::size_t(1));
    QVERIFY(outline.lines[0].text.size() < 200 && outline.lines[0].text.startsWith(u"word word"));
    QVERIFY(outline.lines[0].where.size() < 200);
  }

  void garbageIsNoPage_data() {
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("spaces") << QByteArray(" \n\t ");
    QTest::newRow("zeros") << QByteArray(1000, '\0');
    QTest::newRow("picture") << QByteArray("\x89PNG\r\n\x1a\n\0\0\0", 11) + QByteArray(5000, '\x9c');
    QTest::newRow("bad UTF-8") << QByteArray("<p>\xff\xfe\xc3</p>\xed\xa0\x80");
    QTest::newRow("open tags") << QByteArray("<").repeated(10'000);
    QTest::newRow("cut in a tag") << QByteArray("<div class=\"a");
    QTest::newRow("only a comment") << QByteArray("<!-- $5.00 ");
    QTest::newRow("script") << QByteArray("<script>document.write('$5.00')</script>");
  }
  void garbageIsNoPage() {
    QFETCH(QByteArray, body);
    const PageOutline outline = outlinePage(input(body));
    QVERIFY(outline.lines.size() < 10);
    for (const OutlineLine& line : outline.lines)
      QVERIFY(line.price.isEmpty());
    const auto field = learnFromPage(input(body), 400'000, F::Price);
    QVERIFY(!field && field.error().is(u"extraction.no-node"));
  }

  void whatIsNotThereCannotBeLearnt() {
    const PageInput page = input("<h1>Kettle</h1><p class=now>$5.00</p>");
    for (const NodeId node : {PageDom::kRoot, NodeId(10'000), kNoNode}) {
      const auto field = learnFromPage(page, node, F::Price);
      QVERIFY(!field && field.error().is(u"extraction.no-node"));
      QCOMPARE(field.error().arguments.value(QStringLiteral("line")), QString::number(node));
    }
    // Two towers alike, taller than any selector is long: nothing short finds just this one.
    const QByteArray tower = QByteArray("<div>").repeated(60) + "<b>$5.00</b>" + QByteArray("</div>").repeated(60);
    const PageInput towers = input("<html><body>" + tower + tower + "</body></html>");
    const PageOutline outline = outlinePage(towers);
    const auto field = learnFromPage(towers, outline.lines.back().node, F::Price);
    QVERIFY(!field && field.error().is(u"extraction.no-selector"));
  }

  void deepPagesAreRead() {
    const PageOutline outline = outlinePage(
        input("<html><body>" + QByteArray("<div>in").repeated(100'000) + "<p class=now>$5.00</p></body></html>"));
    QVERIFY(outline.lines.size() >= 500 && outline.lines.size() <= kMostOutlineLines);
    const auto pricedAt = [](int depth) {
      return input("<html lang=en-us><body>" + QByteArray("<div>").repeated(depth) + "<p class=now>$5.00</p>");
    };
    const PageOutline one = outlinePage(pricedAt(400));
    QCOMPARE(one.lines.size(), std::size_t(1));
    QCOMPARE(one.lines[0].text, QStringLiteral("$5.00"));
    QCOMPARE(one.lines[0].price, QStringLiteral("5 USD"));
    const auto field = learnFromPage(pricedAt(400), one.lines[0].node, F::Price);
    QVERIFY(field);
    QCOMPARE(extractProduct(pricedAt(200), {*field})[F::Price].value, QStringLiteral("5"));
    // Deeper than is read: there is a line, and nothing breaks.
    const PageOutline abyss = outlinePage(pricedAt(100'000));
    QCOMPARE(abyss.lines.size(), std::size_t(1));
    (void)learnFromPage(pricedAt(100'000), abyss.lines[0].node, F::Price);
  }

  // Eight times the page is about eight times the work, whatever shape it has; what grew with the square would be 64.
  void workGrowsWithThePage_data() {
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("part");
    QTest::newRow("lines") << QByteArray() << QByteArray("<p>word</p>");
    QTest::newRow("prices") << QByteArray() << QByteArray("<p class=price>$1.25</p>");
    QTest::newRow("machines") << QByteArray() << QByteArray("<i data-price=1></i>");
    QTest::newRow("deep") << QByteArray() << QByteArray("<div>a");
    QTest::newRow("empty inside deep") << QByteArray("<div>a").repeated(300) << QByteArray("<b></b>");
    QTest::newRow("attributes around") << QByteArray("<div") << QByteArray(" a=1");
  }
  void workGrowsWithThePage() {
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, part);
    const auto pageOf = [&](int many) {
      const QByteArray end = before == "<div" ? QByteArray(">") + QByteArray("<p>x</p>").repeated(5'000) : QByteArray();
      return input("<html><body>" + before + part.repeated(many) + end);
    };
    const double small = workOf(pageOf(5'000)), large = workOf(pageOf(40'000));
    QVERIFY2(large < 24 * small, qPrintable(QStringLiteral("%1 s, then %2 s").arg(small).arg(large)));
    QVERIFY2(large < 5, qPrintable(QString::number(large)));
  }
};

QTEST_GUILESS_MAIN(TestPageOutline)
#include "tst_PageOutline.moc"
