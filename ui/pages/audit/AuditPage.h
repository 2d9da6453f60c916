// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "controls/Banner.h"
#include "controls/EmptyState.h"
#include "pages/Page.h"
#include "pages/audit/AuditDetailPanel.h"
#include "pages/audit/AuditFilterBar.h"
#include "pages/audit/AuditStrip.h"
#include "pages/audit/AuditTable.h"
#include "pages/audit/ExportCard.h"
#include "pages/audit/PeriodCard.h"

#include <QStackedWidget>

namespace pricewright {

// Who changed what, why, and can it be proven? The journal as a timeline with filters, one entry in full, verifying,
// and writing out with a proof. Asks through signals and is told through slots; AuditLink answers. Never blocks.
class AuditPage : public Page {
  Q_OBJECT
 public:
  explicit AuditPage(const Theme& theme, QWidget* parent = nullptr);
  AuditModel& model() { return m_model; }
  AuditTable& table() { return *m_table; }
  AuditFilterBar& filters() { return *m_filters; }
  AuditDetailPanel& detailPanel() { return *m_detail; }
  AuditExportCard& exportCard() { return *m_export; }
  PeriodCard& periodCard() { return *m_period; }
  AuditStrip& strip() { return *m_strip; }
  Banner& banner() { return *m_banner; }
  QString summary() const { return m_summary->text(); }

  QList<QWidget*> panes() const override;
  void saveState(QSettings& settings) const override;
  void restoreState(const QSettings& settings) override;
  void focusMain() override { focusTable(); }
  void focusFilter() override;
  bool exportItself() override;
  void forgetWorkspace() override;
  QList<PageAction> pageActions() override;
  QList<QPair<QString, QString>> keySheet() const override;
  void showMessage(paint::Tone tone, const QString& text, const QString& action = {}) override;

 public slots:
  void activate(); // it is in view: ask for what is new
  void showChoices(const pricewright::AuditChoices& choices, pricewright::Instant now, const QString& workspaceName);
  void showDetail(const pricewright::AuditDetail& detail);
  void showDetailError(const pricewright::Error& error);
  void showReplay(const pricewright::ReplayReport& report);
  void showReplayError(const pricewright::Error& error);
  void showVerifying(double fraction);
  void showVerified(const pricewright::ChainReport& report);
  void showExporting(double fraction);
  void showExported(const pricewright::AuditExported& exported);
  void showJobError(const pricewright::Error& error);    // of verifying or writing out
  void showEntry(qint64 sequence);                       // from elsewhere: this entry, whatever the filter
  void showOnly(const pricewright::AuditFilter& filter); // from elsewhere
  void verify();
  void replay();
  void showAllAbout();
  void stopWork();
  void exportRows();
  void copyRows();
  void focusTable();

 signals:
  void choicesRequested();
  void detailRequested(qint64 sequence);
  void replayRequested(const pricewright::Id& decision);
  void verifyRequested();
  void exportRequested(const pricewright::AuditFilter& filter, const QString& path, pricewright::AuditFormat format);
  void stopRequested(); // verifying, writing out

 protected:
  void keyPressEvent(QKeyEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  enum class BannerDoes { Nothing, Retry, ShowEntry, Copy };
  void build();
  QWidget* titleRow();
  QWidget* journalCard();
  void connectParts();
  void setFilter(const AuditFilter& filter);
  void showState();
  void showTitle();
  void showEmptiness();
  void showStrip();
  void focusChanged();
  void keepFocus();
  void tell(paint::Tone tone, const QString& text, const QString& action, BannerDoes does);
  void bannerAction();
  void endWork();
  void toggleDetail();
  void arrange();
  bool pageKey(int key);

  const Theme& m_theme;
  AuditModel m_model;
  AuditTable* m_table = nullptr;
  AuditFilterBar* m_filters = nullptr;
  AuditDetailPanel* m_detail = nullptr;
  AuditStrip* m_strip = nullptr;
  Banner* m_banner = nullptr;
  EmptyState* m_empty = nullptr;
  ActionButton *m_verify = nullptr, *m_write = nullptr, *m_emptyClear = nullptr;
  QStackedWidget* m_rows = nullptr;
  QSplitter* m_split = nullptr;
  QWidget* m_card = nullptr;
  ElidedLabel* m_summary = nullptr;
  AuditExportCard* m_export = nullptr;
  PeriodCard* m_period = nullptr;
  QTimer m_detailSoon;
  QString m_workspaceName, m_verified, m_toCopy;
  Instant m_now{};
  enum class Work { None, Verify, Export } m_work = Work::None;
  double m_fraction = 0;
  qint64 m_focused = 0, m_replayOf = 0, m_toShow = 0;
  BannerDoes m_bannerDoes = BannerDoes::Nothing;
  bool m_short = false, m_detailOnTop = false, m_splitChosen = false;
};

} // namespace pricewright
