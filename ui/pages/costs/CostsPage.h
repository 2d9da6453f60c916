// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "controls/Banner.h"
#include "controls/ElidedLabel.h"
#include "itemmodels/CostModels.h"
#include "pages/Page.h"
#include "tables/TableView.h"

#include <QComboBox>
#include <QSpinBox>
#include <QSplitter>

namespace pricewright {

// What did suppliers change, and what becomes of it in our prices? Each change of costs is one line; below it the
// prices that it touches, with the prices that follow. One key sends them to Approvals, through the guardrails. Asks
// through signals, is told through slots, never blocks.
class CostsPage : public Page {
  Q_OBJECT
 public:
  explicit CostsPage(const Theme& theme, QWidget* parent = nullptr);
  QList<QWidget*> panes() const override { return {m_eventTable, m_rowTable, m_how}; }
  void focusMain() override { m_eventTable->setFocus(Qt::OtherFocusReason); }
  void undoLast() override;
  void saveState(QSettings& settings) const override;
  void restoreState(const QSettings& settings) override;
  void forgetWorkspace() override;
  QList<PageAction> pageActions() override;
  QList<QPair<QString, QString>> keySheet() const override;
  void setReadOnly(bool readOnly) override;
  void showMessage(paint::Tone tone, const QString& text, const QString& action = {}) override;

  TableView& eventTable() { return *m_eventTable; }
  TableView& rowTable() { return *m_rowTable; }
  CostEventModel& events() { return m_events; }
  CostRowModel& rows() { return m_rows; }
  QComboBox& howBox() { return *m_how; }
  ActionButton& sendButton() { return *m_send; }
  Banner& banner() { return *m_banner; }
  QString summary() const { return m_summary->text(); }
  std::vector<PriceWish> wishes() const; // of the rows chosen, else of all open ones

 public slots:
  void showInbox(const pricewright::CostInbox& inbox);
  void showProposed(const std::vector<pricewright::Proposed>& answers);
  void showWithdrawn(int prices);
  void showMarked(bool dismissed);
  void showError(const pricewright::Error& error);
  void send();
  void dismissEvent(); // dealt with otherwise, or open again

 signals:
  void inboxRequested();
  void proposeRequested(const std::vector<pricewright::PriceWish>& wishes, const QString& reason);
  void withdrawRequested(const std::vector<pricewright::Id>& decisions);
  void dismissRequested(const QString& event, bool dismissed);

 protected:
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void build();
  QWidget* titleRow();
  QWidget* actionRow();
  QWidget* card(const QString& name, QWidget* content);
  const CostEvent* focused() const;
  void showFocus();
  void showState();
  const Theme& m_theme;
  CostEventModel m_events;
  TableLines m_eventLines{m_events};
  CostRowModel m_rows;
  TableLines m_rowLines{m_rows};
  TableView *m_eventTable = nullptr, *m_rowTable = nullptr;
  QSplitter* m_split = nullptr;
  ElidedLabel* m_summary = nullptr;
  QComboBox* m_how = nullptr;
  QSpinBox* m_share = nullptr;
  ActionButton *m_send = nullptr, *m_dismiss = nullptr;
  Banner* m_banner = nullptr;
  std::vector<std::vector<Id>> m_sent; // that can be taken back, the last at the end
  bool m_readOnly = false, m_sending = false;
};

} // namespace pricewright
