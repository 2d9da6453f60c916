// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "controls/ActionButton.h"
#include "controls/OverlayCard.h"
#include "engine/MasterData.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>

namespace pricewright {

// A new product, or one that is put on sale in a further zone. What is missing is said as it is typed.
class ProductCard : public OverlayCard {
  Q_OBJECT
 public:
  ProductCard(const Theme& theme, QWidget* page);
  void ask(const MasterLists& lists);
  void showError(const Error& error); // what was typed stays
  NewProduct product() const;
  QString wrong() const { return m_result->text(); }
  QLineEdit* code() const { return m_code; }
  QLineEdit* name() const { return m_name; }
  QComboBox* category() const { return m_category; }
  QComboBox* zone() const { return m_zone; }
  QLineEdit* cost() const { return m_cost; }
  QLineEdit* price() const { return m_price; }
  ActionButton* button() const { return m_do; }

 signals:
  void wanted(const pricewright::NewProduct& product);

 protected:
  void keyPressEvent(QKeyEvent* event) override;

 private:
  QLineEdit* line(const QString& name);
  QComboBox* box(const QString& name, bool editable);
  QString formError() const;
  void formChanged();
  void accept();
  MasterLists m_lists;
  QLineEdit *m_code, *m_name, *m_gtin, *m_cost, *m_price;
  QComboBox *m_category, *m_brand, *m_role, *m_vat, *m_zone;
  QLabel* m_result;
  ActionButton* m_do;
};

} // namespace pricewright
