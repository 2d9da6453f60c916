// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A cycle of the workspace: price tests are watched first, then the planner runs.
#include "base/Words.h"
#include "engine/WorkspaceParts.h"
#include "engine/earnings/ScoreBoard.h"
#include "engine/experiments/ExperimentDesk.h"

#include <QLockFile>

namespace pricewright {
namespace {

Error cycleIsRunning(const QLockFile& lock) {
  qint64 process = 0;
  QString computer, program;
  if (lock.error() != QLockFile::LockFailedError || !lock.getLockInfo(&process, &computer, &program))
    return fail(QStringLiteral("engine.cycle-lock"), {{QStringLiteral("path"), lock.fileName()}});
  return fail(QStringLiteral("engine.cycle-running"), {{QStringLiteral("program"), program},
                                                       {QStringLiteral("process"), QString::number(process)},
                                                       {QStringLiteral("computer"), computer}});
}

} // namespace

Result<CycleReport> Workspace::runCycle(const CycleOptions& options, const JobContext& job) {
  PW_CHECK(mayWrite());
  // Held while the cycle runs; of a process that died it is free again, and the next cycle clears up after it.
  QLockFile running(m->db->path() + QStringLiteral(".cycle.lock"));
  running.setStaleLockTime(0); // a long cycle is no dead one
  if (!running.tryLock(0))
    return cycleIsRunning(running);
  PW_CHECK(watchTestsFirst(job));
  CycleOptions with = options;
  PW_TRY(const Settings settings, m->catalog->settings());
  if (settings.isOn(u"approval.auto-band")) {
    if (const auto bands = autoApprovalBands(*this, job))
      for (const CategoryBand& band : *bands)
        with.autoBands.emplace(band.categoryNo, band.band.bandBp);
    else // nobody has earned anything then: what is weak goes to people
      PW_CHECK(noteInJournal(s("auto-bands.failed"), "cycle", {{s("why"), bands.error().code}}));
  }
  return m->planner->runCycle(m->me, with, job);
}

// A cycle goes on without its test manager, and the journal says so: what is tested keeps its prices meanwhile.
Status Workspace::watchTestsFirst(const JobContext& job) {
  const Result<TestRound> round = watchExperiments(*this, job);
  if (round && round->failed == 0)
    return {};
  QJsonObject body{{QStringLiteral("failed"), round ? round->failed : 0}};
  if (!round) {
    body.insert(QStringLiteral("why"), round.error().code);
  } else {
    for (const TestStep& step : round->steps)
      if (step.failed)
        body.insert(step.name, step.failed->code);
  }
  return noteInJournal(s("test-manager.failed"), "experiment", body);
}

Status Workspace::noteInJournal(const QString& kind, const char* subject, const QJsonObject& body) {
  PW_TRY(Transaction in, Transaction::begin(*m->db));
  PW_CHECK(m->journal->append(systemActor(), kind, s(subject), QString(), body));
  return in.commit();
}

} // namespace pricewright
