// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "feeds/TableFeed.h"

#include "base/Words.h"
#include "feeds/XmlFeed.h"
#include "imports/csv/CsvReader.h"
#include "imports/csv/TypeGuess.h"

#include <QFile>

#include <sys/mman.h>
#include <unistd.h>

namespace pricewright {
namespace {

// Bytes as a file that lives in memory only: the readers of imports/csv take files.
class FileInMemory {
 public:
  explicit FileInMemory(const QByteArray& bytes) : m_handle(memfd_create("feed", MFD_CLOEXEC)) {
    qsizetype at = 0;
    while (m_handle >= 0 && at < bytes.size()) {
      const ssize_t n = ::write(m_handle, bytes.constData() + at, std::size_t(bytes.size() - at));
      if (n <= 0)
        return;
      at += n;
    }
    m_isGood = m_handle >= 0;
  }
  ~FileInMemory() {
    if (m_handle >= 0)
      ::close(m_handle);
  }
  FileInMemory(const FileInMemory&) = delete;
  FileInMemory& operator=(const FileInMemory&) = delete;
  bool isGood() const { return m_isGood; }
  QString path() const { return QStringLiteral("/proc/self/fd/%1").arg(m_handle); }

 private:
  int m_handle;
  bool m_isGood = false;
};

// Where each field stands, −1 where it does not.
using ColumnOfField = std::array<int, kFeedFields>;

ColumnOfField columnsOf(const QStringList& header, const FeedColumns& named) {
  ColumnOfField at{}, ranks{};
  at.fill(-1), ranks.fill(1'000'000);
  for (qsizetype i = 0; i < header.size(); ++i) {
    const std::optional<FeedName> known = feedFieldOfName(header[i]);
    if (known && known->rank < ranks[std::size_t(known->field)])
      at[std::size_t(known->field)] = int(i), ranks[std::size_t(known->field)] = known->rank;
  }
  for (auto it = named.begin(); it != named.end(); ++it)
    at[std::size_t(it.key())] = int(header.indexOf(it.value().trimmed()));
  return at;
}

Status checkColumns(const ColumnOfField& at) {
  const auto has = [&](FeedField f) { return at[std::size_t(f)] >= 0; };
  const auto missing = [](const char* what) { return fail(s("feed.no-columns"), {{s("missing"), s(what)}}); };
  if (!has(FeedField::Price) && !has(FeedField::SalePrice))
    return missing("price");
  if (!has(FeedField::Id) && !has(FeedField::OurCode) && !has(FeedField::Gtin) && !has(FeedField::Url))
    return missing("id");
  return {};
}

// The mark that the cells of the price columns show, null where they do not, or disagree.
QChar markIn(const FileScan& scan, const ColumnOfField& at) {
  qint64 points = 0, commas = 0;
  for (const FeedField field : {FeedField::Price, FeedField::SalePrice, FeedField::ListPrice})
    if (const int column = at[std::size_t(field)]; column >= 0 && std::size_t(column) < scan.columns.size()) {
      points += scan.columns[std::size_t(column)].forPoint;
      commas += scan.columns[std::size_t(column)].forComma;
    }
  if ((points > 0) == (commas > 0))
    return {};
  return points > 0 ? u'.' : u',';
}

// "US:CA:Ground:6.00 USD,US::Air:9.00 USD": the price of one of them.
QString shippingIn(const QString& text, const QString& country) {
  if (!text.contains(u':'))
    return text;
  QStringList entries;
  const QStringList pieces = text.split(u',');
  for (const QString& piece : pieces)
    if (piece.contains(u':') || entries.isEmpty())
      entries << piece;
    else
      entries.back() += u',' + piece; // a decimal comma
  for (const QString& entry : std::as_const(entries))
    if (!country.isEmpty() && entry.section(u':', 0, 0).trimmed() == country)
      return entry.section(u':', -1);
  return entries.front().section(u':', -1);
}

Status readRows(CsvReader& reader, const ColumnOfField& at, QChar mark, FeedIntake& intake) {
  CsvRow row;
  PW_TRY(bool more, reader.next(row)); // the header
  while (more) {
    PW_TRY(more, reader.next(row));
    if (!more)
      break;
    if (row.fault != RowFault::None) {
      PW_CHECK(intake.takeBroken(
          row.line, QString::fromUtf8(row.raw.data(), qsizetype(std::min<std::size_t>(row.raw.size(), 200)))));
      continue;
    }
    FeedItem item;
    item.position = row.line;
    for (std::size_t f = 0; f < kFeedFields; ++f)
      item.texts[f] = textOfCell(row, at[f]);
    item[FeedField::Shipping] = shippingIn(item[FeedField::Shipping], intake.how().country);
    item.decimalMark = mark;
    PW_CHECK(intake.take(std::move(item)));
  }
  return {};
}

// What is said of files that somebody imports is said of feeds in their words.
Error ofFeed(const Error& error, qint64 most) {
  if (error.is(u"import.too-large") || error.is(u"import.compression-bomb"))
    return fail(s("feed.too-large"), {{s("limit"), QString::number(most)}});
  if (error.is(u"import.file-damaged"))
    return fail(s("feed.damaged"));
  if (error.is(u"import.cancelled"))
    return fail(s("feed.cancelled"));
  return error;
}

Status readTable(const QString& path, const FeedColumns& columns, FeedIntake& intake) {
  ScanOptions options;
  options.stop = intake.how().stop;
  PW_TRY(const FileScan scan, scanFile(path, options));
  const ColumnOfField at = columnsOf(scan.header, columns);
  PW_CHECK(checkColumns(at));
  for (const int column : at)
    if (column >= 0) {
      PW_CHECK(checkOnlyOne(scan, path, scan.header[column]));
    }
  ByteLimits limits;
  limits.mostBytes = intake.how().limits.bytes;
  PW_TRY(ByteSource source, ByteSource::open(path, scan.encoding, limits));
  CsvReader reader(std::move(source), scan.separator);
  return readRows(reader, at, intake.how().decimalMark.isNull() ? markIn(scan, at) : QChar(), intake);
}

} // namespace

Status readTableFeed(const QString& path, const FeedColumns& columns, FeedIntake& intake) {
  const qint64 most = intake.how().limits.bytes;
  QFile file(path);
  if (!file.open(QIODevice::ReadOnly))
    return fail(s("feed.file-unreadable"), {{s("path"), path}});
  if (file.size() > most)
    return fail(s("feed.too-large"), {{s("limit"), QString::number(most)}});
  if (file.peek(2) == QByteArrayLiteral("\x1f\x8b"))
    return readTableFeed(file.readAll(), columns, intake);
  const Status read = readTable(path, columns, intake);
  return read ? read : ofFeed(read.error(), most);
}

Status readTableFeed(const QByteArray& bytes, const FeedColumns& columns, FeedIntake& intake) {
  const qint64 most = intake.how().limits.bytes;
  PW_TRY(const QByteArray plain, unpackedFeed(bytes, most));
  const FileInMemory file(plain);
  const Status read =
      file.isGood() ? readTable(file.path(), columns, intake) : fail(s("feed.file-unreadable"), {{s("path"), {}}});
  return read ? read : ofFeed(read.error(), most);
}

} // namespace pricewright
