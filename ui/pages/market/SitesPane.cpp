// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/market/SitesPane.h"

#include "base/Words.h"
#include "controls/Cards.h"
#include "engine/texts/Texts.h"
#include "itemmodels/Format.h"

#include <QBoxLayout>
#include <QLabel>
#include <QLocale>

#include <cmath>

namespace pricewright {
namespace {

constexpr double kWantedSuccess = 0.995; // the service level of scraping

FigureTile::Figure successFigure(const ScrapeFigures& f) {
  FigureTile::Figure out;
  out.definition = SitesPane::tr("Looks of the last 24 hours that found a price; 99.5 % are promised");
  if (f.looks == 0) {
    out.value = s("–"), out.beside = SitesPane::tr("nothing was looked at in 24 hours");
    return out;
  }
  const double rate = double(f.good) / double(f.looks);
  const double shown = std::floor(1000 * rate) / 10; // 99.46 % are not 99.5
  out.value = SitesPane::tr("%1 %").arg(QLocale().toString(shown, 'f', 1));
  out.tone = rate >= kWantedSuccess ? paint::Tone::Positive : paint::Tone::Warning;
  out.delta = rate >= kWantedSuccess ? SitesPane::tr("as promised") : SitesPane::tr("below 99.5 %");
  out.beside = f.errorCounts.empty() ? SitesPane::tr("of %1 looks").arg(QLocale().toString(f.looks))
                                     : SitesPane::tr("mostly: %1").arg(codeText(f.errorCounts.front().first));
  return out;
}

FigureTile::Figure latencyFigure(const ScrapeFigures& f) {
  FigureTile::Figure out;
  out.definition = SitesPane::tr("Of the answers that came, 95 in 100 took no longer");
  out.value = f.latencyP95 ? secondsText(Duration(qint64(*f.latencyP95))) : s("–");
  out.beside = f.latencyP95 ? SitesPane::tr("95 % of answers, 24 hours") : SitesPane::tr("no answer in 24 hours");
  return out;
}

FigureTile::Figure costFigure(const ScrapeFigures& f, const QString& currency) {
  constexpr double kWantedCost = 0.02; // a scrape, in the workspace's currency
  FigureTile::Figure out;
  out.definition = SitesPane::tr("What a look costs us: requests and traffic, as the settings say; at most 0.02");
  out.value = f.looks > 0 ? QLocale().toString(f.costALook, 'f', 4) + u' ' + currency : s("–");
  out.tone = f.looks > 0 && f.costALook > kWantedCost ? paint::Tone::Warning : paint::Tone::Neutral;
  out.beside = f.budgetADay > 0
                   ? SitesPane::tr("%1 of %2 in 24 hours")
                         .arg(QLocale().toString(f.cost, 'f', 2), QLocale().toString(f.budgetADay, 'f', 2))
                   : SitesPane::tr("%1 in 24 hours, no budget is set").arg(QLocale().toString(f.cost, 'f', 2));
  return out;
}

FigureTile::Figure originFigure(const ScrapeFigures& f) {
  FigureTile::Figure out;
  out.definition = SitesPane::tr("Prices that a page told, against those that a service stood in for");
  out.value = QLocale().toString(f.live + f.unchanged);
  out.delta = SitesPane::tr("%1 from services").arg(QLocale().toString(f.standIn));
  out.tone = f.standIn > 0 ? paint::Tone::Warning : paint::Tone::Neutral;
  out.beside = SitesPane::tr("%1 pages were unchanged").arg(QLocale().toString(f.unchanged));
  return out;
}

} // namespace

SitesPane::SitesPane(const Theme& theme, QWidget* parent) : QWidget(parent) {
  const QString names[] = {tr("Pages read"), tr("Time to answer"), tr("Cost of a look"), tr("Prices in 24 hours")};
  auto* tiles = new QHBoxLayout;
  tiles->setSpacing(12);
  for (std::size_t i = 0; i < kTiles; ++i) {
    m_tiles[i] = new FigureTile(theme, names[i], this);
    m_tiles[i]->setFocusPolicy(Qt::NoFocus); // it opens nothing
    tiles->addWidget(m_tiles[i]);
  }
  m_freshness = new FreshnessChart(theme, this);
  auto* scroll = new QScrollArea(this);
  scroll->setWidget(m_freshness);
  scroll->setWidgetResizable(true);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setFocusPolicy(Qt::NoFocus);
  scroll->setStyleSheet(s("QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; }"));
  QFrame* fresh = m_freshCard = cardAround(scroll, this);
  fresh->layout()->setContentsMargins(12, 8, 12, 8);
  auto* name = new QLabel(tr("Fresh prices, % of a competitor's products, at the end of each hour"), fresh);
  name->setFont(theme.font(TypeRole::LabelStrong));
  static_cast<QVBoxLayout*>(fresh->layout())->insertWidget(0, name);
  m_table = new TableView(theme, m_lines, this);
  m_table->setAccessibleName(tr("Sites that are watched"));
  m_table->setEmptyText(tr("No site is watched yet. N watches a competitor's page of one of your products."));
  m_feeds = new TableView(theme, m_feedLines, this);
  m_feeds->setAccessibleName(tr("Services and feeds"));
  m_feeds->setEmptyText(tr("No service or feed brings prices in bulk yet. F6 goes to this table, N adds one."));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(10);
  column->addLayout(tiles);
  column->addWidget(fresh, 3);
  column->addWidget(cardAround(m_table, this), 4);
  column->addWidget(cardAround(m_feeds, this), 2);
  setHealth({}, {}, {});
}

const SiteHealth* SitesPane::focused() const {
  const int row = m_table->focusedRow();
  return row >= 0 ? &m_rows.at(row) : nullptr;
}

void SitesPane::setStatus(const MarketStatus& status) {
  m_rows.setStatus(status);
  if (m_table->focusedKey().isEmpty())
    m_table->focusLine(0);
}

const FeedHealth* SitesPane::focusedFeed() const {
  const int row = m_feeds->focusedRow();
  return row >= 0 ? &m_feedRows.at(row) : nullptr;
}

void SitesPane::setFeeds(const std::vector<FeedHealth>& feeds, Instant now) {
  m_feedRows.setFeeds(feeds, now);
  if (m_feeds->focusedKey().isEmpty())
    m_feeds->focusLine(0);
}

void SitesPane::setHealth(const FreshnessMap& map, const ScrapeFigures& figures, const QString& currency) {
  m_freshness->setMap(map);
  constexpr int kAround = 60; // title and margins: few competitors need no more room
  m_freshCard->setMaximumHeight(m_freshness->sizeHint().height() + kAround);
  m_tiles[Success]->setFigure(successFigure(figures));
  m_tiles[Latency]->setFigure(latencyFigure(figures));
  m_tiles[Cost]->setFigure(costFigure(figures, currency));
  m_tiles[Origin]->setFigure(originFigure(figures));
}

} // namespace pricewright
