// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "itemmodels/RuleModels.h"

#include "base/Words.h"
#include "engine/texts/Texts.h"
#include "itemmodels/Format.h"
#include "itemmodels/Words.h"

#include <QDateTime>

#include <cmath>

namespace pricewright {
namespace {

std::vector<Column> ruleColumns() {
  const auto tr = [](const char* text) { return RulesModel::tr(text); };
  return {{.key = "order",
           .name = tr("Order"),
           .kind = CellKind::Number,
           .least = 52,
           .ideal = 62,
           .shown = false,
           .muted = true},
          {.key = "name", .name = tr("Rule"), .least = 150, .ideal = 220, .share = 3, .strong = true},
          {.key = "whom", .name = tr("For"), .least = 84, .ideal = 180, .share = 2},
          {.key = "when", .name = tr("When"), .least = 60, .ideal = 130, .share = 1, .muted = true},
          {.key = "then", .name = tr("Then"), .least = 96, .ideal = 200, .share = 2},
          {.key = "state", .name = tr("State"), .kind = CellKind::Chip, .least = 84, .ideal = 100},
          {.key = "concerns",
           .name = tr("Prices"),
           .kind = CellKind::Number,
           .least = 50,
           .ideal = 60,
           .help = tr("Prices that the rule is for, whatever the hour and the stock")},
          {.key = "hits",
           .name = tr("Now"),
           .kind = CellKind::Number,
           .least = 44,
           .ideal = 56,
           .help = tr("Prices that it says something of at this moment")},
          {.key = "finding", .name = tr("Found"), .kind = CellKind::Chip, .least = 84, .ideal = 200, .share = 2}};
}

std::vector<Column> effectColumns() {
  const auto tr = [](const char* text) { return RuleEffectModel::tr(text); };
  return {{.key = "sku", .name = tr("SKU"), .kind = CellKind::Code, .least = 88, .ideal = 110},
          {.key = "product", .name = tr("Product"), .ideal = 180, .share = 2},
          {.key = "zone", .name = tr("Zone"), .ideal = 100, .muted = true},
          {.key = "price", .name = tr("Price"), .kind = CellKind::Money, .ideal = 80},
          {.key = "before", .name = tr("Rules in force say"), .ideal = 180, .share = 2},
          {.key = "after", .name = tr("The draft says"), .ideal = 180, .share = 2, .strong = true},
          {.key = "by", .name = tr("Decided by"), .ideal = 140, .share = 1, .muted = true}};
}

std::vector<Column> versionColumns() {
  const auto tr = [](const char* text) { return RuleVersionModel::tr(text); };
  return {{.key = "when", .name = tr("Saved"), .kind = CellKind::Moment, .ideal = 130},
          {.key = "who", .name = tr("Who"), .ideal = 100},
          {.key = "note", .name = tr("Why"), .ideal = 220, .share = 2},
          {.key = "count", .name = tr("Rules"), .kind = CellKind::Number, .ideal = 60},
          {.key = "difference", .name = tr("Against the version before"), .ideal = 220, .share = 2, .muted = true}};
}

QString listText(const QJsonValue& value) {
  QStringList words;
  for (const QJsonValue& one : value.toArray())
    words << one.toVariant().toString();
  return words.join(s(", "));
}

// "fri", "sat" as the language has them; "none" is no day.
QString dayWords(const QJsonValue& days) {
  static const QStringList kDays{s("mon"), s("tue"), s("wed"), s("thu"), s("fri"), s("sat"), s("sun")};
  QStringList words;
  for (const QJsonValue& day : days.toArray()) {
    const int at = int(kDays.indexOf(day.toString()));
    words << (at < 0 ? day.toString() : QLocale().standaloneDayName(at + 1, QLocale::ShortFormat));
  }
  return words.join(s(", "));
}

QString rangeText(const RuleOutcome& o, const Currency& currency) {
  const auto money = [&](qint64 minor) { return moneyText(Money(minor, currency)); };
  QStringList words;
  if (o.hold)
    words << RuleEffectModel::tr("hold the price");
  if (o.targetMinor)
    words << RuleEffectModel::tr("aim at %1").arg(money(*o.targetMinor));
  if (o.floorMinor)
    words << s("≥ ") + money(*o.floorMinor);
  if (o.ceilingMinor)
    words << s("≤ ") + money(*o.ceilingMinor);
  return words.isEmpty() ? RuleEffectModel::tr("nothing") : words.join(s(", "));
}

QString differenceText(const QJsonArray& now, const QJsonArray& before) {
  QMap<QString, QJsonObject> was;
  for (const QJsonValue& rule : before)
    was.insert(rule[s("id")].toString(), rule.toObject());
  int added = 0, changed = 0;
  for (const QJsonValue& rule : now) {
    const auto old = was.constFind(rule[s("id")].toString());
    added += old == was.constEnd();
    changed += old != was.constEnd() && *old != rule.toObject();
    was.remove(rule[s("id")].toString());
  }
  QStringList words;
  if (added > 0)
    words << RuleVersionModel::tr("%1 added").arg(added);
  if (changed > 0)
    words << RuleVersionModel::tr("%1 changed").arg(changed);
  if (!was.isEmpty())
    words << RuleVersionModel::tr("%1 removed").arg(was.size());
  return words.join(s(", "));
}

} // namespace

QString ruleKindWord(const QString& kind) {
  const auto tr = [](const char* text) { return RulesModel::tr(text); };
  return kind == u"floor"       ? tr("never below")
         : kind == u"ceiling"   ? tr("never above")
         : kind == u"match"     ? tr("match competitors")
         : kind == u"undercut"  ? tr("undercut competitors")
         : kind == u"index"     ? tr("index to competitors")
         : kind == u"cost-plus" ? tr("cost plus")
         : kind == u"ending"    ? tr("price endings")
         : kind == u"hold"      ? tr("hold the price")
                                : kind;
}

QString ruleWhomText(const QJsonObject& rule) {
  const QJsonObject when = rule[s("when")].toObject();
  QStringList words;
  for (const char* field : {"skus", "categories", "zones", "roles"})
    if (const QString list = listText(when[s(field)]); !list.isEmpty())
      words << list;
  return words.isEmpty() ? RulesModel::tr("every price") : words.join(s(" · "));
}

QString ruleWhenText(const QJsonObject& rule) {
  const QJsonObject when = rule[s("when")].toObject(), schedule = when[s("schedule")].toObject();
  QStringList words;
  if (const QString days = dayWords(schedule[s("days")]); !days.isEmpty())
    words << days;
  if (schedule.contains(s("from")) || schedule.contains(s("to")))
    words << schedule[s("from")].toString(s("00:00")) + u'–' + schedule[s("to")].toString(s("24:00"));
  if (schedule.contains(s("fromDate")))
    words << RulesModel::tr("from %1").arg(schedule[s("fromDate")].toString());
  if (schedule.contains(s("toDate")))
    words << RulesModel::tr("until %1").arg(schedule[s("toDate")].toString());
  if (const QString below = when[s("stockBelow")].toVariant().toString(); !below.isEmpty())
    words << RulesModel::tr("stock below %1").arg(below);
  if (const QString above = when[s("stockAbove")].toVariant().toString(); !above.isEmpty())
    words << RulesModel::tr("stock above %1").arg(above);
  for (const char* field : {"segment", "channel"})
    if (const QString only = when[s(field)].toString(); !only.isEmpty())
      words << RulesModel::tr("only %1").arg(only);
  return words.isEmpty() ? RulesModel::tr("always") : words.join(s(", "));
}

QString ruleThenText(const QJsonObject& rule) {
  const QJsonObject then = rule[s("then")].toObject();
  const QString kind = then[s("kind")].toString(), amount = then[s("amount")].toVariant().toString(),
                percent = then[s("percent")].toVariant().toString();
  QString words = ruleKindWord(kind);
  if (!amount.isEmpty())
    words += u' ' + amount;
  if (!percent.isEmpty())
    words += u' ' + percent + s(" %");
  if (kind == u"ending")
    words += u' ' + listText(then[s("endings")]);
  if (then[s("against")].toString() == u"lowest")
    words += u' ' + RulesModel::tr("(the lowest)");
  return words;
}

RulesModel::RulesModel(QObject* parent) : RowModel(ruleColumns(), parent) {}

void RulesModel::setRules(const QJsonArray& rules, const QJsonArray& inForce) {
  beginResetModel();
  m_rules = rules;
  m_inForce.clear();
  for (const QJsonValue& rule : inForce)
    m_inForce.insert(rule[s("id")].toString(), rule.toObject());
  m_run.reset();
  endResetModel();
}

void RulesModel::setRun(const std::optional<RuleDryRun>& run) {
  m_run = run;
  if (rowCount() > 0)
    emit dataChanged(index(0, Concerns), index(rowCount() - 1, Finding));
}

int RulesModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_rules.size());
}

const RuleFinding* RulesModel::findingOf(int row) const {
  if (m_run)
    for (const RuleFinding& f : m_run->findings)
      if (f.ruleId == key(row))
        return &f;
  return nullptr;
}

QString RulesModel::nameOf(const QString& id) const {
  for (int i = 0; i < rowCount(); ++i)
    if (key(i) == id)
      return at(i)[s("name")].toString();
  return id;
}

QString RulesModel::text(int row, int column) const {
  const QJsonObject rule = at(row);
  switch (column) {
  case Order:
    return QLocale().toString(rule[s("priority")].toInt());
  case Name:
    return rule[s("name")].toString();
  case Whom:
    return ruleWhomText(rule);
  case When:
    return ruleWhenText(rule);
  case Then:
    return ruleThenText(rule);
  case State: {
    const auto old = m_inForce.constFind(key(row));
    if (old == m_inForce.constEnd())
      return tr("New");
    if (*old != rule)
      return tr("Changed");
    return rule[s("enabled")].toBool(true) ? tr("On") : tr("Off");
  }
  case Finding: {
    const RuleFinding* f = findingOf(row);
    return !m_run ? QString() : f ? tr("Look") : tr("Sound");
  }
  default:
    return std::isnan(number(row, column)) ? QStringLiteral("–") : QLocale().toString(int(number(row, column)));
  }
}

double RulesModel::number(int row, int column) const {
  if (column == Order)
    return at(row)[s("priority")].toInt();
  if (!m_run || (column != Concerns && column != Hits))
    return kNone;
  const auto& counts = column == Concerns ? m_run->concerns : m_run->hits;
  const auto found = counts.find(key(row));
  return found == counts.end() ? 0 : found->second;
}

paint::Tone RulesModel::tone(int row, int column) const {
  if (column == Finding)
    return findingOf(row) ? paint::Tone::Warning : paint::Tone::Positive;
  if (column != State)
    return paint::Tone::Neutral;
  const auto old = m_inForce.constFind(key(row));
  if (old == m_inForce.constEnd() || *old != at(row))
    return paint::Tone::Accent;
  return at(row)[s("enabled")].toBool(true) ? paint::Tone::Positive : paint::Tone::Neutral;
}

QString RulesModel::detail(int row, int column) const {
  const RuleFinding* f = column == Finding ? findingOf(row) : nullptr;
  if (!f)
    return {};
  const QString other = f->otherId.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(nameOf(f->otherId));
  return codeText(f->code) + other;
}

RuleEffectModel::RuleEffectModel(QObject* parent) : RowModel(effectColumns(), parent) {}

void RuleEffectModel::setEffects(std::vector<RuleEffect> effects) {
  beginResetModel();
  m_rows = std::move(effects);
  endResetModel();
}

int RuleEffectModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QString RuleEffectModel::text(int row, int column) const {
  const RuleEffect& e = at(row);
  switch (column) {
  case Sku:
    return e.sku;
  case Product:
    return e.product;
  case Zone:
    return e.zone;
  case Price:
    return moneyText(e.price);
  case Before:
    return rangeText(e.before, e.price.currency());
  case After:
    return rangeText(e.after, e.price.currency());
  default:
    return e.decidedBy;
  }
}

double RuleEffectModel::number(int row, int column) const { return column == Price ? at(row).price.toDouble() : kNone; }

RuleVersionModel::RuleVersionModel(QObject* parent) : RowModel(versionColumns(), parent) {}

void RuleVersionModel::setVersions(std::vector<DecisionStore::RuleVersion> versions) {
  beginResetModel();
  m_rows = std::move(versions);
  endResetModel();
}

int RuleVersionModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QString RuleVersionModel::text(int row, int column) const {
  const DecisionStore::RuleVersion& v = at(row);
  switch (column) {
  case When:
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(toMillis(v.at)), QLocale::ShortFormat);
  case Who:
    return v.by;
  case Note:
    return v.note;
  case Count:
    return QLocale().toString(v.rules.size());
  default:
    return row + 1 < rowCount() ? differenceText(v.rules, at(row + 1).rules) : QString();
  }
}

double RuleVersionModel::number(int row, int column) const {
  return column == When ? double(toMillis(at(row).at)) : column == Count ? double(at(row).rules.size()) : kNone;
}

} // namespace pricewright
