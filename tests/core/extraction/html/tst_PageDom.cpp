// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extraction/html/PageDom.h"
#include "extraction/html/PageText.h"
#include "extraction/html/Utf8.h"
#include "support/ProcessorTime.h"

#include <QTest>

using namespace pricewright;

namespace {
PageDom page(const QByteArray& html) { return PageDom::read(readPageText(html, {}).utf8); }

// The tree as text: "div(p(x),p)".
void write(const PageDom& dom, NodeId id, QByteArray& out) {
  out += dom.isText(id) ? QByteArray(collapsed(dom[id].text).c_str()) : QByteArray(std::string(dom[id].text).c_str());
  if (dom[id].firstChild == kNoNode)
    return;
  out += '(';
  for (NodeId i = dom[id].firstChild; i != kNoNode; i = dom[i].next) {
    write(dom, i, out);
    out += dom[i].next == kNoNode ? ")" : ",";
  }
}
QByteArray tree(const QByteArray& html) {
  const PageDom dom = page(html);
  QByteArray out;
  for (NodeId i = dom[PageDom::kRoot].firstChild; i != kNoNode; i = dom[i].next) {
    write(dom, i, out);
    out += dom[i].next == kNoNode ? "" : ",";
  }
  return out;
}
// What must hold for every tree.
void check(const PageDom& dom) {
  for (NodeId i = 1; i < dom.size(); ++i) {
    QVERIFY(dom[i].parent < i && dom[i].end > i && dom[i].end <= dom[dom[i].parent].end);
    QCOMPARE(int(dom[i].depth), dom[dom[i].parent].depth + 1);
  }
}
} // namespace

// A page becomes a tree as browsers see it, whatever was left open, and in bounded time whatever the page is.
class TestPageDom : public QObject {
  Q_OBJECT
 private slots:
  void trees_data() {
    QTest::addColumn<QByteArray>("html");
    QTest::addColumn<QByteArray>("wanted");
    const auto row = [](const char* name, QByteArray html, QByteArray wanted) {
      QTest::newRow(name) << html << wanted;
    };
    row("plain", "<div><p>a</p><b>c</b></div>", "div(p(a),b(c))");
    row("paragraphs end themselves", "<p>a<p>b<div>c</div>", "p(a),p(b),div(c)");
    row("items end themselves", "<ul><li>a<li>b<ul><li>c</ul><li>d</ul>", "ul(li(a),li(b,ul(li(c))),li(d))");
    row("table parts", "<table><tr><td>a<td>b<tr><td>c</table>d", "table(tr(td(a),td(b)),tr(td(c))),d");
    row("definitions", "<dl><dt>a<dd>b<dt>c<dd>d</dl>", "dl(dt(a),dd(b),dt(c),dd(d))");
    row("options", "<select><option>a<option>b</select>c", "select(option(a),option(b)),c");
    row("void elements", "<br/><img src=x>a<input>b", "br,img,a,input,b");
    row("an end without a start", "<div>a</span></b>b</div>", "div(a,b)");
    row("inline does not end blocks", "<div><span><p>a</span>b</div>c", "div(span(p(a,b))),c");
    row("a cell holds", "<div><table><tr><td></div>a</table>b</div>", "div(table(tr(td(a))),b)");
    row("links do not nest", "<a href=x>a<a href=y>b</a>", "a(a),a(b)");
    row("capitals", "<DIV><P>a</P></DIV>", "div(p(a))");
    row("own elements", "<my-Price>5</MY-price>x", "my-price(5),x");
    row("head ends", "<head><title>t</title><div>a", "head(title(t)),div(a)");
    row("body twice", "<body>a<body>b</body>c", "body(a,b,c)");
    row("script is text", "<script>if(a<b)'</div>'</script>x", "script(if(a<b)'</div>'),x");
    row("comments", "a<!-- <b>x</b> -->b<!-->c", "a,b,c");
    row("a lone mark", "1 < 2 & 3 <4", "1,<,2 & 3,<,4");
    row("never closed tag", "a<div class=x", "a");
    row("empty", "", "");
  }
  void trees() {
    QFETCH(QByteArray, html);
    QTEST(tree(html), "wanted");
    check(page(html));
  }

  void attributes() {
    const PageDom dom =
        page("<p A='1 &amp; 2' b=x/y c d=\"&euro;&#49;&nbsp&copy\" e = f>&lt;5&#8364;&#x20ac;&#128;&bogus;&amp</p>");
    const NodeId p = dom[PageDom::kRoot].firstChild;
    QCOMPARE(dom.attribute(p, "a"), std::string_view("1 & 2"));
    QCOMPARE(dom.attribute(p, "b"), std::string_view("x/y"));
    QVERIFY(dom.find(p, "c") && dom.find(p, "c")->empty() && !dom.find(p, "z"));
    QCOMPARE(QByteArray(std::string(dom.attribute(p, "d")).c_str()), QByteArray("€1\u00A0©"));
    QCOMPARE(dom.attribute(p, "e"), std::string_view("f"));
    QCOMPARE(QByteArray(dom.textOf(p).c_str()), QByteArray("<5€€€&bogus;&"));
  }

  void charsets_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("contentType");
    QTest::addColumn<QString>("charset");
    const auto row = [](const char* name, QByteArray bytes, const char* type, const char* charset) {
      QTest::newRow(name) << bytes << QString::fromLatin1(type) << QString::fromLatin1(charset);
    };
    row("nothing said", "\xE2\x82\xAC", "", "utf-8");
    row("nothing said, not UTF-8", "\x80", "", "windows-1252");
    row("the header", "\xA4", "text/html; charset=ISO-8859-15", "iso-8859-15");
    row("the meta", "<meta charset=\"windows-1250\"> \x80", "text/html", "windows-1250");
    row("the old meta", "<meta http-equiv=Content-Type content='text/html; charset=windows-1251'>\x88", "",
        "windows-1251");
    row("a lie: it is UTF-8", "<meta charset=iso-8859-1>\xE2\x82\xAC", "text/html; charset=iso-8859-1", "utf-8");
    row("a lie: it is not UTF-8", "<meta charset=utf-8>\x80", "text/html; charset=utf-8", "windows-1252");
    row("no such charset", "<meta charset=klingon>\x80", "text/html; charset=\"", "windows-1252");
    row("a mark", "\xEF\xBB\xBF\xE2\x82\xAC", "text/html; charset=iso-8859-1", "utf-8");
    row("UTF-16", QByteArray("\xFF\xFE\xAC\x20", 4), "", "utf-16");
  }
  void charsets() {
    QFETCH(QByteArray, bytes);
    QFETCH(QString, contentType);
    const PageText text = readPageText(bytes, contentType);
    QTEST(text.charset, "charset");
    QVERIFY2(text.utf8.find("\xE2\x82\xAC") != std::string::npos, text.utf8.c_str());
  }

  void hostile_data() {
    QTest::addColumn<QByteArray>("html");
    const auto row = [](const char* name, const QByteArray& html) { QTest::newRow(name) << html; };
    row("nested div", QByteArray("<div>").repeated(100'000));
    row("nested and closed",
        QByteArray("<div>").repeated(100'000) + QByteArray("</div>").repeated(100'000) + "<p>x</p>");
    row("50 MB of nested tags", QByteArray("<b><i>").repeated(8'700'000));
    row("nested tables", QByteArray("<table><tr><td>").repeated(200'000));
    row("ends only", QByteArray("</p></div></b>").repeated(700'000));
    row("ends that reach nothing",
        "<div><table><tr><td>" + QByteArray("<b>").repeated(500) + QByteArray("</div>").repeated(1'000'000));
    row("attributes", "<p " + QByteArray("a=b ").repeated(2'000'000) + ">");
    row("one attribute", "<p a='" + QByteArray(9'000'000, 'x'));
    row("marks", QByteArray(10'000'000, '<'));
    row("references", QByteArray("&amp;&#1;&").repeated(900'000));
    row("comments not ended", QByteArray("<!--").repeated(2'000'000));
    row("scripts not ended", QByteArray("<script></scrip").repeated(600'000));
    row("zeros", QByteArray(10'000'000, '\0'));
    QByteArray noise(5'000'000, ' ');
    quint32 state = 7;
    for (char& c : noise)
      c = char((state = state * 1664525u + 1013904223u) >> 24);
    row("noise", noise);
  }
  void hostile() {
    QFETCH(QByteArray, html);
    const test::ProcessorTime timer;
    const PageDom dom = page(html);
    QVERIFY2(timer.elapsed() < 15'000,
             qPrintable(QString::number(timer.elapsed()))); // generous: sanitizers, busy machines
    QVERIFY(dom.size() <= 400'002);
    for (NodeId i = 1; i < dom.size(); ++i)
      if (dom[i].parent >= i || dom[i].end > dom[dom[i].parent].end || dom[i].depth > 514)
        QFAIL("the tree is not one");
    QVERIFY(dom.textOf(PageDom::kRoot).size() < 20'000);
  }
};

QTEST_GUILESS_MAIN(TestPageDom)
#include "tst_PageDom.moc"
