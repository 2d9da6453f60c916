// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Commands.h"

#include "Shapes.h"
#include "base/Json.h"
#include "base/Words.h"
#include "engine/oracles/OracleAnswers.h"
#include "engine/texts/Texts.h"
#include "exports/Report.h"

#include <QFileInfo>
#include <QLocale>
#include <QSaveFile>

namespace pricewright {
namespace {

Result<ReportTable> decisionsReport(Workspace& w, const Arguments& typed) {
  DecisionFilter filter;
  filter.most = std::numeric_limits<int>::max();
  filter.cycleId = typed.value("cycle");
  for (const QString& name : typed.all("state")) {
    const auto state = decisionStateFrom(name);
    if (!state)
      return fail(s("usage.bad-value"),
                  {{s("option"), s("--state")},
                   {s("value"), name},
                   {s("wanted"),
                    s("unchanged, held, pending, approved, rejected, expired, superseded, published or rolled_back")}});
    filter.states.push_back(*state);
  }
  PW_TRY(const auto decisions, w.decisions().decisions(filter));
  return decisionsTable(decisions);
}

Result<ReportTable> pricesReport(Workspace& w, const Arguments& typed) {
  PW_TRY(const Catalog catalog, w.catalog().load());
  std::vector<PublishedPrice> all;
  bool found = false;
  for (const Channel& channel : catalog.channels) {
    if (typed.has("channel") && typed.value("channel") != channel.code)
      continue;
    found = true;
    PW_TRY(const auto prices, w.catalog().pricesInForce(channel.no, w.clock().now()));
    all.insert(all.end(), prices.begin(), prices.end());
  }
  if (!found)
    return fail(s("catalog.unknown-channel"));
  return pricesTable(catalog, all);
}

Result<ReportTable> auditReport(Workspace& w) {
  std::vector<AuditEntry> all;
  for (qint64 after = 0;;) {
    PW_TRY(const auto some, w.journal().entries(after, 10'000));
    if (some.empty())
      return auditTable(all);
    after = some.back().sequence;
    all.insert(all.end(), some.begin(), some.end());
  }
}

Result<ReportTable> cycleReport(Workspace& w, const Arguments& typed) {
  PW_TRY(const auto cycles, w.decisions().cycles(typed.has("cycle") ? 10'000 : 1));
  for (const CycleReport& cycle : cycles)
    if (!typed.has("cycle") || cycle.cycleId == typed.value("cycle"))
      return cycleTable(cycle);
  return fail(s("decision.no-cycle-yet"));
}

Result<ReportTable> wantedReport(Workspace& w, const Arguments& typed) {
  const QString what = typed.words.first();
  if (what == u"decisions")
    return decisionsReport(w, typed);
  if (what == u"prices")
    return pricesReport(w, typed);
  if (what == u"audit")
    return auditReport(w);
  if (what == u"cycle")
    return cycleReport(w, typed);
  return fail(s("usage.unknown-report"), {{s("what"), what}});
}

// The bytes of a report as the options want them.
Result<QByteArray> written(const ReportTable& table, const Session& session) {
  const QString preset = session.arguments.value("csv", s("machine"));
  const QString mark = session.arguments.value("decimal-mark", QLocale::system().decimalPoint());
  const auto bad = [](const char* option, const QString& value, const char* wanted) {
    return fail(s("usage.bad-value"), {{s("option"), s(option)}, {s("value"), value}, {s("wanted"), s(wanted)}});
  };
  if (preset != u"machine" && preset != u"excel")
    return bad("--csv", preset, "machine or excel");
  if (mark != u"." && mark != u",")
    return bad("--decimal-mark", mark, "a dot or a comma");
  if (session.json())
    return canonicalJson(toJson(table)) + '\n';
  return toCsv(table, preset == u"excel" ? CsvPreset::Excel : CsvPreset::Machine, mark.front(),
               mark == u"," ? u';' : u',');
}

} // namespace

int runAuditVerify(Session& session) {
  PW_OPEN(session, w, Looking);
  PW_SAY(session, const ChainReport report, w.verifyAudit());
  QJsonObject object{{"entries", report.entries},
                     {"intact", report.intact()},
                     {"why", report.why},
                     {"head", QString::fromLatin1(report.head.toHex())}};
  if (report.brokenAt)
    object.insert("broken_at", *report.brokenAt);
  if (report.witnessed)
    object.insert("witnessed", *report.witnessed);
  if (report.lostElsewhere)
    object.insert("lost_elsewhere", *report.lostElsewhere);
  QString text;
  if (report.intact())
    text =
        s("%1 entries, all intact; %2.")
            .arg(report.entries)
            .arg(report.witnessed ? s("the signed head outside the file agrees, up to entry %1").arg(*report.witnessed)
                                  : s("there is no signed head outside the file to compare with"));
  else
    text =
        s("BROKEN%1: %2. What is in the file is not what was written: keep it as it is and compare it with a backup.")
            .arg(report.brokenAt ? s(" at entry %1").arg(*report.brokenAt) : QString(),
                 codeText(s("audit.") + report.why));
  if (report.lostElsewhere)
    text += s("\nThis file came here from another place, where its journal had been signed up to entry %1: what was "
              "written there after the file was copied is not in it.")
                .arg(*report.lostElsewhere);
  return session.answer(object, text, report.intact() ? kOk : kAuditBroken);
}

int runAuditAccept(Session& session) {
  PW_OPEN(session, w, Looking); // opening for a change would be refused: that is what is mended here
  if (const Status done = w.acceptHistory(session.arguments.value("reason")); !done)
    return session.refuse(done.error());
  return session.answer({{"accepted", true}}, s("The journal goes on from here; an entry says who answers for it."));
}

int runAuditList(Session& session) {
  qint64 most = 50, after = -1;
  if (session.arguments.has("most")) {
    PW_SAY(session, most, wholeNumber(session.arguments.value("most"), "--most", 1, 1'000'000));
  }
  if (session.arguments.has("after")) {
    PW_SAY(session, after,
           wholeNumber(session.arguments.value("after"), "--after", 0, std::numeric_limits<qint64>::max()));
  }
  PW_OPEN(session, w, Looking);
  PW_SAY(session, const qint64 size, w.journal().size());
  PW_SAY(session, const auto entries,
         w.journal().entries(after < 0 ? std::max<qint64>(0, size - most) : after, static_cast<int>(most)));
  std::vector<QStringList> rows;
  for (const AuditEntry& e : entries)
    rows.push_back({QString::number(e.sequence), isoInstant(e.at), e.actor, e.kind, s("%1 %2").arg(e.table, e.rowId)});
  return session.answer(toJson(auditTable(entries)), textTable({"entry", "at", "who", "what", "about"}, rows, s("r")));
}

int runExport(Session& session) {
  PW_OPEN(session, w, Looking);
  PW_SAY(session, const ReportTable table, wantedReport(w, session.arguments));
  PW_SAY(session, const QByteArray bytes, written(table, session));
  const QString path = session.arguments.value("to");
  if (path.isEmpty())
    return session.answerRaw(bytes);
  const QFileInfo target(path);
  if (target.exists() && !target.isFile()) // a device or a folder must not be replaced by a file
    return session.refuse(fail(s("export.not-written"), {{s("path"), path}, {s("what"), s("it is not a file")}}));
  QSaveFile file(path); // an older file stays until the new one is complete
  if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
    return session.refuse(fail(s("export.not-written"), {{s("path"), path}, {s("what"), file.errorString()}}));
  const auto rows = static_cast<qint64>(table.rows.size());
  return session.answer({{"file", path}, {"rows", rows}}, s("%1: %2 rows").arg(path).arg(rows));
}

int runOracle(Session& session) {
  PW_SAY(session, const QByteArray bytes, readFile(session.arguments.words.first()));
  PW_SAY(session, const QJsonObject topic, parseObject(bytes));
  PW_SAY(session, const QJsonObject answers, answerOracle(topic));
  return session.answerRaw(canonicalJson(answers) + '\n');
}

} // namespace pricewright
