// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "decision/PriceDecision.h"

namespace pricewright {

// Where a price comes from that no cycle proposed. It is the last of its reasons: what passes every limit still says
// why it waits for a human.
struct ProposalOrigin {
  QString reason; // by-test, by-scenario, edited (typed by somebody, or from a sheet)
  QString name;   // of the test or scenario; "" of what was edited
  bool operator==(const ProposalOrigin&) const = default;
};
// Alters no verdict's outcome, so the content that an approval is bound to stays. Once for a decision.
void sayOrigin(PriceDecision& d, const ProposalOrigin& origin);
std::optional<ProposalOrigin> originOf(const PriceDecision& d); // none: a cycle's, or of before origins were kept

} // namespace pricewright
