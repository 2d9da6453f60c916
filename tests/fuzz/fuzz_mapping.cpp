// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as an import's saved mapping or a folder's manifest: refused, or read, written and read to the same.
#include "base/Json.h"
#include "fuzz/Fuzz.h"
#include "imports/ImportMapping.h"
#include "imports/MappingGuess.h"
#include "imports/SampleImport.h"
#include "imports/csv/Values.h"

#include <QFile>
#include <QTemporaryDir>

using namespace pricewright;
using namespace pricewright::fuzz;

namespace {

void mapping(const QJsonObject& json) {
  const auto read = importMappingFromJson(json);
  if (!read) {
    need(read.error().code.startsWith(u"import."), "a reason from the imports");
    return;
  }
  need(sure(importKindFrom(importKindName(read->kind)), "a kind has a name") == read->kind, "and from it the way back");
  const QJsonObject written = toJson(*read);
  const ImportMapping back = sure(importMappingFromJson(written), "a mapping reads back");
  need(toJson(back) == written, "to the same text");
  need(back.notProducts == read->notProducts && back.digitLedCodes == read->digitLedCodes &&
           back.periodTotals == read->periodTotals && back.columns == read->columns &&
           back.constants == read->constants && back.keepOnly == read->keepOnly,
       "and the same mapping");
  if (const auto format = DayFormat::fromName(read->dateFormat)) {
    need(sure(DayFormat::fromName(format->name()), "a day format has a name").name() == format->name(), "its own");
    const auto moment = format->parse("2026-03-01 10:20");
    need(moment.fault != ValueFault::None || (moment.day() >= -7305 && moment.day() <= 47'848), "a day of our time");
  }
  FileScan scan;
  scan.header = read->columns.values() + QStringList{QStringLiteral("sku"), QStringLiteral("date")};
  scan.columns.resize(std::size_t(scan.header.size()));
  const ImportMapping guessed = guessColumns(*read, scan);
  for (auto it = read->columns.begin(); it != read->columns.end(); ++it)
    need(guessed.columns.value(it.key()) == it.value(), "what the mapping says is kept");
  missingFields(guessed, false);
}

void manifest(const QByteArray& bytes) {
  static const QTemporaryDir folder;
  QFile file(folder.filePath(QStringLiteral("sample.json")));
  need(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size(), "the manifest's file");
  file.close();
  const auto read = readManifest(folder.path());
  if (!read)
    return;
  need(Currency::fromCode(read->currency).has_value(), "a currency that is known");
  need(!read->files.empty(), "files to import");
  for (const VatRate& rate : read->vatRates)
    need(rate.rateBp >= 0 && rate.rateBp <= 10'000, "a rate of tax");
  for (const auto& one : read->files)
    need(one.file.startsWith(folder.path() + u'/') && !one.file.contains(QStringLiteral("/../")),
         "no file outside the folder");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Input in(data, size);
  const unsigned kind = in.byte();
  const QByteArray bytes = in.rest();
  if (kind == 'f')
    manifest(bytes);
  else if (const auto json = parseObject(bytes))
    mapping(*json);
  return 0;
}
