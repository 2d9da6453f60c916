// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "controls/LineList.h"
#include "engine/views/PublicationsView.h"

#include <QLocale>

// How the Publications page says things.
namespace pricewright::publications {

inline QString count(qint64 n) { return QLocale().toString(n); }
QString clockText(Instant at, Instant now);  // "14:30", or with its day where that is another one
QString countdownText(Duration left);        // "4:09", "2 h 10 min"; "due" where nothing is left
QString stateWord(const QString& state);     // of a batch
paint::Tone stateTone(const QString& state); // of a batch
QString liveWord(const QString& state);      // of a price in a channel's files
paint::Tone liveTone(const QString& state);
QString channelWord(const QString& state);                               // of a channel as a whole
QString effectText(const JointEffect& effect, bool withInterval = true); // "+412 [120 … 690] $/wk"
QString effectHelp(const JointEffect& effect);
QString pricesText(int prices); // "12 prices"
QString refusedText(const std::vector<BatchPlan::Refused>& refused, int most);
std::vector<Line> timelineLines(const BatchDetail& detail, Instant now);
std::vector<Line> channelLines(const PublicationsSnapshot& snapshot);

} // namespace pricewright::publications
