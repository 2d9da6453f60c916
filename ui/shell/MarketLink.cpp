// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/MarketLink.h"

#include <QLocale>
#include <QSet>

#include <map>

namespace pricewright {
namespace {

constexpr std::size_t kMostUndone = 50;
constexpr int kMostMatches = 20'000;

// The place in the catalogue that "SKU@ZONE" names; "SKU" alone where it is sold in one zone.
Result<int> placeOf(const Catalog& catalog, const QString& word) {
  const QString code = word.section(u'@', 0, 0), zone = word.section(u'@', 1);
  int found = 0, count = 0;
  for (const Listing& listing : catalog.listings) {
    const Sku* sku = catalog.sku(listing.skuNo);
    const PriceZone* in = catalog.zone(listing.zoneNo);
    if (sku && in && sku->code == code && (zone.isEmpty() || in->code == zone))
      found = listing.no, ++count;
  }
  if (count == 1)
    return found;
  if (count == 0)
    return fail(QStringLiteral("catalog.unknown-sku"), {{QStringLiteral("sku"), word}});
  return fail(QStringLiteral("usage.which-zone"), {{QStringLiteral("sku"), code}});
}

// How a site wants to be asked; what else stands in its row is somebody else's.
Status setAsking(Workspace& w, const Site& wanted) {
  PW_TRY(Site site, w.sites().site(wanted.host));
  site.delay = wanted.delay, site.windowFrom = wanted.windowFrom, site.windowTo = wanted.windowTo;
  site.language = wanted.language, site.currency = wanted.currency, site.proxies = wanted.proxies;
  site.fetcher = wanted.fetcher;
  PW_TRY([[maybe_unused]] const int no, w.sites().putSite(w.me(), site));
  return {};
}

Status switchSite(Workspace& w, const QString& host, bool on) {
  PW_TRY(Site site, w.sites().site(host));
  site.isOn = on;
  PW_TRY([[maybe_unused]] const int no, w.sites().putSite(w.me(), site));
  return {};
}

} // namespace

MarketLink::MarketLink(Engine& engine, MarketPage& page, QObject* parent)
    : QObject(parent), m_engine(engine), m_page(page) {
  const auto outdated = [this] {
    m_outdated = true;
    if (m_page.isVisible())
      refresh();
  };
  connect(&engine, &Engine::workspaceOpened, this, [this, outdated] {
    m_open = true;
    m_undo.clear();
    m_feedTrial.cancel();
    m_page.forgetFeed();
    forgetRound();
    outdated();
  });
  connect(&engine, &Engine::changed, this, outdated);
  connect(&page, &Page::refreshWanted, this, [this] { refresh(); });
  connect(&page, &Page::shown, this, [this] {
    if (m_outdated)
      refresh();
  });
  connect(&page, &MarketPage::offersMarked, this, &MarketLink::mark);
  connect(&page, &MarketPage::matchesDecided, this, &MarketLink::decide);
  connect(&page, &MarketPage::listRequested, this, &MarketLink::suggest);
  connect(&page, &MarketPage::undoRequested, this, &MarketLink::undo);
  connect(&page.offersPane(), &OffersPane::evidenceWanted, this, &MarketLink::showEvidence);
  connectSites();
  connectFeeds();
  connectRecipe();
  connectAlerts();
  connectRound();
}

void MarketLink::connectSites() {
  connect(&m_page, &MarketPage::pageRequested, this, [this](const QString& place, const QString& url) {
    auto added = std::make_shared<PageAdded>();
    change(
        [place, url, added](Workspace& w) -> Status {
          PW_TRY(const Catalog catalog, w.catalog().load());
          PageWish wish;
          PW_TRY(wish.listingNo, placeOf(catalog, place));
          wish.url = url;
          PW_TRY(*added, addPage(w, wish));
          return {};
        },
        MarketPage::tr("The page is watched · T accepts its site's terms"),
        [added](Workspace& w) -> Status {
          if (added->before && added->before->state != MatchState::Confirmed) {
            PW_CHECK(decideMatches(w, {added->matchNo}, added->before->state));
          }
          // What was watched before stays so.
          return added->switchedOn ? w.sites().switchWatch(w.me(), added->watchNo, false) : Status();
        });
  });
  connect(&m_page, &MarketPage::siteRequested, this, [this](const Site& site) {
    const SiteHealth* shown = m_page.sitesPane().focused();
    const Site before = shown && shown->site.host == site.host ? shown->site : site;
    change([site](Workspace& w) { return setAsking(w, site); }, MarketPage::tr("%1 is set").arg(site.host),
           [before](Workspace& w) { return setAsking(w, before); });
  });
  connect(&m_page, &MarketPage::termsRequested, this,
          [this](const QString& host, TermsState terms, const QString& note) {
            change([=](Workspace& w) { return w.sites().setTerms(w.me(), host, terms, note); },
                   terms == TermsState::Accepted ? MarketPage::tr("%1 may be asked now · R looks").arg(host)
                                                 : MarketPage::tr("%1 is not asked any more").arg(host));
          });
  connect(&m_page, &MarketPage::siteSwitched, this, [this](const QString& host, bool on) {
    change([=](Workspace& w) { return switchSite(w, host, on); },
           on ? MarketPage::tr("%1 is watched").arg(host) : MarketPage::tr("%1 is not watched").arg(host),
           [=](Workspace& w) { return switchSite(w, host, !on); });
  });
}

void MarketLink::connectRecipe() {
  connect(&m_page, &MarketPage::recipeWanted, this, &MarketLink::showRecipe);
  connect(&m_page.recipe(), &RecipeEditor::trialWanted, this, &MarketLink::tryOut);
  connect(&m_page.recipe(), &RecipeEditor::saveWanted, this, &MarketLink::saveRecipe);
  connect(&m_page.recipe(), &RecipeEditor::learnWanted, this,
          [this](const KeptPage& page, unsigned node, ProductField field) {
            m_engine.read(
                this, [=](Workspace& w, const JobContext&) { return learnRecipeField(w, page, NodeId(node), field); },
                [this, host = m_page.recipe().host()](const Result<RecipeField>& step) {
                  if (host != m_page.recipe().host())
                    return; // another editor is open by now
                  step ? m_page.recipe().takeLearned(*step) : m_page.showError(step.error());
                });
          });
}

void MarketLink::refresh() {
  if (!m_open)
    return;
  m_outdated = false;
  m_queue.read(
      m_engine, this,
      [](Workspace& w, const JobContext&) { return matchPairs(w, MatchState::Suggested, kMostMatches); },
      [this](const Result<std::vector<MatchPair>>& pairs) {
        pairs ? m_page.showMatches(*pairs) : m_page.showError(pairs.error());
      });
  m_view.read(
      m_engine, this, [](Workspace& w, const JobContext&) { return marketBoard(w); },
      [this](const Result<MarketBoard>& view) { view ? m_page.showMarket(*view) : m_page.showError(view.error()); });
  refreshAlerts();
}

void MarketLink::mark(const std::vector<qint64>& offers, OfferState state) {
  std::map<std::pair<OfferState, QString>, std::vector<qint64>> before; // what they were
  const QSet<qint64> marked(offers.begin(), offers.end());
  for (int row = 0; row < m_page.offerRows().rowCount(); ++row)
    if (const Offer& o = m_page.offerRows().at(row).offer; marked.contains(o.no))
      before[{o.state, o.stateReason}].push_back(o.no);
  const QString reason =
      state == OfferState::Accepted ? QStringLiteral("confirmed") : QStringLiteral("rejected-by-hand");
  change([=](Workspace& w) { return w.offers().markOffers(w.me(), offers, state, reason); },
         state == OfferState::Accepted
             ? MarketPage::tr("%n offer(s) confirmed · Ctrl+Z takes it back", nullptr, int(offers.size()))
             : MarketPage::tr("%n offer(s) rejected · Ctrl+Z takes it back", nullptr, int(offers.size())),
         [before](Workspace& w) -> Status {
           for (const auto& [was, numbers] : before)
             PW_CHECK(w.offers().markOffers(w.me(), numbers, was.first, was.second));
           return {};
         });
}

void MarketLink::decide(const std::vector<MatchPair>& pairs, MatchState state) {
  std::vector<int> matches;
  for (const MatchPair& pair : pairs)
    matches.insert(matches.end(), pair.matches.begin(), pair.matches.end());
  change([=](Workspace& w) { return decideMatches(w, matches, state); },
         state == MatchState::Confirmed
             ? MarketPage::tr("%n match(es) confirmed · Ctrl+Z takes it back", nullptr, int(pairs.size()))
             : MarketPage::tr("%n match(es) rejected · Ctrl+Z takes it back", nullptr, int(pairs.size())),
         [matches](Workspace& w) { return decideMatches(w, matches, MatchState::Suggested); });
}

void MarketLink::suggest(const QString& competitor, const QString& file) {
  auto found = std::make_shared<MatchReport>();
  m_engine.write(
      this,
      [=](Workspace& w, const JobContext& job) -> Status {
        MatchWish wish;
        wish.file = file, wish.competitor = competitor;
        PW_TRY(*found, suggestMatches(w, wish, job));
        return {};
      },
      [this, found](const Status& status) {
        status ? m_page.showChanged(MarketPage::tr("%1 products read, %2 new suggestions")
                                        .arg(QLocale().toString(found->products), QLocale().toString(found->suggested)))
               : m_page.showError(status.error());
      });
}

void MarketLink::showEvidence(qint64 offerNo) {
  m_evidence.read(
      m_engine, this, [offerNo](Workspace& w, const JobContext&) { return offerEvidence(w, offerNo); },
      [this](const Result<OfferEvidence>& evidence) {
        if (evidence)
          m_page.offersPane().showEvidence(*evidence);
      });
}

void MarketLink::showRecipe(const QString& host, int watchNo) {
  m_desk.read(
      m_engine, this, [=](Workspace& w, const JobContext&) { return recipeDesk(w, host, watchNo); },
      [this](const Result<RecipeDesk>& desk) { desk ? m_page.showRecipeDesk(*desk) : m_page.showError(desk.error()); });
}

void MarketLink::tryOut(const QString& host, const std::vector<RecipeField>& recipe) {
  m_trial.read(
      m_engine, this, [=](Workspace& w, const JobContext&) { return tryRecipe(w, host, recipe); },
      [this](const Result<RecipeTrial>& trial) {
        trial ? m_page.recipe().showTrial(*trial) : m_page.showError(trial.error());
      });
}

void MarketLink::saveRecipe(const QString& host, const std::vector<RecipeField>& recipe) {
  auto before = std::make_shared<std::vector<RecipeField>>();
  m_engine.write(
      this,
      [=](Workspace& w, const JobContext&) -> Status {
        PW_TRY(*before, setRecipe(w, host, recipe));
        return {};
      },
      [=, this](const Status& status) {
        if (!status)
          return m_page.showError(status.error());
        remember([=](Workspace& w) -> Status {
          PW_TRY([[maybe_unused]] const auto after, setRecipe(w, host, *before));
          return {};
        });
        m_page.showView(MarketPage::Sites);
        m_page.showChanged(MarketPage::tr("The recipe of %1 is saved · Ctrl+Z takes it back").arg(host));
      });
}

int MarketLink::remember(Work back) {
  m_undo.push_back({++m_lastStep, std::move(back)});
  if (m_undo.size() > kMostUndone)
    m_undo.erase(m_undo.begin());
  return m_lastStep;
}

void MarketLink::undo() {
  if (m_undo.empty())
    return m_page.showChanged(MarketPage::tr("Nothing to take back"));
  const Work back = std::move(m_undo.back().back);
  m_undo.pop_back();
  m_engine.write(
      this, [back](Workspace& w, const JobContext&) { return back(w); },
      [this, back](const Status& status) {
        if (status)
          return m_page.showChanged(MarketPage::tr("Taken back"));
        remember(back); // it may be tried again
        m_page.showError(status.error());
      });
}

// Its way back is remembered at once, since the next key may ask for it, and forgotten where nothing came of it.
void MarketLink::change(Work work, const QString& done, Work back) {
  const int step = back ? remember(std::move(back)) : 0;
  m_engine.write(
      this, [work = std::move(work)](Workspace& w, const JobContext&) { return work(w); },
      [this, done, step](const Status& status) {
        if (status)
          return m_page.showChanged(done);
        std::erase_if(m_undo, [step](const Step& one) { return one.no == step; });
        m_page.showError(status.error());
      });
}

} // namespace pricewright
