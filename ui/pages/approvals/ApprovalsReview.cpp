// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What is over, what has changed since it was proposed, and who decides in whose stead.
#include "engine/texts/Texts.h"
#include "itemmodels/Format.h"
#include "pages/approvals/ApprovalsPage.h"

namespace pricewright {

void ApprovalsPage::connectReview() {
  m_delegate = new DelegateCard(m_theme, this);
  m_decidedTable->setAccessibleName(tr("What was decided"));
  m_decidedTable->setCodeColumn(DecidedModel::Sku);
  connect(m_delegate, &DelegateCard::granted, this, &ApprovalsPage::delegateRequested);
  connect(m_delegate, &DelegateCard::ended, this, &ApprovalsPage::delegationEndRequested);
  connect(m_decidedTable, &TableView::focusChanged, this, [this] {
    if (showsDecided())
      decidedFocusChanged();
  });
  connect(m_decidedTable, &TableView::activatedByUser, this, &ApprovalsPage::toggleDetail);
  connect(m_filters, &FilterBar::filterChanged, this, [this](const QueueProxy::Filter& filter) {
    if (!filter.decided)
      return;
    m_decidedLines.setTextFilter(filter.text);
    emit decidedRowsRequested();
  });
}

bool ApprovalsPage::nothingShown() const {
  return showsDecided() ? m_decidedLines.shownCount() == 0 : m_proxy.rowCount() == 0;
}

void ApprovalsPage::showDecidedRows(const std::vector<DecidedRow>& rows) {
  m_decided.setRows(rows);
  if (!showsDecided())
    return;
  if (m_decidedTable->focusedKey().isEmpty())
    m_decidedTable->focusLine(0);
  const bool hadFocus = m_empty->isAncestorOf(focusWidget()) || m_rows->isAncestorOf(focusWidget());
  showEmptiness();
  if (hadFocus)
    focusTable();
  decidedFocusChanged();
}

void ApprovalsPage::decidedFocusChanged() {
  const Result<Id> id = Id::parse(m_decidedTable->focusedKey());
  const int row = id ? m_decided.rowOf(*id) : -1;
  if (row < 0)
    return m_detail->clear();
  const DecidedRow& r = m_decided.at(row);
  m_details.want({r.id, r.contentHash, r.state}, {});
}

// In what is over only an undo decides anything, and only where it is still in time: the answer says so.
bool ApprovalsPage::decidedViewKey(int key) {
  switch (key) {
  case Qt::Key_U:
  case Qt::Key_Z:
    if (const Result<Id> id = Id::parse(m_decidedTable->focusedKey()))
      emit undoRequested({*id});
    return true;
  case Qt::Key_A:
  case Qt::Key_R:
  case Qt::Key_E:
  case Qt::Key_H:
  case Qt::Key_G:
  case Qt::Key_X:
  case Qt::Key_Space:
    emit noticed(tr("This is over: Esc goes back to what waits"));
    return true;
  default:
    return false;
  }
}

void ApprovalsPage::showChanges(const std::vector<ChangedFacts>& changes) {
  std::unordered_map<Id, QStringList> byId;
  for (const ChangedFacts& c : changes)
    byId.emplace(c.decision, c.facts);
  m_filters->setChanged(int(byId.size()));
  m_model.setChanges(std::move(byId));
  if (m_model.snapshot())
    m_filters->setCounts(*m_model.snapshot());
  if (m_proxy.filter().changed) {
    m_proxy.refilter();
    showEmptiness();
  }
}

void ApprovalsPage::delegate() {
  m_delegate->ask(now(), besideFocus());
  emit peopleRequested();
}

void ApprovalsPage::showPeople(const DelegationView& view) {
  if (m_delegate->isVisible())
    m_delegate->showPeople(view);
}

} // namespace pricewright
