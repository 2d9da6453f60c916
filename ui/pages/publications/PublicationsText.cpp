// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/publications/PublicationsText.h"

#include "engine/texts/Texts.h"
#include "itemmodels/Format.h"
#include "itemmodels/Words.h"

#include <QCoreApplication>
#include <QDateTime>

namespace pricewright::publications {
namespace {

QString tr(const char* text, int n = -1) { return QCoreApplication::translate("Publications", text, nullptr, n); }

paint::Tone eventTone(const QString& kind) {
  if (kind.endsWith(u".failed") || kind == u"decision.not-published")
    return paint::Tone::Negative;
  if (kind == u"batch.published" || kind.endsWith(u".verified"))
    return paint::Tone::Positive;
  if (kind.contains(u"rolled"))
    return paint::Tone::Warning;
  return paint::Tone::Neutral;
}

QString eventText(const BatchEvent& e, Instant now) {
  if (e.kind == u"batch.created")
    return tr("made");
  if (e.kind == u"batch.moved") {
    const auto to = parseInstant(e.about);
    return to ? tr("slot moved to %1").arg(clockText(*to, now)) : tr("slot moved");
  }
  if (e.kind == u"decision.approved")
    return e.count == 1 ? tr("1 price approved") : tr("%1 prices approved").arg(count(e.count));
  if (e.kind == u"decision.moved")
    return e.count == 1 ? tr("1 price moved in") : tr("%1 prices moved in").arg(count(e.count));
  if (e.kind == u"decision.rolled-back")
    return e.count == 1 ? tr("1 price put back") : tr("%1 prices put back").arg(count(e.count));
  if (e.kind == u"batch.publishing")
    return tr("files being written");
  if (e.kind == u"batch.published")
    return tr("released");
  if (e.kind == u"batch.failed")
    return tr("release failed");
  if (e.kind == u"batch.cancelled")
    return tr("cancelled");
  if (e.kind == u"batch.scheduled")
    return tr("waits again");
  if (e.kind == u"batch.rolled_back")
    return tr("rolled back");
  if (e.kind == u"publication.verified")
    return tr("%1 read back, every price right").arg(e.about);
  if (e.kind == u"publication.failed")
    return tr("not written: %1").arg(codeText(e.about));
  return codeText(e.kind);
}

} // namespace

QString clockText(Instant at, Instant now) {
  const QDateTime when = QDateTime::fromMSecsSinceEpoch(toMillis(at));
  const QString clock = QLocale().toString(when.time(), QLocale::ShortFormat);
  if (when.date() == QDateTime::fromMSecsSinceEpoch(toMillis(now)).date())
    return clock;
  return QStringLiteral("%1, %2").arg(QLocale().toString(when.date(), QLocale::ShortFormat), clock);
}

QString countdownText(Duration left) {
  const qint64 seconds = (left.count() + 999) / 1000;
  if (seconds <= 0)
    return tr("due now");
  if (seconds >= 3600)
    return tr("in %1").arg(durationText(left));
  return tr("in %1:%2").arg(count(seconds / 60)).arg(seconds % 60, 2, 10, QLatin1Char('0'));
}

QString stateWord(const QString& state) {
  if (state == u"open")
    return tr("Collecting");
  if (state == u"waiting")
    return tr("Waiting");
  if (state == u"publishing")
    return tr("Releasing");
  if (state == u"published")
    return tr("Published");
  if (state == u"failed")
    return tr("Failed");
  if (state == u"rolled_back")
    return tr("Rolled back");
  return state == u"cancelled" ? tr("Cancelled") : capitalized(codeText(state));
}

paint::Tone stateTone(const QString& state) {
  if (state == u"failed")
    return paint::Tone::Negative;
  if (state == u"published")
    return paint::Tone::Positive;
  if (state == u"rolled_back")
    return paint::Tone::Warning;
  return state == u"cancelled" ? paint::Tone::Neutral : paint::Tone::Accent;
}

QString liveWord(const QString& state) {
  if (state == u"same" || state == u"live")
    return tr("Live");
  if (state == u"differs")
    return tr("Differs");
  if (state == u"missing")
    return tr("Missing");
  if (state == u"unexpected")
    return tr("Not sold here");
  if (state == u"unreadable")
    return tr("Unreadable");
  if (state == u"twice")
    return tr("Twice");
  if (state == u"replaced")
    return tr("Replaced since");
  if (state == u"rolled-back")
    return tr("Put back");
  return state == u"waiting" ? tr("Waiting") : capitalized(codeText(state));
}

paint::Tone liveTone(const QString& state) {
  if (state == u"same" || state == u"live")
    return paint::Tone::Positive;
  if (state == u"waiting")
    return paint::Tone::Accent;
  if (state == u"replaced")
    return paint::Tone::Neutral;
  return state == u"rolled-back" ? paint::Tone::Warning : paint::Tone::Negative;
}

QString channelWord(const QString& state) {
  if (state == u"live")
    return tr("Live");
  if (state == u"differs")
    return tr("Differs");
  if (state == u"text-differs")
    return tr("Edited");
  if (state == u"missing")
    return tr("File missing");
  return state == u"none" ? tr("No prices") : tr("Unreadable");
}

QString effectText(const JointEffect& e, bool withInterval) {
  if (e.counted == 0)
    return {};
  const int places = std::abs(e.profit) < 10 && e.currency.minorDigits() > 0 ? 2 : 0;
  const QString mark = currencyMark(e.currency);
  if (!withInterval)
    return signedNumber(e.profit, places);
  return QStringLiteral("%1 [%2 … %3] %4")
      .arg(signedNumber(e.profit, places), signedNumber(e.profitLow, places), signedNumber(e.profitHigh, places),
           tr("%1/wk").arg(mark));
}

QString effectHelp(const JointEffect& e) {
  QString text = tr("Expected change of profit a week with its 90 % interval, as stored with the decisions. Means are "
                    "added, and so are variances, as if the prices were independent of each other.");
  if (e.leftOut > 0)
    text +=
        QLatin1Char(' ') + (e.leftOut == 1 ? tr("1 price in another currency is left out.")
                                           : tr("%1 prices in other currencies are left out.").arg(count(e.leftOut)));
  return text;
}

QString pricesText(int prices) { return prices == 1 ? tr("1 price") : tr("%1 prices").arg(count(prices)); }

QString refusedText(const std::vector<BatchPlan::Refused>& refused, int most) {
  QStringList lines;
  for (const BatchPlan::Refused& r : refused) {
    if (lines.size() == most) {
      lines << tr("… and %1 more").arg(count(qint64(refused.size()) - most));
      break;
    }
    const QString name = r.sku.isEmpty() ? r.decision.toString() : QStringLiteral("%1, %2").arg(r.sku, r.zone);
    lines << QStringLiteral("%1: %2").arg(name, errorText(r.why));
  }
  return lines.join(QLatin1Char('\n'));
}

std::vector<Line> timelineLines(const BatchDetail& detail, Instant now) {
  std::vector<Line> lines;
  for (const BatchEvent& e : detail.timeline) {
    Line line;
    line.chip = clockText(e.at, now);
    line.chipTone = eventTone(e.kind);
    line.text = eventText(e, now);
    line.detail = e.who == u"system" ? tr("by policy") : e.who;
    line.toolTip = QStringLiteral("%1\n%2").arg(
        line.text, QLocale().toString(QDateTime::fromMSecsSinceEpoch(toMillis(e.at)), QLocale::LongFormat));
    lines.push_back(std::move(line));
  }
  if (detail.batch.waits()) {
    Line next;
    next.chip = clockText(detail.batch.releaseAt, now);
    next.chipTone = paint::Tone::Accent;
    next.text = detail.batch.state == u"failed" ? tr("is tried again at the next release") : tr("goes out");
    lines.push_back(std::move(next));
  }
  return lines;
}

std::vector<Line> channelLines(const PublicationsSnapshot& s) {
  std::vector<Line> lines;
  for (const ChannelSummary& c : s.channels) {
    Line line;
    line.chip = channelWord(c.state);
    line.chipTone =
        c.state == u"live"
            ? paint::Tone::Positive
            : (c.state == u"none" ? paint::Tone::Neutral
                                  : (c.state == u"text-differs" ? paint::Tone::Warning : paint::Tone::Negative));
    line.text = c.name.isEmpty() ? c.code : c.name;
    if (c.error)
      line.detail = errorText(*c.error);
    else if (c.state == u"none")
      line.detail = tr("nothing is to be published here yet");
    else if (c.differences > 0)
      line.detail = tr("%1 of %2 are not what they should be").arg(count(c.differences), pricesText(c.prices));
    else if (c.state == u"text-differs")
      line.detail = tr("%1, all right; other bytes of the file were changed").arg(pricesText(c.prices));
    else
      line.detail = pricesText(c.prices);
    line.trailing = c.verifiedAt ? tr("last right %1").arg(clockText(*c.verifiedAt, s.now)) : tr("never read back");
    line.trailingTone = c.verifiedAt ? paint::Tone::Neutral : paint::Tone::Warning;
    line.toolTip = c.folder;
    lines.push_back(std::move(line));
  }
  return lines;
}

} // namespace pricewright::publications
