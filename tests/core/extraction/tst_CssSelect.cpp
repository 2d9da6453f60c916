// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extraction/Recipe.h"
#include "extraction/html/CssSelect.h"
#include "extraction/html/PageText.h"
#include "support/ProcessorTime.h"

#include <QTest>

using namespace pricewright;

namespace {
PageDom dom(const QByteArray& html) { return PageDom::read(readPageText(html, {}).utf8); }
const QByteArray kShop =
    "<div id=main class='product page'><h1 class=title>Kettle</h1><p class='price old'>20</p>"
    "<p class='price' data-x='a-b c' lang=en-GB>15</p><ul><li>a</li><li class=on>b</li><li>c</li><li>d</li></ul>"
    "<section><p class=price>9</p><a href='/x/y.html'>z</a></section></div>";
QString texts(const PageDom& page, const QString& selector) {
  const auto parsed = CssSelector::parse(selector);
  if (!parsed)
    return parsed.error().code + QLatin1Char('@') + parsed.error().arguments.value(QStringLiteral("position"));
  QStringList out;
  for (const NodeId id : parsed->select(page))
    out << QString::fromStdString(page.textOf(id));
  return out.join(u'|');
}
} // namespace

// Selectors find what a browser's would, and say where they are wrong.
class TestCssSelect : public QObject {
  Q_OBJECT
 private slots:
  void finds_data() {
    QTest::addColumn<QString>("selector");
    QTest::addColumn<QString>("found");
    const auto row = [](const char* selector, const char* found) {
      QTest::newRow(selector) << QString::fromLatin1(selector) << QString::fromLatin1(found);
    };
    row("h1", "Kettle"), row("H1.title", "Kettle"), row("#main > h1", "Kettle"), row("*.on", "b");
    row(".price", "20|15|9"), row("#main > .price", "20|15"), row(".price.old", "20"), row("section .price", "9");
    row(".price:not(.old)", "15|9"), row("h1 + p", "20"), row("h1 ~ p", "20|15"), row("p + p", "15");
    row("[data-x]", "15"), row("[data-x='a-b c']", "15"), row("[data-x~=c]", "15"), row("[data-x^=a]", "15");
    row("[data-x$=\"c\"]", "15"), row("[data-x*='-b ']", "15"), row("[lang|=en]", "15"), row("[data-x=a]", "");
    row("a[href$='.html']", "z"), row("li:first-child", "a"), row("li:last-child", "d"), row("li:nth-child(2)", "b");
    row("li:nth-child(odd)", "a|c"), row("li:nth-child(2n)", "b|d"), row("li:nth-child(-n+2)", "a|b");
    row("li:nth-child( n + 3 )", "c|d"), row("p:nth-of-type(2)", "15"), row("p:last-of-type", "15|9"),
        row("p:first-of-type", "20|9");
    row("h1, li.on", "Kettle|b"), row(" div   section>p ", "9"), row("table", ""), row("div div", "");
    row("p:not([lang]):not(.old)", "9");
    row("", "extraction.selector@0"), row("p >", "extraction.selector@3"), row("p:hover", "extraction.selector@1");
    row("p:has(a)", "extraction.selector@1"), row("[x", "extraction.selector@2"), row("p,,b", "extraction.selector@2");
    row("p::before", "extraction.selector@1"), row("p!", "extraction.selector@1"),
        row("li:nth-child(x)", "extraction.selector@15");
    row("[a='b", "extraction.selector@5"), row(":not(:not(p))", "extraction.selector@9");
  }
  void finds() {
    QFETCH(QString, selector);
    QTEST(texts(dom(kShop), selector), "found");
  }

  void everyNodeHasItsSelector() {
    const PageDom page = dom(kShop);
    for (NodeId i = 1; i < page.size(); ++i) {
      if (!page.isElement(i))
        continue;
      const auto selector = selectorFor(page, i);
      QVERIFY(selector);
      QCOMPARE(CssSelector::parse(*selector)->select(page), std::vector<NodeId>{i});
      QVERIFY(CssSelector::parse(cssPath(page, i))->first(page) == i);
    }
    QVERIFY(selectorFor(page, PageDom::kRoot).error().is(u"extraction.no-selector"));
    QVERIFY(selectorFor(page, 1'000'000).error().is(u"extraction.no-selector"));
  }
  void generatedNamesArePassedOver() {
    const PageDom page =
        dom("<div id='item-8471623'><span class='css-1x2y3z cost'>5</span><span class='css-1x2y3z'>6</span></div>");
    const NodeId first = CssSelector::parse(u"span")->first(page);
    QCOMPARE(*selectorFor(page, first), QStringLiteral(".cost"));
  }
  void recipesAreLearnt() {
    const PageDom page =
        dom("<p><b itemprop=price content='5.00'>5 EUR</b></p><meta itemprop=sku content=A1><i class=st>x</i>");
    const auto learn = [&](const char* selector, ProductField field) {
      return *learnRecipe(page, CssSelector::parse(QString::fromLatin1(selector))->first(page), field);
    };
    const RecipeField price{ProductField::Price, QStringLiteral("b[itemprop=\"price\"]"), QStringLiteral("content")};
    QVERIFY(learn("b", ProductField::Price) == price);
    QCOMPARE(learn("meta", ProductField::Sku).attribute, QStringLiteral("content"));
    QCOMPARE(learn("i", ProductField::Availability).selector, QStringLiteral(".st"));
    QVERIFY(checkRecipe({price}));
    QVERIFY(checkRecipe({{ProductField::Price, QStringLiteral("a:b"), {}}}).error().is(u"extraction.selector"));
  }
  void hostileSelectorsEnd() {
    const PageDom page = dom(QByteArray("<div class=a>").repeated(500) + "x");
    const test::ProcessorTime timer;
    QVERIFY(texts(page, QStringLiteral(".a ").repeated(30) + QStringLiteral(".b")).isEmpty());
    QVERIFY(texts(page, QStringLiteral(".b ") + QStringLiteral(".a ").repeated(20)).isEmpty());
    QVERIFY(texts(page, QStringLiteral(".a ").repeated(2000)).startsWith(QStringLiteral("extraction.selector")));
    QVERIFY(texts(page, QString(100'000, u'(')).startsWith(QStringLiteral("extraction.selector")));
    const PageDom wide = dom(QByteArray("<p>").repeated(100'000));
    QCOMPARE(CssSelector::parse(u"p:nth-child(odd)")->select(wide, 1'000'000).size(), std::size_t(50'000));
    QVERIFY(CssSelector::parse(u"b ~ p")->select(wide, 1'000'000).empty());
    QVERIFY(timer.elapsed() < 20'000);
  }
};

QTEST_GUILESS_MAIN(TestCssSelect)
#include "tst_CssSelect.moc"
