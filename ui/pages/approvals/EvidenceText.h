// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/Engine.h"
#include "shell/Theme.h"

namespace pricewright {

// Where a proposed price comes from, as text that can be selected and copied: method, effect, confidence, elasticity,
// competitor reference with ages, cost, and the ids that a replay asks for. `wide`: in two columns.
QString evidenceHtml(const DecisionDetail& detail, const Theme& theme, bool wide = false);

} // namespace pricewright
