// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "controls/ActionButton.h"
#include "itemmodels/CatalogueModel.h"

#include <QBoxLayout>
#include <QLineEdit>

namespace pricewright {

struct CatalogueFilter {
  QString zone, category;
  std::optional<SkuRole> role;
  bool lowIndex = false, stale = false, tried = false;
  bool operator==(const CatalogueFilter&) const = default;
};

// One row of filters: zone, category and role by menu, the questions asked most as chips, and a text.
class CatalogueFilters : public QWidget {
  Q_OBJECT
 public:
  explicit CatalogueFilters(const Theme& theme, QWidget* parent = nullptr);
  void setChoices(const CatalogueSnapshot& snapshot);
  void setFilter(const CatalogueFilter& filter);
  const CatalogueFilter& filter() const { return m_filter; }
  QLineEdit* textField() const { return m_text; }
  ActionButton* zoneButton() const { return m_zone; }
  ActionButton* lowIndexButton() const { return m_lowIndex; }
  ActionButton* staleButton() const { return m_stale; }
  void addTrailing(QWidget* widget); // at the row's end
  void clear();

 signals:
  void filterChanged();
  void textChanged(const QString& text);
  void left(); // Esc, Return or Down in the text field

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  ActionButton* chip(const QString& text, bool CatalogueFilter::* flag);
  ActionButton* menuButton(const std::function<void()>& open);
  void offer(ActionButton* below, const QString& all, const QStringList& words, int chosen,
             const std::function<void(int)>& take);
  void showState();
  void changed();
  const Theme& m_theme;
  CatalogueFilter m_filter;
  QStringList m_zones, m_categories;
  ActionButton *m_zone, *m_category, *m_role, *m_lowIndex, *m_stale, *m_tried;
  QLineEdit* m_text;
  QHBoxLayout* m_row;
};

} // namespace pricewright
