// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How the registry keeps what the watch found.
#include "demand/DriftWatch.h"

#include "base/Words.h"

#include <QJsonArray>

namespace pricewright {

QJsonObject toJson(const DriftReport& r) {
  QJsonArray features;
  for (const FeatureDrift& f : r.features)
    features.append(QJsonObject{{"feature", f.feature},
                                {"why", f.why},
                                {"ours", f.ours},
                                {"kl", f.kl},
                                {"psi", f.psi},
                                {"noise", f.noise},
                                {"reference_rows", f.reference},
                                {"current_rows", f.current},
                                {"before", f.before},
                                {"now", f.now},
                                {"alarm", f.alarm}});
  const auto& e = r.residual;
  const auto& c = r.calibration;
  return {{"from", r.from},
          {"to", r.to},
          {"features", features},
          {"residual", QJsonObject{{"known", e.known},
                                   {"bias", e.bias},
                                   {"before", e.before},
                                   {"money_per_week", e.moneyPerWeek},
                                   {"weeks", e.weeks},
                                   {"origins", e.origins},
                                   {"alarm", e.alarm}}},
          {"calibration", QJsonObject{{"known", c.known},
                                      {"kl", c.kl},
                                      {"psi", c.psi},
                                      {"coverage80", c.coverage80},
                                      {"before", c.before},
                                      {"alarm", c.alarm}}},
          {"learn_anew", r.learnAnew()}};
}

DriftReport driftReportFrom(const QJsonObject& json) {
  DriftReport r;
  r.from = json.value(s("from")).toInt(), r.to = json.value(s("to")).toInt();
  const QJsonArray features = json.value(s("features")).toArray();
  for (const QJsonValue& value : features) {
    const QJsonObject o = value.toObject();
    FeatureDrift f;
    f.feature = o.value(s("feature")).toString(), f.why = o.value(s("why")).toString();
    f.ours = o.value(s("ours")).toBool(), f.alarm = o.value(s("alarm")).toBool();
    f.kl = o.value(s("kl")).toDouble(), f.psi = o.value(s("psi")).toDouble(), f.noise = o.value(s("noise")).toDouble();
    f.reference = o.value(s("reference_rows")).toInteger(), f.current = o.value(s("current_rows")).toInteger();
    f.before = o.value(s("before")).toDouble(), f.now = o.value(s("now")).toDouble();
    r.features.push_back(std::move(f));
  }
  const QJsonObject e = json.value(s("residual")).toObject(), c = json.value(s("calibration")).toObject();
  r.residual = {e.value(s("known")).toBool(),    e.value(s("bias")).toDouble(),
                e.value(s("before")).toDouble(), e.value(s("money_per_week")).toDouble(),
                e.value(s("weeks")).toInt(),     e.value(s("origins")).toInt(),
                e.value(s("alarm")).toBool()};
  r.calibration = {c.value(s("known")).toBool(),        c.value(s("kl")).toDouble(),     c.value(s("psi")).toDouble(),
                   c.value(s("coverage80")).toDouble(), c.value(s("before")).toDouble(), c.value(s("alarm")).toBool()};
  return r;
}

} // namespace pricewright
