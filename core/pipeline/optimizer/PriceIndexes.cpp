// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/optimizer/PlanGroup.h"

#include <algorithm>

namespace pricewright {

QString indexName(PriceIndex index, bool low) {
  static constexpr std::array kNames = {"index", "category-index", "competitor-index", "category-competitor-index",
                                        "kvi-index"};
  return QLatin1String(kNames[std::size_t(index)]) + (low ? QStringLiteral("-low") : QString());
}

int PlanParts::partOf(std::size_t i, PriceIndex index) const {
  if (!isByCategory(index))
    return 0;
  return int(std::lower_bound(categories.begin(), categories.end(), item(i).category) - categories.begin());
}

double PlanParts::indexUse(std::size_t i, std::size_t choice, PriceIndex index) const {
  return item(i).weight[index] * std::expm1(item(i).moves[choice]);
}

std::vector<double> PlanParts::indexRoom(PriceIndex index, double sign, double limit) const {
  std::vector<double> out;
  for (const IndexPart& part : indexes[index])
    out.push_back(part.known ? sign * (limit - part.start) : 1); // of nothing known, nothing is used
  return out;
}

namespace {

double ratio(double of, double all) { return all > 0 ? of / all : 0; }

// What each index counts of a listing.
bool counts(PriceIndex index, const PlanListing& l) {
  return isAgainstRival(index) ? l.rival > 0 : index != PriceIndex::Kvi || l.kvi;
}

} // namespace

void PlanParts::settle(const std::vector<std::vector<PlanListing>>& listings) {
  now = {};
  for (std::size_t g = 0; g < groups.size(); ++g) {
    now.add(groups[g]->sums(std::vector<double>(groups[g]->size(), 0.0)));
    firstItem.push_back(items.size());
    for (std::size_t k = 0; k < groups[g]->items().size(); ++k)
      items.emplace_back(g, k);
  }
  for (const auto& group : listings)
    for (const PlanListing& l : group)
      categories.push_back(l.category);
  std::sort(categories.begin(), categories.end());
  categories.erase(std::unique(categories.begin(), categories.end()), categories.end());
  for (const PriceIndex index : kPriceIndexes)
    settleIndex(index, listings);
}

void PlanParts::settleIndex(PriceIndex index, const std::vector<std::vector<PlanListing>>& listings) {
  std::vector<IndexPart>& parts = indexes[index];
  parts.assign(isByCategory(index) ? std::max<std::size_t>(1, categories.size()) : 1, {});
  std::vector<double> revenue(parts.size());
  const auto partOfListing = [&](const PlanListing& l) {
    return isByCategory(index)
               ? std::size_t(std::lower_bound(categories.begin(), categories.end(), l.category) - categories.begin())
               : 0;
  };
  const auto each = [&](const auto& what) {
    for (const auto& group : listings)
      for (const PlanListing& l : group)
        if (counts(index, l))
          what(l, partOfListing(l));
  };
  each([&](const PlanListing& l, std::size_t part) { revenue[part] += l.revenue, parts[part].known |= l.revenue > 0; });
  if (isAgainstRival(index))
    each([&](const PlanListing& l, std::size_t part) {
      parts[part].start += ratio(l.revenue, revenue[part]) * (l.price / l.rival - 1);
    });
  for (auto& group : groups)
    for (PlanItem& item : group->items()) {
      const PlanListing& l = listings[item.group][item.listing];
      if (counts(index, l))
        item.weight[index] =
            ratio(l.revenue, revenue[partOfListing(l)]) * (isAgainstRival(index) ? l.price / l.rival : 1);
    }
}

} // namespace pricewright
