// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/Engine.h"

#include "engine/Lane.h"
#include "engine/views/DecisionView.h"

#include <QMetaObject>
#include <QPointer>

namespace pricewright {
namespace {

constexpr auto kProgressEvery = std::chrono::milliseconds(50);

Error notOpen() { return fail(QStringLiteral("engine.no-workspace")); }

} // namespace

// Both lanes, and what everything that comes out of them goes through: it is posted to the owner's thread.
struct Engine::Threads {
  // Lets through what may be shown: the end of a step, else one word every 50 ms, from whatever thread.
  class ProgressGate {
   public:
    bool passes(double fraction) {
      const auto now = std::chrono::steady_clock::now().time_since_epoch().count();
      auto last = m_last.load();
      if (fraction < 1 && now - last < std::chrono::steady_clock::duration(kProgressEvery).count())
        return false;
      return m_last.compare_exchange_strong(last, now) || fraction >= 1;
    }

   private:
    std::atomic<std::chrono::steady_clock::rep> m_last = 0;
  };

  explicit Threads(Engine& engine) : owner(engine) {}
  ~Threads() {
    const std::lock_guard lock(mutex);
    cycleStop.request_stop();
    allStop.request_stop();
    for (const std::weak_ptr<Job>& waiting : jobs)
      if (const JobPtr job = waiting.lock())
        job->cancel();
  }

  void remember(const JobPtr& job) {
    const std::lock_guard lock(mutex);
    std::erase_if(jobs, [](const std::weak_ptr<Job>& old) { return old.expired(); });
    jobs.push_back(job);
  }

  void toOwner(std::function<void()> work) { QMetaObject::invokeMethod(&owner, std::move(work), Qt::QueuedConnection); }
  template <class... Declared, class... Given> void tell(void (Engine::*signal)(Declared...), Given&&... given) {
    toOwner([this, signal, ... facts = std::forward<Given>(given)] { (owner.*signal)(facts...); });
  }

  // A command that needs an open workspace; without one `failed` hears of it.
  void post(Lane& lane, void (Engine::*failed)(const Error&), std::function<void(Workspace&)> work) {
    lane.post([this, failed, work = std::move(work)](Lane& l) {
      if (l.workspace)
        work(*l.workspace);
      else
        tell(failed, notOpen());
    });
  }
  void command(void (Engine::*failed)(const Error&), std::function<void(Workspace&)> work) {
    post(writer, failed, std::move(work));
  }

  void sendQueue(Workspace& workspace) {
    Result<QueueSnapshot> queue = workspace.queue();
    if (queue)
      tell(&Engine::queueChanged, QueueSnapshotPtr(std::make_shared<const QueueSnapshot>(std::move(*queue))));
    else
      tell(&Engine::decideFailed, queue.error());
  }
  void sendChange(Workspace& workspace) {
    sendQueue(workspace);
    tell(&Engine::changed);
  }

  // What every decision command ends with: the answers, and the queue as it then is.
  void sendAnswers(Workspace& workspace, const QString& action, Result<std::vector<Answer>> answers) {
    if (answers)
      tell(&Engine::decided, action, std::move(*answers));
    else
      tell(&Engine::decideFailed, answers.error());
    sendChange(workspace);
  }

  Progress cycleProgress() {
    return [this](std::string_view step, double fraction) {
      if (gate.passes(fraction))
        tell(&Engine::cycleProgressed, QString::fromUtf8(step.data(), qsizetype(step.size())), fraction);
    };
  }

  std::stop_token newCycle() {
    const std::lock_guard lock(mutex);
    if (cycleStop.stop_requested()) // one wish stops what runs and what waits, and not what is asked for later
      cycleStop = std::stop_source();
    return cycleStop.get_token();
  }
  void cancelCycle() {
    const std::lock_guard lock(mutex);
    cycleStop.request_stop();
  }

  void open(const QString& path);

  Engine& owner;
  std::mutex mutex;
  ProgressGate gate;
  std::stop_source cycleStop, allStop;
  std::vector<std::weak_ptr<Job>> jobs; // that may still be under way
  Lane reader, aside, writer; // last: their threads use all of the above; the writer ends first, it posts to the reader
};

// The reader follows the writer into the file, with the same clock; what was asked of it before waits no longer.
void Engine::Threads::open(const QString& path) {
  Result<std::unique_ptr<Workspace>> opened = Workspace::open(path);
  // A folder without write permission still shows its queue.
  if (!opened && opened.error().is(u"storage.read-only"))
    opened = Workspace::open(path, OpenMode::ReadOnly);
  if (!opened)
    return tell(&Engine::workspaceOpenFailed, opened.error());
  writer.workspace = std::move(*opened);
  Workspace& workspace = *writer.workspace;
  for (Lane* one : {&reader, &aside})
    one->post([this, path, time = workspace.sharedClock(), asOf = workspace.isAsOf()](Lane& lane) {
      Result<std::unique_ptr<Workspace>> beside = Workspace::openBeside(path, time, asOf);
      lane.workspace = beside ? std::move(*beside) : nullptr;
      if (!beside)
        tell(&Engine::detailFailed, beside.error());
    });
  tell(&Engine::workspaceOpened, path);
  sendQueue(workspace);
}

Engine::Engine(QObject* parent) : QObject(parent), m(std::make_unique<Threads>(*this)) {}
Engine::~Engine() = default;

bool Engine::isBusy() const { return m->writer.isBusy(); }
void Engine::cancelCycle() { m->cancelCycle(); }

JobPtr Engine::send(Way way, QObject* context, Errand errand, Progressed progressed) {
  auto job = std::make_shared<Job>();
  Threads* threads = m.get();
  threads->remember(job);
  // Looked at in the owner's thread only; whoever asked may be gone by then.
  auto asker = std::make_shared<QPointer<QObject>>(context);
  auto gate = std::make_shared<Threads::ProgressGate>();
  Progress progress;
  if (progressed)
    progress = [threads, asker, gate, progressed = std::move(progressed)](std::string_view step, double fraction) {
      if (gate->passes(fraction))
        threads->toOwner([asker, progressed, name = QString::fromUtf8(step.data(), qsizetype(step.size())), fraction] {
          if (*asker)
            progressed(name, fraction);
        });
    };
  Lane& lane = way == Way::Write ? m->writer : way == Way::Aside ? m->aside : m->reader;
  lane.post([threads, way, asker, job, errand = std::move(errand), progress](Lane& l) mutable {
    const bool skipped = job->isCancelled();
    const Error why = skipped ? fail(QStringLiteral("engine.cancelled")) : notOpen();
    Deliver deliver = errand(skipped ? nullptr : l.workspace.get(), why, {job->token(), progress});
    threads->toOwner([asker, deliver = std::move(deliver)] {
      if (*asker)
        deliver();
    });
    if (way == Way::Write && l.workspace && !skipped)
      threads->sendChange(*l.workspace);
  });
  return job;
}

void Engine::openWorkspace(const QString& path) {
  m->writer.post([threads = m.get(), path](Lane&) { threads->open(path); });
}

void Engine::refreshQueue() {
  m->command(&Engine::decideFailed, [t = m.get()](Workspace& workspace) { t->sendQueue(workspace); });
}

void Engine::requestDetail(const Id& decision) {
  m->post(m->reader, &Engine::detailFailed, [t = m.get(), decision](Workspace& workspace) {
    Result<DecisionDetail> detail = wholeDetail(workspace, decision);
    if (detail)
      t->tell(&Engine::detailReady, DecisionDetailPtr(std::make_shared<const DecisionDetail>(std::move(*detail))));
    else
      t->tell(&Engine::detailFailed, detail.error());
  });
}

void Engine::approve(std::vector<Ask> asks, const QString& comment) {
  m->command(&Engine::decideFailed, [t = m.get(), asks = std::move(asks), comment](Workspace& workspace) {
    t->sendAnswers(workspace, QStringLiteral("approve"), workspace.approve(asks, comment));
  });
}

void Engine::reject(std::vector<Ask> asks, const QString& reasonCode, const QString& comment) {
  m->command(&Engine::decideFailed, [t = m.get(), asks = std::move(asks), reasonCode, comment](Workspace& workspace) {
    t->sendAnswers(workspace, QStringLiteral("reject"), workspace.reject(asks, reasonCode, comment));
  });
}

void Engine::undo(std::vector<Id> decisions) {
  m->command(&Engine::decideFailed, [t = m.get(), decisions = std::move(decisions)](Workspace& workspace) {
    t->sendAnswers(workspace, QStringLiteral("undo"), workspace.undo(decisions));
  });
}

void Engine::previewEdit(const Id& decision, Money price) {
  m->post(m->reader, &Engine::editPreviewFailed, [t = m.get(), decision, price](Workspace& workspace) {
    Result<PriceDecision> guarded = workspace.previewEdit(decision, price);
    if (guarded)
      t->tell(&Engine::editPreviewed, std::move(*guarded));
    else
      t->tell(&Engine::editPreviewFailed, guarded.error());
  });
}

void Engine::editPrice(const Ask& ask, Money price) {
  m->command(&Engine::decideFailed, [t = m.get(), ask, price](Workspace& workspace) {
    Result<Answer> answer = workspace.editPrice(ask, price);
    t->sendAnswers(workspace, QStringLiteral("edit"),
                   answer ? Result<std::vector<Answer>>(std::vector<Answer>{*answer})
                          : Result<std::vector<Answer>>(answer.error()));
  });
}

void Engine::runCycle() {
  const std::stop_token stop = m->newCycle(); // at once: a cycle can be cancelled while it still waits
  m->command(&Engine::cycleFailed, [t = m.get(), stop](Workspace& workspace) {
    t->tell(&Engine::cycleStarted);
    Result<CycleReport> report = workspace.runCycle({}, {stop, t->cycleProgress()});
    if (report)
      t->tell(&Engine::cycleFinished, std::move(*report));
    else
      t->tell(&Engine::cycleFailed, report.error());
    t->sendChange(workspace);
  });
}

void Engine::publishDue() {
  m->command(&Engine::publishFailed, [t = m.get()](Workspace& workspace) {
    Result<std::vector<PublishReport>> reports = workspace.publish({t->allStop.get_token(), {}});
    if (reports)
      t->tell(&Engine::published, std::move(*reports));
    else
      t->tell(&Engine::publishFailed, reports.error());
    t->sendChange(workspace);
  });
}

} // namespace pricewright
