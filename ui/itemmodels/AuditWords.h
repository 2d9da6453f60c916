// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/views/AuditView.h"
#include "itemmodels/Tone.h"

#include <QLocale>

namespace pricewright {

// How the journal reads: kinds, fields, values and times in the user's words.
QString auditKindText(const QString& kind);     // "Price set by hand"
paint::Tone auditKindTone(const QString& kind); // neutral: drawn as plain text, without a chip
QString auditFieldText(const QString& field);   // "margin_now" → "margin now"
QString auditValueText(const QString& value, const QLocale& locale = QLocale()); // decimals in the locale's way, exact
QString auditMomentText(Instant at, const QLocale& locale = QLocale());          // local time, to the second
QString auditSubjectText(const AuditLine& line);                                 // "OJ-64 · North", else table and row
QString auditNoteText(const AuditLine& line);       // a reason in words, a comment as it was typed
QString auditChangeText(const AuditLine& line);     // "price 3.19 → 3.49"
QString auditFilterText(const AuditFilter& filter); // "decisions · by anna · OJ-*"; "" where nothing narrows

// What the filter chips stand for: a name and the beginnings of kinds.
struct AuditFamily {
  QString key, name;
  QStringList kinds;
};
std::vector<AuditFamily> auditFamilies();

} // namespace pricewright
