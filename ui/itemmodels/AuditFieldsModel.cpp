// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "itemmodels/AuditFieldsModel.h"

#include "engine/texts/Texts.h"
#include "itemmodels/AuditWords.h"

namespace pricewright {
namespace {

// Fields that hold codes are read in words; whatever else was typed or counted stands as it is.
QString valueOf(const AuditField& f, const QString& value) {
  static const QStringList coded{QStringLiteral("reason"), QStringLiteral("state"), QStringLiteral("why"),
                                 QStringLiteral("haltedBy")};
  return coded.contains(f.field) && hasWords(value) ? codeText(value) : auditValueText(value);
}

} // namespace

void AuditFieldsModel::setFields(std::vector<AuditField> fields) {
  beginResetModel();
  m_fields = std::move(fields);
  endResetModel();
}

QString AuditFieldsModel::tsv(const QList<int>& rows) const {
  const auto cell = [](QString text) { return text.replace(u'\t', u' ').replace(u'\n', u' ').replace(u'\r', u' '); };
  QString out = QStringList{tr("Field"), tr("Before"), tr("After")}.join(u'\t');
  for (const int row : rows)
    if (row >= 0 && row < rowCount()) {
      const AuditField& f = m_fields[std::size_t(row)];
      out += u'\n' + QStringList{cell(f.field), cell(f.before), cell(f.after)}.join(u'\t');
    }
  return out;
}

int AuditFieldsModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(m_fields.size()); }
int AuditFieldsModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(Columns); }

QVariant AuditFieldsModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid))
    return {};
  const AuditField& f = m_fields[std::size_t(index.row())];
  if (role == ChangedRole)
    return f.changed;
  if (role == Qt::TextAlignmentRole)
    return int(Qt::AlignLeft | Qt::AlignVCenter);
  if (role != Qt::DisplayRole && role != Qt::ToolTipRole && role != Qt::AccessibleTextRole)
    return {};
  switch (index.column()) {
  case Field:
    return role == Qt::ToolTipRole ? f.field : auditFieldText(f.field);
  case Before:
    return valueOf(f, f.before);
  case After:
    return f.after.isEmpty() && f.changed ? tr("none") : valueOf(f, f.after);
  default:
    return {};
  }
}

QVariant AuditFieldsModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || section < 0 || section >= Columns)
    return {};
  if (role == Qt::TextAlignmentRole)
    return int(Qt::AlignLeft | Qt::AlignVCenter);
  if (role != Qt::DisplayRole)
    return {};
  return section == Field ? tr("Field") : section == Before ? tr("Before") : tr("After");
}

} // namespace pricewright
