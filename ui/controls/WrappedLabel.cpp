// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/WrappedLabel.h"

#include <QResizeEvent>

#include <algorithm>

namespace pricewright {

WrappedLabel::WrappedLabel(QWidget* parent, int least) : QLabel(parent), m_least(least) {
  setWordWrap(true);
  setMinimumHeight(least);
}

void WrappedLabel::setWords(const QString& text) {
  setText(text);
  fit();
}

// Out of sight its width means nothing yet.
void WrappedLabel::fit() {
  const int needed = text().isEmpty() || !isVisible() ? m_least : std::max(m_least, heightForWidth(width()));
  if (needed != minimumHeight())
    setMinimumHeight(needed);
}

void WrappedLabel::resizeEvent(QResizeEvent* event) {
  QLabel::resizeEvent(event);
  fit();
}

void WrappedLabel::showEvent(QShowEvent* event) {
  QLabel::showEvent(event);
  fit();
}

} // namespace pricewright
