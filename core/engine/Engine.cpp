// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/Engine.h"

#include <QMetaObject>

#include <atomic>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace pricewright {
namespace {

constexpr auto kProgressEvery = std::chrono::milliseconds(50);

Error notOpen() { return fail(QStringLiteral("engine.no-workspace")); }

} // namespace

// The engine thread: a queue of commands, and the workspace that they alone touch. Everything that comes out is posted
// to the owner's thread.
struct Engine::Worker {
  using Command = std::function<void(Worker&)>;

  explicit Worker(Engine& owner) : m_owner(owner), m_thread([this](std::stop_token stop) { run(stop); }) {}
  ~Worker() {
    {
      const std::lock_guard lock(m_mutex);
      m_cycleStop.request_stop();
      m_jobStop.request_stop();
    }
    m_thread.request_stop();
    m_bell.notify_all();
    m_thread.join(); // before anything that the thread uses goes
  }

  void post(Command command) {
    ++m_waiting;
    {
      const std::lock_guard lock(m_mutex);
      m_commands.push_back(std::move(command));
    }
    m_bell.notify_one();
  }

  // A command that needs an open workspace; without one `failed` hears of it.
  void postOpen(void (Engine::*failed)(const Error&), std::function<void(Worker&, Workspace&)> work) {
    post([failed, work = std::move(work)](Worker& w) {
      if (w.workspace)
        work(w, *w.workspace);
      else
        w.tell(failed, notOpen());
    });
  }

  template <class... Declared, class... Given> void tell(void (Engine::*signal)(Declared...), Given&&... given) {
    QMetaObject::invokeMethod(
        &m_owner, [owner = &m_owner, signal, ... facts = std::forward<Given>(given)] { (owner->*signal)(facts...); },
        Qt::QueuedConnection);
  }

  void sendQueue() {
    Result<QueueSnapshot> queue = workspace->queue();
    if (queue)
      tell(&Engine::queueChanged, QueueSnapshotPtr(std::make_shared<const QueueSnapshot>(std::move(*queue))));
    else
      tell(&Engine::decideFailed, queue.error());
  }

  // What every decision command ends with: the answers, and the queue as it then is.
  void sendAnswers(const QString& action, Result<std::vector<Answer>> answers) {
    if (answers)
      tell(&Engine::decided, action, std::move(*answers));
    else
      tell(&Engine::decideFailed, answers.error());
    sendQueue();
  }

  Progress progress() {
    return [this](std::string_view step, double fraction) {
      const auto now = std::chrono::steady_clock::now().time_since_epoch().count();
      auto last = m_lastProgress.load();
      const bool isLast = fraction >= 1;
      if (!isLast && now - last < std::chrono::steady_clock::duration(kProgressEvery).count())
        return;
      if (isLast || m_lastProgress.compare_exchange_strong(last, now))
        tell(&Engine::cycleProgressed, QString::fromUtf8(step.data(), qsizetype(step.size())), fraction);
    };
  }

  void run(const std::stop_token& stop) {
    for (;;) {
      Command command;
      {
        std::unique_lock lock(m_mutex);
        if (!m_bell.wait(lock, stop, [this] { return !m_commands.empty(); }) || stop.stop_requested())
          break;
        command = std::move(m_commands.front());
        m_commands.pop_front();
      }
      command(*this);
      --m_waiting;
    }
    workspace.reset(); // a database connection ends in the thread that made it
  }

  std::stop_token newCycle() {
    const std::lock_guard lock(m_mutex);
    if (m_cycleStop.stop_requested()) // one wish stops what runs and what waits, and not what is asked for later
      m_cycleStop = std::stop_source();
    return m_cycleStop.get_token();
  }
  void cancelCycle() {
    const std::lock_guard lock(m_mutex);
    m_cycleStop.request_stop();
  }
  std::stop_token jobToken() const { return m_jobStop.get_token(); }
  bool isBusy() const { return m_waiting.load() > 0; }

  std::unique_ptr<Workspace> workspace; // the engine thread's own

 private:
  Engine& m_owner;
  std::mutex m_mutex;
  std::condition_variable_any m_bell;
  std::deque<Command> m_commands;
  std::atomic<int> m_waiting = 0;
  std::atomic<std::chrono::steady_clock::rep> m_lastProgress = 0;
  std::stop_source m_cycleStop, m_jobStop;
  std::jthread m_thread; // last: it uses all of the above
};

Engine::Engine(QObject* parent) : QObject(parent), m_worker(std::make_unique<Worker>(*this)) {}
Engine::~Engine() = default;

bool Engine::isBusy() const { return m_worker->isBusy(); }
void Engine::cancelCycle() { m_worker->cancelCycle(); }

void Engine::openWorkspace(const QString& path) {
  m_worker->post([path](Worker& w) {
    Result<std::unique_ptr<Workspace>> opened = Workspace::open(path);
    // A folder without write permission still shows its queue.
    if (!opened && opened.error().is(u"storage.read-only"))
      opened = Workspace::open(path, OpenMode::ReadOnly);
    if (!opened)
      return w.tell(&Engine::workspaceOpenFailed, opened.error());
    w.workspace = std::move(*opened);
    w.tell(&Engine::workspaceOpened, path);
    w.sendQueue();
  });
}

void Engine::refreshQueue() {
  m_worker->postOpen(&Engine::decideFailed, [](Worker& w, Workspace&) { w.sendQueue(); });
}

void Engine::requestDetail(const Id& decision) {
  m_worker->postOpen(&Engine::detailFailed, [decision](Worker& w, Workspace& workspace) {
    Result<DecisionDetail> detail = workspace.detail(decision);
    if (detail)
      w.tell(&Engine::detailReady, DecisionDetailPtr(std::make_shared<const DecisionDetail>(std::move(*detail))));
    else
      w.tell(&Engine::detailFailed, detail.error());
  });
}

void Engine::approve(std::vector<Ask> asks, const QString& comment) {
  m_worker->postOpen(&Engine::decideFailed, [asks = std::move(asks), comment](Worker& w, Workspace& workspace) {
    w.sendAnswers(QStringLiteral("approve"), workspace.approve(asks, comment));
  });
}

void Engine::reject(std::vector<Ask> asks, const QString& reasonCode, const QString& comment) {
  m_worker->postOpen(&Engine::decideFailed,
                     [asks = std::move(asks), reasonCode, comment](Worker& w, Workspace& workspace) {
                       w.sendAnswers(QStringLiteral("reject"), workspace.reject(asks, reasonCode, comment));
                     });
}

void Engine::undo(std::vector<Id> decisions) {
  m_worker->postOpen(&Engine::decideFailed, [decisions = std::move(decisions)](Worker& w, Workspace& workspace) {
    w.sendAnswers(QStringLiteral("undo"), workspace.undo(decisions));
  });
}

void Engine::previewEdit(const Id& decision, Money price) {
  m_worker->postOpen(&Engine::editPreviewFailed, [decision, price](Worker& w, Workspace& workspace) {
    Result<PriceDecision> guarded = workspace.previewEdit(decision, price);
    if (guarded)
      w.tell(&Engine::editPreviewed, std::move(*guarded));
    else
      w.tell(&Engine::editPreviewFailed, guarded.error());
  });
}

void Engine::editPrice(const Ask& ask, Money price) {
  m_worker->postOpen(&Engine::decideFailed, [ask, price](Worker& w, Workspace& workspace) {
    Result<Answer> answer = workspace.editPrice(ask, price);
    w.sendAnswers(QStringLiteral("edit"), answer ? Result<std::vector<Answer>>(std::vector<Answer>{*answer})
                                                 : Result<std::vector<Answer>>(answer.error()));
  });
}

void Engine::runCycle() {
  const std::stop_token stop = m_worker->newCycle(); // at once: a cycle can be cancelled while it still waits
  m_worker->postOpen(&Engine::cycleFailed, [stop](Worker& w, Workspace& workspace) {
    w.tell(&Engine::cycleStarted);
    Result<CycleReport> report = workspace.runCycle({}, {stop, w.progress()});
    if (report)
      w.tell(&Engine::cycleFinished, std::move(*report));
    else
      w.tell(&Engine::cycleFailed, report.error());
    w.sendQueue();
  });
}

void Engine::publishDue() {
  m_worker->postOpen(&Engine::publishFailed, [](Worker& w, Workspace& workspace) {
    Result<std::vector<PublishReport>> reports = workspace.publish({w.jobToken(), {}});
    if (reports)
      w.tell(&Engine::published, std::move(*reports));
    else
      w.tell(&Engine::publishFailed, reports.error());
    w.sendQueue();
  });
}

} // namespace pricewright
