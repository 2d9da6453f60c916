// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/Sourced.h"

namespace pricewright {

QString sourceStateName(SourceState s) {
  switch (s) {
  case SourceState::Live:
    return QStringLiteral("live");
  case SourceState::Cached:
    return QStringLiteral("cached");
  case SourceState::Fallback:
    return QStringLiteral("fallback");
  case SourceState::Stale:
    return QStringLiteral("stale");
  }
  return {};
}

} // namespace pricewright
