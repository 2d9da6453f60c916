// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/views/CatalogueView.h"
#include "tables/RowModel.h"

#include <map>

namespace pricewright {

using CatalogueSnapshotPtr = std::shared_ptr<const CatalogueSnapshot>;

enum class CatalogueColumn {
  Sku,
  Product,
  Brand,
  Gtin,
  PartNumber,
  Category,
  Zone,
  Role,
  Price,
  Shelf,
  Tried,
  Cost,
  Margin,
  RivalLow,
  RivalMean,
  RivalHigh,
  Rivals,
  RivalAge,
  Index,
  Elasticity,
  Stock,
  Days,
  Units,
  Revenue,
  Floor,
  Ceiling,
  Advertised,
  Ladder,
  Decision,
};

// The catalogue's rows. What is tried (locked what-if prices) stands beside what is in force and outlives snapshots.
// Prices tried, costs and roles can be typed; what is typed is checked here and done elsewhere.
class CatalogueModel : public RowModel {
  Q_OBJECT
 public:
  explicit CatalogueModel(QObject* parent = nullptr);
  void setSnapshot(const CatalogueSnapshotPtr& snapshot);
  const CatalogueSnapshotPtr& snapshot() const { return m_snapshot; }
  const CatalogueRow& at(int row) const { return m_snapshot->rows[static_cast<std::size_t>(row)]; }
  int rowOfListing(int listingNo) const; // −1: none
  int rowOfKey(const QString& key) const;
  void setTried(const std::map<int, Money>& tried);
  void setReadOnly(bool readOnly) { m_readOnly = readOnly; }
  static int column(CatalogueColumn c) { return static_cast<int>(c); }
  static bool isStale(const CatalogueRow& r) { return r.rivals == 0 && r.rivalsStale > 0; }
  // A cost as typed, up to six places, in the locale's way or with a point.
  static std::optional<Amount> costFromText(const QString& typed, Currency currency, const QLocale& locale = QLocale());
  static std::optional<SkuRole> roleFromText(const QString& typed); // its code or its word
  static QString roleWord(SkuRole role);
  // The row's limits with one of them as typed; empty: none. Nothing where it is no price.
  static std::optional<ListingBounds> boundsFromText(const CatalogueRow& r, CatalogueColumn column,
                                                     const QString& typed);

  int rowCount(const QModelIndex& parent = {}) const override;
  Qt::ItemFlags flags(const QModelIndex& index) const override;
  QString key(int row) const override;
  QString text(int row, int column) const override;
  double number(int row, int column) const override;
  paint::Tone tone(int row, int column) const override;
  QString detail(int row, int column) const override;
  QString spoken(int row, int column) const override;
  QString plain(int row, int column) const override;
  QString editText(int row, int column) const override;
  QString checkEdit(int row, int column, const QString& typed) const override;

 private:
  static std::vector<Column> makeColumns();
  QString rivalText(const CatalogueRow& r, const std::optional<Amount>& amount) const;
  const Money* triedAt(int listingNo) const;
  CatalogueSnapshotPtr m_snapshot;
  std::map<int, Money> m_tried;
  std::unordered_map<int, int> m_rowOf;
  std::unordered_map<QString, int> m_rowOfKey;
  bool m_readOnly = false;
};

} // namespace pricewright
