// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "itemmodels/DecidedModel.h"

#include "decision/PriceLimits.h"
#include "engine/texts/Texts.h"
#include "itemmodels/Format.h"
#include "itemmodels/Words.h"

#include <QDateTime>

namespace pricewright {
namespace {

std::vector<Column> makeColumns() {
  const auto tr = [](const char* text) { return DecidedModel::tr(text); };
  return {
      {.key = "ended", .name = tr("When"), .kind = CellKind::Moment, .least = 96, .ideal = 120},
      {.key = "sku", .name = tr("SKU"), .kind = CellKind::Code, .least = 72, .ideal = 100, .share = 1},
      {.key = "product", .name = tr("Product"), .least = 96, .ideal = 160, .share = 3},
      {.key = "zone", .name = tr("Zone"), .ideal = 96, .share = 1, .muted = true},
      {.key = "category", .name = tr("Category"), .ideal = 96, .shown = false, .muted = true},
      {.key = "before", .name = tr("Price then"), .kind = CellKind::Money, .ideal = 78},
      {.key = "proposed", .name = tr("Proposed"), .kind = CellKind::Money, .ideal = 78, .strong = true},
      {.key = "change", .name = tr("Δ"), .unit = "%", .kind = CellKind::Delta, .ideal = 70},
      {.key = "state", .name = tr("What became of it"), .kind = CellKind::Chip, .least = 96, .ideal = 160, .share = 1},
      {.key = "by", .name = tr("Who"), .ideal = 84},
      {.key = "reason", .name = tr("Reason"), .ideal = 120, .share = 1},
      {.key = "comment", .name = tr("Comment"), .ideal = 140, .share = 2, .muted = true}};
}

} // namespace

DecidedModel::DecidedModel(QObject* parent) : RowModel(makeColumns(), parent) {}

void DecidedModel::setRows(std::vector<DecidedRow> rows) {
  beginResetModel();
  m_rows = std::move(rows);
  endResetModel();
}

int DecidedModel::rowOf(const Id& decision) const {
  const auto found = std::find_if(m_rows.begin(), m_rows.end(), [&](const DecidedRow& r) { return r.id == decision; });
  return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

int DecidedModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QString DecidedModel::text(int row, int column) const {
  const DecidedRow& r = at(row);
  switch (column) {
  case Ended:
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(toMillis(r.endedAt)), QLocale::ShortFormat);
  case Sku:
    return r.sku;
  case Product:
    return r.product;
  case Zone:
    return r.zone;
  case Category:
    return r.category;
  case Before:
    return r.before.minor() > 0 ? moneyText(r.before) : QStringLiteral("–");
  case Proposed:
    return moneyText(r.proposed);
  case Change:
    return r.before.minor() > 0 ? percentText(changeBp(r.before, r.proposed), true) : QStringLiteral("–");
  case State:
    return capitalized(codeText(decisionStateName(r.state)));
  case By:
    return r.by;
  case Reason:
    return r.reason.isEmpty() ? QString() : capitalized(codeText(r.reason));
  default:
    return r.comment;
  }
}

double DecidedModel::number(int row, int column) const {
  const DecidedRow& r = at(row);
  switch (column) {
  case Ended:
    return double(toMillis(r.endedAt));
  case Before:
    return r.before.minor() > 0 ? r.before.toDouble() : std::numeric_limits<double>::quiet_NaN();
  case Proposed:
    return r.proposed.toDouble();
  case Change:
    return r.before.minor() > 0 ? changeBp(r.before, r.proposed) / 100.0 : std::numeric_limits<double>::quiet_NaN();
  default:
    return std::numeric_limits<double>::quiet_NaN();
  }
}

paint::Tone DecidedModel::tone(int row, int column) const {
  if (column != State)
    return paint::Tone::Neutral;
  switch (at(row).state) {
  case DecisionState::Published:
    return paint::Tone::Positive;
  case DecisionState::Rejected:
  case DecisionState::RolledBack:
    return paint::Tone::Negative;
  case DecisionState::Expired:
    return paint::Tone::Warning;
  default:
    return paint::Tone::Neutral;
  }
}

QString DecidedModel::detail(int row, int column) const {
  const DecidedRow& r = at(row);
  if (column != State)
    return {};
  if (r.state == DecisionState::Superseded)
    return tr("by a newer proposal");
  return r.state == DecisionState::Expired ? tr("nobody decided in time") : QString();
}

} // namespace pricewright
