// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/publications/SlotCard.h"

#include "pages/publications/PublicationsText.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QStyle>
#include <QVBoxLayout>

namespace pricewright {
namespace {

const QString kDay = QStringLiteral("yyyy-MM-dd");
QDateTime localOf(Instant at) { return QDateTime::fromMSecsSinceEpoch(toMillis(at)); }

} // namespace

SlotCard::SlotCard(const Theme& theme, QWidget* page) : OverlayCard(theme, page) {
  setMinimumWidth(360);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(16, 14, 16, 14);
  column->setSpacing(8);
  m_title = new QLabel(this);
  m_title->setFont(theme.font(TypeRole::BodyStrong));
  m_title->setWordWrap(true);
  column->addWidget(m_title);
  const auto field = [&](const QString& name, const QString& example) {
    auto* row = new QHBoxLayout;
    auto* label = new QLabel(name, this);
    label->setMinimumWidth(56);
    auto* edit = new QLineEdit(this);
    edit->setPlaceholderText(example);
    edit->setAccessibleName(name);
    edit->setMaxLength(40);
    row->addWidget(label);
    row->addWidget(edit, 1);
    column->addLayout(row);
    connect(edit, &QLineEdit::textChanged, this, &SlotCard::check);
    return edit;
  };
  m_day = field(tr("Day"), tr("2026-01-31"));
  m_time = field(tr("Time"), tr("06:30"));
  m_wrong = new QLabel(this);
  m_wrong->setFont(theme.font(TypeRole::Label));
  m_wrong->setWordWrap(true);
  m_wrong->setMinimumHeight(34);
  m_wrong->setAlignment(Qt::AlignTop | Qt::AlignLeft);
  column->addWidget(m_wrong);
  m_do = new ActionButton(theme, ActionButton::Kind::Primary, tr("Change the slot"), this);
  m_do->setKeys({tr("Enter")});
  m_do->setAccessibleName(m_do->text());
  auto* row = new QHBoxLayout;
  row->addStretch(1);
  row->addWidget(m_do);
  column->addLayout(row);
  connect(m_do, &QPushButton::clicked, this, &SlotCard::accept);
}

void SlotCard::ask(qint64 batchNo, const QString& name, Instant slot, Instant earliest, Instant now) {
  m_batchNo = batchNo;
  m_earliest = earliest;
  m_now = now;
  m_title->setText(tr("When shall “%1” go out?").arg(name));
  setAccessibleName(m_title->text());
  const QDateTime at = localOf(std::max(slot, earliest));
  m_day->setText(at.date().toString(kDay));
  m_time->setText(at.time().toString(at.time().second() == 0 ? QStringLiteral("HH:mm") : QStringLiteral("HH:mm:ss")));
  check();
  openCentered();
  m_time->setFocus(Qt::PopupFocusReason);
  m_time->selectAll();
}

std::optional<Instant> SlotCard::typed() const {
  const QDate day = QDate::fromString(m_day->text().trimmed(), kDay);
  QTime time;
  for (const char* pattern : {"H:mm", "HH:mm", "H:mm:ss", "HH:mm:ss"})
    if (!time.isValid())
      time = QTime::fromString(m_time->text().trimmed(), QLatin1String(pattern));
  const QDateTime at(day, time);
  if (!day.isValid() || !time.isValid() || !at.isValid())
    return std::nullopt;
  return fromMillis(at.toMSecsSinceEpoch());
}

void SlotCard::check() {
  const auto at = typed();
  QString wrong;
  if (!at)
    wrong = tr("A day is written as 2026-01-31, a time as 06:30.");
  else if (*at < m_now)
    wrong = tr("This time has passed.");
  else if (*at < m_earliest)
    wrong =
        tr("Not before %1: until then its approvals can be undone.").arg(publications::clockText(m_earliest, m_now));
  else if (*at > m_now + std::chrono::hours(24 * 366))
    wrong = tr("This is more than a year ahead.");
  m_wrong->setProperty("tone", wrong.isEmpty() ? QStringLiteral("muted") : QStringLiteral("negative"));
  m_wrong->setText(wrong.isEmpty()
                       ? tr("By this computer’s clock. Goes out %1.").arg(publications::countdownText(*at - m_now))
                       : wrong);
  style()->unpolish(m_wrong);
  style()->polish(m_wrong); // the tone's color
  m_do->setEnabled(wrong.isEmpty());
}

void SlotCard::accept() {
  const auto at = typed();
  if (!isVisible() || !m_do->isEnabled() || !at)
    return;
  dismiss();
  emit chosen(m_batchNo, *at);
}

void SlotCard::keyPressEvent(QKeyEvent* event) {
  if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && !event->isAutoRepeat())
    accept();
  else
    OverlayCard::keyPressEvent(event);
  event->accept();
}

} // namespace pricewright
