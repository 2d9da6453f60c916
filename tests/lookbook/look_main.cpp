// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Draws the real window, offscreen, into pictures to be looked at. usage: pw_look FOLDER [WORKSPACE]
// With a workspace the rows are real; without one they are made up. Under QT_SCALE_FACTOR=2 it draws the 200 %
// pictures. PW_LOOK_ONLY=today,audit draws the pages of those names only, PW_LOOK_LANGUAGE=de in that language.
#include "lookbook/AuditLook.h"
#include "lookbook/CatalogueLook.h"
#include "lookbook/ExperimentsLook.h"
#include "lookbook/InsightsLook.h"
#include "lookbook/MarketLook.h"
#include "lookbook/ModelsLook.h"
#include "lookbook/PolicyLook.h"
#include "lookbook/PublicationsLook.h"
#include "lookbook/SyntheticQueue.h"
#include "lookbook/TodayLook.h"
#include "shell/EngineLink.h"
#include "shell/Language.h"
#include "shell/PageLinks.h"

#include <QApplication>
#include <QDir>
#include <QEventLoop>
#include <QTemporaryDir>
#include <QTextStream>

using namespace pricewright;

namespace {

void settle(int ms) {
  QEventLoop loop;
  QTimer::singleShot(ms, &loop, &QEventLoop::quit);
  loop.exec();
}

// A window over a made-up queue: answers what the page asks as the engine would.
struct Scene {
  Theme& theme;
  MainWindow window;
  QueueSnapshotPtr snapshot;
  explicit Scene(Theme& t) : theme(t), window(t) {
    ApprovalsPage* page = &window.approvals();
    QObject::connect(
        page, &ApprovalsPage::detailRequested, page,
        [this, page](const Id& id) {
          const int row = page->model().rowOf(id);
          if (row < 0)
            return;
          emit page->detailArrived(
              std::make_shared<const DecisionDetail>(test::syntheticDetail(*page->model().item(row).row)));
        },
        Qt::QueuedConnection);
    QObject::connect(
        page, &ApprovalsPage::previewRequested, page,
        [page](const Id& id, const Money& price) {
          PriceDecision d = test::syntheticDetail(*page->model().item(page->model().rowOf(id)).row).decision;
          d.guarded.final = price;
          d.guarded.route = Route::Human;
          emit page->editPreviewed(d);
        },
        Qt::QueuedConnection);
  }
  void fill(const test::SyntheticOptions& options) {
    snapshot = std::make_shared<const QueueSnapshot>(test::syntheticQueue(options));
    window.showWorkspace(QDir::temp().filePath(QStringLiteral("orange-juice.pricewright")), false);
    window.openPage(&window.approvals());
    window.showQueue(snapshot);
  }
  void check(int count) {
    std::vector<Id> ids;
    for (int i = 0; i < count; ++i)
      ids.push_back(window.approvals().proxy().itemAt(i * 2 % 7).row->id);
    window.approvals().model().setChecked(ids, true);
  }
};

class Album {
 public:
  Album(QDir folder, bool doubled)
      : m_folder(std::move(folder)), m_suffix(doubled ? QStringLiteral("-200") : QString()) {}
  void draw(QWidget& window, const QString& name, QSize size) {
    window.resize(size);
    window.show();
    settle(120);
    const QString file = m_folder.filePath(
        QStringLiteral("%1-%2x%3%4.png").arg(name).arg(size.width()).arg(size.height()).arg(m_suffix));
    if (!window.grab().save(file))
      qFatal("cannot write %s", qPrintable(file));
    QTextStream(stdout) << file << Qt::endl;
  }

 private:
  QDir m_folder;
  QString m_suffix;
};

void drawStates(Theme& theme, Album& album, const QString& scheme) {
  const QSize size(1440, 900);
  const auto scene = [&](const QString& name, const test::SyntheticOptions& options,
                         const std::function<void(Scene&)>& prepare) {
    Scene s(theme);
    s.window.resize(size);
    s.window.show();
    s.fill(options);
    settle(50);
    prepare(s);
    album.draw(s.window, name + scheme, size);
  };
  scene(QStringLiteral("waiting-"), {}, [](Scene& s) { s.window.approvals().filters().setFilter({{}, true, {}, {}}); });
  scene(QStringLiteral("nothing-waits-"), {0, 0}, [](Scene&) {});
  scene(QStringLiteral("no-match-"), {},
        [](Scene& s) { s.window.approvals().filters().setFilter({{}, false, {}, QStringLiteral("grapefruit")}); });
  scene(QStringLiteral("ten-thousand-"), {10'000, 12}, [](Scene& s) {
    s.window.approvals().table().checkAllShown(true);
    s.window.approvals().approve();
  });
  scene(QStringLiteral("long-words-"), {37, 3, 7, true}, [](Scene& s) { s.check(3); });
  scene(QStringLiteral("reject-"), {}, [](Scene& s) { s.window.approvals().reject(); });
  scene(QStringLiteral("edit-"), {}, [](Scene& s) {
    s.window.approvals().editPrice();
    settle(300);
  });
  scene(QStringLiteral("error-"), {}, [](Scene& s) {
    s.window.approvals().showError(fail(QStringLiteral("storage.disk-full"),
                                        {{QStringLiteral("path"), QStringLiteral("/home/m/juice.pricewright")}}));
  });
  scene(QStringLiteral("read-only-"), {}, [](Scene& s) { s.window.setReadOnly(); });
  scene(QStringLiteral("cycle-"), {}, [](Scene& s) {
    s.window.beginCycle();
    s.window.setCycleProgress(QStringLiteral("optimizer"), 0.45);
    s.window.status().showNotice(QStringLiteral("2 approved · U undoes until release"));
  });
  for (const char* command : {"All keys", "palette"})
    scene(command == QByteArray("palette") ? QStringLiteral("palette-") : QStringLiteral("keys-"), {},
          [command](Scene& s) {
            if (command == QByteArray("palette"))
              s.window.findChild<TopBar*>()->paletteRequested();
            else
              emit s.window.approvals().keySheetRequested();
          });
  Scene start(theme);
  album.draw(start.window, QStringLiteral("no-workspace-") + scheme, size);
  start.window.showOpenError(
      QStringLiteral("/home/m/juice.pricewright"),
      fail(QStringLiteral("storage.corrupt"), {{QStringLiteral("path"), QStringLiteral("/home/m/juice.pricewright")}}));
  album.draw(start.window, QStringLiteral("cannot-open-") + scheme, size);
}

bool wanted(const char* page) {
  const QString only = qEnvironmentVariable("PW_LOOK_ONLY");
  return only.isEmpty() || only.split(QLatin1Char(',')).contains(QLatin1String(page));
}

void drawApprovals(Theme& theme, Album& album, const QString& scheme, const QList<QSize>& sizes) {
  for (const QSize size : sizes) {
    Scene s(theme);
    s.window.resize(size);
    s.window.show();
    s.fill({});
    settle(50);
    s.check(3);
    album.draw(s.window, QStringLiteral("approvals-") + scheme, size);
  }
}

void drawRightToLeft(Theme& theme, Album& album, QSize size) {
  theme.setScheme(ColorScheme::Light);
  QGuiApplication::setLayoutDirection(Qt::RightToLeft);
  Scene s(theme);
  s.window.resize(1440, 900);
  s.window.show();
  s.fill({});
  settle(50);
  s.check(3);
  album.draw(s.window, QStringLiteral("right-to-left-light"), size);
  QGuiApplication::setLayoutDirection(Qt::LeftToRight);
}

void drawAll(Theme& theme, Album& album, bool doubled) {
  const test::DrawPicture draw = [&](QWidget& w, const QString& what, QSize size) { album.draw(w, what, size); };
  const QList<QSize> sizes =
      doubled ? QList<QSize>{{720, 450}, {1280, 720}} : QList<QSize>{{1280, 800}, {1440, 900}, {2560, 1440}};
  for (const ColorScheme scheme : {ColorScheme::Light, ColorScheme::Dark}) {
    theme.setScheme(scheme);
    const QString name = scheme == ColorScheme::Light ? QStringLiteral("light") : QStringLiteral("dark");
    if (wanted("today"))
      test::drawToday(theme, name, sizes, draw);
    if (wanted("approvals"))
      drawApprovals(theme, album, name, sizes);
    if (wanted("catalogue"))
      test::drawCatalogue(theme, name, sizes, draw);
    if (wanted("rules"))
      test::drawRules(theme, name, sizes, draw);
    if (wanted("costs"))
      test::drawCosts(theme, name, sizes, draw);
    if (wanted("promotions"))
      test::drawPromotions(theme, name, sizes, draw);
    if (wanted("targets"))
      test::drawTargets(theme, name, sizes, draw);
    if (wanted("market"))
      test::drawMarket(theme, name, sizes, draw);
    if (wanted("models"))
      test::drawModels(theme, name, sizes, draw);
    if (wanted("scenarios"))
      test::drawScenarios(theme, name, sizes, draw);
    if (wanted("insights"))
      test::drawInsights(theme, name, sizes, draw);
    if (wanted("experiments"))
      test::drawExperiments(theme, name, sizes, draw);
    if (wanted("imports"))
      test::drawImports(theme, name, sizes, draw);
    if (wanted("publications"))
      test::drawPublications(theme, name, sizes, draw);
    if (wanted("states") && !doubled)
      drawStates(theme, album, name);
    if (wanted("audit"))
      test::drawAudit(theme, name, doubled, draw);
  }
  if (wanted("right-to-left"))
    drawRightToLeft(theme, album, doubled ? QSize(720, 450) : QSize(1440, 900));
}

// What shows only what was asked for.
void askFirst(Page* page) {
  const auto until = [](const auto& done) {
    for (int i = 0; i < 200 && !done(); ++i)
      settle(50);
  };
  if (auto* scenarios = qobject_cast<ScenariosPage*>(page)) {
    scenarios->form().mostChanges()->setText(QStringLiteral("100"));
    scenarios->form().field(&ScenarioWish::mostIndex)->setText(QStringLiteral("1"));
    scenarios->plan();
    until([&] { return scenarios->scenarios().lines().shownCount() > 0 && scenarios->sendButton()->isEnabled(); });
    settle(1500);
    scenarios->drawFrontier();
    until([&] { return scenarios->chart().places() > 0; });
  }
  if (auto* models = qobject_cast<ModelsPage*>(page)) {
    until([&] { return models->versions().lines().shownCount() > 1; });
    for (int line = 0; line < models->versions().lines().shownCount() && !models->tryButton()->isEnabled(); ++line)
      models->versions().focusLine(line);
    models->tryChallenger();
    until([&] { return models->differences().isVisible(); });
  }
}

// The pages of a real workspace.
void drawWorkspace(Theme& theme, Album& album, const QString& path) {
  for (const ColorScheme scheme : {ColorScheme::Light, ColorScheme::Dark}) {
    theme.setScheme(scheme);
    const QString name = scheme == ColorScheme::Light ? QStringLiteral("-light") : QStringLiteral("-dark");
    Engine engine;
    MainWindow window(theme);
    EngineLink link(engine, window);
    PageLinks links(engine, window);
    window.resize(1440, 900);
    window.show();
    link.open(path);
    for (int i = 0; i < 100 && !window.approvals().detailPanel().detail(); ++i)
      settle(50);
    for (Page* page : window.pages()) {
      window.openPage(page);
      settle(900);
      askFirst(page);
      album.draw(window,
                 QStringLiteral("sample-") +
                     QString::fromLatin1(page->metaObject()->className()).section(u':', -1).chopped(4).toLower() + name,
                 {1440, 900});
    }
    window.findChild<TopBar*>()->paletteRequested();
    window.findChild<CommandPalette*>()->findChild<QLineEdit*>()->setText(QStringLiteral("trop"));
    settle(400);
    album.draw(window, QStringLiteral("sample-search") + name, {1440, 900});
  }
}

} // namespace

int main(int argc, char** argv) {
  QApplication app(argc, argv);
  QCoreApplication::setOrganizationName(QStringLiteral("Pricewright"));
  QCoreApplication::setApplicationName(QStringLiteral("pw_look"));
  if (argc < 2)
    qFatal("usage: pw_look FOLDER [WORKSPACE]");
  const QTemporaryDir settings;
  QSettings::setDefaultFormat(QSettings::IniFormat);
  QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, settings.path());
  QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
  const QString language = qEnvironmentVariable("PW_LOOK_LANGUAGE", QStringLiteral("en"));
  OneContext spoken; // English too: it has the plural forms
  if (!loadLanguage(spoken, language))
    qFatal("no texts in %s", qPrintable(language));
  QCoreApplication::installTranslator(&spoken);
  if (language != u"en")
    QLocale::setDefault(QLocale(language));
  const QDir folder(QString::fromLocal8Bit(argv[1]));
  folder.mkpath(QStringLiteral("."));
  const bool doubled = app.devicePixelRatio() > 1.5;
  Theme theme;
  Album album(folder, doubled);
  drawAll(theme, album, doubled);
  if (argc > 2 && !doubled && wanted("sample"))
    drawWorkspace(theme, album, QString::fromLocal8Bit(argv[2]));
  return 0;
}
