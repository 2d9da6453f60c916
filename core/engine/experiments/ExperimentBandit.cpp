// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/experiments/ExperimentBandit.h"

#include "base/Words.h"
#include "engine/experiments/ExperimentIntake.h"
#include "engine/experiments/ExperimentWhales.h"
#include "experiments/events/SipHash.h"

#include <QJsonArray>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <numeric>

namespace pricewright {
namespace {

using namespace experimentfiles;
using BanditFault = ExperimentFile::Fault;

constexpr double kUnknownChance = -1;
constexpr double kChancesOff = 0.005; // probabilities are written rounded

// "0.25" or "0,25": more digits than money has.
double probabilityOf(std::string_view cell) {
  std::string text(trimmed(cell));
  std::replace(text.begin(), text.end(), ',', '.');
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool good = error == std::errc() && end == text.data() + text.size() && value > 0 && value <= 1;
  return good ? value : kUnknownChance;
}

struct BanditRow {
  std::int64_t atMs = 0;
  std::size_t arm = 0;
  double probability = 0, reward = 0;
  std::vector<double> others; // the columns that may be an arm's own
  qint64 line = 0;            // of the file
  std::optional<std::uint64_t> unit;
};

class BanditReader {
 public:
  explicit BanditReader(const BanditFileWish& wish) : m_wish(wish) {}

  Status read(BanditFileAnswer& out, const JobContext& job) {
    PW_TRY(ExperimentFile file, ExperimentFile::open(m_wish.path, m_wish.named, job, m_wish.written));
    PW_CHECK(place(file));
    PW_CHECK(file.eachRow([&](const CsvRow& row) { return take(file, row); }, job));
    if (m_tooMany)
      return *m_tooMany;
    std::vector<std::size_t> armAt;
    out.arms = m_arms.sorted(armAt), out.rows = file.rows(), out.bad = file.bad();
    for (BanditRow& row : m_rows)
      row.arm = armAt[row.arm];
    std::stable_sort(m_rows.begin(), m_rows.end(),
                     [](const BanditRow& a, const BanditRow& b) { return a.atMs < b.atMs; });
    out.repeated = dropRepeats();
    return out.arms.size() < 2 ? Status(fail(s("experiment.one-arm"))) : Status();
  }
  [[nodiscard]] const std::vector<BanditRow>& rows() const { return m_rows; }

  // Each row's probability of each arm.
  [[nodiscard]] Result<std::vector<double>> chances(const QStringList& arms) const {
    std::vector<std::size_t> column;
    for (const QString& arm : arms)
      for (std::size_t i = 0; i < m_at.size(); ++i)
        if (m_ofArm[qsizetype(i)] == arm)
          column.push_back(i);
    const auto count = std::size_t(arms.size());
    std::vector<double> out(m_rows.size() * count, kUnknownChance);
    if (column.size() == count)
      for (std::size_t i = 0; i < m_rows.size(); ++i)
        for (std::size_t arm = 0; arm < count; ++arm)
          out[i * count + arm] = m_rows[i].others[column[arm]];
    else if (count == 2 && m_probability)
      byTheOther(out);
    else
      byRounds(count, out);
    return scaled(count, std::move(out));
  }

 private:
  Status place(ExperimentFile& file) {
    PW_TRY(m_arm, file.need(ExperimentColumn::Arm));
    PW_TRY(m_reward, file.needNamed(m_wish.reward));
    m_unit = file.find(ExperimentColumn::Unit), m_time = file.find(ExperimentColumn::Time);
    if (m_time) {
      PW_CHECK(file.learnTimes(*m_time));
    }
    static const QStringList kNames{s("probability"), s("propensity"), s("prob"), s("pscore"), s("p")};
    for (qsizetype i = 0; i < file.header().size(); ++i)
      for (const QString& name : kNames)
        if (file.header()[i].startsWith(name + u'_', Qt::CaseInsensitive)) {
          m_ofArm << file.header()[i].mid(name.size() + 1), m_at.push_back(std::size_t(i));
          break;
        }
    if (!m_wish.probability.isEmpty()) {
      PW_TRY(m_probability, file.needNamed(m_wish.probability));
      return {};
    }
    for (const QString& name : kNames)
      for (qsizetype i = 0; !m_probability && i < file.header().size(); ++i)
        if (file.header()[i].compare(name, Qt::CaseInsensitive) == 0)
          m_probability = std::size_t(i);
    return m_probability || !m_at.empty() ? Status() : Status(file.needNamed(s("probability")).error());
  }
  BanditFault take(const ExperimentFile& file, const CsvRow& cells) {
    if (trimmed(cells.cells[m_arm]).empty())
      return {kMissing, m_arm};
    BanditRow row;
    if (m_time) {
      const ExperimentFile::Time at = file.timeAt(cells.cells[*m_time]);
      if (at.code != nullptr)
        return {at.code, *m_time};
      row.atMs = at.ms;
    }
    const ExperimentFile::Number reward = file.numberAt(cells.cells[m_reward], m_reward);
    if (reward.code != nullptr)
      return {reward.code, m_reward};
    row.reward = double(reward.micro) / 1e6;
    if (m_probability) {
      row.probability = probabilityOf(cells.cells[*m_probability]);
      if (row.probability == kUnknownChance)
        return {"experiment.bad-share", *m_probability};
    }
    for (const std::size_t at : m_at)
      row.others.push_back(probabilityOf(cells.cells[at]));
    const auto arm = m_arms.put(trimmed(cells.cells[m_arm]), kMostArms);
    if (!arm) {
      m_tooMany = arm.error();
      return {};
    }
    row.arm = *arm, row.line = cells.line;
    if (m_unit && !trimmed(cells.cells[*m_unit]).empty())
      row.unit = nameNumber(trimmed(cells.cells[*m_unit]));
    m_rows.push_back(std::move(row));
    return {};
  }
  // Of each unit the first in time stays.
  qint64 dropRepeats() {
    NumberTable seen;
    std::vector<BanditRow> kept;
    for (BanditRow& row : m_rows) {
      const auto fresh = static_cast<std::uint32_t>(seen.size());
      if (!row.unit || seen.put(*row.unit, fresh) == fresh)
        kept.push_back(std::move(row));
    }
    const auto dropped = qint64(m_rows.size() - kept.size());
    m_rows = std::move(kept);
    return dropped;
  }
  // Of two arms the other has what the one leaves, row by row.
  void byTheOther(std::vector<double>& out) const {
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
      out[2 * i + m_rows[i].arm] = m_rows[i].probability;
      out[2 * i + 1 - m_rows[i].arm] = 1 - m_rows[i].probability;
    }
  }
  // Whether this row may be of the round, by what its arms had where they came first. It is added then.
  static bool joins(const BanditRow& row, std::vector<double>& round) {
    double& known = round[row.arm];
    if (known != kUnknownChance)
      return std::abs(known - row.probability) <= kChancesOff / 10;
    double sum = row.probability;
    for (const double chance : round)
      sum += std::max(chance, 0.0);
    const bool all = std::count(round.begin(), round.end(), kUnknownChance) == 1;
    if (sum > 1 + kChancesOff || (all && sum < 1 - kChancesOff))
      return false;
    known = row.probability;
    return true;
  }
  // A round ends where an arm comes with another probability than it had, or than all of one round can have.
  void byRounds(std::size_t arms, std::vector<double>& out) const {
    for (std::size_t from = 0; from < m_rows.size();) {
      std::vector<double> round(arms, kUnknownChance);
      std::size_t to = from;
      while (to < m_rows.size() && joins(m_rows[to], round))
        ++to;
      completeOne(round);
      for (std::size_t i = from; i < to; ++i)
        for (std::size_t arm = 0; arm < arms; ++arm)
          out[i * arms + arm] = round[arm];
      from = to;
    }
  }
  // The only one that was never drawn in a round had what the others leave.
  static void completeOne(std::vector<double>& round) {
    if (std::count(round.begin(), round.end(), kUnknownChance) != 1)
      return;
    const double rest = 1 - (std::accumulate(round.begin(), round.end(), 0.0) - kUnknownChance);
    if (rest > 0)
      *std::find(round.begin(), round.end(), kUnknownChance) = rest;
  }
  // To sums of exactly 1.
  [[nodiscard]] Result<std::vector<double>> scaled(std::size_t arms, std::vector<double> out) const {
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
      const std::span<double> row = std::span(out).subspan(i * arms, arms);
      const double sum = std::accumulate(row.begin(), row.end(), 0.0);
      const bool told = std::none_of(row.begin(), row.end(), [](double p) { return p <= 0; });
      const bool same = !m_probability || std::abs(row[m_rows[i].arm] - m_rows[i].probability) <= kChancesOff;
      if (!told || !same || std::abs(sum - 1) > kChancesOff)
        return fail(s("experiment.unknown-probabilities"), {{s("row"), QString::number(m_rows[i].line)}});
      for (double& chance : row)
        chance /= sum;
    }
    return out;
  }

  const BanditFileWish& m_wish;
  std::size_t m_arm = 0, m_reward = 0;
  std::optional<std::size_t> m_unit, m_time, m_probability;
  QStringList m_ofArm;           // whose probability the column of the same place in m_at would be
  std::vector<std::size_t> m_at; // columns
  NameList m_arms;
  std::vector<BanditRow> m_rows;
  std::optional<Error> m_tooMany;
};

Status settleControl(const BanditFileWish& wish, BanditFileAnswer& out) {
  const auto unknown = [&](const QString& arm) {
    return fail(s("experiment.unknown-arm"), {{s("arm"), arm}, {s("found"), out.arms.join(s(", "))}});
  };
  if (!wish.control.isEmpty() && !out.arms.contains(wish.control))
    return unknown(wish.control);
  for (auto it = wish.worth.begin(); it != wish.worth.end(); ++it)
    if (!out.arms.contains(it.key()))
      return unknown(it.key());
  out.controlGuessed = wish.control.isEmpty();
  out.control = std::size_t(
      std::max<qsizetype>(0, out.controlGuessed ? likelyControl(out.arms) : out.arms.indexOf(wish.control)));
  return {};
}

} // namespace

qsizetype likelyControl(const QStringList& arms) {
  static const QStringList kControls{s("control"), s("a"),        s("0"),          s("baseline"),   s("default"),
                                     s("none"),    s("off"),      s("old"),        s("original"),   s("current"),
                                     s("today"),   s("base"),     s("status quo"), s("status_quo"), s("reference"),
                                     s("alt"),     s("kontrolle")};
  for (qsizetype i = 0; i < arms.size(); ++i)
    if (kControls.contains(arms[i].toLower()) || arms[i].toLower().startsWith(u"no "))
      return i;
  return -1;
}

Result<BanditFileAnswer> analyzeBanditFile(const BanditFileWish& wish, const JobContext& job) {
  BanditFileAnswer out;
  BanditReader reader(wish);
  PW_CHECK(reader.read(out, job));
  PW_CHECK(settleControl(wish, out));
  const std::vector<BanditRow>& rows = reader.rows();
  PW_TRY(const std::vector<double> chances, reader.chances(out.arms));
  const auto arms = std::size_t(out.arms.size());
  const auto worthOf = [&](std::size_t arm) { return wish.worth.value(out.arms[qsizetype(arm)], 1); };
  out.areShares =
      std::all_of(rows.begin(), rows.end(), [](const BanditRow& r) { return r.reward == 0 || r.reward == 1; });
  std::vector<BanditStep> steps;
  std::vector<UnitMoments> moments(arms);
  LargestUnits largest;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const BanditRow& row = rows[i];
    steps.push_back({row.arm, chances[i * arms + row.arm], row.reward * worthOf(row.arm)});
    PW_CHECK(moments[row.arm].add(std::span(&row.reward, 1)));
    largest.add(0, row.arm, row.reward);
  }
  out.whales = largest.whales();
  std::vector<ArmEvidence> evidence;
  for (std::size_t arm = 0; arm < arms; ++arm)
    evidence.push_back(
        {moments[arm].units(), moments[arm].mean(0), moments[arm].variance(0), out.areShares, worthOf(arm)});
  PW_TRY(out.next, nextAllocation(evidence, wish.rule));
  PW_TRY(out.estimates, adaptiveEstimates(steps, chances, arms, out.control, wish.alpha, wish.tunedAt));
  return out;
}

QStringList banditNotes(const BanditFileAnswer& answer) {
  QStringList notes;
  constexpr double kNotAsLogged = 0.001;
  if (answer.estimates.drawsP < kNotAsLogged)
    notes << s("draws-not-as-logged");
  if (answer.controlGuessed)
    notes << s("control-guessed");
  if (answer.next.burningIn)
    notes << s("burning-in");
  if (answer.repeated > 0)
    notes << s("units-repeat");
  return notes;
}

std::vector<Error> banditRemarks(const BanditFileAnswer& answer, const BanditFileWish& wish) {
  std::vector<Error> out;
  if (answer.bad.count > 0 && !answer.bad.first.empty())
    out.push_back(rowsLeftOut(answer.bad, wish.path));
  for (const ExperimentReport::Whale& whale : answer.whales)
    out.push_back(
        fail(s("experiment.one-reward-decides"), {{s("arm"), answer.arms.value(qsizetype(whale.arm))},
                                                  {s("value"), QString::number(whale.largest, 'g', 6)},
                                                  {s("percent"), QString::number(100 * whale.share, 'f', 0)}}));
  return out;
}

QJsonObject banditJson(const BanditFileAnswer& a, const BanditFileWish& wish) {
  QJsonArray arms, lifts, remarks;
  for (const Error& remark : banditRemarks(a, wish)) {
    QJsonObject arguments;
    for (auto it = remark.arguments.begin(); it != remark.arguments.end(); ++it)
      arguments.insert(it.key(), it.value());
    remarks.append(QJsonObject{{"code", remark.code}, {"arguments", arguments}});
  }
  for (std::size_t i = 0; i < std::size_t(a.arms.size()); ++i) {
    const ArmEstimate& e = a.estimates.arms[i];
    arms << QJsonObject{{"arm", a.arms[qsizetype(i)]},
                        {"steps", e.steps},
                        {"plain_mean", e.plainMean},
                        {"weighted", e.weighted},
                        {"value", e.robust},
                        {"standard_error", e.standardError},
                        {"low", e.low},
                        {"high", e.high},
                        {"chance_of_best", a.next.chances[i]},
                        {"next_share", a.next.shares[i]}};
    if (i == a.control)
      continue;
    const ArmEstimate& lift = a.estimates.lifts[i];
    const WatchedLift& w = a.estimates.watched[i];
    lifts << QJsonObject{{"arm", a.arms[qsizetype(i)]},
                         {"value", lift.robust},
                         {"standard_error", lift.standardError},
                         {"low", lift.low},
                         {"high", lift.high},
                         {"anytime", QJsonObject{{"value", w.value},
                                                 {"low", w.test.low},
                                                 {"high", w.test.high},
                                                 {"p", w.test.p},
                                                 {"decided", w.test.decided()}}}};
  }
  return {{"control", a.arms.value(qsizetype(a.control))},
          {"reward", s(a.areShares ? "share" : "mean")},
          {"rows", a.rows},
          {"repeated", a.repeated},
          {"bad_rows", a.bad.count},
          {"draws_p", a.estimates.drawsP},
          {"burning_in", a.next.burningIn},
          {"floor", wish.rule.floor},
          {"burn_in", wish.rule.burnIn},
          {"alpha", wish.alpha},
          {"arms", arms},
          {"lifts", lifts},
          {"notes", QJsonArray::fromStringList(banditNotes(a))},
          {"remarks", remarks}};
}

} // namespace pricewright
