// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/experiments/ExperimentFiles.h"

#include "base/Words.h"

#include <algorithm>
#include <charconv>

namespace pricewright {
namespace {

constexpr double kMostBadShare = 0.01;
constexpr qint64 kLookAtClock = 4096;

struct UsualNames {
  ExperimentColumn column;
  const char* names; // in the order of how sure they are, without capitals,
                     // spaces and marks
};
constexpr UsualNames kUsual[] = {
    {ExperimentColumn::Unit, "unit unitid userid user visitorid visitor customerid customer clientid "
                             "client "
                             "anonymousid anonid deviceid accountid account playerid memberid "
                             "uid userpseudoid subject subjectid sessionid kunde kundennummer kundenid nutzer "
                             "besucher id"},
    {ExperimentColumn::Arm, "arm variant variation variantid variationid "
                            "version experimentgroup testgroup group "
                            "bucket condition assignment cohort cell armid armname "
                            "variantname variationname variationkey groupname groupid experimentvariant "
                            "experimentarm treatment variante gruppe testgruppe treated istreated"},
    {ExperimentColumn::Time, "timestamp time ts at exposedat exposuretime "
                             "firstexposure firstexposurets firstexposedat firstexposureutc exposuretimestamp "
                             "exposed exposureat viewedat seenat firstseen firstseenat assigned "
                             "assignedat assignmenttime assignmenttimestamp enteredat enrolledat "
                             "eventtime eventtimestamp eventat occurredat orderedat purchasedat "
                             "paidat createdat created datetime date day zeitpunkt zeit datum tag"},
    {ExperimentColumn::Event, "event eventname metric metricname eventtype type kind"},
    {ExperimentColumn::Value,
     "value revenue amount total spend purchaserevenue purchasevalue ordervalue ordertotal orderamount net gross sales "
     "umsatz betrag wert price"},
    {ExperimentColumn::Cost, "cost costs cogs totalcost ordercost"},
    {ExperimentColumn::Pieces, "quantity qty units pieces items menge stück"},
    {ExperimentColumn::Order,
     "orderid order ordernumber transactionid transaction invoice invoiceno bestellung bestellnummer"},
    {ExperimentColumn::EventId, "eventid messageid insertid"},
    {ExperimentColumn::Currency, "currency currencycode tagscurrency währung"},
    {ExperimentColumn::Cluster, "cluster clusterid store storeid region zone zoneid city market site geo geoid"}};

QString plainName(const QString& name) {
  QString out;
  for (const QChar c : name.toLower())
    if (c.isLetterOrNumber())
      out += c;
  return out;
}

std::optional<std::size_t> usualColumn(const QStringList& header, ExperimentColumn column) {
  for (const UsualNames& usual : kUsual) {
    if (usual.column != column)
      continue;
    for (const QString& name : s(usual.names).split(u' '))
      for (qsizetype i = 0; i < header.size(); ++i)
        if (plainName(header[i]) == name)
          return std::size_t(i);
  }
  return std::nullopt;
}

// What is dated otherwise is mistyped, by a digit of a time or of a year: 1970 to 2100.
bool isPlausible(std::int64_t ms) {
  constexpr std::int64_t kEndMs = 4'133'980'800'000; // 2101-01-01
  return ms >= 0 && ms < kEndMs;
}

Error noColumn(const QString& path, const QString& column, const QStringList& header) {
  return fail(s("experiment.no-column"),
              {{s("path"), path}, {s("column"), column}, {s("found"), header.mid(0, 40).join(s(", "))}});
}

} // namespace

QString experimentColumnName(ExperimentColumn c) {
  constexpr std::array<const char*, kExperimentColumns> kNames{
      "unit", "arm", "time", "event", "value", "cost", "pieces", "order", "event-id", "currency", "segment", "cluster"};
  return s(kNames[std::size_t(c)]);
}

Error rowsLeftOut(const BadRows& bad, const QString& path) {
  constexpr qsizetype kShownOfValue = 40;
  const BadRows::One& first = bad.first.front();
  return fail(s("experiment.rows-left-out"), {{s("count"), QString::number(bad.count)},
                                              {s("file"), path},
                                              {s("line"), QString::number(first.line)},
                                              {s("column"), first.column},
                                              {s("value"), first.value.left(kShownOfValue)}});
}

Result<ExperimentFile> ExperimentFile::open(const QString& path, const QMap<ExperimentColumn, QString>& named,
                                            const JobContext& job, const WrittenAs& written) {
  ExperimentFile file;
  file.m_path = path, file.m_written = written;
  ScanOptions options;
  options.stop = job.stop;
  PW_TRY(file.m_scan, scanFile(path, options));
  file.m_marks = decideDecimalMarks(file.m_scan, std::vector<bool>(std::size_t(file.m_scan.header.size()), true));
  PW_TRY(const std::optional<char> mark, markSaid(written));
  if (mark)
    std::fill(file.m_marks.columns.begin(), file.m_marks.columns.end(), *mark);
  for (std::size_t i = 0; i < kExperimentColumns; ++i) {
    const auto column = ExperimentColumn(i);
    if (named.contains(column)) {
      PW_TRY(file.m_at[i], file.needNamed(named[column]));
    } else {
      file.m_at[i] = usualColumn(file.header(), column);
    }
  }
  return file;
}

std::optional<std::size_t> ExperimentFile::find(ExperimentColumn column) const {
  const std::optional<std::size_t> at = m_at[std::size_t(column)];
  if (at)
    m_asked.insert(*at);
  return at;
}

Result<std::size_t> ExperimentFile::need(ExperimentColumn column) const {
  if (const auto at = find(column))
    return *at;
  return noColumn(m_path, experimentColumnName(column), header());
}

Result<std::size_t> ExperimentFile::needNamed(const QString& name) const {
  const qsizetype at = header().indexOf(name);
  if (at < 0)
    return noColumn(m_path, name, header());
  m_asked.insert(std::size_t(at));
  return std::size_t(at);
}

void ExperimentFile::note(qint64 line, const char* code, std::size_t column, std::string_view value) {
  ++m_bad.count;
  constexpr std::size_t kShownBytes = 80;
  if (m_bad.first.size() < BadRows::kShown)
    m_bad.first.push_back({line, s(code), header().value(qsizetype(column)),
                           QString::fromUtf8(value.data(), qsizetype(std::min(value.size(), kShownBytes)))});
}

Status ExperimentFile::eachRow(const std::function<Fault(const CsvRow&)>& take, const JobContext& job) {
  for (const std::size_t at : m_asked)
    PW_CHECK(checkOnlyOne(m_scan, m_path, header().value(qsizetype(at))));
  PW_TRY(ByteSource source, ByteSource::open(m_path, m_scan.encoding));
  CsvReader reader(std::move(source), m_scan.separator);
  m_bad = {}, m_rows = 0;
  CsvRow row;
  bool headed = false;
  for (;;) {
    PW_TRY(const bool more, reader.next(row));
    if (!more)
      break;
    if (!std::exchange(headed, true))
      continue;
    if ((m_rows + m_bad.count) % kLookAtClock == 0 && job.cancelled())
      return fail(s("job.cancelled"));
    if (row.fault != RowFault::None || row.cells.size() < std::size_t(header().size())) {
      const bool whole = row.fault == RowFault::None;
      note(row.line, whole ? "import.ragged-row" : rowFaultCode(row.fault), 0, row.raw);
      continue;
    }
    if (const Fault fault = take(row); fault.code != nullptr)
      note(row.line, fault.code, fault.column, row.cells[fault.column]);
    else
      ++m_rows;
  }
  if (double(m_bad.count) > kMostBadShare * double(m_rows + m_bad.count)) {
    const BadRows::One& one = m_bad.first.front();
    return fail(s("experiment.bad-rows"), {{s("path"), m_path},
                                           {s("rows"), QString::number(m_bad.count)},
                                           {s("of"), QString::number(m_rows + m_bad.count)},
                                           {s("line"), QString::number(one.line)},
                                           {s("column"), one.column},
                                           {s("value"), one.value}})
        .causedBy(fail(one.code));
  }
  if (m_rows == 0)
    return fail(s("experiment.no-rows"), {{s("path"), m_path}});
  return {};
}

Status ExperimentFile::learnTimes(std::size_t column) {
  const ColumnProfile& profile = m_scan.columns[column];
  if (!m_written.dateFormat.isEmpty()) {
    m_epoch = false;
    PW_TRY(m_days, dayFormatOf(m_written, profile, header().value(qsizetype(column))));
    return {};
  }
  const auto isLong = [&](const QStringList& row) { // "1772323200123": too long for the numbers of a table
    const QString cell = row.value(qsizetype(column)).trimmed();
    return cell.size() >= 10 && cell.size() <= 17 &&
           std::all_of(cell.begin(), cell.end(), [](QChar c) { return c.isDigit(); });
  };
  m_epoch =
      !profile.isDay() && (profile.isNumber() ||
                           (!m_scan.sample.empty() && std::all_of(m_scan.sample.begin(), m_scan.sample.end(), isLong)));
  if (m_epoch)
    return {};
  if (!profile.isDay()) { // what is no day will be said row by row
    m_days = DayFormat(DayFormat::Kind::Iso);
    return {};
  }
  PW_TRY(m_days, decideDayFormat(profile, header().value(qsizetype(column))));
  return {};
}

ExperimentFile::Time ExperimentFile::timeAt(std::string_view cell) const {
  const std::string_view text = trimmed(cell);
  if (text.empty())
    return {0, valueFaultCode(ValueFault::Missing)};
  if (!m_epoch) {
    const DayFormat::Moment moment = m_days.parse(text);
    const ValueFault fault =
        moment.fault != ValueFault::None || isPlausible(moment.ms) ? moment.fault : ValueFault::BadDay;
    return {moment.ms, fault == ValueFault::None ? nullptr : valueFaultCode(fault),
            text.find_first_of(":Tt") == std::string_view::npos};
  }
  constexpr std::int64_t kNoLongerSeconds = 100'000'000'000; // as seconds that is the year 5138
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || !(std::abs(value) < 1e17))
    return {0, valueFaultCode(ValueFault::BadDay)};
  if (std::abs(value) >= 1e3 * double(kNoLongerSeconds)) // as milliseconds, too
    value /= 1000;
  const bool seconds = std::abs(value) < double(kNoLongerSeconds);
  const auto ms = static_cast<std::int64_t>(seconds ? value * 1000 : value);
  return {ms, isPlausible(ms) ? nullptr : valueFaultCode(ValueFault::BadDay)};
}

ExperimentFile::Number ExperimentFile::numberAt(std::string_view cell, std::size_t column) const {
  constexpr int kPlaces = 6;
  const std::string_view text = trimmed(cell);
  if (text.empty())
    return {0, valueFaultCode(ValueFault::Missing)};
  const char mark = column < m_marks.columns.size() ? m_marks.columns[column] : m_marks.file;
  const ParsedNumber number = parseNumber(text, mark, kPlaces);
  return {number.value, number.fault == ValueFault::None ? nullptr : valueFaultCode(number.fault)};
}

} // namespace pricewright
