// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/experiments/ExperimentIntake.h"

#include "base/Words.h"
#include "experiments/events/SipHash.h"

#include <algorithm>
#include <map>
#include <utility>

namespace pricewright::experimentfiles {
namespace {

using Fault = ExperimentFile::Fault;
using Column = ExperimentColumn;

constexpr std::size_t kMostStreams = 200;

// "orderCompleted", "Order Completed", "order_completed": its words in lower case, of at most 100 letters.
QStringList wordsOf(std::string_view name) {
  QString words;
  for (const QChar c : QString::fromUtf8(name.data(), qsizetype(std::min<std::size_t>(name.size(), 100)))) {
    if (c.isUpper() && !words.isEmpty() && words.back().isLower())
      words += u' ';
    words += c.isLetter() ? c : QChar(u' ');
  }
  return words.toLower().split(u' ', Qt::SkipEmptyParts);
}
bool hasOneOf(const QStringList& words, const char* known) {
  const QStringList all = s(known).split(u' ');
  return std::any_of(words.begin(), words.end(), [&](const QString& word) { return all.contains(word); });
}
// What an event is by its name. "checkout_started" is no order yet. Names repeat: each is read once.
class EventNames {
 public:
  struct Meaning {
    bool isOrder = false, isRefund = false;
  };
  Meaning of(std::string_view name) {
    if (const auto known = m_known.find(name); known != m_known.end())
      return known->second;
    constexpr std::size_t kMostKnown = 1'000;
    const Meaning meaning = read(wordsOf(name));
    if (m_known.size() < kMostKnown)
      m_known.emplace(name, meaning);
    return meaning;
  }

 private:
  static Meaning read(const QStringList& words) {
    if (hasOneOf(words, "refund refunds refunded chargeback dispute return returned"))
      return {true, true};
    return {hasOneOf(words, "purchase purchases purchased order orders ordered sale sales sold revenue transaction "
                            "transactions payment paid charge charged capture captured checkout buy bought conversion "
                            "conversions converted invoice") &&
                !hasOneOf(words, "start started begin began begun initiated view viewed views page add added click "
                                 "clicked open opened failed abandoned pending button step"),
            false};
  }
  std::map<std::string, Meaning, std::less<>> m_known;
};

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

QString writtenName(std::string_view cell) {
  constexpr qsizetype kLongestShown = 40;
  const std::string_view name = trimmed(cell);
  return QString::fromUtf8(name.data(), qsizetype(name.size())).left(kLongestShown);
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
  PW_TRY(ExperimentFile file, ExperimentFile::open(request.exposures, request.named, job, request.written));
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
        if (out.rows.empty())
          out.firstUnit = writtenName(row.cells[unit]);
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

// Rows without an id are known by all that stands in them: where they name an order, by that alone, since an order's
// row that comes twice word for word is one; else also by how many of their file were the same before them.
class RowIdentities {
 public:
  std::uint64_t of(const CsvRow& row, std::uint64_t order, bool refund, ExperimentReport::EventRowNotes& notes) {
    const std::uint64_t content = contentOf(row);
    const auto fresh = static_cast<std::uint32_t>(m_times.size());
    const std::uint32_t at = m_rows.put(content, fresh);
    if (at == fresh)
      m_times.push_back(0);
    ++m_all;
    const std::uint32_t before = m_times[at]++;
    if (order != 0) {
      notes.sameOrder += before > 0;
      if (!refund)
        notes.ordersDiffer += becomesSecond(order, content);
      return content;
    }
    if (before > 0)
      return ++m_repeated, nameNumber(m_text.append("#").append(std::to_string(before)));
    return content;
  }
  // Whether this id was there with other contents.
  bool differs(std::uint64_t id, const CsvRow& row) {
    const std::uint64_t content = contentOf(row);
    return m_content[placeOf(id, content)] != content;
  }
  // So many that a file, or a part of it, may have come twice.
  bool repeatOften() const { return 50 * m_repeated > m_all; }

 private:
  std::uint64_t contentOf(const CsvRow& row) {
    m_text.clear();
    for (const std::string_view cell : row.cells) {
      const std::string_view text = trimmed(cell);
      m_text.append(std::to_string(text.size())).append(1, ':').append(text);
    }
    return nameNumber(m_text);
  }
  // The content that a name came with first.
  std::size_t placeOf(std::uint64_t name, std::uint64_t content) {
    const auto fresh = static_cast<std::uint32_t>(m_content.size());
    const std::uint32_t at = m_names.put(name, fresh);
    if (at == fresh)
      m_content.push_back(content), m_several.push_back(0);
    return at;
  }
  // The order has a row of other contents for the first time.
  bool becomesSecond(std::uint64_t order, std::uint64_t content) {
    const std::size_t at = placeOf(order, content);
    return m_content[at] != content && std::exchange(m_several[at], std::uint8_t(1)) == 0;
  }
  std::uint64_t m_all = 0, m_repeated = 0;
  NumberTable m_rows, m_names;
  std::vector<std::uint32_t> m_times;
  std::vector<std::uint64_t> m_content; // of each name
  std::vector<std::uint8_t> m_several;
  std::string m_text;
};

// The columns of a file of events, and how a row of it becomes an event.
class EventRows {
 public:
  static Result<EventRows> of(ExperimentFile& file, bool needsTime, std::int64_t nowMs) {
    EventRows out;
    out.m_file = &file, out.m_nowMs = nowMs;
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
  [[nodiscard]] std::string_view unitOf(const CsvRow& row) const { return row.cells[m_unit]; }
  bool isOrder(std::string_view kind) { return kind.empty() || m_names.of(kind).isOrder; }
  void tell(Streams& out, ExperimentReport& report) const {
    out.hasValue = m_value.has_value(), out.hasCost = m_cost.has_value(), out.hasPieces = m_pieces.has_value();
    out.hasTimes = m_time.has_value();
    report.eventIdentity = s(m_id ? "event-id" : "row-content");
    report.rowNotes = m_notes;
    if (m_identities.repeatOften())
      report.notes << s("rows-repeat");
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
      e.atMs = at.isDay ? endOfDay(at.ms) : at.ms;
    }
    kind = m_event ? trimmed(row.cells[*m_event]) : std::string_view();
    currency = m_currency ? trimmed(row.cells[*m_currency]) : std::string_view();
    if (const Fault fault = readNumbers(row, e); fault.code != nullptr)
      return fault;
    if (m_order && !trimmed(row.cells[*m_order]).empty())
      e.order = nameNumber(trimmed(row.cells[*m_order]));
    const bool refund = m_names.of(kind).isRefund;
    identify(row, refund || e.amount < 0, e);
    if (refund) {
      e.kind = EventKind::Refund;
      e.amount = -std::abs(e.amount), e.cost = -std::abs(e.cost), e.quantity = -std::abs(e.quantity);
    }
    return {};
  }

 private:
  // Somebody who was exposed on that day bought on that day, whatever the hour: before it no time is told either. What
  // of today is not over yet ends now.
  std::int64_t endOfDay(std::int64_t ms) {
    constexpr std::int64_t kDayMs = 86'400'000;
    ++m_notes.daysOnly;
    return std::max(ms, std::min(ms + kDayMs - 1, m_nowMs));
  }
  void identify(const CsvRow& row, bool refund, ShopEvent& e) {
    if (!m_id || trimmed(row.cells[*m_id]).empty()) {
      e.id = m_identities.of(row, e.order, refund, m_notes);
      return;
    }
    e.id = nameNumber(trimmed(row.cells[*m_id]));
    m_notes.idsDiffer += m_identities.differs(e.id, row);
  }
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
  std::int64_t m_nowMs = 0;
  ExperimentReport::EventRowNotes m_notes;
  RowIdentities m_identities;
  EventNames m_names;
  std::size_t m_unit = 0;
  std::optional<std::size_t> m_time, m_event, m_value, m_cost, m_pieces, m_order, m_id, m_currency;
};

} // namespace

Result<Streams> readEvents(const ExperimentRequest& request, bool exposuresHaveTimes, ExperimentReport& report,
                           const JobContext& job) {
  PW_TRY(ExperimentFile file, ExperimentFile::open(request.events, request.eventsNamed, job, request.written));
  PW_TRY(EventRows rows, EventRows::of(file, exposuresHaveTimes, request.nowMs));
  Streams out;
  out.names << QString(), out.events.resize(1);
  NameList streams, currencies;
  PW_CHECK(streams.put("", kMostStreams));
  std::string upper;
  std::optional<Error> tooMany;
  PW_CHECK(file.eachRow(
      [&](const CsvRow& row) -> Fault {
        ShopEvent e;
        std::string_view kind, currency;
        if (const Fault fault = rows.read(row, e, kind, currency); fault.code != nullptr)
          return fault;
        if (out.firstUnit.isEmpty())
          out.firstUnit = writtenName(rows.unitOf(row));
        const bool isOrder = rows.isOrder(kind);
        const auto stream = streams.put(isOrder ? std::string_view() : kind, kMostStreams);
        upper.assign(currency); // "eur" is "EUR"
        std::transform(upper.begin(), upper.end(), upper.begin(),
                       [](char c) { return c >= 'a' && c <= 'z' ? char(c - 'a' + 'A') : c; });
        const auto code = upper.empty() ? Result<std::size_t>(0) : currencies.put(upper, 500);
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
