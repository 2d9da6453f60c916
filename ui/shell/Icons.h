// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QColor>
#include <QIcon>
#include <QPixmap>
#include <QString>

namespace pricewright {

// The program's own icons (resources/icons), drawn in the color asked for: "currentColor" in the file is that color.
QPixmap iconPixmap(const QString& name, const QColor& color, int size, qreal pixelRatio);
QIcon tintedIcon(const QString& name, const QColor& color); // sharp at 100 % and 200 %
QIcon applicationIcon(const QColor& color);
QStringList iconNames();

} // namespace pricewright
