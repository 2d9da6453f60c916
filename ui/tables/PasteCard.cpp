// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/PasteCard.h"

#include <QKeyEvent>
#include <QMap>
#include <QVBoxLayout>

namespace pricewright {
namespace {
constexpr std::size_t kReasonsShown = 6;
}

PasteCard::PasteCard(const Theme& theme, QWidget* page) : OverlayCard(theme, page) {
  setAccessibleName(tr("Pasted cells"));
  setMinimumWidth(420);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(16, 14, 16, 14);
  column->setSpacing(8);
  m_title = new QLabel(this);
  m_title->setFont(theme.font(TypeRole::BodyStrong));
  m_what = new QLabel(this);
  m_what->setWordWrap(true);
  m_refused = new QLabel(this);
  m_refused->setWordWrap(true);
  m_refused->setProperty("tone", QStringLiteral("muted"));
  m_refused->setTextFormat(Qt::PlainText);
  column->addWidget(m_title);
  column->addWidget(m_what);
  column->addWidget(m_refused);
  auto* row = new QHBoxLayout;
  row->setSpacing(8);
  m_do = new ActionButton(theme, ActionButton::Kind::Primary, QString(), this);
  m_do->setKeys({tr("Enter")});
  m_cancel = new ActionButton(theme, ActionButton::Kind::Secondary, tr("Change nothing"), this);
  m_cancel->setKeys({tr("Esc")});
  row->addWidget(m_do);
  row->addWidget(m_cancel);
  row->addStretch(1);
  column->addSpacing(4);
  column->addLayout(row);
  connect(m_do, &QPushButton::clicked, this, &PasteCard::accept);
  connect(m_cancel, &QPushButton::clicked, this, &OverlayCard::dismiss);
}

void PasteCard::ask(const PastePlan& plan, const TableLines& lines) {
  m_plan = plan;
  const auto n = [](qsizetype value) { return QLocale().toString(value); };
  const auto edits = static_cast<qsizetype>(plan.edits.size());
  QMap<QString, int> perColumn;
  for (const CellEdit& e : plan.edits)
    ++perColumn[lines.rows().column(e.column).name];
  QStringList columns;
  for (auto at = perColumn.cbegin(); at != perColumn.cend(); ++at)
    columns << tr("%1: %2").arg(at.key(), n(at.value()));
  m_title->setText(!plan.error.isEmpty() ? tr("Nothing can be pasted")
                   : edits == 0          ? tr("Nothing would change")
                   : edits == 1          ? tr("1 cell would change")
                                         : tr("%1 cells would change").arg(n(edits)));
  QStringList what;
  if (!plan.error.isEmpty())
    what << plan.error;
  if (!columns.isEmpty())
    what << columns.join(QStringLiteral(" · "));
  if (plan.same > 0)
    what << tr("%1 are already so.").arg(n(plan.same));
  if (plan.refusedCount > 0)
    what << tr("%1 are refused and stay as they are:").arg(n(plan.refusedCount));
  m_what->setText(what.join(QLatin1Char('\n')));
  QStringList refused;
  for (std::size_t i = 0; i < std::min(plan.refused.size(), kReasonsShown); ++i)
    refused << tr("line %1, “%2”: %3").arg(n(plan.refused[i].pastedLine), plan.refused[i].cell, plan.refused[i].why);
  if (plan.refusedCount > static_cast<int>(kReasonsShown))
    refused << QStringLiteral("…");
  m_refused->setText(refused.join(QLatin1Char('\n')));
  m_refused->setVisible(!refused.isEmpty());
  m_do->setVisible(edits > 0);
  m_do->setText(edits == 1 ? tr("Change 1 cell") : tr("Change %1 cells").arg(n(edits)));
  setAccessibleDescription(m_title->text() + QLatin1Char('\n') + m_what->text());
  openCentered();
}

void PasteCard::accept() {
  if (m_plan.edits.empty())
    return;
  dismiss();
  emit accepted(m_plan.edits);
}

void PasteCard::keyPressEvent(QKeyEvent* event) {
  const bool chord = event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier);
  if (!chord && !event->isAutoRepeat() && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)) {
    m_plan.edits.empty() ? dismiss() : accept();
    event->accept();
    return;
  }
  OverlayCard::keyPressEvent(event);
}

} // namespace pricewright
