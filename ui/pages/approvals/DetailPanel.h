// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "charts/DecisionChart.h"
#include "charts/MarketChart.h"
#include "charts/WaterfallChart.h"
#include "controls/ActionButton.h"
#include "controls/ElidedLabel.h"
#include "controls/LineList.h"
#include "pages/approvals/DetailModels.h"
#include "pages/approvals/DetailOrigins.h"
#include "pages/approvals/LedgerTable.h"
#include "tables/TableView.h"

#include <QBoxLayout>
#include <QSplitter>
#include <QStackedWidget>
#include <QTextBrowser>

namespace pricewright {

// Why this price, in five parts that the keys 1 … 5 or Ctrl+Tab switch: three charts (one at a time in a narrow
// window), every limit, the offers and features used, the SKU's decisions, and the evidence as text. Below them the
// keys of the page. What is not in view is filled when it comes into view. Holds no state of its own but what it shows.
class DetailPanel : public QFrame {
  Q_OBJECT
 public:
  explicit DetailPanel(const Theme& theme, QWidget* parent = nullptr);
  void showLoading(const QString& title);
  void showDetail(const DecisionDetailPtr& detail);
  void showError(const QString& text);
  void clear();
  const DecisionDetailPtr& detail() const { return m_detail; }
  QList<QWidget*> panes() const; // what F6 visits
  void focusContent();
  void setKeysShown(bool shown);
  QByteArray saveState() const;
  void restoreState(const QByteArray& state);
  DetailSection section() const { return m_section; }
  void showSection(DetailSection section);
  bool pageKey(QKeyEvent* event); // the keys of the page that are this panel's: true where it was one
  void printDecision();           // asks for a file

  LedgerModel& ledger() { return m_ledger; }
  DecisionChart& curveChart() { return *m_curve; }
  MarketChart& marketChart() { return *m_market; }
  WaterfallChart& waterfallChart() { return *m_waterfall; }
  LedgerTable& limits() { return *m_limits; }
  TableView& offerTable() { return *m_offers; }
  TableView& featureTable() { return *m_features; }
  TableView& pastTable() { return *m_past; }
  LineList& journalList() { return *m_journal; }
  bool isNarrow() const { return m_narrow; }

 signals:
  void keyClicked(int key);                              // a button of the key bar
  void originRequested(const pricewright::Origin& from); // elsewhere in the workspace
  void noticed(const QString& text);
  void failed(const QString& text);

 protected:
  void resizeEvent(QResizeEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  QWidget* tabs();
  QWidget* whySection();
  QWidget* limitsSection();
  QWidget* inputsSection();
  QWidget* historySection();
  QWidget* evidenceSection();
  QWidget* keyBar();
  void fitKeys();
  QWidget* titled(ElidedLabel*& title, QWidget* content, int inset = 0);
  TableView* table(TableLines& lines, const QString& name);
  void equipChart(Chart* chart);
  void connectOrigins();
  void render(); // the part in view
  void renderWhy();
  void renderLimits();
  void renderInputs();
  void renderHistory();
  void renderEvidence();
  void arrange();
  void nextChart();
  void go(const Origin& origin);

  const Theme& m_theme;
  DecisionDetailPtr m_detail;
  QString m_loading, m_error;
  LedgerModel m_ledger;
  OfferModel m_offerModel;
  FeatureModel m_featureModel;
  PastModel m_pastModel;
  TableLines m_offerLines, m_featureLines, m_pastLines;
  QBoxLayout *m_body = nullptr, *m_tabLayout = nullptr;
  QStackedWidget* m_stack = nullptr;
  QSplitter *m_charts = nullptr, *m_inputs = nullptr, *m_history = nullptr;
  DecisionChart* m_curve = nullptr;
  MarketChart* m_market = nullptr;
  WaterfallChart* m_waterfall = nullptr;
  LedgerTable* m_limits = nullptr;
  TableView *m_offers = nullptr, *m_features = nullptr, *m_past = nullptr;
  LineList* m_journal = nullptr;
  QTextBrowser* m_evidence = nullptr;
  ElidedLabel *m_curveTitle = nullptr, *m_marketTitle = nullptr, *m_whyTitle = nullptr, *m_limitsTitle = nullptr,
              *m_offersTitle = nullptr, *m_featuresTitle = nullptr, *m_pastTitle = nullptr, *m_journalTitle = nullptr,
              *m_evidenceTitle = nullptr;
  QWidget *m_tabs = nullptr, *m_keys = nullptr;
  QList<ActionButton*> m_tabButtons, m_keyButtons;
  QList<ActionButton*> m_nextChart; // in a narrow window, beside each chart's title
  DetailSection m_section = DetailSection::Why;
  bool m_stale[kDetailSections] = {};
  int m_chart = 0; // in a narrow window
  bool m_narrow = false, m_sized = false;
};

} // namespace pricewright
