// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lookbook/TodayLook.h"

#include "shell/EngineLink.h"
#include "shell/TodayLink.h"
#include "support/SmallMarket.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QKeyEvent>
#include <QTimer>

namespace pricewright::test {
namespace {

void wait(int ms) {
  QEventLoop loop;
  QTimer::singleShot(ms, &loop, &QEventLoop::quit);
  loop.exec();
}

void standAtItsTime(SmallMarket& market) {
  market.sql(qPrintable(
      QStringLiteral("INSERT OR REPLACE INTO workspace VALUES ('as_of_ms', '%1')").arg(toMillis(market.clock.now()))));
  market.ws.reset();
}

// Two cycles, prices that went out since yesterday, competitors that moved, a source that is late, costs that are
// missing and coming.
std::unique_ptr<SmallMarket> busyMarket() {
  auto market = std::make_unique<SmallMarket>(8, 4, 110);
  market->cycle();
  market->clock.advance(std::chrono::hours(20));
  market->offers(0.96);
  market->cycle();
  market->sql("DELETE FROM cost WHERE listing_no = 8");
  market->sql("INSERT INTO cost SELECT listing_no, kind, from_day + 100000, amount_micro, currency, NULL FROM cost "
              "WHERE listing_no < 8 AND kind = 'replacement' LIMIT 0");
  market->sql(qPrintable(QStringLiteral("INSERT INTO cost (listing_no, kind, from_day, amount_micro, currency) SELECT "
                                        "no, 'replacement', %1, 2100000, 'USD' FROM listing WHERE no BETWEEN 9 AND 14")
                             .arg(toDayNumber(dayOf(market->clock.now())) + 3)));
  market->sql("INSERT INTO source (no, id, code, name) VALUES (2, 's2', 'omni', 'Omni')");
  market->sql(qPrintable(QStringLiteral("INSERT INTO offer (match_no, source_no, seller, observed_ms, price_micro, "
                                        "currency) VALUES (10, 2, 'omni', %1, 3000000, 'USD')")
                             .arg(toMillis(market->clock.now() - std::chrono::hours(50)))));
  standAtItsTime(*market);
  return market;
}

struct Scene {
  MainWindow window;
  Engine engine;
  EngineLink link;
  TodayLink todayLink;

  Scene(Theme& theme, const QString& path) : window(theme), link(engine, window), todayLink(engine, window.today()) {
    window.resize(1440, 900);
    window.show();
    link.open(path);
    for (int i = 0; i < 100 && window.today().tile(0).figure().definition.isEmpty(); ++i)
      wait(20);
    wait(50);
  }
};

} // namespace

void drawToday(Theme& theme, const QString& scheme, const QList<QSize>& sizes, const DrawPicture& draw) {
  {
    const std::unique_ptr<SmallMarket> market = busyMarket();
    Scene s(theme, market->path());
    for (const QSize size : sizes)
      draw(s.window, QStringLiteral("today-") + scheme, size);
    s.window.today().timeline().setFocus();
    QKeyEvent down(QEvent::KeyPress, Qt::Key_Down, Qt::NoModifier);
    for (int i = 0; i < 4; ++i)
      QCoreApplication::sendEvent(&s.window.today().timeline(), &down);
    draw(s.window, QStringLiteral("today-station-") + scheme, sizes.front());
  }
  SmallMarket empty(0, 1, 0);
  standAtItsTime(empty);
  Scene s(theme, empty.path());
  draw(s.window, QStringLiteral("today-empty-") + scheme, sizes.front());
}

} // namespace pricewright::test
