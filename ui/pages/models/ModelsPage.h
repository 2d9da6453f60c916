// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "charts/CalibrationChart.h"
#include "controls/Banner.h"
#include "controls/LineCard.h"
#include "controls/LineList.h"
#include "controls/TitleRow.h"
#include "itemmodels/RegistryModels.h"
#include "pages/Page.h"
#include "pages/models/VersionCard.h"
#include "tables/TableView.h"

#include <QStackedWidget>

namespace pricewright {

// How good are the models, do they still fit, and what would another version do? Versions with their champion and
// challenger, errors by category, calibration, drift; a challenger is tried beside the champion and the prices that
// would differ are shown before anything is decided. Asks through signals, is told through slots, never blocks.
class ModelsPage : public Page {
  Q_OBJECT
 public:
  explicit ModelsPage(const Theme& theme, QWidget* parent = nullptr);
  QList<QWidget*> panes() const override;
  void focusMain() override { m_versions->setFocus(Qt::OtherFocusReason); }
  void focusFilter() override;
  void undoLast() override { askRollBack(); }
  void forgetWorkspace() override;
  QList<PageAction> pageActions() override;
  QList<QPair<QString, QString>> keySheet() const override;
  void setReadOnly(bool readOnly) override;
  void showMessage(paint::Tone tone, const QString& text, const QString& action = {}) override;

  TableView& versions() { return *m_versions; }
  const VersionModel& versionRows() const { return m_versionRows; }
  TableView& accuracy() { return *m_accuracy; }
  TableView& differences() { return *m_differences; }
  TableView& readings() { return *m_readings; }
  CalibrationChart& calibration() { return *m_chart; }
  LineList& drift() { return *m_drift; }
  VersionCard& versionCard() { return *m_card; }
  LineCard& reasonCard() { return *m_reason; }
  Banner& banner() { return *m_banner; }
  QString summary() const { return m_summary->text(); }
  ActionButton* tryButton() const { return m_try; }

 public slots:
  void showModels(const pricewright::ModelsView& view);
  void showShadow(const pricewright::ShadowRun& run);
  void showTrial(const pricewright::ForecasterTrial& trial);
  void showTrialProgress(const QString& step, double fraction);
  void showReadings(const std::vector<pricewright::CategoryReading>& readings);
  void showChanged(const QString& what); // a version was added, promoted, rolled back
  void showError(const pricewright::Error& error);
  void addVersion();
  void tryChallenger();
  void readPlainly();
  void askPromote();
  void askRollBack();

 signals:
  void addRequested(const QString& model, const QString& version, const QJsonObject& parameters, const QString& note);
  void trialRequested(const QString& model, const QString& version);
  void trialCancelled();
  void readingsRequested(); // answered as a trial is, and cancelled with it
  void promoteRequested(const QString& model, const QString& version, const QString& why);
  void rollBackRequested(const QString& model, const QString& why);

 protected:
  void keyPressEvent(QKeyEvent* event) override;

 private:
  enum Below { Accuracy, Differences, Readings };
  void build();
  QWidget* titleRow();
  QWidget* leftSide();
  QWidget* rightSide();
  TableView* table(TableLines& lines, const QString& name, const QString& empty);
  void showBelow(Below which);
  TableView* below() const;
  void beginTrial();
  void fillDrift();
  void updateButtons();
  const ModelVersion* chosen() const; // the version with the focus
  QString nextVersion(ModelKind kind) const;

  const Theme& m_theme;
  ModelsView m_view;
  VersionModel m_versionRows;
  AccuracyModel m_accuracyRows;
  ShadowModel m_shadowRows;
  ReadingModel m_readingRows;
  TableLines m_versionLines{m_versionRows}, m_accuracyLines{m_accuracyRows}, m_shadowLines{m_shadowRows},
      m_readingLines{m_readingRows};
  TableView *m_versions = nullptr, *m_accuracy = nullptr, *m_differences = nullptr, *m_readings = nullptr;
  QStackedWidget* m_below = nullptr;
  ActionButton *m_add = nullptr, *m_try = nullptr, *m_promote = nullptr, *m_back = nullptr;
  ActionButton* m_tabs[3] = {};
  ElidedLabel *m_summary = nullptr, *m_belowWords = nullptr;
  CalibrationChart* m_chart = nullptr;
  QLabel* m_driftWords = nullptr;
  LineList* m_drift = nullptr;
  VersionCard* m_card = nullptr;
  LineCard* m_reason = nullptr;
  Banner* m_banner = nullptr;
  QString m_awaited; // key of the version that is being added
  bool m_readOnly = false, m_trying = false;
};

} // namespace pricewright
