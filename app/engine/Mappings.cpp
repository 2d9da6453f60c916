// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Mappings.h"

#include "Shapes.h"
#include "base/Json.h"
#include "base/Words.h"

#include <QFileInfo>

namespace pricewright {
namespace {

// A mapping that was saved under a name, or one in a JSON file; without either, an empty one of the kind that is said.
Result<ImportMapping> namedMapping(const Arguments& typed, const Importer& importer, std::optional<ImportKind> kind) {
  ImportMapping mapping;
  const QString named = typed.value("mapping");
  if (named.isEmpty() && !typed.has("kind") && !kind)
    return fail(s("usage.needs-kind"));
  if (QFileInfo(named).isFile()) {
    PW_TRY(const QByteArray bytes, readFile(named));
    PW_TRY(const QJsonObject json, parseObject(bytes));
    PW_TRY(mapping, importMappingFromJson(json));
  } else if (!named.isEmpty()) {
    PW_TRY(mapping, importer.loadMapping(named));
  }
  if (typed.has("kind")) {
    PW_TRY(mapping.kind, importKindFrom(typed.value("kind")));
  }
  mapping.kind = kind.value_or(mapping.kind);
  return mapping;
}

} // namespace

Result<ImportMapping> describedMapping(const Arguments& typed, const Importer& importer,
                                       std::optional<ImportKind> kind) {
  PW_TRY(ImportMapping mapping, namedMapping(typed, importer, kind));
  mapping.separator = typed.value("separator", mapping.separator);
  if (mapping.separator == u"tab")
    mapping.separator = s("\t");
  mapping.encoding = typed.value("encoding", mapping.encoding);
  mapping.decimalMark = typed.value("decimal-mark", mapping.decimalMark);
  mapping.dateFormat = typed.value("date-format", mapping.dateFormat);
  PW_TRY(const auto columns, pairs(typed, "column"));
  mapping.columns.insert(columns);
  PW_TRY(const auto constants, pairs(typed, "set"));
  mapping.constants.insert(constants);
  PW_TRY(const auto keep, pairs(typed, "keep-only"));
  mapping.keepOnly.insert(keep);
  mapping.notProducts += typed.all("not-product");
  mapping.invoiceLines = mapping.invoiceLines || typed.has("invoice-lines");
  mapping.periodTotals = mapping.periodTotals || typed.has("period-totals");
  mapping.roundPrices = mapping.roundPrices || typed.has("round-prices");
  mapping.createMissing = mapping.createMissing && !typed.has("known-only");
  mapping.digitLedCodes = mapping.digitLedCodes && !typed.has("lettered-codes");
  return mapping;
}

} // namespace pricewright
