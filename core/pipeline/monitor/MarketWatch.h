// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/Catalog.h"
#include "extraction/ProductPage.h"
#include "fetching/Crawl.h"
#include "market/OfferStore.h"
#include "market/SiteStore.h"
#include "matching/MatchProduct.h"
#include "pipeline/monitor/LookBudget.h"
#include "pipeline/monitor/LookKeeper.h"
#include "pipeline/monitor/WatchSchedule.h"
#include "telemetry/Telemetry.h"

namespace pricewright {

struct WatchWish {
  bool all = false; // all pages, not only those that are due
  QString host;     // "" : all sites
  int most = 100'000;
  CrawlSettings crawl;
  PageFetcher::Settings fetch;
  bool rootMayBrowse = false; // Chromium without its sandbox, as root: only where somebody has said so
  // Of our listings, by number. The currency says what a symbol means that several countries share.
  struct Ours {
    QString currency;
    MatchProduct product;
    std::optional<Amount> price;
  };
  QHash<int, Ours> ours;
  LookPrices prices; // metered
  KeepPace pace;
  Duration termsEvery = std::chrono::seconds(2); // looks at whether its sites and pages may still be asked
  std::uint64_t seed = 1;
};
struct WatchReport {
  int planned = 0;                        // that were to be asked for
  int pages = 0, live = 0, unchanged = 0; // asked for; that came with a price; that still hold
  int offers = 0, quarantined = 0;        // kept, and of these held back until they are confirmed
  int undecided = 0, failed = 0;          // pages that came without a price that can be told; that did not come
  // Not asked: of sites without terms, outside hours, left alone, beyond the budget.
  int skippedTerms = 0, skippedWindow = 0, skippedClosed = 0, skippedBudget = 0;
  BudgetStretch stretch; // that the budget asks for
  qint64 requests = 0, retries = 0, bytes = 0;
  double cost = 0;
  Duration took{};
  QMap<QString, qint64> reasons; // why not, code → how many
  QMap<QString, QString> closed; // sites whose breaker is open → code
  bool cancelled = false;
  std::optional<Error> endedBy; // what ended it early, where all that was found could be kept
};

// Looks at competitors' pages: fetches politely, reads what each page says, keeps the offer with its evidence and the
// page itself, and plans the next look. A price that jumps is held back until a second look finds it again; what is in
// doubt is quarantined with its reason, and never reaches the optimizer. What fails leaves the last known price, which
// ages and is excluded by its source's freshness. Sites without accepted terms are not asked, nor are pages whose match
// is not confirmed; who refuses the terms, or switches a site or page off, ends what is under way.
class MarketWatch {
 public:
  MarketWatch(const SiteStore& sites, const OfferStore& offers, const Clock& clock);
  // What is found goes to `keep`, some hundred looks at a time, and what sites are remembered by to `remember`: to the
  // store, or to whoever may write. `roles` by listing. Error: those of the stores, and theirs. Cancelled: what was
  // found until then is kept. storage.busy of `keep` is tried again; on another error no more pages are begun, what can
  // be kept still is, and sites are remembered all the same: monitor.looks-not-kept.
  using Keep = LookKeeper::Keep;
  using Remember = std::function<Status(int siteNo, const QJsonObject& memory)>;
  Result<WatchReport> run(const WatchWish& wish, const QHash<int, SkuRole>& roles, const Keep& keep,
                          const Remember& remember, const JobContext& job);

 private:
  const SiteStore& m_sites;
  const OfferStore& m_offers;
  const Clock& m_clock;
};
// Counters and gauges of a run: scrape_attempts, _successes, _retries, _success_rate, _cost_per_page.
void meter(const WatchReport& report, Telemetry& telemetry);

// What was known of a page's price: the one found by the look before, whether that was held back as a jump, and the one
// last accepted, by the checks or by a person. A jump is one from the last accepted price, else from the last.
struct PriceBefore {
  std::optional<Amount> last;
  bool lastWasJump = false;
  std::optional<Amount> accepted;
};
// What a page's reading means as an offer: its state, and why; none where no price can be told. `ours`: our currency
// there, a code; where neither page nor site names one, it decides what "$" or "kr" means, never what a lone number
// means.
struct OfferReading {
  std::optional<Amount> price;
  Decimal shipping;
  bool inStock = true;
  OfferState state = OfferState::Accepted;
  QString reason; // of quarantine, or why there is no price
};
OfferReading readOffer(const ProductPage& page, const Site& site, const QString& competitorName,
                       const PriceBefore& before, const QString& ours = {});

} // namespace pricewright
