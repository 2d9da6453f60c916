// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/audit/PeriodCard.h"

#include <QDateTime>
#include <QKeyEvent>
#include <QLabel>
#include <QVBoxLayout>

namespace pricewright {
namespace {

const QString kPattern = QStringLiteral("yyyy-MM-dd");

QDate dayOf(const QString& typed) { return QDate::fromString(typed.trimmed(), kPattern); }

QString dayText(const std::optional<Instant>& at, qint64 shift = 0) {
  return at ? QDateTime::fromMSecsSinceEpoch(toMillis(*at) + shift).date().toString(kPattern) : QString();
}

bool isDay(const QLineEdit* edit) { return edit->text().trimmed().isEmpty() || dayOf(edit->text()).isValid(); }

} // namespace

PeriodCard::PeriodCard(const Theme& theme, QWidget* page) : OverlayCard(theme, page) {
  setAccessibleName(tr("From which day to which day?"));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(14, 12, 14, 12);
  column->setSpacing(8);
  auto* title = new QLabel(tr("Which days?"), this);
  title->setFont(theme.font(TypeRole::BodyStrong));
  column->addWidget(title);
  const auto field = [&](const QString& name) {
    auto* row = new QHBoxLayout;
    auto* label = new QLabel(name, this);
    label->setMinimumWidth(56);
    auto* edit = new QLineEdit(this);
    edit->setPlaceholderText(tr("2026-01-31"));
    edit->setAccessibleName(name);
    edit->setMinimumWidth(150);
    row->addWidget(label);
    row->addWidget(edit, 1);
    column->addLayout(row);
    connect(edit, &QLineEdit::textChanged, this, &PeriodCard::check);
    return edit;
  };
  m_from = field(tr("From"));
  m_to = field(tr("Through"));
  m_wrong = new QLabel(this);
  m_wrong->setFont(theme.font(TypeRole::Label));
  m_wrong->setProperty("tone", QStringLiteral("negative"));
  column->addWidget(m_wrong);
  m_do = new ActionButton(theme, ActionButton::Kind::Primary, tr("Show"), this);
  m_do->setKeys({tr("Enter")});
  auto* row = new QHBoxLayout;
  row->addStretch(1);
  row->addWidget(m_do);
  column->addLayout(row);
  connect(m_do, &QPushButton::clicked, this, &PeriodCard::accept);
  check();
}

void PeriodCard::ask(const AuditFilter& filter, const QPoint& anchor) {
  m_from->setText(dayText(filter.from));
  m_to->setText(dayText(filter.to, -1));
  open(anchor);
  m_from->setFocus(Qt::PopupFocusReason);
  m_from->selectAll();
}

void PeriodCard::check() {
  QString wrong;
  if (!isDay(m_from) || !isDay(m_to))
    wrong = tr("A day is written as 2026-01-31.");
  else if (dayOf(m_from->text()).isValid() && dayOf(m_to->text()).isValid() &&
           dayOf(m_to->text()) < dayOf(m_from->text()))
    wrong = tr("It ends before it begins.");
  m_wrong->setText(wrong);
  m_do->setEnabled(wrong.isEmpty());
}

void PeriodCard::accept() {
  if (!m_do->isEnabled())
    return;
  const auto start = [](const QLineEdit* edit, int more) {
    const QDate day = dayOf(edit->text());
    return day.isValid() ? std::optional(fromMillis(day.addDays(more).startOfDay().toMSecsSinceEpoch())) : std::nullopt;
  };
  const std::optional<Instant> from = start(m_from, 0), to = start(m_to, 1);
  dismiss();
  emit chosen(from, to);
}

void PeriodCard::keyPressEvent(QKeyEvent* event) {
  if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && !event->isAutoRepeat())
    accept();
  else
    OverlayCard::keyPressEvent(event);
  event->accept();
}

} // namespace pricewright
