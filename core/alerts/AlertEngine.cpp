// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// When a rule fires and when it is told. What it looks at: AlertConditions.cpp.
#include "alerts/AlertEngine.h"

#include "base/Words.h"

#include <cmath>

namespace pricewright {
namespace {

constexpr auto kSubjectKept = std::chrono::hours(24 * 400);
constexpr Duration kHour = std::chrono::hours(1);
constexpr auto kToldKept = std::chrono::hours(24 * 8); // no rule tells a group less often

qint64 hourOf(Instant t) { return std::chrono::floor<std::chrono::hours>(t).time_since_epoch().count(); }

QString categoryCode(const RivalTape& tape, int no) {
  for (const Category& c : tape.categories())
    if (c.no == no)
      return c.code;
  return {};
}

int numberOf(const auto& all, const QString& code) {
  for (const auto& one : all)
    if (one.code == code)
      return one.no;
  return -1; // nothing is in the scope of a code that is not known
}

AlertMessage messageOf(AlertState& state, AlertMessageKind kind, Instant at, AlertState::Waiting& waiting) {
  AlertMessage m;
  m.no = ++state.messages, m.kind = kind, m.at = at, m.group = waiting.group;
  m.events = std::move(waiting.events), m.serials = std::move(waiting.serials);
  waiting = {};
  return m;
}

} // namespace

AlertEngine::AlertEngine(const AlertRule& rule, const RivalView& view)
    : m_rule(rule), m_view(view), m_tape(view.tape()), m_isInScope(view.tape().places().size()),
      m_isOfStands(rule.kind == AlertKind::MoveDown || rule.kind == AlertKind::MoveUp ||
                   rule.kind == AlertKind::Undercut),
      m_again(m_isOfStands ? view.tape().stands().size() : view.tape().places().size(), Instant::max()) {
  if (rule.kind == AlertKind::PriceWar)
    m_undercutsAgain.resize(view.tape().places().size(), Instant::min());
  const AlertRule::Scope& scope = rule.scope;
  if (!scope.category.isEmpty())
    m_categoryNo = numberOf(m_tape.categories(), scope.category);
  if (!scope.competitor.isEmpty())
    m_competitorNo = numberOf(m_tape.competitors(), scope.competitor);
  for (std::size_t i = 0; i < m_isInScope.size(); ++i) {
    const RivalTape::Place& p = m_tape.places()[i];
    m_isInScope[i] = (m_categoryNo == 0 || p.categoryNo == m_categoryNo) &&
                     (scope.sku.isEmpty() || p.sku == scope.sku) && (!scope.role || p.role == *scope.role);
  }
  if (rule.kind == AlertKind::IndexBelow || rule.kind == AlertKind::IndexAbove)
    m_index.emplace(view, m_competitorNo);
}

AlertStep AlertEngine::step(AlertState& state) {
  const Instant now = m_view.now();
  if (const int today = toDayNumber(alertDayOf(m_rule, now)); today != state.day) {
    state.day = today, state.toldToday = 0;
    state.subjects.removeIf([&](const auto& entry) { return entry.value().fired < now - kSubjectKept; });
    std::erase_if(state.told, [&](const auto& entry) { return entry.second < now - kToldKept; });
  }
  m_fired.clear();
  if (m_rule.kind != AlertKind::Silent)
    for (const int unit : unitsToLookAt(now))
      lookAt(unit, state);
  m_findings.clear();
  if (m_index)
    lookAtIndices();
  else if (m_rule.kind == AlertKind::Silent)
    lookAtSources();
  Instant unused = Instant::max();
  for (const Finding& f : m_findings)
    if (takes(f, state, unused))
      m_fired.push_back(eventOf(f));
  state.hasBegun = true;
  AlertStep out;
  tell(state, out);
  return out;
}

// All at the first step; later what is new, and what is due.
std::vector<int> AlertEngine::unitsToLookAt(Instant now) {
  std::vector<int> units;
  if (std::exchange(m_isFirst, false)) {
    for (std::size_t i = 0; i < m_again.size(); ++i)
      units.push_back(int(i));
  } else {
    const std::span<const int> news = m_isOfStands ? m_view.changedStands() : m_view.changedPlaces();
    units.assign(news.begin(), news.end());
    if (m_rule.kind == AlertKind::Undercut) // our price is new to all of them
      for (const int place : m_view.movedPlaces())
        units.insert(units.end(), m_view.standsAt(place).begin(), m_view.standsAt(place).end());
  }
  takeDue(now, units);
  std::sort(units.begin(), units.end());
  units.erase(std::unique(units.begin(), units.end()), units.end());
  std::erase_if(units, [&](int unit) {
    if (!m_isOfStands)
      return m_isInScope[std::size_t(unit)] == 0;
    const RivalTape::Stand& stand = m_tape.stands()[std::size_t(unit)];
    return m_isInScope[std::size_t(stand.place)] == 0 || !isWanted(stand);
  });
  return units;
}

// What has another moment by now is in the calendar under that one too.
void AlertEngine::takeDue(Instant now, std::vector<int>& units) {
  const auto isDue = [&](const Again& a) {
    if (a.at > now)
      return false;
    if (m_again[std::size_t(a.unit)] == a.at)
      units.push_back(a.unit);
    return true;
  };
  while (!m_calendar.empty() && m_calendar.begin()->first <= hourOf(now)) {
    std::vector<Again>& hour = m_calendar.begin()->second;
    std::erase_if(hour, isDue);
    if (!hour.empty())
      return;
    m_calendar.erase(m_calendar.begin());
  }
}

void AlertEngine::lookAt(int unit, AlertState& state) {
  m_findings.clear();
  Instant again = Instant::max();
  switch (m_rule.kind) {
  case AlertKind::MoveDown:
  case AlertKind::MoveUp:
    again = lookAtMoves(unit);
    break;
  case AlertKind::Undercut:
    again = lookAtUndercuts(unit);
    break;
  case AlertKind::PriceWar:
    again = lookAtWar(unit);
    break;
  case AlertKind::SoldOut:
    again = lookAtStock(unit);
    break;
  case AlertKind::IndexBelow:
  case AlertKind::IndexAbove:
    again = m_index->read(unit);
    break;
  case AlertKind::Silent:
    break;
  }
  for (const Finding& f : m_findings) {
    Instant repeat = Instant::max();
    if (takes(f, state, repeat))
      m_fired.push_back(eventOf(f));
    if (f.ofUndercuts)
      m_undercutsAgain[std::size_t(unit)] = std::min(m_undercutsAgain[std::size_t(unit)], repeat);
    again = std::min(again, repeat);
  }
  if (std::exchange(m_again[std::size_t(unit)], again) != again && again != Instant::max())
    m_calendar[hourOf(again)].push_back({again, unit});
}

// Whether what was found fires, by what the rule remembers of it.
bool AlertEngine::takes(const Finding& f, AlertState& state, Instant& again) const {
  if (f.truth == Truth::Unknown)
    return false;
  const Instant now = m_view.now();
  const auto known = state.subjects.find(f.key);
  const bool isKnown = known != state.subjects.end();
  if (m_rule.semantics == AlertSemantics::Crossing) {
    if (f.truth == Truth::No && isKnown)
      state.subjects.erase(known);
    if (f.truth != Truth::Yes || isKnown)
      return false;
    state.subjects.insert(f.key, {true, now});
    return state.hasBegun;
  }
  const Duration repeat = std::chrono::hours(m_rule.repeatHours);
  if (f.truth != Truth::Yes) {
    if (isKnown && now - known->fired >= repeat)
      state.subjects.erase(known);
    else if (isKnown)
      known->isOn = false;
    return false;
  }
  const bool fires = !isKnown || now - known->fired >= repeat;
  if (fires)
    state.subjects.insert(f.key, {true, now});
  else
    known->isOn = true;
  again = std::min(again, (fires ? now : known->fired) + repeat);
  return fires;
}

AlertEvent AlertEngine::eventOf(const Finding& f) const {
  AlertEvent e;
  e.at = m_view.now(), e.key = f.key, e.code = s(f.code), e.value = f.value, e.threshold = f.threshold;
  e.competitorNo = f.competitorNo, e.categoryNo = f.categoryNo;
  QJsonObject& a = e.arguments;
  if (f.place >= 0) {
    const RivalTape::Place& p = m_tape.places()[std::size_t(f.place)];
    e.listingNo = p.no, e.categoryNo = p.categoryNo;
    a.insert(s("sku"), p.sku), a.insert(s("product"), p.product), a.insert(s("zone"), p.zone);
  }
  if (f.stand >= 0)
    a.insert(s("seller"), m_tape.stands()[std::size_t(f.stand)].seller);
  if (f.source >= 0) {
    const Source& source = m_tape.sources()[std::size_t(f.source)];
    e.sourceNo = source.no;
    a.insert(s("source"), source.name.isEmpty() ? source.code : source.name);
  }
  if (e.competitorNo > 0)
    a.insert(s("competitor"), m_tape.competitorName(e.competitorNo));
  const QString category = categoryCode(m_tape, e.categoryNo);
  if (!category.isEmpty())
    a.insert(s("category"), category);
  if (f.currency.isValid()) {
    a.insert(s("before"), Decimal::fromMicros(f.before).toString());
    a.insert(s("now"), Decimal::fromMicros(f.now).toString());
    a.insert(s("currency"), f.currency.code());
  }
  if (f.count > 0)
    a.insert(s("count"), f.count);
  a.insert(s("value"), std::round(f.value * 100) / 100), a.insert(s("threshold"), f.threshold);
  if (m_rule.kind == AlertKind::MoveDown || m_rule.kind == AlertKind::MoveUp)
    a.insert(s("days"), m_rule.days);
  if (m_rule.grouping == AlertGrouping::Competitor)
    e.group = m_tape.competitorName(e.competitorNo);
  else if (m_rule.grouping == AlertGrouping::Category)
    e.group = category;
  return e;
}

// What fired joins what waits; what may be told now, is.
void AlertEngine::tell(AlertState& state, AlertStep& out) {
  const Instant now = m_view.now();
  const bool quiet = !m_rule.isCritical && isQuiet(m_rule, now);
  std::stable_sort(m_fired.begin(), m_fired.end(),
                   [](const AlertEvent& a, const AlertEvent& b) { return a.key < b.key; });
  for (AlertEvent& event : m_fired) {
    event.serial = ++state.events, event.wasQuiet = quiet;
    AlertState::Waiting& waiting = quiet ? state.quiet : state.runs[event.group];
    waiting.group = quiet ? QString() : event.group;
    waiting.add(event);
  }
  out.events = std::move(m_fired);
  if (quiet)
    return;
  const auto mayTell = [&] { return m_rule.mostADay == 0 || state.toldToday < m_rule.mostADay; };
  // What came over the cap of an earlier day; its summary counts for no day.
  if (!state.overCap.serials.empty() && state.toldToday == 0)
    out.messages.push_back(messageOf(state, AlertMessageKind::Summary, now, state.overCap));
  if (!state.quiet.serials.empty()) {
    if (mayTell()) {
      out.messages.push_back(messageOf(state, AlertMessageKind::Quiet, now, state.quiet));
      ++state.toldToday;
    } else {
      state.overCap.add(std::exchange(state.quiet, {}));
    }
  }
  for (auto it = state.runs.begin(); it != state.runs.end();) {
    const auto told = state.told.find(it->first);
    if (told != state.told.end() && now - told->second < std::chrono::minutes(m_rule.everyMinutes)) {
      ++it;
      continue;
    }
    if (mayTell()) {
      state.told.insert_or_assign(it->first, now);
      out.messages.push_back(messageOf(state, AlertMessageKind::Run, now, it->second));
      ++state.toldToday;
    } else {
      state.overCap.add(std::move(it->second));
    }
    it = state.runs.erase(it);
  }
}

std::optional<Instant> alertDue(const AlertRule& rule, const AlertState& state, Instant now) {
  std::optional<Instant> due;
  const auto note = [&](Instant t) {
    const Instant told = rule.isCritical ? t : quietUntil(rule, t);
    due = due ? std::min(*due, told) : told;
  };
  if (!state.quiet.serials.empty())
    note(now);
  if (!state.overCap.serials.empty())
    note(now + kHour - (now.time_since_epoch() % kHour)); // a day by the rule's clock may begin with any hour
  for (const auto& [group, waiting] : state.runs) {
    const auto told = state.told.find(group);
    note(told == state.told.end() ? now : std::max(now, told->second + std::chrono::minutes(rule.everyMinutes)));
  }
  return due;
}

Status knowsScope(const AlertRule& rule, const RivalTape& tape) {
  const AlertRule::Scope& scope = rule.scope;
  const auto unknown = [](const char* field, const QString& value) {
    return fail(s("alert.unknown-scope"), {{s("field"), s(field)}, {s("value"), value}});
  };
  if (!scope.category.isEmpty() && numberOf(tape.categories(), scope.category) < 0)
    return unknown("category", scope.category);
  if (!scope.competitor.isEmpty() && numberOf(tape.competitors(), scope.competitor) < 0)
    return unknown("competitor", scope.competitor);
  const auto& places = tape.places();
  if (!scope.sku.isEmpty() &&
      std::none_of(places.begin(), places.end(), [&](const RivalTape::Place& p) { return p.sku == scope.sku; }))
    return unknown("sku", scope.sku);
  return {};
}

} // namespace pricewright
