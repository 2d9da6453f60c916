// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "orders/RevenueFreshness.h"

#include <QTest>

using namespace pricewright;
using std::chrono::hours;
using std::chrono::minutes;

class tst_RevenueFreshness : public QObject {
  Q_OBJECT
  const Instant m_now = fromMillis(1'700'000'000'000);
  RevenueFreshness of(std::optional<Duration> event, std::optional<Duration> books, bool reconciles = true) const {
    const auto ago = [&](std::optional<Duration> d) { return d ? std::optional(m_now - *d) : std::nullopt; };
    return revenueFreshness(ago(event), ago(books), reconciles, {}, m_now);
  }
 private slots:
  void whatNeverSpokeIsSilent() {
    QCOMPARE(of({}, {}).state, FeedState::Silent);
    QCOMPARE(of({}, {}).why, QStringLiteral("revenue.never"));
  }
  void aQuietNightIsFreshAsLongAsBooksAreCompared() {
    QCOMPARE(of(hours(9), minutes(50)).state, FeedState::Fresh);
    QCOMPARE(of({}, minutes(50)).state, FeedState::Fresh);
  }
  void eventsAloneAreNotEnoughWhereAGatewayCanLoseThem() {
    QCOMPARE(of(minutes(1), hours(3)).state, FeedState::Fresh);
    QCOMPARE(of(minutes(1), hours(7)).state, FeedState::Late);
    QCOMPARE(of(minutes(1), hours(7)).why, QStringLiteral("revenue.no-reconciliation"));
    QCOMPARE(of(minutes(1), {}).state, FeedState::Late);
    QCOMPARE(of(minutes(1), {}, false).state, FeedState::Fresh); // files only
  }
  void lateThenSilentAtTheLimits() {
    QCOMPARE(of(hours(2), {}, false).state, FeedState::Fresh);
    QCOMPARE(of(hours(2) + Duration(1), {}, false).state, FeedState::Late);
    QCOMPARE(of(hours(6), {}, false).state, FeedState::Late);
    QCOMPARE(of(hours(6) + Duration(1), {}, false).state, FeedState::Silent);
    QCOMPARE(of(hours(7), hours(7)).state, FeedState::Silent);
  }
  void aFileIsNewsOfItsNewestOrder() {
    const Instant loaded = m_now;
    QCOMPARE(newsOfFile(loaded, loaded - hours(23)), loaded); // a day is written out when it is over
    QCOMPARE(newsOfFile(loaded, loaded - hours(25)), loaded - hours(25));
    QCOMPARE(newsOfFile(loaded, std::nullopt), loaded);
  }
  void newsFromTheFutureProvesNothing() {
    QCOMPARE(of(-hours(30), {}, false).state, FeedState::Silent);
    QCOMPARE(of(-hours(30), {}, false).why, QStringLiteral("revenue.clock"));
    QCOMPARE(of(-minutes(4), {}, false).state, FeedState::Fresh); // two clocks
    QCOMPARE(of(-hours(30), hours(3)).state, FeedState::Late);
  }
};

QTEST_APPLESS_MAIN(tst_RevenueFreshness)
#include "tst_RevenueFreshness.moc"
