// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "controls/ActionButton.h"
#include "engine/views/ImportsView.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QSet>

namespace pricewright {

// How a file is read: what it holds, its form, and which column is which field. Shows what was guessed, and says each
// change of the user's. Holds no more than the mapping.
class MappingForm : public QScrollArea {
  Q_OBJECT
 public:
  explicit MappingForm(const Theme& theme, QWidget* parent = nullptr);
  void showPreview(const ImportPreview& preview); // with its mapping
  void setMappings(const std::vector<SavedMapping>& mappings);
  void forget() { m_dropped.clear(); } // another file
  const ImportMapping& mapping() const { return m_mapping; }
  QComboBox* kindBox() const { return m_kind; }
  QComboBox* columnBox(const QString& field) const { return m_columns.value(field); } // null: no such field
  QComboBox* formBox(const char* name) const;                                         // separator, encoding …

 signals:
  void changed(const pricewright::ImportMapping& mapping); // by the user
  void mappingChosen(const QString& name);                 // a saved one

 private:
  QComboBox* choice(const QString& name, const QList<QPair<QString, QString>>& values, QString ImportMapping::* member);
  void fillFields(const ImportPreview& preview);
  QWidget* fieldRow(const FieldSpec& field, const ImportPreview& preview);
  void columnChosen(const QString& field, int index);
  void tell();
  const Theme& m_theme;
  ImportMapping m_mapping;
  QStringList m_header;
  QWidget* m_inside;
  QComboBox *m_kind, *m_saved;
  QMap<QString, QComboBox*> m_forms, m_columns;
  QMap<QString, QLineEdit*> m_constants;
  QWidget* m_fields = nullptr;
  QSet<QString> m_dropped; // fields that the user keeps out of the import
  bool m_filling = false;
};

} // namespace pricewright
