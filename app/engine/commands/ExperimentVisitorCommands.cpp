// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Tests by visitors: what a shop asks, and what it tells.
#include "ExperimentCommands.h"

#include "Shapes.h"
#include "base/Words.h"
#include "engine/experiments/ExperimentBanditTest.h"
#include "engine/experiments/ExperimentVisitors.h"
#include "experiments/Bandit.h"

#include <QJsonArray>

namespace pricewright {
namespace {

const char* placeName(const Assignment& a) {
  switch (a.place) {
  case Assignment::Place::In:
    return a.arm == 1 ? "treatment" : "control";
  case Assignment::Place::Holdout:
    return "holdout";
  case Assignment::Place::OtherTest:
    return "other-test";
  case Assignment::Place::NotYet:
    break;
  }
  return "not-yet";
}

QJsonArray toJson(const std::vector<TestAllocation>& shares) {
  QJsonArray rows;
  for (const TestAllocation& a : shares)
    rows << QJsonObject{{"from", isoInstant(a.from)},
                        {"treatment_share", double(a.treatmentShare) / kWhole},
                        {"chance_of_best", double(a.chanceBest) / kWhole},
                        {"units_control", a.unitsControl},
                        {"units_treatment", a.unitsTreatment},
                        {"burning_in", a.isBurningIn}};
  return rows;
}

QString sharesText(const std::vector<TestAllocation>& shares) {
  if (shares.empty())
    return s("\nA bandit; its shares are those of the plan so far.");
  const TestAllocation& now = shares.back();
  return QString::asprintf("\nA bandit: of 100 new visitors %.1f see the new price since ",
                           now.treatmentShare / 100.0) +
         isoInstant(now.from).left(16) + (now.isBurningIn ? s(" (burning in).") : s("."));
}

QString differenceText(double difference) { return QString::asprintf("%+.4g a unit", difference); }
QString liftText(double lift) { return QString::asprintf("%+.1f %%", 100 * lift); }

QString banditFigure(const TestFigure& f) {
  if (!f.isRelative())
    return f.difference ? QString::asprintf("difference %+.4g [%+.4g … %+.4g]", f.difference->value, f.difference->low,
                                            f.difference->high)
                        : s("–");
  return QString::asprintf("%+.1f %% [%+.1f … %+.1f]", 100 * f.lift, 100 * f.low, 100 * f.high);
}

// Of the newest look that could say something.
QString banditFiguresText(const ExperimentCard& card) {
  for (auto look = card.looks.rbegin(); look != card.looks.rend(); ++look) {
    const TestReading& r = look->reading;
    if (r.figures.empty() || !r.plain)
      continue;
    QString text = s("\nCorrected for that, at any look: ") + banditFigure(r.figures.front()) +
                   s("; plain means, as if the shares had stayed and nobody looked again: ") + banditFigure(*r.plain) +
                   s(".");
    if (r.chanceBest)
      text += QString::asprintf("\nThe new price is the better one with a chance of %.1f %%.", 100 * *r.chanceBest);
    return text;
  }
  return {};
}

} // namespace

QString liftWords(const TestFigure& f) {
  return f.isRelative() ? liftText(f.lift) : f.difference ? differenceText(f.difference->value) : s("–");
}

QString intervalWords(const TestFigure& f) {
  if (f.isRelative())
    return liftText(f.low) + s(" … ") + liftText(f.high);
  return f.difference ? differenceText(f.difference->low) + s(" … ") + differenceText(f.difference->high) : s("–");
}

QString insertBanditShares(const ExperimentCard& card, QJsonObject& into) {
  into.insert(s("allocations"), toJson(card.shares));
  return sharesText(card.shares) + banditFiguresText(card);
}

QString banditCostText(const BanditTerms& terms) {
  constexpr double kOfWhole = 10'000;
  return QString::asprintf("A bandit loses less while it runs; with %.1f %% of the visitors at the least for either "
                           "price it takes up to %.1f times as many to tell the lift as half and half would.",
                           terms.floorBp / 100.0, unitsAtFloor(terms.floorBp / kOfWhole));
}

int runExperimentArm(Session& session) {
  const auto opened = session.workspace(Session::For::Looking);
  if (!opened)
    return session.refuse(opened.error());
  PW_SAY(session, const ExperimentRow row, (*opened)->experiments().named(session.arguments.words.front()));
  const QStringList units = session.arguments.words.mid(1);
  std::vector<VisitorArm> drawn;
  if (row.plan.bandit) { // with what probability each was drawn is kept
    session.close();
    PW_OPEN(session, w, Changing);
    PW_SAY(session, drawn, drawVisitors(w, row, units));
  } else {
    PW_SAY(session, drawn, visitorArms(row, units));
  }
  QJsonArray arms;
  std::vector<QStringList> rows;
  for (std::size_t i = 0; i < drawn.size(); ++i) {
    const char* place = placeName(drawn[i].assigned);
    QJsonObject one{{"unit", units[qsizetype(i)]}, {"arm", place}};
    if (drawn[i].probability)
      one.insert("probability", *drawn[i].probability);
    arms << one;
    rows.push_back({units[qsizetype(i)], s(place)});
  }
  return session.answer({{"test", row.plan.name}, {"units", arms}}, textTable({s("unit"), s("arm")}, rows));
}

int runExperimentIngest(Session& session) {
  if (!session.arguments.has("exposures"))
    return session.usage(s("--exposures is needed: who saw which arm"));
  PW_SAY(session, const WrittenAs written, writtenAs(session.arguments));
  PW_OPEN(session, w, Changing);
  PW_SAY(session, const VisitorIntake in,
         takeInVisitors(w, session.arguments.words.front(), session.arguments.value("exposures"),
                        session.arguments.value("events"), session.job(), written));
  QString text = s("%1 exposures and %2 events taken in; %3 were there already, %4 cannot be.")
                     .arg(in.exposures)
                     .arg(in.events)
                     .arg(in.exposuresRepeated + in.eventsRepeated)
                     .arg(in.refused);
  if (in.forgotten > 0)
    text +=
        s(" %1 are from before the day until which visitors were forgotten, and were not taken in.").arg(in.forgotten);
  return session.answer({{"exposures", in.exposures},
                         {"exposures_repeated", in.exposuresRepeated},
                         {"events", in.events},
                         {"events_repeated", in.eventsRepeated},
                         {"refused", in.refused},
                         {"forgotten", in.forgotten}},
                        text);
}

int runExperimentForget(Session& session) {
  if (!session.arguments.has("before")) {
    PW_OPEN(session, w, Looking);
    PW_SAY(session, const StoredEvents kept, visitorsStored(w));
    QJsonObject o{{"exposures", kept.exposures}, {"events", kept.events}, {"draws", kept.draws}, {"bytes", kept.bytes}};
    if (kept.forgottenBefore)
      o.insert("forgotten_before", isoDay(dayOf(*kept.forgottenBefore)));
    return session.answer(o, s("%1 exposures, %2 events and %3 draws of visitors are kept.")
                                 .arg(kept.exposures)
                                 .arg(kept.events)
                                 .arg(kept.draws));
  }
  const Result<Day> before = parseDay(session.arguments.value("before"));
  if (!before)
    return session.usage(s("--before is a day such as 2026-01-31"));
  PW_OPEN(session, w, Changing);
  PW_SAY(session, const ForgottenEvents gone, forgetVisitors(w, *before));
  return session.answer(
      {{"before", isoDay(*before)}, {"rows", gone.rows}, {"draws", gone.draws}},
      s("%1 exposures and events and %2 draws of visitors forgotten. Looks, shares and decisions stay.")
          .arg(gone.rows)
          .arg(gone.draws));
}

} // namespace pricewright
