// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/experiments/ExperimentMonitor.h"

#include "base/Words.h"
#include "itemmodels/Format.h"

#include <QBoxLayout>
#include <QCoreApplication>

namespace pricewright {
namespace {

QString emptyMonitorText(const ExperimentCard* card) {
  if (!card)
    return ExperimentMonitor::tr("Choose a test to see what it has found.");
  switch (card->row.state) {
  case TestState::Draft:
    return QStringList{card->row.plan.hypothesis,
                       ExperimentMonitor::tr("A draft: no price has changed. S registers and starts it, E changes it.")}
        .join(s("\n\n"))
        .trimmed();
  case TestState::Waiting:
    if (isShownByVisitor(*card))
      return ExperimentMonitor::tr("It begins with the next check: prices on the lists stay as they are.");
    if (testsModel(*card))
      return ExperimentMonitor::tr("It waits for a cycle: %1 decides its first zones in the next one.")
          .arg(card->challenger);
    return ExperimentMonitor::tr("Its first prices wait in Approvals. It begins once all of them are in force.");
  case TestState::Ramping:
    if (testsModel(*card))
      return ExperimentMonitor::tr("%1 gets its zones step by step. It is compared from the last step on.")
          .arg(card->challenger);
    return ExperimentMonitor::tr(
        "The new price is being brought in step by step. It is compared from the last step on.");
  default:
    return {};
  }
}

QString lookOr(const ExperimentCard& card, Instant now, const QString& back) {
  return card.row.state != TestState::Ramping && card.nextLook > now
             ? ExperimentMonitor::tr("next look on %1 · %2").arg(dayText(dayOf(card.nextLook)), back)
             : back;
}

// Zones go from one version to the other: no price is asked for, and none is put back.
QString modelConsequence(const ExperimentCard& card, Instant now) {
  const QString zones = ExperimentMonitor::tr("%n zone(s)", nullptr, card.unitsControl + card.unitsTreatment);
  const QString worth = weeklyText(card);
  switch (card.row.state) {
  case TestState::Draft:
    return ExperimentMonitor::tr("Its plan is frozen when it starts; it begins with a cycle");
  case TestState::Waiting:
    return ExperimentMonitor::tr("R takes it back before %1 has decided any zone").arg(card.challenger);
  case TestState::Decided:
    return worth.isEmpty() ? ExperimentMonitor::tr("A makes %1 the champion").arg(card.challenger)
                           : ExperimentMonitor::tr("A makes %1 the champion: %2").arg(card.challenger, worth);
  case TestState::Ramping:
  case TestState::Running:
  case TestState::Paused:
    return worth.isEmpty() ? lookOr(card, now, ExperimentMonitor::tr("R gives all zones back to %1").arg(card.champion))
                           : ExperimentMonitor::tr("so far, for %1: %2").arg(zones, worth);
  default:
    return experimentState(card, now).detail;
  }
}

} // namespace

QString consequenceText(const ExperimentCard& card, Instant now) {
  if (testsModel(card))
    return modelConsequence(card, now);
  const ExperimentReach reach = experimentReach(card);
  const QString zones = ExperimentMonitor::tr("%n zone(s)", nullptr, reach.zones);
  const QString worth = weeklyText(card);
  switch (card.row.state) {
  case TestState::Draft:
    return ExperimentMonitor::tr("Its plan is frozen when it starts; its prices go through Approvals");
  case TestState::Waiting:
    return ExperimentMonitor::tr("R takes it back before any price has changed");
  case TestState::Decided:
    return worth.isEmpty() ? ExperimentMonitor::tr("%1, via Approvals").arg(zones)
                           : ExperimentMonitor::tr("%1: %2, via Approvals").arg(zones, worth);
  case TestState::Ramping:
  case TestState::Running:
  case TestState::Paused: {
    if (!worth.isEmpty())
      return ExperimentMonitor::tr("so far, for %1: %2").arg(zones, worth);
    return lookOr(card, now,
                  isShownByVisitor(card) ? ExperimentMonitor::tr("R shows everybody the old price again")
                  : card.row.plan.design == TestDesign::Switchback
                      ? ExperimentMonitor::tr("R puts the new prices of its blocks back at once")
                      : ExperimentMonitor::tr("R puts %n price(s) back at once", nullptr, reach.raised));
  }
  case TestState::RollingOut:
    return ExperimentMonitor::tr("%n price(s) on their way through Approvals", nullptr, reach.left());
  default:
    return experimentState(card, now).detail;
  }
}

ExperimentMonitor::ExperimentMonitor(const Theme& theme, QWidget* parent) : QFrame(parent), m_theme(theme) {
  setObjectName(s("card"));
  build();
  setCard(nullptr, {}, false);
}

void ExperimentMonitor::build() {
  m_title = new ElidedLabel(this);
  m_title->setFont(m_theme.font(TypeRole::BodyStrong));
  m_looks = new QLabel(this);
  m_looks->setProperty("tone", s("muted"));
  auto* top = new QHBoxLayout;
  top->setContentsMargins(14, 10, 14, 6);
  top->setSpacing(12);
  top->addWidget(m_title, 1);
  top->addWidget(m_looks);
  m_chart = new LiftChart(m_theme, this);
  m_shares = new AllocationChart(m_theme, this);
  buildBar();
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(1, 1, 1, 1);
  column->setSpacing(0);
  column->addLayout(top);
  column->addWidget(m_chart, 3);
  column->addWidget(m_shares, 2);
  column->addWidget(m_bar);
}

void ExperimentMonitor::buildBar() {
  m_bar = new QFrame(this);
  m_bar->setObjectName(s("actionBar"));
  m_bar->setAccessibleName(tr("Decide"));
  m_bar->setFixedHeight(48);
  auto* row = new QHBoxLayout(m_bar);
  row->setContentsMargins(12, 0, 12, 0);
  row->setSpacing(6);
  using Kind = ActionButton::Kind;
  const struct {
    Action action;
    Kind kind;
    QString text, key;
  } kButtons[] = {{RollOut, Kind::Primary, tr("Roll out"), s("A")}, {Revert, Kind::Secondary, tr("Revert"), s("R")},
                  {Extend, Kind::Secondary, tr("Extend…"), s("X")}, {Start, Kind::Primary, tr("Start…"), s("S")},
                  {Edit, Kind::Secondary, tr("Edit…"), s("E")},     {Remove, Kind::Secondary, tr("Remove"), tr("Del")}};
  for (const auto& b : kButtons) {
    auto* made = new ActionButton(m_theme, b.kind, b.text, m_bar);
    made->setKeys({b.key});
    made->setAccessibleName(tr("%1 (key %2)").arg(b.text, b.key));
    made->setFocusPolicy(Qt::StrongFocus);
    connect(made, &QPushButton::clicked, this, [this, action = int(b.action)] { emit actionWanted(action); });
    row->addWidget(made);
    m_buttons[b.action] = made;
  }
  m_consequence = new ElidedLabel(m_bar);
  m_consequence->setFont(m_theme.font(TypeRole::Label));
  m_consequence->setTone("muted");
  m_consequence->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
  row->addWidget(m_consequence, 1);
}

void ExperimentMonitor::setCard(const ExperimentCard* card, Instant now, bool readOnly) {
  showButtons(card, readOnly);
  const bool dealsOut = card && card->row.plan.bandit && card->row.startedAt;
  m_shares->setVisible(dealsOut);
  dealsOut ? m_shares->setCard(*card) : m_shares->clear();
  m_looks->setText(card && card->row.state != TestState::Draft ? looksText(card->row.plan) : QString());
  if (!card) {
    m_title->clear();
    m_consequence->clear();
    return m_chart->clear(emptyMonitorText(nullptr));
  }
  const QString name = card->row.plan.name, metric = metricWord(card->row.plan.metric);
  m_title->setText(testsModel(*card) ? s("%1 · %2 · %3").arg(name, metric, testedModelText(*card))
                                     : tr("%1 · %2, new price against old").arg(name, metric));
  m_consequence->setText(consequenceText(*card, now));
  m_chart->setCard(*card);
  if (const QString why = emptyMonitorText(card); m_chart->isEmpty() && !why.isEmpty())
    m_chart->clear(why);
}

int ExperimentMonitor::leastHeight() const {
  constexpr int kLeastMonitor = 250, kRoomMore = 30;
  return m_shares->isHidden() ? kLeastMonitor : kLeastMonitor + kRoomMore + m_shares->minimumSizeHint().height();
}

void ExperimentMonitor::showButtons(const ExperimentCard* card, bool readOnly) {
  const TestState state = card ? card->row.state : TestState::Removed;
  const bool draft = state == TestState::Draft, underWay = isUnderWay(state), decided = state == TestState::Decided;
  const auto set = [&](Action action, bool shown, bool enabled, const QString& why = {}) {
    m_buttons[action]->setVisible(shown);
    m_buttons[action]->setEnabled(enabled && !readOnly);
    m_buttons[action]->setToolTip(enabled ? QString() : why);
  };
  set(RollOut, underWay, decided, tr("Once it is decided. Until then nothing is certain enough."));
  // Only what is better is to be rolled out: of anything else it is a choice, and not the first one.
  m_buttons[RollOut]->setKind(decided && card->row.verdict == TestVerdict::Better ? ActionButton::Kind::Primary
                                                                                  : ActionButton::Kind::Secondary);
  set(Revert, underWay, true);
  set(Extend, underWay, card && mayBeExtended(*card),
      state == TestState::Ramping || state == TestState::Waiting ? tr("Once it is compared. It has not begun yet.")
                                                                 : tr("It already runs as long as was registered."));
  set(Start, draft, true);
  set(Edit, draft, true);
  set(Remove, draft, true);
  const QString price = card ? newPriceText(*card) : QString();
  m_buttons[RollOut]->setText(price.isEmpty() ? tr("Roll out") : tr("Roll out %1").arg(price));
  m_buttons[RollOut]->setAccessibleName(tr("%1 (key %2)").arg(m_buttons[RollOut]->text(), s("A")));
  m_bar->setVisible(card != nullptr);
}

} // namespace pricewright
