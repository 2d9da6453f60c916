// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "controls/OverlayCard.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QStandardItemModel>

namespace pricewright {

// Every action of the program by name, with its key. Letters may be left out: "rc" finds "Run cycle".
class CommandPalette : public OverlayCard {
  Q_OBJECT
 public:
  CommandPalette(const Theme& theme, QWidget* window);
  void choose(const QList<QAction*>& actions);
  static int score(const QString& name, const QString& typed); // −1: no match; higher is better

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void fill(const QString& typed);
  void run();
  QList<QAction*> m_actions;
  QLineEdit* m_field;
  QListView* m_list;
  QStandardItemModel m_model;
};

// The keys of a page, as a card.
class KeySheet : public OverlayCard {
  Q_OBJECT
 public:
  KeySheet(const Theme& theme, QWidget* window);
  void show(const QString& page, const QList<QPair<QString, QString>>& keys);

 protected:
  void keyPressEvent(QKeyEvent* event) override;

 private:
  QLabel* m_title;
  QWidget* m_rows = nullptr;
};

QString keysOf(const QAction& action); // its shortcut, or the bare key that its "key" property names

} // namespace pricewright
