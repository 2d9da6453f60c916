// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the assortment earned, and why that changed.
#include "EarningsCommands.h"

#include "Shapes.h"
#include "base/Words.h"
#include "engine/earnings/EarningsView.h"
#include "engine/texts/Texts.h"

#include <QJsonArray>

namespace pricewright {
namespace {

struct BridgePart {
  const char* key;
  const char* name;
  qint64 BridgeParts::* value;
};
constexpr std::array kBridgeParts{BridgePart{"price", "price", &BridgeParts::price},
                                  BridgePart{"volume", "volume", &BridgeParts::volume},
                                  BridgePart{"mix", "mix", &BridgeParts::mix},
                                  BridgePart{"cost", "cost", &BridgeParts::cost},
                                  BridgePart{"currency", "currency", &BridgeParts::currency},
                                  BridgePart{"new", "new", &BridgeParts::added},
                                  BridgePart{"discontinued", "gone", &BridgeParts::dropped},
                                  BridgePart{"returns", "returns", &BridgeParts::returns},
                                  BridgePart{"cost_unknown", "cost unknown", &BridgeParts::costUnknown}};

Error badChoice(const char* option, const QString& value, const char* wanted) {
  return fail(s("usage.bad-value"), {{s("option"), s(option)}, {s("value"), value}, {s("wanted"), s(wanted)}});
}

Result<EarningsWish> typedEarnings(const Arguments& typed) {
  EarningsWish wish;
  const QString weeks = typed.value("weeks", s("13"));
  wish.weeks = 0;
  if (weeks != u"ytd") {
    PW_TRY(const qint64 number, wholeNumber(weeks, "--weeks", 1, 52));
    wish.weeks = int(number);
  }
  const QString against = typed.value("against", s("previous"));
  const auto known = earningsAgainstFrom(against);
  if (!known)
    return badChoice("--against", against, "previous or last-year");
  wish.against = *known;
  if (typed.has("currency")) {
    PW_TRY(wish.currency, Currency::fromCode(typed.value("currency").toUpper()));
  }
  const QString by = typed.value("by", s("category"));
  if (by != u"category" && by != u"sku" && by != u"zone")
    return badChoice("--by", by, "category, sku or zone");
  wish.bySku = by == u"sku";
  return wish;
}

const std::vector<EarningsRow>& rowsBy(const RevenueDashboard& d, const QString& by) {
  return by == u"sku" ? d.skus : by == u"zone" ? d.zones : d.categories;
}

QString microText(qint64 micro) { return Decimal::fromMicros(micro).toString(); }

QJsonObject toJson(const BridgeParts& parts) {
  QJsonObject o{
      {"before", microText(parts.before)}, {"after", microText(parts.after)}, {"change", microText(parts.change())}};
  for (const BridgePart& part : kBridgeParts)
    o.insert(s(part.key), microText(parts.*part.value));
  return o;
}
QJsonObject toJson(const EarningsPeriod& p) {
  return {{"from", isoDay(p.from)}, {"to", isoDay(p.to)}, {"weeks", p.weeks}};
}
void insertPercent(QJsonObject& o, const char* key, const std::optional<double>& value) {
  o.insert(s(key), value ? QJsonValue(*value) : QJsonValue());
}
QJsonObject toJson(const MarginRow& m) {
  QJsonObject o{{"planned_revenue", microText(m.plannedRevenueMicro)},
                {"planned_margin", microText(m.plannedMarginMicro)},
                {"revenue", microText(m.revenueMicro)},
                {"margin", microText(m.marginMicro)},
                {"weeks", m.weeks}};
  insertPercent(o, "margin_realization_percent", m.percent);
  insertPercent(o, "low", m.percentLow), insertPercent(o, "high", m.percentHigh);
  insertPercent(o, "planned_margin_percent", m.plannedPercentOfRevenue);
  insertPercent(o, "margin_percent", m.percentOfRevenue);
  return o;
}

QJsonObject headOf(const RevenueDashboard& d) {
  QJsonArray leftOut;
  for (const LeftOutSales& l : d.leftOut)
    leftOut.append(QJsonObject{{"why", l.why}, {"currency", l.currency}, {"prices", l.prices}});
  return {{"currency", d.currency.code()},
          {"period", toJson(d.period)},
          {"against", toJson(d.before)},
          {"left_out", leftOut}};
}

QString headText(const RevenueDashboard& d) {
  return s("%1 to %2 against %3 to %4, in %5, net of VAT\n")
      .arg(isoDay(d.period.from), isoDay(d.period.to), isoDay(d.before.from), isoDay(d.before.to), d.currency.code());
}
QString leftOutText(const RevenueDashboard& d) {
  QString text;
  for (const LeftOutSales& l : d.leftOut)
    text += s("Left out: %1 prices, %2 %3\n").arg(l.prices).arg(codeText(l.why), l.currency).replace(s(" \n"), s("\n"));
  return text;
}

QString moneyCell(qint64 minor, Currency currency, bool sign) {
  return (sign && minor > 0 ? s("+") : QString()) + Money(minor, currency).toString();
}

// Columns of parts that say nothing in any row are left out.
QString bridgeText(const RevenueDashboard& d, const ChangeBridge& bridge, const QString& by, bool profit) {
  std::vector<std::pair<QString, BridgeParts>> lines;
  for (const EarningsRow& row : rowsBy(d, by))
    lines.emplace_back(row.code, inMinorUnits(profit ? row.profit : row.revenue, d.currency));
  lines.emplace_back(s("all"), inMinorUnits(bridge.total, d.currency));
  std::vector<const BridgePart*> shown;
  for (const BridgePart& part : kBridgeParts)
    if (std::any_of(lines.begin(), lines.end(), [&](const auto& line) { return line.second.*part.value != 0; }))
      shown.push_back(&part);
  QStringList header{by, s("before")};
  for (const BridgePart* part : shown)
    header << s(part->name);
  header << s("after") << s("change");
  const QString right = s(" ") + QString(header.size() - 1, u'r');
  return rowsText(header, right, lines.size(), {}, [&](std::size_t i) {
    // The total stands first: forty of ten thousand rows end before it.
    const auto& [name, parts] = lines[i == 0 ? lines.size() - 1 : i - 1];
    QStringList cells{name, moneyCell(parts.before, d.currency, false)};
    for (const BridgePart* part : shown)
      cells << moneyCell(parts.*part->value, d.currency, true);
    return cells << moneyCell(parts.after, d.currency, false) << moneyCell(parts.change(), d.currency, true);
  });
}

ExportTable bridgeTable(const RevenueDashboard& d, const QString& by, bool profit) {
  ExportTable table;
  table.title = s("bridge");
  table.columns = {{by, by, ExportKind::Code},
                   {s("name"), s("name")},
                   {s("currency"), s("currency")},
                   {s("before"), s("before"), ExportKind::Number, 6}};
  for (const BridgePart& part : kBridgeParts) { // what the rates did must not be called as what all is counted in
    const bool isRates = part.value == &BridgeParts::currency;
    table.columns.push_back({isRates ? s("currency_effect") : s(part.key), s(part.name), ExportKind::Number, 6});
  }
  table.columns.push_back({s("after"), s("after"), ExportKind::Number, 6});
  for (const EarningsRow& row : rowsBy(d, by)) {
    const BridgeParts& parts = profit ? row.profit : row.revenue;
    std::vector<ExportCell> cells{row.code, row.name, d.currency.code(), Decimal::fromMicros(parts.before)};
    for (const BridgePart& part : kBridgeParts)
      cells.push_back(Decimal::fromMicros(parts.*part.value));
    cells.push_back(Decimal::fromMicros(parts.after));
    table.rows.push_back(std::move(cells));
  }
  return table;
}

QString percentCell(const std::optional<double>& value) { return value ? QString::number(*value, 'f', 1) : s("-"); }

QStringList marginCells(const QString& name, const MarginRow& m, Currency currency) {
  const auto money = [&](qint64 micro) {
    return Money::round(Decimal::fromMicros(micro), currency, Rounding::HalfEven).toString();
  };
  const QString interval =
      m.percentLow ? s("%1 … %2").arg(percentCell(m.percentLow), percentCell(m.percentHigh)) : s("-");
  return {name,
          money(m.plannedMarginMicro),
          money(m.marginMicro),
          percentCell(m.percent),
          interval,
          percentCell(m.plannedPercentOfRevenue),
          percentCell(m.percentOfRevenue),
          QString::number(m.weeks)};
}

ExportTable marginTable(const RevenueDashboard& d, const QString& by) {
  ExportTable table;
  table.title = s("margin");
  table.columns = {{by, by, ExportKind::Code}, {s("name"), s("name")}, {s("currency"), s("currency")}};
  for (const char* name : {"planned_revenue", "planned_margin", "revenue", "margin"})
    table.columns.push_back({s(name), s(name), ExportKind::Number, 6});
  for (const char* name : {"margin_realization_percent", "low", "high"})
    table.columns.push_back({s(name), s(name), ExportKind::Number, 4});
  const auto number = [](const std::optional<double>& v) { return v ? ExportCell(*v) : ExportCell(); };
  for (const EarningsRow& row : rowsBy(d, by)) {
    const MarginRow& m = row.margin;
    table.rows.push_back({row.code, row.name, d.currency.code(), Decimal::fromMicros(m.plannedRevenueMicro),
                          Decimal::fromMicros(m.plannedMarginMicro), Decimal::fromMicros(m.revenueMicro),
                          Decimal::fromMicros(m.marginMicro), number(m.percent), number(m.percentLow),
                          number(m.percentHigh)});
  }
  return table;
}

} // namespace

int runRevenueBridge(Session& session) {
  PW_SAY(session, const EarningsWish wish, typedEarnings(session.arguments));
  PW_OPEN(session, w, Looking);
  PW_SAY(session, const auto view, revenueDashboard(w, wish, session.job()));
  const RevenueDashboard& d = *view;
  const bool profit = session.arguments.has("profit");
  const QString by = session.arguments.value("by", s("category"));
  const ChangeBridge& bridge = profit ? d.profit : d.revenue;
  if (!d.through)
    return session.answer({{"currency", d.currency.code()}, {"rows", QJsonArray()}}, s("There are no sales yet.\n"));
  PW_SAY(session, const ExportTable table, Result<ExportTable>(bridgeTable(d, by, profit)));
  if (const Status written = writeOut(session, table); !written)
    return session.refuse(written.error());
  QJsonArray rows;
  for (const EarningsRow& row : rowsBy(d, by)) {
    QJsonObject o = toJson(profit ? row.profit : row.revenue);
    o.insert(by, row.code), o.insert(s("name"), row.name);
    o.insert(s("units_before"), microText(row.unitsBeforeMilli * 1000));
    o.insert(s("units_after"), microText(row.unitsAfterMilli * 1000));
    rows.append(o);
  }
  QJsonObject answer = headOf(d);
  answer.insert("measure", profit ? s("profit") : s("revenue"));
  answer.insert("total", toJson(bridge.total)), answer.insert("rows", rows);
  answer.insert("new_prices", bridge.addedRows), answer.insert("discontinued_prices", bridge.droppedRows);
  QString text = headText(d) + bridgeText(d, bridge, by, profit) + leftOutText(d);
  if (profit) {
    answer.insert("cost_unknown_prices", bridge.costUnknownRows);
    answer.insert("revenue_of_unknown_cost_before", microText(bridge.unknownBefore));
    answer.insert("revenue_of_unknown_cost_after", microText(bridge.unknownAfter));
    if (bridge.costUnknownRows > 0)
      text += s("Costs of %1 prices are not known for all of it: their profit is left out where they are not.\n")
                  .arg(bridge.costUnknownRows);
  }
  return session.answer(answer, text);
}

int runRevenueMargin(Session& session) {
  PW_SAY(session, const EarningsWish wish, typedEarnings(session.arguments));
  PW_OPEN(session, w, Looking);
  PW_SAY(session, const auto view, revenueDashboard(w, wish, session.job()));
  const RevenueDashboard& d = *view;
  const QString by = session.arguments.value("by", s("category"));
  if (!d.through)
    return session.answer({{"currency", d.currency.code()}, {"rows", QJsonArray()}}, s("There are no sales yet.\n"));
  if (const Status written = writeOut(session, marginTable(d, by)); !written)
    return session.refuse(written.error());
  QJsonArray rows;
  for (const EarningsRow& row : rowsBy(d, by)) {
    QJsonObject o = toJson(row.margin);
    o.insert(by, row.code), o.insert(s("name"), row.name);
    rows.append(o);
  }
  QJsonObject answer = headOf(d);
  answer.insert("total", toJson(d.margin)), answer.insert("total_before", toJson(d.marginBefore));
  answer.insert("rows", rows);
  const auto& lines = rowsBy(d, by);
  const QString table =
      rowsText({by, s("planned"), s("realized"), s("%"), s("90 %"), s("planned margin %"), s("margin %"), s("weeks")},
               s(" rrrrrrr"), lines.size() + 2, {}, [&](std::size_t i) {
                 return i == 0   ? marginCells(s("all"), d.margin, d.currency)
                        : i == 1 ? marginCells(s("all, before"), d.marginBefore, d.currency)
                                 : marginCells(lines[i - 2].code, lines[i - 2].margin, d.currency);
               });
  return session.answer(answer, headText(d) + table + leftOutText(d));
}

} // namespace pricewright
