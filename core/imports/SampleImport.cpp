// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/SampleImport.h"

#include "base/Json.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>

namespace pricewright {
namespace {

Error bad(const QString& key) { return fail(QStringLiteral("import.bad-manifest"), {{QStringLiteral("key"), key}}); }

Result<QJsonObject> readJson(const QString& path) {
  QFile file(path);
  if (!file.open(QIODevice::ReadOnly))
    return fail(QStringLiteral("import.no-manifest"), {{QStringLiteral("path"), path}});
  if (file.size() > (1 << 20))
    return bad(QStringLiteral("size"));
  return parseObject(file.readAll());
}

// Only names of files that lie in the folder itself: a manifest must not reach anywhere else.
Result<QString> plainName(const QJsonValue& value, const QString& key) {
  const QString name = value.toString();
  if (name.isEmpty() || name.contains(u'/') || name.contains(u'\\') || name.startsWith(u'.'))
    return bad(key);
  return name;
}

Result<FolderManifest::File> readFile(const QString& folder, const QJsonObject& o) {
  FolderManifest::File f;
  PW_TRY(const QString file, plainName(o.value(QStringLiteral("file")), QStringLiteral("files.file")));
  PW_TRY(const QString mapping, plainName(o.value(QStringLiteral("mapping")), QStringLiteral("files.mapping")));
  f.file = QDir(folder).filePath(file);
  PW_TRY(const QJsonObject json, readJson(QDir(folder).filePath(mapping)));
  PW_TRY(f.mapping, importMappingFromJson(json));
  return f;
}

Result<Source> readSource(const QJsonObject& o) {
  Source s;
  s.code = o.value(QStringLiteral("code")).toString();
  s.name = o.value(QStringLiteral("name")).toString(s.code);
  s.kind = o.value(QStringLiteral("kind")).toString(QStringLiteral("file"));
  s.terms = o.value(QStringLiteral("terms")).toString();
  const double hours = o.value(QStringLiteral("freshness_hours")).toDouble(24);
  s.publicData = o.value(QStringLiteral("public_data")).toBool(true);
  s.informsDemand = o.value(QStringLiteral("informs_demand")).toBool(true);
  if (s.code.isEmpty() || hours < 1 || hours > 24 * 366)
    return bad(QStringLiteral("sources"));
  s.freshness = std::chrono::hours(static_cast<int>(hours));
  return s;
}

Result<VatRate> readVat(const QJsonObject& o, const QString& market) {
  VatRate v;
  v.market = o.value(QStringLiteral("market")).toString(market);
  v.vatClass = o.value(QStringLiteral("vat_class")).toString(QStringLiteral("standard"));
  PW_TRY(v.from, parseDay(o.value(QStringLiteral("from")).toString()));
  v.rateBp = o.value(QStringLiteral("rate_bp")).toInt(-1);
  if (v.rateBp < 0 || v.rateBp > 10'000 || v.market.isEmpty())
    return bad(QStringLiteral("vat"));
  return v;
}

// Only what differs is written, so that a second import leaves no trace.
Status putZoneFacts(CatalogStore& catalog, const Actor& by, const FolderManifest& m, const QSet<int>& before) {
  PW_TRY(const Catalog now, catalog.load());
  for (PriceZone zone : now.zones) {
    if (before.contains(zone.no))
      continue;
    zone.market = m.market;
    zone.grossPrices = m.grossPrices;
    if (!m.timeZone.isEmpty())
      zone.timeZone = m.timeZone.toLatin1();
    PW_CHECK(catalog.putZone(by, zone));
  }
  return {};
}

bool sameSource(const Source& a, const Source& b) {
  return a.name == b.name && a.kind == b.kind && a.terms == b.terms && a.freshness == b.freshness &&
         a.publicData == b.publicData && a.informsDemand == b.informsDemand;
}

Status putSources(OfferStore& offers, const Actor& by, const std::vector<Source>& wanted) {
  PW_TRY(const auto known, offers.sources());
  for (const Source& s : wanted) {
    const bool there =
        std::any_of(known.begin(), known.end(), [&s](const Source& k) { return k.code == s.code && sameSource(k, s); });
    if (there)
      continue;
    PW_TRY(const int no, offers.putSource(by, s));
    Q_UNUSED(no);
  }
  return {};
}

Status putVatRates(CatalogStore& catalog, const Actor& by, const std::vector<VatRate>& wanted, const Catalog& known) {
  for (const VatRate& v : wanted) {
    const bool there = std::any_of(known.vatRates.begin(), known.vatRates.end(), [&v](const VatRate& k) {
      return k.market == v.market && k.vatClass == v.vatClass && k.from == v.from && k.rateBp == v.rateBp;
    });
    if (!there)
      PW_CHECK(catalog.putVatRate(by, v));
  }
  return {};
}

} // namespace

Result<FolderManifest> readManifest(const QString& folder) {
  PW_TRY(const QJsonObject o, readJson(QDir(folder).filePath(QStringLiteral("sample.json"))));
  FolderManifest m;
  m.name = o.value(QStringLiteral("name")).toString();
  m.currency = o.value(QStringLiteral("currency")).toString();
  if (!Currency::fromCode(m.currency))
    return bad(QStringLiteral("currency"));
  if (const QString asOf = o.value(QStringLiteral("as_of")).toString(); !asOf.isEmpty()) {
    PW_TRY(const Instant at, parseInstant(asOf));
    m.asOf = at;
  }
  const QJsonObject zones = o.value(QStringLiteral("zones")).toObject();
  m.market = zones.value(QStringLiteral("market")).toString();
  m.timeZone = zones.value(QStringLiteral("time_zone")).toString();
  m.grossPrices = zones.value(QStringLiteral("gross_prices")).toBool(false);
  for (const QJsonValue v : o.value(QStringLiteral("vat")).toArray()) {
    PW_TRY(const VatRate rate, readVat(v.toObject(), m.market));
    m.vatRates.push_back(rate);
  }
  for (const QJsonValue v : o.value(QStringLiteral("sources")).toArray()) {
    PW_TRY(const Source source, readSource(v.toObject()));
    m.sources.push_back(source);
  }
  for (const QJsonValue v : o.value(QStringLiteral("files")).toArray()) {
    PW_TRY(const FolderManifest::File file, readFile(folder, v.toObject()));
    m.files.push_back(file);
  }
  if (m.files.empty())
    return bad(QStringLiteral("files"));
  return m;
}

Result<std::vector<ImportReport>> importFolder(Importer& importer, OfferStore& offers, CatalogStore& catalog,
                                               const Actor& by, const QString& folder, const JobContext& job) {
  PW_CHECK(catalog.permits(by, Permission::EditMarkets)); // or the facts at the end would be refused
  PW_TRY(const FolderManifest manifest, readManifest(folder));
  PW_TRY(const Catalog known, catalog.load());
  QSet<int> before;
  for (const PriceZone& zone : known.zones)
    before.insert(zone.no);
  PW_CHECK(putSources(offers, by, manifest.sources));
  PW_CHECK(putVatRates(catalog, by, manifest.vatRates, known));
  std::vector<ImportReport> reports;
  for (std::size_t i = 0; i < manifest.files.size(); ++i) {
    JobContext part = job;
    part.progress = [&job, i, n = manifest.files.size()](std::string_view step, double fraction) {
      job.report(step, (static_cast<double>(i) + fraction) / static_cast<double>(n));
    };
    auto report = importer.run(by, manifest.files[i].file, manifest.files[i].mapping, part);
    if (!report)
      return Error(report.error()).with(QStringLiteral("file"), manifest.files[i].file);
    reports.push_back(std::move(*report));
  }
  PW_CHECK(putZoneFacts(catalog, by, manifest, before));
  return reports;
}

} // namespace pricewright
