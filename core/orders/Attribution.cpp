// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "orders/Attribution.h"

#include "base/Words.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace pricewright {
namespace {

bool saysTheSame(const PriceExposure& a, const PriceExposure& b) {
  return a.testNo == b.testNo && a.arm == b.arm && a.price == b.price;
}

// The exposures by unit, listing and time.
class ExposureIndex {
 public:
  explicit ExposureIndex(std::span<const PriceExposure> exposures) : m_all(exposures), m_order(exposures.size()) {
    std::iota(m_order.begin(), m_order.end(), std::size_t(0));
    std::sort(m_order.begin(), m_order.end(), [&](std::size_t a, std::size_t b) {
      return std::tie(m_all[a].unitHash, m_all[a].listingNo, m_all[a].at, a) <
             std::tie(m_all[b].unitHash, m_all[b].listingNo, m_all[b].at, b);
    });
    m_differing.assign(m_order.size(), -1);
    for (std::size_t i = 1; i < m_order.size(); ++i) {
      const PriceExposure &now = m_all[m_order[i]], &before = m_all[m_order[i - 1]];
      if (now.unitHash == before.unitHash && now.listingNo == before.listingNo)
        m_differing[i] = saysTheSame(now, before) ? m_differing[i - 1] : std::ptrdiff_t(i - 1);
    }
  }

  Attributed find(const SoldLine& line, Duration window) const {
    Attributed out;
    if (line.unitHash.isEmpty() || line.listingNo == 0) {
      out.gap = line.unitHash.isEmpty() ? AttributionGap::NoUnit : AttributionGap::NoListing;
      return out;
    }
    const auto [first, last] = seenBy(line);
    const auto after =
        std::upper_bound(first, last, line.placed, [&](Instant at, std::size_t i) { return at < m_all[i].at; });
    if (after == first) {
      out.gap = first == last ? AttributionGap::NeverShown : AttributionGap::ShownAfter;
      return out;
    }
    const std::size_t chosen = *(after - 1);
    if (line.placed - m_all[chosen].at > window) {
      out.gap = AttributionGap::TooLongAgo;
      return out;
    }
    bool undecidable = false;
    if (const std::ptrdiff_t other = m_differing[std::size_t(after - 1 - m_order.begin())]; other >= 0) {
      const Instant seen = m_all[m_order[std::size_t(other)]].at;
      out.sawOthers = line.placed - seen <= window;
      undecidable = seen == m_all[chosen].at;
    }
    out.gap = undecidable ? AttributionGap::Undecidable : AttributionGap::None;
    if (!undecidable)
      settle(line, chosen, out);
    return out;
  }

 private:
  using At = std::vector<std::size_t>::const_iterator;
  std::pair<At, At> seenBy(const SoldLine& line) const {
    const auto key = std::tie(line.unitHash, line.listingNo);
    const auto keyOf = [&](std::size_t i) { return std::tie(m_all[i].unitHash, m_all[i].listingNo); };
    const auto first = std::lower_bound(m_order.begin(), m_order.end(), key,
                                        [&](std::size_t i, const auto& wanted) { return keyOf(i) < wanted; });
    const auto last = std::upper_bound(first, m_order.end(), key,
                                       [&](const auto& wanted, std::size_t i) { return wanted < keyOf(i); });
    return {first, last};
  }
  void settle(const SoldLine& line, std::size_t chosen, Attributed& out) const {
    const Money& price = m_all[chosen].price;
    out.exposure = std::ptrdiff_t(chosen);
    out.otherCurrency = price.currency() != line.currency;
    out.priceDiffers = !out.otherCurrency && line.shownMinor && *line.shownMinor != price.minor();
  }

  std::span<const PriceExposure> m_all;
  std::vector<std::size_t> m_order;
  std::vector<std::ptrdiff_t> m_differing; // the last place before with the same unit and listing that says otherwise
};

} // namespace

QString attributionGapName(AttributionGap g) {
  constexpr std::array kNames{"none",        "no-unit",      "no-listing", "never-shown",
                              "shown-after", "too-long-ago", "undecidable"};
  return s(kNames[std::size_t(g)]);
}

AttributionReport attribute(std::span<const SoldLine> lines, std::span<const PriceExposure> exposures,
                            const AttributionRules& rules) {
  const ExposureIndex index(exposures);
  AttributionReport out;
  out.lines.reserve(lines.size());
  for (const SoldLine& line : lines) {
    const Attributed& found = out.lines.emplace_back(index.find(line, rules.window));
    if (found.gap != AttributionGap::None)
      ++out.gaps[attributionGapName(found.gap)];
    out.attributed += found.exposure >= 0 ? 1 : 0;
    out.sawOthers += found.sawOthers ? 1 : 0;
    out.priceDiffers += found.priceDiffers ? 1 : 0;
    out.otherCurrency += found.otherCurrency ? 1 : 0;
  }
  return out;
}

} // namespace pricewright
