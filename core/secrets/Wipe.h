// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QByteArray>

namespace pricewright {

// Overwrites what only this array holds and empties it. A copy that others share stays theirs to wipe.
void wipe(QByteArray& secret);

// Wipes when it goes out of scope.
class WipeAtEnd {
 public:
  explicit WipeAtEnd(QByteArray& secret) : m_secret(secret) {}
  ~WipeAtEnd() { wipe(m_secret); }
  WipeAtEnd(const WipeAtEnd&) = delete;
  WipeAtEnd& operator=(const WipeAtEnd&) = delete;

 private:
  QByteArray& m_secret;
};

} // namespace pricewright
