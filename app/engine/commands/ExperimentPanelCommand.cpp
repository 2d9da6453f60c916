// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Tests on regions or stores whose figures stand in a file, day by day.
#include "ExperimentCommands.h"

#include "Shapes.h"
#include "base/Words.h"
#include "engine/experiments/ExperimentPanelFile.h"
#include "engine/texts/Texts.h"

#include <QJsonArray>

namespace pricewright {
namespace {

// "column=value", or "column": then the value stays as it is.
void splitColumn(const QString& typed, QString& column, QString& value) {
  const qsizetype at = typed.lastIndexOf(u'=');
  column = at < 0 ? typed : typed.left(at);
  if (at >= 0)
    value = typed.mid(at + 1);
}

Result<PanelFileWish> typedPanel(const Arguments& typed) {
  PanelFileWish wish;
  wish.path = typed.words.front();
  PW_TRY(wish.written, writtenAs(typed));
  wish.unitColumn = typed.value("unit"), wish.timeColumn = typed.value("time"), wish.valueColumn = typed.value("value");
  splitColumn(typed.value("treated"), wish.treatedColumn, wish.treatedValue);
  splitColumn(typed.value("test"), wish.testColumn, wish.testValue);
  if (typed.has("start")) {
    PW_TRY(wish.start, parseDay(typed.value("start")));
  }
  PW_TRY(const qint64 days, wholeNumber(typed.value("period", s("1")), "--period", 1, 365));
  PW_TRY(const qint64 looks, wholeNumber(typed.value("looks", s("1")), "--looks", 1, 1000));
  PW_TRY(const qint64 redraws, wholeNumber(typed.value("redraws", s("1999")), "--redraws", 99, 100'000));
  PW_TRY(const qint64 seed, wholeNumber(typed.value("seed", s("1")), "--seed", 0, 1'000'000'000));
  PW_TRY(const int margin, basisPoints(typed.value("margin", s("0")), "--margin"));
  wish.periodDays = int(days), wish.looks = std::size_t(looks), wish.redraws = std::size_t(redraws);
  wish.seed = std::uint64_t(seed), wish.margin = margin / 10'000.0;
  const QString design = typed.value("design", s("cluster"));
  if (design != u"cluster" && design != u"switchback")
    return fail(s("experiment.bad-setting"), {{s("setting"), s("--design")}});
  wish.design = design == u"switchback" ? DesignKind::Switchback : DesignKind::Clusters;
  PW_TRY(const qint64 block, wholeNumber(typed.value("block", s("1")), "--block", 1, 365));
  PW_TRY(const qint64 washout, wholeNumber(typed.value("washout", s("0")), "--washout", 0, 364));
  wish.blockPeriods = std::size_t(block), wish.washout = std::size_t(washout), wish.together = typed.has("together");
  wish.model.scale = typed.has("logarithm") ? EffectScale::LogRatio : EffectScale::Relative;
  const QString before = typed.value("before", s("regression"));
  wish.model.before = before == u"none"         ? BeforeUse::None
                      : before == u"difference" ? BeforeUse::Difference
                                                : BeforeUse::Regression;
  return wish;
}

QString share(double value) {
  return std::isfinite(value) ? QString::asprintf("%+.2f %%", 100 * value) : s(value < 0 ? "−∞" : "∞");
}

QJsonValue finite(double value) { return std::isfinite(value) ? QJsonValue(value) : QJsonValue(); }

QJsonObject toJson(const PanelFileAnswer& a) {
  QJsonArray looks, warnings;
  for (const DesignLook& look : a.result.looks)
    looks << QJsonObject{{"periods", int(look.tested)},
                         {"lift", finite(look.value)},
                         {"low", finite(look.low)},
                         {"high", finite(look.high)},
                         {"p", look.p},
                         {"p_alone", look.pAlone},
                         {"crossed", look.crossed},
                         {"verdict", designVerdictName(look.verdict)}};
  for (const QString& warning : a.result.warnings)
    warnings << warning;
  if (a.leftOut)
    warnings << a.leftOut->code;
  QJsonObject o{{"units", int(a.units)},
                {"treated", int(a.treated)},
                {"assigned", int(a.assigned)},
                {"before", int(a.before)},
                {"tested", int(a.tested)},
                {"rows", qint64(a.rows)},
                {"columns", QJsonObject{{"unit", a.unitColumn},
                                        {"time", a.timeColumn},
                                        {"value", a.valueColumn},
                                        {"treated", a.treatedColumn},
                                        {"treated_value", a.treatedValue}}},
                {"assignments", int(a.result.assignments)},
                {"exact", a.result.exact},
                {"looks", looks},
                {"warnings", warnings}};
  if (a.result.robust)
    o.insert(s("robust"), QJsonObject{{"lift", a.result.robust->value},
                                      {"standard_error", a.result.robust->standardError},
                                      {"degrees_of_freedom", a.result.robust->degreesOfFreedom},
                                      {"low", a.result.robust->low},
                                      {"high", a.result.robust->high}});
  if (a.differences)
    o.insert(s("difference_in_differences"), QJsonObject{{"log_lift", a.differences->value},
                                                         {"standard_error", a.differences->standardError},
                                                         {"low", a.differences->low},
                                                         {"high", a.differences->high},
                                                         {"p", a.differences->p}});
  return o;
}

// Some warnings are whole sentences, others a few words that stand in lists elsewhere.
QString warningText(const QString& code) {
  static const QStringList sentences = errorCodes();
  if (sentences.contains(code))
    return errorText(fail(code));
  const QString words = codeText(code);
  return words.left(1).toUpper() + words.mid(1) + u'.';
}

QString panelText(const PanelFileAnswer& a) {
  const QString who = a.assigned == a.units
                          ? s("%1 units, %2 of them treated").arg(a.units).arg(a.treated)
                          : s("%1 units, treated in %2 of %3 blocks").arg(a.units).arg(a.treated).arg(a.assigned);
  QStringList lines{s("%1; %2 periods before, %3 of the test.").arg(who).arg(a.before).arg(a.tested)};
  lines << s("Columns: unit %1, time %2, value %3, treated where %4 is %5.")
               .arg(a.unitColumn, a.timeColumn, a.valueColumn, a.treatedColumn, a.treatedValue);
  std::vector<QStringList> rows;
  for (const DesignLook& look : a.result.looks)
    rows.push_back({QString::number(look.tested), share(look.value), share(look.low) + s(" … ") + share(look.high),
                    QString::number(look.p, 'g', 3), s(designVerdictName(look.verdict))});
  lines << textTable({s("periods"), s("lift"), s("always valid"), s("p"), s("verdict")}, rows, s("rr r"));
  if (a.differences)
    lines << QString::asprintf("Difference in differences of logarithms: %+.4f (%.4f), p %.3g", a.differences->value,
                               a.differences->standardError, a.differences->p);
  for (const QString& warning : a.result.warnings)
    lines << warningText(warning);
  if (a.leftOut)
    lines << errorText(*a.leftOut);
  return lines.join(u'\n');
}

} // namespace

int runExperimentPanel(Session& session) {
  if (!session.arguments.has("start") && !session.arguments.has("test"))
    return session.usage(s("--start or --test is needed: when the test began"));
  PW_SAY(session, const PanelFileWish wish, typedPanel(session.arguments));
  PW_SAY(session, const PanelFileAnswer answer, analyzePanelFile(wish, session.job()));
  return session.answer(toJson(answer), panelText(answer));
}

} // namespace pricewright
