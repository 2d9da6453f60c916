// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/RivalView.h"

#include "market/Reference.h"

#include <QVarLengthArray>

#include <tuple>

namespace pricewright {
namespace {

constexpr Duration kOneMilli{1};
constexpr std::size_t kRunsKept = 16; // before old ones are looked for

bool isSame(const RivalView::Run& run, const RivalTape::Sight& s) {
  return run.price == s.price && run.delivered == s.delivered && run.comparable == s.comparable &&
         run.currency == s.currency && run.inStock == s.inStock && run.source == s.source;
}

// A seller's newest word at a moment, whichever of his products it is about.
struct Voice {
  int sellerNo = 0;
  const RivalView::Run* run = nullptr;
  Instant seen{};
};

struct Cut {
  Instant at{};
  bool isOurs = false;
  bool below = false;
};

} // namespace

RivalView::RivalView(const RivalTape& tape, Duration reach)
    : m_tape(tape), m_reach(reach), m_standsAt(tape.places().size()), m_runs(tape.stands().size()),
      m_own(tape.places().size()) {
  m_changed.is.resize(tape.places().size()), m_moved.is.resize(tape.places().size());
  m_changedStands.is.resize(tape.stands().size());
  for (const Source& source : tape.sources())
    m_hold.push_back(holdOf(source));
  const auto& stands = tape.stands();
  for (const RivalTape::Stand& stand : stands)
    m_rivals.push_back(stand.competitorNo);
  std::sort(m_rivals.begin(), m_rivals.end());
  m_rivals.erase(std::unique(m_rivals.begin(), m_rivals.end()), m_rivals.end());
  m_lastOf.resize(m_hold.size() * m_rivals.size(), Instant::min());
  for (const RivalTape::Stand& stand : stands) {
    const auto rival = std::lower_bound(m_rivals.begin(), m_rivals.end(), stand.competitorNo);
    m_ends.push_back({stand.place, int(rival - m_rivals.begin())});
  }
  for (std::size_t i = 0; i < stands.size(); ++i)
    m_standsAt[std::size_t(stands[i].place)].push_back(int(i));
  for (std::vector<int>& at : m_standsAt)
    std::sort(at.begin(), at.end(),
              [&](int a, int b) { return stands[std::size_t(a)].key < stands[std::size_t(b)].key; });
}

void RivalView::Marked::clear() {
  for (const int no : all)
    is[std::size_t(no)] = 0;
  all.clear();
}

void RivalView::advanceTo(Instant t) {
  for (Marked* marked : {&m_changed, &m_moved, &m_changedStands})
    marked->clear();
  m_now = std::max(m_now, t);
  const auto& own = m_tape.ownPrices();
  for (; m_nextOwn < own.size() && own[m_nextOwn].at <= m_now; ++m_nextOwn) {
    m_own[std::size_t(own[m_nextOwn].place)].push_back(own[m_nextOwn]);
    m_changed.add(own[m_nextOwn].place), m_moved.add(own[m_nextOwn].place);
  }
  const auto& sights = m_tape.sights();
  for (; m_nextSight < sights.size() && sights[m_nextSight].at <= m_now; ++m_nextSight)
    take(sights[m_nextSight]);
  for (Marked* marked : {&m_changed, &m_moved, &m_changedStands})
    std::sort(marked->all.begin(), marked->all.end());
}

void RivalView::take(const RivalTape::Sight& s) {
  const Ends stand = m_ends[std::size_t(s.stand)];
  Instant& last = m_lastOf[std::size_t(s.source) * m_rivals.size() + std::size_t(stand.rival)];
  last = std::max(last, s.at);
  if (s.at < m_now - m_reach)
    return; // nobody asks for it
  std::vector<Run>& runs = m_runs[std::size_t(s.stand)];
  const bool isAgain = !runs.empty() && isSame(runs.back(), s);
  if (isAgain && s.at <= holdsUntil(runs.back())) {
    runs.back().last = s.at, runs.back().offerNo = s.offerNo;
    return;
  }
  if (!runs.empty() && runs.back().from == s.at)
    runs.pop_back(); // of two words at one moment the later one holds
  if (runs.size() >= kRunsKept) {
    const auto old =
        std::find_if(runs.begin(), runs.end(), [&](const Run& r) { return holdsUntil(r) >= m_now - m_reach; });
    if (old - runs.begin() >= qsizetype(kRunsKept / 2))
      runs.erase(runs.begin(), old);
  }
  runs.push_back({s.at, s.at, s.price, s.delivered, s.comparable, s.offerNo, s.source, s.currency, s.inStock});
  m_changed.add(stand.place), m_changedStands.add(s.stand);
  if (!isAgain)
    m_moved.add(stand.place);
}

Instant RivalView::holdsUntil(const Run& run) const { return run.last + m_hold[std::size_t(run.source)]; }

RivalView::Held RivalView::heldAt(int stand, Instant t) const {
  const std::vector<Run>& runs = m_runs[std::size_t(stand)];
  Held held;
  if (runs.empty())
    return held;
  const auto next = runs.back().from <= t
                        ? runs.end()
                        : std::partition_point(runs.begin(), runs.end(), [&](const Run& r) { return r.from <= t; });
  if (next != runs.end())
    held.changes = next->from;
  if (next == runs.begin())
    return held;
  const Run& run = *std::prev(next);
  if (t > holdsUntil(run))
    return held;
  held.run = &run;
  held.changes = std::min(held.changes, holdsUntil(run) + kOneMilli);
  return held;
}

std::optional<qint64> RivalView::oursAt(int place, Instant t) const {
  const auto& own = m_own[std::size_t(place)];
  const auto next = std::partition_point(own.begin(), own.end(), [&](const auto& p) { return p.at <= t; });
  if (next == own.begin() || std::prev(next)->micros <= 0)
    return std::nullopt;
  return std::prev(next)->micros;
}

std::optional<Instant> RivalView::lastOf(int source, int competitorNo) const {
  std::optional<Instant> last;
  for (std::size_t i = 0; i < m_rivals.size(); ++i)
    if (const Instant at = m_lastOf[std::size_t(source) * m_rivals.size() + i];
        (competitorNo == 0 || m_rivals[i] == competitorNo) && at != Instant::min() && (!last || at > *last))
      last = at;
  return last;
}

RivalView::Market RivalView::marketAt(int place, Instant t) const {
  Market market;
  QVarLengthArray<Voice, 16> voices;
  for (const int stand : standsAt(place)) {
    const Held held = heldAt(stand, t);
    market.changes = std::min(market.changes, held.changes);
    if (!held.run || !held.run->inStock || held.run->comparable <= 0)
      continue;
    const RivalTape::Stand& who = m_tape.stands()[std::size_t(stand)];
    const Voice voice{who.sellerNo, held.run, std::min(held.run->last, t)};
    const auto same =
        std::find_if(voices.begin(), voices.end(), [&](const Voice& v) { return v.sellerNo == who.sellerNo; });
    if (same == voices.end())
      voices.push_back(voice);
    else if (std::tuple(voice.seen, voice.run->offerNo) > std::tuple(same->seen, same->run->offerNo))
      *same = voice;
  }
  market.sellers = int(voices.size());
  if (voices.size() < 2)
    return market;
  std::sort(voices.begin(), voices.end(),
            [](const Voice& a, const Voice& b) { return a.run->comparable < b.run->comparable; });
  const qsizetype middle = voices.size() / 2;
  const qint64 upper = voices[middle].run->comparable;
  market.median = voices.size() % 2 != 0 ? upper : middleAmount(voices[middle - 1].run->comparable, upper);
  return market;
}

RivalView::Market RivalView::lowestOf(int place, int competitorNo) const {
  Market market;
  for (const int stand : standsAt(place)) {
    if (m_tape.stands()[std::size_t(stand)].competitorNo != competitorNo)
      continue;
    const Held held = heldAt(stand, m_now);
    market.changes = std::min(market.changes, held.changes);
    if (!held.run || !held.run->inStock || held.run->comparable <= 0)
      continue;
    ++market.sellers;
    market.median = std::min(market.median.value_or(held.run->comparable), held.run->comparable);
  }
  return market;
}

int RivalView::undercuts(int place, int competitorNo, Instant since, Instant& changes) const {
  std::vector<Cut> cuts;
  const auto lowestAt = [&](Instant t) {
    std::optional<qint64> lowest;
    for (const int stand : standsAt(place))
      if (m_tape.stands()[std::size_t(stand)].competitorNo == competitorNo)
        if (const Run* run = heldAt(stand, t).run; run && run->inStock && run->comparable > 0)
          lowest = std::min(lowest.value_or(run->comparable), run->comparable);
    return lowest;
  };
  const auto& own = m_own[std::size_t(place)];
  for (std::size_t i = own.size(); i-- > 1 && own[i].at > since;)
    if (own[i].micros > 0)
      if (const auto before = oursAt(place, own[i].at - kOneMilli); before && own[i].micros < *before) {
        const auto theirs = lowestAt(own[i].at);
        cuts.push_back({own[i].at, true, theirs && own[i].micros < *theirs});
      }
  for (const int stand : standsAt(place)) {
    if (m_tape.stands()[std::size_t(stand)].competitorNo != competitorNo)
      continue;
    const std::span<const Run> all = runs(stand);
    for (std::size_t i = all.size(); i-- > 1 && all[i].from > since;) {
      const Run &now = all[i], &before = all[i - 1];
      if (now.inStock && before.inStock && now.comparable > 0 && now.comparable < before.comparable &&
          now.from <= holdsUntil(before)) {
        const auto ours = oursAt(place, now.from);
        cuts.push_back({now.from, false, ours && now.comparable < *ours});
      }
    }
  }
  std::stable_sort(cuts.begin(), cuts.end(), [](const Cut& a, const Cut& b) { return a.at < b.at; });
  int count = 0;
  std::optional<bool> lastWasOurs;
  for (const Cut& cut : cuts) {
    if (!cut.below || lastWasOurs == cut.isOurs)
      continue;
    if (count == 0)
      changes = std::min(changes, cut.at + (m_now - since));
    ++count, lastWasOurs = cut.isOurs;
  }
  return count;
}

} // namespace pricewright
