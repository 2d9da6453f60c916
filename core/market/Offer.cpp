// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "market/Offer.h"

namespace pricewright {

QString offerStateName(OfferState s) {
  switch (s) {
  case OfferState::Accepted:
    return QStringLiteral("accepted");
  case OfferState::Quarantined:
    return QStringLiteral("quarantined");
  case OfferState::Rejected:
    return QStringLiteral("rejected");
  }
  return {};
}

std::optional<OfferState> offerStateFrom(QStringView name) {
  for (const OfferState s : {OfferState::Accepted, OfferState::Quarantined, OfferState::Rejected})
    if (name == offerStateName(s))
      return s;
  return std::nullopt;
}

QString matchStateName(MatchState s) {
  switch (s) {
  case MatchState::Suggested:
    return QStringLiteral("suggested");
  case MatchState::Confirmed:
    return QStringLiteral("confirmed");
  case MatchState::Rejected:
    return QStringLiteral("rejected");
  }
  return {};
}

std::optional<MatchState> matchStateFrom(QStringView name) {
  for (const MatchState s : {MatchState::Suggested, MatchState::Confirmed, MatchState::Rejected})
    if (name == matchStateName(s))
      return s;
  return std::nullopt;
}

} // namespace pricewright
