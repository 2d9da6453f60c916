// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The catalogue's columns, as they come: names, kinds, widths, definitions.
#include "itemmodels/CatalogueModel.h"

namespace pricewright {
using enum CatalogueColumn;

std::vector<Column> CatalogueModel::makeColumns() {
  std::vector<Column> all{
      col("sku", tr("SKU"), CellKind::Code, 84, 120),
      col("product", tr("Product"), CellKind::Text, 130, 210),
      col("brand", tr("Brand"), CellKind::Text, 70, 110),
      col("gtin", tr("GTIN"), CellKind::Code, 96, 124),
      col("mpn", tr("Part number"), CellKind::Code, 84, 120),
      col("category", tr("Category"), CellKind::Text, 80, 120),
      col("zone", tr("Zone"), CellKind::Text, 52, 76),
      col("role", tr("Role"), CellKind::Text, 82, 96),
      col("price", tr("Price"), CellKind::Money, 62, 84),
      col("shelf", tr("On shelf"), CellKind::Money, 66, 84),
      col("tried", tr("New price"), CellKind::Money, 74, 92),
      col("cost", tr("Cost"), CellKind::Money, 58, 80),
      col("margin", tr("Margin"), CellKind::Percent, 68, 84),
      col("rival-low", tr("Lowest rival"), CellKind::Money, 78, 96),
      col("rival-mean", tr("Mean rival"), CellKind::Money, 74, 92),
      col("rival-high", tr("Highest rival"), CellKind::Money, 80, 98),
      col("rivals", tr("Rivals"), CellKind::Number, 54, 66),
      col("rival-age", tr("Seen"), CellKind::Freshness, 64, 84),
      col("index", tr("Index"), CellKind::Number, 56, 76),
      col("elasticity", tr("Elasticity"), CellKind::Number, 86, 108),
      col("stock", tr("Stock"), CellKind::Number, 54, 76),
      col("days", tr("Days"), CellKind::Number, 48, 64),
      col("units", tr("Units/wk"), CellKind::Number, 66, 84),
      col("revenue", tr("Revenue/wk"), CellKind::Money, 78, 98),
      col("floor", tr("Floor"), CellKind::Money, 58, 76),
      col("ceiling", tr("Ceiling"), CellKind::Money, 58, 76),
      col("map", tr("MAP"), CellKind::Money, 58, 76),
      col("ladder", tr("Ladder"), CellKind::Text, 84, 110),
      col("decision", tr("Last decision"), CellKind::Chip, 96, 150),
  };
  const auto at = [&](CatalogueColumn c) -> Column& { return all[static_cast<std::size_t>(c)]; };
  for (Column& c : all) // what is left over in a wide window is spread, most of it for the names
    c.share = 1;
  at(Product).share = 4;
  at(Price).strong = true;
  at(Margin).unit = QStringLiteral("%");
  at(Margin).total = at(Index).total = Total::Mean;
  at(Units).total = at(Revenue).total = Total::Sum;
  for (const CatalogueColumn c : {Tried, Cost, CatalogueColumn::Role, Floor, Ceiling, Advertised, Ladder})
    at(c).editable = true;
  for (const CatalogueColumn c : {Days, Zone, Brand, CatalogueColumn::Category})
    at(c).muted = true;
  for (const CatalogueColumn c :
       {Brand, Gtin, PartNumber, CatalogueColumn::Category, Shelf, RivalLow, RivalMean, RivalHigh, Rivals, RivalAge,
        Units, Revenue, Floor, Ceiling, Advertised, Ladder, Decision})
    at(c).shown = false;
  at(PartNumber).help = tr("The maker's, MPN: beside the brand it finds the same product at competitors.");
  at(CatalogueColumn::Role).help = tr("Key value item, foreground, background or tail. F2 changes it.");
  at(Price).help = tr("The regular price in force.");
  at(Tried).help = tr("A price that you try: F2 types it, Ctrl+D fills it down, S sends it to Approvals.");
  at(Cost).help = tr("Replacement cost in force. F2 changes it from today on.");
  at(Margin).help = tr("Gross margin at the regular price, net of VAT, at replacement cost.");
  at(Index).help = tr("Own price in percent of the median of accepted, fresh competitor offers.");
  at(Elasticity).help = tr("Of own regular price, with half the width of its 95 % interval.");
  at(Floor).help = tr("No price may be lower, whoever decides. F2 changes it; empty: none.");
  at(Ceiling).help = tr("No price may be higher, whoever decides. F2 changes it; empty: none.");
  at(Advertised).help = tr("Minimum advertised price by contract, where it is lawful.");
  at(Ladder).help =
      tr("The prices that may be asked: a step as 0.05, endings as .99 .49, endings within ten as 4.99 9.99 "
         "/10. F2 changes it; empty: as is usual in its currency.");
  at(Units).help = tr("Sold on average in the last four weeks.");
  at(Revenue).help = tr("Of the last four weeks on average, net of VAT.");
  at(Days).help = tr("Since the regular price last changed.");
  return all;
}

} // namespace pricewright
