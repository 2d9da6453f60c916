// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Commands.h"

#include "Mappings.h"
#include "Shapes.h"
#include "base/Json.h"
#include "base/Words.h"
#include "engine/texts/Texts.h"
#include "imports/SampleImport.h"

#include <QFileInfo>
#include <QJsonArray>

namespace pricewright {
namespace {

QJsonObject previewJson(const ImportPreview& p) {
  QJsonArray columns, rows;
  for (const PreviewColumn& c : p.columns)
    columns.append(QJsonObject{{"name", c.name},
                               {"type", c.guessedType},
                               {"field", c.mappedTo},
                               {"samples", QJsonArray::fromStringList(c.samples)}});
  for (const QStringList& row : p.rows)
    rows.append(QJsonArray::fromStringList(row));
  QJsonObject rejectedBy;
  for (auto it = p.rejectedBy.begin(); it != p.rejectedBy.end(); ++it)
    rejectedBy.insert(it.key(), it.value());
  return {{"separator", p.separator},
          {"encoding", p.encoding},
          {"decimal_mark", p.decimalMark},
          {"date_format", p.dateFormat},
          {"byte_order_mark", p.hasByteOrderMark},
          {"bytes", p.fileBytes},
          {"columns", columns},
          {"rows", rows},
          {"missing", QJsonArray::fromStringList(p.missing)},
          {"notes", QJsonArray::fromStringList(p.notes)},
          {"refused", p.refusal ? p.refusal->code : QString()},
          {"tried", p.tried},
          {"rejected", p.rejected},
          {"rejected_by", rejectedBy},
          {"mapping", toJson(p.mapping)}};
}

// What to set, where most rows are rejected for a reason that a setting would remove.
QString hintFor(const QString& code) {
  if (code == u"import.bad-day" || code == u"import.absurd-day" || code == u"import.excel-day")
    return s("say how days are written with --date-format (yyyy-MM-dd, d.M.yyyy, week:1989-09-14, excel)");
  if (code == u"import.not-a-number" || code == u"import.too-fine")
    return s("say --decimal-mark . or , or name another column with --column FIELD=COLUMN; --round-prices rounds");
  if (code == u"import.not-a-product")
    return s("--lettered-codes where products' codes begin with a letter");
  if (code == u"import.duplicate-key" || code == u"import.repeated-row")
    return s("--invoice-lines where the rows are single sales, --column zone=COLUMN where there are several shops");
  if (code == u"import.overlapping-period")
    return s("say how many days a row holds with --set days=N");
  if (code == u"import.mixed-currency")
    return s("--column currency=COLUMN, or --set zone=NAME for a zone of that currency");
  if (code == u"import.future-day")
    return s("check --date-format; the workspace's own day is set with --as-of when it is made");
  if (code == u"import.bad-encoding")
    return s("say --encoding windows-1252, latin-1 or utf-8");
  return code == u"import.missing-value" ? s("name another column with --column FIELD=COLUMN") : QString();
}

// What became of the first rows when they were read as an import reads them.
QString trialText(const ImportPreview& p) {
  if (p.refusal)
    return s("\nAn import would refuse this file: %1").arg(errorText(*p.refusal));
  if (p.tried == 0)
    return {};
  QString text = s("\nOf the first %1 rows %2 would be rejected.").arg(p.tried).arg(p.rejected);
  for (auto it = p.rejectedBy.begin(); it != p.rejectedBy.end(); ++it) {
    const auto first = std::find_if(p.firstRejects.begin(), p.firstRejects.end(),
                                    [&it](const RejectedRow& r) { return r.code == it.key(); });
    text += s("\n  %1 × %2").arg(it.value()).arg(codeText(it.key()));
    if (first != p.firstRejects.end() && !first->column.isEmpty())
      text += s(" (line %1, %2: \"%3\")").arg(first->line).arg(first->column, first->value);
    if (const QString hint = hintFor(it.key()); !hint.isEmpty())
      text += s("\n      ") + hint;
  }
  return text;
}

QString previewText(const ImportPreview& p) {
  QString text = s("separator %1 · encoding %2%3 · decimal mark %4 · dates %5\n\n")
                     .arg(p.separator == u"\t" ? s("tab") : p.separator, p.encoding,
                          p.hasByteOrderMark ? s(" with byte order mark") : QString(), p.decimalMark, p.dateFormat);
  std::vector<QStringList> rows;
  for (const PreviewColumn& c : p.columns)
    rows.push_back(
        {c.name, c.guessedType, c.mappedTo.isEmpty() ? s("-") : c.mappedTo, c.samples.mid(0, 4).join(s(" | "))});
  text += textTable({"column", "looks like", "becomes", "values"}, rows);
  for (const QString& note : p.notes)
    text += s("\nnote: ") + codeText(note);
  if (!p.missing.isEmpty())
    text += s("\nStill missing: %1. Name their columns with --column FIELD=COLUMN, or a value for all rows with --set "
              "FIELD=VALUE.")
                .arg(p.missing.join(s(", ")));
  return text + trialText(p);
}

// A file of which nothing at all would come in is not ready, however well it looks.
int previewAnswer(const ImportPreview& p) {
  return !p.missing.isEmpty() || p.refusal || (p.tried > 0 && p.rejected >= p.tried) ? kFailed : kOk;
}

int runUndo(Session& session) {
  PW_SAY(session, const Id id, Id::parse(session.arguments.value("undo")));
  PW_OPEN(session, w, Changing);
  PW_SAY(session, const ImportReport report, w.undoImport(id));
  return session.answer(toJson(report), s("Import %1 was taken back: %2 rows removed, %3 restored.")
                                            .arg(id.toString())
                                            .arg(report.added)
                                            .arg(report.changed));
}

Status saveUnder(Workspace& w, const QString& name, ImportMapping mapping) {
  if (name.isEmpty())
    return {};
  mapping.name = name;
  return w.importer().saveMapping(w.me(), mapping);
}

} // namespace

int runImport(Session& session) {
  if (session.arguments.has("undo"))
    return runUndo(session);
  if (session.arguments.words.isEmpty())
    return session.usage(s("import FILE --kind KIND, or import --undo BATCH"));
  PW_OPEN(session, w, Changing);
  const QString file = session.arguments.words.first();
  PW_SAY(session, const ImportMapping described, describedMapping(session.arguments, w.importer()));
  PW_SAY(session, const ImportPreview preview, w.previewImport(file, described.kind, &described));
  if (session.arguments.has("preview"))
    return session.answer(previewJson(preview), previewText(preview), previewAnswer(preview));
  if (!preview.missing.isEmpty())
    return session.refuse(
        fail(s("import.missing-field"), {{s("field"), preview.missing.join(s(", "))}, {s("path"), file}}));
  // The columns are settled by the preview; separator, marks and dates are read again from the whole file.
  ImportMapping mapping = described;
  mapping.columns = preview.mapping.columns;
  mapping.invoiceLines = preview.mapping.invoiceLines;
  mapping.digitLedCodes = preview.mapping.digitLedCodes;
  PW_SAY(session, ImportReport report, w.importFile(file, mapping, session.job(), session.arguments.value("rejects")));
  for (const QString& note : preview.notes) // what the preview decided is said here too
    if (note.startsWith(s("import.taken-for-invoice-lines")) || note.startsWith(s("import.lettered-codes")))
      report.notes.prepend(note);
  if (const Status saved = saveUnder(w, session.arguments.value("save-mapping"), mapping); !saved)
    return session.refuse(saved.error());
  return session.answer(toJson(report), importText(file, report), report.rejected > 0 ? kPartly : kOk);
}

int runImportFolder(Session& session) {
  PW_OPEN(session, w, Changing);
  PW_SAY(session, const auto reports,
         importFolder(w.importer(), w.offers(), w.catalog(), w.me(), session.arguments.words.first(), session.job()));
  QJsonArray all;
  QStringList texts;
  bool rejected = false;
  for (const ImportReport& report : reports) {
    all.append(toJson(report));
    texts << importText(report.file, report);
    rejected = rejected || report.rejected > 0;
  }
  return session.answer({{"imports", all}}, texts.join(u'\n'), rejected ? kPartly : kOk);
}

} // namespace pricewright
