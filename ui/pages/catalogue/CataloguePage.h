// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "charts/WhatIfChart.h"
#include "controls/Banner.h"
#include "controls/EmptyState.h"
#include "pages/Page.h"
#include "pages/catalogue/CatalogueFilters.h"
#include "pages/catalogue/EffectCard.h"
#include "pages/catalogue/ProductCard.h"
#include "pages/catalogue/ZoneCard.h"
#include "tables/PasteCard.h"
#include "tables/SavedViews.h"

#include <QSplitter>
#include <QStackedWidget>

namespace pricewright {

// What do we sell, at what price, how does it stand, and what if it cost something else? The grid, and below it the
// price that is dragged with all that moves with it. Prices tried go to Approvals; costs and roles are changed in place
// and can be undone. Asks through signals, is told through slots, never blocks.
class CataloguePage : public Page {
  Q_OBJECT
 public:
  explicit CataloguePage(const Theme& theme, QWidget* parent = nullptr);
  QList<QWidget*> panes() const override;
  void saveState(QSettings& settings) const override;
  void restoreState(const QSettings& settings) override;
  void focusMain() override;
  void focusFilter() override;
  void undoLast() override;
  void forgetWorkspace() override;
  QList<PageAction> pageActions() override;
  QList<QPair<QString, QString>> keySheet() const override;
  QList<PageTable> tables() const override;
  void setReadOnly(bool readOnly) override;
  // From elsewhere: everything, but for one column's filter as typed (the column by its key), or a text. Both empty:
  // everything.
  void showOnly(const QString& column, const QString& typed, const QString& text = {});
  void showMessage(paint::Tone tone, const QString& text, const QString& action = {}) override;

  CatalogueModel& model() { return m_model; }
  TableLines& lines() { return m_lines; }
  TableView& table() { return *m_table; }
  CatalogueFilters& filters() { return *m_filters; }
  WhatIfSession& session() { return m_session; }
  WhatIfChart& chart() { return *m_chart; }
  EffectCard& effect() { return *m_effect; }
  Banner& banner() { return *m_banner; }
  PasteCard& pasteCard() { return *m_paste; }
  QString title() const { return m_chartTitle->text(); }
  QString summaryText() const { return m_summary->text(); }

 public slots:
  void showCatalogue(const pricewright::CatalogueSnapshotPtr& snapshot);
  void showCatalogueError(const pricewright::Error& error);
  void showWhatIf(int listingNo, const pricewright::WhatIfModelPtr& model);
  void showWhatIfError(int listingNo, const pricewright::Error& error);
  void showProposed(const std::vector<pricewright::Proposed>& answers);
  void showCostChanged(const pricewright::CostChange& change);
  void showBoundsChanged(const pricewright::BoundsChange& change);
  void showRoleChanged(const pricewright::RoleChange& change);
  void showLadderChanged(const pricewright::LadderChange& change);
  void showLists(const pricewright::MasterLists& lists); // opens the form that asked for them
  void showProductAdded(const pricewright::ProductAdded& added);
  void showZoneSaved(const pricewright::ZoneChange& change);
  void showFormError(const pricewright::Error& error); // in the form that is open: what was typed stays
  void showUndone(const QString& what);
  void showError(const pricewright::Error& error); // nothing was done; says what was kept
  void send();
  void toggleLock();
  void backToNow();
  void newProduct();
  void editZones();
  void planPromotion(); // for what is chosen, else what has the focus

 signals:
  void promotionWanted(const QString& skus, const QString& zone); // zone: "" all
  void refreshRequested();
  void whatIfRequested(int listingNo);
  void proposeRequested(const std::vector<pricewright::PriceWish>& wishes);
  void withdrawRequested(const std::vector<pricewright::Id>& decisions);
  void costRequested(int listingNo, const pricewright::Amount& cost);
  void costUndoRequested(const pricewright::CostChange& change);
  void boundsRequested(int listingNo, const pricewright::ListingBounds& bounds);
  void boundsUndoRequested(int listingNo, const pricewright::ListingBounds& bounds);
  void roleRequested(const QString& sku, pricewright::SkuRole role);
  void roleUndoRequested(const QString& sku, pricewright::SkuRole role);
  void ladderRequested(int listingNo, const std::optional<pricewright::LadderSpec>& ladder);
  void ladderUndoRequested(const pricewright::LadderChange& change);
  void listsRequested();
  void productRequested(const pricewright::NewProduct& product);
  void productUndoRequested(const pricewright::ProductAdded& added);
  void zoneRequested(const pricewright::PriceZone& zone);

 protected:
  void keyPressEvent(QKeyEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  struct Undo { // one of them
    std::vector<Id> proposals;
    std::optional<CostChange> cost;
    std::optional<RoleChange> role;
    std::optional<BoundsChange> bounds;
    std::optional<LadderChange> ladder;
    std::optional<ProductAdded> product;
    std::optional<PriceZone> zone; // as it was
  };
  void remember(Undo undo);
  void buildCards();
  void build();
  QWidget* titleRow();
  QWidget* tableCard();
  QWidget* chartCard();
  void connectTable();
  void connectSession();
  void applyFilter();
  void rowFocused();
  void showFocus(); // another product, model or locked siblings: curve and all
  void showPrice(); // the price in focus has moved
  void showTitle();
  void showEmptiness();
  void arrange();
  void makeEdits(const std::vector<CellEdit>& edits);
  bool pageKey(int key);
  const CatalogueRow* focusedRow() const;
  QString nameOf(int listingNo) const;

  const Theme& m_theme;
  CatalogueModel m_model;
  TableLines m_lines;
  WhatIfSession m_session;
  TableView* m_table = nullptr;
  CatalogueFilters* m_filters = nullptr;
  SavedViews* m_views = nullptr;
  ProductCard* m_product = nullptr;
  ZoneCard* m_zoneCard = nullptr;
  bool m_zonesWanted = false;
  PasteCard* m_paste = nullptr;
  Banner* m_banner = nullptr;
  EmptyState* m_empty = nullptr;
  ActionButton* m_emptyClear = nullptr;
  QStackedWidget* m_rows = nullptr;
  QSplitter *m_split = nullptr, *m_below = nullptr;
  WhatIfChart* m_chart = nullptr;
  EffectCard* m_effect = nullptr;
  ElidedLabel *m_summary = nullptr, *m_chartTitle = nullptr, *m_chartHint = nullptr;
  std::vector<Undo> m_undo;
  std::vector<int> m_sent; // listings whose proposals are not answered yet
  QString m_wantedFocus;   // from the settings, until the first snapshot comes
  bool m_readOnly = false, m_short = false, m_belowOnTop = false, m_splitChosen = false, m_belowChosen = false;
};

} // namespace pricewright
