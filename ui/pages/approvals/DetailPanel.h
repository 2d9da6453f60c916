// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "charts/DecisionChart.h"
#include "controls/ActionButton.h"
#include "controls/ElidedLabel.h"
#include "itemmodels/LedgerModel.h"

#include <QFrame>
#include <QSplitter>
#include <QTableView>
#include <QTextBrowser>

namespace pricewright {

// Why this price: the curve, every limit, and the evidence, side by side; in a narrow window one at a time. Below them
// the keys. Holds no state of its own but what it shows.
class DetailPanel : public QFrame {
  Q_OBJECT
 public:
  explicit DetailPanel(const Theme& theme, QWidget* parent = nullptr);
  void showLoading(const QString& title);
  void showDetail(const DecisionDetailPtr& detail);
  void showError(const QString& text);
  void clear();
  const DecisionDetailPtr& detail() const { return m_detail; }
  QList<QWidget*> panes() const; // what F6 visits
  void setKeysShown(bool shown);
  QByteArray saveState() const { return m_sized ? m_splitter->saveState() : QByteArray(); }
  void restoreState(const QByteArray& state);
  LedgerModel& ledger() { return m_ledger; }

 signals:
  void keyClicked(int key); // a button of the key bar

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  QWidget* pane(ElidedLabel*& title, QWidget* content);
  QWidget* keyBar();
  QTableView* ledgerTable();
  void copyLedger();
  void render();
  void arrange();
  const Theme& m_theme;
  DecisionDetailPtr m_detail;
  LedgerModel m_ledger;
  QSplitter* m_splitter;
  DecisionChart* m_chart;
  QTableView* m_limits;
  QTextBrowser* m_evidence;
  ElidedLabel *m_chartTitle, *m_limitsTitle, *m_evidenceTitle;
  QWidget *m_tabs, *m_keys;
  QList<ActionButton*> m_tabButtons;
  int m_tab = 0;
  bool m_narrow = false, m_sized = false;
};

} // namespace pricewright
