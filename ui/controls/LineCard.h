// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "controls/FormCard.h"

namespace pricewright {

// Asks for one line: a reason, a name.
class LineCard : public FormCard {
  Q_OBJECT
 public:
  struct Question {
    QString title, field, button, note;
    QString text; // what stands in the field
  };
  LineCard(const Theme& theme, QWidget* page);
  // `done` gets what was typed, never nothing. The card stays until it is dismissed: the answer may be an error.
  void ask(const Question& question, std::function<void(const QString&)> done);
  QLineEdit* field() const { return m_field; }

 private:
  void accept() override;
  QLineEdit* m_field;
  QLabel* m_name;
  std::function<void(const QString&)> m_done;
};

} // namespace pricewright
