// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/market/RecipeEditor.h"

#include "base/Words.h"
#include "controls/Cards.h"
#include "engine/texts/Texts.h"
#include "itemmodels/Words.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLocale>
#include <QStyle>

namespace pricewright {

RecipeEditor::RecipeEditor(const Theme& theme, QWidget* parent) : QWidget(parent) {
  build(theme);
  connect(m_outline, &TableView::activatedByUser, this, [this] { learnFocused(ProductField::Price); });
  connect(m_pages, &QComboBox::currentIndexChanged, this, [this](int index) {
    if (!m_filling && index >= 0)
      emit pageWanted(host(), m_desk.pages[std::size_t(index)].watchNo);
  });
  connect(m_price, &QPushButton::clicked, this, [this] { learnFocused(ProductField::Price); });
  connect(m_list, &QPushButton::clicked, this, [this] { learnFocused(ProductField::ListPrice); });
  connect(m_stock, &QPushButton::clicked, this, [this] { learnFocused(ProductField::Availability); });
  connect(m_drop, &QPushButton::clicked, this, &RecipeEditor::removeStep);
  connect(m_all, &QPushButton::clicked, this, &RecipeEditor::showAll);
  connect(m_save, &QPushButton::clicked, this, &RecipeEditor::save);
}

void RecipeEditor::build(const Theme& theme) {
  auto* title = new TitleRow(theme, tr("Recipe"), this);
  m_summary = title->summary();
  auto* back = title->addButton(ActionButton::Kind::Quiet, tr("Back"), s("Esc"));
  m_save = title->addButton(ActionButton::Kind::Primary, tr("Save the recipe"), s("S"));
  connect(back, &QPushButton::clicked, this, &RecipeEditor::leave);
  m_pages = new QComboBox(this);
  m_pages->setAccessibleName(tr("Kept page"));
  m_pages->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  auto* row = new QHBoxLayout;
  row->setSpacing(8);
  row->addWidget(m_pages, 1);
  const auto button = [&](ActionButton*& at, ActionButton::Kind kind, const QString& text, const QString& key) {
    at = new ActionButton(theme, kind, text, this);
    at->setKeys({key});
    at->setAccessibleName(tr("%1 (key %2)").arg(text, key));
    row->addWidget(at);
  };
  button(m_all, ActionButton::Kind::Chip, tr("All lines"), s("V"));
  m_all->setCheckable(true);
  button(m_price, ActionButton::Kind::Secondary, tr("This is the price"), s("P"));
  button(m_list, ActionButton::Kind::Secondary, tr("…the old price"), s("L"));
  button(m_stock, ActionButton::Kind::Secondary, tr("…the stock"), s("K"));
  button(m_drop, ActionButton::Kind::Quiet, tr("Forget the last"), s("D"));
  m_outline = new TableView(theme, m_outlineLines, this);
  m_outline->setAccessibleName(tr("What stands on the page"));
  m_outline->setEmptyText(tr("No page of this site was kept yet. Look at it once, then teach from what came."));
  m_trial = new TableView(theme, m_trialLines, this);
  m_trial->setAccessibleName(tr("What the recipe reads"));
  m_trial->setEmptyText(tr("No page was kept to try the recipe on."));
  m_steps = new QLabel(this);
  m_steps->setWordWrap(true);
  m_steps->setTextFormat(Qt::PlainText);
  m_words = new QLabel(this);
  m_words->setWordWrap(true);
  m_words->setTextFormat(Qt::PlainText);
  m_words->setProperty("tone", s("muted"));
  auto* right = new QVBoxLayout;
  right->setSpacing(8);
  right->addWidget(m_steps);
  right->addWidget(cardAround(m_trial, this), 1);
  right->addWidget(m_words);
  auto* sides = new QHBoxLayout;
  sides->setSpacing(12);
  sides->addWidget(cardAround(m_outline, this), 3);
  sides->addLayout(right, 2);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(10);
  column->addWidget(title);
  column->addLayout(row);
  column->addLayout(sides, 1);
}

void RecipeEditor::begin(const RecipeDesk& desk) {
  m_recipe = m_saved = desk.recipe;
  m_warned = false;
  showAll(false);
  say({});
  showPage(desk);
  changed();
  m_outline->setFocus(Qt::OtherFocusReason);
}

void RecipeEditor::showPage(const RecipeDesk& desk) {
  m_desk = desk;
  m_filling = true;
  m_pages->clear();
  for (const KeptPage& page : desk.pages)
    m_pages->addItem(page.sku.isEmpty() ? page.url : s("%1@%2   %3").arg(page.sku, page.zone, page.url));
  m_pages->setCurrentIndex(desk.shown);
  m_filling = false;
  m_outlineRows.setOutline(desk.outline);
  if (m_outlineLines.shownCount() == 0)
    showAll(true); // no line says a price: show what there is
  m_outline->focusLine(0);
  const QString site = desk.site.host;
  m_summary->setText(desk.shown < 0 ? site : tr("%1 · point at the line that says the price, P teaches it").arg(site));
}

void RecipeEditor::learnFocused(ProductField field) {
  const qlonglong node = m_outline->focusedKey().toLongLong();
  if (m_desk.shown < 0 || node <= 0)
    return say(tr("Point at a line first"), true);
  emit learnWanted(m_desk.pages[std::size_t(m_desk.shown)], unsigned(node), field);
}

void RecipeEditor::takeLearned(const RecipeField& step) {
  std::erase_if(m_recipe, [&](const RecipeField& one) { return one.field == step.field; });
  m_recipe.push_back(step);
  changed();
}

void RecipeEditor::removeStep() {
  if (m_recipe.empty())
    return;
  m_recipe.pop_back();
  changed();
}

void RecipeEditor::toggleAll() { showAll(!m_all->isChecked()); }

void RecipeEditor::showAll(bool all) {
  m_all->setChecked(all);
  const auto priced = [this](int row) { return !m_outlineRows.at(row).price.isEmpty(); };
  m_outlineLines.setPageFilter(all ? TableLines::Accepts() : TableLines::Accepts(priced));
}

void RecipeEditor::changed() {
  updateRecipeText();
  m_save->setEnabled(isChanged());
  m_drop->setEnabled(!m_recipe.empty());
  emit trialWanted(host(), m_recipe);
}

void RecipeEditor::updateRecipeText() {
  QStringList lines;
  for (const RecipeField& step : m_recipe)
    lines << s("%1: %2%3")
                 .arg(capitalized(codeText(s("field.") + fieldName(step.field))), step.selector,
                      step.attribute.isEmpty() ? QString() : s(" @") + step.attribute);
  m_steps->setText(lines.isEmpty() ? tr("No recipe: general rules read this site's pages.") : lines.join(u'\n'));
}

void RecipeEditor::showTrial(const RecipeTrial& trial) {
  m_trialRows.setTrial(trial);
  const QLocale locale;
  say(tr("%1 of %2 kept pages tell a price with it, %3 did before; %4 say something else")
          .arg(locale.toString(trial.priced), locale.toString(qlonglong(trial.rows.size())),
               locale.toString(trial.pricedBefore), locale.toString(trial.differ)),
      false);
  const auto isLost = [](const RecipeTrial::Row& row) { return !row.isKnown && row.wasKnown; };
  if (const auto lost = std::count_if(trial.rows.begin(), trial.rows.end(), isLost); lost > 0)
    say(tr("%n page(s) would lose the price that is read today", nullptr, int(lost)), true);
}

void RecipeEditor::say(const QString& words, bool wrong) {
  m_words->setText(words);
  m_words->setProperty("tone", wrong ? s("warning") : s("muted"));
  style()->unpolish(m_words);
  style()->polish(m_words); // the tone's color
}

// What was taught is thrown away by the second time only.
void RecipeEditor::leave() {
  if (isChanged() && !m_warned) {
    m_warned = true;
    return say(tr("The recipe is not saved: S saves it, Esc again leaves it as it was"), true);
  }
  emit left();
}

void RecipeEditor::save() {
  if (m_save->isEnabled())
    emit saveWanted(host(), m_recipe);
}

void RecipeEditor::keyPressEvent(QKeyEvent* event) {
  const bool bare = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
  if (!bare || event->isAutoRepeat())
    return QWidget::keyPressEvent(event);
  switch (event->key()) {
  case Qt::Key_Escape:
    leave();
    break;
  case Qt::Key_P:
    learnFocused(ProductField::Price);
    break;
  case Qt::Key_L:
    learnFocused(ProductField::ListPrice);
    break;
  case Qt::Key_K:
    learnFocused(ProductField::Availability);
    break;
  case Qt::Key_D:
    removeStep();
    break;
  case Qt::Key_V:
    toggleAll();
    break;
  case Qt::Key_S:
    save();
    break;
  default:
    return QWidget::keyPressEvent(event);
  }
  event->accept();
}

} // namespace pricewright
