// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "matching/Matcher.h"

#include "support/TestData.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <algorithm>
#include <array>
#include <random>

using namespace pricewright;

namespace {

QByteArray bytesOf(const QString& path) {
  if (path.endsWith(QStringLiteral(".gz"))) {
    QProcess gzip;
    gzip.start(QStringLiteral("gzip"), {QStringLiteral("-dc"), path});
    gzip.waitForFinished(60'000);
    return gzip.readAllStandardOutput();
  }
  QFile file(path);
  return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList fieldsOf(const QString& line) {
  QStringList out{QString()};
  bool quoted = false;
  for (const QChar c : line) {
    if (c == u'"')
      quoted = !quoted;
    else if (c == u',' && !quoted)
      out.append(QString());
    else
      out.back() += c;
  }
  return out;
}

// Titles that a reader takes for the same: case, order of words and punctuation aside.
QString identity(const QString& title) {
  QString plain;
  for (const QChar c : title.toLower())
    plain += c.isLetterOrNumber() || c == u'.' ? c : QChar(u' ');
  QStringList words = plain.split(u' ', Qt::SkipEmptyParts);
  words.sort();
  return words.join(u' ');
}

QStringList titlesOf(const QString& path, std::initializer_list<int> columns) {
  QStringList out;
  QSet<QString> seen;
  const QStringList lines = QString::fromUtf8(bytesOf(path)).split(u'\n', Qt::SkipEmptyParts);
  for (const QString& line : lines.mid(1)) {
    const QStringList fields = fieldsOf(line.trimmed());
    QStringList parts;
    for (const int column : columns)
      if (const QString part = fields.value(column).simplified(); part != QLatin1String("NA"))
        parts.append(part);
    const QString title = parts.join(u' ');
    const QString id = identity(title);
    if (title.size() < 8 || !title.contains(u' ') || seen.contains(id))
      continue;
    seen.insert(id);
    out.append(title);
  }
  return out;
}

// Writes a title as another shop might.
class Rewriter {
 public:
  explicit Rewriter(unsigned seed) : m_random(seed) {}
  QString rewrite(const QString& title, int& packs) {
    QStringList words = title.split(u' ', Qt::SkipEmptyParts);
    packs = 1;
    if (chance(30))
      onLongWord(words, 5, [this](QString& w) { misspell(w); });
    if (chance(30))
      onLongWord(words, 6, [this](QString& w) { abbreviate(w); });
    respellUnits(words);
    if (chance(30) && words.size() > 3)
      std::swap(words[0], words[1]);
    QString out = words.join(u' ');
    const TitleFacts facts = parseTitle(title);
    if (chance(15) && facts.packCount == 1 && facts.content.unit != ContentUnit::Piece) {
      packs = 2 + int(m_random() % 11);
      out += QStringLiteral(" pack of %1").arg(packs);
    }
    if (chance(20))
      out += QStringLiteral(", new offer");
    return chance(50) ? out.toLower() : out;
  }
  bool chance(unsigned percent) { return m_random() % 100 < percent; }

 private:
  static bool onlyLetters(const QString& w) {
    return std::ranges::all_of(w, [](QChar c) { return c.isLetter(); });
  }
  template <class F> void onLongWord(QStringList& words, qsizetype length, F change) {
    std::vector<qsizetype> fit;
    for (qsizetype i = 0; i < words.size(); ++i)
      if (words[i].size() >= length && onlyLetters(words[i]))
        fit.push_back(i);
    if (!fit.empty())
      change(words[fit[m_random() % fit.size()]]);
  }
  void misspell(QString& w) {
    const auto at = qsizetype(1 + m_random() % unsigned(w.size() - 2));
    switch (m_random() % 3) {
    case 0:
      w.remove(at, 1);
      break;
    case 1:
      w.insert(at, w[at]);
      break;
    default:
      std::swap(w[at], w[at + 1]);
    }
  }
  void abbreviate(QString& w) {
    if (chance(50)) {
      w.truncate(4);
      return;
    }
    QString cut(w[0]);
    for (const QChar c : QStringView(w).mid(1))
      if (!QStringView(u"aeiouAEIOU").contains(c))
        cut += c;
    if (cut.size() >= 3)
      w = cut;
  }
  void respellUnits(QStringList& words) {
    for (qsizetype i = 0; i + 1 < words.size(); ++i) {
      bool number = false;
      const double value = words[i].toDouble(&number);
      if (!number || words[i + 1].compare(QLatin1String("oz"), Qt::CaseInsensitive) != 0)
        continue;
      const auto way = m_random() % 3;
      if (way == 0)
        words[i] = QString::number(value * 28.3495, 'f', 0), words[i + 1] = QStringLiteral("g");
      else if (way == 1)
        words[i] += QStringLiteral("oz"), words.removeAt(i + 1);
      else
        words[i + 1] = QStringLiteral("ounces");
    }
  }
  std::mt19937 m_random;
};

struct Quantity {
  QString name;
  double total = 0;
};
// The last "12 OZ" or "6pk" of a title, read apart from the matcher.
Quantity quantityOf(const QString& title) {
  static const QRegularExpression quantity(QStringLiteral("\\b([0-9]*\\.?[0-9]+) ?(oz|pk|ct|pc|lb)\\b"),
                                           QRegularExpression::CaseInsensitiveOption);
  const auto match = quantity.match(title);
  if (!match.hasMatch())
    return {identity(title), 0};
  const double pounds = match.captured(2).compare(QLatin1String("lb"), Qt::CaseInsensitive) == 0 ? 16 : 1;
  return {identity(QString(title).remove(match.capturedStart(), match.capturedLength())),
          match.captured(1).toDouble() * pounds};
}

// Another pack of the same name is right when the ratio told is the true one.
bool isPackOf(const QString& source, int packs, const QString& ours, const MatchScore& score) {
  const Quantity a = quantityOf(source), b = quantityOf(ours);
  if (a.name != b.name || a.total <= 0 || b.total <= 0)
    return false;
  const double truth = a.total * packs / b.total, told = double(score.theirPacks) / score.ourPacks;
  return std::abs(truth - told) <= 0.01 * truth;
}

struct Tally {
  int asked = 0, known = 0, named = 0, right = 0, unknownNamed = 0, packsWrong = 0;
  std::array<int, 10> binNamed{}, binRight{}; // of the best suggestion, by confidence
  double precision() const { return named > 0 ? double(right) / named : 1; }
  double recall() const { return known > 0 ? double(right) / known : 1; }
};

void note(Tally& t, const QString& theirs, const QStringList& ours, const Suggestion& best, bool right,
          bool packsRight) {
  const auto bin = std::size_t(std::clamp(int(best.score.confidence * 10), 0, 9));
  ++t.binNamed[bin], t.binRight[bin] += right;
  if (best.score.confidence < 0.8)
    return;
  ++t.named, t.right += right;
  t.packsWrong += right && !packsRight;
  if (!right && qEnvironmentVariableIsSet("PRICEWRIGHT_VERBOSE"))
    qInfo("%s -> %s (%.2f %s)", qPrintable(theirs), qPrintable(ours[best.ours]), best.score.confidence,
          qPrintable((best.score.evidence + best.score.objections).join(u' ')));
}

// Seven tenths of the titles are ours; the other shop has copies of all of them.
Tally tallyOf(const QStringList& titles, unsigned seed) {
  Rewriter rewriter(seed);
  std::vector<MatchProduct> ours;
  QStringList oursTitles;
  std::vector<bool> held;
  for (const QString& title : titles) {
    held.push_back(rewriter.chance(70));
    if (!held.back())
      continue;
    MatchProduct p;
    p.title = title;
    ours.push_back(p), oursTitles.append(title);
  }
  const Matcher matcher(ours);
  Tally t;
  for (qsizetype i = 0; i < titles.size(); i += std::max<qsizetype>(1, titles.size() / 2500)) {
    int packs = 1;
    MatchProduct theirs;
    theirs.title = rewriter.rewrite(titles[i], packs);
    ++t.asked, t.known += held[std::size_t(i)];
    const auto got = matcher.suggest(theirs, 1, 0.0);
    if (got.empty())
      continue;
    const bool itself = held[std::size_t(i)] && oursTitles[got[0].ours] == titles[i];
    const bool right = itself || isPackOf(titles[i], packs, oursTitles[got[0].ours], got[0].score);
    t.unknownNamed += !held[std::size_t(i)] && !right && got[0].score.confidence >= 0.8;
    note(t, theirs.title, oursTitles, got[0], right,
         !itself || (got[0].score.theirPacks == packs && got[0].score.ourPacks == 1));
  }
  return t;
}

} // namespace

// Real titles, rewritten as another shop might write them: what is named at 0.8 must be right.
class TestRealTitles : public QObject {
  Q_OBJECT
 private slots:
  void whatIsNamedIsRight_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>("first");
    QTest::addColumn<int>("second");
    QTest::addColumn<double>("leastRecall");
    QTest::newRow("gifts") << "/online_retail/products.csv" << 1 << 1 << 0.5;
    QTest::newRow("beers") << "/dominicks_beer/beer_upc.csv" << 1 << 1 << 0.5;
    QTest::newRow("groceries") << "/complete_journey/products.csv.gz" << 5 << 6 << 0.5;
  }
  void whatIsNamedIsRight() {
    const QString folder = test::realDataFolder();
    if (folder.isEmpty())
      QSKIP("no folder of real data");
    QFETCH(QString, file);
    QFETCH(int, first);
    QFETCH(int, second);
    QFETCH(double, leastRecall);
    if (!QFile::exists(folder + file))
      QSKIP("the file is not there");
    const QStringList titles =
        first == second ? titlesOf(folder + file, {first}) : titlesOf(folder + file, {first, second});
    QVERIFY(titles.size() > 100);
    const Tally t = tallyOf(titles, 20'240);
    qInfo("%d titles, %d asked: precision %.4f recall %.4f at 0.8; of %d not ours, %d named; packs wrong %d",
          int(titles.size()), t.asked, t.precision(), t.recall(), t.asked - t.known, t.unknownNamed, t.packsWrong);
    for (std::size_t i = 0; i < 10; ++i)
      qInfo("  confidence %.1f: %d of %d right", double(i) / 10, t.binRight[i], t.binNamed[i]);
    QVERIFY(t.precision() >= 0.97);
    QVERIFY(t.recall() >= leastRecall);
  }
};

QTEST_GUILESS_MAIN(TestRealTitles)
#include "tst_RealTitles.moc"
