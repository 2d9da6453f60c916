// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "itemmodels/LedgerModel.h"
#include "shell/Theme.h"

#include <QTableView>

namespace pricewright {

// Every limit of a decision. Takes no letters and no digits: they are the page's keys. Enter or a double click asks
// where a row comes from.
class LedgerTable final : public QTableView {
  Q_OBJECT
 public:
  LedgerTable(const Theme& theme, LedgerModel& model, QWidget* parent = nullptr);
  void keyboardSearch(const QString&) override {}

 signals:
  void opened(int row);

 protected:
  void keyPressEvent(QKeyEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  void copy();
  LedgerModel& m_model;
};

} // namespace pricewright
