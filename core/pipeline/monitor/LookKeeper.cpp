// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/monitor/LookKeeper.h"

namespace pricewright {
namespace {

bool isOnlyBusy(const Status& status) { return !status && status.error().is(u"storage.busy"); }

} // namespace

Status writeWhileBusy(int& triesLeft, const std::function<Status()>& write) {
  Status done = write();
  while (isOnlyBusy(done) && --triesLeft > 0)
    done = write();
  return done;
}

LookKeeper::LookKeeper(Keep keep, KeepPace pace) : m_keep(std::move(keep)), m_pace(pace) {}

Status LookKeeper::keepAll() {
  if (!hasSome())
    return {};
  const Status kept = m_keep(m_found, m_besides);
  if (kept)
    m_found.clear(), m_besides = {};
  return kept;
}

void LookKeeper::turn() {
  if (!m_refused || !hasSome())
    return;
  const bool isMany = !m_isBusy && m_found.size() >= m_pace.atOnce;
  if (!isMany && std::chrono::steady_clock::now() - m_last < m_pace.every)
    return;
  const Status kept = keepAll();
  m_last = std::chrono::steady_clock::now();
  m_isBusy = isOnlyBusy(kept);
  if (!kept && !m_isBusy)
    m_refused = kept;
}

bool LookKeeper::mayGoOn() const { return m_refused && m_found.size() < m_pace.most; }

// One that the file does not take holds back no other.
Status LookKeeper::keepEach() {
  Status first;
  std::vector<SiteStore::Found> left;
  left.swap(m_found);
  for (SiteStore::Found& one : left) {
    m_found.clear();
    m_found.push_back(std::move(one));
    const Status kept = keepAll();
    if (!kept && first)
      first = kept;
    if (isOnlyBusy(kept))
      break;
  }
  m_found.clear();
  return first;
}

Status LookKeeper::end(int& tries) {
  const Status kept = writeWhileBusy(tries, [this] { return keepAll(); });
  if (!kept && !isOnlyBusy(kept) && m_found.size() > 1)
    return keepEach();
  return kept ? m_refused : kept;
}

} // namespace pricewright
