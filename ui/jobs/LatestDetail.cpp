// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/LatestDetail.h"

namespace pricewright {
namespace {
constexpr std::size_t kKept = 32;
}

DecisionDetailPtr LatestDetail::cached(const Key& key) {
  const auto found =
      std::find_if(m_cache.begin(), m_cache.end(), [&key](const auto& entry) { return entry.first == key; });
  if (found == m_cache.end())
    return nullptr;
  m_cache.splice(m_cache.begin(), m_cache, found);
  return m_cache.front().second;
}

void LatestDetail::want(const Key& key, std::optional<Key> ahead) {
  m_wanted = key;
  m_ahead = std::move(ahead);
  if (const DecisionDetailPtr known = cached(key)) {
    m_wanted.reset();
    emit available(known);
  }
  if (!m_underWay)
    next();
}

void LatestDetail::forget() {
  m_cache.clear();
  m_wanted.reset();
  m_ahead.reset();
  m_underWay.reset();
}

void LatestDetail::ask(const Key& key) {
  m_underWay = key;
  emit requested(key.decision);
}

void LatestDetail::next() {
  if (m_wanted) {
    ask(*m_wanted);
  } else if (m_ahead) {
    const Key key = *m_ahead;
    m_ahead.reset();
    if (!cached(key))
      ask(key);
  }
}

void LatestDetail::arrived(const DecisionDetailPtr& detail) {
  if (!detail || !m_underWay || detail->decision.id != m_underWay->decision)
    return; // of another time
  // Filed under what it says of itself: the row may have changed since it was asked for.
  const Key key{detail->decision.id, detail->decision.contentHash, detail->decision.state};
  m_underWay.reset();
  m_cache.emplace_front(key, detail);
  if (m_cache.size() > kKept)
    m_cache.pop_back();
  if (m_wanted && m_wanted->decision == key.decision) {
    m_wanted.reset();
    emit available(detail);
  }
  next();
}

void LatestDetail::failed(const Error& error) {
  if (!m_underWay)
    return;
  const bool wasWanted = m_wanted && m_wanted->decision == m_underWay->decision;
  m_underWay.reset();
  if (wasWanted) {
    m_wanted.reset();
    emit unavailable(error);
  }
  next();
}

} // namespace pricewright
