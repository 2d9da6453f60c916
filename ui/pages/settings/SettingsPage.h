// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "controls/Banner.h"
#include "controls/ElidedLabel.h"
#include "pages/Page.h"
#include "pages/settings/SettingsModel.h"
#include "tables/TableView.h"

#include <QLineEdit>

namespace pricewright {

// Everything that can be set, in one table: search, change by F2 or Enter, Delete for the default, undo.
class SettingsPage : public Page {
  Q_OBJECT
 public:
  explicit SettingsPage(const Theme& theme, QWidget* parent = nullptr);
  SettingsModel& model() { return m_model; }
  TableView& table() { return *m_table; }
  QLineEdit& field() { return *m_text; }
  Banner& banner() { return *m_banner; }

  QList<QWidget*> panes() const override { return {m_text, m_table}; }
  void saveState(QSettings& settings) const override;
  void restoreState(const QSettings& settings) override;
  void focusMain() override;
  void focusFilter() override;
  void undoLast() override;
  void forgetWorkspace() override;
  QList<PageAction> pageActions() override;
  QList<QPair<QString, QString>> keySheet() const override;
  void setReadOnly(bool readOnly) override { m_readOnly = readOnly; }
  void showMessage(paint::Tone tone, const QString& text, const QString& action = {}) override;
  void setDevice(std::vector<DeviceSetting> settings);

 public slots:
  void showSettings(const pricewright::Settings& values);
  void showChanged(const QString& key);
  void showError(const pricewright::Error& error);
  void edit();    // the focused row: a menu where there are choices, else in place
  void restore(); // the focused row's default
  void showChangedOnly(bool on);
  void showOnly(const QString& key); // from elsewhere: this one

 signals:
  void changeRequested(const QString& key, const QVariant& value); // of the workspace; invalid: the default
  void deviceChanged();                                            // the device's rows are to be given anew

 protected:
  void keyPressEvent(QKeyEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void build();
  void change(int row, const QString& typed, bool undoing = false);
  void showSummary();
  int focusedRow() const;

  struct Undo {
    QString key, before;
  };
  const Theme& m_theme;
  SettingsModel m_model;
  TableLines m_lines;
  TableView* m_table = nullptr;
  QLineEdit* m_text = nullptr;
  ActionButton* m_changedOnly = nullptr;
  ElidedLabel* m_summary = nullptr;
  Banner* m_banner = nullptr;
  std::vector<Undo> m_undo;
  bool m_readOnly = false;
};

} // namespace pricewright
