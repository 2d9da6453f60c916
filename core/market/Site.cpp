// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "market/Site.h"

namespace pricewright {
namespace {

constexpr const char* kTermsStates[] = {"open", "accepted", "refused"};
constexpr const char* kLookOrigins[] = {"live", "unchanged", "api", "none"};

template <class Enum, std::size_t N> std::optional<Enum> named(const char* const (&names)[N], QStringView name) {
  for (std::size_t i = 0; i < N; ++i)
    if (name == QLatin1String(names[i]))
      return Enum(int(i));
  return std::nullopt;
}

} // namespace

QString termsStateName(TermsState s) { return QString::fromLatin1(kTermsStates[int(s)]); }
std::optional<TermsState> termsStateFrom(QStringView name) { return named<TermsState>(kTermsStates, name); }
QString lookOriginName(LookOrigin o) { return QString::fromLatin1(kLookOrigins[int(o)]); }
std::optional<LookOrigin> lookOriginFrom(QStringView name) { return named<LookOrigin>(kLookOrigins, name); }

bool isInWindow(const Site& site, Instant at) {
  if (site.windowFrom == site.windowTo)
    return true;
  const auto minute = int((toMillis(at) / 60'000) % 1440);
  return site.windowFrom < site.windowTo ? minute >= site.windowFrom && minute < site.windowTo
                                         : minute >= site.windowFrom || minute < site.windowTo; // over midnight
}

} // namespace pricewright
