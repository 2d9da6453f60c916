// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lookbook/ModelsLook.h"

#include "demand/HoldOut.h"
#include "shell/MainWindow.h"
#include "statistics/Random.h"

#include <QJsonObject>

namespace pricewright::test {
namespace {

HoldOutMetrics metrics(double wape, double bias, double inside) {
  HoldOutMetrics m;
  m.weeks = 8, m.origins = 4, m.rows = 3'520;
  m.wapeMedian = wape, m.wapeMean = wape + 0.008, m.bias = bias, m.coverage80 = inside, m.coverage95 = 0.951;
  m.below = {0.027, 0.5 - inside / 2, 0.488, 0.5 + inside / 2, 0.972};
  return m;
}

ModelVersion version(const char* name, const char* number, const char* alias, const QJsonObject& parameters,
                     double wape) {
  ModelVersion v;
  v.name = QLatin1String(name), v.version = QLatin1String(number), v.alias = QLatin1String(alias);
  v.parameters = parameters;
  v.note = parameters.isEmpty() ? QStringLiteral("comes with the program")
                                : QStringLiteral("spring promotions are another world");
  if (wape > 0)
    v.training = ModelVersion::Training{QStringLiteral("ab"), *parseInstant(u"2026-11-23T06:00:00Z"),
                                        holdOutJson(metrics(wape, 0.01, 0.8))};
  return v;
}

ModelsView syntheticModels() {
  ModelsView view;
  view.currency = *Currency::fromCode(u"USD");
  view.versions = {version("demand_forecaster", "1.0.0", "champion", {}, 0.431),
                   version("elasticity_estimator", "1.1.0", "challenger",
                           {{QStringLiteral("history_weeks"), 52}, {QStringLiteral("season"), false}}, 0.442),
                   version("elasticity_estimator", "1.0.0", "champion", {}, 0.454)};
  view.overall = metrics(0.454, -0.055, 0.81);
  view.trainedAt = *parseInstant(u"2026-11-23T06:00:00Z");
  Random random(4);
  for (const char* name : {"Juice", "Cereal", "Coffee", "Detergent", "Frozen pizza", "Crackers", "Shampoo", "Tea"})
    view.accuracy.push_back(
        {QString::fromLatin1(name).toLower(), QString::fromLatin1(name),
         metrics(0.3 + 0.3 * random.uniform(), 0.25 * (random.uniform() - 0.5), 0.7 + 0.16 * random.uniform())});
  view.origins.push_back({20'000, metrics(0.47, -0.08, 0.76), 100'000, 92'000});
  DriftReport drift;
  drift.residual = {true, -0.128, -0.04, -8'420, 8, 3, true};
  drift.calibration = {true, 0.021, 0.043, 0.76, 0.81, false};
  const auto feature = [&](const char* name, double kl, bool ours, const char* why = "") {
    FeatureDrift f;
    f.feature = QLatin1String(name), f.kl = kl, f.psi = 2.1 * kl, f.noise = 0.02, f.ours = ours;
    f.alarm = kl > 0.1, f.current = 1'760, f.why = QLatin1String(why);
    drift.features.push_back(f);
  };
  feature("competitor_price_avg_7d", 0.163, false);
  feature("historical_demand_30d", 0.031, false);
  feature("margin_percent", 0.24, true);
  feature("days_since_last_price_change", 0.06, true);
  feature("inventory_level", 0, false, "no-stock-history");
  feature("conversion_rate_at_price_point", 0, false, "needs-exposures");
  view.drift = drift;
  return view;
}

Scenario scenario(const char* name, double profit, double revenue, int changes) {
  const Currency usd = *Currency::fromCode(u"USD");
  Scenario sc;
  if (*name)
    sc.id = Id::parse(QStringLiteral("018f2f00-0000-7000-8000-%1")
                          .arg(qHash(QLatin1String(name)) % 1000, 12, 10, QLatin1Char('0')))
                .value();
  sc.wish.name = QLatin1String(name);
  sc.wish.mostChanges = changes, sc.wish.mostIndex = 1;
  sc.currency = usd, sc.at = *parseInstant(u"2026-11-23T09:00:00Z");
  sc.planned = 436, sc.all = 440, sc.confidence = 0.97, sc.seconds = 0.08;
  sc.unitsNow = 182'000, sc.revenueNow = 402'000, sc.profitNow = 108'000;
  sc.effect = {profit, 0.55 * profit, 1.5 * profit, revenue, revenue - 900, revenue + 900, -420, -900, 60};
  sc.limits = {{QStringLiteral("index"), {}, 0.0099, 0.01, 812},
               {QStringLiteral("changes"), {}, double(changes), double(changes), 3.4}};
  Random random(7);
  for (int i = 0; i < changes; ++i) {
    const qint64 now = 149 + 10 * (i % 40), then = now + (i % 3 == 0 ? -10 : 10);
    sc.rows.push_back({i + 1, QStringLiteral("OJ-%1").arg(64 + i % 11), QStringLiteral("Tropicana Premium 64 oz"),
                       QString::number(2 + i % 40), QStringLiteral("juice"), Money(now, usd), Money(then, usd)});
  }
  return sc;
}

std::vector<FrontierPoint> frontier() {
  std::vector<FrontierPoint> points;
  for (int k = 0; k <= 8; ++k) {
    const double w = k / 8.0;
    points.push_back(
        {w, 5'200 * (1 - (1 - w) * (1 - w)) - 1'900 * (1 - w), 4'800 * (1 - w * w) - 2'600 * w, 120 + 20 * k});
  }
  return points;
}

// One category in which products are compared, one in which prices were timed, one that cannot be told.
std::vector<CategoryReading> syntheticReadings() {
  const auto reading = [](const char* code, const char* name, double plain, double within, double left) {
    CategoryReading one;
    one.code = QLatin1String(code), one.name = QLatin1String(name);
    one.fit.rows = 38'112, one.fit.naive = {plain, 0.11}, one.fit.within = {within, 0.15};
    one.fit.orthogonal = {left, 0.21};
    return one;
  };
  std::vector<CategoryReading> all{
      reading("", "", -1.42, -2.61, -2.74), reading("orange", "Orange juice", -0.66, -3.42, -3.61),
      reading("apple", "Apple juice", -3.9, -3.7, -2.2), reading("water", "Water", -1.8, -1.9, -1.85)};
  CategoryReading none;
  none.code = QStringLiteral("ice"), none.name = QStringLiteral("Ice"), none.fit.rows = 36;
  none.fit.why = QStringLiteral("price-never-moves");
  all.push_back(none);
  return all;
}

QString nameFor(const char* what, const QString& scheme) { return QLatin1String(what) + scheme; }

} // namespace

void drawModels(Theme& theme, const QString& scheme, const QList<QSize>& sizes, const DrawPicture& draw) {
  for (const QSize size : sizes) {
    MainWindow window(theme);
    window.showWorkspace(QStringLiteral("/home/m/juice.pricewright"), false);
    window.openPage(&window.models());
    if (size == sizes.front())
      draw(window, nameFor("models-empty-", scheme), size);
    window.models().showModels(syntheticModels());
    window.models().versions().focusLine(1);
    draw(window, nameFor("models-", scheme), size);
    if (size != sizes.front())
      continue;
    ShadowRun run;
    run.listings = 440;
    run.champion.version = QStringLiteral("1.0.0"), run.challenger.version = QStringLiteral("1.1.0");
    run.champion.holdOut = metrics(0.454, -0.05, 0.81), run.challenger.holdOut = metrics(0.442, 0.01, 0.8);
    const Currency usd = *Currency::fromCode(u"USD");
    for (int i = 0; i < 37; ++i)
      run.differences.push_back({i + 1,
                                 QStringLiteral("OJ-%1").arg(64 + i % 11),
                                 QString::number(2 + i),
                                 {},
                                 Money(249, usd),
                                 Money(259, usd),
                                 Money(239 + i % 3 * 10, usd),
                                 12.5,
                                 14.2,
                                 -2.7,
                                 -3.1,
                                 Route::Human,
                                 Route::Human});
    window.models().showShadow(run);
    draw(window, nameFor("models-shadow-", scheme), size);
    window.models().showReadings(syntheticReadings());
    draw(window, nameFor("models-readings-", scheme), size);
    window.models().showShadow(run);
    window.models().addVersion();
    draw(window, nameFor("models-version-", scheme), size);
    window.models().versionCard().dismiss();
    const std::vector<ShadowPrice> some = run.differences;
    while (run.differences.size() < 10'000)
      run.differences.insert(run.differences.end(), some.begin(), some.end());
    window.models().showShadow(run);
    draw(window, nameFor("models-ten-thousand-", scheme), size);
  }
}

void drawScenarios(Theme& theme, const QString& scheme, const QList<QSize>& sizes, const DrawPicture& draw) {
  for (const QSize size : sizes) {
    MainWindow window(theme);
    window.showWorkspace(QStringLiteral("/home/m/juice.pricewright"), false);
    window.openPage(&window.scenarios());
    if (size == sizes.front())
      draw(window, nameFor("scenarios-empty-", scheme), size);
    ScenariosPage& page = window.scenarios();
    page.showScenarios({{scenario("Autumn, careful", 1'900, 600, 60), scenario("Everything", 5'100, -2'400, 300),
                         scenario("Volume first", -900, 3'900, 180)},
                        {QStringLiteral("juice"), QStringLiteral("tea")},
                        {QStringLiteral("2"), QStringLiteral("5")}});
    page.form().setWish(scenario("", 3'600, 300, 120).wish);
    page.showFrontier(frontier());
    page.showPlanned(scenario("", 3'600, 300, 120));
    draw(window, nameFor("scenarios-", scheme), size);
    if (size != sizes.front())
      continue;
    ScenarioRefusal refusal;
    refusal.error = fail(QStringLiteral("scenario.infeasible"),
                         {{QStringLiteral("why"), QStringLiteral("several")},
                          {QStringLiteral("names"), QStringLiteral("price index, profit")},
                          {QStringLiteral("nearest"), QStringLiteral("price index −1.10 %; profit +1.20 %")}});
    page.showRefused(refusal);
    draw(window, nameFor("scenarios-refused-", scheme), size);
    page.banner().hide();
    page.showPlanned(scenario("", 43'600, -1'300, 10'000));
    draw(window, nameFor("scenarios-ten-thousand-", scheme), size);
  }
}

} // namespace pricewright::test
