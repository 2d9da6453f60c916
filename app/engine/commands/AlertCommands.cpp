// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Alerts on what competitors' prices do.
#include "AlertCommands.h"

#include "Shapes.h"
#include "base/Words.h"
#include "engine/market/MarketAlerts.h"
#include "engine/texts/Texts.h"

#include <QJsonArray>

namespace pricewright {
namespace {

constexpr int kMostNumber = 1'000'000;

// What was typed, as the rule's own JSON: one reader checks both.
Result<QJsonObject> typedRule(const Arguments& typed, const QString& name) {
  QJsonObject o{{"name", name}, {"kind", typed.value("kind")}}, scope, group, deliver;
  for (const auto& [option, field] :
       {std::pair("percent", "percent"), std::pair("at", "level"), std::pair("hysteresis", "hysteresis")})
    if (typed.has(option)) {
      PW_TRY(const int bp, basisPoints(typed.value(option), qPrintable(s("--") + s(option))));
      o.insert(s(field), double(bp) / 100);
    }
  for (const auto& [option, field] :
       {std::pair("days", "days"), std::pair("least", "least_products"), std::pair("undercuts", "undercuts"),
        std::pair("hours", "hours"), std::pair("repeat", "repeat_hours"), std::pair("most-a-day", "most_a_day"),
        std::pair("every", "minutes")})
    if (typed.has(option)) {
      PW_TRY(const qint64 number, wholeNumber(typed.value(option), qPrintable(s("--") + s(option)), 0, kMostNumber));
      (QLatin1String(option) == QLatin1String("every") ? group : o).insert(s(field), number);
    }
  for (const char* field : {"category", "competitor", "sku", "role"})
    if (typed.has(field))
      scope.insert(s(field), typed.value(field));
  if (typed.has("group"))
    group.insert(s("by"), typed.value("group"));
  QJsonObject quiet{{"zone", typed.value("zone", s("UTC"))}};
  if (typed.has("quiet"))
    quiet.insert(s("from"), typed.value("quiet").section(u'-', 0, 0)),
        quiet.insert(s("to"), typed.value("quiet").section(u'-', 1));
  if (typed.has("quiet") || typed.has("zone"))
    o.insert(s("quiet"), quiet);
  deliver.insert(s("desktop"), !typed.has("no-desktop"));
  deliver.insert(s("email"), QJsonArray::fromStringList(typed.all("email")));
  deliver.insert(s("webhook"), QJsonArray::fromStringList(typed.all("webhook")));
  o.insert(s("scope"), scope), o.insert(s("group"), group), o.insert(s("deliver"), deliver);
  o.insert(s("semantics"), s(typed.has("level") ? "level" : "crossing"));
  o.insert(s("critical"), typed.has("critical"));
  return o;
}

Result<AlertRule> typedAlert(const Arguments& typed, const QString& name) {
  PW_TRY(const QJsonObject json, typedRule(typed, name));
  return AlertRule::parse(json);
}

QJsonObject toJson(const AlertRow& row) {
  QJsonObject o{{"alert", row.id.toString()}, {"on", row.isOn},   {"removed", row.removedAt.has_value()},
                {"version", row.version},     {"by", row.madeBy}, {"made_at", isoInstant(row.madeAt)},
                {"rule", row.rule.toJson()}};
  return o;
}

// "20 %", "index 95", "6 h": what the kind is measured by.
QString limitText(const AlertRule& rule) {
  switch (rule.kind) {
  case AlertKind::IndexBelow:
  case AlertKind::IndexAbove:
    return percentText(rule.levelBp);
  case AlertKind::Silent:
    return s("%1 h").arg(rule.hours);
  case AlertKind::SoldOut:
    return {};
  case AlertKind::PriceWar:
    return s("%1 %, %2×").arg(percentText(rule.percentBp)).arg(rule.undercuts);
  default:
    return percentText(rule.percentBp) + s(" %");
  }
}

QString scopeText(const AlertRule& rule) {
  QStringList parts{rule.scope.category, rule.scope.competitor, rule.scope.sku};
  if (rule.scope.role)
    parts << skuRoleName(*rule.scope.role);
  parts.removeAll(QString());
  return parts.isEmpty() ? s("all") : parts.join(s(", "));
}

QJsonObject toJson(const AlertEvent& e) {
  QJsonObject o = alertEventJson(e);
  o.insert("at", isoInstant(e.at)), o.insert("text", alertText(e));
  return o;
}

int switchAlert(Session& session, bool on) {
  PW_OPEN(session, w, Changing);
  AlertStore store = alertStore(w);
  PW_SAY(session, const AlertRow row, store.rule(session.arguments.words.first()));
  if (const Status done = store.switchOn(w.me(), row.id, on); !done)
    return session.refuse(done.error());
  return session.answer({{"alert", row.id.toString()}, {"on", on}},
                        s("%1 is %2.\n").arg(row.rule.name, s(on ? "on" : "off")));
}

QString triedText(const BackTest& t, int days) {
  QString text = s("Would have fired %1 times in %2 days, in %3 messages; %4 of them held by quiet hours.\n")
                     .arg(t.fired)
                     .arg(days)
                     .arg(t.told)
                     .arg(t.heldQuiet);
  for (const auto& [day, count] : t.byDay)
    text += s("  %1  %2\n").arg(isoDay(day)).arg(count);
  std::vector<QStringList> rows;
  for (const AlertEvent& e : t.events)
    rows.push_back({isoInstant(e.at).left(16), alertText(e)});
  return rows.empty() ? text
                      : text + rowsText({"when", "what"}, {}, rows.size(), {}, [&](std::size_t i) { return rows[i]; });
}

} // namespace

int runAlertAdd(Session& session) {
  PW_SAY(session, const AlertRule rule, typedAlert(session.arguments, session.arguments.words.first()));
  PW_OPEN(session, w, Changing);
  PW_SAY(session, const AlertRow row, alertStore(w).add(w.me(), rule));
  return session.answer(toJson(row), s("%1 is on.\n").arg(rule.name));
}

int runAlertList(Session& session) {
  PW_OPEN(session, w, Looking);
  PW_SAY(session, const std::vector<AlertRow> all,
         alertStore(w).rules(session.arguments.has("removed") ? AlertStore::Which::RemovedToo
                                                              : AlertStore::Which::Present));
  QJsonArray alerts;
  std::vector<QStringList> rows;
  for (const AlertRow& row : all) {
    alerts.append(toJson(row));
    rows.push_back({row.rule.name, row.removedAt ? s("removed") : s(row.isOn ? "on" : "off"),
                    codeText(alertKindName(row.rule.kind)), limitText(row.rule), scopeText(row.rule), row.madeBy});
  }
  return session.answer({{"alerts", alerts}},
                        textTable({"alert", "state", "fires when", "limit", "about", "by"}, rows, s("   r")));
}

int runAlertTry(Session& session) {
  const Arguments& typed = session.arguments;
  const bool isTyped = typed.has("kind"); // --days is then the rule's own
  const QString back = typed.value("back", isTyped ? s("90") : typed.value("days", s("90")));
  PW_SAY(session, const qint64 days, wholeNumber(back, "--back", 1, 366));
  if (!isTyped && typed.words.isEmpty())
    return session.usage(s("alert try NAME, or alert try --kind KIND …"));
  AlertRule rule;
  if (isTyped) {
    PW_SAY(session, rule, typedAlert(typed, typed.words.value(0, s("tried"))));
  }
  PW_OPEN(session, w, Looking);
  if (!isTyped) {
    PW_SAY(session, const AlertRow row, alertStore(w).rule(typed.words.first()));
    rule = row.rule;
  }
  PW_SAY(session, const BackTest tried, tryAlert(w, rule, int(days), session.job()));
  QJsonArray events, messages;
  QJsonObject byDay;
  for (const AlertEvent& e : tried.events)
    events.append(toJson(e));
  for (const AlertMessage& m : tried.messages)
    messages.append(QJsonObject{{"at", isoInstant(m.at)},
                                {"kind", alertMessageKindName(m.kind)},
                                {"group", m.group},
                                {"events", qint64(m.serials.size())}});
  for (const auto& [day, count] : tried.byDay)
    byDay.insert(isoDay(day), count);
  return session.answer({{"from", isoInstant(tried.from)},
                         {"to", isoInstant(tried.to)},
                         {"fired", tried.fired},
                         {"messages", tried.told},
                         {"held_by_quiet_hours", tried.heldQuiet},
                         {"by_day", byDay},
                         {"told", messages},
                         {"events", events}},
                        triedText(tried, int(days)));
}

int runAlertOn(Session& session) { return switchAlert(session, true); }
int runAlertOff(Session& session) { return switchAlert(session, false); }

int runAlertRemove(Session& session) {
  PW_OPEN(session, w, Changing);
  AlertStore store = alertStore(w);
  PW_SAY(session, const AlertRow row, store.rule(session.arguments.words.first()));
  if (const Status done = store.remove(w.me(), row.id); !done)
    return session.refuse(done.error());
  return session.answer({{"alert", row.id.toString()}, {"removed", true}},
                        s("%1 is removed. alert restore puts it back.\n").arg(row.rule.name));
}

int runAlertRestore(Session& session) {
  const QString name = session.arguments.words.first();
  PW_OPEN(session, w, Changing);
  AlertStore store = alertStore(w);
  PW_SAY(session, const std::vector<AlertRow> all, store.rules(AlertStore::Which::RemovedToo));
  const AlertRow* newest = nullptr;
  for (const AlertRow& row : all)
    if (row.rule.name == name && row.removedAt && (!newest || *row.removedAt >= *newest->removedAt))
      newest = &row;
  if (!newest)
    return session.refuse(fail(s("alert.unknown"), {{s("name"), name}}));
  if (const Status done = store.restore(w.me(), newest->id); !done)
    return session.refuse(done.error());
  return session.answer({{"alert", newest->id.toString()}, {"removed", false}},
                        s("%1 is back, and off: alert on.\n").arg(name));
}

int runAlertCheck(Session& session) {
  PW_OPEN(session, w, Changing);
  PW_SAY(session, const AlertCheck check, checkAlerts(w));
  QJsonArray events;
  QJsonObject notLooked;
  QString text = s("%1 alerts looked at: %2 events, %3 messages.\n").arg(check.rules).arg(check.fired).arg(check.told);
  for (const AlertCheck::Fired& fired : check.events) {
    QJsonObject event = toJson(fired.event);
    event.insert("rule", fired.rule);
    events.append(event);
    text += s("  %1: %2\n").arg(fired.rule, alertText(fired.event));
  }
  for (auto it = check.notLooked.begin(); it != check.notLooked.end(); ++it) {
    notLooked.insert(it.key(), toJson(it.value()));
    text += s("  %1 was not looked at: %2\n").arg(it.key(), errorText(it.value()));
  }
  QJsonObject answer{{"now", isoInstant(check.now)}, {"rules", check.rules}, {"fired", check.fired},
                     {"messages", check.told},       {"events", events},     {"not_looked_at", notLooked}};
  if (check.due)
    answer.insert("due", isoInstant(*check.due));
  return session.answer(answer, text, check.notLooked.isEmpty() ? kOk : kPartly);
}

int runAlertInbox(Session& session) {
  PW_SAY(session, const qint64 most, wholeNumber(session.arguments.value("most", s("100")), "--most", 1, 100'000));
  PW_OPEN(session, w, Looking);
  PW_SAY(session, const AlertInbox inbox, alertInbox(w, int(most)));
  QJsonArray all;
  std::vector<QStringList> rows;
  for (const AlertEventRow& row : inbox.rows) {
    QJsonObject o = toJson(row.event);
    QJsonArray deliveries;
    for (const AlertDelivery& d : row.deliveries)
      deliveries.append(QJsonObject{{"channel", d.channel},
                                    {"recipient", d.recipient},
                                    {"tries", d.tries},
                                    {"sent", d.sentAt.has_value()},
                                    {"error", d.error}});
    o.insert("event", row.no), o.insert("rule", row.ruleName), o.insert("state", alertEventStateName(row.state));
    o.insert("told", row.message > 0), o.insert("deliveries", deliveries);
    all.append(o);
    rows.push_back({QString::number(row.no), isoInstant(row.event.at).left(16), row.ruleName, alertText(row.event)});
  }
  return session.answer(
      {{"now", isoInstant(inbox.now)}, {"events", all}},
      rowsText({"event", "when", "alert", "what"}, s("r"), rows.size(), {}, [&](std::size_t i) { return rows[i]; }));
}

int runAlertMark(Session& session) {
  const QStringList& words = session.arguments.words;
  const std::optional<AlertEventState> state = alertEventStateFrom(words.first());
  if (!state)
    return session.refuse(fail(
        s("usage.bad-value"),
        {{s("option"), s("state")}, {s("value"), words.first()}, {s("wanted"), s("seen, acted, snoozed or new")}}));
  std::optional<Instant> until;
  if (session.arguments.has("until")) {
    PW_SAY(session, until, parseInstant(session.arguments.value("until")));
  }
  std::vector<qint64> numbers;
  for (const QString& word : words.mid(1)) {
    PW_SAY(session, const qint64 no, wholeNumber(word, "EVENT", 1, std::numeric_limits<qint64>::max()));
    numbers.push_back(no);
  }
  PW_OPEN(session, w, Changing);
  if (const Status done = alertStore(w).markEvents(w.me(), numbers, *state, until); !done)
    return session.refuse(done.error());
  return session.answer({{"events", qint64(numbers.size())}, {"state", words.first()}},
                        s("%1 events: %2.\n").arg(numbers.size()).arg(codeText(words.first())));
}

int runAlertSuggest(Session& session) {
  const bool add = session.arguments.has("add");
  auto opened = session.workspace(add ? Session::For::Changing : Session::For::Looking);
  if (!opened)
    return session.refuse(opened.error());
  Workspace& w = **opened;
  PW_SAY(session, const std::vector<AlertRule> suggested, alertSuggestions(w));
  QJsonArray all;
  QString text;
  for (const AlertRule& rule : suggested) {
    bool added = false;
    if (add) {
      const Result<AlertRow> row = alertStore(w).add(w.me(), rule);
      if (!row && !row.error().is(u"alert.taken"))
        return session.refuse(row.error());
      added = row.has_value();
    }
    all.append(QJsonObject{{"rule", rule.toJson()}, {"added", added}});
    text += added ? s("%1: added\n").arg(rule.name) : rule.name + u'\n';
  }
  return session.answer({{"alerts", all}}, text);
}

} // namespace pricewright
