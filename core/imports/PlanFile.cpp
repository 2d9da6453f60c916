// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/PlanFile.h"

#include "base/Words.h"
#include "imports/ImportPlan.h"

#include <limits>

namespace pricewright {
namespace {

constexpr std::size_t kMostReasons = 100;
constexpr qint64 kRowsBetweenStops = 4'096;

class PlanRows {
 public:
  explicit PlanRows(const FieldTable& fields)
      : m_fields(fields), m_sku(fields.find("sku")), m_zone(fields.find("zone")), m_day(fields.find("day")),
        m_price(fields.find("price")), m_regular(fields.find("regular")), m_deal(fields.find("deal")),
        m_feature(fields.find("feature")), m_currency(fields.find("currency")) {}

  void take(const CsvRow& row, std::size_t width, PlanFile& out) const {
    PlannedWeek week;
    week.line = row.line;
    RowFail fail;
    if (row.fault != RowFault::None)
      fail = {rowFaultCode(row.fault), -1};
    else if (row.cells.size() < width)
      fail = {"import.ragged-row", -1};
    else
      fail = read(RowInput(row, m_fields), week);
    if (!fail) {
      out.weeks.push_back(std::move(week));
      return;
    }
    if (++out.rejectedRows <= qint64(kMostReasons))
      out.rejected.push_back(
          {row.line, QString::fromLatin1(fail.code), fail.field < 0 ? QString() : m_fields.at(fail.field).name});
  }

 private:
  RowFail read(const RowInput& in, PlannedWeek& week) const {
    std::string_view sku, zone;
    std::int64_t day = 0, regular = -1, deal = 0, feature = 0;
    if (const RowFail f = in.code(m_sku, sku))
      return f;
    if (const RowFail f = in.code(m_zone, zone, Need::Optional))
      return f;
    if (const RowFail f = in.day(m_day, day, Need::Required))
      return f;
    std::int64_t price = 0;
    if (const RowFail f = in.number(m_price, 6, price, Need::Required, &week.named))
      return f;
    if (const RowFail f = in.number(m_regular, 6, regular, Need::Optional))
      return f;
    if (price <= 0 || price > std::numeric_limits<qint64>::max() / 1000)
      return {"import.price-not-positive", m_price};
    if (const RowFail f = in.share(m_deal, deal))
      return f;
    if (const RowFail f = in.share(m_feature, feature))
      return f;
    if (const RowFail f = in.currency(m_currency, week.currency))
      return f;
    week.sku = QString::fromUtf8(sku.data(), qsizetype(sku.size()));
    week.zone = QString::fromUtf8(zone.data(), qsizetype(zone.size()));
    week.day = qint32(day);
    week.priceMicro = price, week.regularMicro = regular > 0 ? regular : -1;
    week.dealMilli = qint16(deal), week.featureMilli = qint16(feature);
    return {};
  }

  const FieldTable& m_fields;
  int m_sku, m_zone, m_day, m_price, m_regular, m_deal, m_feature, m_currency;
};

} // namespace

Result<PlanFile> readPlanFile(const QString& path, const ImportMapping& mapping, const JobContext& job) {
  ImportMapping asked = mapping;
  asked.kind = ImportKind::Sales;
  asked.periodTotals = true;
  PlanOptions options;
  options.guessColumns = true, options.stop = job.stop;
  PW_TRY(const ImportPlan plan, planImport(path, asked, options));
  QStringList missing;
  for (const char* field : {"sku", "day", "price"})
    if (!plan.fields.has(field))
      missing << QString::fromLatin1(field);
  if (!missing.isEmpty())
    return fail(s("import.missing-field"), {{s("field"), missing.join(s(", "))}});
  if (plan.openDays)
    return tl::unexpected(*plan.openDays);
  PW_TRY(ByteSource source, ByteSource::open(path, plan.scan.encoding));
  CsvReader reader(std::move(source), plan.scan.separator);
  const PlanRows rows(plan.fields);
  PlanFile out;
  CsvRow row;
  PW_TRY(bool more, reader.next(row)); // the header
  const std::size_t width = row.cells.size();
  for (qint64 n = 1; more; ++n) {
    PW_TRY(more, reader.next(row));
    if (more)
      rows.take(row, width, out);
    if (n % kRowsBetweenStops == 0 && job.cancelled())
      return fail(s("import.cancelled"));
  }
  return out;
}

} // namespace pricewright
