// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/Cancel.h"

#include <cstddef>

namespace pricewright {

// Runs body(begin, end) over [0, count) in chunks on std::jthreads. Chunks are fixed by `grain`, never by the number of
// threads, so results that are written by index are the same bits at any thread count. Returns false if cancelled.
bool parallelFor(std::size_t count, std::size_t grain, const JobContext& job,
                 const std::function<void(std::size_t begin, std::size_t end)>& body, unsigned threads = 0);

} // namespace pricewright
