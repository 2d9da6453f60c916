// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "controls/ActionButton.h"
#include "tables/TableView.h"

#include <QSettings>

namespace pricewright {

// A button that names the layout in use ("View: pricing ▾") and its menu: choose, save under a name, delete, back to
// the page's own layouts; below them the table's columns, groups and frozen columns. Layouts are kept with the
// workspace.
class SavedViews : public ActionButton {
  Q_OBJECT
 public:
  struct View {
    QString name;
    QJsonObject state;
  };
  // `own`: the layouts that the page brings; the first is the one to begin with.
  SavedViews(const Theme& theme, TableView& table, std::vector<View> own, QWidget* parent = nullptr);
  void save(QSettings& settings) const; // within the settings' current group
  void restore(const QSettings& settings);
  QString current() const { return m_current; }
  QStringList names() const;
  void choose(const QString& name);
  void keepAs(const QString& name); // the table's layout as it is now
  void remove(const QString& name); // own ones stay

 private:
  void openMenu();
  void askName();
  void showName();
  const View* find(const QString& name) const;
  bool isOwn(const QString& name) const;
  TableView& m_table;
  std::vector<View> m_own, m_saved;
  QString m_current;
  bool m_changed = false; // since it was chosen
};

} // namespace pricewright
