// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lookbook/CatalogueLook.h"

#include "shell/CatalogueLink.h"
#include "shell/EngineLink.h"
#include "support/SmallMarket.h"

#include <QEventLoop>

namespace pricewright::test {
namespace {

void wait(int ms) {
  QEventLoop loop;
  QTimer::singleShot(ms, &loop, &QEventLoop::quit);
  loop.exec();
}

constexpr char kNames[] =
    "UPDATE sku SET (code, name, brand, role) = (SELECT v.column2, v.column3, v.column4, v.column5 FROM (VALUES "
    "(1, 'OJ-TRO-64', 'Tropicana Premium 64 oz', 'Tropicana', 'kvi'), "
    "(2, 'OJ-TRO-96', 'Tropicana Premium 96 oz', 'Tropicana', 'foreground'), "
    "(3, 'OJ-MMA-64', 'Minute Maid 64 oz', 'Minute Maid', 'kvi'), "
    "(4, 'OJ-MMA-96', 'Minute Maid 96 oz', 'Minute Maid', 'foreground'), "
    "(5, 'OJ-FLO-64', 'Florida Gold 64 oz', 'Florida Gold', 'background'), "
    "(6, 'OJ-CIT-64', 'Citrus Hill 64 oz', 'Citrus Hill', 'background'), "
    "(7, 'OJ-TFR-64', 'Tree Fresh 64 oz', 'Tree Fresh', 'tail'), "
    "(8, 'OJ-DOM-64', 'Dominick''s 64 oz', 'Dominick''s', 'tail')) v WHERE v.column1 = sku.no) WHERE no <= 8";

struct Scene {
  MainWindow window;
  Engine engine;
  EngineLink link;
  CataloguePage* page;
  CatalogueLink catalogueLink;

  Scene(Theme& theme, const QString& path)
      : window(theme), link(engine, window), page(&window.catalogue()), catalogueLink(engine, *page) {
    window.resize(1440, 900);
    window.show();
    link.open(path);
    for (int i = 0; i < 100 && window.workspacePath().isEmpty(); ++i)
      wait(20);
    window.openPage(page);
    for (int i = 0; i < 150 && !page->session().model(); ++i)
      wait(20);
  }
};

} // namespace

std::unique_ptr<SmallMarket> juiceMarket() {
  auto market = std::make_unique<SmallMarket>(8, 4, 60);
  market->sql(kNames);
  market->sql("UPDATE price_zone SET code = CASE no WHEN 1 THEN 'North' WHEN 2 THEN 'South' WHEN 3 THEN 'West' ELSE "
              "'Lake' END");
  market->sql("UPDATE offer SET price_micro = price_micro * 112 / 100 WHERE match_no / 10 % 3 = 0");
  market->sql("DELETE FROM cost WHERE listing_no = 8");
  market->sql("INSERT INTO stock (listing_no, day, on_hand_milli) SELECT no, 20500, 1000 * (20 + no * 37 % 140) FROM "
              "listing");
  market->cycle(false);
  market->sql("UPDATE price SET from_ms = from_ms - 86400000 * (3 + listing_no * 13 % 60)");
  market->sql("UPDATE listing_demand SET elasticity_sd = 3 WHERE listing_no = 6");
  market->sql(qPrintable(
      QStringLiteral("INSERT OR REPLACE INTO workspace VALUES ('as_of_ms', '%1')").arg(toMillis(market->clock.now()))));
  market->ws.reset();
  return market;
}

void drawCatalogue(Theme& theme, const QString& scheme, const QList<QSize>& sizes, const DrawPicture& draw) {
  const std::unique_ptr<SmallMarket> market = juiceMarket();
  const auto scene = [&](const QString& name, QSize size, const std::function<void(CataloguePage&)>& prepare) {
    Scene s(theme, market->path());
    s.window.resize(size);
    wait(50);
    prepare(*s.page);
    wait(200);
    draw(s.window, name + scheme, size);
  };
  const auto tries = [](CataloguePage& page) {
    page.filters().setFilter({QStringLiteral("North"), {}, {}, false, false, false});
    page.table().focusLine(0);
    wait(150);
    page.session().step(4);
    page.table().setFocus();
  };
  for (const QSize size : sizes)
    scene(QStringLiteral("catalogue-"), size, tries);
  if (sizes.size() < 3)
    return;
  const QSize size(1440, 900);
  scene(QStringLiteral("catalogue-locked-"), size, [&](CataloguePage& page) {
    tries(page);
    page.toggleLock();
    page.table().moveFocus(2);
    wait(150);
    page.session().step(-3);
    page.chart().setFocus();
  });
  scene(QStringLiteral("catalogue-market-"), size,
        [](CataloguePage& page) { page.findChild<SavedViews*>()->choose(QStringLiteral("market")); });
  scene(QStringLiteral("catalogue-no-cost-"), size, [](CataloguePage& page) {
    page.table().focusKey(QStringLiteral("OJ-DOM-64|North"));
    wait(150);
    page.session().step(3);
  });
  scene(QStringLiteral("catalogue-no-match-"), size,
        [](CataloguePage& page) { page.filters().textField()->setText(QStringLiteral("grapefruit")); });
}

} // namespace pricewright::test
