// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What is done on the page of models: new versions, trials, promotion and the way back.
#include "base/Words.h"
#include "engine/texts/Texts.h"
#include "itemmodels/Format.h"
#include "itemmodels/Words.h"
#include "pages/models/ModelsPage.h"

#include <QKeyEvent>

#include <algorithm>

namespace pricewright {
namespace {

QString inJournal() { return ModelsPage::tr("It stands in the journal, with your name."); }
QString nameOf(const ModelVersion& v) { return s("%1 %2").arg(capitalized(codeText(v.name)), v.version); }

} // namespace

void ModelsPage::addVersion() {
  if (!m_add->isEnabled())
    return;
  const ModelVersion* v = chosen();
  const ModelKind kind =
      v ? modelFrom(v->name).value_or(ModelKind::ElasticityEstimator) : ModelKind::ElasticityEstimator;
  m_card->ask(kind, nextVersion(kind));
}

void ModelsPage::tryChallenger() {
  if (m_trying) {
    emit trialCancelled();
    return;
  }
  const ModelVersion* v = chosen();
  if (!v || v->alias == u"champion")
    return emit noticed(tr("Choose a version that is not the champion"));
  beginTrial();
  emit trialRequested(v->name, v->version);
}

void ModelsPage::readPlainly() {
  showBelow(Readings);
  if (m_trying)
    return emit noticed(tr("Something is being tried: Esc stops it"));
  beginTrial();
  emit readingsRequested();
}

void ModelsPage::beginTrial() {
  m_trying = true;
  updateButtons();
  showTrialProgress({}, 0);
}

void ModelsPage::showReadings(const std::vector<CategoryReading>& readings) {
  m_trying = false;
  m_readingRows.setRows(readings);
  showBelow(Readings);
  const auto parted = std::count_if(readings.begin(), readings.end(),
                                    [](const CategoryReading& r) { return !r.code.isEmpty() && r.fit.parts(); });
  m_belowWords->setText(parted == 0 ? tr("Misled nowhere") : tr("Categories misled: %1").arg(parted));
  updateButtons();
}

void ModelsPage::showTrialProgress(const QString& step, double fraction) {
  if (!m_trying)
    return;
  m_belowWords->setText(step.isEmpty()
                            ? tr("Trying …")
                            : tr("Trying: %1, %2 %").arg(codeText(step), QLocale().toString(int(100 * fraction))));
}

void ModelsPage::showShadow(const ShadowRun& run) {
  m_trying = false;
  m_shadowRows.setRows(run.differences);
  showBelow(Differences);
  if (run.champion.holdOut.rows == 0) // the optimizer's, or too short a history
    m_belowWords->setText(tr("%1 against %2: of %3 prices %4 would differ; profit a week %5 against %6")
                              .arg(run.challenger.version, run.champion.version, QLocale().toString(run.listings),
                                   QLocale().toString(qlonglong(run.differences.size())),
                                   signedNumber(run.challenger.profit, 0), signedNumber(run.champion.profit, 0)));
  else
    m_belowWords->setText(tr("%1 against %2: of %3 prices %4 would differ; WAPE %5 against %6 %")
                              .arg(run.challenger.version, run.champion.version, QLocale().toString(run.listings),
                                   QLocale().toString(qlonglong(run.differences.size())),
                                   QLocale().toString(100 * run.challenger.holdOut.wapeMedian, 'f', 1),
                                   QLocale().toString(100 * run.champion.holdOut.wapeMedian, 'f', 1)));
  updateButtons();
}

void ModelsPage::showTrial(const ForecasterTrial& trial) {
  m_trying = false;
  const HoldOutMetrics &a = trial.championReport.blend, &b = trial.challengerReport.blend;
  const auto percent = [](double share) { return QLocale().toString(100 * share, 'f', 1); };
  m_belowWords->setText(tr("%1 against %2, %3 weeks replayed: WAPE %4 against %5 %, bias %6 against %7 %")
                            .arg(trial.challenger, trial.champion, QLocale().toString(b.rows), percent(b.wapeMedian),
                                 percent(a.wapeMedian), percent(b.bias), percent(a.bias)));
  updateButtons();
}

void ModelsPage::showChanged(const QString& what) {
  m_card->dismiss();
  m_reason->dismiss();
  emit noticed(what);
}

void ModelsPage::showError(const Error& error) {
  m_trying = false;
  updateButtons();
  if (error.is(u"job.cancelled") || error.is(u"engine.cancelled")) {
    m_belowWords->setText(tr("Stopped: nothing was changed"));
    return;
  }
  m_belowWords->clear();
  if (m_card->isVisible())
    return m_card->showError(error);
  if (m_reason->isVisible())
    return m_reason->showError(error);
  showMessage(paint::Tone::Negative, errorText(error));
}

void ModelsPage::askPromote() {
  const ModelVersion* v = chosen();
  if (!v || !m_promote->isEnabled())
    return emit noticed(tr("Choose a version that was tried"));
  m_reason->ask(
      {tr("Promote %1").arg(nameOf(*v)), tr("Reason"), tr("Promote"), inJournal(), {}},
      [this, name = v->name, version = v->version](const QString& why) { emit promoteRequested(name, version, why); });
}

void ModelsPage::askRollBack() {
  const ModelVersion* v = chosen();
  if (!v || !m_back->isEnabled())
    return emit noticed(tr("Choose a champion that took another one’s place"));
  m_reason->ask({tr("Back to %1 %2").arg(capitalized(codeText(v->name)), v->before),
                 tr("Reason"),
                 tr("Roll back"),
                 inJournal(),
                 {}},
                [this, name = v->name](const QString& why) { emit rollBackRequested(name, why); });
}

void ModelsPage::keyPressEvent(QKeyEvent* event) {
  const bool bare = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
  const int key = event->key();
  if (event->isAutoRepeat())
    return event->accept();
  if (bare && key == Qt::Key_N)
    addVersion();
  else if (bare && key == Qt::Key_T && !m_trying)
    tryChallenger();
  else if (bare && key == Qt::Key_Escape && m_trying)
    tryChallenger();
  else if (bare && key == Qt::Key_P)
    askPromote();
  else if (bare && key == Qt::Key_B)
    askRollBack();
  else if (bare && key == Qt::Key_C)
    showBelow(Below((m_below->currentIndex() + 1) % m_below->count()));
  else if (bare && key == Qt::Key_R)
    readPlainly();
  else if (bare && key == Qt::Key_Slash)
    focusFilter();
  else if (key == Qt::Key_Question)
    emit keySheetRequested();
  else
    return Page::keyPressEvent(event);
  event->accept();
}

QList<PageAction> ModelsPage::pageActions() {
  return {{tr("New version of a model…"), s("N"), [this] { addVersion(); }},
          {tr("Try a version beside the champion"), s("T"), [this] { tryChallenger(); }},
          {tr("Promote a version…"), s("P"), [this] { askPromote(); }},
          {tr("Roll a model back…"), s("B"), [this] { askRollBack(); }},
          {tr("Read elasticities plainly, to compare"), s("R"), [this] { readPlainly(); }}};
}

QList<QPair<QString, QString>> ModelsPage::keySheet() const {
  return {{tr("J  K  ↓  ↑"), tr("next, previous row")},
          {s("N"), tr("new version, as challenger")},
          {s("T"), tr("try the version beside the champion; Esc stops")},
          {s("P"), tr("promote the version")},
          {tr("B  Ctrl+Z"), tr("the champion before again")},
          {s("C"), tr("errors by category, prices that would differ, plain regressions")},
          {s("R"), tr("what plain regressions would claim of prices; Esc stops")},
          {tr("Ctrl+E"), tr("write the table out")}};
}

} // namespace pricewright
