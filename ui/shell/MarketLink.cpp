// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/MarketLink.h"

namespace pricewright {
namespace {

constexpr int kPagesAtOnce = 300; // they are all in memory until they are kept
constexpr std::size_t kMostUndone = 50;

void addTo(WatchReport& total, const WatchReport& more) {
  total.pages += more.pages, total.live += more.live, total.unchanged += more.unchanged;
  total.offers += more.offers, total.quarantined += more.quarantined, total.undecided += more.undecided;
  total.failed += more.failed, total.skippedTerms = more.skippedTerms, total.skippedWindow = more.skippedWindow;
  total.cost += more.cost, total.closed = more.closed;
}

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
    if (m_look)
      m_look->cancel();
    outdated();
  });
  connect(&engine, &Engine::changed, this, outdated);
  connect(&page, &Page::refreshWanted, this, [this] { refresh(); });
  connect(&page, &Page::shown, this, [this] {
    if (m_outdated)
      refresh();
  });
  connect(&page, &MarketPage::lookRequested, this, [this] {
    m_total = {};
    look();
  });
  connect(&page, &MarketPage::lookCancelled, this, [this] {
    if (m_look)
      m_look->cancel();
  });
  connect(&page, &MarketPage::pageRequested, this, [this](const QString& place, const QString& url) {
    change(
        [place, url](Workspace& w) -> Status {
          PW_TRY(const Catalog catalog, w.catalog().load());
          PageWish wish;
          PW_TRY(wish.listingNo, placeOf(catalog, place));
          wish.url = url;
          PW_TRY([[maybe_unused]] const PageAdded added, addPage(w, wish));
          return {};
        },
        MarketPage::tr("The page is watched · T accepts its site's terms"));
  });
  connect(&page, &MarketPage::termsRequested, this, [this](const QString& host, TermsState terms, const QString& note) {
    change([=](Workspace& w) { return w.sites().setTerms(w.me(), host, terms, note); },
           terms == TermsState::Accepted ? MarketPage::tr("%1 may be asked now · R looks").arg(host)
                                         : MarketPage::tr("%1 is not asked any more").arg(host));
  });
  connect(&page, &MarketPage::siteSwitched, this, [this](const QString& host, bool on) {
    change(
        [=](Workspace& w) -> Status {
          PW_TRY(Site site, w.sites().site(host));
          site.isOn = on;
          PW_TRY([[maybe_unused]] const int no, w.sites().putSite(w.me(), site));
          return {};
        },
        on ? MarketPage::tr("%1 is watched").arg(host) : MarketPage::tr("%1 is not watched").arg(host));
  });
  connect(&page, &MarketPage::offersMarked, this, &MarketLink::mark);
  connect(&page, &MarketPage::undoRequested, this, &MarketLink::undo);
}

void MarketLink::refresh() {
  if (!m_open)
    return;
  m_outdated = false;
  m_view.read(
      m_engine, this, [](Workspace& w, const JobContext&) { return marketBoard(w); },
      [this](const Result<MarketBoard>& view) { view ? m_page.showMarket(*view) : m_page.showError(view.error()); });
}

void MarketLink::look() {
  m_look = m_engine.readAside(
      this,
      [](Workspace& w, const JobContext& job) {
        MarketWish wish;
        wish.most = kPagesAtOnce;
        return lookAtMarket(w, wish, job);
      },
      [this](Result<MarketLooks> looks) {
        if (!looks)
          return m_page.showError(looks.error());
        keep(std::make_shared<MarketLooks>(std::move(*looks)));
      },
      [this](const QString& step, double fraction) { m_page.showProgress(step, fraction); });
}

void MarketLink::keep(std::shared_ptr<MarketLooks> looks) {
  addTo(m_total, looks->report);
  const bool more = looks->report.pages >= kPagesAtOnce && !looks->report.cancelled;
  m_engine.write(
      this, [looks](Workspace& w, const JobContext&) { return keepLooks(w, *looks); },
      [this, more](const Status& kept) {
        if (!kept)
          return m_page.showError(kept.error());
        if (more)
          return look();
        m_look.reset();
        m_page.showReport(m_total);
      });
}

void MarketLink::mark(const std::vector<qint64>& offers, OfferState state) {
  std::vector<Marked> before;
  for (int row = 0; row < m_page.offerRows().rowCount(); ++row) {
    const Offer& o = m_page.offerRows().at(row).offer;
    if (std::find(offers.begin(), offers.end(), o.no) != offers.end())
      before.push_back({o.no, o.state, o.stateReason});
  }
  m_undo.push_back(std::move(before));
  if (m_undo.size() > kMostUndone)
    m_undo.erase(m_undo.begin());
  const QString reason =
      state == OfferState::Accepted ? QStringLiteral("confirmed") : QStringLiteral("rejected-by-hand");
  change([=](Workspace& w) { return w.offers().markOffers(w.me(), offers, state, reason); },
         state == OfferState::Accepted
             ? MarketPage::tr("%n offer(s) confirmed · Ctrl+Z takes it back", nullptr, int(offers.size()))
             : MarketPage::tr("%n offer(s) rejected · Ctrl+Z takes it back", nullptr, int(offers.size())));
}

void MarketLink::undo() {
  if (m_undo.empty())
    return m_page.showChanged(MarketPage::tr("Nothing to take back"));
  const std::vector<Marked> before = std::move(m_undo.back());
  m_undo.pop_back();
  change(
      [before](Workspace& w) -> Status {
        for (const Marked& m : before)
          PW_CHECK(w.offers().markOffers(w.me(), {m.no}, m.state, m.reason));
        return {};
      },
      MarketPage::tr("Taken back"));
}

void MarketLink::change(std::function<Status(Workspace&)> work, const QString& done) {
  m_engine.write(
      this, [work = std::move(work)](Workspace& w, const JobContext&) { return work(w); },
      [this, done](const Status& status) { status ? m_page.showChanged(done) : m_page.showError(status.error()); });
}

} // namespace pricewright
