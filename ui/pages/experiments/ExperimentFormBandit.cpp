// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A test by visitors as a bandit: where it can be one, its floor and its burn-in, and what it costs in certainty.
#include "base/Words.h"
#include "experiments/Bandit.h"
#include "itemmodels/Format.h"
#include "pages/experiments/ExperimentForm.h"
#include "pages/experiments/TypedPlan.h"

#include <QCheckBox>
#include <QSignalBlocker>

#include <cmath>

namespace pricewright {
namespace {

// As plans may say them.
constexpr double kLeastFloor = 1, kMostFloor = 49, kLeastBurnIn = 100, kMostBurnIn = 10'000'000;
constexpr double kBpOfPercent = 100;

} // namespace

void ExperimentForm::buildBandit() {
  m_bandit = new QCheckBox(tr("Shares follow what is bought (bandit)"), this);
  connect(m_bandit, &QCheckBox::toggled, this, &ExperimentForm::formChanged);
  m_form->addRow(m_bandit);
  m_banditWords = new WrappedLabel(this);
  m_banditWords->setTextFormat(Qt::PlainText);
  m_banditWords->setFont(m_theme.font(TypeRole::Label));
  m_banditWords->setProperty("tone", s("muted"));
  m_form->addRow(m_banditWords);
  m_floorName = tr("Floor of either price");
  m_floor = field(tr("%1, %").arg(m_floorName), {},
                  tr("The share of visitors that either price keeps, however badly it does: so that it can be judged"),
                  kShortField);
  m_burnInName = tr("Visitors of each first");
  m_burnIn = field(m_burnInName, {},
                   tr("Of either price, with their time to buy over, before the shares follow anything"), kShortField);
}

// The others are dealt out before the start, for the whole test.
bool ExperimentForm::mayBeBandit() const { return design() == TestDesign::Visitors && !m_base.testsModel(); }

void ExperimentForm::showBandit() {
  const bool may = mayBeBandit();
  if (may != m_bandit->isEnabled()) { // what cannot be one is not shown as one; it is there again with its design
    const QSignalBlocker quiet(m_bandit);
    const bool was = m_bandit->isChecked();
    m_bandit->setChecked(may && m_wasBandit);
    m_wasBandit = may ? m_wasBandit : was;
    m_bandit->setEnabled(may);
  }
  const bool is = may && m_bandit->isChecked();
  m_form->setRowVisible(m_floor, is);
  m_form->setRowVisible(m_burnIn, is);
  if (!may)
    m_banditWords->setWords(
        m_base.testsModel()
            ? tr("Not with versions of a model: which zones it decides is drawn before the start, for the whole test.")
            : tr("Only with visitors, who are dealt out as they come. Zones, pairs and blocks of time are drawn before "
                 "the start, for the whole test."));
  else if (!is)
    m_banditWords->setWords(tr("The price that sells better would be shown more and more. That loses less while it "
                               "runs, and takes longer to tell how large the lift is."));
  else
    m_banditWords->setWords(
        tr("Loses less while it runs, and costs certainty: at its floor it takes up to %1 times as many visitors to "
           "tell the lift as half and half. Lift and interval are corrected for the shares.")
            .arg(plainNumber(unitsAtFloor(banditTerms().floorBp / (kBpOfPercent * 100)), 1)));
  m_bandit->setAccessibleDescription(m_banditWords->text());
  m_bandit->setToolTip(m_banditWords->text());
}

// What is empty, or is none, is as the program suggests.
BanditTerms ExperimentForm::banditTerms() const {
  BanditTerms terms;
  const auto floor = typedNumber(m_floor->text()), burnIn = typedNumber(m_burnIn->text());
  if (floor && *floor >= kLeastFloor && *floor <= kMostFloor)
    terms.floorBp = int(std::lround(*floor * kBpOfPercent));
  if (burnIn && *burnIn >= kLeastBurnIn && *burnIn <= kMostBurnIn)
    terms.burnIn = int(std::lround(*burnIn));
  return terms;
}

void ExperimentForm::readBandit(ExperimentPlan& plan, QString& wrong) const {
  plan.bandit.reset();
  if (!mayBeBandit() || !m_bandit->isChecked())
    return;
  const auto check = [&](const QLineEdit& edit, const QString& name, double least, double most, bool isWhole) {
    const auto value = typedNumber(edit.text());
    const bool good = value && *value >= least && *value <= most && (!isWhole || *value == std::floor(*value));
    if (!edit.text().trimmed().isEmpty() && !good && wrong.isEmpty())
      wrong = outOfRange(name, least, most);
  };
  check(*m_floor, m_floorName, kLeastFloor, kMostFloor, false);
  check(*m_burnIn, m_burnInName, kLeastBurnIn, kMostBurnIn, true);
  plan.bandit = banditTerms();
}

void ExperimentForm::fillBandit(const ExperimentPlan& plan) {
  const BanditTerms terms = plan.bandit.value_or(BanditTerms());
  m_wasBandit = plan.bandit.has_value();
  m_bandit->setChecked(m_wasBandit);
  m_floor->setText(typedPercent(terms.floorBp));
  m_burnIn->setText(QLocale().toString(terms.burnIn));
}

} // namespace pricewright
