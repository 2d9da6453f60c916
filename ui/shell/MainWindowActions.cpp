// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/texts/Texts.h"
#include "shell/DeviceSettings.h"
#include "shell/Icons.h"
#include "shell/MainWindow.h"

#include <QFileInfo>

namespace pricewright {

QList<QAction*> MainWindow::offeredActions() const {
  QList<QAction*> all;
  const Page* current = &currentPage();
  for (const Entry& e : m_entries)
    if (e.page == current)
      all << e.actions;
  return all << m_actions;
}

// The settings of this device as they are now, for the settings page.
void MainWindow::offerDeviceSettings() {
  QMap<QString, QKeySequence> taken;
  for (const Entry& e : m_entries)
    taken.insert(e.name, e.entry->shortcut());
  QList<QAction*> actions = m_actions;
  for (QAction* a : findChildren<QAction*>(Qt::FindDirectChildrenOnly))
    if (!actions.contains(a) && !a->shortcut().isEmpty())
      actions << a;
  m_settings->setDevice(deviceSettings(m_theme, actions, taken));
}

void MainWindow::showHits(const QString& words, const std::vector<SearchHit>& hits) {
  m_palette->showHits(words, hits);
}

void MainWindow::openHit(const SearchHit& hit) {
  if (hit.kind == SearchHit::Kind::Entry) {
    openPage(m_audit);
    m_audit->showEntry(hit.sequence);
  } else if (hit.kind == SearchHit::Kind::Decision && hit.waits) {
    openPage(m_approvals);
    m_approvals->showOnly(hit.sku, hit.decision);
  } else if (hit.kind == SearchHit::Kind::Decision) {
    AuditFilter about;
    about.about = JournalSubject{QStringLiteral("decision"), hit.decision.toString()};
    m_audit->showOnly(about);
    openPage(m_audit);
  } else {
    m_catalogue->showOnly({}, {}, hit.sku);
    openPage(m_catalogue);
  }
}

void MainWindow::openAbout(const QString& what, const QString& about) {
  if (what == u"waiting" || what == u"cycle-halted")
    return openPage(m_approvals);
  if (what == u"costs-coming")
    return openPage(m_costs);
  if (what == u"rows-rejected")
    return openPage(m_audit);
  if (what == u"held-by-test" || what == u"tests-decided" || what == u"tests-paused")
    return openPage(m_experiments);
  if (what == u"failed-release" || what == u"release-due")
    return openPage(m_publications);
  static const QHash<QString, MarketPage::View> kMarketViews{{QStringLiteral("sources-stale"), MarketPage::Sites},
                                                             {QStringLiteral("pages-failing"), MarketPage::Sites},
                                                             {QStringLiteral("offers-doubtful"), MarketPage::Offers},
                                                             {QStringLiteral("alerts"), MarketPage::Alerts},
                                                             {QStringLiteral("matches"), MarketPage::Matches}};
  if (const auto view = kMarketViews.constFind(what); view != kMarketViews.cend()) {
    m_market->showView(*view);
    return openPage(m_market);
  }
  if (what == u"blocked")
    m_catalogue->showOnly(QStringLiteral("decision"), codeText(QStringLiteral("held")));
  else if (what == u"costs-missing")
    m_catalogue->showOnly(QStringLiteral("cost"), QStringLiteral("-"));
  else if (what == u"index")
    m_catalogue->showOnly(QStringLiteral("rivals"), QStringLiteral("!-"));
  else
    m_catalogue->showOnly({}, {}, what == u"sku" ? about : QString());
  openPage(m_catalogue);
}

void MainWindow::openOrigin(const Origin& from) {
  switch (from.kind) {
  case Origin::Kind::Setting:
    m_settings->showOnly(from.key);
    return openPage(m_settings);
  case Origin::Kind::Rule:
    m_rules->showOnly(from.key);
    return openPage(m_rules);
  case Origin::Kind::Product:
    m_catalogue->showOnly({}, {}, from.key);
    return openPage(m_catalogue);
  case Origin::Kind::Decision:
    m_approvals->showOnly({}, from.decision);
    return openPage(m_approvals);
  case Origin::Kind::Entry:
    m_audit->showEntry(from.sequence);
    return openPage(m_audit);
  default:
    return;
  }
}

void MainWindow::exportTable() {
  if (currentPage().exportItself())
    return;
  const QueueSnapshotPtr snapshot = m_approvals->model().snapshot();
  m_exporter->ask(currentPage().tables(), snapshot ? snapshot->workspaceName : QString(),
                  snapshot ? momentText(snapshot->now) : QString());
}

void MainWindow::showKeys() {
  const Page* current = &currentPage();
  for (const Entry& e : m_entries)
    if (e.page == current)
      m_keys->show(e.name, e.page->keySheet());
}

QAction* MainWindow::action(const char* name, const QString& text, const QKeySequence& keys,
                            std::function<void()> work) {
  auto* a = new QAction(text, this);
  a->setObjectName(QString::fromLatin1(name));
  a->setShortcut(keys);
  recallKey(*a);
  a->setAutoRepeat(false);
  connect(a, &QAction::triggered, this, std::move(work));
  addAction(a);
  m_actions << a;
  return a;
}

void MainWindow::makeActions() {
  m_workspaceActions << action("cycle.run", tr("Run cycle"), QKeySequence(Qt::CTRL | Qt::Key_R),
                               [this] { requestCycle(); });
  m_workspaceActions << action("cycle.cancel", tr("Cancel the cycle"), {}, [this] { emit cancelRequested(); });
  m_workspaceActions << action("refresh", tr("Refresh"), QKeySequence(Qt::Key_F5), [this] {
    emit refreshRequested();
    emit currentPage().refreshWanted();
  });
  action("workspace.open", tr("Open workspace …"), QKeySequence::Open, [this] { openOtherFile(); });
  action("colors.switch", tr("Switch between light and dark"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_L), [this] {
    m_theme.toggle();
    m_theme.remember();
  });
  const auto scheme = [this](const QString& text, ColorScheme wanted) {
    action("colors.system", text, {}, [this, wanted] {
      m_theme.setScheme(wanted);
      m_theme.remember();
    });
  };
  scheme(tr("Colors as the system has them"), ColorScheme::System);
  const auto density = [this](const QString& text, RowDensity wanted) {
    action("", text, {}, [this, wanted] {
      m_theme.setDensity(wanted);
      m_theme.remember();
    });
  };
  density(tr("Rows: compact"), RowDensity::Compact);
  density(tr("Rows: normal"), RowDensity::Normal);
  density(tr("Rows: comfortable"), RowDensity::Comfortable);
  action("pane.next", tr("Next pane"), QKeySequence(Qt::Key_F6), [this] { nextPane(false); });
  action("pane.previous", tr("Previous pane"), QKeySequence(Qt::SHIFT | Qt::Key_F6), [this] { nextPane(true); });
  QAction* palette = action("actions", tr("All actions"), QKeySequence(Qt::CTRL | Qt::Key_K),
                            [this] { m_palette->choose(offeredActions()); });
  m_actions.removeAll(palette); // it is what one is in
  m_workspaceActions << action("undo", tr("Undo the last decision"), QKeySequence::Undo,
                               [this] { currentPage().undoLast(); });
  m_workspaceActions << action("filter", tr("Filter"), QKeySequence::Find, [this] { currentPage().focusFilter(); });
  m_workspaceActions << action("export", tr("Export …"), QKeySequence(Qt::CTRL | Qt::Key_E), [this] { exportTable(); });
  QAction* keys = action("", tr("All keys"), {}, [this] { showKeys(); });
  keys->setProperty("key", QStringLiteral("?"));
  m_workspaceActions << keys;
  for (qsizetype i = 0; i < m_entries.size(); ++i) {
    QAction* open =
        action("", tr("Open %1").arg(m_entries[i].name), {}, [this, i] { choosePage(static_cast<int>(i)); });
    open->setProperty("key", m_entries[i].entry->shortcut().toString(QKeySequence::NativeText));
    m_workspaceActions << open;
  }
  action("quit", tr("Quit"), QKeySequence(Qt::CTRL | Qt::Key_Q), [this] { close(); });
}

void MainWindow::tint() { setWindowIcon(applicationIcon(m_theme.tokens().accent)); }

void MainWindow::fillWorkspaceMenu() {
  m_menu->clear();
  for (QAction* a : std::as_const(m_actions))
    if (a->shortcut() == QKeySequence(QKeySequence::Open))
      m_menu->addAction(a);
  const QStringList recent = recentWorkspaces();
  bool separated = false;
  for (const QString& path : recent) {
    if (path == m_path || !QFileInfo::exists(path))
      continue;
    if (!std::exchange(separated, true))
      m_menu->addSeparator();
    QAction* a = m_menu->addAction(QFileInfo(path).completeBaseName());
    a->setToolTip(path);
    connect(a, &QAction::triggered, this, [this, path] { emit openRequested(path); });
  }
  m_menu->addSeparator();
  for (QAction* a : std::as_const(m_actions))
    if (a->shortcut() == QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_L))
      m_menu->addAction(a);
}

void MainWindow::addInsights() {
  m_insights = new InsightsPage(m_theme, m_pages);
  addPage(m_insights, QStringLiteral("insights"), tr("Insights"), QKeySequence(Qt::ALT | Qt::Key_8));
  connect(m_insights, &InsightsPage::importWanted, this, [this] { openPage(m_imports); });
  connect(m_insights, &InsightsPage::experimentsWanted, this, [this] { openPage(m_experiments); });
  connect(m_insights, &InsightsPage::skuOpened, this, [this](const QString& sku) {
    m_catalogue->showOnly({}, {}, sku);
    openPage(m_catalogue);
  });
  connect(m_insights, &InsightsPage::testOpened, this, [this](const Id& test) {
    openPage(m_experiments);
    m_experiments->tests().focusKey(test.toString());
  });
}

} // namespace pricewright
