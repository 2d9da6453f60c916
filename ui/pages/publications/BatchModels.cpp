// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The batches and the rows of one of them.
#include "pages/publications/BatchModels.h"

#include "itemmodels/Format.h"
#include "pages/publications/PublicationsText.h"

namespace pricewright {
namespace {

using namespace publications;
std::vector<Column> batchColumns() {
  const auto tr = [](const char* text) { return BatchModel::tr(text); };
  std::vector<Column> all{col("no", tr("No."), CellKind::Number, 44, 52, 0),
                          col("name", tr("Batch"), CellKind::Text, 120, 210, 4),
                          col("state", tr("State"), CellKind::Chip, 92, 104),
                          col("slot", tr("Goes out"), CellKind::Text, 96, 136, 2),
                          col("effective", tr("Effective"), CellKind::Moment, 96, 140),
                          col("prices", tr("Prices"), CellKind::Number, 54, 66),
                          col("profit", tr("Profit/wk"), CellKind::Money, 72, 88),
                          col("range", tr("90 % interval"), CellKind::Interval, 96, 130),
                          col("channels", tr("Channels"), CellKind::Chip, 88, 130),
                          col("owner", tr("Made by"), CellKind::Text, 64, 84),
                          col("signed", tr("Approved by"), CellKind::Text, 72, 104)};
  all[BatchModel::Prices].total = all[BatchModel::Profit].total = Total::Sum;
  all[BatchModel::Prices].strong = true;
  all[BatchModel::Effective].shown = false;
  all[BatchModel::Effective].muted = all[BatchModel::Owner].muted = all[BatchModel::Signed].muted = true;
  all[BatchModel::Prices].help = tr("Labels to change: one for each price in a zone.");
  all[BatchModel::Profit].help = effectHelp({});
  all[BatchModel::Slot].help = tr("Until then a release can be undone; afterwards it can be rolled back.");
  return all;
}

std::vector<Column> rowColumns() {
  const auto tr = [](const char* text) { return BatchRowModel::tr(text); };
  std::vector<Column> all{col("sku", tr("SKU"), CellKind::Code, 84, 110),
                          col("product", tr("Product"), CellKind::Text, 100, 170, 4),
                          col("zone", tr("Zone"), CellKind::Text, 48, 70),
                          col("from", tr("From"), CellKind::Money, 56, 72),
                          col("to", tr("To"), CellKind::Money, 56, 72),
                          col("change", tr("Δ"), CellKind::Delta, 64, 78),
                          col("profit", tr("Profit/wk"), CellKind::Money, 68, 84),
                          col("range", tr("90 % interval"), CellKind::Interval, 84, 116),
                          col("live", tr("In the channel"), CellKind::Chip, 96, 150, 2)};
  all[BatchRowModel::To].strong = true;
  all[BatchRowModel::Zone].muted = true;
  all[BatchRowModel::Change].unit = QStringLiteral("%");
  all[BatchRowModel::Profit].total = Total::Sum;
  all[BatchRowModel::Live].help = tr("Read back from the channel's file just now.");
  return all;
}

} // namespace

BatchModel::BatchModel(QObject* parent) : RowModel(batchColumns(), parent) {}

void BatchModel::setSnapshot(const PublicationsPtr& snapshot) {
  beginResetModel();
  m_snapshot = snapshot;
  if (snapshot)
    m_now = snapshot->now;
  endResetModel();
}

void BatchModel::setNow(Instant now) {
  m_now = now;
  for (int i = 0; i < rowCount() && at(i).waits(); ++i) // they stand first
    emit dataChanged(index(i, Slot), index(i, Slot), {Qt::DisplayRole});
}

int BatchModel::rowOf(qint64 no) const {
  for (int i = 0; i < rowCount(); ++i)
    if (at(i).no == no)
      return i;
  return -1;
}

int BatchModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() || !m_snapshot ? 0 : int(m_snapshot->batches.size());
}
QString BatchModel::key(int row) const { return QString::number(at(row).no); }

QString BatchModel::text(int row, int column) const {
  const BatchSummary& b = at(row);
  switch (column) {
  case No:
    return QString::number(b.no);
  case Name:
    return b.name;
  case State:
    return stateWord(b.state);
  case Slot:
    if (b.state == u"open" || b.state == u"waiting")
      return b.releaseAt - m_now > std::chrono::hours(24) ? clockText(b.releaseAt, m_now)
                                                          : countdownText(b.releaseAt - m_now);
    if (b.state == u"failed")
      return tr("tried again");
    return b.publishedAt ? clockText(*b.publishedAt, m_now) : QStringLiteral("–");
  case Effective:
    return clockText(b.effectiveAt, m_now);
  case Prices:
    return b.labels > 0 ? QLocale().toString(b.labels) : QStringLiteral("–");
  case Profit:
    return b.effect.counted > 0 ? effectText(b.effect, false) : QStringLiteral("–");
  case Channels: {
    int right = 0;
    for (const BatchInChannel& c : b.channels) {
      if (c.state == u"failed" && b.state == u"failed")
        return tr("Failed");
      right += c.state == u"verified";
    }
    if (b.channels.empty())
      return {};
    return right == int(b.channels.size()) ? tr("Verified") : tr("%1 of %2").arg(right).arg(b.channels.size());
  }
  case Owner:
    return b.byPolicy ? tr("policy") : b.owner;
  case Signed:
    return b.byPolicy ? tr("policy") : b.approvedBy.join(QStringLiteral(", "));
  default:
    return {};
  }
}

double BatchModel::number(int row, int column) const {
  const BatchSummary& b = at(row);
  switch (column) {
  case No:
    return double(b.no);
  case Effective:
    return double(toMillis(b.effectiveAt));
  case Prices:
    return b.labels > 0 ? b.labels : kNone;
  case Profit:
    return b.effect.counted > 0 ? b.effect.profit : kNone;
  case Range:
    return b.effect.counted > 0 ? b.effect.profitHigh - b.effect.profitLow : kNone;
  default:
    return kNone;
  }
}

paint::Tone BatchModel::tone(int row, int column) const {
  const BatchSummary& b = at(row);
  if (column == State)
    return stateTone(b.state);
  if (column == Channels)
    return text(row, column) == tr("Verified") ? paint::Tone::Positive : paint::Tone::Negative;
  if (column == Slot && (b.state == u"open" || b.state == u"waiting") && b.releaseAt <= m_now)
    return paint::Tone::Warning;
  return paint::Tone::Neutral;
}

QString BatchModel::detail(int row, int column) const {
  const BatchSummary& b = at(row);
  if (column == State && b.partlyRolledBack > 0)
    return tr("%1 put back").arg(QLocale().toString(b.partlyRolledBack));
  if (column == Channels) {
    QStringList codes;
    for (const BatchInChannel& c : b.channels)
      codes << c.channel;
    return codes.join(QStringLiteral(", "));
  }
  if (column == Profit || column == Range)
    return effectHelp(b.effect);
  return {};
}

CellInterval BatchModel::interval(int row, int) const {
  const JointEffect& e = at(row).effect;
  return e.counted > 0 ? CellInterval{e.profitLow, e.profit, e.profitHigh} : CellInterval{kNone, kNone, kNone};
}

QString BatchModel::spoken(int row, int column) const {
  if (column == Range)
    return effectText(at(row).effect);
  return text(row, column);
}

BatchRowModel::BatchRowModel(QObject* parent) : RowModel(rowColumns(), parent) {}

void BatchRowModel::setDetail(const BatchDetailPtr& detail) {
  beginResetModel();
  m_detail = detail;
  endResetModel();
  std::optional<Currency> one;
  bool several = false;
  for (int i = 0; i < rowCount(); ++i) {
    several |= one && *one != at(i).to.currency();
    one = at(i).to.currency();
  }
  const QString unit = one && !several ? currencyMark(*one) : QString();
  for (const int c : {int(From), int(To), int(Profit)})
    setUnit(c, unit);
}

int BatchRowModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() || !m_detail ? 0 : int(m_detail->rows.size());
}
QString BatchRowModel::key(int row) const { return at(row).decision.toString(); }

const RowInChannel* BatchRowModel::worst(int row) const {
  const RowInChannel* found = nullptr;
  for (const RowInChannel& c : at(row).channels)
    if (!found || (liveTone(c.state) == paint::Tone::Negative && liveTone(found->state) != paint::Tone::Negative))
      found = &c;
  return found;
}

QString BatchRowModel::text(int row, int column) const {
  const BatchDetailRow& r = at(row);
  switch (column) {
  case Sku:
    return r.sku;
  case Product:
    return r.product;
  case Zone:
    return r.zone;
  case From:
    return moneyText(r.from);
  case To:
    return moneyText(r.to);
  case Change:
    return percentText(std::abs(changeBp(r.from, r.to)), false);
  case Profit:
    return signedNumber(r.profit, std::abs(r.profit) < 10 ? 2 : 0);
  case Live:
    return worst(row) ? liveWord(worst(row)->state) : QString();
  default:
    return {};
  }
}

double BatchRowModel::number(int row, int column) const {
  const BatchDetailRow& r = at(row);
  switch (column) {
  case From:
    return r.from.toDouble();
  case To:
    return r.to.toDouble();
  case Change:
    return changeBp(r.from, r.to) / 100.0;
  case Profit:
    return r.profit;
  case Range:
    return r.profitHigh - r.profitLow;
  default:
    return kNone;
  }
}

paint::Tone BatchRowModel::tone(int row, int column) const {
  return column == Live && worst(row) ? liveTone(worst(row)->state) : paint::Tone::Neutral;
}

QString BatchRowModel::detail(int row, int column) const {
  if (column != Live)
    return {};
  QStringList all;
  for (const RowInChannel& c : at(row).channels)
    all << (c.says.isEmpty() || c.state == u"live" ? c.channel : QStringLiteral("%1: %2").arg(c.channel, c.says));
  return all.join(QStringLiteral(" · "));
}

CellInterval BatchRowModel::interval(int row, int) const {
  return {at(row).profitLow, at(row).profit, at(row).profitHigh};
}

} // namespace pricewright
