// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/experiments/DecidedInTime.h"
#include "engine/experiments/ExperimentBanditTest.h"
#include "engine/experiments/ExperimentModels.h"

#include <algorithm>

namespace pricewright {
namespace {

using std::chrono::days;
constexpr int kQuarterDays = 91;

int daysBetween(Instant from, Instant to) { return int(std::chrono::duration_cast<days>(to - from).count()); }

// The units that have each price; visitors are known only once they have been seen.
void countUnits(ExperimentCard& card, const ExperimentRow& row) {
  if (row.plan.design == TestDesign::Visitors) {
    const auto seen = std::find_if(card.looks.rbegin(), card.looks.rend(), [](const ExperimentLook& look) {
      return look.reading.unitsControl + look.reading.unitsTreatment > 0;
    });
    if (seen != card.looks.rend())
      card.unitsControl = seen->reading.unitsControl, card.unitsTreatment = seen->reading.unitsTreatment;
    return;
  }
  for (const TestUnit& unit : row.setup.units)
    ++(unit.arm == 1 ? card.unitsTreatment : card.unitsControl);
}

Result<ExperimentCard> cardOf(Workspace& w, const Catalog& catalog, ExperimentRow row) {
  ExperimentCard card;
  const Instant now = w.clock().now();
  PW_TRY(card.looks, w.experiments().looks(row.no));
  PW_TRY(card.prices, w.experiments().prices(row.no));
  if (row.countedFrom) {
    card.days = daysBetween(*row.countedFrom, row.endsAt.value_or(*row.countedFrom));
    card.day = std::clamp(daysBetween(*row.countedFrom, std::min(now, row.endedAt.value_or(now))), 0, card.days);
  } else {
    card.days = row.plan.days;
  }
  countUnits(card, row);
  if (row.plan.bandit) {
    PW_TRY(card.shares, banditShares(w, row));
  }
  for (const QString& code : row.plan.skus) {
    const Sku* sku = catalog.skuByCode(code);
    const Category* category = sku ? catalog.category(sku->categoryNo) : nullptr;
    if (category && !card.categories.contains(category->code))
      card.categories << category->code;
  }
  card.nextLook = nextLook(row, now);
  card.currency = catalog.currency;
  card.row = std::move(row);
  PW_CHECK(addModelsTo(w, catalog, card));
  return card;
}

int orderOf(TestState state) {
  if (state == TestState::Decided)
    return 0;
  return isUnderWay(state) ? 1 : state == TestState::Draft ? 2 : 3;
}

void count(ExperimentBoard& board, const ExperimentCard& card) {
  const ExperimentRow& row = card.row;
  board.active += isUnderWay(row.state) ? 1 : 0;
  board.toDecide += row.state == TestState::Decided ? 1 : 0;
  board.paused += row.state == TestState::Paused ? 1 : 0;
  if (!row.endedAt || board.now - *row.endedAt > days(kQuarterDays))
    return;
  ++board.endedInQuarter;
  board.decidedInQuarter += decidedInTime(row, card.looks) ? 1 : 0;
}

} // namespace

Result<ExperimentBoard> experimentBoard(Workspace& w) {
  PW_TRY(const Catalog catalog, w.catalog().load());
  PW_TRY(auto rows, w.experiments().all());
  ExperimentBoard board;
  board.now = w.clock().now();
  for (ExperimentRow& row : rows) {
    PW_TRY(ExperimentCard card, cardOf(w, catalog, std::move(row)));
    count(board, card);
    board.cards.push_back(std::move(card));
  }
  std::stable_sort(board.cards.begin(), board.cards.end(), [](const ExperimentCard& a, const ExperimentCard& b) {
    return orderOf(a.row.state) < orderOf(b.row.state);
  });
  return board;
}

Result<ExperimentCard> experimentCard(Workspace& w, const QString& name) {
  PW_TRY(const Catalog catalog, w.catalog().load());
  PW_TRY(ExperimentRow row, w.experiments().named(name));
  return cardOf(w, catalog, std::move(row));
}

} // namespace pricewright
