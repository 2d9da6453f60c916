// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "controls/Banner.h"
#include "controls/TitleRow.h"
#include "itemmodels/TargetModel.h"
#include "pages/Page.h"
#include "tables/PasteCard.h"
#include "tables/TableView.h"

namespace pricewright {

// What is each category meant to reach in a month, a quarter or a year, and how does it stand? Targets are typed into
// the table or pasted from a spreadsheet. Asks through signals, is told through slots, never blocks.
class TargetsPage : public Page {
  Q_OBJECT
 public:
  explicit TargetsPage(const Theme& theme, QWidget* parent = nullptr);
  QList<QWidget*> panes() const override { return {m_table}; }
  void focusMain() override { m_table->setFocus(Qt::OtherFocusReason); }
  void focusFilter() override { m_table->focusFilter(); }
  void undoLast() override;
  void saveState(QSettings& settings) const override;
  void restoreState(const QSettings& settings) override;
  void forgetWorkspace() override;
  QList<PageAction> pageActions() override;
  QList<QPair<QString, QString>> keySheet() const override;
  void setReadOnly(bool readOnly) override { m_readOnly = readOnly; }
  void showMessage(paint::Tone tone, const QString& text, const QString& action = {}) override;

  TableView& table() { return *m_table; }
  TargetModel& model() { return m_model; }
  Banner& banner() { return *m_banner; }
  ActionButton& kindButton(PeriodKind kind) { return *m_kinds[int(kind)]; }
  PeriodKind kind() const { return m_kind; }
  const std::optional<TargetPeriod>& period() const { return m_period; } // none: the one that is now
  QString summary() const { return m_summary->text(); }

 public slots:
  void showTargets(const pricewright::TargetsView& view);
  void showSet(const std::vector<pricewright::TargetWish>& before);
  void showError(const pricewright::Error& error);
  void movePeriod(int by);
  void choosePeriod(pricewright::PeriodKind kind); // the one that is now

 signals:
  void viewRequested(pricewright::PeriodKind kind, const std::optional<pricewright::TargetPeriod>& period);
  void setRequested(const std::vector<pricewright::TargetWish>& wishes);

 protected:
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void build();
  QWidget* titleRow();
  void makeEdits(const std::vector<CellEdit>& edits);
  void ask();
  void showState();
  const Theme& m_theme;
  TargetModel m_model;
  TableLines m_lines{m_model};
  TableView* m_table = nullptr;
  PasteCard* m_paste = nullptr;
  QLabel* m_periodName = nullptr;
  ElidedLabel* m_summary = nullptr;
  ActionButton *m_back = nullptr, *m_next = nullptr;
  QList<ActionButton*> m_kinds;
  Banner* m_banner = nullptr;
  PeriodKind m_kind = PeriodKind::Month;
  std::optional<TargetPeriod> m_period;
  std::vector<std::vector<TargetWish>> m_undo; // the last at the end
  bool m_readOnly = false, m_undoing = false;
};

} // namespace pricewright
