// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/experiments/ExperimentVisitors.h"

#include "base/Words.h"
#include "engine/WorkspaceRates.h"
#include "engine/earnings/RevenueDesk.h"
#include "engine/experiments/ExperimentBanditTest.h"
#include "engine/experiments/ExperimentFigures.h"
#include "engine/experiments/ExperimentIntake.h"
#include "engine/experiments/ExperimentParts.h"
#include "experiments/events/Analysis.h"
#include "orders/OrderStore.h"
#include "testevents/EventBlock.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace pricewright {
namespace {

constexpr std::int64_t kVisitorDayMs = 86'400'000;
constexpr int kVisitorPercent = 100;

EventMetric eventMetric(TestMetric metric, bool adjusted) {
  EventMetric m;
  m.of = quantityOf(metric);
  m.adjusted = adjusted;
  return m;
}

EventPlan eventPlan(const ExperimentRow& row) {
  EventPlan plan;
  plan.windowMs = row.plan.windowDays * kVisitorDayMs;
  plan.preMs = row.plan.preDays * kVisitorDayMs;
  // From the first step of the ramp on: a step brings more visitors in and moves none, so all of them compare, and
  // nobody who saw the new price counts as one of before.
  plan.startMs = toMillis(row.startedAt.value_or(*row.countedFrom));
  plan.metrics.push_back(
      eventMetric(row.plan.metric, row.plan.preDays > 0 && row.plan.metric != TestMetric::Conversion));
  for (const TestGuard& guard : row.plan.guards)
    plan.metrics.push_back(eventMetric(guard.metric, false));
  return plan;
}

AnalysisPlan analysisPlan(const ExperimentRow& row) {
  AnalysisPlan plan;
  plan.shares = {kBasisPoints - row.plan.treatmentBp, double(row.plan.treatmentBp)};
  plan.alpha = row.plan.alphaBp / kBasisPoints;
  plan.adjusts = false; // the first metric alone decides; guards only stop
  plan.margin = row.plan.equivalenceBp / kBasisPoints;
  plan.effect = row.plan.mdeBp / kBasisPoints;
  if (plan.margin == 0)
    plan.margin.reset();
  return plan;
}

// The same words; what is not to be trusted decides nothing.
TestVerdict verdictOfArm(ArmVerdict v) {
  return testVerdictFrom(QString::fromLatin1(armVerdictName(v))).value_or(TestVerdict::Undecided);
}

// Relative where the baseline is quiet enough to be divided by; else what decides, over the control's mean, as far as
// that is any.
TestFigure figureOf(TestMetric metric, double alpha, const ArmComparison& c) {
  if (c.relativeHolds && c.relative && c.anytimeRelative)
    return {metric, c.relative->value, c.anytimeRelative->low, c.anytimeRelative->high, c.anytimeRelative->p, {}, {}};
  return figureOver(meanAtAnyLook(c.control, {alpha, c.tunedAt}), metric,
                    {c.absolute.value, c.anytime.low, c.anytime.high, 0}, c.anytime.p);
}

} // namespace

Result<AssignmentPlan> visitorAssignment(const ExperimentRow& row) {
  if (row.plan.design != TestDesign::Visitors)
    return fail(s("experiment.not-visitors"), {{s("name"), row.plan.name}});
  if (!isUnderWay(row.state))
    return fail(s("experiment.not-under-way"), {{s("name"), row.plan.name}});
  AssignmentPlan plan;
  plan.salt = row.id.toString().toStdString();
  plan.shares = {kWhole - row.plan.treatmentBp, row.plan.treatmentBp};
  plan.layer = row.plan.layer.toStdString();
  const std::size_t step = std::min(std::size_t(std::max(0, row.rampStep)), row.plan.rampPercent.size() - 1);
  plan.traffic = row.plan.rampPercent[step] * (kWhole / kVisitorPercent);
  return plan;
}

namespace {

// A file's numbers of currencies are its own; what is stored means the same in every file. What is no code of a
// currency must not be taken for the test's own.
std::uint16_t storedCurrency(const QStringList& ofFile, std::uint16_t number) {
  constexpr std::uint16_t kNoSuchCode = 0xffff;
  const QString code = ofFile.value(number);
  const std::uint16_t stored = currencyNumber(code);
  return stored == 0 && !code.isEmpty() ? kNoSuchCode : stored;
}

Error noTimes(const QString& file) { return fail(s("experiment.no-times"), {{s("file"), file}}); }

Result<std::vector<Exposure>> toldExposures(const ExperimentRow& row, const ExperimentRequest& request,
                                            const JobContext& job) {
  if (row.no > std::numeric_limits<std::uint16_t>::max())
    return fail(s("experiment.bad-shape"));
  ExperimentReport report;
  PW_TRY(experimentfiles::Exposures told, experimentfiles::readExposures(request, report, job));
  if (!told.hasTimes)
    return noTimes(request.exposures);
  std::vector<std::uint16_t> arms;
  for (const QString& arm : told.arms) {
    if (arm != u"control" && arm != u"treatment")
      return fail(s("experiment.unknown-arm"), {{s("arm"), arm}, {s("found"), s("control, treatment")}});
    arms.push_back(arm == u"treatment" ? 1 : 0);
  }
  for (Exposure& one : told.rows)
    one.arm = arms[one.arm], one.group = 0, one.test = static_cast<std::uint16_t>(row.no);
  return std::move(told.rows);
}

// Orders and refunds; what else a file tells of is counted and left.
Result<std::vector<ShopEvent>> toldOrders(const ExperimentRequest& request, qint64& others, const JobContext& job) {
  ExperimentReport report;
  PW_TRY(experimentfiles::Streams told, experimentfiles::readEvents(request, false, report, job));
  if (!told.hasTimes)
    return noTimes(request.events);
  others = told.otherEvents;
  for (ShopEvent& event : told.events.front())
    event.currency = storedCurrency(told.currencies, event.currency);
  return std::move(told.events.front());
}

// What is paid in other currencies counts at today's rates, where there are any.
struct VisitorMoney {
  std::uint16_t own = 0;
  std::vector<CurrencyRate> rates;
};
Result<VisitorMoney> visitorMoney(Workspace& w) {
  constexpr std::int64_t kParts = 1'000'000'000;
  PW_TRY(const Catalog catalog, w.catalog().load());
  PW_TRY(const Settings settings, w.catalog().settings());
  PW_TRY(const WorkspaceRates rates, WorkspaceRates::on(w, settings, dayOf(w.clock().now()), catalog.currency));
  VisitorMoney out{currencyNumber(catalog.currency.code()), {}};
  for (const PriceZone& zone : catalog.zones)
    if (const double worth = rates.worth(zone.currency); worth > 0 && zone.currency != catalog.currency)
      out.rates.push_back({currencyNumber(zone.currency.code()), std::llround(worth * double(kParts)), kParts});
  return out;
}

bool asksForProfit(const ExperimentPlan& plan) {
  return plan.metric == TestMetric::Profit ||
         std::any_of(plan.guards.begin(), plan.guards.end(),
                     [](const TestGuard& g) { return g.metric == TestMetric::Profit; });
}

// More than one in a hundred: what is taken for nothing would show.
bool lacksCosts(const OrderEvents& orders) {
  constexpr qint64 kOneIn = 100;
  return orders.linesWithoutCost * kOneIn > orders.lines;
}

bool isLookedAt(const ExperimentRow& row) {
  return row.plan.design == TestDesign::Visitors && row.countedFrom &&
         (row.state == TestState::Running || row.state == TestState::Paused);
}

} // namespace

Result<VisitorIntake> takeInVisitors(Workspace& w, const QString& name, const QString& exposuresFile,
                                     const QString& eventsFile, const JobContext& job, const WrittenAs& written) {
  PW_TRY(const ExperimentRow row, w.experiments().named(name));
  if (row.plan.design != TestDesign::Visitors)
    return fail(s("experiment.not-visitors"), {{s("name"), row.plan.name}});
  PW_CHECK(w.catalog().permits(w.me(), Permission::RunTests));
  if (row.plan.salesFrom == SalesFrom::Orders && !eventsFile.isEmpty())
    return fail(s("experiment.sales-from-orders"), {{s("name"), row.plan.name}});
  ExperimentRequest request;
  request.exposures = exposuresFile, request.events = eventsFile, request.written = written;
  request.nowMs = toMillis(w.clock().now());
  VisitorIntake out;
  // Both files are read before anything is kept.
  PW_TRY(const std::vector<Exposure> exposures, toldExposures(row, request, job));
  std::vector<ShopEvent> orders;
  if (!eventsFile.isEmpty()) {
    PW_TRY(orders, toldOrders(request, out.others, job));
  }
  IdSource ids(w.clock());
  EventStore store(w.database(), w.journal(), w.clock(), ids);
  PW_TRY(const EventBatch shown, store.addExposures(w.me(), exposures, exposuresFile));
  out.exposures = shown.kept, out.exposuresRepeated = shown.repeated, out.refused = shown.refused;
  out.forgotten = shown.forgotten;
  if (orders.empty())
    return out;
  PW_TRY(const EventBatch bought, store.addEvents(w.me(), orders, eventsFile));
  out.events = bought.kept, out.eventsRepeated = bought.repeated, out.refused += bought.refused;
  out.forgotten += bought.forgotten;
  return out;
}

Result<ForgottenEvents> forgetVisitors(Workspace& w, Day before) {
  IdSource ids(w.clock());
  return EventStore(w.database(), w.journal(), w.clock(), ids).forgetBefore(w.me(), startOf(before));
}

Result<StoredEvents> visitorsStored(Workspace& w) {
  IdSource ids(w.clock());
  return EventStore(w.database(), w.journal(), w.clock(), ids).stored();
}

Status VisitorReadings::readOrders(Source& into, Instant from) {
  into.table.refresh(); // who was there at all
  std::vector<std::uint64_t> units;
  for (const std::size_t test : std::as_const(into.tests)) {
    PW_TRY(const auto views, into.table.unitsOf(test));
    for (const EventTable::UnitView& view : views)
      units.push_back(view.unit);
  }
  std::sort(units.begin(), units.end());
  units.erase(std::unique(units.begin(), units.end()), units.end());
  PW_TRY(into.orders, orderEvents(m_ws, units, from));
  const std::vector<ShopEvent> events = std::exchange(into.orders.events, {});
  return into.table.addEvents(events, toMillis(m_ws.clock().now()));
}

Status VisitorReadings::readAll(const ExperimentRow& asked, Source& into) {
  PW_TRY(const VisitorMoney money, visitorMoney(m_ws));
  std::int64_t from = std::numeric_limits<std::int64_t>::max();
  const auto add = [&](const ExperimentRow& row) -> Status {
    EventPlan plan = eventPlan(row);
    plan.currency = money.own, plan.rates = money.rates;
    from = std::min(from, plan.startMs - plan.preMs);
    PW_TRY(into.tests[row.no], into.table.addTest(std::move(plan)));
    return {};
  };
  PW_CHECK(add(asked));
  PW_TRY(const std::vector<ExperimentRow> rows, m_ws.experiments().underWay());
  for (const ExperimentRow& row : rows)
    if (row.no != asked.no && isLookedAt(row) && row.plan.salesFrom == asked.plan.salesFrom && !add(row))
      into.tests.remove(row.no); // says why when it is asked for
  IdSource ids(m_ws.clock());
  const EventStore store(m_ws.database(), m_ws.journal(), m_ws.clock(), ids);
  if (asked.plan.salesFrom == SalesFrom::Orders) {
    PW_CHECK(store.loadExposures(into.tests, into.table, {}));
    PW_CHECK(readOrders(into, fromMillis(from)));
  } else {
    PW_CHECK(store.load(into.tests, into.table, {}));
  }
  into.table.refresh();
  return {};
}

Result<TestReading> VisitorReadings::of(const ExperimentRow& row) {
  Source& source = m_sources[row.plan.salesFrom];
  if (!source.tests.contains(row.no)) {
    source = {};
    if (const Status read = readAll(row, source); !read) {
      source = {}; // half of it is no reading
      return read.error();
    }
  }
  PW_TRY(const TestSummary summary, source.table.summary(source.tests.value(row.no)));
  TestReading out;
  out.at = m_ws.clock().now(), out.until = dayOf(out.at);
  if (source.orders.paid > 0 && source.orders.matched == 0) {
    out.why = s("experiment.orders-without-visitors");
    return out;
  }
  out.unitsControl = int(summary.units[0]), out.unitsTreatment = int(summary.units[1]);
  out.day = int((toMillis(out.at) - toMillis(*row.countedFrom)) / kVisitorDayMs);
  out.share = double(out.day) / row.plan.days;
  if (asksForProfit(row.plan) && lacksCosts(source.orders))
    out.doubts << s("experiment.orders-without-cost");
  if (summary.events.refundsAreDoubtful())
    out.doubts << s("experiment.refunds-exceed");
  if (row.plan.bandit) {
    PW_TRY(const auto units, source.table.unitsOf(source.tests.value(row.no)));
    return banditReading(m_ws, row, units, std::move(out));
  }
  const Result<AnalysisAnswer> answer = analyze(inputOf(summary), analysisPlan(row));
  if (!answer) {
    out.why = answer.error().code;
    return out;
  }
  if (answer->sampleRatio)
    out.sampleRatioP = answer->sampleRatio->pAnytime;
  for (const QString& doubt : answer->distrust)
    out.doubts << s("experiment.") + doubt;
  for (const ArmComparison& c : answer->comparisons) {
    if (c.refused && c.metric == 0) {
      out.why = c.refused->code;
      return out;
    }
    if (c.refused) { // a guard that cannot be told rules nothing out
      out.doubts << c.refused->code;
      out.figures.push_back(TestFigure::unknown(row.plan.guards[c.metric - 1].metric, c.refused->code));
      continue;
    }
    out.figures.push_back(figureOf(c.metric == 0 ? row.plan.metric : row.plan.guards[c.metric - 1].metric,
                                   row.plan.alphaBp / kBasisPoints, c));
  }
  out.verdict = verdictOfArm(answer->comparisons.front().verdict);
  out.varianceLeft = answer->comparisons.front().varianceLeft;
  return out;
}

Result<std::vector<EventTable::UnitView>> VisitorReadings::unitsOf(const ExperimentRow& row) {
  const Source& source = m_sources[row.plan.salesFrom];
  if (!source.tests.contains(row.no))
    return std::vector<EventTable::UnitView>();
  return source.table.unitsOf(source.tests.value(row.no));
}

Result<std::optional<Instant>> newestVisitorSale(Workspace& w, const ExperimentRow& row) {
  if (row.plan.salesFrom ==
      SalesFrom::Orders) { // books that agree are news as well: nothing was sold, and that is known
    PW_TRY(const GatewayNews news, orderStore(w).news());
    return std::max(news.lastEvent, news.lastExact);
  }
  PW_TRY(Query q, Query::prepare(w.database(), "SELECT max(last_ms) FROM test_event_block WHERE kind = 'events'"));
  PW_TRY(const bool found, q.step());
  return found && !q.isNull(0) ? std::optional(fromMillis(q.integer(0))) : std::nullopt;
}

} // namespace pricewright
