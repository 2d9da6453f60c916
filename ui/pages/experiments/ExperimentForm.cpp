// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The fields of a test's plan. What they say stands in ExperimentFormPlan.cpp.
#include "pages/experiments/ExperimentForm.h"

#include "base/Words.h"
#include "controls/ActionButton.h"
#include "itemmodels/ExperimentWords.h"
#include "itemmodels/Words.h"

#include <QCheckBox>
#include <QVBoxLayout>

#include <utility>

namespace pricewright {
namespace {

constexpr int kLongList = 200'000;
constexpr std::size_t kMostFound = 5;
constexpr TestDesign kDesignsInOrder[] = {TestDesign::Clusters, TestDesign::Pairs, TestDesign::Switchback,
                                          TestDesign::Visitors};
// Lawful groups, and nobody else: what a person is, does or where he lives is none.
constexpr const char* kSegments[] = {"", "contract", "loyalty", "quantity", "channel", "market"};

} // namespace

ExperimentForm::ExperimentForm(const Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  m_form = new QFormLayout;
  m_form->setHorizontalSpacing(8);
  m_form->setVerticalSpacing(6);
  m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
  column->addLayout(m_form);
  buildWhat();
  buildHow();
  buildLength();
  buildSafety();
  setFocusProxy(m_skus); // as a pane it begins there
  setFocusPolicy(Qt::StrongFocus);
  setAccessibleName(tr("Plan of the test"));
  setPlan({});
}

void ExperimentForm::heading(const QString& text) {
  auto* label = new QLabel(text, this);
  label->setFont(m_theme.font(TypeRole::BodyStrong));
  label->setContentsMargins(0, m_form->rowCount() > 0 ? 10 : 0, 0, 0);
  m_form->addRow(label);
}

QLineEdit* ExperimentForm::field(const QString& name, const QString& example, const QString& help, int width) {
  auto* edit = new QLineEdit(this);
  edit->setAccessibleName(name);
  edit->setPlaceholderText(example);
  edit->setToolTip(help);
  if (width > 0)
    edit->setMaximumWidth(width);
  connect(edit, &QLineEdit::textChanged, this, &ExperimentForm::formChanged);
  m_form->addRow(name, edit);
  return edit;
}

void ExperimentForm::numberField(const QString& name, int ExperimentPlan::* member, double least, double most,
                                 bool isPercent, const QString& help) {
  QLineEdit* edit = field(isPercent ? tr("%1, %").arg(name) : name, {}, help, kShortField);
  m_numbers.push_back({edit, member, least, most, isPercent, name});
}

QLineEdit* ExperimentForm::number(int ExperimentPlan::* member) const {
  for (const Number& n : m_numbers)
    if (n.member == member)
      return n.edit;
  return nullptr;
}

void ExperimentForm::buildWhat() {
  heading(tr("What"));
  m_skus = field(tr("Products"), tr("codes, or OJ-64=3.49 OJ-96=4.79"),
                 tr("Type or paste codes, or find them by name below. CODE=PRICE gives each its own new price."));
  m_skus->setMaxLength(kLongList);
  buildSearch();
  m_priceKind = new QComboBox(this);
  m_priceKind->addItems({tr("changed by, %"), tr("one price for all")});
  m_priceKind->setAccessibleName(tr("How the new price is said"));
  connect(m_priceKind, &QComboBox::currentIndexChanged, this, &ExperimentForm::formChanged);
  m_price = new QLineEdit(this);
  m_price->setAccessibleName(tr("New price, or change in percent"));
  m_price->setMaximumWidth(kShortField);
  connect(m_price, &QLineEdit::textChanged, this, &ExperimentForm::formChanged);
  m_priceRow = new QHBoxLayout;
  m_priceRow->setSpacing(8);
  m_priceRow->addWidget(m_priceKind, 1);
  m_priceRow->addWidget(m_price);
  m_form->addRow(tr("New price"), m_priceRow);
  m_counted = field(tr("Counted with them"), tr("the rest of their category"),
                    tr("Products that buyers turn to instead: what the tested ones lose to them is no loss"));
  m_name = field(tr("Name"), {}, tr("Empty: from the products and the price"));
  m_hypothesis = field(tr("Hypothesis"), tr("what you expect, and why"),
                       tr("Registered with the test: afterwards everybody knew it all along"));
  heading(tr("Where"));
  m_zones = field(tr("Zones"), tr("all that sell them"), tr("Codes of the price zones that take part"));
  m_segment = new QComboBox(this);
  for (const char* one : kSegments)
    m_segment->addItem(capitalized(segmentWord(s(one))), s(one));
  m_segment->setAccessibleName(tr("Whose visits"));
  m_segment->setToolTip(tr("Only groups that a customer belongs to by an agreement, an amount, a channel or a market. "
                           "Groups by personal traits cannot be tested."));
  connect(m_segment, &QComboBox::currentIndexChanged, this, &ExperimentForm::formChanged);
  m_form->addRow(tr("Whose visits"), m_segment);
}

void ExperimentForm::buildSearch() {
  m_search = new QLineEdit(this);
  m_search->setAccessibleName(tr("Find products by name"));
  m_search->setPlaceholderText(tr("find by name; Enter takes the first"));
  m_hits = new LineList(m_theme, tr("Products found"), this);
  m_form->addRow(QString(), m_search);
  m_form->addRow(m_hits);
  m_form->setRowVisible(m_hits, false);
  connect(m_search, &QLineEdit::textChanged, this, [this](const QString& words) {
    m_takesFirst = false;
    words.trimmed().isEmpty() ? showHits(words, {}) : emit searchWanted(words);
  });
  connect(m_search, &QLineEdit::returnPressed, this, [this] {
    m_takesFirst = m_hitsOf != m_search->text(); // the hits that stand there are of other words: wait for its own
    if (!m_takesFirst && m_hits->lines().rowCount() > 0)
      takeHit(0);
  });
  connect(m_hits, &LineList::opened, this, &ExperimentForm::takeHit);
}

void ExperimentForm::takeHit(int row) {
  addSku(m_hits->lines().at(row).text);
  m_search->clear();
}

void ExperimentForm::showHits(const QString& words, const std::vector<SearchHit>& hits) {
  if (words != m_search->text())
    return; // typed on meanwhile
  std::vector<Line> lines;
  for (const SearchHit& hit : hits)
    if (hit.kind == SearchHit::Kind::Product && lines.size() < kMostFound) {
      Line line;
      line.text = hit.sku;
      line.detail = hit.title == hit.sku ? hit.detail : hit.title;
      line.trailing = tr("add");
      line.opens = true;
      lines.push_back(line);
    }
  const bool any = !lines.empty();
  m_hitsOf = words;
  m_form->setRowVisible(m_hits, any);
  m_hits->setLines(std::move(lines));
  if (std::exchange(m_takesFirst, false) && any)
    takeHit(0);
}

void ExperimentForm::designRow() {
  auto* box = new QWidget(this);
  auto* row = new QHBoxLayout(box);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(6);
  const QString names[] = {tr("Zones"), tr("Pairs"), tr("Times"), tr("Visitors")};
  const QString helps[] = {tr("Some price zones get the new price, the others keep theirs"),
                           tr("Of two like products of different categories one gets its new price"),
                           tr("Each zone has the new price in some blocks of time and the old one in others; below 8 "
                              "zones all of them switch together"),
                           tr("Who looks: the shop asks for each visitor’s arm")};
  for (std::size_t i = 0; i < std::size(kDesignsInOrder); ++i) {
    const TestDesign one = kDesignsInOrder[i];
    auto* chip = new ActionButton(m_theme, ActionButton::Kind::Chip, names[i], box);
    chip->setCheckable(true);
    chip->setAutoExclusive(true);
    chip->setFocusPolicy(Qt::StrongFocus);
    chip->setAccessibleName(tr("Design: %1").arg(names[i]));
    chip->setAccessibleDescription(helps[i]);
    chip->setToolTip(helps[i]);
    connect(chip, &QPushButton::clicked, this, [this, one] { chooseDesign(one); });
    row->addWidget(chip);
    m_designs[std::size_t(one)] = chip;
  }
  row->addStretch(1);
  m_form->addRow(box);
}

void ExperimentForm::buildHow() {
  heading(tr("How they are told apart"));
  designRow();
  m_advice = new WrappedLabel(this);
  m_advice->setTextFormat(Qt::PlainText);
  m_advice->setFont(m_theme.font(TypeRole::Label));
  m_advice->setProperty("tone", s("muted"));
  m_form->addRow(m_advice);
  m_storable = new QCheckBox(tr("These cannot be stored; the hypothesis says why"), this);
  m_storable->setToolTip(tr("Buyers of what keeps wait for the cheap block, and a test by times then sees an effect "
                            "that is none"));
  connect(m_storable, &QCheckBox::toggled, this, &ExperimentForm::formChanged);
  m_form->addRow(m_storable);
  numberField(tr("Block of days"), &ExperimentPlan::blockDays, 14, 91, false,
              tr("In which a zone keeps one price: whole weeks"));
  numberField(tr("Days left out"), &ExperimentPlan::washoutDays, 7, 84, false,
              tr("At the start of each block, while buyers still act by the price before: whole weeks"));
  numberField(tr("Counted after a visit, days"), &ExperimentPlan::windowDays, 1, 91, false,
              tr("What a visitor buys within this time after the first look counts"));
  m_salesFrom = new QComboBox(this);
  m_salesFrom->addItems({salesFromWord(SalesFrom::Events), salesFromWord(SalesFrom::Orders)});
  m_salesFrom->setAccessibleName(tr("Sales from"));
  m_salesFrom->setToolTip(
      tr("Events come with the exposures. Orders come as revenue, from files or a gateway, less what "
         "was given back; they must name the visitor."));
  connect(m_salesFrom, &QComboBox::currentIndexChanged, this, &ExperimentForm::formChanged);
  m_form->addRow(tr("Sales from"), m_salesFrom);
  m_layer = field(tr("Layer"), tr("none"), tr("Tests of one layer share no visitor"));
  buildBandit();
}

void ExperimentForm::buildLength() {
  heading(tr("How long"));
  m_metric = new QComboBox(this);
  for (int m = 0; m < 4; ++m)
    m_metric->addItem(capitalized(metricWord(TestMetric(m))));
  m_metric->setAccessibleName(tr("Decided by"));
  connect(m_metric, &QComboBox::currentIndexChanged, this, &ExperimentForm::formChanged);
  m_form->addRow(tr("Decided by"), m_metric);
  numberField(tr("Days"), &ExperimentPlan::days, 1, 365, false,
              tr("That are compared; the ramp comes before them. Blocks have none: two of them, or a multiple"));
  numberField(tr("At most, extended"), &ExperimentPlan::longestDays, 1, 730, false,
              tr("Nobody can extend it beyond this"));
  numberField(tr("Looked at every, days"), &ExperimentPlan::lookDays, 1, 91, false,
              tr("Error rates hold however often: looking costs nothing but patience"));
  numberField(tr("Least lift to find"), &ExperimentPlan::mdeBp, 0.1, 100, true, tr("The smaller, the longer it takes"));
  numberField(tr("False alarms at most"), &ExperimentPlan::alphaBp, 0.1, 20, true,
              tr("Of tests of prices that change nothing, so many may find something: over all looks together"));
  numberField(tr("Found with probability"), &ExperimentPlan::powerBp, 50, 99, true,
              tr("Power: of tests with the least lift, so many find it"));
  numberField(tr("Changes nothing within ±"), &ExperimentPlan::equivalenceBp, 0, 50, true,
              tr("A lift that is certainly smaller than this is called equivalent"));
}

void ExperimentForm::buildSafety() {
  heading(tr("What makes it stop"));
  numberField(tr("Harm beyond"), &ExperimentPlan::harmBp, 0.5, 100, true,
              tr("Certainly worse than this: stopped at the first look that has the evidence"));
  for (int m = 0; m < 4; ++m) {
    m_guards[m] = field(tr("%1 down by, %").arg(capitalized(metricWord(TestMetric(m)))), tr("not guarded"),
                        tr("Certainly down by more: stopped, and its prices go back"), kShortField);
  }
  m_ramp = field(tr("Steps, % of new prices"), s("20, 100"), tr("So many of those that are to get the new price"));
  numberField(tr("Days of each step"), &ExperimentPlan::rampDays, 1, 91, false, tr("Nothing of them is compared"));
  numberField(tr("Days to decide"), &ExperimentPlan::decideDays, 1, 91, false,
              tr("For people, once it is decided by the figures; then its prices go back"));
  numberField(tr("Cool-off, days"), &ExperimentPlan::coolOffDays, 0, 365, false,
              tr("In which its prices are left alone afterwards"));
  numberField(tr("Sales silent, hours"), &ExperimentPlan::silentHours, 1, 2184, false,
              tr("Sales older than this pause it: nothing is decided without them"));
  m_revert = new QCheckBox(tr("Prices go back by themselves"), this);
  m_revert->setChecked(true);
  m_revert->setEnabled(false);
  m_revert->setToolTip(tr("On harm, at an undecided end, or when nobody decides. This cannot be switched off."));
  m_revert->setAccessibleDescription(m_revert->toolTip());
  m_form->addRow(m_revert);
}

TestDesign ExperimentForm::design() const {
  for (const TestDesign one : kDesignsInOrder)
    if (m_designs[std::size_t(one)]->isChecked())
      return one;
  return TestDesign::Clusters;
}

void ExperimentForm::chooseDesign(TestDesign wanted) {
  m_designChosen = true;
  takeDesign(wanted);
  formChanged();
}

// Which fields the design has, and what cannot be guarded as the test is decided by it.
void ExperimentForm::showRows() {
  const TestDesign now = design();
  const bool byModel = m_base.testsModel();
  m_form->setRowVisible(m_priceRow, !byModel);
  m_skus->setPlaceholderText(byModel ? tr("all; a code stands for its whole category")
                                     : tr("codes, or OJ-64=3.49 OJ-96=4.79"));
  for (const TestDesign one : kDesignsInOrder)
    m_designs[std::size_t(one)]->setEnabled(!byModel || one == TestDesign::Clusters);
  const auto show = [this](QWidget* row, bool shown) { m_form->setRowVisible(row, shown); };
  show(number(&ExperimentPlan::blockDays), now == TestDesign::Switchback);
  show(number(&ExperimentPlan::washoutDays), now == TestDesign::Switchback);
  show(m_ramp, now != TestDesign::Switchback);
  show(number(&ExperimentPlan::rampDays), now != TestDesign::Switchback);
  show(number(&ExperimentPlan::windowDays), now == TestDesign::Visitors);
  show(m_salesFrom, now == TestDesign::Visitors);
  show(m_layer, now == TestDesign::Visitors);
  show(m_segment, now == TestDesign::Visitors);
  showBandit();
  bool storable = m_storable->isChecked();
  for (const auto& [design, error] : m_known.refused)
    storable = storable || (design == TestDesign::Switchback && error.is(u"experiment.storable-switchback"));
  show(m_storable, storable);
  for (int m = 0; m < 4; ++m)
    show(m_guards[m],
         m != m_metric->currentIndex() && (TestMetric(m) != TestMetric::Conversion || now == TestDesign::Visitors));
}

void ExperimentForm::formChanged() {
  if (m_filling)
    return;
  showRows();
  plan(); // says what is wrong
  emit changed();
}

} // namespace pricewright
