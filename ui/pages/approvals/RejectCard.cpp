// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/approvals/RejectCard.h"

#include "controls/ElidedLabel.h"
#include "engine/texts/Texts.h"
#include "itemmodels/Words.h"

#include <QKeyEvent>
#include <QVBoxLayout>

namespace pricewright {

RejectCard::RejectCard(const Theme& theme, QWidget* page) : OverlayCard(theme, page) {
  setAccessibleName(tr("Why is it rejected?"));
  setMinimumWidth(340);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(12, 12, 12, 12);
  column->setSpacing(2);
  m_title = new ElidedLabel(this);
  m_title->setFont(theme.font(TypeRole::BodyStrong));
  column->addWidget(m_title);
  column->addSpacing(4);
  int number = 0;
  for (const char* code : rejectReasons()) {
    const QString text = capitalized(codeText(QString::fromLatin1(code)));
    auto* button = new ActionButton(theme, ActionButton::Kind::Chip, text, this);
    button->setKeys({QString::number(number + 1)});
    button->setKeyFirst(true);
    button->setFocusPolicy(Qt::NoFocus);
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(button, &QPushButton::clicked, this, [this, number] { choose(number); });
    column->addWidget(button);
    m_reasons.push_back(button);
    ++number;
  }
  column->addSpacing(6);
  m_comment = new QLineEdit(this);
  m_comment->setPlaceholderText(tr("Comment (optional)"));
  m_comment->setAccessibleName(tr("Comment"));
  column->addWidget(m_comment);
  auto* hint = new QLabel(tr("A digit rejects. Tab: comment, then Enter."), this);
  hint->setFont(theme.font(TypeRole::Axis));
  hint->setProperty("tone", QStringLiteral("muted"));
  column->addWidget(hint);
  mark(0);
}

void RejectCard::ask(std::vector<Ask> asks, const QString& about, const QPoint& anchor) {
  m_asks = std::move(asks);
  m_title->setText(m_asks.size() == 1
                       ? tr("Reject %1: why?").arg(about)
                       : tr("Reject %1 prices: why?").arg(QLocale().toString(qulonglong(m_asks.size()))));
  setAccessibleName(m_title->text());
  mark(0);
  open(anchor);
}

void RejectCard::mark(int reason) {
  m_marked = std::clamp(reason, 0, static_cast<int>(m_reasons.size()) - 1);
  for (std::size_t i = 0; i < m_reasons.size(); ++i)
    m_reasons[i]->setChecked(static_cast<int>(i) == m_marked);
}

void RejectCard::choose(int reason) {
  mark(reason);
  const QString code = QString::fromLatin1(rejectReasons()[static_cast<std::size_t>(m_marked)]);
  const QString comment = m_comment->text().trimmed();
  dismiss();
  emit rejected(m_asks, code, comment);
}

void RejectCard::keyPressEvent(QKeyEvent* event) {
  const bool chord = event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier);
  if (event->key() == Qt::Key_Up)
    mark(m_marked - 1);
  else if (event->key() == Qt::Key_Down)
    mark(m_marked + 1);
  else if (!chord && !event->isAutoRepeat() && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter))
    choose(m_marked);
  else if (!chord && !event->isAutoRepeat() && event->key() >= Qt::Key_1 &&
           event->key() < Qt::Key_1 + static_cast<int>(m_reasons.size()))
    choose(event->key() - Qt::Key_1);
  else
    OverlayCard::keyPressEvent(event);
  event->accept();
}

} // namespace pricewright
