// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Commands.h"

#include "Shapes.h"
#include "base/Json.h"
#include "base/Words.h"
#include "engine/texts/Texts.h"
#include "imports/SampleImport.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>

namespace pricewright {
namespace {

// What the options say; what they leave open, the sample's own description.
Result<NewWorkspace> wanted(const Session& session, const QJsonObject& sample) {
  const Arguments& typed = session.arguments;
  NewWorkspace made;
  made.name = typed.value("name", sample["name"].toString(QFileInfo(session.workspaceFile()).completeBaseName()));
  made.currency = typed.value("currency", sample["currency"].toString(s("USD"))).toUpper();
  made.userName = typed.value("user", operatingSystemUser());
  const QString asOf = typed.value("as-of", sample["as_of"].toString());
  if (!asOf.isEmpty()) {
    PW_TRY(made.asOf, parseInstant(asOf));
  }
  return made;
}

// A workspace that could not be filled is not left behind half made.
void discard(const QString& path) {
  for (const char* ending : {"", "-wal", "-shm"})
    QFile::remove(path + QLatin1String(ending));
}

QJsonObject toJson(const WorkspaceStatus& st) {
  QJsonObject states;
  for (auto it = st.decisionsByState.begin(); it != st.decisionsByState.end(); ++it)
    states.insert(it.key(), it.value());
  QJsonArray batches;
  for (const PriceBatch& b : st.openBatches)
    batches.append(
        QJsonObject{{"batch", b.no}, {"name", b.name}, {"state", b.state}, {"release", isoInstant(b.releaseAt)}});
  QJsonObject object{{"id", st.id},
                     {"name", st.name},
                     {"path", st.path},
                     {"user", st.user},
                     {"role", st.role},
                     {"now", isoInstant(st.now)},
                     {"as_of", st.asOf},
                     {"read_only", st.readOnly},
                     {"skus", st.skus},
                     {"zones", st.zones},
                     {"listings", st.listings},
                     {"offers", st.offers},
                     {"competitors", st.competitors},
                     {"sales", st.sales},
                     {"audit_entries", st.auditEntries},
                     {"outbox", st.outbox},
                     {"decisions", states},
                     {"open_batches", batches}};
  if (st.firstSale)
    object.insert("first_sale", isoDay(*st.firstSale));
  if (st.lastSale)
    object.insert("last_sale", isoDay(*st.lastSale));
  if (st.lastCycle)
    object.insert("last_cycle", pricewright::toJson(*st.lastCycle));
  return object;
}

QString statusText(const WorkspaceStatus& st) {
  QStringList states;
  for (auto it = st.decisionsByState.begin(); it != st.decisionsByState.end(); ++it)
    states << s("%1 %2").arg(it.value()).arg(codeText(it.key()));
  const QString span =
      st.firstSale && st.lastSale ? s(", %1 to %2").arg(isoDay(*st.firstSale), isoDay(*st.lastSale)) : QString();
  std::vector<QStringList> rows{
      {s("workspace"), s("%1 (%2)%3").arg(st.name, st.path, st.readOnly ? s(", read-only") : QString())},
      {s("user"), s("%1, %2").arg(st.user, st.role.isEmpty() ? s("without a role") : st.role)},
      {s("now"), isoInstant(st.now) + (st.asOf ? s(" (as of)") : QString())},
      {s("catalogue"), s("%1 SKUs in %2 price zones, %3 listings").arg(st.skus).arg(st.zones).arg(st.listings)},
      {s("sales"), s("%1 rows%2").arg(st.sales).arg(span)},
      {s("market"), s("%1 offers of %2 competitors").arg(st.offers).arg(st.competitors)},
      {s("audit"), s("%1 entries, %2 unsent").arg(st.auditEntries).arg(st.outbox)},
      {s("decisions"), states.isEmpty() ? s("none yet") : states.join(s(", "))}};
  for (const PriceBatch& b : st.openBatches)
    rows.push_back(
        {s("batch %1").arg(b.no), s("%1: %2, release %3").arg(b.name, codeText(b.state), isoInstant(b.releaseAt))});
  if (st.lastCycle)
    rows.push_back(
        {s("last cycle"), s("%1, %2").arg(isoInstant(st.lastCycle->startedAt), codeText(st.lastCycle->state))});
  const QStringList first = rows.front();
  rows.erase(rows.begin());
  return textTable(first, rows);
}

} // namespace

int runInit(Session& session) {
  const QString path = session.workspaceFile(), folder = session.arguments.value("sample");
  if (path.isEmpty())
    return session.refuse(fail(s("usage.no-workspace")));
  QJsonObject sample;
  if (!folder.isEmpty()) {
    PW_SAY(session, const QByteArray bytes, readFile(QDir(folder).filePath(s("sample.json"))));
    PW_SAY(session, sample, parseObject(bytes));
  }
  PW_SAY(session, const NewWorkspace plan, wanted(session, sample));
  PW_SAY(session, auto made, Workspace::create(path, plan));
  Workspace& w = session.adopt(std::move(made));
  QString text = s("Workspace \"%1\" made: %2").arg(plan.name, path);
  QJsonArray imports;
  if (!folder.isEmpty()) {
    const auto reports = importFolder(w.importer(), w.offers(), w.catalog(), w.me(), folder, session.job());
    if (!reports) {
      session.close();
      discard(path);
      return session.refuse(reports.error());
    }
    for (const ImportReport& report : *reports) {
      imports.append(pricewright::toJson(report));
      text += u'\n' + importText(report.file, report);
    }
  }
  return session.answer({{"workspace", path},
                         {"name", plan.name},
                         {"currency", plan.currency},
                         {"user", plan.userName},
                         {"imports", imports}},
                        text);
}

int runStatus(Session& session) {
  PW_OPEN(session, w, Looking);
  PW_SAY(session, const WorkspaceStatus status, w.status());
  return session.answer(toJson(status), statusText(status));
}

} // namespace pricewright
