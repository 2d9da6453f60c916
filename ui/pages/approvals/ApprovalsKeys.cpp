// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The keys of ApprovalsPage, and what the palette and the key sheet say of them.
#include "pages/approvals/ApprovalsPage.h"

#include <QKeyEvent>

namespace pricewright {

// Bare keys only: with Ctrl, Alt or Meta held, and while a key repeats itself, nothing is decided.
void ApprovalsPage::keyPressEvent(QKeyEvent* event) {
  if (event->matches(QKeySequence::Copy))
    return showsDecided() ? m_decidedTable->copyChosen() : copyRows();
  if (event->matches(QKeySequence::SelectAll))
    return m_table->checkAllShown(true);
  if (m_detail->pageKey(event))
    return;
  const Qt::KeyboardModifiers held = event->modifiers() & ~Qt::KeypadModifier;
  const int key = event->key();
  const bool question = key == Qt::Key_Question || (key == Qt::Key_Slash && held == Qt::ShiftModifier);
  if (held != Qt::NoModifier && !question)
    return QWidget::keyPressEvent(event);
  if (key == Qt::Key_J || key == Qt::Key_K)
    return showsDecided() ? m_decidedTable->moveFocus(key == Qt::Key_J ? 1 : -1)
                          : m_table->moveFocus(key == Qt::Key_J ? 1 : -1);
  if (event->isAutoRepeat())
    return event->accept();
  if (key == Qt::Key_Escape) {
    if (m_armed > 0)
      disarm();
    else if (!m_rows->currentWidget()->hasFocus())
      focusTable();
    else if (showsDecided())
      m_filters->clear();
    else if (m_model.checkedCount() > 0)
      m_table->checkAllShown(false);
    return;
  }
  if (question)
    return emit keySheetRequested();
  if (!decisionKey(key))
    QWidget::keyPressEvent(event);
}

bool ApprovalsPage::decisionKey(int key) {
  if (showsDecided() && decidedViewKey(key))
    return true;
  switch (key) {
  case Qt::Key_A:
    approve();
    return true;
  case Qt::Key_R:
    reject();
    return true;
  case Qt::Key_E:
    editPrice();
    return true;
  case Qt::Key_U:
  case Qt::Key_Z:
    undo();
    return true;
  case Qt::Key_X:
  case Qt::Key_Space:
    toggleCheck();
    return true;
  case Qt::Key_J:
    m_table->moveFocus(1);
    return true;
  case Qt::Key_C:
    comment();
    return true;
  case Qt::Key_H:
    snooze();
    return true;
  case Qt::Key_T:
    testInstead();
    return true;
  case Qt::Key_G:
    offerGroups();
    return true;
  case Qt::Key_D:
    delegate();
    return true;
  case Qt::Key_Slash:
    focusFilter();
    return true;
  case Qt::Key_Question:
    emit keySheetRequested();
    return true;
  default:
    return false;
  }
}

QList<PageAction> ApprovalsPage::pageActions() {
  return {{tr("Approve"), QStringLiteral("A"), [this] { approve(); }},
          {tr("Reject …"), QStringLiteral("R"), [this] { reject(); }},
          {tr("Edit price …"), QStringLiteral("E"), [this] { editPrice(); }},
          {tr("Comment …"), QStringLiteral("C"), [this] { comment(); }},
          {tr("Put off …"), QStringLiteral("H"), [this] { snooze(); }},
          {tr("Test instead …"), QStringLiteral("T"), [this] { testInstead(); }},
          {tr("Delegate my decisions …"), QStringLiteral("D"), [this] { delegate(); }},
          {tr("Check or uncheck the row"), tr("Space"), [this] { toggleCheck(); }},
          {tr("Check all rows like this one …"), QStringLiteral("G"), [this] { offerGroups(); }},
          {tr("Check all rows shown"), tr("Ctrl+A"), [this] { m_table->checkAllShown(true); }},
          {tr("Uncheck all rows shown"), {}, [this] { m_table->checkAllShown(false); }},
          {tr("This decision as PDF …"), tr("Ctrl+P"), [this] { m_detail->printDecision(); }},
          {tr("The rows shown as PDF …"), {}, [this] { printQueue(); }},
          {tr("The last cycle as PDF …"), {}, [this] { printCycle(); }},
          {tr("Copy rows"), tr("Ctrl+C"), [this] { copyRows(); }},
          {tr("Show what was decided"), {}, [this] { m_filters->setFilter({.decided = true}); }},
          {tr("Show what has changed since it was proposed"), {}, [this] { m_filters->setFilter({.changed = true}); }},
          {tr("Show what waits for release"), {}, [this] { m_filters->setFilter({{}, true, {}, {}}); }},
          {tr("Show all pending prices"), {}, [this] { m_filters->clear(); }}};
}

QList<QPair<QString, QString>> ApprovalsPage::keySheet() const {
  return {{tr("J  K  ↓  ↑"), tr("next, previous row")},
          {tr("Space  X"), tr("check the row; Shift+click checks a range; Ctrl+A all")},
          {QStringLiteral("G"), tr("check all rows like this one: same reason, SKU, category, zone")},
          {QStringLiteral("A"), tr("approve the checked rows, else the row in focus")},
          {QStringLiteral("R"), tr("reject, with a reason by one digit")},
          {QStringLiteral("E"), tr("edit the price; its verdict comes before it can be saved")},
          {QStringLiteral("C"), tr("comment, kept with the decision")},
          {QStringLiteral("H"), tr("put off until a time")},
          {QStringLiteral("T"), tr("test instead: the change as a draft of a price test")},
          {QStringLiteral("D"), tr("delegate: who decides in my stead, and until when")},
          {tr("U  Z  Ctrl+Z"), tr("undo, until it is released")},
          {tr("Enter"), tr("into the detail; Esc back")},
          {tr("1 … 5  Ctrl+Tab"), tr("why, limits, inputs, history, evidence; 1 again: the next chart")},
          {tr("←  →"), tr("read a chart off; Enter opens where a figure comes from")},
          {tr("Ctrl+Shift+E"), tr("a chart as picture or table; Ctrl+Shift+C copies its picture")},
          {tr("Ctrl+P"), tr("the decision as PDF")},
          {tr("/  Ctrl+F"), tr("filter")},
          {tr("Ctrl+C"), tr("copy rows as a table with headers")},
          {tr("F6"), tr("next part of the page")},
          {tr("F5"), tr("read the queue again")},
          {tr("Ctrl+R"), tr("run a pricing cycle")},
          {tr("Ctrl+K"), tr("every action, by name")},
          {tr("Ctrl+Shift+L"), tr("light or dark")},
          {QStringLiteral("?"), tr("these keys")}};
}

} // namespace pricewright
