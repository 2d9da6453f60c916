// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Tests by visitors: what a shop asks, and what it tells.
#include "ExperimentCommands.h"

#include "Shapes.h"
#include "base/Words.h"
#include "engine/experiments/ExperimentVisitors.h"

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

} // namespace

int runExperimentArm(Session& session) {
  PW_OPEN(session, w, Looking);
  PW_SAY(session, const ExperimentRow row, w.experiments().named(session.arguments.words.front()));
  PW_SAY(session, const AssignmentPlan plan, visitorAssignment(row));
  PW_SAY(session, const Assigner assigner, Assigner::from(plan));
  QJsonArray arms;
  std::vector<QStringList> rows;
  for (const QString& unit : session.arguments.words.mid(1)) {
    const char* place = placeName(assigner.of(std::string_view(unit.toStdString())));
    arms << QJsonObject{{"unit", unit}, {"arm", place}};
    rows.push_back({unit, s(place)});
  }
  return session.answer({{"test", row.plan.name}, {"units", arms}}, textTable({s("unit"), s("arm")}, rows));
}

int runExperimentIngest(Session& session) {
  if (!session.arguments.has("exposures"))
    return session.usage(s("--exposures is needed: who saw which arm"));
  PW_OPEN(session, w, Changing);
  PW_SAY(session, const VisitorIntake in,
         takeInVisitors(w, session.arguments.words.front(), session.arguments.value("exposures"),
                        session.arguments.value("events"), session.job()));
  return session.answer({{"exposures", in.exposures},
                         {"exposures_repeated", in.exposuresRepeated},
                         {"events", in.events},
                         {"events_repeated", in.eventsRepeated},
                         {"refused", in.refused}},
                        s("%1 exposures and %2 events taken in; %3 were there already, %4 cannot be.")
                            .arg(in.exposures)
                            .arg(in.events)
                            .arg(in.exposuresRepeated + in.eventsRepeated)
                            .arg(in.refused));
}

} // namespace pricewright
