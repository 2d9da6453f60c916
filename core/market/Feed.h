// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/Id.h"
#include "market/Offer.h"

#include <QJsonObject>
#include <QStringList>

namespace pricewright {

// A price-intelligence service, or a competitor's product feed.
struct Feed {
  int no = 0;
  Id id;
  QString code, name, kind;        // kind: prisync, json, xml, table
  QString location;                // https://…, sftp://user@host/folder/, or a folder's path
  std::optional<int> competitorNo; // none: a service, whose rows name the sellers
  int sourceNo = 0;
  QJsonObject mapping;
  QString secret; // the name of its key, never the key
  int intervalMinutes = 1440, requestsAMinute = 60;
  bool isOn = true;
  bool standsIn = false;    // it answers for pages that fail
  bool trustsCodes = false; // the products of ours that it names are confirmed matches
  std::optional<Instant> lastRun;
  QString lastError;
  qint64 lastItems = 0;
  Instant next{};
  QJsonObject memory; // what a pull leaves for the next one
};

// A match that a pull confirms, or that somebody is to decide.
struct FeedTie {
  int competitorNo = 0; // 0: found or made where it is kept, by the seller's name
  QString seller;
  int listingNo = 0, matchNo = 0;
  QString externalCode, title;
  double confidence = 1;
  QStringList evidence; // of a suggestion; see ProductMatch
  int theirPacks = 1, ourPacks = 1;
};
struct FeedPrice {
  Offer offer;         // matchNo 0: of a tie that is not kept yet, whose match and seller it gets
  std::size_t tie = 0; // its place in `confirmed` then
};
// What a pull found of our products.
struct FeedFinds {
  std::vector<FeedTie> confirmed, suggested;
  std::vector<FeedPrice> prices;
};

// What one pull brought, or why it ended early.
struct FeedRun {
  qint64 no = 0;
  int feedNo = 0;
  Instant at{};
  int pages = 0;
  qint64 items = 0, offers = 0, suggested = 0, unknown = 0, unreadable = 0, requests = 0;
  bool isComplete = false;
  QString error;
  QJsonObject reasons; // code → how many
  Duration took{};
  // Of the feed, as it stands then.
  Instant next{};
  QJsonObject memory;
  // As the pull found them. Where a person has changed something meanwhile, what he did stays: his change asks for
  // another pull.
  Instant nextBefore{};
  QJsonObject memoryBefore;
};

// What a feed that stands in said last of a match whose own page did not answer.
struct StandIn {
  int matchNo = 0; // that was asked for; the offer's own match may be another one of the same competitor and listing
  Offer offer;
  QString feed; // code
};

} // namespace pricewright
