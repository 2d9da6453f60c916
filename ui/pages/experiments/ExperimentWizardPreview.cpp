// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What would come of a plan if it were started now: prices through the limits, what speaks against it, its power.
#include "base/Words.h"
#include "controls/ActionButton.h"
#include "engine/texts/Texts.h"
#include "itemmodels/Format.h"
#include "itemmodels/Words.h"
#include "pages/experiments/ExperimentWizard.h"

#include <QSet>
#include <QStyle>

namespace pricewright {
namespace {

constexpr std::size_t kMostReasons = 8;

Line reasonLine(const QString& chip, paint::Tone tone, const QString& text, const QString& detail = {}) {
  Line line;
  line.chip = chip;
  line.chipTone = tone;
  line.text = text;
  line.detail = detail;
  line.toolTip = detail.isEmpty() ? text : s("%1: %2").arg(text, detail);
  return line;
}

QString collisionWord(CollisionKind kind) {
  switch (kind) {
  case CollisionKind::Test:
    return ExperimentWizard::tr("another test");
  case CollisionKind::CoolOff:
    return ExperimentWizard::tr("cool-off");
  case CollisionKind::Promotion:
    return ExperimentWizard::tr("promotion");
  case CollisionKind::PendingPrice:
    return ExperimentWizard::tr("pending price");
  case CollisionKind::ScheduledPrice:
    return ExperimentWizard::tr("scheduled price");
  }
  return {};
}

int zonesIn(const std::vector<ExperimentPreview::Priced>& prices) {
  QSet<QString> zones;
  for (const ExperimentPreview::Priced& one : prices)
    zones.insert(one.price.zone);
  return int(zones.size());
}

} // namespace

// A test of a model has no prices to show: cycles make them.
void ExperimentWizard::showTreatment(const ExperimentPlan& plan) {
  m_priceCard->setVisible(!plan.testsModel());
  m_wayBack->setText(
      plan.testsModel()
          ? tr("The champion decides all zones again by itself: when harm is certain, when it is undecided at its "
               "longest, when nobody decides in time, when arms or plan are not as registered. This cannot be "
               "switched off.")
          : tr("Prices go back by themselves: when harm is certain, when it is undecided at its longest, "
               "when nobody decides in time, when arms or plan are not as registered. This cannot be "
               "switched off."));
}

void ExperimentWizard::say(WrappedLabel* label, const QString& text, const char* tone) {
  label->setVisible(!text.isEmpty());
  label->setProperty("tone", QString::fromLatin1(tone));
  style()->unpolish(label);
  style()->polish(label); // the tone's color
  label->setWords(text);
}

QString ExperimentWizard::plannedWords(const ExperimentPreview& p) {
  const ExperimentPlan& plan = p.plan;
  const int looks = plan.lookDays > 0 ? (plan.days + plan.lookDays - 1) / plan.lookDays : 0;
  const QLocale locale;
  QStringList parts;
  if (plan.testsModel())
    parts << modelSplitText({p.champion, p.challenger, p.products, p.treatedUnits, p.controlUnits});
  else if (p.controlUnits + p.treatedUnits > 0)
    parts << tr("%1, %2 + %3")
                 .arg(unitsWord(plan.design), locale.toString(p.controlUnits), locale.toString(p.treatedUnits));
  if (!plan.testsModel())
    parts << tr("%n price(s)", nullptr, int(p.prices.size()));
  parts << tr("%n day(s)", nullptr, plan.days) << tr("%n look(s)", nullptr, looks);
  return parts.join(s(" · "));
}

// The first refusal stands above the list in full, and what collides says itself what it is.
void ExperimentWizard::fillReasons(const ExperimentPreview& p) {
  std::vector<Line> lines;
  for (std::size_t i = 1; i < p.refused.size(); ++i)
    if (!p.refused[i].is(u"experiment.collides"))
      lines.push_back(reasonLine(tr("not"), paint::Tone::Negative, errorText(p.refused[i])));
  const auto add = [&lines](const TestCollision& c) {
    lines.push_back(reasonLine(collisionWord(c.kind), c.forbids ? paint::Tone::Negative : paint::Tone::Warning,
                               c.zone.isEmpty() ? c.sku : s("%1 · %2").arg(c.sku, c.zone), c.what));
  };
  const auto isPending = [](const TestCollision& c) { return c.kind == CollisionKind::PendingPrice; };
  for (const TestCollision& c : p.collisions)
    if (!isPending(c))
      add(c);
  for (const QString& code : p.warnings)
    lines.push_back(reasonLine(tr("note"), paint::Tone::Warning, capitalized(codeText(code))));
  for (const TestCollision& c : p.collisions) // last: they may be hundreds, and their sum is said above
    if (isPending(c))
      add(c);
  if (lines.size() > kMostReasons) {
    const int more = int(lines.size() - kMostReasons) + 1;
    lines.resize(kMostReasons);
    lines.back() = reasonLine(tr("more"), paint::Tone::Neutral, tr("and %n more of these", nullptr, more));
  }
  m_reasons->setLines(std::move(lines));
}

void ExperimentWizard::showPreview(const ExperimentPreview& preview, Instant now) {
  const auto typed = m_form->plan();
  if (!typed || !(*typed == preview.plan))
    return; // typed on meanwhile
  if (!preview.prices.empty())
    m_form->setZoneCount(zonesIn(preview.prices));
  m_form->setAdvice(preview.advice);
  if (const auto then = m_form->plan(); !then || !(*then == preview.plan))
    return; // the advice chose another design, or other lengths: it is looked at anew
  m_preview = preview;
  m_priceRows.setPrices(preview.prices);
  fillReasons(preview);
  if (preview.mayStart()) {
    say(m_verdict, tr("It can start"), "positive");
    say(m_words, plannedWords(preview), "muted");
  } else {
    say(m_verdict, tr("It cannot start as it is · %1").arg(plannedWords(preview)), "negative");
    say(m_words, errorText(preview.refused.front()), "");
  }
  say(m_held, preview.mayStart() ? heldPricesText(preview, now) : QString(), "warning");
  updateButtons();
}

void ExperimentWizard::showPreviewError(const Error& error) {
  if (error.is(u"job.cancelled") || error.is(u"engine.cancelled") || !m_form->problem().isEmpty())
    return;
  m_preview.reset();
  m_priceRows.setPrices({});
  m_reasons->setLines({});
  say(m_verdict, tr("It cannot start as it is"), "negative");
  say(m_words, errorText(error), "negative");
  updateButtons();
}

void ExperimentWizard::showError(const Error& error) {
  m_sent = false, m_refused = true;
  updateButtons();
  say(m_verdict, tr("Nothing was started or kept; what you typed is still here"), "negative");
  say(m_words, errorText(error), "negative");
}

void ExperimentWizard::showPower(const ExperimentPlan& plan, const QString& words) {
  if (const auto now = m_form->plan(); !now || !(*now == plan))
    return; // typed on meanwhile
  say(m_power, words, "muted");
}

void ExperimentWizard::showStudy(const ExperimentPlan& plan, const PlanStudy& tried) {
  if (const auto now = m_form->plan(); !now || !(*now == plan))
    return; // typed on meanwhile
  m_weakness = planPowerText(plan, planPower(plan, tried));
  showPower(plan, (m_weakness + u' ' + planStudyWords(tried)).trimmed());
  if (m_weakness.isEmpty() || m_refused || !m_preview || !m_preview->mayStart())
    return;
  // It may still be what somebody wants: it is said, and the plan is not taken for a good one.
  say(m_verdict, tr("It can start, but is weaker than asked"), "warning");
  m_start->setKind(ActionButton::Kind::Secondary);
}

} // namespace pricewright
