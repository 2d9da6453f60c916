// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/Error.h"
#include "base/Time.h"

namespace pricewright {

enum class SourceState { Live, Cached, Fallback, Stale };
QString sourceStateName(SourceState s); // "live", "cached", "fallback", "stale"

// A value and where it came from: degraded is not an error, but it is never silent.
template <class T> struct Sourced {
  T value{};
  SourceState state = SourceState::Live;
  Instant since{}; // of what moment the value is
  QString by;      // who stepped in, where state is Fallback: "rules", "historical average"
  QString reason;  // code of why it is not live
};

} // namespace pricewright
