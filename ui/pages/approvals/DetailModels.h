// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/Engine.h"
#include "engine/views/DecisionView.h"
#include "tables/RowModel.h"

namespace pricewright {

// The offers that a decision looked at: which of them counted, how old they were, where they came from.
class OfferModel : public RowModel {
  Q_OBJECT
 public:
  enum OfferColumn { Competitor, Comparable, Use, Age, Asked, Shipping, Source, Number };
  explicit OfferModel(QObject* parent = nullptr);
  void setDetail(const DecisionDetailPtr& detail);
  const OfferLine& at(int row) const { return m_detail->view->offers[std::size_t(row)]; }
  int used() const;

  int rowCount(const QModelIndex& parent = {}) const override;
  QString key(int row) const override;
  QString text(int row, int column) const override;
  double number(int row, int column) const override;
  paint::Tone tone(int row, int column) const override;
  QString detail(int row, int column) const override;

 private:
  Duration age(int row) const { return m_detail->view->asOf - at(row).observedAt; }
  DecisionDetailPtr m_detail;
};

// The features of a decision, each with its state and its age.
class FeatureModel : public RowModel {
  Q_OBJECT
 public:
  enum FeatureColumn { Name, Value, Unit, State, Age };
  explicit FeatureModel(QObject* parent = nullptr);
  void setDetail(const DecisionDetailPtr& detail);
  const Feature& at(int row) const { return m_detail->decision.features[std::size_t(row)]; }

  int rowCount(const QModelIndex& parent = {}) const override;
  QString key(int row) const override;
  QString text(int row, int column) const override;
  double number(int row, int column) const override;
  paint::Tone tone(int row, int column) const override;
  QString detail(int row, int column) const override;

 private:
  std::optional<Duration> age(int row) const;
  DecisionDetailPtr m_detail;
};

// What was decided on the same SKU, in all its zones.
class PastModel : public RowModel {
  Q_OBJECT
 public:
  enum PastColumn { Date, Zone, From, To, Change, State, Who, Reason };
  explicit PastModel(QObject* parent = nullptr);
  void setDetail(const DecisionDetailPtr& detail);
  const PastDecision& at(int row) const { return m_detail->view->past[std::size_t(row)]; }

  int rowCount(const QModelIndex& parent = {}) const override;
  QString key(int row) const override;
  QString text(int row, int column) const override;
  double number(int row, int column) const override;
  paint::Tone tone(int row, int column) const override;
  QString detail(int row, int column) const override;

 private:
  DecisionDetailPtr m_detail;
};

QString offerUseWord(OfferUse use);
QString momentText(Instant at); // date and time in the user's locale

} // namespace pricewright
