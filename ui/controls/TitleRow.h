// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "controls/ActionButton.h"
#include "controls/ElidedLabel.h"

#include <QHBoxLayout>

namespace pricewright {

// The first row of a page: its name, in muted words how things stand, and at the end what can be done.
class TitleRow : public QWidget {
  Q_OBJECT
 public:
  TitleRow(const Theme& theme, const QString& title, QWidget* parent = nullptr);
  ElidedLabel* summary() const { return m_summary; }
  ActionButton* addButton(ActionButton::Kind kind, const QString& text, const QString& key = {});
  QHBoxLayout* row() const { return m_row; } // for what is no button

 private:
  const Theme& m_theme;
  QHBoxLayout* m_row;
  ElidedLabel* m_summary;
};

} // namespace pricewright
