// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "orders/Order.h"

#include <QTest>

#include <random>

using namespace pricewright;

namespace {

const Currency kEuro = *Currency::fromCode(u"EUR"), kYen = *Currency::fromCode(u"JPY");

class Dice {
 public:
  explicit Dice(std::uint32_t seed) : m_engine(seed) {}
  int below(int n) { return int(m_engine() % std::uint32_t(n)); }
  template <class T> void shuffle(std::vector<T>& v) {
    for (std::size_t i = v.size(); i > 1; --i)
      std::swap(v[i - 1], v[std::size_t(below(int(i)))]);
  }

 private:
  std::mt19937 m_engine;
};

Movement movement(MovementKind kind, MovementStatus status, qint64 minor, const char* id = "o", const char* on = "") {
  Movement m;
  m.provider = QStringLiteral("p"), m.objectId = QLatin1String(id), m.kind = kind, m.status = status;
  m.amountMinor = minor, m.authorizedMinor = kind == MovementKind::Charge ? minor : 0, m.currency = kEuro;
  m.parentId = QLatin1String(on), m.hasMoved = true;
  return m;
}
Movement anyMovement(Dice& dice) {
  Movement m = movement(MovementKind(dice.below(5)), MovementStatus(dice.below(14)), dice.below(3));
  m.authorizedMinor = dice.below(3), m.currency = dice.below(4) == 0 ? kYen : kEuro, m.hasMoved = dice.below(2) == 0;
  const auto word = [&] { return dice.below(2) == 0 ? QString() : QString::number(dice.below(3)); };
  m.parentId = word(), m.intentRef = word(), m.orderRef = word(), m.unitHash = word(), m.customerHash = word();
  m.code = word(), m.quantityMilli = dice.below(3);
  m.happened = fromMillis(dice.below(3)), m.asOf = fromMillis(dice.below(3));
  return m;
}
MoneyTotals sumOf(const std::vector<Movement>& all, Currency c = kEuro) {
  MoneySum sum;
  for (const Movement& m : all)
    if (!sum.add(m))
      qFatal("does not add up");
  const TotalsByCurrency totals = *sum.totals();
  for (const auto& [currency, t] : totals)
    if (currency == c)
      return t;
  return {};
}
OrderState stateOf(const std::vector<Movement>& all) {
  MoneySum sum;
  for (const Movement& m : all)
    if (!sum.add(m))
      qFatal("does not add up");
  return orderState(*sum.totals());
}

} // namespace

class tst_Order : public QObject {
  Q_OBJECT
 private slots:
  void joiningStatesNeitherMindsOrderNorRepetition() {
    Dice dice(11);
    for (int i = 0; i < 20'000; ++i) {
      const Movement a = anyMovement(dice), b = anyMovement(dice), c = anyMovement(dice);
      QCOMPARE(merged(a, a), a);
      QCOMPARE(merged(a, b), merged(b, a));
      QCOMPARE(merged(merged(a, b), c), merged(a, merged(b, c)));
      QCOMPARE(merged(merged(a, b), b), merged(a, b));
    }
  }

  void theStateThatIsFartherOnWinsWhateverItsTime() {
    Movement authorized = movement(MovementKind::Charge, MovementStatus::Authorized, 0);
    Movement captured = movement(MovementKind::Charge, MovementStatus::Captured, 700);
    authorized.asOf = fromMillis(5000), captured.asOf = fromMillis(1000); // another clock
    QCOMPARE(merged(authorized, captured).amountMinor, 700);
    Movement more = captured;
    more.amountMinor = 900;
    QCOMPARE(merged(more, captured).amountMinor, 900);
    Movement refund = movement(MovementKind::Refund, MovementStatus::Succeeded, 300), failed = refund;
    failed.status = MovementStatus::Failed;
    QVERIFY(counts(refund));
    QVERIFY(!counts(merged(failed, refund)));
    Movement won = movement(MovementKind::Dispute, MovementStatus::Won, 300), lost = won;
    lost.status = MovementStatus::Lost, lost.asOf = fromMillis(1), won.asOf = fromMillis(2);
    QCOMPARE(merged(won, lost).status, MovementStatus::Won); // of two ends the later
  }

  void sumsCountWhatIsMoneyAndNothingElse() {
    using enum MovementStatus;
    const std::vector<Movement> all{movement(MovementKind::Charge, Captured, 1000, "a"),
                                    movement(MovementKind::Charge, Authorized, 500, "b"),
                                    movement(MovementKind::Charge, Failed, 500, "c"),
                                    movement(MovementKind::Refund, Pending, 100, "d", "a"),
                                    movement(MovementKind::Refund, NeedsAction, 100, "e", "a"),
                                    movement(MovementKind::Refund, Failed, 100, "f", "a"),
                                    movement(MovementKind::Dispute, Inquiry, 1000, "g", "a"),
                                    movement(MovementKind::Dispute, Open, 200, "h", "a"),
                                    movement(MovementKind::Dispute, Lost, 300, "i", "a"),
                                    movement(MovementKind::Dispute, Won, 300, "j", "a"),
                                    movement(MovementKind::Fee, Booked, 30, "k", "a"),
                                    movement(MovementKind::Fee, Booked, -10, "l", "a"),
                                    movement(MovementKind::Intent, Succeeded, 1000, "m"),
                                    movement(MovementKind::Charge, Void, 1000, "n")};
    const MoneyTotals t = sumOf(all);
    QCOMPARE(t.captured, 1000);
    QCOMPARE(t.refunded, 100);
    QCOMPARE(t.disputed, 200);
    QCOMPARE(t.lost, 300);
    QCOMPARE(t.fees, 20);
    QCOMPARE(t.net(), 380);
  }

  void theRestOfAPartialCaptureIsNoRefund() {
    Movement charge = movement(MovementKind::Charge, MovementStatus::Captured, 700, "ch");
    charge.authorizedMinor = 1000;
    Movement release = movement(MovementKind::Refund, MovementStatus::Succeeded, 300, "re", "ch");
    release.hasMoved = false;
    std::vector<Movement> all{charge, release};
    for (int order = 0; order < 2; ++order) {
      const MoneyTotals t = sumOf(all);
      QCOMPARE(t.refunded, 0);
      QCOMPARE(t.releases, 1);
      QCOMPARE(t.net(), 700);
      std::swap(all[0], all[1]);
    }
    Movement real = release; // booked: it was given back
    real.hasMoved = true;
    QCOMPARE(sumOf({charge, real}).net(), 400);
    Movement again = release; // a release comes once
    again.objectId = QStringLiteral("re2");
    QCOMPARE(sumOf({charge, release, again}).net(), 400);
  }

  void anOrderIsWhatItsMovementsMakeOfIt() {
    using enum MovementStatus;
    const Movement paid = movement(MovementKind::Charge, Captured, 1000, "a");
    const auto refund = [](qint64 minor, const char* id = "r") {
      return movement(MovementKind::Refund, Succeeded, minor, id, "a");
    };
    QCOMPARE(stateOf({}), OrderState::Open);
    QCOMPARE(stateOf({refund(100)}), OrderState::Open); // its order is still to come
    QCOMPARE(stateOf({paid}), OrderState::Paid);
    QCOMPARE(stateOf({refund(100), paid}), OrderState::PartlyRefunded);
    QCOMPARE(stateOf({paid, refund(1000)}), OrderState::Refunded);
    QCOMPARE(stateOf({paid, refund(600), refund(600, "s")}), OrderState::Mixed);
    QCOMPARE(stateOf({paid, movement(MovementKind::Dispute, Open, 1000, "d", "a")}), OrderState::Disputed);
    QCOMPARE(stateOf({paid, movement(MovementKind::Dispute, Lost, 1000, "d", "a")}), OrderState::ChargedBack);
    Movement yen = paid;
    yen.currency = kYen, yen.objectId = QStringLiteral("y");
    QCOMPARE(stateOf({paid, yen}), OrderState::Mixed);
    Movement fee = movement(MovementKind::Fee, Booked, 3, "f", "a");
    fee.currency = kYen; // the account's own currency
    QCOMPARE(stateOf({paid, fee}), OrderState::Paid);
  }

  void sumsBeyondSixtyFourBitsAreRefused() {
    MoneySum sum;
    constexpr qint64 kMost = std::numeric_limits<qint64>::max();
    QVERIFY(sum.add(movement(MovementKind::Charge, MovementStatus::Captured, kMost, "a")));
    const Status more = sum.add(movement(MovementKind::Charge, MovementStatus::Captured, 1, "b"));
    QVERIFY(!more);
    QCOMPARE(more.error().code, QStringLiteral("money.out-of-range"));
  }

  void everyNameIsReadBack() {
    for (int k = 0; k < 5; ++k)
      QCOMPARE(movementKindFrom(movementKindName(MovementKind(k))), MovementKind(k));
    for (int k = 0; k < 14; ++k)
      QCOMPARE(movementStatusFrom(movementStatusName(MovementStatus(k))), MovementStatus(k));
    QVERIFY(!movementStatusFrom(u"nothing"));
  }
};

QTEST_APPLESS_MAIN(tst_Order)
#include "tst_Order.moc"
