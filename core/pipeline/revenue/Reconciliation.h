// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "pipeline/revenue/RevenueAgent.h"

#include <QSet>

#include <map>

namespace pricewright {

// One run of comparing books, slice by slice. Internal to RevenueAgent.
class Reconciliation {
 public:
  Reconciliation(OrderStore& store, PaymentGateway& gateway, const Clock& clock, const Actor& by,
                 const ReconcileOptions& options, const JobContext& job)
      : m_store(store), m_gateway(gateway), m_clock(clock), m_by(by), m_options(options), m_job(job) {}
  // `account`: whose books ours are; "": nobody knows yet.
  Status run(ReconcileReport& report, const QString& account);
  bool storeFailed() const { return m_storeFailed; }
  static bool isRefusal(const Error& e); // nothing could be asked, or these are another's books

 private:
  static bool isOfOneObject(const Error& e); // it holds up no other
  Result<QString> askAccount(const QString& ours);
  Status eachSlice(const std::function<Status(Instant, Instant)>& work);
  Status survey();
  Status surveySlice(Instant from, Instant to, qint64 known);
  Status runSlice(Instant from, Instant to);
  Status missedEvents(Instant from, Instant to);
  Status keepEvents(OrderBatch& batch);
  Status theirObjects(Instant from, Instant to);
  Status compare(Movement theirs, OrderBatch& batch);
  Status confirm(const Movement& ours, Movement theirs, OrderBatch& batch);
  bool note(const Movement& ours, const Movement& theirs);
  Status ourObjects(Instant from, Instant to, OrderBatch& batch);
  Status sums(Instant from, Instant to, const TotalsByCurrency& before);
  MoneyFilter window(Instant from, Instant to) const;
  void setAside(const QString& id, const QString& kind, const QString& code);
  void find(const char* code, const Movement& m, const Movement* ours, const Movement* theirs);
  template <class T> Result<T> ofStore(Result<T> result) {
    m_storeFailed = m_storeFailed || !result;
    return result;
  }

  OrderStore& m_store;
  PaymentGateway& m_gateway;
  const Clock& m_clock;
  const Actor& m_by;
  const ReconcileOptions& m_options;
  const JobContext& m_job;
  ReconcileReport* m_out = nullptr;
  QSet<QString> m_vanished;             // of ours, that they do not know: found before anything was changed
  std::map<QString, Movement> m_theirs; // of this slice, by object
  QSet<QString> m_setAside, m_eventIds; // of this slice
  bool m_storeFailed = false;
};

} // namespace pricewright
