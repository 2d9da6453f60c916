// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/MainWindow.h"

#include "engine/texts/Texts.h"
#include "shell/Icons.h"

#include <QCloseEvent>
#include <QCryptographicHash>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QVBoxLayout>

namespace pricewright {
namespace {

const QString kRecent = QStringLiteral("recent");
constexpr int kMostRecent = 8, kNarrow = 900, kRefreshAfterMs = 5000;

void rememberWorkspace(const QString& path) {
  QSettings settings;
  QStringList recent = settings.value(kRecent).toStringList();
  recent.removeAll(path);
  recent.prepend(path);
  settings.setValue(kRecent, QStringList(recent.mid(0, kMostRecent)));
}

} // namespace

QStringList MainWindow::recentWorkspaces() { return QSettings().value(kRecent).toStringList(); }

MainWindow::MainWindow(Theme& theme, QWidget* parent) : QMainWindow(parent), m_theme(theme) {
  setWindowTitle(QStringLiteral("Pricewright"));
  setMinimumSize(600, 400);
  resize(1280, 800);
  build();
  makeActions();
  connect(&theme, &Theme::changed, this, &MainWindow::tint);
  tint();
  const QByteArray geometry = QSettings().value(QStringLiteral("window/geometry")).toByteArray();
  if (!geometry.isEmpty())
    restoreGeometry(geometry);
  showStart();
}

void MainWindow::build() {
  auto* whole = new QWidget(this);
  m_top = new TopBar(m_theme, whole);
  m_navigation = new Navigation(m_theme, whole);
  m_pages = new QStackedWidget(whole);
  m_start = new EmptyState(m_theme, QStringLiteral("folder"), m_pages);
  m_start->setObjectName(QStringLiteral("start"));
  ActionButton* open =
      m_start->addButton(ActionButton::Kind::Primary, tr("Open a workspace …"), {tr("Ctrl"), QStringLiteral("O")});
  connect(open, &QPushButton::clicked, this, &MainWindow::openOtherFile);
  m_pages->addWidget(m_start);
  m_status = new StatusBar(m_theme, whole);
  auto* middle = new QHBoxLayout;
  middle->setSpacing(0);
  middle->addWidget(m_navigation);
  middle->addWidget(m_pages, 1);
  auto* column = new QVBoxLayout(whole);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(m_top);
  column->addLayout(middle, 1);
  column->addWidget(m_status);
  setCentralWidget(whole);
  m_palette = new CommandPalette(m_theme, whole);
  connect(m_palette, &CommandPalette::hitChosen, this, &MainWindow::openHit);
  connect(m_palette, &CommandPalette::searchWanted, this, [this](const QString& words) {
    if (!m_path.isEmpty())
      emit searchRequested(words);
  });
  m_keys = new KeySheet(m_theme, whole);
  m_exporter = new TableExporter(m_theme, whole);
  m_menu = new QMenu(this);
  m_top->setMenu(m_menu);
  connect(m_menu, &QMenu::aboutToShow, this, &MainWindow::fillWorkspaceMenu);
  connect(m_top, &TopBar::paletteRequested, this, [this] { m_palette->choose(offeredActions()); });
  connect(m_navigation, &Navigation::pageChosen, this, &MainWindow::choosePage);
  connect(m_status, &StatusBar::cancelClicked, this, &MainWindow::cancelRequested);
  connect(m_exporter, &TableExporter::saved, m_status, &StatusBar::showNotice);
  connect(m_exporter, &TableExporter::failed, this,
          [this](const QString& text) { currentPage().showMessage(paint::Tone::Negative, text); });
  addPages();
}

void MainWindow::addPages() {
  m_today = new TodayPage(m_theme, m_pages);
  addPage(m_today, QStringLiteral("today"), tr("Today"), QKeySequence(Qt::ALT | Qt::Key_1));
  connect(m_today, &TodayPage::cycleRequested, this, &MainWindow::requestCycle);
  connect(m_today, &TodayPage::opened, this, &MainWindow::openAbout);
  m_approvals = new ApprovalsPage(m_theme, m_pages);
  addPage(m_approvals, QStringLiteral("approvals"), tr("Approvals"), QKeySequence(Qt::ALT | Qt::Key_2));
  connect(m_approvals, &ApprovalsPage::cycleRequested, this, &MainWindow::requestCycle);
  connect(m_approvals, &ApprovalsPage::cancelRequested, this, &MainWindow::cancelRequested);
  connect(m_approvals, &ApprovalsPage::originRequested, this, &MainWindow::openOrigin);
  m_catalogue = new CataloguePage(m_theme, m_pages);
  addPage(m_catalogue, QStringLiteral("catalogue"), tr("Catalogue"), QKeySequence(Qt::ALT | Qt::Key_3));
  m_market = new MarketPage(m_theme, m_pages);
  addPage(m_market, QStringLiteral("market"), tr("Market"), QKeySequence(Qt::ALT | Qt::Key_5));
  m_costs = new CostsPage(m_theme, m_pages);
  addPage(m_costs, QStringLiteral("costs"), tr("Costs"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_K));
  m_promotions = new PromotionsPage(m_theme, m_pages);
  addPage(m_promotions, QStringLiteral("promotions"), tr("Promotions"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P));
  connect(m_promotions, &PromotionsPage::skuOpened, this, [this](const QString& sku) {
    m_catalogue->showOnly({}, {}, sku);
    openPage(m_catalogue);
  });
  connect(m_catalogue, &CataloguePage::promotionWanted, this, [this](const QString& skus, const QString& zone) {
    openPage(m_promotions);
    m_promotions->plan(skus, zone);
  });
  m_targets = new TargetsPage(m_theme, m_pages);
  addPage(m_targets, QStringLiteral("targets"), tr("Targets"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_G));
  m_scenarios = new ScenariosPage(m_theme, m_pages);
  addPage(m_scenarios, QStringLiteral("scenarios"), tr("Scenarios"), QKeySequence(Qt::ALT | Qt::Key_4));
  connect(m_scenarios, &ScenariosPage::queueWanted, this, [this] { openPage(m_approvals); });
  addExperiments();
  m_models = new ModelsPage(m_theme, m_pages);
  addPage(m_models, QStringLiteral("models"), tr("Models"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_M));
  m_rules = new RulesPage(m_theme, m_pages);
  addPage(m_rules, QStringLiteral("rules"), tr("Rules"), QKeySequence(Qt::ALT | Qt::Key_7));
  m_publications = new PublicationsPage(m_theme, m_pages);
  addPage(m_publications, QStringLiteral("publications"), tr("Publications"), QKeySequence(Qt::ALT | Qt::Key_9));
  addInsights();
  m_audit = new AuditPage(m_theme, m_pages);
  addPage(m_audit, QStringLiteral("audit"), tr("Audit"), QKeySequence(Qt::ALT | Qt::Key_0));
  m_imports = new ImportsPage(m_theme, m_pages);
  addPage(m_imports, QStringLiteral("import"), tr("Import"), QKeySequence(Qt::CTRL | Qt::Key_I));
  m_settings = new SettingsPage(m_theme, m_pages);
  addPage(m_settings, QStringLiteral("settings"), tr("Settings"), QKeySequence(Qt::CTRL | Qt::Key_Comma));
  connect(m_settings, &SettingsPage::deviceChanged, this, &MainWindow::offerDeviceSettings);
  connect(m_settings, &Page::shown, this, &MainWindow::offerDeviceSettings);
}

void MainWindow::addExperiments() {
  m_experiments = new ExperimentsPage(m_theme, m_pages);
  addPage(m_experiments, QStringLiteral("experiments"), tr("Experiments"), QKeySequence(Qt::ALT | Qt::Key_6));
  connect(m_experiments, &ExperimentsPage::queueWanted, this, [this] { openPage(m_approvals); });
  connect(m_approvals, &ApprovalsPage::testRequested, this, [this](const Id& decision) {
    openPage(m_experiments);
    m_experiments->testInstead(decision);
  });
  connect(m_experiments, &ExperimentsPage::skuOpened, this, [this](const QString& sku) {
    m_catalogue->showOnly({}, {}, sku);
    openPage(m_catalogue);
  });
  connect(m_experiments, &ExperimentsPage::decisionOpened, this, [this](const Id& decision) {
    SearchHit hit;
    hit.kind = SearchHit::Kind::Decision;
    hit.decision = decision;
    hit.waits = m_approvals->model().rowOf(decision) >= 0; // else its story
    openHit(hit);
  });
}

void MainWindow::addPage(Page* page, const QString& icon, const QString& name, const QKeySequence& keys) {
  NavigationEntry* entry = m_navigation->addPage(icon, name, keys);
  m_pages->addWidget(page);
  connect(page, &Page::keySheetRequested, this, &MainWindow::showKeys);
  connect(page, &Page::noticed, m_status, &StatusBar::showNotice);
  connect(page, &Page::selectionTotalsChanged, this, [this, page](const QString& text) {
    if (page == &currentPage())
      m_status->setTotals(text);
  });
  connect(page, &Page::countChanged, entry, &NavigationEntry::setBadge);
  connect(page, &Page::bannerActionTriggered, this, &MainWindow::openOtherFile);
  Entry added{page, entry, name, icon, {}};
  for (const PageAction& a : page->pageActions()) {
    auto* made = new QAction(a.name, this);
    made->setProperty("key", a.key);
    made->setEnabled(!m_path.isEmpty());
    connect(made, &QAction::triggered, this, a.work);
    added.actions << made;
    m_workspaceActions << made;
  }
  m_entries << added;
}

QList<Page*> MainWindow::pages() const {
  QList<Page*> all;
  for (const Entry& e : m_entries)
    all << e.page;
  return all;
}

Page& MainWindow::currentPage() const {
  for (const Entry& e : m_entries)
    if (e.page == m_pages->currentWidget())
      return *e.page;
  return *m_approvals;
}

void MainWindow::openPage(Page* page) {
  for (qsizetype i = 0; i < m_entries.size(); ++i)
    if (m_entries[i].page == page)
      choosePage(static_cast<int>(i));
}

void MainWindow::choosePage(int index) {
  if (m_path.isEmpty() || index < 0 || index >= m_entries.size())
    return;
  const bool isNew = m_pages->currentWidget() != m_entries[index].page;
  m_pages->setCurrentWidget(m_entries[index].page);
  m_navigation->setCurrent(index);
  if (isNew)
    m_status->setTotals({});
  m_entries[index].page->focusMain();
  emit m_entries[index].page->shown();
}

void MainWindow::openOtherFile() {
  auto* dialog =
      new QFileDialog(this, tr("Open a workspace"), m_path.isEmpty() ? QDir::homePath() : QFileInfo(m_path).path());
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setFileMode(QFileDialog::ExistingFile);
  dialog->setNameFilters({tr("Pricewright workspaces (*.pricewright *.pw *.db)"), tr("All files (*)")});
  connect(dialog, &QFileDialog::fileSelected, this, &MainWindow::openRequested);
  dialog->open();
}

void MainWindow::showStart() {
  m_start->setWords(
      tr("No workspace is open"),
      tr("A workspace is one file with products, costs, sales, competitor prices and every decision. Open one here, or "
         "make one: "
         "“installer/start” sets up the sample, “pricewright-engine --workspace FILE init” an empty one."));
  m_pages->setCurrentWidget(m_start);
  m_start->findChild<QPushButton*>()->setFocus();
  m_navigation->setEnabled(false);
  for (QAction* a : std::as_const(m_workspaceActions))
    a->setEnabled(false);
}

void MainWindow::showOpening(const QString& path) {
  if (!m_path.isEmpty())
    return; // the open one stays in view until the other is there
  m_start->setWords(tr("Opening %1 …").arg(QFileInfo(path).fileName()), QString());
}

void MainWindow::showWorkspace(const QString& path, bool readOnly) {
  if (!m_path.isEmpty())
    saveState();
  m_path = QFileInfo(path).absoluteFilePath();
  m_readOnly = readOnly;
  rememberWorkspace(m_path);
  for (const Entry& e : std::as_const(m_entries))
    e.page->forgetWorkspace();
  m_top->setWorkspace(QFileInfo(path).completeBaseName(), m_path);
  m_status->setFileState(readOnly ? StatusBar::FileState::ReadOnly : StatusBar::FileState::Local);
  if (readOnly)
    setReadOnly();
  m_navigation->setEnabled(true);
  for (QAction* a : std::as_const(m_workspaceActions))
    a->setEnabled(true);
  recallState();
}

void MainWindow::setReadOnly() {
  m_readOnly = true;
  m_status->setFileState(StatusBar::FileState::ReadOnly);
  const QString why = tr("This workspace cannot be written: you can look at everything, but not decide. Check the "
                         "permissions of %1 and its folder, or open another file.")
                          .arg(QDir::toNativeSeparators(m_path));
  for (const Entry& e : std::as_const(m_entries)) {
    e.page->setReadOnly(true);
    e.page->showMessage(paint::Tone::Warning, why, tr("Open another file …"));
  }
}

void MainWindow::showOpenError(const QString& path, const Error& error) {
  if (!m_path.isEmpty()) {
    currentPage().showMessage(paint::Tone::Negative, errorText(error), tr("Open another file …"));
    return;
  }
  m_start->setWords(tr("%1 could not be opened").arg(QFileInfo(path).fileName()), errorText(error));
}

void MainWindow::showQueue(const QueueSnapshotPtr& snapshot) {
  if (!snapshot)
    return;
  m_sinceRefresh.start();
  if (!snapshot->workspaceName.isEmpty())
    m_top->setWorkspace(snapshot->workspaceName, m_path);
  m_top->setUser(QStringList{snapshot->userName, codeText(snapshot->userRole)}.join(QStringLiteral(" · ")));
  m_status->setLastCycle(snapshot->lastCycle);
  setWindowTitle(QStringLiteral("%1 – Pricewright").arg(snapshot->workspaceName));
  m_approvals->showQueue(snapshot);
}

void MainWindow::requestCycle() {
  if (m_cycleRunning || m_path.isEmpty())
    return;
  beginCycle(); // at once: the engine may still be busy with something else
  emit cycleRequested();
}

void MainWindow::beginCycle() {
  if (std::exchange(m_cycleRunning, true))
    return;
  m_status->beginCycle();
  m_today->setCycle(true);
  m_approvals->setCycle(true, {}, 0);
}

void MainWindow::setCycleProgress(const QString& step, double fraction) {
  m_status->setProgress(step, fraction);
  m_approvals->setCycle(true, codeText(step), fraction);
}

void MainWindow::endCycle() {
  m_cycleRunning = false;
  m_status->endCycle();
  m_today->setCycle(false);
  m_approvals->setCycle(false, {}, 0);
}

void MainWindow::nextPane(bool backward) {
  if (m_path.isEmpty())
    return;
  QList<QWidget*> panes = currentPage().panes();
  panes << m_navigation->current();
  QWidget* focus = focusWidget();
  qsizetype at = -1;
  for (qsizetype i = 0; i < panes.size(); ++i)
    if (panes[i] && focus && (panes[i] == focus || panes[i]->isAncestorOf(focus)))
      at = i;
  const qsizetype n = panes.size(), next = (at + (backward ? n - 1 : 1)) % n;
  if (panes[next])
    panes[next]->setFocus(backward ? Qt::BacktabFocusReason : Qt::TabFocusReason);
}

QString MainWindow::settingsGroup() const {
  const QByteArray digest =
      QCryptographicHash::hash(QFileInfo(m_path).canonicalFilePath().toUtf8(), QCryptographicHash::Sha256);
  return QStringLiteral("workspace/") + QString::fromLatin1(digest.toHex().left(16));
}

void MainWindow::saveState() const {
  QSettings settings;
  settings.setValue(QStringLiteral("window/geometry"), saveGeometry());
  if (m_path.isEmpty())
    return;
  settings.beginGroup(settingsGroup());
  for (const Entry& e : m_entries) {
    if (e.page == m_pages->currentWidget())
      settings.setValue(QStringLiteral("page"), e.key);
    settings.beginGroup(e.key);
    e.page->saveState(settings);
    settings.endGroup();
  }
}

void MainWindow::recallState() {
  QSettings settings;
  settings.beginGroup(settingsGroup());
  const QString last = settings.value(QStringLiteral("page")).toString();
  int open = 0;
  for (qsizetype i = 0; i < m_entries.size(); ++i) {
    if (m_entries[i].key == last)
      open = static_cast<int>(i);
    settings.beginGroup(m_entries[i].key);
    m_entries[i].page->restoreState(settings);
    settings.endGroup();
  }
  choosePage(open);
}

void MainWindow::closeEvent(QCloseEvent* event) {
  saveState();
  event->accept();
}

void MainWindow::resizeEvent(QResizeEvent* event) {
  QMainWindow::resizeEvent(event);
  m_navigation->setCompact(width() < kNarrow);
}

// Coming back to the window shows what others (the command line, another desk) did meanwhile.
void MainWindow::changeEvent(QEvent* event) {
  QMainWindow::changeEvent(event);
  if (event->type() == QEvent::ActivationChange && isActiveWindow() && !m_path.isEmpty() && !m_cycleRunning &&
      m_sinceRefresh.isValid() && m_sinceRefresh.elapsed() > kRefreshAfterMs)
    emit refreshRequested();
}

} // namespace pricewright
