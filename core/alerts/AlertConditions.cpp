// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What each kind of rule looks at, and when that may change by itself.
#include "alerts/AlertEngine.h"

#include "base/Words.h"

namespace pricewright {
namespace {

constexpr int kWhole = 10'000; // basis points
constexpr auto kOneDay = std::chrono::hours(24);
constexpr auto kWarWindow = std::chrono::hours(24 * 7);

Instant laterBy(Instant t, Duration by) { return t == Instant::max() ? t : t + by; }

// The run that was highest (lowest) of those that held at any time since then, in the currency and stock of the newest;
// and when it stops to count.
struct Extreme {
  const RivalView::Run* run = nullptr;
  Instant until = Instant::max(); // that it held; of the newest: no end
};
Extreme extremeSince(const RivalView& view, std::span<const RivalView::Run> runs, Instant since, bool highest) {
  const RivalView::Run& newest = runs.back();
  Extreme out{&newest, Instant::max()};
  for (std::size_t i = runs.size() - 1; i-- > 0;) {
    const RivalView::Run& run = runs[i];
    const Instant until = std::min(runs[i + 1].from, view.holdsUntil(run) + Duration(1));
    if (until <= since)
      break;
    if (run.currency != newest.currency || !run.inStock)
      continue;
    if (highest ? run.delivered > out.run->delivered : run.delivered < out.run->delivered)
      out = {&run, until};
  }
  return out;
}

} // namespace

AlertEngine::Finding AlertEngine::found(const RivalTape::Stand& stand, int standNo) const {
  Finding f;
  f.key = stand.key, f.place = stand.place, f.stand = standNo, f.competitorNo = stand.competitorNo;
  f.threshold = double(m_rule.percentBp) / 100;
  return f;
}

bool AlertEngine::isWanted(const RivalTape::Stand& stand) const {
  return m_competitorNo == 0 || stand.competitorNo == m_competitorNo;
}

// Exact: whether numerator/denominator is at least the rule's percent, or less than what arms it again.
void AlertEngine::compare(Finding& f, qint64 numerator, qint64 denominator) const {
  f.value = 100 * double(numerator) / double(denominator);
  if (compareProducts(numerator, kWhole, denominator, m_rule.percentBp) >= 0)
    f.truth = Truth::Yes;
  else if (compareProducts(numerator, kWhole, denominator, std::max(0, m_rule.percentBp - m_rule.hysteresisBp)) <= 0)
    f.truth = Truth::No;
  else
    f.truth = Truth::Nearly;
}

// A price that becomes too old changes nothing here: it is merely no longer known. So nobody looks again for that.
Instant AlertEngine::lookAtMoves(int standNo) {
  const bool down = m_rule.kind == AlertKind::MoveDown;
  const Duration window = kOneDay * m_rule.days;
  const RivalView::Run* run = m_view.heldAt(standNo, m_view.now()).run;
  if (!run || !run->inStock)
    return Instant::max();
  const Extreme extreme = extremeSince(m_view, m_view.runs(standNo), m_view.now() - window, down);
  Finding f = found(m_tape.stands()[std::size_t(standNo)], standNo);
  f.code = down ? "alert.move-down" : "alert.move-up";
  f.before = extreme.run->delivered, f.now = run->delivered, f.currency = run->currency;
  compare(f, down ? f.before - f.now : f.now - f.before, f.before);
  m_findings.push_back(std::move(f));
  return laterBy(extreme.until, window);
}

Instant AlertEngine::lookAtUndercuts(int standNo) {
  const RivalTape::Stand& stand = m_tape.stands()[std::size_t(standNo)];
  const std::optional<qint64> ours = m_view.oursAt(stand.place, m_view.now());
  const RivalView::Run* run = m_view.heldAt(standNo, m_view.now()).run;
  if (!ours || !run || !run->inStock || run->comparable <= 0)
    return Instant::max();
  Finding f = found(stand, standNo);
  f.code = "alert.undercut", f.before = *ours, f.now = run->comparable;
  f.currency = m_tape.places()[std::size_t(stand.place)].currency;
  compare(f, *ours - f.now, *ours);
  m_findings.push_back(std::move(f));
  return Instant::max();
}

Instant AlertEngine::lookAtWar(int place) {
  Instant again = Instant::max();
  const Instant now = m_view.now(), before = now - kWarWindow;
  const RivalTape::Place& p = m_tape.places()[std::size_t(place)];
  if (m_competitorNo == 0) {
    const RivalView::Market then = m_view.marketAt(place, before), today = m_view.marketAt(place, now);
    again = std::min(today.changes, laterBy(then.changes, kWarWindow));
    if (then.median && today.median) {
      Finding f;
      f.key = QStringLiteral("%1|reference").arg(p.no), f.code = "alert.reference-fell", f.place = place;
      f.before = *then.median, f.now = *today.median, f.currency = p.currency;
      f.threshold = double(m_rule.percentBp) / 100;
      compare(f, f.before - f.now, f.before);
      m_findings.push_back(std::move(f));
    }
  }
  if (m_rule.undercuts == 0)
    return again;
  // They are counted when a price has moved, and when the first of them is too long ago.
  Instant& counted = m_undercutsAgain[std::size_t(place)];
  const std::span<const int> moved = m_view.movedPlaces();
  if (counted > now && !std::binary_search(moved.begin(), moved.end(), place))
    return std::min(again, counted);
  counted = Instant::max();
  std::vector<int> rivals;
  for (const int standNo : m_view.standsAt(place))
    if (const RivalTape::Stand& stand = m_tape.stands()[std::size_t(standNo)];
        isWanted(stand) && !m_view.runs(standNo).empty())
      rivals.push_back(stand.competitorNo);
  std::sort(rivals.begin(), rivals.end());
  rivals.erase(std::unique(rivals.begin(), rivals.end()), rivals.end());
  for (const int rival : rivals) {
    Finding f;
    f.count = m_view.undercuts(place, rival, before, counted), f.ofUndercuts = true;
    f.key = QStringLiteral("%1|undercuts|%2").arg(p.no).arg(rival), f.code = "alert.mutual-undercutting";
    f.place = place, f.competitorNo = rival, f.value = f.count, f.threshold = m_rule.undercuts;
    f.truth = f.count >= m_rule.undercuts ? Truth::Yes : Truth::No;
    m_findings.push_back(std::move(f));
  }
  return std::min(again, counted);
}

Instant AlertEngine::lookAtStock(int place) {
  Instant again = Instant::max();
  int fresh = 0, inStock = 0;
  for (const int standNo : m_view.standsAt(place)) {
    if (!isWanted(m_tape.stands()[std::size_t(standNo)]))
      continue;
    const RivalView::Held held = m_view.heldAt(standNo, m_view.now());
    again = std::min(again, held.changes);
    fresh += held.run != nullptr, inStock += held.run && held.run->inStock;
  }
  if (fresh == 0)
    return again;
  Finding f;
  f.key = QStringLiteral("%1|stock").arg(m_tape.places()[std::size_t(place)].no), f.code = "alert.sold-out";
  f.place = place, f.competitorNo = m_competitorNo, f.count = fresh, f.value = fresh;
  f.truth = inStock == 0 ? Truth::Yes : Truth::No;
  m_findings.push_back(std::move(f));
  return again;
}

void AlertEngine::lookAtIndices() {
  const bool below = m_rule.kind == AlertKind::IndexBelow;
  const double level = double(m_rule.levelBp) / 100, slack = double(m_rule.hysteresisBp) / 100;
  for (const Category& category : m_tape.categories()) {
    if (m_categoryNo != 0 && category.no != m_categoryNo)
      continue;
    const IndexValue value = m_index->of(category.no, m_rule.leastProducts);
    if (!value.index)
      continue;
    Finding f;
    f.key = QStringLiteral("category|%1").arg(category.no), f.code = below ? "alert.index-below" : "alert.index-above";
    f.categoryNo = category.no, f.competitorNo = m_competitorNo, f.count = value.prices;
    f.value = *value.index, f.threshold = level;
    const double over = below ? level - *value.index : *value.index - level;
    f.truth = over > 0 ? Truth::Yes : over <= -slack ? Truth::No : Truth::Nearly;
    m_findings.push_back(std::move(f));
  }
}

void AlertEngine::lookAtSources() {
  const Duration reach = m_rule.reach(m_tape.longestHold()), allowed = std::chrono::hours(m_rule.hours);
  for (std::size_t i = 0; i < m_tape.sources().size(); ++i) {
    const std::optional<Instant> last = m_view.lastOf(int(i), m_competitorNo);
    if (!last || *last <= m_view.now() - reach)
      continue;
    Finding f;
    const Duration silent = m_view.now() - *last, hold = holdOf(m_tape.sources()[i]);
    f.key = QStringLiteral("source|%1").arg(m_tape.sources()[i].no), f.code = "alert.silent", f.source = int(i);
    f.competitorNo = m_competitorNo;
    f.value = double(silent.count()) / double(Duration(std::chrono::hours(1)).count());
    f.threshold = double((hold + allowed).count()) / double(Duration(std::chrono::hours(1)).count());
    f.truth = silent > hold + allowed ? Truth::Yes : Truth::No;
    m_findings.push_back(std::move(f));
  }
}

} // namespace pricewright
