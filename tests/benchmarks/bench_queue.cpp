// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The approval queue of a big shop after a cycle: how long until it stands on the screen, how long to read and to save
// all decisions with their evidence, beside what SQLite takes for the same bytes alone.
// usage: bench_queue [skus] [weeks]
#include "benchmarks/Generator.h"
#include "benchmarks/Measure.h"
#include "engine/Workspace.h"

#include <QTemporaryDir>

#include <map>

using namespace pricewright;
using namespace pricewright::test;

namespace {

// The quickest of a few: the others were disturbed.
Lap best(int times, const std::function<void()>& work) {
  Lap quickest = lapOf(work);
  for (int i = 1; i < times; ++i)
    if (const Lap lap = lapOf(work); lap.seconds < quickest.seconds)
      quickest = lap;
  return quickest;
}

void row(const char* name, const Lap& lap, std::size_t rows, double megabytes = 0) {
  std::printf("%-52s %8.1f %8.1f %8zu", name, lap.seconds * 1e3, lap.cpu * 1e3, rows);
  megabytes > 0 ? std::printf(" %8.1f\n", megabytes) : std::printf("\n");
  std::fflush(stdout);
}

class Run {
 public:
  explicit Run(const GeneratorOptions& options) {
    qputenv("PRICEWRIGHT_WITNESS", m_dir.filePath(QStringLiteral("witness")).toUtf8());
    take(generateShop(m_dir.path(), options));
    NewWorkspace what;
    what.name = QStringLiteral("Bench");
    what.asOf = take(parseInstant(u"2025-12-29T03:00:00Z"));
    m_ws = take(Workspace::create(path(), what));
    for (const auto& [name, kind] : {std::pair{"products.csv", ImportKind::Products},
                                     {"sales.csv", ImportKind::Sales},
                                     {"costs.csv", ImportKind::Costs},
                                     {"offers.csv", ImportKind::CompetitorPrices}}) {
      const QString file = m_dir.filePath(QLatin1String(name));
      take(m_ws->importFile(file, take(m_ws->previewImport(file, kind)).mapping, {}));
    }
    // Everything to the queue: the most that it can hold.
    if (!m_ws->catalog().setSetting(m_ws->me(), QStringLiteral("guardrail.confidence"), 1.0))
      std::exit(1);
    CycleOptions how;
    how.seed = 1;
    how.publish = false;
    m_cycle = take(m_ws->runCycle(how, {}));
    for (const StationReport& s : m_cycle.stations)
      if (s.station == u"save")
        m_saving.seconds = double(s.took.count()) / 1000;
  }

  void read() {
    DecisionFilter all;
    all.most = 1'000'000;
    std::size_t count = 0;
    const auto open = [&] { count = take(m_ws->queue()).pending.size(); };
    const Lap first = lapOf(open);
    row("the queue, opened first", first, count);
    const Lap again = best(5, open);
    row("the queue, again", again, count);
    m_ws.reset();
    m_ws = take(Workspace::open(path(), OpenMode::ReadWrite));
    const Lap fresh = lapOf(open);
    row("the queue, in a new process", fresh, count);
    const Lap whole = best(5, [&] { m_decisions = take(m_ws->decisions().decisions(all)); });
    row("all decisions with their evidence", whole, m_decisions.size(),
        megabytes("SELECT sum(length(content)) FROM decision_evidence"));
  }

  void save() {
    if (m_saving.seconds > 0)
      std::printf("%-52s %8.1f %8s %8zu\n", "saving them, as the cycle reported", m_saving.seconds * 1e3, "",
                  m_decisions.size());
    std::map<QString, DecisionStore::CaseWithDecisions> byCase;
    for (const PriceDecision& d : m_decisions) {
      DecisionStore::CaseWithDecisions& one = byCase[d.caseId];
      if (one.decisions.empty())
        one.content = take(m_ws->decisions().pricingCase(d.caseId));
      one.decisions.push_back(d);
    }
    IdSource ids(m_ws->clock());
    std::vector<DecisionStore::CaseWithDecisions> cases;
    for (auto& [id, one] : byCase) {
      one.caseId = ids.next().toString();
      for (PriceDecision& d : one.decisions) {
        d.id = ids.next();
        d.caseId = one.caseId;
        d.contentHash = contentHash(d);
      }
      cases.push_back(std::move(one));
    }
    const QString cycle = take(m_ws->decisions().beginCycle(m_ws->me(), 2));
    row("saving as many again, which supersede them",
        lapOf([&] { take(done(m_ws->decisions().save(m_ws->me(), cycle, cases))); }), m_decisions.size());
  }

  void rawLimits() {
    std::printf("\nraw limits of this machine\n");
    Database& db = m_ws->database();
    const auto readAll = [&](const char* sql, int columns) {
      std::size_t bytes = 0;
      Query q = take(Query::prepare(db, sql));
      while (take(q.step()))
        for (int i = 0; i < columns; ++i)
          bytes += q.utf8(i).size();
      return bytes;
    };
    const Lap lists = best(5, [&] { readAll("SELECT id, content_hash, summary FROM decision", 3); });
    row("SQLite reading the queue's bytes alone", lists, m_decisions.size());
    const Lap evidence = best(5, [&] { readAll("SELECT content FROM decision_evidence", 1); });
    row("SQLite reading the evidence alone", evidence, m_decisions.size());
    const Lap written = lapOf([&] {
      auto raw = take(Database::open(m_dir.filePath(QStringLiteral("raw.pricewright")), OpenMode::CreateNew));
      if (!raw->execute(QStringLiteral("CREATE TABLE bytes (no INTEGER PRIMARY KEY, content TEXT) STRICT")))
        std::exit(1);
      Transaction in = take(Transaction::begin(*raw));
      Query from = take(Query::prepare(db, "SELECT content FROM decision_evidence LIMIT ?1"));
      from.bind(1, m_decisions.size());
      Query to = take(Query::prepare(*raw, "INSERT INTO bytes (content) VALUES (?1)"));
      while (take(from.step()))
        take(done(to.bind(1, from.utf8(0)).run()));
      take(done(in.commit()));
    });
    row("SQLite writing the evidence alone, to disk", written, m_decisions.size());
  }

 private:
  QString path() const { return m_dir.filePath(QStringLiteral("w.pricewright")); }
  static Result<bool> done(const Status& status) { return status ? Result<bool>(true) : status.error(); }
  double megabytes(const char* sql) {
    Query q = take(Query::prepare(m_ws->database(), sql));
    return take(q.step()) ? double(q.integer(0)) / 1e6 : 0;
  }

  QTemporaryDir m_dir;
  std::unique_ptr<Workspace> m_ws;
  CycleReport m_cycle;
  Lap m_saving;
  std::vector<PriceDecision> m_decisions;
};

} // namespace

int main(int count, char** words) {
  GeneratorOptions options;
  options.weeks = 52;
  if (count > 1)
    options.skus = std::atoi(words[1]);
  if (count > 2)
    options.weeks = std::atoi(words[2]);
  if (options.skus < 1 || options.weeks < 1)
    return 2;
  Run run(options);
  std::printf("%-52s %8s %8s %8s %8s\n", "", "ms", "of CPU", "rows", "MB");
  run.read();
  run.save();
  run.rawLimits();
  return 0;
}
