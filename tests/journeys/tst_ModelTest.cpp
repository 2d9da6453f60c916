// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A new version of the model against the champion, zone by zone: in a shop whose buyers have changed, where the
// champion remembers how they were, and the challenger forgets.
#include "engine/models/Models.h"
#include "support/SimulatedShop.h"

#include <QtTest>

using namespace pricewright;
using namespace pricewright::test;

namespace {

constexpr int kZones = 12, kWeeks = 52, kWeeksSinceTheChange = 26;
constexpr double kOnce = -4.5, kNow = -1.6; // elasticities: before buyers changed, and since
const QString kEstimator = QStringLiteral("elasticity_estimator");

// Two products in each zone, each with buyers of its own.
class ChangedShop {
 public:
  SimulatedShop shop{{{kNow, 0}}, {.zones = kZones, .weeksBefore = kWeeksSinceTheChange}};
  Workspace& ws() { return *shop.ws; }

  ChangedShop() {
    for (int zone = 0; zone < kZones; ++zone)
      m_size.push_back(100 * std::exp(0.3 * m_random.normal()));
    remember();
    need(addModel(ws(), kEstimator, QStringLiteral("1.1.0"), {{"history_weeks", kWeeksSinceTheChange}}, {}));
    take(tryEstimator(ws(), {}, {}));
  }

  ExperimentPlan plan(const QString& name) const {
    ExperimentPlan p;
    p.name = name, p.model = QStringLiteral("1.1.0");
    p.rampPercent = {100};
    p.days = 35, p.longestDays = 49;
    p.coolOffDays = 0;
    return p;
  }
  ExperimentRow start(const ExperimentPlan& plan) {
    take(designExperiment(ws(), plan));
    return take(startExperiment(ws(), plan.name));
  }
  // Decides, and has all signed that waits.
  CycleReport cycle() {
    CycleOptions options;
    options.seed = 7;
    CycleReport report = take(ws().runCycle(options, {}));
    shop.approveAll();
    return report;
  }
  void week() {
    std::map<int, double> prices;
    for (const PublishedPrice& p : take(ws().catalog().regularPricesInForce(shop.clock.now())))
      prices[p.listingNo] = p.amount.toDouble();
    const int monday = toDayNumber(dayOf(shop.clock.now()));
    Transaction in = take(Transaction::begin(ws().database()));
    sell(monday, kNow, [&](int listing) { return prices.at(listing); });
    need(in.commit());
    shop.clock.advance(std::chrono::hours(24 * 7));
  }
  // By zone, the version that its prices were decided by in a cycle; two versions in a zone are a failure.
  std::map<QString, QString> versionsOf(const CycleReport& report) {
    DecisionFilter filter;
    filter.cycleId = report.cycleId;
    std::map<QString, QString> versions;
    for (const PriceDecision& d : take(ws().decisions().decisions(filter))) {
      const PricingCase c = take(ws().decisions().pricingCase(d.caseId));
      const QString version = c.modelVersion.section(u'+', 0, 0).section(u'/', 1);
      if (const auto [there, isNew] = versions.emplace(d.zoneCode, version); !isNew && there->second != version)
        qFatal("two versions in one zone");
      if (d.guarded.route == Route::Hold)
        qFatal("a test of models holds nothing");
    }
    return versions;
  }
  std::map<QString, QString> expected(const ExperimentRow& row) const {
    std::map<QString, QString> versions;
    for (const TestUnit& unit : row.setup.units)
      versions[unit.unit] = unit.arm == 1 ? QStringLiteral("1.1.0") : QStringLiteral("1.0.0");
    return versions;
  }
  static std::map<QString, QString> allBy(const QString& version) {
    std::map<QString, QString> versions;
    for (int zone = 1; zone <= kZones; ++zone)
      versions[QStringLiteral("Z%1").arg(zone)] = version;
    return versions;
  }
  ExperimentRow row(const QString& name) { return take(ws().experiments().named(name)); }
  QString champion() { return take(ws().models().champion(kEstimator)).version; }

 private:
  void remember() {
    need(ws().database().execute("DELETE FROM sale"));
    const int monday = toDayNumber(dayOf(shop.clock.now()));
    Transaction in = take(Transaction::begin(ws().database()));
    for (int w = 0; w < kWeeks; ++w) {
      std::map<int, double> prices; // a month each
      for (int listing = 1; listing <= 2 * kZones; ++listing)
        prices[listing] = 3.99 * (1 + 0.06 * ((w / 4 + 2 * listing + listing / 3) % 3 - 1));
      sell(monday - 7 * (kWeeks - w), w < kWeeks - kWeeksSinceTheChange ? kOnce : kNow,
           [&](int listing) { return prices.at(listing); });
    }
    need(in.commit());
  }
  void sell(int monday, double elasticity, const std::function<double(int)>& priceOf) {
    const double everywhere = std::exp(0.1 * m_random.normal());
    Query q = take(Query::prepare(ws().database(), "INSERT INTO sale (listing_no, day, units_milli, price_micro, "
                                                   "regular_micro, import_no) VALUES (?1, ?2, ?3, ?4, ?4, 0)"));
    for (int listing = 1; listing <= 2 * kZones; ++listing) {
      const double price = priceOf(listing);
      const double mean = m_size[std::size_t((listing - 1) / 2)] * everywhere * std::pow(price / 3.99, elasticity) *
                          std::exp(0.04 * m_random.normal());
      q.reset();
      q.bind(1, listing).bind(2, monday).bind(3, qint64(std::llround(mean)) * 1000);
      need(q.bind(4, qint64(std::llround(price * 1e6))).run());
    }
  }

  Random m_random{11};
  std::vector<double> m_size;
};

QString codeOf(const Result<ExperimentRow>& result) { return result ? QString() : result.error().code; }

// The version that forgets cannot be asked.
void failChallenger(ChangedShop& changed) {
  changed.ws().planner().fit = [](std::span<const DemandSeries> series, const DemandOptions& how,
                                  const JobContext& job) -> Result<DemandModel> {
    if (how.parameters.historyWeeks > 0)
      return fail(QStringLiteral("planner.inference-failed"));
    return fitDemand(series, how, job);
  };
}

} // namespace

class tst_ModelTest : public QObject {
  Q_OBJECT

 private slots:
  void theBetterModelIsFoundAndBecomesTheChampion() {
    ChangedShop changed;
    const ExperimentRow row = changed.start(changed.plan("forgets"));
    QCOMPARE(row.state, TestState::Waiting);
    QCOMPARE(row.setup.models->champion, QString("1.0.0"));
    QVERIFY(row.setup.prices.empty());
    QCOMPARE(changed.shop.check("forgets").order.action, TestAction::None); // no cycle has been there yet
    const CycleReport first = changed.cycle();
    QCOMPARE(changed.versionsOf(first), changed.expected(row));
    QCOMPARE(changed.shop.check("forgets").after, TestState::Running);

    TestStep step;
    for (int week = 0; week < 7 && step.after != TestState::Decided; ++week) {
      changed.week();
      step = changed.shop.check("forgets");
      const CycleReport report = changed.cycle();
      QCOMPARE(changed.versionsOf(report), changed.expected(row));
    }
    QCOMPARE(step.after, TestState::Decided);
    QCOMPARE(step.order.verdict, TestVerdict::Better);
    QVERIFY(step.reading->figures.front().low > 0);
    QVERIFY(step.reading->doubts.isEmpty());

    need(rollOutExperiment(changed.ws(), "forgets"));
    QCOMPARE(changed.champion(), QString("1.1.0"));
    const TestStep done = changed.shop.check("forgets");
    QCOMPARE(done.after, TestState::RolledOut);
    QCOMPARE(done.order.reason, QString("model-promoted"));
    QCOMPARE(changed.versionsOf(changed.cycle()), ChangedShop::allBy("1.1.0"));
    QCOMPARE(changed.shop.journalCount("model.promoted"), 1);
    QVERIFY(take(changed.ws().verifyAudit()).intact());
  }

  void decisionsOfBothArmsReplayToTheSameBits() {
    ChangedShop changed;
    const ExperimentRow row = changed.start(changed.plan("forgets"));
    DecisionFilter filter;
    filter.cycleId = changed.cycle().cycleId;
    std::set<QString> replayed;
    std::map<bool, double> change; // of the prices, by arm
    for (const PriceDecision& d : take(changed.ws().decisions().decisions(filter))) {
      change[changed.expected(row).at(d.zoneCode) == u"1.1.0"] += d.proposed.toDouble() - d.current.toDouble();
      if (replayed.insert(d.caseId).second)
        QVERIFY(take(changed.ws().replay(d.id)).sameBits);
    }
    QCOMPARE(int(replayed.size()), kZones);
    QVERIFY2(change[true] > change[false], "the version that forgets sees that buyers bear more");
  }

  void stoppedHalfwayTheChampionDecidesEverywhere() {
    ChangedShop changed;
    const ExperimentRow row = changed.start(changed.plan("forgets"));
    QCOMPARE(changed.versionsOf(changed.cycle()), changed.expected(row));
    changed.shop.check("forgets");
    changed.week();
    QCOMPARE(changed.versionsOf(changed.cycle()), changed.expected(row));
    need(stopExperiment(changed.ws(), "forgets", "no patience"));
    QCOMPARE(changed.row("forgets").state, TestState::Reverted);
    QCOMPARE(changed.versionsOf(changed.cycle()), ChangedShop::allBy("1.0.0"));
    QCOMPARE(changed.champion(), QString("1.0.0"));
  }

  void stepByStepItDecidesMoreZones() {
    ChangedShop changed;
    ExperimentPlan plan = changed.plan("steps");
    plan.rampPercent = {50, 100};
    changed.start(plan);
    const auto byChallenger = [&](const CycleReport& report) {
      int zones = 0;
      for (const auto& [zone, version] : changed.versionsOf(report))
        zones += version == u"1.1.0" ? 1 : 0;
      return zones;
    };
    QCOMPARE(byChallenger(changed.cycle()), 3);
    QCOMPARE(changed.shop.check("steps").after, TestState::Ramping);
    changed.week();
    changed.week();
    const TestStep next = changed.shop.check("steps");
    QCOMPARE(next.order.action, TestAction::NextStep);
    QCOMPARE(changed.shop.check("steps").order.action, TestAction::None); // not before a cycle has decided them
    QCOMPARE(byChallenger(changed.cycle()), 6);
    QCOMPARE(changed.shop.check("steps").after, TestState::Running);
  }

  void aChallengerThatFailsLeavesItsZonesToTheChampion() {
    ChangedShop changed;
    const ExperimentRow row = changed.start(changed.plan("forgets"));
    changed.cycle();
    changed.shop.check("forgets");
    failChallenger(changed);
    changed.week();
    QCOMPARE(changed.versionsOf(changed.cycle()), ChangedShop::allBy("1.0.0"));
    QCOMPARE(changed.shop.journalCount("experiment.model-failed"), 1);
    changed.week();
    const TestStep doubtful = changed.shop.check("forgets");
    QVERIFY(doubtful.reading && doubtful.reading->doubts.contains("experiment.model-failed"));
    // For longer than sales may be silent: it pauses, and the champion decides until it can be asked again.
    QCOMPARE(doubtful.after, TestState::Paused);
    QCOMPARE(doubtful.order.reason, QString("model-silent"));
    changed.ws().planner().fit = fitDemand;
    QCOMPARE(changed.versionsOf(changed.cycle()), ChangedShop::allBy("1.0.0"));
    const TestStep back = changed.shop.check("forgets");
    QCOMPARE(back.after, TestState::Running);
    QCOMPARE(back.order.reason, QString("model-back"));
    QCOMPARE(changed.versionsOf(changed.cycle()), changed.expected(row));
  }

  void anotherChampionEndsIt() {
    ChangedShop changed;
    changed.start(changed.plan("forgets"));
    changed.cycle();
    changed.shop.check("forgets");
    need(changed.ws().models().promote(changed.ws().me(), kEstimator, "1.1.0", "impatience"));
    QCOMPARE(changed.versionsOf(changed.cycle()), ChangedShop::allBy("1.1.0")); // the manager's round comes first
    const ExperimentRow ended = changed.row("forgets");
    QCOMPARE(ended.state, TestState::Reverted);
    QCOMPARE(ended.reason, QString("model-replaced"));
  }

  // Price tests are an analyst's to start; which version is asked is not.
  void onlyWhoMayPromoteStartsIt() {
    ChangedShop changed;
    need(changed.ws().catalog().putUser(changed.ws().me(), {"ann", "Ann", "analyst"}));
    need(changed.ws().actAs("ann"));
    take(designExperiment(changed.ws(), changed.plan("forgets")));
    QCOMPARE(codeOf(startExperiment(changed.ws(), "forgets")), QString("catalog.not-allowed"));
    need(changed.ws().actAs("dora"));
    QCOMPARE(codeOf(startExperiment(changed.ws(), "forgets")), QString());
  }

  void whatCollidesOrIsUnknownIsRefused() {
    ChangedShop changed;
    ExperimentPlan unknown = changed.plan("unknown");
    unknown.model = "9.0.0";
    QCOMPARE(codeOf(designExperiment(changed.ws(), unknown)), QString("model.unknown"));
    ExperimentPlan itself = changed.plan("itself");
    itself.model = "1.0.0";
    take(designExperiment(changed.ws(), itself));
    QCOMPARE(codeOf(startExperiment(changed.ws(), "itself")), QString("model.is-champion"));

    const ExperimentPreview preview = take(previewExperiment(changed.ws(), changed.plan("forgets")));
    QVERIFY(preview.mayStart());
    QCOMPARE(preview.products, 2);
    QCOMPARE(preview.treatedUnits, 6);
    QCOMPARE(preview.controlUnits, 6);
    QCOMPARE(preview.champion + u'>' + preview.challenger, QString("1.0.0>1.1.0"));
    changed.start(changed.plan("forgets"));
    take(designExperiment(changed.ws(), changed.plan("again")));
    QCOMPARE(codeOf(startExperiment(changed.ws(), "again")), QString("experiment.collides"));
    take(designExperiment(changed.ws(), changed.shop.plan("price", 0, 500)));
    QCOMPARE(codeOf(startExperiment(changed.ws(), "price")), QString("experiment.collides"));
    const ExperimentCard card = take(experimentCard(changed.ws(), "forgets"));
    QCOMPARE(card.champion + u'>' + card.challenger, QString("1.0.0>1.1.0"));
    QCOMPARE(card.categories, QStringList{"C1"});
  }
};

QTEST_GUILESS_MAIN(tst_ModelTest)
#include "tst_ModelTest.moc"
