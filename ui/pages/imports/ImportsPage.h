// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "controls/Banner.h"
#include "controls/ElidedLabel.h"
#include "controls/EmptyState.h"
#include "itemmodels/ImportModels.h"
#include "pages/Page.h"
#include "pages/imports/MappingForm.h"
#include "tables/TableView.h"

#include <QBoxLayout>
#include <QProgressBar>
#include <QSplitter>
#include <QStackedWidget>

namespace pricewright {

// Files come in: what a file holds, which column is which field, what would be rejected, and only then the import;
// each can be taken back as a whole. A workbook of prices that was edited outside comes back as a difference. Files are
// chosen, typed or dropped; several wait for their turn. Asks through signals, is told through slots, never blocks.
class ImportsPage : public Page {
  Q_OBJECT
 public:
  explicit ImportsPage(const Theme& theme, QWidget* parent = nullptr);
  enum class State { Waiting, Reading, Mapping, Importing, Sheet };
  State state() const { return m_state; }
  QString file() const { return m_file; }
  QList<QWidget*> panes() const override;
  void focusMain() override;
  void undoLast() override;
  void forgetWorkspace() override;
  QList<PageAction> pageActions() override;
  QList<QPair<QString, QString>> keySheet() const override;
  void setReadOnly(bool readOnly) override;
  void showMessage(paint::Tone tone, const QString& text, const QString& action = {}) override;

  QLineEdit& pathField() { return *m_path; }
  MappingForm& form() { return *m_form; }
  Banner& banner() { return *m_banner; }
  TableView& pastTable() { return *m_pastTable; }
  TableView& sheetTable() { return *m_sheetTable; }
  QString verdict() const { return m_verdict->text(); }
  ActionButton& doButton() { return *m_do; }
  int waitingFiles() const { return static_cast<int>(m_files.size()); }

 public slots:
  void openFiles(const QStringList& paths);
  void showView(const pricewright::ImportsView& view);
  void showKinds(const QString& path, const std::vector<pricewright::ImportKind>& kinds);
  void showPreview(const pricewright::ImportPreview& preview); // without a trial, then with it
  void showTrial(const pricewright::ImportPreview& preview);
  void showProgress(double fraction);
  void showImported(const pricewright::ImportReport& report);
  void showUndone(const pricewright::ImportReport& report);
  void showMapping(const pricewright::ImportMapping& mapping);
  void showMappingSaved(const QString& name);
  void showSheet(const pricewright::SheetDiff& diff);
  void showApplied(const std::vector<pricewright::Proposed>& answers);
  void showError(const pricewright::Error& error); // nothing was changed; says what to do
  void chooseFile();
  void doIt();  // import, or propose
  void leave(); // this file; the next one that waits
  void saveMapping();
  void undoFocused();

 signals:
  void viewRequested();
  void kindsRequested(const QString& path);
  void previewRequested(const QString& path, const pricewright::ImportMapping& mapping);
  void importRequested(const QString& path, const pricewright::ImportMapping& mapping);
  void stopRequested();
  void undoRequested(const pricewright::Id& batch);
  void mappingRequested(const QString& name);
  void mappingSaveRequested(const pricewright::ImportMapping& mapping);
  void sheetRequested(const QString& path);
  void applyRequested(const pricewright::SheetDiff& diff, const std::vector<int>& lines);

 protected:
  void keyPressEvent(QKeyEvent* event) override;
  void dragEnterEvent(QDragEnterEvent* event) override;
  void dropEvent(QDropEvent* event) override;

 private:
  void build();
  QWidget* titleRow();
  QWidget* fileRow();
  QWidget* mappingPane();
  QWidget* actionRow();
  QWidget* pastPane();
  void connectParts();
  void start(const QString& path);
  void go(State state);
  void showState();
  void showVerdict(const ImportPreview& preview, bool tried);
  std::vector<int> linesToPropose() const;

  const Theme& m_theme;
  State m_state = State::Waiting;
  QString m_file;
  QStringList m_files; // that wait
  std::optional<ImportPreview> m_preview;
  std::vector<Id> m_made; // imports of this sitting, the last at the end
  bool m_readOnly = false;
  QLineEdit *m_path = nullptr, *m_name = nullptr;
  QStackedWidget* m_stack = nullptr;
  EmptyState* m_empty = nullptr;
  MappingForm* m_form = nullptr;
  QSplitter *m_mapping = nullptr, *m_whole = nullptr;
  QWidget* m_rowsPlace = nullptr;
  std::unique_ptr<FileRowsModel> m_rows;
  std::unique_ptr<TableLines> m_rowLines;
  TableView* m_rowTable = nullptr;
  SheetModel m_sheet;
  TableLines m_sheetLines{m_sheet};
  TableView* m_sheetTable = nullptr;
  PastImportModel m_past;
  TableLines m_pastLines{m_past};
  TableView* m_pastTable = nullptr;
  ElidedLabel* m_summary = nullptr;
  QLabel* m_verdict = nullptr;
  QProgressBar* m_progress = nullptr;
  ActionButton *m_choose = nullptr, *m_do = nullptr, *m_leave = nullptr, *m_save = nullptr;
  QWidget* m_actions = nullptr;
  Banner* m_banner = nullptr;
  QString m_bannerPath; // what the banner's action opens
};

} // namespace pricewright
