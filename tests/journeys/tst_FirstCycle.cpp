// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The first day with the program: files in, a cycle, the queue, an approval, the price list, a rollback, the proof.
#include "base/Json.h"
#include "support/SmallMarket.h"

#include <QTest>

using namespace pricewright;
using namespace pricewright::test;

namespace {

constexpr int kSkus = 8, kWeeks = 104;

double basePrice(int sku) { return 1.99 + 0.5 * sku; }
QString code(int sku) { return QStringLiteral("00%1").arg(sku); } // leading zeros are part of a code

class FirstDay {
 public:
  QTemporaryDir dir;
  FixedClock clock{take(parseInstant(u"2026-03-02T09:00:00Z"))};
  std::unique_ptr<Workspace> ws;

  FirstDay() {
    qputenv("PRICEWRIGHT_WITNESS", dir.filePath(QStringLiteral("witness")).toUtf8());
    NewWorkspace what;
    what.name = QStringLiteral("Tea house");
    what.userName = QStringLiteral("dora");
    ws = take(Workspace::create(path(), what, &clock));
    need(ws->catalog().putUser(ws->me(), {QStringLiteral("max"), {}, QStringLiteral("manager")}));
    // Who runs the test directs too: a workspace is opened as him.
    need(ws->catalog().putUser(ws->me(), {operatingSystemUser(), {}, QStringLiteral("director")}));
  }
  QString path() const { return dir.filePath(QStringLiteral("tea.pricewright")); }
  QString write(const char* name, const QByteArray& text) const {
    QFile file(dir.filePath(QLatin1String(name)));
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
      qFatal("cannot write the test's file");
    return file.fileName();
  }
  ImportReport import(const QString& file, ImportKind kind) {
    const ImportPreview preview = take(ws->previewImport(file, kind));
    if (!preview.missing.isEmpty())
      qFatal("missing fields: %s", qPrintable(preview.missing.join(u' ')));
    return take(ws->importFile(file, preview.mapping, {}));
  }
  QByteArray products() const {
    QByteArray text = "sku;name;category;pack_size;pack_unit\n";
    for (int s = 1; s <= kSkus; ++s)
      text += code(s).toLatin1() + ";Tea no. " + QByteArray::number(s) + ";TEA;250;g\n";
    return text;
  }
  QByteArray costs() const {
    QByteArray text = "sku;zone;day;cost\n";
    for (int s = 1; s <= kSkus; ++s)
      text += code(s).toLatin1() + ";Berlin;2025-10-01;" +
              QByteArray::number(basePrice(s) * 0.55, 'f', 4).replace('.', ',') + "\n";
    return text;
  }
  QByteArray sales() const {
    QByteArray text = "sku;zone;week;units;price;regular\n";
    for (int s = 1; s <= kSkus; ++s) {
      Random random(std::uint64_t(s) * 31);
      double factor = 1;
      for (int w = 0; w < kWeeks; ++w) {
        if (w % 4 == 0)
          factor = w >= kWeeks - 4 ? 1 : 0.85 + 0.05 * double(random.next() % 7);
        const double price = std::round(basePrice(s) * factor * 100) / 100;
        const double units =
            80 * std::pow(price / basePrice(s), s % 3 == 0 ? -4.0 : -1.7) * std::exp(0.08 * random.normal());
        const QByteArray shown = QByteArray::number(price, 'f', 2).replace('.', ',');
        text += code(s).toLatin1() + ";Berlin;" +
                isoDay(dayOf(clock.now()) - std::chrono::days(7 * (kWeeks - w))).toLatin1() + ";" +
                QByteArray::number(std::llround(units)) + ";" + shown + ";" + shown + "\n";
      }
    }
    return text;
  }
  QByteArray offers() const {
    QByteArray text = "sku;zone;competitor;price;observed;source\n";
    for (int s = 1; s <= kSkus; ++s)
      for (const char* rival : {"North", "South", "West"})
        text += code(s).toLatin1() + ";Berlin;" + rival + ";" +
                QByteArray::number(basePrice(s) * 1.02, 'f', 2).replace('.', ',') + ";2026-03-02T08:00:00Z;feed\n";
    return text;
  }
  QByteArray list(const char* extension = "csv") const {
    QFile file(path() + QStringLiteral(".prices/store.") + QLatin1String(extension));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
  }
};

} // namespace

class TestFirstCycle : public QObject {
  Q_OBJECT
 private slots:
  // What is decided is kept for good, and so is what it was decided about; the refusal says just that.
  void whatWasDecidedAboutIsNotTakenBack() {
    FirstDay day;
    const ImportReport sales = day.import(day.write("sales.csv", day.sales()), ImportKind::Sales);
    take(day.ws->undoImport(sales.batchId));
    const ImportReport again = day.import(day.dir.filePath(QStringLiteral("sales.csv")), ImportKind::Sales);
    take(day.ws->runCycle({}, {}));
    QCOMPARE(day.ws->undoImport(again.batchId).error().code, QStringLiteral("import.decided-since"));
  }

  void theFirstDay() {
    FirstDay day;
    // 1. Files in; the same file again changes nothing.
    QCOMPARE(day.import(day.write("products.csv", day.products()), ImportKind::Products).rejected, qint64(0));
    QCOMPARE(day.import(day.write("costs.csv", day.costs()), ImportKind::Costs).rejected, qint64(0));
    QCOMPARE(day.import(day.write("sales.csv", day.sales()), ImportKind::Sales).added, qint64(kSkus * kWeeks));
    QCOMPARE(day.import(day.write("offers.csv", day.offers()), ImportKind::CompetitorPrices).rejected, qint64(0));
    QVERIFY(day.import(day.dir.filePath(QStringLiteral("sales.csv")), ImportKind::Sales).nothingChanged);

    // 2. A cycle: everything is decided, the list is complete.
    need(day.ws->catalog().setSetting(day.ws->me(), QStringLiteral("guardrail.confidence"),
                                      1.0)); // the careful first day
    CycleOptions options;
    options.seed = 11;
    QStringList steps;
    const CycleReport report =
        take(day.ws->runCycle(options, {{}, [&](std::string_view step, double) {
                                          steps << QString::fromUtf8(step.data(), qsizetype(step.size()));
                                        }}));
    QCOMPARE(report.state, QStringLiteral("finished"));
    QVERIFY(steps.contains(QStringLiteral("decide")) && steps.contains(QStringLiteral("publish")));
    QCOMPARE(day.list().count('\n'), qsizetype(kSkus + 1));
    QVERIFY(day.list().contains("\r\n001,Tea no. 1,Berlin,2.49,"));

    // 3. The queue: who needs me, by value at stake.
    QueueSnapshot queue = take(day.ws->queue());
    QVERIFY(queue.pending.size() >= 2);
    for (std::size_t i = 1; i < queue.pending.size(); ++i)
      QVERIFY(queue.pending[i - 1].stake >= queue.pending[i].stake);
    QCOMPARE(queue.byReason.value(queue.pending.front().primaryReason) > 0, true);
    const QueueRow row = queue.pending.front();
    QVERIFY(row.sku.startsWith(QStringLiteral("00")) && row.proposed != row.now && row.costKnown);
    const DecisionDetail detail = take(day.ws->detail(row.id));
    QCOMPARE(detail.decision.contentHash, row.contentHash);
    QCOMPARE(detail.pricingCase->listings[std::size_t(detail.listingIndex)].skuCode, row.sku);

    // 4. Every number can be computed again, to the bit.
    const ReplayReport replay = take(day.ws->replay(row.id));
    QVERIFY2(replay.sameBits, qPrintable(replay.differences.join(u' ')));
    QCOMPARE(replay.decisions, kSkus);

    // 5. Approve two, take one back.
    const Ask asks[] = {{row.id, row.contentHash}, {queue.pending[1].id, queue.pending[1].contentHash}};
    for (const Answer& answer : take(day.ws->approve(asks)))
      QVERIFY2(answer.done, qPrintable(answer.why.debugText()));
    queue = take(day.ws->queue());
    QCOMPARE(queue.approved.size(), std::size_t(2));
    QVERIFY(*queue.approved.front().releaseAt - day.clock.now() >= std::chrono::seconds(60));
    QVERIFY(take(day.ws->undo({&asks[1].decision, 1})).front().done);
    QCOMPARE(take(day.ws->queue()).approved.size(), std::size_t(1));

    // 6. Not before its release; then it is in the list, read back and recorded.
    QVERIFY(take(day.ws->publish({})).empty());
    day.clock.advance(std::chrono::minutes(2));
    const auto published = take(day.ws->publish({}));
    QCOMPARE(published.front().state, QStringLiteral("published"));
    QCOMPARE(published.front().prices, 1);
    const QByteArray entry = "\r\n" + row.sku.toLatin1() + "," + row.product.toLatin1() + ",Berlin," +
                             row.proposed.toString().toLatin1() + ",";
    QVERIFY2(day.list().contains(entry), day.list().constData());
    QVERIFY(take(parseObject(day.list("json")))[QStringLiteral("content_sha256")].toString().size() == 64);
    QCOMPARE(take(day.ws->undo({&row.id, 1})).front().why.code, QStringLiteral("approval.too-late-to-undo"));

    // 7. Rolled back as one step.
    const auto decision = take(day.ws->decisions().decision(row.id));
    QCOMPARE(take(day.ws->rollBackBatch(*decision.batchNo)).prices, 1);
    QVERIFY(!day.list().contains(entry));
    QCOMPARE(take(day.ws->decisions().decision(row.id)).state, DecisionState::RolledBack);

    // 8. The proof: the chain is whole, inside and against its witness outside the file.
    const ChainReport chain = take(day.ws->verifyAudit());
    QVERIFY2(chain.intact(), qPrintable(chain.why));
    QCOMPARE(chain.witnessed, std::optional<qint64>(chain.entries));
    const auto trail = take(day.ws->journal().entriesFor(QStringLiteral("decision"), row.id.toString()));
    QStringList kinds;
    for (const AuditEntry& e : trail)
      kinds << e.kind;
    QCOMPARE(kinds, (QStringList{QStringLiteral("decision.pending"), QStringLiteral("decision.approved"),
                                 QStringLiteral("decision.published"), QStringLiteral("decision.rolled-back")}));

    // 9. Somebody cuts the end of the journal off: the witness tells.
    day.ws.reset();
    auto db = take(Database::open(day.path(), OpenMode::ReadWrite));
    need(db->execute(
        QStringLiteral("DROP TRIGGER audit_is_append_only_delete; DELETE FROM audit_entry WHERE sequence > %1")
            .arg(chain.entries - 3)));
    db.reset();
    // In a copy elsewhere, too: looking at it must not vouch for it.
    const QString copy = day.path() + QStringLiteral(".copy");
    QVERIFY(QFile::copy(day.path(), copy));
    for (int look = 0; look < 2; ++look)
      QCOMPARE(take(take(Workspace::open(copy, OpenMode::ReadWrite, &day.clock))->verifyAudit()).why,
               QStringLiteral("truncated"));
    day.ws = take(Workspace::open(day.path(), OpenMode::ReadWrite, &day.clock));
    const ChainReport cut = take(day.ws->verifyAudit());
    QVERIFY(!cut.intact());
    QCOMPARE(cut.why, QStringLiteral("truncated"));

    // 10. Nothing is written on top of it until a director answers for it; looking is still possible.
    QVERIFY(day.ws->queue());
    QCOMPARE(day.ws->runCycle({}, {}).error().code, QStringLiteral("audit.head-differs"));
    QVERIFY(!day.ws->catalog().setSetting(day.ws->me(), QStringLiteral("guardrail.margin.percent"), 5));
    QCOMPARE(day.ws->acceptHistory(QStringLiteral("  ")).error().code, QStringLiteral("audit.reason-missing"));
    QVERIFY(day.ws->acceptHistory(QStringLiteral("The backup of Monday was put back")));
    QVERIFY(take(day.ws->verifyAudit()).intact());
    QCOMPARE(take(day.ws->journal().entries(chain.entries - 3, 1)).front().kind, QStringLiteral("history.accepted"));
    QVERIFY(day.ws->catalog().setSetting(day.ws->me(), QStringLiteral("guardrail.margin.percent"), 5));
    QCOMPARE(take(day.ws->verifyAudit()).witnessed.value_or(-1), chain.entries - 1); // settings are witnessed too
  }
};

QTEST_GUILESS_MAIN(TestFirstCycle)
#include "tst_FirstCycle.moc"
