// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/views/PublicationsView.h"
#include "tables/RowModel.h"

#include <memory>
#include <unordered_map>

namespace pricewright {

using PublicationsPtr = std::shared_ptr<const PublicationsSnapshot>;
using BatchDetailPtr = std::shared_ptr<const BatchDetail>;

// The batches. The countdowns are told the time.
class BatchModel : public RowModel {
  Q_OBJECT
 public:
  enum BatchColumn { No, Name, State, Slot, Effective, Prices, Profit, Range, Channels, Owner, Signed };
  explicit BatchModel(QObject* parent = nullptr);
  void setSnapshot(const PublicationsPtr& snapshot);
  void setNow(Instant now); // of the workspace
  Instant now() const { return m_now; }
  const PublicationsPtr& snapshot() const { return m_snapshot; }
  const BatchSummary& at(int row) const { return m_snapshot->batches[std::size_t(row)]; }
  int rowOf(qint64 no) const; // −1: none

  int rowCount(const QModelIndex& parent = {}) const override;
  QString key(int row) const override;
  QString text(int row, int column) const override;
  double number(int row, int column) const override;
  paint::Tone tone(int row, int column) const override;
  QString detail(int row, int column) const override;
  CellInterval interval(int row, int column) const override;
  QString spoken(int row, int column) const override;

 private:
  PublicationsPtr m_snapshot;
  Instant m_now{};
};

// The rows of one batch.
class BatchRowModel : public RowModel {
  Q_OBJECT
 public:
  enum RowColumn { Sku, Product, Zone, From, To, Change, Profit, Range, Live };
  explicit BatchRowModel(QObject* parent = nullptr);
  void setDetail(const BatchDetailPtr& detail);
  const BatchDetailPtr& detail() const { return m_detail; }
  const BatchDetailRow& at(int row) const { return m_detail->rows[std::size_t(row)]; }

  int rowCount(const QModelIndex& parent = {}) const override;
  QString key(int row) const override;
  QString text(int row, int column) const override;
  double number(int row, int column) const override;
  paint::Tone tone(int row, int column) const override;
  QString detail(int row, int column) const override;
  CellInterval interval(int row, int column) const override;

 private:
  const RowInChannel* worst(int row) const; // the channel that says it all
  BatchDetailPtr m_detail;
};

// What should be live against what the files say.
class LiveModel : public RowModel {
  Q_OBJECT
 public:
  enum LiveColumn { Sku, Product, Zone, Channel, Intended, Live, Difference, Since, Batch, Json };
  explicit LiveModel(QObject* parent = nullptr);
  void setSnapshot(const PublicationsPtr& snapshot);
  const LivePrice& at(int row) const { return m_snapshot->live[std::size_t(row)]; }

  int rowCount(const QModelIndex& parent = {}) const override;
  QString key(int row) const override;
  QString text(int row, int column) const override;
  double number(int row, int column) const override;
  paint::Tone tone(int row, int column) const override;
  QString detail(int row, int column) const override;

 private:
  PublicationsPtr m_snapshot;
};

// What a new batch may be made of.
class CandidateModel : public RowModel {
  Q_OBJECT
 public:
  enum CandidateColumn { Sku, Product, Zone, Category, Now, Proposed, Change, Profit, Range, State };
  explicit CandidateModel(QObject* parent = nullptr);
  void setCandidates(std::shared_ptr<const BatchCandidates> candidates);
  const std::shared_ptr<const BatchCandidates>& candidates() const { return m_candidates; }
  const BatchCandidate& at(int row) const { return m_candidates->rows[std::size_t(row)]; }

  int rowCount(const QModelIndex& parent = {}) const override;
  QString key(int row) const override;
  QString text(int row, int column) const override;
  double number(int row, int column) const override;
  paint::Tone tone(int row, int column) const override;
  QString detail(int row, int column) const override;
  CellInterval interval(int row, int column) const override;

 private:
  std::shared_ptr<const BatchCandidates> m_candidates;
};

} // namespace pricewright
