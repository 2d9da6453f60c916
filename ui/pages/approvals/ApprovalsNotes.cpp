// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Comments, and what is put off.
#include "engine/texts/Texts.h"
#include "pages/approvals/ApprovalsPage.h"

namespace pricewright {

std::vector<Id> ApprovalsPage::pendingTargets() const {
  std::vector<Id> ids;
  for (const Ask& a : asksFor(targets()))
    ids.push_back(a.decision);
  return ids;
}

QString ApprovalsPage::aboutFirst(const std::vector<Id>& ids) const {
  const QueueRow& row = *m_model.item(m_model.rowOf(ids.front())).row;
  return QStringLiteral("%1, %2").arg(row.product, row.zone);
}

void ApprovalsPage::comment() {
  std::vector<Id> ids = pendingTargets();
  if (!ids.empty())
    m_comment->ask(ids, aboutFirst(ids), besideFocus());
}

void ApprovalsPage::snooze() {
  std::vector<Id> ids = pendingTargets();
  if (ids.empty())
    return;
  const bool areOff = m_proxy.filter().snoozed;
  m_snooze->ask(ids, aboutFirst(ids), now(), areOff, besideFocus());
}

void ApprovalsPage::testInstead() {
  const std::vector<Id> ids = pendingTargets();
  if (ids.size() == 1)
    emit testRequested(ids.front());
  else if (!ids.empty())
    emit noticed(tr("A test is planned from one row at a time"));
}

void ApprovalsPage::connectNotes() {
  m_comment = new CommentCard(m_theme, this);
  m_snooze = new SnoozeCard(m_theme, this);
  connect(m_comment, &CommentCard::commented, this,
          [this](const std::vector<Id>& ids, const QString& text) { emit commentRequested(ids, text); });
  connect(m_snooze, &SnoozeCard::snoozed, this,
          [this](const std::vector<Id>& ids, const std::optional<Instant>& until) {
            m_model.setChecked(ids, false);
            emit snoozeRequested(ids, until);
          });
}

void ApprovalsPage::showCommented(int rows) {
  m_comment->forget();
  emit noticed(rows == 1 ? tr("Comment kept") : tr("Comment kept under %1 rows").arg(QLocale().toString(rows)));
}

void ApprovalsPage::showSnoozed(int rows, bool back) {
  const QString n = QLocale().toString(rows);
  emit noticed(back ? (rows == 1 ? tr("1 row is back") : tr("%1 rows are back").arg(n))
                    : (rows == 1 ? tr("1 row put off · see “Put off”") : tr("%1 rows put off · see “Put off”").arg(n)));
}

} // namespace pricewright
