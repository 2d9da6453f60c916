// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/ButtonAccess.h"

#include <QAccessibleWidget>
#include <QVariant>

namespace pricewright {
namespace {

constexpr char kFirstName[] = "firstName";

class ClickedButton final : public QAccessibleWidget {
 public:
  explicit ClickedButton(QAbstractButton* button)
      : QAccessibleWidget(button, !button->isCheckable()    ? QAccessible::Button
                                  : button->autoExclusive() ? QAccessible::RadioButton
                                                            : QAccessible::CheckBox) {}
  QString text(QAccessible::Text what) const override {
    const QString said = QAccessibleWidget::text(what), now = button()->text();
    const bool stale = said.isEmpty() || said == button()->property(kFirstName).toString();
    return what == QAccessible::Name && stale && !now.isEmpty() ? now : said;
  }
  QAccessible::State state() const override {
    QAccessible::State state = QAccessibleWidget::state();
    state.checkable = button()->isCheckable();
    state.checked = button()->isChecked();
    state.pressed = button()->isDown();
    return state;
  }
  QStringList actionNames() const override {
    QStringList names;
    if (button()->isEnabled())
      names << pressAction();
    return names << QAccessibleWidget::actionNames();
  }
  void doAction(const QString& name) override {
    if (name == pressAction())
      button()->click();
    else
      QAccessibleWidget::doAction(name);
  }
  QStringList keyBindingsForAction(const QString& name) const override {
    return name == pressAction() && !button()->shortcut().isEmpty() ? QStringList(button()->shortcut().toString())
                                                                    : QStringList();
  }

 private:
  QAbstractButton* button() const { return static_cast<QAbstractButton*>(widget()); }
};

QAccessibleInterface* interfaceOf(const QString&, QObject* object) {
  auto* button = qobject_cast<QAbstractButton*>(object);
  return button && button->property(kFirstName).isValid() ? new ClickedButton(button) : nullptr;
}

} // namespace

void makeAccessible(QAbstractButton* button, const QString& name) {
  static const bool installed = [] {
    QAccessible::installFactory(interfaceOf);
    return true;
  }();
  Q_UNUSED(installed)
  button->setProperty(kFirstName, name);
  button->setAccessibleName(name);
}

} // namespace pricewright
