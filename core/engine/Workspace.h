// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/Cancel.h"
#include "catalog/DelegationStore.h"
#include "decision/ProposalOrigin.h"
#include "engine/BatchCommands.h"
#include "imports/Importer.h"
#include "market/SiteStore.h"
#include "pipeline/planner/PlannerAgent.h"
#include "pipeline/test_manager/ExperimentStore.h"

namespace pricewright {

// One row of the approval queue, as the window and the command line show it.
struct QueueRow {
  Id id;
  QString contentHash;
  DecisionState state = DecisionState::Pending;
  QString sku, product, zone, category;
  Money now, proposed;
  int changeBp = 0, marginNowBp = 0, marginThenBp = 0;
  bool costKnown = false;
  double profit = 0, profitLow = 0, profitHigh = 0, confidence = 0, stake = 0;
  QString primaryReason; // code: step, margin, gouging …; what waits always has one
  QString reasonDetail;  // a few words, the value before its limit: "+18.7 %, limit 4 %"; or a test's or person's name
  QStringList reasons;
  bool isCounterProposal = false;
  Instant expiresAt{};
  std::optional<Instant> releaseAt;    // approved: when it goes out; until then it can be undone
  std::optional<Instant> snoozedUntil; // put off, and by whom; comes back by itself
  QString snoozedBy;
};
struct QueueSnapshot {
  QString workspaceName, userName, userRole;
  Instant now{};
  std::vector<QueueRow> pending;  // by value at stake
  std::vector<QueueRow> approved; // waiting for release, can be undone
  QMap<QString, int> byReason;    // pending by primary reason
  int overStep = 0, byGuardrail = 0;
  std::optional<CycleReport> lastCycle;
};
struct DecisionView; // engine/DecisionView.h
struct DecisionDetail {
  PriceDecision decision;
  std::shared_ptr<const PricingCase> pricingCase;
  int listingIndex = 0;                     // within the case
  std::vector<AuditEntry> audit;            // of this decision
  std::shared_ptr<const DecisionView> view; // null where only the decision was asked for
};
struct ReplayReport {
  bool sameBits = false;
  int decisions = 0;
  QStringList differences;
};
struct WorkspaceStatus {
  QString id, name, path, user, role;
  Instant now{};
  bool asOf = false;
  int skus = 0, zones = 0, listings = 0, offers = 0, competitors = 0;
  qint64 sales = 0, auditEntries = 0, outbox = 0;
  std::optional<Day> firstSale, lastSale;
  QMap<QString, int> decisionsByState;
  std::vector<PriceBatch> openBatches;
  std::optional<CycleReport> lastCycle;
  bool readOnly = false;
};

// What a person does by hand in the catalogue. A wish becomes a proposal in the queue, guarded as an edited price is:
// `proposed` is what limits made of it.
struct PriceWish {
  int listingNo = 0;
  Money price;
};
struct Proposed {
  int listingNo = 0;
  Id decision; // null: refused, and why
  Money proposed;
  Error why;
};
struct CostChange { // enough to put it back
  int listingNo = 0;
  CostKind kind = CostKind::Replacement;
  Day from{};
  std::optional<Amount> before, after;
};
struct ListingBounds { // minor units; none: no limit
  std::optional<qint64> minMinor, maxMinor, mapMinor;
  bool operator==(const ListingBounds&) const = default;
};
struct BoundsChange {
  int listingNo = 0;
  ListingBounds before, after;
};
struct RoleChange {
  QString sku;
  SkuRole before = SkuRole::Background, after = SkuRole::Background;
};

// An open workspace file with all its stores and stations: what the command line calls directly and the window through
// Engine. Synchronous; one thread. Every command that changes something leaves the head of the audit chain, signed,
// outside the file. Opened for reading only: queue, detail, explain, replay and status work, the rest answers
// storage.read-only.
// A workspace as of a date begins there at each opening, but never before what it has already recorded; while a batch
// waits for its release, the time that passed while it was closed counts.
class Workspace {
 public:
  // `real`: the clock that time is taken from; none: the system's. It outlives the workspace.
  static Result<std::unique_ptr<Workspace>> create(const QString& path, const NewWorkspace& what,
                                                   const Clock* real = nullptr);
  static Result<std::unique_ptr<Workspace>> open(const QString& path, OpenMode mode = OpenMode::ReadWrite,
                                                 const Clock* real = nullptr);
  // For reading only, beside a workspace that is open in another thread, and in its time.
  static Result<std::unique_ptr<Workspace>> openBeside(const QString& path, std::shared_ptr<const Clock> time,
                                                       bool asOf);
  ~Workspace();

  Actor me() const; // the operating system's user, with the role that the workspace gives him
  // As another user of the table whose role is not above one's own, never as the system: catalog.unknown-user,
  // .not-allowed. The audit names the operating system's account that did it.
  Status actAs(const QString& user);
  const Clock& clock() const;
  std::shared_ptr<const Clock> sharedClock() const;
  bool isAsOf() const;

  Result<ImportPreview> previewImport(const QString& file, ImportKind kind, const ImportMapping* partial = nullptr);
  Result<ImportReport> importFile(const QString& file, const ImportMapping& mapping, const JobContext& job,
                                  const QString& rejectFile = {});
  Result<ImportReport> undoImport(const Id& batch);
  Importer& importer();

  // engine.cycle-running: here or in another process; engine.cycle-lock: the folder cannot be written
  Result<CycleReport> runCycle(const CycleOptions& options, const JobContext& job);
  Result<QueueSnapshot> queue();
  Result<DecisionDetail> detail(const Id& decision);
  Result<std::vector<PriceDecision>> decisionsOfSku(const QString& skuCode, const QString& zoneCode = {},
                                                    int most = 50);
  Result<std::vector<Answer>> approve(std::span<const Ask> asks, const QString& comment = {});
  Result<std::vector<Answer>> reject(std::span<const Ask> asks, const QString& reasonCode, const QString& comment = {});
  Result<std::vector<Answer>> undo(std::span<const Id> decisions);
  Result<Answer> editPrice(const Ask& ask, Money price);
  // A remark under each of them, in the audit as well. engine.comment-empty, .comment-too-long
  Status comment(std::span<const Id> decisions, const QString& text);
  // Puts pending decisions off, a month at most; none: back at once. All or none. engine.snooze-time,
  // approval.not-pending. They expire all the same.
  Status snooze(std::span<const Id> decisions, std::optional<Instant> until);
  // Another decides in one's own stead until then: his approvals may go as far as one's own. Both may end it.
  Result<Delegation> delegateTo(const QString& person, Instant until);
  Status endDelegation(const Id& delegation);
  Result<std::vector<Delegation>> delegations() const;                // in force
  Result<PriceDecision> previewEdit(const Id& decision, Money price); // the verdict before the key is pressed
  Result<ReplayReport> replay(const Id& decision); // recomputes the whole case and compares bit by bit

  // Pending proposals by the user, from the group's case as of now; older open ones on the same listings are
  // superseded. One transaction; a wish that is refused leaves the others alone: approval.edit-refused (reason),
  // engine.price-unchanged, planner.no-price, planner.bad-price, decision.listing-twice.
  // `reason` is for the journal; `origin` says in the queue why they wait there.
  Result<std::vector<Proposed>> proposePrices(std::span<const PriceWish> wishes, const QString& reason = {},
                                              const ProposalOrigin& origin = {QStringLiteral("edited"), {}});
  // The same all together or not at all, exactly as wished: a price that limits make another one of is refused
  // (approval.edit-refused). `proposer`: whose proposals they are, where that is not who is here. `alongWith`: written
  // in the same transaction.
  struct Together {
    QString proposer;
    std::function<Status(Transaction&, std::span<const Proposed>)> alongWith;
    ProposalOrigin origin{QStringLiteral("edited"), {}};
  };
  Result<std::vector<Proposed>> proposeTogether(std::span<const PriceWish> wishes, const QString& reason,
                                                const Together& how);
  // What those would become, in their order; nothing is kept.
  Result<std::vector<Result<PriceDecision>>> previewPrices(std::span<const PriceWish> wishes,
                                                           const JobContext& job = {});
  // Takes one's own proposals out of the queue: their undo. engine.not-own-proposal, and what reject() answers.
  Result<std::vector<Answer>> withdraw(std::span<const Id> decisions, const QString& comment = {});
  // A dated cost; none: the row of that day goes. catalog.bad-cost, .unknown-listing, .not-allowed
  Result<CostChange> setCost(int listingNo, CostKind kind, Day from, const std::optional<Amount>& amount);
  Status undoCost(const CostChange& change); // engine.changed-meanwhile
  // Absolute floor and ceiling and the advertised minimum; undo: setBounds(listing, before). catalog.bad-bounds, …
  Result<BoundsChange> setBounds(int listingNo, const ListingBounds& bounds);
  Result<RoleChange> setRole(const QString& skuCode, SkuRole role); // its undo: setRole(sku, before)

  // Batches that wait. batch.empty, .nothing-to-sign, .day-past, .slot-past, .slot-far, .too-early (at), .not-waiting
  // (state), .same; each change is one transaction.
  Result<BatchPlan> previewBatch(const BatchWish& wish);
  Result<BatchChange> makeBatch(const BatchWish& wish);
  Result<BatchChange> splitBatch(qint64 no, std::span<const Id> rows, const QString& name);
  Result<BatchChange> mergeBatches(qint64 from, qint64 into);
  Status undoBatchChange(const BatchChange& change); // engine.changed-meanwhile
  Result<SlotChange> moveBatch(qint64 no, Instant release);
  Result<BatchCancelled> cancelBatch(qint64 no); // its rows wait for approval again
  Result<Instant> earliestRelease(qint64 no);    // every approval in it keeps its time to be undone
  // One batch at once, also one that failed.
  Result<PublishReport> releaseBatch(qint64 no);
  Result<std::vector<ChannelLook>> verifyChannels(); // reads all files back and says so in the audit
  Result<std::vector<PublishReport>> rewriteChannel(const QString& code); // where its files are not what they should be
  Result<std::vector<PublishReport>> publish(const JobContext& job);
  Result<PublishReport> rollBackBatch(qint64 batchNo);
  Result<PublishReport> rollBackDecision(const Id& decision);
  Result<PublishReport> rollBackDecisions(qint64 batchNo, const QStringList& decisions); // of one batch, as one step
  Result<ChainReport> verifyAudit();
  Status
  trusted() const; // audit.head-differs, .head-signature: the journal was cut off or replaced; nothing is changed
  // A director answers for such a journal, say after a backup was put back: an entry says so, and work goes on.
  // audit.nothing-to-accept, .reason-missing, catalog.not-allowed
  Status acceptHistory(const QString& reason);
  Result<WorkspaceStatus> status();

  CatalogStore& catalog();
  OfferStore& offers();
  SiteStore& sites();
  DecisionStore& decisions();
  ModelStore& models();
  BatchStore& batches();
  ExperimentStore& experiments();
  Journal& journal();
  Telemetry& telemetry();
  PlannerAgent& planner();
  MonitorAgent& monitor();
  ChannelsAgent& channels();
  ApprovalAgent& approval();
  Database& database();

 private:
  Workspace();
  Status attach(std::unique_ptr<Database> db, const Clock* real, std::optional<Instant> asOf);
  Status attach(std::unique_ptr<Database> db, std::shared_ptr<const Clock> time);
  Status becomeUser(const QString& name);
  Status mayWrite() const;
  Status mayRelease() const;
  void judgeImported(ImportReport& report);
  Status watchTestsFirst(const JobContext& job);
  Status noteInJournal(const QString& kind, const char* subject,
                       const QJsonObject& body); // what a cycle had to do without
  void keepWitness();                            // of the audit's head, outside the file
  void noteHead();
  void bringIndexUp(); // of words
  Result<std::vector<QueueRow>> rowsIn(DecisionState state);
  Status markSnoozed(QueueSnapshot& snapshot);
  struct Parts;
  std::unique_ptr<Parts> m;
};

} // namespace pricewright
