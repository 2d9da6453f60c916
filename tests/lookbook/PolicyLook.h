// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "lookbook/CatalogueLook.h"

namespace pricewright::test {

// Rules that were checked, new costs, promotions, targets, and files on their way in; in the theme's present colors.
void drawRules(Theme& theme, const QString& scheme, const QList<QSize>& sizes, const DrawPicture& draw);
void drawCosts(Theme& theme, const QString& scheme, const QList<QSize>& sizes, const DrawPicture& draw);
void drawPromotions(Theme& theme, const QString& scheme, const QList<QSize>& sizes, const DrawPicture& draw);
void drawTargets(Theme& theme, const QString& scheme, const QList<QSize>& sizes, const DrawPicture& draw);
void drawImports(Theme& theme, const QString& scheme, const QList<QSize>& sizes, const DrawPicture& draw);

} // namespace pricewright::test
