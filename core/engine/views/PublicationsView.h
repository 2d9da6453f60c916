// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/Workspace.h"

namespace pricewright {

// How one batch stands in one channel.
struct BatchInChannel {
  QString channel; // code
  QString state;   // planned, verified, failed
  QString why;     // code, where it failed
  Instant at{};
};
struct BatchSummary {
  qint64 no = 0;
  QString name, owner;
  QStringList approvedBy; // "" for nobody: by policy
  // open (further approvals join it), waiting, publishing, published, failed, rolled_back, cancelled
  QString state;
  bool byPolicy = false;
  int partlyRolledBack = 0; // prices of a published batch that went back
  Instant effectiveAt{}, releaseAt{}, createdAt{};
  std::optional<Instant> publishedAt;
  int labels = 0;
  JointEffect effect; // as the decisions stored it
  std::vector<BatchInChannel> channels;
  bool waits() const { return state == u"open" || state == u"waiting" || state == u"failed"; }
};

// One price of one channel: what should be live, and what the channel's files say.
struct LivePrice {
  int listingNo = 0;
  QString sku, product, zone, channel;
  std::optional<Money> intended;
  PriceType type = PriceType::Regular;
  QString csv, json, state;     // as in ChannelLook
  std::optional<Instant> since; // of a difference: when the file, or what should be in it, last changed
  qint64 batchNo = 0;           // that brought the intended price; 0: none
};
struct ChannelSummary {
  QString code, name, folder, state; // as in ChannelLook
  std::optional<Error> error;
  int prices = 0, differences = 0;
  std::optional<Instant> verifiedAt, fileChanged; // verified: all of it was read back and right
};
struct PublicationsSnapshot {
  QString workspaceName, userName, userRole;
  Instant now{};
  bool asOf = false, readOnly = false;
  std::vector<BatchSummary> batches; // what waits first, by slot; then the newest
  std::vector<ChannelSummary> channels;
  std::vector<LivePrice> live; // by SKU, zone, channel; read from the files just now
  int differences = 0, failed = 0, waitingForApproval = 0;
  std::optional<Instant> nextRelease; // of what waits
};
// Batches from the workspace, live prices from the files, never from memory. Also beside a writer.
Result<PublicationsSnapshot> publicationsView(Workspace& workspace);

// What a channel says of a row of a batch: waiting (not released), live, differs, missing, replaced (a newer price is
// in force), rolled-back, unreadable.
struct RowInChannel {
  QString channel, state, says;
};
struct BatchDetailRow {
  Id decision;
  int listingNo = 0;
  QString sku, product, zone;
  DecisionState state = DecisionState::Approved;
  Money from, to;
  double profit = 0, profitLow = 0, profitHigh = 0;
  std::vector<RowInChannel> channels;
};
// What happened to a batch, from the audit: code of the kind of entry ("batch.created", "decision.approved", …).
struct BatchEvent {
  Instant at{};
  QString kind, who, about; // about: a channel's code, a slot, or why
  int count = 0;            // of decisions, where the entries of several are put together
};
struct BatchDetail {
  BatchSummary batch;
  std::vector<BatchDetailRow> rows;
  std::vector<BatchEvent> timeline;       // oldest first
  std::optional<Instant> earliestRelease; // while it waits
  int wouldGoBack = 0, changedSince = 0;  // published: prices that a rollback puts back; that a later change keeps
};
Result<BatchDetail> batchDetail(Workspace& workspace, qint64 no); // catalog.unknown-batch

// What a batch may be made of: waiting for approval, or approved and not released.
struct BatchCandidate {
  QueueRow row;
  qint64 batchNo = 0; // 0: waits for approval
};
struct BatchCandidates {
  Instant now{};
  QString userName;
  std::vector<BatchCandidate> rows;
  std::vector<QString> timeZones; // of the zones in it
};
Result<BatchCandidates> batchCandidates(Workspace& workspace);

} // namespace pricewright
