// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the sales so far say of a test: the same design that drew the arms is drawn again and again to judge them.
#include "base/Words.h"
#include "engine/earnings/SalesWorth.h"
#include "engine/experiments/ExperimentBlocks.h"
#include "engine/experiments/ExperimentModels.h"
#include "engine/experiments/ExperimentPanel.h"
#include "experiments/designs/DesignTest.h"

#include <QHash>

#include <algorithm>
#include <cmath>

namespace pricewright {
namespace {

using std::chrono::days;

// How the arms were drawn, from what was registered.
ClusterDesign designOf(const ExperimentRow& row, std::size_t periods) {
  if (isByBlocks(row.plan))
    return blockDesign(row);
  ClusterDesign design;
  design.kind = row.plan.design == TestDesign::Pairs ? DesignKind::Pairs : DesignKind::Clusters;
  design.clusters = row.setup.units.size();
  design.periods = periods;
  for (const TestUnit& unit : row.setup.units) {
    design.stratum.push_back(unit.stratum);
    if (std::size_t(unit.stratum) >= design.treatedIn.size())
      design.treatedIn.resize(std::size_t(unit.stratum) + 1);
    design.treatedIn[std::size_t(unit.stratum)] += unit.arm == 1 ? 1 : 0;
  }
  return design;
}

Draw drawOf(const ExperimentRow& row) {
  Draw draw;
  for (const TestUnit& unit : row.setup.units)
    draw.push_back(std::uint8_t(unit.arm));
  return draw;
}

DesignPlan designPlan(const ExperimentPlan& plan) {
  DesignPlan out;
  out.alpha = plan.alphaBp / kBasisPoints;
  // As far as it may be extended: extending a test because it is undecided must not buy more false positives.
  out.horizon = std::size_t(std::max(1, plan.longestDays / kWeekOfSales));
  out.margin = plan.equivalenceBp / kBasisPoints;
  out.goal = plan.mdeBp / kBasisPoints;
  out.reference.seed = plan.seed;
  return out;
}

// The looks that were taken, and this one: alpha that was spent stays spent where it was.
std::vector<std::size_t> looksUpTo(const std::vector<ExperimentLook>& taken, std::size_t tested) {
  std::vector<std::size_t> looks;
  for (const ExperimentLook& look : taken)
    if (const auto weeks = std::size_t(look.reading.day / kWeekOfSales);
        weeks > 0 && weeks < tested && (looks.empty() || weeks > looks.back()))
      looks.push_back(weeks);
  looks.push_back(tested);
  return looks;
}

TestVerdict verdictOf(DesignVerdict v) { // the same words
  return testVerdictFrom(QString::fromLatin1(designVerdictName(v))).value_or(TestVerdict::Undecided);
}

class TestReader {
 public:
  TestReader(Workspace& w, const ExperimentRow& row, const Catalog& catalog, Day until,
             std::vector<ExperimentLook> taken)
      : m_workspace(w), m_row(row), m_until(until), m_taken(std::move(taken)) {
    QStringList names;
    for (const TestUnit& unit : row.setup.units)
      names << unit.unit;
    m_units = isByBlocks(row.plan) ? blockListings(catalog, row) : unitListings(catalog, row.plan, row.setup, names);
  }
  // Of a test by blocks: what is not compared after all.
  void leaveOut(LostBlocks lost) { m_lost = std::move(lost); }

  Result<TestReading> read() {
    TestReading out;
    out.at = m_workspace.clock().now(), out.until = m_until;
    for (const TestUnit& unit : m_row.setup.units)
      ++(unit.arm == 1 ? out.unitsTreatment : out.unitsControl);
    std::vector<TestMetric> metrics{m_row.plan.metric};
    for (const TestGuard& guard : m_row.plan.guards)
      metrics.push_back(guard.metric);
    for (const TestMetric metric : metrics)
      if (const Status done = addFigure(metric, out); !done) {
        if (done.error().code.startsWith(u"storage."))
          return done.error();
        if (out.figures.empty()) {
          out.why = done.error().code;
          return out;
        }
        out.doubts << done.error().code; // a guard that cannot be told rules nothing out, and holds back no alarm
        out.figures.push_back(TestFigure::unknown(metric, done.error().code));
      }
    PW_CHECK(addDoubts(out));
    return out;
  }

 private:
  Result<ExperimentPanel> panelOf(TestMetric metric) {
    const Day started = dayOf(m_row.startedAt.value_or(*m_row.countedFrom));
    // Weeks begin where the newest one does.
    const int whole = int((m_until - firstDayCounted(m_row)).count()) / kWeekOfSales;
    const Day from = m_until - days(whole * kWeekOfSales);
    const int gap = int((from - started).count()) + kWeekOfSales - 1;
    const Day beforeUntil = from - days(std::max(0, gap) / kWeekOfSales * kWeekOfSales);
    PW_TRY(ExperimentPanel data, experimentPanel(m_workspace, {metric, m_units, beforeUntil - days(m_row.plan.preDays),
                                                               beforeUntil, from, m_until}));
    if (m_lost) {
      PW_TRY(data.panel, withoutLost(data.panel, m_row, *m_lost));
    }
    return data;
  }
  Status addFigure(TestMetric metric, TestReading& out) {
    PW_TRY(const ExperimentPanel data, panelOf(metric));
    const std::size_t tested = data.panel.tested();
    const DesignPlan plan = designPlan(m_row.plan);
    const std::vector<std::size_t> looks = looksUpTo(m_taken, tested);
    PW_TRY(const DesignResult result, testDesign(data.panel, designOf(m_row, tested), drawOf(m_row), looks, plan));
    const DesignLook& look = result.looks.back();
    if (!look.informative)
      return fail(s("experiment.no-exposure"));
    const auto told = [](double lift) { return std::clamp(lift, TestFigure::kAllLost, TestFigure::kMostLift); };
    out.figures.push_back({metric, told(look.value), told(look.low), told(look.high), look.p, {}, {}});
    if (out.figures.size() > 1)
      return {};
    out.day = int(tested) * kWeekOfSales;
    out.share = double(tested) * kWeekOfSales / m_row.plan.days;
    out.verdict = verdictOf(look.verdict);
    out.randomizationP = look.pAlone;
    for (const QString& warning : result.warnings)
      if (warning == u"experiment.whale" || warning == u"experiment.missing-periods")
        out.doubts << warning;
    addMoney(data.panel, metric, out);
    if (!m_lost) // by blocks, each unit is compared with itself all along
      addGain(data.panel, tested, plan, out);
    return {};
  }
  // What the lift comes to a week if all units had the new price, by what control earns.
  void addMoney(const Panel& panel, TestMetric metric, TestReading& out) const {
    if (metric != TestMetric::Profit && metric != TestMetric::Revenue)
      return;
    const auto inMoney = [&](double all) {
      const TestFigure& f = out.figures.front();
      out.weekly = f.lift * all, out.weeklyLow = f.low * all, out.weeklyHigh = f.high * all;
    };
    if (m_lost) {
      if (const auto all = weeklyAtControl(panel, m_row))
        inMoney(*all);
      return;
    }
    double sum = 0;
    int counted = 0;
    for (std::size_t i = 0; i < panel.clusters(); ++i)
      if (m_row.setup.units[i].arm == 0)
        if (const double mean = panel.mean(i, panel.before(), panel.periods()); std::isfinite(mean))
          sum += mean, ++counted;
    if (counted == 0)
      return;
    inMoney(sum / counted * double(panel.clusters()));
  }
  // The variance that is left after each unit was compared with itself.
  void addGain(const Panel& panel, std::size_t tested, DesignPlan plan, TestReading& out) const {
    const auto robustAt = [&](BeforeUse use) -> std::optional<double> {
      plan.model.before = use;
      plan.reference.redraws = 99; // only the robust error is wanted
      const std::vector<std::size_t> last{tested};
      const auto result = testDesign(panel, designOf(m_row, panel.tested()), drawOf(m_row), last, plan);
      return result && result->robust ? std::optional(result->robust->standardError) : std::nullopt;
    };
    const auto with = robustAt(BeforeUse::Regression), without = robustAt(BeforeUse::None);
    if (with && without && *without > 0)
      out.varianceLeft = (*with / *without) * (*with / *without);
  }
  // Somebody's other price in an arm: then the arms no longer differ by what was registered.
  Status addDoubts(TestReading& out) {
    if (m_row.setup.models)
      return addModelDoubts(m_workspace, m_row, out);
    if (m_lost) {
      if (m_lost->tooMany())
        out.doubts << s("experiment.blocks-lost");
      return {};
    }
    PW_TRY(const auto inForce, m_workspace.catalog().regularPricesInForce(m_workspace.clock().now()));
    std::map<int, Money> now;
    for (const PublishedPrice& p : inForce)
      now.emplace(p.listingNo, p.amount);
    QHash<QString, const TestUnit*> units;
    for (const TestUnit& unit : m_row.setup.units)
      units.insert(unit.unit, &unit);
    for (const TestedPrice& price : m_row.setup.prices) {
      const TestUnit* unit = units.value(m_row.plan.design == TestDesign::Pairs ? price.sku : price.zone);
      const auto current = now.find(price.listingNo);
      if (!unit || current == now.end())
        continue;
      if (current->second != (unit->arm == 1 ? price.treatment : price.control)) {
        out.doubts << s(unit->arm == 1 ? "experiment.treatment-price-moved" : "experiment.control-price-moved");
        return {};
      }
    }
    return {};
  }

  Workspace& m_workspace;
  const ExperimentRow& m_row;
  Day m_until;
  std::vector<ExperimentLook> m_taken;
  std::vector<std::vector<int>> m_units;
  std::optional<LostBlocks> m_lost;
};

} // namespace

Result<Day> endOfCounted(Workspace& w, const ExperimentRow& row) {
  PW_TRY(Query q,
         Query::prepare(w.database(),
                        "SELECT day + days FROM sale WHERE listing_no = ?1 AND day <= ?2 ORDER BY day DESC LIMIT 1"));
  int end = 0;
  for (const int listing : row.setup.counted) {
    q.reset();
    PW_TRY(const bool found, q.bind(1, listing).bind(2, toDayNumber(dayOf(w.clock().now()))).step());
    if (found)
      end = std::max(end, int(q.integer(0)));
  }
  return fromDayNumber(end);
}

Day firstDayCounted(const ExperimentRow& row) {
  const Day day = dayOf(*row.countedFrom);
  return startOf(day) == *row.countedFrom ? day : day + days(1);
}

Result<TestReading> readTest(Workspace& w, const ExperimentRow& row) {
  PW_TRY(const Catalog catalog, w.catalog().load());
  PW_TRY(Day until, endOfCounted(w, row));
  if (isByBlocks(row.plan) && row.countedFrom)
    until = endOfBlocksSold(row, until);
  TestReading nothing;
  nothing.at = w.clock().now(), nothing.until = until, nothing.why = s("experiment.no-exposure");
  if (!row.countedFrom || until < firstDayCounted(row) + days(kWeekOfSales))
    return nothing;
  PW_TRY(std::vector<ExperimentLook> taken, w.experiments().looks(row.no));
  TestReader reader(w, row, catalog, until, std::move(taken));
  if (isByBlocks(row.plan)) {
    PW_TRY(LostBlocks lost, lostBlocks(w, catalog, row, until));
    reader.leaveOut(std::move(lost));
  }
  return reader.read();
}

} // namespace pricewright
