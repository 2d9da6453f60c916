// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/scenarios/ScenarioForm.h"

#include "base/Words.h"
#include "engine/models/RelationWish.h"
#include "engine/texts/Texts.h"
#include "itemmodels/Words.h"

#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace pricewright {
namespace {

constexpr int kEndWidth = 58; // of one end of a range
constexpr const char* kObjectives[] = {"profit", "revenue", "units", "weighted"};

// Each choice holds the codes that it stands for. Several together come from a kept plan or a command.
void chooseCodes(QComboBox& box, const QStringList& chosen) {
  int at = box.findData(chosen);
  if (at < 0 && !chosen.isEmpty()) {
    at = 1;
    box.insertItem(at, chosen.join(s(", ")), chosen);
  }
  box.setCurrentIndex(std::max(0, at));
}

void setCodes(QComboBox& box, const QStringList& codes, const QString& all) {
  QStringList chosen = box.currentData().toStringList();
  const auto isGone = [&codes](const QString& code) { return !codes.contains(code); };
  chosen.erase(std::remove_if(chosen.begin(), chosen.end(), isGone), chosen.end());
  box.clear();
  box.addItem(all, QStringList());
  for (const QString& code : codes)
    box.addItem(code, QStringList(code));
  chooseCodes(box, chosen);
}

} // namespace

ScenarioForm::ScenarioForm(const Theme& theme, QWidget* parent) : QWidget(parent) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(6);
  m_form = new QFormLayout;
  m_form->setHorizontalSpacing(4); // so that "all categories" has its room
  m_form->setVerticalSpacing(6);
  m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
  m_form->setRowWrapPolicy(QFormLayout::WrapLongRows);
  column->addLayout(m_form);
  m_objective = new QComboBox(this);
  for (const char* one : kObjectives)
    m_objective->addItem(capitalized(codeText(s(one))));
  m_objective->setAccessibleName(tr("Objective"));
  m_form->addRow(tr("Objective"), m_objective);
  m_weight = line(tr("Weight of profit, %"), s("50"), tr("The rest is the weight of revenue"));
  m_caution =
      line(tr("Caution"), s("0"),
           tr("Money a week given up for one standard deviation less of a price’s profit: plans with more of it "
              "prefer what is known well"));
  heading(theme, tr("What binds all prices"));
  m_changes = line(tr("Changes at most"), tr("no limit"), tr("The best so many, of all that would gain"));
  limit(tr("Revenue at least, %"), s("-2"), tr("Change against today’s expected week"), &ScenarioWish::leastRevenue,
        -100, 100);
  limit(tr("Profit at least, %"), s("0"), tr("Change against today’s expected week"), &ScenarioWish::leastProfit, -100,
        100);
  constexpr double kFarthest = 100, kFarthestRival = 1000;
  range(tr("Price index, %"), s("-1 … 1"), tr("Revenue-weighted change of all prices"),
        {&ScenarioWish::leastIndex, &ScenarioWish::mostIndex}, kFarthest);
  range(tr("Each category, %"), s("-2 … 2"), tr("The same of each category for itself"),
        {&ScenarioWish::leastCategoryIndex, &ScenarioWish::mostCategoryIndex}, kFarthest);
  range(tr("Against competitors, %"), s("-5 … 3"),
        tr("Our prices against the median of theirs, weighted by revenue, of products that they sell too"),
        {&ScenarioWish::leastRivalIndex, &ScenarioWish::mostRivalIndex}, kFarthestRival);
  range(tr("KVI, %"), s("-3 … 0"), tr("Revenue-weighted change of the products that customers compare by"),
        {&ScenarioWish::leastKviIndex, &ScenarioWish::mostKviIndex}, kFarthest);
  limit(tr("Each move at most, %"), s("10"), tr("Empty: as the setting has it"), &ScenarioWish::mostMove, 0, 100);
  m_relations = line(tr("Relations between prices"), tr("A <= 0.9 * B"),
                     tr("The price of one product is at most so many times another’s: PRIVATE <= 0.9 * BRAND; "
                        "LARGE <= 5.5 * SMALL; A@NORTH <= A@SOUTH + 0.10. Semicolons separate several."));
  m_relations->setMaximumWidth(QWIDGETSIZE_MAX);
  m_form->takeRow(m_relations).labelItem->widget()->deleteLater(); // below its name, over the whole width
  auto* name = new QLabel(tr("Relations between prices"), this);
  name->setBuddy(m_relations);
  m_form->addRow(name);
  m_form->addRow(m_relations);
  heading(theme, tr("Which prices"));
  m_category = new QComboBox(this);
  m_category->setAccessibleName(tr("Category"));
  m_zone = new QComboBox(this);
  m_zone->setAccessibleName(tr("Zone"));
  for (QComboBox* box : {m_objective, m_category, m_zone}) {
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(4);
  }
  m_form->addRow(tr("Category"), m_category);
  m_form->addRow(tr("Zone"), m_zone);
  m_problem = new WrappedLabel(this);
  m_problem->setProperty("tone", "negative");
  column->addWidget(m_problem);
  setChoices({}, {});
  setFocusProxy(m_objective); // as a pane it begins there
  setFocusPolicy(Qt::StrongFocus);
  setAccessibleName(tr("What the scenario asks"));
  connect(m_objective, &QComboBox::currentIndexChanged, this, &ScenarioForm::formChanged);
  formChanged();
}

void ScenarioForm::heading(const Theme& theme, const QString& text) {
  auto* label = new QLabel(text, this);
  label->setFont(theme.font(TypeRole::BodyStrong));
  label->setContentsMargins(0, 8, 0, 0);
  m_form->addRow(label);
}

QLineEdit* ScenarioForm::line(const QString& name, const QString& example, const QString& help) {
  QLineEdit* edit = entry(name, example, help);
  m_form->addRow(name, edit);
  return edit;
}

QLineEdit* ScenarioForm::entry(const QString& name, const QString& example, const QString& help) {
  auto* edit = new QLineEdit(this);
  edit->setPlaceholderText(example);
  edit->setToolTip(help);
  edit->setAccessibleName(name);
  edit->setMaximumWidth(90);
  connect(edit, &QLineEdit::textChanged, this, &ScenarioForm::formChanged);
  connect(edit, &QLineEdit::returnPressed, this, &ScenarioForm::submitted);
  return edit;
}

void ScenarioForm::limit(const QString& name, const QString& example, const QString& help,
                         std::optional<double> ScenarioWish::* limit, double least, double most) {
  m_limits.push_back({line(name, tr("no limit"), s("%1 (%2)").arg(help, example)), limit, least, most, name});
}

// Both ends of what an index may be, beside each other.
void ScenarioForm::range(const QString& name, const QString& example, const QString& help, const Ends& ends,
                         double most) {
  auto* both = new QHBoxLayout;
  both->setSpacing(4);
  both->setAlignment(Qt::AlignLeft);
  const QString words[] = {tr("at least"), tr("at most")}, shown[] = {tr("min"), tr("max")};
  const double least = -100; // a price that is nothing
  for (std::size_t i = 0; i < ends.size(); ++i) {
    const QString whole = s("%1: %2").arg(name, words[i]);
    QLineEdit* edit = entry(whole, shown[i], s("%1 (%2)").arg(help, example));
    edit->setFixedWidth(kEndWidth);
    m_limits.push_back({edit, ends[i], least, most, whole});
    both->addWidget(edit);
    if (i == 0) {
      auto* label = new QLabel(name, this);
      label->setBuddy(edit);
      m_form->addRow(label, both);
    }
  }
}

QLineEdit* ScenarioForm::field(std::optional<double> ScenarioWish::* limit) const {
  for (const Field& f : m_limits)
    if (f.limit == limit)
      return f.edit;
  return nullptr;
}

void ScenarioForm::setChoices(const QStringList& categories, const QStringList& zones) {
  setCodes(*m_category, categories, tr("all categories"));
  setCodes(*m_zone, zones, tr("all zones"));
}

std::optional<double> ScenarioForm::number(const QLineEdit& edit, double least, double most, bool& wrong) {
  QString text = edit.text().trimmed();
  text.replace(u'−', u'-').remove(u'%').remove(u'+');
  if (text.trimmed().isEmpty())
    return {};
  bool ok = false;
  double value = QLocale().toDouble(text.trimmed(), &ok);
  if (!ok)
    value = text.trimmed().toDouble(&ok);
  if (!ok || !std::isfinite(value) || value < least || value > most) {
    wrong = true;
    return {};
  }
  return value;
}

std::optional<ScenarioWish> ScenarioForm::wish() const {
  ScenarioWish w;
  w.objective = s(kObjectives[std::max(0, m_objective->currentIndex())]);
  QString wrongAt;
  const auto take = [&](const QLineEdit& edit, const QString& name, double least, double most) {
    bool wrong = false;
    const std::optional<double> value = number(edit, least, most, wrong);
    if (wrong && wrongAt.isEmpty())
      wrongAt =
          tr("%1: a number from %2 to %3, or nothing.").arg(name, QLocale().toString(least), QLocale().toString(most));
    return value;
  };
  w.profitWeight = take(*m_weight, tr("Weight of profit, %"), 0, 100).value_or(50) / 100;
  w.caution = take(*m_caution, tr("Caution"), 0, 1e6).value_or(0);
  if (const auto most = take(*m_changes, tr("Changes at most"), 0, 1e8))
    w.mostChanges = int(std::floor(*most));
  for (const Field& f : m_limits)
    w.*f.limit = take(*f.edit, f.name, f.least, f.most);
  w.categories = m_category->currentData().toStringList();
  w.zones = m_zone->currentData().toStringList();
  w.relations = relationTexts(m_relations->text());
  for (const QString& text : w.relations)
    if (const auto relation = relationFrom(text); !relation && wrongAt.isEmpty())
      wrongAt = errorText(relation.error());
  m_problem->setWords(wrongAt);
  if (!wrongAt.isEmpty())
    return {};
  return w;
}

void ScenarioForm::setWish(const ScenarioWish& w) {
  for (int i = 0; i < int(std::size(kObjectives)); ++i)
    if (w.objective == QLatin1String(kObjectives[i]))
      m_objective->setCurrentIndex(i);
  const auto put = [](QLineEdit* edit, const std::optional<double>& value) {
    edit->setText(value ? QLocale().toString(*value, 'g', 8) : QString());
  };
  put(m_weight, w.objective == u"weighted" ? std::optional(100 * w.profitWeight) : std::nullopt);
  put(m_caution, w.caution > 0 ? std::optional(w.caution) : std::nullopt);
  m_changes->setText(w.mostChanges ? QString::number(*w.mostChanges) : QString());
  for (const Field& f : m_limits)
    put(f.edit, w.*f.limit);
  m_relations->setText(w.relations.join(s("; ")));
  chooseCodes(*m_category, w.categories);
  chooseCodes(*m_zone, w.zones);
}

void ScenarioForm::formChanged() {
  m_weight->setEnabled(m_objective->currentIndex() == 3);
  wish(); // says what is wrong
  emit changed();
}

} // namespace pricewright
