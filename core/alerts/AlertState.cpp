// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/AlertState.h"

#include "base/Words.h"

#include <QJsonArray>

namespace pricewright {
namespace {

constexpr std::size_t kMostNamed = 50;
constexpr qint64 kLatestStateMs = 253'402'300'799'999; // 9999-12-31

Error badState(const char* where) { return fail(s("alert.bad-state"), {{s("field"), s(where)}}); }

// Numbers in JSON are doubles: whole ones up to 2^53 are exact, and times and counts stay below.
Result<qint64> wholeOf(const QJsonValue& v, const char* where) {
  const double d = v.toDouble(-1);
  if (!v.isDouble() || d < 0 || d > double(kLatestStateMs) || d != double(qint64(d)))
    return badState(where);
  return qint64(d);
}

Result<int> smallOf(const QJsonValue& v, const char* where) {
  PW_TRY(const qint64 whole, wholeOf(v, where));
  if (whole > std::numeric_limits<int>::max())
    return badState(where);
  return int(whole);
}

Result<AlertEvent> eventFrom(const QJsonObject& o) {
  AlertEvent e;
  PW_TRY(e.serial, wholeOf(o[QLatin1String("serial")], "serial"));
  PW_TRY(const qint64 at, wholeOf(o[QLatin1String("at")], "at"));
  e.at = fromMillis(at);
  e.key = o[QLatin1String("key")].toString(), e.code = o[QLatin1String("code")].toString();
  e.arguments = o[QLatin1String("arguments")].toObject();
  PW_TRY(e.listingNo, smallOf(o[QLatin1String("listing")], "listing"));
  PW_TRY(e.competitorNo, smallOf(o[QLatin1String("competitor")], "competitor"));
  PW_TRY(e.sourceNo, smallOf(o[QLatin1String("source")], "source"));
  PW_TRY(e.categoryNo, smallOf(o[QLatin1String("category")], "category"));
  e.value = o[QLatin1String("value")].toDouble(), e.threshold = o[QLatin1String("threshold")].toDouble();
  e.wasQuiet = o[QLatin1String("quiet")].toBool(), e.group = o[QLatin1String("group")].toString();
  return e;
}

QJsonObject waitingJson(const AlertState::Waiting& w) {
  QJsonArray events, serials;
  for (const AlertEvent& e : w.events)
    events.append(alertEventJson(e));
  for (const qint64 serial : w.serials)
    serials.append(serial);
  return {{s("group"), w.group}, {s("events"), events}, {s("serials"), serials}};
}

Result<AlertState::Waiting> waitingFrom(const QJsonObject& o) {
  AlertState::Waiting w;
  w.group = o[QLatin1String("group")].toString();
  for (const QJsonValue& v : o[QLatin1String("events")].toArray()) {
    PW_TRY(AlertEvent event, eventFrom(v.toObject()));
    w.events.push_back(std::move(event));
  }
  for (const QJsonValue& v : o[QLatin1String("serials")].toArray()) {
    PW_TRY(const qint64 serial, wholeOf(v, "serials"));
    w.serials.push_back(serial);
  }
  if (w.events.size() > w.serials.size() || w.events.size() > kMostNamed)
    return badState("events");
  return w;
}

} // namespace

QString alertMessageKindName(AlertMessageKind k) {
  return s(k == AlertMessageKind::Run ? "run" : k == AlertMessageKind::Quiet ? "quiet" : "summary");
}

QJsonObject alertEventJson(const AlertEvent& e) {
  return {{s("serial"), e.serial},
          {s("at"), toMillis(e.at)},
          {s("key"), e.key},
          {s("code"), e.code},
          {s("arguments"), e.arguments},
          {s("listing"), e.listingNo},
          {s("competitor"), e.competitorNo},
          {s("source"), e.sourceNo},
          {s("category"), e.categoryNo},
          {s("value"), e.value},
          {s("threshold"), e.threshold},
          {s("quiet"), e.wasQuiet},
          {s("group"), e.group}};
}

void AlertState::Waiting::add(const AlertEvent& event) {
  serials.push_back(event.serial);
  if (events.size() < kMostNamed)
    events.push_back(event);
}

void AlertState::Waiting::add(Waiting other) {
  serials.insert(serials.end(), other.serials.begin(), other.serials.end());
  for (AlertEvent& event : other.events)
    if (events.size() < kMostNamed)
      events.push_back(std::move(event));
}

QJsonObject AlertState::toJson() const {
  QJsonObject who, groups, times;
  for (auto it = subjects.cbegin(); it != subjects.cend(); ++it)
    who.insert(it.key(), QJsonArray{it->isOn ? 1 : 0, toMillis(it->fired)});
  for (const auto& [group, waiting] : runs)
    groups.insert(group, waitingJson(waiting));
  for (const auto& [group, at] : told)
    times.insert(group, toMillis(at));
  return {{s("begun"), hasBegun},
          {s("events"), events},
          {s("messages"), messages},
          {s("subjects"), who},
          {s("runs"), groups},
          {s("quiet"), waitingJson(quiet)},
          {s("over_cap"), waitingJson(overCap)},
          {s("told"), times},
          {s("day"), day},
          {s("told_today"), toldToday}};
}

Result<AlertState> AlertState::parse(const QJsonObject& json) {
  AlertState state;
  if (json.isEmpty())
    return state;
  state.hasBegun = json[QLatin1String("begun")].toBool();
  PW_TRY(state.events, wholeOf(json[QLatin1String("events")], "events"));
  PW_TRY(state.messages, wholeOf(json[QLatin1String("messages")], "messages"));
  const QJsonObject who = json[QLatin1String("subjects")].toObject();
  for (auto it = who.begin(); it != who.end(); ++it) {
    const QJsonArray pair = it.value().toArray();
    PW_TRY(const qint64 at, wholeOf(pair.at(1), "subjects"));
    state.subjects.insert(it.key(), {pair.at(0).toInt() != 0, fromMillis(at)});
  }
  const QJsonObject groups = json[QLatin1String("runs")].toObject();
  for (auto it = groups.begin(); it != groups.end(); ++it) {
    PW_TRY(Waiting waiting, waitingFrom(it.value().toObject()));
    state.runs.insert_or_assign(it.key(), std::move(waiting));
  }
  PW_TRY(state.quiet, waitingFrom(json[QLatin1String("quiet")].toObject()));
  PW_TRY(state.overCap, waitingFrom(json[QLatin1String("over_cap")].toObject()));
  const QJsonObject times = json[QLatin1String("told")].toObject();
  for (auto it = times.begin(); it != times.end(); ++it) {
    PW_TRY(const qint64 at, wholeOf(it.value(), "told"));
    state.told.insert_or_assign(it.key(), fromMillis(at));
  }
  PW_TRY(state.day, smallOf(json[QLatin1String("day")], "day"));
  PW_TRY(state.toldToday, smallOf(json[QLatin1String("told_today")], "told_today"));
  return state;
}

} // namespace pricewright
