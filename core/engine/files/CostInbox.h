// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/Workspace.h"

namespace pricewright {

// New replacement costs, as events: what one import (or one day's work by hand) changed from one day on.
struct CostRow {
  int listingNo = 0;
  QString sku, product, zone;
  Amount before, after;
  Money price;                           // regular, in force; invalid: none
  std::optional<int> marginBp;           // gross, net of VAT, at that price and the new cost
  std::optional<int> marginBeforeBp;     // and the old one
  std::optional<double> unitsPerWeek;    // of the last four weeks
  std::optional<DecisionState> answered; // by a decision since: pending, approved or published
  double changePercent() const { return 100.0 * (double(after.value.micros()) / double(before.value.micros()) - 1); }
};
struct CostEvent {
  QString key; // stays with the event
  Day from{};
  QString source; // the file's name; "" by hand
  Instant learnt{};
  std::vector<CostRow> rows;          // by SKU, then zone
  std::optional<double> stakePerWeek; // what the change costs (or saves) at today's prices and units; one currency
  Currency currency;
  bool dismissed = false;
  QString dismissedBy, note;
  int open() const; // rows without an answer
};
struct CostInbox {
  Day today{};
  std::vector<CostEvent> events; // newest day first
  int open = 0;                  // events with an open row that are not dismissed
};
// Costs that begin within so many days back, or at any time to come. Also on a read-only workspace.
Result<CostInbox> costInbox(Workspace& workspace, int daysBack = 60);

// How much of a change of cost goes into the price.
enum class PassOn {
  MarginRate,  // the margin in percent stays: price × new cost ÷ old cost
  MarginMoney, // the margin in money stays
  Share        // so many percent of what MarginMoney would add
};
// The prices that follow, of the open rows that have one; limits have not been asked yet. Rounded to the nearest minor
// unit. VAT is taken from the margin that stands beside the price.
std::vector<PriceWish> passOn(const CostEvent& event, PassOn how, int sharePercent = 100);

// "Dealt with otherwise", and back; audited. cost.unknown-event, catalog.not-allowed
Status dismissCosts(Workspace& workspace, const QString& eventKey, const QString& note);
Status recallCosts(Workspace& workspace, const QString& eventKey);

} // namespace pricewright
