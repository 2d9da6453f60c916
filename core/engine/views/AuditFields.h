// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/views/AuditView.h"

namespace pricewright {

// What an entry says, as a list that people can read: values that changed first, then the rest, by name. `before` is
// the body of the last entry about the same row, where this one tells only what holds since.
std::vector<AuditField> auditFields(const QString& kind, const QString& rowId, const QJsonObject& body,
                                    const std::optional<QJsonObject>& before);
// Whether an entry tells only what holds since, so that the one before it is needed.
bool needsEntryBefore(const QString& kind, const QJsonObject& body);
// A few words beside the change: a reason, a comment, the name of a file.
QString auditNote(const QJsonObject& body);

} // namespace pricewright
