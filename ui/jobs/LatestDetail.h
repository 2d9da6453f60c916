// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/Engine.h"

#include <list>

namespace pricewright {

// Fetches the detail of the row in focus, newest wins: running down the queue asks for the row where one stops, not for
// every row passed. One question is under way at a time; the next row's detail is fetched ahead. GUI thread.
class LatestDetail : public QObject {
  Q_OBJECT
 public:
  struct Key {
    Id decision;
    QString contentHash;
    DecisionState state = DecisionState::Pending;
    bool operator==(const Key&) const = default;
  };
  using QObject::QObject;
  void want(const Key& key, std::optional<Key> ahead);
  void forget(); // another workspace

 public slots:
  void arrived(const pricewright::DecisionDetailPtr& detail);
  void failed(const pricewright::Error& error);

 signals:
  void requested(const pricewright::Id& decision);
  void available(const pricewright::DecisionDetailPtr& detail);
  void unavailable(const pricewright::Error& error);

 private:
  DecisionDetailPtr cached(const Key& key);
  void ask(const Key& key);
  void next();
  std::optional<Key> m_wanted, m_ahead, m_underWay;
  std::list<std::pair<Key, DecisionDetailPtr>> m_cache; // newest first
};

} // namespace pricewright
