// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What of ApprovalsPage survives a restart.
#include "pages/approvals/ApprovalsPage.h"

namespace pricewright {

void ApprovalsPage::saveState(QSettings& settings) const {
  m_table->save(settings);
  if (m_splitChosen)
    settings.setValue(QStringLiteral("split"), m_split->saveState());
  settings.setValue(QStringLiteral("panes"), m_detail->saveState());
  const QueueProxy::Filter f = m_filters->filter();
  settings.setValue(QStringLiteral("filter"),
                    QStringList{f.reason, f.waiting ? QStringLiteral("1") : QString(), f.category, f.text});
  const std::optional<Id> focused = m_table->focusedId();
  settings.setValue(QStringLiteral("row"), focused ? focused->toString() : QString());
}

void ApprovalsPage::restoreState(const QSettings& settings) {
  m_table->restore(settings);
  m_splitChosen = m_split->restoreState(settings.value(QStringLiteral("split")).toByteArray());
  m_split->setHandleWidth(12);
  m_detail->restoreState(settings.value(QStringLiteral("panes")).toByteArray());
  const QStringList f = settings.value(QStringLiteral("filter")).toStringList();
  m_filters->setFilter(f.size() == 4 ? QueueProxy::Filter{f[0], !f[1].isEmpty(), f[2], f[3]} : QueueProxy::Filter{});
  if (const Result<Id> id = Id::parse(settings.value(QStringLiteral("row")).toString()))
    m_wantedFocus = *id;
}

} // namespace pricewright
