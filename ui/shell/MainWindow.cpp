// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/MainWindow.h"

#include "engine/Texts.h"
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
  makePageActions();
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
  m_approvalsEntry =
      m_navigation->addPage(QStringLiteral("approvals"), tr("Approvals"), QKeySequence(Qt::ALT | Qt::Key_1));
  m_pages = new QStackedWidget(whole);
  m_start = new EmptyState(m_theme, QStringLiteral("folder"), m_pages);
  m_start->setObjectName(QStringLiteral("start"));
  ActionButton* open =
      m_start->addButton(ActionButton::Kind::Primary, tr("Open a workspace …"), {tr("Ctrl"), QStringLiteral("O")});
  connect(open, &QPushButton::clicked, this, &MainWindow::openOtherFile);
  m_approvals = new ApprovalsPage(m_theme, m_pages);
  m_pages->addWidget(m_start);
  m_pages->addWidget(m_approvals);
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
  m_keys = new KeySheet(m_theme, ApprovalsPage::keySheet(), whole);
  m_menu = new QMenu(this);
  m_top->setMenu(m_menu);
  connect(m_menu, &QMenu::aboutToShow, this, &MainWindow::fillWorkspaceMenu);
  connect(m_top, &TopBar::paletteRequested, this, [this] { m_palette->choose(m_actions); });
  connect(m_navigation, &Navigation::pageChosen, this, [this] { m_approvals->focusTable(); });
  connect(m_status, &StatusBar::cancelClicked, this, &MainWindow::cancelRequested);
  connect(m_approvals, &ApprovalsPage::cycleRequested, this, &MainWindow::requestCycle);
  connect(m_approvals, &ApprovalsPage::cancelRequested, this, &MainWindow::cancelRequested);
  connect(m_approvals, &ApprovalsPage::keySheetRequested, m_keys, &KeySheet::openCentered);
  connect(m_approvals, &ApprovalsPage::noticed, m_status, &StatusBar::showNotice);
  connect(m_approvals, &ApprovalsPage::selectionTotalsChanged, m_status, &StatusBar::setTotals);
  connect(m_approvals, &ApprovalsPage::countChanged, m_approvalsEntry, &NavigationEntry::setBadge);
  connect(m_approvals, &ApprovalsPage::bannerActionTriggered, this, &MainWindow::openOtherFile);
}

QAction* MainWindow::action(const QString& text, const QKeySequence& keys, std::function<void()> work) {
  auto* a = new QAction(text, this);
  a->setShortcut(keys);
  a->setAutoRepeat(false);
  connect(a, &QAction::triggered, this, std::move(work));
  addAction(a);
  m_actions << a;
  return a;
}

// For the palette: a bare key belongs to the page and is no shortcut of the window.
QAction* MainWindow::keyAction(const QString& text, const QString& key, std::function<void()> work) {
  QAction* a = action(text, {}, std::move(work));
  a->setProperty("key", key);
  m_workspaceActions << a;
  return a;
}

void MainWindow::makeActions() {
  m_workspaceActions << action(tr("Run cycle"), QKeySequence(Qt::CTRL | Qt::Key_R), [this] { requestCycle(); });
  m_workspaceActions << action(tr("Cancel the cycle"), {}, [this] { emit cancelRequested(); });
  m_workspaceActions << action(tr("Refresh"), QKeySequence(Qt::Key_F5), [this] { emit refreshRequested(); });
  action(tr("Open workspace …"), QKeySequence::Open, [this] { openOtherFile(); });
  action(tr("Switch between light and dark"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_L), [this] {
    m_theme.toggle();
    m_theme.remember();
  });
  const auto scheme = [this](const QString& text, ColorScheme wanted) {
    action(text, {}, [this, wanted] {
      m_theme.setScheme(wanted);
      m_theme.remember();
    });
  };
  scheme(tr("Colors as the system has them"), ColorScheme::System);
  const auto density = [this](const QString& text, RowDensity wanted) {
    action(text, {}, [this, wanted] {
      m_theme.setDensity(wanted);
      m_theme.remember();
    });
  };
  density(tr("Rows: compact"), RowDensity::Compact);
  density(tr("Rows: normal"), RowDensity::Normal);
  density(tr("Rows: comfortable"), RowDensity::Comfortable);
  action(tr("Next pane"), QKeySequence(Qt::Key_F6), [this] { nextPane(false); });
  action(tr("Previous pane"), QKeySequence(Qt::SHIFT | Qt::Key_F6), [this] { nextPane(true); });
  QAction* palette =
      action(tr("All actions"), QKeySequence(Qt::CTRL | Qt::Key_K), [this] { m_palette->choose(m_actions); });
  m_actions.removeAll(palette); // it is what one is in
  action(tr("Quit"), QKeySequence::Quit, [this] { close(); });
}

void MainWindow::makePageActions() {
  ApprovalsPage* page = m_approvals;
  keyAction(tr("Approve"), QStringLiteral("A"), [page] { page->approve(); });
  keyAction(tr("Reject …"), QStringLiteral("R"), [page] { page->reject(); });
  keyAction(tr("Edit price …"), QStringLiteral("E"), [page] { page->editPrice(); });
  m_workspaceActions << action(tr("Undo the last decision"), QKeySequence::Undo, [page] { page->undoLast(); });
  keyAction(tr("Check or uncheck the row"), tr("Space"), [page] { page->toggleCheck(); });
  keyAction(tr("Check all rows shown"), tr("Ctrl+A"), [page] { page->table().checkAllShown(true); });
  keyAction(tr("Uncheck all rows shown"), {}, [page] { page->table().checkAllShown(false); });
  keyAction(tr("Copy rows"), tr("Ctrl+C"), [page] { page->copyRows(); });
  m_workspaceActions << action(tr("Filter"), QKeySequence::Find, [page] { page->focusFilter(); });
  keyAction(tr("Show what waits for release"), {}, [page] { page->filters().setFilter({{}, true, {}, {}}); });
  keyAction(tr("Show all pending prices"), {}, [page] { page->filters().clear(); });
  keyAction(tr("All keys"), QStringLiteral("?"), [this] { m_keys->openCentered(); });
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
  m_approvals->forgetWorkspace();
  m_top->setWorkspace(QFileInfo(path).completeBaseName(), m_path);
  m_status->setFileState(readOnly ? StatusBar::FileState::ReadOnly : StatusBar::FileState::Local);
  if (readOnly)
    setReadOnly();
  m_pages->setCurrentWidget(m_approvals);
  m_navigation->setEnabled(true);
  for (QAction* a : std::as_const(m_workspaceActions))
    a->setEnabled(true);
  recallState();
  m_approvals->focusTable();
}

void MainWindow::setReadOnly() {
  m_readOnly = true;
  m_status->setFileState(StatusBar::FileState::ReadOnly);
  m_approvals->showMessage(paint::Tone::Warning,
                           tr("This workspace cannot be written: you can look at everything, but not decide. Check the "
                              "permissions of %1 and "
                              "its folder, or open another file.")
                               .arg(QDir::toNativeSeparators(m_path)),
                           tr("Open another file …"));
}

void MainWindow::showOpenError(const QString& path, const Error& error) {
  if (!m_path.isEmpty()) {
    m_approvals->showMessage(paint::Tone::Negative, errorText(error), tr("Open another file …"));
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
  m_approvals->setCycle(true, {}, 0);
}

void MainWindow::setCycleProgress(const QString& step, double fraction) {
  m_status->setProgress(step, fraction);
  m_approvals->setCycle(true, codeText(step), fraction);
}

void MainWindow::endCycle() {
  m_cycleRunning = false;
  m_status->endCycle();
  m_approvals->setCycle(false, {}, 0);
}

void MainWindow::nextPane(bool backward) {
  QList<QWidget*> panes = m_approvals->panes();
  if (m_pages->currentWidget() != m_approvals)
    return;
  panes << m_approvalsEntry;
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
  m_approvals->saveState(settings);
}

void MainWindow::recallState() {
  QSettings settings;
  settings.beginGroup(settingsGroup());
  m_approvals->restoreState(settings);
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
