// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "controls/OverlayCard.h"
#include "engine/views/SearchView.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QStandardItemModel>
#include <QTimer>

namespace pricewright {

// One box for everything: actions by name, with their key (letters may be left out: "rc" finds "Run cycle"), and what
// the workspace has under those words: products, decisions, offers, entries of the journal.
class CommandPalette : public OverlayCard {
  Q_OBJECT
 public:
  CommandPalette(const Theme& theme, QWidget* window);
  void choose(const QList<QAction*>& actions);
  static int score(const QString& name, const QString& typed); // −1: no match; higher is better
  int hitCount() const { return static_cast<int>(m_hits.size()); }

 public slots:
  // Answers searchWanted; what was typed since is kept.
  void showHits(const QString& words, const std::vector<pricewright::SearchHit>& hits);

 signals:
  void searchWanted(const QString& words);
  void hitChosen(const pricewright::SearchHit& hit);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void fill(const QString& typed);
  void addHits();
  void run();
  QString typed() const { return m_field->text().trimmed(); }
  QList<QAction*> m_actions;
  std::vector<SearchHit> m_hits;
  QTimer m_searchSoon;
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
