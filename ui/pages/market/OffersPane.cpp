// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/market/OffersPane.h"

#include "base/Words.h"
#include "controls/Cards.h"
#include "engine/texts/Texts.h"
#include "itemmodels/Words.h"

#include <QBoxLayout>
#include <QLocale>

namespace pricewright {
namespace {

Line evidenceLine(const QString& text, const QString& detail, const QString& trailing = {}) {
  Line line;
  line.text = text, line.detail = detail, line.trailing = trailing;
  line.toolTip = detail.toHtmlEscaped();
  return line;
}

QString answerText(const PageLook& look) {
  const QLocale locale;
  QStringList parts;
  if (look.status > 0)
    parts << OffersPane::tr("HTTP %1").arg(look.status);
  parts << OffersPane::tr("%n attempt(s)", nullptr, look.attempts);
  parts << OffersPane::tr("%1 ms").arg(locale.toString(qlonglong(look.took.count())));
  return parts.join(s(" · "));
}

std::vector<Line> linesOf(const OfferEvidence& e) {
  std::vector<Line> lines;
  if (!e.look) {
    lines.push_back(evidenceLine(OffersPane::tr("From %1").arg(e.source),
                                 e.url.isEmpty() ? OffersPane::tr("no evidence came with it") : e.url));
    return lines;
  }
  lines.push_back(evidenceLine(
      e.snippet.isEmpty() ? OffersPane::tr("no words of the page were kept") : s("“%1”").arg(e.snippet.simplified()),
      (e.selector + u' ' + e.pointer).trimmed(),
      OffersPane::tr("%1, sure to %2 %")
          .arg(codeText(s("reader.") + e.reader), QLocale().toString(int(100 * e.confidence + 0.5)))));
  lines.push_back(evidenceLine(capitalized(codeText(s("origin.") + lookOriginName(e.look->origin))), e.look->url,
                               answerText(*e.look)));
  return lines;
}

} // namespace

OffersPane::OffersPane(const Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme) {
  m_table = new TableView(theme, m_lines, this);
  m_table->setAccessibleName(tr("What competitors ask"));
  m_table->setEmptyText(tr("No offer of the last two weeks. Import offers, or watch pages and look at them."));
  m_table->setCodeColumn(MarketOfferModel::Sku);
  m_evidence = new LineList(theme, tr("What the chosen price rests on"), this);
  QFrame* below = cardAround(m_evidence, this);
  below->layout()->setContentsMargins(8, 4, 8, 4);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(10);
  column->addWidget(cardAround(m_table, this), 1);
  column->addWidget(below);
  showNothing();
  connect(m_table, &TableView::focusChanged, this, [this] {
    if (const qint64 no = focused(); no != 0 && no != m_shown) {
      m_shown = no;
      showNothing();
      emit evidenceWanted(no);
    }
  });
}

void OffersPane::setBoard(const MarketBoard& board) {
  m_rows.setView(board);
  if (m_table->focusedKey().isEmpty())
    m_table->focusLine(0);
}

void OffersPane::showNothing() {
  m_evidence->setLines({evidenceLine(tr("What a price rests on"), tr("stands here once one is chosen"))});
}

void OffersPane::forget() {
  m_shown = 0;
  showNothing();
}

qint64 OffersPane::focused() const {
  const int row = m_table->focusedRow();
  return row >= 0 ? m_rows.at(row).offer.no : 0;
}

std::vector<qint64> OffersPane::chosen() const {
  std::vector<qint64> out;
  for (const int row : m_table->chosenRows())
    out.push_back(m_rows.at(row).offer.no);
  if (const qint64 no = focused(); out.empty() && no != 0)
    out.push_back(no);
  return out;
}

void OffersPane::showEvidence(const OfferEvidence& evidence) {
  if (evidence.offerNo == m_shown)
    m_evidence->setLines(linesOf(evidence));
}

} // namespace pricewright
