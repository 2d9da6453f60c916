// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/market/MarketPage.h"

#include "base/Words.h"
#include "controls/Cards.h"
#include "engine/texts/Texts.h"
#include "itemmodels/Words.h"

#include <QApplication>
#include <QBoxLayout>
#include <QKeyEvent>
#include <QLocale>

namespace pricewright {

MarketPage::MarketPage(const Theme& theme, QWidget* parent) : Page(parent), m_theme(theme) {
  setAccessibleName(tr("Market"));
  build();
  connectParts();
  showView(Offers);
}

void MarketPage::build() {
  auto* title = new TitleRow(m_theme, tr("Market"), this);
  m_title = title;
  m_summary = title->summary();
  addActions(*title);
  m_add = title->addButton(ActionButton::Kind::Secondary, tr("Watch a page…"), s("N"));
  m_look = title->addButton(ActionButton::Kind::Primary, tr("Look now"), s("R"));
  m_offers = new OffersPane(m_theme, this);
  m_matches = new MatchesPane(m_theme, this);
  m_moves = new MovesPane(m_theme, this);
  m_alerts = new AlertsPane(m_theme, this);
  m_sites = new SitesPane(m_theme, this);
  m_recipe = new RecipeEditor(m_theme, this);
  m_feed = new FeedEditor(m_theme, this);
  m_views = new QStackedWidget(this);
  for (QWidget* one :
       std::initializer_list<QWidget*>{m_offers, m_matches, m_moves, m_alerts, m_sites, m_recipe, m_feed})
    m_views->addWidget(one);
  m_words = new ElidedLabel(this);
  m_words->setTone("muted");
  m_words->hide();
  m_banner = new Banner(m_theme, this);
  m_chipRow = viewRow();
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(Theme::kPageMargin, 14, Theme::kPageMargin, 12);
  column->setSpacing(10);
  column->addWidget(title);
  column->addWidget(m_chipRow);
  column->addWidget(m_words);
  column->addWidget(m_views, 1);
  column->addWidget(m_banner);
  m_card = new LineCard(m_theme, this);
  m_siteCard = new SiteCard(m_theme, this);
  m_alertCard = new AlertCard(m_theme, this);
}

// What can be done in one view or another; updateButtons() shows those of the view.
void MarketPage::addActions(TitleRow& title) {
  const auto button = [&](ActionButton::Kind kind, const QString& text, const QString& key,
                          void (MarketPage::*work)()) {
    ActionButton* made = title.addButton(kind, text, key);
    made->setAccessibleName(tr("%1 (key %2)").arg(text, key));
    connect(made, &QPushButton::clicked, this, work);
    return made;
  };
  m_list = button(ActionButton::Kind::Secondary, tr("Suggest from a list…"), s("L"), &MarketPage::askList);
  m_suggested = button(ActionButton::Kind::Quiet, tr("Take the usual three"), s("U"), &MarketPage::takeSuggested);
  m_make = button(ActionButton::Kind::Secondary, tr("New alert…"), s("M"), &MarketPage::makeAlert);
  m_snooze = button(ActionButton::Kind::Quiet, tr("Tomorrow"), s("Z"), &MarketPage::snoozeChosen);
  m_read = button(ActionButton::Kind::Secondary, tr("Read feed"), s("F"), &MarketPage::readFeed);
  m_teach = button(ActionButton::Kind::Secondary, tr("Recipe…"), s("E"), &MarketPage::teachSite);
  m_set = button(ActionButton::Kind::Secondary, tr("Settings…"), s("G"), &MarketPage::askSite);
  m_terms = button(ActionButton::Kind::Secondary, tr("Terms…"), s("T"), &MarketPage::askTerms);
  m_reject = button(ActionButton::Kind::Quiet, tr("Reject"), s("X"), &MarketPage::rejectChosen);
  m_confirm = button(ActionButton::Kind::Secondary, tr("Confirm"), s("A"), &MarketPage::confirmChosen);
}

// Parts that go lose the focus, and would tell a page that is half gone.
MarketPage::~MarketPage() { disconnect(qApp, nullptr, this, nullptr); }

QWidget* MarketPage::viewRow() {
  auto* box = new QWidget(this);
  auto* row = new QHBoxLayout(box);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(8);
  for (int view = Offers; view < Recipe; ++view) {
    auto* chip = new ActionButton(m_theme, ActionButton::Kind::Chip, {}, box);
    chip->setCheckable(true);
    chip->setKeys({QString::number(view + 1)});
    connect(chip, &QPushButton::clicked, this, [this, view] { showView(View(view)); });
    row->addWidget(chip);
    m_chips[std::size_t(view)] = chip;
  }
  row->addStretch(1);
  return box;
}

void MarketPage::connectParts() {
  connect(m_look, &QPushButton::clicked, this, &MarketPage::look);
  connect(m_add, &QPushButton::clicked, this, [this] { ofFeeds() ? newFeed() : addPage(); });
  connect(m_siteCard, &SiteCard::wanted, this, &MarketPage::siteRequested);
  connect(m_recipe, &RecipeEditor::left, this, &MarketPage::leaveRecipe);
  connect(m_recipe, &RecipeEditor::pageWanted, this, &MarketPage::recipeWanted);
  connect(m_feed, &FeedEditor::left, this, &MarketPage::leaveFeed);
  connect(&m_sites->feeds(), &TableView::activatedByUser, this, &MarketPage::changeFeed);
  connect(qApp, &QApplication::focusChanged, this, [this] {
    if (m_view == Sites)
      updateButtons(); // which table has the focus
  });
  connect(m_alertCard, &AlertCard::trialWanted, this, &MarketPage::alertTrialWanted);
  connect(m_alertCard, &AlertCard::wanted, this, &MarketPage::alertWanted);
  connect(&sites(), &TableView::activatedByUser, this, &MarketPage::askSite);
  connect(&m_alerts->rules(), &TableView::activatedByUser, this, &MarketPage::changeAlert);
  for (TableView* one : {&sites(), &m_sites->feeds(), &offers(), &matches(), &m_moves->table(), &m_moves->indices(),
                         &m_alerts->inbox(), &m_alerts->rules()}) {
    connect(one, &TableView::focusChanged, this, &MarketPage::updateButtons);
    connect(one, &TableView::totalsChanged, this, &Page::selectionTotalsChanged);
  }
}

QList<QWidget*> MarketPage::panes() const {
  if (m_view == Recipe)
    return {&m_recipe->outline(), &m_recipe->trial()};
  if (m_view == FeedView)
    return {&m_feed->form(), &m_feed->trial()};
  if (m_view == Sites)
    return {&m_sites->table(), &m_sites->feeds(), &m_sites->freshness()};
  if (m_view == Moves)
    return {&m_moves->table(), &m_moves->indices()};
  if (m_view == Alerts)
    return {&m_alerts->inbox(), &m_alerts->rules()};
  return {table()};
}

TableView* MarketPage::table() const {
  switch (m_view) {
  case Matches:
    return &m_matches->table();
  case Moves:
    return &m_moves->table();
  case Alerts:
    return &m_alerts->inbox();
  case Sites:
    return &m_sites->table();
  case Recipe:
    return &m_recipe->outline();
  case FeedView:
    return &m_feed->trial();
  default:
    return &m_offers->table();
  }
}

void MarketPage::focusMain() {
  m_view == FeedView ? m_feed->form().setFocus(Qt::OtherFocusReason) : table()->setFocus(Qt::OtherFocusReason);
}
void MarketPage::focusFilter() { table()->focusFilter(); }

void MarketPage::showView(View view) {
  m_view = view;
  m_views->setCurrentIndex(view);
  m_title->setVisible(!inEditor()); // the editor has its own
  m_chipRow->setVisible(!inEditor());
  m_words->setVisible(!inEditor() && !m_words->text().isEmpty());
  updateChips();
  updateButtons();
  if (isVisible())
    focusMain();
}

void MarketPage::saveState(QSettings& settings) const {
  settings.setValue(s("view"), inEditor() ? int(Sites) : int(m_view));
}
void MarketPage::restoreState(const QSettings& settings) {
  showView(View(std::clamp(settings.value(s("view")).toInt(), int(Offers), int(Sites))));
}

void MarketPage::say(const QString& words) {
  m_words->setText(words);
  m_words->setVisible(!words.isEmpty() && !inEditor());
}

void MarketPage::showMarket(const MarketBoard& board) {
  m_board = board;
  m_sites->setStatus(board.status);
  m_sites->setHealth(board.freshness, board.figures, board.currency.isValid() ? board.currency.code() : QString());
  m_sites->setFeeds(board.feeds, board.status.now);
  m_offers->setBoard(board);
  const MarketStatus& st = board.status;
  const QLocale locale;
  m_summary->setText(st.sites.empty() && board.offers.empty()
                         ? tr("nothing is known of the market yet")
                         : tr("%1 offers, %2 in doubt · %3 pages watched, %4 due")
                               .arg(locale.toString(qlonglong(board.offers.size())), locale.toString(st.quarantined),
                                    locale.toString(st.pages), locale.toString(st.due)));
  updateChips();
  updateButtons();
}

void MarketPage::setLooking(bool looking) {
  m_looking = looking;
  if (looking)
    say(tr("Looking …"));
  updateButtons();
}

void MarketPage::showWaiting(int count) {
  if (m_board.offers.empty() && m_board.status.sites.empty())
    emit countChanged(count);
}

void MarketPage::showMatches(const std::vector<MatchPair>& pairs) {
  m_matches->setPairs(pairs);
  m_waiting = int(pairs.size());
  updateChips();
  updateButtons();
}

void MarketPage::showDesk(const AlertDesk& desk) {
  m_suggestions = desk.suggestions;
  m_competitors = desk.competitors;
  m_moves->setDesk(desk);
  m_alerts->setDesk(desk);
  m_alertCard->setChoices(desk);
  updateChips();
  updateButtons();
}

void MarketPage::showRecipeDesk(const RecipeDesk& desk) {
  m_card->dismiss();
  if (m_view == Recipe)
    return m_recipe->showPage(desk);
  showView(Recipe);
  m_recipe->begin(desk);
}

void MarketPage::updateChips() {
  const auto counted = [](const QString& name, int count) {
    return count > 0 ? tr("%1 · %2").arg(name, QLocale().toString(count)) : name;
  };
  const QString names[] = {counted(tr("Offers"), m_board.status.quarantined), counted(tr("Matches"), m_waiting),
                           tr("Moves"), counted(tr("Alerts"), m_alerts->events().rowCount()), tr("Sites")};
  for (std::size_t i = 0; i < m_chips.size(); ++i) {
    m_chips[i]->setText(names[i]);
    m_chips[i]->setAccessibleName(names[i]);
    m_chips[i]->setChecked(int(i) == m_view);
  }
  emit countChanged(m_board.status.quarantined + m_waiting + m_alerts->events().rowCount());
}

void MarketPage::updateButtons() {
  m_look->setText(m_looking ? tr("Stop") : tr("Look now"));
  m_look->setKeys({m_looking ? s("Esc") : s("R")});
  m_look->setEnabled(m_looking || (!m_readOnly && m_board.status.pages + m_board.status.feeds > 0));
  m_look->setToolTip(m_look->isEnabled() || m_readOnly ? QString()
                                                       : tr("No page is watched yet, and no feed is pulled"));
  m_add->setEnabled(!m_readOnly);
  m_add->setText(ofFeeds() ? tr("New feed…") : tr("Watch a page…"));
  m_add->setVisible(m_view == Offers || m_view == Sites);
  const bool ofSites = m_view == Sites, ofAlerts = m_view == Alerts,
             decides = m_view == Offers || m_view == Matches || ofAlerts;
  for (ActionButton* one : {m_teach, m_set, m_terms})
    one->setVisible(ofSites);
  const FeedHealth* feed = m_sites->focusedFeed();
  m_read->setVisible(ofSites && feed);
  m_read->setEnabled(feed && feed->feed.isOn && !m_readOnly && !m_looking);
  for (ActionButton* one : {m_confirm, m_reject})
    one->setVisible(decides);
  m_reject->setVisible(decides && !ofAlerts);
  m_confirm->setText(ofAlerts ? tr("Done") : tr("Confirm"));
  m_make->setVisible(ofAlerts);
  m_make->setEnabled(!m_readOnly);
  m_snooze->setVisible(ofAlerts);
  m_suggested->setVisible(ofAlerts && !m_suggestions.empty());
  m_suggested->setEnabled(!m_readOnly);
  m_list->setVisible(m_view == Matches);
  m_list->setEnabled(!m_readOnly);
  const bool site = m_sites->focused() != nullptr;
  m_teach->setText(ofFeeds() ? tr("Change feed…") : tr("Recipe…"));
  m_teach->setEnabled(ofFeeds() ? feed && !m_readOnly : site);
  m_set->setEnabled(site && !m_readOnly);
  m_terms->setEnabled(site && !m_readOnly);
  const bool any = !m_readOnly && table()->lines().shownCount() > 0;
  m_confirm->setEnabled(any);
  m_reject->setEnabled(any);
  m_snooze->setEnabled(any);
}

void MarketPage::setReadOnly(bool readOnly) {
  m_readOnly = readOnly;
  updateButtons();
}

void MarketPage::showMessage(paint::Tone tone, const QString& text, const QString& action) {
  m_banner->showMessage(tone, text, action);
}

void MarketPage::forgetWorkspace() {
  m_readOnly = m_looking = false;
  m_card->dismiss();
  m_siteCard->dismiss();
  m_alertCard->dismiss();
  m_banner->hide();
  if (inEditor())
    showView(Sites);
  m_feed->rest();
  say({});
  m_offers->forget();
  showDesk({});
  showMatches({});
  showMarket({});
}

} // namespace pricewright
