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
  const std::size_t looks = m_found.size();
  const Status kept = m_keep(m_found, m_besides);
  if (kept)
    m_kept += looks, m_found.clear(), m_besides = {};
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
  for (std::size_t i = 0; i < left.size(); ++i) {
    m_found.clear();
    m_found.push_back(std::move(left[i]));
    const Status kept = keepAll();
    m_lost += !kept;
    if (!kept && first)
      first = kept;
    if (isOnlyBusy(kept)) { // by now: each try waits
      m_lost += left.size() - i - 1;
      break;
    }
  }
  m_found.clear();
  return first;
}

Status LookKeeper::keepRest(int& tries) {
  const Status kept = writeWhileBusy(tries, [this] { return keepAll(); });
  if (!kept && !isOnlyBusy(kept) && m_found.size() > 1) {
    const Status each = keepEach();
    return each ? m_refused : each;
  }
  m_lost += m_found.size();
  return kept ? m_refused : kept;
}

Status LookKeeper::end(int& tries) {
  const Status rest = keepRest(tries);
  if (rest)
    return {};
  return fail(QStringLiteral("monitor.looks-not-kept"),
              {{QStringLiteral("kept"), QString::number(m_kept)}, {QStringLiteral("lost"), QString::number(m_lost)}})
      .causedBy(rest.error());
}

} // namespace pricewright
