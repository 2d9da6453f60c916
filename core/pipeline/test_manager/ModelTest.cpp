// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/test_manager/ModelTest.h"

#include "base/Words.h"

namespace pricewright {

bool challengerLearns(const ExperimentRow& row) {
  return row.setup.models && isUnderWay(row.state) && row.isAsRegistered();
}

bool challengerDecides(const ExperimentRow& row) { return challengerLearns(row) && row.state != TestState::Paused; }

QStringList zonesOfChallenger(const ExperimentRow& row) {
  QStringList zones;
  for (const TestUnit& unit : row.setup.units)
    if (unit.arm == 1 && unit.step <= row.rampStep + 1)
      zones << unit.unit;
  return zones;
}

QString challengerDecided(const QString& label) { return s("challenger:") + label; }
QString challengerReady(const QString& label) { return s("challenger-ready:") + label; }
QString challengerFailed(const QString& label) { return s("challenger-failed:") + label; }

} // namespace pricewright
