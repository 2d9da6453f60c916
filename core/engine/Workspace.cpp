// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/Workspace.h"

#include "base/Log.h"
#include "engine/WorkspaceParts.h"

#include <QDateTime>
#include <QFileInfo>

namespace pricewright {
namespace {

Result<std::optional<qint64>> oneInteger(Database& db, const char* sql) {
  PW_TRY(Query q, Query::prepare(db, sql));
  PW_TRY(const bool found, q.step());
  return found && !q.isNull(0) ? std::optional(q.integer(0)) : std::nullopt;
}

Result<std::optional<Instant>> storedAsOf(Database& db) {
  PW_TRY(Query q, Query::prepare(db, "SELECT value FROM workspace WHERE key = 'as_of_ms'"));
  PW_TRY(const bool found, q.step());
  bool isNumber = false;
  const qint64 ms = found ? q.text(0).toLongLong(&isNumber) : 0;
  return isNumber ? std::optional(fromMillis(ms)) : std::nullopt;
}

// Real time since the file was last written.
Duration closedFor(const QString& path) {
  const QDateTime newest =
      std::max(QFileInfo(path).lastModified(), QFileInfo(path + QStringLiteral("-wal")).lastModified());
  return newest.isValid() ? Duration(std::max<qint64>(0, newest.msecsTo(QDateTime::currentDateTimeUtc()))) : Duration{};
}

} // namespace

Result<Instant> startOfTime(Database& db, Instant asOf, Duration closed) {
  PW_TRY(const auto last, oneInteger(db, "SELECT at_ms FROM audit_entry ORDER BY sequence DESC LIMIT 1"));
  Instant start = last ? std::max(asOf, fromMillis(*last)) : asOf;
  PW_TRY(const auto release, oneInteger(db, "SELECT MAX(release_ms) FROM price_batch WHERE state = 'scheduled'"));
  if (release && fromMillis(*release) > start)
    start = std::min(fromMillis(*release), start + closed);
  return start;
}

Workspace::Workspace() : m(std::make_unique<Parts>()) {}
Workspace::~Workspace() = default;

Result<std::unique_ptr<Workspace>> Workspace::create(const QString& path, const NewWorkspace& what, const Clock* real) {
  NewWorkspace wanted = what;
  if (wanted.userName.isEmpty())
    wanted.userName = operatingSystemUser();
  PW_TRY(const Currency known, Currency::fromCode(wanted.currency)); // before a file is made
  wanted.currency = known.code();
  PW_TRY(auto db, Database::open(path, OpenMode::CreateNew));
  std::unique_ptr<Workspace> workspace(new Workspace);
  PW_CHECK(workspace->attach(std::move(db), real, wanted.asOf));
  PW_CHECK(workspace->m->catalog->createWorkspace(wanted));
  PW_TRY(workspace->m->id, workspace->m->catalog->workspaceValue(QStringLiteral("id")));
  PW_CHECK(workspace->becomeUser(wanted.userName));
  PW_TRY([[maybe_unused]] const bool done, workspace->witnessed(Result<bool>(true)));
  return workspace;
}

Result<std::unique_ptr<Workspace>> Workspace::open(const QString& path, OpenMode mode, const Clock* real) {
  const Duration closed = real ? Duration{} : closedFor(path); // opening touches the file
  PW_TRY(auto db, Database::open(path, mode == OpenMode::CreateNew ? OpenMode::ReadWrite : mode));
  std::unique_ptr<Workspace> workspace(new Workspace);
  PW_TRY(auto asOf, storedAsOf(*db));
  if (asOf) {
    PW_TRY(asOf, startOfTime(*db, *asOf, closed));
  }
  PW_CHECK(workspace->attach(std::move(db), real, asOf));
  PW_TRY(workspace->m->id, workspace->m->catalog->workspaceValue(QStringLiteral("id")));
  PW_CHECK(workspace->becomeUser(operatingSystemUser()));
  return workspace;
}

Status Workspace::attach(std::unique_ptr<Database> db, const Clock* real, std::optional<Instant> asOf) {
  m->db = std::move(db);
  m->clock = real ? real : &m->system;
  if (asOf) {
    m->shifted = std::make_unique<ShiftedClock>(*m->clock, *asOf);
    m->clock = m->shifted.get();
  }
  Database& file = *m->db;
  m->ids = std::make_unique<IdSource>(*m->clock);
  m->journal = std::make_unique<Journal>(file, *m->clock, *m->ids);
  m->catalog = std::make_unique<CatalogStore>(file, *m->journal, *m->clock, *m->ids);
  m->offers = std::make_unique<OfferStore>(file, *m->journal, *m->clock, *m->ids);
  m->batches = std::make_unique<BatchStore>(file, *m->journal, *m->clock, *m->ids);
  m->decisions = std::make_unique<DecisionStore>(file, *m->journal, *m->clock, *m->ids);
  m->importer = std::make_unique<Importer>(file, *m->journal, *m->clock, *m->ids);
  m->monitor = std::make_unique<MonitorAgent>(*m->offers, *m->clock, m->telemetry);
  m->approval =
      std::make_unique<ApprovalAgent>(file, *m->journal, *m->clock, *m->ids, *m->catalog, *m->batches, *m->decisions);
  m->channels =
      std::make_unique<ChannelsAgent>(file, *m->journal, *m->clock, *m->ids, *m->catalog, *m->batches, *m->decisions);
  m->planner =
      std::make_unique<PlannerAgent>(PlannerTools{file, *m->clock, *m->catalog, *m->offers, *m->batches, *m->decisions,
                                                  *m->monitor, *m->approval, *m->channels, m->telemetry, *m->ids});
  if (!file.isReadOnly()) {
    Result<HeadWitness> witness = HeadWitness::open(HeadWitness::defaultFolder());
    if (witness)
      m->witness = std::move(*witness);
    else
      qCWarning(logEngine) << "the audit's head is not witnessed outside the file:" << witness.error().debugText();
  }
  return {};
}

// Somebody whom the table does not know may look, and has no role to decide anything with.
Status Workspace::becomeUser(const QString& name) {
  const Result<User> user = m->catalog->user(name);
  if (!user && !user.error().is(u"catalog.unknown-user"))
    return user.error();
  m->me = {name, user ? user->role : QString(), user ? user->authenticated : false};
  return {};
}

Status Workspace::actAs(const QString& user) {
  PW_TRY(const User known, m->catalog->user(user));
  m->me = {known.name, known.role, false};
  return {};
}

Status Workspace::mayWrite() const {
  if (m->db->isReadOnly())
    return fail(QStringLiteral("storage.read-only"), {{QStringLiteral("path"), m->db->path()}});
  return {};
}

// The chain cannot see its own truncation: after each command its head is signed outside the file. A witness that
// cannot be written does not undo the command; verifyAudit tells.
template <class T> Result<T> Workspace::witnessed(Result<T> result) {
  if (!m->witness)
    return result;
  Result<Query> q = Query::prepare(*m->db, "SELECT sequence, hash FROM audit_entry ORDER BY sequence DESC LIMIT 1");
  if (!q)
    return result;
  const Result<bool> found = q->step();
  if (!found || !*found)
    return result;
  if (const Status noted = m->witness->record(m->id, q->integer(0), q->blob(1), m->clock->now()); !noted) {
    qCWarning(logEngine) << "audit head not recorded:" << noted.error().debugText();
    m->telemetry.count(QStringLiteral("audit_witness_failures"));
  }
  return result;
}

Actor Workspace::me() const { return m->me; }
const Clock& Workspace::clock() const { return *m->clock; }
CatalogStore& Workspace::catalog() { return *m->catalog; }
OfferStore& Workspace::offers() { return *m->offers; }
DecisionStore& Workspace::decisions() { return *m->decisions; }
BatchStore& Workspace::batches() { return *m->batches; }
Journal& Workspace::journal() { return *m->journal; }
Telemetry& Workspace::telemetry() { return m->telemetry; }
PlannerAgent& Workspace::planner() { return *m->planner; }
MonitorAgent& Workspace::monitor() { return *m->monitor; }
ChannelsAgent& Workspace::channels() { return *m->channels; }
ApprovalAgent& Workspace::approval() { return *m->approval; }
Database& Workspace::database() { return *m->db; }
Importer& Workspace::importer() { return *m->importer; }

Result<ImportPreview> Workspace::previewImport(const QString& file, ImportKind kind, const ImportMapping* partial) {
  return m->importer->preview(file, kind, partial);
}

Result<ImportReport> Workspace::importFile(const QString& file, const ImportMapping& mapping, const JobContext& job,
                                           const QString& rejectFile) {
  PW_CHECK(mayWrite());
  return witnessed(m->importer->run(m->me, file, mapping, job, rejectFile));
}

Result<ImportReport> Workspace::undoImport(const Id& batch) {
  PW_CHECK(mayWrite());
  return witnessed(m->importer->undo(m->me, batch));
}

Result<CycleReport> Workspace::runCycle(const CycleOptions& options, const JobContext& job) {
  PW_CHECK(mayWrite());
  return witnessed(m->planner->runCycle(m->me, options, job));
}

Result<std::vector<Answer>> Workspace::approve(std::span<const Ask> asks, const QString& comment) {
  PW_CHECK(mayWrite());
  return witnessed(m->approval->approve(m->me, asks, comment));
}

Result<std::vector<Answer>> Workspace::reject(std::span<const Ask> asks, const QString& reasonCode,
                                              const QString& comment) {
  PW_CHECK(mayWrite());
  return witnessed(m->approval->reject(m->me, asks, reasonCode, comment));
}

Result<std::vector<Answer>> Workspace::undo(std::span<const Id> decisions) {
  PW_CHECK(mayWrite());
  return witnessed(m->approval->undo(m->me, decisions));
}

Result<Answer> Workspace::editPrice(const Ask& ask, Money price) {
  PW_CHECK(mayWrite());
  PW_TRY(PriceDecision edited, previewEdit(ask.decision, price));
  return witnessed(m->approval->edit(m->me, ask, std::move(edited)));
}

Result<PriceDecision> Workspace::previewEdit(const Id& decision, Money price) {
  PW_TRY(PriceDecision stored, m->decisions->decision(decision));
  PW_TRY(const auto pricingCase, m->caseOf(stored.caseId));
  PW_TRY(PriceDecision edited, decideEdited(*pricingCase, stored.listingNo, price));
  edited.id = stored.id;
  edited.cycleId = stored.cycleId;
  edited.caseId = stored.caseId;
  edited.proposedBy = stored.proposedBy;
  edited.editedBy = m->me.user;
  edited.expiresAt = stored.expiresAt;
  edited.version = stored.version;
  edited.contentHash = contentHash(edited);
  return edited;
}

Result<std::vector<PublishReport>> Workspace::publish(const JobContext& job) {
  PW_CHECK(mayWrite());
  PW_TRY(auto reports, witnessed(m->channels->releaseDue(m->me, job)));
  PW_TRY(const auto lists, m->channels->ensureLists(m->me));
  reports.insert(reports.end(), lists.begin(), lists.end());
  return witnessed(Result<std::vector<PublishReport>>(std::move(reports)));
}

Result<PublishReport> Workspace::rollBackBatch(qint64 batchNo) {
  PW_CHECK(mayWrite());
  return witnessed(m->channels->rollBack(m->me, batchNo));
}

Result<PublishReport> Workspace::rollBackDecision(const Id& decision) {
  PW_CHECK(mayWrite());
  return witnessed(m->channels->rollBackDecision(m->me, decision));
}

Result<ChainReport> Workspace::verifyAudit() {
  PW_TRY(ChainReport chain, m->journal->verify());
  if (m->witness)
    return m->witness->compare(m->id, *m->db, std::move(chain));
  Result<HeadWitness> witness = HeadWitness::open(HeadWitness::defaultFolder());
  if (!witness)
    return chain;
  return witness->compare(m->id, *m->db, std::move(chain));
}

} // namespace pricewright
