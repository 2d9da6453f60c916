// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/DecisionPdf.h"

#include "charts/DecisionChart.h"
#include "charts/MarketChart.h"
#include "charts/WaterfallChart.h"
#include "engine/texts/Texts.h"
#include "itemmodels/Format.h"
#include "itemmodels/LedgerModel.h"
#include "itemmodels/Words.h"
#include "pages/approvals/DetailModels.h"

#include <QCoreApplication>
#include <QPainter>

#include <cmath>

namespace pricewright {
namespace {

QString tr(const char* text) { return QCoreApplication::translate("DecisionPdf", text); }

QString rangeText(double value, double low, double high) {
  const int places = std::max({std::abs(value), std::abs(low), std::abs(high)}) < 10 ? 1 : 0;
  return QStringLiteral("%1 [%2 … %3]")
      .arg(signedNumber(value, places), signedNumber(low, places), signedNumber(high, places));
}

QList<QPair<QString, QString>> factsOf(const DecisionDetail& detail) {
  const PriceDecision& d = detail.decision;
  const Recommendation& r = d.recommendation;
  const QString mark = currencyMark(d.proposed.currency());
  QList<QPair<QString, QString>> facts{
      {tr("Price now"), d.current.minor() > 0 ? mark + moneyText(d.current) : QStringLiteral("–")},
      {tr("Proposed"), mark + moneyText(d.proposed)},
      {tr("Change"), d.current.minor() > 0 ? percentText(changeBp(d.current, d.proposed), true) + QStringLiteral(" %")
                                           : QStringLiteral("–")},
      {tr("Profit %1/wk, 90 % interval").arg(mark),
       rangeText(r.effect.profit, r.effect.profitLow, r.effect.profitHigh)},
      {tr("Revenue %1/wk").arg(mark), rangeText(r.effect.revenue, r.effect.revenueLow, r.effect.revenueHigh)},
      {tr("Units a week"), rangeText(r.effect.units, r.effect.unitsLow, r.effect.unitsHigh)},
      {tr("Gross margin"),
       d.costKnown ? tr("%1 → %2 %").arg(percentText(d.marginNowBp, false), percentText(d.marginThenBp, false))
                   : tr("no cost")},
      {tr("Confidence"), plainNumber(r.confidence, 2)},
      {tr("State"), capitalized(codeText(decisionStateName(d.state)))},
      {tr("Why a human"),
       d.guarded.primaryReason.isEmpty() ? QStringLiteral("–") : reasonWord(d.guarded.primaryReason)},
      {tr("Method"), codeText(methodName(r.method))},
      {tr("Proposed by"), d.editedBy.isEmpty() ? d.proposedBy : d.editedBy}};
  return facts;
}

// A chart that is never shown: it draws on paper only.
template <class C, class Fill> ReportPdf::Figure figure(const Theme& theme, const Fill& fill) {
  auto chart = std::make_shared<C>(theme);
  fill(*chart);
  return {chart->title(), [chart](QPainter& p, const QRectF& area) { chart->draw(p, area, chart->paperLook()); }};
}

void addCharts(ReportPdf& report, const Theme& theme, const DecisionDetailPtr& detail) {
  std::vector<ReportPdf::Figure> first;
  first.push_back(figure<DecisionChart>(theme, [&](DecisionChart& c) { c.setCurve(decisionCurve(*detail)); }));
  report.addFigures(std::move(first), 250);
  std::vector<ReportPdf::Figure> second;
  second.push_back(figure<MarketChart>(theme, [&](MarketChart& c) { c.setDetail(detail); }));
  second.push_back(figure<WaterfallChart>(theme, [&](WaterfallChart& c) { c.setDetail(detail); }));
  report.addFigures(std::move(second), 200);
}

void addLedger(ReportPdf& report, const DecisionDetail& detail) {
  auto ledger = std::make_shared<LedgerModel>();
  ledger->setVerdicts(detail.decision.guarded.verdicts);
  ReportPdf::Table t;
  t.columns = {{tr("Limit"), 20},
               {tr("Level"), 11},
               {tr("Input · age"), 34, false, true},
               {tr("Limit is"), 16, false, true},
               {tr("Distance"), 11, true},
               {tr("Outcome"), 11}};
  for (int row = 0; row < ledger->rowCount(); ++row) {
    QStringList cells;
    for (int c = 0; c < LedgerModel::Columns; ++c)
      cells << ledger->cell(row, c);
    t.rows.push_back(cells);
  }
  t.tone = [ledger](int row, int column) {
    const auto tone = paint::Tone(ledger->index(row, 0).data(LedgerModel::ToneRole).toInt());
    return column == LedgerModel::Outcome ? tone : paint::Tone::Neutral;
  };
  report.addHeading(tr("Limits"));
  report.addTable(std::move(t));
}

// A table of the kit, by its columns.
template <class Model>
void addModel(ReportPdf& report, const DecisionDetailPtr& detail, const QString& title,
              const std::vector<int>& wrapped) {
  auto model = std::make_shared<Model>();
  model->setDetail(detail);
  if (model->rowCount() == 0)
    return;
  ReportPdf::Table t;
  for (int c = 0; c < model->columnCount(); ++c) {
    const Column& column = model->column(c);
    const bool wraps = std::find(wrapped.begin(), wrapped.end(), c) != wrapped.end();
    const QString name = column.unit.isEmpty() ? column.name : column.name + u' ' + column.unit;
    t.columns.push_back(
        {name, double(column.ideal), isNumeric(column.kind) && column.kind != CellKind::Moment, wraps, column.strong});
  }
  for (int row = 0; row < model->rowCount(); ++row) {
    QStringList cells;
    for (int c = 0; c < model->columnCount(); ++c) {
      const bool chip = model->column(c).kind == CellKind::Chip;
      const QString aside = chip ? model->detail(row, c) : QString();
      cells << (aside.isEmpty() ? model->text(row, c) : QStringLiteral("%1: %2").arg(model->text(row, c), aside));
    }
    t.rows.push_back(cells);
  }
  t.tone = [model](int row, int column) { return model->tone(row, column); };
  report.addHeading(title);
  report.addTable(std::move(t));
}

void addStory(ReportPdf& report, const DecisionDetail& detail) {
  if (detail.audit.empty())
    return;
  ReportPdf::Table t;
  t.columns = {{tr("Time (UTC)"), 22}, {tr("What"), 40, false, true}, {tr("Who"), 18}, {tr("Entry"), 10, true}};
  for (const AuditEntry& e : detail.audit)
    t.rows.push_back({momentText(e.at), capitalized(codeText(e.kind)), e.actor, QLocale().toString(e.sequence)});
  report.addHeading(tr("What happened to this decision"));
  report.addTable(std::move(t));
}

void addReplay(ReportPdf& report, const DecisionDetail& detail) {
  const PriceDecision& d = detail.decision;
  QStringList parts{tr("decision %1").arg(d.id.toString()), tr("case %1").arg(d.caseId)};
  if (const PricingCase* c = detail.pricingCase.get())
    parts << tr("model %1").arg(c->modelVersion) << tr("rules %1").arg(c->rulesVersion.left(16))
          << tr("guardrails %1").arg(c->guardrailsVersion);
  parts << tr("content %1").arg(d.contentHash.left(16));
  report.addHeading(tr("For a replay"));
  report.addText(parts.join(QStringLiteral(" · ")), true);
}

} // namespace

ReportPdf decisionReport(const Theme& theme, const DecisionDetail& detail) {
  const auto shared = std::make_shared<const DecisionDetail>(detail);
  const PriceDecision& d = detail.decision;
  const Instant asOf = detail.pricingCase ? detail.pricingCase->now : d.createdAt;
  ReportPdf::Head head;
  head.title = d.skuName.isEmpty() ? d.skuCode : QStringLiteral("%1 · %2").arg(d.skuCode, d.skuName);
  head.subtitle = tr("Price decision for %1 · %2").arg(d.zoneCode, d.id.toString());
  head.workspace = detail.view ? detail.view->workspace : QString();
  head.footer = tr("Data as of %1 UTC · one decision, no filter").arg(momentText(asOf));
  ReportPdf report(theme, head);
  report.addFacts(factsOf(detail));
  addCharts(report, theme, shared);
  if (detail.view) {
    WaterfallChart words(theme);
    words.setDetail(shared);
    report.addText(words.summary(), true);
  }
  addLedger(report, detail);
  addModel<OfferModel>(report, shared, tr("Offers of the last 30 days"),
                       {OfferModel::Competitor, OfferModel::Use, OfferModel::Source});
  addModel<FeatureModel>(report, shared, tr("Features"), {FeatureModel::Name, FeatureModel::State});
  addModel<PastModel>(report, shared, tr("Decisions on this SKU"), {PastModel::Reason});
  addStory(report, detail);
  addReplay(report, detail);
  return report;
}

QString decisionFileName(const DecisionDetail& detail) {
  QString name = QStringLiteral("%1 %2 %3")
                     .arg(detail.decision.skuCode, detail.decision.zoneCode, isoDay(dayOf(detail.decision.createdAt)));
  for (QChar& c : name)
    if (QStringView(u"/\\:*?\"<>|").contains(c) || c.unicode() < 32)
      c = u'-';
  return name.simplified().left(80) + QStringLiteral(".pdf");
}

ReportPdf queueReport(const Theme& theme, const QueueSnapshot& snapshot, const std::vector<const QueueRow*>& rows,
                      const QString& filters) {
  ReportPdf::Head head;
  const auto n = [](std::size_t count) { return QLocale().toString(qulonglong(count)); };
  head.title = tr("Approvals");
  head.subtitle = tr("%1 prices shown, %2 wait for a decision").arg(n(rows.size()), n(snapshot.pending.size()));
  head.workspace = snapshot.workspaceName;
  head.footer =
      tr("Data as of %1 UTC · filter: %2").arg(momentText(snapshot.now), filters.isEmpty() ? tr("none") : filters);
  head.landscape = true;
  ReportPdf report(theme, head);
  ReportPdf::Table t;
  t.columns = {{tr("SKU"), 12},
               {tr("Product"), 24},
               {tr("Zone"), 12},
               {tr("Now"), 8, true},
               {tr("Proposed"), 9, true, false, true},
               {tr("Δ %"), 8, true},
               {tr("Margin %"), 13, true},
               {tr("Profit/wk"), 9, true},
               {tr("90 % interval"), 16, true},
               {tr("Conf."), 6, true},
               {tr("Why a human"), 26}};
  for (const QueueRow* r : rows) {
    const QString margin = r->costKnown ? QStringLiteral("%1 → %2").arg(percentText(r->marginNowBp, false),
                                                                        percentText(r->marginThenBp, false))
                                        : tr("no cost");
    t.rows.push_back({r->sku, r->product, r->zone, moneyText(r->now),
                      QStringLiteral("%1 %2").arg(currencyMark(r->proposed.currency()), moneyText(r->proposed)),
                      percentText(r->changeBp, true), margin, signedNumber(r->profit, 0),
                      QStringLiteral("%1 … %2").arg(signedNumber(r->profitLow, 0), signedNumber(r->profitHigh, 0)),
                      plainNumber(r->confidence, 2),
                      QStringLiteral("%1 %2").arg(reasonWord(r->primaryReason), r->reasonDetail).trimmed()});
  }
  report.addTable(std::move(t));
  return report;
}

ReportPdf cycleReport(const Theme& theme, const CycleReport& cycle, const QString& workspace) {
  ReportPdf::Head head;
  head.title = tr("Pricing cycle of %1").arg(momentText(cycle.startedAt));
  head.subtitle =
      tr("%1, after %2 · %3")
          .arg(capitalized(codeText(cycle.state)), secondsText(cycle.endedAt - cycle.startedAt), cycle.cycleId);
  head.workspace = workspace;
  head.footer = tr("Data as of %1 UTC · one cycle, no filter").arg(momentText(cycle.endedAt));
  ReportPdf report(theme, head);
  if (!cycle.haltedBy.isEmpty())
    report.addText(tr("Halted by: %1").arg(codeText(cycle.haltedBy)));
  ReportPdf::Table t;
  t.columns = {{tr("Station"), 16},
               {tr("Count"), 9, true},
               {tr("Took"), 10, true},
               {tr("Outcome"), 14, false, true},
               {tr("Fallback"), 16, false, true},
               {tr("What came of it"), 45, false, true}};
  for (const StationReport& s : cycle.stations) {
    QStringList reasons;
    for (auto it = s.reasons.begin(); it != s.reasons.end(); ++it)
      reasons << QStringLiteral("%1 %2").arg(QLocale().toString(it.value()), codeText(it.key()));
    t.rows.push_back({capitalized(codeText(s.station)), QLocale().toString(s.count), secondsText(s.took),
                      codeText(s.ended), s.fallback.isEmpty() ? QStringLiteral("–") : codeText(s.fallback),
                      reasons.join(QStringLiteral("; "))});
  }
  report.addHeading(tr("Stations"));
  report.addTable(std::move(t));
  return report;
}

} // namespace pricewright
