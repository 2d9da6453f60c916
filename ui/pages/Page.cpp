// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/Page.h"

#include "controls/FormManners.h"

namespace pricewright {

Page::Page(QWidget* parent) : QWidget(parent) { keepFormManners(); }

QList<PageTable> Page::tables() const {
  QList<PageTable> tables;
  for (TableView* view : findChildren<TableView*>()) {
    if (!view->isVisibleTo(this) || view->lines().shownCount() == 0)
      continue;
    const PageTable table = pageTable(view->accessibleName(), *view);
    const bool focused = view->hasFocus() || view->isAncestorOf(window()->focusWidget());
    focused ? tables.prepend(table) : tables.append(table);
  }
  return tables;
}

} // namespace pricewright
