// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lookbook/PolicyLook.h"

#include "engine/views/CatalogueView.h"
#include "shell/EngineLink.h"
#include "shell/PageLinks.h"

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

// A whole window over a workspace.
struct Scene {
  MainWindow window;
  Engine engine;
  EngineLink link{engine, window};
  PageLinks links{engine, window};

  Scene(Theme& theme, QSize size, const QString& path) : window(theme) {
    window.resize(size);
    window.show();
    link.open(path);
    waitFor([this] { return !window.workspacePath().isEmpty(); });
  }
};

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

// The same calendar a hundred times over, with names as long as German makes them.
PromotionCalendar tenThousand(PromotionCalendar calendar) {
  const std::vector<PromotionRow> few = calendar.rows;
  calendar.rows.clear();
  for (int i = 0; i < 10'000 && !few.empty(); ++i) {
    PromotionRow row = few[std::size_t(i) % few.size()];
    row.sku = QStringLiteral("OSK-%1").arg(i, 6, 10, QLatin1Char('0'));
    row.product = QStringLiteral("Orangensaftkonzentrat, ungesüßt, Familienvorratspackung %1").arg(i);
    row.zone = QStringLiteral("Mecklenburg-Vorpommern");
    calendar.rows.push_back(std::move(row));
  }
  return calendar;
}

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
    Scene scene(theme, size, market->path());
    MainWindow& window = scene.window;
    window.openPage(&window.rules());
    RulesPage& page = window.rules();
    waitFor([&] { return page.summary().contains(QStringLiteral("rule")); });
    bool shown = false;
    scene.engine.read(
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
    Scene scene(theme, size, market->path());
    MainWindow& window = scene.window;
    window.openPage(&window.costs());
    CostsPage& page = window.costs();
    scene.engine.write(
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

// Some promotions that ran with more sold, one that runs, some that are planned; and the form for more.
void drawPromotions(Theme& theme, const QString& scheme, const QList<QSize>& sizes, const DrawPicture& draw) {
  const std::unique_ptr<SmallMarket> market = juiceMarket();
  for (const QSize size : sizes) {
    Scene scene(theme, size, market->path());
    MainWindow& window = scene.window;
    window.openPage(&window.promotions());
    PromotionsPage& page = window.promotions();
    if (size == sizes.front()) {
      waitFor([&] { return !page.model().calendar().zones.empty(); });
      draw(window, QStringLiteral("promotions-empty-") + scheme, size);
    }
    scene.engine.write(
        &page,
        [](Workspace& w, const JobContext&) -> Status {
          const Day today = dayOf(w.clock().now());
          PW_TRY(const CatalogueSnapshot catalogue, catalogueView(w));
          PromotionStore store(w.database(), w.journal());
          IdSource ids(w.clock());
          PW_TRY(Transaction in, Transaction::begin(w.database()));
          for (std::size_t i = 0; i < std::min<std::size_t>(catalogue.rows.size(), 16); ++i)
            for (int k = 0; k < 2; ++k) {
              const CatalogueRow& row = catalogue.rows[i];
              const Day from = today + std::chrono::days(-70 + int(i) * 4 + k * (49 + int(i % 3) * 14));
              const auto price = row.price.minor() * (88 - qint64(i % 4) * 5) / 100;
              PW_CHECK(store.put(w.me(), {ids.next(),
                                          {row.listingNo, 0, from, from + std::chrono::days(6 + int(i % 2) * 7), price,
                                           QStringLiteral("price")},
                                          {}}));
            }
          return in.commit();
        },
        [](const Status&) {});
    waitFor([&] { return page.model().rowCount() > 20; });
    page.table().focusLine(9);
    page.table().setFocus();
    draw(window, QStringLiteral("promotions-") + scheme, size);
    page.plan(QStringLiteral("OJ-*"));
    waitFor([&] { return page.card().button()->isEnabled(); });
    draw(window, QStringLiteral("promotions-plan-") + scheme, size);
    page.card().dismiss();
    page.showCalendar(tenThousand(page.model().calendar()));
    page.table().focusLine(4'000);
    draw(window, QStringLiteral("promotions-ten-thousand-") + scheme, size);
  }
}

void drawTargets(Theme& theme, const QString& scheme, const QList<QSize>& sizes, const DrawPicture& draw) {
  const std::unique_ptr<SmallMarket> market = juiceMarket();
  for (const QSize size : sizes) {
    Scene scene(theme, size, market->path());
    MainWindow& window = scene.window;
    window.openPage(&window.targets());
    TargetsPage& page = window.targets();
    waitFor([&] { return page.model().rowCount() > 1; });
    if (size == sizes.front()) {
      TargetsView none = page.model().view();
      none.rows.assign(1, TargetRow());
      none.through.reset();
      page.showTargets(none);
      draw(window, QStringLiteral("targets-empty-") + scheme, size);
    }
    page.choosePeriod(PeriodKind::Quarter);
    waitFor([&] { return page.model().view().period.kind == PeriodKind::Quarter; });
    std::vector<TargetWish> wishes;
    const TargetsView view = page.model().view();
    for (std::size_t i = 0; i < view.rows.size(); ++i) {
      const TargetRow& row = view.rows[i];
      const double share[] = {1.0, 0.9, 1.1, 1.25};
      if (row.expected)
        wishes.push_back({row.categoryNo, view.period.key(), TargetMeasure::Revenue,
                          Decimal::fromMicros(qint64(*row.expected * share[i % 4] / 100) * 100'000'000)});
      wishes.push_back({row.categoryNo, view.period.key(), TargetMeasure::Margin,
                        Decimal::fromMicros((30 + qint64(i) * 4) * 1'000'000)});
      wishes.push_back({row.categoryNo, view.period.key(), TargetMeasure::Index, Decimal::fromMicros(100'000'000)});
    }
    bool done = false;
    QObject::connect(&page, &Page::noticed, &page, [&] { done = true; });
    emit page.setRequested(wishes);
    waitFor([&] { return done && !page.model().at(0).marginTarget->toString().isEmpty(); });
    page.table().focusLine(1);
    page.table().setFocus();
    draw(window, QStringLiteral("targets-") + scheme, size);
    window.openPage(&window.catalogue());
    waitFor([&] { return window.catalogue().model().rowCount() > 0; });
    for (const bool zones : {false, true}) {
      zones ? window.catalogue().editZones() : window.catalogue().newProduct();
      QWidget* const card =
          zones ? static_cast<QWidget*>(window.findChild<ZoneCard*>()) : window.findChild<ProductCard*>();
      waitFor([&] { return card->isVisible(); });
      draw(window, (zones ? QStringLiteral("zones-") : QStringLiteral("product-")) + scheme, size);
      window.findChild<ZoneCard*>()->dismiss();
      window.findChild<ProductCard*>()->dismiss();
    }
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
    Scene scene(theme, size, market->path());
    MainWindow& window = scene.window;
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
