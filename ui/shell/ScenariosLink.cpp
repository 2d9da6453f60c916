// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/ScenariosLink.h"

namespace pricewright {
namespace {

constexpr int kFrontierPoints = 9;

struct Planned {
  ScenarioStudyPtr study;
  std::optional<Scenario> scenario;
  std::optional<ScenarioRefusal> refusal;
};
struct Frontier {
  ScenarioStudyPtr study;
  std::vector<FrontierPoint> points;
};

} // namespace

ScenariosLink::ScenariosLink(Engine& engine, ScenariosPage& page, QObject* parent)
    : QObject(parent), m_engine(engine), m_page(page) {
  const auto outdated = [this] {
    m_outdated = true;
    m_study.reset();
    if (m_page.isVisible())
      refresh();
  };
  connect(&engine, &Engine::workspaceOpened, this, [this, outdated] {
    m_open = true;
    m_work.cancel();
    outdated();
  });
  connect(&engine, &Engine::changed, this, outdated);
  connect(&page, &Page::refreshWanted, this, [this] {
    m_study.reset();
    refresh();
  });
  connect(&page, &Page::shown, this, [this] {
    if (m_outdated)
      refresh();
  });
  connect(&page, &ScenariosPage::planRequested, this, &ScenariosLink::plan);
  connect(&page, &ScenariosPage::frontierRequested, this, &ScenariosLink::frontier);
  connect(&page, &ScenariosPage::cancelled, this, [this] { m_work.stop(); });
  connect(&page, &ScenariosPage::keepRequested, this, [this](const Scenario& scenario) {
    m_engine.write(
        this, [scenario](Workspace& w, const JobContext&) { return keepScenario(w, scenario); },
        [this](const Result<Id>& kept) {
          kept ? m_page.showDone(ScenariosPage::tr("The scenario is kept")) : m_page.showError(kept.error());
        });
  });
  connect(&page, &ScenariosPage::dropRequested, this, [this](const Id& id) {
    m_engine.write(
        this, [id](Workspace& w, const JobContext&) { return dropScenario(w, id); },
        [this](const Status& dropped) {
          dropped ? m_page.showDone(ScenariosPage::tr("The scenario is dropped")) : m_page.showError(dropped.error());
        });
  });
  connect(&page, &ScenariosPage::sendRequested, this, [this](const Scenario& scenario) {
    m_engine.write(
        this, [scenario](Workspace& w, const JobContext&) { return sendScenario(w, scenario); },
        [this](const Result<std::vector<Proposed>>& sent) {
          sent ? m_page.showSent(*sent) : m_page.showError(sent.error());
        });
  });
  connect(&page, &ScenariosPage::withdrawRequested, this, [this](const std::vector<Id>& decisions) {
    m_engine.write(
        this,
        [decisions](Workspace& w, const JobContext&) { return w.withdraw(decisions, QStringLiteral("withdrawn")); },
        [this](const Result<std::vector<Answer>>& answers) {
          answers ? m_page.showWithdrawn(*answers) : m_page.showError(answers.error());
        });
  });
}

void ScenariosLink::refresh() {
  if (!m_open)
    return;
  m_outdated = false;
  m_kept.read(
      m_engine, this, [](Workspace& w, const JobContext&) { return scenariosView(w); },
      [this](const Result<ScenariosView>& view) {
        view ? m_page.showScenarios(*view) : m_page.showError(view.error());
      });
}

Result<ScenarioStudyPtr> ScenariosLink::studyOf(Workspace& w, const ScenarioStudyPtr& known, const JobContext& job) {
  return known ? Result<ScenarioStudyPtr>(known) : scenarioStudy(w, job);
}

void ScenariosLink::plan(const ScenarioWish& wish) {
  m_work.read(
      m_engine, this,
      [wish, known = m_study](Workspace& w, const JobContext& job) -> Result<Planned> {
        Planned out;
        PW_TRY(out.study, studyOf(w, known, job));
        auto planned = out.study->plan(wish, job);
        if (planned)
          out.scenario = std::move(*planned);
        else
          out.refusal = planned.error();
        return out;
      },
      [this](const Result<Planned>& planned) {
        if (!planned)
          return m_page.showError(planned.error());
        m_study = planned->study;
        if (planned->scenario)
          m_page.showPlanned(*planned->scenario);
        else
          m_page.showRefused(*planned->refusal);
      },
      [this](const QString& step, double fraction) { m_page.showProgress(step, fraction); });
}

void ScenariosLink::frontier(const ScenarioWish& wish) {
  m_work.read(
      m_engine, this,
      [wish, known = m_study](Workspace& w, const JobContext& job) -> Result<Frontier> {
        Frontier out;
        PW_TRY(out.study, studyOf(w, known, job));
        PW_TRY(out.points, out.study->frontier(wish, kFrontierPoints, job));
        return out;
      },
      [this](const Result<Frontier>& frontier) {
        if (!frontier)
          return m_page.showError(frontier.error());
        m_study = frontier->study;
        m_page.showFrontier(frontier->points);
      },
      [this](const QString& step, double fraction) { m_page.showProgress(step, fraction); });
}

} // namespace pricewright
