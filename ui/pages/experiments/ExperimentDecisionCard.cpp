// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/experiments/ExperimentDecisionCard.h"

#include "base/Words.h"
#include "engine/texts/Texts.h"
#include "itemmodels/Format.h"

namespace pricewright {
namespace {

constexpr int kDecisionWidth = 600;

Line consequenceLine(const QString& what, const QString& value, paint::Tone tone = paint::Tone::Neutral,
                     const QString& help = {}) {
  Line line;
  line.text = what;
  line.trailing = value;
  line.trailingTone = tone;
  line.toolTip = help.isEmpty() ? value : help;
  return line;
}

QString pricesIn(int prices, int zones) {
  return ExperimentDecisionCard::tr("%1 in %2")
      .arg(ExperimentDecisionCard::tr("%n price(s)", nullptr, prices),
           ExperimentDecisionCard::tr("%n zone(s)", nullptr, zones));
}

paint::Tone worthTone(const ExperimentCard& card) {
  const TestReading* r = newestFigures(card);
  return !r || !r->weeklyLow || !r->weeklyHigh ? paint::Tone::Neutral
         : *r->weeklyLow > 0                   ? paint::Tone::Positive
         : *r->weeklyHigh < 0                  ? paint::Tone::Negative
                                               : paint::Tone::Warning;
}

Line coolOffLine(const ExperimentCard& card) {
  return consequenceLine(
      ExperimentDecisionCard::tr("Afterwards"),
      ExperimentDecisionCard::tr("prices left alone for %n day(s)", nullptr, card.row.plan.coolOffDays));
}

// Blocks have both prices in turn: how many have the new one now is not of the plan but of the day.
bool switches(const ExperimentCard& card) { return card.row.plan.design == TestDesign::Switchback; }

Line worthLine(const ExperimentCard& card) {
  const QString worth = weeklyText(card);
  return consequenceLine(ExperimentDecisionCard::tr("All of them a week"),
                         worth.isEmpty() ? ExperimentDecisionCard::tr("not known") : worth, worthTone(card));
}

ModelSplit splitOf(const ExperimentCard& card) {
  return {card.champion, card.challenger, card.products, card.unitsTreatment, card.unitsControl};
}

QString stepsWords(const ExperimentPlan& plan) {
  QStringList ramp;
  for (const int percent : plan.rampPercent)
    ramp << ExperimentDecisionCard::tr("%1 %").arg(percent);
  return ramp.join(s(" → "));
}

QString lengthWords(const ExperimentPlan& plan) {
  return ExperimentDecisionCard::tr("%1, at most %2")
      .arg(ExperimentDecisionCard::tr("%n day(s)", nullptr, plan.days),
           ExperimentDecisionCard::tr("%n day(s)", nullptr, plan.longestDays));
}

} // namespace

ExperimentDecisionCard::ExperimentDecisionCard(const Theme& theme, QWidget* page)
    : FormCard(theme, page, tr("Do it"), kDecisionWidth) {
  m_field = line(tr("Reason"));
  m_fieldName = qobject_cast<QLabel*>(form()->labelForField(m_field));
  m_lines = new LineList(theme, tr("What it comes to"), this);
  addBelow(m_lines);
  addCancel();
  connect(m_field, &QLineEdit::textChanged, this, &ExperimentDecisionCard::fieldChanged);
}

std::vector<Line> ExperimentDecisionCard::rollOutLines(const ExperimentCard& card) const {
  if (testsModel(card))
    return {consequenceLine(tr("Champion"),
                            tr("%1 becomes the champion in all zones from the next cycle on").arg(card.challenger)),
            worthLine(card)};
  const ExperimentReach reach = experimentReach(card);
  std::vector<Line> all{
      consequenceLine(tr("Get the new price"), pricesIn(reach.left(), reach.zones - reach.raisedZones)),
      consequenceLine(tr("Have it already"), isShownByVisitor(card) ? tr("visitors who were dealt it")
                                             : switches(card)       ? tr("whose block has it now")
                                                                    : pricesIn(reach.raised, reach.raisedZones)),
      worthLine(card),
      consequenceLine(tr("Approvals"), tr("%n proposal(s), each under the usual limits", nullptr, reach.left())),
      coolOffLine(card)};
  return all;
}

std::vector<Line> ExperimentDecisionCard::revertLines(const ExperimentCard& card) const {
  const ExperimentReach reach = experimentReach(card);
  const QString worth = weeklyText(card);
  const bool waits = card.row.state == TestState::Waiting, byModel = testsModel(card);
  std::vector<Line> all;
  if (byModel) {
    all.push_back(consequenceLine(tr("Champion"), tr("the champion decides all zones from the next cycle on"),
                                  paint::Tone::Neutral,
                                  tr("%1 decides all zones from the next cycle on").arg(card.champion)));
  } else {
    all.push_back(consequenceLine(tr("Put back"), isShownByVisitor(card) ? tr("every visitor sees the old price again")
                                                  : waits                ? tr("nothing: no price has changed yet")
                                                  : switches(card)       ? tr("whose block has the new price now")
                                                                         : pricesIn(reach.raised, reach.raisedZones)));
    all.push_back(consequenceLine(tr("When"), waits ? tr("its proposals are withdrawn at once") : tr("at once")));
  }
  if (!worth.isEmpty())
    all.push_back(consequenceLine(tr("Given up, all a week"), worth, worthTone(card),
                                  byModel ? QString() : tr("What the new price would have earned more in all zones")));
  all.push_back(consequenceLine(tr("Kept"), byModel ? tr("its plan and looks, in the journal")
                                                    : tr("its plan, looks and prices, in the journal")));
  if (!byModel)
    all.push_back(coolOffLine(card));
  return all;
}

std::vector<Line> ExperimentDecisionCard::extendLines(const ExperimentCard& card) const {
  const ExperimentReach reach = experimentReach(card);
  return {consequenceLine(tr("Runs until now"), tr("day %1 of %2").arg(card.day).arg(card.days)),
          consequenceLine(tr("As long as was registered"), tr("%n day(s)", nullptr, card.row.plan.longestDays)),
          testsModel(card) ? consequenceLine(tr("Meanwhile"), modelSplitText(splitOf(card)))
                           : consequenceLine(tr("Keep both prices meanwhile"), pricesIn(reach.prices, reach.zones)),
          consequenceLine(tr("Error rates"), tr("hold: the interval is made for looking on"))};
}

std::vector<Line> ExperimentDecisionCard::startLines(const ExperimentCard& card) const {
  const ExperimentPlan& plan = card.row.plan;
  if (testsModel(card))
    return {consequenceLine(tr("Frozen"), tr("hypothesis, design, limits and versions, with their hash")),
            consequenceLine(tr("Tested"), testedModelText(card)),
            consequenceLine(tr("Lasts"), lengthWords(plan)),
            consequenceLine(tr("Its zones come in steps"), stepsWords(plan)),
            consequenceLine(tr("Begins"), tr("with a cycle, without a question to Approvals")),
            consequenceLine(tr("The champion decides again"), tr("on harm, at an undecided end, when nobody decides"))};
  return {consequenceLine(tr("Frozen"), tr("hypothesis, design, limits and prices, with their hash")),
          consequenceLine(tr("Design"), designWord(plan.design)),
          consequenceLine(tr("Lasts"), lengthWords(plan)),
          isShownByVisitor(card) ? consequenceLine(tr("Visitors come in steps"), stepsWords(plan))
          : switches(card)       ? consequenceLine(tr("New prices come and go"), tr("block by block"))
                                 : consequenceLine(tr("New prices come in steps"), stepsWords(plan)),
          consequenceLine(tr("Approvals"), isShownByVisitor(card) ? tr("nothing to ask: the shop shows the prices")
                                           : switches(card)       ? tr("asks for the new prices of each block")
                                                                  : tr("asks for the prices of the first step")),
          consequenceLine(tr("Prices go back by themselves"), tr("on harm, at an undecided end, when nobody decides"))};
}

void ExperimentDecisionCard::ask(Kind kind, const ExperimentCard& card, Instant now) {
  m_kind = kind;
  ++m_session;
  m_test = card.row.plan.name;
  m_plan = card.row.plan;
  m_arms.clear();
  m_mostDays = daysLeftToExtend(card);
  const bool hasField = kind == Revert || kind == Extend;
  form()->setRowVisible(m_field, hasField);
  const QString price = newPriceText(card);
  const QString titles[] = {price.isEmpty() ? tr("Roll out “%1”").arg(m_test)
                                            : tr("Roll out %1: “%2”").arg(price, m_test),
                            tr("Revert “%1”").arg(m_test), tr("Extend “%1”").arg(m_test), tr("Start “%1”").arg(m_test)};
  const QString buttons[] = {tr("Roll out"), tr("Revert"), tr("Extend"), tr("Start")};
  setTitle(titles[kind]);
  button()->setText(buttons[kind]);
  button()->setAccessibleName(buttons[kind]);
  button()->setEnabled(true);
  const QString name = kind == Extend ? tr("Days more") : tr("Reason");
  if (m_fieldName)
    m_fieldName->setText(name);
  m_field->setAccessibleName(name);
  m_lines->setLines(kind == RollOut  ? rollOutLines(card)
                    : kind == Revert ? revertLines(card)
                    : kind == Extend ? extendLines(card)
                                     : startLines(card));
  m_field->setText(kind == Extend ? QString::number(std::min(m_mostDays, std::max(1, m_plan.lookDays))) : QString());
  const QString notes[] = {experimentState(card, now).detail, tr("It stands in the journal, with your name."),
                           tr("At most %n day(s): not beyond what was registered.", nullptr, m_mostDays),
                           tr("Looking whether it can start …")};
  say(notes[kind], false);
  fieldChanged();
  openCentered();
  if (hasField)
    m_field->setFocus(Qt::PopupFocusReason);
  m_field->selectAll();
}

void ExperimentDecisionCard::showPreview(const ExperimentPreview& preview, Instant now) {
  if (!isVisible() || m_kind != Start || !(preview.plan == m_plan))
    return;
  button()->setEnabled(preview.mayStart());
  if (!preview.mayStart())
    return say(tr("It cannot start: %1 E changes it.").arg(errorText(preview.refused.front())), true);
  if (preview.plan.testsModel())
    return say(modelSplitText({preview.champion, preview.challenger, preview.products, preview.treatedUnits,
                               preview.controlUnits}),
               false);
  const QString control = QLocale().toString(preview.controlUnits), treated = QLocale().toString(preview.treatedUnits);
  const QString arms =
      preview.plan.design == TestDesign::Switchback
          ? tr("%1 with the old, %2 with the new price").arg(tr("%n block(s)", nullptr, preview.controlUnits), treated)
          : tr("%1 with the old, %2 with the new price").arg(control, treated);
  m_arms = tr("%1; %2.").arg(arms, tr("%n price(s) pass the limits", nullptr, int(preview.prices.size())));
  if (const QString held = heldPricesText(preview, now); !held.isEmpty())
    m_arms += u' ' + held;
  say(m_arms, false);
}

void ExperimentDecisionCard::sayWeakness(const ExperimentPlan& plan, const QString& words) {
  if (isVisible() && m_kind == Start && plan == m_plan && button()->isEnabled() && !words.isEmpty())
    say(QStringList{words, m_arms}.join(u' ').trimmed(), true);
}

void ExperimentDecisionCard::fieldChanged() {
  if (m_kind == Revert)
    return button()->setEnabled(!m_field->text().trimmed().isEmpty());
  if (m_kind != Extend)
    return;
  bool isNumber = false;
  const int days = m_field->text().trimmed().toInt(&isNumber);
  const bool fits = isNumber && days >= 1 && days <= m_mostDays;
  button()->setEnabled(fits);
  say(tr("At most %n day(s): not beyond what was registered.", nullptr, m_mostDays), !fits);
}

void ExperimentDecisionCard::accept() {
  if (!isVisible() || !button()->isEnabled())
    return;
  button()->setEnabled(false); // until the answer: nothing is done twice
  switch (m_kind) {
  case RollOut:
    return emit rollOutWanted(m_test);
  case Revert:
    return emit revertWanted(m_test, m_field->text().trimmed());
  case Extend:
    return emit extendWanted(m_test, m_field->text().trimmed().toInt());
  case Start:
    return emit startWanted(m_test);
  }
}

} // namespace pricewright
