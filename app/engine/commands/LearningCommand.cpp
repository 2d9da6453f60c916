// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Commands.h"

#include "Shapes.h"
#include "base/Words.h"
#include "engine/models/Learning.h"
#include "engine/texts/Texts.h"

#include <QJsonArray>

namespace pricewright {
namespace {

// A row for each price: a test sets some of a product's, and leaves the others to be held against.
ExportTable tableOf(const LearningReport& report) {
  ExportTable table;
  table.title = s("learning");
  for (const char* text : {"sku", "zone", "category", "knowledge", "reason", "currency"})
    table.columns.push_back({s(text), s(text), ExportKind::Text, 0});
  for (const char* number :
       {"now", "test_price", "test_weeks", "product_cost", "product_worth", "elasticity_sd", "elasticity_sd_after"})
    table.columns.push_back({s(number), s(number), ExportKind::Number, 4});
  for (const LearningRow& r : report.rows)
    for (const LearningRow::Place& place : r.places) {
      const LearningValue& v = r.value;
      std::vector<ExportCell> row{r.sku,    place.zone,        r.category,          knowledgeName(v.knowledge),
                                  v.reason, r.currency.code(), place.now.toDouble()};
      row.emplace_back();
      if (place.test.isValid())
        row.back() = place.test.toDouble();
      for (const double figure : {double(v.weeks), v.cost, v.worth, v.sd, v.sdAfter})
        row.push_back(figure);
      table.rows.push_back(std::move(row));
    }
  return table;
}

QJsonObject jsonOf(const LearningRow& r) {
  const LearningValue& v = r.value;
  QJsonObject o{{"sku", r.sku},
                {"category", r.category},
                {"currency", r.currency.code()},
                {"zones", qint64(r.places.size())},
                {"knowledge", knowledgeName(v.knowledge)},
                {"reason", v.reason},
                {"elasticity_sd", v.sd},
                {"perfect_a_week", v.perfect}};
  if (v.zones > 0)
    o.insert(s("test"), QJsonObject{{"move_percent", 100 * v.move},
                                    {"zones", v.zones},
                                    {"weeks", v.weeks},
                                    {"cost", v.cost},
                                    {"worth", v.worth},
                                    {"elasticity_sd_after", v.sdAfter}});
  return o;
}

} // namespace

int runLearning(Session& session) {
  qint64 weeks = kLearningWeeks, most = 20;
  if (session.arguments.has("weeks")) {
    PW_SAY(session, weeks, wholeNumber(session.arguments.value("weeks"), "--weeks", 1, 520));
  }
  if (session.arguments.has("most")) {
    PW_SAY(session, most, wholeNumber(session.arguments.value("most"), "--most", 1, 1'000'000));
  }
  PW_OPEN(session, w, Looking);
  PW_SAY(session, const LearningReport report, learningReport(w, int(weeks), session.job()));
  const QString out = session.arguments.value("out");
  if (const Status written = writeOut(session, tableOf(report)); !written)
    return session.refuse(written.error());
  QJsonArray all;
  std::vector<QStringList> rows;
  for (const LearningRow& r : report.rows) {
    if (qint64(all.size()) >= most)
      break;
    const LearningValue& v = r.value;
    const bool tests = v.knowledge == Knowledge::WorthTesting;
    all.append(jsonOf(r));
    const auto figure = [&](const QString& text) { return tests ? text : QString(); };
    rows.push_back({r.sku, codeText(tests || v.knowledge == Knowledge::Known ? knowledgeName(v.knowledge) : v.reason),
                    figure(s("%1 %").arg(100 * v.move, 0, 'f', 1)),
                    figure(s("%1 of %2").arg(v.zones).arg(r.places.size())), figure(QString::number(v.weeks)),
                    figure(QString::number(v.cost, 'f', 2)), figure(QString::number(v.worth, 'f', 2)),
                    QString::number(v.sd, 'f', 2), figure(QString::number(v.sdAfter, 'f', 2))});
  }
  const QString head = s("%1 products are known well enough to price, %2 are worth a test, of %3 nobody can tell; what "
                         "is learnt counts for %4 weeks.\n")
                           .arg(report.known)
                           .arg(report.worthTesting)
                           .arg(report.cannotTell)
                           .arg(report.horizonWeeks);
  return session.answer(
      {{"known", report.known},
       {"worth_testing", report.worthTesting},
       {"cannot_tell", report.cannotTell},
       {"horizon_weeks", report.horizonWeeks},
       {"seconds", report.seconds},
       {"rows", all}},
      head +
          textTable({"product", "", "test", "zones", "weeks", "cost", "worth", "elasticity ±", "after"}, rows,
                    s("  rrrrrrr")) +
          (out.isEmpty() ? QString() : s("\nAll of them: %1").arg(out)));
}

} // namespace pricewright
