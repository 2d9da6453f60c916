// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/Engine.h"
#include "pages/Page.h"
#include "support/SmallMarket.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>

namespace pricewright::test {

// One page before a small market, answered by the real engine. What the market needs first is done with `market.ws`;
// open() then hands the file to the engine, in the market's own time.
template <class PageType, class Link> struct PageDesk {
  SmallMarket market;
  Theme theme;
  Engine engine;
  PageType page{theme};
  Link link{engine, page};
  QSignalSpy noticed{&page, &Page::noticed};

  // Returns once `there` holds.
  void open(const std::function<bool()>& there, Duration later = {}) {
    need(market.ws->catalog().setWorkspaceValue(market.ws->me(), QStringLiteral("as_of_ms"),
                                                QString::number(toMillis(market.clock.now() + later))));
    market.ws.reset();
    page.resize(1240, 800);
    page.show();
    QApplication::setActiveWindow(&page);
    engine.openWorkspace(market.path());
    if (!until(there))
      qFatal("the page does not fill");
    page.focusMain();
  }
  bool until(const std::function<bool()>& done) { return QTest::qWaitFor(done, 20'000); }
  QString said() { return noticed.isEmpty() ? QString() : noticed.last().first().toString(); }
};

} // namespace pricewright::test
