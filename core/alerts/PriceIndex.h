// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "alerts/RivalView.h"

namespace pricewright {

// Ours against theirs × 100: the geometric mean of (our regular price / theirs, delivered and for our content) over the
// listings where both are known and fresh; by their share of revenue where any of them has one, else by equal weights.
struct IndexValue {
  std::optional<double> index; // none: undecidable
  int prices = 0;              // that it stands on
  bool byRevenue = false;
  QString why; // "", or the code of why it is undecidable: no-prices, too-few-prices
};

// Keeps the index of every category against one competitor's cheapest offer, or against the median of all. Logarithms
// are summed as whole millionths: the sum does not depend on the order in which prices came and went.
class KeptPriceIndex {
 public:
  KeptPriceIndex(const RivalView& view, int competitorNo); // 0: the median of all
  Instant read(int place);                        // anew, as of the view's now; when that will change by itself
  IndexValue of(int categoryNo, int least) const; // category 0: of all that was read

 private:
  struct Part {
    bool counts = false;
    qint64 log = 0;
  };
  struct Sum {
    int prices = 0;
    qint64 log = 0, weight = 0, weightedLog = 0;
    void add(qint64 aLog, qint64 aWeight, int sign);
  };
  const RivalView& m_view;
  int m_competitorNo;
  std::vector<Part> m_parts; // by place
  QHash<int, Sum> m_sums;    // by category; 0: all
};

struct IndexPoint {
  Instant at{};
  int categoryNo = 0, competitorNo = 0; // 0: all
  IndexValue value;
};
// The index of each category and of all, against each of these competitors, at `from`, every `step` after it, and at
// `to`. By time, then competitor, then category.
std::vector<IndexPoint> indexSeries(const RivalTape& tape, std::span<const int> competitorNos, Instant from, Instant to,
                                    Duration step, int least);

} // namespace pricewright
