// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "itemmodels/FeedTrialModel.h"

#include "base/Words.h"
#include "engine/texts/Texts.h"
#include "itemmodels/Format.h"
#include "itemmodels/Words.h"

namespace pricewright {
namespace {

std::vector<Column> triedColumns() {
  using M = FeedTrialModel;
  std::vector<Column> all{col("row", M::tr("Row"), CellKind::Number, 46, 56, 0),
                          col("what", M::tr("Product"), CellKind::Text, 120, 220, 4),
                          col("number", M::tr("Number"), CellKind::Code, 90, 130, 1),
                          col("seller", M::tr("Seller"), CellKind::Text, 70, 110, 1),
                          col("price", M::tr("Price"), CellKind::Text, 80, 100, 1),
                          col("read", M::tr("Read"), CellKind::Chip, 90, 170, 2)};
  all[M::Seller].muted = true;
  return all;
}

QString firstOf(const FeedItem& item, std::initializer_list<FeedField> fields) {
  for (const FeedField field : fields)
    if (!item[field].isEmpty())
      return item[field];
  return {};
}

} // namespace

FeedTrialModel::FeedTrialModel(QObject* parent) : RowModel(triedColumns(), parent) {}

void FeedTrialModel::setTrial(const FeedTrial& trial) {
  beginResetModel();
  m_rows.clear();
  for (const FeedItem& item : trial.rows)
    m_rows.push_back({item.position,
                      firstOf(item, {FeedField::Title, FeedField::Url, FeedField::Id}),
                      firstOf(item, {FeedField::Gtin, FeedField::Mpn, FeedField::OurCode, FeedField::Id}),
                      item[FeedField::Seller],
                      amountText(item.price),
                      {},
                      {}});
  for (const UnreadableItem& item : trial.counts.first)
    m_rows.push_back({item.position, item.id, {}, {}, {}, item.reason, item.text});
  std::stable_sort(m_rows.begin(), m_rows.end(),
                   [](const Tried& a, const Tried& b) { return a.position < b.position; });
  endResetModel();
}

QString FeedTrialModel::text(int row, int column) const {
  const Tried& r = at(row);
  switch (column) {
  case Row:
    return QLocale().toString(r.position);
  case What:
    return r.what;
  case Number:
    return r.number;
  case Seller:
    return r.seller;
  case Price:
    return r.reason.isEmpty() ? r.price : r.text;
  default:
    return r.reason.isEmpty() ? tr("Read") : capitalized(codeText(r.reason));
  }
}

double FeedTrialModel::number(int row, int column) const { return column == Row ? double(at(row).position) : kNone; }

paint::Tone FeedTrialModel::tone(int row, int column) const {
  if (column != Read)
    return paint::Tone::Neutral;
  return at(row).reason.isEmpty() ? paint::Tone::Positive : paint::Tone::Negative;
}

QString FeedTrialModel::detail(int row, int column) const { return column == Read ? at(row).text : QString(); }

} // namespace pricewright
