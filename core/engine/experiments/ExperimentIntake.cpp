// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/experiments/ExperimentIntake.h"

#include "base/Words.h"
#include "experiments/events/SipHash.h"

#include <algorithm>

namespace pricewright::experimentfiles {
namespace {

using Fault = ExperimentFile::Fault;
using Column = ExperimentColumn;

constexpr std::size_t kMostStreams = 200;

bool isOneOf(std::string_view name, const char* names) {
  const QString wanted = QString::fromUtf8(name.data(), qsizetype(name.size())).toLower();
  return s(names).split(u' ').contains(wanted);
}

} // namespace

void tellFile(const ExperimentFile& file, std::initializer_list<ExperimentColumn> used, ExperimentReport& report) {
  ExperimentReport::FileNotes notes{file.path(), file.rows(), file.bad(), {}};
  for (const ExperimentColumn column : used)
    if (const auto at = file.find(column))
      notes.columns.insert(experimentColumnName(column), file.header().value(qsizetype(*at)));
  report.files.push_back(std::move(notes));
}

Result<std::size_t> NameList::put(std::string_view name, std::size_t most) {
  if (const auto known = m_names.find(name); known != m_names.end())
    return known->second;
  if (m_names.size() >= most)
    return fail(s("experiment.too-many-names"), {{s("most"), QString::number(most)},
                                                 {s("name"), QString::fromUtf8(name.data(), qsizetype(name.size()))}});
  return m_names.emplace(std::string(name), m_names.size()).first->second;
}

QStringList NameList::sorted(std::vector<std::size_t>& place) const {
  QStringList out;
  place.resize(m_names.size());
  for (const auto& [name, number] : m_names) {
    place[number] = std::size_t(out.size());
    out << QString::fromStdString(name);
  }
  return out;
}

Result<Exposures> readExposures(const ExperimentRequest& request, ExperimentReport& report, const JobContext& job) {
  PW_TRY(ExperimentFile file, ExperimentFile::open(request.exposures, request.named, job));
  PW_TRY(const std::size_t unit, file.need(Column::Unit));
  PW_TRY(const std::size_t arm, file.need(Column::Arm));
  const auto time = file.find(Column::Time), cluster = file.find(Column::Cluster);
  const auto segment = request.named.contains(Column::Segment) ? file.find(Column::Segment) : std::nullopt;
  if (!time && (request.windowDays > 0 || request.preDays > 0)) {
    PW_CHECK(file.need(Column::Time));
  }
  if (time) {
    PW_CHECK(file.learnTimes(*time));
  }
  const bool byCluster = request.design == ExperimentDesign::Cluster;
  if (byCluster) {
    PW_CHECK(file.need(Column::Cluster));
  }
  Exposures out;
  out.hasTimes = time.has_value();
  NameList arms, groups, clusters;
  std::optional<Error> tooMany;
  const auto number = [&](NameList& names, std::string_view cell, std::size_t most) -> std::size_t {
    const auto at = names.put(trimmed(cell), most);
    if (!at)
      tooMany = at.error();
    return at ? *at : 0;
  };
  PW_CHECK(file.eachRow(
      [&](const CsvRow& row) -> Fault {
        if (trimmed(row.cells[unit]).empty())
          return {kMissing, unit};
        if (trimmed(row.cells[arm]).empty())
          return {kMissing, arm};
        Exposure e{nameNumber(trimmed(row.cells[unit])), kEarliestMs, 0, 0, 0};
        if (time) {
          const ExperimentFile::Time at = file.timeAt(row.cells[*time]);
          if (at.code != nullptr)
            return {at.code, *time};
          e.atMs = at.ms;
        }
        e.arm = static_cast<std::uint16_t>(number(arms, row.cells[arm], kMostEventArms));
        if (segment)
          e.group = static_cast<std::uint16_t>(number(groups, row.cells[*segment], kMostGroups));
        if (byCluster)
          out.cluster.push_back(static_cast<std::uint32_t>(number(clusters, row.cells[*cluster], kMostClusters)));
        out.rows.push_back(e);
        return {};
      },
      job));
  if (tooMany)
    return *tooMany;
  tellFile(file, {Column::Unit, Column::Arm, Column::Time, Column::Segment, Column::Cluster}, report);
  std::vector<std::size_t> armAt, groupAt, clusterAt;
  out.arms = arms.sorted(armAt), out.groups = groups.sorted(groupAt), out.clusters = clusters.sorted(clusterAt);
  for (Exposure& e : out.rows) {
    e.arm = static_cast<std::uint16_t>(armAt[e.arm]);
    e.group = segment ? static_cast<std::uint16_t>(groupAt[e.group]) : std::uint16_t(0);
  }
  for (std::uint32_t& c : out.cluster)
    c = static_cast<std::uint32_t>(clusterAt[c]);
  return out;
}

namespace {

// Rows without an id are known by all that stands in them, and by how many of
// their file were the same before them.
class RowIdentities {
 public:
  std::uint64_t of(const CsvRow& row) {
    m_text.clear();
    for (const std::string_view cell : row.cells) {
      const std::string_view text = trimmed(cell);
      m_text.append(std::to_string(text.size())).append(1, ':').append(text);
    }
    const std::uint64_t content = nameNumber(m_text);
    const auto fresh = static_cast<std::uint32_t>(m_times.size());
    const std::uint32_t at = m_rows.put(content, fresh);
    if (at == fresh)
      m_times.push_back(0);
    if (const std::uint32_t before = m_times[at]++; before > 0)
      return nameNumber(m_text.append("#").append(std::to_string(before)));
    return content;
  }

 private:
  NumberTable m_rows;
  std::vector<std::uint32_t> m_times;
  std::string m_text;
};

// The columns of a file of events, and how a row of it becomes an event.
class EventRows {
 public:
  static Result<EventRows> of(ExperimentFile& file, bool needsTime) {
    EventRows out;
    out.m_file = &file;
    PW_TRY(out.m_unit, file.need(Column::Unit));
    out.m_time = file.find(Column::Time), out.m_event = file.find(Column::Event),
    out.m_value = file.find(Column::Value);
    out.m_cost = file.find(Column::Cost), out.m_pieces = file.find(Column::Pieces);
    out.m_order = file.find(Column::Order), out.m_id = file.find(Column::EventId);
    out.m_currency = file.find(Column::Currency);
    if (needsTime) {
      PW_TRY(out.m_time, file.need(Column::Time));
    }
    if (out.m_time) {
      PW_CHECK(file.learnTimes(*out.m_time));
    }
    return out;
  }
  void tell(Streams& out, ExperimentReport& report) const {
    out.hasValue = m_value.has_value(), out.hasCost = m_cost.has_value(), out.hasPieces = m_pieces.has_value();
    out.hasTimes = m_time.has_value();
    report.eventIdentity = s(m_id ? "event-id" : "row-content");
    tellFile(*m_file,
             {Column::Unit, Column::Time, Column::Event, Column::Value, Column::Cost, Column::Pieces, Column::Order,
              Column::EventId, Column::Currency},
             report);
  }
  // `kind`: what stands in the event's column; "" where there is none.
  Fault read(const CsvRow& row, ShopEvent& e, std::string_view& kind, std::string_view& currency) {
    if (trimmed(row.cells[m_unit]).empty())
      return {kMissing, m_unit};
    e.unit = nameNumber(trimmed(row.cells[m_unit]));
    e.atMs = kEarliestMs;
    if (m_time) {
      const ExperimentFile::Time at = m_file->timeAt(row.cells[*m_time]);
      if (at.code != nullptr)
        return {at.code, *m_time};
      e.atMs = at.ms;
    }
    kind = m_event ? trimmed(row.cells[*m_event]) : std::string_view();
    currency = m_currency ? trimmed(row.cells[*m_currency]) : std::string_view();
    if (const Fault fault = readNumbers(row, e); fault.code != nullptr)
      return fault;
    if (m_order && !trimmed(row.cells[*m_order]).empty())
      e.order = nameNumber(trimmed(row.cells[*m_order]));
    e.id = m_id && !trimmed(row.cells[*m_id]).empty() ? nameNumber(trimmed(row.cells[*m_id])) : m_identities.of(row);
    if (isOneOf(kind, "refund refunded chargeback dispute return returned")) {
      e.kind = EventKind::Refund;
      e.amount = -std::abs(e.amount), e.cost = -std::abs(e.cost), e.quantity = -std::abs(e.quantity);
    }
    return {};
  }

 private:
  Fault readNumbers(const CsvRow& row, ShopEvent& e) const {
    const std::pair<std::optional<std::size_t>, std::int64_t*> cells[] = {
        {m_value, &e.amount}, {m_cost, &e.cost}, {m_pieces, &e.quantity}};
    for (const auto& [at, into] : cells) {
      if (!at || trimmed(row.cells[*at]).empty())
        continue; // an event without a value is an event
      const ExperimentFile::Number number = m_file->numberAt(row.cells[*at], *at);
      if (number.code != nullptr)
        return {number.code, *at};
      *into = number.micro;
    }
    return {};
  }
  const ExperimentFile* m_file = nullptr;
  RowIdentities m_identities;
  std::size_t m_unit = 0;
  std::optional<std::size_t> m_time, m_event, m_value, m_cost, m_pieces, m_order, m_id, m_currency;
};

constexpr const char* kOrderWords = "purchase purchases order orders sale sales revenue transaction payment "
                                    "charge "
                                    "capture checkout refund refunded chargeback dispute return returned";

} // namespace

Result<Streams> readEvents(const ExperimentRequest& request, bool exposuresHaveTimes, ExperimentReport& report,
                           const JobContext& job) {
  PW_TRY(ExperimentFile file, ExperimentFile::open(request.events, request.eventsNamed, job));
  PW_TRY(EventRows rows, EventRows::of(file, exposuresHaveTimes));
  Streams out;
  out.names << QString(), out.events.resize(1);
  NameList streams, currencies;
  PW_CHECK(streams.put("", kMostStreams));
  std::optional<Error> tooMany;
  PW_CHECK(file.eachRow(
      [&](const CsvRow& row) -> Fault {
        ShopEvent e;
        std::string_view kind, currency;
        if (const Fault fault = rows.read(row, e, kind, currency); fault.code != nullptr)
          return fault;
        const bool isOrder = kind.empty() || isOneOf(kind, kOrderWords);
        const auto stream = streams.put(isOrder ? std::string_view() : kind, kMostStreams);
        const auto code = currency.empty() ? Result<std::size_t>(0) : currencies.put(currency, 500);
        if (!stream || !code) {
          tooMany = stream ? code.error() : stream.error();
          return {};
        }
        if (*stream == out.events.size())
          out.names << QString::fromUtf8(kind.data(), qsizetype(kind.size())), out.events.emplace_back();
        if (!currency.empty())
          e.currency = static_cast<std::uint16_t>(*code + 1);
        if (!isOrder)
          e.order = 0, ++out.otherEvents; // single events, of which each counts
        out.events[*stream].push_back(e);
        return {};
      },
      job));
  if (tooMany)
    return *tooMany;
  rows.tell(out, report);
  std::vector<std::size_t> place;
  const QStringList sorted = currencies.sorted(place);
  out.currencies << QString();
  for (const std::size_t at : place)
    out.currencies << sorted[qsizetype(at)].toUpper();
  return out;
}

} // namespace pricewright::experimentfiles
