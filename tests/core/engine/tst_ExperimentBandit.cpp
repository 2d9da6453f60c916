// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/experiments/ExperimentBandit.h"

#include "statistics/Random.h"

#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace pricewright;

// A bandit's log in a file: what its arms are worth, and who is to see which next.
class TestExperimentBandit : public QObject {
  Q_OBJECT
  QTemporaryDir m_folder;
  int m_files = 0;
  BanditFileWish wishOf(const QByteArray& text) {
    const QString path = m_folder.filePath(QString::number(++m_files) + QStringLiteral(".csv"));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
      qFatal("cannot write");
    BanditFileWish wish;
    wish.path = path, wish.reward = QStringLiteral("bought");
    return wish;
  }
  QString codeOf(const BanditFileWish& wish) {
    const auto answer = analyzeBanditFile(wish);
    return answer ? QString() : answer.error().code;
  }

 private slots:
  // Three prices, a share that follows the winner, rows in any order: the corrected lift holds the truth, and the share
  // goes to the price that pays, not to the one that most buy at.
  void followsWhatPays() {
    Random random(5);
    const char* const names[] = {"control", "mid", "low"};
    const double buys[] = {0.10, 0.10, 0.13};
    QByteArray head = "who,time,arm,p_control,p_mid,p_low,bought\n";
    QByteArrayList rows;
    for (int i = 0; i < 9000; ++i) {
      const double p[] = {i < 3000 ? 0.4 : 0.2, i < 3000 ? 0.3 : 0.2, i < 3000 ? 0.3 : 0.6};
      const double u = random.uniform();
      const int arm = u < p[0] ? 0 : u < p[0] + p[1] ? 1 : 2;
      QByteArray row =
          "v" + QByteArray::number(i) + "," + QByteArray::number(1'772'000'000 + 60 * i) + "," + names[arm];
      for (const double one : p)
        row += "," + QByteArray::number(one);
      rows.push_front(row + "," + (random.uniform() < buys[arm] ? "1" : "0") + "\n");
    }
    BanditFileWish wish = wishOf(head + rows.join());
    wish.worth = {{QStringLiteral("control"), 12}, {QStringLiteral("mid"), 10}, {QStringLiteral("low"), 5}};
    const auto got = analyzeBanditFile(wish);
    QVERIFY2(got, got ? "" : qPrintable(got.error().debugText()));
    QCOMPARE(got->arms, (QStringList{"control", "low", "mid"}));
    QCOMPARE(got->control, std::size_t(0));
    QVERIFY(got->areShares && !got->next.burningIn);
    QVERIFY(got->next.shares[0] > 0.7 && got->next.shares[1] >= 0.1 && got->next.shares[2] >= 0.1);
    const ArmEstimate& low = got->estimates.lifts[1]; // 0.65 − 1.20
    QVERIFY(low.low < -0.55 && -0.55 < low.high && low.high < 0);
    QVERIFY(got->estimates.watched[1].test.decided());
    QVERIFY(got->estimates.drawsP > 0.001);
    const QJsonObject json = banditJson(*got, wish);
    QCOMPARE(json["arms"].toArray().size(), 3);
    QVERIFY(json["lifts"][0]["anytime"].toObject().contains(QStringLiteral("p")));
  }

  // One reward of a million among fives decides what is the best arm: said, as are rows that are no numbers.
  void oneRewardThatDecidesIsSaid() {
    Random random(6);
    QByteArray text = "who,arm,p,bought\n";
    for (int i = 0; i < 4000; ++i)
      text += "v" + QByteArray::number(i) + (random.uniform() < 0.5 ? ",A,0.5," : ",B,0.5,") +
              QByteArray::number(5 + random.normal(), 'f', 3) + "\n";
    BanditFileWish wish = wishOf(text);
    QVERIFY(banditRemarks(*analyzeBanditFile(wish), wish).empty());
    wish = wishOf(text + "w,A,0.5,1000000\nx,A,0.5,1e300\n");
    const auto got = analyzeBanditFile(wish);
    QVERIFY2(got, got ? "" : qPrintable(got.error().debugText()));
    const std::vector<Error> said = banditRemarks(*got, wish);
    QCOMPARE(said.size(), std::size_t(2));
    QVERIFY(said[0].is(u"experiment.rows-left-out"));
    QCOMPARE(said[0].arguments.value(QStringLiteral("value")), QStringLiteral("1e300"));
    QVERIFY(said[1].is(u"experiment.one-reward-decides"));
    QCOMPARE(said[1].arguments.value(QStringLiteral("arm")), QStringLiteral("A"));
    QCOMPARE(banditJson(*got, wish)["remarks"].toArray().size(), 2);
  }

  // Of two arms the other's probability is what is left; of three it is told by the round.
  void probabilitiesOfTheOthersFollow() {
    QByteArray two = "arm,probability,bought\n", rounds = two;
    for (int i = 0; i < 400; ++i) {
      two += i % 4 ? "A,0.75,3.5\n" : "B,0.25,1.5\n";
      const double p = i < 200 ? 0.2 : 0.4;
      const int arm = i % 3;
      rounds += QByteArray(arm == 0   ? "A,"
                           : arm == 1 ? "B,"
                                      : "C,") +
                QByteArray::number(arm == 0 ? p : (1 - p) / 2, 'f', 3) + "," + QByteArray::number(i % 5) + "\n";
    }
    const auto got = analyzeBanditFile(wishOf(two));
    QVERIFY2(got, got ? "" : qPrintable(got.error().debugText()));
    QVERIFY(!got->areShares);
    QVERIFY(got->next.burningIn); // a thousand of each
    QCOMPARE(got->next.shares, (std::vector<double>{0.5, 0.5}));
    QVERIFY(std::abs(got->estimates.arms[0].weighted - 3.5) < 1e-9);
    QCOMPARE(codeOf(wishOf(rounds)), QString());
  }

  // Thompson's way: the probability is another one at each row, and only that of the arm drawn is told.
  void probabilitiesMayChangeAtEachRow() {
    Random random(11);
    QByteArray two = "arm,probability,bought\n", both = "arm,p_A,p_B,bought\n";
    for (int i = 0; i < 4000; ++i) {
      const double a = std::round(1e4 * (0.3 + 0.4 * random.uniform())) / 1e4;
      const bool isA = random.uniform() < a;
      const QByteArray bought = random.uniform() < (isA ? 0.2 : 0.3) ? ",1\n" : ",0\n";
      two += (isA ? "A," : "B,") + QByteArray::number(isA ? a : 1 - a, 'f', 4) + bought;
      both += (isA ? "A," : "B,") + QByteArray::number(a, 'f', 4) + ',' + QByteArray::number(1 - a, 'f', 4) + bought;
    }
    const auto got = analyzeBanditFile(wishOf(two)), full = analyzeBanditFile(wishOf(both));
    QVERIFY2(got && full, got ? "" : qPrintable(got.error().debugText()));
    QVERIFY(std::abs(got->estimates.lifts[1].robust - full->estimates.lifts[1].robust) < 1e-9);
    QVERIFY(std::abs(got->estimates.lifts[1].robust - 0.1) < 0.05);
    QVERIFY(got->estimates.drawsP > 0.001);
  }

  // A round ends without any arm's having come twice, too.
  void roundsEndWhereTheirSumWouldNotBeOne() {
    QByteArray rows = "arm,probability,bought\n";
    for (int i = 0; i < 40; ++i)
      rows += i % 2 ? "A,0.5,1\nB,0.1,0\nC,0.4,1\n" : "A,0.2,1\nB,0.1,0\nC,0.7,1\n";
    rows += "A,0.2,1\nB,0.1,0\nC,0.4,1\nA,0.5,1\nB,0.1,1\n"; // C was not drawn in the round before its last
    QCOMPARE(codeOf(wishOf(rows)), QString());
  }

  void theFirstOfAUnitInTimeCounts() {
    const QByteArray head = "user_id,time,arm,probability,bought\n";
    const auto got =
        analyzeBanditFile(wishOf(head + "v1,2026-03-02T10:00:00Z,A,0.5,0\nv1,2026-03-02T09:00:00Z,A,0.5,3\n"
                                        "v2,2026-03-02T09:00:00Z,A,0.5,1\nv3,2026-03-02T09:00:00Z,B,0.5,1\n"
                                        "v4,2026-03-02T09:00:00Z,B,0.5,0\n"));
    QVERIFY2(got, got ? "" : qPrintable(got.error().debugText()));
    QCOMPARE(got->repeated, qint64(1));
    QCOMPARE(got->estimates.arms[0].plainMean, 2.0);
  }

  void logsThatCannotBeJudgedAreRefused() {
    QCOMPARE(codeOf(wishOf("arm,bought\nA,1\nB,0\n")), QStringLiteral("experiment.no-column"));
    QCOMPARE(codeOf(wishOf("arm,probability,bought\nA,0.5,1\nA,0.5,0\n")), QStringLiteral("experiment.one-arm"));
    const auto unknown = analyzeBanditFile(
        wishOf("time,arm,probability,bought\n1772000300,C,0.1,1\n1772000100,A,0.5,1\n1772000200,B,0.3,0\n"));
    QVERIFY(!unknown && unknown.error().is(u"experiment.unknown-probabilities"));
    QCOMPARE(unknown.error().arguments.value(QStringLiteral("row")), QStringLiteral("2")); // as it stands in the file
    QCOMPARE(codeOf(wishOf("arm,probability,bought\nA,1.5,1\nB,0.4,0\n")), QStringLiteral("experiment.bad-rows"));
    QCOMPARE(codeOf(wishOf("arm,probability,bought\nA,0.5,1\nB,0.5,0\n")), QStringLiteral("experiment.too-few-units"));
    BanditFileWish wish = wishOf("arm,probability,bought\nA,0.5,1\nB,0.5,0\nA,0.5,0\nB,0.5,1\n");
    QCOMPARE(codeOf(wish), QString());
    wish.control = QStringLiteral("C");
    QCOMPARE(codeOf(wish), QStringLiteral("experiment.unknown-arm"));
  }
};

QTEST_GUILESS_MAIN(TestExperimentBandit)
#include "tst_ExperimentBandit.moc"
