// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/Result.h"

namespace pricewright::test {

// What must succeed for a test to say anything: else the program ends with the reason.
inline void need(const Status& status) {
  if (!status)
    qFatal("%s", qPrintable(status.error().debugText()));
}
template <class T> T take(Result<T> result) {
  if (!result)
    qFatal("%s", qPrintable(result.error().debugText()));
  return std::move(*result);
}

} // namespace pricewright::test
