// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What can be done on the page of the market, and by which key.
#include "base/Words.h"
#include "engine/texts/Texts.h"
#include "itemmodels/Words.h"
#include "pages/market/MarketPage.h"

#include <QKeyEvent>
#include <QLocale>

namespace pricewright {

void MarketPage::look() {
  if (m_looking)
    emit lookCancelled();
  else if (m_look->isEnabled())
    emit lookRequested();
}

void MarketPage::showProgress(const QString& step, double fraction) {
  if (m_looking)
    say(tr("%1, %2 %").arg(capitalized(codeText(step)), QLocale().toString(int(100 * fraction))));
}

void MarketPage::showReport(const WatchReport& r, const FeedsReport& feeds, int standIns, bool stopped) {
  const QLocale locale;
  QStringList parts;
  if (stopped)
    parts << tr("Stopped: what was found until then is kept");
  if (r.pages > 0)
    parts << tr("%1 pages: %2 came, %3 failed, %4 prices, %5 in doubt")
                 .arg(locale.toString(r.pages), locale.toString(r.live + r.unchanged + r.undecided),
                      locale.toString(r.failed), locale.toString(r.offers), locale.toString(r.quarantined));
  for (const FeedReport& feed : feeds.feeds)
    parts << (feed.run.error.isEmpty() ? tr("%1: %2 new offers").arg(feed.code, locale.toString(feed.run.offers))
                                       : s("%1: %2").arg(feed.code, codeText(feed.run.error)));
  for (auto it = r.closed.begin(); it != r.closed.end(); ++it)
    parts << s("%1: %2").arg(it.key(), codeText(it.value()));
  if (standIns > 0)
    parts << tr("for %n failed page(s) a service stood in", nullptr, standIns);
  if (r.skippedTerms > 0)
    parts << tr("%n page(s) of sites whose terms nobody has accepted", nullptr, r.skippedTerms);
  if (r.skippedWindow > 0)
    parts << tr("%n page(s) outside their site's hours", nullptr, r.skippedWindow);
  if (r.skippedBudget > 0)
    parts << tr("%n page(s) wait for the budget", nullptr, r.skippedBudget);
  say(parts.isEmpty() ? tr("No page was due") : parts.join(s(" · ")));
}

void MarketPage::showStopped() { say(tr("Stopped: what was found until then is kept")); }

void MarketPage::showChanged(const QString& what) {
  m_card->dismiss();
  m_siteCard->dismiss();
  m_alertCard->dismiss();
  emit noticed(what);
}

void MarketPage::showError(const Error& error) {
  if (error.is(u"job.cancelled") || error.is(u"engine.cancelled"))
    return;
  if (m_card->isVisible())
    return m_card->showError(error);
  if (m_siteCard->isVisible())
    return m_siteCard->showError(error);
  if (m_alertCard->isVisible())
    return m_alertCard->showError(error);
  if (m_view == FeedView)
    return m_feed->showError(error);
  if (m_view == Recipe)
    return m_recipe->say(errorText(error), true);
  showMessage(paint::Tone::Negative, errorText(error));
}

void MarketPage::addPage() {
  if (!m_add->isEnabled())
    return;
  m_card->ask({tr("Watch a page"), tr("SKU@ZONE and address"), tr("Watch"),
               tr("The product of ours, a space, and the page on which the competitor sells it."), QString()},
              [this](const QString& typed) {
                const QString text = typed.simplified();
                emit pageRequested(text.section(u' ', 0, 0), text.section(u' ', 1));
              });
}

void MarketPage::askTerms() {
  if (const SiteHealth* site = m_sites->focused(); site && !m_readOnly)
    sayTerms(site->site, site->site.terms != TermsState::Accepted);
}

void MarketPage::refuseTerms() {
  if (const SiteHealth* site = m_sites->focused(); site && !m_readOnly)
    sayTerms(site->site, false);
}

void MarketPage::sayTerms(const Site& site, bool accepts) {
  const QString now = codeText(termsStateName(site.terms));
  m_card->ask({accepts ? tr("Accept the terms of %1 (now: %2)").arg(site.host, now)
                       : tr("Refuse the terms of %1 (now: %2)").arg(site.host, now),
               tr("What they say, and where"), accepts ? tr("Accept") : tr("Refuse"),
               accepts ? tr("It stands in the journal, with your name. Shift+T refuses them instead.")
                       : tr("It stands in the journal, with your name. A site whose terms are refused is not asked."),
               QString()},
              [this, host = site.host, accepts](const QString& note) {
                emit termsRequested(host, accepts ? TermsState::Accepted : TermsState::Refused, note);
              });
}

void MarketPage::askSite() {
  if (const SiteHealth* site = m_sites->focused(); site && !m_readOnly)
    m_siteCard->ask(site->site);
}

void MarketPage::teachSite() {
  if (ofFeeds())
    return changeFeed();
  if (const SiteHealth* site = m_sites->focused())
    emit recipeWanted(site->site.host, 0);
}

void MarketPage::leaveRecipe() {
  if (m_recipe->isChanged())
    emit noticed(tr("The recipe was not saved: the site is read as before"));
  showView(Sites);
}

void MarketPage::switchSite() {
  if (ofFeeds() || !m_sites->focused()) { // where no site is watched there is nothing else to switch
    if (const FeedHealth* feed = m_sites->focusedFeed(); feed && !m_readOnly)
      emit feedSwitched(feed->feed.code, !feed->feed.isOn);
    return;
  }
  if (const SiteHealth* site = m_sites->focused(); site && !m_readOnly)
    emit siteSwitched(site->site.host, !site->site.isOn);
}

void MarketPage::askList() {
  if (m_readOnly)
    return;
  m_card->ask({tr("Suggest matches"), tr("Competitor and file"), tr("Suggest"),
               tr("The competitor's code, a space, and a CSV file of its products: code, title, and where known brand, "
                  "gtin, mpn, price."),
               QString()},
              [this](const QString& typed) {
                const QString text = typed.trimmed();
                emit listRequested(text.section(u' ', 0, 0), text.section(u' ', 1).trimmed());
              });
}

void MarketPage::mark(OfferState state) {
  const std::vector<qint64> chosen = m_offers->chosen();
  if (chosen.empty())
    return emit noticed(tr("Choose an offer"));
  emit offersMarked(chosen, state);
  offers().moveFocus(1);
}

void MarketPage::decide(MatchState state) {
  const std::vector<MatchPair> chosen = m_matches->chosen();
  if (chosen.empty())
    return emit noticed(tr("Choose a match"));
  m_matches->drop(chosen); // at once: the next key is for the next one
  m_waiting = m_matches->rows().rowCount();
  updateChips();
  emit matchesDecided(chosen, state);
}

void MarketPage::confirmChosen() {
  if (m_readOnly)
    return;
  if (m_view == Alerts) {
    if (const std::vector<qint64> events = m_alerts->chosenEvents(); !events.empty())
      emit eventsMarked(events, AlertEventState::Acted);
  } else if (m_view == Matches) {
    decide(MatchState::Confirmed);
  } else {
    mark(OfferState::Accepted);
  }
}
void MarketPage::rejectChosen() {
  if (!m_readOnly)
    m_view == Matches ? decide(MatchState::Rejected) : mark(OfferState::Rejected);
}

void MarketPage::snoozeChosen() {
  if (const std::vector<qint64> events = m_alerts->chosenEvents(); !events.empty() && !m_readOnly)
    emit eventsMarked(events, AlertEventState::Snoozed);
}

void MarketPage::makeAlert() {
  if (!m_readOnly)
    m_alertCard->askNew();
}
void MarketPage::changeAlert() {
  if (const AlertRow* row = m_alerts->focusedRule(); row && !m_readOnly)
    m_alertCard->askChange(*row);
}
void MarketPage::switchAlert() {
  if (const AlertRow* row = m_alerts->focusedRule(); row && !m_readOnly)
    emit alertSwitched(row->id, !row->isOn);
}
void MarketPage::removeAlert() {
  if (const AlertRow* row = m_alerts->focusedRule(); row && !m_readOnly)
    emit alertRemoved(row->id, row->isOn);
}
void MarketPage::takeSuggested() {
  if (!m_suggestions.empty() && !m_readOnly)
    emit suggestionsWanted(m_suggestions);
}

// What changes an alert acts only where the alerts have the focus, not from the inbox above them.
bool MarketPage::alertKey(int key) {
  const bool ofAlert = key == Qt::Key_E || key == Qt::Key_O || key == Qt::Key_Delete;
  if (ofAlert && !m_alerts->rules().hasFocus())
    emit noticed(tr("Choose an alert in the lower table first: F6 goes there"));
  else if (key == Qt::Key_M)
    makeAlert();
  else if (key == Qt::Key_E)
    changeAlert();
  else if (key == Qt::Key_O)
    switchAlert();
  else if (key == Qt::Key_Delete)
    removeAlert();
  else if (key == Qt::Key_U)
    takeSuggested();
  else if (key == Qt::Key_Z && !m_alerts->rules().hasFocus())
    snoozeChosen();
  else
    return ofAlert;
  return true;
}

// What stands in a queue of this view: the first key says yes, the second no.
bool MarketPage::decideKey(int key) {
  const bool hasNo = m_view == Offers || m_view == Matches;
  if (key == Qt::Key_A && (hasNo || (m_view == Alerts && !m_alerts->rules().hasFocus())))
    confirmChosen();
  else if (key == Qt::Key_X && hasNo)
    rejectChosen();
  else if (key == Qt::Key_L && m_view == Matches)
    askList();
  else if (m_view == Sites)
    return siteKey(key);
  else
    return m_view == Alerts && alertKey(key);
  return true;
}

bool MarketPage::siteKey(int key) {
  if (key == Qt::Key_T)
    askTerms();
  else if (key == Qt::Key_O)
    switchSite();
  else if (key == Qt::Key_E)
    teachSite();
  else if (key == Qt::Key_F)
    readFeed();
  else if (key == Qt::Key_G)
    askSite();
  else
    return false;
  return true;
}

void MarketPage::keyPressEvent(QKeyEvent* event) {
  const bool bare = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
  const int key = event->key();
  if (event->isAutoRepeat())
    return event->accept();
  if (key == Qt::Key_Question)
    emit keySheetRequested();
  else if (key == Qt::Key_T && event->modifiers() == Qt::ShiftModifier && m_view == Sites)
    refuseTerms();
  else if (!bare || inEditor())
    return Page::keyPressEvent(event);
  else if (key >= Qt::Key_1 && key < Qt::Key_1 + int(Recipe))
    showView(View(key - Qt::Key_1));
  else if ((key == Qt::Key_R && !m_looking) || (key == Qt::Key_Escape && m_looking))
    look();
  else if (key == Qt::Key_N)
    ofFeeds() ? newFeed() : addPage();
  else if (key == Qt::Key_Slash)
    focusFilter();
  else if (!decideKey(key))
    return Page::keyPressEvent(event);
  event->accept();
}

QList<PageAction> MarketPage::pageActions() {
  return {{tr("Look at the competitors' pages that are due"), s("R"), [this] { look(); }},
          {tr("Watch a competitor's page…"), s("N"), [this] { addPage(); }},
          {tr("What competitors ask"), s("1"), [this] { showView(Offers); }},
          {tr("Decide suggested matches"), s("2"), [this] { showView(Matches); }},
          {tr("How competitors' prices moved"), s("3"), [this] { showView(Moves); }},
          {tr("Alerts and what they found"), s("4"), [this] { showView(Alerts); }},
          {tr("New alert on the market…"), s("M"),
           [this] {
             showView(Alerts);
             makeAlert();
           }},
          {tr("Sites, freshness and health of the watch"), s("5"), [this] { showView(Sites); }},
          {tr("Suggest matches from a competitor's list…"), s("L"), [this] { askList(); }},
          {tr("Accept or refuse a site's terms…"), s("T"), [this] { askTerms(); }},
          {tr("Teach where a site keeps its price…"), s("E"), [this] { teachSite(); }},
          {tr("Set how a site wants to be asked…"), s("G"), [this] { askSite(); }},
          {tr("Read the chosen feed now"), s("F"), [this] { readFeed(); }},
          {tr("New service or feed…"), s("N"), [this] { newFeed(); }},
          {tr("Change the chosen feed…"), s("E"), [this] { changeFeed(); }},
          {tr("Switch a site on or off"), s("O"), [this] { switchSite(); }},
          {tr("Confirm what is chosen"), s("A"), [this] { confirmChosen(); }},
          {tr("Reject what is chosen"), s("X"), [this] { rejectChosen(); }}};
}

QList<QPair<QString, QString>> MarketPage::keySheet() const {
  return {{s("1 … 5"), tr("offers, matches, moves, alerts, sites")},
          {tr("J  K  ↓  ↑"), tr("next, previous row")},
          {s("R"), tr("look at what is due; Esc stops")},
          {s("N"), tr("watch a page; a new feed, where the lower table of the sites has the focus")},
          {s("A"), tr("offers: it is right and counts; matches: the same product; alerts: done")},
          {s("Z"), tr("alerts: not before tomorrow")},
          {s("M"), tr("alerts: a new one; E changes, O switches, Delete removes the one below")},
          {s("X"), tr("offers: it is wrong and never counts; matches: not the same")},
          {s("L"), tr("matches: suggest from a competitor's list")},
          {s("T"), tr("sites: accept the terms; Shift+T refuses them")},
          {s("E"), tr("sites: teach where the price stands; change the feed, where the lower table has the focus")},
          {s("G"), tr("sites: how it wants to be asked; Enter, too")},
          {s("O"), tr("sites: switch it on or off; a feed, where the lower table has the focus")},
          {s("F"), tr("sites: read the chosen feed now")},
          {tr("Ctrl+Z"), tr("take the last step back")},
          {tr("Ctrl+E"), tr("write the table out")}};
}

} // namespace pricewright
