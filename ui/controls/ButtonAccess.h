// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace pricewright {

// How screen readers press the buttons drawn here: as a click, whether they stay down or not. (Qt's own way of pressing
// a checkable button toggles its mark and tells nobody.) Gives the button that accessible name; where nobody gives it
// another, it says its text of now. Before any text or name is set, and after it was made checkable: who listens then
// would get Qt's way.
void makeAccessible(QAbstractButton* button, const QString& name);

} // namespace pricewright
