// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/ImportPlan.h"

#include "imports/MappingGuess.h"

namespace pricewright {
namespace {

Result<char> separatorFrom(const QString& name) {
  if (name == QStringLiteral("auto") || name.isEmpty())
    return '\0';
  if (name == QStringLiteral("tab") || name == QStringLiteral("\t"))
    return '\t';
  if (name.size() == 1 && QStringLiteral(",;|:^~").contains(name))
    return name.at(0).toLatin1();
  return fail(QStringLiteral("import.unknown-separator"), {{QStringLiteral("separator"), name}});
}

QString separatorName(char c) { return c == '\t' ? QStringLiteral("tab") : QString(QLatin1Char(c)); }

// By its exact name, else by its name in any case.
Result<int> columnOf(const QStringList& header, const QString& name) {
  qsizetype at = header.indexOf(name.simplified());
  for (qsizetype i = 0; at < 0 && i < header.size(); ++i)
    if (header[i].compare(name.simplified(), Qt::CaseInsensitive) == 0)
      at = i;
  if (at >= 0)
    return static_cast<int>(at);
  return fail(
      QStringLiteral("import.unknown-column"),
      {{QStringLiteral("column"), name}, {QStringLiteral("columns"), header.mid(0, 30).join(QStringLiteral(", "))}});
}

const FieldSpec* specOf(ImportKind kind, const QString& field) {
  for (const FieldSpec& spec : importFields(kind))
    if (spec.name == field)
      return &spec;
  return nullptr;
}

bool isNumeric(const FieldSpec& spec) {
  return spec.type == QStringLiteral("decimal") || spec.type == QStringLiteral("integer") ||
         spec.type == QStringLiteral("share");
}

bool looksLikeCurrency(const QString& name) {
  return name.size() == 3 && std::all_of(name.begin(), name.end(), [](QChar c) { return c >= u'A' && c <= u'Z'; });
}

Status findRateColumns(ImportPlan& plan) {
  const ImportMapping& m = plan.mapping;
  const auto told = [&m](const char* field) {
    return m.columns.contains(QLatin1String(field)) || m.constants.contains(QLatin1String(field));
  };
  if (m.kind != ImportKind::ExchangeRates || told("currency") || told("rate"))
    return {};
  for (qsizetype i = 0; i < plan.scan.header.size(); ++i) {
    const QString& name = plan.scan.header[i];
    if (!looksLikeCurrency(name))
      continue;
    if (Currency::fromCode(name))
      plan.rateColumns.emplace_back(static_cast<int>(i), name.toStdString());
    else // a currency of the past, or a column that only looks like one
      plan.notes << QStringLiteral("import.unknown-currency-column:") + name;
  }
  return {};
}

// One order of day and month for all day columns of a file: what one column proves holds for the others.
Status decideDays(ImportPlan& plan, DayFormat& format) {
  if (plan.mapping.dateFormat != QStringLiteral("auto")) {
    PW_TRY(format, DayFormat::fromName(plan.mapping.dateFormat));
    return {};
  }
  ColumnProfile all;
  QString name;
  int columns = 0, spreadsheet = 0;
  for (auto it = plan.mapping.columns.begin(); it != plan.mapping.columns.end(); ++it) {
    const FieldSpec* spec = specOf(plan.mapping.kind, it.key());
    if (spec->type != QStringLiteral("day"))
      continue;
    PW_TRY(const int column, columnOf(plan.scan.header, it.value()));
    const ColumnProfile& one = plan.scan.columns[static_cast<std::size_t>(column)];
    all.isoDays += one.isoDays;
    all.dayFirst += one.dayFirst;
    all.monthFirst += one.monthFirst;
    all.openDays += one.openDays;
    all.dotted += one.dotted;
    name = it.value();
    const BareDays bare = bareDays(plan.scan, column);
    spreadsheet += bare == BareDays::Spreadsheet;
    if (bare == BareDays::Periods) {
      plan.openDays = fail(QStringLiteral("import.needs-week-origin"), {{QStringLiteral("column"), name}});
      plan.notes << plan.openDays->code + u':' + name;
      return {};
    }
    ++columns;
  }
  if (spreadsheet > 0 && spreadsheet == columns) {
    format = DayFormat(DayFormat::Kind::Excel);
    plan.notes << QStringLiteral("import.spreadsheet-days:") + name;
    plan.mapping.dateFormat = format.name();
    return {};
  }
  auto decided = decideDayFormat(all, name);
  if (!decided) {
    plan.openDays = decided.error();
    plan.notes << decided.error().code + u':' + name;
    return {};
  }
  format = *decided;
  if (!name.isEmpty() && plan.scan.complete)
    plan.mapping.dateFormat = format.name();
  return {};
}

Status decideMarks(ImportPlan& plan, std::vector<char>& marks) {
  std::vector<bool> relevant(plan.scan.columns.size(), false);
  for (auto it = plan.mapping.columns.begin(); it != plan.mapping.columns.end(); ++it) {
    PW_TRY(const int column, columnOf(plan.scan.header, it.value()));
    if (isNumeric(*specOf(plan.mapping.kind, it.key())))
      relevant[static_cast<std::size_t>(column)] = true;
  }
  for (const auto& [column, code] : plan.rateColumns)
    relevant[static_cast<std::size_t>(column)] = true;
  const QString told = plan.mapping.decimalMark;
  if (told == QStringLiteral(".") || told == QStringLiteral(",")) {
    marks.assign(relevant.size(), told.at(0).toLatin1());
    plan.decimalMark = told;
    return {};
  }
  if (told != QStringLiteral("auto") && !told.isEmpty())
    return fail(QStringLiteral("import.bad-mapping"), {{QStringLiteral("key"), QStringLiteral("decimalMark")}});
  const DecimalMarks decided = decideDecimalMarks(plan.scan, relevant);
  marks = decided.columns;
  plan.notes << decided.notes;
  plan.decimalMark = decided.differs ? QStringLiteral("mixed") : QString(QLatin1Char(decided.file));
  // Where something was left open it stays "auto", so that the import itself decides, and reports it, again.
  if (!decided.differs && decided.notes.isEmpty() && plan.scan.complete)
    plan.mapping.decimalMark = plan.decimalMark;
  return {};
}

// Of what is read, every column must be the only one of its name.
Status checkColumnsOnce(const ImportPlan& plan, const QString& path) {
  QStringList read = plan.mapping.columns.values() + plan.mapping.keepOnly.keys();
  for (const auto& [column, code] : plan.rateColumns)
    read << plan.scan.header[column];
  for (const QString& name : read) {
    PW_TRY(const int column, columnOf(plan.scan.header, name));
    PW_CHECK(checkOnlyOne(plan.scan, path, plan.scan.header[column]));
  }
  return {};
}

Status makeFields(ImportPlan& plan) {
  ImportMapping& m = plan.mapping;
  for (const QStringList& names : {m.columns.keys(), m.constants.keys()})
    for (const QString& name : names)
      if (!specOf(m.kind, name))
        return fail(QStringLiteral("import.unknown-field"),
                    {{QStringLiteral("field"), name}, {QStringLiteral("kind"), importKindName(m.kind)}});
  DayFormat days;
  std::vector<char> marks;
  PW_CHECK(decideDays(plan, days));
  PW_CHECK(decideMarks(plan, marks));
  std::vector<FieldSource> fields;
  for (auto it = m.constants.begin(); it != m.constants.end(); ++it) {
    FieldSource f;
    f.name = it.key();
    f.constant = it.value().trimmed().toStdString();
    f.dayFormat = DayFormat(DayFormat::Kind::Iso);
    fields.push_back(std::move(f));
  }
  for (auto it = m.columns.begin(); it != m.columns.end(); ++it) {
    FieldSource f;
    f.name = it.key();
    PW_TRY(f.column, columnOf(plan.scan.header, it.value()));
    f.columnName = plan.scan.header[f.column];
    f.decimalMark = marks[static_cast<std::size_t>(f.column)];
    f.dayFormat = days;
    fields.push_back(std::move(f));
  }
  if (!plan.rateColumns.empty()) { // carries the mark of the wide form
    FieldSource f;
    f.name = QStringLiteral("rate");
    f.decimalMark = marks[static_cast<std::size_t>(plan.rateColumns.front().first)];
    fields.push_back(std::move(f));
  }
  plan.fields = FieldTable(std::move(fields));
  for (auto it = m.keepOnly.begin(); it != m.keepOnly.end(); ++it) {
    PW_TRY(const int column, columnOf(plan.scan.header, it.key()));
    plan.keepOnly.emplace_back(column, it.value().trimmed().toStdString());
  }
  return {};
}

// Whether sales are invoice lines, and whether products' codes may begin with a letter. What the user said stays.
Status guessLines(ImportPlan& plan, const QString& path, const ImportMapping& told) {
  ImportMapping& m = plan.mapping;
  const QString days = QStringLiteral("days");
  if (m.kind != ImportKind::Sales || told.periodTotals || m.columns.contains(days) || m.constants.contains(days))
    return {};
  PW_TRY(const LineEvidence evidence, lookForLines(path, plan.scan, m));
  if (!m.invoiceLines && !evidence.areLines())
    return {};
  if (!m.invoiceLines) {
    ImportMapping lines = told;
    lines.invoiceLines = true;
    m = guessColumns(lines, plan.scan);
    plan.notes << QStringLiteral("import.taken-for-invoice-lines:") + m.columns.value(QStringLiteral("day"));
  }
  if (m.digitLedCodes && evidence.lettersAreProducts()) {
    m.digitLedCodes = false;
    plan.notes << QStringLiteral("import.lettered-codes:") + m.columns.value(QStringLiteral("sku"));
  }
  return {};
}

} // namespace

Result<ImportPlan> planImport(const QString& path, const ImportMapping& mapping, const PlanOptions& options) {
  ImportPlan plan;
  ScanOptions scan;
  scan.mostRows = options.mostRows;
  scan.stop = options.stop;
  PW_TRY(scan.separator, separatorFrom(mapping.separator));
  PW_TRY(scan.encoding, textEncodingFrom(mapping.encoding));
  PW_TRY(plan.scan, scanFile(path, scan));
  plan.mapping = mapping;
  if (scan.encoding == TextEncoding::Auto &&
      (plan.scan.encoding == TextEncoding::Latin1 || plan.scan.encoding == TextEncoding::Windows1252))
    plan.notes << QStringLiteral("import.not-utf8:") + textEncodingName(plan.scan.encoding);
  if (plan.scan.damagedCharacters > 0)
    plan.notes << QStringLiteral("import.damaged-utf8:%1").arg(plan.scan.damagedCharacters);
  if (options.guessColumns) {
    plan.mapping = guessColumns(mapping, plan.scan);
    PW_CHECK(guessLines(plan, path, mapping));
  }
  plan.mapping.separator = separatorName(plan.scan.separator);
  if (plan.scan.complete)
    plan.mapping.encoding = textEncodingName(plan.scan.encoding);
  PW_CHECK(findRateColumns(plan));
  PW_CHECK(makeFields(plan));
  PW_CHECK(checkColumnsOnce(plan, path));
  plan.missing = missingFields(plan.mapping, !plan.rateColumns.empty());
  return plan;
}

Permission permissionToImport(const ImportMapping& mapping) {
  if (mapping.kind == ImportKind::Products)
    for (const char* bound : {"min_price", "max_price", "map"})
      if (mapping.columns.contains(QLatin1String(bound)) || mapping.constants.contains(QLatin1String(bound)))
        return Permission::EditBounds;
  return Permission::ImportData;
}

} // namespace pricewright
