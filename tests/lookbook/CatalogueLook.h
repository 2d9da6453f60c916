// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "shell/Theme.h"
#include "support/SmallMarket.h"

#include <QSize>

#include <functional>

class QWidget;

namespace pricewright::test {

using DrawPicture = std::function<void(QWidget& window, const QString& name, QSize size)>;
// The catalogue in its states, over a workspace that is made on the spot; in the theme's present colors.
// A workspace file of the past with a cycle behind it: eight juices in four zones.
std::unique_ptr<SmallMarket> juiceMarket();
void drawCatalogue(Theme& theme, const QString& scheme, const QList<QSize>& sizes, const DrawPicture& draw);

} // namespace pricewright::test
