// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "charts/PromotionChart.h"
#include "controls/Banner.h"
#include "controls/ElidedLabel.h"
#include "itemmodels/PromotionModel.h"
#include "pages/Page.h"
#include "pages/promotions/PromotionCard.h"
#include "tables/TableView.h"

#include <QSplitter>

namespace pricewright {

// What ran, what runs, what is planned? The calendar as a table and over time; promotions are planned, moved and ended
// from here, within what binds every price. Asks through signals, is told through slots, never blocks.
class PromotionsPage : public Page {
  Q_OBJECT
 public:
  explicit PromotionsPage(const Theme& theme, QWidget* parent = nullptr);
  QList<QWidget*> panes() const override { return {m_table, m_chart}; }
  void focusMain() override { m_table->setFocus(Qt::OtherFocusReason); }
  void focusFilter() override { m_table->focusFilter(); }
  void undoLast() override;
  void saveState(QSettings& settings) const override;
  void restoreState(const QSettings& settings) override;
  void forgetWorkspace() override;
  QList<PageAction> pageActions() override;
  QList<QPair<QString, QString>> keySheet() const override;
  void setReadOnly(bool readOnly) override;
  void showMessage(paint::Tone tone, const QString& text, const QString& action = {}) override;

  TableView& table() { return *m_table; }
  PromotionModel& model() { return m_model; }
  PromotionChart& chart() { return *m_chart; }
  PromotionCard& card() { return *m_card; }
  Banner& banner() { return *m_banner; }
  QString summary() const { return m_summary->text(); }

 public slots:
  void showCalendar(const pricewright::PromotionCalendar& calendar);
  void showChecks(const std::vector<pricewright::PromotionCheck>& checks) { m_card->showChecks(checks); }
  void showPlanned(const pricewright::PromotionsPlanned& done);
  void showChanged(const std::vector<pricewright::PromotionChange>& changes);
  void showUndone();
  void showError(const pricewright::Error& error);
  void plan(const QString& skus = {}, const QString& zone = {});
  void changeFocused();
  void cancelChosen(); // planned ones go, running ones end today
  void openSku();

 signals:
  void checkRequested(const pricewright::PromotionWish& wish);
  void planRequested(const pricewright::PromotionWish& wish);
  void changeRequested(const pricewright::Id& promotion, const pricewright::PromotionWish& wish);
  void cancelWanted(const std::vector<pricewright::Id>& promotions);
  void undoRequested(const std::vector<pricewright::PromotionChange>& changes);
  void skuOpened(const QString& sku);

 protected:
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void build();
  QWidget* titleRow();
  QWidget* actionRow();
  void showRows();
  void showState();
  const PromotionRow* focused() const { return m_model.find(m_table->focusedKey()); }
  std::vector<Id> chosenThatLast() const;
  bool mayWrite();
  void remember(const std::vector<PromotionChange>& changes);
  const Theme& m_theme;
  PromotionModel m_model;
  TableLines m_lines{m_model};
  TableView* m_table = nullptr;
  PromotionChart* m_chart = nullptr;
  PromotionCard* m_card = nullptr;
  QSplitter* m_split = nullptr;
  ElidedLabel* m_summary = nullptr;
  ActionButton *m_plan = nullptr, *m_change = nullptr, *m_cancel = nullptr;
  Banner* m_banner = nullptr;
  std::vector<std::vector<PromotionChange>> m_undo; // the last at the end
  bool m_readOnly = false;
};

} // namespace pricewright
