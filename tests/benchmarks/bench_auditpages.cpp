// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The journal as the audit page asks for it, with 1,000,000 entries: the first page, page 5,000, pages of filters, a
// text that is rare; each beside SQLite alone with the barest statement for the same rows. Then verifying, writing a
// proof and checking it.
#include "audit/Proof.h"
#include "benchmarks/Measure.h"
#include "engine/views/AuditView.h"

#include <QCoreApplication>
#include <QTemporaryDir>

#include <algorithm>
#include <random>

using namespace pricewright;
using namespace pricewright::test;

namespace {

constexpr int kEntries = 1'000'000, kPage = 100, kRuns = 15;

double middleMs(const std::function<void()>& work) {
  std::vector<double> times;
  for (int i = 0; i < kRuns; ++i)
    times.push_back(lapOf(work).seconds * 1000);
  std::sort(times.begin(), times.end());
  return times[times.size() / 2];
}

void row(const char* what, double ms, double alone = -1, double most = -1) {
  std::printf("%-46s %10.2f ms", what, ms);
  if (alone >= 0)
    std::printf("   SQLite alone %9.2f ms", alone);
  if (most >= 0)
    std::printf("   limit %.0f ms: %s", most, ms <= most ? "kept" : "MISSED");
  std::printf("\n");
}

void fill(Database& db, Journal& journal) {
  std::mt19937 random(3);
  const QStringList who{"anna", "bert", "carla", "dora", "emil", "system"};
  const QStringList what{"decision.approved", "decision.rejected", "decision.pending", "decision.published",
                         "price.changed"};
  for (int made = 0; made < kEntries;) {
    Transaction t = take(Transaction::begin(db));
    const Actor actor{who[int(random() % 6)], QStringLiteral("manager"), true};
    std::vector<NewEntry> some;
    for (int k = 0; k < 1'000; ++k, ++made) {
      const QString kind = random() % 2'000 == 0 ? QStringLiteral("setting.changed") : what[int(random() % 5)];
      const QString sku = QStringLiteral("SKU-%1").arg(random() % 10'000, 5, 10, QLatin1Char('0'));
      some.push_back({kind,
                      kind.startsWith(u"price") ? QStringLiteral("price") : QStringLiteral("decision"),
                      kind.startsWith(u"price") ? sku + QStringLiteral("|main|store|regular") : QString::number(made),
                      {{QStringLiteral("sku"), sku},
                       {QStringLiteral("zone"), QStringLiteral("main")},
                       {QStringLiteral("current"), QStringLiteral("3.49")},
                       {QStringLiteral("proposed"), QStringLiteral("3.%1").arg(made % 100)},
                       {QStringLiteral("content_hash"), QStringLiteral("%1").arg(made, 64, 16, QLatin1Char('0'))},
                       {QStringLiteral("comment"), made == 1'234 ? QStringLiteral("the only one") : QString()}}});
    }
    if (!journal.appendAll(actor, some) || !t.commit())
      std::exit(1);
  }
}

void readAlone(Database& db, const char* sql) {
  Query q = take(Query::prepare(db, sql));
  while (take(q.step()))
    q.blob(7);
}

#define PW_ALL "SELECT * FROM audit_entry "

} // namespace

int main(int argc, char** argv) {
  const QCoreApplication app(argc, argv);
  const QTemporaryDir folder;
  qputenv("PRICEWRIGHT_WITNESS", folder.filePath(QStringLiteral("witness")).toLocal8Bit());
  const QString path = folder.filePath(QStringLiteral("w.pricewright"));
  {
    auto made = take(Workspace::create(path, {QStringLiteral("Bench"), QStringLiteral("USD"), {}, {}}));
    Sku known;
    known.code = known.name = QStringLiteral("SKU-00042");
    if (!made->catalog().putCategory(made->me(), {0, QStringLiteral("ALL"), QStringLiteral("All")}))
      return 1;
    known.categoryNo = take(made->catalog().load()).categories.front().no;
    if (!made->catalog().putSku(made->me(), known))
      return 1;
    row("making 1,000,000 entries", lapOf([&] { fill(made->database(), made->journal()); }).seconds * 1000);
  }
  auto opened = take(Workspace::open(path, OpenMode::ReadOnly));
  Workspace& w = *opened;
  Database& db = w.database();
  const auto page = [&](const AuditFilter& filter, qint64 before = std::numeric_limits<qint64>::max()) {
    return middleMs([&] { take(auditPage(w, filter, {before, {}}, kPage)); });
  };
  row("first opening: page and choices",
      lapOf([&] { take(auditPage(w, {}, {}, kPage)), take(auditChoices(w)); }).seconds * 1000, -1, 50);
  row("first page", page({}), middleMs([&] { readAlone(db, PW_ALL "ORDER BY sequence DESC LIMIT 100"); }), 50);
  row("page 5,000", page({}, 500'001),
      middleMs([&] { readAlone(db, PW_ALL "WHERE sequence < 500001 ORDER BY sequence DESC LIMIT 100"); }), 50);
  row("  the same with OFFSET",
      middleMs([&] { readAlone(db, PW_ALL "ORDER BY sequence DESC LIMIT 100 OFFSET 499900"); }));
  AuditFilter who, what, both, period, sku, text, never;
  who.actors = QStringList{"dora"};
  what.kinds = QStringList{"setting.changed"};
  both.actors = QStringList{"anna"};
  both.kinds = QStringList{"decision."};
  const auto middle = take(JournalQuery::entry(db, 500'000));
  period.to = middle->at;
  sku.sku = QStringLiteral("SKU-00042");
  text.text = QStringLiteral("the only one");
  never.text = QStringLiteral("nowhere at all");
  row("by one of six people", page(who),
      middleMs([&] { readAlone(db, PW_ALL "WHERE actor = 'dora' ORDER BY sequence DESC LIMIT 100"); }), 50);
  row("of a kind that is rare (1 in 2,000)", page(what),
      middleMs([&] { readAlone(db, PW_ALL "WHERE kind = 'setting.changed' ORDER BY sequence DESC LIMIT 100"); }), 50);
  row("by one, of a family of kinds", page(both), -1, 50);
  row("up to a time in the middle", page(period), -1);
  row("about one SKU of 10,000", page(sku), -1, 50);
  row("a text that stands once, among the oldest", lapOf([&] { take(auditPage(w, text, {}, kPage)); }).seconds * 1000,
      lapOf([&] { readAlone(db, PW_ALL "WHERE body LIKE '%the only one%'"); }).seconds * 1000);
  row("  within its time of 100 ms",
      middleMs([&] { take(auditPage(w, never, {}, kPage, {}, std::chrono::milliseconds(100))); }));
  row("verify", lapOf([&] { take(verifyAudit(w, {})); }).seconds * 1000);
  const QString proof = folder.filePath(QStringLiteral("proof.jsonl"));
  row("write a proof of all", lapOf([&] { take(exportAudit(w, {}, proof, AuditFormat::Proof, {})); }).seconds * 1000);
  row("check it", lapOf([&] {
                    QFile file(proof);
                    if (!file.open(QIODevice::ReadOnly) || !take(checkProof(file)).intact())
                      std::exit(1);
                  }).seconds *
                      1000);
  std::printf("proof: %lld MB; peak memory %ld MB\n", qint64(QFileInfo(proof).size() / 1'000'000), peakMegabytes());
  return 0;
}
