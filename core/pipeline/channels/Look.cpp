// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the files of the channels say, against what should be in them.
#include "pipeline/channels/AtomicFile.h"
#include "pipeline/channels/Hold.h"
#include "pipeline/channels/Work.h"

#include "base/Json.h"

#include <QDateTime>
#include <QFileInfo>

namespace pricewright {
namespace {

constexpr qint64 kMostBytes = qint64(512) * 1024 * 1024; // nothing that this program has written
constexpr Duration kSetBackAtMost = std::chrono::hours(24);

using Place = std::pair<QString, QString>; // SKU, zone
struct OneFile {
  QString sha256;
  std::map<Place, std::vector<FilePrice>> prices;
};

Result<OneFile> readFile(const QString& path, Result<std::vector<FilePrice>> (*parse)(const QByteArray&)) {
  const QFileInfo info(path);
  const auto failed = [&](const char* code) {
    return fail(QString::fromLatin1(code), {{QStringLiteral("path"), path}});
  };
  if (!info.exists())
    return failed("channels.list-missing");
  if (!info.isFile() || info.size() > kMostBytes)
    return failed("channels.unreadable-list");
  const Result<QByteArray> bytes = AtomicFiles::read(path);
  if (!bytes)
    return failed("channels.unreadable-list");
  const auto rows = parse(*bytes);
  if (!rows)
    return rows.error().with(QStringLiteral("path"), path);
  OneFile file{sha256Hex(*bytes), {}};
  for (const FilePrice& row : *rows)
    file.prices[{row.sku, row.zone}].push_back(row);
  return file;
}

QString said(const FilePrice& p) { return QString(p.price + u' ' + p.currency).trimmed(); }

// What one file says of a price: same, differs, missing, unreadable, twice; unexpected where it should not be there.
QString judge(const std::vector<FilePrice>* rows, const std::optional<Money>& intended) {
  if (!rows)
    return intended ? QStringLiteral("missing") : QString();
  if (!intended)
    return QStringLiteral("unexpected");
  if (rows->size() > 1)
    return QStringLiteral("twice");
  const auto value = Decimal::parse(rows->front().price);
  if (!value)
    return QStringLiteral("unreadable");
  const bool same = *value == intended->toDecimal() && rows->front().currency == intended->currency().code();
  return same ? QStringLiteral("same") : QStringLiteral("differs");
}

const std::vector<FilePrice>* at(const Result<OneFile>& file, const Place& place) {
  if (!file)
    return nullptr;
  const auto found = file->prices.find(place);
  return found == file->prices.end() ? nullptr : &found->second;
}

void compare(ChannelLook& look, const PriceList& list, const Result<OneFile>& csv, const Result<OneFile>& json) {
  std::map<Place, LookedPrice> prices;
  for (const ListRow& row : list.rows)
    prices[{row.sku, row.zone}] = {row.sku, row.zone, row.listingNo, row.price, row.type, row.validFrom, {}, {}, {}};
  for (const Result<OneFile>* file : {&csv, &json})
    if (*file)
      for (const auto& [place, rows] : (*file)->prices)
        if (!prices.contains(place))
          prices[place] = {place.first, place.second, 0, {}, PriceType::Regular, {}, {}, {}, {}};
  for (auto& [place, price] : prices) {
    const auto *inCsv = at(csv, place), *inJson = at(json, place);
    price.csv = inCsv ? said(inCsv->front()) : QString();
    price.json = inJson ? said(inJson->front()) : QString();
    const QString first = judge(inCsv, price.intended), second = judge(inJson, price.intended);
    price.state = first == u"same" || first.isEmpty() ? second : first; // the graver of both
    look.differences += !price.isSame();
    look.prices.push_back(std::move(price));
  }
}

void noteTimes(ChannelLook& look) {
  for (const QString& path : {look.csvPath, look.jsonPath}) {
    const QFileInfo info(path);
    if (!info.exists())
      continue;
    const Instant changed = fromMillis(info.lastModified().toMSecsSinceEpoch());
    look.fileChanged = look.fileChanged ? std::max(*look.fileChanged, changed) : changed;
  }
}

QString stateOf(const ChannelLook& look, const PriceList& list) {
  if (look.error)
    return look.error->is(u"channels.list-missing") ? QStringLiteral("missing") : QStringLiteral("unreadable");
  if (look.differences > 0)
    return QStringLiteral("differs");
  return look.csvSha256 == list.csvSha256 && look.jsonSha256 == list.jsonSha256 ? QStringLiteral("live")
                                                                                : QStringLiteral("text-differs");
}

} // namespace

Result<ChannelsAgent::Hold> ChannelsAgent::hold() {
  if (m_holds > 0)
    return Hold(m_holds, nullptr);
  auto lock = std::make_unique<QLockFile>(m_db.path() + QStringLiteral(".release.lock"));
  lock->setStaleLockTime(0); // a long release is no dead one
  if (lock->tryLock(0))
    return Hold(m_holds, std::move(lock));
  qint64 process = 0;
  QString computer, program;
  if (lock->error() != QLockFile::LockFailedError || !lock->getLockInfo(&process, &computer, &program))
    return fail(QStringLiteral("channels.release-lock"), {{QStringLiteral("path"), lock->fileName()}});
  return fail(QStringLiteral("channels.release-running"), {{QStringLiteral("program"), program},
                                                           {QStringLiteral("process"), QString::number(process)},
                                                           {QStringLiteral("computer"), computer}});
}

Result<Instant> ChannelsAgent::moment() const {
  const Instant now = m_clock.now();
  PW_TRY(Query q, Query::prepare(m_db, "SELECT MAX(planned_ms) FROM publication WHERE planned_ms <= ?1"));
  q.bind(1, toMillis(now + kSetBackAtMost));
  PW_TRY(const bool found, q.step());
  return found && !q.isNull(0) ? std::max(now, fromMillis(q.integer(0))) : now;
}

Result<std::vector<ChannelLook>> ChannelsAgent::look() const {
  PW_TRY(const Catalog catalog, m_catalog.load());
  PW_TRY(const Instant now, moment());
  const QString place = folder();
  std::vector<ChannelLook> looks;
  for (const Channel& channel : catalog.channels) {
    PW_TRY(const PriceList list, buildPriceList(m_db, m_catalog, catalog, channel, now, {}));
    const QString base = place + u'/' + channel.code;
    ChannelLook look;
    look.channel = channel;
    look.folder = place;
    look.csvPath = base + QStringLiteral(".csv");
    look.jsonPath = base + QStringLiteral(".json");
    if (list.rows.empty()) { // a channel without any price keeps the file that it has
      look.state = QStringLiteral("none");
      looks.push_back(std::move(look));
      continue;
    }
    const Result<OneFile> csv = readFile(look.csvPath, readPriceCsv), json = readFile(look.jsonPath, readPriceJson);
    look.csvSha256 = csv ? csv->sha256 : QString();
    look.jsonSha256 = json ? json->sha256 : QString();
    if (!csv || !json)
      look.error = !csv ? csv.error() : json.error();
    compare(look, list, csv, json);
    noteTimes(look);
    look.state = stateOf(look, list);
    looks.push_back(std::move(look));
  }
  return looks;
}

Result<std::vector<ChannelLook>> ChannelsAgent::verify(const Actor& by) {
  PW_TRY(const Hold held, hold()); // not while the files are being written
  PW_TRY(std::vector<ChannelLook> looks, look());
  PW_TRY(Transaction in, Transaction::begin(m_db));
  PW_TRY(const Actor who, mayDo(m_db, by, Permission::ReleasePrices));
  for (const ChannelLook& l : looks) {
    if (l.state == u"none")
      continue;
    QJsonObject body{{QStringLiteral("channel"), l.channel.code},
                     {QStringLiteral("folder"), l.folder},
                     {QStringLiteral("state"), l.state},
                     {QStringLiteral("prices"), qint64(l.prices.size())},
                     {QStringLiteral("differences"), l.differences},
                     {QStringLiteral("csv_sha256"), l.csvSha256},
                     {QStringLiteral("json_sha256"), l.jsonSha256}};
    if (l.error)
      body.insert(QStringLiteral("why"), l.error->code);
    PW_CHECK(m_journal.append(
        who, l.state == u"live" ? QStringLiteral("channel.verified") : QStringLiteral("channel.differs"),
        QStringLiteral("channel"), l.channel.id.toString(), body));
  }
  PW_CHECK(in.commit());
  return looks;
}

} // namespace pricewright
