// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/FormManners.h"

#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QKeyEvent>

namespace pricewright {
namespace {

class FormManners : public QObject {
 public:
  using QObject::QObject;

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override {
    const bool handsOn = (event->type() == QEvent::Wheel && (isChoice(watched) || isNumber(watched))) ||
                         (event->type() == QEvent::KeyPress && isChoice(watched) && isPageKey(watched, event));
    if (!handsOn)
      return QObject::eventFilter(watched, event);
    event->ignore(); // on to what it stands in
    return true;
  }

 private:
  static bool isChoice(const QObject* object) { return qobject_cast<const QComboBox*>(object) != nullptr; }
  static bool isNumber(const QObject* object) { return qobject_cast<const QAbstractSpinBox*>(object) != nullptr; }
  static bool isPageKey(const QObject* watched, const QEvent* event) {
    const auto* key = static_cast<const QKeyEvent*>(event);
    return !static_cast<const QComboBox*>(watched)->isEditable() && key->text().size() == 1 &&
           key->text().at(0).isPrint() && key->key() != Qt::Key_Space;
  }
};

} // namespace

void keepFormManners() {
  const QString name = QStringLiteral("formManners");
  if (qApp->findChild<QObject*>(name, Qt::FindDirectChildrenOnly))
    return;
  auto* manners = new FormManners(qApp);
  manners->setObjectName(name);
  qApp->installEventFilter(manners);
}

} // namespace pricewright
