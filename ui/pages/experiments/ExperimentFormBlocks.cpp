// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The lengths of a test by blocks of time, as long as nobody types others.
#include "controls/ActionButton.h"
#include "pages/experiments/ExperimentForm.h"

#include <QLocale>

namespace pricewright {
namespace {

constexpr int kBlockWeek = 7; // sales are compared by weeks

} // namespace

ExperimentPlan ExperimentForm::usual() const {
  ExperimentPlan plan;
  if (design() == TestDesign::Switchback)
    giveBlocks(plan, zoneCount());
  return plan;
}

// Blocks have lengths of their own: those of the other designs are there again with them.
void ExperimentForm::takeDesign(TestDesign wanted) {
  m_designs[std::size_t(wanted)]->setChecked(true);
  const bool isByBlocks = wanted == TestDesign::Switchback, wasByBlocks = !m_beforeBlocks.isEmpty();
  if (isByBlocks == wasByBlocks)
    return;
  const QList<QLineEdit*> edits = lengths();
  if (isByBlocks) {
    for (const QLineEdit* edit : edits)
      m_beforeBlocks << edit->text();
    return fillBlocks();
  }
  m_filling = true;
  for (qsizetype i = 0; i < edits.size(); ++i)
    edits[i]->setText(m_beforeBlocks[i]);
  m_filling = false;
  m_beforeBlocks.clear(), m_blocksGiven.clear();
}

QList<QLineEdit*> ExperimentForm::lengths() const {
  return {number(&ExperimentPlan::blockDays), number(&ExperimentPlan::washoutDays), number(&ExperimentPlan::days),
          number(&ExperimentPlan::longestDays)};
}

void ExperimentForm::fillBlocks() {
  const ExperimentPlan plan = usual();
  const int days[] = {plan.blockDays, plan.washoutDays, plan.days, plan.longestDays};
  const QList<QLineEdit*> edits = lengths();
  m_filling = true;
  m_blocksGiven.clear();
  for (qsizetype i = 0; i < edits.size(); ++i) {
    edits[i]->setText(QLocale().toString(days[i]));
    m_blocksGiven << edits[i]->text();
  }
  m_filling = false;
}

// What somebody typed over stays.
void ExperimentForm::setZoneCount(int zones) {
  m_zoneCount = zones;
  QStringList now;
  for (const QLineEdit* edit : lengths())
    now << edit->text();
  if (m_blocksGiven.isEmpty() || now != m_blocksGiven)
    return;
  fillBlocks();
  if (m_blocksGiven != now)
    formChanged();
}

void ExperimentForm::readBlocks(const ExperimentPlan& plan, QString& wrong) const {
  if (plan.design != TestDesign::Switchback)
    return;
  for (const Number& n : m_numbers) {
    const bool isPart = n.member == &ExperimentPlan::blockDays || n.member == &ExperimentPlan::washoutDays;
    const bool isWhole = n.member == &ExperimentPlan::days || n.member == &ExperimentPlan::longestDays;
    const int unit = isPart ? kBlockWeek : isWhole ? std::max(1, 2 * plan.blockDays) : 1;
    if (wrong.isEmpty() && plan.*n.member % unit != 0)
      wrong = isPart ? tr("%1: whole weeks, like 7 or 14.").arg(n.name)
                     : tr("%1: whole twos of blocks, like %2 or %3.").arg(n.name).arg(2 * unit).arg(3 * unit);
  }
}

} // namespace pricewright
