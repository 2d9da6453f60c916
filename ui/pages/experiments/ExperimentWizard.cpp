// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/experiments/ExperimentWizard.h"

#include "base/Words.h"
#include "controls/Cards.h"
#include "engine/texts/Texts.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QStyle>

namespace pricewright {
namespace {

constexpr int kTypingMs = 250, kPlanWidth = 456, kLeastPrices = 120;

} // namespace

ExperimentWizard::ExperimentWizard(const Theme& theme, QWidget* parent) : QWidget(parent) {
  build(theme);
  m_wait.setSingleShot(true);
  m_wait.setInterval(kTypingMs);
  connect(&m_wait, &QTimer::timeout, this, &ExperimentWizard::askPreview);
  connect(m_form, &ExperimentForm::changed, this, &ExperimentWizard::formChanged);
  connect(m_save, &QPushButton::clicked, this, &ExperimentWizard::save);
  connect(m_start, &QPushButton::clicked, this, &ExperimentWizard::start);
  connect(m_form, &ExperimentForm::searchWanted, this, &ExperimentWizard::searchWanted);
}

void ExperimentWizard::build(const Theme& theme) {
  setAccessibleName(tr("Plan a test"));
  auto* title = new TitleRow(theme, tr("Plan a test"), this);
  m_summary = title->summary();
  auto* back = title->addButton(ActionButton::Kind::Quiet, tr("Back"), tr("Esc"));
  connect(back, &QPushButton::clicked, this, &ExperimentWizard::leave);
  m_save = title->addButton(ActionButton::Kind::Secondary, tr("Save as draft"));
  m_save->setKeys({tr("Ctrl"), s("S")});
  m_start = title->addButton(ActionButton::Kind::Primary, tr("Start"));
  m_start->setKeys({tr("Ctrl"), tr("Enter")});
  for (ActionButton* b : {m_save, m_start})
    b->setFocusPolicy(Qt::StrongFocus);
  auto* sides = new QHBoxLayout;
  sides->setSpacing(12);
  sides->addWidget(leftSide(theme));
  sides->addWidget(rightSide(theme), 1);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(10);
  column->addWidget(title);
  column->addLayout(sides, 1);
}

QWidget* ExperimentWizard::leftSide(const Theme& theme) {
  m_form = new ExperimentForm(theme, this);
  for (QComboBox* box : m_form->findChildren<QComboBox*>())
    box->installEventFilter(this);
  auto* inside = new QWidget(this);
  auto* in = new QVBoxLayout(inside);
  in->setContentsMargins(14, 12, 20, 12);
  in->addWidget(m_form);
  in->addStretch(1);
  QScrollArea* scroll = scrolled(inside, this);
  scroll->setAccessibleName(tr("Plan of the test"));
  m_plan = cardAround(scroll, this);
  fitPlan();
  return m_plan;
}

// Other languages have longer words: a field that is cut off at its end cannot be read.
void ExperimentWizard::fitPlan() {
  const int bar = style()->pixelMetric(QStyle::PM_ScrollBarExtent) + 2 * m_plan->frameWidth();
  m_plan->setFixedWidth(std::max(kPlanWidth, m_form->parentWidget()->minimumSizeHint().width() + bar));
}

QWidget* ExperimentWizard::rightSide(const Theme& theme) {
  auto* box = new QWidget(this);
  auto* column = new QVBoxLayout(box);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(10);
  m_prices = new TableView(theme, m_priceLines, this);
  m_prices->setAccessibleName(tr("Prices of the test, through the limits"));
  m_prices->setCodeColumn(PlannedPriceModel::Sku);
  m_prices->setEmptyText(tr("Every price of the test goes through the limits first, and stands here."));
  m_wayBack = new QLabel(box);
  m_wayBack->setWordWrap(true);
  m_wayBack->setProperty("tone", s("muted"));
  m_priceCard = cardAround(m_prices, box);
  m_priceCard->setMinimumHeight(kLeastPrices);
  column->addWidget(makeVerdictCard(theme));
  column->addWidget(m_priceCard, 1);
  column->addWidget(m_wayBack);
  column->addStretch();
  return scrolled(box, this);
}

// Never lower than its words: the table of prices below gives way, and what is left scrolls.
QWidget* ExperimentWizard::makeVerdictCard(const Theme& theme) {
  auto* card = m_verdictCard = new QFrame(this);
  card->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
  card->setObjectName(s("card"));
  auto* in = new QVBoxLayout(card);
  in->setContentsMargins(1, 10, 1, 8);
  in->setSpacing(4);
  m_verdict = new WrappedLabel(card);
  m_verdict->setFont(theme.font(TypeRole::BodyStrong));
  m_words = new WrappedLabel(card);
  m_held = new WrappedLabel(card);
  m_power = new WrappedLabel(card);
  for (WrappedLabel* label : {m_verdict, m_words, m_held, m_power}) {
    label->setTextFormat(Qt::PlainText);
    label->setContentsMargins(13, 0, 13, 0);
    in->addWidget(label);
  }
  m_power->setProperty("tone", s("muted"));
  m_power->hide();
  m_held->hide();
  m_reasons = new LineList(theme, tr("What speaks against it, and what to know"), card);
  in->addWidget(m_reasons);
  return card;
}

void ExperimentWizard::begin() {
  m_draft = {};
  m_form->setPlan({});
  showTreatment({});
  m_summary->setText(tr("one question, registered before the first price changes"));
  open();
}

void ExperimentWizard::begin(const ExperimentRow& row) {
  m_draft = row.id;
  m_form->setPlan(row.plan);
  showTreatment(row.plan);
  m_summary->setText(tr("changes the draft “%1”").arg(row.plan.name));
  open();
}

void ExperimentWizard::open() {
  m_begun = m_form->typed();
  m_warned = m_sent = false;
  ++m_session;
  formChanged();
  m_form->skus()->setFocus(Qt::OtherFocusReason);
}

void ExperimentWizard::rest() {
  m_wait.stop();
  emit planChanged();
}

// Field by field: what is not complete yet was typed all the same.
bool ExperimentWizard::isChanged() const { return m_form->typed() != m_begun; }

bool ExperimentWizard::answered() {
  m_sent = false;
  m_begun = m_sentAs;
  updateButtons();
  return !isChanged();
}

bool ExperimentWizard::kept(const ExperimentRow& row) {
  m_draft = row.id; // so that nothing is kept twice
  m_summary->setText(tr("changes the draft “%1”").arg(row.plan.name));
  return answered();
}

bool ExperimentWizard::started() {
  m_draft = {}; // what was registered is none any more
  m_summary->setText(tr("one question, registered before the first price changes"));
  return answered();
}

void ExperimentWizard::formChanged() {
  m_preview.reset();
  m_weakness.clear();
  m_warned = m_refused = false;
  m_wait.stop();
  m_power->hide(); // it was about another plan
  m_held->hide();
  m_start->setKind(ActionButton::Kind::Primary);
  fitPlan();
  emit planChanged();
  const QString problem = m_form->problem();
  if (!problem.isEmpty()) {
    m_priceRows.setPrices({});
    m_reasons->setLines({});
    say(m_verdict, tr("Not complete yet"), "muted");
    say(m_words, problem, m_form->skus()->text().trimmed().isEmpty() ? "muted" : "negative");
  } else {
    say(m_verdict, tr("Looking whether it can start …"), "muted");
    say(m_words, {}, "muted");
    m_wait.start();
  }
  updateButtons();
}

void ExperimentWizard::askPreview() {
  if (const auto plan = m_form->plan())
    emit previewWanted(*plan);
}

void ExperimentWizard::updateButtons() {
  const bool complete = m_form->problem().isEmpty();
  m_save->setEnabled(complete && !m_sent);
  m_start->setEnabled(complete && !m_sent && m_preview && m_preview->mayStart());
  const QString why = !complete                ? m_form->problem()
                      : !m_preview             ? tr("Looking whether it can start …")
                      : !m_preview->mayStart() ? errorText(m_preview->refused.front())
                                               : QString();
  m_start->setToolTip(why);
  m_start->setAccessibleName(tr("%1 (Ctrl+Enter)").arg(m_start->text()));
  m_start->setAccessibleDescription(why);
  m_save->setAccessibleName(tr("%1 (Ctrl+S)").arg(m_save->text()));
}

void ExperimentWizard::save() {
  const auto plan = m_form->plan();
  if (!plan || !m_save->isEnabled())
    return;
  m_sent = true; // until the answer: nothing is kept twice
  m_sentAs = m_form->typed();
  updateButtons();
  emit saveWanted(*plan, m_draft);
}

void ExperimentWizard::start() {
  if (!m_form->plan() || !m_start->isEnabled() || !m_preview)
    return;
  m_asked = m_preview->plan;
  emit confirmWanted(*m_preview);
}

void ExperimentWizard::confirmed() {
  const auto plan = m_form->plan();
  const auto asked = std::exchange(m_asked, std::nullopt);
  if (!plan || !m_start->isEnabled() || !asked || !(*asked == *plan)) // what is registered can never be changed
    return say(m_words, tr("The plan has changed since it was asked about: nothing was started"), "warning");
  m_sent = true;
  m_sentAs = m_form->typed();
  updateButtons();
  emit startWanted(*plan, m_draft);
}

// What was typed is thrown away by the second time only.
void ExperimentWizard::leave() {
  if (isChanged() && !m_warned) {
    m_warned = true;
    return say(m_words, tr("It is not saved: Ctrl+S keeps it as a draft, Esc again leaves it"), "warning");
  }
  emit left();
}

// A list to choose from takes Ctrl+S for a search of its lines.
bool ExperimentWizard::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() != QEvent::KeyPress)
    return QWidget::eventFilter(watched, event);
  auto* key = static_cast<QKeyEvent*>(event);
  if (!(key->modifiers() & Qt::ControlModifier) || key->key() != Qt::Key_S)
    return QWidget::eventFilter(watched, event);
  keyPressEvent(key);
  return true;
}

void ExperimentWizard::keyPressEvent(QKeyEvent* event) {
  const bool control = (event->modifiers() & ~Qt::KeypadModifier) == Qt::ControlModifier;
  if (event->isAutoRepeat())
    return event->accept();
  if (event->key() == Qt::Key_Escape)
    leave();
  else if (control && event->key() == Qt::Key_S)
    save();
  else if (control && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter))
    start();
  else
    return QWidget::keyPressEvent(event);
  event->accept();
}

} // namespace pricewright
