// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/Cancel.h"
#include "catalog/BatchStore.h"
#include "catalog/CatalogStore.h"
#include "decision/DecisionStore.h"

#include <functional>

namespace pricewright {

struct PublishReport {
  qint64 batchNo = 0;   // 0: complete lists written without a change
  QString state;        // published, rolled_back, written, cancelled (nothing was left to publish), failed
  int prices = 0;       // changed by the batch
  int listed = 0;       // rows of the complete lists
  int notPublished = 0; // decisions held back at the last moment: outside their bounds, or the price in force changed
  QStringList files;
  std::optional<Error> error;
};

// One channel's files against what should be in them, read back from the disk as a stranger would.
struct LookedPrice {
  QString sku, zone;
  int listingNo = 0;             // 0: the file has it, but nobody sells it there
  std::optional<Money> intended; // none: it should not be in the list
  PriceType type = PriceType::Regular;
  Instant intendedSince{};
  QString csv, json; // what the files say, as it stands there: "3.49 USD"; "" where they do not have it
  QString state;     // same, differs, missing, unexpected, unreadable, twice
  bool isSame() const { return state == u"same"; }
};
struct ChannelLook {
  Channel channel;
  QString folder, csvPath, jsonPath, csvSha256, jsonSha256; // "": not there
  // live, differs, text-differs (every price is right, other bytes are not), missing, unreadable, none (no prices yet)
  QString state;
  std::optional<Error> error;      // why the files could not be read
  std::vector<LookedPrice> prices; // by SKU and zone
  int differences = 0;
  std::optional<Instant> fileChanged; // the newer of both files, in the computer's own time
};

// Prices to where they are sold: price files per channel (CSV and JSON), always complete, written atomically, read
// back, verified, recorded. The ladder plan → apply → read back → verify → record survives a kill at any point: what
// was planned is finished or repeated to the same bytes, never applied twice. Files live in
// <workspace>.prices/<channel>.* unless the setting channels.folder names another place. A failure leaves the old files
// and a failed batch, which the next release tries again. One release at a time, also of several processes. A clock
// that was set back by up to a day takes no price back: a release is never before the last one. Errors:
// channels.not-published, .newer-price (sku), .outside-bounds (sku), .folder-unwritable, .disk-full, .write-failed,
// .read-back-differs (each with path), .release-running, .release-lock.
class ChannelsAgent {
 public:
  ChannelsAgent(Database& db, Journal& journal, const Clock& clock, IdSource& ids, CatalogStore& catalog,
                BatchStore& batches, DecisionStore& decisions);
  // Batches that are due, failed ones again, and what an earlier run left half done.
  Result<std::vector<PublishReport>> releaseDue(const Actor& by, const JobContext& job);
  // One batch, now: due or not, or failed before. catalog.bad-batch-state; none: nothing was left in it.
  Result<std::optional<PublishReport>> release(const Actor& by, qint64 batchNo);
  // Puts the prices before the batch back in force and republishes, as one step. Prices that a later batch changed are
  // left as they are.
  Result<PublishReport> rollBack(const Actor& by, qint64 batchNo);
  Result<PublishReport> rollBackDecision(const Actor& by, const Id& decision);
  // Several of one batch, as one step: lists are written once.
  Result<PublishReport> rollBackDecisions(const Actor& by, qint64 batchNo, const QStringList& decisions);
  // Writes the complete list of every channel if it is missing or differs from the prices in force: the last fallback.
  // A channel without any price keeps the file that it has.
  Result<std::vector<PublishReport>> ensureLists(const Actor& by, const QString& onlyChannel = {});
  Result<std::vector<ChannelLook>> look() const; // changes nothing; also on a workspace that is only read
  // Looks, and leaves an audit entry per channel of what was found.
  Result<std::vector<ChannelLook>> verify(const Actor& by);
  QString folder() const;
  Result<Instant> moment() const; // of a release now
  // For recovery tests: called between the steps of the ladder: planned, written, verified, recorded.
  std::function<void(std::string_view step)> afterStep;

 private:
  struct Work;
  class Hold;
  Result<Hold> hold(); // nested within one's own
  Result<std::vector<PublishReport>> writeLists(const Actor& by, const QString& onlyChannel);
  Result<Work> prepare(const Actor& by) const;
  Result<std::optional<PublishReport>> releaseOne(const Actor& by, const PriceBatch& batch);
  Result<std::optional<PublishReport>> strikeOut(Work& w);
  Status holdBack(Work& w);
  Status selectRows(Work& w, const PriceBatch& batch);
  Status takeUp(Work& w);
  Status buildLists(Work& w) const;
  Status plan(Work& w);
  Status apply(Work& w) const;
  Status record(Work& w);
  Status recordPrices(Work& w, Transaction& in);
  Status recordFailure(const Work& w, const Error& why);
  Result<PublishReport> climb(Work& w);
  Result<PublishReport> rollBackRows(const Actor& by, qint64 batchNo, const QStringList& only);
  Status closeOtherPlans(const Work& w);
  Status closePlans(const Actor& by, const std::vector<qint64>& numbers, const char* why);
  Status closeInterrupted(const Actor& by);
  void tell(std::string_view step) const {
    if (afterStep)
      afterStep(step);
  }
  Database& m_db;
  Journal& m_journal;
  const Clock& m_clock;
  IdSource& m_ids;
  CatalogStore& m_catalog;
  BatchStore& m_batches;
  DecisionStore& m_decisions;
  int m_holds = 0;
};

} // namespace pricewright
