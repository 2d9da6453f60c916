// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "lookbook/CatalogueLook.h"

namespace pricewright::test {

// A picture that does not show what its name says is none: the album ends there.
inline void mustShow(bool shown, const char* what) {
  if (!shown)
    qFatal("the picture does not show %s", what);
}

// Price tests in every state, their monitor, the form of a new one, what a decision comes to, and no test at all; in
// the theme's present colors.
void drawExperiments(Theme& theme, const QString& scheme, const QList<QSize>& sizes, const DrawPicture& draw);

} // namespace pricewright::test
