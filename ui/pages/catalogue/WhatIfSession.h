// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/plans/WhatIf.h"

#include <QObject>

#include <map>

namespace pricewright {

// What is being tried: the price of the product in focus, and those of others that are locked. Keeps the models of the
// groups looked at, so that locked prices of all groups count together. New facts make models stale and leave what is
// tried alone. GUI thread.
class WhatIfSession : public QObject {
  Q_OBJECT
 public:
  using QObject::QObject;
  void focus(int listingNo); // 0: none. An unlocked price of the one before is let go
  void take(const WhatIfModelPtr& model);
  void refuse(int listingNo, const QString& why); // it cannot be tried
  void forgetModels();                            // the facts have changed
  void clear();                                   // another workspace

  int listing() const { return m_listing; }
  WhatIfModelPtr model() const; // of the listing in focus; null: not yet, or `why`
  QString why() const;
  Money now() const;
  Money tried() const; // now where nothing is tried
  bool isLocked(int listingNo) const { return m_locked.count(listingNo) > 0; }
  const std::map<int, Money>& locked() const { return m_locked; }

  void tryPrice(const Money& price);
  void dragTo(double price);
  void step(int rungs);
  void toggleLock();
  void backToNow();                                            // and unlocked
  void lock(int listingNo, const std::optional<Money>& price); // typed into the table; none: let go
  void drop(const std::vector<int>& listings);                 // they are in the queue now

  std::vector<PriceWish> wishes() const; // by listing: what differs from now, as far as that is known
  // What is tried in the group in focus; and over all groups whose model is here.
  WhatIfResult result() const;
  std::vector<WhatIfPrice> others() const; // locked ones of the group, but for the one in focus
  struct Portfolio {
    WhatIfFigure units, revenue, profit; // `now` is 0: the change alone
    int prices = 0, notCounted = 0;      // tried; locked in groups not looked at yet
  };
  Portfolio portfolio() const;

 signals:
  void modelWanted(int listingNo);
  void changed();      // the price in focus
  void focusChanged(); // another product, another model, or other locked siblings: the curve is another one
  void locksChanged();

 private:
  WhatIfModelPtr modelOf(int listingNo) const;
  void wantMissing(); // a group of locked prices that has not been looked at
  std::vector<WhatIfPrice> pricesIn(const WhatIfModel& model) const;
  int m_listing = 0;
  std::optional<Money> m_tried; // of the listing in focus, where it is not locked
  std::map<int, Money> m_locked;
  std::vector<WhatIfModelPtr> m_models; // newest first
  std::map<int, QString> m_refused;
};

} // namespace pricewright
