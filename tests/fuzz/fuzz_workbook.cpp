// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes in the place of a workbook, and any XML in the place of its sheets: read without harm, within the limits,
// and what is refused has a code.
#include "exports/PriceSheet.h"
#include "fuzz/Fuzz.h"
#include "support/ZipBytes.h"

#include <QBuffer>

using namespace pricewright;
using namespace pricewright::fuzz;

namespace {

void readAll(QByteArray bytes) {
  XlsxLimits limits;
  limits.partBytes = limits.allBytes = 1 << 20;
  limits.rows = 1000;
  limits.cells = limits.texts = 10'000;
  QBuffer file(&bytes);
  need(file.open(QIODevice::ReadOnly), "a buffer");
  const auto book = readXlsx(file, {}, limits);
  need(book || book.error().code.startsWith(u"xlsx."), "what is refused has a code");
  qsizetype rows = 0;
  if (book)
    for (const XlsxSheet& sheet : *book) {
      rows += qsizetype(sheet.rows.size());
      int last = 0;
      for (const XlsxRow& row : sheet.rows) {
        need(row.number > last, "rows in their order");
        last = row.number;
      }
    }
  need(rows <= limits.rows, "no more rows than allowed");
  need(file.seek(0), "back to the start");
  const auto sheet = readPriceSheet(file, {});
  need(sheet || sheet.error().code.startsWith(u"xlsx.") || sheet.error().code.startsWith(u"sheet."), "a code again");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const QByteArray input(reinterpret_cast<const char*>(data), qsizetype(size));
  readAll(input);
  const qsizetype cut = input.size() / 2;
  readAll(test::zipOf(test::workbookParts(
      {{QStringLiteral("Prices"), input.left(cut)}, {QStringLiteral("pricewright"), input.mid(cut)}}, input,
      input.mid(cut))));
  return 0;
}
