// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "decision/Names.h"

namespace pricewright {
namespace {

constexpr std::array<const char*, kTerms> kTermNames = {"own-regular", "own-discount", "sibling",    "competitor",
                                                        "deal",        "feature",      "season-sin", "season-cos"};
constexpr std::array<const char*, 4> kIdentifications = {"experiment", "cost-shock", "observational", "weak"};
constexpr std::array<const char*, 4> kMethods = {"model", "rules", "historical-average", "none"};
constexpr std::array<const char*, 8> kOutcomes = {"pass", "adjusted", "needs-approval", "blocked",
                                                  "held", "alert",    "not-applicable", "undecidable"};
constexpr std::array<const char*, 6> kRoutes = {"no-change", "automatic", "human", "hold", "conflict", "blocked"};
constexpr std::array<const char*, 9> kStates = {"unchanged", "held",       "pending",   "approved",   "rejected",
                                                "expired",   "superseded", "published", "rolled_back"};

template <std::size_t N> QString nameAt(const std::array<const char*, N>& names, int index) {
  const auto at = static_cast<std::size_t>(index);
  return at < N ? QString::fromLatin1(names[at]) : QString();
}
template <class Enum, std::size_t N>
std::optional<Enum> find(const std::array<const char*, N>& names, QStringView name) {
  for (std::size_t i = 0; i < N; ++i)
    if (name == QLatin1String(names[i]))
      return static_cast<Enum>(i);
  return std::nullopt;
}

} // namespace

QString termName(int term) { return nameAt(kTermNames, term); }
QString identificationName(Identification i) { return nameAt(kIdentifications, static_cast<int>(i)); }
std::optional<Identification> identificationFrom(QStringView name) {
  return find<Identification>(kIdentifications, name);
}
QString methodName(Method m) { return nameAt(kMethods, static_cast<int>(m)); }
std::optional<Method> methodFrom(QStringView name) { return find<Method>(kMethods, name); }
QString verdictOutcomeName(VerdictOutcome o) { return nameAt(kOutcomes, static_cast<int>(o)); }
std::optional<VerdictOutcome> verdictOutcomeFrom(QStringView name) { return find<VerdictOutcome>(kOutcomes, name); }
QString routeName(Route r) { return nameAt(kRoutes, static_cast<int>(r)); }
std::optional<Route> routeFrom(QStringView name) { return find<Route>(kRoutes, name); }
QString decisionStateName(DecisionState s) { return nameAt(kStates, static_cast<int>(s)); }
std::optional<DecisionState> decisionStateFrom(QStringView name) { return find<DecisionState>(kStates, name); }

} // namespace pricewright
