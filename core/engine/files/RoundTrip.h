// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/Workspace.h"

namespace pricewright {

// Prices go out as a workbook, are edited there, and come back as a difference that passes the guardrails before
// anything is proposed.

struct SheetKey { // of a price
  QString sku, zone;
  bool operator<(const SheetKey& other) const { return std::tie(sku, zone) < std::tie(other.sku, other.zone); }
};
struct SheetWritten {
  QString path;
  qint64 rows = 0;
};
// Those prices, with what is proposed for them now; keys that are not in the catalogue are left out.
Result<SheetWritten> writeSheet(Workspace& workspace, const QString& path, const QString& title,
                                std::span<const SheetKey> keys, const JobContext& job);

// One edited row, against what holds now.
struct SheetChange {
  enum class State {
    Ready,     // would become this proposal
    Same,      // the price in force already, or no new price
    Meanwhile, // the price in force is not the one that the editor saw
    Refused    // and why
  };
  State state = State::Ready;
  int line = 0;
  SheetKey key;
  int listingNo = 0;
  QString product;
  Money now, wanted, guarded; // guarded: what limits make of it
  int changeBp = 0;           // of guarded against now
  Route route = Route::NoChange;
  QString primaryReason; // of a verdict that flags it
  QString reason, comment;
  Error why;
};
struct SheetDiff {
  QString path, fileName, sha256, title, writtenBy;
  std::optional<Instant> writtenAt;
  int rows = 0;
  std::vector<SheetChange> changes; // in the order of the file
  int count(SheetChange::State state) const;
};
// Reads such a workbook; nothing is kept. sheet.not-ours, .other-workspace (title), .column-missing (column), .file
// (path, what), and what readXlsx() answers
Result<SheetDiff> readSheet(Workspace& workspace, const QString& path, const JobContext& job);

// Proposes the rows of these lines, reason and file named in the journal; rows that are not ready or that changed
// since they were read answer why. sheet.changed (path): the file is no longer the one that was read.
Result<std::vector<Proposed>> applySheet(Workspace& workspace, const SheetDiff& diff, std::span<const int> lines);

} // namespace pricewright
