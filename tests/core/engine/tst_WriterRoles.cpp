// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Who may change what: every writer of every store, asked by everybody. A refusal leaves no trace.
#include "WriterDesk.h"
#include "base/Settings.h"

using namespace pricewright;
using namespace pricewright::test;

namespace {

using Attempt = std::function<Status(Desk&, const Actor&)>;
struct Writer {
  const char* name;
  Role least;
  Attempt attempt;
  bool asksTwice = false; // first for what every import takes, before a file is read
};

std::vector<Writer> catalogWriters() {
  return {
      {"workspace value", Role::Director,
       [](Desk& d, const Actor& by) {
         return d.catalog.setWorkspaceValue(by, QStringLiteral("name"), QStringLiteral("Mine"));
       }},
      {"setting", Role::Manager,
       [](Desk& d, const Actor& by) { return d.catalog.setSetting(by, QStringLiteral("optimizer.draws"), 200); }},
      {"limit", Role::Director,
       [](Desk& d, const Actor& by) {
         return d.catalog.setSetting(by, QStringLiteral("approval.limit.manager.percent"), 90);
       }},
      {"user", Role::Director,
       [](Desk& d, const Actor& by) {
         return d.catalog.putUser(by, {QStringLiteral("eve"), {}, QStringLiteral("director")});
       }},
      {"category", Role::Analyst,
       [](Desk& d, const Actor& by) {
         return d.catalog.putCategory(by, {0, QStringLiteral("tea"), QStringLiteral("Tea")});
       }},
      {"sku", Role::Analyst,
       [](Desk& d, const Actor& by) {
         Sku sku = d.catalog.load()->skus.front();
         sku.name = QStringLiteral("new");
         return d.catalog.putSku(by, sku);
       }},
      {"zone", Role::Manager,
       [](Desk& d, const Actor& by) {
         PriceZone zone = d.catalog.load()->zones.front();
         zone.grossPrices = true;
         return d.catalog.putZone(by, zone);
       }},
      {"bounds", Role::Manager,
       [](Desk& d, const Actor& by) {
         Listing listing = d.catalog.load()->listings.front();
         listing.minMinor = 1;
         return d.catalog.putListingBounds(by, listing);
       }},
      {"vat", Role::Manager,
       [](Desk& d, const Actor& by) {
         return d.catalog.putVatRate(by, {QStringLiteral("DE"), QStringLiteral("standard"), Day{}, 700});
       }},
      {"margin exception", Role::Manager,
       [](Desk& d, const Actor& by) {
         return d.catalog.putMarginException(by, {1, QStringLiteral("clearance"), 0, d.clock.now(),
                                                  d.clock.now() + std::chrono::hours(1), QStringLiteral("max")});
       }},
      {"channel", Role::Manager,
       [](Desk& d, const Actor& by) {
         return d.catalog.putChannel(by, {0, {}, QStringLiteral("web"), QStringLiteral("Web"), {}});
       }},
      {"observed prices", Role::Analyst,
       [](Desk& d, const Actor& by) { return done(d.catalog.adoptObservedPrices(by, fromDayNumber(20'100))); }},
      {"batch made", Role::Analyst,
       [](Desk& d, const Actor& by) {
         return d.inTransaction([&](Transaction& in) { return done(d.batches.create(in, by, d.aBatch())); });
       }},
      {"batch state", Role::Analyst,
       [](Desk& d, const Actor& by) {
         return d.inTransaction(
             [&](Transaction& in) { return d.batches.setState(in, by, d.batch, QStringLiteral("publishing")); });
       }},
      {"batch release", Role::Analyst,
       [](Desk& d, const Actor& by) {
         return d.inTransaction([&](Transaction& in) {
           return d.batches.setRelease(in, by, d.batch, d.clock.now() + std::chrono::hours(1));
         });
       }},
  };
}

std::vector<Writer> otherWriters(const QString& folder) {
  const auto importOf = [folder](const char* file) -> Attempt {
    return [file = folder + QLatin1String(file)](Desk& d, const Actor& by) { return done(d.import(by, file)); };
  };
  return {
      {"offers", Role::Analyst,
       [](Desk& d, const Actor& by) {
         return d.offers.markOffers(by, {1}, OfferState::Rejected, QStringLiteral("x"));
       }},
      {"source", Role::Manager,
       [](Desk& d, const Actor& by) {
         Source source = d.offers.sources()->value(1);
         source.freshness = std::chrono::hours(9999);
         return done(d.offers.putSource(by, source));
       }},
      {"competitor", Role::Analyst,
       [](Desk& d, const Actor& by) {
         return done(d.offers.putCompetitor(by, {0, QStringLiteral("n"), QStringLiteral("New")}));
       }},
      {"cycle begun", Role::Analyst, [](Desk& d, const Actor& by) { return done(d.decisions.beginCycle(by, 2)); }},
      {"cycle ended", Role::Analyst,
       [](Desk& d, const Actor& by) {
         CycleReport report;
         report.cycleId = d.cycle, report.state = QStringLiteral("finished");
         return d.decisions.endCycle(by, report);
       }},
      {"decisions", Role::Analyst, [](Desk& d, const Actor& by) { return d.save(by); }},
      {"model", Role::Analyst,
       [](Desk& d, const Actor& by) {
         return d.models.record(by, QStringLiteral("m"), QStringLiteral("1"), QStringLiteral("f"), {}, true);
       }},
      {"model version", Role::Analyst,
       [](Desk& d, const Actor& by) {
         ModelVersion next;
         next.name = QStringLiteral("elasticity_estimator"), next.version = QStringLiteral("2.0.0");
         return d.models.add(by, next);
       }},
      {"model promoted", Role::Manager,
       [](Desk& d, const Actor& by) {
         const QString name = QStringLiteral("demand_forecaster"), version = QStringLiteral("1.1.0");
         return d.models.promote(by, name, version, QStringLiteral("better"));
       }},
      {"model rolled back", Role::Manager,
       [](Desk& d, const Actor& by) {
         return done(d.models.rollBack(by, QStringLiteral("elasticity_estimator"), QStringLiteral("worse")));
       }},
      {"rule", Role::Analyst,
       [](Desk& d, const Actor& by) {
         return d.decisions.putRule(by,
                                    {{QStringLiteral("name"), QStringLiteral("r")}, {QStringLiteral("priority"), 1}});
       }},
      {"import", Role::Analyst, importOf("/second.csv")},
      {"import of bounds", Role::Manager, importOf("/bounds.csv"), true},
      {"import undone", Role::Analyst, [](Desk& d, const Actor& by) { return done(d.importer.undo(by, d.imported)); }},
      {"bounds undone", Role::Manager,
       [](Desk& d, const Actor& by) { return done(d.importer.undo(by, d.importedBounds)); }, true},
      {"mapping", Role::Analyst,
       [](Desk& d, const Actor& by) {
         ImportMapping mapping;
         mapping.name = QStringLiteral("m");
         return d.importer.saveMapping(by, mapping);
       }},
      {"folder", Role::Manager,
       [folder](Desk& d, const Actor& by) {
         return done(importFolder(d.importer, d.offers, d.catalog, by, folder, {}));
       }},
  };
}

// Everybody who might ask, with the role that the table knows.
std::vector<std::pair<Actor, Role>> everybody() {
  const auto claims = [](const char* user, const char* role, bool authenticated = false, const char* account = "") {
    return Actor{QString::fromLatin1(user), QString::fromLatin1(role), authenticated, QString::fromLatin1(account)};
  };
  return {
      {claims("dora", "director"), Role::Director},
      {claims("dora", ""), Role::Director}, // what is claimed counts neither way
      {claims("max", "manager"), Role::Manager},
      {claims("max", "director", true), Role::Manager},
      {claims("ann", "analyst"), Role::Analyst},
      {claims("ann", "director"), Role::Analyst},
      {claims("ann", "system", true), Role::Analyst},
      {claims("nobody", "director"), Role::None},
      {claims("nobody", "system", true), Role::None},
      {claims("gus", "director"), Role::None},
      {claims("", ""), Role::None},
      {claims("system", "director"), Role::None},
      {claims("system", "system"), Role::None},
      {claims("system", "system", true, "root"), Role::None},
  };
}

} // namespace

class TestWriterRoles : public QObject {
  Q_OBJECT
  QTemporaryDir m_dir;

  void write(const char* name, const QByteArray& text) {
    QFile file(m_dir.filePath(QLatin1String(name)));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
  }

 private slots:
  void initTestCase() {
    write("first.csv", "sku,name,category,zone\nS2,two,c,Z1\n");
    write("second.csv", "sku,name,category,zone\nS3,three,c,Z1\n");
    write("bounds-first.csv", "sku,name,category,zone,min_price\nS4,four,c,Z1,1.00\n");
    write("bounds.csv", "sku,name,category,zone,min_price\nS1,s,c,Z1,1.00\n");
    write("map.json",
          R"({"kind":"products","columns":{"sku":"sku","name":"name","category":"category","zone":"zone"}})");
    write("sample.json", R"({"name":"n","currency":"USD","files":[{"file":"second.csv","mapping":"map.json"}]})");
  }

  void everyWriterAsksForItsRole_data() {
    QTest::addColumn<int>("index");
    int index = 0;
    for (const auto& part : {catalogWriters(), otherWriters(m_dir.path())})
      for (const Writer& writer : part)
        QTest::newRow(writer.name) << index++;
  }
  void everyWriterAsksForItsRole() {
    QFETCH(int, index);
    std::vector<Writer> all = catalogWriters();
    for (Writer& more : otherWriters(m_dir.path()))
      all.push_back(std::move(more));
    const Writer& writer = all[std::size_t(index)];
    for (const auto& [actor, role] : everybody()) {
      const QString who = actor.user + u'/' + actor.role;
      Desk desk(m_dir.path());
      const QString before = desk.everything();
      const Status tried = writer.attempt(desk, actor);
      if (role >= writer.least) {
        QVERIFY2(tried, qPrintable(who + u' ' + (tried ? QString() : tried.error().debugText())));
        QVERIFY2(desk.everything() != before, qPrintable(who)); // the attempt is one that changes something
        const AuditEntry last = desk.journal.entries(take(desk.journal.size()) - 1, 1)->front();
        QCOMPARE(last.actor, actor.user);
        QCOMPARE(last.role, roleName(role)); // the table's, not the claimed one
        continue;
      }
      QVERIFY2(!tried && tried.error().is(u"catalog.not-allowed"), qPrintable(who + u' ' + codeOf(tried)));
      QCOMPARE(tried.error().arguments.value(QStringLiteral("who")), actor.user);
      QCOMPARE(tried.error().arguments.value(QStringLiteral("role")), roleName(role));
      const Role needed = writer.asksTwice && role < Role::Analyst ? Role::Analyst : writer.least;
      QCOMPARE(tried.error().arguments.value(QStringLiteral("needed")), roleName(needed));
      QVERIFY2(desk.everything() == before, qPrintable(who));
      QVERIFY(!desk.db->inTransaction());
    }
    Desk desk(m_dir.path());
    QCOMPARE(codeOf(writer.attempt(desk, systemActor())), QString()); // a station
  }

  // Whatever bounds somebody is not his to move.
  void limitsAreForDirectors() {
    for (const SettingSpec& spec : settingsTable()) {
      const QString group = spec.key.section(u'.', 0, 0);
      const bool limits = group == u"approval" || group == u"guardrail" || group == u"breaker";
      QCOMPARE(leastRole(permissionForSetting(spec.key)), limits ? Role::Director : Role::Manager);
    }
    for (const PermissionRow& row : permissionTable())
      QVERIFY(row.least != Role::None);
  }

  void nobodyIsCalledLikeTheSystem() {
    Desk desk(m_dir.path());
    const Actor dora{QStringLiteral("dora"), {}, false};
    for (const char* name : {"system", "System", " SYSTEM "}) {
      QCOMPARE(codeOf(desk.catalog.putUser(dora, {QString::fromLatin1(name), {}, QStringLiteral("director")})),
               QStringLiteral("catalog.reserved-name"));
      auto db = take(Database::open(QStringLiteral(":memory:"), OpenMode::CreateNew));
      Journal journal(*db, desk.clock, desk.ids);
      CatalogStore fresh(*db, journal, desk.clock, desk.ids);
      QCOMPARE(
          codeOf(fresh.createWorkspace({QStringLiteral("W"), QStringLiteral("USD"), {}, QString::fromLatin1(name)})),
          QStringLiteral("catalog.reserved-name"));
    }
    QCOMPARE(codeOf(desk.catalog.putUser(dora, {QStringLiteral("ann"), {}, QStringLiteral("system")})),
             QStringLiteral("catalog.bad-role"));
  }

  // An exception names who approved it: somebody who may.
  void anExceptionIsApprovedBySomebodyWhoMay() {
    Desk desk(m_dir.path());
    for (const auto& [approver, code] :
         {std::pair{"ann", "catalog.not-allowed"}, {"nobody", "catalog.not-allowed"}, {"max", ""}, {"dora", ""}})
      QCOMPARE(codeOf(desk.catalog.putMarginException({QStringLiteral("max"), {}, false},
                                                      {1, QStringLiteral("clearance"), 0, desk.clock.now(),
                                                       desk.clock.now() + std::chrono::hours(1),
                                                       QString::fromLatin1(approver)})),
               QString::fromLatin1(code));
  }

  void theJournalNamesTheAccountBehindAName() {
    Desk desk(m_dir.path());
    need(desk.catalog.putCategory({QStringLiteral("ann"), QStringLiteral("analyst"), false, QStringLiteral("pc7")},
                                  {0, QStringLiteral("tea"), QStringLiteral("Tea")}));
    const AuditEntry last = desk.journal.entries(take(desk.journal.size()) - 1, 1)->front();
    QCOMPARE(last.actor, QStringLiteral("ann"));
    QCOMPARE(last.body.value(QStringLiteral("account")).toString(), QStringLiteral("pc7"));
    QVERIFY(take(desk.journal.verify()).intact());
  }
};

QTEST_GUILESS_MAIN(TestWriterRoles)
#include "tst_WriterRoles.moc"
