// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What is done on the page of experiments: planned, started, decided, taken back.
#include "base/Words.h"
#include "engine/texts/Texts.h"
#include "pages/experiments/ExperimentsPage.h"

#include <QKeyEvent>
#include <QLocale>

namespace pricewright {
namespace {

constexpr std::size_t kMostRemoved = 50;
constexpr int kMostTold = 3; // tests by name in one message

} // namespace

void ExperimentsPage::newTest() {
  if (m_readOnly || view() == Wizard)
    return;
  m_banner->hide();
  m_wizard->begin();
  showView(Wizard);
  focusMain();
}

void ExperimentsPage::editDraft() {
  const ExperimentCard* card = focused();
  if (!card || m_readOnly || view() != Board)
    return;
  if (card->row.state != TestState::Draft)
    return emit noticed(tr("What was registered cannot be changed: only drafts can"));
  m_banner->hide();
  m_wizard->begin(card->row);
  showView(Wizard);
  focusMain();
}

void ExperimentsPage::leaveWizard() {
  m_wizard->rest();
  showView(m_board.cards.empty() ? Nothing : Board);
  focusMain();
}

void ExperimentsPage::act(int action) {
  using M = ExperimentMonitor;
  const ExperimentCard* card = focused();
  if (!card || view() != Board || action < 0 || action >= M::kActions)
    return;
  if (action == M::Edit)
    return editDraft();
  if (!m_monitor->may(M::Action(action))) {
    const QString why = m_monitor->button(M::Action(action))->toolTip();
    return emit noticed(why.isEmpty() ? tr("Nothing of that can be done with this test now") : why);
  }
  switch (M::Action(action)) {
  case M::RollOut:
    return m_card->ask(ExperimentDecisionCard::RollOut, *card, m_board.now);
  case M::Revert:
    return m_card->ask(ExperimentDecisionCard::Revert, *card, m_board.now);
  case M::Extend:
    return m_card->ask(ExperimentDecisionCard::Extend, *card, m_board.now);
  case M::Start:
    m_card->ask(ExperimentDecisionCard::Start, *card, m_board.now);
    return emit previewRequested(card->row.plan);
  case M::Edit:
    break; // above
  case M::Remove:
    return emit removeRequested(card->row.id, card->row.plan.name);
  }
}

void ExperimentsPage::checkNow() {
  if (m_readOnly || m_checking || view() != Board)
    return; // without a test there is nothing to judge
  showChecking(true);
  emit checkRequested();
}

void ExperimentsPage::showChecking(bool checking) {
  m_checking = checking;
  updateButtons();
}

// What the manager did, by name as long as there are few; what it could not do is tried again by itself.
void ExperimentsPage::showRound(const TestRound& round, bool asked) {
  showChecking(false);
  QStringList done;
  const Error* failed = nullptr;
  for (const TestStep& step : round.steps) {
    if (step.failed && !failed)
      failed = &*step.failed;
    if (step.order.action != TestAction::None && !step.failed)
      done << tr("%1: %2").arg(step.name, actionText(step.order));
  }
  if (failed)
    return showMessage(paint::Tone::Warning,
                       tr("%n test(s) could not be dealt with; all others were. It is tried again within the hour. %1",
                          nullptr, round.failed)
                           .arg(errorText(*failed)));
  if (!done.isEmpty()) {
    const qsizetype more = done.size() - kMostTold;
    const QString text = done.mid(0, kMostTold).join(s(" · "));
    return emit noticed(more > 0 ? tr("%1 and %n more", nullptr, int(more)).arg(text) : text);
  }
  if (asked)
    emit noticed(tr("%n test(s) checked: all go on as they are", nullptr, int(round.steps.size())));
}

void ExperimentsPage::showPreview(const ExperimentPreview& preview) {
  if (view() == Wizard)
    m_wizard->showPreview(preview, m_board.now);
  else
    m_card->showPreview(preview, m_board.now);
}

// The same card as of a draft in the list: what it freezes, and whom it holds up.
void ExperimentsPage::askToRegister(const ExperimentPreview& preview) {
  ExperimentCard card;
  card.row.plan = preview.plan;
  card.champion = preview.champion;
  card.challenger = preview.challenger;
  card.products = preview.products;
  m_card->ask(ExperimentDecisionCard::Start, card, m_board.now);
  m_card->showPreview(preview, m_board.now);
  m_card->sayWeakness(preview.plan, m_wizard->weakness());
}

// Of a draft by its name; of the form what stands in it: it may not be kept yet.
void ExperimentsPage::startConfirmed(const QString& test) {
  if (view() != Wizard)
    return emit startRequested(test);
  m_card->dismiss();
  m_wizard->confirmed();
}

void ExperimentsPage::showStudy(const ExperimentPlan& plan, const PlanStudy& tried) {
  if (view() == Wizard)
    m_wizard->showStudy(plan, tried);
  m_card->sayWeakness(plan, planPowerText(plan, planPower(plan, tried)));
}

void ExperimentsPage::showPreviewError(const Error& error) {
  if (view() == Wizard)
    return m_wizard->showPreviewError(error);
  if (m_card->isVisible() && !error.is(u"engine.cancelled") && !error.is(u"job.cancelled"))
    m_card->showError(error);
}

void ExperimentsPage::showHits(const QString& words, const std::vector<SearchHit>& hits) {
  m_wizard->form().showHits(words, hits);
}

void ExperimentsPage::showPower(const ExperimentPlan& plan, const QString& words) {
  if (view() == Wizard)
    m_wizard->showPower(plan, words);
}

TestAsker ExperimentsPage::asker(TestAsker::Part part) const {
  return {part, part == TestAsker::Form ? m_wizard->session() : part == TestAsker::Card ? m_card->session() : 0};
}

// Whether who asked is still open, and waits for the answer.
bool ExperimentsPage::asks(const TestAsker& asker) const {
  switch (asker.part) {
  case TestAsker::Form:
    return view() == Wizard && m_wizard->session() == asker.session && m_wizard->isSent();
  case TestAsker::Card:
    return m_card->isVisible() && m_card->session() == asker.session;
  case TestAsker::Page:
    break;
  }
  return false;
}

void ExperimentsPage::showDrafted(const ExperimentRow& row, const TestAsker& asker) {
  m_awaited = row.id.toString();
  if (asks(asker) && m_wizard->kept(row))
    leaveWizard();
  emit noticed(tr("“%1” is kept as a draft · S starts it").arg(row.plan.name));
}

// Somebody may be planning another test meanwhile: that form stays as it is.
void ExperimentsPage::showInstead(const ExperimentRow& row) {
  m_awaited = row.id.toString();
  emit noticed(view() == Wizard ? tr("“%1” is kept as a draft beside what you are planning").arg(row.plan.name)
                                : tr("“%1” is kept as a draft · S starts it").arg(row.plan.name));
}

void ExperimentsPage::testInstead(const Id& decision) {
  if (!m_readOnly)
    emit testInsteadRequested(decision);
}

void ExperimentsPage::showStarted(const ExperimentRow& row, const TestAsker& asker) {
  m_awaited = row.id.toString();
  if (asks(asker)) {
    if (asker.part == TestAsker::Card)
      m_card->dismiss();
    else if (m_wizard->started())
      leaveWizard();
  }
  if (row.plan.testsModel())
    return showMessage(paint::Tone::Positive,
                       tr("“%1” is registered. It begins with the next cycle.").arg(row.plan.name));
  if (row.plan.design == TestDesign::Visitors)
    return showMessage(paint::Tone::Positive,
                       tr("“%1” is registered. It begins with the next check; the shop asks which price each visitor "
                          "sees.")
                           .arg(row.plan.name));
  showMessage(paint::Tone::Positive,
              tr("“%1” is registered. It begins once its first prices are approved and in force.").arg(row.plan.name),
              tr("Open approvals"));
}

void ExperimentsPage::showRemoved(const Id& id, const QString& name) {
  m_removed.push_back(id);
  if (m_removed.size() > kMostRemoved)
    m_removed.erase(m_removed.begin());
  emit noticed(tr("The draft “%1” is removed · Ctrl+Z puts it back").arg(name));
}

void ExperimentsPage::undoLast() {
  if (m_removed.empty() || m_readOnly || view() == Wizard)
    return emit noticed(tr("Nothing to take back here. What was started is stopped with R."));
  if (!m_restoring.isNull())
    return; // one after the other
  m_restoring = m_removed.back();
  emit restoreRequested(m_restoring);
}

void ExperimentsPage::showRestored(const Id& id) {
  std::erase(m_removed, id);
  m_restoring = {};
  m_awaited = id.toString();
  emit noticed(tr("The draft is back"));
}

void ExperimentsPage::showRestoreError(const Error& error) {
  m_restoring = {}; // it may be tried again
  showError(error, {});
}

void ExperimentsPage::showDone(const QString& what, const TestAsker& asker) {
  if (asks(asker))
    m_card->dismiss();
  emit noticed(what);
}

// Where who asked has been left, the page says it.
void ExperimentsPage::showError(const Error& error, const TestAsker& asker) {
  const bool there = asks(asker);
  if (there && asker.part == TestAsker::Card)
    return m_card->showError(error);
  if (there)
    return m_wizard->showError(error);
  if (!error.is(u"job.cancelled") && !error.is(u"engine.cancelled"))
    showMessage(paint::Tone::Negative, errorText(error));
}

// Never into a card or a form that somebody is in: it is about something else.
void ExperimentsPage::showCheckError(const Error& error) {
  showChecking(false);
  if (!error.is(u"job.cancelled") && !error.is(u"engine.cancelled"))
    showMessage(paint::Tone::Negative, errorText(error));
}

void ExperimentsPage::keyPressEvent(QKeyEvent* event) {
  using M = ExperimentMonitor;
  static const QHash<int, int> kActionOfKey{{Qt::Key_A, M::RollOut}, {Qt::Key_R, M::Revert},
                                            {Qt::Key_X, M::Extend},  {Qt::Key_S, M::Start},
                                            {Qt::Key_E, M::Edit},    {Qt::Key_Delete, M::Remove}};
  const bool bare = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
  const int key = event->key();
  if (event->isAutoRepeat())
    return event->accept();
  if (view() == Wizard)
    return Page::keyPressEvent(event); // its fields take what is typed
  if (bare && kActionOfKey.contains(key))
    act(kActionOfKey.value(key));
  else if (bare && key == Qt::Key_N)
    newTest();
  else if (bare && key == Qt::Key_C)
    checkNow();
  else if (bare && key == Qt::Key_Slash)
    focusFilter();
  else if (key == Qt::Key_Question)
    emit keySheetRequested();
  else
    return Page::keyPressEvent(event);
  event->accept();
}

void ExperimentsPage::openPrice() {
  const int row = m_prices->focusedRow();
  if (row < 0)
    return;
  const Id decision = m_priceRows.decisionAt(row);
  if (decision.isNull())
    emit skuOpened(m_priceRows.at(row).sku);
  else
    emit decisionOpened(decision);
}

QList<PageAction> ExperimentsPage::pageActions() {
  using M = ExperimentMonitor;
  return {{tr("New price test…"), s("N"), [this] { newTest(); }},
          {tr("Check all tests now"), s("C"), [this] { checkNow(); }},
          {tr("Roll out the test’s new price…"), s("A"), [this] { act(M::RollOut); }},
          {tr("Revert the test…"), s("R"), [this] { act(M::Revert); }},
          {tr("Extend the test…"), s("X"), [this] { act(M::Extend); }},
          {tr("Start the draft…"), s("S"), [this] { act(M::Start); }},
          {tr("Change the draft…"), s("E"), [this] { editDraft(); }},
          {tr("Remove the draft"), tr("Del"), [this] { act(M::Remove); }}};
}

QList<QPair<QString, QString>> ExperimentsPage::keySheet() const {
  return {{tr("J  K  ↓  ↑"), tr("next, previous test")},
          {s("N"), tr("new test; in it Ctrl+S keeps a draft, Ctrl+Enter starts, Esc leaves")},
          {s("A"), tr("roll out a decided test’s new price")},
          {s("R"), tr("revert: prices go back")},
          {s("X"), tr("extend, as far as was registered")},
          {s("S  E"), tr("start, change a draft")},
          {tr("Del"), tr("remove a draft; Ctrl+Z puts it back")},
          {s("C"), tr("check all tests now")},
          {tr("Enter"), tr("change a draft; on a price: its decision, else its product")},
          {tr("Ctrl+C"), tr("copy the chosen rows, with headers")},
          {tr("Ctrl+E"), tr("write the table out")}};
}

} // namespace pricewright
