// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "controls/ElidedLabel.h"
#include "controls/LineList.h"
#include "pages/publications/BatchModels.h"
#include "tables/TableView.h"

#include <QScrollArea>
#include <QSplitter>

namespace pricewright {

// One batch in full: its rows with what the channels say of them, and what happened to it.
class BatchPanel : public QWidget {
  Q_OBJECT
 public:
  BatchPanel(const Theme& theme, QWidget* parent);
  void showDetail(const BatchDetailPtr& detail); // null: none
  void setNow(Instant now) { m_now = now; }
  const BatchDetailPtr& detail() const { return m_model.detail(); }
  TableView& table() { return *m_table; }
  BatchRowModel& model() { return m_model; }
  LineList& timeline() { return *m_timeline; }
  std::vector<Id> chosen() const; // rows chosen, else the one in focus

 signals:
  void totalsChanged(const QString& text);

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  const Theme& m_theme;
  BatchRowModel m_model;
  TableLines m_lines;
  TableView* m_table;
  LineList* m_timeline;
  ElidedLabel *m_title, *m_note;
  QSplitter* m_split;
  Instant m_now{};
};

} // namespace pricewright
