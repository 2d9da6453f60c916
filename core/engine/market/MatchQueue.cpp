// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/market/MatchQueue.h"

#include "base/Parallel.h"
#include "base/Words.h"
#include "imports/csv/CsvReader.h"
#include "imports/csv/TypeGuess.h"
#include "matching/Matcher.h"

#include <map>

namespace pricewright {
namespace {

constexpr int kMostForEach = 3; // suggestions of one of their products

// Where each column stands, −1 where there is none.
struct MatchColumns {
  int code = -1, title = -1, brand = -1, gtin = -1, mpn = -1, price = -1, currency = -1;

  explicit MatchColumns(const QStringList& header) {
    const std::pair<int*, QStringList> names[] = {{&code, {s("code"), s("sku"), s("id"), s("external_code"), s("url")}},
                                                  {&title, {s("title"), s("name"), s("product")}},
                                                  {&brand, {s("brand"), s("marke"), s("hersteller")}},
                                                  {&gtin, {s("gtin"), s("ean"), s("upc"), s("barcode")}},
                                                  {&mpn, {s("mpn"), s("part_number"), s("herstellernummer")}},
                                                  {&price, {s("price")}},
                                                  {&currency, {s("currency")}}};
    for (const auto& [column, words] : names)
      for (const QString& word : words)
        if (const qsizetype at = header.indexOf(word, 0); *column < 0 && at >= 0)
          *column = int(at);
  }
};

Result<std::vector<MatchProduct>> readTheirs(const QString& path, int& unreadable, const JobContext& job) {
  ScanOptions options;
  PW_TRY(const FileScan scan, scanFile(path, options));
  QStringList header;
  for (const QString& name : scan.header)
    header << name.trimmed().toLower();
  const MatchColumns at(header);
  for (const int column : {at.code, at.title, at.brand, at.gtin, at.mpn, at.price, at.currency})
    if (column >= 0) {
      PW_CHECK(checkOnlyOne(scan, path, scan.header[column]));
    }
  if (at.code < 0 || at.title < 0)
    return fail(s("import.missing-field"), {{s("field"), at.code < 0 ? s("code") : s("title")}});
  PW_TRY(ByteSource source, ByteSource::open(path, scan.encoding));
  CsvReader reader(std::move(source), scan.separator);
  std::vector<MatchProduct> out;
  CsvRow row;
  PW_TRY(bool more, reader.next(row)); // the header
  while (more) {
    if (job.cancelled())
      return fail(s("job.cancelled"));
    PW_TRY(more, reader.next(row));
    if (!more)
      break;
    MatchProduct p;
    p.code = textOfCell(row, at.code), p.title = textOfCell(row, at.title), p.brand = textOfCell(row, at.brand);
    p.gtin = textOfCell(row, at.gtin), p.mpn = textOfCell(row, at.mpn), p.currency = textOfCell(row, at.currency);
    if (row.fault != RowFault::None || p.code.isEmpty() || p.title.isEmpty()) {
      ++unreadable;
      continue;
    }
    if (const Result<Decimal> price = Decimal::parse(textOfCell(row, at.price)); price && price->micros() > 0)
      p.price = price->toDouble();
    out.push_back(std::move(p));
  }
  return out;
}

} // namespace

QStringList evidenceOf(const MatchScore& score) {
  QStringList out = score.evidence;
  for (const QString& objection : score.objections)
    out << u'-' + objection;
  return out;
}

MatchProduct ourProduct(const Sku& sku) {
  MatchProduct p;
  p.code = sku.code, p.title = sku.name, p.brand = sku.brand, p.gtin = sku.gtin, p.mpn = sku.mpn;
  return p;
}

Result<MatchReport> suggestMatches(Workspace& w, const MatchWish& wish, const JobContext& job) {
  const auto began = std::chrono::steady_clock::now();
  MatchReport out;
  PW_TRY(const std::vector<MatchProduct> theirs, readTheirs(wish.file, out.unreadable, job));
  PW_TRY(const Catalog catalog, w.catalog().load());
  std::vector<MatchProduct> ours;
  for (const Sku& sku : catalog.skus)
    ours.push_back(ourProduct(sku));
  const Matcher matcher(ours);
  std::vector<std::vector<Suggestion>> found(theirs.size());
  if (!parallelFor(theirs.size(), 16, job, [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i)
          found[i] = matcher.suggest(theirs[i], kMostForEach, wish.least);
      }))
    return fail(s("job.cancelled"));
  PW_TRY(const int competitor, w.offers().competitorNamed(w.me(), wish.competitor));
  std::map<int, std::vector<int>> listings; // by SKU
  for (const Listing& l : catalog.listings)
    if (const PriceZone* zone = catalog.zone(l.zoneNo); wish.zone.isEmpty() || (zone && zone->code == wish.zone))
      listings[l.skuNo].push_back(l.no);
  std::vector<ProductMatch> matches;
  for (std::size_t i = 0; i < theirs.size(); ++i) {
    out.without += found[i].empty();
    for (const Suggestion& suggestion : found[i])
      for (const int listing : listings[catalog.skus[std::size_t(suggestion.ours)].no])
        matches.push_back({0,
                           competitor,
                           listing,
                           theirs[i].code,
                           theirs[i].title,
                           MatchState::Suggested,
                           suggestion.score.confidence,
                           {},
                           suggestion.score.theirPacks,
                           suggestion.score.ourPacks,
                           evidenceOf(suggestion.score)});
  }
  MatchStore store(w.database(), w.journal(), w.planner().tools().ids);
  PW_TRY(out.suggested, store.suggest(w.me(), matches));
  out.products = int(theirs.size());
  if (wish.confirmFrom <= 1) {
    PW_TRY(const auto waiting, store.matches(MatchState::Suggested, std::numeric_limits<int>::max()));
    // Makers number their products each for himself: the number alone is left to a person, however low the bar and
    // whatever was said of the pair before.
    const auto isAlone = [](const ProductMatch& m) { return m.evidence.contains(s("mpn-alone")); };
    QSet<std::pair<QString, int>> alone;
    for (const ProductMatch& m : matches)
      if (isAlone(m))
        alone.insert({m.externalCode, m.listingNo});
    std::vector<int> sure;
    for (const ProductMatch& m : waiting)
      if (m.competitorNo == competitor && m.confidence >= wish.confirmFrom && !isAlone(m) &&
          !alone.contains({m.externalCode, m.listingNo}))
        sure.push_back(m.no);
    if (!sure.empty())
      PW_CHECK(store.decide(w.me(), sure, MatchState::Confirmed));
    out.confirmed = int(sure.size());
  }
  out.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
  return out;
}

Result<std::vector<MatchRow>> matchQueue(Workspace& w, MatchState state, int most) {
  MatchStore store(w.database(), w.journal(), w.planner().tools().ids);
  PW_TRY(const auto matches, store.matches(state, most));
  PW_TRY(const Catalog catalog, w.catalog().load());
  PW_TRY(const auto competitors, w.offers().competitors());
  std::map<int, QString> names;
  for (const Competitor& c : competitors)
    names.emplace(c.no, c.name);
  std::vector<MatchRow> out;
  for (const ProductMatch& m : matches) {
    MatchRow row{m, names[m.competitorNo], {}, {}, {}};
    if (const Listing* listing = catalog.listing(m.listingNo)) {
      const Sku* sku = catalog.sku(listing->skuNo);
      const PriceZone* zone = catalog.zone(listing->zoneNo);
      row.sku = sku ? sku->code : QString(), row.product = sku ? sku->name : QString();
      row.zone = zone ? zone->code : QString();
    }
    out.push_back(std::move(row));
  }
  return out;
}

// `most` counts pairs, and a pair is never cut in two: it has at most one match in each zone.
Result<std::vector<MatchPair>> matchPairs(Workspace& w, MatchState state, int most) {
  PW_TRY(const Catalog catalog, w.catalog().load());
  const qint64 wanted = std::max(0, most), zones = std::max<qint64>(1, qint64(catalog.zones.size()));
  const auto mostRows = std::min<qint64>(wanted * zones, std::numeric_limits<int>::max());
  PW_TRY(const std::vector<MatchRow> rows, matchQueue(w, state, int(mostRows)));
  std::vector<MatchPair> out;
  QHash<QString, std::size_t> places;
  for (const MatchRow& row : rows) {
    const ProductMatch& m = row.match;
    const QString key = s("%1\n%2\n%3").arg(m.competitorNo).arg(m.externalCode, row.sku);
    const auto at = places.constFind(key);
    if (at != places.cend()) {
      out[*at].matches.push_back(m.no);
      out[*at].zones << row.zone;
      continue;
    }
    if (qint64(out.size()) >= wanted)
      continue;
    places.insert(key, out.size());
    MatchPair pair{{m.no},       row.competitor, m.externalCode, m.title, row.sku, row.product, {row.zone},
                   m.confidence, m.theirPacks,   m.ourPacks,     {},      {},      m.state,     m.confirmedBy};
    for (const QString& code : m.evidence)
      code.startsWith(u'-') ? pair.against << code : pair.evidence << code;
    out.push_back(std::move(pair));
  }
  return out;
}

Status decideMatches(Workspace& w, const std::vector<int>& matches, MatchState state) {
  MatchStore store(w.database(), w.journal(), w.planner().tools().ids);
  return store.decide(w.me(), matches, state);
}

} // namespace pricewright
