// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "controls/TitleRow.h"
#include "itemmodels/MatchModels.h"
#include "tables/TableView.h"

#include <QComboBox>
#include <QLabel>

namespace pricewright {

// Teaches where a site keeps its price: at the left what stands on a kept page, to point at; at the right what the
// recipe then reads of every kept page of the site, beside what is read today. Nothing counts before it is saved.
class RecipeEditor : public QWidget {
  Q_OBJECT
 public:
  explicit RecipeEditor(const Theme& theme, QWidget* parent = nullptr);
  void begin(const RecipeDesk& desk);
  void showPage(const RecipeDesk& desk); // another page of the same site; the recipe stays
  void takeLearned(const RecipeField& step);
  void showTrial(const RecipeTrial& trial);
  void say(const QString& words, bool wrong = false);
  bool isChanged() const { return m_recipe != m_saved; }
  const QString& host() const { return m_desk.site.host; }
  const std::vector<RecipeField>& recipe() const { return m_recipe; }
  TableView& outline() { return *m_outline; }
  TableView& trial() { return *m_trial; }
  QComboBox& pages() { return *m_pages; }
  QString words() const { return m_words->text(); }

 public slots:
  void learnFocused(pricewright::ProductField field); // from the line that is focused
  void removeStep();                                  // the field that was taught last
  void toggleAll();                                   // lines without a price, too
  void save();
  void leave();

 signals:
  void pageWanted(const QString& host, int watchNo);
  void learnWanted(const pricewright::KeptPage& page, unsigned node, pricewright::ProductField field);
  void trialWanted(const QString& host, const std::vector<pricewright::RecipeField>& recipe);
  void saveWanted(const QString& host, const std::vector<pricewright::RecipeField>& recipe);
  void left();

 protected:
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void build(const Theme& theme);
  void changed();
  void showAll(bool all);
  void updateRecipeText();
  RecipeDesk m_desk;
  std::vector<RecipeField> m_recipe, m_saved;
  OutlineModel m_outlineRows;
  TrialModel m_trialRows;
  TableLines m_outlineLines{m_outlineRows}, m_trialLines{m_trialRows};
  TableView *m_outline = nullptr, *m_trial = nullptr;
  QComboBox* m_pages = nullptr;
  ElidedLabel* m_summary = nullptr;
  QLabel *m_steps = nullptr, *m_words = nullptr;
  ActionButton *m_all = nullptr, *m_save = nullptr, *m_price = nullptr, *m_list = nullptr, *m_stock = nullptr,
               *m_drop = nullptr;
  bool m_filling = false, m_warned = false;
};

} // namespace pricewright
