// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extraction/html/PageText.h"
#include "extraction/structured/StructuredData.h"

#include "support/TestData.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace pricewright;

namespace {
PageDom page(const QByteArray& html) { return PageDom::read(readPageText(html, {}).utf8); }
// Quotes are written as `: a test with raw strings is not understood by every tool.
QByteArray q(const char* text) { return QByteArray(text).replace('`', '"'); }
QByteArray ld(const QByteArray& json) { return "<script type='application/ld+json'>" + json + "</script>"; }
QByteArray compact(const QJsonArray& json) { return QJsonDocument(json).toJson(QJsonDocument::Compact); }
QByteArray jsonLd(const QByteArray& json) { return compact(jsonLdJson(page(ld(json)))); }
QByteArray fileBytes(const QString& path) {
  QFile file(path);
  return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}
bool equal(const QJsonArray& found, const QJsonArray& wanted, const QString& name) {
  if (found == wanted)
    return true;
  qWarning("%s\nfound  %s\nwanted %s", qPrintable(name), compact(found).constData(), compact(wanted).constData());
  return false;
}
} // namespace

// What a page says for machines is read as it stands, and broken text as far as it goes.
class TestStructuredData : public QObject {
  Q_OBJECT
 private slots:
  void otherReadersSeeTheSame() {
    const QDir folder(test::realDataFolder() + QStringLiteral("/structured_data"));
    if (test::realDataFolder().isEmpty() || !folder.exists())
      QSKIP("the pages are not here");
    int compared = 0;
    for (const QString& name : folder.entryList({QStringLiteral("*.json"), QStringLiteral("*.jsonld")})) {
      const QString stem = name.left(name.lastIndexOf(u'.'));
      const PageDom dom = page(fileBytes(folder.filePath(stem + QStringLiteral(".html"))));
      const QJsonArray wanted = QJsonDocument::fromJson(fileBytes(folder.filePath(name))).array();
      const QJsonObject first = wanted.first().toObject();
      QJsonArray found;
      if (name.endsWith(QStringLiteral(".jsonld")))
        found = jsonLdJson(dom);
      else if (first.contains(QStringLiteral("namespace")))
        found = openGraphJson(dom);
      else
        found = microdataJson(dom, stem.startsWith(QStringLiteral("w3c")));
      QVERIFY(equal(found, wanted, name));
      ++compared;
    }
    QVERIFY(compared >= 6);
  }

  void brokenJson_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("json");
    const auto row = [](const char* name, QByteArray text, QByteArray json) { QTest::newRow(name) << text << json; };
    row("plain", q("{`a`:1,`b`:[true,false,null,`x`]}"), q("[{`a`:1,`b`:[true,false,null,`x`]}]"));
    row("comments", "{\"a\":1, // one\n /* two */ \"b\":2,}", q("[{`a`:1,`b`:2}]"));
    row("an address is no comment", q("{`a`:`http://x/y`}"), q("[{`a`:`http://x/y`}]"));
    row("line ends in a text", "{\"a\":\"x\n y\"}", q("[{`a`:`x\\n y`}]"));
    row("trailing commas", q("{`a`:[1,2,],}"), q("[{`a`:[1,2]}]"));
    row("HTML comment", q("<!-- {`a`:1} -->"), q("[{`a`:1}]"));
    row("CDATA", "//<![CDATA[\n{\"a\":1}\n//]]>", q("[{`a`:1}]"));
    row("CDATA in comments", "/*<![CDATA[*/{\"a\":1}/*]]>*/", q("[{`a`:1}]"));
    row("one after another", q("{`a`:1}{`b`:2} {`c`:3}"), q("[{`a`:1},{`b`:2},{`c`:3}]"));
    row("with semicolons", q("{`a`:1};{`b`:2};"), q("[{`a`:1},{`b`:2}]"));
    row("a list", q("[{`a`:1},null,{`b`:2}]"), q("[{`a`:1},{`b`:2}]"));
    row("null", "null", "[]");
    row("empty", "", "[]");
    row("no JSON", "hello", "[]");
    row("quotes in a text", q("{`a`:`5` pipe`,`b`:1}"), q("[{`a`:`5\\` pipe`,`b`:1}]"));
    row("not closed", q("{`a`:{`b`:1}"), q("[{`a`:{`b`:1}}]"));
    row("a comma is missing", q("{`a`:1 `b`:2}"), q("[{`a`:1,`b`:2}]"));
    row("escapes", q("{`a`:`\\u20ac \\ud83d\\ude00 \\/ \\``}"), q("[{`a`:`€ 😀 / \\``}]"));
    row("half a pair", q("{`a`:`\\ud83d`}"), "[{\"a\":\"\xEF\xBF\xBD\"}]");
    row("escaped for HTML", "{&quot;a&quot;:&quot;x &amp;amp; y&quot;,&#34;b&#34;:2}", q("[{`a`:`x &amp; y`,`b`:2}]"));
    row("escaped in a list", "[ {&quot;a&quot;:1} ]", q("[{`a`:1}]"));
    row("an escape within a text stays", q("{`a`:`5&quot; pipe`}"), q("[{`a`:`5&quot; pipe`}]"));
    row("typographic quotes", "{\u201Ca\u201D:\u201Cx\u201D}", q("[{`a`:`x`}]"));
    row("JSON as a text of JSON", "\"{\\\"a\\\":1}\"", q("[{`a`:1}]"));
    row("a mark of the byte order", "\xEF\xBB\xBF{\"a\":1}", q("[{`a`:1}]"));
    row("single quotes and bare names", "{a:'1', b : 2}", q("[{`a`:`1`,`b`:2}]"));
  }
  void brokenJson() {
    QFETCH(QByteArray, text);
    QTEST(jsonLd(text), "json");
  }

  void deepJsonIsRefused() {
    QCOMPARE(jsonLd(QByteArray(100'000, '[')), QByteArray("[]"));
    QCOMPARE(jsonLd(QByteArray("{\"a\":").repeated(100'000)), QByteArray("[]"));
  }

  void graphs() {
    const DataGraph g = jsonLdGraph(jsonLdScripts(page(
        ld(q("{`@graph`:[{`@type`:`WebPage`},{`@type`:[`Product`,`Thing`],`offers`:[{`price`:1},{`price`:2}]}]}")))));
    QCOMPARE(g.roots.size(), std::size_t(2));
    const DataItem& product = g.items[std::size_t(g.roots[1])];
    QCOMPARE(product.types.size(), std::size_t(2));
    QCOMPARE(product.properties.size(), std::size_t(2));
    QCOMPARE(product.properties[1].pointer, "/@graph/1/offers/1");
    QCOMPARE(g.items[std::size_t(product.properties[1].item)].properties[0].value, "2");
  }

  void referencesAreFollowed() {
    const DataGraph g = jsonLdGraph(jsonLdScripts(
        page(ld(q("{`@graph`:[{`@type`:`Product`,`@id`:`#p`,`offers`:{`@id`:`#o`},`isRelatedTo`:{`@id`:`#none`}},"
                  "{`@type`:`Offer`,`@id`:`#o`,`price`:5,`itemOffered`:{`@id`:`#p`}}]}")))));
    const DataItem& product = g.items[std::size_t(g.roots[0])];
    QCOMPARE(g.items[std::size_t(product.properties[0].item)].properties[0].value, "5");
    QVERIFY(g.items[std::size_t(product.properties[1].item)].properties.empty()); // leads nowhere
  }

  void microdataWithoutEnd() { // itemref in a circle, and items in items
    const auto html = "<div itemscope itemref=b><p id=a itemprop=x itemscope itemref=b>1</p></div>"
                      "<div id=b itemprop=y itemscope itemref=a>2</div>";
    QVERIFY(!microdataJson(page(html)).isEmpty());
    QVERIFY(microdataJson(page(QByteArray("<div itemscope itemprop=a>").repeated(5000))).isEmpty());
    QCOMPARE(microdataJson(page(QByteArray("<div itemscope itemtype=t itemprop=a>").prepend("<p itemscope>"))).size(),
             1);
  }

  void rdfa() {
    const QByteArray html =
        q("<div vocab=`https://schema.org/` typeof=`Product`><b property=`name`>A</b>\n      <p property=`offers` "
          "typeof=`Offer`><i property=`price` content=`5.00`>5 €</i><a property=`url` href=`u`>x</a></p>");
    QCOMPARE(
        compact(rdfaJson(page(html))),
        QByteArray(q(
            "[{`@id`:`_:b0`,`@type`:[`https://schema.org/Product`],`https://schema.org/name`:[{`@value`:`A`}],`https://"
            "schema.org/offers`:[{`@id`:`_:b1`}]},{`@id`:`_:b1`,`@type`:[`https://schema.org/Offer`],`https://"
            "schema.org/price`:[{`@value`:`5.00`}],`https://schema.org/url`:[{`@id`:`u`}]}]")));
  }
};

QTEST_GUILESS_MAIN(TestStructuredData)
#include "tst_StructuredData.moc"
