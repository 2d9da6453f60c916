// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "lookbook/CatalogueLook.h"

namespace pricewright::test {

// The Today page: a busy morning, and a workspace that has just been made; in the theme's present colors.
void drawToday(Theme& theme, const QString& scheme, const QList<QSize>& sizes, const DrawPicture& draw);

} // namespace pricewright::test
