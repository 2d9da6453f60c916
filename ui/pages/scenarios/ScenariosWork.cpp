// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What is done on the page of scenarios: planning, comparing, keeping, sending.
#include "base/Words.h"
#include "engine/texts/Texts.h"
#include "itemmodels/Format.h"
#include "itemmodels/Words.h"
#include "pages/scenarios/ScenariosPage.h"

#include <QKeyEvent>

#include <algorithm>

namespace pricewright {

void ScenariosPage::plan() {
  if (m_busy) {
    emit cancelled();
    return;
  }
  const auto wish = m_form->wish();
  if (!wish)
    return;
  begin();
  emit planRequested(*wish);
}

void ScenariosPage::drawFrontier() {
  const auto wish = m_form->wish();
  if (m_busy || !wish)
    return;
  begin();
  emit frontierRequested(*wish);
}

void ScenariosPage::planAt(int point) {
  auto wish = m_form->wish();
  if (m_busy || !wish || point < 0 || point >= m_chart->places())
    return;
  wish->objective = s("weighted");
  wish->profitWeight = m_chart->point(point).profitWeight;
  m_form->setWish(*wish);
  plan();
}

void ScenariosPage::showProgress(const QString& step, double fraction) {
  if (m_busy)
    m_summary->setText(step.isEmpty()
                           ? tr("Planning …")
                           : tr("%1, %2 %").arg(capitalized(codeText(step)), QLocale().toString(int(100 * fraction))));
}

void ScenariosPage::showScenarios(const ScenariosView& view) {
  m_form->setChoices(view.categories, view.zones);
  m_kept = view.kept;
  fill();
}

void ScenariosPage::showPlanned(const Scenario& scenario) {
  end();
  m_planned = scenario;
  fill();
  m_table->focusKey(s("now"));
  m_table->setFocus(Qt::OtherFocusReason); // its keys act at once; F6 leads back to the form
  m_summary->setText(tr("%1 of %2 prices could be planned, in %3 s%4")
                         .arg(QLocale().toString(scenario.planned), QLocale().toString(scenario.all),
                              QLocale().toString(scenario.seconds, 'f', 2),
                              scenario.cut ? tr(" · stopped early: the best until then") : QString()));
}

void ScenariosPage::showRefused(const ScenarioRefusal& refusal) {
  end();
  if (refusal.error.is(u"engine.cancelled") || refusal.error.is(u"job.cancelled"))
    return m_summary->setText(tr("Stopped: nothing was planned"));
  showMessage(paint::Tone::Warning, errorText(refusal.error));
}

void ScenariosPage::showFrontier(const std::vector<FrontierPoint>& points) {
  end();
  m_chart->setFrontier(points);
  m_chart->setFocus(Qt::OtherFocusReason);
}

void ScenariosPage::showDone(const QString& what) {
  m_name->dismiss();
  emit noticed(what);
}

void ScenariosPage::keep() {
  const Scenario* sc = focused();
  if (!sc || !m_keep->isEnabled())
    return;
  if (!sc->id.isNull())
    return drop();
  m_name->ask({tr("Keep this scenario"), tr("Name"), tr("Keep"), tr("It can be compared with others later."), {}},
              [this, scenario = *sc](const QString& name) mutable {
                scenario.wish.name = name;
                emit keepRequested(scenario);
              });
}

void ScenariosPage::drop() {
  const Scenario* sc = focused();
  if (sc && !sc->id.isNull() && !m_readOnly && !m_busy)
    emit dropRequested(sc->id);
}

void ScenariosPage::send() {
  const Scenario* sc = focused();
  if (!sc || !m_send->isEnabled())
    return;
  begin();
  emit sendRequested(*sc);
}

void ScenariosPage::showSent(const std::vector<Proposed>& answers) {
  end();
  qsizetype refused = 0;
  QString why;
  std::vector<Id> waiting;
  for (const Proposed& p : answers)
    if (p.why.code.isEmpty()) {
      waiting.push_back(p.decision);
    } else {
      ++refused;
      if (why.isEmpty())
        why = errorText(p.why);
    }
  QString sent = tr("%n price(s) wait in the queue.", nullptr, int(waiting.size()));
  if (!waiting.empty()) {
    sent += u' ' + tr("Ctrl+Z takes them back.");
    m_sent.push_back(std::move(waiting));
  }
  showMessage(refused > 0 ? paint::Tone::Warning : paint::Tone::Positive,
              refused > 0 ? sent + u' ' + tr("%n were refused, the first because: %1", nullptr, int(refused)).arg(why)
                          : sent,
              tr("Open approvals"));
}

void ScenariosPage::undoLast() {
  if (m_busy || m_readOnly)
    return;
  if (m_sent.empty())
    return emit noticed(tr("Nothing to take back"));
  const std::vector<Id> sent = std::move(m_sent.back());
  m_sent.pop_back();
  begin();
  emit withdrawRequested(sent);
}

// What was decided meanwhile stays as it was decided.
void ScenariosPage::showWithdrawn(const std::vector<Answer>& answers) {
  end();
  m_banner->hide();
  const auto done = std::count_if(answers.begin(), answers.end(), [](const Answer& a) { return a.done; });
  const auto first = std::find_if(answers.begin(), answers.end(), [](const Answer& a) { return !a.done; });
  const QString words = tr("%n proposal(s) taken back", nullptr, int(done));
  if (first == answers.end())
    return emit noticed(words);
  showMessage(paint::Tone::Warning,
              words + u' ' +
                  tr("%n were refused, the first because: %1", nullptr, int(answers.size()) - int(done))
                      .arg(errorText(first->why)));
}

void ScenariosPage::showError(const Error& error) {
  const bool asking = m_name->isVisible();
  end();
  if (asking)
    return m_name->showError(error);
  if (error.is(u"job.cancelled") || error.is(u"engine.cancelled"))
    return m_summary->setText(tr("Stopped: nothing was changed"));
  showMessage(paint::Tone::Negative, errorText(error));
}

void ScenariosPage::keyPressEvent(QKeyEvent* event) {
  const bool bare = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
  const int key = event->key();
  if (event->isAutoRepeat())
    return event->accept();
  if (bare && key == Qt::Key_P && !m_busy)
    plan();
  else if (bare && key == Qt::Key_Escape && m_busy)
    emit cancelled();
  else if (bare && key == Qt::Key_F)
    drawFrontier();
  else if (bare && key == Qt::Key_W)
    keep();
  else if (bare && key == Qt::Key_Delete)
    drop();
  else if (bare && key == Qt::Key_S)
    send();
  else if (bare && (key == Qt::Key_U || key == Qt::Key_Z))
    undoLast();
  else if (bare && key == Qt::Key_Slash)
    focusFilter();
  else if (key == Qt::Key_Question)
    emit keySheetRequested();
  else
    return Page::keyPressEvent(event);
  event->accept();
}

QList<PageAction> ScenariosPage::pageActions() {
  return {{tr("Plan a scenario"), s("P"), [this] { plan(); }},
          {tr("Draw profit against revenue"), s("F"), [this] { drawFrontier(); }},
          {tr("Keep the scenario…"), s("W"), [this] { keep(); }},
          {tr("Send the scenario’s prices to approvals"), s("S"), [this] { send(); }}};
}

QList<QPair<QString, QString>> ScenariosPage::keySheet() const {
  return {{tr("J  K  ↓  ↑"), tr("next, previous row")},
          {s("P"), tr("plan what the form asks; Esc stops")},
          {s("F"), tr("draw profit against revenue")},
          {tr("Enter"), tr("take a scenario’s question into the form")},
          {s("W"), tr("keep the scenario")},
          {tr("Del"), tr("drop a kept scenario")},
          {s("S"), tr("send its prices to approvals")},
          {tr("U  Z  Ctrl+Z"), tr("take back what was sent last")},
          {tr("Ctrl+E"), tr("write the table out")}};
}

} // namespace pricewright
