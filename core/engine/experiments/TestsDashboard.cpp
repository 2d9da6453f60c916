// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/experiments/TestsDashboard.h"

#include "base/Words.h"
#include "engine/OneMoment.h"
#include "engine/experiments/DecidedInTime.h"
#include "statistics/Distributions.h"

#include <algorithm>
#include <cmath>

namespace pricewright {
namespace {

constexpr int kMostTestWeeks = 52, kYearDays = 364;

bool hasEnded(const TestLine& line, const ExperimentRow& row) {
  return row.endedAt.has_value() || line.state == TestState::Decided || line.state == TestState::RollingOut;
}

// When a test left the tests under way: its end, or the day on which it was decided.
Instant endOf(const ExperimentRow& row) { return row.endedAt.value_or(row.stateSince); }

QString quarterOf(Instant at) {
  const std::chrono::year_month_day day{dayOf(at)};
  return s("%1-Q%2").arg(int(day.year())).arg((unsigned(day.month()) + 2) / 3);
}

TestLine testLineOf(const ExperimentCard& card, Instant now) {
  const ExperimentRow& row = card.row;
  TestLine line{row.id, row.plan.name, card.categories.join(s(", "))};
  line.design = row.plan.design, line.state = row.state, line.verdict = row.verdict, line.reason = row.reason;
  line.metric = row.plan.metric, line.level = 1 - row.plan.alphaBp / 10'000.0;
  line.units = card.unitsControl + card.unitsTreatment, line.day = card.day, line.days = card.days;
  for (const ExperimentLook& look : card.looks) {
    if (look.reading.figures.empty())
      continue;
    line.figure.reset();
    if (look.reading.figures.front().isRelative())
      line.figure = look.reading.figures.front();
    line.weekly = look.reading.weekly, line.weeklyLow = look.reading.weeklyLow;
    line.weeklyHigh = look.reading.weeklyHigh;
  }
  line.decidedOn = decidedOnDay(card.looks);
  const bool ended = hasEnded(line, row);
  line.period = quarterOf(ended ? endOf(row) : now);
  if (ended)
    line.inTime = decidedInTime(row, card.looks);
  return line;
}

std::optional<double> medianOf(std::vector<double> values) {
  if (values.empty())
    return std::nullopt;
  std::sort(values.begin(), values.end());
  const std::size_t half = values.size() / 2;
  return values.size() % 2 ? values[half] : (values[half - 1] + values[half]) / 2;
}

// The money that one unit of lift is worth a week: what it was found to bring, by what was found.
double worthOf(const TestLine& line) {
  if (!line.weekly || std::abs(line.figure->lift) < 1e-9)
    return 0;
  return std::max(0.0, *line.weekly / line.figure->lift);
}

std::optional<TestLift> testLiftOf(const TestLine& line) {
  const double z = normalQuantile(0.5 + line.level / 2);
  const double error = (line.figure->high - line.figure->low) / (2 * z);
  if (!(error > 0) || !std::isfinite(error) || !std::isfinite(line.figure->lift))
    return std::nullopt;
  TestLift out{line.id.toString(), line.category, line.period, line.figure->lift, error, worthOf(line)};
  out.rolledOut = line.state == TestState::RolledOut || line.state == TestState::RollingOut;
  out.low = line.figure->low, out.high = line.figure->high;
  return out;
}

struct Span {
  Instant from{}, until{};
  bool holds(Instant at) const { return at >= from && at < until; }
};

class TestsReader {
 public:
  TestsReader(const ExperimentBoard& board, const TestsWish& wish) : m_board(board) {
    m_out.wish = wish;
    const Day today = dayOf(board.now);
    const std::chrono::year_month_day date{today};
    const Day newYear{date.year() / std::chrono::January / 1};
    const int length = wish.weeks > 0 ? 7 * wish.weeks : int((today - newYear).count()) + 1;
    const int back = wish.againstLastYear ? kYearDays : length;
    m_now = {startOf(today - std::chrono::days(length - 1)), startOf(today + std::chrono::days(1))};
    m_before = {m_now.from - std::chrono::days(back), m_now.until - std::chrono::days(back)};
    m_out.from = today - std::chrono::days(length - 1), m_out.to = today;
  }

  Result<TestsDashboard> read() {
    for (const ExperimentCard& card : m_board.cards)
      take(card);
    m_out.inTime = shareOf(m_inTime[0], m_ended[0]), m_out.inTimeBefore = shareOf(m_inTime[1], m_ended[1]);
    m_out.decided = int(m_daysToDecision.size());
    m_out.daysToDecision = medianOf(std::move(m_daysToDecision)), m_out.daysPlanned = medianOf(std::move(m_planned));
    PW_TRY(m_out.lifts, liftTable(m_lifts[0]));
    if (!m_lifts[1].empty()) {
      PW_TRY(const LiftTable earlier, liftTable(m_lifts[1]));
      m_out.before = earlier.total;
    }
    return std::move(m_out);
  }

 private:
  void take(const ExperimentCard& card) {
    if (card.row.state == TestState::Removed)
      return;
    if (!m_out.currency.isValid())
      m_out.currency = card.currency;
    TestLine line = testLineOf(card, m_board.now);
    if (hasEnded(line, card.row)) {
      const Instant end = endOf(card.row);
      line.counted = m_now.holds(end);
      if (line.counted)
        count(line, 0);
      else if (m_before.holds(end))
        count(line, 1);
    }
    m_out.tests.push_back(std::move(line));
  }

  void count(const TestLine& line, std::size_t side) {
    ++m_ended[side];
    m_inTime[side] += line.inTime.value_or(false) ? 1 : 0;
    if (side == 0 && line.decidedOn) {
      m_daysToDecision.push_back(*line.decidedOn);
      m_planned.push_back(line.days);
    }
    const std::optional<TestLift> lift = line.figure ? testLiftOf(line) : std::nullopt;
    if (lift && line.metric == TestMetric::Profit)
      m_lifts[side].push_back(*lift);
    else if (side == 0)
      ++(lift ? m_out.otherMetric : m_out.untold);
  }

  const ExperimentBoard& m_board;
  TestsDashboard m_out;
  Span m_now, m_before;
  std::array<int, 2> m_ended{}, m_inTime{}; // of the period, and of the one before
  std::array<std::vector<TestLift>, 2> m_lifts;
  std::vector<double> m_daysToDecision, m_planned;
};

} // namespace

Result<TestsDashboard> testsDashboard(const ExperimentBoard& board, const TestsWish& wish) {
  if (wish.weeks < 0 || wish.weeks > kMostTestWeeks)
    return fail(s("earnings.bad-weeks"), {{s("weeks"), QString::number(wish.weeks)}});
  return TestsReader(board, wish).read();
}

Result<std::shared_ptr<const TestsDashboard>> testsDashboard(Workspace& workspace, const TestsWish& wish) {
  using Made = Result<std::shared_ptr<const TestsDashboard>>;
  return ofOneMoment(workspace.database(), [&]() -> Made {
    PW_TRY(const ExperimentBoard board, experimentBoard(workspace));
    PW_TRY(TestsDashboard made, testsDashboard(board, wish));
    if (!made.currency.isValid()) {
      PW_TRY(const Catalog catalog, workspace.catalog().load());
      made.currency = catalog.currency;
    }
    return std::make_shared<const TestsDashboard>(std::move(made));
  });
}

} // namespace pricewright
