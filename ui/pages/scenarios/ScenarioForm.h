// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "controls/WrappedLabel.h"
#include "engine/plans/Scenarios.h"
#include "shell/Theme.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QWidget>

#include <array>

namespace pricewright {

// What a scenario asks: its objective and what binds all prices together. An empty field binds nothing.
class ScenarioForm : public QWidget {
  Q_OBJECT
 public:
  explicit ScenarioForm(const Theme& theme, QWidget* parent = nullptr);
  void setChoices(const QStringList& categories, const QStringList& zones); // what was chosen stays where it is there
  std::optional<ScenarioWish> wish() const;                                 // none: problem() says why
  void setWish(const ScenarioWish& wish);
  QString problem() const { return m_problem->text(); }
  QComboBox* objective() const { return m_objective; }
  QLineEdit* mostChanges() const { return m_changes; }
  QLineEdit* field(std::optional<double> ScenarioWish::* limit) const;

 signals:
  void changed();
  void submitted(); // Enter

 private:
  struct Field {
    QLineEdit* edit;
    std::optional<double> ScenarioWish::* limit;
    double least, most;
    QString name;
  };
  QLineEdit* line(const QString& name, const QString& example, const QString& help);
  void limit(const QString& name, const QString& example, const QString& help,
             std::optional<double> ScenarioWish::* limit, double least, double most);
  using Ends = std::array<std::optional<double> ScenarioWish::*, 2>; // least, most
  void range(const QString& name, const QString& example, const QString& help, const Ends& ends, double most);
  QLineEdit* entry(const QString& name, const QString& example, const QString& help); // without a row of its own
  void heading(const Theme& theme, const QString& text);
  // The number of a field; none where it is empty, `wrong` where it is none or out of its range.
  static std::optional<double> number(const QLineEdit& edit, double least, double most, bool& wrong);
  void formChanged();

  QFormLayout* m_form;
  QComboBox *m_objective, *m_category, *m_zone;
  QLineEdit *m_weight, *m_changes, *m_caution, *m_relations;
  std::vector<Field> m_limits;
  WrappedLabel* m_problem;
};

} // namespace pricewright
