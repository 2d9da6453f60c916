// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "lookbook/SyntheticJournal.h"
#include "pages/audit/AuditPage.h"

#include <functional>

namespace pricewright::test {

// Answers the page from the made-up journal, as AuditLink does from the engine. `sound`: whether details are.
void answerAudit(AuditPage& page, SyntheticJournal& journal, bool sound = true);

// Draws the audit page in all its states. `draw`: takes the picture of a window in a size under a name.
using Draw = std::function<void(QWidget& window, const QString& name, QSize size)>;
void drawAudit(Theme& theme, const QString& scheme, bool doubled, const Draw& draw);

} // namespace pricewright::test
