// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "controls/ActionButton.h"
#include "itemmodels/QueueProxy.h"

#include <QLineEdit>

namespace pricewright {

// One row of filters: a chip per reason with its count, what waits for release, a category, a text, and the order.
class FilterBar : public QWidget {
  Q_OBJECT
 public:
  explicit FilterBar(const Theme& theme, QWidget* parent = nullptr);
  void setCounts(const QueueSnapshot& snapshot);
  void setChanged(int rows); // whose facts have changed since
  void setFilter(const QueueProxy::Filter& filter);
  QueueProxy::Filter filter() const { return m_filter; }
  void setSort(QueueColumn column, Qt::SortOrder order);
  QLineEdit* textField() const { return m_text; }
  void clear();

 signals:
  void filterChanged(const pricewright::QueueProxy::Filter& filter);
  void sortChosen(pricewright::QueueColumn column, Qt::SortOrder order);
  void left(); // Esc or Enter in the text field: back to the table

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  ActionButton* chipFor(const QString& key, const QString& text, int count);
  void choose(const QString& key);
  QString chosenKey() const;
  void fitChips();
  void showMore();
  void showCategories();
  void showSorts();
  void showState();
  const Theme& m_theme;
  QueueProxy::Filter m_filter;
  QWidget* m_chipBox;
  QMap<QString, ActionButton*> m_chips;
  QStringList m_order;  // of the chips: all, reasons by count, waiting
  QStringList m_folded; // those that found no room
  ActionButton *m_more, *m_category, *m_sort;
  QLineEdit* m_text;
  QStringList m_categories;
  int m_changed = 0;
};

} // namespace pricewright
