// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/texts/TextTables.h"

#include <QtGlobal>

namespace pricewright {
namespace {

// Those of a whole file end with what was kept; those of a row are also said in a few words beside a count, so they are
// short. Nothing of a file is imported where the file as a whole is refused.
#define ROW(code, english) {code, QT_TRANSLATE_NOOP("Texts", english)}
constexpr TextRow kImportTexts[] = {
    // A whole file
    ROW("import.file-missing", "There is no file {path}. Nothing was imported."),
    ROW("import.file-unreadable", "{path} cannot be read ({why}). Nothing was imported."),
    ROW("import.file-damaged", "{path} is damaged ({why}). Nothing was imported. Fetch the file again."),
    ROW("import.file-changed",
        "{path} changed while it was read. Nothing was imported. Try again when it is complete."),
    ROW("import.compression-bomb", "{path} unpacks to far more than it should. Nothing was imported."),
    ROW("import.too-large", "{path} is larger than can be imported. Nothing was imported. Split it."),
    ROW("import.not-text", "{path} is not a text file. Nothing was imported. Export it as CSV."),
    ROW("import.empty", "{path} is empty. Nothing was imported."),
    ROW("import.bad-header", "The header of {path} cannot be used: {why}. Nothing was imported."),
    ROW("import.column-twice",
        "{path} has more than one column \"{column}\", and which of them is meant cannot be told. "
        "Nothing was read; give each a name of its own."),
    ROW("import.unknown-encoding", "There is no encoding {encoding} here: use utf-8, latin-1 or windows-1252."),
    ROW("import.unknown-separator", "This separator is not known: use a comma, semicolon, tab or |."),
    ROW("import.unknown-column",
        "The file has no column {column}. Nothing was imported. --preview shows the columns that it has."),
    ROW("import.unknown-field", "There is no field {field} for this kind of file. Nothing was imported."),
    ROW("import.missing-field", "No column was found for: {field}. Nothing was imported. Name it with --column "
                                "FIELD=COLUMN, or give all rows one value with --set FIELD=VALUE."),
    ROW("import.open-day-order",
        "day and month cannot be told apart. Say the format with --date-format, such as d.M.yyyy"),
    ROW("import.both-day-orders",
        "some dates have the day first, others the month. Say the format with --date-format, such as d.M.yyyy"),
    ROW("import.bad-day-format",
        "{format} is no date format. Use patterns such as yyyy-MM-dd or d.M.yyyy, week:1989-09-14 for numbers of "
        "weeks, or excel for a spreadsheet's day numbers."),
    ROW("import.needs-week-origin",
        "numbers of weeks or periods mean no days yet. Say on which day number 1 began with "
        "--date-format week:YYYY-MM-DD, or name a column of days with --column"),
    ROW("import.spreadsheet-days", "a spreadsheet's day numbers, read with --date-format excel"),
    ROW("import.taken-for-invoice-lines",
        "several rows for one product and day: read as invoice lines and added up to weeks, as with --invoice-lines. "
        "--period-totals switches that off"),
    ROW("import.lettered-codes",
        "many codes begin with a letter and were taken for products, as with --lettered-codes"),
    ROW("import.not-utf8", "the file is not UTF-8; it was read with the older encoding. Check names with accents"),
    ROW("import.damaged-utf8",
        "characters that are broken in a file that is UTF-8 otherwise; the rows they stand in are rejected"),
    ROW("import.days-summed", "rows of single days, added up to weeks from Monday to Sunday"),
    ROW("import.months", "rows of whole months, kept with each month's length"),
    ROW("import.weeks-continued", "weeks that an earlier file had begun, added up over both"),
    ROW("import.weeks-assumed",
        "products with one row only: its period was taken to be seven days. If not, say it with --set days=N"),
    ROW("import.open-decimal-mark", "one sign could mark decimals or thousands; it was taken for the decimal mark. "
                                    "Check the values, or say --decimal-mark"),
    ROW("import.both-decimal-marks", "dot and comma are both used as decimal marks. Say which with --decimal-mark"),
    ROW("import.no-channel", "The workspace has no channel that prices could belong to."),
    ROW("import.too-many-rejects", "Nearly every row was rejected, so the file was probably read the wrong way. "
                                   "Nothing was imported. Look with --preview."),
    ROW("import.reject-file", "The file for rejected rows, {path}, cannot be written. Nothing was imported. Name "
                              "another one with --rejects."),
    ROW("import.cancelled", "The import was stopped, as you asked. Nothing of it was kept."),
    ROW("import.unknown-kind",
        "\"{kind}\" is no kind of import. Known are: products, costs, stock, sales, promotions, offers, prices, fx."),
    ROW("import.unknown-mapping", "There is neither a saved mapping nor a file called {name}."),
    ROW("import.bad-mapping", "The mapping cannot be read at: {key}. Nothing was imported."),
    ROW("import.no-manifest", "There is no {path}, which tells how the folder is to be read. Nothing was imported."),
    ROW("import.bad-manifest", "The folder's sample.json cannot be read at: {key}. Nothing was imported."),
    ROW("import.unknown-currency-column", "a column that is no currency; it was left out"),
    ROW("import.unknown-batch", "There is no import with this id."),
    ROW("import.already-undone", "This import was taken back already."),
    ROW("import.newer-changes",
        "Something came later that stands on what this import brought: another import, an edit or a published price. "
        "So it cannot be taken back. Take later imports back first."),
    ROW("import.decided-since", "Prices were decided since for products that this import brought, and decisions are "
                                "kept for good. So it cannot "
                                "be taken back. Import corrected figures instead."),
    // A row
    ROW("import.ragged-row", "more or fewer cells than the header"),
    ROW("import.bad-quote", "a quotation mark in the wrong place"),
    ROW("import.unclosed-quote", "a quotation mark that is never closed"),
    ROW("import.line-too-long", "a line that is too long"),
    ROW("import.nul-byte", "a zero byte in the text"),
    ROW("import.bad-encoding", "letters that the encoding does not have"),
    ROW("import.missing-value", "a required value is missing"),
    ROW("import.text-too-long", "a text that is too long"),
    ROW("import.bad-code", "a code that is empty or has control characters"),
    ROW("import.bad-gtin", "a GTIN whose digits or check digit are wrong"),
    ROW("import.bad-choice", "a word that is none of those allowed"),
    ROW("import.not-a-number", "not a number"),
    ROW("import.out-of-range", "a number that is too large"),
    ROW("import.too-fine", "more decimals than can be kept exactly"),
    ROW("import.bad-day", "not a day"),
    ROW("import.excel-day", "a spreadsheet's number instead of a day"),
    ROW("import.absurd-day", "a day that cannot be meant"),
    ROW("import.bad-switch", "neither yes nor no"),
    ROW("import.bad-share", "a share outside 0 to 1"),
    ROW("import.bad-pack", "an impossible pack"),
    ROW("import.price-not-positive", "a price that is not positive"),
    ROW("import.cost-not-positive", "a cost that is not positive"),
    ROW("import.negative-units", "negative units"),
    ROW("import.negative-value", "a negative value"),
    ROW("import.bounds-crossed", "a floor above its ceiling"),
    ROW("import.bad-period", "a period that ends before it begins"),
    ROW("import.unknown-currency", "an unknown currency"),
    ROW("import.price-slip", "ten times what was mostly paid, or a tenth of it: a digit slipped"),
    ROW("import.mixed-currency", "another currency than the row's or the price zone's"),
    ROW("import.unknown-sku", "an unknown product"),
    ROW("import.unknown-zone", "an unknown price zone"),
    ROW("import.unknown-competitor", "an unknown competitor"),
    ROW("import.unknown-source", "an unknown source"),
    ROW("import.unknown-channel", "an unknown channel"),
    ROW("import.repeated-row", "the same row twice, with the same values"),
    ROW("import.overlapping-period", "a period that overlaps another one of the same product"),
    ROW("import.future-day", "a day in the future"),
    ROW("import.spreadsheet-code", "a code that a spreadsheet turned into a number such as 4.0E+12, its digits lost"),
    ROW("import.duplicate-key", "the same row twice, with different values"),
    ROW("import.published-history", "a price before one that was published already"),
    ROW("import.cancelled-invoice", "a cancelled invoice"),
    ROW("import.not-a-product", "a code that is no product"),
    ROW("import.quantity-not-positive", "a quantity that is not positive"),
};
#undef ROW

} // namespace

std::span<const TextRow> importTexts() { return kImportTexts; }

} // namespace pricewright
