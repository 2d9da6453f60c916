// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lookbook/PolicyLook.h"

#include "engine/CatalogueView.h"
#include "shell/CostsLink.h"
#include "shell/EngineLink.h"
#include "shell/ImportsLink.h"
#include "shell/RulesLink.h"

#include <QEventLoop>
#include <QJsonDocument>

namespace pricewright::test {
namespace {

bool waitFor(const std::function<bool()>& done) {
  for (int i = 0; i < 400 && !done(); ++i) {
    QEventLoop loop;
    QTimer::singleShot(20, &loop, &QEventLoop::quit);
    loop.exec();
  }
  return done();
}

constexpr char kRules[] = R"([
  {"id": "r1", "name": "National brands never below cost of goods", "priority": 10, "enabled": true,
   "when": {"skus": ["OJ-TRO-*", "OJ-MMA-*"]}, "then": {"kind": "floor", "amount": "1.20"}},
  {"id": "r2", "name": "Match on key items", "priority": 20, "enabled": true,
   "when": {"roles": ["kvi"], "zones": ["North", "Lake"]}, "then": {"kind": "match", "against": "lowest"}},
  {"id": "r3", "name": "Friday night", "priority": 30, "enabled": true,
   "when": {"schedule": {"days": ["fri", "sat"], "from": "18:00", "to": "02:00"}}, "then": {"kind": "hold"}},
  {"id": "r4", "name": "Overstock: undercut", "priority": 40, "enabled": false,
   "when": {"stockAbove": 120, "categories": ["*"]}, "then": {"kind": "undercut", "percent": "3"}},
  {"id": "r5", "name": "Index of the rest", "priority": 50, "enabled": true,
   "when": {}, "then": {"kind": "index", "percent": "102"}},
  {"id": "r6", "name": "Summer ceiling", "priority": 60, "enabled": true,
   "when": {"skus": ["OJ-CIT-*"], "schedule": {"fromDate": "2025-06-01", "toDate": "2025-08-31"}},
   "then": {"kind": "ceiling", "amount": "4.00"}}
])";

QByteArray costFile() {
  QByteArray text = "Artikel;Filiale;Datum;EK-Preis;Lieferant\r\n";
  for (int i = 0; i < 40; ++i)
    text += QByteArray("OJ-TRO-64;North;0") + QByteArray::number(1 + i % 9) + ".03.2026;" +
            (i == 7 ? QByteArray("n/a") : QByteArray::number(1.2 + i * 0.01, 'f', 2).replace('.', ',')) +
            ";Citrus GmbH\r\n";
  return text;
}

} // namespace

void drawRules(Theme& theme, const QString& scheme, const QList<QSize>& sizes, const DrawPicture& draw) {
  const std::unique_ptr<SmallMarket> market = juiceMarket();
  for (const QSize size : sizes) {
    MainWindow window(theme);
    Engine engine;
    EngineLink link(engine, window);
    RulesLink rules(engine, window.rules());
    window.resize(size);
    window.show();
    link.open(market->path());
    waitFor([&] { return !window.workspacePath().isEmpty(); });
    window.openPage(&window.rules());
    RulesPage& page = window.rules();
    waitFor([&] { return page.summary().contains(QStringLiteral("rule")); });
    bool shown = false;
    engine.read(
        &page, [](Workspace& w, const JobContext&) { return rulesView(w); },
        [&](const Result<RulesView>& view) {
          RulesView drafted = *view;
          drafted.rules = QJsonDocument::fromJson(kRules).array();
          page.showRules(drafted);
          shown = true;
        });
    waitFor([&] { return shown; });
    page.table().focusLine(2);
    page.toggleRule();
    page.undoLast();
    page.table().focusLine(1);
    page.moveRule(1);
    page.check();
    waitFor([&] { return page.isChecked(); });
    page.table().focusLine(1);
    page.table().setFocus();
    draw(window, QStringLiteral("rules-") + scheme, size);
  }
}

void drawCosts(Theme& theme, const QString& scheme, const QList<QSize>& sizes, const DrawPicture& draw) {
  const std::unique_ptr<SmallMarket> market = juiceMarket();
  for (const QSize size : sizes) {
    MainWindow window(theme);
    Engine engine;
    EngineLink link(engine, window);
    CostsLink costs(engine, window.costs());
    window.resize(size);
    window.show();
    link.open(market->path());
    waitFor([&] { return !window.workspacePath().isEmpty(); });
    window.openPage(&window.costs());
    CostsPage& page = window.costs();
    engine.write(
        &page,
        [](Workspace& w, const JobContext&) -> Status {
          const Day today = dayOf(w.clock().now());
          PW_TRY(const CatalogueSnapshot catalogue, catalogueView(w));
          for (std::size_t i = 0; i < std::min<std::size_t>(catalogue.rows.size(), 14); ++i)
            if (const auto& cost = catalogue.rows[i].cost)
              PW_CHECK(w.setCost(
                  catalogue.rows[i].listingNo, CostKind::Replacement, today + std::chrono::days(i < 11 ? 0 : 14),
                  Amount{Decimal::fromMicros(cost->value.micros() / 100 * (104 + qint64(i % 4))), cost->currency}));
          return {};
        },
        [](const Status&) {});
    waitFor([&] { return page.events().rowCount() == 2; });
    page.eventTable().focusLine(1);
    page.eventTable().setFocus();
    draw(window, QStringLiteral("costs-") + scheme, size);
  }
}

void drawImports(Theme& theme, const QString& scheme, const QList<QSize>& sizes, const DrawPicture& draw) {
  const std::unique_ptr<SmallMarket> market = juiceMarket();
  const QString path = market->dir.filePath(QStringLiteral("Einkaufspreise März.csv"));
  QFile file(path);
  if (file.open(QIODevice::WriteOnly))
    file.write(costFile());
  file.close();
  for (const QSize size : sizes) {
    MainWindow window(theme);
    Engine engine;
    EngineLink link(engine, window);
    ImportsLink imports(engine, window.imports());
    window.resize(size);
    window.show();
    link.open(market->path());
    waitFor([&] { return !window.workspacePath().isEmpty(); });
    window.openPage(&window.imports());
    ImportsPage& page = window.imports();
    if (size == sizes.front())
      draw(window, QStringLiteral("imports-empty-") + scheme, size);
    page.openFiles({path});
    waitFor([&] { return page.verdict().contains(QStringLiteral("first")); });
    draw(window, QStringLiteral("imports-") + scheme, size);
  }
}

} // namespace pricewright::test
