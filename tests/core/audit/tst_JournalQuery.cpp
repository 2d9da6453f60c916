// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/Journal.h"
#include "audit/JournalQuery.h"

#include <QTest>

#include <algorithm>
#include <random>

using namespace pricewright;

// What whoever looks something up relies on: paging through a filter shows exactly the entries that fit it, newest
// first, none twice and none missing, whatever the filter; and a search can be stopped without losing what it found.
class tst_JournalQuery : public QObject {
  Q_OBJECT

  static constexpr int kEntries = 900;
  FixedClock m_clock{fromMillis(1'700'000'000'000)};
  IdSource m_ids{m_clock, 7};
  std::unique_ptr<Database> m_db;
  std::unique_ptr<Journal> m_journal;
  std::vector<AuditEntry> m_all;

  Status fill() {
    std::mt19937 random(11);
    const QStringList who{"anna", "bert", "system"},
        what{"decision.approved", "decision.rejected", "sku.changed", "setting.changed"};
    PW_TRY(Transaction t, Transaction::begin(*m_db));
    for (int i = 0; i < kEntries; ++i) {
      // Now and then somebody sets the clock back.
      m_clock.advance(Duration(random() % 50 == 0 ? -600'000 : 20'000));
      const QString kind = what[int(random() % 4)];
      const Actor actor{who[int(random() % 3)], QStringLiteral("manager"), false};
      const QString row = QStringLiteral("r%1").arg(random() % 40);
      const QJsonObject body{{"note", random() % 30 == 0 ? "Seen \"twice\" at 100_%" : "plain"},
                             {"n", int(random() % 100)}};
      PW_CHECK(m_journal->append(actor, kind, kind.section(u'.', 0, 0), row, body));
    }
    return t.commit();
  }

  static bool fits(const AuditEntry& e, const JournalFilter& f) {
    const auto oneOf = [](const QString& value, const QStringList& list) {
      return list.isEmpty() || std::any_of(list.begin(), list.end(), [&](const QString& w) {
               return w.endsWith(u'.') ? value.startsWith(w) : value == w;
             });
    };
    if (!oneOf(e.actor, f.actors) || !oneOf(e.kind, f.kinds) || (f.from && e.at < *f.from) || (f.to && e.at >= *f.to))
      return false;
    if (f.subjects && std::none_of(f.subjects->begin(), f.subjects->end(), [&](const JournalSubject& s) {
          return s.table == e.table && (s.prefix ? e.rowId.startsWith(s.id) : e.rowId == s.id);
        }))
      return false;
    if (f.text.isEmpty())
      return true;
    const auto has = [&](const QString& where) { return where.contains(f.text, Qt::CaseInsensitive); };
    return has(e.body["note"].toString()) || has(e.rowId) || has(e.kind) || has(e.actor);
  }

  std::vector<qint64> expected(const JournalFilter& f) const {
    std::vector<qint64> numbers;
    for (auto e = m_all.rbegin(); e != m_all.rend(); ++e)
      if (fits(*e, f))
        numbers.push_back(e->sequence);
    return numbers;
  }

  Result<std::vector<qint64>> paged(const JournalFilter& f, int most) {
    const JournalQuery query(*m_db, f);
    std::vector<qint64> numbers;
    JournalCursor cursor;
    for (int pages = 0; pages < 2 * kEntries; ++pages) {
      PW_TRY(const JournalPage page, query.page(cursor, most));
      if (page.rows.size() > std::size_t(most))
        return fail(QStringLiteral("test.too-many"));
      for (const JournalRow& row : page.rows)
        numbers.push_back(row.sequence);
      if (page.end)
        return numbers;
      cursor = page.next;
    }
    return fail(QStringLiteral("test.no-end"));
  }

 private slots:
  void initTestCase() {
    m_db = std::move(*Database::open(QStringLiteral(":memory:"), OpenMode::ReadWrite));
    m_journal = std::make_unique<Journal>(*m_db, m_clock, m_ids);
    const Status filled = fill();
    QVERIFY2(filled, filled ? "" : qPrintable(filled.error().debugText()));
    m_all = *m_journal->entries(0, kEntries + 1);
    QCOMPARE(m_all.size(), std::size_t(kEntries));
  }

  void pagesShowExactlyWhatFits_data() {
    QTest::addColumn<QStringList>("actors");
    QTest::addColumn<QStringList>("kinds");
    QTest::addColumn<int>("from"); // entry whose time it is; 0: open
    QTest::addColumn<int>("to");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("about");
    const QStringList any;
    QTest::newRow("all") << any << any << 0 << 0 << QString() << false;
    QTest::newRow("who") << QStringList{"bert"} << any << 0 << 0 << QString() << false;
    QTest::newRow("two of them") << QStringList{"bert", "anna"} << any << 0 << 0 << QString() << false;
    QTest::newRow("nobody") << QStringList{"zoe"} << any << 0 << 0 << QString() << false;
    QTest::newRow("what") << any << QStringList{"sku.changed"} << 0 << 0 << QString() << false;
    QTest::newRow("a family") << any << QStringList{"decision."} << 0 << 0 << QString() << false;
    QTest::newRow("who and what") << QStringList{"anna"} << QStringList{"decision.", "sku.changed"} << 0 << 0
                                  << QString() << false;
    QTest::newRow("since") << any << any << 500 << 0 << QString() << false;
    QTest::newRow("until") << any << any << 0 << 300 << QString() << false;
    QTest::newRow("between") << QStringList{"anna"} << any << 300 << 400 << QString() << false;
    QTest::newRow("never") << any << any << 400 << 100 << QString() << false;
    QTest::newRow("text") << any << any << 0 << 0 << QStringLiteral("twice") << false;
    QTest::newRow("text, other case") << any << any << 0 << 0 << QStringLiteral("SEEN") << false;
    QTest::newRow("quotes") << any << any << 0 << 0 << QStringLiteral("\"twice\"") << false;
    QTest::newRow("wildcards are plain") << any << any << 0 << 0 << QStringLiteral("0_%") << false;
    QTest::newRow("nowhere") << any << any << 0 << 0 << QStringLiteral("0%_") << false;
    QTest::newRow("text of what") << QStringList{"anna"} << any << 0 << 0 << QStringLiteral("reject") << false;
    QTest::newRow("about") << any << any << 0 << 0 << QString() << true;
    QTest::newRow("about, by, what") << QStringList{"bert"} << QStringList{"decision."} << 200 << 800 << QString()
                                     << true;
    QTest::newRow("about, text") << any << any << 0 << 0 << QStringLiteral("twice") << true;
  }
  void pagesShowExactlyWhatFits() {
    QFETCH(QStringList, actors);
    QFETCH(QStringList, kinds);
    QFETCH(int, from);
    QFETCH(int, to);
    QFETCH(QString, text);
    QFETCH(bool, about);
    JournalFilter filter;
    filter.actors = actors;
    filter.kinds = kinds;
    filter.text = text;
    if (from)
      filter.from = m_all[std::size_t(from)].at;
    if (to)
      filter.to = m_all[std::size_t(to)].at;
    if (about)
      filter.subjects = std::vector<JournalSubject>{{"decision", "r7"}, {"sku", "r1", true}, {"nothing", "x"}};
    const std::vector<qint64> wanted = expected(filter);
    for (const int most : {1, 7, 100, 5000}) {
      const auto found = paged(filter, most);
      QVERIFY2(found, found ? "" : qPrintable(found.error().debugText()));
      QCOMPARE(*found, wanted);
    }
  }

  void aboutNothingFindsNothing() {
    JournalFilter filter;
    filter.subjects.emplace();
    QCOMPARE(paged(filter, 50).value_or(std::vector<qint64>{1}), std::vector<qint64>{});
  }

  // Any number can be gone to at once: numbers have no gaps.
  void anyPlaceIsOneStepAway() {
    const auto page = JournalQuery(*m_db, {}).page({401, {}}, 100);
    QVERIFY(page);
    QCOMPARE(page->newest, kEntries);
    QCOMPARE(page->rows.front().sequence, 400);
    QCOMPARE(page->rows.back().sequence, 301);
    QCOMPARE(page->next.before, 301);
  }

  void aStoppedSearchGoesOnWhereItWas() {
    JournalFilter filter;
    filter.text = QStringLiteral("twice");
    std::stop_source source;
    source.request_stop();
    const JournalQuery query(*m_db, filter);
    const auto stopped = query.page({}, 1000, {source.get_token(), {}});
    QVERIFY(stopped);
    QVERIFY2(!stopped->end || stopped->rows.size() == expected(filter).size(), "stopped is not the end");
    const auto rest = query.page(stopped->next, 1000);
    QVERIFY(rest && rest->end);
    std::vector<qint64> numbers;
    for (const auto* page : {&*stopped, &*rest})
      for (const JournalRow& row : page->rows)
        numbers.push_back(row.sequence);
    QCOMPARE(numbers, expected(filter));
  }

  void theChoicesAreWhatIsThere() {
    QCOMPARE(JournalQuery::actors(*m_db).value_or(QStringList()), (QStringList{"anna", "bert", "system"}));
    QCOMPARE(JournalQuery::kinds(*m_db).value_or(QStringList()),
             (QStringList{"decision.approved", "decision.rejected", "setting.changed", "sku.changed"}));
  }

  void theEntryBeforeIsOfTheSameRow() {
    for (const AuditEntry& e : m_all) {
      if (e.table != u"sku")
        continue;
      qint64 wanted = 0;
      for (const AuditEntry& o : m_all)
        if (o.table == e.table && o.rowId == e.rowId && o.sequence < e.sequence)
          wanted = o.sequence;
      const auto row = JournalQuery::entry(*m_db, e.sequence);
      QVERIFY(row && *row);
      const auto before = JournalQuery::before(*m_db, **row, QStringLiteral("sku."));
      QVERIFY(before);
      QCOMPARE(*before ? (*before)->sequence : 0, wanted);
    }
    const auto none = JournalQuery::entry(*m_db, kEntries + 1);
    QVERIFY(none && !*none);
  }

  void anEmptyJournalHasOneEmptyPage() {
    auto db = Database::open(QStringLiteral(":memory:"), OpenMode::ReadWrite);
    const auto page = JournalQuery(**db, {}).page({}, 10);
    QVERIFY(page && page->rows.empty() && page->end && page->newest == 0);
  }

  // An entry whose body somebody made unreadable is still shown.
  void aDamagedEntryIsShown() {
    QVERIFY(m_db->execute(QStringLiteral("DROP TRIGGER audit_is_append_only_update; "
                                         "UPDATE audit_entry SET body = 'no JSON' WHERE sequence = 17")));
    const auto page = JournalQuery(*m_db, {}).page({20, {}}, 5);
    QVERIFY(page);
    QCOMPARE(page->rows[2].body, QByteArray("no JSON"));
    const auto report = m_journal->verify();
    QVERIFY(report && report->brokenAt == 17);
  }
};

QTEST_GUILESS_MAIN(tst_JournalQuery)
#include "tst_JournalQuery.moc"
