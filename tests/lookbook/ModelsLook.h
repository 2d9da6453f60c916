// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "lookbook/CatalogueLook.h"

namespace pricewright::test {

// Versions of models with errors and drift, and scenarios beside each other: full, empty, refused; in the theme's
// present colors.
void drawModels(Theme& theme, const QString& scheme, const QList<QSize>& sizes, const DrawPicture& draw);
void drawScenarios(Theme& theme, const QString& scheme, const QList<QSize>& sizes, const DrawPicture& draw);

} // namespace pricewright::test
