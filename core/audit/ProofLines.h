// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QByteArray>
#include <QString>

#include <memory>

namespace pricewright {

// What the writer and the reader of a proof agree on. Internal to both.
inline constexpr char kProofFormat[] = "pricewright-audit-proof";
inline constexpr char kProofEnd[] = "pricewright-audit-proof-end";
inline constexpr int kProofVersion = 1;
inline constexpr int kHashesALine = 256;
inline constexpr char kEntryOpens[] = "{\"entry\":";
inline constexpr char kHashOpens[] = ",\"hash\":\"";
inline constexpr char kEntryCloses[] = "\"}\n";
inline constexpr qsizetype kHexSize = 64;

// SHA-256 over what comes piece by piece.
class RunningDigest {
 public:
  RunningDigest();
  ~RunningDigest();
  RunningDigest(const RunningDigest&) = delete;
  RunningDigest& operator=(const RunningDigest&) = delete;
  void add(const char* data, std::size_t size);
  QByteArray result() const; // of all that came so far; it may go on

 private:
  struct State;
  std::unique_ptr<State> m;
};

} // namespace pricewright
