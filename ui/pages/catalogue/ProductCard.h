// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "controls/FormCard.h"
#include "engine/files/MasterData.h"

namespace pricewright {

// A new product, or one that is put on sale in a further zone. What is missing is said as it is typed.
class ProductCard : public FormCard {
  Q_OBJECT
 public:
  ProductCard(const Theme& theme, QWidget* page);
  void ask(const MasterLists& lists);
  NewProduct product() const;
  QLineEdit* code() const { return m_code; }
  QLineEdit* name() const { return m_name; }
  QLineEdit* partNumber() const { return m_mpn; }
  QComboBox* category() const { return m_category; }
  QComboBox* zone() const { return m_zone; }
  QLineEdit* cost() const { return m_cost; }
  QLineEdit* price() const { return m_price; }

 signals:
  void wanted(const pricewright::NewProduct& product);

 private:
  QString formError() const;
  void formChanged();
  void accept() override;
  MasterLists m_lists;
  QLineEdit *m_code, *m_name, *m_gtin, *m_mpn, *m_cost, *m_price;
  QComboBox *m_category, *m_brand, *m_role, *m_vat, *m_zone;
};

} // namespace pricewright
