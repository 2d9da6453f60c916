// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "controls/Paint.h"
#include "tables/TableExport.h"

#include <QSettings>
#include <QWidget>

#include <functional>

namespace pricewright {

// Something that a page can do, for the command palette. A bare key is the page's own and no shortcut of the window.
struct PageAction {
  QString name, key;
  std::function<void()> work;
};

// One entry of the navigation: what the window needs to know of it. A page asks through signals and is told through
// slots; who answers (the engine, a test) is not its business. It never blocks. GUI thread.
class Page : public QWidget {
  Q_OBJECT
 public:
  explicit Page(QWidget* parent = nullptr);
  virtual QList<QWidget*> panes() const { return {}; } // what F6 visits, in order
  virtual void saveState(QSettings&) const {}          // within a group of its own, per workspace
  virtual void restoreState(const QSettings&) {}
  virtual void focusMain() { setFocus(Qt::OtherFocusReason); } // where work begins
  virtual void focusFilter() {}                                // Ctrl+F
  virtual void undoLast() {}                                   // Ctrl+Z
  // What Ctrl+E writes out: the tables in view, the one with the focus first. A page with a form of its own for what
  // leaves it (the journal's proofs) answers true instead.
  virtual QList<PageTable> tables() const;
  virtual bool exportItself() { return false; }
  virtual void forgetWorkspace() {} // another one is being opened
  virtual QList<PageAction> pageActions() { return {}; }
  virtual QList<QPair<QString, QString>> keySheet() const { return {}; } // key, what it does
  virtual void setReadOnly(bool) {}
  virtual void showMessage(paint::Tone, const QString&, const QString& = {}) {}

 signals:
  void shown();         // the page came into view: it may want fresh facts
  void refreshWanted(); // F5
  void keySheetRequested();
  void selectionTotalsChanged(const QString& text);
  void noticed(const QString& text); // something that went well, for the status bar
  void countChanged(int waiting);    // for the badge
  void bannerActionTriggered();
};

} // namespace pricewright
