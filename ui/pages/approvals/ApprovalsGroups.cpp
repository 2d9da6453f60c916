// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Deciding by cause: all rows that have something in common with the one in focus.
#include "itemmodels/Format.h"
#include "itemmodels/Words.h"
#include "pages/approvals/ApprovalsPage.h"

namespace pricewright {
namespace {

using Alike = std::function<bool(const QueueRow& a, const QueueRow& b)>;

int direction(const QueueRow& r) { return r.proposed.minor() > r.now.minor() ? 1 : -1; }

} // namespace

// Of the rows shown that still wait; a group of the focused row alone is none.
std::vector<QueueGroup> ApprovalsPage::groupsOf(const QueueRow& like) const {
  const QString up = direction(like) > 0 ? tr("raised") : tr("lowered");
  const std::vector<std::pair<QString, Alike>> kinds{
      {tr("Reason: %1").arg(capitalized(reasonWord(like.primaryReason))),
       [](const QueueRow& a, const QueueRow& b) {
         return reasonFamily(a.primaryReason) == reasonFamily(b.primaryReason);
       }},
      {tr("%1, in all zones").arg(like.sku), [](const QueueRow& a, const QueueRow& b) { return a.sku == b.sku; }},
      {tr("Category %1, %2").arg(like.category, up),
       [](const QueueRow& a, const QueueRow& b) { return a.category == b.category && direction(a) == direction(b); }},
      {tr("Category %1").arg(like.category),
       [](const QueueRow& a, const QueueRow& b) { return a.category == b.category; }},
      {tr("Zone %1").arg(like.zone), [](const QueueRow& a, const QueueRow& b) { return a.zone == b.zone; }},
      {tr("All that are %1").arg(up),
       [](const QueueRow& a, const QueueRow& b) { return direction(a) == direction(b); }}};
  std::vector<QueueGroup> groups;
  for (const auto& [name, alike] : kinds) {
    QueueGroup g;
    g.name = name;
    g.currencyMark = currencyMark(like.proposed.currency());
    for (int i = 0; i < m_proxy.rowCount(); ++i) {
      const QueueItem& item = m_proxy.itemAt(i);
      if (item.waiting || m_model.isInFlight(item.row->id) || !alike(*item.row, like))
        continue;
      g.rows.push_back(item.row->id);
      g.profit += item.row->profit;
      g.oneCurrency = g.oneCurrency && item.row->proposed.currency() == like.proposed.currency();
    }
    if (g.rows.size() > 1)
      groups.push_back(std::move(g));
  }
  return groups;
}

void ApprovalsPage::offerGroups() {
  const QueueRow* row = focusedRow();
  if (!row)
    return;
  std::vector<QueueGroup> groups = groupsOf(*row);
  if (groups.empty())
    return emit noticed(tr("No other row is like this one"));
  m_groups->offer(QStringLiteral("%1, %2").arg(row->product, row->zone), std::move(groups), besideFocus());
}

void ApprovalsPage::checkGroup(const std::vector<Id>& rows, const QString& name) {
  m_table->checkAllShown(false);
  m_model.setChecked(rows, true);
  focusTable();
  emit noticed(tr("%1: %2 rows checked").arg(name, QLocale().toString(qulonglong(rows.size()))));
}

} // namespace pricewright
