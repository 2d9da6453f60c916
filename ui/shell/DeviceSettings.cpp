// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/DeviceSettings.h"

#include "shell/Language.h"

#include <QCoreApplication>
#include <QSettings>

namespace pricewright {
namespace {

constexpr char kDefaultKeys[] = "defaultKeys"; // the property that remembers what the program gave

struct Say {
  Q_DECLARE_TR_FUNCTIONS(DeviceSettings)
};

QString settingOf(const QAction& action) { return QStringLiteral("keys/") + action.objectName(); }
QString none() { return Say::tr("none"); }
QString shown(const QKeySequence& keys) { return keys.isEmpty() ? none() : keys.toString(QKeySequence::NativeText); }
QKeySequence defaultKeys(const QAction& action) {
  return QKeySequence(action.property(kDefaultKeys).toString(), QKeySequence::PortableText);
}

// A setting that is one of a few words.
template <class Value>
DeviceSetting choice(const char* key, const QString& meaning, const QList<QPair<QString, Value>>& words, Value now,
                     Value standard, const std::function<void(Value)>& take) {
  DeviceSetting d;
  d.key = QString::fromLatin1(key);
  d.group = Say::tr("Window");
  d.meaning = meaning;
  for (const auto& [word, value] : words) {
    d.choices << word;
    if (value == now)
      d.value = word;
    if (value == standard)
      d.standard = word;
  }
  d.take = [words, take](const QString& typed) -> QString {
    for (const auto& [word, value] : words)
      if (word.compare(typed, Qt::CaseInsensitive) == 0) {
        take(value);
        return {};
      }
    return Say::tr("There is no such choice.");
  };
  return d;
}

DeviceSetting keySetting(QAction* action, const QList<QAction*>& actions, const QMap<QString, QKeySequence>& taken) {
  DeviceSetting d;
  d.key = QStringLiteral("key.") + action->objectName();
  d.group = Say::tr("Keys");
  d.meaning = action->text();
  d.value = shown(action->shortcut());
  d.standard = shown(defaultKeys(*action));
  d.take = [action, actions, taken](const QString& typed) -> QString {
    const bool off = typed.trimmed().isEmpty() || typed.compare(none(), Qt::CaseInsensitive) == 0;
    QKeySequence keys;
    if (!off) {
      keys = QKeySequence(typed.trimmed(), QKeySequence::NativeText);
      if (const QString why = whyNotKeys(keys, *action, actions, taken); !why.isEmpty())
        return why;
    }
    action->setShortcut(keys);
    QSettings settings;
    if (keys == defaultKeys(*action))
      settings.remove(settingOf(*action));
    else
      settings.setValue(settingOf(*action), keys.toString(QKeySequence::PortableText));
    return {};
  };
  return d;
}

} // namespace

QString whyNotKeys(const QKeySequence& keys, const QAction& action, const QList<QAction*>& actions,
                   const QMap<QString, QKeySequence>& taken) {
  if (keys.count() != 1 || keys[0].key() == Qt::Key_unknown)
    return Say::tr("These are no keys. Write them like Ctrl+Shift+R or F9.");
  const bool function = keys[0].key() >= Qt::Key_F1 && keys[0].key() <= Qt::Key_F35;
  if (!function && !(keys[0].keyboardModifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier)))
    return Say::tr("Bare keys act on rows. Take one with Ctrl or Alt, or a function key.");
  for (const QAction* other : actions)
    if (other != &action && other->shortcut() == keys)
      return Say::tr("%1 is the key of “%2”. Give that another one first.").arg(shown(keys), other->text());
  for (auto it = taken.begin(); it != taken.end(); ++it)
    if (it.value() == keys)
      return Say::tr("%1 opens “%2”.").arg(shown(keys), it.key());
  return {};
}

void recallKey(QAction& action) {
  action.setProperty(kDefaultKeys, action.shortcut().toString(QKeySequence::PortableText));
  const QSettings settings;
  if (settings.contains(settingOf(action)))
    action.setShortcut(QKeySequence(settings.value(settingOf(action)).toString(), QKeySequence::PortableText));
}

std::vector<DeviceSetting> deviceSettings(Theme& theme, const QList<QAction*>& actions,
                                          const QMap<QString, QKeySequence>& taken) {
  std::vector<DeviceSetting> all;
  all.push_back(choice<ColorScheme>("window.colors", Say::tr("Colors"),
                                    {{Say::tr("as the system"), ColorScheme::System},
                                     {Say::tr("light"), ColorScheme::Light},
                                     {Say::tr("dark"), ColorScheme::Dark}},
                                    theme.scheme(), ColorScheme::System, [&theme](ColorScheme wanted) {
                                      theme.setScheme(wanted);
                                      theme.remember();
                                    }));
  all.push_back(choice<RowDensity>("window.rows", Say::tr("Height of rows in tables"),
                                   {{Say::tr("compact"), RowDensity::Compact},
                                    {Say::tr("normal"), RowDensity::Normal},
                                    {Say::tr("comfortable"), RowDensity::Comfortable}},
                                   theme.density(), RowDensity::Normal, [&theme](RowDensity wanted) {
                                     theme.setDensity(wanted);
                                     theme.remember();
                                   }));
  QList<QPair<QString, QString>> spoken = languages();
  spoken.prepend({Say::tr("as the system"), QString()});
  all.push_back(choice<QString>("window.language", Say::tr("Language, from the next start"), spoken, chosenLanguage(),
                                QString(), [](QString code) { chooseLanguage(code); }));
  for (QAction* action : actions)
    if (!action->objectName().isEmpty())
      all.push_back(keySetting(action, actions, taken));
  return all;
}

} // namespace pricewright
