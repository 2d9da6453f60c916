// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <functional>
#include <stop_token>
#include <string_view>

namespace pricewright {

// How far a long job is: 0…1 of the named step. Called from whatever thread works; must be quick and must not throw.
using Progress = std::function<void(std::string_view step, double fraction)>;

// What a long batch gets: may it go on, and whom to tell. Copies are cheap.
struct JobContext {
  std::stop_token stop;
  Progress progress;
  bool cancelled() const { return stop.stop_requested(); }
  void report(std::string_view step, double fraction) const {
    if (progress)
      progress(step, fraction);
  }
};

} // namespace pricewright
