// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/catalogue/CataloguePage.h"

#include "engine/texts/Texts.h"
#include "itemmodels/Format.h"

#include <QJsonArray>
#include <QVBoxLayout>

namespace pricewright {
namespace {

constexpr int kRoomForBoth = 520; // lower than that: the table or the what-if, Enter and Esc switch

// A layout that shows these columns and hides the others.
QJsonObject layoutOf(const TableView& table, const QStringList& shown) {
  QJsonArray hidden;
  for (const Column& c : table.lines().rows().columns())
    if (!shown.contains(c.key))
      hidden << c.key;
  QJsonObject state = table.layoutState();
  state.insert(QStringLiteral("hidden"), hidden);
  return state;
}

} // namespace

CataloguePage::CataloguePage(const Theme& theme, QWidget* parent)
    : Page(parent), m_theme(theme), m_model(this), m_lines(m_model, this), m_session(this) {
  setAccessibleName(tr("Catalogue"));
  build();
  connectTable();
  connectSession();
  showTitle();
  showEmptiness();
  showFocus();
}

void CataloguePage::build() {
  m_filters = new CatalogueFilters(m_theme, this);
  QWidget* card = tableCard();
  const QStringList pricing{"sku",  "product", "zone",  "role",       "price", "tried",
                            "cost", "margin",  "index", "elasticity", "stock", "days"};
  const QStringList market{"sku",        "product",    "zone",   "price",     "tried", "rival-low",
                           "rival-mean", "rival-high", "rivals", "rival-age", "index", "shelf"};
  const QStringList sales{"sku",    "product", "zone",    "price", "tried",
                          "margin", "units",   "revenue", "stock", "decision"};
  const QStringList limits{"sku",    "product", "zone",    "price", "tried", "cost",
                           "margin", "floor",   "ceiling", "map",   "ladder"};
  m_views = new SavedViews(m_theme, *m_table,
                           {{tr("pricing"), layoutOf(*m_table, pricing)},
                            {tr("market"), layoutOf(*m_table, market)},
                            {tr("sales"), layoutOf(*m_table, sales)},
                            {tr("limits"), layoutOf(*m_table, limits)}},
                           this);
  m_filters->addTrailing(m_views);
  m_effect = new EffectCard(m_theme, this);
  m_below = new QSplitter(Qt::Horizontal, this);
  m_below->setHandleWidth(12);
  m_below->setChildrenCollapsible(false);
  m_below->addWidget(chartCard());
  m_below->addWidget(m_effect);
  m_below->setStretchFactor(0, 1);
  m_below->setStretchFactor(1, 0);
  m_split = new QSplitter(Qt::Vertical, this);
  m_split->setHandleWidth(12);
  m_split->setChildrenCollapsible(false);
  m_split->addWidget(card);
  m_split->addWidget(m_below);
  m_split->setStretchFactor(0, 1);
  m_split->setStretchFactor(1, 0);
  m_banner = new Banner(m_theme, this);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(Theme::kPageMargin, 14, Theme::kPageMargin, 12);
  column->setSpacing(10);
  column->addWidget(titleRow());
  column->addWidget(m_filters);
  column->addWidget(m_split, 1);
  column->addWidget(m_banner); // below: nothing moves under the pointer when a message comes
  m_paste = new PasteCard(m_theme, this);
  buildCards();
}

QWidget* CataloguePage::titleRow() {
  auto* box = new QWidget(this);
  auto* row = new QHBoxLayout(box);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(14);
  auto* title = new QLabel(tr("Catalogue"), box);
  title->setFont(m_theme.font(TypeRole::Title));
  m_summary = new ElidedLabel(box);
  m_summary->setTone("muted");
  m_summary->setContentsMargins(0, 4, 0, 0);
  row->addWidget(title);
  row->addWidget(m_summary, 1);
  return box;
}

QWidget* CataloguePage::tableCard() {
  auto* card = new QFrame(this);
  card->setObjectName(QStringLiteral("card"));
  m_table = new TableView(m_theme, m_lines, card);
  m_table->leaveFilterKey();
  m_table->setAccessibleName(tr("Prices"));
  m_table->setCodeColumn(CatalogueModel::column(CatalogueColumn::Sku));
  m_empty = new EmptyState(m_theme, QStringLiteral("empty"), card);
  m_emptyClear = m_empty->addButton(ActionButton::Kind::Secondary, tr("Clear the filter"));
  m_rows = new QStackedWidget(card);
  m_rows->addWidget(m_table);
  m_rows->addWidget(m_empty);
  auto* column = new QVBoxLayout(card);
  column->setContentsMargins(1, 1, 1, 1);
  column->addWidget(m_rows);
  return card;
}

QWidget* CataloguePage::chartCard() {
  auto* card = new QFrame(this);
  card->setObjectName(QStringLiteral("card"));
  m_chartTitle = new ElidedLabel(card);
  m_chartTitle->setFont(m_theme.font(TypeRole::BodyStrong));
  m_chartHint = new ElidedLabel(card);
  m_chartHint->setTone("muted");
  m_chartHint->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
  m_chartHint->setText(tr("drag the price, or ← → · L locks · N now"));
  m_chart = new WhatIfChart(m_theme, card);
  auto* head = new QHBoxLayout;
  head->setContentsMargins(14, 0, 14, 0);
  head->addWidget(m_chartTitle, 1);
  head->addWidget(m_chartHint, 1);
  auto* column = new QVBoxLayout(card);
  column->setContentsMargins(1, 9, 1, 4);
  column->setSpacing(4);
  column->addLayout(head);
  column->addWidget(m_chart, 1);
  return card;
}

void CataloguePage::connectTable() {
  connect(m_table, &TableView::focusChanged, this, &CataloguePage::rowFocused);
  connect(m_table, &TableView::activatedByUser, this, [this] {
    m_belowOnTop = m_short;
    arrange();
    m_chart->setFocus(Qt::OtherFocusReason);
  });
  connect(m_table, &TableView::totalsChanged, this, &CataloguePage::selectionTotalsChanged);
  connect(m_table, &TableView::editRefused, this,
          [this](const QString& why) { showMessage(paint::Tone::Warning, why); });
  connect(m_table, &TableView::pastePlanned, this, [this](const PastePlan& plan) { m_paste->ask(plan, m_lines); });
  connect(m_paste, &PasteCard::accepted, this, &CataloguePage::makeEdits);
  connect(&m_model, &RowModel::editsWanted, this, &CataloguePage::makeEdits);
  connect(m_filters, &CatalogueFilters::filterChanged, this, &CataloguePage::applyFilter);
  connect(m_filters, &CatalogueFilters::textChanged, this,
          [this](const QString& text) { m_lines.setTextFilter(text); });
  connect(m_filters, &CatalogueFilters::left, this, &CataloguePage::focusMain);
  connect(&m_lines, &TableLines::filterChanged, this, [this] {
    showTitle();
    showEmptiness();
  });
  connect(m_emptyClear, &QPushButton::clicked, this, [this] {
    m_lines.clearFilters();
    m_filters->clear();
    focusMain();
  });
  connect(m_banner, &Banner::actionTriggered, this, &CataloguePage::bannerActionTriggered);
  connect(m_banner, &Banner::closed, this, &CataloguePage::focusMain);
  connect(m_split, &QSplitter::splitterMoved, this, [this] { m_splitChosen = true; });
  connect(m_below, &QSplitter::splitterMoved, this, [this] { m_belowChosen = true; });
}

void CataloguePage::connectSession() {
  connect(&m_session, &WhatIfSession::modelWanted, this, &CataloguePage::whatIfRequested);
  connect(&m_session, &WhatIfSession::focusChanged, this, &CataloguePage::showFocus);
  connect(&m_session, &WhatIfSession::changed, this, &CataloguePage::showPrice);
  connect(&m_session, &WhatIfSession::locksChanged, this, [this] {
    m_model.setTried(m_session.locked());
    if (m_filters->filter().tried)
      applyFilter();
  });
  connect(m_chart, &WhatIfChart::dragged, &m_session, &WhatIfSession::dragTo);
  connect(m_chart, &WhatIfChart::stepped, &m_session, &WhatIfSession::step);
  connect(m_effect, &EffectCard::sendClicked, this, &CataloguePage::send);
  connect(m_effect, &EffectCard::lockClicked, this, &CataloguePage::toggleLock);
  connect(m_effect, &EffectCard::nowClicked, this, &CataloguePage::backToNow);
}

const CatalogueRow* CataloguePage::focusedRow() const {
  const int row = m_model.rowOfKey(m_table->focusedKey());
  return row < 0 ? nullptr : &m_model.at(row);
}

QString CataloguePage::nameOf(int listingNo) const {
  const int row = m_model.rowOfListing(listingNo);
  return row < 0 ? QString() : QStringLiteral("%1, %2").arg(m_model.at(row).sku, m_model.at(row).zone);
}

void CataloguePage::showCatalogue(const CatalogueSnapshotPtr& snapshot) {
  if (!snapshot)
    return;
  const bool first = !m_model.snapshot();
  m_filters->setChoices(*snapshot);
  m_model.setSnapshot(snapshot);
  m_model.setTried(m_session.locked());
  m_session.forgetModels(); // what is tried stays, judged by the new facts
  if (first && !(m_wantedFocus.isEmpty() ? false : m_table->focusKey(m_wantedFocus)))
    m_table->focusLine(0);
  showTitle();
  showEmptiness();
  rowFocused();
  if (first && isVisible() && m_filters->textField()->text().isEmpty())
    focusMain();
}

void CataloguePage::showCatalogueError(const Error& error) {
  showMessage(paint::Tone::Negative, errorText(error));
  showEmptiness();
}

void CataloguePage::rowFocused() {
  const CatalogueRow* row = focusedRow();
  m_session.focus(row ? row->listingNo : 0);
}

void CataloguePage::showWhatIf(int listingNo, const WhatIfModelPtr& model) {
  Q_UNUSED(listingNo)
  m_session.take(model);
}

void CataloguePage::showWhatIfError(int listingNo, const Error& error) {
  m_session.refuse(listingNo, errorText(error));
}

void CataloguePage::showFocus() {
  const CatalogueRow* row = focusedRow();
  const WhatIfModelPtr model = m_session.model();
  if (model) {
    const WhatIfCurve curve = model->curve(m_session.listing(), m_session.others());
    if (curve.points.empty()) {
      const WhatIfResult r = m_session.result();
      const auto l = std::find_if(r.listings.begin(), r.listings.end(),
                                  [&](const WhatIfListing& one) { return one.listingNo == m_session.listing(); });
      const QString why = l == r.listings.end() ? QString() : l->why;
      m_chart->setEmpty(tr("No curve: %1.").arg(codeText(why)) + QLatin1Char(' ') +
                        (why.startsWith(QLatin1String("cost-"))
                             ? tr("F2 in the column Cost fills it.")
                             : tr("Limits, margin and index can still be tried with + and −.")));
    } else {
      m_chart->setCurve(curve, m_session.now());
    }
  } else {
    m_chart->setEmpty(!row ? QString() : m_session.why().isEmpty() ? tr("Reading the group …") : m_session.why());
  }
  showPrice();
}

void CataloguePage::showPrice() {
  const CatalogueRow* row = focusedRow();
  const Money tried = m_session.tried();
  const bool moves = tried.isValid() && tried != m_session.now();
  m_chart->setTried(tried, m_session.isLocked(m_session.listing()));
  if (!row)
    m_chartTitle->setText(tr("What if"));
  else
    m_chartTitle->setText(moves ? tr("What if %1 cost %2?").arg(row->product, moneyText(tried))
                                : tr("What if %1 cost something else?").arg(row->product));
  m_effect->showEffect(m_session, m_model.snapshot() ? m_model.snapshot()->totals : CatalogueTotals());
}

void CataloguePage::showTitle() {
  const CatalogueSnapshotPtr& s = m_model.snapshot();
  if (!s) {
    m_summary->setText(QString());
    return;
  }
  const auto n = [](qint64 value) { return QLocale().toString(value); };
  const CatalogueTotals& t = s->totals;
  QStringList parts;
  if (m_lines.shownCount() < int(s->rows.size())) {
    parts << tr("%1 of %2 prices").arg(n(m_lines.shownCount()), n(qint64(s->rows.size())));
    if (!m_filters->filter().zone.isEmpty())
      parts << m_filters->filter().zone;
    const double revenue = m_lines.total(m_lines.shownRows(), CatalogueModel::column(CatalogueColumn::Revenue));
    const QString mark = m_model.columns()[std::size_t(CatalogueColumn::Revenue)].unit;
    if (revenue > 0 && !mark.isEmpty()) // of one currency
      parts << tr("%1%2 a week").arg(mark, plainNumber(revenue, 0));
  } else {
    parts << tr("%1 prices").arg(n(qint64(s->rows.size())))
          << (t.zones > 1 ? tr("%1 SKUs × %2 zones").arg(n(t.skus), n(t.zones)) : tr("%1 SKUs").arg(n(t.skus)));
    if (t.withSales > 0)
      parts << tr("%1%2 a week").arg(currencyMark(t.currency), plainNumber(t.revenuePerWeek, 0));
    if (const auto margin = t.marginPercent())
      parts << tr("margin %1 %").arg(plainNumber(*margin, 1));
  }
  m_summary->setText(parts.join(QStringLiteral(" · ")));
}

void CataloguePage::showEmptiness() {
  const bool empty = m_lines.rowCount() == 0;
  const CatalogueSnapshotPtr& s = m_model.snapshot();
  // Whoever types into a column's filter goes on typing there, though nothing fits yet.
  const bool typing = focusWidget() != m_table && m_table->isAncestorOf(focusWidget());
  m_rows->setCurrentWidget(empty && !typing ? static_cast<QWidget*>(m_empty) : m_table);
  m_emptyClear->setVisible(s && !s->rows.empty());
  if (!s)
    m_empty->setWords(tr("Reading the catalogue …"), QString());
  else if (s->rows.empty())
    m_empty->setWords(tr("No products yet"),
                      tr("Import products with their prices, costs and sales: then they stand here, and a cycle can "
                         "learn what a price does."));
  else
    m_empty->setWords(tr("No price matches this filter"),
                      tr("%1 prices are in the catalogue.").arg(QLocale().toString(qulonglong(s->rows.size()))));
  arrange();
}

void CataloguePage::applyFilter() {
  const CatalogueFilter f = m_filters->filter();
  if (f == CatalogueFilter()) {
    m_lines.setPageFilter({});
    return;
  }
  m_lines.setPageFilter([this, f](int row) {
    const CatalogueRow& r = m_model.at(row);
    return (f.zone.isEmpty() || r.zone == f.zone) && (f.category.isEmpty() || r.category == f.category) &&
           (!f.role || r.role == *f.role) && (!f.lowIndex || (r.index && *r.index < 95)) &&
           (!f.stale || CatalogueModel::isStale(r)) && (!f.tried || m_session.isLocked(r.listingNo));
  });
}

void CataloguePage::resizeEvent(QResizeEvent* event) {
  Page::resizeEvent(event);
  arrange();
  const int wide = width() - 2 * Theme::kPageMargin - m_below->handleWidth();
  const int effect = std::clamp(wide * 36 / 100, 340, 460);
  if (!m_belowChosen)
    m_below->setSizes({wide - effect, effect});
  if (m_splitChosen || m_short)
    return;
  const int room = m_split->height(), below = std::clamp(room * 52 / 100, 250, 420);
  m_split->setSizes({room - below, below});
}

void CataloguePage::arrange() {
  m_short = height() < kRoomForBoth;
  const bool empty = m_lines.rowCount() == 0;
  if (!m_short || empty)
    m_belowOnTop = false;
  m_split->widget(0)->setVisible(!m_short || !m_belowOnTop);
  m_below->setVisible(!empty && (!m_short || m_belowOnTop));
}

QList<QWidget*> CataloguePage::panes() const {
  QList<QWidget*> all{m_filters->textField()};
  if (m_table->isVisible())
    all << m_table;
  if (m_chart->isVisible())
    all << m_chart << m_effect->sendButton();
  if (m_banner->isVisible())
    all << m_banner->findChildren<QPushButton*>().value(0);
  return all;
}

void CataloguePage::focusMain() {
  m_belowOnTop = false;
  arrange();
  (m_rows->currentWidget() == m_table ? static_cast<QWidget*>(m_table) : m_filters->textField())
      ->setFocus(Qt::OtherFocusReason);
}

void CataloguePage::showOnly(const QString& column, const QString& typed, const QString& text) {
  m_filters->clear();
  m_lines.clearFilters();
  m_filters->textField()->setText(text);
  for (int c = 0; c < m_model.columnCount() && !column.isEmpty(); ++c)
    if (m_lines.rows().column(c).key == column) {
      m_table->showColumn(c, true);
      m_table->header().setFiltersShown(true);
      m_lines.setColumnFilter(c, typed);
    }
  m_table->focusLine(0);
}

void CataloguePage::focusFilter() {
  m_filters->textField()->setFocus(Qt::ShortcutFocusReason);
  m_filters->textField()->selectAll();
}

void CataloguePage::setReadOnly(bool readOnly) {
  m_readOnly = readOnly;
  m_model.setReadOnly(readOnly);
  m_effect->setReadOnly(readOnly);
  showPrice();
}

void CataloguePage::showMessage(paint::Tone tone, const QString& text, const QString& action) {
  m_banner->showMessage(tone, text, action);
}

} // namespace pricewright
