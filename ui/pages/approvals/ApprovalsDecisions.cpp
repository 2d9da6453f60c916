// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The decision keys of ApprovalsPage: what they act on, what is sent, and what becomes of the answers.
#include "engine/texts/Texts.h"
#include "itemmodels/Format.h"
#include "pages/approvals/ApprovalsPage.h"

#include <QClipboard>
#include <QGuiApplication>

namespace pricewright {

// The checked rows that are shown; without any, the row in focus. What a filter hides is never acted on, and a row
// whose answer is still out is not asked for twice.
std::vector<int> ApprovalsPage::targets() const {
  std::vector<int> rows;
  if (m_model.checkedCount() > 0)
    for (int i = 0; i < m_proxy.rowCount(); ++i) {
      const Id& id = m_proxy.itemAt(i).row->id;
      if (m_model.isChecked(id) && !m_model.isInFlight(id))
        rows.push_back(m_model.rowOf(id));
    }
  if (rows.empty()) {
    const QueueRow* focused = focusedRow();
    if (focused && !m_model.isInFlight(focused->id))
      rows.push_back(m_model.rowOf(focused->id));
  }
  return rows;
}

std::vector<Ask> ApprovalsPage::asksFor(const std::vector<int>& rows) const {
  std::vector<Ask> asks;
  for (const int row : rows)
    if (!m_model.item(row).waiting)
      asks.push_back({m_model.item(row).row->id, m_model.item(row).row->contentHash});
  return asks;
}

std::vector<Id> ApprovalsPage::idsOf(const std::vector<int>& rows) const {
  std::vector<Id> ids;
  for (const int row : rows)
    ids.push_back(m_model.item(row).row->id);
  return ids;
}

void ApprovalsPage::updateTotals() {
  SelectionTotals s;
  const std::vector<int> rows = targets();
  s.rows = static_cast<int>(rows.size());
  Currency currency;
  int checkedShown = 0;
  for (const int row : rows) {
    const QueueItem& i = m_model.item(row);
    const QueueRow& r = *i.row;
    checkedShown += m_model.isChecked(r.id) ? 1 : 0;
    s.waiting = s.waiting || i.waiting;
    s.profit += r.profit;
    s.profitLow += r.profitLow;
    s.profitHigh += r.profitHigh;
    const bool step = std::any_of(r.reasons.begin(), r.reasons.end(),
                                  [](const QString& reason) { return reason.startsWith(QLatin1String("step")); });
    s.overStep += step || r.primaryReason.startsWith(QLatin1String("step")) ? 1 : 0;
    s.blocked += r.isCounterProposal ? 1 : 0;
    if (!currency.isValid())
      currency = r.proposed.currency();
    else if (currency != r.proposed.currency())
      s.oneCurrency = false;
  }
  s.checked = checkedShown > 0;
  s.hidden = s.checked || m_model.checkedCount() > 0 ? m_model.checkedCount() - checkedShown : 0;
  s.currencyMark = currencyMark(currency);
  m_actions->setTotals(s);
  emit selectionTotalsChanged(m_actions->totalsText());
  m_effectOf.clear();
  if (s.rows > 1 && !s.waiting)
    m_effectSoon.start();
  else
    m_effectSoon.stop();
}

// After a pause: a range that is being checked asks once.
void ApprovalsPage::askForEffect() {
  m_effectOf = asksFor(targets());
  if (m_effectOf.size() > 1)
    emit effectRequested(m_effectOf);
}

void ApprovalsPage::showEffect(const std::vector<Ask>& asks, const SelectionEffect& effect) {
  const auto same = [](const Ask& a, const Ask& b) {
    return a.decision == b.decision && a.contentHash == b.contentHash;
  };
  if (!asks.empty() && std::equal(asks.begin(), asks.end(), m_effectOf.begin(), m_effectOf.end(), same))
    m_actions->setEffect(effect);
}

void ApprovalsPage::disarm() {
  m_armed = 0;
  m_actions->setArmed(0);
}

// Dims what was sent and moves to the next row that still waits, so that the keys can go on at once.
void ApprovalsPage::sendAway(const std::vector<int>& rows) {
  const std::vector<Id> ids = idsOf(rows);
  const int from = std::max(0, m_table->currentIndex().row());
  m_model.setInFlight(ids, true);
  m_model.setChecked(ids, false);
  const auto free = [this](int row) { return !m_model.isInFlight(m_proxy.itemAt(row).row->id); };
  int next = -1;
  for (int i = from; i < m_proxy.rowCount() && next < 0; ++i)
    if (free(i))
      next = i;
  for (int i = std::min(from, m_proxy.rowCount()) - 1; i >= 0 && next < 0; --i)
    if (free(i))
      next = i;
  if (next >= 0 && next != m_table->currentIndex().row())
    m_table->focusRow(next);
  else
    focusChanged();
  m_movedOn = {ids.empty() ? Id() : ids.front(), m_table->focusedId().value_or(Id())};
}

// What came back to the queue is what one wants to see; so is what was refused, unless somebody has gone on.
void ApprovalsPage::focusBack(const QString& action, const std::vector<Id>& done, const std::vector<Id>& refused) {
  if (action == QLatin1String("undo") && !done.empty()) {
    m_wantedFocus = done.front();
    if (!m_proxy.filter().waiting && m_proxy.proxyRowOf(done.front()) >= 0) // its queue was here first
      m_table->focusId(*std::exchange(m_wantedFocus, std::nullopt));
  } else if (done.empty() && !refused.empty() && m_movedOn.first == refused.front() &&
             m_table->focusedId() == m_movedOn.second) {
    m_table->focusId(refused.front());
  }
}

void ApprovalsPage::approve() {
  const std::vector<int> rows = targets();
  const std::vector<Ask> asks = asksFor(rows);
  if (asks.empty()) {
    if (!rows.empty())
      emit noticed(tr("Already approved: U undoes it"));
    return;
  }
  const int count = static_cast<int>(asks.size());
  if (count > kTwoStepAbove && m_armed != count) {
    m_armed = count;
    m_actions->setArmed(count);
    return;
  }
  disarm();
  sendAway(rows);
  emit approveRequested(asks);
}

void ApprovalsPage::reject() {
  const std::vector<Ask> asks = asksFor(targets());
  if (asks.empty())
    return;
  disarm();
  const int row = m_model.rowOf(asks.front().decision);
  m_reject->setComment(m_lastComment);
  m_reject->ask(asks, QStringLiteral("%1, %2").arg(m_model.item(row).row->product, m_model.item(row).row->zone),
                besideFocus());
}

void ApprovalsPage::editPrice() {
  const QueueRow* row = focusedRow();
  if (!row || m_model.isInFlight(row->id))
    return;
  disarm();
  if (row->state == DecisionState::Approved)
    emit noticed(tr("Undo the approval first, then edit the price"));
  else
    m_edit->edit(*row, besideFocus());
}

void ApprovalsPage::undo() {
  std::vector<int> rows = targets();
  std::erase_if(rows, [this](int row) { return !m_model.item(row).waiting; });
  if (rows.empty()) {
    undoLast();
    return;
  }
  const std::vector<Id> ids = idsOf(rows);
  sendAway(rows);
  emit undoRequested(ids);
}

void ApprovalsPage::undoLast() {
  disarm();
  if (m_history.empty()) {
    emit noticed(tr("Nothing to undo"));
    return;
  }
  m_undoing = m_history.back();
  m_history.pop_back();
  emit undoRequested(m_undoing);
}

void ApprovalsPage::toggleCheck() {
  const QueueRow* row = focusedRow();
  if (row)
    m_model.setChecked({row->id}, !m_model.isChecked(row->id));
}

void ApprovalsPage::copyRows() {
  std::vector<int> rows = targets();
  if (rows.empty())
    return;
  QGuiApplication::clipboard()->setText(m_model.tsv(rows, m_table->shownColumns()));
  emit noticed(rows.size() == 1 ? tr("1 row copied")
                                : tr("%1 rows copied").arg(QLocale().toString(qulonglong(rows.size()))));
}

void ApprovalsPage::showDecided(const QString& action, const std::vector<Answer>& answers) {
  std::vector<Id> done, refused;
  bool selfApproved = false;
  QMap<QString, QPair<int, Error>> why;
  for (const Answer& a : answers) {
    (a.done ? done : refused).push_back(a.decision);
    selfApproved = selfApproved || a.selfApproved;
    if (!a.done) {
      auto& entry = why[a.why.code];
      ++entry.first;
      entry.second = a.why;
    }
  }
  m_model.setInFlight(refused, false);
  focusBack(action, done, refused);
  const bool undoable = action == QLatin1String("approve") || action == QLatin1String("reject");
  if (undoable && !done.empty())
    m_history.push_back(done);
  if (action == QLatin1String("undo")) {
    m_undoing.clear();
    const auto undone = [&done](const Id& id) { return std::find(done.begin(), done.end(), id) != done.end(); };
    for (auto& entry : m_history)
      std::erase_if(entry, undone);
    std::erase_if(m_history, [](const auto& entry) { return entry.empty(); });
  }
  if (action == QLatin1String("reject") && refused.empty())
    m_lastComment.clear();
  const QString count = QLocale().toString(qulonglong(done.size()));
  if (!done.empty()) {
    if (action == QLatin1String("approve"))
      emit noticed(selfApproved ? tr("%1 approved, recorded as self-approved · U undoes").arg(count)
                                : tr("%1 approved · U undoes until release").arg(count));
    else if (action == QLatin1String("reject"))
      emit noticed(tr("%1 rejected · U undoes").arg(count));
    else if (action == QLatin1String("undo"))
      emit noticed(tr("%1 undone").arg(count));
    else
      emit noticed(tr("Price changed: somebody else approves an edited price"));
  }
  if (why.isEmpty()) {
    if (!done.empty())
      m_banner->hide();
    return;
  }
  QStringList lines;
  for (auto it = why.begin(); it != why.end(); ++it)
    lines << (answers.size() == 1 ? errorText(it->second)
                                  : tr("%1 of %2: %3").arg(it->first).arg(answers.size()).arg(errorText(it->second)));
  showMessage(paint::Tone::Warning, lines.join(QLatin1Char('\n')));
}

void ApprovalsPage::showError(const Error& error) {
  // Nothing of what is still out was done; the rows are free again.
  std::vector<Id> all;
  for (int i = 0; i < m_model.rowCount(); ++i)
    all.push_back(m_model.item(i).row->id);
  m_model.setInFlight(all, false);
  if (!m_undoing.empty())
    m_history.push_back(std::exchange(m_undoing, {}));
  updateTotals();
  showMessage(paint::Tone::Negative, errorText(error));
}

void ApprovalsPage::showMessage(paint::Tone tone, const QString& text, const QString& action) {
  m_banner->showMessage(tone, text, action);
}

QPoint ApprovalsPage::besideFocus() const {
  const QRect row = m_table->visualRect(m_table->currentIndex());
  const QPoint below = m_table->viewport()->mapTo(this, QPoint(0, row.bottom() + 2));
  return {width() - 460, below.y()};
}

} // namespace pricewright
