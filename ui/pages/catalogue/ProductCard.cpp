// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/catalogue/ProductCard.h"

#include "itemmodels/CatalogueModel.h"
#include "itemmodels/Format.h"

namespace pricewright {

ProductCard::ProductCard(const Theme& theme, QWidget* page) : FormCard(theme, page, tr("Add"), 500) {
  setTitle(tr("New product"));
  m_code = line(tr("SKU"));
  m_name = line(tr("Product"));
  m_gtin = line(tr("GTIN"));
  m_mpn = line(tr("Part number"), tr("the maker's, MPN"));
  m_category = box(tr("Category"), true);
  m_brand = box(tr("Brand"), true);
  m_role = box(tr("Role"));
  for (const SkuRole role : {SkuRole::Kvi, SkuRole::Foreground, SkuRole::Background, SkuRole::Tail})
    m_role->addItem(CatalogueModel::roleWord(role), int(role));
  m_vat = box(tr("VAT class"), true);
  m_zone = box(tr("Sold in"));
  m_cost = line(tr("Replacement cost"));
  m_price = line(tr("First price"));
  for (QLineEdit* edit : {m_code, m_name, m_gtin, m_mpn, m_cost, m_price})
    connect(edit, &QLineEdit::textChanged, this, &ProductCard::formChanged);
  for (QComboBox* one : {m_category, m_brand, m_role, m_vat, m_zone})
    connect(one, &QComboBox::currentTextChanged, this, &ProductCard::formChanged);
}

void ProductCard::ask(const MasterLists& lists) {
  m_lists = lists;
  const QString category = m_category->currentText(), zone = m_zone->currentData().toString();
  for (QLineEdit* edit : {m_code, m_name, m_gtin, m_mpn, m_cost, m_price})
    edit->clear();
  m_category->clear();
  for (const Category& c : lists.categories)
    m_category->addItem(c.code);
  m_category->setCurrentText(category.isEmpty() && !lists.categories.empty() ? lists.categories.front().code
                                                                             : category);
  m_brand->clear();
  m_brand->addItems(lists.brands);
  m_brand->setCurrentText({});
  m_role->setCurrentIndex(m_role->findData(int(SkuRole::Background)));
  m_vat->clear();
  m_vat->addItems(lists.vatClasses);
  m_vat->setCurrentText(QStringLiteral("standard"));
  m_zone->clear();
  m_zone->addItem(tr("all zones"), QString());
  for (const PriceZone& z : lists.zones)
    m_zone->addItem(QStringLiteral("%1 (%2)").arg(z.name.isEmpty() ? z.code : z.name, z.currency.code()), z.code);
  m_zone->setCurrentIndex(std::max(0, m_zone->findData(zone)));
  formChanged();
  openCentered();
  m_code->setFocus(Qt::PopupFocusReason);
}

NewProduct ProductCard::product() const {
  NewProduct p;
  p.sku.code = m_code->text().trimmed();
  p.sku.name = m_name->text().trimmed();
  p.sku.gtin = m_gtin->text().trimmed();
  p.sku.mpn = m_mpn->text().trimmed();
  p.sku.brand = m_brand->currentText().trimmed();
  p.sku.role = static_cast<SkuRole>(m_role->currentData().toInt());
  p.sku.vatClass = m_vat->currentText().trimmed();
  p.category = m_category->currentText().trimmed();
  const QString zone = m_zone->currentData().toString();
  for (const PriceZone& z : m_lists.zones)
    if (zone.isEmpty() || z.code == zone)
      p.zones << z.code;
  p.cost = decimalFromText(m_cost->text());
  p.price = decimalFromText(m_price->text());
  return p;
}

QString ProductCard::formError() const {
  const NewProduct p = product();
  if (m_lists.zones.empty())
    return tr("There is no price zone yet: make one first.");
  if (p.sku.code.isEmpty())
    return tr("Its code? Codes are compared exactly.");
  if (p.category.isEmpty())
    return tr("Its category? A new one may be typed.");
  if (!m_cost->text().trimmed().isEmpty() && !p.cost)
    return tr("“%1” is no cost: it must be above zero.").arg(m_cost->text().left(40));
  if (!m_price->text().trimmed().isEmpty() && !p.price)
    return tr("“%1” is no price.").arg(m_price->text().left(40));
  if (p.price && !p.cost)
    return tr("A first price needs a cost: without it nobody knows what it earns.");
  return {};
}

void ProductCard::formChanged() {
  const QString wrong = formError();
  button()->setEnabled(wrong.isEmpty());
  say(!wrong.isEmpty()  ? wrong
      : product().price ? tr("The first price holds at once, and goes out with the next release.")
                        : tr("Without a price it waits: import one, or type it here."),
      false);
}

void ProductCard::accept() {
  if (!isVisible() || !button()->isEnabled() || !formError().isEmpty())
    return;
  button()->setEnabled(false); // until the answer: nothing is added twice
  emit wanted(product());
}

} // namespace pricewright
