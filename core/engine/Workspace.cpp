// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/Workspace.h"

#include "base/Log.h"
#include "engine/WorkspaceParts.h"
#include "engine/market/MarketMonitor.h"
#include "engine/views/SearchIndex.h"

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

// `real` outlives the workspace; none: the system's clock.
std::shared_ptr<const Clock> clockFrom(const Clock* real, std::optional<Instant> asOf) {
  static const SystemClock system; // has no state
  const Clock& base = real ? *real : system;
  if (asOf)
    return std::make_shared<ShiftedClock>(base, *asOf);
  return {std::shared_ptr<void>(), &base};
}

// The operating system's account, where it acts in another name than its own.
QString accountBehind(const QString& user) {
  const QString account = operatingSystemUser();
  return account == user ? QString() : account;
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
  workspace->keepWitness();
  workspace->noteHead();
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
  if (!workspace->m->db->isReadOnly())
    workspace->keepWitness();
  return workspace;
}

Result<std::unique_ptr<Workspace>> Workspace::openBeside(const QString& path, std::shared_ptr<const Clock> time,
                                                         bool asOf) {
  PW_TRY(auto db, Database::open(path, OpenMode::ReadOnly));
  std::unique_ptr<Workspace> workspace(new Workspace);
  workspace->m->asOf = asOf;
  PW_CHECK(workspace->attach(std::move(db), std::move(time)));
  PW_TRY(workspace->m->id, workspace->m->catalog->workspaceValue(QStringLiteral("id")));
  PW_CHECK(workspace->becomeUser(operatingSystemUser()));
  return workspace;
}

std::shared_ptr<const Clock> Workspace::sharedClock() const { return m->time; }
bool Workspace::isAsOf() const { return m->asOf; }

Status Workspace::attach(std::unique_ptr<Database> db, const Clock* real, std::optional<Instant> asOf) {
  m->asOf = asOf.has_value();
  return attach(std::move(db), clockFrom(real, asOf));
}

Status Workspace::attach(std::unique_ptr<Database> db, std::shared_ptr<const Clock> time) {
  m->db = std::move(db);
  m->time = std::move(time);
  m->clock = m->time.get();
  Database& file = *m->db;
  m->ids = std::make_unique<IdSource>(*m->clock);
  m->journal = std::make_unique<Journal>(file, *m->clock, *m->ids);
  m->catalog = std::make_unique<CatalogStore>(file, *m->journal, *m->clock, *m->ids);
  m->offers = std::make_unique<OfferStore>(file, *m->journal, *m->ids);
  m->sites = std::make_unique<SiteStore>(file, *m->journal, *m->clock, *m->ids);
  m->batches = std::make_unique<BatchStore>(file, *m->journal, *m->clock, *m->ids);
  m->decisions = std::make_unique<DecisionStore>(file, *m->journal, *m->clock, *m->ids);
  m->models = std::make_unique<ModelStore>(file, *m->journal, *m->clock, *m->ids);
  m->experiments = std::make_unique<ExperimentStore>(file, *m->journal, *m->clock, *m->ids);
  m->importer = std::make_unique<Importer>(file, *m->journal, *m->clock, *m->ids);
  m->monitor = std::make_unique<MonitorAgent>(*m->offers, *m->catalog, *m->clock, m->telemetry);
  m->approval =
      std::make_unique<ApprovalAgent>(file, *m->journal, *m->clock, *m->ids, *m->catalog, *m->batches, *m->decisions);
  m->channels =
      std::make_unique<ChannelsAgent>(file, *m->journal, *m->clock, *m->ids, *m->catalog, *m->batches, *m->decisions);
  m->planner = std::make_unique<PlannerAgent>(PlannerTools{file, *m->clock, *m->catalog, *m->offers, *m->batches,
                                                           *m->decisions, *m->models, *m->monitor, *m->approval,
                                                           *m->experiments, *m->channels, m->telemetry, *m->ids});
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
  m->own = name;
  m->me = {name, user ? user->role : QString(), user ? user->authenticated : false, accountBehind(name)};
  return {};
}

// Nobody is authenticated at a desk, so a name alone must not give more than the desk's own user has.
Status Workspace::actAs(const QString& user) {
  PW_TRY(const User known, m->catalog->user(user));
  PW_TRY(const Role own, roleOf(*m->db, m->own));
  const Role wanted = roleFrom(known.role).value_or(Role::Director);
  if (known.name != m->own && own < wanted)
    return notAllowed(m->own, own, wanted);
  m->me = {known.name, known.role, false, accountBehind(known.name)};
  return {};
}

Status Workspace::mayWrite() const {
  if (m->db->isReadOnly())
    return fail(QStringLiteral("storage.read-only"), {{QStringLiteral("path"), m->db->path()}});
  PW_CHECK(trusted());
  PW_TRY(const Role now, roleOf(*m->db, m->me.user)); // it may have been given or taken since the file was opened
  m->me.role = now == Role::None ? QString() : roleName(now);
  return {};
}

Status Workspace::mayRelease() const {
  PW_CHECK(mayWrite());
  return m->catalog->permits(m->me, Permission::ReleasePrices);
}

// The chain cannot see its own truncation: its head is signed outside the file after every commit. Where the head that
// was signed last is no longer in the chain, nothing is changed any more until somebody answers for it.
void Workspace::keepWitness() {
  if (!m->witness)
    return;
  if (const Status trusted = m->witness->check(m->id, *m->db); !trusted) {
    m->distrust = trusted.error();
    if (const Status locked = m->db->refuseWrites(true); !locked)
      qCWarning(logEngine) << "writing is not locked:" << locked.error().debugText();
    return;
  }
  // Not before the first commit: a file that is only looked at is held against the heads that others signed.
  m->db->setAfterCommit([this] {
    noteHead();
    bringIndexUp();
  });
  bringIndexUp();
}

// Words to look for are a convenience: where they cannot be kept, nothing else suffers.
void Workspace::bringIndexUp() {
  if (m->distrust || std::exchange(m->indexing, true))
    return;
  if (const Status kept = keepSearchIndex(*m->db); !kept)
    qCWarning(logEngine) << "the index of words was not kept:" << kept.error().debugText();
  m->indexing = false;
}

// A witness that cannot be written does not undo what was committed; verifyAudit tells.
void Workspace::noteHead() {
  if (!m->witness)
    return;
  if (const Status noted = m->witness->record(m->id, *m->db, m->clock->now()); !noted) {
    qCWarning(logEngine) << "audit head not recorded:" << noted.error().debugText();
    m->telemetry.count(QStringLiteral("audit_witness_failures"));
  }
}

Status Workspace::trusted() const { return m->distrust ? Status(*m->distrust) : Status(); }

Status Workspace::acceptHistory(const QString& reason) {
  if (m->db->isReadOnly())
    return fail(QStringLiteral("storage.read-only"), {{QStringLiteral("path"), m->db->path()}});
  if (!m->distrust)
    return fail(QStringLiteral("audit.nothing-to-accept"));
  if (reason.trimmed().isEmpty())
    return fail(QStringLiteral("audit.reason-missing"));
  PW_TRY(const Actor who, mayDo(*m->db, m->me, Permission::ChangeWorkspace));
  const Error why = *m->distrust;
  PW_CHECK(m->db->refuseWrites(false));
  const auto accept = [&]() -> Status {
    PW_TRY(Transaction in, Transaction::begin(*m->db));
    PW_CHECK(m->journal->append(who, QStringLiteral("history.accepted"), QStringLiteral("workspace"), m->id,
                                {{QStringLiteral("reason"), reason.trimmed()},
                                 {QStringLiteral("why"), why.code},
                                 {QStringLiteral("signedHead"), why.arguments.value(QStringLiteral("head"))},
                                 {QStringLiteral("lastEntry"), why.arguments.value(QStringLiteral("entry"))}},
                                QStringLiteral("update")));
    return in.commit();
  };
  if (const Status done = accept(); !done) {
    PW_CHECK(m->db->refuseWrites(true));
    return done;
  }
  PW_CHECK(m->witness->replace(m->id, *m->db, m->clock->now()));
  m->distrust.reset();
  keepWitness();
  return {};
}

Actor Workspace::me() const { return m->me; }
const Clock& Workspace::clock() const { return *m->clock; }
CatalogStore& Workspace::catalog() { return *m->catalog; }
OfferStore& Workspace::offers() { return *m->offers; }
SiteStore& Workspace::sites() { return *m->sites; }
DecisionStore& Workspace::decisions() { return *m->decisions; }
ModelStore& Workspace::models() { return *m->models; }
BatchStore& Workspace::batches() { return *m->batches; }
ExperimentStore& Workspace::experiments() { return *m->experiments; }
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
  PW_TRY(ImportReport report, m->importer->run(m->me, file, mapping, job, rejectFile));
  if (mapping.kind == ImportKind::CompetitorPrices && !report.nothingChanged)
    judgeImported(report);
  return report;
}

// Whoever looks at the market next is to see what is in doubt. Where that fails the import stands all the same: each
// cycle judges first what was not judged yet.
void Workspace::judgeImported(ImportReport& report) {
  if (const Result<JudgedOffers> judged = judgeOffers(*this))
    report.heldBack = judged->reasons;
  else
    qCWarning(logEngine) << "imported offers wait to be judged:" << judged.error().debugText();
}

Result<ImportReport> Workspace::undoImport(const Id& batch) {
  PW_CHECK(mayWrite());
  return m->importer->undo(m->me, batch);
}

Result<std::vector<Answer>> Workspace::approve(std::span<const Ask> asks, const QString& comment) {
  PW_CHECK(mayWrite());
  return m->approval->approve(m->me, asks, comment);
}

Result<std::vector<Answer>> Workspace::reject(std::span<const Ask> asks, const QString& reasonCode,
                                              const QString& comment) {
  PW_CHECK(mayWrite());
  return m->approval->reject(m->me, asks, reasonCode, comment);
}

Result<std::vector<Answer>> Workspace::undo(std::span<const Id> decisions) {
  PW_CHECK(mayWrite());
  return m->approval->undo(m->me, decisions);
}

Result<Answer> Workspace::editPrice(const Ask& ask, Money price) {
  PW_CHECK(mayWrite());
  PW_TRY(PriceDecision edited, previewEdit(ask.decision, price));
  return m->approval->edit(m->me, ask, std::move(edited));
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
  sayOrigin(edited, originOf(stored).value_or(ProposalOrigin{QStringLiteral("edited"), {}}));
  edited.contentHash = contentHash(edited);
  return edited;
}

Result<std::vector<PublishReport>> Workspace::publish(const JobContext& job) {
  PW_CHECK(mayRelease());
  PW_TRY(auto reports, m->channels->releaseDue(m->me, job));
  PW_TRY(const auto lists, m->channels->ensureLists(m->me));
  reports.insert(reports.end(), lists.begin(), lists.end());
  return Result<std::vector<PublishReport>>(std::move(reports));
}

Result<PublishReport> Workspace::rollBackBatch(qint64 batchNo) {
  PW_CHECK(mayRelease());
  return m->channels->rollBack(m->me, batchNo);
}

Result<PublishReport> Workspace::rollBackDecisions(qint64 batchNo, const QStringList& decisions) {
  PW_CHECK(mayRelease());
  return m->channels->rollBackDecisions(m->me, batchNo, decisions);
}

Result<PublishReport> Workspace::rollBackDecision(const Id& decision) {
  PW_CHECK(mayRelease());
  return m->channels->rollBackDecision(m->me, decision);
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
