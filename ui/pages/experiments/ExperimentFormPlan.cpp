// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// From the fields of a test to its plan and back.
#include "base/Words.h"
#include "controls/ActionButton.h"
#include "engine/texts/Texts.h"
#include "itemmodels/ExperimentWords.h"
#include "itemmodels/Format.h"
#include "itemmodels/Words.h"
#include "pages/experiments/ExperimentForm.h"
#include "pages/experiments/TypedPlan.h"

#include <QCheckBox>

#include <cmath>

namespace pricewright {
namespace {

constexpr int kBasisPoints = 100; // of a percent
constexpr double kLeastChange = -50, kMostChange = 100;

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

} // namespace

void ExperimentForm::readPrices(ExperimentPlan& plan, QString& wrong) const {
  plan.skus.clear(), plan.prices.clear(), plan.changeBp = 0;
  for (const TypedCode& one : typedCodes(m_skus->text())) {
    if (one.code.isEmpty())
      continue;
    plan.skus << one.code;
    if (!one.price)
      continue;
    if (const auto own = plainPrice(*one.price))
      plan.prices.insert(one.code, *own);
    else if (wrong.isEmpty())
      wrong = tr("%1 is no price.").arg(s("%1=%2").arg(quoted(one.code), *one.price).left(60));
  }
  plan.skus.removeDuplicates();
  if (plan.testsModel()) {
    if (wrong.isEmpty() && !plan.prices.isEmpty())
      wrong = tr("A test of a model has no new prices: the model makes them.");
    return;
  }
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
  const ExperimentPlan suggested = usual();
  for (const Number& n : m_numbers) {
    if (!m_form->isRowVisible(n.edit))
      continue; // as it was: the design does without
    if (n.edit->text().trimmed().isEmpty()) {
      plan.*n.member = suggested.*n.member;
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

int ExperimentForm::zoneCount() const {
  const auto named = int(codesOf(m_zones->text()).size());
  return named > 0 ? named : m_zoneCount;
}

void ExperimentForm::readRamp(ExperimentPlan& plan, QString& wrong) const {
  if (!m_form->isRowVisible(m_ramp)) { // all that a block gives the new price get it at once
    plan.rampPercent = usual().rampPercent;
    return;
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
  readRamp(plan, wrong);
}

// Who typed no name: from the products and the price.
QString ExperimentForm::freeName(const ExperimentPlan& plan) const {
  if (plan.testsModel())
    return tr("Model %1").arg(plan.model);
  const QString what =
      plan.skus.size() > 1 ? tr("%1 and %2 more").arg(plan.skus.front()).arg(plan.skus.size() - 1) : plan.skus.front();
  const QString to = plan.changeBp != 0
                         ? signedNumber(plan.changeBp / 100.0, plan.changeBp % 100 == 0 ? 0 : 1) + s(" %")
                         : typedPrice(plan.prices.first());
  return s("%1 %2").arg(what, to);
}

std::optional<ExperimentPlan> ExperimentForm::plan() const {
  ExperimentPlan plan = m_base;
  QString wrong;
  readPrices(plan, wrong);
  readNumbers(plan, wrong);
  plan.metric = TestMetric(std::max(0, m_metric->currentIndex()));
  readSafety(plan, wrong);
  plan.design = design();
  readBlocks(plan, wrong);
  plan.hypothesis = m_hypothesis->text().trimmed();
  plan.counted = codesOf(m_counted->text());
  plan.zones = codesOf(m_zones->text());
  const bool byVisitor = plan.design == TestDesign::Visitors;
  plan.segment = byVisitor ? m_segment->currentData().toString() : QString();
  plan.layer = byVisitor ? m_layer->text().trimmed() : QString();
  plan.salesFrom = byVisitor ? SalesFrom(std::max(0, m_salesFrom->currentIndex())) : SalesFrom::Events;
  readBandit(plan, wrong);
  plan.storableAllowed = plan.design == TestDesign::Switchback && m_storable->isChecked();
  plan.name = m_name->text().trimmed();
  if (plan.name.isEmpty() && wrong.isEmpty())
    plan.name = freeName(plan);
  if (wrong.isEmpty())
    if (const Status checked = plan.check(); !checked)
      wrong = errorText(checked.error());
  m_problem = wrong;
  return wrong.isEmpty() ? std::optional(plan) : std::nullopt;
}

void ExperimentForm::addSku(const QString& code) {
  const QString before = m_skus->text().trimmed();
  if (!codesOf(before).contains(code))
    m_skus->setText(before.isEmpty() ? quoted(code) : before + u' ' + quoted(code));
}

// The design as long as the advice may still change it is nobody's choice.
QStringList ExperimentForm::typed() const {
  QStringList all{m_skus->text(),  m_price->text(), m_counted->text(), m_name->text(),  m_hypothesis->text(),
                  m_zones->text(), m_layer->text(), m_ramp->text(),    m_floor->text(), m_burnIn->text()};
  for (const Number& n : m_numbers)
    all << n.edit->text();
  for (const QLineEdit* guard : m_guards)
    all << guard->text();
  for (const QComboBox* box : {m_priceKind, m_segment, m_metric, m_salesFrom})
    all << QString::number(box->currentIndex());
  all << QString::number(m_bandit->isChecked());
  all << QString::number(m_storable->isChecked()) << (m_designChosen ? testDesignName(design()) : QString());
  return all;
}

void ExperimentForm::setPlan(const ExperimentPlan& plan) {
  m_filling = true;
  m_base = plan;
  m_known = {};
  const bool isNew = plan.skus.isEmpty() && !plan.testsModel();
  m_designChosen = !isNew;
  QStringList skus;
  bool onePrice = !plan.prices.isEmpty();
  for (const QString& price : plan.prices)
    onePrice = onePrice && price == plan.prices.first();
  for (const QString& sku : plan.skus)
    skus << (plan.prices.contains(sku) && !onePrice ? quoted(sku) + u'=' + typedPrice(plan.prices.value(sku))
                                                    : quoted(sku));
  m_skus->setText(skus.join(u' '));
  m_search->clear();
  m_priceKind->setCurrentIndex(plan.prices.isEmpty() ? ByPercent : OnePrice);
  m_price->setText(plan.changeBp != 0 ? typedPercent(plan.changeBp)
                   : onePrice         ? typedPrice(plan.prices.first())
                                      : QString());
  m_counted->setText(quotedCodes(plan.counted));
  m_name->setText(plan.name);
  m_hypothesis->setText(plan.hypothesis);
  m_zones->setText(quotedCodes(plan.zones));
  for (QLineEdit* edit : {m_skus, m_name, m_hypothesis, m_counted, m_zones})
    edit->setCursorPosition(0); // the beginning tells more than the end
  m_segment->setCurrentIndex(std::max(0, m_segment->findData(plan.segment)));
  m_layer->setText(plan.layer);
  m_salesFrom->setCurrentIndex(int(plan.salesFrom));
  m_metric->setCurrentIndex(int(plan.metric));
  m_storable->setChecked(plan.storableAllowed);
  fillBandit(plan);
  m_designs[std::size_t(plan.design)]->setChecked(true);
  for (const Number& n : m_numbers)
    n.edit->setText(n.isPercent ? typedPercent(plan.*n.member) : QLocale().toString(plan.*n.member));
  for (QLineEdit* guard : m_guards)
    guard->clear();
  if (isNew) // what a shop would not want to lose by it
    m_guards[int(TestMetric::Units)]->setText(typedPercent(TestGuard().limitBp));
  for (const TestGuard& g : plan.guards)
    m_guards[int(g.metric)]->setText(typedPercent(g.limitBp));
  QStringList steps;
  for (const int percent : plan.rampPercent)
    steps << QString::number(percent);
  m_ramp->setText(steps.join(s(", ")));
  m_zoneCount = 0;
  m_blocksGiven.clear(), m_beforeBlocks.clear();
  if (plan.design == TestDesign::Switchback) { // a draft's own lengths; the usual ones where it changes its design
    const ExperimentPlan other;
    for (const int days : {other.blockDays, other.washoutDays, other.days, other.longestDays})
      m_beforeBlocks << QLocale().toString(days);
    m_ramp->setText(s("20, 100"));
  }
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
  m_advice->setWords(words.isEmpty() ? tr("Which design fits is told once products are named.") : words.join(u'\n'));
  for (ActionButton* chip : m_designs)
    chip->setGlyph({});
  for (const auto& [design, error] : advice.refused)
    m_designs[std::size_t(design)]->setGlyph(s("reject"));
  showRows();
  if (advice.design && !m_designChosen && *advice.design != design()) {
    takeDesign(*advice.design);
    formChanged();
  }
}

} // namespace pricewright
