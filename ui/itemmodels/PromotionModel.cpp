// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "itemmodels/PromotionModel.h"

#include "itemmodels/Format.h"

namespace pricewright {
namespace {

std::vector<Column> promotionColumns() {
  const auto tr = [](const char* text) { return PromotionModel::tr(text); };
  return {{.key = "sku", .name = tr("SKU"), .kind = CellKind::Code, .least = 80, .ideal = 110, .share = 1},
          {.key = "product", .name = tr("Product"), .least = 100, .ideal = 180, .share = 2},
          {.key = "category", .name = tr("Category"), .ideal = 100, .shown = false, .muted = true},
          {.key = "zone", .name = tr("Zone"), .ideal = 80, .share = 1, .muted = true},
          {.key = "channel", .name = tr("Channel"), .ideal = 90, .shown = false, .muted = true},
          {.key = "from", .name = tr("From"), .kind = CellKind::Date, .least = 84, .ideal = 92},
          {.key = "to", .name = tr("To"), .kind = CellKind::Date, .least = 84, .ideal = 92},
          {.key = "kind", .name = tr("Kind"), .ideal = 72, .shown = false, .muted = true},
          {.key = "price", .name = tr("Price"), .kind = CellKind::Money, .ideal = 78, .strong = true},
          {.key = "regular", .name = tr("Regular"), .kind = CellKind::Money, .ideal = 78, .muted = true},
          {.key = "cut", .name = tr("Cut"), .unit = "%", .kind = CellKind::Percent, .least = 84, .ideal = 88},
          {.key = "margin",
           .name = tr("Margin"),
           .unit = "%",
           .kind = CellKind::Percent,
           .least = 78,
           .ideal = 84,
           .help = tr("Gross margin at the promotion’s price and the cost in force, net of VAT")},
          {.key = "before",
           .name = tr("Units/wk before"),
           .kind = CellKind::Number,
           .ideal = 118,
           .shown = false,
           .help = tr("Sold a week in the eight weeks before, without any promotion")},
          {.key = "during", .name = tr("Units/wk"), .kind = CellKind::Number, .least = 76, .ideal = 82},
          {.key = "uplift",
           .name = tr("Against before"),
           .unit = "%",
           .kind = CellKind::Percent,
           .least = 118,
           .ideal = 126,
           .help = tr("Units a week against the eight weeks before. A comparison in time, not what the promotion "
                      "earned: nobody knows what would have been sold without it")},
          {.key = "source", .name = tr("Source"), .ideal = 110, .share = 1, .shown = false, .muted = true},
          {.key = "state", .name = tr("State"), .kind = CellKind::Chip, .least = 84, .ideal = 96}};
}

} // namespace

QString promotionKindText(const QString& mechanism) {
  return mechanism == u"feature"   ? PromotionModel::tr("leaflet")
         : mechanism == u"display" ? PromotionModel::tr("display")
                                   : PromotionModel::tr("price");
}

QString promotionStateText(PromotionState state) {
  return state == PromotionState::Past      ? PromotionModel::tr("over")
         : state == PromotionState::Running ? PromotionModel::tr("runs")
                                            : PromotionModel::tr("planned");
}

PromotionModel::PromotionModel(QObject* parent) : RowModel(promotionColumns(), parent) {}

void PromotionModel::setCalendar(const PromotionCalendar& calendar) {
  beginResetModel();
  m_calendar = calendar;
  endResetModel();
}

const PromotionRow* PromotionModel::find(const QString& key) const {
  const auto id = Id::parse(key);
  if (!id)
    return nullptr;
  for (const PromotionRow& row : m_calendar.rows)
    if (row.promotion.id == *id)
      return &row;
  return nullptr;
}

int PromotionModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_calendar.rows.size());
}

QString PromotionModel::text(int row, int column) const {
  const PromotionRow& r = at(row);
  const QString none = QStringLiteral("–");
  const auto units = [&](const std::optional<double>& n) { return n ? plainNumber(*n, *n < 10 ? 1 : 0) : none; };
  switch (column) {
  case Sku:
    return r.sku;
  case Product:
    return r.product;
  case Category:
    return r.category;
  case Zone:
    return r.zone;
  case Channel:
    return r.channel.isEmpty() ? tr("all") : r.channel;
  case From:
    return dayText(r.promotion.what.from);
  case To:
    return dayText(r.promotion.what.to);
  case Kind:
    return promotionKindText(r.promotion.what.mechanism);
  case Price:
    return r.price.isValid() ? moneyText(r.price) : none;
  case Regular:
    return r.regular.isValid() && r.regular.minor() > 0 ? moneyText(r.regular) : none;
  case Cut:
    return r.discountBp ? percentText(*r.discountBp, false) : none;
  case Margin:
    return r.marginBp ? percentText(*r.marginBp, false) : none;
  case Before:
    return units(r.unitsBefore);
  case During:
    return units(r.unitsDuring);
  case Uplift:
    return r.upliftPercent() ? signedNumber(*r.upliftPercent(), 0) : none;
  case Source:
    return r.promotion.file.isEmpty() ? tr("planned here") : r.promotion.file;
  default:
    return promotionStateText(r.state);
  }
}

double PromotionModel::number(int row, int column) const {
  const PromotionRow& r = at(row);
  switch (column) {
  case From:
    return julianDay(r.promotion.what.from);
  case To:
    return julianDay(r.promotion.what.to);
  case Price:
    return r.price.isValid() ? r.price.toDouble() : kNone;
  case Regular:
    return r.regular.isValid() && r.regular.minor() > 0 ? r.regular.toDouble() : kNone;
  case Cut:
    return r.discountBp ? *r.discountBp / 100.0 : kNone;
  case Margin:
    return r.marginBp ? *r.marginBp / 100.0 : kNone;
  case Before:
    return r.unitsBefore.value_or(kNone);
  case During:
    return r.unitsDuring.value_or(kNone);
  case Uplift:
    return r.upliftPercent().value_or(kNone);
  default:
    return kNone;
  }
}

paint::Tone PromotionModel::tone(int row, int column) const {
  const PromotionRow& r = at(row);
  if (column == State)
    return r.state == PromotionState::Running   ? paint::Tone::Accent
           : r.state == PromotionState::Planned ? paint::Tone::Warning
                                                : paint::Tone::Neutral;
  if (column == Margin && r.marginBp && *r.marginBp < 0)
    return paint::Tone::Negative;
  return paint::Tone::Neutral;
}

QString PromotionModel::detail(int row, int column) const {
  const PromotionRow& r = at(row);
  if (column == Uplift && r.upliftPercent())
    return tr("%1 periods of sales against %2").arg(r.periodsDuring).arg(r.periodsBefore);
  return {};
}

} // namespace pricewright
