// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "charts/FrontierChart.h"
#include "controls/Banner.h"
#include "controls/LineCard.h"
#include "controls/LineList.h"
#include "controls/TitleRow.h"
#include "itemmodels/ScenarioModels.h"
#include "pages/Page.h"
#include "pages/scenarios/ScenarioForm.h"
#include "tables/TableView.h"

namespace pricewright {

// What would the whole assortment bring under another objective or other limits? A form asks, plans are compared beside
// each other and against the frontier of profit and revenue, each limit says what it costs, and a plan's prices go to
// approvals. Asks through signals, is told through slots, never blocks.
class ScenariosPage : public Page {
  Q_OBJECT
 public:
  explicit ScenariosPage(const Theme& theme, QWidget* parent = nullptr);
  QList<QWidget*> panes() const override;
  void focusMain() override { m_form->setFocus(Qt::OtherFocusReason); }
  void focusFilter() override { m_prices->focusFilter(); }
  void forgetWorkspace() override;
  void undoLast() override; // takes out of the queue what was sent last
  QList<PageAction> pageActions() override;
  QList<QPair<QString, QString>> keySheet() const override;
  void setReadOnly(bool readOnly) override;
  void showMessage(paint::Tone tone, const QString& text, const QString& action = {}) override;

  ScenarioForm& form() { return *m_form; }
  TableView& scenarios() { return *m_table; }
  TableView& prices() { return *m_prices; }
  FrontierChart& chart() { return *m_chart; }
  LineList& limits() { return *m_limits; }
  LineCard& nameCard() { return *m_name; }
  Banner& banner() { return *m_banner; }
  QString summary() const { return m_summary->text(); }
  ActionButton* planButton() const { return m_plan; }
  ActionButton* sendButton() const { return m_send; }

 public slots:
  void showScenarios(const pricewright::ScenariosView& view);
  void showPlanned(const pricewright::Scenario& scenario);
  void showRefused(const pricewright::ScenarioRefusal& refusal);
  void showFrontier(const std::vector<pricewright::FrontierPoint>& points);
  void showProgress(const QString& step, double fraction);
  void showDone(const QString& what); // kept, dropped
  void showSent(const std::vector<pricewright::Proposed>& answers);
  void showWithdrawn(const std::vector<pricewright::Answer>& answers);
  void showError(const pricewright::Error& error);
  void plan();
  void drawFrontier();
  void planAt(int point); // of the frontier: its weights go into the form
  void keep();
  void drop();
  void send();

 signals:
  void planRequested(const pricewright::ScenarioWish& wish);
  void frontierRequested(const pricewright::ScenarioWish& wish);
  void cancelled();
  void keepRequested(const pricewright::Scenario& scenario);
  void dropRequested(const pricewright::Id& id);
  void sendRequested(const pricewright::Scenario& scenario);
  void withdrawRequested(const std::vector<pricewright::Id>& decisions);
  void queueWanted(); // to the approvals

 protected:
  void keyPressEvent(QKeyEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  void build();
  QWidget* titleRow();
  QWidget* leftSide();
  QWidget* rightSide();
  void fill();
  void showFocused();
  void showLimits(const Scenario* scenario);
  void updateButtons();
  void begin(); // something was asked for
  void end();
  const Scenario* focused() const;

  const Theme& m_theme;
  ScenarioListModel m_rows;
  ScenarioPriceModel m_priceRows;
  TableLines m_lines{m_rows}, m_priceLines{m_priceRows};
  std::optional<Scenario> m_planned;
  std::vector<Scenario> m_kept;
  std::vector<std::vector<Id>> m_sent; // what waits in the queue from here, the newest last
  ScenarioForm* m_form = nullptr;
  TableView *m_table = nullptr, *m_prices = nullptr;
  FrontierChart* m_chart = nullptr;
  LineList* m_limits = nullptr;
  QBoxLayout* m_below = nullptr;
  QLabel* m_limitWords = nullptr;
  ElidedLabel* m_summary = nullptr;
  ActionButton *m_plan = nullptr, *m_frontier = nullptr, *m_keep = nullptr, *m_send = nullptr;
  LineCard* m_name = nullptr;
  Banner* m_banner = nullptr;
  bool m_readOnly = false, m_busy = false;
};

} // namespace pricewright
