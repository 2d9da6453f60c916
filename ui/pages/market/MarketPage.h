// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "controls/Banner.h"
#include "controls/LineCard.h"
#include "controls/TitleRow.h"
#include "engine/market/MarketRound.h"
#include "pages/Page.h"
#include "pages/market/AlertCard.h"
#include "pages/market/AlertsPane.h"
#include "pages/market/FeedEditor.h"
#include "pages/market/MatchesPane.h"
#include "pages/market/MovesPane.h"
#include "pages/market/OffersPane.h"
#include "pages/market/RecipeEditor.h"
#include "pages/market/SiteCard.h"
#include "pages/market/SitesPane.h"

#include <QStackedWidget>

namespace pricewright {

// What do competitors do, and can it be trusted? In views of one key each: what each seller asks now beside our price,
// what is in doubt first; which of their products is which of ours; how they moved; what an alert has found; the sites,
// how fresh and how well they are read. Asks through signals, is told through slots, never blocks.
class MarketPage : public Page {
  Q_OBJECT
 public:
  enum View { Offers, Matches, Moves, Alerts, Sites, Recipe, FeedView };
  explicit MarketPage(const Theme& theme, QWidget* parent = nullptr);
  ~MarketPage() override;
  QList<QWidget*> panes() const override;
  void focusMain() override;
  void focusFilter() override;
  void undoLast() override { emit undoRequested(); }
  void forgetWorkspace() override;
  void saveState(QSettings& settings) const override;
  void restoreState(const QSettings& settings) override;
  QList<PageAction> pageActions() override;
  QList<QPair<QString, QString>> keySheet() const override;
  void setReadOnly(bool readOnly) override;
  void showMessage(paint::Tone tone, const QString& text, const QString& action = {}) override;

  bool isReadOnly() const { return m_readOnly; }
  View view() const { return m_view; }
  void showView(View view);
  TableView& sites() { return m_sites->table(); }
  TableView& offers() { return m_offers->table(); }
  TableView& matches() { return m_matches->table(); }
  MovesPane& movesPane() { return *m_moves; }
  AlertsPane& alertsPane() { return *m_alerts; }
  AlertCard& alertCard() { return *m_alertCard; }
  const SiteModel& siteRows() const { return m_sites->rows(); }
  const MarketOfferModel& offerRows() const { return m_offers->rows(); }
  const MatchModel& matchRows() const { return m_matches->rows(); }
  OffersPane& offersPane() { return *m_offers; }
  SitesPane& sitesPane() { return *m_sites; }
  RecipeEditor& recipe() { return *m_recipe; }
  FeedEditor& feedEditor() { return *m_feed; }
  LineCard& card() { return *m_card; }
  SiteCard& siteCard() { return *m_siteCard; }
  Banner& banner() { return *m_banner; }
  QString summary() const { return m_summary->text(); }

 public slots:
  void showMarket(const pricewright::MarketBoard& board);
  void showMatches(const std::vector<pricewright::MatchPair>& pairs);
  void showDesk(const pricewright::AlertDesk& desk);        // moves and alerts
  void showRecipeDesk(const pricewright::RecipeDesk& desk); // opens the editor, or turns to another page in it
  void showProgress(const QString& step, double fraction);
  void setLooking(bool looking); // a round is under way, whoever began it
  void showReport(const pricewright::WatchReport& report, const pricewright::FeedsReport& feeds, int standIns,
                  bool stopped);
  void showStopped();
  void showFeedSaved(const QString& what);
  void forgetFeed();           // another workspace is open
  void showWaiting(int count); // before the page was ever shown
  void showChanged(const QString& what);
  void showError(const pricewright::Error& error);
  void look(); // at what is due; again: stops
  void addPage();
  void askTerms();    // accepts them, or refuses those that were accepted
  void refuseTerms(); // whatever they are now
  void askSite();
  void teachSite();
  void leaveRecipe();
  void switchSite();
  void readFeed(); // now, whenever it would be due
  void newFeed();
  void changeFeed();
  void leaveFeed();
  void confirmChosen();
  void rejectChosen();
  void makeAlert();
  void changeAlert();
  void switchAlert();
  void removeAlert();
  void takeSuggested(); // the alerts that most shops begin with
  void snoozeChosen();  // until tomorrow
  void askList();       // of their products, to suggest matches from

 signals:
  void lookRequested();
  void lookCancelled();
  void pageRequested(const QString& place, const QString& url);
  void termsRequested(const QString& host, pricewright::TermsState terms, const QString& note);
  void siteRequested(const pricewright::Site& site);
  void siteSwitched(const QString& host, bool on);
  void feedRequested(const QString& code);
  void feedSwitched(const QString& code, bool on);
  void offersMarked(const std::vector<qint64>& offers, pricewright::OfferState state);
  void matchesDecided(const std::vector<pricewright::MatchPair>& pairs, pricewright::MatchState state);
  void listRequested(const QString& competitor, const QString& file);
  void recipeWanted(const QString& host, int watchNo);
  void alertTrialWanted(const pricewright::AlertRule& rule);
  void alertWanted(const pricewright::Id& id, const pricewright::AlertRule& rule); // a null id: a new one
  void alertSwitched(const pricewright::Id& id, bool on);
  void alertRemoved(const pricewright::Id& id, bool wasOn);
  void suggestionsWanted(const std::vector<pricewright::AlertRule>& rules);
  void eventsMarked(const std::vector<qint64>& events, pricewright::AlertEventState state);
  void undoRequested();

 protected:
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void build();
  void addActions(TitleRow& title);
  QWidget* viewRow();
  void connectParts();
  TableView* table() const;       // of the view
  void say(const QString& words); // above the view; "": nothing stands there
  void mark(OfferState state);
  void decide(MatchState state);
  void updateButtons();
  void updateChips();
  void sayTerms(const Site& site, bool accepts);
  bool siteKey(int key);
  bool ofFeeds() const;                              // the lower table of the sites has the focus
  bool inEditor() const { return m_view >= Recipe; } // which has a title and keys of its own
  void openFeed(const Feed& feed, const QString& competitor, bool isNew);
  bool alertKey(int key);
  bool decideKey(int key);

  const Theme& m_theme;
  OffersPane* m_offers = nullptr;
  MatchesPane* m_matches = nullptr;
  MovesPane* m_moves = nullptr;
  AlertsPane* m_alerts = nullptr;
  SitesPane* m_sites = nullptr;
  RecipeEditor* m_recipe = nullptr;
  FeedEditor* m_feed = nullptr;
  QStackedWidget* m_views = nullptr;
  QWidget *m_title = nullptr, *m_chipRow = nullptr;
  std::array<ActionButton*, Recipe> m_chips{};
  ActionButton *m_look = nullptr, *m_add = nullptr, *m_terms = nullptr, *m_confirm = nullptr, *m_reject = nullptr,
               *m_teach = nullptr, *m_set = nullptr, *m_list = nullptr, *m_make = nullptr, *m_snooze = nullptr,
               *m_suggested = nullptr, *m_read = nullptr;
  ElidedLabel *m_summary = nullptr, *m_words = nullptr;
  LineCard* m_card = nullptr;
  SiteCard* m_siteCard = nullptr;
  AlertCard* m_alertCard = nullptr;
  Banner* m_banner = nullptr;
  MarketBoard m_board;
  QStringList m_competitors; // codes
  std::vector<AlertRule> m_suggestions;
  int m_waiting = 0; // matches to decide
  View m_view = Offers;
  bool m_readOnly = false, m_looking = false;
};

} // namespace pricewright
