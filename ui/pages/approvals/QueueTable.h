// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "controls/TableHeader.h"
#include "itemmodels/QueueProxy.h"

#include <QSettings>
#include <QTableView>

namespace pricewright {

// The queue as a table: one focused row, check boxes for several. Bare letters are not eaten here (no type-ahead): they
// are the page's decision keys. Fits its columns to the width until the user sizes one himself.
class QueueTable : public QTableView {
  Q_OBJECT
 public:
  QueueTable(const Theme& theme, QueueModel& model, QueueProxy& proxy, QWidget* parent = nullptr);
  std::optional<Id> focusedId() const;
  void focusId(const Id& id);
  void showFocus(); // scrolls to it: what the keys act on is to be seen
  bool isFocusSeen() const;
  void focusRow(int proxyRow);
  void moveFocus(int by);
  void checkAllShown(bool checked);
  QList<QueueColumn> shownColumns() const; // in the order on the screen, without the check boxes
  void sortBy(QueueColumn column, Qt::SortOrder order);
  void save(QSettings& settings) const;
  void restore(const QSettings& settings);
  void keyboardSearch(const QString&) override {}

 signals:
  void focusChanged();
  void activatedByUser(); // Enter or a double click
  void sortChanged();

 protected:
  void keyPressEvent(QKeyEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

 private:
  void updateHeaderCheck();
  void fitColumns();
  void showColumnMenu(const QPoint& at);
  const Theme& m_theme;
  QueueModel& m_model;
  QueueProxy& m_proxy;
  TableHeader* m_header;
  bool m_sizedByUser = false, m_columnsChosen = false, m_fitting = false;
  int m_lastCheckedRow = -1;
  QList<QueueColumn> m_hiddenByUser;
};

} // namespace pricewright
