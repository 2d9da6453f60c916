// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/Engine.h"

namespace pricewright::test {

// A queue that looks like orange juice in several zones: for pictures and for what the window does with any queue.
// Seeded: the same rows each time. `longWords`: German product names and codes that hardly fit.
struct SyntheticOptions {
  int pending = 37, approved = 3;
  quint32 seed = 7;
  bool longWords = false;
};
QueueSnapshot syntheticQueue(const SyntheticOptions& options = {});
DecisionDetail syntheticDetail(const QueueRow& row);
Money usd(qint64 cents);

} // namespace pricewright::test
