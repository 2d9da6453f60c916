// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/experiments/ExperimentPanelFile.h"

#include "base/Words.h"
#include "engine/experiments/ExperimentBandit.h"
#include "engine/experiments/ExperimentFiles.h"
#include "experiments/MeanTest.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

namespace pricewright {
namespace {

constexpr std::int64_t kPanelDayMs = 86'400'000;

struct PanelFileCell {
  double sum = 0;
  bool isTest = false, treated = false;
};
struct PanelUnit {
  std::optional<bool> treated;
  std::map<int, PanelFileCell> days;
};

class PanelFileReader {
 public:
  explicit PanelFileReader(const PanelFileWish& wish) : m_wish(wish) {}

  Status read(const JobContext& job) {
    PW_TRY(ExperimentFile file, ExperimentFile::open(m_wish.path, {}, job, m_wish.written));
    const bool isCluster = m_wish.unitColumn.isEmpty() && !file.find(ExperimentColumn::Unit) &&
                           file.find(ExperimentColumn::Cluster).has_value();
    PW_TRY(m_unit, columnOf(file, m_wish.unitColumn, isCluster ? ExperimentColumn::Cluster : ExperimentColumn::Unit));
    PW_TRY(m_time, columnOf(file, m_wish.timeColumn, ExperimentColumn::Time));
    PW_TRY(m_value, columnOf(file, m_wish.valueColumn, ExperimentColumn::Value));
    PW_TRY(m_treated, columnOf(file, m_wish.treatedColumn, ExperimentColumn::Arm));
    if (!m_wish.start) {
      PW_TRY(m_test, file.needNamed(m_wish.testColumn));
    }
    PW_CHECK(file.learnTimes(m_time));
    m_treatedValue = m_wish.treatedValue.toStdString();
    if (m_treatedValue.empty()) {
      PW_CHECK(learnTreated(file, job));
    }
    m_header = file.header();
    PW_CHECK(file.eachRow([&](const CsvRow& row) { return take(file, row); }, job));
    m_rows = std::size_t(file.rows());
    if (file.bad().count > 0)
      m_leftOut = rowsLeftOut(file.bad(), file.path());
    return m_bothArms.isEmpty() ? Status() : Status(fail(s("experiment.two-arms"), {{s("unit"), m_bothArms}}));
  }

  Result<PanelFileAnswer> analyze() const {
    PanelFileAnswer out;
    out.units = m_units.size(), out.rows = m_rows, out.leftOut = m_leftOut;
    out.unitColumn = m_header[qsizetype(m_unit)], out.timeColumn = m_header[qsizetype(m_time)];
    out.valueColumn = m_header[qsizetype(m_value)], out.treatedColumn = m_header[qsizetype(m_treated)];
    out.treatedValue = QString::fromStdString(m_treatedValue);
    PW_TRY(const Panel panel, asPanel(out));
    Draw draw;
    PW_TRY(const ClusterDesign design, designAndDraw(out, draw));
    DesignPlan plan;
    plan.model = m_wish.model, plan.alpha = m_wish.alpha, plan.margin = m_wish.margin, plan.goal = m_wish.goal;
    plan.horizon = out.tested, plan.reference = {m_wish.redraws, m_wish.seed};
    std::vector<std::size_t> looks;
    for (std::size_t k = 1; k <= m_wish.looks; ++k)
      if (const std::size_t at = out.tested * k / m_wish.looks; at > 0 && (looks.empty() || at > looks.back()))
        looks.push_back(at);
    PW_TRY(out.result, testDesign(panel, design, draw, looks, plan));
    if (!isSwitchback())
      out.differences = differences(panel, draw);
    return out;
  }

 private:
  static Result<std::size_t> columnOf(const ExperimentFile& file, const QString& named, ExperimentColumn usual) {
    return named.isEmpty() ? file.need(usual) : file.needNamed(named);
  }
  // What stands in the column of who was treated.
  Status learnTreated(ExperimentFile& file, const JobContext& job) {
    constexpr qsizetype kArms = 2;
    QStringList found;
    const auto look = [&](const CsvRow& row) -> ExperimentFile::Fault {
      const QString value = QString::fromUtf8(row.cells[m_treated].data(), qsizetype(row.cells[m_treated].size()));
      if (found.size() <= kArms && !found.contains(value))
        found << value;
      return {};
    };
    PW_CHECK(file.eachRow(look, job));
    if (found.contains(s("1"))) {
      m_treatedValue = "1";
      return {};
    }
    const qsizetype control = likelyControl(found);
    if (found.size() != kArms || control < 0)
      return fail(s("experiment.which-treated"),
                  {{s("column"), file.header()[qsizetype(m_treated)]}, {s("found"), found.join(s(", "))}});
    m_treatedValue = found[1 - control].toStdString();
    return {};
  }

  ExperimentFile::Fault take(const ExperimentFile& file, const CsvRow& row) {
    const ExperimentFile::Time time = file.timeAt(row.cells[m_time]);
    if (time.code)
      return {time.code, m_time};
    const ExperimentFile::Number value = file.numberAt(row.cells[m_value], m_value);
    if (value.code)
      return {value.code, m_value};
    const int day = int(std::floor(double(time.ms) / double(kPanelDayMs)));
    const bool treated = row.cells[m_treated] == std::string_view(m_treatedValue);
    PanelUnit& unit = m_units[std::string(row.cells[m_unit])];
    if (!isSwitchback() && unit.treated && *unit.treated != treated && m_bothArms.isEmpty())
      m_bothArms = QString::fromUtf8(row.cells[m_unit].data(), qsizetype(row.cells[m_unit].size()));
    unit.treated = treated;
    PanelFileCell& cell = unit.days[day];
    cell.sum += double(value.micro) / 1e6, cell.treated = treated;
    cell.isTest = m_wish.start ? day >= toDayNumber(*m_wish.start) : row.cells[m_test] == std::string_view(m_testValue);
    (cell.isTest ? m_testDays : m_beforeDays).insert({day, 0});
    return {};
  }

  bool isSwitchback() const { return m_wish.design == DesignKind::Switchback; }

  Result<ClusterDesign> designAndDraw(PanelFileAnswer& out, Draw& draw) const {
    if (isSwitchback())
      return blocksAndDraw(out, draw);
    for (const auto& [name, unit] : m_units)
      draw.push_back(unit.treated.value_or(false) ? 1 : 0), out.treated += draw.back();
    out.assigned = out.units;
    if (out.treated == 0 || out.treated == out.units)
      return fail(s("experiment.one-arm"));
    return completeDesign(out.units, out.treated);
  }

  // What each block of each unit was, as it stands in its rows; a block that was both is none.
  Result<ClusterDesign> blocksAndDraw(PanelFileAnswer& out, Draw& draw) const {
    PW_TRY(const ClusterDesign design,
           switchbackDesign(out.units, {out.tested, m_wish.blockPeriods, m_wish.washout, m_wish.together}));
    constexpr std::uint8_t kUnknown = 2;
    draw.assign(design.units(), kUnknown);
    const int first = m_testDays.begin()->first, length = std::max(1, m_wish.periodDays);
    std::size_t u = 0;
    for (const auto& [name, unit] : m_units) {
      for (auto day = unit.days.lower_bound(first); day != unit.days.end(); ++day) {
        const auto period = std::size_t((day->first - first) / length);
        const auto block = period < out.tested ? design.priceUnitAt(u, period) : std::nullopt;
        if (!block)
          continue;
        const std::uint8_t arm = day->second.treated ? 1 : 0;
        if (draw[*block] != kUnknown && draw[*block] != arm)
          return fail(s("experiment.two-arms"), {{s("unit"), QString::fromStdString(name)}});
        draw[*block] = arm;
      }
      ++u;
    }
    for (std::uint8_t& arm : draw)
      arm = arm == kUnknown ? 0 : arm, out.treated += arm;
    out.assigned = draw.size();
    return design;
  }

  // One time with a digit too many would ask for more memory than there is.
  Status checkSize(std::size_t units, std::size_t periods) const {
    if (periods > kMostPanelPeriods) {
      int first = m_testDays.begin()->first;
      if (!m_beforeDays.empty())
        first = std::min(first, m_beforeDays.begin()->first);
      return fail(s("experiment.panel-too-long"), {{s("first"), isoDay(fromDayNumber(first))},
                                                   {s("last"), isoDay(fromDayNumber(m_testDays.rbegin()->first))},
                                                   {s("periods"), QString::number(periods)},
                                                   {s("most"), QString::number(kMostPanelPeriods)}});
    }
    return units * periods <= kMostPanelCells
               ? Status()
               : fail(s("experiment.panel-too-large"), {{s("units"), QString::number(units)},
                                                        {s("periods"), QString::number(periods)},
                                                        {s("most"), QString::number(kMostPanelCells)}});
  }

  // Days in their order, those before the test first; whole periods, counted from the test's first day.
  Result<Panel> asPanel(PanelFileAnswer& out) const {
    if (m_testDays.empty())
      return fail(s("experiment.no-exposure"));
    const int first = m_testDays.begin()->first, length = std::max(1, m_wish.periodDays);
    const int last = m_testDays.rbegin()->first;
    out.tested = std::size_t((last - first + 1) / length);
    out.before = m_beforeDays.empty() ? 0 : std::size_t((first - m_beforeDays.begin()->first) / length);
    const std::size_t periods = out.before + out.tested;
    PW_CHECK(checkSize(out.units, periods));
    std::vector<double> values(out.units * periods, std::numeric_limits<double>::quiet_NaN());
    std::size_t u = 0;
    for (const auto& [name, unit] : m_units) {
      for (const auto& [day, cell] : unit.days) {
        const int back = first - day;
        const qint64 period =
            back > 0 ? qint64(out.before) - (back + length - 1) / length : qint64(out.before) + (day - first) / length;
        if (period < 0 || period >= qint64(periods))
          continue;
        double& at = values[u * periods + std::size_t(period)];
        at = std::isnan(at) ? cell.sum : at + cell.sum;
      }
      ++u;
    }
    return Panel::of(out.units, periods, out.before, std::move(values));
  }

  static std::optional<double> meanLog(const Panel& panel, std::size_t unit, std::size_t from, std::size_t to) {
    double sum = 0;
    int present = 0;
    for (std::size_t p = from; p < to; ++p) {
      if (!panel.has(unit, p))
        continue;
      if (!(panel.at(unit, p) > 0))
        return std::nullopt;
      sum += std::log(panel.at(unit, p)), ++present;
    }
    return present > 0 ? std::optional(sum / present) : std::nullopt;
  }
  std::optional<PanelFileAnswer::Differences> differences(const Panel& panel, const Draw& draw) const {
    std::vector<double> arms[2];
    for (std::size_t i = 0; i < panel.clusters(); ++i) {
      const auto before = meanLog(panel, i, 0, panel.before());
      const auto within = meanLog(panel, i, panel.before(), panel.periods());
      if (!before || !within)
        return std::nullopt;
      arms[draw[i]].push_back(*within - *before);
    }
    const auto control = UnitMoments::fromValues(arms[0]), treated = UnitMoments::fromValues(arms[1]);
    if (!control || !treated)
      return std::nullopt;
    const auto a = meanArm(*control), b = meanArm(*treated);
    const auto lift = a && b ? liftOf(*a, *b, LiftKind::Absolute) : Result<Lift>(fail(s("experiment.no-variance")));
    const auto test = lift ? testLift(*lift, m_wish.alpha) : Result<LiftTest>(fail(s("experiment.no-variance")));
    if (!lift || !test)
      return std::nullopt;
    return PanelFileAnswer::Differences{lift->value, lift->standardError, test->low, test->high, test->p};
  }

  const PanelFileWish& m_wish;
  const std::string m_testValue = m_wish.testValue.toStdString();
  std::string m_treatedValue;
  QStringList m_header;
  std::size_t m_unit = 0, m_time = 0, m_value = 0, m_treated = 0, m_test = 0, m_rows = 0;
  std::map<std::string, PanelUnit> m_units;
  std::map<int, int> m_testDays, m_beforeDays;
  QString m_bothArms;
  std::optional<Error> m_leftOut;
};

} // namespace

Result<PanelFileAnswer> analyzePanelFile(const PanelFileWish& wish, const JobContext& job) {
  PanelFileReader reader(wish);
  PW_CHECK(reader.read(job));
  return reader.analyze();
}

} // namespace pricewright
