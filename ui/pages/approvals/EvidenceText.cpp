// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/approvals/EvidenceText.h"

#include "engine/texts/Texts.h"
#include "itemmodels/Format.h"

#include <QGuiApplication>

#include <cmath>

namespace pricewright {
namespace {

QString tr(const char* text) { return QCoreApplication::translate("EvidenceText", text); }

// Two columns: what it is, muted, and its value.
class Page {
 public:
  explicit Page(const Theme& theme) {
    m_html = QStringLiteral("<style>td{padding:1px 0} .l{color:%1} .h{color:%2;font-weight:600} .m{color:%1}</style>")
                 .arg(theme.tokens().muted.name(), theme.tokens().text.name());
    m_html += QStringLiteral("<table width='100%' cellspacing='0' cellpadding='0'>");
  }
  void heading(const QString& text) {
    m_html += QStringLiteral("<tr><td colspan='2' class='h' align='%2' style='padding-top:8px'>%1</td></tr>")
                  .arg(text.toHtmlEscaped(),
                       QGuiApplication::isRightToLeft() ? QStringLiteral("right") : QStringLiteral("left"));
  }
  void row(const QString& label, const QString& value, const QString& aside = {}) {
    if (value.isEmpty())
      return;
    const QString words =
        value.toHtmlEscaped() +
        (aside.isEmpty() ? QString() : QStringLiteral(" <span class='m'>%1</span>").arg(aside.toHtmlEscaped()));
    // Qt's rich text does not mirror tables.
    const QString cells =
        QGuiApplication::isRightToLeft()
            ? QStringLiteral("<td align='right'>%3</td><td class='l' align='right' width='%1'>%2</td>")
            : QStringLiteral("<td class='l' width='%1'>%2</td><td>%3</td>");
    m_html += QStringLiteral("<tr>%1</tr>").arg(cells.arg(QString::number(m_labelWidth), label.toHtmlEscaped(), words));
  }
  QString done() { return m_html + QStringLiteral("</table>"); }

 private:
  int m_labelWidth = 88;
  QString m_html;
};

QString rangeText(double value, double low, double high, const QString& unit) {
  const int places = std::max({std::abs(value), std::abs(low), std::abs(high)}) < 10 ? 1 : 0;
  return QStringLiteral("%1 [%2 … %3] %4")
      .arg(signedNumber(value, places), signedNumber(low, places), signedNumber(high, places), unit);
}

QString words(const QString& code) { return code.isEmpty() ? QString() : codeText(code); }

void addProposal(Page& page, const PriceDecision& d, const PricingCase* c) {
  const Recommendation& r = d.recommendation;
  const QString perWeek = tr("%1/wk").arg(currencyMark(d.proposed.currency()));
  page.row(tr("Method"), words(methodName(r.method)), words(r.fallbackReason));
  if (c && !c->modelFailure.isEmpty())
    page.row(tr("Model"), words(c->modelFailure));
  page.row(tr("Profit"), rangeText(r.effect.profit, r.effect.profitLow, r.effect.profitHigh, perWeek),
           tr("90 % interval"));
  page.row(tr("Revenue"), rangeText(r.effect.revenue, r.effect.revenueLow, r.effect.revenueHigh, perWeek));
  page.row(tr("Units"), rangeText(r.effect.units, r.effect.unitsLow, r.effect.unitsHigh, tr("a week")));
  page.row(tr("Confidence"),
           r.confidence > 0.99 ? QStringLiteral("> ") + plainNumber(0.99, 2) : plainNumber(r.confidence, 2),
           tr("that it earns more than changing the label costs"));
  page.row(tr("Risk"), plainNumber(r.expectedLoss, 2) + QLatin1Char(' ') + perWeek, tr("expected loss if it is wrong"));
  if (!r.siblingsMoved.isEmpty())
    page.row(tr("Also moves"), r.siblingsMoved.join(QStringLiteral(", ")));
  if (r.searchHighMinor > 0) {
    const Currency currency = d.proposed.currency();
    page.row(tr("Searched"), QStringLiteral("%1 … %2").arg(moneyText(Money(r.searchLowMinor, currency)),
                                                           moneyText(Money(r.searchHighMinor, currency))));
  }
}

void addDemand(Page& page, const DemandEstimate& e) {
  page.heading(tr("Demand"));
  if (!e.usable) {
    page.row(tr("Elasticity"), tr("none"), words(e.gradeReason));
    return;
  }
  const double sd = std::sqrt(std::max(0.0, e.covariance[kOwnRegular * kTerms + kOwnRegular]));
  const double mean = e.mean[kOwnRegular];
  page.row(tr("Elasticity"),
           QStringLiteral("%1 [%2 … %3]")
               .arg(plainNumber(mean, 2), plainNumber(mean - 1.645 * sd, 2), plainNumber(mean + 1.645 * sd, 2)),
           words(identificationName(e.grade)));
  if (!e.gradeReason.isEmpty())
    page.row(QString(), words(e.gradeReason));
  page.row(tr("Learnt from"), tr("%1 weeks, %2 prices").arg(e.weeks).arg(e.distinctPrices),
           tr("pooled: %1").arg(words(e.pooledFrom)));
}

void addMarket(Page& page, const ListingCase& l, Instant now) {
  page.heading(tr("Competitors and cost"));
  const CompetitorReference& a = l.reference;
  if (a.median) {
    page.row(tr("Reference"), amountText(*a.median), tr("median of %1 sellers").arg(a.sellers));
    if (a.lowest && a.highest)
      page.row(tr("Range"), QStringLiteral("%1 … %2").arg(amountText(*a.lowest), amountText(*a.highest)));
  } else {
    page.row(tr("Reference"), tr("cannot be said"), words(a.why));
  }
  if (a.oldest)
    page.row(tr("Oldest offer"), durationText(now - *a.oldest), words(l.competitorState));
  if (a.stale + a.excluded > 0)
    page.row(tr("Left out"), tr("%1 too old, %2 for other reasons").arg(a.stale).arg(a.excluded));
  if (!a.offerNos.empty()) {
    QStringList numbers;
    for (const qint64 no : a.offerNos)
      numbers << QStringLiteral("#%1").arg(no);
    page.row(tr("Offers used"), numbers.join(QStringLiteral(" ")));
  }
  if (l.cost)
    page.row(tr("Cost"), amountText(*l.cost), tr("since %1").arg(isoDay(l.costFrom)));
  else
    page.row(tr("Cost"), tr("unknown"), words(l.costWhy));
  if (l.stockMilli)
    page.row(tr("Stock"), plainNumber(static_cast<double>(*l.stockMilli) / 1000.0, 0));
  QStringList stale;
  for (const QString& s : l.staleInputs)
    stale << (s == u"cost"    ? tr("Cost")
              : s == u"stock" ? tr("Stock")
              : s == u"sales" ? tr("Sales")
                              : tr("Competitors"));
  page.row(tr("Stale"), stale.join(QStringLiteral(", ")));
  QStringList odd;
  for (const QString& s : l.anomalies)
    odd << words(s);
  page.row(tr("Unusual"), odd.join(QStringLiteral(", ")));
}

void addReplay(Page& page, const DecisionDetail& detail) {
  const PriceDecision& d = detail.decision;
  page.heading(tr("For a replay"));
  page.row(tr("Decision"), d.id.toString());
  page.row(tr("Case"), d.caseId);
  if (detail.pricingCase) {
    page.row(tr("Model"), detail.pricingCase->modelVersion);
    page.row(tr("Rules"), detail.pricingCase->rulesVersion.left(16));
    page.row(tr("Guardrails"), detail.pricingCase->guardrailsVersion);
  }
  page.row(tr("Content"), d.contentHash.left(16));
}

} // namespace

QString evidenceHtml(const DecisionDetail& detail, const Theme& theme, bool wide) {
  const PricingCase* c = detail.pricingCase.get();
  const Instant now = c ? c->now : detail.decision.createdAt;
  const auto at = static_cast<std::size_t>(std::max(0, detail.listingIndex));
  const bool known = c && at < c->listings.size();
  Page first(theme), second(theme);
  addProposal(first, detail.decision, c);
  if (known) {
    addDemand(wide ? second : first, c->listings[at].demand);
    addMarket(wide ? second : first, c->listings[at], now);
  }
  addReplay(first, detail);
  if (!wide)
    return first.done();
  return QStringLiteral("<table width='100%' cellspacing='0' cellpadding='0'><tr><td width='50%'>%1</td>"
                        "<td width='50%' style='padding-left:24px'>%2</td></tr></table>")
      .arg(first.done(), second.done());
}

} // namespace pricewright
