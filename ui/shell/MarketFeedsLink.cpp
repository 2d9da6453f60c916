// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the market's page that services and feeds answer.
#include "engine/market/FeedDesk.h"
#include "shell/MarketLink.h"

namespace pricewright {

// Reading a feed is a round like any other, in which it is due.
void MarketLink::connectFeeds() {
  connect(&m_page, &MarketPage::feedRequested, this, [this](const QString& code) {
    m_engine.write(
        this, [code](Workspace& w, const JobContext&) { return feedStore(w).makeDue(code); },
        [this](const Status& status) { status ? m_page.look() : m_page.showError(status.error()); });
  });
  connect(&m_page, &MarketPage::feedSwitched, this, [this](const QString& code, bool on) {
    change([=](Workspace& w) { return feedStore(w).switchFeed(w.me(), code, on); },
           on ? MarketPage::tr("%1 is read again").arg(code) : MarketPage::tr("%1 is not read any more").arg(code),
           [=](Workspace& w) { return feedStore(w).switchFeed(w.me(), code, !on); });
  });
  connect(&m_page.feedEditor(), &FeedEditor::trialWanted, this, &MarketLink::tryFeedOut);
  connect(&m_page.feedEditor(), &FeedEditor::saveWanted, this,
          [this](const FeedAdd& wish, const QByteArray& key, bool isNew) {
            if (key.isEmpty())
              return keepFeed(wish, isNew, false);
            m_engine.readAside( // the keychain may ask its owner first
                this, [feed = wish.feed, key](Workspace&, const JobContext&) { return keepFeedKey(feed, key); },
                [this, wish, isNew, session = m_page.feedEditor().session()](const Status& kept) {
                  if (session != m_page.feedEditor().session()) { // left meanwhile, or another workspace is open
                    dropKey(wish.feed);
                    emit m_page.noticed(
                        MarketPage::tr("%1 was left before its key was kept: it is not saved").arg(wish.feed.code));
                    return;
                  }
                  kept ? keepFeed(wish, isNew, true) : m_page.feedEditor().showError(kept.error());
                });
          });
  connect(&m_page.feedEditor(), &FeedEditor::left, this, [this] { m_feedTrial.cancel(); });
}

void MarketLink::tryFeedOut(const Feed& feed, const QByteArray& key) {
  m_feedTrial.readAside(
      m_engine, this,
      [feed, key](Workspace& w, const JobContext& job) -> Result<FeedTrial> {
        PW_TRY(const std::unique_ptr<SecretStore> secrets, openSecrets());
        return tryFeed(w, feed, feedToolsWith(QString::fromUtf8(key), secretsFrom(*secrets)), job);
      },
      [this, session = m_page.feedEditor().session()](const Result<FeedTrial>& trial) {
        if (session != m_page.feedEditor().session())
          return; // something else is typed by now
        trial ? m_page.feedEditor().showTrial(*trial) : m_page.feedEditor().showError(trial.error());
      });
}

void MarketLink::keepFeed(const FeedAdd& wish, bool isNew, bool hasNewKey) {
  auto made = std::make_shared<FeedChange>();
  const int session = m_page.feedEditor().session();
  m_engine.write(
      this,
      [=](Workspace& w, const JobContext&) -> Status {
        PW_TRY(*made, saveFeed(w, wish, isNew));
        return {};
      },
      [=, this](const Status& status) {
        const bool isThere = session == m_page.feedEditor().session();
        if (!status) {
          if (hasNewKey)
            dropKey(wish.feed); // nothing names it
          return isThere ? m_page.feedEditor().showError(status.error()) : m_page.showError(status.error());
        }
        remember([made, hasNewKey](Workspace& w) -> Status {
          PW_CHECK(undoSaveFeed(w, *made));
          if (hasNewKey)
            (void)dropFeedKey(made->after); // nothing names it any more; the feed is as it was either way
          return {};
        });
        const QString saved = MarketPage::tr("%1 is saved · F reads it now, Ctrl+Z takes it back").arg(wish.feed.code);
        isThere ? m_page.showFeedSaved(saved) : m_page.showChanged(saved);
      });
}

void MarketLink::dropKey(const Feed& feed) {
  m_engine.readAside(this, [feed](Workspace&, const JobContext&) { return dropFeedKey(feed); }, [](const Status&) {});
}

} // namespace pricewright
