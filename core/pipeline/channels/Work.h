// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "pipeline/channels/ChannelsAgent.h"
#include "pipeline/channels/PriceList.h"

namespace pricewright {

// A decision as this station needs it: what to put in force for which listing.
struct ChannelRow {
  QString decisionId;
  int listingNo = 0;
  qint64 version = 0;
  Money before, after;
};

// One climb of the ladder: what changes, from when, and the lists and publication rows that carry it.
struct ChannelsAgent::Work {
  Actor by;
  Catalog catalog;
  QString folder;
  Instant at{};
  std::optional<qint64> batchNo;
  PriceOrigin origin = PriceOrigin::Decision;
  std::vector<ChannelRow> rows;                         // to be put in force
  std::vector<std::pair<ChannelRow, QString>> heldBack; // with the code of why
  std::vector<PriceList> lists;
  std::vector<qint64> publications; // rows of `publication`, parallel to lists
  bool alreadyPlanned = false;      // by a run that died
  PublishReport report;
};

} // namespace pricewright
