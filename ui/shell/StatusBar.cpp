// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/StatusBar.h"

#include "engine/texts/Texts.h"
#include "itemmodels/Format.h"

#include <QHBoxLayout>
#include <QPainter>

namespace pricewright {

StatusBar::StatusBar(const Theme& theme, QWidget* parent) : QFrame(parent), m_theme(theme) {
  setObjectName(QStringLiteral("statusBar"));
  setAccessibleName(tr("Status"));
  setFixedHeight(28);
  const QFont font = theme.font(TypeRole::Label);
  m_file = new QLabel(this);
  m_step = new QLabel(this);
  m_progress = new QProgressBar(this);
  m_progress->setFixedSize(120, 6);
  m_progress->setTextVisible(false);
  m_progress->setRange(0, 1000);
  m_progress->setAccessibleName(tr("Progress of the cycle"));
  m_cancel = new ActionButton(theme, ActionButton::Kind::Quiet, tr("Cancel"), this);
  m_cancel->setAccessibleName(tr("Cancel the cycle"));
  m_cancel->setFixedHeight(24);
  m_last = new ElidedLabel(this);
  m_notice = new ElidedLabel(this);
  m_totals = new ElidedLabel(this);
  m_totals->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
  for (QLabel* label :
       {m_file, m_step, static_cast<QLabel*>(m_last), static_cast<QLabel*>(m_notice), static_cast<QLabel*>(m_totals)})
    label->setFont(font);
  m_last->setTone("muted");
  m_totals->setTone("muted");
  m_step->setProperty("tone", QStringLiteral("muted"));
  m_last->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(16, 0, 16, 0);
  row->setSpacing(14);
  row->addSpacing(14); // the dot of paintEvent
  row->addWidget(m_file);
  row->addWidget(m_step);
  row->addWidget(m_progress);
  row->addWidget(m_cancel);
  row->addWidget(m_last);
  row->addWidget(m_notice, 2);
  row->addWidget(m_totals, 1);
  m_noticeEnds.setSingleShot(true);
  connect(&m_noticeEnds, &QTimer::timeout, m_notice, &QLabel::clear);
  connect(m_cancel, &QPushButton::clicked, this, &StatusBar::cancelClicked);
  connect(&theme, &Theme::changed, this, QOverload<>::of(&QWidget::update));
  endCycle();
  setFileState(FileState::None);
}

void StatusBar::setFileState(FileState state) {
  m_state = state;
  m_file->setText(state == FileState::None ? tr("No file open")
                                           : (state == FileState::Local ? tr("Saved locally") : tr("Read-only")));
  m_file->setToolTip(state == FileState::ReadOnly
                         ? tr("This file cannot be written: decisions are not possible")
                         : tr("Every decision is in the file at once; nothing needs a network"));
  update();
}

void StatusBar::setLastCycle(const std::optional<CycleReport>& report) {
  m_lastCycle = report;
  showCycles();
}

void StatusBar::setNextCycle(const std::optional<Instant>& next) {
  m_nextCycle = next;
  showCycles();
}

void StatusBar::showCycles() {
  const auto clockText = [](Instant at) {
    const QDateTime when = QDateTime::fromMSecsSinceEpoch(toMillis(at));
    return when.date() == QDate::currentDate() ? QLocale().toString(when.time(), QLocale::ShortFormat)
                                               : QLocale().toString(when, QLocale::ShortFormat);
  };
  const QString next = m_nextCycle ? tr(" · next %1").arg(clockText(*m_nextCycle)) : QString();
  const auto& report = m_lastCycle;
  if (!report) {
    m_last->setText(tr("No cycle yet") + next);
    return;
  }
  m_lastTook = report->endedAt - report->startedAt;
  const QString when = clockText(report->endedAt);
  const bool good = report->state == QLatin1String("finished");
  const QString state = good ? QStringLiteral("✓") : codeText(report->state);
  m_last->setText(tr("Cycle %1 %2 %3").arg(when, state, secondsText(m_lastTook)) + next);
  QStringList lines;
  for (const StationReport& s : report->stations) {
    QString line = tr("%1: %2 in %3").arg(codeText(s.station), QLocale().toString(s.count), secondsText(s.took));
    if (!s.fallback.isEmpty())
      line += QStringLiteral(" · ") + codeText(s.fallback);
    lines << line;
  }
  m_last->setToolTip(lines.join(QLatin1Char('\n')));
  m_last->setTone(good ? "muted" : "warning");
  m_last->updateGeometry();
}

void StatusBar::beginCycle() {
  m_running = true;
  m_since.start();
  m_stepName.clear();
  m_progress->setValue(0);
  m_cancel->setEnabled(true);
  showStep();
  arrange();
}

void StatusBar::setProgress(const QString& step, double fraction) {
  m_stepName = codeText(step);
  m_progress->setValue(std::clamp(static_cast<int>(fraction * 1000), 0, 1000));
  showStep();
}

void StatusBar::showStep() {
  const Duration gone(m_since.isValid() ? m_since.elapsed() : 0);
  QString text = m_stepName.isEmpty() ? tr("Cycle starting") : tr("Cycle: %1").arg(m_stepName);
  text += QStringLiteral(" · ") + (m_lastTook.count() > 0
                                       ? tr("%1 of about %2").arg(secondsText(gone), secondsText(m_lastTook))
                                       : secondsText(gone));
  m_step->setText(text);
}

void StatusBar::endCycle() {
  m_running = false;
  arrange();
}

void StatusBar::showNotice(const QString& text) {
  m_notice->setText(text);
  m_noticeEnds.start(12'000);
}

void StatusBar::setTotals(const QString& text) { m_totals->setText(text); }

void StatusBar::arrange() {
  m_step->setVisible(m_running);
  m_progress->setVisible(m_running);
  m_cancel->setVisible(m_running);
  m_last->setVisible(!m_running && width() > 520);
  m_totals->setVisible(width() > 640);
}

void StatusBar::resizeEvent(QResizeEvent* event) {
  QFrame::resizeEvent(event);
  arrange();
}

void StatusBar::paintEvent(QPaintEvent* event) {
  QFrame::paintEvent(event);
  const Tokens& t = m_theme.tokens();
  QPainter p(this);
  p.setRenderHint(QPainter::Antialiasing);
  const QColor color =
      m_state == FileState::Local ? t.positive : (m_state == FileState::ReadOnly ? t.warning : t.faint);
  const qreal x = layoutDirection() == Qt::RightToLeft ? width() - 20 : 20;
  p.setPen(QPen(color, 1.5));
  p.setBrush(m_state == FileState::Local ? QBrush(color) : QBrush(Qt::NoBrush)); // full or hollow: not by color alone
  p.drawEllipse(QPointF(x, height() / 2.0), 3.5, 3.5);
}

} // namespace pricewright
