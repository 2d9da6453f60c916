// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demand/ElasticityModel.h"
#include "statistics/Regression.h"

#include "support/DemandSimulator.h"

#include <cstdio>

using namespace pricewright;
using namespace pricewright::test;

namespace {

double secondsOf(const std::function<void()>& work) {
  const auto start = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

void print(const char* name, double seconds, const Recovery& r) {
  std::printf("%-34s %8.2f %8.3f %8.3f %9.1f %8d\n", name, seconds, r.rmse, r.correlation, 100 * r.coverage95,
              r.wrongSigns);
}

// What a spreadsheet would do: per SKU, log units on log price, promotion flags; textbook standard errors.
void plainRegression(const SimulatedMarket& market, std::vector<double>& estimate, std::vector<double>& error) {
  for (const std::vector<SalePoint>& points : market.points) {
    RegressionInput in;
    in.columns = 3;
    bool deals = false, features = false;
    for (const SalePoint& p : points)
      deals = deals || p.dealMilli > 0, features = features || p.featureMilli > 0;
    in.columns = 1 + (deals ? 1 : 0) + (features ? 1 : 0);
    for (const SalePoint& p : points) {
      in.y.push_back(std::log(std::max(0.5, double(p.unitsMilli) / 1000)));
      in.x.push_back(std::log(double(p.priceMicro) / 1e6));
      if (deals)
        in.x.push_back(p.dealMilli / 1000.0);
      if (features)
        in.x.push_back(p.featureMilli / 1000.0);
    }
    const Result<RegressionFit> fit = fitLeastSquares(in);
    estimate.push_back(fit ? fit->coefficient[1] : 0.0);
    error.push_back(fit ? fit->standardError[1] : 0.0);
  }
}

} // namespace

int main(int argc, char** argv) {
  SimulatorOptions o;
  o.skus = argc > 1 ? std::max(20, std::atoi(argv[1])) : 10'000;
  const SimulatedMarket market = simulateMarket(o);
  std::vector<double> truth, plain, plainError, estimate, error;
  for (const SimulatedMarket::Truth& t : market.truth)
    truth.push_back(t.own);
  std::printf("%d SKUs x %d weeks, categories of %d, elasticities known\n\n", o.skus, o.weeks, o.perCategory);
  std::printf("%-34s %8s %8s %8s %9s %8s\n", "own regular elasticity", "seconds", "RMSE", "r", "cover95 %", "sign > 0");
  const double plainSeconds = secondsOf([&] { plainRegression(market, plain, plainError); });
  print("plain regression per SKU", plainSeconds, recoveryOf(truth, plain, plainError));
  Result<DemandModel> model = fail(QStringLiteral("not-run"));
  const double seconds = secondsOf([&] { model = fitDemand(market.series, {}, JobContext{}); });
  if (!model)
    return std::fprintf(stderr, "%s\n", qPrintable(model.error().debugText())), 1;
  for (const DemandEstimate& e : model->estimates)
    estimate.push_back(e.mean[kOwnRegular]), error.push_back(std::sqrt(e.covariance[0]));
  print("pooled, with hold-out (two fits)", seconds, recoveryOf(truth, estimate, error));
  DemandOptions one;
  one.threads = 1;
  const double alone = secondsOf([&] { (void)fitDemand(market.series, one, JobContext{}); });
  std::printf("%-34s %8.2f\n", "  the same on one thread", alone);
  const HoldOutMetrics& h = model->holdOut;
  std::printf("\nhold-out: %d weeks, WAPE mean/median %.3f/%.3f, bias %+.3f, coverage %.1f / %.1f %%\n", h.weeks,
              h.wapeMean, h.wapeMedian, h.bias, 100 * h.coverage80, 100 * h.coverage95);
  return 0;
}
