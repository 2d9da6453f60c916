// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QByteArray>

#include <memory>
#include <vector>

namespace pricewright {

// Unpacks a body while it comes: gzip, deflate (with its zlib frame or without, as servers send both) and br, also one
// in the other. Unlike libcurl's own unpacking it knows whether the packed stream has come to its end: one that is cut
// off between two packets looks like a shorter page otherwise. Memory is bounded by the limit.
class ContentDecoding {
 public:
  enum class Outcome { Good, Broken, TooLarge };
  explicit ContentDecoding(qint64 limit);
  ~ContentDecoding();
  ContentDecoding(const ContentDecoding&) = delete;
  // As the header Content-Encoding says it; nothing may have been taken yet. What is unknown breaks the first bytes.
  void setEncodings(QByteArrayView header);
  Outcome take(QByteArrayView packed, QByteArray& into);
  bool isWhole() const; // every stream has ended; of what is not packed: always

  class Stage;

 private:
  Outcome pass(std::size_t stage, QByteArrayView bytes, QByteArray& into);
  qint64 m_limit;
  bool m_isUnknown = false;
  std::vector<std::unique_ptr<Stage>> m_stages; // in the order in which they unpack
};

} // namespace pricewright
