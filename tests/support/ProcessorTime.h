// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QtGlobal>

#include <ctime>

namespace pricewright::test {

// What this program has computed since, in milliseconds: tells work that grows with the square of its input, however
// busy the machine is.
class ProcessorTime {
 public:
  ProcessorTime() : m_start(now()) {}
  [[nodiscard]] qint64 elapsed() const { return (now() - m_start) / 1'000'000; }

 private:
  static qint64 now() {
    timespec t{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return qint64(t.tv_sec) * 1'000'000'000 + t.tv_nsec;
  }
  qint64 m_start;
};

} // namespace pricewright::test
