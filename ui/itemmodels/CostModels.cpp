// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "itemmodels/CostModels.h"

#include "engine/texts/Texts.h"
#include "itemmodels/Format.h"
#include "itemmodels/Words.h"

#include <cmath>

namespace pricewright {
namespace {

std::vector<Column> eventColumns() {
  const auto tr = [](const char* text) { return CostEventModel::tr(text); };
  return {{.key = "from", .name = tr("From"), .kind = CellKind::Date, .least = 84, .ideal = 100},
          {.key = "source", .name = tr("Source"), .least = 120, .ideal = 240, .share = 3},
          {.key = "prices", .name = tr("Prices"), .kind = CellKind::Number, .ideal = 70},
          {.key = "open", .name = tr("Open"), .kind = CellKind::Number, .ideal = 70, .strong = true},
          {.key = "change", .name = tr("Cost change"), .unit = "%", .kind = CellKind::Percent, .ideal = 120},
          {.key = "stake",
           .name = tr("Costs a week"),
           .kind = CellKind::Number,
           .ideal = 110,
           .help = tr("What the new costs add a week, at the units of the last four weeks")},
          {.key = "state", .name = tr("State"), .kind = CellKind::Chip, .least = 96, .ideal = 180, .share = 1}};
}

std::vector<Column> rowColumns() {
  const auto tr = [](const char* text) { return CostRowModel::tr(text); };
  return {
      {.key = "sku", .name = tr("SKU"), .kind = CellKind::Code, .least = 80, .ideal = 110, .share = 1},
      {.key = "product", .name = tr("Product"), .least = 100, .ideal = 180, .share = 2},
      {.key = "zone", .name = tr("Zone"), .ideal = 90, .share = 1, .muted = true},
      {.key = "before", .name = tr("Cost before"), .kind = CellKind::Money, .least = 96, .ideal = 100},
      {.key = "after", .name = tr("New cost"), .kind = CellKind::Money, .least = 80, .ideal = 90},
      {.key = "change", .name = tr("Δ"), .unit = "%", .kind = CellKind::Percent, .ideal = 72},
      {.key = "price", .name = tr("Price now"), .kind = CellKind::Money, .least = 80, .ideal = 84},
      {.key = "margin-before",
       .name = tr("Margin before"),
       .unit = "%",
       .kind = CellKind::Percent,
       .least = 124,
       .ideal = 128},
      {.key = "margin", .name = tr("Margin now"), .unit = "%", .kind = CellKind::Percent, .least = 106, .ideal = 110},
      {.key = "wanted", .name = tr("New price"), .kind = CellKind::Money, .ideal = 84, .strong = true},
      {.key = "units", .name = tr("Units/wk"), .kind = CellKind::Number, .ideal = 74, .muted = true},
      {.key = "state", .name = tr("State"), .kind = CellKind::Chip, .least = 80, .ideal = 120}};
}

// Four places tell costs apart; all six stand behind the cell.
QString costText(const Amount& cost) {
  QString text = decimalText(cost.value);
  const qsizetype point = text.indexOf(QLocale().decimalPoint());
  return point < 0 || text.size() - point <= 5 ? text : plainNumber(cost.value.toDouble(), 4);
}

// The smallest and the largest change of an event's rows.
std::pair<double, double> changes(const CostEvent& event) {
  double low = 0, high = 0;
  for (std::size_t i = 0; i < event.rows.size(); ++i) {
    const double change = event.rows[i].changePercent();
    low = i == 0 ? change : std::min(low, change);
    high = i == 0 ? change : std::max(high, change);
  }
  return {low, high};
}

} // namespace

CostEventModel::CostEventModel(QObject* parent) : RowModel(eventColumns(), parent) {}

void CostEventModel::setInbox(const CostInbox& inbox) {
  beginResetModel();
  m_inbox = inbox;
  endResetModel();
}

const CostEvent* CostEventModel::find(const QString& key) const {
  for (const CostEvent& event : m_inbox.events)
    if (event.key == key)
      return &event;
  return nullptr;
}

int CostEventModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_inbox.events.size());
}

QString CostEventModel::text(int row, int column) const {
  const CostEvent& e = at(row);
  const QLocale locale;
  switch (column) {
  case From:
    return dayText(e.from);
  case Source:
    return e.source.isEmpty() ? tr("by hand") : e.source;
  case Prices:
    return locale.toString(qulonglong(e.rows.size()));
  case Open:
    return locale.toString(e.open());
  case Change: {
    const auto [low, high] = changes(e);
    return std::abs(high - low) < 0.05 ? signedNumber(high, 1)
                                       : QStringLiteral("%1 … %2").arg(signedNumber(low, 1), signedNumber(high, 1));
  }
  case Stake:
    return e.stakePerWeek ? QStringLiteral("%1 %2").arg(signedNumber(*e.stakePerWeek, 0), currencyMark(e.currency))
                          : QStringLiteral("–");
  default:
    return e.dismissed              ? tr("Dealt with")
           : e.open() == 0          ? tr("Answered")
           : e.from > m_inbox.today ? tr("To come")
                                    : tr("Open");
  }
}

double CostEventModel::number(int row, int column) const {
  const CostEvent& e = at(row);
  switch (column) {
  case From:
    return julianDay(e.from);
  case Prices:
    return double(e.rows.size());
  case Open:
    return e.open();
  case Change:
    return changes(e).second;
  case Stake:
    return e.stakePerWeek.value_or(kNone);
  default:
    return kNone;
  }
}

paint::Tone CostEventModel::tone(int row, int column) const {
  if (column == Change) // dearer is bad news here
    return number(row, column) > 0 ? paint::Tone::Negative : paint::Tone::Positive;
  if (column != State)
    return paint::Tone::Neutral;
  return at(row).open() == 0            ? paint::Tone::Neutral
         : at(row).from > m_inbox.today ? paint::Tone::Accent
                                        : paint::Tone::Warning;
}

QString CostEventModel::detail(int row, int column) const {
  const CostEvent& e = at(row);
  if (column != State || !e.dismissed)
    return {};
  return e.note.isEmpty() ? tr("by %1").arg(e.dismissedBy) : tr("by %1: %2").arg(e.dismissedBy, e.note);
}

CostRowModel::CostRowModel(QObject* parent) : RowModel(rowColumns(), parent) {}

void CostRowModel::setEvent(const CostEvent* event, const std::vector<PriceWish>& wishes) {
  beginResetModel();
  m_event = event ? *event : CostEvent();
  m_wanted.clear();
  for (const PriceWish& wish : wishes)
    m_wanted[wish.listingNo] = wish.price;
  endResetModel();
}

const Money* CostRowModel::wantedAt(int row) const {
  const auto found = m_wanted.find(at(row).listingNo);
  return found == m_wanted.end() ? nullptr : &found->second;
}

int CostRowModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_event.rows.size());
}

QString CostRowModel::text(int row, int column) const {
  const CostRow& r = at(row);
  const auto percent = [](std::optional<int> bp) { return bp ? percentText(*bp, false) : QStringLiteral("–"); };
  switch (column) {
  case Sku:
    return r.sku;
  case Product:
    return r.product;
  case Zone:
    return r.zone;
  case Before:
    return costText(r.before);
  case After:
    return costText(r.after);
  case Change:
    return signedNumber(r.changePercent(), 1);
  case Price:
    return r.price.isValid() && r.price.minor() > 0 ? moneyText(r.price) : QStringLiteral("–");
  case MarginBefore:
    return percent(r.marginBeforeBp);
  case Margin:
    return percent(r.marginBp);
  case Wanted:
    return wantedAt(row) ? moneyText(*wantedAt(row)) : QStringLiteral("–");
  case Units:
    return r.unitsPerWeek ? plainNumber(*r.unitsPerWeek, *r.unitsPerWeek < 10 ? 1 : 0) : QStringLiteral("–");
  default:
    return r.answered ? capitalized(codeText(decisionStateName(*r.answered))) : tr("Open");
  }
}

double CostRowModel::number(int row, int column) const {
  const CostRow& r = at(row);
  switch (column) {
  case Before:
    return r.before.value.toDouble();
  case After:
    return r.after.value.toDouble();
  case Change:
    return r.changePercent();
  case Price:
    return r.price.isValid() && r.price.minor() > 0 ? r.price.toDouble() : kNone;
  case MarginBefore:
    return r.marginBeforeBp ? *r.marginBeforeBp / 100.0 : kNone;
  case Margin:
    return r.marginBp ? *r.marginBp / 100.0 : kNone;
  case Wanted:
    return wantedAt(row) ? wantedAt(row)->toDouble() : kNone;
  case Units:
    return r.unitsPerWeek.value_or(kNone);
  default:
    return kNone;
  }
}

QString CostRowModel::detail(int row, int column) const {
  if (column == Before)
    return amountText(at(row).before);
  return column == After ? amountText(at(row).after) : QString();
}

QString CostRowModel::plain(int row, int column) const {
  if (column == Before)
    return decimalText(at(row).before.value);
  return column == After ? decimalText(at(row).after.value) : text(row, column);
}

paint::Tone CostRowModel::tone(int row, int column) const {
  if (column == Change)
    return at(row).changePercent() > 0 ? paint::Tone::Negative : paint::Tone::Positive;
  if (column == Wanted)
    return paint::Tone::Accent;
  if (column == Margin && at(row).marginBp && *at(row).marginBp < 0)
    return paint::Tone::Negative;
  return column == State && !at(row).answered ? paint::Tone::Warning : paint::Tone::Neutral;
}

} // namespace pricewright
