// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// From the fields of a test to its plan and back.
#include "base/Words.h"
#include "controls/ActionButton.h"
#include "engine/Texts.h"
#include "itemmodels/ExperimentWords.h"
#include "itemmodels/Format.h"
#include "itemmodels/Words.h"
#include "pages/experiments/ExperimentForm.h"

#include <QCheckBox>
#include <QRegularExpression>

#include <cmath>

namespace pricewright {
namespace {

constexpr int kBasisPoints = 100; // of a percent
constexpr double kLeastChange = -50, kMostChange = 100;

// Gaps and commas part codes; in CODE=3,49 the comma is the price's.
QStringList codesOf(const QString& text) {
  static const QRegularExpression gap(s("[\\s;\\x{2028}\\x{2029}]+"));
  QStringList codes;
  for (QString part : text.split(gap, Qt::SkipEmptyParts)) {
    while (part.endsWith(u','))
      part.chop(1);
    codes << (part.count(u'=') == 1 ? QStringList(part) : part.split(u',', Qt::SkipEmptyParts));
  }
  codes.removeDuplicates();
  return codes;
}

// As typed: the locale's or a plain decimal point, a sign, a percent mark.
std::optional<double> typedNumber(QString text) {
  text = text.replace(u'−', u'-').remove(u'%').remove(u'+').trimmed();
  bool ok = false;
  double value = QLocale().toDouble(text, &ok);
  if (!ok)
    value = text.toDouble(&ok);
  return ok && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

QString typedPercent(int bp) { return QLocale().toString(bp / 100.0, 'g', 6); }

QString outOfRange(const QString& name, double least, double most) {
  return ExperimentForm::tr("%1: a number from %2 to %3.")
      .arg(name, QLocale().toString(least), QLocale().toString(most));
}

QString adviceReason(TestDesign design) {
  switch (design) {
  case TestDesign::Clusters:
    return ExperimentForm::tr("hardly any buyer sees both prices");
  case TestDesign::Pairs:
    return ExperimentForm::tr("products of different categories take nothing from each other");
  case TestDesign::Switchback:
    return ExperimentForm::tr("what cannot be stored is not bought ahead");
  case TestDesign::Visitors:
    return ExperimentForm::tr("each visitor sees one price");
  }
  return {};
}

// Money as the plan keeps it: a plain decimal text, never a binary float.
std::optional<QString> plainPrice(const QString& typed) {
  const auto value = decimalFromText(typed);
  return value && value->micros() > 0 ? std::optional(value->toString()) : std::nullopt;
}

} // namespace

void ExperimentForm::readPrices(ExperimentPlan& plan, QString& wrong) const {
  plan.skus.clear(), plan.prices.clear(), plan.changeBp = 0;
  QString single;
  for (const QString& token : codesOf(m_skus->text())) {
    const QString code = token.section(u'=', 0, 0), typed = token.section(u'=', 1);
    if (code.isEmpty())
      continue;
    plan.skus << code;
    if (!token.contains(u'='))
      continue;
    if (const auto own = plainPrice(typed))
      plan.prices.insert(code, *own);
    else if (wrong.isEmpty())
      wrong = tr("%1 is no price.").arg(token.left(60));
  }
  plan.skus.removeDuplicates();
  if (plan.skus.isEmpty())
    wrong = tr("Which products? Type or paste their codes, or find them by name.");
  if (!wrong.isEmpty() || (!plan.prices.isEmpty() && plan.prices.size() == plan.skus.size()))
    return;
  if (m_priceKind->currentIndex() == OnePrice) {
    if (const auto price = plainPrice(m_price->text()))
      for (const QString& sku : std::as_const(plan.skus))
        plan.prices.insert(sku, plan.prices.value(sku, *price));
    else
      wrong = tr("At which price? One for all, or CODE=PRICE for each.");
    return;
  }
  const auto percent = typedNumber(m_price->text());
  if (!plan.prices.isEmpty())
    wrong = tr("Either a change in percent for all, or a price for each.");
  else if (!percent || *percent < kLeastChange || *percent > kMostChange || std::abs(*percent) < 0.01)
    wrong = tr("By how many percent? From %1 to +%2, and not 0.")
                .arg(QLocale().toString(kLeastChange), QLocale().toString(kMostChange));
  else
    plan.changeBp = int(std::lround(*percent * kBasisPoints));
}

void ExperimentForm::readNumbers(ExperimentPlan& plan, QString& wrong) const {
  const ExperimentPlan usual;
  for (const Number& n : m_numbers) {
    if (n.edit->text().trimmed().isEmpty()) {
      plan.*n.member = usual.*n.member;
      continue;
    }
    const auto value = typedNumber(n.edit->text());
    const bool whole = value && (n.isPercent || *value == std::floor(*value));
    if (!value || !whole || *value < n.least || *value > n.most) {
      if (wrong.isEmpty())
        wrong = outOfRange(n.name, n.least, n.most);
      continue;
    }
    plan.*n.member = int(std::lround(*value * (n.isPercent ? kBasisPoints : 1)));
  }
}

void ExperimentForm::readSafety(ExperimentPlan& plan, QString& wrong) const {
  plan.guards.clear();
  for (int m = 0; m < 4; ++m) {
    const QString typed = m_guards[m]->text().trimmed();
    if (typed.isEmpty() || m == m_metric->currentIndex() || !m_form->isRowVisible(m_guards[m]))
      continue;
    const auto limit = typedNumber(typed);
    if (limit && *limit >= 0 && *limit <= 100)
      plan.guards.push_back({TestMetric(m), int(std::lround(*limit * kBasisPoints))});
    else if (wrong.isEmpty())
      wrong = outOfRange(capitalized(metricWord(TestMetric(m))), 0, 100);
  }
  const QStringList steps = codesOf(m_ramp->text());
  plan.rampPercent = steps.isEmpty() ? ExperimentPlan().rampPercent : std::vector<int>();
  for (QString step : steps) {
    bool ok = false;
    plan.rampPercent.push_back(step.remove(u'%').toInt(&ok));
    if (!ok && wrong.isEmpty())
      wrong = tr("Steps are whole percents, like 20, 100.");
  }
}

std::optional<ExperimentPlan> ExperimentForm::plan() const {
  ExperimentPlan plan = m_base;
  QString wrong;
  readPrices(plan, wrong);
  readNumbers(plan, wrong);
  plan.metric = TestMetric(std::max(0, m_metric->currentIndex()));
  readSafety(plan, wrong);
  plan.design = design();
  plan.hypothesis = m_hypothesis->text().trimmed();
  plan.counted = codesOf(m_counted->text());
  plan.zones = codesOf(m_zones->text());
  const bool byVisitor = plan.design == TestDesign::Visitors;
  plan.segment = byVisitor ? m_segment->currentData().toString() : QString();
  plan.layer = byVisitor ? m_layer->text().trimmed() : QString();
  plan.storableAllowed = plan.design == TestDesign::Switchback && m_storable->isChecked();
  plan.name = m_name->text().trimmed();
  if (plan.name.isEmpty() && wrong.isEmpty()) {
    const QString what = plan.skus.size() > 1 ? tr("%1 and %2 more").arg(plan.skus.front()).arg(plan.skus.size() - 1)
                                              : plan.skus.front();
    const QString to = plan.changeBp != 0
                           ? signedNumber(plan.changeBp / 100.0, plan.changeBp % 100 == 0 ? 0 : 1) + s(" %")
                           : plan.prices.first();
    plan.name = s("%1 %2").arg(what, to);
  }
  if (wrong.isEmpty())
    if (const Status checked = plan.check(); !checked)
      wrong = errorText(checked.error());
  m_problem = wrong;
  return wrong.isEmpty() ? std::optional(plan) : std::nullopt;
}

void ExperimentForm::setPlan(const ExperimentPlan& plan) {
  m_filling = true;
  m_base = plan;
  m_known = {};
  m_designChosen = !plan.skus.isEmpty();
  QStringList skus;
  bool onePrice = !plan.prices.isEmpty();
  for (const QString& price : plan.prices)
    onePrice = onePrice && price == plan.prices.first();
  for (const QString& sku : plan.skus)
    skus << (plan.prices.contains(sku) && !onePrice ? s("%1=%2").arg(sku, plan.prices.value(sku)) : sku);
  m_skus->setText(skus.join(u' '));
  m_search->clear();
  m_priceKind->setCurrentIndex(plan.prices.isEmpty() ? ByPercent : OnePrice);
  m_price->setText(plan.changeBp != 0 ? typedPercent(plan.changeBp) : onePrice ? plan.prices.first() : QString());
  m_counted->setText(plan.counted.join(u' '));
  m_name->setText(plan.name);
  m_hypothesis->setText(plan.hypothesis);
  m_zones->setText(plan.zones.join(u' '));
  for (QLineEdit* edit : {m_skus, m_name, m_hypothesis, m_counted, m_zones})
    edit->setCursorPosition(0); // the beginning tells more than the end
  m_segment->setCurrentIndex(std::max(0, m_segment->findData(plan.segment)));
  m_layer->setText(plan.layer);
  m_metric->setCurrentIndex(int(plan.metric));
  m_storable->setChecked(plan.storableAllowed);
  m_designs[std::size_t(plan.design)]->setChecked(true);
  for (const Number& n : m_numbers)
    n.edit->setText(n.isPercent ? typedPercent(plan.*n.member) : QLocale().toString(plan.*n.member));
  for (QLineEdit* guard : m_guards)
    guard->clear();
  if (plan.skus.isEmpty()) // a new test: what a shop would not want to lose by it
    m_guards[int(TestMetric::Units)]->setText(typedPercent(TestGuard().limitBp));
  for (const TestGuard& g : plan.guards)
    m_guards[int(g.metric)]->setText(typedPercent(g.limitBp));
  QStringList steps;
  for (const int percent : plan.rampPercent)
    steps << QString::number(percent);
  m_ramp->setText(steps.join(s(", ")));
  m_filling = false;
  setAdvice({});
  formChanged();
}

void ExperimentForm::setAdvice(const DesignAdvice& advice) {
  m_known = advice;
  QStringList words;
  if (advice.design)
    words << tr("Recommended: %1, as %2.").arg(designWord(*advice.design), adviceReason(*advice.design));
  for (const auto& [design, error] : advice.refused)
    words
        << tr("Not %1: %2").arg(designWord(design), codeText(QStringLiteral("why-not.") + error.code.section(u'.', 1)));
  m_advice->setText(words.isEmpty() ? tr("Which design fits is told once products are named.") : words.join(u'\n'));
  for (ActionButton* chip : m_designs)
    chip->setGlyph({});
  for (const auto& [design, error] : advice.refused)
    m_designs[std::size_t(design)]->setGlyph(s("reject"));
  showRows();
  if (advice.design && !m_designChosen && *advice.design != design()) {
    m_designs[std::size_t(*advice.design)]->setChecked(true);
    formChanged();
  }
}

} // namespace pricewright
