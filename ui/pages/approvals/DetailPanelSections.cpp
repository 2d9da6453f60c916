// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The five parts of the detail: what they are made of, and what fills them.
#include "controls/Cards.h"
#include "engine/texts/Texts.h"
#include "itemmodels/Format.h"
#include "itemmodels/Words.h"
#include "pages/approvals/DetailPanel.h"
#include "pages/approvals/EvidenceText.h"
#include "reports/DecisionPdf.h"

#include <QScrollBar>

namespace pricewright {

QWidget* DetailPanel::titled(ElidedLabel*& title, QWidget* content, int inset) {
  auto* box = new QWidget;
  box->setMinimumWidth(150);
  title = new ElidedLabel(box);
  title->setFont(m_theme.font(TypeRole::LabelStrong));
  title->setTone("muted");
  title->setContentsMargins(12, 0, 12, 0);
  auto* head = new QHBoxLayout;
  head->setContentsMargins(0, 0, 8, 0);
  head->addWidget(title, 1);
  auto* column = new QVBoxLayout(box);
  column->setContentsMargins(0, 10, 0, 6);
  column->setSpacing(6);
  column->addLayout(head);
  auto* around = new QHBoxLayout;
  around->setContentsMargins(inset, 0, inset / 3, 0);
  around->addWidget(content);
  column->addLayout(around, 1);
  if (qobject_cast<Chart*>(content)) {
    auto* next = new ActionButton(m_theme, ActionButton::Kind::Quiet, tr("next chart"), box);
    next->setKeys({QStringLiteral("1")});
    next->setFocusPolicy(Qt::NoFocus);
    connect(next, &QPushButton::clicked, this, &DetailPanel::nextChart);
    head->addWidget(next);
    m_nextChart << next;
  }
  return box;
}

void DetailPanel::equipChart(Chart* chart) {
  connect(chart, &Chart::noticed, this, &DetailPanel::noticed);
  connect(chart, &Chart::exportFailed, this, &DetailPanel::failed);
}

QWidget* DetailPanel::whySection() {
  m_charts = new QSplitter(Qt::Horizontal);
  m_charts->setObjectName(QStringLiteral("panes"));
  m_charts->setHandleWidth(1);
  m_charts->setChildrenCollapsible(false);
  m_curve = new DecisionChart(m_theme);
  m_market = new MarketChart(m_theme);
  m_waterfall = new WaterfallChart(m_theme);
  m_charts->addWidget(titled(m_curveTitle, m_curve));
  m_charts->addWidget(titled(m_marketTitle, m_market));
  m_charts->addWidget(titled(m_whyTitle, m_waterfall));
  for (Chart* chart : {static_cast<Chart*>(m_curve), static_cast<Chart*>(m_market), static_cast<Chart*>(m_waterfall)})
    equipChart(chart);
  connect(m_charts, &QSplitter::splitterMoved, this, [this] { m_sized = true; });
  return m_charts;
}

QWidget* DetailPanel::limitsSection() {
  m_limits = new LedgerTable(m_theme, m_ledger);
  return titled(m_limitsTitle, m_limits);
}

TableView* DetailPanel::table(TableLines& lines, const QString& name) {
  auto* view = new TableView(m_theme, lines);
  view->setAccessibleName(name);
  view->installEventFilter(this);
  return view;
}

QWidget* DetailPanel::inputsSection() {
  m_inputs = new QSplitter(Qt::Horizontal);
  m_inputs->setObjectName(QStringLiteral("panes"));
  m_inputs->setHandleWidth(1);
  m_inputs->setChildrenCollapsible(false);
  m_offers = table(m_offerLines, tr("Offers used"));
  m_features = table(m_featureLines, tr("Features used"));
  m_inputs->addWidget(titled(m_offersTitle, m_offers));
  m_inputs->addWidget(titled(m_featuresTitle, m_features));
  m_inputs->setStretchFactor(0, 55);
  m_inputs->setStretchFactor(1, 45);
  return m_inputs;
}

QWidget* DetailPanel::historySection() {
  m_history = new QSplitter(Qt::Horizontal);
  m_history->setObjectName(QStringLiteral("panes"));
  m_history->setHandleWidth(1);
  m_history->setChildrenCollapsible(false);
  m_past = table(m_pastLines, tr("Decisions on this SKU"));
  m_journal = new LineList(m_theme, tr("What happened to this decision"));
  m_journal->installEventFilter(this);
  auto* inside = new QWidget;
  auto* insideColumn = new QVBoxLayout(inside);
  insideColumn->setContentsMargins(0, 0, 0, 0);
  insideColumn->addWidget(m_journal);
  insideColumn->addStretch(1);
  QScrollArea* scroll = scrolled(inside, nullptr);
  m_history->addWidget(titled(m_pastTitle, m_past));
  m_history->addWidget(titled(m_journalTitle, scroll));
  m_history->setStretchFactor(0, 65);
  m_history->setStretchFactor(1, 35);
  return m_history;
}

QWidget* DetailPanel::evidenceSection() {
  m_evidence = new QTextBrowser;
  m_evidence->setAccessibleName(tr("Evidence"));
  m_evidence->setFrameShape(NoFrame);
  m_evidence->setOpenLinks(false);
  m_evidence->setTabChangesFocus(true);
  m_evidence->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
  m_evidence->document()->setDocumentMargin(0);
  m_evidence->setFont(m_theme.font(TypeRole::Label));
  m_evidence->document()->setDefaultFont(m_theme.font(TypeRole::Label));
  return titled(m_evidenceTitle, m_evidence, 12);
}

void DetailPanel::connectOrigins() {
  connect(m_limits, &LedgerTable::opened, this, [this](int row) {
    if (m_detail)
      go(originOf(m_ledger.at(row), *m_detail));
  });
  connect(m_curve, &Chart::opened, this, [this] {
    Origin product;
    product.kind = Origin::Kind::Product; // where the price can be dragged along the same curve
    if (m_detail)
      product.key = m_detail->decision.skuCode, go(product);
  });
  connect(m_market, &Chart::opened, this, [this] {
    if (m_detail)
      showSection(DetailSection::Inputs), m_offers->setFocus(Qt::OtherFocusReason);
  });
  connect(m_waterfall, &Chart::opened, this, [this](int place) {
    if (const PriceStep* step = m_waterfall->stepAt(place))
      go(originOf(*step, *m_detail));
    else if (m_detail)
      showSection(DetailSection::History), focusContent();
  });
  connect(m_offers, &TableView::activatedByUser, this, [this] {
    Origin product;
    product.kind = Origin::Kind::Product;
    if (m_detail)
      product.key = m_detail->decision.skuCode, go(product);
  });
  connect(m_features, &TableView::activatedByUser, this, [this] {
    const std::vector<int> rows = m_features->chosenRows();
    const int row = rows.empty() ? m_featureLines.rowAt(std::max(0, m_features->currentIndex().row())) : rows.front();
    if (m_detail && row >= 0)
      go(originOf(m_featureModel.at(row), *m_detail));
  });
  connect(m_past, &TableView::activatedByUser, this, [this] {
    Origin decision;
    decision.kind = Origin::Kind::Decision;
    if (const Result<Id> id = Id::parse(m_past->focusedKey()))
      decision.decision = *id, go(decision);
  });
  connect(m_journal, &LineList::opened, this, [this](int row) {
    Origin entry;
    entry.kind = Origin::Kind::Entry;
    if (m_detail && row >= 0 && std::size_t(row) < m_detail->audit.size())
      entry.sequence = m_detail->audit[std::size_t(row)].sequence, go(entry);
  });
}

void DetailPanel::renderWhy() {
  const QString about =
      m_detail ? QStringLiteral("%1, %2").arg(m_detail->decision.skuCode, m_detail->decision.zoneCode) : m_loading;
  m_curveTitle->setText(about.isEmpty() ? m_curve->title() : QStringLiteral("%1 · %2").arg(m_curve->title(), about));
  m_marketTitle->setText(m_market->title());
  for (Chart* chart : {static_cast<Chart*>(m_curve), static_cast<Chart*>(m_market), static_cast<Chart*>(m_waterfall)})
    chart->setSubject(about);
  m_curve->setCurve(m_detail ? decisionCurve(*m_detail) : DecisionCurve());
  m_market->setDetail(m_detail);
  m_waterfall->setDetail(m_detail);
  QString why = tr("Why this price");
  if (m_detail) {
    why = tr("Why %1").arg(moneyText(m_detail->decision.proposed));
    if (m_detail->pricingCase && !m_detail->pricingCase->modelVersion.isEmpty())
      why += tr(" · model %1").arg(m_detail->pricingCase->modelVersion.section(QLatin1Char('+'), 0, 0));
  }
  m_whyTitle->setText(why);
}

void DetailPanel::renderLimits() {
  m_ledger.setVerdicts(m_detail ? m_detail->decision.guarded.verdicts : std::vector<Verdict>());
  int look = 0;
  for (int row = 0; row < m_ledger.rowCount(); ++row) {
    const VerdictOutcome o = m_ledger.at(row).outcome;
    look += o != VerdictOutcome::Pass && o != VerdictOutcome::NotApplicable ? 1 : 0;
  }
  m_limitsTitle->setText(!m_detail   ? tr("Limits")
                         : look == 0 ? tr("Limits · all %1 kept").arg(m_ledger.rowCount())
                                     : tr("Limits · %1 of %2 need a look").arg(look).arg(m_ledger.rowCount()));
  m_limits->scrollToTop();
}

void DetailPanel::renderInputs() {
  m_offerModel.setDetail(m_detail);
  m_featureModel.setDetail(m_detail);
  const int offers = m_offerModel.rowCount();
  m_offersTitle->setText(offers == 0 ? tr("No offers of the last 30 days")
                                     : tr("Offers · %1 of %2 counted").arg(m_offerModel.used()).arg(offers));
  m_featuresTitle->setText(tr("Features"));
  m_offers->focusLine(0);
  m_features->focusLine(0);
}

void DetailPanel::renderHistory() {
  m_pastModel.setDetail(m_detail);
  m_pastTitle->setText(m_detail ? tr("Decisions on %1").arg(m_detail->decision.skuCode) : tr("Decisions on this SKU"));
  m_journalTitle->setText(tr("What happened to this one"));
  std::vector<Line> lines;
  if (m_detail)
    for (const AuditEntry& e : m_detail->audit) {
      Line line;
      line.text = capitalized(codeText(e.kind));
      line.detail = tr("by %1").arg(e.actor);
      line.trailing = momentText(e.at);
      line.opens = true;
      lines.push_back(line);
    }
  m_journal->setLines(std::move(lines));
  m_past->focusLine(0);
}

void DetailPanel::renderEvidence() {
  m_evidenceTitle->setText(tr("Evidence"));
  if (!m_detail) {
    m_evidence->setPlainText(m_error);
    return;
  }
  m_evidence->setHtml(evidenceHtml(*m_detail, m_theme, !m_narrow));
  m_evidence->verticalScrollBar()->setValue(0);
}

void DetailPanel::printDecision() {
  if (!m_detail)
    return;
  askReportFile(
      this, std::make_shared<const ReportPdf>(decisionReport(m_theme, *m_detail)), decisionFileName(*m_detail),
      [this](const QString& done, const QString& error) { error.isEmpty() ? emit noticed(done) : emit failed(error); });
}

} // namespace pricewright
