// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "experiments/events/Assignment.h"
#include "statistics/Distributions.h"

#include <QTest>

#include <map>

using namespace pricewright;

namespace {

AssignmentPlan halves(std::string salt) {
  AssignmentPlan plan;
  plan.salt = std::move(salt);
  plan.shares = {5000, 5000};
  return plan;
}
std::string unitName(int i) { return "visitor-" + std::to_string(i); }

double chiSquare(std::span<const double> seen, std::span<const double> expected) {
  double sum = 0;
  for (std::size_t i = 0; i < seen.size(); ++i)
    sum += (seen[i] - expected[i]) * (seen[i] - expected[i]) / expected[i];
  return sum;
}

} // namespace

class TestAssignment : public QObject {
  Q_OBJECT
 private slots:
  // The vectors that the authors of SipHash published: key 00…0f, input 00, 01,
  // 02 … of the length given.
  void hashesAsPublished() {
    const SipKey key{0x0706050403020100ULL, 0x0f0e0d0c0b0a0908ULL};
    std::string input;
    for (char c = 0; c < 15; ++c)
      input += c;
    const std::map<std::size_t, std::uint64_t> published{{0, 0x726fdb47dd0e0e31ULL},
                                                         {1, 0x74f839c593dc67fdULL},
                                                         {7, 0xab0200f58b01d137ULL},
                                                         {8, 0x93f5f5799a932462ULL},
                                                         {15, 0xa129ca6149be45e5ULL}};
    for (const auto& [length, hash] : published)
      QCOMPARE(sipHash(key, std::string_view(input).substr(0, length)), hash);
    QCOMPARE(sipHash(key, std::uint64_t(0x0706050403020100ULL)),
             published.at(8)); // its bytes are 00 … 07
  }

  // Written down once: if one of these changes, running tests give their units
  // other prices.
  void staysAsItIsFromVersionToVersion() {
    const Assigner assigner = *Assigner::from(halves("summer prices"));
    std::string arms;
    for (int i = 0; i < 40; ++i)
      arms += char('A' + assigner.of(unitName(i)).arm);
    QCOMPARE(arms, std::string("AABBABAAABBABBABBAABABBAAAABAAAABAAABBAB"));
    QCOMPARE(nameNumber("visitor-1"), std::uint64_t(414337487504099194ULL));
  }

  void givesEveryArmItsShare() {
    AssignmentPlan plan = halves("shares");
    plan.shares = {1000, 2000, 3000, 4000};
    const Assigner assigner = *Assigner::from(plan);
    constexpr int kUnits = 400'000;
    std::vector<double> texts(4), numbers(4), expected;
    for (const int share : plan.shares)
      expected.push_back(double(kUnits) * share / kWhole);
    for (int i = 0; i < kUnits; ++i) {
      ++texts[std::size_t(assigner.of(unitName(i)).arm)];
      ++numbers[std::size_t(assigner.of(std::uint64_t(i)).arm)]; // counters, the worst of all ids
    }
    QVERIFY(chiSquareUpper(chiSquare(texts, expected), 3) > 1e-3);
    QVERIFY(chiSquareUpper(chiSquare(numbers, expected), 3) > 1e-3);
  }

  // 30 pairs of tests: in which arm a unit is in one says nothing about the
  // other.
  void isIndependentFromSaltToSalt() {
    constexpr int kUnits = 40'000, kSalts = 31;
    int low = 0;
    Assigner before = *Assigner::from(halves("salt 0"));
    for (int salt = 1; salt < kSalts; ++salt) {
      const Assigner next = *Assigner::from(halves("salt " + std::to_string(salt)));
      std::vector<double> cells(4), expected(4, kUnits / 4.0);
      for (int i = 0; i < kUnits; ++i)
        ++cells[std::size_t(2 * before.of(unitName(i)).arm + next.of(unitName(i)).arm)];
      const double p = chiSquareUpper(chiSquare(cells, expected), 3);
      QVERIFY(p > 1e-5);
      low += p < 0.05;
      before = next;
    }
    QVERIFY(low <= 6); // 1.5 are due
  }

  // 5 %, then 50 %, then all: whoever is in stays in, in its arm.
  void rampOnlyAddsUnits() {
    AssignmentPlan plan = halves("ramp");
    std::vector<int> armOf(20'000, -1);
    for (const int traffic : {500, 5000, kWhole}) {
      plan.traffic = traffic;
      const Assigner assigner = *Assigner::from(plan);
      std::vector<double> arms(2);
      for (std::size_t i = 0; i < armOf.size(); ++i) {
        const Assignment now = assigner.of(std::uint64_t(i));
        QVERIFY(armOf[i] < 0 || (now.isIn() && now.arm == armOf[i]));
        if (now.isIn())
          armOf[i] = now.arm, ++arms[std::size_t(now.arm)];
      }
      const double in = arms[0] + arms[1], due = double(armOf.size()) * traffic / kWhole;
      QVERIFY(std::abs(in - due) <= 4 * std::sqrt(due));
      QVERIFY(std::abs(arms[0] - arms[1]) <= 4 * std::sqrt(in));
    }
  }

  void testsOfOneLayerShareNobody() {
    AssignmentPlan a = halves("first"), b = halves("second"), c = halves("third");
    a.layer = b.layer = c.layer = "checkout";
    a.slotTo = 3000, b.slotFrom = 3000, b.slotTo = 6000, c.slotFrom = 5000;
    QVERIFY(excludeEachOther(a, b) && excludeEachOther(b, a) && !excludeEachOther(b, c));
    const Assigner first = *Assigner::from(a), second = *Assigner::from(b), third = *Assigner::from(c);
    int inFirst = 0, inSecond = 0, shared = 0;
    for (int i = 0; i < 100'000; ++i) {
      const bool one = first.of(unitName(i)).isIn(), two = second.of(unitName(i)).isIn();
      QVERIFY(!(one && two));
      inFirst += one, inSecond += two, shared += two && third.of(unitName(i)).isIn();
    }
    QVERIFY(std::abs(inFirst - 30'000) < 700 && std::abs(inSecond - 30'000) < 700);
    QVERIFY(shared > 9'000); // slots that overlap share units, so the check above can see
  }

  void holdoutIsTheSameForAllTests() {
    AssignmentPlan a = halves("one"), b = halves("two");
    a.holdoutSalt = b.holdoutSalt = "the holdout of this year";
    a.holdout = b.holdout = 500;
    const Assigner first = *Assigner::from(a), second = *Assigner::from(b);
    int out = 0;
    for (int i = 0; i < 100'000; ++i) {
      const bool held = first.of(unitName(i)).place == Assignment::Place::Holdout;
      QCOMPARE(second.of(unitName(i)).place == Assignment::Place::Holdout, held);
      out += held;
    }
    QVERIFY(std::abs(out - 5'000) < 300);
  }

  void refusesPlansThatAreNone_data() {
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("code");
    for (const char* what : {"sum", "negative", "traffic", "slots", "holdout"})
      QTest::newRow(what) << QString::fromUtf8(what) << QStringLiteral("experiment.bad-share");
    QTest::newRow("one arm") << QStringLiteral("one arm") << QStringLiteral("experiment.bad-shape");
    QTest::newRow("no salt") << QStringLiteral("no salt") << QStringLiteral("experiment.bad-setting");
  }
  void refusesPlansThatAreNone() {
    QFETCH(QString, what);
    QFETCH(QString, code);
    AssignmentPlan plan = halves("salt");
    QVERIFY(Assigner::from(plan));
    if (what == u"sum")
      plan.shares = {5000, 4999};
    else if (what == u"negative")
      plan.shares = {-1, 10'001};
    else if (what == u"traffic")
      plan.traffic = 10'001;
    else if (what == u"slots")
      plan.slotFrom = plan.slotTo = 500;
    else if (what == u"holdout")
      plan.holdout = -1;
    else if (what == u"one arm")
      plan.shares = {10'000};
    else
      plan.salt.clear();
    const auto refused = Assigner::from(plan);
    QVERIFY(!refused && refused.error().is(code));
  }

  // A test that is edited while it runs.
  void onlyARampMayFollow() {
    AssignmentPlan before = halves("running");
    before.traffic = 500, before.layer = "prices", before.slotTo = 5000;
    const auto refused = [&](auto&& edit) {
      AssignmentPlan after = before;
      edit(after);
      const Status status = mayFollow(before, after);
      return status ? QString() : status.error().arguments.value(QStringLiteral("what"));
    };
    QCOMPARE(refused([](AssignmentPlan& p) { p.traffic = 5000; }), QString());
    QCOMPARE(refused([](AssignmentPlan& p) { p.slotTo = 6000; }), QString());
    QCOMPARE(refused([](AssignmentPlan& p) { p.traffic = 400; }), QStringLiteral("traffic"));
    QCOMPARE(refused([](AssignmentPlan& p) { p.shares = {4000, 6000}; }), QStringLiteral("arms"));
    QCOMPARE(refused([](AssignmentPlan& p) { p.salt = "other"; }), QStringLiteral("salt"));
    QCOMPARE(refused([](AssignmentPlan& p) { p.slotTo = 4000; }), QStringLiteral("layer"));
    QCOMPARE(refused([](AssignmentPlan& p) { p.holdout = 1, p.holdoutSalt = "h"; }), QStringLiteral("holdout"));
  }
};

QTEST_APPLESS_MAIN(TestAssignment)
#include "tst_Assignment.moc"
