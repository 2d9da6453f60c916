// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "pages/settings/SettingsModel.h"
#include "shell/Theme.h"

#include <QAction>
#include <QKeySequence>

namespace pricewright {

// What is set on this device alone: colors, row height, and the keys of the window's actions. Kept in the settings of
// the user's account. Keys that other parts use (the navigation's) are `taken`: name → key.
std::vector<DeviceSetting> deviceSettings(Theme& theme, const QList<QAction*>& actions,
                                          const QMap<QString, QKeySequence>& taken);
// Gives an action the key that the user chose for it, if he did. Called once it has its name (objectName) and default.
void recallKey(QAction& action);
// "": fits. Else why such keys cannot be given to that action.
QString whyNotKeys(const QKeySequence& keys, const QAction& action, const QList<QAction*>& actions,
                   const QMap<QString, QKeySequence>& taken);

} // namespace pricewright
