// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/settings/SettingsModel.h"

#include "engine/texts/Texts.h"
#include "itemmodels/Words.h"

#include <QLocale>

namespace pricewright {
namespace {

QString on() { return SettingsModel::tr("on"); }
QString off() { return SettingsModel::tr("off"); }

QString groupOf(const QString& key) {
  const QString first = key.section(QLatin1Char('.'), 0, 0);
  if (first == u"guardrail")
    return SettingsModel::tr("Guardrails");
  if (first == u"approval")
    return SettingsModel::tr("Approval");
  if (first == u"optimizer")
    return SettingsModel::tr("Optimizer");
  if (first == u"explore")
    return SettingsModel::tr("Exploration");
  if (first == u"demand")
    return SettingsModel::tr("Demand");
  if (first == u"monitor")
    return SettingsModel::tr("Data");
  if (first == u"breaker")
    return SettingsModel::tr("Breaker");
  return capitalized(codeText(first));
}

} // namespace

SettingsModel::SettingsModel(QObject* parent) : RowModel(makeColumns(), parent) {}

std::vector<Column> SettingsModel::makeColumns() {
  const auto text = [](const char* key, const QString& name, int least, int ideal, int share) {
    return col(key, name, CellKind::Text, least, ideal, share);
  };
  std::vector<Column> all{text("group", tr("About"), 80, 110, 0),
                          text("meaning", tr("Setting"), 200, 420, 6),
                          text("value", tr("Value"), 80, 130, 1),
                          text("standard", tr("Default"), 70, 110, 1),
                          text("unit", tr("Unit"), 40, 60, 0),
                          text("where", tr("Holds for"), 90, 120, 0),
                          text("key", tr("Name in commands"), 120, 230, 2)};
  all[std::size_t(SettingColumn::Value)].strong = true;
  all[std::size_t(SettingColumn::Value)].editable = true;
  for (const SettingColumn c :
       {SettingColumn::Group, SettingColumn::Standard, SettingColumn::Unit, SettingColumn::Where, SettingColumn::Key})
    all[std::size_t(c)].muted = true;
  return all;
}

void SettingsModel::setWorkspace(const Settings& values) {
  m_values = values;
  m_open = true;
  fill();
}

void SettingsModel::forgetWorkspace() {
  m_open = false;
  fill();
}

void SettingsModel::setDevice(std::vector<DeviceSetting> settings) {
  m_device = std::move(settings);
  fill();
}

void SettingsModel::fill() {
  beginResetModel();
  m_rows.clear();
  for (std::size_t i = 0; i < m_device.size(); ++i) {
    const DeviceSetting& d = m_device[i];
    m_rows.push_back({nullptr, i, d.group, d.value, d.standard, d.value != d.standard});
  }
  if (m_open)
    for (const SettingSpec& spec : settingsTable()) {
      const auto set = m_values.changed().constFind(spec.key);
      const QString standard = shown(spec, spec.standard);
      const QString value = set == m_values.changed().constEnd() ? standard : shown(spec, *set);
      m_rows.push_back({&spec, 0, groupOf(spec.key), value, standard, value != standard});
    }
  endResetModel();
}

QString SettingsModel::shown(const SettingSpec& spec, const QVariant& value) {
  switch (spec.type) {
  case SettingType::Switch:
    return value.toBool() ? on() : off();
  case SettingType::Integer:
    return QLocale().toString(value.toLongLong());
  case SettingType::Real:
    return QLocale().toString(value.toDouble(), 'g', 10);
  case SettingType::Text:
    break;
  }
  return value.toString();
}

QVariant SettingsModel::understood(const SettingSpec& spec, const QString& typed) {
  const QString text = typed.trimmed();
  bool fine = false;
  switch (spec.type) {
  case SettingType::Switch: {
    static const QStringList yes{QStringLiteral("on"), QStringLiteral("yes"), QStringLiteral("true"),
                                 QStringLiteral("1")};
    static const QStringList no{QStringLiteral("off"), QStringLiteral("no"), QStringLiteral("false"),
                                QStringLiteral("0")};
    if (text.compare(on(), Qt::CaseInsensitive) == 0 || yes.contains(text, Qt::CaseInsensitive))
      return true;
    if (text.compare(off(), Qt::CaseInsensitive) == 0 || no.contains(text, Qt::CaseInsensitive))
      return false;
    return {};
  }
  case SettingType::Integer: {
    qlonglong value = QLocale().toLongLong(text, &fine);
    if (!fine)
      value = QLocale::c().toLongLong(text, &fine);
    return fine ? QVariant(value) : QVariant();
  }
  case SettingType::Real: {
    double value = QLocale().toDouble(text, &fine);
    if (!fine)
      value = QLocale::c().toDouble(text, &fine);
    return fine ? QVariant(value) : QVariant();
  }
  case SettingType::Text:
    break;
  }
  return text;
}

int SettingsModel::rowOf(const QString& wanted) const {
  for (int row = 0; row < rowCount(); ++row)
    if (key(row) == wanted)
      return row;
  return -1;
}

QStringList SettingsModel::choices(int row) const {
  const Row& r = at(row);
  if (!r.spec)
    return m_device[r.device].choices;
  return r.spec->type == SettingType::Switch ? QStringList{on(), off()} : QStringList();
}

QString SettingsModel::key(int row) const { return at(row).spec ? at(row).spec->key : m_device[at(row).device].key; }

QString SettingsModel::text(int row, int column) const {
  const Row& r = at(row);
  switch (static_cast<SettingColumn>(column)) {
  case SettingColumn::Group:
    return r.group;
  case SettingColumn::Meaning:
    return r.spec ? tr(r.spec->meaning.toUtf8().constData()) : m_device[r.device].meaning;
  case SettingColumn::Value:
    return r.value;
  case SettingColumn::Standard:
    return r.standard;
  case SettingColumn::Unit:
    return r.spec ? r.spec->unit : QString();
  case SettingColumn::Where:
    return r.spec ? tr("the workspace") : tr("this device");
  case SettingColumn::Key:
    return key(row);
  }
  return {};
}

double SettingsModel::number(int, int) const { return std::numeric_limits<double>::quiet_NaN(); }

paint::Tone SettingsModel::tone(int row, int column) const {
  return at(row).changed && static_cast<SettingColumn>(column) == SettingColumn::Value ? paint::Tone::Accent
                                                                                       : paint::Tone::Neutral;
}

QString SettingsModel::editText(int row, int) const { return at(row).value; }

QString SettingsModel::checkEdit(int row, int, const QString& typed) const {
  const Row& r = at(row);
  if (!r.spec)
    return m_device[r.device].choices.isEmpty() || m_device[r.device].choices.contains(typed, Qt::CaseInsensitive)
               ? QString()
               : tr("One of: %1.").arg(m_device[r.device].choices.join(QStringLiteral(", ")));
  const QVariant value = understood(*r.spec, typed);
  if (!value.isValid())
    return r.spec->type == SettingType::Switch ? tr("Type “%1” or “%2”.").arg(on(), off())
                                               : tr("This is not a number.");
  Settings trial;
  const Status taken = trial.set(r.spec->key, value);
  return taken ? QString() : errorText(taken.error());
}

} // namespace pricewright
