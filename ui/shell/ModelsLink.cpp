// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/ModelsLink.h"

namespace pricewright {
namespace {

constexpr int kTrialWeeks = 8; // of each origin, of a forecaster's replay

} // namespace

ModelsLink::ModelsLink(Engine& engine, ModelsPage& page, QObject* parent)
    : QObject(parent), m_engine(engine), m_page(page) {
  const auto outdated = [this] {
    m_outdated = true;
    if (m_page.isVisible())
      refresh();
  };
  connect(&engine, &Engine::workspaceOpened, this, [this, outdated] {
    m_open = true;
    m_trial.cancel();
    outdated();
  });
  connect(&engine, &Engine::changed, this, outdated);
  connect(&page, &Page::refreshWanted, this, [this] { refresh(); });
  connect(&page, &Page::shown, this, [this] {
    if (m_outdated)
      refresh();
  });
  connect(&page, &ModelsPage::trialRequested, this, &ModelsLink::start);
  connect(&page, &ModelsPage::readingsRequested, this, &ModelsLink::readPlainly);
  connect(&page, &ModelsPage::trialCancelled, this, [this] {
    m_trial.cancel();
    m_page.showError(fail(QStringLiteral("job.cancelled")));
  });
  connect(&page, &ModelsPage::addRequested, this,
          [this](const QString& model, const QString& version, const QJsonObject& parameters, const QString& note) {
            change([=](Workspace& w) { return addModel(w, model, version, parameters, note); },
                   ModelsPage::tr("%1 is the challenger · T tries it").arg(version));
          });
  connect(&page, &ModelsPage::promoteRequested, this,
          [this](const QString& model, const QString& version, const QString& why) {
            change([=](Workspace& w) { return w.models().promote(w.me(), model, version, why); },
                   ModelsPage::tr("%1 is the champion: the next cycle asks it · B goes back").arg(version));
          });
  connect(&page, &ModelsPage::rollBackRequested, this, [this](const QString& model, const QString& why) {
    change(
        [=](Workspace& w) -> Status {
          PW_CHECK(w.models().rollBack(w.me(), model, why));
          return {};
        },
        ModelsPage::tr("The champion before is asked again"));
  });
}

void ModelsLink::refresh() {
  if (!m_open)
    return;
  m_outdated = false;
  m_view.read(
      m_engine, this, [](Workspace& w, const JobContext&) { return modelsView(w); },
      [this](const Result<ModelsView>& view) { view ? m_page.showModels(*view) : m_page.showError(view.error()); });
}

void ModelsLink::start(const QString& model, const QString& version) {
  const auto progressed = [this](const QString& step, double fraction) { m_page.showTrialProgress(step, fraction); };
  // What was found is kept by the writer: the trial itself only looks.
  const auto keep = [this](auto trial) {
    m_engine.write(
        this, [trial](Workspace& w, const JobContext&) { return keepTrial(w, trial); },
        [this](const Status& kept) {
          if (!kept)
            m_page.showError(kept.error());
        });
  };
  if (model == modelName(ModelKind::DemandForecaster))
    return m_trial.read(
        m_engine, this,
        [version](Workspace& w, const JobContext& job) { return tryForecaster(w, version, kTrialWeeks, job); },
        [this, keep](const Result<ForecasterTrial>& trial) {
          if (!trial)
            return m_page.showError(trial.error());
          m_page.showTrial(*trial);
          keep(*trial);
        },
        progressed);
  const auto tried = model == modelName(ModelKind::PriceOptimizer) ? tryOptimizer : tryEstimator;
  m_trial.read(
      m_engine, this, [version, tried](Workspace& w, const JobContext& job) { return tried(w, version, job); },
      [this, keep](const Result<ShadowRun>& run) {
        if (!run)
          return m_page.showError(run.error());
        m_page.showShadow(*run);
        keep(*run);
      },
      progressed);
}

void ModelsLink::readPlainly() {
  m_trial.read(
      m_engine, this, [](Workspace& w, const JobContext& job) { return plainReadings(w, job); },
      [this](const Result<std::vector<CategoryReading>>& readings) {
        readings ? m_page.showReadings(*readings) : m_page.showError(readings.error());
      },
      [this](const QString& step, double fraction) { m_page.showTrialProgress(step, fraction); });
}

void ModelsLink::change(std::function<Status(Workspace&)> work, const QString& done) {
  m_engine.write(
      this, [work = std::move(work)](Workspace& w, const JobContext&) { return work(w); },
      [this, done](const Status& status) { status ? m_page.showChanged(done) : m_page.showError(status.error()); });
}

} // namespace pricewright
