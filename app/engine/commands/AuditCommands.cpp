// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Commands.h"

#include "Shapes.h"
#include "base/Words.h"
#include "engine/texts/Texts.h"
#include "engine/views/AuditView.h"

#include <QFile>
#include <QLocale>

namespace pricewright {
namespace {

Error badValue(const char* option, const QString& value, const char* wanted) {
  return fail(s("usage.bad-value"), {{s("option"), s(option)}, {s("value"), value}, {s("wanted"), s(wanted)}});
}

Result<std::optional<Instant>> timeOf(const Arguments& typed, const char* option) {
  if (!typed.has(option))
    return std::optional<Instant>();
  const Result<Instant> at = parseInstant(typed.value(option));
  if (!at)
    return badValue(option, typed.value(option), "a day or a time, such as 2026-03-01 or 2026-03-01T09:30:00Z");
  return std::optional(*at);
}

Result<AuditFilter> filterFrom(const Arguments& typed) {
  AuditFilter filter;
  filter.actors = typed.all("who");
  filter.kinds = typed.all("what");
  filter.sku = typed.value("sku");
  filter.text = typed.value("text");
  PW_TRY(filter.from, timeOf(typed, "from"));
  PW_TRY(filter.to, timeOf(typed, "before"));
  return filter;
}

Result<AuditFormat> formatFrom(const Arguments& typed) {
  const QString format = typed.value("format", s("proof"));
  if (format == u"proof")
    return AuditFormat::Proof;
  if (format == u"csv")
    return AuditFormat::CsvMachine;
  if (format == u"excel")
    return AuditFormat::CsvExcel;
  return badValue("--format", format, "proof, csv or excel");
}

QJsonObject toJson(const ProofReport& r) {
  QJsonObject object{{"intact", r.intact()},   {"why", r.why},         {"entries", r.entries},
                     {"left_out", r.leftOut},  {"from", r.from},       {"to", r.to},
                     {"head", r.headSequence}, {"key", r.fingerprint}, {"header", r.header}};
  if (r.brokenLine > 0)
    object.insert("broken_line", r.brokenLine);
  return object;
}

QString textOf(const ProofReport& r) {
  if (!r.intact())
    return s("BROKEN%1: %2. Nothing in this file is proven.")
        .arg(r.brokenLine > 0 ? s(" at line %1").arg(r.brokenLine) : QString(), codeText(s("proof.") + r.why));
  const auto told = [&](const char* name) { return r.header.value(QLatin1String(name)).toString(); };
  const QString leftOut = r.leftOut > 0 ? s(", %1 more as their hashes alone").arg(r.leftOut) : QString();
  return s("Intact: entries %1 to %2 of %3, %4 in full%5.\n"
           "Journal of \"%6\" (%7), written by %8 on %9 at %10.\n"
           "Signed with the key %11. Compare it with what that device says: pricewright-engine audit key")
      .arg(r.from)
      .arg(r.to)
      .arg(r.headSequence)
      .arg(r.entries)
      .arg(leftOut, told("workspaceName"), told("workspace"), told("writtenBy"), told("device"), told("writtenAt"),
           r.fingerprint);
}

} // namespace

int runAuditExport(Session& session) {
  const Arguments& typed = session.arguments;
  PW_SAY(session, const AuditFilter filter, filterFrom(typed));
  PW_SAY(session, const AuditFormat format, formatFrom(typed));
  const QString mark = typed.value("decimal-mark", QLocale::system().decimalPoint());
  if (mark != u"." && mark != u",")
    return session.refuse(badValue("--decimal-mark", mark, "a dot or a comma"));
  PW_OPEN(session, w, Looking);
  PW_SAY(session, const AuditExported done,
         exportAudit(w, filter, typed.words.first(), format, session.job(), mark.front()));
  QJsonObject object{{"file", done.path}, {"entries", done.entries}, {"left_out", done.leftOut}};
  QString text = s("%1: %2 entries").arg(done.path).arg(done.entries);
  if (format == AuditFormat::Proof) {
    object.insert("key", done.fingerprint);
    text += s(", signed with the key %1.\nWhoever gets it checks it with: pricewright-engine audit check %2 --key %1")
                .arg(done.fingerprint, done.path);
  }
  return session.answer(object, text);
}

int runAuditCheck(Session& session) {
  const QString path = session.arguments.words.first();
  QFile file(path);
  if (!file.open(QIODevice::ReadOnly))
    return session.refuse(fail(s("usage.file-unreadable"), {{s("path"), path}, {s("why"), file.errorString()}}));
  PW_SAY(session, ProofReport report, checkProof(file, session.job()));
  const QString key = session.arguments.value("key");
  const QString inFile = report.header.value(s("publicKey")).toString();
  if (report.intact() && session.arguments.has("key") && !namesKey(key, report.fingerprint, inFile)) {
    report.why = s("other-key");
    report.brokenLine = 1;
  }
  return session.answer(toJson(report), textOf(report), report.intact() ? kOk : kAuditBroken);
}

int runAuditKey(Session& session) {
  PW_SAY(session, const QString fingerprint, deviceFingerprint());
  return session.answer({{"key", fingerprint}}, fingerprint);
}

} // namespace pricewright
