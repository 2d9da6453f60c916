// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "experiments/designs/DesignStudy.h"

#include "base/Parallel.h"
#include "base/Words.h"
#include "experiments/ProportionTest.h"

#include <atomic>
#include <cmath>
#include <mutex>

namespace pricewright {
namespace {

constexpr double kMostAbsent = 0.2;

struct SplitOutcome {
  bool found = false, foundRight = false, atEnd = false, robustAtEnd = false;
  bool coveredEnd = false, coveredAlways = false, robustCovered = false;
  double truth = 0, estimate = 0, periods = 0;
};

bool mostlyThere(const Panel& panel, std::size_t cluster, std::size_t from, std::size_t to) {
  std::size_t absent = 0;
  for (std::size_t t = from; t < to; ++t) {
    absent += panel.has(cluster, t) ? 0 : 1;
  }
  return double(absent) <= kMostAbsent * double(to - from);
}

Result<Stretch> stretchOf(const Panel& history, const StudyWish& wish, Random& random) {
  const std::size_t length = wish.before + wish.tested;
  const std::size_t room = history.periods() - length + 1;
  const std::size_t from = std::min(room - 1, std::size_t(random.uniform() * double(room)));
  PW_TRY(const Panel whole, history.window(from, wish.before, wish.tested));
  std::vector<std::size_t> kept;
  std::vector<double> values;
  for (std::size_t c = 0; c < whole.clusters(); ++c) {
    if (mostlyThere(whole, c, 0, wish.before) && mostlyThere(whole, c, wish.before, length)) {
      kept.push_back(c);
      for (std::size_t t = 0; t < length; ++t) {
        values.push_back(whole.at(c, t));
      }
    }
  }
  PW_TRY(Panel panel, Panel::of(kept.size(), length, wish.before, std::move(values)));
  return Stretch{std::move(panel), from, std::move(kept)};
}

Result<SplitOutcome> runSplit(const Panel& history, const StudyWish& wish, const Inject& inject, std::uint64_t seed) {
  Random random(seed);
  PW_TRY(const Stretch stretch, stretchOf(history, wish, random));
  PW_TRY(const ClusterDesign design, designFor(stretch.panel, wish));
  const Draw draw = drawAssignment(design, random);
  PW_TRY(const Injected injected, inject(stretch, design, draw));
  PW_TRY(const DesignScores scores, DesignScores::of(injected.panel, design, draw, wish.plan.model));
  std::vector<std::size_t> looks;
  std::vector<double> fraction;
  for (std::size_t t = wish.lookEvery; t < wish.tested + wish.lookEvery; t += wish.lookEvery) {
    looks.push_back(std::min(t, wish.tested));
    fraction.push_back(double(looks.back()) / double(wish.tested));
  }
  PW_TRY(const RedrawTest test, RedrawTest::of(scores, design, draw, looks, fraction, wish.plan.spending,
                                               {wish.plan.reference.redraws, random.next()}));
  const EffectScale scale = wish.plan.model.scale;
  const std::size_t last = looks.size() - 1;
  SplitOutcome out;
  const RedrawTest::Walk none = test.walk(0, wish.plan.alpha, last);
  out.truth = injected.truth, out.estimate = effectOf(scale, test.estimate(last));
  out.found = none.crossedAt.has_value();
  out.periods = double(looks[none.crossedAt.value_or(last)]);
  if (none.crossedAt) {
    const double direction = test.statistic(*none.crossedAt, 0);
    out.foundRight = out.truth == 0 || (direction > 0) == (out.truth > 0);
  }
  out.atEnd = test.pAlone(last, 0) <= wish.plan.alpha;
  const RedrawTest::Walk truth = test.walk(parameterOf(scale, out.truth), wish.plan.alpha, last);
  out.coveredEnd = !truth.beyond[last], out.coveredAlways = !truth.crossedAt;
  if (!wish.robust) {
    return out;
  }
  if (const auto robust = scores.robust(wish.tested, wish.plan.alpha)) {
    out.robustAtEnd = robust->low > 0 || robust->high < 0;
    out.robustCovered = robust->low <= out.truth && out.truth <= robust->high;
  }
  return out;
}

ShareRange shareOf(const std::vector<SplitOutcome>& all, bool SplitOutcome::* what) {
  double hits = 0;
  for (const SplitOutcome& one : all) {
    hits += one.*what ? 1 : 0;
  }
  const double n = double(all.size());
  const auto range = wilsonInterval({n, hits}, 0.05);
  return {hits / n, range ? range->low : 0, range ? range->high : 1};
}

StudyResult summed(const std::vector<SplitOutcome>& all) {
  StudyResult r;
  r.splits = all.size();
  r.found = shareOf(all, &SplitOutcome::found), r.foundRight = shareOf(all, &SplitOutcome::foundRight);
  r.atEnd = shareOf(all, &SplitOutcome::atEnd), r.robustAtEnd = shareOf(all, &SplitOutcome::robustAtEnd);
  r.coveredEnd = shareOf(all, &SplitOutcome::coveredEnd);
  r.coveredAlways = shareOf(all, &SplitOutcome::coveredAlways);
  r.robustCovered = shareOf(all, &SplitOutcome::robustCovered);
  const double n = double(all.size());
  for (const SplitOutcome& one : all) {
    r.truth += one.truth / n, r.meanEstimate += one.estimate / n, r.periodsToDecision += one.periods / n;
    r.bias += (one.estimate - one.truth) / n;
  }
  for (const SplitOutcome& one : all) {
    const double off = one.estimate - one.truth - r.bias;
    r.deviation += off * off / n;
  }
  r.deviation = std::sqrt(r.deviation);
  return r;
}

} // namespace

Inject constantEffect(EffectScale scale, double effect) {
  return [=](const Stretch& stretch, const ClusterDesign& design, const Draw& draw) -> Result<Injected> {
    const Panel& was = stretch.panel;
    std::vector<double> values;
    for (std::size_t c = 0; c < was.clusters(); ++c) {
      for (std::size_t t = 0; t < was.periods(); ++t) {
        const auto unit = t < was.before() ? std::nullopt : design.priceUnitAt(c, t - was.before());
        const bool treated = unit && draw[*unit] == 1;
        const double y = was.at(c, t);
        values.push_back(!treated ? y : scale == EffectScale::Absolute ? y + effect : y * (1 + effect));
      }
    }
    PW_TRY(Panel panel, Panel::of(was.clusters(), was.periods(), was.before(), std::move(values)));
    return Injected{std::move(panel), effect};
  };
}

Result<ClusterDesign> designFor(const Panel& stretch, const StudyWish& wish) {
  switch (wish.kind) {
  case DesignKind::Pairs:
    return matchedPairs(stretch);
  case DesignKind::Switchback: {
    SwitchbackWish blocks = wish.switchback;
    blocks.periods = wish.tested;
    return switchbackDesign(stretch.clusters(), blocks);
  }
  case DesignKind::Clusters:
    break;
  }
  return wish.strata > 0 ? stratifiedDesign(stretch, wish.strata)
                         : completeDesign(stretch.clusters(), stretch.clusters() / 2);
}

Result<StudyResult> studyDesign(const Panel& history, const StudyWish& wish, const Inject& inject,
                                const JobContext& job) {
  const auto bad = [](const char* what) { return fail(s("experiment.bad-setting"), {{s("setting"), s(what)}}); };
  if (wish.splits < 1 || wish.splits > 1'000'000) {
    return bad("splits");
  }
  if (wish.lookEvery < 1 || wish.tested < 1 || wish.before < 1) {
    return bad("periods");
  }
  if (wish.before + wish.tested > history.periods()) {
    return fail(s("experiment.short-history"), {{s("periods"), QString::number(history.periods())},
                                                {s("needed"), QString::number(wish.before + wish.tested)}});
  }
  std::vector<SplitOutcome> all(wish.splits);
  std::vector<std::optional<Error>> failed(wish.splits);
  const bool done = parallelFor(wish.splits, 8, job, [&](std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
      const std::string name = std::to_string(i);
      Result<SplitOutcome> one = runSplit(history, wish, inject, Random::seedFrom(wish.seed, name));
      if (one) {
        all[i] = *one;
      } else {
        failed[i] = one.error();
      }
    }
  });
  if (!done) {
    return fail(s("engine.cancelled"));
  }
  for (const std::optional<Error>& error : failed) {
    if (error) {
      return *error;
    }
  }
  return summed(all);
}

Result<double> detectableEffect(const Panel& history, const StudyWish& wish, double power, const JobContext& job) {
  if (!(power > wish.plan.alpha && power < 1)) {
    return fail(s("experiment.bad-level"));
  }
  const auto reached = [&](double effect) -> Result<bool> {
    PW_TRY(const StudyResult result, studyDesign(history, wish, constantEffect(wish.plan.model.scale, effect), job));
    return result.foundRight.share >= power;
  };
  double low = 0, high = 0.05;
  for (;; high *= 2) {
    PW_TRY(const bool enough, reached(std::min(high, kMostEffect)));
    if (enough) {
      break;
    }
    if (high >= kMostEffect) {
      return fail(s("experiment.out-of-reach"));
    }
    low = high;
  }
  high = std::min(high, kMostEffect);
  while (high - low > high / 20 && high > 1e-4) {
    const double middle = (low + high) / 2;
    PW_TRY(const bool enough, reached(middle));
    (enough ? high : low) = middle;
  }
  return high;
}

} // namespace pricewright
