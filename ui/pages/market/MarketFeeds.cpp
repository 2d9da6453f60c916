// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What can be done with services and feeds on the page of the market.
#include "base/Words.h"
#include "pages/market/MarketPage.h"

namespace pricewright {

bool MarketPage::ofFeeds() const { return m_view == Sites && m_sites->feeds().hasFocus(); }

void MarketPage::readFeed() {
  const FeedHealth* feed = m_sites->focusedFeed();
  if (feed && !feed->feed.isOn)
    emit noticed(tr("This feed is off: O switches it on"));
  else if (feed && m_read->isEnabled())
    emit feedRequested(feed->feed.code);
}

void MarketPage::openFeed(const Feed& feed, const QString& competitor, bool isNew) {
  QStringList codes;
  for (const FeedHealth& one : m_board.feeds)
    codes << one.feed.code;
  m_card->dismiss();
  m_feed->form().setChoices(m_competitors, codes);
  showView(FeedView);
  m_feed->begin(feed, competitor, isNew);
}

void MarketPage::newFeed() {
  if (!m_readOnly)
    openFeed({}, {}, true);
}

void MarketPage::changeFeed() {
  if (const FeedHealth* feed = m_sites->focusedFeed(); feed && !m_readOnly)
    openFeed(feed->feed, feed->competitor, false);
}

void MarketPage::leaveFeed() {
  showView(Sites);
  m_sites->feeds().setFocus(Qt::OtherFocusReason);
}

void MarketPage::forgetFeed() {
  m_feed->rest();
  if (m_view == FeedView)
    showView(Sites);
}

void MarketPage::showFeedSaved(const QString& what) {
  m_feed->rest();
  if (m_view == FeedView)
    leaveFeed();
  showChanged(what);
}

} // namespace pricewright
