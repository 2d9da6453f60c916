// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "lookbook/CatalogueLook.h"

#include <QList>

namespace pricewright::test {

// The Publications page over a workspace file and price files, answered by the engine: batches in every state, live
// prices with differences, a batch in the making, a question before a rollback, and nothing at all.
void drawPublications(Theme& theme, const QString& scheme, const QList<QSize>& sizes, const DrawPicture& draw);

} // namespace pricewright::test
