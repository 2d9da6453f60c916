// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "controls/Banner.h"
#include "controls/ElidedLabel.h"
#include "itemmodels/RuleModels.h"
#include "pages/Page.h"
#include "pages/rules/RuleForm.h"
#include "tables/TableView.h"

#include <QSplitter>
#include <QStackedWidget>

namespace pricewright {

// Which policy applies when? The rules in order, one of them in a form, and what a change of them would do to every
// price before it is saved. Everything happens in a draft that can be undone step by step; saving makes a version that
// one can go back to. Asks through signals, is told through slots, never blocks.
class RulesPage : public Page {
  Q_OBJECT
 public:
  explicit RulesPage(const Theme& theme, QWidget* parent = nullptr);
  const QJsonArray& draft() const { return m_draft; }
  bool isLoaded() const { return m_loaded; } // the rules in force are known
  bool isChanged() const { return m_draft != m_view.rules; }
  bool isChecked() const { return m_checked == m_draft && isChanged(); }
  QList<QWidget*> panes() const override;
  void focusMain() override;
  void undoLast() override;
  void saveState(QSettings& settings) const override;
  void restoreState(const QSettings& settings) override;
  void forgetWorkspace() override;
  QList<PageAction> pageActions() override;
  QList<QPair<QString, QString>> keySheet() const override;
  void setReadOnly(bool readOnly) override;
  void showMessage(paint::Tone tone, const QString& text, const QString& action = {}) override;
  void showOnly(const QString& ruleId); // from elsewhere

  TableView& table() { return *m_table; }
  RulesModel& model() { return m_model; }
  RuleForm& form() { return *m_form; }
  TableView& effectTable() { return *m_effectTable; }
  TableView& versionTable() { return *m_versionTable; }
  Banner& banner() { return *m_banner; }
  QString summary() const { return m_summary->text(); }
  ActionButton& saveButton() { return *m_save; }

 public slots:
  void showRules(const pricewright::RulesView& view);
  void showRun(const pricewright::RuleDryRun& run);
  void showSaved(qint64 version);
  void showError(const pricewright::Error& error); // nothing was saved; the draft stays
  void check();
  void save();
  void discard();
  void addRule();
  void removeRule();
  void toggleRule();
  void moveRule(int by);
  void goBack(); // to the version in focus, in the draft

 signals:
  void rulesRequested();
  void runRequested(const QJsonArray& draft);
  void saveRequested(const QJsonArray& draft, const QString& base, const QString& note);

 protected:
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void build();
  QWidget* titleRow();
  QWidget* actionRow();
  QWidget* below();
  TableView* card(TableLines& lines, const QString& name, QWidget*& box);
  void setDraft(const QJsonArray& draft, bool undoing = false);
  void change(int row, const QJsonObject& rule);
  int focusedRow() const;
  void showFocus();
  void showState();
  const Theme& m_theme;
  RulesView m_view;
  QJsonArray m_draft, m_checked;
  std::vector<QJsonArray> m_undo;
  std::optional<QJsonArray> m_kept; // a draft of the last sitting, until the rules arrive
  QString m_keptBase;
  bool m_readOnly = false, m_running = false, m_saveWanted = false, m_loaded = false;
  RulesModel m_model;
  TableLines m_lines{m_model};
  RuleEffectModel m_effects;
  TableLines m_effectLines{m_effects};
  RuleVersionModel m_versions;
  TableLines m_versionLines{m_versions};
  TableView *m_table = nullptr, *m_effectTable = nullptr, *m_versionTable = nullptr;
  RuleForm* m_form = nullptr;
  QSplitter *m_upper = nullptr, *m_whole = nullptr;
  ElidedLabel* m_summary = nullptr;
  QLineEdit* m_note = nullptr;
  ActionButton *m_add = nullptr, *m_check = nullptr, *m_save = nullptr, *m_discard = nullptr;
  Banner* m_banner = nullptr;
};

} // namespace pricewright
