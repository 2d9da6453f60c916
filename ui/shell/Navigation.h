// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "shell/Theme.h"

#include <QAbstractButton>
#include <QFrame>

namespace pricewright {

// One page in the navigation: icon, name, and how many things wait there.
class NavigationEntry : public QAbstractButton {
  Q_OBJECT
 public:
  NavigationEntry(const Theme& theme, const QString& icon, const QString& name, QWidget* parent);
  void setBadge(int count);
  void setCompact(bool compact);
  QSize sizeHint() const override { return {150, 32}; }

 protected:
  bool event(QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;

 private:
  const Theme& m_theme;
  QString m_icon;
  int m_badge = 0;
  bool m_compact = false;
};

// The pages, at the leading edge. In a narrow window only their icons.
class Navigation : public QFrame {
  Q_OBJECT
 public:
  explicit Navigation(const Theme& theme, QWidget* parent = nullptr);
  NavigationEntry* addPage(const QString& icon, const QString& name, const QKeySequence& shortcut);
  void setCompact(bool compact);
  void setCurrent(int index);
  NavigationEntry* current() const;

 signals:
  void pageChosen(int index);

 private:
  const Theme& m_theme;
  QList<NavigationEntry*> m_entries;
};

} // namespace pricewright
