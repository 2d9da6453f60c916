// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "pipeline/approval/ApprovalAgent.h"

namespace pricewright {

// The expected weekly change of several prices together: means are added, and so are variances, as if the prices were
// independent of each other. Siblings that move together make the true interval wider or narrower.
struct JointEffect {
  Currency currency;
  double profit = 0, profitLow = 0, profitHigh = 0; // 90 %
  int counted = 0, leftOut = 0;                     // left out: in another currency
  bool operator==(const JointEffect&) const = default;
};
// Adds up; `currency` is that of the first row.
class JointSum {
 public:
  void add(Currency currency, double profit, double low, double high);
  JointEffect sum() const;

 private:
  JointEffect m_sum;
  double m_variance = 0;
};

// A batch that somebody wants: which rows, under which name, from which day on (in the time of each row's zone).
struct BatchWish {
  QString name, comment;
  std::optional<Day> day; // none: the next release
  std::vector<Ask> rows;  // waiting for approval: signed with it; approved and not released: moved into it
};
struct BatchPlan { // what the signature would do; nothing is done
  struct Part {    // one batch per time zone: a day begins at another moment in each
    QString timeZone;
    Instant releaseAt{};
    int labels = 0;
    JointEffect effect;
  };
  struct Refused {
    Id decision;
    QString sku, zone;
    Error why;
  };
  std::vector<Part> parts;
  std::vector<Refused> refused; // beyond one's limit, or decided meanwhile: they stay out
  int labels = 0, toSign = 0, toMove = 0;
  JointEffect effect;
};
struct RowMove {
  Id decision;
  qint64 from = 0, to = 0; // batch numbers; from 0: it was waiting for approval
};
struct BatchChange { // enough to put it back
  std::vector<qint64> batches;
  std::vector<RowMove> moves;
  std::vector<BatchPlan::Refused> refused;
};
struct SlotChange {
  qint64 batchNo = 0;
  Instant before{}, after{};
};
struct BatchCancelled {
  qint64 batchNo = 0;
  int returned = 0; // rows that wait for approval again
};

} // namespace pricewright
