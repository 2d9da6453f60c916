// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "tables/CellDelegate.h"
#include "tables/FilterHeader.h"
#include "tables/TableClipboard.h"

#include <QJsonObject>
#include <QTableView>

class QMenu;

namespace pricewright {

// The table of every page, with a spreadsheet's manners: filter row, order by several columns (Shift and click), hide,
// move and freeze columns, groups, copy with headers, paste and fill down into editable columns, totals of what is
// chosen. Focus and choice stay with their rows when a snapshot, a filter or an order changes. J and K move; other bare
// keys go up to the page, unless type-ahead is wanted. No widget per row.
class TableView : public QTableView {
  Q_OBJECT
 public:
  TableView(const Theme& theme, TableLines& lines, QWidget* parent = nullptr);
  TableLines& lines() const { return m_lines; }
  FilterHeader& header() const { return *m_header; }
  CellDelegate& cells() const { return *m_cells; }

  void setTypeAhead(bool on) { m_typeAhead = on; } // only where no bare key acts
  // What an empty table says in its middle, where it is not a filter that hides all rows.
  void setEmptyText(const QString& text) { m_emptyText = text; }
  void leaveFilterKey() { m_filterKey = false; } // "/" is the page's, which has a box of its own for it
  void setCodeColumn(int column) { m_codeColumn = column; }
  void focusLine(int line);
  bool focusKey(const QString& key); // false: not shown
  void moveFocus(int by);
  QString focusedKey() const;           // "" on a group or nowhere
  int focusedRow() const;               // of the source; −1 on a group or nowhere
  std::vector<int> chosenLines() const; // top to bottom
  std::vector<int> chosenRows() const;  // of the source; those of a chosen group's line with it
  std::vector<int> shownColumns() const;
  std::vector<int> wantedColumns() const; // also those that there is no room for

  void setFrozen(int columns); // that many at the leading edge stand still
  int frozen() const { return m_frozen; }
  void showColumn(int column, bool shown);
  void fitColumns();                  // those that there is room for
  QMenu* columnMenu(QWidget* parent); // made anew; the caller pops it up
  // Order, widths, hidden and frozen columns, filters, sort and group: what a saved view keeps.
  QJsonObject layoutState() const;
  void setLayoutState(const QJsonObject& state); // what it does not know is overlooked

 public slots:
  void copyChosen() const;
  void pasteClipboard();
  void fillDown();
  void focusFilter();

 signals:
  void focusChanged();
  void activatedByUser(); // Enter or a double click on a row
  void totalsChanged(const QString& text);
  void pastePlanned(const pricewright::PastePlan& plan); // the page shows it before it is done
  void editRefused(const QString& why);
  void layoutChangedByUser();

 protected:
  void keyPressEvent(QKeyEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
  void selectionChanged(const QItemSelection& selected, const QItemSelection& deselected) override;
  void scrollTo(const QModelIndex& index, ScrollHint hint = EnsureVisible) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void closeEditor(QWidget* editor, QAbstractItemDelegate::EndEditHint hint) override;

 private:
  struct Kept {
    QString focus;
    QStringList chosen;
    int line = 0, column = 0, top = 0;
  };
  void equip(FilterHeader* header, QTableView* view);
  void sortClicked(int column, bool further);
  void keepPlace();
  void takePlace();
  void updateTotals();
  void placeFrozen();
  int frozenWidth() const;
  QStringList withoutRoom() const;
  bool foldKey(int key);

  const Theme& m_theme;
  QString m_emptyText;
  bool m_filterKey = true;
  TableLines& m_lines;
  FilterHeader* m_header;
  CellDelegate* m_cells;
  QTableView* m_still; // the frozen columns, over the others
  FilterHeader* m_stillHeader;
  Kept m_kept;
  QStringList m_hiddenByUser, m_shownByUser; // keys; shown: whatever room there is
  int m_frozen = 0, m_codeColumn = 0;
  bool m_typeAhead = false, m_sizedByUser = false, m_fitting = false, m_rebuilding = false;
};

} // namespace pricewright
