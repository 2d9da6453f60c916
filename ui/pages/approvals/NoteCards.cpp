// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/approvals/NoteCards.h"

#include "controls/ElidedLabel.h"

#include <QDateTime>
#include <QKeyEvent>
#include <QVBoxLayout>

namespace pricewright {
namespace {

constexpr int kMorning = 8; // o'clock

QLabel* titleIn(OverlayCard* card, const Theme& theme) {
  auto* title = new ElidedLabel(card);
  title->setFont(theme.font(TypeRole::BodyStrong));
  return title;
}

} // namespace

CommentCard::CommentCard(const Theme& theme, QWidget* page) : OverlayCard(theme, page) {
  setFixedWidth(420);
  m_title = titleIn(this, theme);
  m_text = new QLineEdit(this);
  m_text->setMaxLength(2'000);
  m_text->setAccessibleName(tr("Comment"));
  m_text->setPlaceholderText(tr("Comment, kept with the decision and in the audit"));
  auto* hint = new QLabel(tr("Enter keeps it. Esc leaves."), this);
  hint->setFont(theme.font(TypeRole::Axis));
  hint->setProperty("tone", QStringLiteral("muted"));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(12, 12, 12, 12);
  column->addWidget(m_title);
  column->addWidget(m_text);
  column->addWidget(hint);
}

void CommentCard::ask(std::vector<Id> rows, const QString& about, const QPoint& anchor) {
  m_rows = std::move(rows);
  m_title->setText(m_rows.size() == 1 ? tr("Comment on %1").arg(about)
                                      : tr("Comment on %1 rows").arg(QLocale().toString(qulonglong(m_rows.size()))));
  setAccessibleName(m_title->text());
  open(anchor);
  m_text->setFocus(Qt::OtherFocusReason);
}

void CommentCard::keyPressEvent(QKeyEvent* event) {
  const bool chord = event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier);
  if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && !chord && !event->isAutoRepeat()) {
    const QString text = m_text->text().trimmed();
    if (!text.isEmpty()) {
      dismiss();
      emit commented(m_rows, text);
    }
  } else {
    OverlayCard::keyPressEvent(event);
  }
  event->accept();
}

SnoozeCard::SnoozeCard(const Theme& theme, QWidget* page) : OverlayCard(theme, page) {
  setFixedWidth(340);
  m_title = titleIn(this, theme);
  m_title->setContentsMargins(14, 0, 14, 0);
  m_list = new LineList(theme, tr("Until when"), this);
  auto* hint = new QLabel(tr("They come back by themselves; they expire all the same."), this);
  hint->setFont(theme.font(TypeRole::Axis));
  hint->setProperty("tone", QStringLiteral("muted"));
  hint->setContentsMargins(14, 0, 14, 0);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(1, 12, 1, 12);
  column->addWidget(m_title);
  column->addWidget(m_list);
  column->addWidget(hint);
  connect(m_list, &LineList::opened, this, &SnoozeCard::choose);
}

std::vector<SnoozeCard::Choice> SnoozeCard::choicesFrom(Instant now, bool areOff) {
  const QDateTime here = QDateTime::fromMSecsSinceEpoch(toMillis(now));
  const auto morning = [&](int days) {
    return fromMillis(QDateTime(here.date().addDays(days), QTime(kMorning, 0)).toMSecsSinceEpoch());
  };
  const int toMonday = 8 - here.date().dayOfWeek();
  std::vector<Choice> all{{tr("One hour"), now + std::chrono::hours(1)},
                          {tr("Four hours"), now + std::chrono::hours(4)},
                          {tr("Tomorrow morning"), morning(1)},
                          {tr("Monday morning"), morning(toMonday)}};
  if (toMonday == 1)
    all.pop_back();
  if (areOff)
    all.push_back({tr("Back now"), std::nullopt});
  return all;
}

void SnoozeCard::ask(std::vector<Id> rows, const QString& about, Instant now, bool areOff, const QPoint& anchor) {
  m_rows = std::move(rows);
  m_choices = choicesFrom(now, areOff);
  m_title->setText(m_rows.size() == 1 ? tr("Put off %1").arg(about)
                                      : tr("Put off %1 rows").arg(QLocale().toString(qulonglong(m_rows.size()))));
  setAccessibleName(m_title->text());
  std::vector<Line> lines;
  for (std::size_t i = 0; i < m_choices.size(); ++i) {
    Line line;
    line.chip = QString::number(i + 1);
    line.text = m_choices[i].name;
    if (m_choices[i].until)
      line.trailing = QLocale().toString(QDateTime::fromMSecsSinceEpoch(toMillis(*m_choices[i].until)),
                                         QStringLiteral("ddd d MMM hh:mm"));
    line.opens = true;
    lines.push_back(std::move(line));
  }
  m_list->setLines(std::move(lines));
  open(anchor);
  m_list->setFocus(Qt::OtherFocusReason);
}

void SnoozeCard::choose(int choice) {
  if (choice < 0 || choice >= static_cast<int>(m_choices.size()))
    return;
  const std::optional<Instant> until = m_choices[std::size_t(choice)].until;
  dismiss();
  emit snoozed(m_rows, until);
}

void SnoozeCard::keyPressEvent(QKeyEvent* event) {
  const bool chord = event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier);
  if (!chord && !event->isAutoRepeat() && event->key() >= Qt::Key_1 && event->key() <= Qt::Key_9)
    choose(event->key() - Qt::Key_1);
  else
    OverlayCard::keyPressEvent(event);
  event->accept();
}

} // namespace pricewright
