// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/Engine.h"

namespace pricewright {

// Asks the engine for what depends on something that keeps changing (a selection, a filter, what is typed): the newest
// question wins, an older one is cancelled and its answer never arrives. Belongs to the page that asks. GUI thread.
class LatestJob {
 public:
  // `done` gets the Result of the newest question only.
  template <class Work, class Done>
  void read(Engine& engine, QObject* context, Work work, Done done, Engine::Progressed progressed = {}) {
    cancel();
    auto ticket = std::make_shared<JobPtr>();
    *ticket =
        engine.read(context, std::move(work), newest(ticket, std::move(done)), ofNewest(ticket, std::move(progressed)));
    m_job = *ticket;
  }
  // The same in a thread of its own, for what takes long.
  template <class Work, class Done>
  void readAside(Engine& engine, QObject* context, Work work, Done done, Engine::Progressed progressed = {}) {
    cancel();
    auto ticket = std::make_shared<JobPtr>();
    *ticket = engine.readAside(context, std::move(work), newest(ticket, std::move(done)),
                               ofNewest(ticket, std::move(progressed)));
    m_job = *ticket;
  }
  // Asks it to end; its answer still arrives: what it had found until then, or that it was stopped.
  void stop() {
    if (m_job)
      m_job->cancel();
  }
  void cancel() {
    if (m_job)
      m_job->cancel();
    m_job.reset();
  }
  bool isUnderWay() const { return m_job != nullptr; }

 private:
  // Always called in the owner's thread, after the question was noted.
  template <class Done> auto newest(std::shared_ptr<JobPtr> ticket, Done done) {
    return [this, ticket = std::move(ticket), done = std::move(done)](auto answer) mutable {
      if (m_job != *ticket)
        return;
      m_job.reset();
      done(std::move(answer));
    };
  }

  Engine::Progressed ofNewest(std::shared_ptr<JobPtr> ticket, Engine::Progressed tell) {
    if (!tell)
      return {};
    return [this, ticket = std::move(ticket), tell = std::move(tell)](const QString& step, double fraction) {
      if (m_job && m_job == *ticket)
        tell(step, fraction);
    };
  }

  JobPtr m_job;
};

} // namespace pricewright
