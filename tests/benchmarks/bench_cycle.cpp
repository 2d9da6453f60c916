// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A big shop's first day: everything that it has comes in from CSV files, one cycle prices it and publishes. Where the
// time goes, beside what reading the file, SQLite's inserts and writing the same bytes would take alone.
// usage: bench_cycle [skus] [weeks]
#include "base/Parallel.h"
#include "benchmarks/Generator.h"
#include "benchmarks/Measure.h"
#include "engine/Workspace.h"
#include "pipeline/evaluator/Evaluator.h"
#include "pipeline/guardrail/Guardrail.h"
#include "pipeline/optimizer/Optimizer.h"

#include <QFileInfo>
#include <QTemporaryDir>

#include <unistd.h>

using namespace pricewright;
using namespace pricewright::test;

namespace {

void row(const char* name, double seconds, double cpu, double rows = 0) {
  std::printf("%-46s %8.2f", name, seconds);
  cpu > 0 ? std::printf(" %8.2f", cpu) : std::printf(" %8s", "");
  rows > 0 ? std::printf(" %12.0f %12.0f\n", rows, rows / seconds) : std::printf("\n");
  std::fflush(stdout);
}

// One shop, one workspace, one cycle.
class Run {
 public:
  explicit Run(const GeneratorOptions& options) : m_options(options) {
    qputenv("PRICEWRIGHT_WITNESS", m_dir.filePath(QStringLiteral("witness")).toUtf8());
    m_made = take(generateShop(m_dir.path(), options));
    NewWorkspace what;
    what.name = QStringLiteral("Bench");
    what.userName = QStringLiteral("dora");
    what.asOf = take(parseInstant(u"2025-12-29T03:00:00Z"));
    m_ws = take(Workspace::create(workspacePath(), what));
  }

  void importAll() {
    const std::tuple<const char*, ImportKind, qint64> files[] = {
        {"products.csv", ImportKind::Products, m_options.skus},
        {"sales.csv", ImportKind::Sales, m_made.sales},
        {"costs.csv", ImportKind::Costs, m_made.costs},
        {"stock.csv", ImportKind::Stock, m_made.stock},
        {"offers.csv", ImportKind::CompetitorPrices, m_made.offers}};
    for (const auto& [name, kind, rows] : files) {
      const Lap lap = lapOf([&, file = m_dir.filePath(QLatin1String(name)), k = kind, count = rows] {
        const ImportPreview preview = take(m_ws->previewImport(file, k));
        const ImportReport r = take(m_ws->importFile(file, preview.mapping, {}));
        if (r.rejected > 0 || r.read != count)
          std::exit(1);
      });
      row(("import " + std::string(name)).c_str(), lap.seconds, lap.cpu, double(rows));
      m_total.seconds += lap.seconds, m_total.cpu += lap.cpu;
    }
  }

  void cycle() {
    CycleOptions how;
    how.seed = 1;
    std::clock_t busy = std::clock();
    std::vector<double> cpu;
    m_ws->planner().afterStation = [&](std::string_view) {
      cpu.push_back(double(std::clock() - std::exchange(busy, std::clock())) / CLOCKS_PER_SEC);
    };
    const Lap lap = lapOf([&] { m_report = take(m_ws->runCycle(how, {})); });
    m_peak = peakMegabytes();
    for (std::size_t i = 0; i < m_report.stations.size(); ++i) {
      const StationReport& s = m_report.stations[i];
      row(describe(s.station), double(s.took.count()) / 1000, i < cpu.size() ? cpu[i] : 0);
    }
    row("cycle", lap.seconds, lap.cpu, m_options.skus);
    m_total.seconds += lap.seconds, m_total.cpu += lap.cpu;
    row("import and cycle", m_total.seconds, m_total.cpu, m_options.skus);
  }

  // The cycle reports optimizing and guarding as one step: both once more, apart, from the cases that it has saved.
  bool decideAgain() {
    const std::vector<PricingCase> cases = savedCases();
    std::vector<std::vector<Recommendation>> found(cases.size());
    const auto each = [&](const std::function<void(std::size_t)>& work) {
      return lapOf([&] {
        parallelFor(cases.size(), 1, {}, [&](std::size_t begin, std::size_t end) {
          for (std::size_t i = begin; i < end; ++i)
            work(i);
        });
      });
    };
    const Lap optimize = each([&](std::size_t i) { found[i] = optimizeCase(cases[i], {}); });
    const Lap guarding = each([&](std::size_t i) {
      for (std::size_t k = 0; k < found[i].size(); ++k) {
        const ListingCase& l = cases[i].listings[k];
        const Evaluation e = evaluateRecommendation(cases[i], l, found[i][k]);
        (void)guard(cases[i], l, {}, found[i][k], {e.verdicts, e.rejected, e.minimumPriceMinor, e.policyViolation});
      }
    });
    row("  optimize alone, from the saved cases", optimize.seconds, optimize.cpu, m_options.skus);
    row("  evaluate and guard alone", guarding.seconds, guarding.cpu, m_options.skus);
    const std::vector<PriceDecision> some = take(m_ws->decisions().decisions({{}, m_report.cycleId, {}, 20}));
    return !some.empty() && std::all_of(some.begin(), some.end(),
                                        [&](const PriceDecision& d) { return take(m_ws->replay(d.id)).sameBits; });
  }

  void rawLimits() {
    std::printf("\n%-46s %8s %8s\n", "raw limits of this machine", "seconds", "of CPU");
    const double bytes = double(QFileInfo(salesPath()).size());
    const Lap read = lapOf([&] { readAlone(salesPath()); });
    row("reading sales.csv alone", read.seconds, read.cpu, double(m_made.sales));
    const Lap insert = lapOf(
        [&] { insertSalesAlone(m_dir.filePath(QStringLiteral("raw.pricewright")), m_options.skus, m_options.weeks); });
    row("SQLite's inserts of as many sales alone", insert.seconds, insert.cpu, double(m_made.sales));
    const qint64 kept = QFileInfo(workspacePath()).size();
    const Lap write = lapOf([&] { writeAlone(kept); });
    row("writing the workspace's bytes alone, to disk", write.seconds, write.cpu);
    std::printf("sales.csv %.1f MB, workspace %.1f MB\n", bytes / 1e6, double(kept) / 1e6);
  }

  bool report() const {
    QMap<QString, qint64> saved;
    qint64 published = 0;
    for (const StationReport& s : m_report.stations) {
      if (s.station == u"save")
        saved = s.reasons;
      if (s.station == u"publish")
        published = s.count;
    }
    qint64 decisions = 0;
    for (const qint64 n : saved)
      decisions += n;
    std::printf("\ncycle %s%s%s: %lld decisions, %lld published, %lld queued, %lld held, %lld unchanged\n",
                qPrintable(m_report.state), m_report.haltedBy.isEmpty() ? "" : " by ", qPrintable(m_report.haltedBy),
                decisions, published, saved.value(QStringLiteral("state:pending")),
                saved.value(QStringLiteral("state:held")), saved.value(QStringLiteral("state:unchanged")));
    const QMap<QString, int> reasons = take(m_ws->queue()).byReason;
    for (auto it = reasons.begin(); it != reasons.end(); ++it)
      std::printf("  queued for %-28s %8d\n", qPrintable(it.key()), it.value());
    std::printf("peak memory until the cycle's end: %ld MB\n", m_peak);
    std::printf("limits: import and cycle 15 s, 600 MB\n");
    return m_report.state == u"finished" && published > 0;
  }

 private:
  QString workspacePath() const { return m_dir.filePath(QStringLiteral("w.pricewright")); }
  QString salesPath() const { return m_dir.filePath(QStringLiteral("sales.csv")); }

  static const char* describe(const QString& station) {
    static const std::pair<const char*, const char*> kNames[] = {{"expire", "  expire old proposals"},
                                                                 {"recover", "  recover what died on the way"},
                                                                 {"adopt", "  adopt observed prices"},
                                                                 {"monitor", "  monitor: competitors' offers"},
                                                                 {"load", "  load: catalog, costs, stock, sales"},
                                                                 {"demand", "  fit"},
                                                                 {"features", "  features"},
                                                                 {"decide", "  optimize and guard"},
                                                                 {"breaker", "  batch breaker"},
                                                                 {"save", "  save"},
                                                                 {"publish", "  publish"},
                                                                 {"lists", "  complete price lists"}};
    for (const auto& [name, words] : kNames)
      if (station == QLatin1String(name))
        return words;
    return "  another step";
  }

  std::vector<PricingCase> savedCases() const {
    std::vector<PricingCase> cases;
    Query q = take(Query::prepare(m_ws->database(), "SELECT id FROM pricing_case WHERE cycle_id = ?1 ORDER BY id"));
    q.bind(1, m_report.cycleId);
    while (take(q.step()))
      cases.push_back(take(m_ws->decisions().pricingCase(q.text(0))));
    return cases;
  }

  // In one go, and down to the disk, as a commit does.
  void writeAlone(qint64 bytes) const {
    QFile file(m_dir.filePath(QStringLiteral("raw.bytes")));
    if (!file.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
      std::exit(1);
    const std::vector<char> block(1 << 20, 'x');
    for (qint64 left = bytes; left > 0; left -= qint64(block.size()))
      if (file.write(block.data(), std::min(left, qint64(block.size()))) < 0)
        std::exit(1);
    if (fsync(file.handle()) != 0)
      std::exit(1);
  }

  GeneratorOptions m_options;
  QTemporaryDir m_dir;
  GeneratedFiles m_made;
  std::unique_ptr<Workspace> m_ws;
  CycleReport m_report;
  Lap m_total;
  long m_peak = 0;
};

} // namespace

int main(int argc, char** argv) {
  GeneratorOptions options;
  if (argc > 1)
    options.skus = std::atoi(argv[1]);
  if (argc > 2)
    options.weeks = std::atoi(argv[2]);
  Run run(options);
  std::printf("%d SKUs, %d weeks, %d competitors\n\n", options.skus, options.weeks, options.competitors);
  std::printf("%-46s %8s %8s %12s %12s\n", "", "seconds", "of CPU", "rows", "rows/s");
  run.importAll();
  run.cycle();
  const bool same = run.decideAgain();
  run.rawLimits();
  const bool good = run.report();
  std::printf("decisions replayed to the same bits: %s\n", same ? "yes" : "NO");
  return good && same ? 0 : 1;
}
