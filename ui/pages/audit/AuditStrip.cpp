// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/audit/AuditStrip.h"

#include <QHBoxLayout>

#include <algorithm>

namespace pricewright {

AuditStrip::AuditStrip(const Theme& theme, QWidget* parent) : QFrame(parent) {
  setObjectName(QStringLiteral("actionBar"));
  setAccessibleName(tr("Rows, and what is under way"));
  setFixedHeight(40);
  m_rows = new ElidedLabel(this);
  m_work = new ElidedLabel(this);
  m_work->setTone("muted");
  m_work->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
  m_bar = new QProgressBar(this);
  m_bar->setRange(0, 1000);
  m_bar->setTextVisible(false);
  m_bar->setFixedSize(120, 6);
  m_bar->setAccessibleName(tr("Progress"));
  m_stop = new ActionButton(theme, ActionButton::Kind::Secondary, tr("Stop"), this);
  m_stop->setKeys({tr("Esc")});
  m_resume = new ActionButton(theme, ActionButton::Kind::Secondary, tr("Look further"), this);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(12, 0, 12, 0);
  row->setSpacing(12);
  row->addWidget(m_rows, 1);
  row->addWidget(m_work, 1);
  row->addWidget(m_bar);
  row->addWidget(m_stop);
  row->addWidget(m_resume);
  connect(m_stop, &QPushButton::clicked, this, &AuditStrip::stopClicked);
  connect(m_resume, &QPushButton::clicked, this, &AuditStrip::resumeClicked);
  setWork({}, 0);
}

void AuditStrip::setRows(const QString& text) { m_rows->setText(text); }

void AuditStrip::setWork(const QString& text, double fraction) {
  m_work->setText(text);
  m_bar->setVisible(!text.isEmpty());
  m_bar->setValue(int(std::clamp(fraction, 0.0, 1.0) * 1000));
  m_stop->setVisible(!text.isEmpty());
  m_resume->hide();
}

void AuditStrip::setPaused(const QString& text) {
  setWork({}, 0);
  m_work->setText(text);
  m_resume->setVisible(!text.isEmpty());
}

} // namespace pricewright
