// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/approvals/DelegateCard.h"

#include "engine/texts/Texts.h"

#include <QBoxLayout>
#include <QDateTime>
#include <QKeyEvent>

namespace pricewright {
namespace {

constexpr int kDays[] = {1, 7, 14, 28};

} // namespace

DelegateCard::DelegateCard(const Theme& theme, QWidget* page) : OverlayCard(theme, page) {
  setFixedWidth(420);
  setAccessibleName(tr("Who decides in my stead"));
  m_title = new QLabel(tr("Who decides in my stead?"), this);
  m_title->setFont(theme.font(TypeRole::BodyStrong));
  m_title->setContentsMargins(14, 0, 14, 0);
  auto* times = new QHBoxLayout;
  times->setContentsMargins(14, 0, 14, 0);
  times->setSpacing(8);
  const QStringList names{tr("One day"), tr("One week"), tr("Two weeks"), tr("Four weeks")};
  for (int i = 0; i < names.size(); ++i) {
    auto* chip = new ActionButton(theme, ActionButton::Kind::Chip, names[i], this);
    connect(chip, &QPushButton::clicked, this, [this, i] { chooseTime(i); });
    m_times << chip;
    times->addWidget(chip);
  }
  times->addStretch(1);
  m_list = new LineList(theme, tr("People"), this);
  m_list->installEventFilter(this);
  m_hint = new QLabel(this);
  m_hint->setFont(theme.font(TypeRole::Axis));
  m_hint->setProperty("tone", QStringLiteral("muted"));
  m_hint->setContentsMargins(14, 0, 14, 0);
  m_hint->setWordWrap(true);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(1, 12, 1, 12);
  column->addWidget(m_title);
  column->addLayout(times);
  column->addWidget(m_list);
  column->addWidget(m_hint);
  connect(m_list, &LineList::opened, this, &DelegateCard::open);
}

QString DelegateCard::whenText(Instant at) const {
  return QLocale().toString(QDateTime::fromMSecsSinceEpoch(toMillis(at)), QLocale::ShortFormat);
}

Instant DelegateCard::until() const { return m_now + std::chrono::hours(24 * kDays[m_time]); }

void DelegateCard::ask(Instant now, const QPoint& anchor) {
  m_now = now;
  m_view = {};
  m_list->setLines({});
  chooseTime(m_time);
  OverlayCard::open(anchor);
  m_list->setFocus(Qt::OtherFocusReason);
}

void DelegateCard::chooseTime(int choice) {
  m_time = std::clamp(choice, 0, int(std::size(kDays)) - 1);
  for (int i = 0; i < m_times.size(); ++i)
    m_times[i]->setChecked(i == m_time);
  m_hint->setText(
      m_view.people.empty() && m_view.current.empty()
          ? tr("There is nobody else in this workspace yet. They are added by: pricewright-engine users set.")
          : tr("Until %1. They may approve what you may, but no price that you proposed. ← → change the "
               "time, Enter grants it. The journal names you both.")
                .arg(whenText(until())));
}

void DelegateCard::showPeople(const DelegationView& view) {
  m_view = view;
  std::vector<Line> lines;
  for (const Person& p : view.people) {
    Line line;
    line.text = p.displayName.isEmpty() ? p.name : p.displayName;
    line.detail = codeText(p.role);
    line.opens = true;
    lines.push_back(std::move(line));
  }
  for (const Delegation& d : view.current) {
    if (d.from != view.me && d.to != view.me)
      continue;
    Line line;
    line.chip = tr("in force");
    line.chipTone = paint::Tone::Accent;
    line.text = d.from == view.me ? tr("%1 for me").arg(d.to) : tr("I for %1").arg(d.from);
    line.detail = tr("until %1").arg(whenText(d.until));
    line.trailing = tr("end");
    line.opens = true;
    lines.push_back(std::move(line));
  }
  std::erase_if(m_view.current, [&](const Delegation& d) { return d.from != view.me && d.to != view.me; });
  m_list->setLines(std::move(lines));
  chooseTime(m_time);
  raise();
}

void DelegateCard::open(int line) {
  const auto people = int(m_view.people.size());
  if (line < 0 || line >= people + int(m_view.current.size()))
    return;
  dismiss();
  line < people ? emit granted(m_view.people[std::size_t(line)].name, until())
                : emit ended(m_view.current[std::size_t(line - people)].id);
}

bool DelegateCard::eventFilter(QObject* watched, QEvent* event) {
  if (watched == m_list && event->type() == QEvent::KeyPress) {
    const auto* key = static_cast<QKeyEvent*>(event);
    if (key->modifiers() == Qt::NoModifier && (key->key() == Qt::Key_Left || key->key() == Qt::Key_Right)) {
      chooseTime(m_time + (key->key() == Qt::Key_Right ? 1 : -1));
      return true;
    }
  }
  return OverlayCard::eventFilter(watched, event);
}

void DelegateCard::keyPressEvent(QKeyEvent* event) {
  OverlayCard::keyPressEvent(event);
  event->accept();
}

} // namespace pricewright
