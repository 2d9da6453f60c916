// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/Result.h"

#include <QMap>
#include <QVariant>

#include <span>

namespace pricewright {

enum class SettingScope { Workspace, Device };
enum class SettingType { Integer, Real, Text, Switch };

// One row of the settings table: everything that can be set in the program stands in it, once, with its default and
// unit.
struct SettingSpec {
  QString key; // "guardrail.step.percent"
  SettingScope scope;
  SettingType type;
  QVariant standard;        // the default
  QVariant lowest, highest; // invalid where there is none
  QString unit;             // "%", "h", "" …
  QString meaning;          // one sentence for users
};
std::span<const SettingSpec> settingsTable();
const SettingSpec* findSetting(QStringView key);

// The values in force: the table's defaults overlaid with what was set. A value type, safe to hand to pure code.
class Settings {
 public:
  Status set(const QString& key, const QVariant& value); // checks key, type and range
  qint64 integer(QStringView key) const;
  double real(QStringView key) const;
  QString text(QStringView key) const;
  bool isOn(QStringView key) const;
  const QMap<QString, QVariant>& changed() const { return m_values; }
  // Changes whenever a value that decisions depend on changes: part of a decision's replay record.
  QString digest() const;

 private:
  QVariant value(QStringView key) const;
  QMap<QString, QVariant> m_values;
};

} // namespace pricewright
