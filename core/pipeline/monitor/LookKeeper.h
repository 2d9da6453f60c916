// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "market/SiteStore.h"

#include <functional>

namespace pricewright {

// How often what a round has found is kept: so many looks at once, and so soon while some site lets us wait. `most` is
// how many may wait while another program writes.
struct KeepPace {
  std::size_t atOnce = 200, most = 5'000;
  Duration every = std::chrono::seconds(5);
};

// Writes again while another program is at the file, as often as `triesLeft` says, which it counts down: each try has
// waited for the file by itself. Any other error at once.
constexpr int kTriesWhileBusy = 6;
Status writeWhileBusy(int& triesLeft, const std::function<Status()>& write);

// What a round has found and nobody has kept yet. A file that is busy is tried again later, with what came meanwhile;
// on any other error the round is to begin no more pages, and what can be kept at its end is, look by look.
class LookKeeper {
 public:
  using Keep = std::function<Status(std::vector<SiteStore::Found>&, const SiteStore::Besides&)>;
  LookKeeper(Keep keep, KeepPace pace = {});
  void add(SiteStore::Found found) { m_found.push_back(std::move(found)); }
  void addBesides(const SiteStore::Besides& more) {
    m_besides.requests += more.requests, m_besides.bytes += more.bytes;
  }
  void turn();          // keeps, where it is time
  bool mayGoOn() const; // no: what a further page says could not be kept
  // Keeps all that is left. monitor.looks-not-kept (kept, lost), with the first error that stood in the way: also where
  // all was kept in the end, since the round ended early for it.
  Status end(int& tries);

 private:
  bool hasSome() const { return !m_found.empty() || !m_besides.isNothing(); }
  Status keepAll();
  Status keepEach();
  Status keepRest(int& tries);
  Keep m_keep;
  KeepPace m_pace;
  std::vector<SiteStore::Found> m_found;
  SiteStore::Besides m_besides;
  std::size_t m_kept = 0, m_lost = 0;
  std::chrono::steady_clock::time_point m_last = std::chrono::steady_clock::now();
  bool m_isBusy = false;
  Status m_refused; // by the store, for another reason than that it is busy
};

} // namespace pricewright
