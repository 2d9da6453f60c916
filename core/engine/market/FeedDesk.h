// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/market/FeedRuns.h"

namespace pricewright {

// What the form of a feed needs: trying it before it is kept, keeping it, and taking that back.

// The beginning of a feed as it would be read. Nothing of it is kept.
struct FeedTrial {
  std::vector<FeedItem> rows; // that could be read
  FeedCounts counts;          // with the first rows that could not be, and why
  Error error;                // code "": none
  bool isCut = false;         // there is more than was tried
  int waiting = 0;            // files that are still being written
};
Result<FeedTrial> tryFeed(Workspace& readOnly, const Feed& feed, const FeedTools& tools, const JobContext& job);

struct FeedChange {
  std::optional<Feed> before; // none: it is new
  Feed after;
  bool madeCompetitor = false;
};
// One entry of the journal. feed.exists where a new one has the code of another, and what addFeed answers.
Result<FeedChange> saveFeed(Workspace& workspace, const FeedAdd& wish, bool isNew);
Status undoSaveFeed(Workspace& workspace, const FeedChange& change);

// The key of a feed, kept outside the workspace under feedSecretName. What the stores of secrets answer.
Status keepFeedKey(const Feed& feed, const QByteArray& key);
Status dropFeedKey(const Feed& feed); // of one that was not saved
// The key that was typed, "": the one that is kept.
FeedTools feedToolsWith(const QString& typedKey, SecretOf kept);

} // namespace pricewright
