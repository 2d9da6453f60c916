// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/views/AuditView.h"

#include <QAbstractTableModel>

namespace pricewright {

// What one entry says: field, before, after. What changed comes first.
class AuditFieldsModel : public QAbstractTableModel {
  Q_OBJECT
 public:
  enum Column { Field, Before, After, Columns };
  enum Role { ChangedRole = Qt::UserRole + 1 };
  using QAbstractTableModel::QAbstractTableModel;
  void setFields(std::vector<AuditField> fields);
  const std::vector<AuditField>& fields() const { return m_fields; }
  QString tsv(const QList<int>& rows) const;

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

 private:
  std::vector<AuditField> m_fields;
};

} // namespace pricewright
