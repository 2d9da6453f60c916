// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/Settings.h"
#include "tables/RowModel.h"

#include <functional>

namespace pricewright {

// A setting of this device: the window's look, its keys. Taken at once, kept by whoever offers it.
struct DeviceSetting {
  QString key, group, meaning;
  QString value, standard;
  QStringList choices;                               // what it may be; empty: a text of its own
  std::function<QString(const QString& typed)> take; // "": taken; else what is wrong with it
};

enum class SettingColumn { Group, Meaning, Value, Standard, Unit, Where, Key };

// Everything that can be set, once, with its default and unit: the workspace's settings and this device's.
class SettingsModel final : public RowModel {
  Q_OBJECT
 public:
  explicit SettingsModel(QObject* parent = nullptr);
  void setWorkspace(const Settings& values); // resets
  void forgetWorkspace();
  void setDevice(std::vector<DeviceSetting> settings); // resets

  struct Row {
    const SettingSpec* spec = nullptr; // none: this device's
    std::size_t device = 0;
    QString group, value, standard;
    bool changed = false;
  };
  const Row& at(int row) const { return m_rows[std::size_t(row)]; }
  int rowOf(const QString& key) const; // −1: none
  const DeviceSetting& device(const Row& row) const { return m_device[row.device]; }
  QStringList choices(int row) const; // empty: it is typed
  // What is typed, as the core takes it; invalid: not understood.
  static QVariant understood(const SettingSpec& spec, const QString& typed);

  int rowCount(const QModelIndex& parent = {}) const override {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
  }
  QString key(int row) const override;
  QString text(int row, int column) const override;
  double number(int row, int column) const override;
  paint::Tone tone(int row, int column) const override;
  QString editText(int row, int column) const override;
  QString checkEdit(int row, int column, const QString& typed) const override;

 private:
  static std::vector<Column> makeColumns();
  static QString shown(const SettingSpec& spec, const QVariant& value);
  void fill();
  std::vector<Row> m_rows;
  std::vector<DeviceSetting> m_device;
  Settings m_values;
  bool m_open = false;
};

} // namespace pricewright
