// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "charts/FreshnessChart.h"
#include "controls/FigureTile.h"
#include "itemmodels/FeedModel.h"
#include "itemmodels/MarketModels.h"
#include "tables/TableView.h"

#include <QScrollArea>

namespace pricewright {

// How far the market can be trusted: how well pages are read, how fresh each competitor's prices are, and the sites
// with what their terms and their robots.txt allow, and the services and feeds that prices come from in bulk.
class SitesPane : public QWidget {
  Q_OBJECT
 public:
  explicit SitesPane(const Theme& theme, QWidget* parent = nullptr);
  TableView& table() { return *m_table; }
  const SiteModel& rows() const { return m_rows; }
  FreshnessChart& freshness() { return *m_freshness; }
  const FigureTile& tile(int at) const { return *m_tiles[std::size_t(at)]; }
  const SiteHealth* focused() const; // nullptr: none
  TableView& feeds() { return *m_feeds; }
  const FeedHealth* focusedFeed() const; // nullptr: none
  void setFeeds(const std::vector<FeedHealth>& feeds, Instant now);
  void setStatus(const MarketStatus& status);
  void setHealth(const FreshnessMap& map, const ScrapeFigures& figures, const QString& currency);

 private:
  enum Tile { Success, Latency, Cost, Origin, kTiles };
  SiteModel m_rows;
  TableLines m_lines{m_rows};
  FeedModel m_feedRows;
  TableLines m_feedLines{m_feedRows};
  std::array<FigureTile*, kTiles> m_tiles{};
  FreshnessChart* m_freshness;
  QFrame* m_freshCard;
  TableView *m_table, *m_feeds;
};

} // namespace pricewright
