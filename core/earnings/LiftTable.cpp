// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "earnings/LiftTable.h"

#include "base/Words.h"
#include "statistics/Distributions.h"
#include "statistics/EmpiricalBayes.h"

#include <cmath>
#include <map>
#include <set>

namespace pricewright {
namespace {

Status checkTests(std::span<const TestLift> tests) {
  std::set<std::tuple<QString, QString, QString>> seen;
  for (const TestLift& t : tests) {
    if (!std::isfinite(t.estimate))
      return fail(s("earnings.not-finite"));
    if (!std::isfinite(t.standardError * t.standardError) || !(t.standardError * t.standardError > 0) ||
        t.standardError <= 0)
      return fail(s("earnings.bad-standard-error"));
    if (!std::isfinite(t.weight) || t.weight < 0)
      return fail(s("earnings.bad-weight"), {{s("test"), t.test}});
    if (!seen.emplace(t.test, t.category, t.period).second)
      return fail(s("earnings.test-twice"), {{s("test"), t.test}});
  }
  return {};
}

// Tests summed up by the precision of each.
class LiftSum {
 public:
  void add(const TestLift& t, double shrunk) {
    const double precision = 1 / (t.standardError * t.standardError);
    ++m_tests, m_weight += t.weight, m_precision += precision;
    m_raw += precision * t.estimate, m_shrunk += precision * shrunk;
  }
  LiftRow row(const QString& name) const {
    LiftRow out{name, m_tests, m_weight};
    if (m_tests == 0)
      return out;
    const double reach = kNormal90 / std::sqrt(m_precision);
    out.lift = m_raw / m_precision, out.shrunk = m_shrunk / m_precision;
    out.low = out.lift - reach, out.high = out.lift + reach;
    return out;
  }

 private:
  int m_tests = 0;
  double m_weight = 0, m_precision = 0, m_raw = 0, m_shrunk = 0;
};

std::vector<LiftRow> rowsOf(std::span<const TestLift> tests, std::span<const double> shrunk, QString TestLift::* name) {
  std::map<QString, LiftSum> sums;
  for (std::size_t i = 0; i < tests.size(); ++i)
    sums[tests[i].*name].add(tests[i], shrunk[i]);
  std::vector<LiftRow> out;
  for (const auto& [key, sum] : sums)
    out.push_back(sum.row(key));
  return out;
}

} // namespace

Result<LiftTable> liftTable(std::span<const TestLift> tests) {
  PW_CHECK(checkTests(tests));
  LiftTable out;
  if (tests.empty())
    return out;
  std::vector<double> shrunk, errors, variance, onMean(tests.size(), 0.0);
  for (const TestLift& t : tests) {
    shrunk.push_back(t.estimate), errors.push_back(t.standardError);
    variance.push_back(t.standardError * t.standardError);
  }
  double meanError = 0;
  if (tests.size() > 1) {
    PW_TRY(const Shrinkage fit, shrinkNormal(std::vector<double>(shrunk), errors));
    for (std::size_t i = 0; i < tests.size(); ++i)
      onMean[i] = variance[i] / (variance[i] + fit.tau2);
    shrunk = fit.shrunk, variance = fit.shrunkVariance;
    out.spread = std::sqrt(fit.tau2), meanError = fit.meanStandardError;
  }
  LiftSum all;
  // What leans on the mean is wrong together, as is how far all are drawn to it: both were learnt (Morris 1983).
  double doubt = 0, leaning = 0, drawn = 0;
  for (std::size_t i = 0; i < tests.size(); ++i) {
    all.add(tests[i], shrunk[i]);
    if (!tests[i].rolledOut)
      continue;
    ++out.rolledOut;
    out.rolledOutRaw += tests[i].weight * tests[i].estimate, out.rolledOutShrunk += tests[i].weight * shrunk[i];
    doubt += tests[i].weight * tests[i].weight * variance[i], leaning += tests[i].weight * onMean[i];
    drawn += tests[i].weight * (tests[i].estimate - shrunk[i]);
  }
  const double spreadDoubt = 2 / std::max(1.0, double(tests.size()) - 3);
  const double reach =
      kNormal90 * std::sqrt(doubt + leaning * leaning * meanError * meanError + drawn * drawn * spreadDoubt);
  out.rolledOutShrunkLow = out.rolledOutShrunk - reach, out.rolledOutShrunkHigh = out.rolledOutShrunk + reach;
  out.total = all.row({});
  out.byTest = rowsOf(tests, shrunk, &TestLift::test);
  out.byCategory = rowsOf(tests, shrunk, &TestLift::category);
  out.byPeriod = rowsOf(tests, shrunk, &TestLift::period);
  return out;
}

} // namespace pricewright
