// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/Error.h"
#include "controls/ActionButton.h"
#include "controls/OverlayCard.h"
#include "controls/WrappedLabel.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace pricewright {

// A card with a form: fields with their names, what is missing or what comes of it in words below, one button that
// Enter presses. What was typed stays until it is done or Esc is pressed.
class FormCard : public OverlayCard {
  Q_OBJECT
 public:
  FormCard(const Theme& theme, QWidget* page, const QString& button, int width);
  QString wrong() const { return m_result->text(); } // or what there is to say
  ActionButton* button() const { return m_do; }
  ActionButton* cancelButton() const { return m_cancel; } // null: there is none
  void showError(const Error& error);                     // what was typed stays, and may be tried again

 protected:
  void setTitle(const QString& title);
  // Fields. Connect to their signals when all of them are there: filling one for the first time is no change of the
  // form.
  QLineEdit* line(const QString& name, const QString& example = {}, bool ownRow = true);
  QComboBox* box(const QString& name, bool editable = false, bool ownRow = true);
  QFormLayout* form() const { return m_form; }
  void addBelow(QWidget* widget); // between the words and the button
  void addCancel();               // does what Esc does, for those who use the pointer
  void say(const QString& text, bool wrong);
  virtual void accept() = 0; // Enter, or a click on the button
  void keyPressEvent(QKeyEvent* event) override;

 private:
  QLabel* m_title;
  WrappedLabel* m_result; // long words press no field together
  QFormLayout* m_form;
  QVBoxLayout* m_below;
  QHBoxLayout* m_buttons;
  ActionButton *m_do, *m_cancel = nullptr;
};

} // namespace pricewright
