// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "itemmodels/ImportModels.h"

#include "engine/texts/Texts.h"
#include "itemmodels/Format.h"
#include "itemmodels/Words.h"

#include <QCoreApplication>
#include <QDateTime>

namespace pricewright {
namespace {

std::vector<Column> pastColumns() {
  const auto tr = [](const char* text) { return PastImportModel::tr(text); };
  return {{.key = "when", .name = tr("When"), .kind = CellKind::Moment, .least = 96, .ideal = 120},
          {.key = "file", .name = tr("File"), .least = 120, .ideal = 220, .share = 3},
          {.key = "kind", .name = tr("Holds"), .least = 80, .ideal = 130, .share = 1},
          {.key = "who", .name = tr("Who"), .ideal = 90, .muted = true},
          {.key = "added", .name = tr("New"), .kind = CellKind::Number, .ideal = 84},
          {.key = "changed", .name = tr("Changed"), .kind = CellKind::Number, .ideal = 84},
          {.key = "same", .name = tr("Same"), .kind = CellKind::Number, .ideal = 84, .muted = true},
          {.key = "rejected", .name = tr("Rejected"), .kind = CellKind::Number, .ideal = 84},
          {.key = "state", .name = tr("State"), .kind = CellKind::Chip, .ideal = 110}};
}

std::vector<Column> sheetColumns() {
  const auto tr = [](const char* text) { return SheetModel::tr(text); };
  return {{.key = "line", .name = tr("Row"), .kind = CellKind::Number, .least = 44, .ideal = 52, .muted = true},
          {.key = "sku", .name = tr("SKU"), .kind = CellKind::Code, .least = 80, .ideal = 110, .share = 1},
          {.key = "product", .name = tr("Product"), .least = 100, .ideal = 170, .share = 2},
          {.key = "zone", .name = tr("Zone"), .ideal = 90, .share = 1, .muted = true},
          {.key = "now", .name = tr("Now"), .kind = CellKind::Money, .ideal = 76},
          {.key = "wanted", .name = tr("In the workbook"), .kind = CellKind::Money, .ideal = 100},
          {.key = "guarded", .name = tr("Proposed"), .kind = CellKind::Money, .ideal = 84, .strong = true},
          {.key = "change", .name = tr("Δ"), .unit = "%", .kind = CellKind::Delta, .ideal = 70},
          {.key = "verdict",
           .name = tr("What becomes of it"),
           .kind = CellKind::Chip,
           .least = 120,
           .ideal = 240,
           .share = 3},
          {.key = "reason", .name = tr("Reason"), .ideal = 110, .share = 1},
          {.key = "comment", .name = tr("Comment"), .ideal = 110, .share = 1, .muted = true}};
}

std::vector<Column> fileColumns(const ImportPreview& preview) {
  std::vector<Column> columns;
  for (std::size_t i = 0; i < std::min<std::size_t>(preview.columns.size(), 256); ++i) {
    const PreviewColumn& c = preview.columns[i];
    columns.push_back({.key = QString::number(i),
                       .name = c.mappedTo.isEmpty() ? c.name : QStringLiteral("%1 ▸ %2").arg(c.name, c.mappedTo),
                       .least = 72,
                       .ideal = 120,
                       .share = 1,
                       .muted = c.mappedTo.isEmpty()});
  }
  return columns;
}

} // namespace

QString importKindWord(ImportKind kind) {
  const auto tr = [](const char* text) { return QCoreApplication::translate("ImportKinds", text); };
  switch (kind) {
  case ImportKind::Products:
    return tr("Products");
  case ImportKind::Costs:
    return tr("Costs");
  case ImportKind::Stock:
    return tr("Stock");
  case ImportKind::Sales:
    return tr("Sales");
  case ImportKind::Promotions:
    return tr("Promotions");
  case ImportKind::CompetitorPrices:
    return tr("Competitor prices");
  case ImportKind::Prices:
    return tr("Own prices");
  case ImportKind::ExchangeRates:
    return tr("Exchange rates");
  }
  return {};
}

PastImportModel::PastImportModel(QObject* parent) : RowModel(pastColumns(), parent) {}

void PastImportModel::setImports(std::vector<PastImport> imports) {
  beginResetModel();
  m_rows = std::move(imports);
  endResetModel();
}

int PastImportModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QString PastImportModel::text(int row, int column) const {
  const PastImport& p = at(row);
  switch (column) {
  case When:
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(toMillis(p.at)), QLocale::ShortFormat);
  case File:
    return p.file;
  case Kind:
    return importKindWord(p.kind);
  case Who:
    return p.by;
  case State:
    return p.undone ? tr("Taken back") : tr("In");
  default:
    return QLocale().toString(qint64(number(row, column)));
  }
}

double PastImportModel::number(int row, int column) const {
  const PastImport& p = at(row);
  switch (column) {
  case When:
    return double(toMillis(p.at));
  case Added:
    return double(p.added);
  case Changed:
    return double(p.changed);
  case Same:
    return double(p.same);
  case Rejected:
    return double(p.rejected);
  default:
    return kNone;
  }
}

paint::Tone PastImportModel::tone(int row, int column) const {
  if (column == State)
    return at(row).undone ? paint::Tone::Neutral : paint::Tone::Positive;
  return column == Rejected && at(row).rejected > 0 ? paint::Tone::Warning : paint::Tone::Neutral;
}

FileRowsModel::FileRowsModel(const ImportPreview& preview, QObject* parent)
    : RowModel(fileColumns(preview), parent), m_rows(preview.rows) {}

int FileRowsModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QString FileRowsModel::text(int row, int column) const { return m_rows[std::size_t(row)].value(column).left(200); }

SheetModel::SheetModel(QObject* parent) : RowModel(sheetColumns(), parent) {}

void SheetModel::setDiff(const SheetDiff& diff) {
  beginResetModel();
  m_diff = diff;
  endResetModel();
}

bool SheetModel::canBeProposed(const SheetChange& c) {
  return c.state == SheetChange::State::Ready || c.state == SheetChange::State::Meanwhile;
}

int SheetModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_diff.changes.size());
}

QString SheetModel::text(int row, int column) const {
  const SheetChange& c = at(row);
  const auto money = [](const Money& m) { return m.isValid() && m.minor() > 0 ? moneyText(m) : QStringLiteral("–"); };
  switch (column) {
  case Line:
    return QLocale().toString(c.line);
  case Sku:
    return c.key.sku;
  case Product:
    return c.product;
  case Zone:
    return c.key.zone;
  case Now:
    return money(c.now);
  case Wanted:
    return money(c.wanted);
  case Guarded:
    return money(c.guarded);
  case Change:
    return c.guarded.isValid() ? percentText(c.changeBp, true) : QStringLiteral("–");
  case Verdict:
    switch (c.state) {
    case SheetChange::State::Same:
      return tr("Nothing changes");
    case SheetChange::State::Meanwhile:
      return tr("Price moved meanwhile");
    case SheetChange::State::Refused:
      return tr("Refused");
    case SheetChange::State::Ready:
      return c.route == Route::Human && !c.primaryReason.isEmpty() ? capitalized(codeText(c.primaryReason))
                                                                   : tr("Within the limits");
    }
    return {};
  case Reason:
    return c.reason;
  default:
    return c.comment;
  }
}

double SheetModel::number(int row, int column) const {
  const SheetChange& c = at(row);
  const auto money = [](const Money& m) { return m.isValid() && m.minor() > 0 ? m.toDouble() : kNone; };
  switch (column) {
  case Line:
    return c.line;
  case Now:
    return money(c.now);
  case Wanted:
    return money(c.wanted);
  case Guarded:
    return money(c.guarded);
  case Change:
    return c.guarded.isValid() ? c.changeBp / 100.0 : kNone;
  default:
    return kNone;
  }
}

paint::Tone SheetModel::tone(int row, int column) const {
  const SheetChange& c = at(row);
  if (column == Guarded && c.guarded.isValid() && c.guarded != c.wanted)
    return paint::Tone::Warning;
  if (column != Verdict)
    return paint::Tone::Neutral;
  switch (c.state) {
  case SheetChange::State::Refused:
    return paint::Tone::Negative;
  case SheetChange::State::Meanwhile:
    return paint::Tone::Warning;
  case SheetChange::State::Ready:
    return c.route == Route::Human ? paint::Tone::Warning : paint::Tone::Positive;
  case SheetChange::State::Same:
    break;
  }
  return paint::Tone::Neutral;
}

QString SheetModel::detail(int row, int column) const {
  const SheetChange& c = at(row);
  if (column != Verdict)
    return {};
  if (c.state == SheetChange::State::Refused)
    return errorText(c.why);
  if (c.guarded.isValid() && c.guarded != c.wanted)
    return tr("moved by limits");
  return {};
}

} // namespace pricewright
