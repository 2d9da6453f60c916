// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a user of a big shop feels: the real window, offscreen, over 10,000 SKUs × 104 weeks, a queue of thousands and a
// long journal. Each figure beside its limit, and the gaps of the event loop as a histogram.
// usage: bench_window [skus] [weeks] [journal entries]
#include "benchmarks/Generator.h"
#include "benchmarks/Measure.h"
#include "shell/EngineLink.h"
#include "shell/PageLinks.h"

#include <QApplication>
#include <QDeadlineTimer>
#include <QKeyEvent>
#include <QProcess>
#include <QTemporaryDir>

#include <array>

using namespace pricewright;
using namespace pricewright::test;

namespace {

constexpr int kRuns = 9;

// The longest time between two turns of the event loop, and how they are spread.
class Gaps : public QObject {
 public:
  Gaps() {
    m_timer.setInterval(0);
    connect(&m_timer, &QTimer::timeout, this, [this] {
      const double ms = double(m_since.nsecsElapsed()) / 1e6;
      m_since.start();
      m_longest = std::max(m_longest, ms);
      const std::array<double, 6> ends{1, 5, 16, 33, 50, 1e9};
      for (std::size_t i = 0; i < ends.size(); ++i)
        if (ms <= ends[i]) {
          ++m_counts[i];
          break;
        }
    });
  }
  void start() {
    m_longest = 0;
    m_counts = {};
    m_since.start();
    m_timer.start();
  }
  void print(const char* what, double most) {
    m_timer.stop();
    std::printf("%-58s %9.1f ms   limit %4.0f ms: %s\n", what, m_longest, most, m_longest <= most ? "kept" : "MISSED");
    std::printf("    turns of ≤1 / ≤5 / ≤16 / ≤33 / ≤50 / more ms: %d / %d / %d / %d / %d / %d\n", m_counts[0],
                m_counts[1], m_counts[2], m_counts[3], m_counts[4], m_counts[5]);
  }

 private:
  QTimer m_timer;
  QElapsedTimer m_since;
  double m_longest = 0;
  std::array<int, 6> m_counts{};
};

void row(const char* what, double ms, double most) {
  std::printf("%-58s %9.1f ms   limit %4.0f ms: %s\n", what, ms, most, ms <= most ? "kept" : "MISSED");
  std::fflush(stdout);
}

bool until(const std::function<bool()>& true_, int seconds = 60) {
  QDeadlineTimer deadline(seconds * 1000);
  while (!true_()) {
    if (deadline.hasExpired())
      return false;
    QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 2);
  }
  return true;
}
double msOf(const std::function<void()>& work) { return lapOf(work).seconds * 1000; }
double middle(const std::function<double()>& once) {
  std::vector<double> times;
  for (int i = 0; i < kRuns; ++i)
    times.push_back(once());
  std::sort(times.begin(), times.end());
  return times[times.size() / 2];
}
void need(const Status& status) {
  if (!status) {
    std::fprintf(stderr, "%s\n", qPrintable(status.error().debugText()));
    std::exit(1);
  }
}

void fillJournal(Workspace& w, int entries) {
  std::vector<NewEntry> some;
  for (int made = 0; made < entries; made += int(some.size())) {
    some.clear();
    for (int k = 0; k < 2'000; ++k)
      some.push_back({QStringLiteral("decision.pending"),
                      QStringLiteral("decision"),
                      QString::number(made + k),
                      {{QStringLiteral("sku"), QStringLiteral("SKU-%1").arg((made + k) % 10'000)},
                       {QStringLiteral("current"), QStringLiteral("3.49")},
                       {QStringLiteral("proposed"), QStringLiteral("3.59")}}});
    Transaction in = take(Transaction::begin(w.database()));
    need(w.journal().appendAll(w.me(), some));
    need(in.commit());
  }
}

QString shopFile(const QString& folder) { return folder + QStringLiteral("/w.pricewright"); }

void makeShop(const QString& folder, const GeneratorOptions& options, int entries) {
  take(generateShop(folder, options));
  NewWorkspace what;
  what.name = QStringLiteral("Bench");
  what.asOf = take(parseInstant(u"2025-12-29T03:00:00Z"));
  auto ws = take(Workspace::create(shopFile(folder), what));
  for (const auto& [name, kind] : {std::pair{"products.csv", ImportKind::Products},
                                   {"sales.csv", ImportKind::Sales},
                                   {"costs.csv", ImportKind::Costs},
                                   {"offers.csv", ImportKind::CompetitorPrices}}) {
    const QString file = folder + u'/' + QLatin1String(name);
    take(ws->importFile(file, take(ws->previewImport(file, kind)).mapping, {}));
  }
  need(ws->catalog().setSetting(ws->me(), QStringLiteral("guardrail.confidence"), 1.0)); // everything waits for a human
  CycleOptions how;
  how.seed = 1;
  how.publish = false;
  take(ws->runCycle(how, {}));
  fillJournal(*ws, entries);
  std::printf("%lld decisions, %lld wait; %lld entries in the journal\n\n",
              qlonglong(take(ws->decisions().decisions({})).size()), qlonglong(take(ws->queue()).pending.size()),
              qlonglong(take(ws->journal().size())));
}

struct Desk {
  Theme theme;
  Engine engine;
  MainWindow window{theme};
  EngineLink link{engine, window};
  PageLinks links{engine, window}; // all that listens to the engine
  int decided = 0;

  explicit Desk(const QString& path) {
    QObject::connect(&engine, &Engine::decided, &window, [this] { ++decided; });
    window.resize(1440, 900);
    window.show();
    link.open(path);
  }
  ApprovalsPage& page() { return window.approvals(); }
  void key(int k, Qt::KeyboardModifiers held = Qt::NoModifier) {
    QWidget* at = QApplication::focusWidget() ? QApplication::focusWidget() : &window;
    QKeyEvent press(QEvent::KeyPress, k, held, QString(QChar(k)).toLower());
    QKeyEvent release(QEvent::KeyRelease, k, held);
    QCoreApplication::sendEvent(at, &press);
    QCoreApplication::sendEvent(at, &release);
  }
  void paint() {
    QCoreApplication::processEvents();
    window.grab();
  }
};

void pages(Desk& d) {
  const QList<QPair<const char*, Page*>> all{{"page switch: Today", &d.window.today()},
                                             {"page switch: Catalogue", &d.window.catalogue()},
                                             {"page switch: Audit", &d.window.audit()},
                                             {"page switch: Publications", &d.window.publications()},
                                             {"page switch: Promotions", &d.window.promotions()},
                                             {"page switch: Targets", &d.window.targets()},
                                             {"page switch: Approvals", &d.page()}};
  for (const auto& [name, page] : all) { // the first time, then as it is from then on
    d.window.openPage(page);
    until([] { return false; }, 1);
  }
  for (const auto& [name, page] : all)
    row(name, middle([&, page = page] {
          d.window.openPage(&d.window.settings());
          d.paint();
          return msOf([&] {
            d.window.openPage(page);
            d.paint();
          });
        }),
        100);
}

void catalogue(Desk& d) {
  CataloguePage& page = d.window.catalogue();
  d.window.openPage(&page);
  until([&] { return page.model().rowCount() > 0; });
  const int price = page.lines().rows().columnOf(u"margin"), product = page.lines().rows().columnOf(u"product");
  bool up = false;
  row("filter by a text", middle([&] {
        return msOf([&] { page.lines().setTextFilter((up = !up) ? QStringLiteral("sku 99") : QString()); });
      }),
      50);
  row("filter by a number", middle([&] {
        return msOf([&] { page.lines().setColumnFilter(price, (up = !up) ? QStringLiteral(">30") : QString()); });
      }),
      50);
  page.lines().clearFilters();
  row("sort by a number", middle([&] {
        return msOf([&] { page.lines().setSort({{price, (up = !up) ? Qt::AscendingOrder : Qt::DescendingOrder}}); });
      }),
      50);
  row("sort by a text", middle([&] {
        return msOf([&] { page.lines().setSort({{product, (up = !up) ? Qt::AscendingOrder : Qt::DescendingOrder}}); });
      }),
      50);
  until([&] { return page.session().model() != nullptr; });
  page.chart().setFocus();
  row("what-if: one frame of a dragged price (60 a second)", middle([&] {
        return msOf([&] {
          page.session().step((up = !up) ? 1 : -1);
          d.paint();
        });
      }),
      1000.0 / 60);
}

void approvals(Desk& d) {
  auto beside = take(Workspace::open(d.window.workspacePath(), OpenMode::ReadOnly));
  int at = 0;
  row("a detail, read from the file alone",
      middle([&] { return msOf([&] { take(beside->detail(d.page().proxy().itemAt(100 + 37 * ++at).row->id)); }); }),
      50);
  beside.reset();
  d.window.openPage(&d.page());
  d.page().focusTable();
  until([&] { return d.page().detailPanel().detail() != nullptr; });
  row("the next row's detail, by a key", middle([&] {
        const DecisionDetailPtr before = d.page().detailPanel().detail();
        return msOf([&] {
          d.key(Qt::Key_J);
          until([&] { return d.page().detailPanel().detail() && d.page().detailPanel().detail() != before; });
          d.paint();
        });
      }),
      50);
  row("one approval, with its durable write", middle([&] {
        until([&] { return !d.engine.isBusy(); });
        const int before = d.decided;
        return msOf([&] {
          d.key(Qt::Key_A);
          until([&] { return d.decided > before; });
        });
      }),
      30);
  std::vector<Id> ids;
  for (int i = 0; i < std::min(200, d.page().proxy().rowCount()); ++i)
    ids.push_back(d.page().proxy().itemAt(i).row->id);
  until([&] { return !d.engine.isBusy(); });
  d.page().model().setChecked(ids, true);
  Gaps gaps;
  gaps.start();
  const int before = d.decided;
  row("200 approvals in one go", msOf([&] {
        d.key(Qt::Key_A);
        d.key(Qt::Key_A); // more than fifty
        until([&] { return d.decided > before; });
      }),
      500);
  until([&] { return !d.engine.isBusy(); });
  gaps.print("longest gap of the event loop meanwhile", 50);
}

void cycle(Desk& d) {
  Gaps gaps;
  bool finished = false;
  QObject::connect(&d.engine, &Engine::cycleFinished, &d.window, [&] { finished = true; });
  QObject::connect(&d.engine, &Engine::cycleFailed, &d.window, [&] { finished = true; });
  gaps.start();
  d.window.requestCycle();
  until([&] { return finished; }, 120);
  until([&] { return !d.engine.isBusy(); });
  gaps.print("longest gap of the event loop during a cycle", 50);
}

// In a process of its own, so that what the window takes is measured alone.
bool makeShopApart(const QString& folder, const QStringList& sizes) {
  QProcess maker;
  maker.setProcessChannelMode(QProcess::ForwardedChannels);
  maker.start(QCoreApplication::applicationFilePath(), QStringList{QStringLiteral("--make"), folder} + sizes);
  return maker.waitForFinished(-1) && maker.exitStatus() == QProcess::NormalExit && maker.exitCode() == 0;
}

int makeShop(const QStringList& words) {
  GeneratorOptions options;
  options.skus = words.value(1).toInt();
  options.weeks = words.value(2).toInt();
  const int entries = words.value(3).toInt();
  if (options.skus < 1 || options.weeks < 1 || entries < 0)
    return 2;
  makeShop(words.first(), options, entries);
  return 0;
}

void memory(const char* what, long most) {
  const long now = peakMegabytes();
  std::printf("%-58s %9ld MB   limit %4ld MB: %s\n", what, now, most, now <= most ? "kept" : "MISSED");
  std::fflush(stdout);
}

} // namespace

int main(int count, char** words) {
  QApplication app(count, words);
  QCoreApplication::setOrganizationName(QStringLiteral("Pricewright"));
  QCoreApplication::setApplicationName(QStringLiteral("bench_window"));
  QStringList given = QCoreApplication::arguments().mid(1);
  const bool making = given.value(0) == QLatin1String("--make");
  const QTemporaryDir dir;
  const QString folder = making ? given.value(1) : dir.path();
  QSettings::setDefaultFormat(QSettings::IniFormat);
  QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder);
  qputenv("PRICEWRIGHT_WITNESS", (folder + QStringLiteral("/witness")).toUtf8());
  if (making)
    return makeShop(given.mid(1));
  const QStringList sizes{given.value(0, QStringLiteral("10000")), given.value(1, QStringLiteral("104")),
                          given.value(2, QStringLiteral("1000000"))};
  if (!makeShopApart(folder, sizes))
    return 1;
  const auto began = std::chrono::steady_clock::now();
  Desk d(shopFile(folder));
  if (!until([&] { return !d.window.workspacePath().isEmpty() && d.page().model().rowCount() > 0; }))
    return 1;
  d.paint();
  row("from nothing to a usable window with its queue",
      std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - began).count(), 1000);
  memory("memory with its queue, at its peak", 250);
  pages(d);
  catalogue(d);
  approvals(d);
  memory("memory with all pages in use, at its peak", 250);
  cycle(d);
  memory("memory of window and cycle in one process, at its peak", 600);
  return 0;
}
