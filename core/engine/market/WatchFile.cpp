// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/market/WatchFile.h"

#include "base/Words.h"
#include "engine/market/PageAdder.h"
#include "imports/csv/CsvReader.h"
#include "imports/csv/TypeGuess.h"

#include <QFileInfo>

namespace pricewright {
namespace {

struct WatchColumns {
  int product = -1, zone = -1, url = -1, competitor = -1, title = -1, packs = -1;

  explicit WatchColumns(const QStringList& header) {
    const std::pair<int*, QStringList> names[] = {
        {&product, {s("product"), s("sku")}},          {&zone, {s("zone")}},   {&url, {s("url"), s("page")}},
        {&competitor, {s("competitor"), s("seller")}}, {&title, {s("title")}}, {&packs, {s("packs")}}};
    for (const auto& [column, words] : names)
      for (const QString& word : words)
        if (const qsizetype at = header.indexOf(word); *column < 0 && at >= 0)
          *column = int(at);
  }
};

// A product's listing: of the zone that is named, or its only one.
class ListingsByName {
 public:
  explicit ListingsByName(const Catalog& catalog) {
    for (const Listing& l : catalog.listings)
      if (const Sku* sku = catalog.sku(l.skuNo))
        if (const PriceZone* zone = catalog.zone(l.zoneNo)) {
          m_one[sku->code] = m_one.contains(sku->code) ? kSeveral : l.no;
          m_one[sku->code + u'@' + zone->code] = l.no;
        }
  }
  Result<int> find(const QString& product, const QString& zone) const {
    const QString sku = product.section(u'@', 0, 0), where = zone.isEmpty() ? product.section(u'@', 1) : zone;
    const auto found = m_one.constFind(where.isEmpty() ? sku : sku + u'@' + where);
    if (found == m_one.constEnd())
      return fail(where.isEmpty() || !m_one.contains(sku) ? s("catalog.unknown-sku") : s("catalog.unknown-listing"),
                  {{s("sku"), sku}, {s("zone"), where}});
    if (*found == kSeveral)
      return fail(s("usage.which-zone"), {{s("sku"), sku}});
    return *found;
  }

 private:
  static constexpr int kSeveral = -1;
  QHash<QString, int> m_one;
};

Result<PageWish> wishFrom(const CsvRow& row, const WatchColumns& at, const ListingsByName& listings) {
  if (row.fault != RowFault::None)
    return fail(s("watch.bad-row"), {{s("reason"), QString::fromLatin1(rowFaultCode(row.fault))}});
  PageWish wish;
  PW_TRY(wish.listingNo, listings.find(textOfCell(row, at.product), textOfCell(row, at.zone)));
  wish.url = textOfCell(row, at.url), wish.competitor = textOfCell(row, at.competitor);
  wish.title = textOfCell(row, at.title);
  if (const QString packs = textOfCell(row, at.packs); !packs.isEmpty()) {
    bool theirs = false, ours = false;
    wish.theirPacks = packs.section(u'/', 0, 0).toInt(&theirs), wish.ourPacks = packs.section(u'/', 1).toInt(&ours);
    if (!theirs || !ours)
      return fail(s("watch.bad-packs"));
  }
  return wish;
}

struct WatchRow {
  QString typed; // as it stands in the file
  PageBatch::Page page;
};

Result<WatchRow> pageFrom(const CsvRow& row, const WatchColumns& at, const ListingsByName& listings,
                          const AddressAllowList& allowed) {
  PW_TRY(const PageWish wish, wishFrom(row, at, listings));
  PW_TRY(PageBatch::Page page, pageOf(wish, allowed));
  return WatchRow{wish.url.trimmed(), std::move(page)};
}

Result<std::vector<WatchRow>> readWatchRows(Workspace& w, const QString& path, const JobContext& job,
                                            WatchFileReport& out) {
  PW_TRY(const FileScan scan, scanFile(path, ScanOptions()));
  QStringList header;
  for (const QString& name : scan.header)
    header << name.trimmed().toLower();
  const WatchColumns at(header);
  for (const int column : {at.product, at.zone, at.url, at.competitor, at.title, at.packs})
    if (column >= 0) {
      PW_CHECK(checkOnlyOne(scan, path, scan.header[column]));
    }
  if (at.product < 0 || at.url < 0)
    return fail(s("import.missing-field"), {{s("field"), at.product < 0 ? s("product") : s("url")}});
  PW_TRY(const Catalog catalog, w.catalog().load());
  PW_TRY(const AddressAllowList allowed, allowedAddresses(w));
  const ListingsByName listings(catalog);
  PW_TRY(ByteSource source, ByteSource::open(path, scan.encoding));
  CsvReader reader(std::move(source), scan.separator);
  const auto all = double(std::max<qint64>(1, QFileInfo(path).size()));
  CsvRow row;
  PW_TRY(bool more, reader.next(row)); // the header
  std::vector<WatchRow> rows;
  for (;;) {
    if (job.cancelled())
      return fail(s("job.cancelled"));
    PW_TRY(more, reader.next(row));
    if (!more)
      return rows;
    ++out.rows;
    job.report("read", double(reader.source().fileBytesRead()) / all);
    Result<WatchRow> page = pageFrom(row, at, listings, allowed);
    if (page)
      rows.push_back(std::move(*page));
    else
      out.rejected.push_back({row.line, page.error()});
  }
}

void countAdded(const WatchRow& row, const PageAdded& added, WatchFileReport& out) {
  ++out.added, out.known += added.wasThere, out.revised += added.before.has_value();
  if (!added.alike.isEmpty() && !added.wasThere)
    out.alike << row.typed + s(" · ") + added.alike;
  if (added.siteIsNew && !out.newHosts.contains(added.host))
    out.newHosts << added.host;
}

} // namespace

Result<WatchFileReport> addPagesFrom(Workspace& w, const QString& path, const JobContext& job) {
  WatchFileReport out;
  PW_TRY(const std::vector<WatchRow> rows, readWatchRows(w, path, job, out));
  PW_TRY(PageAdder adder, PageAdder::begin(w));
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (job.cancelled())
      return fail(s("job.cancelled"));
    job.report("write", double(i) / double(rows.size()));
    PW_TRY(const PageAdded added, adder.add(rows[i].page));
    countAdded(rows[i], added, out);
  }
  PW_CHECK(adder.commit());
  return out;
}

} // namespace pricewright
