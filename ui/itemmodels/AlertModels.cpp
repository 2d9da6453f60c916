// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "itemmodels/AlertModels.h"

#include "base/Words.h"
#include "engine/texts/Texts.h"
#include "itemmodels/CatalogueModel.h"
#include "itemmodels/Format.h"
#include "itemmodels/Words.h"

#include <QTime>

#include <cmath>

namespace pricewright {
namespace {

std::vector<Column> rivalMoveColumns() {
  using M = MoveModel;
  std::vector<Column> all{
      withHelp(col("when", M::tr("Seen"), CellKind::Freshness, 96, 110, 0), M::tr("When the new state was first seen")),
      col("kind", M::tr("What"), CellKind::Chip, 110, 130, 0),
      col("sku", M::tr("SKU"), CellKind::Code, 90, 100),
      col("product", M::tr("Product"), CellKind::Text, 110, 240, 5),
      col("zone", M::tr("Zone"), CellKind::Text, 52, 70),
      col("who", M::tr("Seller"), CellKind::Text, 90, 130, 2),
      col("before", M::tr("Before"), CellKind::Money, 70, 84),
      col("after", M::tr("After"), CellKind::Money, 70, 84),
      withHelp(col("percent", M::tr("Moved"), CellKind::Delta, 78, 90, 0), M::tr("After against before"), s("%")),
      withHelp(col("ours", M::tr("Ours"), CellKind::Money, 62, 74), M::tr("Our regular price now"))};
  all[M::After].strong = true;
  return all;
}

std::vector<Column> priceIndexColumns() {
  using M = IndexModel;
  std::vector<Column> all{
      col("category", M::tr("Category"), CellKind::Text, 110, 170, 3),
      col("against", M::tr("Against"), CellKind::Text, 100, 150, 2),
      withHelp(
          col("index", M::tr("Index"), CellKind::Number, 62, 72, 0),
          M::tr("Our prices against theirs, delivered and for our content: 100 is the same, above it we are dearer. "
                "Geometric mean, weighed by revenue")),
      withHelp(col("change", M::tr("7 days"), CellKind::Delta, 74, 84, 0), M::tr("Against the index of 7 days ago")),
      withHelp(col("prices", M::tr("Prices"), CellKind::Number, 60, 66, 0), M::tr("That the index stands on")),
      col("course", M::tr("30 days"), CellKind::Sparkline, 110, 180, 3)};
  all[M::Index].strong = true;
  return all;
}

std::vector<Column> alertEventColumns() {
  using M = AlertEventModel;
  std::vector<Column> all{col("when", M::tr("When"), CellKind::Freshness, 100, 108, 0),
                          col("alert", M::tr("Alert"), CellKind::Chip, 110, 150, 1),
                          col("what", M::tr("What happened"), CellKind::Text, 260, 620, 12),
                          col("value", M::tr("How much"), CellKind::Number, 80, 88, 0),
                          col("told", M::tr("Told"), CellKind::Text, 80, 120, 1)};
  all[M::Told].muted = true;
  return all;
}

std::vector<Column> alertRuleColumns() {
  using M = AlertRuleModel;
  return {col("name", M::tr("Alert"), CellKind::Text, 130, 200, 3),
          col("if", M::tr("If"), CellKind::Text, 170, 280, 4),
          col("whose", M::tr("For"), CellKind::Text, 90, 150, 2),
          withHelp(col("when", M::tr("Fires"), CellKind::Text, 110, 170, 1),
                   M::tr("Once when it becomes true, or as long as it is true")),
          col("quiet", M::tr("Quiet hours"), CellKind::Text, 110, 150, 0),
          col("tells", M::tr("Tells"), CellKind::Text, 100, 160, 1),
          col("state", M::tr("State"), CellKind::Chip, 60, 80, 0)};
}

QString basisText(int basisPoints) { return QLocale().toString(basisPoints / 100.0, 'g', 6); }

QString minuteText(int minutes) { return clockText(QTime(minutes / 60 % 24, minutes % 60)); }

QString alertAgo(Instant at, Instant now) { return durationText(std::max(Duration(0), now - at)); }

QString priceText(const Amount& amount, const Money& ours) {
  return decimalText(amount.value) +
         (ours.isValid() && ours.currency() == amount.currency ? QString() : u' ' + currencyMark(amount.currency));
}

// The newest point, and the one of a week before it.
const IndexPoint* pointBack(const IndexLine& line, std::size_t back) {
  return line.points.size() > back ? &line.points[line.points.size() - 1 - back] : nullptr;
}

std::optional<double> weekChange(const IndexLine& line) {
  constexpr std::size_t kWeek = 7;
  const IndexPoint *now = pointBack(line, 0), *then = pointBack(line, kWeek);
  if (!now || !then || !now->value.index || !then->value.index)
    return {};
  const double change = *now->value.index - *then->value.index;
  return std::abs(change) < 0.05 ? 0 : change; // what reads as nothing points nowhere
}

} // namespace

MoveModel::MoveModel(QObject* parent) : RowModel(rivalMoveColumns(), parent) {}

void MoveModel::setMoves(const MarketMoves& moves) {
  beginResetModel();
  m_rows = moves.rows;
  m_now = moves.now;
  endResetModel();
}

QString MoveModel::key(int row) const {
  const RivalMove& m = at(row).move;
  return s("%1|%2|%3").arg(m.offerNo).arg(m.matchNo).arg(moveKindName(m.kind));
}

QString MoveModel::text(int row, int column) const {
  const MarketMoveRow& r = at(row);
  const bool priced = r.move.kind != MoveKind::SellerGone;
  switch (column) {
  case When:
    return alertAgo(r.move.at, m_now);
  case Kind:
    return capitalized(codeText(moveKindName(r.move.kind)));
  case Sku:
    return r.sku;
  case Product:
    return r.product;
  case Zone:
    return r.zone;
  case Who:
    return r.competitor.isEmpty() ? r.move.seller : r.competitor;
  case Before:
    return r.move.kind == MoveKind::NewSeller ? s("–") : priceText(r.move.before, r.ours);
  case After:
    return priced ? priceText(r.move.after, r.ours) : s("–");
  case Percent:
    return r.move.percent != 0 ? signedNumber(r.move.percent, 1) : s("–");
  default:
    return r.ours.isValid() ? moneyText(r.ours) : s("–");
  }
}

double MoveModel::number(int row, int column) const {
  const MarketMoveRow& r = at(row);
  switch (column) {
  case When:
    return double((m_now - r.move.at).count());
  case Before:
    return r.move.before.value.toDouble();
  case After:
    return r.move.after.value.toDouble();
  case Percent:
    return r.move.percent != 0 ? r.move.percent : kNone;
  case Ours:
    return r.ours.isValid() ? r.ours.toDouble() : kNone;
  default:
    return kNone;
  }
}

paint::Tone MoveModel::tone(int row, int column) const {
  if (column != Kind)
    return paint::Tone::Neutral;
  const MoveKind kind = at(row).move.kind;
  if (kind == MoveKind::Down)
    return paint::Tone::Negative; // they undercut us more, or are about to
  return kind == MoveKind::Up ? paint::Tone::Positive : paint::Tone::Neutral;
}

IndexModel::IndexModel(QObject* parent) : RowModel(priceIndexColumns(), parent) {}

void IndexModel::setIndices(const MarketIndices& indices) {
  beginResetModel();
  m_rows = indices.lines;
  endResetModel();
}

QString IndexModel::text(int row, int column) const {
  const IndexLine& line = at(row);
  const IndexPoint* now = pointBack(line, 0);
  switch (column) {
  case Category:
    return line.category.isEmpty() ? tr("all") : line.categoryName.isEmpty() ? line.category : line.categoryName;
  case Against:
    return line.competitor.isEmpty() ? tr("median of all") : line.competitor;
  case Index:
    return now && now->value.index ? QLocale().toString(*now->value.index, 'f', 1) : s("–");
  case Change:
    return weekChange(line) ? signedNumber(*weekChange(line), 1) : s("–");
  case Prices:
    return now ? QLocale().toString(now->value.prices) : s("–");
  default:
    return {};
  }
}

double IndexModel::number(int row, int column) const {
  const IndexLine& line = at(row);
  const IndexPoint* now = pointBack(line, 0);
  switch (column) {
  case Index:
    return now ? now->value.index.value_or(kNone) : kNone;
  case Change:
    return weekChange(line).value_or(kNone);
  case Prices:
    return now ? now->value.prices : kNone;
  default:
    return kNone;
  }
}

QString IndexModel::detail(int row, int column) const {
  const IndexPoint* now = pointBack(at(row), 0);
  return column == Index && now && !now->value.why.isEmpty() ? codeText(now->value.why) : QString();
}

std::vector<double> IndexModel::series(int row, int column) const {
  std::vector<double> out;
  if (column == Course)
    for (const IndexPoint& point : at(row).points)
      out.push_back(point.value.index.value_or(kNone));
  return out;
}

AlertEventModel::AlertEventModel(QObject* parent) : RowModel(alertEventColumns(), parent) {}

void AlertEventModel::setInbox(const AlertInbox& inbox) {
  beginResetModel();
  m_rows = inbox.rows;
  m_now = inbox.now;
  endResetModel();
}

QString AlertEventModel::text(int row, int column) const {
  const AlertEventRow& r = at(row);
  switch (column) {
  case When:
    return alertAgo(r.event.at, m_now);
  case Alert:
    return r.ruleName;
  case What:
    return alertText(r.event);
  case Value:
    return QLocale().toString(r.event.value, 'f', 1);
  default:
    break;
  }
  if (r.message == 0)
    return r.event.wasQuiet ? tr("after the quiet hours") : tr("not yet");
  QStringList channels;
  for (const AlertDelivery& d : r.deliveries)
    channels << (d.sentAt ? codeText(s("channel.") + d.channel)
                          : tr("%1: waiting").arg(codeText(s("channel.") + d.channel)));
  channels.removeDuplicates();
  return channels.join(s(", "));
}

double AlertEventModel::number(int row, int column) const {
  return column == When ? double((m_now - at(row).event.at).count()) : column == Value ? at(row).event.value : kNone;
}

paint::Tone AlertEventModel::tone(int, int column) const {
  return column == Alert ? paint::Tone::Warning : paint::Tone::Neutral;
}

QString AlertEventModel::detail(int row, int column) const {
  if (column == What)
    return alertText(at(row).event);
  if (column != Told)
    return {};
  QStringList lines;
  for (const AlertDelivery& d : at(row).deliveries)
    if (!d.error.isEmpty())
      lines << s("%1: %2").arg(d.recipient, codeText(d.error));
  return lines.join(u'\n');
}

AlertRuleModel::AlertRuleModel(QObject* parent) : RowModel(alertRuleColumns(), parent) {}

void AlertRuleModel::setRules(std::vector<AlertRow> rules) {
  beginResetModel();
  m_rows = std::move(rules);
  endResetModel();
}

QString AlertRuleModel::text(int row, int column) const {
  const AlertRow& r = at(row);
  switch (column) {
  case Name:
    return r.rule.name;
  case If:
    return alertConditionText(r.rule);
  case Whose:
    return alertScopeText(r.rule);
  case When:
    return r.rule.semantics == AlertSemantics::Crossing ? tr("once")
                                                        : tr("every %1 h").arg(QLocale().toString(r.rule.repeatHours));
  case Quiet:
    return r.rule.quietFrom == r.rule.quietTo ? tr("none")
                                              : minuteText(r.rule.quietFrom) + s("–") + minuteText(r.rule.quietTo);
  case Tells: {
    QStringList channels;
    if (r.rule.onDesktop)
      channels << tr("the window");
    if (!r.rule.emails.isEmpty())
      channels << tr("%n mail(s)", nullptr, int(r.rule.emails.size()));
    if (!r.rule.webhooks.isEmpty())
      channels << tr("%n webhook(s)", nullptr, int(r.rule.webhooks.size()));
    return channels.join(s(", "));
  }
  default:
    return r.isOn ? QString() : tr("Off");
  }
}

paint::Tone AlertRuleModel::tone(int, int) const { return paint::Tone::Neutral; }

QString alertConditionText(const AlertRule& rule) {
  const QString percent = basisText(rule.percentBp), days = QLocale().toString(rule.days);
  switch (rule.kind) {
  case AlertKind::MoveDown:
    return AlertRuleModel::tr("a competitor drops by %1 % within %2 days").arg(percent, days);
  case AlertKind::MoveUp:
    return AlertRuleModel::tr("a competitor rises by %1 % within %2 days").arg(percent, days);
  case AlertKind::Undercut:
    return AlertRuleModel::tr("a competitor is %1 % below us").arg(percent);
  case AlertKind::IndexBelow:
    return AlertRuleModel::tr("our index falls below %1").arg(basisText(rule.levelBp));
  case AlertKind::IndexAbove:
    return AlertRuleModel::tr("our index rises above %1").arg(basisText(rule.levelBp));
  case AlertKind::PriceWar:
    return AlertRuleModel::tr("the market falls by %1 % in 7 days, or %n mutual undercut(s)", nullptr, rule.undercuts)
        .arg(percent);
  case AlertKind::SoldOut:
    return AlertRuleModel::tr("competitors have sold out");
  case AlertKind::Silent:
    return AlertRuleModel::tr("a source is silent for %1 hours more than it may").arg(QLocale().toString(rule.hours));
  }
  return {};
}

QString alertScopeText(const AlertRule& rule) {
  QStringList parts;
  if (rule.scope.role)
    parts << CatalogueModel::roleWord(*rule.scope.role);
  for (const QString& code : {rule.scope.category, rule.scope.competitor, rule.scope.sku})
    if (!code.isEmpty())
      parts << code;
  return parts.isEmpty() ? AlertRuleModel::tr("everything") : parts.join(s(", "));
}

} // namespace pricewright
