// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/publications/BatchBuilder.h"

#include "itemmodels/Format.h"
#include "pages/publications/PublicationsText.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QVBoxLayout>

namespace pricewright {
namespace {
constexpr int kSoonMs = 60;
}

BatchBuilder::BatchBuilder(const Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_model(this), m_lines(m_model, this) {
  m_soon.setSingleShot(true);
  m_soon.setInterval(kSoonMs);
  connect(&m_soon, &QTimer::timeout, this, &BatchBuilder::ask);
  build();
}

void BatchBuilder::build() {
  auto* card = new QFrame(this);
  card->setObjectName(QStringLiteral("card"));
  m_table = new TableView(m_theme, m_lines, card);
  m_table->setAccessibleName(tr("Prices for the batch"));
  m_empty = new EmptyState(m_theme, QStringLiteral("empty"), card);
  m_rows = new QStackedWidget(card);
  m_rows->addWidget(m_table);
  m_rows->addWidget(m_empty);
  auto* inner = new QVBoxLayout(card);
  inner->setContentsMargins(1, 1, 1, 1);
  inner->addWidget(m_rows);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(10);
  column->addWidget(card, 1);
  column->addWidget(form());
  connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &BatchBuilder::changed);
  connect(m_table, &TableView::totalsChanged, this, &BatchBuilder::totalsChanged);
  connect(m_table, &TableView::activatedByUser, this, [this] { m_name->setFocus(Qt::OtherFocusReason); });
}

QWidget* BatchBuilder::form() {
  auto* card = new QFrame(this);
  card->setObjectName(QStringLiteral("card"));
  m_name = new QLineEdit(card);
  m_name->setPlaceholderText(tr("Name of the batch"));
  m_name->setAccessibleName(tr("Name of the batch"));
  m_name->setMaxLength(120);
  m_day = new QLineEdit(card);
  m_day->setPlaceholderText(tr("2026-01-31, or the next release"));
  m_day->setAccessibleName(tr("Effective from the day"));
  m_day->setMaxLength(40);
  m_day->setToolTip(
      tr("Prices go out when that day begins, by the clocks of each price zone. Empty: the next release."));
  m_sign = new ActionButton(m_theme, ActionButton::Kind::Primary, tr("Sign"), card);
  m_sign->setKeys({tr("Ctrl"), tr("Enter")});
  m_leave = new ActionButton(m_theme, ActionButton::Kind::Secondary, tr("Leave"), card);
  m_leave->setKeys({tr("Esc")});
  m_leave->setAccessibleName(tr("Leave without a batch"));
  m_planText = new ElidedLabel(card);
  m_planText->setFont(m_theme.font(TypeRole::BodyStrong));
  m_refused = new ElidedLabel(card);
  m_refused->setTone("muted");
  auto* fields = new QHBoxLayout;
  fields->setSpacing(8);
  fields->addWidget(m_name, 3);
  fields->addWidget(m_day, 2);
  fields->addWidget(m_leave);
  fields->addWidget(m_sign);
  auto* column = new QVBoxLayout(card);
  column->setContentsMargins(14, 12, 14, 12);
  column->setSpacing(6);
  column->addLayout(fields);
  column->addWidget(m_planText);
  column->addWidget(m_refused);
  connect(m_name, &QLineEdit::textChanged, this, &BatchBuilder::changed);
  connect(m_day, &QLineEdit::textChanged, this, &BatchBuilder::changed);
  connect(m_sign, &QPushButton::clicked, this, &BatchBuilder::sign);
  connect(m_leave, &QPushButton::clicked, this, &BatchBuilder::left);
  return card;
}

void BatchBuilder::begin() {
  m_name->clear();
  m_day->clear();
  m_table->clearSelection();
  m_busy = false;
  changed();
}

void BatchBuilder::setReadOnly(bool readOnly) {
  m_readOnly = readOnly;
  showButton();
}

void BatchBuilder::setBusy(bool busy) {
  m_busy = busy;
  showButton();
}

void BatchBuilder::showCandidates(const std::shared_ptr<const BatchCandidates>& candidates) {
  const bool first = !m_model.candidates();
  m_model.setCandidates(candidates);
  if (first)
    m_table->focusLine(0);
  const bool empty = m_model.rowCount() == 0;
  m_rows->setCurrentWidget(empty ? static_cast<QWidget*>(m_empty) : m_table);
  m_empty->setWords(
      tr("Nothing to put into a batch"),
      tr("Prices that wait for approval, and approved ones that are not released yet, stand here. A cycle "
         "proposes some, or try prices in the Catalogue."));
  changed();
}

std::optional<Day> BatchBuilder::typedDay(bool* wrong) const {
  const QString text = m_day->text().trimmed();
  *wrong = false;
  if (text.isEmpty())
    return std::nullopt;
  const Result<Day> day = parseDay(text);
  *wrong = !day;
  return day ? std::optional(*day) : std::nullopt;
}

BatchWish BatchBuilder::wish() const {
  bool wrong = false;
  BatchWish w;
  w.name = m_name->text().trimmed();
  w.day = typedDay(&wrong);
  for (const int row : m_table->chosenRows())
    w.rows.push_back({m_model.at(row).row.id, m_model.at(row).row.contentHash});
  return w;
}

void BatchBuilder::changed() {
  m_planned = false;
  m_labels = 0;
  showButton();
  m_soon.start();
}

void BatchBuilder::ask() {
  bool wrong = false;
  typedDay(&wrong);
  if (wrong)
    return showPlanError(tr("A day is written as 2026-01-31."));
  BatchWish w = wish();
  if (w.rows.empty()) {
    m_planText->setText(tr("Choose prices: Shift and the arrows, or Ctrl+A for all that are shown"));
    m_refused->setText({});
    return;
  }
  if (w.name.isEmpty())
    w.name = QStringLiteral("–"); // a plan does not need one
  emit planRequested(w);
}

void BatchBuilder::showPlan(const BatchPlan& plan) {
  using namespace publications;
  m_labels = plan.labels;
  m_planned = true;
  QStringList parts;
  parts << (plan.labels == 1 ? tr("1 label") : tr("%1 labels").arg(QLocale().toString(plan.labels)));
  if (plan.effect.counted > 0)
    parts << tr("profit %1").arg(effectText(plan.effect));
  const Instant now = m_model.candidates() ? m_model.candidates()->now : Instant{};
  for (const BatchPlan::Part& part : plan.parts)
    parts << (plan.parts.size() > 1
                  ? tr("%1 out %2 (%3)")
                        .arg(QLocale().toString(part.labels), clockText(part.releaseAt, now), part.timeZone)
                  : tr("goes out %1").arg(clockText(part.releaseAt, now)));
  if (plan.toMove > 0)
    parts << tr("%1 moved from other batches").arg(QLocale().toString(plan.toMove));
  m_planText->setText(parts.join(QStringLiteral(" · ")));
  m_planText->setToolTip(effectHelp(plan.effect));
  m_refused->setTone(plan.refused.empty() ? "muted" : "warning");
  m_refused->setText(
      plan.refused.empty()
          ? tr("Nobody stays out: one signature approves all of it.")
          : (plan.refused.size() == 1 ? tr("1 stays out: ")
                                      : tr("%1 stay out: ").arg(QLocale().toString(qint64(plan.refused.size())))) +
                publications::refusedText(plan.refused, 3).replace(QLatin1Char('\n'), QStringLiteral(" · ")));
  m_refused->setToolTip(publications::refusedText(plan.refused, 20));
  showButton();
}

void BatchBuilder::showPlanError(const QString& text) {
  m_planned = false;
  m_labels = 0;
  m_planText->setText(text);
  m_refused->setText({});
  showButton();
}

void BatchBuilder::showButton() {
  m_sign->setText(m_labels == 1 ? tr("Sign 1 price")
                                : (m_labels > 1 ? tr("Sign %1 prices").arg(QLocale().toString(m_labels)) : tr("Sign")));
  m_sign->setAccessibleName(tr("%1 (Ctrl+Enter)").arg(m_sign->text()));
  m_sign->setEnabled(!m_readOnly && !m_busy && m_planned && m_labels > 0 && !m_name->text().trimmed().isEmpty());
  m_sign->setToolTip(m_name->text().trimmed().isEmpty() ? tr("The batch needs a name.") : QString());
}

void BatchBuilder::sign() {
  if (!m_sign->isEnabled())
    return;
  setBusy(true); // nothing is signed twice
  emit signRequested(wish());
}

void BatchBuilder::keyPressEvent(QKeyEvent* event) {
  const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
  if (enter && event->modifiers() == Qt::ControlModifier && !event->isAutoRepeat()) {
    if (m_name->text().trimmed().isEmpty())
      m_name->setFocus(Qt::OtherFocusReason); // it needs a name first
    sign();
    event->accept();
  } else if (event->key() == Qt::Key_Escape && !event->isAutoRepeat()) {
    if (m_name->hasFocus() || m_day->hasFocus())
      m_table->setFocus(Qt::OtherFocusReason);
    else
      emit left();
    event->accept();
  } else {
    QWidget::keyPressEvent(event);
  }
}

} // namespace pricewright
