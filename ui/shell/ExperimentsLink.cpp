// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/ExperimentsLink.h"

#include "engine/experiments/ExperimentPlanStudy.h"
#include "engine/texts/Texts.h"
#include "itemmodels/ExperimentWords.h"

namespace pricewright {
namespace {

constexpr int kHourMs = 3'600'000, kMostFoundProducts = 8;
constexpr std::size_t kStudySplits = 200;

struct Begun {
  ExperimentRow row;
  std::optional<Error> notStarted; // it is a draft then
};

// A new draft, or the one that was changed.
Result<ExperimentRow> keepDraft(Workspace& w, const ExperimentPlan& plan, const Id& draft) {
  if (draft.isNull())
    return designExperiment(w, plan);
  PW_CHECK(redesignExperiment(w, draft, plan));
  PW_TRY(const ExperimentCard card, experimentCard(w, plan.name));
  return card.row;
}

Result<Begun> keepAndStart(Workspace& w, const ExperimentPlan& plan, const Id& draft) {
  Begun out;
  PW_TRY(out.row, keepDraft(w, plan, draft));
  if (auto started = startExperiment(w, plan.name))
    out.row = std::move(*started);
  else
    out.notStarted = started.error();
  return out;
}

bool anyUnderWay(const ExperimentBoard& board) {
  return std::any_of(board.cards.begin(), board.cards.end(),
                     [](const ExperimentCard& card) { return isUnderWay(card.row.state); });
}

} // namespace

ExperimentsLink::ExperimentsLink(Engine& engine, ExperimentsPage& page, QObject* parent)
    : QObject(parent), m_engine(engine), m_page(page) {
  const auto outdated = [this] {
    m_outdated = true;
    if (m_page.isVisible())
      refresh();
  };
  m_hourly.setInterval(kHourMs);
  connect(&m_hourly, &QTimer::timeout, this, &ExperimentsLink::check);
  connect(&engine, &Engine::workspaceOpened, this, [this] {
    m_open = true;
    m_round.reset();
    m_study.cancel();
    m_hourly.start();
    refresh(); // also where the page is not in view: its badge says what waits
    check();
  });
  connect(&engine, &Engine::changed, this, outdated);
  connect(&page, &Page::refreshWanted, this, [this] {
    refresh();
    check();
  });
  connect(&page, &Page::shown, this, [this] {
    if (m_outdated)
      refresh();
  });
  connect(&page, &ExperimentsPage::checkRequested, this, [this] { watch(true); });
  connectPlans();
  connectDrafts();
  connectDecisions();
}

void ExperimentsLink::connectPlans() {
  connect(&m_page, &ExperimentsPage::previewRequested, this, &ExperimentsLink::look);
  connect(&m_page, &ExperimentsPage::planChanged, this, [this] {
    m_preview.cancel();
    m_study.cancel();
  });
  connect(&m_page, &ExperimentsPage::searchRequested, this, [this](const QString& words) {
    m_search.read(
        m_engine, this,
        [words](Workspace& w, const JobContext& job) { return searchWorkspace(w, words, kMostFoundProducts, job); },
        [this, words](const Result<std::vector<SearchHit>>& hits) {
          if (hits)
            m_page.showHits(words, *hits);
        });
  });
  connect(&m_page, &ExperimentsPage::draftRequested, this, &ExperimentsLink::keep);
  connect(&m_page, &ExperimentsPage::planStartRequested, this, &ExperimentsLink::keepAndBegin);
  connect(&m_page, &ExperimentsPage::testInsteadRequested, this, [this](const Id& decision) {
    m_engine.write(
        this, [decision](Workspace& w, const JobContext&) { return testInstead(w, decision); },
        [this](const Result<ExperimentRow>& row) {
          row ? m_page.showInstead(*row) : m_page.showError(row.error(), {});
        });
  });
}

void ExperimentsLink::connectDrafts() {
  connect(&m_page, &ExperimentsPage::startRequested, this, [this](const QString& test) {
    m_engine.write(
        this, [test](Workspace& w, const JobContext&) { return startExperiment(w, test); },
        [this, asker = m_page.asker(TestAsker::Card)](const Result<ExperimentRow>& row) {
          row ? m_page.showStarted(*row, asker) : m_page.showError(row.error(), asker);
        });
  });
  connect(&m_page, &ExperimentsPage::removeRequested, this, [this](const Id& draft, const QString& name) {
    m_engine.write(
        this, [draft](Workspace& w, const JobContext&) { return removeExperiment(w, draft); },
        [this, draft, name](const Status& removed) {
          removed ? m_page.showRemoved(draft, name) : m_page.showError(removed.error(), {});
        });
  });
  connect(&m_page, &ExperimentsPage::restoreRequested, this, [this](const Id& draft) {
    m_engine.write(
        this, [draft](Workspace& w, const JobContext&) { return restoreExperiment(w, draft); },
        [this, draft](const Status& restored) {
          restored ? m_page.showRestored(draft) : m_page.showRestoreError(restored.error());
        });
  });
}

// What would come of the plan now; where it could start, how much such a test would find, too.
void ExperimentsLink::look(const ExperimentPlan& plan) {
  m_study.cancel();
  m_preview.read(
      m_engine, this, [plan](Workspace& w, const JobContext&) { return previewExperiment(w, plan); },
      [this](const Result<ExperimentPreview>& preview) {
        preview ? m_page.showPreview(*preview) : m_page.showPreviewError(preview.error());
        if (preview && preview->mayStart() && m_page.wantsStudy())
          study(preview->plan);
      });
}

// Takes seconds, beside all that pages read meanwhile; the answer comes when it comes.
void ExperimentsLink::study(const ExperimentPlan& plan) {
  if (plan.design == TestDesign::Visitors)
    return m_page.showPower(plan, ExperimentsPage::tr("Sales do not tell who visited, so a test by visitors cannot be "
                                                      "tried on own history: experiment power --design visitors plans "
                                                      "it from figures."));
  m_page.showPower(plan, ExperimentsPage::tr("Trying this design on own history …"));
  m_study.readAside(
      m_engine, this, [plan](Workspace& w, const JobContext& job) { return studyPlan(w, plan, kStudySplits, job); },
      [this, plan](const Result<PlanStudy>& tried) {
        tried ? m_page.showStudy(plan, *tried) : m_page.showPower(plan, errorText(tried.error()));
      });
}

void ExperimentsLink::keep(const ExperimentPlan& plan, const Id& draft) {
  m_engine.write(
      this, [plan, draft](Workspace& w, const JobContext&) { return keepDraft(w, plan, draft); },
      [this, asker = m_page.asker(TestAsker::Form)](const Result<ExperimentRow>& row) {
        row ? m_page.showDrafted(*row, asker) : m_page.showError(row.error(), asker);
      });
}

void ExperimentsLink::keepAndBegin(const ExperimentPlan& plan, const Id& draft) {
  m_engine.write(
      this, [plan, draft](Workspace& w, const JobContext&) { return keepAndStart(w, plan, draft); },
      [this, asker = m_page.asker(TestAsker::Form)](const Result<Begun>& begun) {
        if (!begun)
          return m_page.showError(begun.error(), asker);
        if (!begun->notStarted)
          return m_page.showStarted(begun->row, asker);
        m_page.showDrafted(begun->row, asker);
        m_page.showMessage(
            paint::Tone::Negative,
            ExperimentsPage::tr("It is kept as a draft, but was not started. %1").arg(errorText(*begun->notStarted)));
      });
}

void ExperimentsLink::connectDecisions() {
  connect(&m_page, &ExperimentsPage::rollOutRequested, this, [this](const QString& test) {
    change([test](Workspace& w) { return rollOutExperiment(w, test); },
           ExperimentsPage::tr("The new price of “%1” is proposed for all that have the old one: see Approvals")
               .arg(test));
  });
  connect(&m_page, &ExperimentsPage::stopRequested, this, [this](const QString& test, const QString& reason) {
    change([test, reason](Workspace& w) { return stopExperiment(w, test, reason); },
           ExperimentsPage::tr("“%1” is stopped and its prices go back").arg(test));
  });
  connect(&m_page, &ExperimentsPage::extendRequested, this, [this](const QString& test, int days) {
    change([test, days](Workspace& w) { return extendExperiment(w, test, days); },
           ExperimentsPage::tr("“%1” goes on for %n more day(s)", nullptr, days).arg(test));
  });
}

void ExperimentsLink::refresh() {
  if (!m_open)
    return;
  m_outdated = false;
  m_board.read(
      m_engine, this, [](Workspace& w, const JobContext&) { return experimentBoard(w); },
      [this](const Result<ExperimentBoard>& board) {
        board ? m_page.showBoard(*board) : m_page.showCheckError(board.error());
      });
}

// Where no test is under way there is nothing to judge, and nothing is written.
void ExperimentsLink::check() {
  if (!m_open || m_page.isReadOnly())
    return;
  m_due.read(
      m_engine, this, [](Workspace& w, const JobContext&) { return experimentBoard(w); },
      [this](const Result<ExperimentBoard>& board) {
        if (board && anyUnderWay(*board))
          watch(false);
      });
}

void ExperimentsLink::watch(bool asked) {
  if (!m_open || m_page.isReadOnly())
    return m_page.showChecking(false);
  m_asked = asked || (m_round && m_asked);
  if (m_round) // one round at a time: what is asked for is being done
    return;
  m_page.showChecking(true);
  const auto ticket = std::make_shared<JobPtr>();
  *ticket = m_engine.write(
      this, [](Workspace& w, const JobContext& job) { return watchExperiments(w, job); },
      [this, ticket](const Result<TestRound>& round) {
        if (m_round != *ticket)
          return; // of the workspace before
        m_round.reset();
        round ? m_page.showRound(*round, m_asked) : m_page.showCheckError(round.error());
        m_outdated = true;
        refresh();
      });
  m_round = *ticket;
}

void ExperimentsLink::change(std::function<Status(Workspace&)> work, const QString& done) {
  m_engine.write(
      this, [work = std::move(work)](Workspace& w, const JobContext&) { return work(w); },
      [this, done, asker = m_page.asker(TestAsker::Card)](const Status& status) {
        status ? m_page.showDone(done, asker) : m_page.showError(status.error(), asker);
      });
}

} // namespace pricewright
