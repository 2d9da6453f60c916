// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/views/AuditView.h"
#include "shell/Theme.h"

namespace pricewright {

QString auditDecisionHtml(const AuditDetail& detail, const Theme& theme); // who, when, and the decision behind it
QString auditProofHtml(const AuditDetail& detail, const Theme& theme);    // hashes, links, the text that was hashed

} // namespace pricewright
