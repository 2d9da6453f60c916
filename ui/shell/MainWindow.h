// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "controls/EmptyState.h"
#include "pages/approvals/ApprovalsPage.h"
#include "pages/audit/AuditPage.h"
#include "pages/catalogue/CataloguePage.h"
#include "pages/costs/CostsPage.h"
#include "pages/experiments/ExperimentsPage.h"
#include "pages/imports/ImportsPage.h"
#include "pages/insights/InsightsPage.h"
#include "pages/market/MarketPage.h"
#include "pages/models/ModelsPage.h"
#include "pages/promotions/PromotionsPage.h"
#include "pages/publications/PublicationsPage.h"
#include "pages/rules/RulesPage.h"
#include "pages/scenarios/ScenariosPage.h"
#include "pages/settings/SettingsPage.h"
#include "pages/targets/TargetsPage.h"
#include "pages/today/TodayPage.h"
#include "reports/TableExporter.h"
#include "shell/CommandPalette.h"
#include "shell/Navigation.h"
#include "shell/StatusBar.h"
#include "shell/TopBar.h"

#include <QMainWindow>
#include <QMenu>

namespace pricewright {

// Hosts the pages and what stands around them. Knows no engine: EngineLink answers its signals. What belongs to a page
// stays in the page.
class MainWindow : public QMainWindow {
  Q_OBJECT
 public:
  explicit MainWindow(Theme& theme, QWidget* parent = nullptr);
  TodayPage& today() { return *m_today; }
  ApprovalsPage& approvals() { return *m_approvals; }
  CataloguePage& catalogue() { return *m_catalogue; }
  PublicationsPage& publications() { return *m_publications; }
  AuditPage& audit() { return *m_audit; }
  ImportsPage& imports() { return *m_imports; }
  RulesPage& rules() { return *m_rules; }
  CostsPage& costs() { return *m_costs; }
  PromotionsPage& promotions() { return *m_promotions; }
  TargetsPage& targets() { return *m_targets; }
  ModelsPage& models() { return *m_models; }
  MarketPage& market() { return *m_market; }
  ScenariosPage& scenarios() { return *m_scenarios; }
  ExperimentsPage& experiments() { return *m_experiments; }
  InsightsPage& insights() { return *m_insights; }
  SettingsPage& settings() { return *m_settings; }
  QList<Page*> pages() const;
  Page& currentPage() const; // the start page's place is none: Approvals then
  void openPage(Page* page);
  StatusBar& status() { return *m_status; }
  QString workspacePath() const { return m_path; }
  TableExporter& exporter() { return *m_exporter; }
  bool isCycleRunning() const { return m_cycleRunning; }
  bool isReadOnly() const { return m_readOnly; }
  QList<QAction*> allActions() const { return m_actions; }
  static QStringList recentWorkspaces(); // newest first

 public slots:
  void requestCycle();
  void showStart(); // no workspace yet
  void showOpening(const QString& path);
  void showWorkspace(const QString& path, bool readOnly);
  void showOpenError(const QString& path, const pricewright::Error& error);
  void showQueue(const pricewright::QueueSnapshotPtr& snapshot);
  void setReadOnly();
  void beginCycle();
  void setCycleProgress(const QString& step, double fraction);
  void endCycle();
  void openOtherFile();
  void showHits(const QString& words, const std::vector<pricewright::SearchHit>& hits); // answers searchRequested

 signals:
  void openRequested(const QString& path);
  void refreshRequested();
  void cycleRequested();
  void cancelRequested();
  void searchRequested(const QString& words);

 protected:
  void closeEvent(QCloseEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  void build();
  void addPages();
  void addExperiments();
  void addInsights();
  // One more entry of the navigation, opened by its keys. The window owns it.
  void addPage(Page* page, const QString& icon, const QString& name, const QKeySequence& keys);
  void makeActions();
  // `name`: what its keys are kept under; empty: they cannot be changed
  QAction* action(const char* name, const QString& text, const QKeySequence& keys, std::function<void()> work);
  void offerDeviceSettings();
  void fillWorkspaceMenu();
  void nextPane(bool backward);
  void choosePage(int index);
  void exportTable();
  void openAbout(const QString& what, const QString& about); // where a line of Today leads
  void openOrigin(const Origin& from);                       // where a figure of a decision comes from
  void openHit(const SearchHit& hit);
  QList<QAction*> offeredActions() const; // of the window and of the page in view
  void showKeys();
  void saveState() const;
  void recallState();
  void tint();
  QString settingsGroup() const;

  Theme& m_theme;
  TopBar* m_top;
  Navigation* m_navigation;
  struct Entry {
    Page* page;
    NavigationEntry* entry;
    QString name, key; // key: of its settings
    QList<QAction*> actions;
  };
  QList<Entry> m_entries;
  QStackedWidget* m_pages;
  EmptyState* m_start;
  TodayPage* m_today = nullptr;
  ApprovalsPage* m_approvals = nullptr;
  CataloguePage* m_catalogue = nullptr;
  PublicationsPage* m_publications = nullptr;
  AuditPage* m_audit = nullptr;
  ImportsPage* m_imports = nullptr;
  RulesPage* m_rules = nullptr;
  CostsPage* m_costs = nullptr;
  PromotionsPage* m_promotions = nullptr;
  TargetsPage* m_targets = nullptr;
  ModelsPage* m_models = nullptr;
  MarketPage* m_market = nullptr;
  ScenariosPage* m_scenarios = nullptr;
  ExperimentsPage* m_experiments = nullptr;
  InsightsPage* m_insights = nullptr;
  SettingsPage* m_settings = nullptr;
  StatusBar* m_status;
  CommandPalette* m_palette;
  KeySheet* m_keys;
  TableExporter* m_exporter;
  QMenu* m_menu;
  QList<QAction*> m_actions, m_workspaceActions; // the latter need an open workspace
  QString m_path;
  bool m_readOnly = false, m_cycleRunning = false;
  QElapsedTimer m_sinceRefresh;
};

} // namespace pricewright
