// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "orders/OrderFile.h"

#include "base/Json.h"
#include "base/Words.h"
#include "imports/csv/CsvReader.h"
#include "imports/csv/TypeGuess.h"

#include <QCryptographicHash>
#include <QFileInfo>
#include <QSet>

#include <cstdlib>

namespace pricewright {
namespace {

constexpr qsizetype kLongestText = 200;
constexpr int kQuantityPlaces = 3;

// Orders without numbers of their lines, as they stand in the file one after the other.
class WrittenOrders {
 public:
  // Of the next row: whether it was written out already when its order came before.
  bool isRepeat(const QString& order, const CsvRow& row) {
    if (order != m_order) {
      m_order = order, m_seenNow.clear();
      m_comesAgain = m_orders.contains(order);
      m_orders.insert(order);
    }
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const std::string_view cell : row.cells) {
      const std::string_view text = trimmed(cell);
      QByteArray length = QByteArray::number(qsizetype(text.size()));
      hash.addData(length.append(':'));
      hash.addData(QByteArrayView(text.data(), qsizetype(text.size())));
    }
    const QByteArray content = hash.result().first(kContent);
    int& before = m_times[content];
    if (!m_comesAgain)
      return ++before, false;
    if (m_seenNow[content]++ < before)
      return true;
    return ++before, false;
  }

 private:
  static constexpr qsizetype kContent = 16; // bytes: no two rows of a file meet in them
  QString m_order;
  bool m_comesAgain = false;
  QSet<QString> m_orders;
  QHash<QByteArray, int> m_times;   // lines with this content; the order is a part of it
  QHash<QByteArray, int> m_seenNow; // since the order came again
};

// One row's reading: its cells, and the first thing that is wrong with it.
class OrderRowReader {
 public:
  OrderRowReader(const OrderFileOptions& options, OrderFile& file, const OrderRowSink& rejected)
      : m_options(options), m_file(file), m_rejected(rejected) {}
  Status prepare(const QString& path, const FileScan& scan);
  Status take(const CsvRow& row);

 private:
  bool has(OrderField f) const { return m_at[std::size_t(f)] >= 0; }
  QString text(OrderField f);
  Instant time();
  Instant writtenTime();
  std::optional<std::int64_t> number(OrderField f, int places);
  Currency currency();
  std::optional<qint64> amount(bool& negative, qint64& quantity);
  bool isRefund(bool negative);
  void read();
  QString lineOf(const QString& order, bool refund);
  void takeLine(const QString& order, Instant at, qint64 minor, qint64 quantity);
  void takeRefund(const QString& order, Instant at, qint64 minor);
  void wrong(const char* code, OrderField f, const QString& value = {});
  QString unitOf(const QString& visitor) const;

  const OrderFileOptions& m_options;
  OrderFile& m_file;
  const OrderRowSink& m_rejected;
  std::array<int, kOrderFields> m_at{};
  std::array<char, kOrderFields> m_marks{};
  QStringList m_header;
  DayFormat m_days;
  const CsvRow* m_row = nullptr;
  std::optional<RejectedOrderRow> m_wrong;
  Currency m_currency;
  QSet<QString> m_refunds;
  QSet<QString> m_lines;        // order and line, where lines have no column of their own
  QHash<QString, int> m_repeat; // by order and product: how often it came again
  WrittenOrders m_written;
  QString m_line; // of this row
};

Status OrderRowReader::prepare(const QString& path, const FileScan& scan) {
  m_header = scan.header;
  m_at.fill(-1);
  for (qsizetype i = 0; i < scan.header.size(); ++i)
    if (const auto f = orderFieldOfColumn(scan.header[i]); f && m_at[std::size_t(*f)] < 0)
      m_at[std::size_t(*f)] = int(i);
  for (auto it = m_options.columns.begin(); it != m_options.columns.end(); ++it) {
    m_at[std::size_t(it.key())] = int(scan.header.indexOf(it.value().trimmed()));
    if (m_at[std::size_t(it.key())] < 0)
      return fail(s("orders.no-column"), {{s("column"), it.value().left(kLongestText)}});
  }
  for (const OrderField f : {OrderField::Order, OrderField::Time})
    if (!has(f))
      return fail(s("orders.no-column"), {{s("column"), orderFieldName(f)}});
  if (!has(OrderField::Amount) && !has(OrderField::UnitPrice))
    return fail(s("orders.no-column"), {{s("column"), orderFieldName(OrderField::Amount)}});
  if (!has(OrderField::Currency) && !m_options.currency.isValid())
    return fail(s("orders.no-column"), {{s("column"), orderFieldName(OrderField::Currency)}});
  std::vector<bool> relevant(scan.columns.size(), false);
  for (const OrderField f :
       {OrderField::Quantity, OrderField::Amount, OrderField::UnitPrice, OrderField::Tax, OrderField::Shown})
    if (has(f))
      relevant[std::size_t(m_at[std::size_t(f)])] = true;
  const DecimalMarks marks = decideDecimalMarks(scan, relevant);
  PW_TRY(const std::optional<char> said, markSaid(m_options.written));
  m_file.notes = said ? QStringList() : marks.notes;
  for (std::size_t f = 0; f < kOrderFields; ++f)
    if (m_at[f] >= 0) {
      PW_CHECK(checkOnlyOne(scan, path, scan.header[m_at[f]]));
      m_marks[f] = said.value_or(marks.columns[std::size_t(m_at[f])]);
      m_file.columns.insert(orderFieldName(OrderField(f)), scan.header[m_at[f]]);
    }
  const int time = m_at[std::size_t(OrderField::Time)];
  PW_TRY(m_days, dayFormatOf(m_options.written, scan.columns[std::size_t(time)], scan.header[time]));
  return {};
}

void OrderRowReader::wrong(const char* code, OrderField f, const QString& value) {
  if (m_wrong)
    return;
  const int at = m_at[std::size_t(f)];
  m_wrong =
      RejectedOrderRow{m_row->line, s(code), at >= 0 ? m_header[at] : orderFieldName(f), value.left(kLongestText), {}};
}

QString OrderRowReader::text(OrderField f) {
  const int at = m_at[std::size_t(f)];
  if (at < 0 || std::size_t(at) >= m_row->cells.size())
    return {};
  const std::string_view cell = trimmed(m_row->cells[std::size_t(at)]);
  const QString out = QString::fromUtf8(cell.data(), qsizetype(cell.size()));
  if (out.size() > kLongestText)
    wrong("import.text-too-long", f, out);
  return out;
}

// An instant, seconds or milliseconds since 1970, or a day as the column writes them.
Instant OrderRowReader::time() {
  const Instant at = writtenTime();
  if (m_options.latest && at > *m_options.latest)
    wrong("orders.in-future", OrderField::Time, text(OrderField::Time));
  return at;
}

Instant OrderRowReader::writtenTime() {
  const QString given = text(OrderField::Time);
  if (given.isEmpty()) {
    wrong("import.missing-value", OrderField::Time);
    return {};
  }
  bool isNumber = false;
  const qint64 number = given.toLongLong(&isNumber);
  if (isNumber && number >= 0 && (given.size() == 10 || given.size() == 13))
    return fromMillis(given.size() == 10 ? number * 1000 : number);
  if (m_days.kind() == DayFormat::Kind::Iso)
    if (const Result<Instant> at = parseInstant(given))
      return *at;
  const QByteArray bytes = given.toUtf8();
  const DayFormat::Moment moment = m_days.parse({bytes.constData(), std::size_t(bytes.size())});
  if (moment.fault != ValueFault::None)
    wrong(valueFaultCode(moment.fault), OrderField::Time, given);
  return fromMillis(moment.ms);
}

std::optional<std::int64_t> OrderRowReader::number(OrderField f, int places) {
  const QString given = text(f);
  if (given.isEmpty())
    return std::nullopt;
  const QByteArray bytes = given.toUtf8();
  const ParsedNumber n = parseNumber({bytes.constData(), std::size_t(bytes.size())},
                                     m_marks[std::size_t(f)] ? m_marks[std::size_t(f)] : '.', places);
  if (n.fault != ValueFault::None)
    wrong(valueFaultCode(n.fault), f, given);
  else if (n.rounded)
    wrong("import.too-fine", f, given);
  else if (f != OrderField::Quantity && n.currency.told() && !n.currency.fits(m_currency))
    wrong("import.mixed-currency", f, given);
  return n.value;
}

Currency OrderRowReader::currency() {
  const QString given = text(OrderField::Currency);
  if (given.isEmpty()) {
    if (!m_options.currency.isValid())
      wrong("import.missing-value", OrderField::Currency);
    return m_options.currency;
  }
  const Result<Currency> found = Currency::fromCode(given.toUpper());
  if (!found)
    wrong("import.unknown-currency", OrderField::Currency, given);
  return found.value_or(Currency());
}

// The line's amount; from the price of a piece where only that is told, and then exact or not at all.
std::optional<qint64> OrderRowReader::amount(bool& negative, qint64& quantity) {
  const int digits = m_currency.isValid() ? m_currency.minorDigits() : 2;
  quantity = number(OrderField::Quantity, kQuantityPlaces).value_or(1000);
  std::optional<qint64> minor = number(OrderField::Amount, digits);
  if (!minor) {
    const std::optional<qint64> price = number(OrderField::UnitPrice, digits);
    if (!price) {
      wrong("import.missing-value", OrderField::Amount);
      return std::nullopt;
    }
    const Result<qint64> product = mulDiv(*price, quantity, 1000, Rounding::HalfEven);
    if (!product || *product > kMostOrderMinor || *product < -kMostOrderMinor)
      wrong("import.out-of-range", OrderField::UnitPrice, text(OrderField::UnitPrice));
    else if (compareProducts(*product, 1000, *price, quantity) != 0)
      wrong("import.too-fine", OrderField::UnitPrice, text(OrderField::UnitPrice));
    minor = product.value_or(0);
  }
  negative = *minor < 0 || quantity < 0;
  return minor;
}

bool OrderRowReader::isRefund(bool negative) {
  if (!has(OrderField::Kind))
    return negative;
  const QString kind = text(OrderField::Kind).toLower();
  static const QStringList kRefund{s("refund"), s("return"), s("credit"), s("refunded")};
  static const QStringList kOrder{s("order"), s("sale"), s("purchase"), s("sold"), QString()};
  if (!kRefund.contains(kind) && !kOrder.contains(kind))
    wrong("orders.bad-kind", OrderField::Kind, kind);
  return kRefund.contains(kind);
}

QString OrderRowReader::unitOf(const QString& visitor) const {
  if (visitor.isEmpty())
    return {};
  return m_options.unitHash ? m_options.unitHash(visitor) : hashedName(m_options.salt, visitor);
}

// A row that is rejected for another reason has its number all the same: once it is mended, the others keep theirs.
QString OrderRowReader::lineOf(const QString& order, bool refund) {
  const QString code = text(OrderField::Sku);
  if (has(OrderField::Line) || refund || order.isEmpty() || code.isEmpty())
    return has(OrderField::Line) ? text(OrderField::Line) : code;
  const QString key = idPart(order) + u'|';
  QString line = code;
  if (m_lines.contains(key + line)) {
    int& again = m_repeat[key + code];
    do { // "SKU#2" may be another product's own name
      line = code + u'#' + QString::number(++again + 1);
    } while (m_lines.contains(key + line));
  }
  m_lines.insert(key + line);
  return line;
}

void OrderRowReader::takeLine(const QString& order, Instant at, qint64 minor, qint64 quantity) {
  OrderLine line;
  line.provider = m_options.provider, line.orderId = order, line.placed = at, line.currency = m_currency;
  line.code = text(OrderField::Sku), line.zone = text(OrderField::Zone);
  line.line = m_line;
  line.quantityMilli = quantity, line.amountMinor = minor;
  line.taxMinor = number(OrderField::Tax, m_currency.minorDigits());
  line.shownMinor = number(OrderField::Shown, m_currency.minorDigits());
  line.unitHash = unitOf(text(OrderField::Visitor));
  line.customerHash = hashedPerson(m_options.salt, text(OrderField::Customer));
  if (line.code.isEmpty())
    wrong("import.missing-value", OrderField::Sku);
  if (line.line.isEmpty())
    wrong("import.missing-value", OrderField::Line);
  if (minor < 0 || line.taxMinor.value_or(0) < 0 || line.shownMinor.value_or(0) < 0)
    wrong("orders.negative", minor < 0 ? OrderField::Amount : OrderField::Tax, QString::number(minor));
  if (quantity <= 0)
    wrong("orders.quantity-not-positive", OrderField::Quantity, text(OrderField::Quantity));
  if (m_wrong)
    return;
  m_file.batch.lines.push_back(std::move(line)), m_file.lineOf.push_back(m_row->line);
}

void OrderRowReader::takeRefund(const QString& order, Instant at, qint64 minor) {
  Movement m;
  m.provider = m_options.provider, m.kind = MovementKind::Refund, m.status = MovementStatus::Succeeded;
  m.currency = m_currency, m.orderRef = order, m.happened = m.asOf = at, m.hasMoved = true;
  m.amountMinor = std::abs(minor), m.code = text(OrderField::Sku);
  m.customerHash = hashedPerson(m_options.salt, text(OrderField::Customer));
  m.unitHash = unitOf(text(OrderField::Visitor));
  if (!m_options.isPaid) // it would be counted twice
    wrong("orders.told-by-gateway", OrderField::Refund, order);
  const QString named = text(OrderField::Refund);
  m.objectId = idPart(order) + s("|refund|") +
               (named.isEmpty()
                    ? s("%1|%2|%3").arg(idPart(m_line), QString::number(toMillis(at)), QString::number(m.amountMinor))
                    : idPart(named));
  // Two that nothing tells apart are either one that came twice or two: only a number of their own can say.
  if (named.isEmpty() && m_refunds.contains(m.objectId))
    wrong("orders.repeated-refund", OrderField::Refund, order);
  if (m_wrong)
    return;
  m_refunds.insert(m.objectId);
  m_file.batch.movements.push_back(std::move(m)), m_file.movementLineOf.push_back(m_row->line);
}

void OrderRowReader::read() {
  const QString order = text(OrderField::Order);
  if (order.isEmpty())
    wrong("import.missing-value", OrderField::Order);
  m_currency = currency();
  const Instant at = time();
  bool negative = false;
  qint64 quantity = 1000;
  const std::optional<qint64> minor = amount(negative, quantity);
  const bool refund = isRefund(negative);
  if (!refund && !has(OrderField::Line) && m_written.isRepeat(order, *m_row) && !m_wrong)
    return void(++m_file.repeated);
  m_line = lineOf(order, refund);
  if (!m_wrong)
    refund ? takeRefund(order, at, minor.value_or(0)) : takeLine(order, at, minor.value_or(0), quantity);
}

Status OrderRowReader::take(const CsvRow& row) {
  m_row = &row, m_wrong.reset(), ++m_file.rows;
  if (row.fault != RowFault::None)
    wrong(rowFaultCode(row.fault), OrderField::Order);
  else
    read();
  if (!m_wrong)
    return {};
  m_wrong->original = QByteArray(row.raw.data(), qsizetype(row.raw.size()));
  ++m_file.batch.rejected;
  return m_rejected ? m_rejected(*m_wrong) : Status();
}

} // namespace

Status OrderFile::tellConflicts(const LoadReport& report, const OrderRowSink& rejected) const {
  for (const std::size_t i : report.conflicts)
    PW_CHECK(rejected({lineOf[i], s("orders.line-differs"), {}, batch.lines[i].orderId, {}}));
  for (const std::size_t i : report.movementConflicts)
    PW_CHECK(rejected({movementLineOf[i], s("orders.refund-differs"), {}, batch.movements[i].orderRef, {}}));
  return {};
}

Result<OrderFile> readOrderFile(const QString& path, const OrderFileOptions& options, const OrderRowSink& rejected,
                                const JobContext& job) {
  ScanOptions how;
  how.stop = job.stop;
  PW_TRY(const FileScan scan, scanFile(path, how));
  OrderFile out;
  out.batch.provider = options.provider, out.batch.source = LoadSource::File;
  out.batch.name = QFileInfo(path).fileName(), out.batch.linesArePaid = options.isPaid;
  OrderRowReader rows(options, out, rejected);
  PW_CHECK(rows.prepare(path, scan));
  PW_TRY(ByteSource bytes, ByteSource::open(path, scan.encoding));
  CsvReader reader(std::move(bytes), scan.separator);
  CsvRow row;
  PW_TRY(bool more, reader.next(row)); // the header
  while (more) {
    if (job.cancelled())
      return fail(s("orders.cancelled"));
    PW_TRY(more, reader.next(row));
    if (more) {
      PW_CHECK(rows.take(row));
    }
  }
  out.batch.digest = reader.source().sha256();
  return out;
}

} // namespace pricewright
