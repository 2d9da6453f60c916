// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/Workspace.h"

#include <QObject>

#include <memory>
#include <type_traits>

namespace pricewright {

using QueueSnapshotPtr = std::shared_ptr<const QueueSnapshot>;
using DecisionDetailPtr = std::shared_ptr<const DecisionDetail>;

// Work that was asked for through Engine::read or Engine::write. Copies of the pointer are cheap; letting go of it does
// not cancel.
class Job {
 public:
  void cancel() { m_stop.request_stop(); }
  bool isCancelled() const { return m_stop.stop_requested(); }
  std::stop_token token() const { return m_stop.get_token(); }

 private:
  std::stop_source m_stop;
};
using JobPtr = std::shared_ptr<Job>;

// The window's one door: commands go in and return at once, facts come out in the caller's thread. Two threads behind
// it: the engine thread alone writes the workspace file, in the order of the commands; the reader looks at it beside,
// read-only, so that a page opens while a cycle runs.
class Engine : public QObject {
  Q_OBJECT
 public:
  using Progressed = std::function<void(const QString& step, double fraction)>;

  explicit Engine(QObject* parent = nullptr);
  ~Engine() override; // cancels, waits, closes

  void openWorkspace(const QString& path);
  void refreshQueue();
  void requestDetail(const Id& decision);
  void approve(std::vector<Ask> asks, const QString& comment = {});
  void reject(std::vector<Ask> asks, const QString& reasonCode, const QString& comment = {});
  void undo(std::vector<Id> decisions);
  void previewEdit(const Id& decision, Money price);
  void editPrice(const Ask& ask, Money price);
  void runCycle();
  void cancelCycle();
  void publishDue();
  bool isBusy() const;

  // Looks at the workspace: `work(Workspace&, const JobContext&)` gives a Result and runs in the reader's thread, on a
  // read-only connection; `done(Result)` is called once in the caller's thread, unless `context` is gone by then.
  // Without a workspace it hears engine.no-workspace; cancelled before its turn, engine.cancelled. Reads are answered
  // in order; what depends on a selection goes through ui/jobs/LatestJob.
  template <class Work, class Done> JobPtr read(QObject* context, Work work, Done done, Progressed progressed = {}) {
    return ask(Way::Read, context, std::move(work), std::move(done), std::move(progressed));
  }
  // The same in a thread of its own, for what takes minutes: pages go on being read.
  template <class Work, class Done>
  JobPtr readAside(QObject* context, Work work, Done done, Progressed progressed = {}) {
    return ask(Way::Aside, context, std::move(work), std::move(done), std::move(progressed));
  }
  // Changes the workspace, in the engine thread, in order with all other commands. Afterwards the queue is sent anew
  // and changed() told.
  template <class Work, class Done> JobPtr write(QObject* context, Work work, Done done, Progressed progressed = {}) {
    return ask(Way::Write, context, std::move(work), std::move(done), std::move(progressed));
  }

 signals:
  void workspaceOpened(const QString& path);
  void workspaceOpenFailed(const pricewright::Error& error);
  void changed(); // a command has changed the workspace: whoever shows it may look again
  void queueChanged(const pricewright::QueueSnapshotPtr& snapshot); // after every command that changed it
  void detailReady(const pricewright::DecisionDetailPtr& detail);
  void detailFailed(const pricewright::Error& error);
  void editPreviewed(const pricewright::PriceDecision& guarded);
  void editPreviewFailed(const pricewright::Error& error);
  void decided(const QString& action, const std::vector<pricewright::Answer>& answers);
  void decideFailed(const pricewright::Error& error);
  void cycleStarted();
  void cycleProgressed(const QString& step, double fraction);
  void cycleFinished(const pricewright::CycleReport& report);
  void cycleFailed(const pricewright::Error& error);
  void published(const std::vector<pricewright::PublishReport>& reports);
  void publishFailed(const pricewright::Error& error);

 private:
  enum class Way { Read, Write, Aside };
  // Runs with a workspace, or with the reason why there is none; gives what to do in the caller's thread.
  using Deliver = std::function<void()>;
  using Errand = std::function<Deliver(Workspace*, const Error&, const JobContext&)>;
  JobPtr send(Way way, QObject* context, Errand errand, Progressed progressed);

  template <class Work, class Done> JobPtr ask(Way way, QObject* context, Work work, Done done, Progressed progressed) {
    using Answered = std::invoke_result_t<Work&, Workspace&, const JobContext&>;
    return send(
        way, context,
        [work = std::move(work), done = std::move(done)](Workspace* workspace, const Error& why,
                                                         const JobContext& job) mutable -> Deliver {
          auto answer = std::make_shared<Answered>(workspace ? work(*workspace, job) : Answered(why));
          return [done, answer]() mutable { done(std::move(*answer)); };
        },
        std::move(progressed));
  }

  struct Threads;
  std::unique_ptr<Threads> m;
};

} // namespace pricewright
