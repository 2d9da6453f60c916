// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "controls/ActionButton.h"
#include "controls/ElidedLabel.h"
#include "itemmodels/AuditFieldsModel.h"

#include <QFrame>
#include <QSplitter>
#include <QTableView>
#include <QTextBrowser>

namespace pricewright {

// One entry in full: what it changed; the decision that it belongs to, which can be computed again; and whether it is
// what was written, with its hashes and the text that they are of. In a narrow window one of them at a time.
class AuditDetailPanel : public QFrame {
  Q_OBJECT
 public:
  explicit AuditDetailPanel(const Theme& theme, QWidget* parent = nullptr);
  void showLoading(qint64 sequence);
  void showDetail(const AuditDetail& detail);
  void showError(const QString& text);
  void clear();
  void showReplayRunning();
  void showReplay(const ReplayReport& report);
  void showReplayError(const QString& text);
  const std::optional<AuditDetail>& detail() const { return m_detail; }
  AuditFieldsModel& fields() { return m_fields; }
  QTextBrowser& proof() { return *m_proof; }
  QTextBrowser& decision() { return *m_decision; }
  ActionButton& replayButton() { return *m_replay; }
  QList<QWidget*> panes() const;
  QByteArray saveState() const { return m_sized ? m_splitter->saveState() : QByteArray(); }
  void restoreState(const QByteArray& state);

 signals:
  void replayWanted();
  void aboutWanted(const pricewright::JournalSubject& subject); // all entries about the same row
  void keyClicked(int key);

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  QWidget* pane(ElidedLabel*& title, QWidget* content);
  QTextBrowser* browser(const QString& name);
  QTableView* fieldTable();
  QWidget* keyBar();
  void render();
  void arrange();
  const Theme& m_theme;
  std::optional<AuditDetail> m_detail;
  AuditFieldsModel m_fields;
  QSplitter* m_splitter;
  QTableView* m_table;
  QTextBrowser *m_decision, *m_proof;
  ElidedLabel *m_fieldsTitle, *m_decisionTitle, *m_proofTitle, *m_replayed;
  ActionButton *m_replay, *m_about;
  QWidget *m_tabs, *m_keys;
  QList<ActionButton*> m_tabButtons;
  int m_tab = 0;
  bool m_narrow = false, m_sized = false;
};

} // namespace pricewright
