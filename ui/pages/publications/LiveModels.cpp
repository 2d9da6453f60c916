// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Live prices, and what a new batch may be made of.
#include "itemmodels/Format.h"
#include "itemmodels/Words.h"
#include "pages/publications/BatchModels.h"
#include "pages/publications/PublicationsText.h"

namespace pricewright {
namespace {

using namespace publications;
std::vector<Column> liveColumns() {
  const auto tr = [](const char* text) { return LiveModel::tr(text); };
  std::vector<Column> all{col("sku", tr("SKU"), CellKind::Code, 84, 120),
                          col("product", tr("Product"), CellKind::Text, 120, 220, 4),
                          col("zone", tr("Zone"), CellKind::Text, 52, 80),
                          col("channel", tr("Channel"), CellKind::Text, 64, 90),
                          col("intended", tr("Should be"), CellKind::Money, 84, 110),
                          col("live", tr("File says"), CellKind::Money, 84, 110),
                          col("difference", tr("State"), CellKind::Chip, 96, 170, 2),
                          col("since", tr("Since"), CellKind::Moment, 80, 130),
                          col("batch", tr("Batch"), CellKind::Number, 54, 66),
                          col("json", tr("JSON says"), CellKind::Money, 84, 110)};
  all[LiveModel::Intended].strong = true;
  all[LiveModel::Zone].muted = all[LiveModel::Channel].muted = all[LiveModel::Since].muted = true;
  all[LiveModel::Json].shown = false;
  all[LiveModel::Intended].help = tr("The price in force by the workspace.");
  all[LiveModel::Live].help = tr("As it stands in the channel's CSV file, read just now.");
  all[LiveModel::Since].help = tr("Of a difference: when the file, or what should be in it, last changed.");
  all[LiveModel::Batch].help = tr("The batch that brought the price in force.");
  return all;
}

std::vector<Column> candidateColumns() {
  const auto tr = [](const char* text) { return CandidateModel::tr(text); };
  std::vector<Column> all{col("sku", tr("SKU"), CellKind::Code, 84, 120),
                          col("product", tr("Product"), CellKind::Text, 120, 220, 4),
                          col("zone", tr("Zone"), CellKind::Text, 52, 80),
                          col("category", tr("Category"), CellKind::Text, 72, 100),
                          col("now", tr("Now"), CellKind::Money, 56, 76),
                          col("proposed", tr("New"), CellKind::Money, 56, 76),
                          col("change", tr("Δ"), CellKind::Delta, 64, 80),
                          col("profit", tr("Profit/wk"), CellKind::Money, 72, 88),
                          col("range", tr("90 % interval"), CellKind::Interval, 96, 130),
                          col("state", tr("Stands"), CellKind::Chip, 120, 190, 2)};
  all[CandidateModel::Proposed].strong = true;
  all[CandidateModel::Zone].muted = all[CandidateModel::Category].muted = true;
  all[CandidateModel::Change].unit = QStringLiteral("%");
  all[CandidateModel::Profit].total = Total::Sum;
  all[CandidateModel::State].help =
      tr("Waiting for approval: signed with the batch. Approved: moved over from the batch that it waits in.");
  return all;
}

} // namespace

LiveModel::LiveModel(QObject* parent) : RowModel(liveColumns(), parent) {}

void LiveModel::setSnapshot(const PublicationsPtr& snapshot) {
  beginResetModel();
  m_snapshot = snapshot;
  endResetModel();
}

int LiveModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() || !m_snapshot ? 0 : int(m_snapshot->live.size());
}
QString LiveModel::key(int row) const {
  return QStringLiteral("%1|%2|%3").arg(at(row).sku, at(row).zone, at(row).channel);
}

QString LiveModel::text(int row, int column) const {
  const LivePrice& p = at(row);
  const QString dash = QStringLiteral("–");
  // A file's own writing is shown as it stands there; only where it is right, in the locale's way.
  const auto says = [&](const QString& file) {
    return file.isEmpty() ? dash : (p.state == u"same" && p.intended ? moneyText(*p.intended) : file.left(40));
  };
  switch (column) {
  case Sku:
    return p.sku;
  case Product:
    return p.product;
  case Zone:
    return p.zone;
  case Channel:
    return p.channel;
  case Intended:
    return p.intended ? moneyText(*p.intended) : dash;
  case Live:
    return says(p.csv);
  case Json:
    return says(p.json);
  case Difference:
    return liveWord(p.state);
  case Since:
    return p.since && m_snapshot ? clockText(*p.since, m_snapshot->now) : QString();
  case Batch:
    return p.batchNo > 0 ? QString::number(p.batchNo) : QString();
  default:
    return {};
  }
}

double LiveModel::number(int row, int column) const {
  const LivePrice& p = at(row);
  switch (column) {
  case Intended:
    return p.intended ? p.intended->toDouble() : kNone;
  case Live:
  case Json: {
    const auto value = Decimal::parse((column == Live ? p.csv : p.json).section(QLatin1Char(' '), 0, 0));
    return value ? value->toDouble() : kNone;
  }
  case Since:
    return p.since ? double(toMillis(*p.since)) : kNone;
  case Batch:
    return p.batchNo > 0 ? double(p.batchNo) : kNone;
  default:
    return kNone;
  }
}

paint::Tone LiveModel::tone(int row, int column) const {
  const LivePrice& p = at(row);
  if (column == Difference)
    return liveTone(p.state);
  return column == Live && p.state != u"same" ? paint::Tone::Negative : paint::Tone::Neutral;
}

QString LiveModel::detail(int row, int column) const {
  const LivePrice& p = at(row);
  if (column != Difference || p.state == u"same")
    return {};
  if (p.csv != p.json && !p.csv.isEmpty() && !p.json.isEmpty())
    return tr("CSV and JSON do not agree");
  return p.csv == p.json ? tr("in both files") : (p.csv.isEmpty() ? tr("not in the CSV") : tr("not in the JSON"));
}

CandidateModel::CandidateModel(QObject* parent) : RowModel(candidateColumns(), parent) {}

void CandidateModel::setCandidates(std::shared_ptr<const BatchCandidates> candidates) {
  beginResetModel();
  m_candidates = std::move(candidates);
  endResetModel();
  std::optional<Currency> one;
  bool several = false;
  for (int i = 0; i < rowCount(); ++i) {
    several |= one && *one != at(i).row.now.currency();
    one = at(i).row.now.currency();
  }
  const QString unit = one && !several ? currencyMark(*one) : QString();
  for (const int c : {int(Now), int(Proposed), int(Profit)})
    setUnit(c, unit);
}

int CandidateModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() || !m_candidates ? 0 : int(m_candidates->rows.size());
}
QString CandidateModel::key(int row) const { return at(row).row.id.toString(); }

QString CandidateModel::text(int row, int column) const {
  const QueueRow& r = at(row).row;
  switch (column) {
  case Sku:
    return r.sku;
  case Product:
    return r.product;
  case Zone:
    return r.zone;
  case Category:
    return r.category;
  case Now:
    return moneyText(r.now);
  case Proposed:
    return moneyText(r.proposed);
  case Change:
    return percentText(std::abs(r.changeBp), false);
  case Profit:
    return signedNumber(r.profit, std::abs(r.profit) < 10 ? 2 : 0);
  case State:
    return at(row).batchNo > 0 ? tr("Approved") : tr("Waiting");
  default:
    return {};
  }
}

double CandidateModel::number(int row, int column) const {
  const QueueRow& r = at(row).row;
  switch (column) {
  case Now:
    return r.now.toDouble();
  case Proposed:
    return r.proposed.toDouble();
  case Change:
    return r.changeBp / 100.0;
  case Profit:
    return r.profit;
  case Range:
    return r.profitHigh - r.profitLow;
  default:
    return kNone;
  }
}

paint::Tone CandidateModel::tone(int row, int column) const {
  return column != State ? paint::Tone::Neutral : (at(row).batchNo > 0 ? paint::Tone::Positive : paint::Tone::Warning);
}

QString CandidateModel::detail(int row, int column) const {
  if (column != State)
    return {};
  return at(row).batchNo > 0 ? tr("in batch %1").arg(at(row).batchNo) : reasonWord(at(row).row.primaryReason);
}

CellInterval CandidateModel::interval(int row, int) const {
  const QueueRow& r = at(row).row;
  return {r.profitLow, r.profit, r.profitHigh};
}

} // namespace pricewright
