// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/today/TodayText.h"

#include "engine/texts/Texts.h"
#include "itemmodels/Format.h"
#include "itemmodels/Words.h"

#include <QCoreApplication>
#include <QDateTime>

#include <cmath>

namespace pricewright {
namespace {

using State = FeedReadiness::State;
using paint::Tone;

struct Say {
  Q_DECLARE_TR_FUNCTIONS(TodayText)
};

QString count(qint64 n) { return QLocale().toString(n); }
QDateTime local(Instant at) { return QDateTime::fromMSecsSinceEpoch(toMillis(at)); }

QString feedName(const QString& feed) {
  if (feed == u"sales")
    return Say::tr("Sales");
  if (feed == u"costs")
    return Say::tr("Costs");
  if (feed == u"stock")
    return Say::tr("Stock");
  if (feed == u"offers")
    return Say::tr("Competitors");
  return Say::tr("Exchange rates");
}

QString covers(const FeedReadiness& f) {
  if (f.feed == u"offers")
    return Say::tr("%1 of %n sources fresh", nullptr, f.expected).arg(count(f.covered));
  if (f.feed == u"fx")
    return Say::tr("%1 of %n currencies", nullptr, f.expected).arg(count(f.covered));
  return Say::tr("%1 of %n prices", nullptr, f.expected).arg(count(f.covered));
}

QString readinessDetail(const FeedReadiness& f, Instant now) {
  QStringList lines{covers(f)};
  if (f.landedAt)
    lines << Say::tr("last import %1: %2 rows, %3 rejected")
                 .arg(momentText(*f.landedAt, now), count(f.rows), count(f.rejected));
  if (!f.late.isEmpty())
    lines << Say::tr("not fresh: %1").arg(QStringList(f.late.mid(0, 5)).join(QStringLiteral(", ")));
  lines << Say::tr("stale when older than %1").arg(durationText(f.limit));
  return lines.join(QLatin1Char('\n'));
}

QString money(double value, Currency currency) {
  return currencyMark(currency) + QLocale().toString(value, 'f', std::abs(value) < 100 ? currency.minorDigits() : 0);
}

std::vector<double> oldestFirst(const std::vector<WeekFigures>& weeks, std::size_t most,
                                const std::function<double(const WeekFigures&)>& value) {
  std::vector<double> line;
  for (std::size_t i = std::min(most, weeks.size()); i-- > 0;)
    line.push_back(value(weeks[i]));
  return line;
}

} // namespace

QString momentText(Instant at, Instant now) {
  const QDateTime when = local(at), today = local(now);
  const QString clock = QLocale().toString(when.time(), QLocale::ShortFormat);
  const qint64 days = when.date().daysTo(today.date());
  if (days == 0)
    return clock;
  return QStringLiteral("%1 %2").arg(dayText(Day(std::chrono::days(when.date().toJulianDay() - 2'440'588)), now),
                                     clock);
}

QString dayText(Day day, Instant now) {
  const QDate date = QDate(1970, 1, 1).addDays(toDayNumber(day));
  const QDate today = local(now).date();
  const qint64 ago = date.daysTo(today);
  if (ago >= 0 && ago < 7)
    return QLocale().toString(date, QStringLiteral("dddd"));
  return QLocale().toString(date, date.year() == today.year() ? QStringLiteral("d MMM") : QStringLiteral("d MMM yyyy"));
}

Line readinessLine(const FeedReadiness& f, Instant now) {
  Line line;
  line.text = feedName(f.feed);
  line.toolTip = readinessDetail(f, now);
  switch (f.state) {
  case State::Missing:
    line.trailing = Say::tr("▲ none yet");
    line.trailingTone = Tone::Warning;
    break;
  case State::Stale:
    line.trailing = f.through ? Say::tr("▲ stale: ends %1").arg(dayText(*f.through, now)) : Say::tr("▲ stale");
    line.trailingTone = Tone::Negative;
    break;
  case State::Partial:
    line.trailing = QStringLiteral("▲ ") + covers(f);
    line.trailingTone = Tone::Warning;
    break;
  case State::Complete:
    line.trailing = f.feed == u"offers"  ? QStringLiteral("✓ ") + covers(f)
                    : f.feed == u"costs" ? Say::tr("✓ all prices · newest %1").arg(dayText(*f.through, now))
                                         : Say::tr("✓ complete to %1").arg(dayText(*f.through, now));
    line.trailingTone = Tone::Positive;
    break;
  }
  if (f.rejected > 0)
    line.detail = Say::tr("%n row(s) rejected", nullptr, static_cast<int>(std::min<qint64>(f.rejected, INT_MAX)));
  return line;
}

// What waits, in one or in several; and where it leads.
static Line needWords(const TodayNeed& need) {
  const bool one = need.count == 1;
  const auto line = [&](const QString& single, const QString& several, Tone tone, const QString& leads) {
    Line l;
    l.chip = count(need.count);
    l.chipTone = tone;
    l.text = one ? single : several;
    l.trailing = leads;
    l.opens = true;
    return l;
  };
  const QString catalogue = Say::tr("Catalogue"), publications = Say::tr("Publications");
  if (need.what == u"waiting")
    return line(Say::tr("price waits for a decision"), Say::tr("prices wait for a decision"), Tone::Warning,
                Say::tr("Approvals"));
  if (need.what == u"cycle-halted")
    return line(Say::tr("last cycle was halted"), Say::tr("last cycles were halted"), Tone::Negative,
                Say::tr("Approvals"));
  if (need.what == u"held-by-test")
    return line(Say::tr("price is held by a price test"), Say::tr("prices are held by a price test"), Tone::Accent,
                Say::tr("Experiments"));
  if (need.what == u"blocked")
    return line(Say::tr("proposal held by a guardrail"), Say::tr("proposals held by a guardrail"), Tone::Negative,
                catalogue);
  if (need.what == u"failed-release")
    return line(Say::tr("release failed"), Say::tr("releases failed"), Tone::Negative, publications);
  if (need.what == u"release-due")
    return line(Say::tr("approved price waits for its release"), Say::tr("approved prices wait for their release"),
                Tone::Accent, publications);
  if (need.what == u"sources-stale")
    return line(Say::tr("competitor source is not fresh"), Say::tr("competitor sources are not fresh"), Tone::Warning,
                Say::tr("Market"));
  if (need.what == u"offers-doubtful")
    return line(Say::tr("competitor's price is in doubt"), Say::tr("competitors' prices are in doubt"), Tone::Warning,
                Say::tr("Market"));
  if (need.what == u"alerts")
    return line(Say::tr("alert waits for a look"), Say::tr("alerts wait for a look"), Tone::Warning, Say::tr("Market"));
  if (need.what == u"pages-failing")
    return line(Say::tr("competitor's page does not answer"), Say::tr("competitors' pages do not answer"),
                Tone::Warning, Say::tr("Market"));
  if (need.what == u"matches")
    return line(Say::tr("match waits to be decided"), Say::tr("matches wait to be decided"), Tone::Accent,
                Say::tr("Market"));
  if (need.what == u"tests-decided")
    return line(Say::tr("price test waits for a decision"), Say::tr("price tests wait for a decision"), Tone::Warning,
                Say::tr("Experiments"));
  if (need.what == u"tests-paused")
    return line(Say::tr("price test is paused: sales are late"), Say::tr("price tests are paused: sales are late"),
                Tone::Warning, Say::tr("Experiments"));
  if (need.what == u"costs-missing")
    return line(Say::tr("price has no cost: it holds"), Say::tr("prices have no cost: they hold"), Tone::Warning,
                catalogue);
  if (need.what == u"costs-coming")
    return line(Say::tr("price gets a new cost"), Say::tr("prices get a new cost"), Tone::Accent, Say::tr("Costs"));
  return line(Say::tr("row was rejected by an import"), Say::tr("rows were rejected by an import"), Tone::Warning,
              Say::tr("Audit"));
}

Line needLine(const TodayNeed& need, const TodaySnapshot& s) {
  Line line = needWords(need);
  if (need.what == u"cycle-halted") { // there is but one last cycle: its count would say nothing
    line.chip = Say::tr("Halted");
    line.text = Say::tr("The last cycle was halted: %1").arg(codeText(need.example));
    line.detail = Say::tr("nothing of it was published by itself");
  } else if (need.what == u"waiting") {
    line.detail = Say::tr("%1 a week at stake").arg(money(need.stake, s.currency));
    if (need.when && *need.when > s.now)
      line.trailing = Say::tr("oldest expires in %1").arg(durationText(*need.when - s.now));
  } else if (need.what == u"blocked" || need.what == u"offers-doubtful" || need.what == u"pages-failing") {
    line.detail = codeText(need.example);
  } else if (need.what == u"release-due") {
    line.detail = need.when ? momentText(*need.when, s.now) : QString();
  } else if (need.what == u"sources-stale") {
    line.detail =
        need.when ? Say::tr("%1, last seen %2").arg(need.example, momentText(*need.when, s.now)) : need.example;
  } else if (need.what == u"costs-coming") {
    line.detail = need.when ? Say::tr("from %1").arg(dayText(dayOf(*need.when), s.now)) : QString();
  } else {
    line.detail = need.example;
  }
  return line;
}

Line moveLine(const PriceMove& m, Instant now) {
  Line line;
  const int bp = m.changeBp();
  const bool up = bp > 0;
  line.text = m.zone.isEmpty() ? m.sku : QStringLiteral("%1 · %2").arg(m.sku, m.zone);
  line.detail = m.ours ? m.product : QStringLiteral("%1 · %2").arg(m.by, m.product);
  line.trailing = QStringLiteral("%1 → %2 %3  %4 %5 %")
                      .arg(moneyText(m.from), moneyText(m.to), currencyMark(m.to.currency()),
                           up ? QStringLiteral("▲") : QStringLiteral("▼"), percentText(bp, true));
  line.toolTip = QStringList{m.product, m.ours ? codeText(m.by) : m.by, momentText(m.at, now)}.join(QLatin1Char('\n'));
  line.opens = true;
  return line;
}

QString movesSummary(const PriceMoves& ours, const PriceMoves& theirs) {
  return Say::tr("ours ▲ %1 ▼ %2 · competitors ▲ %3 ▼ %4")
      .arg(count(ours.up), count(ours.down), count(theirs.up), count(theirs.down));
}

QString cycleOutcome(const CycleReport& r) {
  const auto reasons = [&](const char* station) -> const StationReport* {
    for (const StationReport& s : r.stations)
      if (s.station == QLatin1String(station))
        return &s;
    return nullptr;
  };
  QStringList parts; // its state stands beside it, as a chip
  if (!r.haltedBy.isEmpty())
    parts << codeText(r.haltedBy);
  if (const StationReport* optimizer = reasons("optimizer"))
    parts << Say::tr("%n decisions", nullptr, static_cast<int>(std::min<qint64>(optimizer->count, INT_MAX)));
  if (!r.startedBy.isEmpty())
    parts << Say::tr("run by %1").arg(r.startedBy);
  return parts.join(QStringLiteral(" · "));
}

QString cycleStateWord(const CycleReport& r) { return capitalized(codeText(r.state)); }

Tone cycleTone(const CycleReport& r) {
  return r.state == u"finished"                         ? Tone::Positive
         : r.state == u"halted" || r.state == u"failed" ? Tone::Negative
         : r.state == u"running"                        ? Tone::Accent
                                                        : Tone::Warning;
}

QString cycleName(const CycleReport& r, Instant now) {
  return QStringLiteral("%1 · %2").arg(momentText(r.startedAt, now), secondsText(r.endedAt - r.startedAt));
}

FigureTile::Figure revenueFigure(const TodayFigures& f) {
  FigureTile::Figure out;
  out.definition = Say::tr("Units sold × average price paid, net of VAT, over the last seven days that sales cover; "
                           "other currencies at today's rates.");
  if (!f.through || f.weeks.empty()) {
    out.value = QStringLiteral("–");
    out.beside = Say::tr("no sales yet: import them");
    return out;
  }
  const double now = f.weeks.front().revenue;
  out.value = money(now, f.currency);
  const bool year = f.lastYear && f.lastYear->revenue > 0;
  const double before = year ? f.lastYear->revenue : f.weeks.size() > 1 ? f.weeks[1].revenue : 0;
  if (before > 0) {
    const double change = 100 * (now / before - 1);
    out.direction = change >= 0 ? 1 : -1;
    out.tone = change >= 0 ? Tone::Positive : Tone::Negative;
    out.delta = year ? Say::tr("%1 % on last year").arg(signedNumber(change, 1))
                     : Say::tr("%1 % on the week before").arg(signedNumber(change, 1));
  }
  if (year && f.weeks.size() > 1 && f.weeks[1].revenue > 0)
    out.beside = Say::tr("week before: %1 %").arg(signedNumber(100 * (now / f.weeks[1].revenue - 1), 1));
  if (f.month && f.month->revenueTarget)
    out.beside = Say::tr("month: %1 % of its target")
                     .arg(plainNumber(100 * f.month->revenue.value_or(0) / f.month->revenueTarget->toDouble(), 0));
  if (f.leftOut > 0)
    out.definition +=
        QLatin1Char('\n') + Say::tr("%n prices left out: no exchange rate or VAT rate.", nullptr, f.leftOut);
  out.weeks = oldestFirst(f.weeks, 26, [](const WeekFigures& w) { return w.revenue; });
  return out;
}

FigureTile::Figure marginFigure(const TodayFigures& f) {
  FigureTile::Figure out;
  out.definition = Say::tr("(Revenue − units × replacement cost on their day) ÷ revenue, net of VAT, over the last "
                           "seven days that sales cover. Only sales whose cost is known.");
  const std::optional<double> now = f.weeks.empty() ? std::nullopt : f.weeks.front().marginPercent();
  if (!now) {
    out.value = QStringLiteral("–");
    out.beside = f.through ? Say::tr("no costs for these sales") : Say::tr("no sales yet");
    return out;
  }
  out.value = Say::tr("%1 %").arg(plainNumber(*now, 1));
  const std::optional<double> before = f.lastYear           ? f.lastYear->marginPercent()
                                       : f.weeks.size() > 1 ? f.weeks[1].marginPercent()
                                                            : std::nullopt;
  if (before) {
    const double change = *now - *before;
    out.direction = change >= 0 ? 1 : -1;
    out.tone = change >= 0 ? Tone::Positive : Tone::Negative;
    out.delta = f.lastYear ? Say::tr("%1 pt on last year").arg(signedNumber(change, 1))
                           : Say::tr("%1 pt on the week before").arg(signedNumber(change, 1));
  }
  const double covered = f.weeks.front().revenue > 0 ? f.weeks.front().revenueWithCost / f.weeks.front().revenue : 0;
  out.beside = Say::tr("of %1 % of revenue").arg(plainNumber(100 * covered, covered > 0.995 ? 0 : 1));
  if (f.month && f.month->marginTarget && f.month->margin)
    out.beside =
        Say::tr("month: %1 %, target %2 %").arg(plainNumber(*f.month->margin, 1), decimalText(*f.month->marginTarget));
  out.weeks = oldestFirst(f.weeks, 26, [](const WeekFigures& w) { return w.marginPercent().value_or(NAN); });
  return out;
}

FigureTile::Figure indexFigure(const TodayFigures& f) {
  FigureTile::Figure out;
  out.definition =
      (f.indexByRevenue
           ? Say::tr("Own price ÷ median of competitors' fresh prices × 100 (100 = parity), weighted by the revenue of "
                     "the last four weeks.")
           : Say::tr("Own price ÷ median of competitors' fresh prices × 100 (100 = parity), each price alike."));
  if (!f.index) {
    out.value = QStringLiteral("–");
    out.beside = f.indexOf > 0 ? Say::tr("no fresh competitor prices") : Say::tr("no prices yet");
    return out;
  }
  out.value = plainNumber(*f.index, 1);
  const double apart = *f.index - 100;
  if (std::abs(apart) >= 0.05) {
    out.direction = apart > 0 ? 1 : -1;
    out.tone = Tone::Neutral; // dearer is not better or worse by itself
    out.delta = apart > 0 ? Say::tr("%1 above parity").arg(plainNumber(apart, 1))
                          : Say::tr("%1 below parity").arg(plainNumber(-apart, 1));
  }
  out.beside = Say::tr("%1 of %n prices", nullptr, f.indexOf).arg(count(f.indexPrices));
  if (f.month && f.month->indexTarget)
    out.beside = Say::tr("target: at most %1").arg(decimalText(*f.month->indexTarget));
  if (f.indexKvi > 0)
    out.beside += QStringLiteral(" · ") + Say::tr("%n KVI", nullptr, f.indexKvi);
  return out;
}

} // namespace pricewright
