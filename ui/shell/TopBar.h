// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "controls/ActionButton.h"
#include "controls/ElidedLabel.h"

#include <QFrame>

class QMenu;

namespace pricewright {

// The top line: the program, the workspace with its menu, the box that opens the command palette, and who works here.
class TopBar : public QFrame {
  Q_OBJECT
 public:
  explicit TopBar(const Theme& theme, QWidget* parent = nullptr);
  void setWorkspace(const QString& name, const QString& path);
  void setUser(const QString& text);
  void setMenu(QMenu* menu); // of the workspace's name

 signals:
  void paletteRequested();

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  const Theme& m_theme;
  ActionButton* m_workspace;
  QPushButton* m_search;
  ElidedLabel* m_user;
};

} // namespace pricewright
