// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lookbook/PublicationsLook.h"

#include "shell/EngineLink.h"
#include "shell/PublicationsLink.h"
#include "support/SmallMarket.h"

#include <QEventLoop>

namespace pricewright::test {
namespace {

using std::chrono::hours;
using std::chrono::seconds;

void wait(int ms) {
  QEventLoop loop;
  QTimer::singleShot(ms, &loop, &QEventLoop::quit);
  loop.exec();
}

constexpr char kNames[] =
    "UPDATE sku SET (code, name) = (SELECT v.column2, v.column3 FROM (VALUES (1, 'OJ-TRO-64', 'Tropicana Premium 64 "
    "oz'), (2, 'OJ-TRO-96', 'Tropicana Premium 96 oz'), (3, 'OJ-MMA-64', 'Minute Maid 64 oz'), (4, 'OJ-MMA-96', "
    "'Minute Maid 96 oz'), (5, 'OJ-FLO-64', 'Florida Gold 64 oz'), (6, 'OJ-CIT-64', 'Citrus Hill 64 oz')) v WHERE "
    "v.column1 = sku.no)";

struct Story {
  std::unique_ptr<SmallMarket> market = std::make_unique<SmallMarket>(6, 4, 60);

  qint64 make(std::size_t rows, const char* name, std::optional<Day> day = {}) {
    BatchWish wish;
    wish.name = QString::fromUtf8(name);
    wish.day = day;
    const auto pending = take(market->ws->queue()).pending;
    for (std::size_t i = 0; i < std::min(rows, pending.size()); ++i)
      wish.rows.push_back({pending[i].id, pending[i].contentHash});
    return take(market->ws->makeBatch(wish)).batches.at(0);
  }
  void release(qint64 no) {
    market->clock.advance(seconds(3700));
    take(market->ws->releaseBatch(no));
  }
  void changeFile() {
    QByteArray bytes = market->prices();
    bytes.insert(bytes.indexOf(",North,") + 7, '1');
    const qsizetype line = bytes.indexOf('\n', bytes.indexOf('\n', 400) + 1) + 1;
    bytes.remove(line, bytes.indexOf('\n', line) + 1 - line);
    QFile file(market->priceFile());
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
      qFatal("cannot write");
  }

  explicit Story(bool empty) {
    Workspace& w = *market->ws;
    market->sql(kNames);
    market->sql("UPDATE price_zone SET code = CASE no WHEN 1 THEN 'North' WHEN 2 THEN 'South' WHEN 3 THEN 'West' ELSE "
                "'Lake' END");
    need(w.catalog().setSetting(w.me(), QStringLiteral("guardrail.step.percent"), 0.5));
    if (!empty) {
      market->cycle(false);
      take(w.publish({}));
      const qint64 wrong = make(2, "Citrus, first try");
      release(wrong);
      take(w.rollBackBatch(wrong));
      release(make(5, "Weekend prices"));
      make(4, "New week", dayOf(market->clock.now()) + std::chrono::days(7));
      take(w.cancelBatch(make(1, "Trial")));
      const auto pending = take(w.queue()).pending;
      const std::vector<Ask> two{{pending[0].id, pending[0].contentHash}, {pending[1].id, pending[1].contentHash}};
      take(w.approve(two));
      changeFile();
    }
    market->sql(qPrintable(QStringLiteral("INSERT OR REPLACE INTO workspace VALUES ('as_of_ms', '%1')")
                               .arg(toMillis(market->clock.now()))));
    market->ws.reset();
  }
};

struct Scene {
  MainWindow window;
  Engine engine;
  EngineLink link;
  PublicationsPage* page;
  PublicationsLink pageLink;

  Scene(Theme& theme, const QString& path)
      : window(theme), link(engine, window), page(&window.publications()), pageLink(engine, *page) {
    window.resize(1440, 900);
    window.show();
    link.open(path);
    for (int i = 0; i < 100 && window.workspacePath().isEmpty(); ++i)
      wait(20);
    window.openPage(page);
    for (int i = 0; i < 100 && !page->batches().snapshot(); ++i)
      wait(20);
  }
};

} // namespace

void drawPublications(Theme& theme, const QString& scheme, const QList<QSize>& sizes, const DrawPicture& draw) {
  const Story story(false), nothing(true);
  const auto scene = [&](const QString& name, const Story& what, QSize size,
                         const std::function<void(PublicationsPage&)>& prepare) {
    Scene s(theme, what.market->path());
    s.window.resize(size);
    wait(150);
    prepare(*s.page);
    wait(250);
    draw(s.window, name + scheme, size);
  };
  const auto focus = [](const char* state) {
    return [state](PublicationsPage& page) {
      for (const BatchSummary& b : page.batches().snapshot()->batches)
        if (b.state == QLatin1String(state)) {
          page.batchTable().focusKey(QString::number(b.no));
          break;
        }
      page.batchTable().setFocus();
    };
  };
  const auto live = [](PublicationsPage& page) {
    page.showView(PublicationsPage::View::Live);
    page.focusMain();
  };
  for (const QSize size : sizes) {
    scene(QStringLiteral("publications-"), story, size, focus("waiting"));
    scene(QStringLiteral("publications-live-"), story, size, live);
  }
  if (sizes.size() < 3)
    return;
  const QSize size(1280, 800);
  scene(QStringLiteral("publications-published-"), story, size, focus("published"));
  scene(QStringLiteral("publications-rollback-"), story, size, [&](PublicationsPage& page) {
    focus("published")(page);
    wait(250);
    page.rollBack();
  });
  scene(QStringLiteral("publications-slot-"), story, size, [&](PublicationsPage& page) {
    focus("waiting")(page);
    wait(250);
    page.changeSlot();
  });
  scene(QStringLiteral("publications-build-"), story, size, [](PublicationsPage& page) {
    page.newBatch();
    wait(300);
    page.builder().name()->setText(QStringLiteral("Easter"));
    page.builder().table().selectAll();
    wait(300);
  });
  scene(QStringLiteral("publications-differences-"), story, size, [&](PublicationsPage& page) {
    live(page);
    page.showOnlyDifferences(true);
  });
  scene(QStringLiteral("publications-empty-"), nothing, size, [](PublicationsPage&) {});
}

} // namespace pricewright::test
