// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the journal's cells show, say and copy.
#include "itemmodels/AuditModel.h"
#include "itemmodels/AuditWords.h"

namespace pricewright {

QString AuditModel::text(const AuditLine& l, AuditColumn column) const {
  switch (column) {
  case AuditColumn::When:
    return auditMomentText(l.at);
  case AuditColumn::Who:
    return l.actor;
  case AuditColumn::What:
    return auditKindText(l.kind);
  case AuditColumn::Subject:
    return auditSubjectText(l);
  case AuditColumn::Change:
    return auditChangeText(l);
  case AuditColumn::Note:
    return auditNoteText(l);
  case AuditColumn::Number:
    return QLocale().toString(l.sequence);
  case AuditColumn::Count:
    break;
  }
  return {};
}

QVariant AuditModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid))
    return {};
  const auto column = static_cast<AuditColumn>(index.column());
  if (role == Qt::TextAlignmentRole)
    return int((column == AuditColumn::Number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
  const AuditLine* l = line(index.row());
  if (role == LoadedRole)
    return l != nullptr;
  if (!l) {
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
      return {};
    wantBlock(index.row());
    const QString number = QLocale().toString(sequenceAt(index.row()));
    if (role == Qt::AccessibleTextRole)
      return tr("Entry %1, on its way").arg(number);
    return column == AuditColumn::Number ? number : QString();
  }
  switch (role) {
  case Qt::DisplayRole:
    return text(*l, column);
  case Qt::AccessibleTextRole:
    return QStringLiteral("%1: %2").arg(columnName(column), text(*l, column));
  case Qt::ToolTipRole:
    if (column == AuditColumn::When)
      return isoInstant(l->at);
    if (column == AuditColumn::Who && !l->account.isEmpty())
      return tr("%1, by the account %2").arg(l->actor, l->account);
    return text(*l, column);
  case ToneRole:
    return int(auditKindTone(l->kind));
  default:
    return {};
  }
}

QString AuditModel::columnName(AuditColumn column) {
  switch (column) {
  case AuditColumn::When:
    return tr("When");
  case AuditColumn::Who:
    return tr("Who");
  case AuditColumn::What:
    return tr("What");
  case AuditColumn::Subject:
    return tr("About");
  case AuditColumn::Change:
    return tr("Before → after");
  case AuditColumn::Note:
    return tr("Why, or from where");
  case AuditColumn::Number:
    return tr("Entry");
  case AuditColumn::Count:
    break;
  }
  return {};
}

QVariant AuditModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
    return {};
  if (role == Qt::DisplayRole)
    return columnName(static_cast<AuditColumn>(section));
  if (role == Qt::TextAlignmentRole)
    return int((section == int(AuditColumn::Number) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
  return {};
}

QString AuditModel::tsv(const QList<int>& rows) const {
  const auto cell = [](QString text) { return text.replace(u'\t', u' ').replace(u'\n', u' ').replace(u'\r', u' '); };
  QStringList head;
  for (int c = 0; c < columnCount(); ++c)
    head << columnName(static_cast<AuditColumn>(c));
  QString out = head.join(u'\t');
  for (const int row : rows) {
    const AuditLine* l = line(row);
    if (!l)
      continue;
    QStringList cells{isoInstant(l->at)};
    for (int c = 1; c < columnCount(); ++c)
      cells << cell(c == int(AuditColumn::Number) ? QString::number(l->sequence)
                                                  : text(*l, static_cast<AuditColumn>(c)));
    out += u'\n' + cells.join(u'\t');
  }
  return out;
}

} // namespace pricewright
