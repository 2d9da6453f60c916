// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "itemmodels/FeedModel.h"

#include "base/Words.h"
#include "engine/texts/Texts.h"
#include "itemmodels/Format.h"

namespace pricewright {
namespace {

std::vector<Column> feedColumns() {
  using M = FeedModel;
  std::vector<Column> all{
      col("feed", M::tr("Feed"), CellKind::Text, 110, 180, 3),
      col("kind", M::tr("Kind"), CellKind::Text, 66, 90, 1),
      col("state", M::tr("State"), CellKind::Chip, 120, 190, 3),
      col("last-read", M::tr("Last read"), CellKind::Freshness, 112, 120, 0),
      withHelp(col("rows", M::tr("Rows"), CellKind::Number, 62, 72, 0),
               M::tr("Rows of the last time that could be read")),
      withHelp(col("kept", M::tr("New offers"), CellKind::Number, 108, 116, 0),
               M::tr("Prices of the last time that were new")),
      withHelp(col("unknown", M::tr("Unknown"), CellKind::Number, 72, 82, 0),
               M::tr("Rows of no product of ours: a match or a bar code ties them")),
      withHelp(col("refused", M::tr("Refused"), CellKind::Number, 72, 82, 0), M::tr("Rows that could not be read")),
      withHelp(col("next", M::tr("Next in"), CellKind::Text, 76, 90, 1), M::tr("When it is read by itself"))};
  all[M::Kind].muted = true;
  return all;
}

QString ranText(const FeedHealth& h, qint64 count) { return h.feed.lastRun ? QLocale().toString(count) : s("–"); }

} // namespace

FeedModel::FeedModel(QObject* parent) : RowModel(feedColumns(), parent) {}

void FeedModel::setFeeds(const std::vector<FeedHealth>& feeds, Instant now) {
  beginResetModel();
  m_rows = feeds;
  m_now = now;
  endResetModel();
}

QString FeedModel::text(int row, int column) const {
  const FeedHealth& h = at(row);
  switch (column) {
  case Code:
    return h.feed.name.isEmpty() ? h.feed.code : h.feed.name;
  case Kind:
    return h.feed.kind;
  case State:
    if (!h.feed.isOn)
      return tr("Off");
    if (!h.feed.lastRun)
      return tr("Not read yet");
    return h.feed.lastError.isEmpty() ? tr("Read") : h.last.items > 0 ? tr("Broke off") : tr("Failed");
  case LastRead:
    return h.feed.lastRun ? durationText(std::max(Duration(0), m_now - *h.feed.lastRun)) : tr("never");
  case Rows:
    return ranText(h, h.last.items);
  case Kept:
    return ranText(h, h.last.offers);
  case Unknown:
    return ranText(h, h.last.unknown);
  case Refused:
    return ranText(h, h.last.unreadable);
  default:
    if (!h.feed.isOn)
      return s("–");
    return h.feed.next <= m_now ? tr("due") : durationText(h.feed.next - m_now);
  }
}

double FeedModel::number(int row, int column) const {
  const FeedHealth& h = at(row);
  if (column == Next)
    return h.feed.isOn ? double((h.feed.next - m_now).count()) : kNone;
  if (!h.feed.lastRun)
    return kNone;
  switch (column) {
  case LastRead:
    return double((m_now - *h.feed.lastRun).count());
  case Rows:
    return double(h.last.items);
  case Kept:
    return double(h.last.offers);
  case Unknown:
    return double(h.last.unknown);
  case Refused:
    return double(h.last.unreadable);
  default:
    return kNone;
  }
}

paint::Tone FeedModel::tone(int row, int column) const {
  const FeedHealth& h = at(row);
  if (column == State && h.feed.isOn && h.feed.lastRun)
    return h.feed.lastError.isEmpty() ? paint::Tone::Positive : paint::Tone::Negative;
  return column == Refused && h.last.unreadable > 0 ? paint::Tone::Warning : paint::Tone::Neutral;
}

QString FeedModel::detail(int row, int column) const {
  const FeedHealth& h = at(row);
  if (column == Code)
    return h.feed.location;
  if (column == State)
    return codeText(h.feed.lastError);
  if (column != Refused && column != Unknown)
    return {};
  QStringList parts;
  for (auto it = h.last.reasons.begin(); it != h.last.reasons.end(); ++it)
    parts << tr("%1: %2").arg(codeText(it.key()), QLocale().toString(it.value().toInteger()));
  return parts.join(u'\n');
}

} // namespace pricewright
