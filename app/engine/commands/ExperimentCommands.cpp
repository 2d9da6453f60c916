// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Price tests: designed, started, looked at, ended.
#include "ExperimentCommands.h"

#include "Shapes.h"
#include "base/Json.h"
#include "base/JsonFields.h"
#include "base/Words.h"
#include "engine/experiments/ExperimentDesk.h"
#include "engine/texts/Texts.h"

#include <QJsonArray>

namespace pricewright {
namespace {

Status putNumber(const Arguments& typed, const char* option, const char* field, QJsonObject& o) {
  if (!typed.has(option))
    return {};
  PW_TRY(const qint64 number, wholeNumber(typed.value(option), qPrintable(s("--") + s(option)), 0, 1'000'000'000));
  o.insert(s(field), number);
  return {};
}

Status putPercent(const Arguments& typed, const char* option, const char* field, QJsonObject& o) {
  if (!typed.has(option))
    return {};
  PW_TRY(const int bp, basisPoints(typed.value(option), qPrintable(s("--") + s(option))));
  o.insert(s(field), JsonFields::plainNumber(bp, true));
  return {};
}

Status putGuards(const Arguments& typed, QJsonObject& o) {
  PW_TRY(const auto guards, pairs(typed, "guard"));
  QJsonArray rows;
  for (auto it = guards.begin(); it != guards.end(); ++it) {
    PW_TRY(const int bp, basisPoints(it.value(), "--guard"));
    rows << QJsonObject{{s("metric"), it.key()}, {s("limit_percent"), JsonFields::plainNumber(bp, true)}};
  }
  if (!rows.isEmpty())
    o.insert(s("guards"), rows);
  return {};
}

Status putRamp(const Arguments& typed, QJsonObject& o) {
  if (!typed.has("ramp"))
    return {};
  QJsonArray steps;
  for (const QString& step : typed.value("ramp").split(u',')) {
    PW_TRY(const qint64 number, wholeNumber(step, "--ramp", 1, 100));
    steps << number;
  }
  o.insert(s("ramp_percent"), steps);
  return {};
}

// What was typed, over what a file says: one reader checks both.
Result<QJsonObject> typedPlan(const Arguments& typed, const QString& name) {
  QJsonObject o;
  if (typed.has("plan")) {
    PW_TRY(const QByteArray bytes, readFile(typed.value("plan")));
    PW_TRY(o, parseObject(bytes));
  }
  o.insert(s("name"), name);
  for (const auto& [option, field] :
       {std::pair("sku", "skus"), std::pair("count", "counted"), std::pair("in", "zones")})
    if (typed.has(option))
      o.insert(s(field), QJsonArray::fromStringList(typed.all(option)));
  for (const auto& [option, field] :
       {std::pair("design", "design"), std::pair("metric", "metric"), std::pair("why", "hypothesis"),
        std::pair("model", "model"), std::pair("sales-from", "sales_from")})
    if (typed.has(option))
      o.insert(s(field), typed.value(option));
  PW_TRY(const auto prices, pairs(typed, "price"));
  QJsonObject priceRows;
  for (auto it = prices.begin(); it != prices.end(); ++it)
    priceRows.insert(it.key(), it.value());
  if (!priceRows.isEmpty())
    o.insert(s("prices"), priceRows);
  PW_CHECK(putPercent(typed, "change", "change_percent", o));
  PW_CHECK(putPercent(typed, "find", "mde_percent", o));
  PW_CHECK(putPercent(typed, "harm", "harm_percent", o));
  PW_CHECK(putNumber(typed, "days", "days", o));
  PW_CHECK(putNumber(typed, "longest", "longest_days", o));
  PW_CHECK(putNumber(typed, "ramp-days", "ramp_days", o));
  PW_CHECK(putNumber(typed, "seed", "seed", o));
  PW_CHECK(putRamp(typed, o));
  if (typed.has("bandit") || typed.has("floor") || typed.has("burn-in")) {
    QJsonObject terms = o.value(s("bandit")).toObject();
    PW_CHECK(putPercent(typed, "floor", "floor_percent", terms));
    PW_CHECK(putNumber(typed, "burn-in", "burn_in", terms));
    o.insert(s("bandit"), terms);
  }
  PW_CHECK(putGuards(typed, o));
  return o;
}

// The design that fits, and where it is one by blocks, as many of them as these zones need.
void putAdvised(TestDesign design, const TestFacts& facts, QJsonObject& o) {
  o.insert(s("design"), testDesignName(design));
  if (design != TestDesign::Switchback || o.contains(s("days")) || o.contains(s("block_days")))
    return;
  ExperimentPlan usual;
  giveBlocks(usual, facts.zones);
  o.insert(s("days"), usual.days);
  if (!o.contains(s("longest_days")))
    o.insert(s("longest_days"), usual.longestDays);
}

QJsonObject toJson(const ExperimentRow& row) {
  QJsonObject o{{"experiment", row.id.toString()},         {"plan", row.plan.toJson()},
                {"state", testStateName(row.state)},       {"reason", row.reason},
                {"verdict", testVerdictName(row.verdict)}, {"ramp_step", row.rampStep},
                {"registered_sha256", row.registeredHash}, {"by", row.madeBy}};
  const std::pair<const char*, const std::optional<Instant>*> times[] = {{"started_at", &row.startedAt},
                                                                         {"counted_from", &row.countedFrom},
                                                                         {"ends_at", &row.endsAt},
                                                                         {"ended_at", &row.endedAt},
                                                                         {"cool_until", &row.coolUntil}};
  for (const auto& [name, at] : times)
    if (*at)
      o.insert(s(name), isoInstant(**at));
  return o;
}

QJsonObject toJson(const ExperimentCard& card) {
  QJsonObject o = toJson(card.row);
  QJsonArray looks;
  for (const ExperimentLook& look : card.looks) {
    QJsonObject row = look.reading.toJson();
    row.insert(s("action"), look.action), row.insert(s("action_reason"), look.reason);
    looks << row;
  }
  QJsonArray units;
  for (const TestUnit& unit : card.row.setup.units)
    units << QJsonObject{{"unit", unit.unit}, {"arm", unit.arm == 1 ? "treatment" : "control"}, {"step", unit.step}};
  o.insert(s("looks"), looks), o.insert(s("units"), units);
  o.insert(s("day"), card.day), o.insert(s("days"), card.days);
  if (!card.challenger.isEmpty())
    o.insert(s("champion"), card.champion), o.insert(s("challenger"), card.challenger);
  return o;
}

QString stateText(const ExperimentRow& row) {
  const bool waitsForCycle = row.plan.testsModel() && row.state == TestState::Waiting;
  QString text = codeText(s("test-state.") + (waitsForCycle ? s("waiting-for-cycle") : testStateName(row.state)));
  if (row.state == TestState::Decided || row.verdict != TestVerdict::Undecided)
    text += s(": ") + codeText(s("test-verdict.") + testVerdictName(row.verdict));
  if (!row.reason.isEmpty())
    text += s(" (") + codeText(s("test-reason.") + row.reason) + s(")");
  return text;
}

const TestFigure* newestFigure(const ExperimentCard& card) {
  const bool none = card.looks.empty() || card.looks.back().reading.figures.empty();
  return none ? nullptr : &card.looks.back().reading.figures.front();
}

QStringList cardLine(const ExperimentCard& card) {
  const TestFigure* figure = newestFigure(card);
  const QString models = s("%1 → %2").arg(card.champion, card.challenger); // what a test of models tests
  return {card.row.plan.name,
          card.challenger.isEmpty() ? testDesignName(card.row.plan.design) : models,
          s("%1 + %2").arg(card.unitsTreatment).arg(card.unitsControl),
          s("%1 / %2").arg(card.day).arg(card.days),
          figure ? liftWords(*figure) : s("–"),
          figure ? intervalWords(*figure) : s("–"),
          stateText(card.row)};
}

QString cardText(const ExperimentCard& card) {
  QStringList lines{textTable({s("test"), s("design"), s("units"), s("day"), s("lift"), s("always valid"), s("state")},
                              {cardLine(card)})};
  std::vector<QStringList> rows;
  for (const ExperimentLook& look : card.looks) {
    const TestReading& r = look.reading;
    const bool known = !r.figures.empty();
    rows.push_back({QString::number(look.serial), isoDay(r.until), QString::number(r.day),
                    known ? liftWords(r.figures[0]) : codeText(r.why), known ? intervalWords(r.figures[0]) : QString(),
                    known ? QString::number(r.figures[0].p, 'g', 3) : QString(), look.action});
  }
  if (!rows.empty())
    lines << textTable({s("look"), s("sales until"), s("days"), s("lift"), s("always valid"), s("p"), s("done")}, rows);
  if (const TestFigure* newest = newestFigure(card); newest && !newest->isRelative())
    lines << errorText(fail(newest->why));
  return lines.join(u'\n');
}

QJsonObject toJson(const ExperimentPreview& p) {
  QJsonArray prices, refused, collisions, advice, units;
  for (const ExperimentPreview::Priced& one : p.prices)
    prices << QJsonObject{{"sku", one.price.sku},
                          {"zone", one.price.zone},
                          {"now", one.price.control.toString()},
                          {"new", one.price.treatment.toString()},
                          {"route", routeName(one.route)},
                          {"reason", one.reason}};
  for (const Error& error : p.refused)
    refused << toJson(error);
  for (const TestCollision& c : p.collisions)
    collisions << QJsonObject{{"kind", collisionKindName(c.kind)},
                              {"sku", c.sku},
                              {"zone", c.zone},
                              {"what", c.what},
                              {"forbids", c.forbids}};
  for (const auto& [design, error] : p.advice.refused)
    advice << QJsonObject{{"design", testDesignName(design)}, {"why", toJson(error)}};
  for (const TestUnit& unit : p.setup.units)
    units << QJsonObject{{"unit", unit.unit}, {"arm", unit.arm == 1 ? "treatment" : "control"}, {"step", unit.step}};
  QJsonObject o{{"may_start", p.mayStart()},
                {"advised", p.advice.design ? testDesignName(*p.advice.design) : QString()},
                {"refused_designs", advice},
                {"prices", prices},
                {"units", units},
                {"collisions", collisions},
                {"refused", refused},
                {"warnings", QJsonArray::fromStringList(QStringList(p.warnings.begin(), p.warnings.end()))}};
  if (p.plan.testsModel())
    o.insert(s("champion"), p.champion), o.insert(s("challenger"), p.challenger), o.insert(s("products"), p.products);
  return o;
}

QString pricesText(const ExperimentPreview& p) {
  std::vector<QStringList> rows;
  for (const ExperimentPreview::Priced& one : p.prices)
    rows.push_back({one.price.sku, one.price.zone, one.price.control.toString(), one.price.treatment.toString(),
                    routeName(one.route), one.reason});
  return rowsText({s("SKU"), s("zone"), s("now"), s("new"), s("route"), s("reason")}, s("  rr"), rows.size(), {},
                  [&](std::size_t i) { return rows[i]; });
}

QString previewText(const ExperimentPreview& p) {
  QStringList lines;
  if (p.plan.testsModel()) {
    lines << s("%1 decides the prices of %2 products in %3 zones, %4 in the other %5.")
                 .arg(p.challenger)
                 .arg(p.products)
                 .arg(p.treatedUnits)
                 .arg(p.champion)
                 .arg(p.controlUnits);
  } else if (p.plan.design == TestDesign::Visitors) {
    lines << s("Visitors are drawn as they come.") << pricesText(p);
    if (p.plan.bandit)
      lines << banditCostText(*p.plan.bandit);
  } else {
    lines << s("%1 units get the new price, %2 keep theirs.").arg(p.treatedUnits).arg(p.controlUnits) << pricesText(p);
  }
  if (!p.plan.testsModel() && !p.setup.counted.empty()) {
    const auto falls = std::count_if(p.collisions.begin(), p.collisions.end(),
                                     [](const TestCollision& c) { return c.kind == CollisionKind::PendingPrice; });
    lines << s("%1 prices are held while it runs, %2 days, %3 at most; %4 pending proposals fall away with the next "
               "cycle.")
                 .arg(p.setup.counted.size())
                 .arg(p.plan.days)
                 .arg(p.plan.longestDays)
                 .arg(falls);
  }
  for (const TestCollision& c : p.collisions)
    lines << s("%1: %2 %3 %4").arg(collisionKindName(c.kind), c.sku, c.zone, c.what);
  for (const QString& code : p.warnings)
    lines << s("note: ") + codeText(code);
  for (const Error& error : p.refused)
    lines << errorText(error);
  if (p.mayStart())
    lines << s("Nothing speaks against its start.");
  return lines.join(u'\n');
}

} // namespace

int runExperimentDesign(Session& session) {
  PW_OPEN(session, w, Changing);
  const QString name = session.arguments.words.front();
  PW_SAY(session, QJsonObject json, typedPlan(session.arguments, name));
  const Result<ExperimentRow> there = w.experiments().named(name);
  if (!json.contains(s("design")) && !json.contains(s("model"))) {
    QStringList skus, zones;
    for (const QJsonValue& v : json.value(s("skus")).toArray())
      skus << v.toString();
    for (const QJsonValue& v : json.value(s("zones")).toArray())
      zones << v.toString();
    PW_SAY(session, const TestFacts facts, testFacts(w, skus, zones));
    if (const auto advised = adviseDesign(facts).design)
      putAdvised(*advised, facts, json);
  }
  PW_SAY(session, const ExperimentPlan plan, ExperimentPlan::parse(json));
  if (there && there->state == TestState::Draft) {
    if (const Status done = redesignExperiment(w, there->id, plan); !done)
      return session.refuse(done.error());
  } else {
    PW_SAY(session, [[maybe_unused]] const ExperimentRow made, designExperiment(w, plan));
  }
  PW_SAY(session, const ExperimentCard card, experimentCard(w, name));
  return session.answer(toJson(card), cardText(card));
}

int runExperimentPreview(Session& session) {
  PW_OPEN(session, w, Looking);
  PW_SAY(session, const ExperimentRow row, w.experiments().named(session.arguments.words.front()));
  PW_SAY(session, const ExperimentPreview preview, previewExperiment(w, row.plan));
  return session.answer(toJson(preview), previewText(preview), preview.mayStart() ? kOk : kPartly);
}

int runExperimentStart(Session& session) {
  PW_OPEN(session, w, Changing);
  PW_SAY(session, const ExperimentRow row, startExperiment(w, session.arguments.words.front()));
  PW_SAY(session, const ExperimentCard card, experimentCard(w, row.plan.name));
  return session.answer(toJson(card), cardText(card));
}

int runExperimentStatus(Session& session) {
  PW_OPEN(session, w, Looking);
  if (!session.arguments.words.isEmpty()) {
    PW_SAY(session, const ExperimentCard card, experimentCard(w, session.arguments.words.front()));
    QJsonObject object = toJson(card);
    QString text = cardText(card);
    if (card.row.plan.bandit)
      text += insertBanditShares(card, object);
    return session.answer(object, text);
  }
  PW_SAY(session, const ExperimentBoard board, experimentBoard(w));
  QJsonArray cards;
  std::vector<QStringList> rows;
  for (const ExperimentCard& card : board.cards)
    cards << toJson(card), rows.push_back(cardLine(card));
  const QString text =
      rows.empty()
          ? s("There are no tests yet. experiment design makes one.")
          : textTable({s("test"), s("design"), s("units"), s("day"), s("lift"), s("always valid"), s("state")}, rows);
  return session.answer({{"experiments", cards},
                         {"active", board.active},
                         {"to_decide", board.toDecide},
                         {"paused", board.paused},
                         {"ended_in_quarter", board.endedInQuarter},
                         {"decided_in_quarter", board.decidedInQuarter}},
                        text);
}

int runExperimentCheck(Session& session) {
  PW_OPEN(session, w, Changing);
  PW_SAY(session, const TestRound round, watchExperiments(w, session.job()));
  QJsonArray steps;
  std::vector<QStringList> rows;
  for (const TestStep& step : round.steps) {
    QJsonObject o{{"name", step.name},
                  {"before", testStateName(step.before)},
                  {"after", testStateName(step.after)},
                  {"action", testActionName(step.order.action)},
                  {"reason", step.order.reason}};
    if (step.reading)
      o.insert(s("reading"), step.reading->toJson());
    if (step.failed)
      o.insert(s("failed"), toJson(*step.failed));
    steps << o;
    rows.push_back({step.name, testStateName(step.before), testStateName(step.after), testActionName(step.order.action),
                    step.failed ? errorText(*step.failed) : step.order.reason});
  }
  const QString text =
      rows.empty() ? s("No test is under way.") : textTable({s("test"), s("was"), s("is"), s("done"), s("why")}, rows);
  return session.answer({{"steps", steps}, {"failed", round.failed}}, text, round.failed > 0 ? kPartly : kOk);
}

int runExperimentStop(Session& session) {
  PW_OPEN(session, w, Changing);
  const QString name = session.arguments.words.front();
  if (const Status done = stopExperiment(w, name, session.arguments.value("reason")); !done)
    return session.refuse(done.error());
  PW_SAY(session, const ExperimentCard card, experimentCard(w, name));
  return session.answer(toJson(card), cardText(card));
}

int runExperimentRollOut(Session& session) {
  PW_OPEN(session, w, Changing);
  const QString name = session.arguments.words.front();
  if (const Status done = rollOutExperiment(w, name); !done)
    return session.refuse(done.error());
  PW_SAY(session, const ExperimentCard card, experimentCard(w, name));
  return session.answer(toJson(card), cardText(card));
}

int runExperimentExtend(Session& session) {
  if (!session.arguments.has("days"))
    return session.usage(s("experiment extend NAME --days N: how many more"));
  PW_OPEN(session, w, Changing);
  const QString name = session.arguments.words.front();
  PW_SAY(session, const qint64 days, wholeNumber(session.arguments.value("days"), "--days", 1, 10'000));
  if (const Status done = extendExperiment(w, name, int(days)); !done)
    return session.refuse(done.error());
  PW_SAY(session, const ExperimentCard card, experimentCard(w, name));
  return session.answer(toJson(card), cardText(card));
}

int runExperimentRemove(Session& session) {
  PW_OPEN(session, w, Changing);
  PW_SAY(session, const ExperimentRow row, w.experiments().named(session.arguments.words.front()));
  if (const Status done = removeExperiment(w, row.id); !done)
    return session.refuse(done.error());
  return session.answer({{"experiment", row.id.toString()}, {"removed", true}}, s("Removed."));
}

} // namespace pricewright
