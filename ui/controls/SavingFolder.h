// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>

namespace pricewright {

// Where files that leave the program are proposed to go: the folder of the last one, else the user's documents, else
// his home; one that is there.
QString savingFolder();
void rememberSavingFolder(const QString& file);

} // namespace pricewright
